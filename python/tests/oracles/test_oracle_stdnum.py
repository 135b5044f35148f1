"""Register numbers against `python-stdnum` (`stdnum.be.nn`, `stdnum.be.bis`, `stdnum.be.ssn`).

The peer asks the clock which numbers of 20xx are born; it is told 2099 here, so that both centuries are compared, and
2026 where that is the question.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections import Counter
from types import ModuleType, SimpleNamespace

import inburgering as ib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.be import bis, nn, ssn

KNOWN_DIFFERENCES = {
    "sequence": "sequences 000 and 999 are never issued: we refuse them, the peer takes any sequence",
    "day that the month has not": "31 April, 29 February of a common year, day 32 to 99 under a known month: we refuse "
    "them, the peer takes the day as not known",
    "fictitious date": "month 00 and year 00 with a day of 02 or more: an exhausted counter of the birth date that is "
    "wholly unknown; the peer knows 00 00 01 only, and reads the year 1900 or 2000 from the others",
    "not born yet": "the peer asks the clock, and has no number of a later year; ours has no clock: `as_of` is asked",
    "stray separators": "the peer strips spaces, dots and hyphens anywhere; we take eleven digits or the dotted form",
    "full-width digits": "the peer reads full-width digits as ASCII ones; we take ASCII digits only, as both do of "
    "every other script",
    "sex of an invalid kind": "the peer tells the sex of anything with a sequence, also a BIS number without a known "
    "sex if it is asked as a national number",
}
"""What is done otherwise, and why; each has a test of its own below that fails when the peer changes."""


@pytest.fixture(autouse=True)
def in_2099(monkeypatch: pytest.MonkeyPatch) -> None:
    set_clock(monkeypatch, 2099)


def set_clock(monkeypatch: pytest.MonkeyPatch, year: int) -> None:
    """The peer's clock, in the way that it reads it."""

    class Clock(dt.date):
        @classmethod
        def today(cls) -> Clock:
            return cls(year, 12, 31)

    monkeypatch.setattr(nn, "datetime", SimpleNamespace(date=Clock))


def digits(year: int, month: int, day: int, sequence: int, century: int) -> str:
    """Eleven digits with right check digits."""
    nine = f"{year:02}{month:02}{day:02}{sequence:03}"
    check = 97 - int(("2" if century == 2000 else "") + nine) % 97
    return f"{nine}{check:02}"


def peer_of(text: str) -> ModuleType | None:
    """The module of the peer that takes the number, if any does."""
    takes: list[ModuleType] = [module for module in (nn, bis) if module.is_valid(text)]
    assert len(takes) <= 1
    return takes[0] if takes else None


def ours(text: str) -> ib.Insz | ib.InszError:
    try:
        return ib.Insz(text)
    except ib.InszError as error:
        return error


def difference(text: str) -> str | None:
    """Which of the known differences these digits must be, told from the digits alone."""
    year, month, day, sequence = int(text[:2]), int(text[2:4]), int(text[4:6]), int(text[6:9])
    if month not in {*range(13), *range(20, 33), *range(40, 53)}:
        return None
    if sequence in {0, 999}:
        return "sequence"
    month %= 20
    if month == 0:
        return "fictitious date" if year == 0 and day > 1 else None
    century = 1900 if 97 - int(text[:9]) % 97 == int(text[9:]) else 2000
    if day > calendar.monthrange(century + year, month)[1]:
        return "day that the month has not"
    return None


def compare(text: str) -> str | None:
    """Asserts that both say the same of the number, or exactly what is known to differ; which difference it was."""
    known = difference(text)
    number, peer = ours(text), peer_of(text)
    if peer is None:
        assert isinstance(number, ib.InszError)
        return None
    if known in {"sequence", "day that the month has not"}:
        assert isinstance(number, ib.InszError)
        assert number.code == ("sequence" if known == "sequence" else "day" if int(text[4:6]) > 31 else "date")
        return known
    assert isinstance(number, ib.Insz)
    assert (peer is bis) == number.is_bis
    assert peer.compact(text) == number.compact
    assert peer.format(text) == str(number)
    sex = {"M": ib.Sex.MAN, "F": ib.Sex.WOMAN, None: None}[peer.get_gender(text)]
    assert sex is number.sex
    assert peer.get_birth_date(text) == number.birth_date
    assert peer.get_birth_month(text) == number.birth.month
    if known == "fictitious date":
        assert number.birth_year is None
        assert peer.get_birth_year(text) in {1900, 2000}
        return known
    assert peer.get_birth_year(text) == number.birth_year
    return None


def test_all_check_digits() -> None:
    # 97 sequences one after the other have every remainder by 97.
    for year, month, day in [(85, 7, 30), (1, 52, 20), (0, 20, 0)]:
        for sequence in range(901, 998):
            valid = 0
            for check in range(100):
                text = f"{year:02}{month:02}{day:02}{sequence:03}{check:02}"
                assert compare(text) is None
                valid += peer_of(text) is not None
            assert valid == 2, "one pair of check digits for each century"


@pytest.mark.parametrize("century", [1900, 2000])
def test_all_months_and_days(century: int) -> None:
    seen: Counter[str | None] = Counter()
    for year in (0, 84):
        for month in range(100):
            for day in range(100):
                seen[compare(digits(year, month, day, 901, century))] += 1
    assert set(seen) == {None, "day that the month has not", "fictitious date"}
    # Three kinds of register, days 02 to 99 in the year 00.
    assert seen["fictitious date"] == 3 * 98


@pytest.mark.parametrize("century", [1900, 2000])
def test_all_sequences(century: int) -> None:
    seen: Counter[str | None] = Counter()
    for year, month, day in [(85, 7, 30), (1, 43, 20), (99, 32, 31), (25, 0, 0)]:
        for sequence in range(1000):
            seen[compare(digits(year, month, day, sequence, century))] += 1
    assert seen == {None: 4 * 998, "sequence": 4 * 2}


@pytest.mark.parametrize("century", [1900, 2000])
def test_all_years(century: int) -> None:
    for year in range(100):
        for month, day in [(0, 0), (0, 1), (2, 0), (12, 28), (22, 28), (42, 28)]:
            text = digits(year, month, day, 902, century)
            assert compare(text) is None
            assert ssn.is_valid(text)


@settings(max_examples=500)
@given(st.integers(0, 99_999_999_999))
def test_any_eleven_digits(number: int) -> None:
    compare(f"{number:011}")


def parts() -> st.SearchStrategy[str]:
    """Right check digits under any other digits, the months of the three kinds more often."""
    month = st.one_of(st.sampled_from([*range(13), *range(20, 33), *range(40, 53)]), st.integers(0, 99))
    two = st.integers(0, 99)
    return st.builds(digits, two, month, st.integers(0, 40), st.integers(0, 999), st.sampled_from([1900, 2000]))


@settings(max_examples=1000)
@given(parts())
def test_any_digits_with_right_check_digits(text: str) -> None:
    compare(text)


@settings(max_examples=300)
@given(st.text(st.sampled_from("0123456789.- "), max_size=18))
def test_what_we_take_the_peer_takes(text: str) -> None:
    number = ours(text)
    if isinstance(number, ib.Insz):
        assert peer_of(text) is not None


# ---------------------------------------------------------------- the known differences, one by one


def test_every_difference_has_its_reason_and_its_test() -> None:
    assert all(KNOWN_DIFFERENCES.values())
    tests = {name.removeprefix("test_difference_") for name in globals() if name.startswith("test_difference_")}
    assert tests == {re.sub(r"\W", "_", name) for name in KNOWN_DIFFERENCES}


@pytest.mark.parametrize(("year", "month", "day"), [(85, 4, 31), (85, 2, 29), (99, 46, 32), (99, 26, 99)])
def test_difference_day_that_the_month_has_not(year: int, month: int, day: int) -> None:
    text = digits(year, month, day, 901, 1900)
    peer = peer_of(text)
    assert peer is not None
    assert peer.get_birth_date(text) is None
    assert peer.get_birth_month(text) == month % 20
    assert compare(text) == "day that the month has not"


@pytest.mark.parametrize("sequence", [0, 999])
def test_difference_sequence(sequence: int) -> None:
    assert compare(digits(85, 7, 30, sequence, 1900)) == "sequence"


def test_difference_fictitious_date() -> None:
    first, second = digits(0, 0, 1, 902, 2000), digits(0, 0, 2, 902, 2000)
    assert nn.get_birth_year(first) is None
    assert nn.get_birth_year(second) == 2000
    assert ib.Insz(first).birth.code == ib.Insz(second).birth.code == "unknown"


def test_difference_not_born_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    text = digits(27, 1, 1, 901, 2000)
    assert nn.is_valid(text)
    set_clock(monkeypatch, 2026)
    assert not nn.is_valid(text)
    assert ib.Insz(text).birth_date == dt.date(2027, 1, 1)
    with pytest.raises(ib.InszError, match="of a birth after 2026-12-31") as caught:
        ib.Insz(text, as_of=dt.date(2026, 12, 31))
    assert caught.value.code == "born_after"
    # The peer asks for the year only: a number of 31 December is good all year.
    assert nn.is_valid(digits(26, 12, 31, 901, 2000))


@pytest.mark.parametrize("text", ["85 07 30 901 33", "85.07.30-90133", "850730-901.33", "8-5-0-7-3-0-9-0-1-3-3"])
def test_difference_stray_separators(text: str) -> None:
    assert nn.is_valid(text)
    number = ours(text)
    assert isinstance(number, ib.InszError)
    assert number.code in {"length", "separator", "character"}


@pytest.mark.parametrize(("text", "peer"), [("８５０７３０９０１３３", True), ("٨٥٠٧٣٠٩٠١٣٣", False)])
def test_difference_full_width_digits(text: str, peer: bool) -> None:
    number = ours(text)
    assert isinstance(number, ib.InszError)
    assert number.code == "character"
    assert nn.is_valid(text) is peer


def test_difference_sex_of_an_invalid_kind() -> None:
    unknown = digits(85, 27, 30, 901, 1900)
    assert nn.get_gender(unknown) == "M"
    assert bis.get_gender(unknown) is None
    assert ib.Insz(unknown).sex is None


def test_the_month_of_mutualities_is_refused_by_both() -> None:
    for month in (60, 61, 72):
        text = digits(85, month, 30, 901, 1900)
        assert peer_of(text) is None
        number = ours(text)
        assert isinstance(number, ib.InszError)
        assert number.code == "month"
