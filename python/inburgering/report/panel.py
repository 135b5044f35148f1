"""What a chart and the table beneath it show of one area: for each year a value of each series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Panel", "Series"]


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one series; ``None`` where a value is not shown."""

    label: str
    values: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One area: its series over the years."""

    area: str
    unit: str
    years: tuple[int, ...]
    series: tuple[Series, ...]
    open_year: int | None
    """The year that had not ended on the day of the snapshot."""

    def marked(self, year: int) -> str:
        """The year, with a mark if it had not ended."""
        return f"{year}*" if year == self.open_year else str(year)

    def rows(self) -> Iterator[tuple[int, tuple[int | None, ...]]]:
        """Each year with the value of each series."""
        yield from zip(self.years, zip(*(series.values for series in self.series), strict=True), strict=True)
