"""The exceptions of the library: one base, one class for each kind of caller's mistake, typed attributes.

A refusal, or that something cannot be determined, is an answer and no exception. No exception shows a register number
or a part of one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

__all__ = ["ColumnsError", "InburgeringError", "JsonError", "VocabularyError"]


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


class ColumnsError(InburgeringError, ValueError):
    """A column that a function of ``inburgering.columns`` cannot answer.

    ``code`` is one of ``mistyped``, ``lengths_differ``, ``too_many_rows`` and ``rows``. A single day outside the calendar
    is a ``CalendarError``, one outside the table of municipalities a ``MunicipalityError``.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> try:
    ...     ib.columns.current_municipality(pl.Series(["44021", "99999"]), on=dt.date(2026, 1, 1))
    ... except ib.ColumnsError as error:
    ...     print(error.code, error.total, error.problems[0][0])
    rows 1 1
    """

    argument: str | None = None
    """``mistyped``: the name of the argument."""
    problems: tuple[tuple[int, str], ...] = ()
    """``rows``: the first hundred rows that cannot be answered, from 0, each with the reason."""
    total: int | None = None
    """``rows``: how many there are."""


# Numbers, places, days.

__all__ += ["InszError", "MunicipalityError"]


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
    """``length``: how many characters were given."""
    position: int | None = None
    """``character``, ``separator``: the place of the first wrong character, from 1."""
    as_of: dt.date | None = None
    """``born_after``: the day of judgment."""


class MunicipalityError(InburgeringError, ValueError):
    """To be written."""


class CalendarError(InburgeringError, ValueError):
    """To be written."""


class MonthsError(InburgeringError, ValueError):
    """To be written."""


__all__ += ["CalendarError", "MonthsError"]


# Protocols and requests.


# Persons and answers.


# What leaves the agency.
