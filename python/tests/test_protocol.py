"""Tests of the core file ``protocol``."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import inburgering as ib
import pytest
from books import Case, cases, day, known, named, protocol, steps, written

CASES = cases("protocol")


def known_on(of: ib.Protocol, on: dt.date) -> str:
    stage = of.stage_on(on) or "none"
    assert of.in_force_on(on) is (stage == "in_force")
    still_open = " ".join(of.open_obligations(on=on))
    return f"{on}: {stage}; open: {still_open}" if still_open else f"{on}: {stage}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_golden(case: Case) -> None:
    known(case, "name", "citation", "protocol", "expected", "error")
    assert ("expected" in case) != ("error" in case)
    if "error" in case:
        with pytest.raises((ib.ProtocolError, ib.MunicipalityError)) as raised:
            protocol(case["protocol"])
        assert str(raised.value) == case["error"]
        return
    made = protocol(case["protocol"])
    assert [known_on(made, day(line[:10])) for line in case["expected"]] == case["expected"]
    assert ib.Protocol.from_json(made.to_json()) == made
    for keyword, on in steps(case["protocol"]):
        assert getattr(made, keyword) == on


def test_no_golden_case_was_left_out() -> None:
    assert len(CASES) == written("protocol") >= 20
    assert any("error" in case for case in CASES)
    assert any("expected" in case for case in CASES)


LEUVEN: Case = {
    "id": "LEU",
    "municipality": "24062",
    "kind": "custom",
    "purposes": ["buddy_work", "ceremony", "ceremony"],
    "months": 24,
    "retention": 6,
    "requested": "2024-03-01",
    "advised": ["2024-03-04", "2024-03-06"],
    "signed": ["2024-03-12", "2024-03-11"],
    "validated": "2024-03-20",
    "published": ["2024-03-21", "2024-03-22"],
    "terminated": "2024-09-01",
}
REQUESTED: Case = {key: LEUVEN[key] for key in ("id", "municipality", "requested")}


def test_it_tells_its_terms_and_its_days() -> None:
    made = protocol(LEUVEN)
    assert (made.id, made.municipality, made.kind) == ("LEU", ib.municipality("24062"), ib.ProtocolKind.CUSTOM)
    assert made.purposes == (ib.Purpose.CEREMONY, ib.Purpose.BUDDY_WORK)
    assert (made.duration_months, made.retention_months) == (24, 6)
    assert made.requested_on == dt.date(2024, 3, 1)
    assert made.signed_on == dt.date(2024, 3, 12)
    assert made.validated_on == dt.date(2024, 3, 20)
    assert made.ended_on == made.terminated_on == dt.date(2024, 9, 1)
    assert made.legal_basis is ib.LegalBasis.ARTICLE_20
    assert made.last_day_kept(delivered_on=dt.date(2024, 3, 20)) == dt.date(2024, 9, 19)
    assert [made.taken_on(step) for step in ib.ProtocolStep] == [
        dt.date(2024, month, of_month)
        for month, of_month in ((3, 1), (3, 4), (3, 6), (3, 12), (3, 11), (3, 20), (3, 21), (3, 22), (9, 1))
    ]
    assert protocol(REQUESTED).duration_months is None


def test_it_is_made_in_one_call_or_step_by_step() -> None:
    made = ib.Protocol(
        id="LEU",
        municipality=ib.municipality("24062"),
        kind=ib.ProtocolKind.CUSTOM,
        purposes={ib.Purpose.CEREMONY, ib.Purpose.BUDDY_WORK},
        duration_months=24,
        retention_months=6,
        requested_on=dt.date(2024, 3, 1),
    )
    before = made
    made = made.advise(ib.Party.AGENCY, on=dt.date(2024, 3, 4)).advise("municipality", on=dt.date(2024, 3, 6))
    made = made.sign("municipality", on=dt.date(2024, 3, 11)).sign("agency", on=dt.date(2024, 3, 12))
    made = made.validate(on=dt.date(2024, 3, 20))
    made = made.publish("agency", on=dt.date(2024, 3, 21)).take("publication_by_municipality", on=dt.date(2024, 3, 22))
    made = made.terminate(on=dt.date(2024, 9, 1))
    assert made == protocol(LEUVEN)
    assert hash(made) == hash(protocol(LEUVEN))
    assert made != before
    assert before.stage_on(dt.date(2024, 9, 1)) is ib.ProtocolStage.REQUESTED


def test_a_refused_step_says_which_and_why() -> None:
    made = protocol(LEUVEN | {"terminated": "2024-09-01", "months": 12})
    with pytest.raises(ib.ProtocolError) as raised:
        made.validate(on=dt.date(2024, 3, 21))
    error = raised.value
    assert (error.code, error.protocol, error.step) == ("repeated", "LEU", ib.ProtocolStep.VALIDATION)
    assert error.first == dt.date(2024, 3, 20)

    with pytest.raises(ib.ProtocolError) as raised:
        protocol(REQUESTED).terminate(on=dt.date(2024, 3, 21))
    error = raised.value
    assert (error.code, error.step, error.missing) == ("out_of_order", "termination", ib.ProtocolStep.VALIDATION)

    with pytest.raises(ib.ProtocolError) as raised:
        protocol(REQUESTED).advise("agency", on=dt.date(2024, 2, 29))
    error = raised.value
    assert (error.code, error.on, error.followed_on) == ("backdated", dt.date(2024, 2, 29), dt.date(2024, 3, 1))

    with pytest.raises(ib.ProtocolError) as raised:
        protocol(REQUESTED).advise("agency", on=dt.date(2100, 1, 1))
    assert (raised.value.code, raised.value.on) == ("outside_horizon", dt.date(2100, 1, 1))

    short = {key: value for key, value in LEUVEN.items() if key != "terminated"} | {"months": 1}
    with pytest.raises(ib.ProtocolError) as raised:
        protocol(short).terminate(on=dt.date(2024, 4, 20))
    assert (raised.value.code, raised.value.ran_out_on) == ("run_out", dt.date(2024, 4, 20))
    assert protocol(short).terminate(on=dt.date(2024, 4, 19)).ended_on == dt.date(2024, 4, 19)


@pytest.mark.parametrize("months", [0, -1, 1201, 2**40, -(2**40)])
def test_months_are_1_to_1200(months: int) -> None:
    with pytest.raises(ib.MonthsError):
        protocol(LEUVEN | {"months": months})
    with pytest.raises(ib.MonthsError):
        protocol(LEUVEN | {"retention": months})


@pytest.mark.parametrize(
    ("change", "error", "code"),
    [
        ({"id": "dossier 85.07.30-901.33"}, ib.OpaqueTextError, "register_number"),
        ({"id": " "}, ib.OpaqueTextError, "empty"),
        ({"id": "a\nb"}, ib.OpaqueTextError, "not_one_line"),
        ({"id": "a" * 201}, ib.OpaqueTextError, "too_long"),
        ({"purposes": []}, ib.PurposeError, "none"),
        ({"purposes": ["party"]}, ib.PurposeError, "unknown"),
        ({"purposes": "85073090133"}, ib.PurposeError, "not_a_purpose"),
        ({"kind": "other"}, ib.VocabularyError, "unknown_word"),
    ],
)
def test_bad_terms_are_refused(change: Case, error: type[ib.InburgeringError], code: str) -> None:
    with pytest.raises(error) as raised:
        protocol(LEUVEN | change)
    assert raised.value.code == code
    assert isinstance(raised.value, ValueError)
    assert "85" not in str(raised.value)
    assert pickle.loads(pickle.dumps(raised.value)).code == code


def test_a_municipality_must_exist() -> None:
    with pytest.raises(ib.MunicipalityError):
        protocol(LEUVEN | {"municipality": "46014", "requested": "2025-01-01"})


@pytest.mark.parametrize("purposes", [3, [3], [None], None])
def test_what_is_no_text_is_no_purpose(purposes: Any) -> None:
    with pytest.raises(TypeError):
        protocol(LEUVEN | {"purposes": purposes})


def test_a_datetime_is_no_day() -> None:
    noon = dt.datetime(2024, 3, 4, 12)
    with pytest.raises(TypeError, match="datetime"):
        protocol(REQUESTED).advise("agency", on=noon)
    with pytest.raises(TypeError, match="datetime"):
        protocol(REQUESTED).stage_on(noon)


def test_nothing_changes_it() -> None:
    made = protocol(LEUVEN)
    with pytest.raises(AttributeError):
        made.id = "other"  # type: ignore[misc]
    with pytest.raises(TypeError):
        ib.Protocol("LEU")  # type: ignore[misc, call-arg]


def test_it_is_pickled_and_copied() -> None:
    made = protocol(LEUVEN)
    for again in (pickle.loads(pickle.dumps(made)), copy.copy(made), copy.deepcopy(made)):
        assert again == made
    assert repr(made) == "<inburgering.Protocol LEU of 24062 (Leuven)>"


def test_json_that_cannot_be_is_refused_with_the_reason() -> None:
    text = protocol(LEUVEN).to_json()
    with pytest.raises(ib.JsonError, match="the validation on 2024-03-10 comes before the step it follows"):
        ib.Protocol.from_json(text.replace("2024-03-20", "2024-03-10"))
    with pytest.raises(ib.JsonError) as raised:
        ib.Protocol.from_json(text.replace('"custom"', '"85.07.30-901.33"'))
    assert "85" not in str(raised.value)


def test_the_stages_are_ordered_as_they_follow() -> None:
    stages = list(ib.ProtocolStage)
    assert sorted(reversed(stages)) == stages
    assert max(ib.ProtocolStage.SIGNED, ib.ProtocolStage.IN_FORCE) is ib.ProtocolStage.IN_FORCE
    assert ib.ProtocolStage.SIGNED >= "advised"
    assert ib.ProtocolStage.SIGNED <= "signed"
    assert ib.ProtocolStage.SIGNED > "requested"


def test_the_words_have_dutch_and_english() -> None:
    assert [purpose.english for purpose in ib.Purpose] == [
        "welcome policy",
        "civic integration ceremony",
        "buddy work",
        "Dutch practice",
    ]
    assert ib.Purpose.CEREMONY.dutch == "inburgeringsceremonie"
    assert isinstance(ib.Purpose.CEREMONY.citation, ib.Citation)
    assert [party.english for party in ib.Party] == ["the agency", "the municipality"]
    assert [kind.dutch for kind in ib.ProtocolKind] == ["standaardprotocol", "eigen protocol"]
    assert ib.ProtocolStage.ENDED.dutch == "beëindigd"
    assert ib.ProtocolStep.REQUEST.requires == ()
    assert ib.ProtocolStep.TERMINATION.requires == (ib.ProtocolStep.VALIDATION,)
    assert ib.ProtocolStep.PUBLICATION_BY_AGENCY.english == "the publication by the agency"
