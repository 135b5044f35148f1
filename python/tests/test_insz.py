"""Register numbers: `Insz`, `Birth`, `InszError`."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import tomllib
from pathlib import Path
from typing import Any

import inburgering as ib
import pytest

GOLDEN = Path(__file__).parents[2] / "crates" / "inburgering" / "tests" / "golden" / "insz.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]

TEXT = "85.07.30-901.33"

ran: set[str] = set()


def birth_text(birth: ib.Birth) -> str:
    match birth.code:
        case "day":
            assert birth.date is not None
            return birth.date.isoformat()
        case "year_month":
            return f"{birth.year}-{birth.month:02}"
        case "year":
            return str(birth.year)
        case _:
            return "unknown"


def answer(case: dict[str, Any]) -> dict[str, Any]:
    as_of = dt.date.fromisoformat(case["as_of"]) if "as_of" in case else None
    number = ib.Insz(case["text"], as_of=as_of)
    found: dict[str, Any] = {
        "number": str(number),
        "kind": number.kind.value,
        "century": {ib.Century.FROM_1900: 1900, ib.Century.FROM_2000: 2000}[number.century],
        "birth": birth_text(number.birth),
        "earliest_birth_day": number.earliest_birth_day.isoformat(),
    }
    if number.sex is not None:
        found["sex"] = number.sex.value
    if "known_birth_date" in case:
        found["agreement"] = number.check_birth_date(dt.date.fromisoformat(case["known_birth_date"])).value
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_golden(case: dict[str, Any]) -> None:
    expected = {key: case[key] for key in case if key not in {"name", "citation", "text", "as_of", "known_birth_date"}}
    try:
        found = answer(case)
    except ib.InszError as error:
        found = {"error": str(error)}
    assert found == expected
    ran.add(case["name"])


def test_no_golden_case_was_skipped(request: pytest.FixtureRequest) -> None:
    wanted = sum("test_golden[" in item.nodeid and item.path == request.path for item in request.session.items)
    assert len(ran) == wanted
    assert len({case["name"] for case in CASES}) == len(CASES) > 30


def test_a_number_tells_what_it_tells() -> None:
    number = ib.Insz(TEXT)
    assert number.kind is ib.InszKind.NATIONAL_REGISTER
    assert number.sex is ib.Sex.MAN
    assert number.century is ib.Century.FROM_1900
    assert number.birth_date == dt.date(1985, 7, 30)
    assert type(number.birth_date) is dt.date
    assert number.birth_year == 1985
    assert not number.is_bis
    assert number.compact == "85073090133"
    assert str(number) == TEXT
    assert int(number) == 85073090133


def test_a_bis_number_is_of_nobody_in_the_register() -> None:
    bis = [ib.Insz(case["number"]) for case in CASES if case.get("kind", "").startswith("bis")]
    assert bis
    assert all(number.is_bis for number in bis)
    assert {number.sex for number in bis if number.kind is ib.InszKind.BIS_SEX_UNKNOWN} == {None}


def test_two_spellings_are_one_number() -> None:
    one, other = ib.Insz(TEXT), ib.Insz(" 85073090133\n")
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other}) == 1
    assert one != TEXT


def test_numbers_are_ordered_as_their_texts() -> None:
    numbers = [ib.Insz(case["number"]) for case in CASES if "number" in case]
    assert [str(number) for number in sorted(numbers)] == sorted(str(number) for number in numbers)


@pytest.mark.parametrize(
    ("text", "code", "fields"),
    [
        ("8507309013", "length", {"length": 10}),
        ("8507309013x", "character", {"position": 11}),
        ("85-07-30-901-33", "separator", {"position": 3}),
        ("85.07.30-901.34", "check_digits", {}),
        ("85.60.30-901.20", "month", {}),
        ("85.07.30-000.61", "sequence", {}),
        ("85.07.32-901.77", "day", {}),
        ("85.04.31-901.57", "date", {}),
    ],
)
def test_the_faults(text: str, code: str, fields: dict[str, int]) -> None:
    if code in {"month", "sequence", "day", "date"}:
        nine = text.replace(".", "").replace("-", "")[:9]
        text = nine + f"{97 - int(nine) % 97:02}"
    with pytest.raises(ib.InszError) as caught:
        ib.Insz(text)
    error = caught.value
    assert isinstance(error, ValueError)
    assert isinstance(error, ib.InburgeringError)
    assert error.code == code
    assert {name: getattr(error, name) for name in fields} == fields
    assert error.as_of is None
    shown = f"{error!s} {error!r} {error.args!r}"
    assert text not in shown
    assert "850" not in shown


def test_a_birth_after_the_day() -> None:
    eve = dt.date(2025, 3, 19)
    with pytest.raises(
        ib.InszError, match=r"^the register number is of a birth after 2025-03-19; compare it"
    ) as caught:
        ib.Insz("25.03.20-902.43", as_of=eve)
    assert (caught.value.code, caught.value.as_of) == ("born_after", eve)
    number = ib.Insz("25.03.20-902.43", as_of=eve + dt.timedelta(days=1))
    assert not number.is_valid_as_of(eve)
    assert number.is_valid_as_of(dt.date(2025, 3, 20))
    assert number.check_as_of(dt.date(2025, 3, 21)) == number
    with pytest.raises(ib.InszError):
        number.check_as_of(eve)


def test_a_known_birth_date() -> None:
    born = dt.date(2001, 3, 20)
    assert ib.Insz("01.03.20-902.24").check_birth_date(born) is ib.BirthAgreement.DAY
    with pytest.raises(ib.InszError, match="another birth date") as caught:
        ib.Insz("07.03.20-902.24").check_birth_date(born)
    assert caught.value.code == "birth_date"


def test_a_number_from_an_integer() -> None:
    assert ib.Insz.from_int(85073090133) == ib.Insz(TEXT)
    # The leading zeros are lost on the way.
    assert ib.Insz.from_int(int(ib.Insz("01.03.20-902.24"))) == ib.Insz("01.03.20-902.24")
    for wrong, length in [(-1, 2), (10**11, 12), (2**64, 20), (-(10**40), 42), (10**5000, 2**64 - 1)]:
        with pytest.raises(ib.InszError) as caught:
            ib.Insz.from_int(wrong)
        assert (caught.value.code, caught.value.length) == ("length", length)
    with pytest.raises(ib.InszError) as caught:
        ib.Insz.from_int(25032090243, as_of=dt.date(2025, 3, 19))
    assert caught.value.code == "born_after"
    for not_an_int in ("85073090133", 85073090133.0):
        with pytest.raises(TypeError):
            ib.Insz.from_int(not_an_int)  # type: ignore[arg-type]


def test_a_birth_says_how_far_it_is_known() -> None:
    day = ib.Insz(TEXT).birth
    assert (day.code, day.date, day.year, day.month) == ("day", dt.date(1985, 7, 30), 1985, 7)
    year = ib.Insz("25.00.00-902.40").birth
    assert (year.code, year.date, year.year, year.month) == ("year", None, 2025, None)
    unknown = ib.Insz("00.00.07-902.81").birth
    assert (unknown.code, unknown.date, unknown.year, unknown.month) == ("unknown", None, None, None)
    assert day == ib.Insz(TEXT).birth
    assert hash(day) == hash(ib.Insz(TEXT).birth)
    assert day != year


def test_nothing_shows_a_digit_of_a_number() -> None:
    number = ib.Insz(TEXT)
    for shown in (repr(number), repr([number]), repr(number.birth), str(number.birth), f"{number.birth}"):
        assert not any(character.isdigit() for character in shown), shown


def test_a_number_is_pickled_and_copied() -> None:
    number = ib.Insz(TEXT)
    assert pickle.loads(pickle.dumps(number)) == number
    assert copy.copy(number) == copy.deepcopy(number) == number
    birth = number.birth
    assert copy.copy(birth) is copy.deepcopy(birth) is birth
    with pytest.raises(TypeError, match="pickle the Insz that tells it"):
        pickle.dumps(birth)


def test_nothing_of_a_number_can_be_changed() -> None:
    number: Any = ib.Insz(TEXT)
    for name in ("kind", "compact", "anything"):
        with pytest.raises(AttributeError):
            setattr(number, name, 1)


def test_a_datetime_is_no_day() -> None:
    when = dt.datetime(2025, 3, 20, 12, 0)
    with pytest.raises(TypeError, match=r"give its date, as in when\.date\(\)"):
        ib.Insz(TEXT, as_of=when)
    with pytest.raises(TypeError):
        ib.Insz(TEXT).check_birth_date(when)
    with pytest.raises(TypeError):
        ib.Insz(85073090133)  # type: ignore[arg-type]
