"""Deadlines: `Deadline`, `DeadlineStatus`."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import inburgering as ib
import pytest

LEGAL = ib.Calendar.legal()
RECEIVED = dt.date(2025, 11, 3)


def test_a_deadline_says_how_it_was_counted() -> None:
    deadline = LEGAL.deadline(RECEIVED, working_days=10)
    assert deadline.due == dt.date(2025, 11, 18)
    assert (deadline.event, deadline.working_days, deadline.calendar) == (RECEIVED, 10, LEGAL)
    assert str(deadline) == "2025-11-18: 10 working days after 2025-11-03"
    assert repr(deadline) == "<inburgering.Deadline 2025-11-18: 10 working days after 2025-11-03, legal>"
    assert [skipped.day.day for skipped in deadline.skipped] == [8, 9, 11, 15, 16]
    assert [str(skipped) for skipped in deadline.skipped_weekdays] == ["11 November: Wapenstilstand (Armistice Day)"]
    assert isinstance(deadline.skipped, tuple)


def test_a_deadline_before_its_event() -> None:
    deadline = LEGAL.deadline(RECEIVED, working_days=-1)
    assert deadline.due == dt.date(2025, 10, 31)
    assert str(deadline) == "2025-10-31: 1 working day before 2025-11-03"
    assert [skipped.day.day for skipped in deadline.skipped] == [1, 2]


@pytest.mark.parametrize(
    ("on", "code", "days", "english", "dutch"),
    [
        ("2025-11-12", "days_left", 4, "4 working days are left", "er resten nog 4 werkdagen"),
        ("2025-11-17", "days_left", 1, "1 working day is left", "er rest nog 1 werkdag"),
        ("2025-11-18", "due_today", None, "the due day is today", "vandaag is de uiterste dag"),
        (
            "2025-11-19",
            "late",
            1,
            "the due day passed 1 working day ago",
            "de uiterste dag is 1 werkdag geleden verstreken",
        ),
    ],
)
def test_where_it_stands(on: str, code: str, days: int | None, english: str, dutch: str) -> None:
    status = LEGAL.deadline(RECEIVED, working_days=10).status(on=dt.date.fromisoformat(on))
    assert (status.code, status.working_days, str(status), status.dutch) == (code, days, english, dutch)
    assert repr(status) == f"<inburgering.DeadlineStatus {code}{'' if days is None else f': {days}'}>"
    assert pickle.loads(pickle.dumps(status)) == copy.deepcopy(status) == status


def test_late_by_no_working_day_in_the_weekend_after() -> None:
    status = LEGAL.deadline(dt.date(2025, 3, 1), working_days=10).status(on=dt.date(2025, 3, 16))
    assert (status.code, status.working_days) == ("late", 0)
    assert str(status) == "the due day has passed, but no working day since"


def test_the_day_of_a_status_is_given_by_name() -> None:
    deadline: Any = LEGAL.deadline(RECEIVED, working_days=10)
    with pytest.raises(TypeError):
        deadline.status(RECEIVED)
    with pytest.raises(TypeError):
        deadline.status(on=dt.datetime(2025, 11, 3))


def test_a_deadline_is_a_value() -> None:
    deadline = LEGAL.deadline(RECEIVED, working_days=10)
    assert pickle.loads(pickle.dumps(deadline)) == copy.copy(deadline) == copy.deepcopy(deadline) == deadline
    assert hash(deadline) == hash(LEGAL.deadline(RECEIVED, working_days=10))
    assert deadline != ib.Calendar.flemish_government().deadline(RECEIVED, working_days=10)
    with pytest.raises(ib.JsonError, match="no Deadline"):
        ib.Deadline.from_json(deadline.to_json().replace("2025-11-18", "2025-11-19"))
    with pytest.raises(TypeError):
        ib.Deadline()
