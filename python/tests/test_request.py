"""Tests of the core file ``request``. Golden cases of requests are with their assessment."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import inburgering as ib
import pytest


def request(code: str = "24062", received_on: dt.date = dt.date(2025, 7, 7)) -> ib.Request:
    return ib.Request(
        municipality=code,
        received_on=received_on,
        purposes=[ib.Purpose.BUDDY_WORK, "ceremony"],
        requester=" dienst burgerzaken ",
    )


def test_it_tells_what_it_was_made_of() -> None:
    made = request()
    assert (made.id, made.municipality) == ("24062-2025-07-07", ib.municipality("24062"))
    assert made.received_on == dt.date(2025, 7, 7)
    assert made.purposes == (ib.Purpose.CEREMONY, ib.Purpose.BUDDY_WORK)
    assert (made.requester, made.door) == ("dienst burgerzaken", ib.Door.DATA)
    assert repr(made) == "<inburgering.Request 24062-2025-07-07 of 24062 (Leuven)>"


def test_a_change_is_a_new_request() -> None:
    made = request()
    other = made.through("custom_protocol_and_data").with_id("R-1")
    assert (other.id, other.door) == ("R-1", ib.Door.CUSTOM_PROTOCOL_AND_DATA)
    assert (made.id, made.door) == ("24062-2025-07-07", ib.Door.DATA)
    assert other.through(ib.Door.DATA).with_id(made.id) == made
    at_once = ib.Request(
        municipality=made.municipality,
        received_on=made.received_on,
        purposes=made.purposes,
        requester=made.requester,
        door=ib.Door.CUSTOM_PROTOCOL_AND_DATA,
        id="R-1",
    )
    assert at_once == other
    assert hash(at_once) == hash(other)
    with pytest.raises(AttributeError):
        made.id = "R-2"  # type: ignore[misc]


def test_it_is_written_pickled_and_copied() -> None:
    made = request()
    assert ib.Request.from_json(made.to_json()) == made
    assert pickle.loads(pickle.dumps(made)) == copy.copy(made) == copy.deepcopy(made) == made
    with pytest.raises(ib.JsonError):
        ib.Request.from_json(made.to_json().replace('"ceremony"', '"party"'))


def test_the_municipality_must_exist_on_the_day() -> None:
    with pytest.raises(ib.MunicipalityError) as raised:
        request("46014")
    assert str(raised.value) == "municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)"
    assert request("46014", dt.date(2024, 12, 31)).id == "46014-2024-12-31"


def test_a_door_must_be_one() -> None:
    with pytest.raises(ib.RequestError) as raised:
        request().through("window")
    assert (raised.value.code, raised.value.text) == ("unknown_door", "window")
    with pytest.raises(ib.RequestError) as raised:
        request().through("85.07.30-901.33")
    assert (raised.value.code, raised.value.length, raised.value.text) == ("not_a_door", 15, None)
    assert "85" not in str(raised.value)
    with pytest.raises(TypeError):
        request().through(1)  # type: ignore[arg-type]


def test_no_text_has_a_register_number() -> None:
    with pytest.raises(ib.OpaqueTextError) as raised:
        request().with_id("85073090133")
    assert raised.value.code == "register_number"
    assert "85" not in str(raised.value)
    with pytest.raises(TypeError):
        request().with_id(85073090133)  # type: ignore[arg-type]


def test_a_datetime_is_no_day() -> None:
    with pytest.raises(TypeError, match="datetime"):
        request(received_on=dt.datetime(2025, 7, 7, 9))


def test_a_door_may_ask_for_a_protocol() -> None:
    kinds = [None, ib.ProtocolKind.STANDARD, ib.ProtocolKind.CUSTOM]
    assert [door.protocol_asked for door in ib.Door] == kinds
