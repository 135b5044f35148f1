"""Tests of the core file ``history``."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import inburgering as ib
import pytest

RECEIVED = dt.date(2025, 3, 3)
GENT = ib.Request(municipality="44021", received_on=RECEIVED, purposes="ceremony", requester="integratiedienst")
LEUVEN = ib.Request(municipality="24062", received_on=RECEIVED, purposes="ceremony", requester="samenleven")


def march(of_month: int) -> dt.date:
    return dt.date(2025, 3, of_month)


def test_a_record_tells_what_became_of_a_request() -> None:
    steps = [ib.RequestStep(on=march(4), state="granted"), ib.RequestStep(on=march(10), state="delivered")]
    record = ib.RequestRecord(GENT, steps)
    assert record == ib.RequestRecord(GENT).take("granted", on=march(4)).take("delivered", on=march(10))
    assert (record.request, record.steps, record.last_step) == (GENT, tuple(steps), steps[-1])
    assert [record.state_on(march(d)) for d in (2, 3, 4, 9, 10)] == [
        None,
        "received",
        "granted",
        "granted",
        "delivered",
    ]
    assert record.state_on(on=march(3)) is ib.RequestState.RECEIVED
    assert ib.RequestRecord(GENT).last_step == ib.RequestStep(on=RECEIVED, state=ib.RequestState.RECEIVED)
    assert repr(record) == "<inburgering.RequestRecord 44021-2025-03-03: delivered since 2025-03-10>"
    assert ib.RequestRecord.from_json(record.to_json()) == record
    assert pickle.loads(pickle.dumps(record)) == copy.copy(record) == copy.deepcopy(record) == record


def test_a_step_is_ordered_by_its_day() -> None:
    later = ib.RequestStep(on=march(5), state="granted")
    earlier = ib.RequestStep(on=march(4), state="withdrawn")
    assert earlier < later
    assert (earlier.on, earlier.state) == (march(4), ib.RequestState.WITHDRAWN)
    assert hash(pickle.loads(pickle.dumps(later))) == hash(later)
    assert repr(later) == "<inburgering.RequestStep granted on 2025-03-05>"


def test_a_wrong_step_is_refused() -> None:
    with pytest.raises(ib.HistoryError) as raised:
        ib.RequestRecord(GENT, [ib.RequestStep(on=march(4), state="delivered")])
    error = raised.value
    assert (error.code, error.id, error.state, error.next) == ("wrong_step", GENT.id, "received", "delivered")
    assert isinstance(error.state, ib.RequestState)
    with pytest.raises(ib.HistoryError) as raised:
        ib.RequestRecord(GENT).take("granted", on=march(2))
    error = raised.value
    assert (error.code, error.since, error.on) == ("backdated", RECEIVED, march(2))
    assert pickle.loads(pickle.dumps(error)).since == RECEIVED


def test_each_change_is_a_new_history() -> None:
    empty = ib.History()
    received = empty.receive(GENT)
    granted = received.take(GENT.id, "granted", on=march(4))
    delivered = granted.deliver(GENT.id, on=march(10))
    withdrawn = granted.withdraw(GENT.id, on=march(10))
    assert [history.state_on(GENT.id, march(10)) for history in (empty, received, granted, delivered, withdrawn)] == [
        None,
        ib.RequestState.RECEIVED,
        ib.RequestState.GRANTED,
        ib.RequestState.DELIVERED,
        ib.RequestState.WITHDRAWN,
    ]
    assert delivered.state_on(GENT.id, on=march(5)) is ib.RequestState.GRANTED
    with pytest.raises(AttributeError):
        empty.records = []  # type: ignore[misc,assignment]


def test_it_is_a_collection_by_name() -> None:
    history = ib.History().receive(GENT).add(ib.RequestRecord(LEUVEN))
    assert len(history) == 2
    assert [record.request for record in history] == [LEUVEN, GENT]
    assert history.records == tuple(history)
    assert history.get(GENT.id) == ib.RequestRecord(GENT)
    assert history.get("other") is None
    assert ib.History(history) == ib.History(reversed(history.records)) == ib.History(records=iter(history)) == history
    assert hash(ib.History(history)) == hash(history)
    assert not ib.History()
    assert repr(history) == "<inburgering.History of 2 requests>"
    assert ib.History.from_json(history.to_json()) == history
    assert pickle.loads(pickle.dumps(history)) == copy.deepcopy(history) == history


def test_each_request_is_there_once() -> None:
    history = ib.History().receive(GENT)
    with pytest.raises(ib.HistoryError) as raised:
        history.receive(GENT)
    assert (raised.value.code, raised.value.id) == ("duplicate", GENT.id)
    with pytest.raises(ib.HistoryError) as raised:
        history.add(ib.RequestRecord(GENT))
    assert raised.value.code == "duplicate"
    with pytest.raises(ib.HistoryError) as raised:
        history.deliver(LEUVEN.id, on=march(4))
    assert (raised.value.code, raised.value.id) == ("unknown", LEUVEN.id)
    with pytest.raises(TypeError):
        ib.History([GENT])  # type: ignore[list-item]


def test_a_refused_assessment_is_recorded() -> None:
    assessment = ib.assess(GENT, on=march(4), protocols=[])
    history = ib.History().record(assessment)
    assert history.state_on(GENT.id, march(4)) is ib.RequestState.REFUSED
    other = ib.History().receive(LEUVEN.with_id(GENT.id))
    with pytest.raises(ib.HistoryError) as raised:
        other.record(assessment)
    assert (raised.value.code, raised.value.id) == ("other_request", GENT.id)


def test_what_may_become_of_a_request() -> None:
    state = ib.RequestState
    assert [one for one in state if one.is_open] == [state.GRANTED, state.WAITING]
    assert [other for other in state if state.GRANTED.may_become(other)] == [
        state.REFUSED,
        state.DELIVERED,
        state.WITHDRAWN,
    ]
    assert not any(state.WITHDRAWN.may_become(other) for other in state)
    assert state.WAITING.may_become("waiting")


def test_a_datetime_is_no_day() -> None:
    with pytest.raises(TypeError, match="datetime"):
        ib.RequestStep(on=dt.datetime(2025, 3, 3), state="granted")
    with pytest.raises(TypeError, match="datetime"):
        ib.RequestRecord(GENT).state_on(dt.datetime(2025, 3, 3))
