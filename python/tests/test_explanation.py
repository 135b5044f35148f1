"""The facts of an explanation: the golden cases."""

from __future__ import annotations

import datetime as dt
import html
import re
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


def other_numbers(case: dict[str, Any]) -> set[str]:
    """The numbers of the rows but for the one that is asked about, in both spellings."""
    rows = [row for name in COLUMNS for row in case.get(name, ())]
    numbers = {row[column] for row in rows for column in ("insz", "insz_old", "insz_new") if column in row}
    others = numbers - {case["insz"]}
    return others | {number.replace(".", "").replace("-", "") for number in others}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_golden_case(case: dict[str, Any]) -> None:
    RUN.add(case["name"])
    for language in ib.Language:
        letter = explanation(case, language)
        lines = [fact.sentence(language) for fact in letter.facts]
        assert lines == case[language.name.lower()]
        # Numbers and days stand in spans that are not broken at the end of a line.
        page = re.sub(r'<span class="whole">([^<]*)</span>', r"\1", letter.to_html())
        assert letter.leaves_facts_out == case.get("leaves_facts_out", False)
        assert case.get("outcome") in (None, letter.answer.outcome)
        assert case.get("reasons") in (None, [reason.code for reason in letter.answer.reasons])
        if letter.leaves_facts_out:
            for text in (str(letter), page, letter.to_json()):
                assert case["insz"] in text
                assert not [number for number in other_numbers(case) if number in text]
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
