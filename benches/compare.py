"""The library beside the tools that people would use instead, on the same data, with equal answers asserted first.

    python benches/compare.py --dossiers 100000 1000000

Each job runs round by round, every contender in turn, on a new day each round, so that nothing can be kept from the round
before. What it prints is also written to `out/bench/`. The ratio is the contender's time to the library's.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import platform
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl
    from peers.data import Tables
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
    import inburgering as ib
    import polars as pl
    from peers import ENGINES, data, ours
    from peers.periods import Periods
    from peers.timing import Job

    tables = data.generate(size)
    peers = {name: ENGINES[name]() for name in engines}
    loaded = {name: peer.load(tables) for name, peer in peers.items()}
    arrow = ours.arrow(tables)
    caseload = ib.Caseload(**arrow)

    def same(answer: object, other: object) -> bool:
        return frame(answer).equals(frame(other).select(frame(answer).columns))

    def frame(answer: Any) -> pl.DataFrame:
        found = answer if isinstance(answer, pl.DataFrame) else pl.DataFrame(answer)
        return found.with_columns(pl.col(pl.Categorical, pl.Enum).cast(pl.String))

    def every(of: Callable[[Any, Any], Callable[[int], object]]) -> dict[str, Callable[[int], object]]:
        return {name: of(peer, loaded[name]) for name, peer in peers.items()}

    if "one" in only:
        placed = caseload.place(on=ON)
        eligible = (
            placed.answers().to_polars()["municipality"].drop_nulls().value_counts().sort("count", "municipality")
        )
        median = eligible["municipality"][len(eligible) // 2]
        index = Periods(ours.periods(caseload, ON))
        for what, code in (("median", median), ("largest", LARGEST)):
            persons = eligible.filter(municipality=code)["count"][0]
            yield Job(
                f"one list, {what} municipality ({persons:,} persons)",
                {"inburgering": lambda _, code=code: ours.one_list(placed, code)}
                | every(lambda peer, of, code=code: lambda _: peer.lists(of, ON, municipality=code))
                | {"polars on our periods": lambda _, code=code: index.listed(code, ON)},
                same,
            )
        del index, placed
    if "all" in only:
        yield Job(
            "all lists, caseload built",
            {"inburgering": lambda number: ours.all_lists(caseload, day(number))}
            | every(lambda peer, of: lambda number: peer.lists(of, day(number))),
            same,
        )
    if "answers" in only:
        persons = len(ours.answers(caseload, ON))
        yield Job(
            "everybody's answer with its reasons, into polars",
            {"inburgering": lambda number: ours.answers(caseload, day(number))},
            rows=persons,
        )
    del caseload
    if "one-shot" in only:
        yield Job(
            "all lists one-shot, rows in random order",
            {"inburgering": lambda number: ours.one_shot(arrow, day(number))}
            | every(lambda peer, of: lambda number: peer.lists(of, day(number))),
            same,
        )
    if "build" in only:
        runs = {"inburgering": lambda number: ours.built(arrow, day(number))}
        if "polars" in peers:
            runs["polars"] = lambda number: peers["polars"].lists(loaded["polars"], day(number))
        yield Job("building the caseload, to its first answer", runs, share_of="polars")
    if "one-shot" in only:
        del arrow, loaded
        tables = tables.sorted()
        in_order = ours.arrow(tables)
        loaded = {name: peer.load(tables) for name, peer in peers.items()}
        yield Job(
            "all lists one-shot, rows sorted by number",
            {"inburgering": lambda number: ours.one_shot(in_order, day(number))}
            | every(lambda peer, of: lambda number: peer.lists(of, day(number))),
            same,
        )


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
        "rounds": f"{arguments.rounds or 'by size: ' + ', '.join(f'{rounds(size)} at {size:,}' for size in arguments.dossiers)}",
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
