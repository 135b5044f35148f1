"""Tests of the core files ``assessment``, ``notice``, ``refusal`` and ``year``."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from typing import Any

import inburgering as ib
import pytest
from books import Case, cases, day, history, known, named, register, request, written

CASES = cases("request")
CALENDARS = {"flemish_government": ib.Calendar.flemish_government}


def options(case: Case) -> dict[str, Any]:
    given = dict(known(case.get("options", {}), "year", "brussels", "inherited", "calendar"))
    if "calendar" in given:
        given["calendar"] = CALENDARS[given["calendar"]]()
    return given


def assess(case: Case) -> ib.Assessment:
    books = {"protocols": register(case.get("protocols", [])), "history": history(case.get("history", []))}
    assessment = ib.assess(request(case["request"]), on=day(case["on"]), **books, **options(case))
    if "delivery" in case:
        return assessment.check_delivery(on=day(case["delivery"]), **books)
    return assessment


@pytest.mark.parametrize("case", CASES, ids=named)
def test_golden(case: Case) -> None:
    known(
        case,
        *("name", "citation", "on", "delivery", "options", "request", "protocols", "history", "error", "expected"),
        *("municipality", "protocol", "refusals", "notices", "due", "says"),
    )
    assert ("expected" in case) != ("error" in case)
    if "error" in case:
        with pytest.raises(ib.InburgeringError) as raised:
            assess(case)
        assert str(raised.value) == case["error"]
        return
    assessment = assess(case)
    waits = f" for {assessment.awaited}" if assessment.awaited else ""
    assert f"{assessment.outcome}{waits}" == case["expected"]
    assert [refusal.code for refusal in assessment.refusals] == case.get("refusals", [])
    assert [notice.code for notice in assessment.notices] == case.get("notices", [])
    assert assessment.reasons == assessment.refusals
    assert (str(assessment.deadline.due) if assessment.deadline else None) == case.get("due")
    asked = request(case["request"])
    assert assessment.municipality.code == case.get("municipality", asked.municipality.code)
    assert (assessment.protocol.id if assessment.protocol else None) == case.get("protocol")
    assert assessment.request == asked
    assert assessment.on == day(case.get("delivery", case["on"]))
    assert assessment.options == ib.AssessmentOptions(**options(case))
    assert assessment.occasion == ("delivery" if "delivery" in case else "answer")
    assert assessment.is_granted is (case["expected"] == "granted")
    sentences = [str(said) for said in (*assessment.refusals, *assessment.notices)]
    assert set(case.get("says", [])) <= set(sentences)


def test_no_golden_case_was_left_out() -> None:
    assert len(CASES) == written("request") > 70
    refusals = {code for case in CASES for code in case.get("refusals", [])}
    notices = {code for case in CASES for code in case.get("notices", [])}
    assert refusals == set(ib.RefusalCode)
    assert notices == set(ib.NoticeCode)


def found(code: str) -> tuple[ib.Refusal | ib.Notice, Case]:
    """Find the first refusal or notice of that code in the golden cases."""
    for case in CASES:
        if code in (*case.get("refusals", []), *case.get("notices", [])):
            assessment = assess(case)
            return next(said for said in (*assessment.refusals, *assessment.notices) if said.code == code), case
    raise AssertionError(code)


FIELDS = {
    "not_flemish": {"municipality"},
    "brussels_not_stated": {"municipality"},
    "municipality_ended": {"municipality", "successor"},
    "no_legal_basis": {"on"},
    "no_protocol": {"municipality"},
    "protocol_not_in_force": {"protocol", "stage"},
    "protocol_ended": {"protocol", "ended_on"},
    "protocol_inherited": {"municipality", "protocols", "without"},
    "purpose_outside_protocol": {"outside", "protocol", "allowed"},
    "already_requested": {"earlier", "free_from"},
    "carried_over": {"from_municipality", "to_municipality"},
    "city_agency": {"municipality"},
    "territory_grown": {"protocol", "absorbed"},
    "inherited_protocol": {"protocol", "concluded_by", "without"},
    "not_published": {"protocol", "by"},
    "door_not_signed": {"protocol"},
    "door_already_signed": {"protocol"},
    "no_term_stated": set(),
    "page_cites_article_20": set(),
}
SAID = {"code", "citation", "dutch", "to_json", "from_json"}


@pytest.mark.parametrize("code", FIELDS)
def test_each_says_what_its_sentence_needs_and_no_more(code: str) -> None:
    said, _ = found(code)
    names = {name for name in dir(said) if not name.startswith("_")} - SAID
    assert {name for name in names if getattr(said, name) is not None} == FIELDS[code]
    assert isinstance(said.code, ib.RefusalCode | ib.NoticeCode)
    assert said.citation == said.code.citation
    assert isinstance(said.citation, ib.Citation)
    assert len(said.dutch) > 20
    assert said.dutch != str(said)
    assert repr(said) == f"<inburgering.{type(said).__name__} {code}: {said}>"
    assert type(said).from_json(said.to_json()) == said
    for again in (pickle.loads(pickle.dumps(said)), copy.copy(said), copy.deepcopy(said)):
        assert again == said
        assert hash(again) == hash(said)


def test_every_code_was_looked_at() -> None:
    assert set(FIELDS) == set(ib.RefusalCode) | set(ib.NoticeCode)


def test_the_fields_are_typed() -> None:
    refusal, _ = found("already_requested")
    assert isinstance(refusal, ib.Refusal)
    assert refusal.earlier
    [earlier] = refusal.earlier
    assert earlier == ib.EarlierRequest(id=earlier.id, received_on=earlier.received_on)
    assert earlier < ib.EarlierRequest(id=earlier.id, received_on=dt.date(2099, 1, 1))
    assert pickle.loads(pickle.dumps(earlier)) == earlier
    assert isinstance(refusal.free_from, dt.date)

    refusal, _ = found("purpose_outside_protocol")
    assert isinstance(refusal, ib.Refusal)
    assert refusal.outside
    assert refusal.allowed
    assert not set(refusal.outside) & set(refusal.allowed)
    assert all(isinstance(purpose, ib.Purpose) for purpose in refusal.outside + refusal.allowed)

    notice, _ = found("not_published")
    assert isinstance(notice, ib.Notice)
    assert notice.by
    assert set(notice.by) <= set(ib.Party)

    refusal, _ = found("protocol_not_in_force")
    assert isinstance(refusal, ib.Refusal)
    assert isinstance(refusal.stage, ib.ProtocolStage)


LEUVEN = ib.Request(
    municipality="24062", received_on=dt.date(2025, 7, 7), purposes="ceremony", requester="dienst samenleven"
)
PROTOCOL = ib.Protocol(
    id="LEU",
    municipality="24062",
    kind="standard",
    purposes="ceremony",
    duration_months=None,
    retention_months=12,
    requested_on=dt.date(2024, 3, 1),
    advised_by_agency_on=dt.date(2024, 3, 1),
    advised_by_municipality_on=dt.date(2024, 3, 1),
    signed_by_agency_on=dt.date(2024, 3, 12),
    signed_by_municipality_on=dt.date(2024, 3, 12),
    validated_on=dt.date(2024, 3, 20),
)
ON = dt.date(2025, 7, 8)


def test_the_books_may_be_any_iterable() -> None:
    granted = ib.assess(LEUVEN, on=ON, protocols=[PROTOCOL])
    assert granted.is_granted
    assert granted.legal_basis is ib.LegalBasis.ARTICLE_46_8
    assert granted == ib.assess(LEUVEN, on=ON, protocols=ib.Register([PROTOCOL]), history=ib.History())
    assert hash(granted) == hash(ib.assess(LEUVEN, on=ON, protocols=iter([PROTOCOL]), history=None))
    earlier = LEUVEN.with_id("R-1")
    record = ib.RequestRecord(earlier, [ib.RequestStep(on=LEUVEN.received_on, state="granted")])
    refused = ib.assess(LEUVEN, on=ON, protocols=(PROTOCOL,), history=[record])
    assert [reason.code for reason in refused.reasons] == [ib.RefusalCode.ALREADY_REQUESTED]
    assert refused.outcome.state is ib.RequestState.REFUSED
    with pytest.raises(ib.RegisterError):
        ib.assess(LEUVEN, on=ON, protocols=[PROTOCOL, PROTOCOL])
    with pytest.raises(ib.HistoryError):
        ib.assess(LEUVEN, on=ON, protocols=[], history=[record, record])
    with pytest.raises(TypeError):
        ib.assess(LEUVEN, on=ON, protocols=[LEUVEN])  # type: ignore[list-item]
    with pytest.raises(TypeError):
        ib.assess(LEUVEN, ON, protocols=[])  # type: ignore[misc]


def test_an_assessment_is_found_and_not_told() -> None:
    granted = ib.assess(LEUVEN, on=ON, protocols=[PROTOCOL])
    assert repr(granted) == "<inburgering.Assessment of 24062-2025-07-07 on 2025-07-08: granted>"
    assert '"granted"' in granted.to_json()
    assert copy.copy(granted) is copy.deepcopy(granted) is granted
    with pytest.raises(TypeError, match="assess again"):
        pickle.dumps(granted)
    with pytest.raises(TypeError):
        ib.Assessment()
    with pytest.raises(AttributeError):
        granted.on = ON  # type: ignore[misc]


def test_a_delivery_is_checked_again() -> None:
    granted = ib.assess(LEUVEN, on=ON, protocols=[PROTOCOL])
    checked = granted.check_delivery(on=dt.date(2025, 7, 21), protocols=[PROTOCOL])
    assert (checked.occasion, checked.is_granted) == (ib.Occasion.DELIVERY, True)
    ended = PROTOCOL.terminate(on=dt.date(2025, 7, 21))
    again = granted.check_delivery(on=dt.date(2025, 7, 21), protocols=[ended])
    assert [reason.code for reason in again.reasons] == ["protocol_ended"]

    def error(**arguments: Any) -> ib.DeliveryError:
        with pytest.raises(ib.DeliveryError) as raised:
            arguments.pop("of", granted).check_delivery(protocols=[PROTOCOL], **arguments)
        assert raised.value.id == LEUVEN.id
        return raised.value

    early = error(on=dt.date(2025, 7, 7))
    assert (early.code, early.on, early.assessed_on) == ("before_assessment", dt.date(2025, 7, 7), ON)
    refused = error(of=again, on=dt.date(2025, 7, 22))
    assert (refused.code, refused.state, refused.on) == ("not_granted", ib.RequestState.REFUSED, again.on)
    books = ib.History().record(granted)
    delivered = error(on=dt.date(2025, 7, 22), history=books.deliver(LEUVEN.id, on=dt.date(2025, 7, 21)))
    assert (delivered.code, delivered.delivered_on) == ("already_delivered", dt.date(2025, 7, 21))
    withdrawn = error(on=dt.date(2025, 7, 22), history=books.withdraw(LEUVEN.id, on=dt.date(2025, 7, 21)))
    assert (withdrawn.code, withdrawn.state, withdrawn.since) == ("not_open", "withdrawn", dt.date(2025, 7, 21))
    with pytest.raises(ib.HistoryError):
        granted.check_delivery(
            on=ON, protocols=[PROTOCOL], history=ib.History().receive(LEUVEN.through("custom_protocol_and_data"))
        )


def test_a_request_is_not_assessed_before_its_receipt() -> None:
    with pytest.raises(ib.AssessmentError) as raised:
        ib.assess(LEUVEN, on=dt.date(2025, 7, 6), protocols=[])
    error = raised.value
    assert (error.code, error.id, error.received_on, error.on) == (
        "before_receipt",
        LEUVEN.id,
        LEUVEN.received_on,
        dt.date(2025, 7, 6),
    )
    with pytest.raises(ib.MunicipalityError):
        ib.assess(LEUVEN, on=dt.date(2100, 1, 1), protocols=[])
    with pytest.raises(ib.CalendarError):
        late = ib.Request(
            municipality="24062", received_on=dt.date(2099, 12, 28), purposes="ceremony", requester="samenleven"
        )
        ib.assess(late, on=dt.date(2099, 12, 28), protocols=[PROTOCOL])
    with pytest.raises(TypeError, match="datetime"):
        ib.assess(LEUVEN, on=dt.datetime(2025, 7, 8), protocols=[])


def test_the_options_have_names() -> None:
    given = ib.AssessmentOptions(
        year="rolling_twelve_months",
        brussels=ib.Brussels.ALLOWED,
        inherited="accepted",
        calendar=ib.Calendar.flemish_government(),
    )
    assert (given.year, given.brussels, given.inherited) == (
        ib.YearRule.ROLLING_TWELVE_MONTHS,
        ib.Brussels.ALLOWED,
        ib.InheritedProtocol.ACCEPTED,
    )
    assert given.calendar == ib.Calendar.flemish_government()
    assert ib.AssessmentOptions().calendar == ib.Calendar.legal()
    assert given != ib.AssessmentOptions()
    assert pickle.loads(pickle.dumps(given)) == copy.copy(given) == given
    assert hash(copy.deepcopy(given)) == hash(given)
    assert ib.AssessmentOptions.from_json("{}") == ib.AssessmentOptions()
    with pytest.raises(ib.VocabularyError):
        ib.assess(LEUVEN, on=ON, protocols=[], year="leap")


def test_a_year_is_a_calendar_year_or_twelve_months() -> None:
    calendar, rolling = ib.YearRule
    first, second = dt.date(2024, 12, 31), dt.date(2025, 1, 1)
    assert (calendar.blocks(first, second), rolling.blocks(second, first)) == (False, True)
    assert calendar.first_free(second, [second]) == dt.date(2026, 1, 1)
    assert rolling.first_free(second, iter([first])) == dt.date(2025, 12, 31)
    assert rolling.first_free(second, []) == second
    with pytest.raises(TypeError, match="datetime"):
        calendar.blocks(first, dt.datetime(2025, 1, 1))
