"""The calendar of working days: `Calendar`, `CalendarYear`, `Holiday`, `HolidayKind`, `ClosedDay`, `Closure`."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
import tomllib
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import inburgering as ib
import pytest

GOLDEN = Path(__file__).parents[2] / "crates" / "inburgering" / "tests" / "golden" / "calendar.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]

ran: set[str] = set()


def answer(case: dict[str, Any]) -> tuple[dict[str, Any], str]:
    given = case["input"]
    calendar = ib.Calendar(given["calendar"])
    calendar = calendar.with_closing_days(dt.date.fromisoformat(day) for day in given.get("closing_days", []))
    day = dt.date.fromisoformat(given["day"])
    citation = calendar.citation
    found: dict[str, Any]
    match given["question"]:
        case "add":
            found = {"day": calendar.add(day, working_days=given["working_days"]).isoformat()}
        case "next":
            found = {"day": calendar.next(day).isoformat()}
        case "count":
            found = {"working_days": calendar.count(day, dt.date.fromisoformat(given["until"]))}
        case "closed":
            closed = calendar.closed(day)
            assert (closed is None) == calendar.is_working_day(day)
            for reason in closed.reasons if closed else ():
                if reason.holiday is not None:
                    citation = reason.holiday.citation
            found = {"english": str(closed) if closed else "", "dutch": closed.dutch if closed else ""}
        case "deadline":
            deadline = calendar.deadline(day, working_days=given["working_days"])
            found = {
                "due": deadline.due.isoformat(),
                "skipped": [skipped.dutch for skipped in deadline.skipped_weekdays],
            }
        case other:
            raise AssertionError(other)
    return found, str(citation)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["name"]))
def test_golden(case: dict[str, Any]) -> None:
    try:
        found, citation = answer(case)
    except ib.CalendarError as error:
        found, citation = {"error": str(error)}, case["citation"]
    assert found == case["expected"]
    assert citation == case["citation"]
    ran.add(case["name"])


def test_no_golden_case_was_skipped(request: pytest.FixtureRequest) -> None:
    wanted = sum("test_golden[" in item.nodeid and item.path == request.path for item in request.session.items)
    assert len(ran) == wanted
    assert len({case["name"] for case in CASES}) == len(CASES) > 50


LEGAL = ib.Calendar.legal()
NAMED = [LEGAL, ib.Calendar.flemish_government(), ib.Calendar.flemish_government_year_end()]


@pytest.mark.parametrize("calendar", NAMED, ids=str)
def test_a_calendar_is_known_by_its_name(calendar: ib.Calendar) -> None:
    assert ib.Calendar(calendar.name) == calendar
    assert str(calendar) == calendar.name
    assert repr(calendar) == f"<inburgering.Calendar {calendar.name}>"
    assert ib.Calendar.version() == ib.CALENDAR_VERSION == "2026-01-01"
    assert calendar.closing_days == ()


def test_closing_days_of_your_own() -> None:
    days = {dt.date(2026, 5, 15), dt.date(2026, 12, 24)}
    for given in (days, list(days), (day for day in days), [*days, *days]):
        ours = LEGAL.with_closing_days(given)
        assert ours.closing_days == (dt.date(2026, 5, 15), dt.date(2026, 12, 24))
        assert ours.name == "legal+2 closing days"
    assert LEGAL.closing_days == ()
    assert ours != LEGAL
    assert ours == LEGAL.with_closing_days([dt.date(2026, 12, 24)]).with_closing_days([dt.date(2026, 5, 15)])
    assert LEGAL.with_closing_days([]) == LEGAL
    assert not ours.is_working_day(dt.date(2026, 5, 15))
    with pytest.raises(TypeError, match="a str was given where a day is meant"):
        LEGAL.with_closing_days("2026-05-15")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        LEGAL.with_closing_days(dt.date(2026, 5, 15))  # type: ignore[arg-type]


def test_calendars_are_values() -> None:
    ours = LEGAL.with_closing_days([dt.date(2026, 5, 15)])
    for calendar in [*NAMED, ours]:
        again = pickle.loads(pickle.dumps(calendar))
        assert again == copy.copy(calendar) == copy.deepcopy(calendar) == calendar
        assert hash(again) == hash(calendar)
        assert ib.Calendar.from_json(calendar.to_json()) == calendar
    assert len({*NAMED, ours, ib.Calendar("legal")}) == 4
    changed: Any = ours
    with pytest.raises(AttributeError):
        changed.name = "mine"


def test_working_days_are_plain_integers() -> None:
    day = dt.date(2026, 10, 26)
    assert LEGAL.add(day, working_days=10) == dt.date(2026, 11, 9)
    assert LEGAL.add(day, working_days=ib.WorkingDays(10)) == dt.date(2026, 11, 9)
    assert type(LEGAL.count(dt.date(2026, 4, 30), dt.date(2026, 5, 31))) is int
    assert LEGAL.add(day, working_days=0) == day
    assert LEGAL.add(day, working_days=-1) == dt.date(2026, 10, 23)
    assert type(LEGAL.add(day, working_days=1)) is dt.date
    for wrong in (10.0, "10", None):
        with pytest.raises(TypeError):
            LEGAL.add(day, working_days=wrong)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        LEGAL.add(day, 10)  # type: ignore[call-arg]


def test_a_number_of_working_days_has_its_noun() -> None:
    assert [str(ib.WorkingDays(n)) for n in (-2, -1, 0, 1)] == [
        "-2 working days",
        "-1 working day",
        "0 working days",
        "1 working day",
    ]
    assert ib.WorkingDays(10).dutch == "10 werkdagen"
    assert repr(ib.WorkingDays(10)) == "WorkingDays(10)"
    assert int(ib.WorkingDays(-3)) == -3
    assert ib.WorkingDays(2) < ib.WorkingDays(10)
    assert pickle.loads(pickle.dumps(ib.WorkingDays(10))) == ib.WorkingDays(10)


def raised(ask: Callable[[], object]) -> ib.CalendarError:
    with pytest.raises(ib.CalendarError) as caught:
        ask()
    assert isinstance(caught.value, ValueError)
    return caught.value


@pytest.mark.parametrize("outside", [dt.date(1994, 12, 31), dt.date(2100, 1, 1), dt.date.min, dt.date.max], ids=str)
def test_a_day_outside(outside: dt.date) -> None:
    asked: list[Callable[[], object]] = [
        lambda: LEGAL.is_working_day(outside),
        lambda: LEGAL.closed(outside),
        lambda: LEGAL.next(outside),
        lambda: LEGAL.add(outside, working_days=0),
        lambda: LEGAL.add(outside, working_days=10**20),
        lambda: LEGAL.count(dt.date(2026, 1, 1), outside),
        lambda: LEGAL.deadline(outside, working_days=10),
        lambda: LEGAL.with_closing_days([dt.date(2026, 1, 1), outside]),
        lambda: LEGAL.deadline(dt.date(2026, 1, 1), working_days=1).status(on=outside),
        lambda: ib.Holiday(outside, kind="christmas"),
    ]
    for ask in asked:
        error = raised(ask)
        assert (error.code, error.day) == ("outside", outside)
        assert str(error) == f"the calendar covers 1995-01-01 to 2099-12-31; {outside} lies outside it"


def test_the_first_and_the_last_day() -> None:
    assert [dt.date(1995, 1, 1), dt.date(2099, 12, 31)] == [ib.FIRST_DAY, ib.LAST_DAY]
    assert not LEGAL.is_working_day(ib.FIRST_DAY)
    assert LEGAL.is_working_day(ib.LAST_DAY)


def test_an_answer_outside() -> None:
    start = dt.date(2099, 12, 20)
    error = raised(lambda: LEGAL.add(start, working_days=10))
    assert (error.code, error.start, error.working_days) == ("answer_outside", start, 10)
    assert str(error).endswith("; counting 10 working days from 2099-12-20 leads outside it")
    assert raised(lambda: LEGAL.add(start, working_days=-999_999)).working_days == -999_999


@pytest.mark.parametrize("number", [10**6, -(10**6), 2**31, -(2**31) - 1, 2**63, 10**30, -(10**30)])
def test_a_number_of_many_digits_is_not_shown(number: int) -> None:
    start = dt.date(2026, 1, 1)
    error = raised(lambda: LEGAL.add(start, working_days=number))
    assert (error.code, error.start, error.working_days) == ("answer_outside", start, None)
    digits = len(str(abs(number)))
    assert f"; counting working days by a number of {digits} digits from 2026-01-01 leads outside it" in str(error)
    assert str(abs(number)) not in f"{error!s}{error!r}"
    error = raised(lambda: LEGAL.holidays(number))
    assert (error.code, error.year) == ("year_outside", None)
    assert str(error) == f"the calendar covers the years 1995 to 2099; a year of {digits} digits lies outside them"


def test_a_number_beyond_all_writing() -> None:
    assert raised(lambda: LEGAL.add(dt.date(2026, 1, 1), working_days=10**5000)).code == "answer_outside"


@pytest.mark.parametrize("year", [0, 1994, 2100, -2026, 999_999])
def test_a_year_outside(year: int) -> None:
    error = raised(lambda: LEGAL.holidays(year))
    assert (error.code, error.year) == ("year_outside", year)
    assert str(error) == f"the calendar covers the years 1995 to 2099; {year} lies outside them"


def test_an_unknown_name() -> None:
    error = raised(lambda: ib.Calendar("Legal"))
    assert (error.code, error.text) == ("unknown_name", "Legal")
    assert "use `legal`, `flemish_government` or `flemish_government_year_end`" in str(error)


def test_a_register_number_in_place_of_a_name_is_not_repeated() -> None:
    with pytest.raises(ib.CalendarError) as raised:
        ib.Calendar("85.07.30-901.33")
    assert (raised.value.code, raised.value.text, raised.value.length) == ("not_a_name", None, 15)
    assert "85" not in str(raised.value)


def test_a_holiday_falls_on_its_own_day_only() -> None:
    armistice = ib.Holiday(dt.date(2025, 11, 11), kind=ib.HolidayKind.ARMISTICE)
    assert armistice == ib.Holiday(dt.date(2025, 11, 11), kind="armistice")
    assert (armistice.day, armistice.kind) == (dt.date(2025, 11, 11), ib.HolidayKind.ARMISTICE)
    assert (armistice.english, armistice.dutch) == ("Armistice Day", "Wapenstilstand")
    assert armistice.citation == ib.Citation.HOLIDAYS_ACT
    assert repr(armistice) == "Holiday(datetime.date(2025, 11, 11), kind='armistice')"
    error = raised(lambda: ib.Holiday(dt.date(2025, 11, 12), kind="armistice"))
    assert (error.code, error.day, error.kind) == (
        "no_such_holiday",
        dt.date(2025, 11, 12),
        ib.HolidayKind.ARMISTICE,
    )
    with pytest.raises(ib.VocabularyError):
        ib.Holiday(dt.date(2025, 11, 11), kind="Armistice")


def test_every_kind_of_holiday_has_its_names() -> None:
    assert len(ib.HolidayKind) == 16
    for kind in ib.HolidayKind:
        assert kind.english
        assert kind.dutch
        assert isinstance(kind.citation, ib.Citation)
    assert ib.HolidayKind.ASCENSION_STAND_IN.citation == ib.Citation.HOLIDAY_2008


def test_a_year_is_a_sequence_of_holidays() -> None:
    year = LEGAL.holidays(2026)
    holidays = list(year)
    assert len(year) == len(holidays) == 10
    assert holidays == sorted(holidays)
    assert [year[at] for at in range(10)] == holidays
    assert (year[-1], year[-10]) == (holidays[-1], holidays[0])
    for outside in (10, -11):
        with pytest.raises(IndexError):
            year[outside]
    assert holidays[3] in year
    assert dt.date(2026, 1, 1) not in year
    assert list(reversed(year)) == holidays[::-1]
    assert (year.year, year.calendar) == (2026, LEGAL)
    assert repr(year) == "<inburgering.CalendarYear 2026 of legal: 10 holidays>"
    assert year == ib.Calendar("legal").holidays(2026)
    assert hash(year) == hash(ib.Calendar("legal").holidays(2026))
    assert year != LEGAL.holidays(2027)
    assert pickle.loads(pickle.dumps(year)) == copy.copy(year) == copy.deepcopy(year) == year


def test_2008_has_two_holidays_on_labour_day_and_the_stand_in_after_it() -> None:
    in_may = [(holiday.day.day, holiday.kind.value) for holiday in LEGAL.holidays(2008) if holiday.day.month == 5]
    assert in_may == [(1, "labour_day"), (1, "ascension"), (2, "ascension_stand_in"), (12, "whit_monday")]


def test_a_closed_day_has_every_reason() -> None:
    ours = LEGAL.with_closing_days([dt.date(2026, 11, 1)])
    closed = ours.closed(dt.date(2026, 11, 1))
    assert closed is not None
    assert closed.day == dt.date(2026, 11, 1)
    assert closed.is_weekend
    assert [reason.code for reason in closed.reasons] == ["sunday", "holiday", "closing_day"]
    assert [reason.holiday for reason in closed.reasons] == [None, ib.HolidayKind.ALL_SAINTS, None]
    assert [str(reason) for reason in closed.reasons] == ["Sunday", "Allerheiligen (All Saints' Day)", "closing day"]
    assert [reason.dutch for reason in closed.reasons] == ["zondag", "Allerheiligen", "sluitingsdag"]
    assert repr(closed) == "<inburgering.ClosedDay 2026-11-01: sunday, all_saints, closing_day>"
    assert repr(closed.reasons[1]) == "<inburgering.Closure all_saints>"
    assert isinstance(closed.reasons, tuple)
    assert list(closed.reasons) == sorted(closed.reasons)
    for value in (closed, *closed.reasons):
        assert pickle.loads(pickle.dumps(value)) == copy.deepcopy(value) == value
        assert hash(copy.copy(value)) == hash(value)
    with pytest.raises(ib.JsonError):
        ib.ClosedDay.from_json('{"day": "2026-11-03", "reasons": ["sunday"]}')


class Table(HTMLParser):
    """What a reader of the table hears: caption, heads with their scope, cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.caption = ""
        self.scopes: list[str | None] = []
        self.cells: list[str] = []
        self.tags: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not {name for name, _ in attrs} & {"style", "class", "color"}
        if tag == "th":
            self.scopes.append(dict(attrs).get("scope"))
        self.tag = tag

    def handle_data(self, data: str) -> None:
        if self.tag == "caption":
            self.caption += data
        else:
            self.cells.append(data)


def test_a_notebook_shows_a_year_as_a_table() -> None:
    table = Table(LEGAL.holidays(2026)._repr_html_())
    assert table.caption == "Holidays of 2026, calendar legal"
    assert table.cells[:4] == ["Day", "Weekday", "Dutch", "English"]
    assert table.cells[4:8] == ["2026-01-01", "Thursday", "Nieuwjaar", "New Year's Day"]
    assert "Saturday (weekend)" in table.cells
    assert table.scopes == ["col"] * 4 + ["row"] * 10
    assert len(table.cells) == 4 * 11
    assert "&#39;" in LEGAL.holidays(2026)._repr_html_()


def test_a_notebook_shows_a_deadline_as_a_table() -> None:
    table = Table(LEGAL.deadline(dt.date(2025, 11, 3), working_days=10)._repr_html_())
    assert table.caption == "Due 2025-11-18: 10 working days after 2025-11-03, calendar legal"
    assert table.cells[2:4] == ["2025-11-03", "the event, which does not count"]
    assert table.cells[-2:] == ["2025-11-18", "the due day, which counts"]
    assert "Wapenstilstand (Armistice Day)" in table.cells
    assert len(table.scopes) == 2 + 2 + 5
    assert table.tags <= {"table", "caption", "thead", "tbody", "tr", "th", "td"}


def test_a_datetime_is_no_day() -> None:
    when: Any = dt.datetime(2026, 1, 5, 9, 30)
    asked: list[Callable[[], object]] = [
        lambda: LEGAL.is_working_day(when),
        lambda: LEGAL.add(when, working_days=1),
        lambda: LEGAL.count(when, dt.date(2026, 1, 5)),
        lambda: LEGAL.with_closing_days([when]),
        lambda: LEGAL.deadline(when, working_days=1),
    ]
    for ask in asked:
        with pytest.raises(TypeError, match="a datetime was given where a day is meant"):
            ask()
