"""The exceptions of the library: one base, one class for each kind of caller's mistake, typed attributes.

A refusal, or that something cannot be determined, is an answer and no exception. No exception shows a register number
or a part of one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._inburgering import ColumnProblem, Problem
    from .vocabulary import InputTable

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


# Protocols and requests.


# Persons and answers.

__all__ += ["CaseloadError", "EmptyDossierNumber", "OutsideHorizon", "PersonError", "UnknownPersonError"]


class EmptyDossierNumber(InburgeringError, ValueError):  # noqa: N818 - the name of the core
    """A dossier number of which nothing is left without its outer white space; ``code`` is ``empty``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.Dossier(" ")
    ... except ib.EmptyDossierNumber as error:
    ...     print(error)
    the dossier number is empty; give the agency's number of the dossier
    """


class PersonError(InburgeringError, ValueError):
    """Replacements of register numbers that are not all of one person; ``code`` is ``replacements_apart``.

    >>> import datetime as dt, inburgering as ib
    >>> other = ib.Replacement(old="90.01.15-902.60", new="78.03.02-903.17", replaced_on=dt.date(2025, 3, 1))
    >>> try:
    ...     ib.Person("85.07.30-901.33", replacements=[other])
    ... except ib.PersonError as error:
    ...     print(error.apart)
    1
    """

    apart: int
    """How many replacements do not hang together with the number of the person."""


class CaseloadError(InburgeringError, ValueError):
    """Tables of which no caseload comes.

    ``str()`` lists the first 20 problems and tells how many there are; ``problems`` holds at most 100. None shows the
    text of a cell. ``code`` is one of

    - ``columns``: columns are missing, repeated or mistyped; no row was read;
    - ``unreadable``: cells cannot be read, and ``problems="set_aside"`` was not asked for;
    - ``too_many_rows``: a table has more rows than can be numbered from ``first_row`` up to 4294967295;
    - ``first_row``: the number of the first row is below 0 or above 4294967295;
    - ``stopped``: the library of a table failed in the middle of it.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.34"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None],
    ...     "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
    >>> try:
    ...     ib.Caseload(dossiers, residences, first_row=2)
    ... except ib.CaseloadError as error:
    ...     print(str(error).splitlines()[0])
    ...     print(error.problems[0].row, error.problems[0].column, error.problems[0].fault.reason)
    1 cell cannot be read; mend the rows, or set them aside with problems="set_aside":
    2 insz check_digits
    """

    problems: tuple[Problem, ...] | tuple[ColumnProblem, ...] = ()
    """``columns``: the first hundred ``ColumnProblem``; ``unreadable``: the first hundred ``Problem``."""
    total: int | None = None
    """``columns``, ``unreadable``: how many there are."""
    table: InputTable | None = None
    """``too_many_rows``: the table."""
    rows: int | None = None
    """``too_many_rows``: how many rows it has."""
    first_row: int | None = None
    """``too_many_rows``, ``first_row``: the number that the first row was to have."""


class OutsideHorizon(InburgeringError, ValueError):  # noqa: N818 - the name of the core
    """A day on which persons cannot be placed: outside 1995-01-01 to 2099-12-31; ``code`` is ``outside_horizon``.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": [], "insz": [], "registered_on": [], "contract_signed_on": [], "contract_municipality": [],
    ...     "attest_obtained_on": [], "closed_on": [],
    ... })
    >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
    >>> try:
    ...     ib.Caseload(dossiers, residences).place(on=dt.date(2100, 1, 1))
    ... except ib.OutsideHorizon as error:
    ...     print(error)
    persons can be placed from 1995-01-01 to 2099-12-31; 2100-01-01 lies outside
    """

    on: dt.date
    """The day that was asked."""


class UnknownPersonError(InburgeringError, LookupError):
    """A person who is not there; the number is not repeated.

    ``code`` is ``not_in_caseload`` (no dossier stands under the number, nor under one that replaced it or that it
    replaced) or ``not_known_on`` (none of the person's dossiers is known on the day).

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": [], "insz": [], "registered_on": [], "contract_signed_on": [], "contract_municipality": [],
    ...     "attest_obtained_on": [], "closed_on": [],
    ... })
    >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
    >>> try:
    ...     ib.Caseload(dossiers, residences).timeline("85.07.30-901.33")
    ... except ib.UnknownPersonError as error:
    ...     print(error.code)
    not_in_caseload
    """

    on: dt.date | None = None
    """``not_known_on``: the day that was asked."""


# What leaves the agency.
