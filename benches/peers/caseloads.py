"""The jobs on a caseload: one list, all lists, answers and the build."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import inburgering as ib
import polars as pl

from . import ours
from .data import Tables
from .engine import Engine
from .periods import Periods
from .timing import Job, Run

NAME = "inburgering"


class Bench:
    """A caseload in the form of every contender."""

    def __init__(self, tables: Tables, peers: Sequence[Engine], day: Callable[[int], dt.date]) -> None:
        self.peers = {peer.name: (peer, peer.load(tables)) for peer in peers}
        self.tables = ours.arrow(tables)
        self.day = day
        self._built: ib.Caseload | None = None

    @property
    def built(self) -> ib.Caseload:
        """The library's caseload, built when it is first asked for."""
        if self._built is None:
            self._built = ib.Caseload(**self.tables)
        return self._built

    def forget_built(self) -> None:
        """Give its memory back."""
        self._built = None

    def one_list(self, largest: str) -> Iterator[Job]:
        """The list of the median municipality, and of the largest."""
        on = self.day(0)
        placed = self.built.place(on=on)
        counted = ours.all_lists(self.built, on)
        every = pl.DataFrame(counted)["municipality"].cast(pl.String).value_counts().sort("count", "municipality")
        periods = Periods(ours.periods(self.built))
        for what, code in (("median", every["municipality"][len(every) // 2]), ("largest", largest)):
            persons = every.filter(municipality=code)["count"][0]
            yield Job(
                f"one list, {what} municipality ({persons:,} persons)",
                {
                    NAME: _one_list(placed, code),
                    **{name: _peer_list(peer, loaded, on, code) for name, (peer, loaded) in self.peers.items()},
                    "polars on our periods": _of_periods(periods, code, on),
                },
                _same,
            )

    def all_lists(self) -> Job:
        """All lists of a day, from the caseload."""
        built = self.built
        runs = {NAME: lambda number: ours.all_lists(built, self.day(number)), **self._peers_lists()}
        return Job("all lists, caseload built", runs, _same)

    def answers(self) -> Job:
        """Everybody's answer."""
        built = self.built
        persons = len(ours.answers(built, self.day(0)))
        runs: dict[str, Run] = {NAME: lambda number: ours.answers(built, self.day(number))}
        return Job("everybody's answer with its reasons", runs, rows=persons)

    def one_shot(self, order: str) -> Job:
        """All lists of a day, from the input tables."""
        runs = {NAME: lambda number: ours.one_shot(self.tables, self.day(number)), **self._peers_lists()}
        return Job(f"all lists one-shot, {order}", runs, _same)

    def building(self) -> Job:
        """The build, as a share of one query."""
        runs: dict[str, Run] = {NAME: lambda number: ours.built(self.tables, self.day(number))}
        runs |= {name: run for name, run in self._peers_lists().items() if name == "polars"}
        return Job("building the caseload, to its first answer", runs, share_of="polars")

    def _peers_lists(self) -> dict[str, Run]:
        return {name: _peer_lists(peer, loaded, self.day) for name, (peer, loaded) in self.peers.items()}


def _one_list(placed: ib.Placed, code: str) -> Run:
    return lambda _: ours.one_list(placed, code)


def _peer_list(peer: Engine, loaded: Any, on: dt.date, code: str) -> Run:
    return lambda _: peer.lists(loaded, on, municipality=code)


def _peer_lists(peer: Engine, loaded: Any, day: Callable[[int], dt.date]) -> Run:
    return lambda number: peer.lists(loaded, day(number))


def _of_periods(periods: Periods, code: str, on: dt.date) -> Run:
    return lambda _: periods.listed(code, on)


def _same(answer: Any, other: Any) -> bool:
    """Whether they hold the same rows in the same order, in the columns of the first."""
    one, two = _frame(answer), _frame(other)
    return one.equals(two.select(one.columns))


def _frame(answer: Any) -> pl.DataFrame:
    found = answer if isinstance(answer, pl.DataFrame) else pl.DataFrame(answer)
    return found.with_columns(pl.col("insz", "^municipality$").cast(pl.String))
