"""Everybody on one day: lists, answers, counts, explanations."""

from __future__ import annotations

import datetime as dt
import pickle
import re

import inburgering as ib
import pytest
from tables import ANSWERS, ON, ROWS, arrow

NUMBER = "85.07.30-901.33"


@pytest.fixture(scope="module")
def placed() -> ib.Placed:
    return ib.Caseload(**{name: arrow(name, rows) for name, rows in ROWS.items()}).place(on=ON)


def test_the_table_of_answers(placed: ib.Placed) -> None:
    answers = placed.answers()
    assert answers.schema == {
        "insz": "utf8",
        "answer": "utf8",
        "municipality": "utf8",
        "basis": "utf8",
        "contract_signed": "bool",
        "attest_obtained": "bool",
        "reasons": "list<utf8>",
    }
    assert answers.to_pyarrow().to_pylist() == ANSWERS
    assert "<inburgering.Table of 5 rows" in repr(answers)


def test_the_answers_of_one_municipality(placed: ib.Placed) -> None:
    for municipality in ("31005", ib.municipality("31005")):
        assert placed.answers(municipality).to_pyarrow().to_pylist() == [ANSWERS[2]]
        assert placed.eligible_in(municipality).to_pyarrow().to_pylist() == [ANSWERS[2]]
    assert len(placed.answers("46014")) == 0  # merged away
    with pytest.raises(ib.MunicipalityError):
        placed.answers("99999")
    assert {municipality.code: persons for municipality, persons in placed.lists().items()} == {
        "31005": 1,
        "44021": 1,
        "46029": 1,
    }
    assert placed.closed_residing_elsewhere("46029") == 1
    assert placed.closed_residing_elsewhere("44021") == 0


def test_the_counts(placed: ib.Placed) -> None:
    counts = placed.counts()
    assert (counts.persons, counts.eligible, counts.not_eligible, counts.undetermined) == (5, 3, 1, 1)
    assert counts.by_reason == {
        ib.ReasonCode.FOLLOWS_CURRENT_RESIDENCE: 2,
        ib.ReasonCode.STAYS_AT_CONTRACT_MUNICIPALITY: 1,
        ib.ReasonCode.DIED: 1,
        ib.ReasonCode.CLOSED_BEFORE_REGISTRATION: 1,
    }
    assert counts == placed.counts()
    assert hash(counts) == hash(placed.counts())
    assert counts.to_table().to_pyarrow().to_pylist()[0] == {"kind": "answer", "code": "eligible", "persons": 3}
    html = counts._repr_html_()
    assert "<caption>" in html
    assert '<th scope="row">undetermined</th><td>answer</td><td>1</td>' in html
    with pytest.raises(TypeError, match="to_json"):
        pickle.dumps(counts)


def test_a_placement_tells_its_day_its_options_and_its_caseload(placed: ib.Placed) -> None:
    assert placed.on == ON
    assert placed.rules == ib.ListRules()
    strict = placed.caseload.place(on=ON, closed="contract_municipality_if_resident")
    assert strict.rules.closed is ib.ClosedRule.CONTRACT_MUNICIPALITY_IF_RESIDENT
    assert strict.counts().eligible == 2
    assert repr(placed) == "<inburgering.Placed on 2026-01-15: 3 eligible, 1 not eligible, 1 undetermined>"


def test_an_explanation_is_a_letter(placed: ib.Placed) -> None:
    letter = placed.explain(NUMBER)
    assert letter.language is ib.Language.DUTCH
    assert letter.on == ON
    assert letter.answer == placed.answer(NUMBER)
    assert (letter.holds.start, letter.holds.until) == (dt.date(2025, 9, 1), None)
    assert [fact.code for fact in letter.facts] == ["residence", "registered", "residence"]
    assert str(letter).startswith(f"Uitleg over {NUMBER} op 15 januari 2026")
    assert str(placed.explain(NUMBER, language="en")).startswith(f"Explanation for {NUMBER} on 2026-01-15")
    assert repr(letter) == "<inburgering.Explanation on 2026-01-15: eligible>"
    with pytest.raises(ib.VocabularyError, match="give one of nl, en"):
        placed.explain(NUMBER, language="fr")
    with pytest.raises(TypeError):
        placed.explain(NUMBER, "nl")  # type: ignore[call-arg]


def test_a_timeline_is_a_sequence_and_a_table_without_the_number(placed: ib.Placed) -> None:
    timeline = placed.caseload.timeline(NUMBER)
    assert len(timeline) == 2
    assert [str(period.answer.outcome) for period in timeline] == ["eligible", "eligible"]
    assert timeline[0] == timeline.periods[0]
    assert timeline[-1] == timeline.at(ON)
    assert timeline.at(dt.date(2025, 2, 2)) is None
    assert timeline.at(dt.date(2100, 1, 1)) is None
    for at in (2, -3):
        with pytest.raises(IndexError, match="the timeline has 2 periods"):
            timeline[at]
    html = timeline._repr_html_()
    assert '<th scope="row">2025-02-03</th><td>2025-08-31</td><td>eligible</td><td>44021 (Gent)</td>' in html
    assert re.search(r"\d{2}\.\d{2}\.\d{2}-\d{3}", html + repr(timeline) + repr(timeline.periods)) is None
    assert NUMBER in timeline.to_json()
    with pytest.raises(TypeError, match="pickle the Person"):
        pickle.dumps(timeline)
