"""The exceptions of the library: one base, one class for each kind of caller's mistake, typed attributes.

A refusal, or that something cannot be determined, is an answer and no exception. No exception shows a register number
or a part of one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._inburgering import Municipality
    from .vocabulary import HolidayKind

__all__ = ["InburgeringError", "JsonError", "VocabularyError"]


class InburgeringError(Exception):
    """The base of every exception of the library.

    ``str()`` says what was given, what is allowed and what to do.

    >>> import inburgering as ib
    >>> try:
    ...     ib.municipality("99999")
    ... except ib.InburgeringError as error:
    ...     print(type(error).__name__)
    MunicipalityError
    """

    code: str
    """Which mistake of this class, in ``snake_case``; stable."""

    def __init__(self, message: str, code: str = "", fields: Mapping[str, object] | None = None, /) -> None:
        fields = dict(fields or {})
        super().__init__(message, code, fields)
        self.code = code
        for name, value in fields.items():
            setattr(self, name, value)

    def __str__(self) -> str:
        return str(self.args[0])


class VocabularyError(InburgeringError, ValueError):
    """A text that is no word of the vocabulary that is meant; ``code`` is ``unknown_word``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.Caseload({}, {}, problems="ignore")
    ... except (ib.VocabularyError, TypeError) as error:
    ...     print("give one of the words")
    give one of the words
    """

    vocabulary: str
    """The name of the enum in ``inburgering.vocabulary``."""
    allowed: tuple[str, ...]
    """Its words."""


class JsonError(InburgeringError, ValueError):
    """A text that ``from_json`` cannot read; ``code`` is ``not_readable``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.Protocol.from_json("[]")
    ... except ib.JsonError as error:
    ...     print(error.line)
    1
    """

    line: int
    """The line, from 1."""
    column: int
    """The column, from 1."""


# Numbers, places, days.

__all__ += ["CalendarError", "InszError", "MonthsError", "MunicipalityError", "QuartilesError"]


class InszError(InburgeringError, ValueError):
    """A text, or an integer, that is no register number: lengths, places and kinds of fault, never a digit of it.

    ``code`` is one of ``length``, ``character``, ``separator``, ``check_digits``, ``month``, ``sequence``, ``day``,
    ``date``, ``born_after`` and ``birth_date``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.Insz("85.07.30-901.34")
    ... except ib.InszError as error:
    ...     print(error.code)
    check_digits
    """

    length: int | None = None
    """``length``: how many characters were given, without outer white space."""
    position: int | None = None
    """``character``, ``separator``: the place of the first wrong character, from 1, without outer white space."""
    as_of: dt.date | None = None
    """``born_after``: the day of judgment."""


class MunicipalityError(InburgeringError, ValueError):
    """A text, a code or a day that gives no municipality; the message names what to use instead.

    ``code`` is one of ``bad_code`` (the text is not five digits), ``too_many_digits`` (it may be a register number in
    the wrong place, so it is not kept), ``unknown``, ``not_yet``, ``ended`` and ``outside_table``.

    >>> import datetime as dt, inburgering as ib
    >>> try:
    ...     ib.municipality("46029").current(on=dt.date(2024, 12, 31))
    ... except ib.MunicipalityError as error:
    ...     print(error.code, error.municipality)
    not_yet 46029 (Lokeren)
    """

    text: str | None = None
    """``bad_code``: the text that was given."""
    length: int | None = None
    """``too_many_digits``: how many characters were given, without outer white space."""
    nis_code: str | None = None
    """``unknown``: the NIS code."""
    municipality: Municipality | None = None
    """``not_yet``, ``ended``: the municipality that is not there yet, or no more."""
    on: dt.date | None = None
    """``not_yet``, ``ended``, ``outside_table``: the day that was asked for."""


class CalendarError(InburgeringError, ValueError):
    """A day, a year, a name or a number of working days to which a calendar gives no answer.

    ``code`` is one of ``outside`` (the day that was given, or a closing day, is not within 1995-01-01 to 2099-12-31),
    ``answer_outside`` (the answer is not), ``year_outside``, ``unknown_name`` and ``no_such_holiday``.

    >>> import datetime as dt, inburgering as ib
    >>> try:
    ...     ib.Calendar.legal().add(dt.date(2099, 12, 20), working_days=10)
    ... except ib.CalendarError as error:
    ...     print(error)
    the calendar covers 1995-01-01 to 2099-12-31; counting 10 working days from 2099-12-20 leads outside it
    """

    day: dt.date | None = None
    """``outside``, ``no_such_holiday``: the day that was given."""
    start: dt.date | None = None
    """``answer_outside``: the day that was given."""
    working_days: int | None = None
    """``answer_outside``: the number of working days that was asked; not kept where it has more than six digits."""
    year: int | None = None
    """``year_outside``: the year that was given; not kept where it has more than six digits."""
    text: str | None = None
    """``unknown_name``: the text that was given."""
    kind: HolidayKind | None = None
    """``no_such_holiday``: the holiday that was given."""


class MonthsError(InburgeringError, ValueError):
    """A number of months that is no term; ``code`` is ``out_of_range``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.Months(0)
    ... except ib.MonthsError as error:
    ...     print(error)
    a term of 0 months was given; 1 to 1200 months are allowed
    """

    months: int | None = None
    """The number that was given; not kept where it has more than six digits."""


class QuartilesError(InburgeringError, ValueError):
    """Three numbers that are no quartiles, since they descend; ``code`` is ``order``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.Quartiles(first=3, median=2, third=4)
    ... except ib.QuartilesError as error:
    ...     print(error.median)
    2
    """

    first: int
    """The first quartile that was given."""
    median: int
    """The median that was given."""
    third: int
    """The third quartile that was given."""


# Protocols and requests.


# Persons and answers.


# What leaves the agency.
