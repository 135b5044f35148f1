"""The table of medians and ratios: for a terminal, as Markdown, and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from .timing import Job, Measured


@dataclass(frozen=True)
class Row:
    """A job at a size, with what was measured of each contender, the library first."""

    size: int | None
    job: Job
    measured: dict[str, Measured]

    def cells(self) -> list[tuple[str, str, str, str, str]]:
        """The size, the job, the contender, its time and the ratio to the library's."""
        ours = next(iter(self.measured.values())).seconds
        cells = []
        for at, (name, of) in enumerate(self.measured.items()):
            ratio = ""
            if at > 0 and ours and of.seconds:
                ratio = (
                    f"{ours / of.seconds:.2f} of it" if self.job.share_of == name else f"{_number(of.seconds / ours)}x"
                )
            time = " · ".join(part for part in (self.time(of), of.note) if part)
            size = f"{self.size:,}" if self.size and at == 0 else ""
            cells.append((size, self.job.name if at == 0 else "", name, time, ratio))
        return cells

    def time(self, of: Measured) -> str:
        """A time, and of a job of rows the time of one and how many a second."""
        if of.seconds is None:
            return ""
        if self.job.rows is None:
            return _time(of.seconds)
        each = of.seconds / self.job.rows
        return f"{_time(of.seconds)} ({_time(each)} a row, {_number(1e-6 / each)} M rows/s)"


@dataclass(frozen=True)
class Memory:
    """What a caseload takes, in bytes a dossier and in all."""

    size: int
    tables: int
    caseload: int
    peak: int
    whole: int

    def line(self) -> str:
        """The figures in one line."""
        return (
            f"{self.size:,} dossiers: {self.caseload / self.size:.0f} bytes a dossier for the built caseload, "
            f"{self.peak / self.size:.0f} at the peak of the build, "
            f"{self.tables / self.size:.0f} for the input tables; "
            f"{self.whole / 2**30:.2f} GiB for the whole process at its peak"
        )


HEAD = ("dossiers", "job", "with", "median", "ratio")


def text(rows: list[Row]) -> str:
    """The table with its columns beneath each other."""
    cells = [HEAD, *(cell for row in rows for cell in row.cells())]
    widths = [max(len(cell[at]) for cell in cells) for at in range(len(HEAD))]
    return "\n".join(
        "  ".join(part.ljust(width) for part, width in zip(cell, widths, strict=True)).rstrip() for cell in cells
    )


def markdown(rows: list[Row]) -> str:
    """The table in Markdown."""
    lines = ["| " + " | ".join(HEAD) + " |", "|---" * len(HEAD) + "|"]
    lines += ["| " + " | ".join(cell) + " |" for row in rows for cell in row.cells()]
    return "\n".join(lines)


def write(out: Path, facts: dict[str, str], rows: list[Row], memory: list[Memory]) -> None:
    """The table as Markdown and as JSON into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    told = "\n".join(f"- {name}: {fact}" for name, fact in facts.items())
    sizes = "\n".join(f"- {of.line()}" for of in memory)
    (out / "compare.md").write_text(f"{told}\n\n{markdown(rows)}\n\n{sizes}\n", encoding="utf-8")
    document = {
        "facts": facts,
        "rows": [
            {
                "dossiers": row.size,
                "job": row.job.name,
                "rows": row.job.rows,
                "seconds": {name: of.seconds for name, of in row.measured.items()},
                "notes": {name: of.note for name, of in row.measured.items() if of.note},
            }
            for row in rows
        ],
        "memory": [vars(of) for of in memory],
    }
    (out / "compare.json").write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")


def _time(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{_number(seconds / size)} {unit}"
    return f"{_number(seconds / 1e-9)} ns"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
