"""The library beside the tools that people would use instead, on the same data, with equal answers asserted first.

    python benches/compare.py --dossiers 100000 1000000

Each job runs round by round, every contender in turn, on a new day each round, so that nothing can be kept from the
round before. What it prints is also written to `out/bench/`. The ratio is the contender's time to the library's.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peers.timing import Job

ON = dt.date(2026, 6, 15)
OUT = Path(__file__).parents[1] / "out" / "bench"
LARGEST = "11002"
COLUMN = 1_000_000
SAMPLE = 20_000
PARTS = ("one", "all", "one-shot", "build", "answers", "days", "numbers", "scalars", "memory")


def day(number: int) -> dt.date:
    """The day of a round."""
    return ON + dt.timedelta(days=number)


def caseload_jobs(size: int, only: list[str], engines: list[str]) -> Iterator[Job]:
    """The jobs on a caseload of so many dossiers."""
    from peers import ENGINES, data
    from peers.caseloads import Bench

    tables = data.generate(size)
    peers = [ENGINES[name]() for name in engines]
    bench = Bench(tables, peers, day)
    if "one" in only:
        yield from bench.one_list(LARGEST)
    if "all" in only:
        yield bench.all_lists()
    if "answers" in only:
        yield bench.answers()
    bench.forget_built()
    if "one-shot" in only:
        yield bench.one_shot("rows in random order")
    if "build" in only:
        yield bench.building()
    if "one-shot" in only:
        del bench
        yield Bench(tables.sorted(), peers, day).one_shot("rows sorted by number")


def column_jobs(only: list[str]) -> Iterator[Job]:
    """The jobs on columns, and those on one value."""
    from peers import columns, scalars

    if "days" in only:
        yield from columns.working_day_jobs(COLUMN, SAMPLE)
    if "numbers" in only:
        yield columns.number_job(COLUMN, SAMPLE)
    if "scalars" in only:
        yield from scalars.jobs()


def facts(arguments: argparse.Namespace) -> dict[str, str]:
    """The machine and the versions."""
    import polars as pl

    cpu = next(
        (line.split(":")[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")),
        platform.processor(),
    )
    names = ("inburgering", "polars", "duckdb", "pandas", "numpy", "pyarrow", "python-stdnum")
    return {
        "date": dt.date.today().isoformat(),
        "machine": f"{cpu}, {os.cpu_count()} cores",
        "threads": f"{pl.thread_pool_size()} for polars and for duckdb",
        "versions": ", ".join(f"{name} {version(name)}" for name in names) + f", Python {platform.python_version()}",
        "rounds": ", ".join(f"{arguments.rounds or rounds(size)} at {size:,}" for size in arguments.dossiers),
    }


def _lines(path: str) -> list[str]:
    file = Path(path)
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


def rounds(size: int) -> int:
    """How many rounds a size is worth."""
    return 9 if size <= 100_000 else 5 if size <= 1_000_000 else 3


def main() -> int:
    """Measure, print the table, and write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dossiers", type=int, nargs="+", default=[100_000, 1_000_000], help="the sizes")
    parser.add_argument("--rounds", type=int, help="how often each is timed; by default fewer for the larger sizes")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="some of the jobs")
    parser.add_argument("--with", dest="engines", nargs="+", default=None, help="some of the engines")
    parser.add_argument("--threads", type=int, help="how many threads the engines may use; by default every core")
    parser.add_argument("--patience", type=float, default=20, help="seconds after which a contender runs only once")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder for the table")
    arguments = parser.parse_args()
    if arguments.threads:
        # Read when polars is loaded, so nothing that needs it is imported before.
        os.environ["POLARS_MAX_THREADS"] = str(arguments.threads)
    from peers import ENGINES, data, memory, table
    from peers.timing import measure

    engines = arguments.engines or list(ENGINES)
    rows: list[table.Row] = []
    taken: list[table.Memory] = []

    def run(size: int | None, jobs: Iterator[Job]) -> None:
        for job in jobs:
            print(f"… {size or '':,} {job.name}" if size else f"… {job.name}", file=sys.stderr)
            number = arguments.rounds or rounds(size or COLUMN)
            rows.append(table.Row(size, job, measure(job, number, arguments.patience)))
            table.write(arguments.out, facts(arguments), rows, taken)

    for size in arguments.dossiers:
        run(size, caseload_jobs(size, arguments.only, engines))
        if "memory" in arguments.only:
            taken.append(memory.measure(data.generate(size), ON))
    run(None, column_jobs(arguments.only))
    told = facts(arguments)
    table.write(arguments.out, told, rows, taken)
    print("\n".join(f"{name}: {fact}" for name, fact in told.items()))
    print(f"\n{table.text(rows)}\n")
    for of in taken:
        print(of.line())
    return 0


if __name__ == "__main__":
    sys.exit(main())
