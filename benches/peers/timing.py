"""Contenders timed in turn, round by round, after their answers were found equal."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Run = Callable[[int], object]
"""One run of a contender, told the number of the round."""


@dataclass(frozen=True)
class Job:
    """One job that several contenders do, the library first."""

    name: str
    runs: dict[str, Run]
    """The contenders, by name."""
    same: Callable[[object, object], bool] | None = None
    """Whether a contender's answer is the library's; none where the answers were compared elsewhere."""
    rows: int | None = None
    """How many rows the job has, where the time of a row is what is asked."""
    scale: dict[str, float] = field(default_factory=dict)
    """Contenders that do only a part of the job, and how many times it the whole is."""
    share_of: str | None = None
    """Where not the ratio is asked but the share of this contender's time."""


@dataclass(frozen=True)
class Measured:
    """The median time of a contender in seconds, or why there is none."""

    seconds: float | None
    note: str = ""


class DifferentAnswerError(AssertionError):
    """A contender gave another answer than the library."""


def measure(job: Job, rounds: int, patience: float) -> dict[str, Measured]:
    """Compare the answers of one round, then time the others.

    A contender that fails is told, and one that took longer than `patience` seconds is timed no more than once.
    """
    times: dict[str, list[float]] = {}
    notes: dict[str, str] = {}
    answer: object = None
    for at, (name, run) in enumerate(job.runs.items()):
        try:
            seconds, found = _timed(run, 0)
        except Exception as error:
            if at == 0:
                raise
            notes[name] = f"failed: {type(error).__name__}"
            continue
        if at == 0:
            answer = found
        elif job.same is not None and not job.same(answer, found):
            raise DifferentAnswerError(f"{job.name}: {name} gives another answer than the library")
        del found
        if seconds > patience and at > 0:
            times[name] = [seconds]
            notes[name] = "one run"
    del answer
    for number in range(1, rounds + 1):
        for name, run in job.runs.items():
            if name not in notes:
                seconds, found = _timed(run, number)
                del found
                times.setdefault(name, []).append(seconds)
    medians = {name: statistics.median(of) * job.scale.get(name, 1) for name, of in times.items()}
    for name in job.scale:
        notes.setdefault(name, "scaled from a sample")
    return {name: Measured(medians.get(name), notes.get(name, "")) for name in job.runs}


def _timed(run: Run, number: int) -> tuple[float, object]:
    """How long one run takes, without the garbage collector, and what it gave."""
    gc.collect()
    gc.disable()
    try:
        start = time.perf_counter()
        found = run(number)
        return time.perf_counter() - start, found
    finally:
        gc.enable()
