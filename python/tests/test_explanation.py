"""The facts of an explanation: the golden cases."""

from __future__ import annotations

import datetime as dt
import html
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
        lines = [fact.sentence(language) for fact in letter.facts]
        assert lines == case[language.name.lower()]
        page = letter.to_html()
        for line in lines:
            assert f"\n- {line}\n" in str(letter)
            day, event = line.split(": ", 1)
            assert f"{day}</th><td>{html.escape(event)}" in page


def test_a_merger_names_both_municipalities() -> None:
    case = next(case for case in CASES if "Borsbeek became Antwerpen" in case["name"])
    *_, merger = explanation(case, ib.Language.DUTCH).facts
    assert (merger.code, merger.municipality, merger.successor) == ("municipality_became", "11007", "11002")
    assert merger.day == dt.date(2025, 1, 1)
    assert repr(merger) == "<inburgering.Fact municipality_became on 2025-01-01>"


def test_no_golden_case_was_left_out() -> None:
    assert len(CASES) > 5
    assert {case["name"] for case in CASES} == RUN
