"""Whether a suppressed count can be told, by linear programs that HiGHS solves (through `scipy`).

The reader of `Reader` has every table of a snapshot, and knows whatever follows from how the figures are counted: the
sums, how a stock follows from the one before it, that each move comes from somewhere and goes somewhere, that who was
registered in a year is known at its end, that quartiles are of twenty persons. Every small count must be free for that
reader.

That may still be too little knowledge; so there is a second test, which needs none: HiGHS gives other whole counts for
what is suppressed, persons are made who have them, and their figures, counted by hand, are those that were published.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping

import inburgering as ib
import numpy as np
import polars as pl
import pytest
from delivering import Tables
from figuring import OUTSIDE, STOCKS, UNPLACED, Counted, Key, counted, generated, is_flemish, number, realised
from scipy.optimize import linprog
from scipy.sparse import csr_array

T = 5
FLANDERS = "flanders"
FACTS = ("registrations", "contracts", "attests")

Terms = Mapping[object, float]


@dataclasses.dataclass
class Published:
    """What is published of a snapshot: each count, or that it is suppressed, and the areas that have quartiles."""

    snapshot: dt.date
    cells: dict[Key, int | None]
    quartiles: dict[Key, tuple[int, int, int] | None]

    @classmethod
    def of(cls, figures: ib.Figures) -> Published:
        def rows(table: ib.Table) -> Iterator[tuple[Key, dict[str, object]]]:
            area = pl.coalesce("code", "name", "area").alias("of")
            for row in table.to_polars().with_columns(area).iter_rows(named=True):
                yield (row["measure"], row["year"], row["of"]), row

        cells = {key: row["count"] for key, row in rows(figures.to_table())}
        quartiles = {
            key: None if row["median"] is None else (row["first_quartile"], row["median"], row["third_quartile"])
            for key, row in rows(figures.durations_to_table())
        }
        return cls(figures.snapshot, cells, quartiles)  # type: ignore[arg-type]

    @property
    def provinces(self) -> dict[str, str]:
        """The province of each municipality."""
        codes = {area for _, _, area in self.cells if is_flemish(area)}
        return {code: name_of(ib.municipality(code)) for code in codes}


def name_of(municipality: ib.Municipality) -> str:
    """The name of the province, as in the tables."""
    assert municipality.province is not None
    return municipality.province.value.replace("_", "-").title()


class Reader:
    """The linear program of whoever knows all that is published, and all that follows from how it is counted."""

    def __init__(self, published: Published) -> None:
        self.published = published
        self._columns: dict[object, int] = {}
        self._bounds: list[tuple[float, float | None]] = []
        self._equal: list[tuple[Terms, float]] = []
        self._most: list[tuple[Terms, float]] = []
        for key, count in published.cells.items():
            # Whoever is published as nobody needs no unknown.
            if count != 0:
                self._unknown(key, (1, None) if count is None else (count, count))
        self._sums()
        self._stocks()
        self._moves()
        self._known_at_the_end()
        self._quartiles()

    def _unknown(self, name: object, bounds: tuple[float, float | None] = (0, None)) -> object:
        if name not in self._columns:
            self._columns[name] = len(self._bounds)
            self._bounds.append(bounds)
        return name

    def _sum(self, *signed: tuple[float, object]) -> Terms:
        terms: defaultdict[object, float] = defaultdict(float)
        for sign, name in signed:
            if name in self._columns:
                terms[name] += sign
        return terms

    def _tables(self, *measures: str) -> Iterator[tuple[str, int]]:
        for measure, year, area in self.published.cells:
            if area == FLANDERS and (not measures or measure in measures):
                yield measure, year

    def _sums(self) -> None:
        provinces = self.published.provinces
        for measure, year in self._tables():
            of: defaultdict[str, list[tuple[float, object]]] = defaultdict(list)
            for code, province in provinces.items():
                of[province].append((1, (measure, year, code)))
            of[FLANDERS] = [(1, (measure, year, province)) for province in of]
            for total, parts in of.items():
                self._equal.append((self._sum((-1, (measure, year, total)), *parts), 0))

    def _stocks(self) -> None:
        """A stock is the one before it, with who began, came or was given back, without who ended, left or was lost."""
        for _, year in self._tables("active"):
            if ("active", year - 1, FLANDERS) not in self.published.cells:
                continue
            for code in self.published.provinces:
                change = ((1, ("active", year, code)), (-1, ("active", year - 1, code)))
                moves = ((-1, ("moves_in", year, code)), (1, ("moves_out", year, code)))
                if terms := self._sum(*change, *moves):
                    began, ended = (self._unknown((what, year, code)) for what in ("began", "ended"))
                    self._equal.append(({**terms, began: -1, ended: 1}, 0))

    def _moves(self) -> None:
        """Who came left another municipality, or came from outside Flanders; who left went somewhere likewise."""
        for _, year in self._tables("moves_in"):
            comes = [code for code in self.published.provinces if ("moves_in", year, code) in self._columns]
            goes = [code for code in self.published.provinces if ("moves_out", year, code) in self._columns]
            routes = {(a, b): self._unknown(("route", year, a, b)) for a in goes for b in comes if a != b}
            for b in comes:
                from_elsewhere = self._unknown(("from elsewhere", year, b))
                routed = [(-1.0, route) for (_, to), route in routes.items() if to == b]
                self._equal.append((self._sum((1, ("moves_in", year, b)), (-1, from_elsewhere), *routed), 0))
            for a in goes:
                elsewhere = self._unknown(("to elsewhere", year, a))
                routed = [(-1.0, route) for (of, _), route in routes.items() if of == a]
                self._equal.append((self._sum((1, ("moves_out", year, a)), (-1, elsewhere), *routed), 0))

    def _known_at_the_end(self) -> None:
        """Who did anything in a year is active or closed at its end, in Flanders, elsewhere, or dead."""
        for _, year in self._tables("active"):
            stocks = [(-1.0, (stock, year, FLANDERS)) for stock in STOCKS]
            for measure in (*FACTS, "moves_in", "moves_out"):
                elsewhere = self._unknown(("elsewhere", year))
                everybody = [(1.0, (measure, year, area)) for area in (FLANDERS, OUTSIDE, UNPLACED)]
                self._most.append((self._sum(*everybody, *stocks, (-1, elsewhere)), 0))

    def _quartiles(self) -> None:
        """Quartiles are of twenty persons; three in four were registered within the third of them, somewhere."""
        for (measure, year, area), quartiles in self.published.quartiles.items():
            if quartiles is not None:
                self._most.append((self._sum((-1, (measure, year, area))), -20))
                since = (dt.date(year, 1, 1) - dt.timedelta(days=quartiles[2])).year
                if since >= 1995:
                    self._most.append((self._sum(*self._registered(since, year)), -15))

    def _registered(self, since: int, until: int) -> Iterator[tuple[float, object]]:
        """Everybody who was registered in these years; how many outside Flanders is not told."""
        for year in range(since, until + 1):
            for area in (FLANDERS, OUTSIDE, UNPLACED):
                key = ("registrations", year, area)
                if area == OUTSIDE and key not in self.published.cells:
                    self._unknown(key)
                yield -1.0, key

    def _matrix(self, rows: list[tuple[Terms, float]]) -> tuple[csr_array, np.ndarray]:
        entries = [(at, self._columns[name], value) for at, (row, _) in enumerate(rows) for name, value in row.items()]
        at, column, value = np.array(entries, dtype=int).reshape(-1, 3).T
        matrix = csr_array((value, (at, column)), shape=(len(rows), len(self._bounds)))
        return matrix, np.array([right for _, right in rows])

    def ranges(self, wanted: Callable[[Key], bool]) -> Iterator[tuple[Key, float, float]]:
        """Give the lowest and the highest value of each suppressed count that is wanted; at most 1000 is looked for."""
        (equal, equals), (most, at_most) = self._matrix(self._equal), self._matrix(self._most)
        for key, count in self.published.cells.items():
            if count is None and wanted(key):
                bounds = [*self._bounds]
                bounds[self._columns[key]] = (1, 1000)
                objective = np.zeros(len(bounds))
                found = []
                for sign in (1, -1):
                    objective[self._columns[key]] = sign
                    solved = linprog(objective, most, at_most, equal, equals, bounds, method="highs")
                    assert solved.success, solved.message
                    found.append(sign * solved.fun)
                yield key, found[0], found[1]

    def other_counts(self, key: Key, value: int) -> dict[Key, int] | None:
        """Give whole counts of the municipalities under which one of them has this value, by the sums alone."""
        equal, equals = self._matrix(
            [row for row in self._equal if all(name in self.published.cells for name in row[0])]
        )
        bounds = [*self._bounds]
        bounds[self._columns[key]] = (value, value)
        objective = np.zeros(len(bounds))
        objective[: len(self.published.cells)] = 1
        whole = np.ones(len(bounds))
        solved = linprog(objective, A_eq=equal, b_eq=equals, bounds=bounds, integrality=whole, method="highs")
        if not solved.success:
            return None
        return {
            name: round(solved.x[column])
            for name, column in self._columns.items()
            if isinstance(name, tuple) and name in self.published.cells and is_leaf(name[2])
        }


def is_leaf(area: str) -> bool:
    """Whether an area is the sum of no others."""
    return is_flemish(area) or area in (OUTSIDE, UNPLACED)


def with_totals(counts: Mapping[Key, int]) -> dict[Key, int]:
    """Add the provinces and Flanders."""
    found: defaultdict[Key, int] = defaultdict(int)
    for (measure, year, code), count in counts.items():
        for area in (code, name_of(ib.municipality(code)), FLANDERS) if is_flemish(code) else (code,):
            found[measure, year, area] += count
    return found


def lowest(key: Key, counts: Mapping[Key, int]) -> int:
    """What the zeros alone tell of a count: it has at least as many persons as municipalities that are not zero."""
    measure, year, area = key
    if is_leaf(area):
        return 1
    of_year = [code for what, of, code in counts if (what, of) == (measure, year) and counts[what, of, code]]
    codes = filter(is_flemish, of_year)
    return sum(area in (FLANDERS, name_of(ib.municipality(code))) for code in codes)


def told(published: Published, counts: Mapping[Key, int]) -> list[tuple[Key, float, float]]:
    """Give the small counts that cannot be anything from 1 to 4 for the reader, with their ranges."""
    every = with_totals(counts)
    small = {key for key, count in every.items() if 0 < count < T}
    assert all(count is None or count == every.get(key, 0) for key, count in published.cells.items())
    assert all(published.cells[key] is None for key in small)
    ranges = Reader(published).ranges(small.__contains__)
    return [one for one in ranges if one[1] > lowest(one[0], counts) + 1e-6 or one[2] < T - 1 - 1e-6]


def without_others(published: Published, counts: Mapping[Key, int]) -> Published:
    """What would be published if small counts were suppressed, and no others with them."""
    every = with_totals(counts)
    cells = {key: None if 0 < every.get(key, 0) < T else every.get(key, 0) for key in published.cells}
    return dataclasses.replace(published, cells=cells)


def lives(*residences: tuple[int, str, str, str], **dates: str) -> Tables:
    """Make tables of so many persons that live here and there, each with a dossier of these dates."""
    tables = Tables()
    at = 0
    for count, code, begins, ends in residences:
        for _ in range(count):
            tables.dossiers.append({"dossier": f"D-{at}", "insz": number(at)} | dates)
            spell = {"insz": number(at), "municipality": code, "valid_from": begins, "valid_until": ends}
            tables.residences.append(spell)
            at += 1
    return tables


def moving(*moves: tuple[int, str, str]) -> Tables:
    """Make tables of so many persons that moved on 3 March 2025, each with an active dossier."""
    here = lives(*[(count, left, "", "2025-03-03") for count, left, _ in moves], registered_on="2024-05-06")
    there = lives(*[(count, to, "2025-03-03", "") for count, _, to in moves])
    return Tables(dossiers=here.dossiers, residences=here.residences + there.residences)


def first_year() -> Tables:
    """Make tables in which everybody was registered in one year: it ends with all of them, active or closed."""
    tables = lives((3, "31005", "", ""), (97, "35013", "", ""), registered_on="2025-02-03")
    for row in tables.dossiers[3:98]:
        row["closed_on"] = "2025-05-05"
    return tables


def same_day() -> Tables:
    """Make tables in which contracts are signed on the day of registration."""
    tables = lives((23, "31005", "", ""), registered_on="2025-02-03", contract_signed_on="2025-02-03")
    others = lives((3, "35013", "", ""), registered_on="2025-02-03")
    for at, row in enumerate(others.dossiers + others.residences):
        row["insz"] = number(100 + at % 3)
    for at, row in enumerate(others.dossiers):
        row["dossier"] = f"E-{at}"
    return Tables(tables.dossiers + others.dossiers, tables.residences + others.residences)


def registered_elsewhere(elsewhere: str) -> Tables:
    """Make tables in which three of those who sign in Gent within 60 days were registered when they lived elsewhere."""
    tables = lives(
        (12, "44021", "", ""),
        (3, "44021", "2025-03-04", ""),
        (5, "44021", "", ""),
        registered_on="2025-03-03",
        contract_signed_on="2025-05-02",
    )
    for row in tables.dossiers[15:]:
        row["registered_on"] = "2023-03-06"
    if elsewhere:
        tables.residences.extend(
            {"insz": number(at), "municipality": elsewhere, "valid_until": "2025-03-04"} for at in range(12, 15)
        )
    return tables


SUMMER, NEW_YEAR, DAY_AFTER = dt.date(2025, 6, 30), dt.date(2025, 1, 1), dt.date(2025, 1, 2)
CASES: dict[str, tuple[Tables, dt.date]] = {
    "a first year in which everybody was registered": (first_year(), SUMMER),
    "contracts on the day of registration": (same_day(), SUMMER),
    "all moves of a province touch one town": (
        moving((8, "35013", "31005"), (3, "31005", "31033"), (9, "31005", "38025")),
        SUMMER,
    ),
    "two towns swap a few": (moving((3, "31005", "35013"), (8, "35013", "31005"), (30, "44021", "11002")), SUMMER),
    "a few leave a province and nobody comes": (moving((3, "31005", "44021"), (12, "44021", "41002")), SUMMER),
    "a few leave Flanders": (moving((2, "31005", "21004"), (2, "21004", "44021"), (40, "44021", "41002")), SUMMER),
    "a few signers were registered outside Flanders": (registered_elsewhere("62063"), SUMMER),
    "a few signers were unplaced when registered": (registered_elsewhere(""), SUMMER),
    "a few sign outside Flanders, a few unplaced": (
        lives(
            *[(3, "62063", "", ""), (2, "31005", "2026-01-01", ""), (30, "44021", "", "")],
            registered_on="2025-02-03",
            contract_signed_on="2025-02-03",
            attest_obtained_on="2025-06-02",
        ),
        SUMMER,
    ),
    "one person": (lives((1, "31005", "", ""), registered_on="2025-02-03"), SUMMER),
    "a few everywhere": (
        lives(*[(3, code, "", "") for code in ("31005", "44021", "11002", "71022")], registered_on="2025-02-03"),
        SUMMER,
    ),
    "registered on 1 January": (
        lives((3, "31005", "", ""), (8, "35013", "", ""), registered_on="2025-01-01"),
        NEW_YEAR,
    ),
    "registered on 2 January": (
        lives((3, "31005", "", ""), (8, "35013", "", ""), registered_on="2025-01-02"),
        DAY_AFTER,
    ),
}
CASES |= {
    f"generated, {seed}": (generated(seed, 40 + 60 * seed, day), day)
    for seed, day in enumerate([SUMMER, NEW_YEAR, DAY_AFTER, dt.date(2024, 12, 31), SUMMER])
}


@pytest.fixture(scope="module", params=CASES, ids=str)
def case(request: pytest.FixtureRequest) -> tuple[Published, Counted]:
    tables, snapshot = CASES[request.param]
    return Published.of(tables.caseload().figures(snapshot=snapshot)), counted(tables, snapshot)


def test_no_small_count_can_be_told(case: tuple[Published, Counted]) -> None:
    published, found = case
    assert told(published, found.counts) == []


def test_the_reader_tells_counts_that_are_suppressed_alone() -> None:
    tables, snapshot = CASES["generated, 4"]
    published, found = Published.of(tables.caseload().figures(snapshot=snapshot)), counted(tables, snapshot)
    alone = told(without_others(published, found.counts), found.counts)
    # In most tables some.
    assert len({(measure, year) for (measure, year, _), _, _ in alone}) > 10
    key, least, most = alone[0]
    assert least == most == with_totals(found.counts)[key]


def test_registrations_outside_flanders_would_be_told_by_the_durations() -> None:
    tables, snapshot = CASES["a few signers were registered outside Flanders"]
    published, found = Published.of(tables.caseload().figures(snapshot=snapshot)), counted(tables, snapshot)
    key = ("registrations", 2025, OUTSIDE)
    assert key not in published.cells
    outside = {("registrations", 2023, OUTSIDE): 0, ("registrations", 2024, OUTSIDE): 0, key: None}
    with_them = dataclasses.replace(published, cells=published.cells | outside)
    ((of, least, _),) = told(with_them, {**found.counts, key: 3})
    assert (of, least) == (key, 3)


def test_the_cells_in_no_sum_are_among_what_is_looked_for() -> None:
    tables, snapshot = CASES["a few sign outside Flanders, a few unplaced"]
    cells = Published.of(tables.caseload().figures(snapshot=snapshot)).cells
    suppressed = {key for key, count in cells.items() if count is None}
    facts = {(measure, 2025, UNPLACED) for measure in FACTS}
    assert suppressed == facts | {("contracts", 2025, OUTSIDE), ("attests", 2025, OUTSIDE)}


def quartiles(days: list[int | None]) -> tuple[int, int, int] | None:
    """The quartiles of at least twenty persons, by the nearest rank."""
    known = sorted(one for one in days if one is not None)
    if len(known) < ib.Quartiles.LEAST_PERSONS:
        return None
    first, median, third = np.quantile(known, [0.25, 0.5, 0.75], method="inverted_cdf")
    return int(first), int(median), int(third)


def check(published: Published, found: Counted) -> None:
    """Check that what is published is what was counted."""
    every = with_totals(found.counts)
    for key, count in published.cells.items():
        assert count is None or count == every.get(key, 0), key
        assert (count is None) <= (every.get(key, 0) > 0), key
    days: defaultdict[Key, list[int | None]] = defaultdict(list)
    for (measure, year, code), of_each in found.days.items():
        for area in (code, name_of(ib.municipality(code)), FLANDERS):
            days[measure, year, area].extend(of_each)
    for key, said in published.quartiles.items():
        if published.cells[key] is not None:
            assert said == quartiles(days[key]), key
        else:
            assert said is None


def moved_over(found: Counted, counts: Mapping[Key, int]) -> dict[Key, list[int | None]]:
    """Give the days of each person, where persons go from the municipalities that lose some to those that gain."""
    days = {key: found.days[key][:count] for key, count in counts.items()}
    left: defaultdict[tuple[str, int], list[tuple[str, int | None]]] = defaultdict(list)
    flemish = {key: count for key, count in counts.items() if is_flemish(key[2])}
    for (measure, year, code), count in flemish.items():
        gone = found.days[measure, year, code][count:]
        left[measure, year].extend((name_of(ib.municipality(code)), one) for one in gone)
    # First within the province, since its quartiles may be published, then to any other.
    for is_near in (True, False):
        for (measure, year, code), count in flemish.items():
            here = name_of(ib.municipality(code))
            for one in [*left[measure, year]]:
                own = days[measure, year, code]
                if len(own) < count and (one[0] == here or not is_near):
                    own.append(one[1])
                    left[measure, year].remove(one)
    return days


def test_what_is_published_is_what_was_counted(case: tuple[Published, Counted]) -> None:
    check(*case)


def test_persons_with_other_counts_have_the_figures_that_were_published(case: tuple[Published, Counted]) -> None:
    published, found = case
    small = sorted(key for key, count in found.counts.items() if 0 < count < T)
    chance = random.Random(1)
    assert small
    for key in chance.sample(small, min(len(small), 3)):
        reader = Reader(published)
        for value in range(1, T):
            counts = reader.other_counts(key, value)
            assert counts is not None, (key, value)
            assert counts[key] == value
            others = realised(counts, moved_over(found, counts), published.snapshot)
            again = counted(others, published.snapshot)
            assert +again.counts == +type(again.counts)(counts), (key, value)
            check(published, again)
            # And the library counts those persons as the hand does.
            check(Published.of(others.caseload().figures(snapshot=published.snapshot)), again)
