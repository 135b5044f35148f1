"""Who is on which list, in pandas: every person is a position in arrays of numpy, which the rows are gathered into."""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl

from .chains import chains_on
from .data import Tables
from .municipalities import HIGHEST, MISSING, UNKNOWN, Places, places_on

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

DATES = ["registered_on", "contract_signed_on", "attest_obtained_on", "closed_on"]
STEP = HIGHEST + 1
"""A day with a place in one integer: the day this many times, plus the place."""
NONE = np.iinfo(np.int64).min
"""No day, as numpy has it, and nothing at all."""


class Frames(NamedTuple):
    """The tables in the engine's own form."""

    dossiers: pd.DataFrame
    residences: pd.DataFrame
    deaths: pd.DataFrame
    replacements: pd.DataFrame


class Persons(NamedTuple):
    """What the known dossiers of each person say together."""

    active: Flags
    attested: Flags
    impossible: Flags
    closing: Ints
    latest: Ints
    lowest: Ints


def load(tables: Tables) -> Frames:
    """Frames with text and days in the types of pandas."""
    return Frames(
        *(
            pd.DataFrame(
                {
                    column.name: pd.Series(column.to_numpy().astype("datetime64[s]"))
                    if column.dtype == pl.Date
                    else pd.Series(column.to_arrow(), dtype="str")
                    for column in table
                }
            )
            for table in tables
        )
    )


def lists(
    frames: Frames,
    day: dt.date,
    closed: str = "contract_municipality",
    brussels: str = "refused",
    municipality: str | None = None,
) -> pd.DataFrame:
    """Everybody on a list, or on the list of one municipality, by municipality and number."""
    places = places_on(day)
    allowed = [place for place in places.allowed(brussels) if municipality in (None, places.text[place])]
    on = int(np.datetime64(day, "D").astype(np.int64))
    current, faulty = _numbers(frames.replacements, day)
    dossiers, spells = frames.dossiers, frames.residences
    at_closing = closed == "residence_at_closing"
    if not at_closing:
        spells = spells[_covers(spells, on)]
    if municipality is not None:
        among = _candidates(dossiers, spells, set(places.codes(allowed)), current, on)
        numbers = dossiers.loc[dossiers["insz"].isin(among), "dossier"]
        dossiers = dossiers[dossiers["dossier"].isin(numbers)]
        spells = spells[spells["insz"].isin(among)]
    known = _known(dossiers, current, on)
    differing = _named_by_rows_that_differ(known)
    if municipality is not None:
        known = known[known["insz"].isin(among)]
    number_of, text = pd.factorize(known["person"])
    persons = _persons(known, number_of, len(text), places)
    contract, lowest = persons.latest % STEP, HIGHEST - persons.lowest % STEP
    contract = np.where((persons.latest != NONE) & (contract == lowest), contract, MISSING)
    asked = np.where(persons.active, on, persons.closing) if at_closing else np.full(len(text), on)
    residence = _residence(spells, _person(spells["insz"], current), pd.Index(text), asked, places)
    if at_closing:
        place = residence
    elif closed == "contract_municipality":
        place = np.where(persons.active, residence, contract)
    else:
        place = np.where(persons.active | (contract == residence), residence, MISSING)

    listed = np.flatnonzero(np.isin(place, allowed) & ~persons.impossible)
    found = pd.DataFrame(
        {
            "place": place[listed],
            "insz": pd.Series(text[listed], dtype="str"),
            "contract_signed": persons.latest[listed] != NONE,
            "attest_obtained": persons.attested[listed],
        }
    )
    deaths = frames.deaths["insz"][frames.deaths["died_on"] <= pd.Timestamp(day)]
    out = pd.concat([_person(deaths, current), pd.Series(faulty, dtype="str"), differing])
    found = found[(found["insz"].str[3] < "2") & ~found["insz"].isin(out)]
    found = found[~_born_after(found["insz"], day)].sort_values(["place", "insz"], ignore_index=True)
    found.insert(0, "municipality", pd.Series(places.text, dtype="str").take(found["place"]).array)
    return found.drop(columns="place")


def _numbers(replacements: pd.DataFrame, day: dt.date) -> tuple[dict[str, str], list[str]]:
    """The number on the day of each that was ever replaced or replaces one, and those with a fault."""
    old, new, on = (replacements[name] for name in ("insz_old", "insz_new", "replaced_on"))
    again = pd.concat([old, new]).duplicated(keep=False).to_numpy()
    linked = again[: len(old)] | again[len(old) :]
    steps = zip(old[linked], new[linked], on[linked].dt.date, strict=True)
    chains = chains_on(list(steps), day)
    once = new.where(on <= pd.Timestamp(day), old)[~linked]
    current = dict(zip(old[~linked], once, strict=True)) | dict(zip(new[~linked], once, strict=True))
    return current | dict(zip(chains.number, chains.current, strict=True)), list(chains.faults)


def _person(insz: pd.Series[Any], current: dict[str, str]) -> pd.Series[Any]:
    """The number on the day of each number."""
    replaced = insz.isin(current)
    person = insz.copy()
    person[replaced] = insz[replaced].map(current)
    return person


def _days(column: pd.Series[Any]) -> Ints:
    days: Ints = column.to_numpy().astype("datetime64[D]").astype(np.int64)
    return days


def _place(code: pd.Series[Any], places: Places) -> Ints:
    """The place that each code has come to on the day."""
    at, codes = pd.factorize(code)
    known = places.known()
    # No code has the position -1, and so the last place.
    found: Ints = np.array([*(known.get(text, UNKNOWN) for text in codes), MISSING], np.int64)[at]
    return found


def _known(dossiers: pd.DataFrame, current: dict[str, str], on: int) -> pd.DataFrame:
    """The dossiers that are known on the day, with what is known of them; no day is ``NONE``."""
    columns: dict[str, Any] = {"dossier": dossiers["dossier"], "insz": dossiers["insz"]}
    for date in DATES:
        days = _days(dossiers[date])
        columns[date] = np.where(days <= on, days, NONE)
    any_known = np.logical_or.reduce([columns[date] != NONE for date in DATES])
    columns["code"] = dossiers["contract_municipality"].where(columns["contract_signed_on"] != NONE)
    known = pd.DataFrame(columns)[any_known]
    return known.assign(person=_person(known["insz"], current))


def _named_by_rows_that_differ(known: pd.DataFrame) -> pd.Series[Any]:
    """Those named by rows with one dossier number that differ in anything known on the day."""
    again = known[known["dossier"].duplicated(keep=False)]
    said = again.drop_duplicates(["dossier", "person", *DATES, "code"])
    return said.loc[said["dossier"].duplicated(keep=False), "person"]


def _persons(known: pd.DataFrame, at: Ints, count: int, places: Places) -> Persons:
    registered, signed, attest, closed = (known[date].to_numpy() for date in DATES)
    closing = np.where(attest == NONE, closed, np.where(closed == NONE, attest, np.minimum(attest, closed)))

    def before(day: Ints, other: Ints) -> Flags:
        found: Flags = (day != NONE) & (other != NONE) & (day < other)
        return found

    wrong = before(closed, registered) | before(attest, registered) | before(signed, registered)
    wrong |= before(closing, signed)

    def any_of(flags: Flags) -> Flags:
        found: Flags = np.zeros(count, np.bool_)
        found[at[flags]] = True
        return found

    def highest(values: Ints) -> Ints:
        found: Ints = np.full(count, NONE)
        np.maximum.at(found, at, values)
        return found

    place = _place(known["code"], places)
    has = signed != NONE
    # Of the latest contracts the one with the highest place, and the one with the lowest.
    latest = np.where(has, np.where(has, signed, 0) * STEP + place, NONE)
    lowest = np.where(has, np.where(has, signed, 0) * STEP + HIGHEST - place, NONE)
    closing_or_none = highest(closing)
    return Persons(
        any_of(closing == NONE),
        any_of(attest != NONE),
        any_of(wrong),
        closing_or_none,
        highest(latest),
        highest(lowest),
    )


def _covers(spells: pd.DataFrame, on: int | Ints) -> Flags:
    """Whether each spell covers the day."""
    since, until = _days(spells["valid_from"]), _days(spells["valid_until"])
    covers: Flags = ((since == NONE) | (since <= on)) & ((until == NONE) | (until > on))
    return covers


def _residence(spells: pd.DataFrame, person: pd.Series[Any], text: pd.Index[Any], asked: Ints, places: Places) -> Ints:
    """The place of each person on the day that is asked; none where spells differ or none covers it."""
    at = text.get_indexer(person)
    spells, at = spells[at >= 0], at[at >= 0]
    covers = _covers(spells, asked[at])
    place, at = _place(spells["municipality"], places)[covers], at[covers]
    low, high = np.full(len(text), HIGHEST), np.full(len(text), MISSING)
    np.minimum.at(low, at, place)
    np.maximum.at(high, at, place)
    return np.where(low == high, low, MISSING)


def _candidates(
    dossiers: pd.DataFrame, spells: pd.DataFrame, codes: set[str], current: dict[str, str], on: int
) -> pd.Index[Any]:
    """The numbers of those with a spell or a contract under one of the codes: nobody else can be on the list."""
    signed = _days(dossiers["contract_signed_on"])
    contracts = dossiers["contract_municipality"].isin(codes) & (signed != NONE) & (signed <= on)
    found = pd.concat([spells.loc[spells["municipality"].isin(codes), "insz"], dossiers.loc[contracts, "insz"]])
    persons = set(found[found.isin(current)].map(current))
    others = [number for number, person in current.items() if person in persons]
    return pd.Index(pd.concat([found, pd.Series(others, dtype="str")]).unique())


def _born_after(insz: pd.Series[Any], day: dt.date) -> Flags:
    """Whether the earliest birth day of each national register number is after the day."""
    digits = insz.str.replace(".", "", regex=False).str.replace("-", "", regex=False).astype("int64").to_numpy()
    of_2000 = 97 - (digits // 100 + 2_000_000_000) % 97 == digits % 100
    later = digits // 100_000 > int(f"{day:%y%m%d}")
    found: Flags = of_2000 & later if day.year >= 2000 else of_2000 | later
    return found


class Pandas:
    """The engine; its tables are frames of numpy days and text."""

    name = "pandas"
    version = pd.__version__
    lists = staticmethod(lists)
    load = staticmethod(load)

    def frame(self, result: pd.DataFrame) -> pl.DataFrame:
        """What it gave, as a polars frame."""
        return pl.from_pandas(result).cast({"municipality": pl.String, "insz": pl.String})
