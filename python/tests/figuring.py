"""The figures counted by hand, and caseloads that have any counts one likes."""

from __future__ import annotations

import dataclasses
import datetime as dt
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import inburgering as ib
from delivering import Row, Tables

Key = tuple[str, int, str]
"""A measure, a year and the code of a municipality, or an area in no sum."""

ONE_DAY = dt.timedelta(days=1)
STOCKS = ("active", "closed")
WALLONIA = "62063"
OUTSIDE, UNPLACED = "outside_flanders", "unplaced"
BEFORE_ALL = dt.date(1994, 12, 31)
"""No figure counts a registration of this day."""


def number(n: int) -> str:
    """Write the n-th of many synthetic numbers, of somebody born from 1960 on; sequences 900 to 998."""
    birth, sequence = divmod(n, 99)
    year, birth = 60 + birth // 336, birth % 336
    nine = ((year * 100 + 1 + birth // 28) * 100 + 1 + birth % 28) * 1000 + 900 + sequence
    return f"{year:02}.{1 + birth // 28:02}.{1 + birth % 28:02}-{900 + sequence:03}.{97 - nine % 97:02}"


def stock_day(year: int, snapshot: dt.date) -> dt.date | None:
    """The day on which the stocks of a year are taken."""
    day = min(dt.date(year, 12, 31), snapshot)
    return None if day == dt.date(year, 1, 1) else day


COLUMNS = {"registrations": "registered_on", "contracts": "contract_signed_on", "attests": "attest_obtained_on"}


def is_flemish(area: str) -> bool:
    """Whether an area is a municipality, and so in the sums."""
    return area.isdigit()


def area_of(measure: str, code: str | None) -> str | None:
    """Where a person who lives there is counted, if the measure is told of it."""
    if code is None:
        return UNPLACED if measure in COLUMNS else None
    if ib.municipality(code).region == ib.Region.FLANDERS:
        return code
    return OUTSIDE if measure in ("contracts", "attests") else None


@dataclasses.dataclass
class Counted:
    """How many persons, and for each who reached a contract or an attest the days, or none that can be counted."""

    counts: Counter[Key] = dataclasses.field(default_factory=Counter)
    days: defaultdict[Key, list[int | None]] = dataclasses.field(default_factory=lambda: defaultdict(list))

    def count(self, measure: str, year: int, code: str | None) -> str | None:
        """Count a person, if the measure is told of the area, and say which it is."""
        area = area_of(measure, code)
        if area is not None:
            self.counts[measure, year, area] += 1
        return area


@dataclasses.dataclass
class Life:
    """What is recorded of a person, as seen from the snapshot."""

    snapshot: dt.date
    dossiers: list[Row] = dataclasses.field(default_factory=list)
    spells: list[Row] = dataclasses.field(default_factory=list)
    died_on: str = "9999"

    def lives_in(self, day: dt.date) -> str | None:
        """The code of the municipality on a day, carried to the snapshot."""
        covering = {
            str(ib.municipality(row["municipality"]).current(on=self.snapshot).code)
            for row in self.spells
            if row.get("valid_from", "") <= str(day) < (row.get("valid_until") or "9999")
        }
        return covering.pop() if len(covering) == 1 else None

    def standing(self, day: dt.date) -> str | None:
        """Whether the person is active or closed on a day, if alive, with a dossier."""
        if self.died_on <= str(day):
            return None
        known = [
            row
            for row in self.dossiers
            if any(value and value <= str(day) for column, value in row.items() if column.endswith("_on"))
        ]
        if not known:
            return None
        ends = [min(row.get(end) or "9999" for end in ("attest_obtained_on", "closed_on")) for row in known]
        return "active" if any(str(day) < end for end in ends) else "closed"

    def days_of(self, measure: str) -> list[dt.date]:
        """The days of a fact, ascending."""
        days = [dt.date.fromisoformat(day) for row in self.dossiers if (day := row.get(COLUMNS[measure]))]
        return sorted(day for day in days if day <= self.snapshot)

    def count_facts(self, found: Counted) -> None:
        """Count a fact once a year, on the first of its days, and the days to the first of all."""
        registered = [*self.days_of("registrations"), None][0]
        for measure in COLUMNS:
            days = self.days_of(measure)
            first = {day.year: day for day in reversed(days) if day > BEFORE_ALL}
            for day in first.values():
                area = found.count(measure, day.year, self.lives_in(day))
                if area is not None and is_flemish(area) and measure != "registrations":
                    is_timed = day == days[0] and registered is not None and registered <= day
                    taken = max((day - registered).days, 1) if is_timed and registered else None
                    found.days[measure, day.year, area].append(taken)

    def count_stocks(self, found: Counted) -> None:
        """Count the standing at the end of each year."""
        for year in range(1995, self.snapshot.year + 1):
            day = stock_day(year, self.snapshot)
            if day is not None and (standing := self.standing(day)):
                found.count(standing, year, self.lives_in(day))

    def count_moves(self, found: Counted) -> None:
        """Count the first move of each year into Flanders' municipalities, and the first out of them."""
        moved: set[tuple[str, int]] = set()
        begins = {dt.date.fromisoformat(begin) for row in self.spells if (begin := row.get("valid_from"))}
        for day in sorted(day for day in begins if day <= self.snapshot):
            before, now = self.lives_in(day - ONE_DAY), self.lives_in(day)
            if before and now and before != now and self.standing(day) == "active":
                for measure, code in (("moves_in", now), ("moves_out", before)):
                    if (measure, day.year) not in moved and found.count(measure, day.year, code):
                        moved.add((measure, day.year))


def counted(tables: Tables, snapshot: dt.date) -> Counted:
    """Count the figures of tables without faults, day by day."""
    found = Counted()
    lives: defaultdict[str, Life] = defaultdict(lambda: Life(snapshot))
    for row in tables.dossiers:
        lives[row["insz"]].dossiers.append(row)
    for row in tables.residences:
        lives[row["insz"]].spells.append(row)
    for row in tables.deaths:
        lives[row["insz"]].died_on = row["died_on"]
    for life in lives.values():
        life.count_facts(found)
        life.count_stocks(found)
        life.count_moves(found)
    return found


def realised(counts: Mapping[Key, int], days: Mapping[Key, Iterable[int | None]], snapshot: dt.date) -> Tables:
    """Make tables that have these counts and days: each person is counted for one thing only."""
    tables = Tables()
    for (measure, year, code), count in sorted(counts.items()):
        of_each = [*days.get((measure, year, code), [])]
        for at in range(count):
            _add_person(tables, (measure, year, code), of_each[at] if at < len(of_each) else None, snapshot)
    return tables


def _add_person(tables: Tables, key: Key, days: int | None, snapshot: dt.date) -> None:
    measure, year, code = key
    insz = number(len(tables.dossiers))
    new_year = dt.date(year, 1, 1)
    day = stock_day(year, snapshot) if measure in STOCKS else new_year
    assert day is not None
    dossier = {"dossier": f"D-{len(tables.dossiers)}", "insz": insz}
    place = WALLONIA if code == OUTSIDE else code
    spells = [] if code == UNPLACED else [(place, day, day + ONE_DAY)]
    if measure == "registrations":
        dossier["registered_on"] = str(day)
    elif measure in ("contracts", "attests"):
        dossier["contract_signed_on" if measure == "contracts" else "attest_obtained_on"] = str(day)
        if days is not None:
            # Registered outside Flanders, which is not told; and dead on the day, so that coming from there is no move.
            registered = day - days * ONE_DAY
            dossier["registered_on"] = str(registered)
            spells.append((WALLONIA, registered, registered + ONE_DAY))
            tables.deaths.append({"insz": insz, "died_on": str(day)})
    elif measure == "active":
        dossier["registered_on"] = str(BEFORE_ALL)
    elif measure == "closed":
        dossier["closed_on"] = str(day)
    elif measure == "moves_in":
        dossier["registered_on"] = str(BEFORE_ALL)
        spells = [(WALLONIA, day - ONE_DAY, day), *spells]
    else:
        dossier["registered_on"] = str(day)
        spells = [(code, day - ONE_DAY, day), (WALLONIA, day, day + ONE_DAY)]
    tables.dossiers.append(dossier)
    tables.residences.extend(
        {"insz": insz, "municipality": place, "valid_from": str(begins), "valid_until": str(ends)}
        for place, begins, ends in spells
    )


PLACES = ("31005", "35013", "31033", "44021", "41002", "46021", "71022", "71016", "21004", WALLONIA)
"""Three municipalities of West-Vlaanderen, three of Oost-Vlaanderen, two of Limburg; Brussels and Wallonia."""


def generated(seed: int, persons: int, last: dt.date) -> Tables:
    """Make tables of so many persons with a life of the last three years: dossiers, moves, now and then a gap."""
    chance = random.Random(seed)
    tables = Tables()
    weights = [chance.choice((1, 2, 4, 12, 30)) for _ in PLACES]
    begin = dt.date(last.year - 2, 1, 1)

    def some_day(after: dt.date, within: int) -> dt.date:
        return after + chance.randrange(within) * ONE_DAY

    for n in range(persons):
        insz = number(n)
        for at in range(chance.choice((1, 1, 1, 2))):
            registered = some_day(begin, (last - begin).days)
            row = {"dossier": f"D-{n}-{at}", "insz": insz, "registered_on": str(registered)}
            if chance.random() < 0.7:
                row["contract_signed_on"] = str(registered + chance.choice((0, 0, 1, 30, 60)) * ONE_DAY)
                row["contract_municipality"] = "44021"
            if chance.random() < 0.4:
                end = some_day(registered + 60 * ONE_DAY, 400)
                row["attest_obtained_on" if chance.random() < 0.6 else "closed_on"] = str(end)
            if chance.random() < 0.1:
                del row["registered_on"]
            tables.dossiers.append(row)
        start: dt.date | None = None
        for last_of_all in (False,) * chance.choice((0, 0, 1, 2)) + (True,):
            until = None if last_of_all else some_day(start or begin, 500) + ONE_DAY
            (place,) = chance.choices(PLACES, weights)
            bounds = {"valid_from": str(start or ""), "valid_until": str(until or "")}
            tables.residences.append({"insz": insz, "municipality": place, **bounds})
            start = until and until + chance.choice((0, 0, 0, 5)) * ONE_DAY
    return tables
