"""The facts of an explanation: the golden cases."""

from __future__ import annotations

import datetime as dt
from typing import Any

import inburgering as ib
import pytest
from delivering import golden
from tables import COLUMNS, arrow

CASES = golden("explanation")
RUN: set[str] = set()


def explanation(case: dict[str, Any], language: ib.Language) -> ib.Explanation:
    caseload = ib.Caseload(**{name: arrow(name, case.get(name, ())) for name in COLUMNS})
    return caseload.place(on=dt.date.fromisoformat(case["on"])).explain(case["insz"], language=language)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_golden_case(case: dict[str, Any]) -> None:
    RUN.add(case["name"])
    for language in ib.Language:
        letter = explanation(case, language)
        assert [fact.sentence(language) for fact in letter.facts] == case[language.name.lower()]


def test_no_golden_case_was_left_out() -> None:
    assert len(CASES) > 5
    assert {case["name"] for case in CASES} == RUN
