"""Municipalities: `Municipality`, `municipality`, `municipalities`, `Region`, `Province`, `MunicipalityError`."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import tomllib
from pathlib import Path
from typing import Any

import inburgering as ib
import pytest

GOLDEN = Path(__file__).parents[2] / "crates" / "inburgering" / "tests" / "golden" / "municipality.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]

TODAY = dt.date(2026, 1, 1)

ran: set[str] = set()


def answer(case: dict[str, Any]) -> list[ib.Municipality]:
    on = dt.date.fromisoformat(case["on"])
    match case["ask"]:
        case "named":
            return ib.Municipality.named(case["named"], on=on)
        case "current":
            return [ib.municipality(case["code"]).current(on=on)]
        case "valid":
            return [ib.municipality(case["code"]).require_valid_on(on)]
        case "legal_person":
            person = ib.municipality(case["code"]).legal_person_on(on)
            return [] if person is None else [person]
        case other:
            raise AssertionError(other)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_golden(case: dict[str, Any]) -> None:
    found: dict[str, Any]
    try:
        found = {"expected": [str(one) for one in answer(case)]}
    except ib.MunicipalityError as error:
        found = {"error": str(error)}
    assert found == {key: case[key] for key in ("expected", "error") if key in case}
    ran.add(case["name"])


def test_no_golden_case_was_skipped(request: pytest.FixtureRequest) -> None:
    wanted = sum("test_golden[" in item.nodeid and item.path == request.path for item in request.session.items)
    assert len(ran) == wanted
    assert len({case["name"] for case in CASES}) == len(CASES) > 30


def test_the_fixed_names() -> None:
    assert ib.municipality("46014").current(on=TODAY).code == "46029"
    assert len(ib.municipalities(on=TODAY)) == 565


@pytest.mark.parametrize(
    ("on", "count"),
    [("1995-01-01", 589), ("2018-12-31", 589), ("2019-01-01", 581), ("2024-12-31", 580), ("2025-01-01", 565)],
)
def test_how_many_there_are(on: str, count: int) -> None:
    found = ib.municipalities(on=dt.date.fromisoformat(on))
    assert len(found) == count
    assert found == sorted(found)
    assert all(one.is_valid_on(dt.date.fromisoformat(on)) for one in found)


def test_a_municipality_tells_what_the_table_has() -> None:
    lokeren = ib.municipality("46014")
    assert (lokeren.code, lokeren.name, lokeren.name_french) == ("46014", "Lokeren", "Lokeren")
    assert lokeren.region is ib.Region.FLANDERS
    assert lokeren.province is ib.Province.OOST_VLAANDEREN
    assert lokeren.validity == ib.Period(None, dt.date(2025, 1, 1))
    assert lokeren.is_valid_on(dt.date(2024, 12, 31))
    assert not lokeren.is_valid_on(dt.date(2025, 1, 1))
    after = lokeren.successor
    assert after == ib.municipality("46029")
    assert lokeren.legal_person_goes_on
    assert after is not None
    assert after.successor is None
    assert lokeren in after.predecessors
    assert isinstance(after.predecessors, tuple)
    assert str(lokeren) == "46014 (Lokeren)"
    assert repr(lokeren) == "Municipality('46014', 'Lokeren')"
    assert ib.municipality("21004").province is None
    assert ib.municipality("21004").region is ib.Region.BRUSSELS


def test_the_repr_of_a_name_with_an_apostrophe() -> None:
    assert repr(ib.municipality("55004")) == """Municipality('55004', "'s Gravenbrakel")"""


def test_the_whole_table_by_code_and_by_position() -> None:
    everyone = ib.Municipality.all()
    assert len(everyone) == ib.Municipality.COUNT == 620
    assert everyone == sorted(everyone)
    for at, one in enumerate(everyone):
        assert one.index == at
        assert ib.Municipality.from_index(at) == one
        assert ib.Municipality(one.code) == ib.municipality(one.code) == one
        assert len(one.code) == 5
    for outside in (-1, 620, 2**40):
        assert ib.Municipality.from_index(outside) is None


def test_the_days_on_which_the_map_changes() -> None:
    assert ib.Municipality.change_days() == [dt.date(2019, 1, 1), dt.date(2024, 12, 2), dt.date(2025, 1, 1)]
    assert ib.Municipality.change_days()[-1] == ib.TABLE_DATE
    assert ib.TABLE_VERSION == "REFNIS 2025-01-01"
    assert "Statbel" in ib.TABLE_ATTRIBUTION


def test_the_words_have_their_names() -> None:
    assert [(region.dutch, region.english) for region in ib.Region] == [
        ("Vlaanderen", "Flanders"),
        ("Brussel", "Brussels"),
        ("Wallonië", "Wallonia"),
    ]
    assert ib.Province.VLAAMS_BRABANT.dutch == "Vlaams-Brabant"
    assert len({province.dutch for province in ib.Province}) == 10


def raised(code: str, on: dt.date | None = None) -> ib.MunicipalityError:
    with pytest.raises(ib.MunicipalityError) as caught:
        ib.municipality(code) if on is None else ib.municipality(code).require_valid_on(on)
    return caught.value


def test_the_faults() -> None:
    error = raised("Gent")
    assert (error.code, error.text) == ("bad_code", "Gent")
    assert str(error) == "`Gent` is no NIS code; a NIS code is five digits, such as 11002"
    error = raised("85.07.30-901.33")
    assert (error.code, error.length, error.text) == ("too_many_digits", 15, None)
    assert "85" not in f"{error} {error!r}"
    error = raised("99999")
    assert (error.code, error.nis_code) == ("unknown", "99999")
    error = raised("46029", dt.date(2024, 12, 31))
    assert (error.code, error.municipality, error.on) == ("not_yet", ib.municipality("46029"), dt.date(2024, 12, 31))
    error = raised("46014", dt.date(2025, 1, 1))
    assert (error.code, error.municipality) == ("ended", ib.municipality("46014"))
    assert str(error) == "municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)"
    for outside in (dt.date(1994, 12, 31), dt.date(2100, 1, 1)):
        error = raised("44021", outside)
        assert (error.code, error.on) == ("outside_table", outside)
        with pytest.raises(ib.MunicipalityError):
            ib.municipalities(on=outside)
        with pytest.raises(ib.MunicipalityError):
            ib.Municipality.named("Gent", on=outside)
    assert isinstance(error, ValueError)


def test_the_error_is_pickled() -> None:
    error = raised("46014", dt.date(2025, 1, 1))
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.code, again.municipality) == (str(error), error.code, error.municipality)


def test_only_text_is_a_code() -> None:
    with pytest.raises(TypeError, match="a int was given where a municipality is meant"):
        ib.municipality(44021)  # type: ignore[arg-type]
    assert ib.municipality(ib.municipality(" 44021 ")).name == "Gent"


def test_a_datetime_is_no_day() -> None:
    when = dt.datetime(2025, 1, 1)
    with pytest.raises(TypeError):
        ib.municipalities(on=when)
    with pytest.raises(TypeError):
        ib.municipality("46014").current(on=when)


def test_a_municipality_is_a_value() -> None:
    gent = ib.municipality("44021")
    assert pickle.loads(pickle.dumps(gent)) == copy.copy(gent) == copy.deepcopy(gent) == gent
    assert len({gent, ib.Municipality("44021")}) == 1
    assert gent < ib.municipality("46014")
    changed: Any = gent
    with pytest.raises(AttributeError):
        changed.name = "Gand"
