"""The jobs on one value: reading a register number, its parts, and a due day, beside a call that does nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

import inburgering as ib
import numpy as np
from stdnum.be import nn

from . import working_days
from .timing import Job, Run

TIMES = 20_000


def jobs() -> Iterator[Job]:
    """Each call so many times."""
    text = "85.07.30-901.33"
    number, calendar, day = ib.Insz(text), ib.Calendar.legal(), dt.date(2026, 10, 26)
    peer, numpy_day = working_days.Numpy().calendar, np.datetime64("2026-10-26")
    yield Job(
        "a call that does nothing: what each of these takes beside its job",
        {"python": _repeated(lambda: None)},
        rows=TIMES,
    )
    yield _job(
        "one register number",
        {"inburgering": lambda: ib.Insz(text), "python-stdnum": lambda: nn.validate(text)},
        lambda one, other: str(one) == nn.format(str(other)),
    )
    yield _job(
        "the birth date of one number",
        {"inburgering": lambda: number.birth_date, "python-stdnum": lambda: nn.get_birth_date(text)},
        lambda one, other: one == other,
    )
    yield _job(
        "the sex of one number",
        {"inburgering": lambda: number.sex, "python-stdnum": lambda: nn.get_gender(text)},
        lambda one, other: (one is ib.Sex.MAN) == (other == "M"),
    )
    yield _job(
        "one due day, 20 working days on",
        {
            "inburgering": lambda: calendar.add(day, working_days=20),
            "numpy": lambda: np.busday_offset(numpy_day, 20, roll="backward", busdaycal=peer),
        },
        lambda one, other: np.datetime64(str(one)) == other,
    )


def _job(name: str, calls: dict[str, Callable[[], object]], same: Callable[[object, object], bool]) -> Job:
    return Job(name, {contender: _repeated(call) for contender, call in calls.items()}, same, rows=TIMES)


def _repeated(call: Callable[[], object]) -> Run:
    def run(_: int) -> object:
        found = None
        for _ in range(TIMES):
            found = call()
        return found

    return run
