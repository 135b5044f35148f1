"""Who is on whose list: the golden cases, asked of a person and of a caseload from tables."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import tomllib
from pathlib import Path
from typing import Any

import inburgering as ib
import pytest
from tables import arrow

GOLDEN = Path(__file__).parents[2] / "crates" / "inburgering" / "tests" / "golden" / "eligibility.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]
RUN: set[tuple[str, str]] = set()
"""The cases that were run, by the way in which they were asked."""


def rules(case: dict[str, Any]) -> dict[str, str]:
    return {name: case[name] for name in ("closed", "brussels") if name in case}


def said(answer: ib.Answer | None, on: str) -> dict[str, Any]:
    if answer is None:
        return {"on": on, "answer": "nobody"}
    found: dict[str, Any] = {"on": on, "answer": str(answer.outcome)}
    if answer.municipality is not None:
        found["municipality"] = answer.municipality.code
    if answer.basis is not None:
        found["basis"] = str(answer.basis)
    if answer.contract_signed:
        found["contract"] = True
    if answer.attest_obtained:
        found["attest"] = True
    return found | {"reasons": [str(reason.code) for reason in answer.reasons]}


def without_false(expected: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in expected.items() if value is not False}


def caseload(case: dict[str, Any]) -> ib.Caseload:
    """Build the caseload of the tables of a case."""
    tables = {name: arrow(name, case.get(name, ())) for name in ("dossiers", "residences", "deaths", "replacements")}
    return ib.Caseload(**tables, problems=case.get("problems", "raise"))


def expected_of(case: dict[str, Any]) -> list[dict[str, Any]]:
    return [without_false(expected) for expected in case["expected"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden_case_of_a_caseload(case: dict[str, Any]) -> None:
    assert case["citation"]
    built = caseload(case)
    person = built.person(case["ask"])
    try:
        timeline: ib.Timeline | None = built.timeline(case["ask"], **rules(case))
    except ib.UnknownPersonError:
        timeline = None
    for expected in expected_of(case):
        on = dt.date.fromisoformat(expected["on"])
        answer: ib.Answer | None = None
        rows: dict[str, dict[str, Any]] = {}
        try:
            placed = built.place(on=on, **rules(case))
            rows = {row["insz"]: row for row in placed.answers().to_pyarrow().to_pylist()}
            answer = placed.answer(case["ask"])
        except (ib.OutsideHorizon, ib.UnknownPersonError):
            assert expected["answer"] == "nobody"
        assert said(answer, expected["on"]) == expected
        # The rule for one person, the timeline and the table say the same.
        assert person is None or person.answer(on=on, **rules(case)) == answer
        period = timeline.at(on) if timeline is not None else None
        assert (period.answer if period is not None else None) == answer
        if answer is not None:
            row = rows[str(answer.number)]
            assert row == {
                "insz": str(answer.number),
                "answer": str(answer.outcome),
                "municipality": answer.municipality.code if answer.municipality is not None else None,
                "basis": str(answer.basis) if answer.basis is not None else None,
                "contract_signed": answer.contract_signed,
                "attest_obtained": answer.attest_obtained,
                "reasons": [str(reason.code) for reason in answer.reasons],
            }
    RUN.add(("caseload", case["name"]))


def days_of(row: dict[str, str], *names: str) -> dict[str, dt.date]:
    return {name: dt.date.fromisoformat(row[name]) for name in names if row.get(name)}


def own_person(case: dict[str, Any]) -> ib.Person:
    """Put the person together from what the rows say of its numbers, as a caller without tables would."""
    found = caseload(case).person(case["ask"])
    assert found is not None
    mine = {str(number) for number in found.numbers}

    def of_mine(table: str) -> list[dict[str, str]]:
        rows = case.get(table, ())
        return [row for row in rows if row.get("insz", row.get("insz_old", "")).strip() in mine]

    dossiers = []
    for row in of_mine("dossiers"):
        days = days_of(row, "registered_on", "contract_signed_on", "attest_obtained_on", "closed_on")
        code = row.get("contract_municipality") or None
        dossiers.append(ib.Dossier(row["dossier"], contract_municipality=code, **days))
    spells = [
        ib.Spell(row["municipality"], **days_of(row, "valid_from", "valid_until")) for row in of_mine("residences")
    ]
    replacements = [
        ib.Replacement(old=row["insz_old"], new=row["insz_new"], **days_of(row, "replaced_on"))
        for row in of_mine("replacements")
    ]
    deaths = [dt.date.fromisoformat(row["died_on"]) for row in of_mine("deaths")]
    return ib.Person(
        case["ask"],
        dossiers=dossiers,
        spells=spells,
        replacements=replacements,
        died_on=min(deaths, default=None),
        # That another person has rows of the same dossier number, only a caseload can know.
        rows_differ_from=found.rows_differ_from,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden_case_of_a_person(case: dict[str, Any]) -> None:
    if "problems" not in case and caseload(case).person(case["ask"]) is not None:
        person = own_person(case)
    else:
        # Nobody, or a row that cannot be read: a Person is made of rows that can.
        found = caseload(case).person(case["ask"])
        if found is None:
            assert all(expected["answer"] == "nobody" for expected in case["expected"])
            RUN.add(("person", case["name"]))
            return
        person = pickle.loads(pickle.dumps(found))
    timeline = person.timeline(**rules(case))
    for expected in expected_of(case):
        on = dt.date.fromisoformat(expected["on"])
        answer = person.answer(on=on, **rules(case))
        assert said(answer, expected["on"]) == expected
        period = timeline.at(on)
        assert (period.answer if period is not None else None) == answer
    RUN.add(("person", case["name"]))


def test_no_golden_case_was_left_out() -> None:
    assert len(CASES) > 50
    assert len({case["name"] for case in CASES}) == len(CASES)
    assert {(way, case["name"]) for way in ("caseload", "person") for case in CASES} == RUN


def test_every_reason_occurs_in_a_golden_case() -> None:
    occurring = {code for case in CASES for expected in case["expected"] for code in expected.get("reasons", ())}
    assert occurring == set(ib.ReasonCode)


NUMBER = "85.07.30-901.33"


def answer() -> ib.Answer:
    dossier = ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))
    found = ib.Person(NUMBER, dossiers=[dossier], spells=[ib.Spell("44021")]).answer(on=dt.date(2026, 1, 15))
    assert found is not None
    return found


def test_an_answer_shows_no_digit_of_the_number_unless_asked() -> None:
    found = answer()
    assert repr(found) == "<inburgering.Answer eligible in 44021 (Gent): follows_current_residence>"
    assert str(found) == (
        "eligible: still in a trajectory and living in 44021 (Gent): an active dossier follows current residence"
    )
    assert str(found.number) == NUMBER
    assert NUMBER in found.to_json()


def test_an_answer_is_copied_and_not_pickled() -> None:
    found = answer()
    assert copy.deepcopy(found) is found
    assert found == answer()
    assert hash(found) == hash(answer())
    with pytest.raises(TypeError, match="pickle the Person"):
        pickle.dumps(found)
    with pytest.raises(TypeError):
        ib.Answer()


def test_options_are_given_by_name_as_member_or_text() -> None:
    person = ib.Person(NUMBER, dossiers=[ib.Dossier("D-1", closed_on=dt.date(2025, 2, 3))], spells=[ib.Spell("21004")])
    on = dt.date(2026, 1, 15)
    by_text = person.answer(on=on, closed="residence_at_closing", brussels="allowed")
    by_member = person.answer(on=on, closed=ib.ClosedRule.RESIDENCE_AT_CLOSING, brussels=ib.Brussels.ALLOWED)
    assert by_text == by_member
    assert by_text is not None
    assert by_text.outcome is ib.Outcome.ELIGIBLE
    with pytest.raises(ib.VocabularyError, match="give one of contract_municipality, residence_at_closing"):
        person.answer(on=on, closed="by_contract")
    with pytest.raises(TypeError):
        person.answer(on)  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="a datetime was given where a day is meant"):
        person.answer(on=dt.datetime(2026, 1, 15))


def test_flags_and_rules_are_values() -> None:
    flags = ib.Flags(contract_signed=True)
    assert (flags.contract_signed, flags.attest_obtained) == (True, False)
    assert ib.Flags() < flags
    rules = ib.ListRules(closed="residence_at_closing", brussels=ib.Brussels.ALLOWED)
    assert rules != ib.ListRules()
    for value in (flags, rules):
        assert pickle.loads(pickle.dumps(value)) == value == copy.copy(value)
        assert type(value).from_json(value.to_json()) == value
    with pytest.raises(ib.JsonError):
        ib.Flags.from_json('{"contract_signed": 1}')
