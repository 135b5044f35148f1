"""The exceptions of the library: one base, one class for each kind of caller's mistake, typed attributes.

A refusal, or that something cannot be determined, is an answer and no exception. No exception shows a register number
or a part of one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._inburgering import Assessment, ColumnProblem, ListRules, Municipality, Problem, Versions
    from .vocabulary import Brussels, DeliveryState, HolidayKind, InputTable, ProtocolStep, RequestState

__all__ = [
    "ArchiveError",
    "AssessmentError",
    "CalendarError",
    "CaseloadError",
    "ColumnsError",
    "DeliverError",
    "DeliveryError",
    "DigestError",
    "DigestKeyError",
    "EmptyDossierNumber",
    "FiguresError",
    "FolderError",
    "HistoryError",
    "InburgeringError",
    "InszError",
    "JsonError",
    "LogError",
    "MissingPackageError",
    "MonthsError",
    "MunicipalityError",
    "OpaqueTextError",
    "OutsideHorizon",
    "PersonError",
    "ProtocolError",
    "PurposeError",
    "QuartilesError",
    "RecallError",
    "RegisterError",
    "RequestError",
    "SuppressionError",
    "UnknownPersonError",
    "VocabularyError",
    "WorkbookError",
]


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

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> try:
    ...     example.caseload().place(on=dt.date(2026, 1, 1), closed="contract")
    ... except ib.VocabularyError as error:
    ...     print(error.allowed[0])
    contract_municipality
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


class MissingPackageError(InburgeringError, ImportError):
    """A package of an extra of the module that is not installed; ``code`` is ``missing_package``.

    >>> import inburgering as ib
    >>> error = ib.MissingPackageError.of(ModuleNotFoundError(name="jinja2"), "report")
    >>> print(error)
    `jinja2` is not installed; the extra `report` brings it: pip install 'inburgering[report]'
    >>> error.package, error.extra
    ('jinja2', 'report')
    """

    package: str
    """The name of the package."""
    extra: str
    """The name of the extra that brings it."""

    @classmethod
    def of(cls, error: ModuleNotFoundError, extra: str) -> MissingPackageError:
        """Say of a module that was not found which extra brings it."""
        package = (error.name or "").partition(".")[0]
        message = f"`{package}` is not installed; the extra `{extra}` brings it: pip install 'inburgering[{extra}]'"
        return cls(message, "missing_package", {"package": package, "extra": extra})


class ColumnsError(InburgeringError, ValueError):
    """A column that a function of ``inburgering.columns`` cannot answer.

    ``code`` is one of ``mistyped``, ``invalid`` (text that is not UTF-8), ``lengths_differ``, ``too_many_rows`` and
    ``rows``. A single day outside the calendar is a ``CalendarError``, one outside the table of municipalities a
    ``MunicipalityError``.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> try:
    ...     ib.columns.current_municipality(pl.Series(["44021", "99999"]), on=dt.date(2026, 1, 1))
    ... except ib.ColumnsError as error:
    ...     print(error.code, error.total, error.problems[0][0])
    rows 1 1
    """

    argument: str | None = None
    """``mistyped``, ``invalid``: the name of the argument."""
    problems: tuple[tuple[int, str], ...] = ()
    """``rows``: the first hundred rows that cannot be answered, from 0, each with the reason."""
    total: int | None = None
    """``rows``: how many there are."""


# Numbers, places, days.


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
    ``answer_outside`` (the answer is not), ``year_outside``, ``unknown_name``, ``not_a_name`` and
    ``no_such_holiday``.

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
    length: int | None = None
    """``not_a_name``: how many characters were given; the text is not kept, since it may be a register number."""
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


class OpaqueTextError(InburgeringError, ValueError):
    """A text that cannot name a protocol, a request or a person at work; the text itself is never repeated.

    Such texts stand on receipts and in logs. ``code`` is one of ``empty``, ``too_long``, ``not_one_line`` and
    ``register_number``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.Register().get("dossier 85.07.30-901.33")
    ... except ib.OpaqueTextError as error:
    ...     print(error)
    the text contains a register number, which may not stand on a receipt; leave it out
    """

    length: int | None = None
    """``too_long``: how many characters were given."""


class PurposeError(InburgeringError, ValueError):
    """A text that is no purpose, or no purpose at all.

    ``code`` is one of ``unknown``, ``not_a_purpose`` (a text with more than five digits, which is not
    kept) and ``none``.

    >>> import datetime as dt, inburgering as ib
    >>> try:
    ...     ib.Request(municipality="44021", received_on=dt.date(2025, 3, 3), purposes=[], requester="burgerzaken")
    ... except ib.PurposeError as error:
    ...     print(error)
    no purpose was given; give at least one
    """

    text: str | None = None
    """``unknown``: what was given."""
    length: int | None = None
    """``not_a_purpose``: how many characters were given."""


class ProtocolError(InburgeringError, ValueError):
    """A step of a protocol that cannot be taken; the protocol stays as it was.

    ``code`` is one of ``outside_horizon``, ``repeated``, ``out_of_order``, ``backdated`` and ``run_out``. A
    municipality that does not exist on the day is a ``MunicipalityError``.

    >>> import datetime as dt, inburgering as ib
    >>> try:
    ...     ib.Protocol(
    ...         id="LEU-2024", municipality="24062", kind="standard", purposes="ceremony", duration_months=None,
    ...         retention_months=12, requested_on=dt.date(2024, 3, 1), advised_by_agency_on=dt.date(2024, 2, 29),
    ...     )
    ... except ib.ProtocolError as error:
    ...     print(error.code, error.followed_on)
    backdated 2024-03-01
    """

    protocol: str | None = None
    """Every code but ``outside_horizon``: the name of the protocol."""
    step: ProtocolStep | None = None
    """``repeated``, ``out_of_order``, ``backdated``: the step."""
    on: dt.date | None = None
    """``outside_horizon``, ``backdated``, ``run_out``: the day that was given."""
    first: dt.date | None = None
    """``repeated``: the day on which the step was taken."""
    missing: ProtocolStep | None = None
    """``out_of_order``: the step that comes first."""
    followed_on: dt.date | None = None
    """``backdated``: the day of the step it follows."""
    ran_out_on: dt.date | None = None
    """``run_out``: the first day on which the protocol is no longer in force."""


class RegisterError(InburgeringError, ValueError):
    """A register that cannot be made or changed so; it stays as it was.

    ``code`` is one of ``duplicate`` and ``unknown``. A step that the protocol refuses is a ``ProtocolError``.

    >>> import datetime as dt, inburgering as ib
    >>> try:
    ...     ib.Register().take("LEU-2024", ib.ProtocolStep.VALIDATION, on=dt.date(2024, 3, 20))
    ... except ib.RegisterError as error:
    ...     print(error)
    the register has no protocol `LEU-2024`; add it first
    """

    id: str
    """The name."""


class RequestError(InburgeringError, ValueError):
    """A text that is no door.

    ``code`` is one of ``unknown_door`` and ``not_a_door`` (a text with more than five digits, which is not kept). A
    municipality that does not exist on the day of receipt is a ``MunicipalityError``.

    >>> import datetime as dt, inburgering as ib
    >>> try:
    ...     ib.Request(
    ...         municipality="44021", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="burgerzaken",
    ...         door="window",
    ...     )
    ... except ib.RequestError as error:
    ...     print(error.code, error.text)
    unknown_door window
    """

    text: str | None = None
    """``unknown_door``: what was given."""
    length: int | None = None
    """``not_a_door``: how many characters were given."""


class HistoryError(InburgeringError, ValueError):
    """A history, or a record of it, that cannot be made or changed so; it stays as it was.

    ``code`` is one of ``duplicate``, ``unknown``, ``other_request``, ``wrong_step`` and ``backdated``.

    >>> import datetime as dt, inburgering as ib
    >>> request = ib.Request(
    ...     municipality="44021", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="burgerzaken"
    ... )
    >>> try:
    ...     ib.History().receive(request).deliver(request.id, on=dt.date(2025, 3, 4))
    ... except ib.HistoryError as error:
    ...     print(error)
    request `44021-2025-03-03` is received; it cannot become delivered
    """

    id: str
    """The name of the request."""
    state: RequestState | None = None
    """``wrong_step``, ``backdated``: the state it is in."""
    next: RequestState | None = None
    """``wrong_step``: the state it was to come into."""
    since: dt.date | None = None
    """``backdated``: the day on which it came into its state."""
    on: dt.date | None = None
    """``backdated``: the day that was given."""


class AssessmentError(InburgeringError, ValueError):
    """A request that cannot be assessed on that day; ``code`` is ``before_receipt``.

    A day outside the table of municipalities is a ``MunicipalityError``, a due day outside the calendar a
    ``CalendarError``. That a request is refused is an answer, and no error.

    >>> import datetime as dt, inburgering as ib
    >>> request = ib.Request(
    ...     municipality="44021", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="burgerzaken"
    ... )
    >>> try:
    ...     ib.assess(request, on=dt.date(2025, 3, 2), protocols=[])
    ... except ib.AssessmentError as error:
    ...     print(error.received_on)
    2025-03-03
    """

    id: str
    """The name of the request."""
    received_on: dt.date
    """The day of receipt."""
    on: dt.date
    """The day that was given."""


class DeliveryError(InburgeringError, ValueError):
    """A delivery that cannot be checked at all: a mistake of the caller's.

    ``code`` is one of ``not_granted``, ``before_assessment``, ``already_delivered`` and ``not_open``. Another request
    of the same name in the history is a ``HistoryError``.

    >>> import datetime as dt, inburgering as ib
    >>> received = dt.date(2025, 3, 3)
    >>> request = ib.Request(municipality="44021", received_on=received, purposes="ceremony", requester="burgerzaken")
    >>> refused = ib.assess(request, on=received, protocols=[])
    >>> try:
    ...     refused.check_delivery(on=received, protocols=[])
    ... except ib.DeliveryError as error:
    ...     print(error)
    request `44021-2025-03-03` was refused on 2025-03-03; only a granted request can be delivered
    """

    id: str
    """The name of the request."""
    state: RequestState | None = None
    """``not_granted``: the state that the assessment gave it; ``not_open``: the state it is in."""
    on: dt.date | None = None
    """``not_granted``: the day of the assessment; ``before_assessment``: the day that was given."""
    assessed_on: dt.date | None = None
    """``before_assessment``: the day of the assessment."""
    delivered_on: dt.date | None = None
    """``already_delivered``: the day of the delivery."""
    since: dt.date | None = None
    """``not_open``: the day on which it came into its state."""


# Persons and answers.


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

    - ``columns``: columns are missing, repeated, mistyped or invalid (text that is not UTF-8); no row was read;
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
    """``columns``: the first hundred ``ColumnProblem``; ``unreadable``: the first hundred ``Problem``.

    Out of another process, where the error was pickled, they come as their sentences."""
    total: int | None = None
    """``columns``, ``unreadable``: how many there are."""
    table: InputTable | None = None
    """``too_many_rows``: the table."""
    rows: int | None = None
    """``too_many_rows``: how many rows it has."""
    first_row: int | None = None
    """``too_many_rows``: the number that the first row was to have."""

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle the problems as their sentences, so that the error comes out of another process whole."""
        message, code, fields = self.args
        if "problems" in fields:
            fields = fields | {"problems": tuple(str(problem) for problem in fields["problems"])}
        return type(self), (message, code, fields)


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


class DigestKeyError(InburgeringError, ValueError):
    """An id or key that cannot be used for digests.

    ``code`` is ``bad_id`` (an id has 1 to 64 letters, digits (at most ten), dots, hyphens or underscores) or
    ``too_short`` (a key has at least 32 bytes).

    >>> import inburgering as ib
    >>> try:
    ...     ib.DigestKey("2026-a", b"secret")
    ... except ib.DigestKeyError as error:
    ...     print(error.code, error.length)
    too_short 6
    """

    length: int
    """How many characters the id, or bytes the key, has."""


class DigestError(InburgeringError, ValueError):
    """A text that is no digest; ``code`` is ``not_a_digest``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.Digest("8e5b")
    ... except ib.DigestError as error:
    ...     print(error)
    a digest has 64 hexadecimal digits in lower case; 4 characters were given that are none
    """

    length: int
    """How many characters were given."""


class DeliverError(InburgeringError, ValueError):
    """Nothing was delivered.

    ``code`` is one of ``refused`` (checked again on the day, the request is refused), ``other_day`` (the persons were
    placed on another day than that of the instant of delivery), ``other_brussels`` (they were placed under another
    option for Brussels than the request was assessed under), ``no_time_zone``, ``time_zone_offset`` and
    ``too_far_away`` (``delivered_at`` is no instant that can be kept).

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> placed = example.caseload().place(on=dt.date(2026, 2, 11))
    >>> try:
    ...     example.delivery(placed=placed)
    ... except ib.DeliverError as error:
    ...     print(error.code, error.given_on, error.placed_on)
    other_day 2026-02-10 2026-02-11
    """

    assessment: Assessment | None = None
    """``refused``: the assessment on the day of delivery, with all its reasons; record it."""
    given_on: dt.date | None = None
    """``other_day``: the date of the instant of delivery."""
    placed_on: dt.date | None = None
    """``other_day``: the day on which the persons were placed."""
    assessed: Brussels | None = None
    """``other_brussels``: the option of the assessment."""
    placed: Brussels | None = None
    """``other_brussels``: the option of the placement."""


class RecallError(InburgeringError, ValueError):
    """A delivery cannot be recalled by what was given.

    ``code`` is one of ``other_day`` (the persons were placed on another day), ``other_rules`` (under other options),
    ``other_key`` (the receipt was made under another key), ``digest_differs`` (these are not the original inputs),
    ``other_versions`` (they are, but other rules or tables made the list of them: use that release) and
    ``before_delivery`` (a notice was asked on a day before that of the delivery).

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> receipt, wrong = example.delivery().receipt, example.corrected()
    >>> try:
    ...     ib.recall(receipt, original=wrong, corrected=wrong, key=example.key())
    ... except ib.RecallError as error:
    ...     print(error.code, error.differing)
    digest_differs ('deaths', 'list')
    """

    delivered_on: dt.date | None = None
    """``other_day``, ``before_delivery``: the day of the delivery."""
    placed_on: dt.date | None = None
    """``other_day``: the day of the placement."""
    given_on: dt.date | None = None
    """``before_delivery``: the day that was given."""
    delivered: ListRules | None = None
    """``other_rules``: the options of the delivery."""
    placed: ListRules | None = None
    """``other_rules``: the options of the placement."""
    receipt_key: str | None = None
    """``other_key``: the id of the key on the receipt."""
    given_key: str | None = None
    """``other_key``: the id of the key that was given."""
    differing: tuple[str, ...] = ()
    """``digest_differs``: what differs: the tables, the rows set aside, the list."""
    made_by: Versions | None = None
    """``other_versions``: the versions that made the list."""


class WorkbookError(InburgeringError, ValueError):
    """A list of which there is no workbook.

    ``code`` is one of ``too_many_rows`` (the list is longer than a worksheet), ``day`` (no workbook bears it) and
    ``unwritten`` (a fault of this library).

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> try:
    ...     example.delivery().disclosure_list.to_xlsx(on=dt.date(1830, 10, 4))
    ... except ib.WorkbookError as error:
    ...     print(error.on)
    1830-10-04
    """

    persons: int | None = None
    """``too_many_rows``: the persons on the list."""
    on: dt.date | None = None
    """``day``: the day that was given."""


class FolderError(InburgeringError, ValueError):
    """A folder of a delivery that cannot be written; nothing is left half-written.

    ``code`` is one of ``already_there`` (it is never overwritten), ``of_the_log`` (the log beside it needs a file of
    that name), ``no_name``, ``no_parent`` (the folder of the archive is not there, so that it cannot be seen what stood
    in it) and ``unwritable`` (the disk is full, or whatever the system says).

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> (root / "deliveries" / "44021-2026-02-02").mkdir(parents=True)
    >>> try:
    ...     example.deliver_to(ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite")))
    ... except ib.FolderError as error:
    ...     print(error.code, error.path.name)
    already_there 44021-2026-02-02
    """

    path: Path
    """The folder."""


class LogError(InburgeringError, ValueError):
    """The log of disclosures cannot be read or written; then nothing was added to it.

    ``code`` is one of ``not_there`` (no log is at the path), ``already_there`` (something is, where a log is to be
    created), ``no_folder`` (its folder is not there), ``not_a_log`` (the file is something else), ``other_version``
    (another version of the library made it), ``busy`` (another process is writing for too long), ``unreadable`` (an
    entry was changed, or another version wrote it: verify the log), ``entry_of_other_version`` (use the release that
    wrote it), ``broken`` (the log is not as it was written, or another key of that name was given), ``key_not_given``
    (give the old keys of the log too), ``not_kept`` (the database did not keep the entry), ``time_zone_offset``
    (an instant that it cannot tell), ``database`` (whatever the database says) and ``not_a_head`` (a text that is no
    head of a log).

    >>> import inburgering as ib, pathlib, tempfile
    >>> path = pathlib.Path(tempfile.mkdtemp()) / "notes.txt"
    >>> _ = path.write_text("something else, and long enough for a database" * 20)
    >>> try:
    ...     ib.DisclosureLog(path)
    ... except ib.LogError as error:
    ...     print(error.code)
    not_a_log
    """

    path: Path | None = None
    """``not_there``, ``already_there``, ``no_folder``, ``not_a_log``, ``other_version``, ``busy``, ``unreadable``,
    ``not_kept``, ``database``: the file."""
    sequence: int | None = None
    """``unreadable``, ``entry_of_other_version``, ``broken``, ``key_not_given``, ``not_kept``: the entry."""
    key: str | None = None
    """``key_not_given``: the id of the key."""
    length: int | None = None
    """``not_a_head``: how many characters were given."""


class ArchiveError(InburgeringError, ValueError):
    """A delivery that the log does not allow, that cannot be resumed or abandoned, or of which no notice can be given.

    ``code`` is one of ``unfinished`` (a delivery of the request was begun and not ended), ``backdated`` (the log has a
    delivery on a later day), ``interrupted`` (the log has the intent, and then something failed: its ``__cause__``),
    ``no_such_delivery``, ``ended``, ``inputs_needed``, ``other_inputs``, ``other_folder`` (a folder stands there
    without the receipt, the list or another file of the delivery), ``folder_stands`` (so it cannot be abandoned),
    ``nothing_wrong`` (there is no notice to give), ``recalled_before`` (the log tells more of it than when it was
    recalled), ``notice_backdated`` (the log has a later entry about it), ``before_begun`` (it is to be settled before
    it was begun) and ``day_passed`` (its folder is to be written on another day than that of delivery: abandon it, and
    deliver anew).

    >>> import datetime as dt, inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> archive = ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite"))
    >>> try:
    ...     archive.abandon(1, key=example.key(), at=dt.datetime(2026, 2, 11, 9, tzinfo=dt.UTC), operator="operator 7")
    ... except ib.ArchiveError as error:
    ...     print(error.code, error.delivery)
    no_such_delivery 1
    """

    delivery: int
    """The number of the delivery; ``backdated``: of the last one."""
    request: str | None = None
    """``unfinished``: the name of the request."""
    on: dt.date | None = None
    """``backdated``, ``day_passed``: the day that was given."""
    last_on: dt.date | None = None
    """``backdated``: the last day of a delivery in the log; ``day_passed``: the day of delivery."""
    begun_at: dt.datetime | None = None
    """``before_begun``: when the delivery was begun."""
    at: dt.datetime | None = None
    """``before_begun``, ``notice_backdated``: the instant that was given."""
    last_at: dt.datetime | None = None
    """``notice_backdated``: that of the last entry about the delivery."""
    state: DeliveryState | None = None
    """``ended``: what became of it."""
    differing: tuple[str, ...] = ()
    """``other_inputs``: the parts of the receipt that would differ."""
    path: Path | None = None
    """``other_folder``, ``folder_stands``: the folder."""


class SuppressionError(InburgeringError, ValueError):
    """A threshold that hides nothing, or a number that is no count.

    ``code`` is one of ``threshold_too_low`` and ``no_count``.

    >>> import inburgering as ib
    >>> try:
    ...     ib.suppress([[3, 120, 48]], threshold=2)
    ... except ib.SuppressionError as error:
    ...     print(error.given)
    2
    """

    given: int | None = None
    """``threshold_too_low``: the threshold given, in persons."""


class FiguresError(InburgeringError, ValueError):
    """Figures were asked around a municipality that has none.

    ``code`` is ``outside_flanders``.

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> try:
    ...     example.caseload().figures(snapshot=dt.date(2025, 12, 31)).around("21004")
    ... except ib.FiguresError as error:
    ...     print(error)
    municipality 21004 (Brussel) lies in Brussels, and figures are of Flanders; give a Flemish municipality
    """

    municipality: Municipality | None = None
    """The municipality given."""
