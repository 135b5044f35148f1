"""Synthetic caseloads of any size: every kind of fact and fault in small, plausible shares.

The same seed gives the same rows. Every number has one of the sequences 900 to 998, which no living person has.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

import inburgering as ib
import numpy as np
import numpy.typing as npt
import polars as pl
import pyarrow as pa

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

FIRST_BIRTH = np.datetime64("1900-01-01")
BIRTH_DAYS = int((np.datetime64("2025-01-01") - FIRST_BIRTH).astype(int))
SEQUENCES = range(900, 999)
MOST_PERSONS = 4_400_000
"""Nearly as many as there are numbers with these sequences."""
SPELLS_A_DOSSIER = 2.5
FIRST_FACT = int(np.datetime64("2004-01-01").astype(int))
LAST_FACT = int(np.datetime64("2026-12-31").astype(int))
LARGEST = {
    "11002": 0.12,
    "44021": 0.05,
    "12025": 0.025,
    "24062": 0.025,
    "31005": 0.02,
    "41002": 0.02,
    "46021": 0.02,
    "71016": 0.02,
    "34022": 0.015,
    "35013": 0.015,
}
"""The shares of the largest municipalities; a long tail of the others follows."""
SHARE_BRUSSELS, SHARE_WALLONIA = 0.04, 0.03
NONE = np.iinfo(np.int64).min
"""No day."""


class Tables(NamedTuple):
    """The four tables of a caseload."""

    dossiers: pl.DataFrame
    residences: pl.DataFrame
    deaths: pl.DataFrame
    replacements: pl.DataFrame

    def sorted(self) -> Tables:
        """The same rows, in the order of their numbers."""
        return _as_read(
            self.dossiers.sort("insz", "dossier"),
            self.residences.sort("insz", "valid_from"),
            self.deaths.sort("insz"),
            self.replacements.sort("insz_old", "insz_new"),
        )


def generate(dossiers: int, seed: int = 1) -> Tables:
    """A caseload of so many dossiers, its rows in random order."""
    rng = np.random.default_rng(seed)
    persons = min(int(0.87 * dossiers), MOST_PERSONS)
    numbers = _Numbers.draw(rng, persons)
    towns = _Towns.draw()
    home = towns.some(rng, persons)
    return _as_read(
        _dossiers(rng, dossiers, numbers, towns, home),
        _residences(rng, int(dossiers * SPELLS_A_DOSSIER), numbers, towns, home),
        _deaths(rng, numbers),
        numbers.replacements(rng),
    )


def _as_read(*tables: pl.DataFrame) -> Tables:
    """The tables with their text in the order of the rows, as a reader of files leaves it.

    A frame whose rows were moved keeps its text where it was, and is slower to read.
    """
    old = pl.CompatLevel.oldest()
    return Tables(*(pl.DataFrame(table.rechunk().to_arrow(compat_level=old)).rechunk() for table in tables))


def register_numbers(count: int, seed: int = 1) -> tuple[pl.Series, npt.NDArray[np.datetime64]]:
    """So many different numbers of the National Register, and the days of birth of their holders."""
    slots = np.random.default_rng(seed).permutation(BIRTH_DAYS * len(SEQUENCES))[:count]
    return _texts(_spelled(slots, np.zeros(count, np.int64))), FIRST_BIRTH + slots // len(SEQUENCES)


# ---------------------------------------------------------------- register numbers


def _spelled(slots: Ints, added_to_month: Ints) -> npt.NDArray[np.uint8]:
    """The dotted texts of numbers, as rows of bytes: a slot is a birth day with a sequence."""
    born = FIRST_BIRTH + slots // len(SEQUENCES)
    month_of = born.astype("datetime64[M]")
    year, month = born.astype("datetime64[Y]").astype(np.int64) + 1970, month_of.astype(np.int64) % 12 + 1
    day = (born - month_of).astype(np.int64) + 1
    # Of a third of those born on a first of January, the number tells the year only.
    year_only = (month == 1) & (day == 1) & (slots % 3 == 0)
    month, day = np.where(year_only, 0, month) + added_to_month, np.where(year_only, 0, day)
    sequence = SEQUENCES[0] + slots % len(SEQUENCES)
    nine = ((year % 100 * 100 + month) * 100 + day) * 1000 + sequence
    check = 97 - (nine + np.where(year >= 2000, 2_000_000_000, 0)) % 97
    rows = np.empty((len(slots), 15), np.uint8)
    rows[:, [2, 5, 12]], rows[:, 8] = ord("."), ord("-")
    for at, digits in ((0, year // 10), (1, year), (3, month // 10), (4, month), (6, day // 10), (7, day)):
        rows[:, at] = ord("0") + digits % 10
    for at, digits in ((9, sequence // 100), (10, sequence // 10), (11, sequence), (13, check // 10), (14, check)):
        rows[:, at] = ord("0") + digits % 10
    return rows


def _texts(rows: npt.NDArray[np.uint8]) -> pl.Series:
    """Rows of bytes as a column of text."""
    count, width = rows.shape
    offsets = pa.py_buffer(np.arange(count + 1, dtype=np.int64) * width)
    text = pa.LargeStringArray.from_buffers(count, offsets, pa.py_buffer(np.ascontiguousarray(rows)))
    return pl.Series("", text)


class _Numbers(NamedTuple):
    """The numbers of the persons: the present one of each, and for some the one before."""

    rows: npt.NDArray[np.uint8]
    """The present number of each person, then the numbers before, then numbers of nobody else."""
    persons: int
    replaced: Ints
    """The persons whose number replaced another one."""
    replaced_on: Ints
    spare: int
    """Where the numbers of nobody else begin."""

    @classmethod
    def draw(cls, rng: np.random.Generator, persons: int) -> _Numbers:
        once = persons // 100
        spare = once // 20 + 2
        slots = rng.permutation(BIRTH_DAYS * len(SEQUENCES))[: persons + once + spare]
        replaced = rng.permutation(persons)[:once]
        # A national register number mostly replaces a BIS number; and some persons still have a BIS number.
        kind = rng.random(len(slots))
        added = np.where(kind < 0.03, np.where(kind < 0.02, 40, 20), 0)
        added[replaced] = 0
        added[persons : persons + once] = np.where(kind[persons : persons + once] < 0.9, 40, 0)
        on = rng.integers(FIRST_FACT, LAST_FACT, once)
        return cls(_spelled(slots, added), persons, replaced, on, persons + once)

    def of(self, rng: np.random.Generator, person: Ints) -> pl.Series:
        """A number of the person of each row: the present one, or for half of the rows the one before."""
        before = np.full(self.persons, -1, np.int64)
        before[self.replaced] = self.persons + np.arange(len(self.replaced))
        at = np.where((before[person] >= 0) & (rng.random(len(person)) < 0.5), before[person], person)
        return _texts(self.rows[at])

    def replacements(self, rng: np.random.Generator) -> pl.DataFrame:
        """The replacements; of twenty, one has a second step that is a branch, a circle, or one out of order."""
        old = self.persons + np.arange(len(self.replaced))
        odd = np.arange(len(old)) % 20 == 0
        spare = self.spare + np.arange(int(odd.sum()))
        kind = np.arange(len(spare)) % 5 % 4
        second_old = np.choose(kind, [old[odd], self.replaced[odd], self.replaced[odd], spare])
        second_new = np.choose(kind, [spare, old[odd], spare, self.replaced[odd]])
        second_on = np.clip(self.replaced_on[odd] + rng.integers(-4000, 900, len(spare)), FIRST_FACT, LAST_FACT)
        order = rng.permutation(len(old) + len(spare))
        return pl.DataFrame(
            {
                "insz_old": _texts(self.rows[np.append(old, second_old)[order]]),
                "insz_new": _texts(self.rows[np.append(self.replaced, second_new)[order]]),
                "replaced_on": _days(np.append(self.replaced_on, second_on)[order]),
            }
        )


# ---------------------------------------------------------------- municipalities


class _Towns(NamedTuple):
    """The municipalities of 2018, how many live in each, and the code of each at any time since."""

    share: npt.NDArray[np.float64]
    recorded: Ints
    """For each town the code in each of the times between two changes of the map."""
    times: Ints
    """The days of those changes."""

    @classmethod
    def draw(cls) -> _Towns:
        changes = ib.Municipality.change_days()
        eve = changes[0] - dt.timedelta(days=1)
        towns = [of for of in ib.Municipality.all() if of.is_valid_on(eve)]
        share = np.zeros(len(towns))
        for region, whole in ((ib.Region.BRUSSELS, SHARE_BRUSSELS), (ib.Region.WALLONIA, SHARE_WALLONIA)):
            of = np.array([town.region is region for town in towns])
            share[of] = whole / of.sum()
        small = np.array([town.region is ib.Region.FLANDERS and town.code not in LARGEST for town in towns])
        tail = np.random.default_rng(0).lognormal(0, 0.6, int(small.sum()))
        share[small] = tail / tail.sum() * (1 - SHARE_BRUSSELS - SHARE_WALLONIA - sum(LARGEST.values()))
        for at, town in enumerate(towns):
            share[at] = LARGEST.get(town.code, share[at])
        recorded = [[int(town.current(on=on).code) for on in (eve, *changes)] for town in towns]
        return cls(share, np.array(recorded), np.array(changes, "datetime64[D]").astype(np.int64))

    def some(self, rng: np.random.Generator, count: int) -> Ints:
        """Towns at random, by how many live there."""
        below = np.cumsum(self.share)
        found: Ints = np.searchsorted(below, rng.random(count) * below[-1]).clip(0, len(below) - 1)
        return found

    def near(self, rng: np.random.Generator, home: Ints) -> Ints:
        """The home of each, or half of the time another town."""
        return np.where(rng.random(len(home)) < 0.5, home, self.some(rng, len(home)))

    def codes(self, rng: np.random.Generator, town: Ints, on: Ints, missing: Flags | None = None) -> pl.Series:
        """The code of each town as it was recorded on a day; now and then the code of today, or of no town."""
        time = np.searchsorted(self.times, on, side="right")
        chance = rng.random(len(town))
        code = self.recorded[town, np.where(chance < 0.05, len(self.times), time)]
        code = np.where(chance > 1 - 0.0005, 99999, code)
        rows = (ord("0") + code[:, None] // [10_000, 1000, 100, 10, 1] % 10).astype(np.uint8)
        text = _texts(rows)
        return text if missing is None else text.set(pl.Series(missing), None)


# ---------------------------------------------------------------- the tables


def _days(days: Ints) -> pl.Series:
    """Days since 1970 as dates; no day where there is none or where it lies after the extract."""
    known = (days != NONE) & (days <= LAST_FACT)
    return pl.Series(np.where(known, days, 0).astype("datetime64[D]")).set(pl.Series(~known), None)


def _dossiers(rng: np.random.Generator, count: int, numbers: _Numbers, towns: _Towns, home: Ints) -> pl.DataFrame:
    person = np.append(np.arange(numbers.persons), rng.integers(0, numbers.persons, count - numbers.persons))
    person = rng.permutation(person)
    chance = rng.random((5, count))

    def after(day: Ints, share: npt.NDArray[np.bool_], low: int, high: int) -> Ints:
        later: Ints = day + rng.integers(low, high, count)
        return np.where(share & (day != NONE), later, NONE)

    registered = rng.integers(FIRST_FACT, LAST_FACT - 60, count)
    signed = after(registered, chance[0] < 0.85, 0, 180)
    attest = after(np.where((signed == NONE) & (chance[1] < 0.05), registered, signed), chance[1] < 0.55, 150, 1200)
    closed = after(np.where(signed == NONE, registered, signed), chance[2] < 0.15, 100, 900)
    # Dates that cannot be: each of the four kinds.
    wrong = np.where(chance[3] < 0.003, rng.integers(0, 4, count), -1)
    early = registered - rng.integers(1, 300, count)
    signed = np.where(wrong == 0, early, signed)
    attest = np.where(wrong == 1, early, attest)
    closed = np.where(wrong == 2, early, np.where((wrong == 3) & (signed != NONE), signed - 1, closed))
    registered = np.where(chance[4] < 0.01, NONE, registered)
    town = towns.near(rng, home[person])
    # Second rows of one dossier number: half of them say the same as the first, half of them do not.
    at = np.arange(count)
    number = rng.permutation(count)
    again = rng.permutation(count)[: count // 2000 * 2].reshape(2, -1)
    number[again[1]] = number[again[0]]
    same = again[:, ::2]
    at[same[1]] = same[0]
    table = pl.DataFrame(
        {
            "insz": numbers.of(rng, person),
            "registered_on": _days(registered),
            "contract_signed_on": _days(signed),
            "contract_municipality": towns.codes(
                rng, town, signed, (signed == NONE) | (signed > LAST_FACT) | (rng.random(count) < 0.001)
            ),
            "attest_obtained_on": _days(attest),
            "closed_on": _days(closed),
        }
    )[at]
    name = pl.select("D-" + pl.lit(pl.Series(number)).cast(pl.String).str.zfill(8)).to_series()
    return table.insert_column(0, name.alias("dossier"))


def _residences(rng: np.random.Generator, count: int, numbers: _Numbers, towns: _Towns, home: Ints) -> pl.DataFrame:
    person = np.append(np.arange(numbers.persons), rng.integers(0, numbers.persons, count - numbers.persons))
    start = rng.integers(FIRST_FACT - 3000, LAST_FACT - 30, count)
    # Person by person, each spell until the next one.
    packed = np.sort(person << 20 | (start + 100_000))
    person, start = packed >> 20, (packed & 0xFFFFF) - 100_000
    last = np.append(person[1:] != person[:-1], True)
    until = np.where(last, NONE, np.append(start[1:], 0))
    chance = rng.random(count)
    until = np.where(~last & (chance < 0.03), start + (until - start) // 2, until)
    gone = last & (chance < 0.06)
    until = np.where(gone, start + rng.integers(30, 3000, count), until)
    overlap = ~last & (chance > 1 - 0.005)
    until = np.where(overlap, np.where(chance > 1 - 0.003, NONE, until + rng.integers(30, 900, count)), until)
    first = np.append(True, last[:-1])
    always = first & (rng.random(count) < 0.2)
    table = pl.DataFrame(
        {
            "insz": numbers.of(rng, person),
            "municipality": towns.codes(rng, towns.near(rng, home[person]), start),
            "valid_from": _days(np.where(always, NONE, start)),
            "valid_until": _days(until),
        }
    )
    return table[rng.permutation(count)]


def _deaths(rng: np.random.Generator, numbers: _Numbers) -> pl.DataFrame:
    dead = rng.permutation(numbers.persons)[: int(numbers.persons * 0.012)]
    on = rng.integers(FIRST_FACT + 2000, LAST_FACT, len(dead))
    return pl.DataFrame({"insz": numbers.of(rng, dead), "died_on": _days(on)})
