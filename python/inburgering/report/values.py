"""The values of the report, as the figures give them: by measure, year and area."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inburgering._inburgering import Area, Figures, Municipality

__all__ = ["YEARS", "Values"]

YEARS = 10
"""How many years are shown at most, the last ones: more would not fit a chart."""

Key = tuple[str, int, Area]


@dataclass(frozen=True, slots=True)
class Values:
    """The values of some areas; a measure of durations has its quartiles as ``contracts.median`` and so on."""

    snapshot: dt.date
    threshold: int
    areas: tuple[Area, ...]
    found: Mapping[Key, int | None]

    @classmethod
    def of(cls, figures: Figures, municipality: Municipality | str) -> Values:
        """Those of the municipality, its province and Flanders, in this order."""
        around = figures.around(municipality)
        found: dict[Key, int | None] = {(figure.measure, figure.year, figure.area): figure.count for figure in around}
        for duration in around.durations:
            for quartile in ("first", "median", "third"):
                value = None if duration.quartiles is None else getattr(duration.quartiles, quartile)
                found[f"{duration.measure}.{quartile}", duration.year, duration.area] = value
        areas = tuple(reversed(dict.fromkeys(figure.area for figure in around)))
        return cls(figures.snapshot, figures.threshold.persons, areas, found)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the areas."""
        return tuple(map(_name, self.areas))

    @property
    def open_year(self) -> int | None:
        """The year that had not ended on the day of the snapshot."""
        return None if (self.snapshot.month, self.snapshot.day) == (12, 31) else self.snapshot.year

    def years(self, measures: Sequence[str]) -> tuple[int, ...]:
        """The last years in which these measures have figures, shown or not."""
        years = {year for measure, year, _ in self.found if measure in measures}
        return tuple(sorted(years)[-YEARS:])

    def get(self, measure: str, year: int, at: int) -> int | None:
        """The value in an area; ``None`` where it is not shown."""
        return self.found.get((measure, year, self.areas[at]))

    def by_name(self, measure: str, year: int) -> tuple[tuple[str, int | None], ...]:
        """The value in each area by its name."""
        return tuple((name, self.get(measure, year, at)) for at, name in enumerate(self.names))


def _name(area: Area) -> str:
    if area.municipality is not None:
        return area.municipality.name
    return "Vlaanderen" if area.province is None else area.province.dutch
