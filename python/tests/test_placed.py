"""Everybody on one day: lists, answers, counts, explanations."""

from __future__ import annotations

import datetime as dt
import pickle
import re

import inburgering as ib
import pytest
from tables import ANSWERS, ON, ROWS, arrow

NUMBER = "85.07.30-901.33"
COLUMNS_OF_A_LIST = ("insz", "contract_signed", "attest_obtained")


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


LISTS = [
    {"municipality": row["municipality"], **{column: row[column] for column in COLUMNS_OF_A_LIST}}
    for row in sorted(ANSWERS, key=lambda row: (str(row["municipality"]), str(row["insz"])))
    if row["answer"] == "eligible"
]


def test_who_is_listed_where(placed: ib.Placed) -> None:
    everybody = placed.listed()
    assert everybody.schema == {
        "municipality": "utf8",
        "insz": "utf8",
        "contract_signed": "bool",
        "attest_obtained": "bool",
    }
    assert everybody.to_pyarrow().to_pylist() == LISTS
    for municipality in ("31005", ib.municipality("31005")):
        rows = placed.listed(municipality).to_pyarrow().to_pylist()
        assert rows == [{column: ANSWERS[2][column] for column in COLUMNS_OF_A_LIST}]
    assert len(placed.listed("46014")) == 0  # merged away
    with pytest.raises(ib.MunicipalityError):
        placed.listed("99999")


@pytest.mark.parametrize("closed", ib.ClosedRule)
@pytest.mark.parametrize("brussels", ib.Brussels)
def test_lists_asked_once_are_those_of_a_placement(closed: ib.ClosedRule, brussels: ib.Brussels) -> None:
    tables = {name: arrow(name, rows) for name, rows in ROWS.items()}
    placed = ib.Caseload(**tables).place(on=ON, closed=closed, brussels=brussels)
    once = ib.lists(**tables, on=ON, closed=closed, brussels=brussels)
    assert once.to_pyarrow().equals(placed.listed().to_pyarrow())


def test_lists_asked_once_fail_as_a_caseload_does() -> None:
    tables = {name: arrow(name, rows) for name, rows in ROWS.items()}
    with pytest.raises(ib.OutsideHorizon):
        ib.lists(**tables, on=dt.date(1994, 12, 31))
    broken = arrow("deaths", [{"insz": "95.05.05-905.05"}])
    with pytest.raises(ib.CaseloadError) as caught:
        ib.lists(**{**tables, "deaths": broken}, on=ON, first_row=2)
    assert str(caught.value.problems[0]).startswith("deaths, row 2, column died_on")
    aside = ib.lists(**{**tables, "deaths": broken}, on=ON, problems="set_aside")
    assert len(aside) == len(LISTS)
    with pytest.raises(TypeError):
        ib.lists(tables["dossiers"], tables["residences"], None, None, ON)  # type: ignore[call-arg]


def test_the_periods_are_what_lists_are_read_from(placed: ib.Placed) -> None:
    periods = placed.caseload.periods()
    assert list(periods.schema) == [
        "municipality",
        "insz",
        "valid_from",
        "valid_until",
        "contract_signed",
        "attest_obtained",
        "basis",
    ]
    rows = periods.to_pyarrow().to_pylist()
    columns = ("municipality", *COLUMNS_OF_A_LIST)
    for day in (dt.date(2025, 2, 2), dt.date(2025, 2, 3), dt.date(2025, 8, 31), dt.date(2025, 9, 1), ON):
        covering = [
            {column: row[column] for column in columns}
            for row in rows
            if row["valid_from"] <= day and (row["valid_until"] is None or day < row["valid_until"])
        ]
        assert covering == placed.caseload.place(on=day).listed().to_pyarrow().to_pylist()


@pytest.mark.parametrize("threads", [1, 2, 5, None])
def test_the_answers_do_not_depend_on_the_threads(threads: int | None, placed: ib.Placed) -> None:
    tables = {name: arrow(name, rows) for name, rows in ROWS.items()}
    caseload = ib.Caseload(**tables, threads=threads)
    assert caseload.place(on=ON).answers().to_pyarrow().to_pylist() == ANSWERS
    assert ib.lists(**tables, on=ON, threads=threads).to_pyarrow().to_pylist() == LISTS


@pytest.mark.parametrize("threads", [0, -1, -85073090133])
def test_fewer_threads_than_one_are_refused(threads: int) -> None:
    tables = {name: arrow(name, rows) for name, rows in ROWS.items()}
    with pytest.raises(ValueError, match="give 1 or more, or None for all there are") as caught:
        ib.Caseload(**tables, threads=threads)
    assert str(threads).lstrip("-") not in str(caught.value).replace("1 or more", "")


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
