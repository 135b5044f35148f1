"""Tests of the core file ``register``."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from collections.abc import Iterable

import inburgering as ib
import pytest
from books import Case, cases, day, known, named, protocol, register, written

CASES = cases("register")


def words(standing: ib.Standing) -> str:
    def list_of(word: str, names: Iterable[str] | None) -> str:
        names = list(names or [])
        return f", {word} {' '.join(names)}" if names else ""

    def codes(municipalities: Iterable[ib.Municipality] | None) -> list[str]:
        return [municipality.code for municipality in municipalities or []]

    def ids(protocols: Iterable[ib.Protocol] | None) -> list[str]:
        return [of.id for of in protocols or []]

    own = f" {standing.protocol.id}" if standing.protocol else ""
    match standing.code:
        case "in_force":
            return f"in_force{own}{list_of('absorbed', codes(standing.absorbed))}"
        case "pending":
            ended = [standing.ended.id] if standing.ended else []
            return (
                f"pending{own} {standing.stage}{list_of('ended', ended)}"
                f"{list_of('inherited', ids(standing.inherited))}{list_of('without', codes(standing.without))}"
            )
        case "inherited":
            return f"inherited {' '.join(ids(standing.protocols))}{list_of('without', codes(standing.without))}"
        case code:
            return f"{code}{own}"


@pytest.mark.parametrize("case", CASES, ids=named)
def test_golden(case: Case) -> None:
    known(case, "name", "citation", "protocols", "municipality", "expected")
    # The order in which protocols are added changes nothing.
    for rows in (case["protocols"], case["protocols"][::-1]):
        of = register(rows)
        standings = []
        for line in case["expected"]:
            on = day(line[:10])
            try:
                standings.append(f"{on}: {words(of.standing(case['municipality'], on=on))}")
            except ib.MunicipalityError as error:
                standings.append(f"{on}: {error}")
        assert standings == case["expected"]


def test_no_golden_case_was_left_out() -> None:
    assert len(CASES) == written("register") >= 20
    text = str([case["expected"] for case in CASES])
    assert all(f": {code}" in text for code in ("in_force", "pending", "ended", "inherited", "none"))


IN_FORCE = {
    "requested": "2023-01-02",
    "advised": ["2023-01-02"],
    "signed": ["2023-01-02"],
    "validated": "2023-01-02",
}
ROWS: list[Case] = [
    {"id": "LOK", "municipality": "46014", **IN_FORCE},
    {"id": "ANT", "municipality": "11002", "requested": "2024-12-02"},
    {"id": "BEV", "municipality": "46003", **IN_FORCE},
]


def test_the_overview_names_who_has_something() -> None:
    overview = register(ROWS).overview(on=dt.date(2025, 1, 2))
    assert {municipality.code: words(standing) for municipality, standing in overview.items()} == {
        "11002": "pending ANT requested",
        "46029": "in_force LOK, absorbed 44045",
        "46030": "inherited BEV, without 11056 46013",
    }
    assert [municipality.code for municipality in overview] == ["11002", "46029", "46030"]
    assert ib.Register().overview(on=dt.date(2025, 1, 2)) == {}
    with pytest.raises(ib.MunicipalityError):
        register(ROWS).overview(on=dt.date(2100, 1, 1))


def test_a_standing_says_nothing_where_it_has_nothing_to_say() -> None:
    standing = register(ROWS).standing("46029", on=dt.date(2025, 1, 2))
    assert standing.absorbed == (ib.municipality("44045"),)
    assert (standing.stage, standing.ended, standing.protocols, standing.inherited, standing.without) == (None,) * 5
    none = register(ROWS).standing("24062", on=dt.date(2025, 1, 2))
    assert (none.code, none.protocol, none.absorbed) == ("none", None, None)
    assert none == ib.Register().standing("44021", on=dt.date(2025, 1, 2))
    assert repr(none) == "<inburgering.Standing none>"
    assert repr(standing) == "<inburgering.Standing in_force: LOK>"
    with pytest.raises(TypeError, match="pickle the Register"):
        pickle.dumps(standing)
    assert copy.copy(standing) is copy.deepcopy(standing) is standing


def test_it_is_a_collection_by_name() -> None:
    of = register(ROWS)
    assert len(of) == 3
    assert [protocol.id for protocol in of] == [protocol.id for protocol in of.protocols] == ["ANT", "BEV", "LOK"]
    assert of.get("BEV") == protocol(ROWS[2])
    assert of.get("GEN") is None
    assert ib.Register(of) == ib.Register(list(of)) == ib.Register(protocols=tuple(of)) == of
    assert hash(ib.Register(of)) == hash(of)
    assert not ib.Register()
    assert repr(of) == "<inburgering.Register of 3 protocols>"
    assert ib.Register.from_json(of.to_json()) == of
    assert pickle.loads(pickle.dumps(of)) == copy.deepcopy(of) == of


def test_a_change_is_a_new_register() -> None:
    of = register(ROWS)
    taken = of.take("ANT", ib.ProtocolStep.ADVICE_OF_AGENCY, on=dt.date(2024, 12, 3))
    assert taken != of
    changed, unchanged = taken.get("ANT"), of.get("ANT")
    assert changed is not None
    assert unchanged is not None
    assert (changed.advised_by_agency_on, unchanged.advised_by_agency_on) == (dt.date(2024, 12, 3), None)
    more = ib.Register().add(protocol(ROWS[0]))
    assert (len(more), len(ib.Register())) == (1, 0)


def test_each_protocol_is_there_once() -> None:
    of = register(ROWS)
    with pytest.raises(ib.RegisterError) as raised:
        of.add(protocol(ROWS[0]))
    assert (raised.value.code, raised.value.id) == ("duplicate", "LOK")
    with pytest.raises(ib.RegisterError) as raised:
        ib.Register([*of, *of])
    assert raised.value.code == "duplicate"
    with pytest.raises(ib.RegisterError) as raised:
        of.take("GEN", "validation", on=dt.date(2024, 12, 3))
    assert (raised.value.code, raised.value.id) == ("unknown", "GEN")
    with pytest.raises(ib.ProtocolError):
        of.take("ANT", "validation", on=dt.date(2024, 12, 3))


def test_only_protocols_come_in() -> None:
    for wrong in ([3], "LOK", 3, [None]):
        with pytest.raises(TypeError):
            ib.Register(wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="datetime"):
        ib.Register().standing("44021", on=dt.datetime(2025, 1, 1))
    with pytest.raises(TypeError):
        ib.Register().standing("44021", dt.date(2025, 1, 1))  # type: ignore[call-arg]
