from collections.abc import Iterable, Iterator
from datetime import date, datetime
from inburgering.vocabulary import AssessmentOutcome, AttestRegime, Authority, Awaited, Basis, BirthAgreement, Brussels, Century, ChangeKind, ChangeReason, ClosedRule, Counted, DeliveryState, DisclosedBy, Door, EventKind, FindingKind, HolidayKind, InheritedProtocol, InputTable, InszKind, JudgedBy, Language, LegalBasis, Measure, NoticeCode, Occasion, Outcome, Party, ProtocolKind, ProtocolStage, ProtocolStep, Province, Purpose, Readable, ReasonCode, RefusalCode, Region, RequestState, Sex, UnreadableRows, Use, YearRule
from os import PathLike
from pathlib import Path
from typing import Any, Final, SupportsIndex, final

__all__ = ["CALENDAR_VERSION", "FIRST_DAY", "LAST_DAY", "RULES_VERSION", "TABLE_ATTRIBUTION", "TABLE_DATE", "TABLE_VERSION", "AgencyPaper", "Answer", "Archive", "Archived", "Area", "Assessment", "AssessmentOptions", "Birth", "Break", "Calendar", "CalendarYear", "Caseload", "CellFault", "Change", "ChangeCount", "ChangeCounts", "Changes", "Citation", "ClosedDay", "ClosedRows", "Closure", "Column", "ColumnProblem", "Correction", "CorrectionKind", "Counts", "CoverNote", "Deadline", "DeadlineStatus", "Delivery", "Digest", "DigestKey", "Digests", "Disclosed", "DisclosureList", "DisclosureLog", "DisclosureRow", "Disclosures", "Dossier", "Duration", "EarlierRequest", "Entry", "Explanation", "Fact", "Figure", "Figures", "Finding", "Flags", "History", "Holiday", "Insz", "KnownDossier", "ListRules", "LoggedDelivery", "LoggedNotice", "Months", "Municipality", "Notice", "Notified", "Period", "Person", "Placed", "Problem", "Protocol", "Quartiles", "Reason", "Recall", "RecallNotice", "Recalled", "Recalls", "Receipt", "ReceiptCounts", "ReceiptOptions", "Refusal", "Register", "Replacement", "Request", "RequestRecord", "RequestStep", "RowRef", "Spell", "Standing", "SuppressedTree", "Table", "Threshold", "Timeline", "TimelinePeriod", "Verification", "Versions", "Wanted", "Withheld", "WorkingDays", "_attest_regime_citation", "_attest_regime_dutch", "_attest_regime_english", "_attest_regime_judged_by", "_attest_regime_on", "_attest_regime_period", "_basis_is_closed", "_change_kind_dutch", "_change_kind_reasons", "_change_reason_citation", "_change_reason_dutch", "_change_reason_english", "_door_protocol_asked", "_example_tables", "_finding_kind_dutch", "_finding_kind_english", "_holiday_kind_citation", "_holiday_kind_dutch", "_holiday_kind_english", "_legal_basis_citation", "_legal_basis_on", "_legal_basis_period", "_legal_basis_retention_cap", "_notice_code_citation", "_party_dutch", "_party_english", "_protocol_kind_dutch", "_protocol_stage_dutch", "_protocol_step_english", "_protocol_step_requires", "_province_dutch", "_purpose_citation", "_purpose_dutch", "_purpose_english", "_reason_code_citation", "_refusal_code_citation", "_region_dutch", "_region_english", "_request_state_is_open", "_request_state_may_become", "_year_rule_blocks", "_year_rule_first_free", "add_working_days", "assess", "check_insz", "count_working_days", "current_municipality", "deliver", "disclosures_of", "dotted_insz", "lists", "municipalities", "municipality", "recall", "recall_all", "safe_name", "suppress"]

CALENDAR_VERSION: Final[str]
FIRST_DAY: Final[date]
LAST_DAY: Final[date]
RULES_VERSION: Final[str]
TABLE_ATTRIBUTION: Final[str]
TABLE_DATE: Final[date]
TABLE_VERSION: Final[str]

@final
class AgencyPaper:
    """
    The agency's own paper of a recall: what was wrong for whom, by which facts. `str` is the Dutch text, which shows the
    numbers; `repr` does not.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> paper = ib.recall(example.delivery(), corrected=example.corrected()).agency_paper()
    >>> print(str(paper).splitlines()[0])
    Rechtzetting van een mededeling: stuk voor het agentschap
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...

@final
class Answer:
    """
    The answer about one person on one day, with all its reasons; `repr` and `str` show no digit of the number.

    A person with an active dossier is on the list of the municipality of residence (page of the agency, "Disclaimer");
    one whose every dossier is closed stays at the municipality of the latest contract, or follows another
    `ClosedRule`. Facts that contradict each other, where the rule would have to read them, make the answer
    undetermined, which is not a no.

    >>> import datetime as dt, inburgering as ib
    >>> dossier = ib.Dossier("D-1", contract_signed_on=dt.date(2025, 2, 3), contract_municipality="44021")
    >>> moved = [
    ...     ib.Spell("44021", valid_from=dt.date(2024, 11, 5), valid_until=dt.date(2025, 9, 1)),
    ...     ib.Spell("31005", valid_from=dt.date(2025, 9, 1)),
    ... ]
    >>> answer = ib.Person("85.07.30-901.33", dossiers=[dossier], spells=moved).answer(on=dt.date(2026, 1, 15))
    >>> str(answer.outcome), answer.municipality.name, str(answer.basis), answer.contract_signed
    ('eligible', 'Brugge', 'current_residence', True)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def attest_obtained(self, /) -> bool:
        """
        Whether an attest (*attest van inburgering*) is obtained by the day.
        """
    @property
    def basis(self, /) -> Basis | None:
        """
        Which fact places the person there; `None` where none does.
        """
    @property
    def contract_signed(self, /) -> bool:
        """
        Whether a civic integration contract (*inburgeringscontract*) is signed by the day.
        """
    @property
    def flags(self, /) -> Flags:
        """
        Contract signed and attest obtained, on the day.
        """
    @property
    def municipality(self, /) -> Municipality | None:
        """
        The municipality on whose list the person is, valid on the day; `None` where on none.
        """
    @property
    def number(self, /) -> Insz:
        """
        The register number on the day; the lowest of the last numbers where a fault leaves several.
        """
    @property
    def outcome(self, /) -> Outcome:
        """
        One of the three answers.
        """
    @property
    def reasons(self, /) -> tuple[Reason, ...]:
        """
        All the reasons of the rule that decided, in the order of the catalogue; never empty.
        """
    def to_json(self, /) -> str:
        """
        The answer as JSON, laid out for people. It shows the register number.
        """

# Generated by `make stubs`; do not edit.

import collections.abc
import pandas
import polars
import pyarrow
@final
class Archive:
    """
    A folder in which each delivery is a folder, and the log that tells of them.

    Each delivery is written whole or not at all, and never over another; the log has an intent before the folder has
    its name, and says afterwards that it was done. Several processes may deliver into one archive at once. Where the key
    changed, give `old_keys`: the log is verified before each delivery. A pickle holds none of them.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> archive = ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite"))
    >>> archived = example.deliver_to(archive)
    >>> sorted(path.name for path in archived.folder.iterdir())
    ['cover-note.html', 'cover-note.txt', 'list.csv', 'list.xlsx', 'receipt.json']
    >>> archive.log.unfinished()  # was anything begun and not ended?
    []
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, folder: str | PathLike[str], log: DisclosureLog, *, old_keys: DigestKey | Iterable[DigestKey] | None = None) -> Archive: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def abandon(self, delivery: SupportsIndex, /, *, key: DigestKey, at: datetime, operator: str) -> Entry:
        """
        Gives a delivery up that was begun, by its number: its request takes no year any more. Only for one that never
        left the house: a folder that was there and was moved cannot be seen. `operator` and `at` say who does this, and
        when.

        Raises `ArchiveError`, with the code `folder_stands` if its folder is there, and `LogError`.
        """
    def deliver(self, assessment: Assessment, placed: Placed, /, *, protocols: Iterable[Protocol], history: Iterable[RequestRecord] | None = None, key: DigestKey, delivered_at: datetime, operator: str) -> Archived:
        """
        Delivers the list of a granted request from persons placed on the day of delivery, into a folder named after the
        request, and logs it. The arguments are those of the function `deliver`; `history` is that of before the log or
        beside it: the deliveries of the log are added to it.

        Raises what `deliver` raises; `FolderError`, `LogError`; `ArchiveError` where the log does not allow it. With
        the code `interrupted`, the log has an intent to `resume` or `abandon`; with every other error nothing was
        delivered. At a Ctrl-C the delivery is made first, and then `KeyboardInterrupt` raised: the log tells of it.
        """
    @property
    def folder(self, /) -> Path:
        """
        The folder in which the deliveries stand.
        """
    def folder_of(self, delivery: LoggedDelivery, /) -> Path:
        """
        Where the folder of a delivery stands.
        """
    @property
    def log(self, /) -> DisclosureLog:
        """
        The log.
        """
    def notify(self, recalled: Recalled, /, *, protocols: Iterable[Protocol], key: DigestKey, at: datetime, operator: str) -> Notified:
        """
        The notice of what is wrong with a delivery, for the municipality that has the list on the day of `at`; the log has
        it before you do, so that none is given unlogged. One that was logged and did not arrive is found again by the next
        recall (`Recalled.given`).

        `recalled` is one of `Recalls.to_notify()`. What may not be said on that day, by the `protocols`, is withheld
        (`notice.withheld`). Keep the corrected inputs: the next recall, and the answer to a participant, find by them what
        the notice said. `operator` and `at` say who does this, and when.

        Raises `ArchiveError`: `unfinished` if it is not known whether the list was delivered, `nothing_wrong`,
        `recalled_before` if the log tells more of it since the recall, `notice_backdated` if it has a later entry
        about it; `RecallError` for a day before the delivery; and `LogError`. Then the log has no notice more.
        """
    def resume(self, delivery: SupportsIndex, /, *, key: DigestKey, at: datetime, operator: str, assessment: Assessment | None = None, placed: Placed | None = None, protocols: Iterable[Protocol] | None = None, history: Iterable[RequestRecord] | None = None) -> Entry:
        """
        Ends a delivery that was begun, by its number: where its folder stands, the log says so; where it does not, it
        is written again from the `assessment`, the persons `placed`, the `protocols` and the `history` of the first
        time, which must give the same receipt. That can be done on the day of delivery alone: on a later one abandon it,
        and deliver anew. `operator` and `at` say who does this, and when.

        Raises `ArchiveError`, `FolderError` and `LogError`.
        """

@final
class Archived:
    """
    A delivery that was made: what was delivered, where it stands, and the entry of the log that says so.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite")))
    >>> archived.folder.name, archived.number, archived.entry.event
    ('44021-2026-02-02', 1, <EventKind.DONE: 'done'>)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def delivery(self, /) -> Delivery:
        """
        What was delivered. Its history has every delivery of the log.
        """
    @property
    def entry(self, /) -> Entry:
        """
        The entry that says that it was done.
        """
    @property
    def folder(self, /) -> Path:
        """
        The folder.
        """
    @property
    def for_municipality(self, /) -> tuple[Path, ...]:
        """
        The files to hand over: the list and its cover note. The receipt is the agency's alone, since its counts tell what
        the list must not.
        """
    @property
    def number(self, /) -> int:
        """
        The number of the entry with the intent, by which the delivery is called.
        """

@final
class Area:
    """
    What a figure is about: an area of Flanders, or the persons who have no place in one.

    Made from a `Municipality` or its code, a Flemish `Province` or its text, `flanders`, `outside_flanders` (residence in
    Brussels or Wallonia on the day) or `unplaced` (no residence, or none that can be determined). Wherever an area is asked
    for, what it is made from is good too.

    >>> import inburgering as ib
    >>> area = ib.Area("44021")
    >>> area.kind, area.municipality.name, str(ib.Area("flanders"))
    ('municipality', 'Gent', 'Flanders')
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, of: Area | Municipality | Province | str, /) -> Area: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def kind(self, /) -> str:
        """
        What the area is: `municipality`, `province`, `flanders`, `outside_flanders` or `unplaced`.
        """
    @property
    def municipality(self, /) -> Municipality | None:
        """
        The Flemish municipality, valid on the day of the snapshot; `None` for any other area.
        """
    @property
    def province(self, /) -> Province | None:
        """
        The Flemish province, the sum of its municipalities; `None` for any other area.
        """

@final
class Assessment:
    """
    The assessment of a request on a day (*beoordeling*): the answer, and all that belongs to it.

    Only `assess` and `check_delivery` make one; `History.record` keeps its answer.

    >>> import datetime as dt, inburgering as ib
    >>> request = ib.Request(
    ...     municipality="62063", received_on=dt.date(2025, 7, 7), purposes="ceremony", requester="service citoyen"
    ... )
    >>> assessment = ib.assess(request, on=dt.date(2025, 7, 8), protocols=[])
    >>> assessment
    <inburgering.Assessment of 62063-2025-07-07 on 2025-07-08: refused>
    >>> for reason in assessment.reasons:
    ...     print(reason)
    62063 (Luik) lies outside Flanders: only Flemish municipalities may ask for a list
    62063 (Luik) has no protocol: ask for a protocol and data together
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def awaited(self, /) -> Awaited | None:
        """
        What a waiting request waits for; `None` if it does not wait.
        """
    def check_delivery(self, /, *, on: date, protocols: Iterable[Protocol], history: Iterable[RequestRecord] | None = None) -> Assessment:
        """
        Assesses the granted request again, for delivery on a day.

        Everything is checked again, and nothing is waited for any more: the answer is granted or refused. Only another
        request that was delivered takes the year. The options are those of this assessment.

        Raises `DeliveryError` if this assessment did not grant the request, if the day lies before that of this
        assessment, if the list was delivered before, or if the request was refused or withdrawn meanwhile; `HistoryError`
        if the history has another request of that name; and as `assess`.
        """
    @property
    def deadline(self, /) -> Deadline | None:
        """
        The deadline from the day of receipt; `None` for a refused request, and where no term is stated.
        """
    @property
    def is_granted(self, /) -> bool:
        """
        Whether the request is granted.
        """
    @property
    def legal_basis(self, /) -> LegalBasis | None:
        """
        The legal basis on the day; `None` before 2019-07-29.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality that acts on the day: the same legal person as the one that asked. Where that has ended, the
        municipality that asked.
        """
    @property
    def notices(self, /) -> tuple[Notice, ...]:
        """
        The notices, in the order of the catalogue.
        """
    @property
    def occasion(self, /) -> Occasion:
        """
        For what the request was assessed.
        """
    @property
    def on(self, /) -> date:
        """
        The day of the assessment.
        """
    @property
    def options(self, /) -> AssessmentOptions:
        """
        The options.
        """
    @property
    def outcome(self, /) -> AssessmentOutcome:
        """
        The answer.
        """
    @property
    def protocol(self, /) -> Protocol | None:
        """
        The protocol relied on: in force, or the one that is waited for.
        """
    @property
    def reasons(self, /) -> tuple[Refusal, ...]:
        """
        All the reasons of a refusal: the same as `refusals`.
        """
    @property
    def refusals(self, /) -> tuple[Refusal, ...]:
        """
        All the reasons of a refusal, in the order of the catalogue; none if the request is not refused.
        """
    @property
    def request(self, /) -> Request:
        """
        The request.
        """
    def to_json(self, /) -> str:
        """
        The assessment as JSON, laid out for people. It is written only: like the assessment, it is found and not told.
        """

@final
class AssessmentOptions:
    """
    The options by which a request was assessed (*opties*): what law and page leave open.

    `assess` takes them by name; an `Assessment` tells them.

    >>> import inburgering as ib
    >>> ib.AssessmentOptions().year  # What does "once a year" mean, if nothing else is said?
    <YearRule.CALENDAR: 'calendar'>
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, year: YearRule | str = ..., brussels: Brussels | str = ..., inherited: InheritedProtocol | str = ..., calendar: Calendar | None = None) -> AssessmentOptions: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def brussels(self, /) -> Brussels:
        """
        Whether a Brussels municipality may ask.
        """
    @property
    def calendar(self, /) -> Calendar:
        """
        The calendar in which the term counts.
        """
    @staticmethod
    def from_json(text: str, /) -> AssessmentOptions:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def inherited(self, /) -> InheritedProtocol:
        """
        Whether a request may rely on a predecessor's protocol.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def year(self, /) -> YearRule:
        """
        What "once a year" means.
        """

@final
class Birth:
    """
    The birth of the holder, as far as a register number tells it: `Insz.birth`.

    `code` says how far: `day`, `year_month`, `year` or `unknown`. It is a part of the number, so `repr` and `str` show
    only that.

    >>> import inburgering as ib
    >>> # Month 00: only the year is known.
    >>> birth = ib.Insz("25.00.00-902.40").birth
    >>> birth
    <inburgering.Birth year>
    >>> birth.year, birth.month, birth.date
    (2025, None, None)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        How far it is known: `day`, `year_month`, `year` or `unknown`.
        """
    @property
    def date(self, /) -> date | None:
        """
        The date; `None` if it is not known in full.
        """
    @property
    def month(self, /) -> int | None:
        """
        The month, 1 to 12; `None` if it is not known.
        """
    @property
    def year(self, /) -> int | None:
        """
        The year, 1900 to 2099; `None` if it is not known.
        """

@final
class Break:
    """
    What is wrong with the chain of a log, and where. `str` is the sentence.

    `code` is one of `missing`, `changed`, `moved`, `unlinked` (it followed another entry than the one before it), `repeated`
    (it stands there twice), `key_not_given`, `other_version` (use the release that wrote it), `cut_off` and `other_head` (the
    log was cut off, and went on).

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> kept = log.head()
    >>> emptied = ib.DisclosureLog.create(root / "emptied.sqlite")
    >>> [str(found) for found in emptied.verify(key=example.key(), head=kept).breaks]
    ['the log ends with entry 0, and had entry 2: its end was cut off']
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        The stable code.
        """
    @property
    def sequence(self, /) -> int:
        """
        The entry that broke: the first of several, and that of the head where the end is not what it was.
        """

@final
class Calendar:
    """
    A calendar of working days: `legal`, `flemish_government` or `flemish_government_year_end`, with or without closing
    days of your own.

    A working day is every day but Saturday, Sunday and the holidays of the calendar (order of the Flemish Government of
    29 January 2016, art. 1, 13°; Civil Code, art. 1.7). The day of the event does not count, the last day does. Holidays
    are computed from their rules, for 1995-01-01 to 2099-12-31; outside it there is a `CalendarError` and no guess.
    A number of working days is an `int`, in and out.

    >>> import datetime as dt, inburgering as ib
    >>> # A request was received on Monday 26 October 2026. When is it due, ten working days later?
    >>> received = dt.date(2026, 10, 26)
    >>> ib.Calendar.legal().add(received, working_days=10)
    datetime.date(2026, 11, 9)
    >>> # The Flemish government is closed on 2 November as well.
    >>> ib.Calendar("flemish_government").add(received, working_days=10)
    datetime.date(2026, 11, 10)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, name: str, /) -> Calendar:
        """
        The calendar of that name, without closing days; raises `CalendarError` (`unknown_name`).
        """
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def add(self, day: date, /, *, working_days: SupportsIndex) -> date:
        """
        The so-many-th working day strictly after the day; before it for a negative number; the day itself, working day
        or not, for zero.

        Raises `CalendarError`: `outside` if the day lies outside 1995-01-01 to 2099-12-31, `answer_outside` if the answer
        does. In numpy, with the holidays and closing days as `holidays`: `busday_offset(day, n, roll="preceding")` for a
        positive n, `roll="following"` for a negative one; zero does not roll.

        >>> import datetime as dt, inburgering as ib
        >>> # Twenty working days from 7 July 2025, over the national day.
        >>> ib.Calendar.legal().add(dt.date(2025, 7, 7), working_days=20)
        datetime.date(2025, 8, 5)
        >>> # The last working day before Easter Monday.
        >>> ib.Calendar.legal().add(dt.date(2025, 4, 21), working_days=-1)
        datetime.date(2025, 4, 18)
        """
    @property
    def citation(self, /) -> Citation:
        """
        The text that the calendar follows; your own closing days follow none.
        """
    def closed(self, day: date, /) -> ClosedDay | None:
        """
        The day as a closed one, with every reason why; `None` if it is a working day. Raises `CalendarError` (`outside`).

        >>> import datetime as dt, inburgering as ib
        >>> print(ib.Calendar.legal().closed(dt.date(2026, 11, 1)).dutch)
        1 november: zondag, Allerheiligen
        """
    @property
    def closing_days(self, /) -> tuple[date, ...]:
        """
        Your own closing days, in order.
        """
    def count(self, a: date, b: date, /) -> int:
        """
        How many working days there are after the first day, up to and including the second; `count(b, a)` is minus
        `count(a, b)`.

        Raises `CalendarError` (`outside`) for the first of the days that lies outside 1995-01-01 to 2099-12-31. In numpy,
        for `a <= b`: `busday_count(a + 1, b + 1)`, since numpy counts the first day and not the last.

        >>> import datetime as dt, inburgering as ib
        >>> # How many working days does May 2026 have?
        >>> ib.Calendar.legal().count(dt.date(2026, 4, 30), dt.date(2026, 5, 31))
        18
        """
    def deadline(self, event: date, /, *, working_days: SupportsIndex) -> Deadline:
        """
        The deadline of so many working days after the event; before it for a negative number.

        Raises `CalendarError` as `add` does.

        >>> import datetime as dt, inburgering as ib
        >>> # Received on 3 November 2025, about ten working days: when is it due, and what was skipped?
        >>> deadline = ib.Calendar.legal().deadline(dt.date(2025, 11, 3), working_days=10)
        >>> deadline.due, [day.dutch for day in deadline.skipped_weekdays]
        (datetime.date(2025, 11, 18), ['11 november: Wapenstilstand'])
        """
    @staticmethod
    def flemish_government() -> Calendar:
        """
        The calendar of the Flemish government: the legal one without 11 July, 2 November, 15 November and 26 December.

        Flemish staff regulations, art. X 11.
        """
    @staticmethod
    def flemish_government_year_end() -> Calendar:
        """
        The calendar of the Flemish government that closes at the end of the year: without 27 to 31 December, too.

        Flemish staff regulations, art. X 11.
        """
    @staticmethod
    def from_json(text: str, /) -> Calendar:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    def holidays(self, year: SupportsIndex, /) -> CalendarYear:
        """
        The holidays of a year in order of day, those in a weekend included, your own closing days not.

        Raises `CalendarError` (`year_outside`) if the year is not one of 1995 to 2099.

        >>> import inburgering as ib
        >>> year = ib.Calendar.flemish_government().holidays(2026)
        >>> len(year), year[-1].dutch
        (14, 'tweede kerstdag')
        """
    def is_working_day(self, day: date, /) -> bool:
        """
        Whether the day is a working day; raises `CalendarError` (`outside`).
        """
    @staticmethod
    def legal() -> Calendar:
        """
        The legal calendar: no Saturday, no Sunday, none of the ten legal holidays.

        Order of the Flemish Government of 29 January 2016, art. 1, 13°, with the Act of 4 January 1974.

        >>> import datetime as dt, inburgering as ib
        >>> # 2 May 2008 stood in for Ascension, which fell on Labour Day.
        >>> ib.Calendar.legal().is_working_day(dt.date(2008, 5, 2))
        False
        """
    @property
    def name(self, /) -> str:
        """
        The stable name, for receipts: that of the calendar, with `+1 closing day`, `+2 closing days` … if it has any.
        """
    def next(self, day: date, /) -> date:
        """
        The first working day strictly after the day; raises `CalendarError` as `add` does.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @staticmethod
    def version() -> str:
        """
        The version of the calendar rules, for the receipt: `CALENDAR_VERSION`.
        """
    def with_closing_days(self, days: collections.abc.Iterable[date], /) -> Calendar:
        """
        This calendar with your own closing days on top of those it has.

        Order and repetition do not matter. A closing day that is no working day anyway is kept, and changes no count.
        Raises `CalendarError` (`outside`) for the first that lies outside 1995-01-01 to 2099-12-31.

        >>> import datetime as dt, inburgering as ib
        >>> # The office is closed on Friday 15 May 2026, after Ascension: which is the next working day?
        >>> ours = ib.Calendar.legal().with_closing_days([dt.date(2026, 5, 15)])
        >>> ours.next(dt.date(2026, 5, 13))
        datetime.date(2026, 5, 18)
        """

@final
class CalendarYear:
    """
    The holidays of a year in a calendar, in order of day: what `Calendar.holidays` gives, a sequence of `Holiday`.

    A notebook shows it as a table.

    >>> import inburgering as ib
    >>> year = ib.Calendar.legal().holidays(2026)
    >>> year
    <inburgering.CalendarYear 2026 of legal: 10 holidays>
    >>> [str(holiday.day) for holiday in year if holiday.day.weekday() >= 5]
    ['2026-08-15', '2026-11-01']
    """
    def __contains__(self, value: Any, /) -> bool: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getitem__(self, index: SupportsIndex, /) -> Holiday: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Holiday]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def calendar(self, /) -> Calendar:
        """
        The calendar.
        """
    @property
    def year(self, /) -> int:
        """
        The year.
        """

@final
class Caseload:
    """
    The facts about many persons, from tables, with the answers about each of them on every day.

    Each table is a polars, pandas, pyarrow or DuckDB table, or any other object with the Arrow PyCapsule interface:

    - `dossiers`: `dossier`, `insz`, `registered_on`, `contract_signed_on`, `contract_municipality`, `attest_obtained_on`,
      `closed_on`;
    - `residences`: `insz`, `municipality`, `valid_from`, `valid_until` (half-open: `valid_until` is the first day after);
    - `deaths`: `insz`, `died_on`;
    - `replacements`: `insz_old`, `insz_new`, `replaced_on`.

    Text may be of any Arrow text type or a dictionary of one, register numbers also 64-bit integers, codes also integers,
    days dates or midnights without a zone; null is unknown. Other columns are ignored. Numbers, dossier numbers, the
    municipality of a residence and every cell of deaths and replacements are mandatory.

    Columns or cells that cannot be read are a `CaseloadError`, which lists them (`problems="raise"`, the default); with
    `problems="set_aside"` the rows with
    such cells are set aside instead: each person whom such a row names is undetermined on every day, and `.problems` tells
    which. Problems and findings name a row by its number from `first_row` (give 2 for a spreadsheet with a heading).

    A stream that was read before (a `RecordBatchReader`) has no rows left, and no library can tell that from an empty table:
    give each once.

    `threads` is how many threads may work on it at once: `None` for as many as the machine has, 1 for one. The answers do not
    depend on it, and few rows are worked on by one in any case.

    Reading, placing and answering run without the GIL, and Ctrl-C ends the wait for them (a placement that is under way
    ends in the background). One caseload may be used from several threads. It
    cannot be changed, and cannot be pickled: pickle the tables. `repr` shows counts only.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({
    ...     "insz": ["85.07.30-901.33"], "municipality": ["46014"], "valid_from": [None], "valid_until": [None],
    ... })
    >>> caseload = ib.Caseload(dossiers, residences)
    >>> placed = caseload.place(on=dt.date(2026, 1, 15))
    >>> placed.answers().to_polars()["municipality"].to_list()  # Lokeren (46014) merged into 46029 on 2025-01-01
    ['46029']
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __new__(cls, /, dossiers: object, residences: object, deaths: object | None = None, replacements: object | None = None, *, problems: UnreadableRows | str = ..., first_row: SupportsIndex = 0, threads: int | None = None) -> Caseload: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def changes(self, municipality: Municipality | str, /, *, since: date, on: date, closed: ClosedRule | str = ..., brussels: Brussels | str = ...) -> Changes:
        """
        What changed between the list of a municipality on the day `since` and that on the day `on`.

        The municipality must be valid on the later of the two days (`MunicipalityError` otherwise, and for a day outside 1995
        to 2099): on the earlier one the lists count of all municipalities that it then was. `closed` and `brussels` as for
        `place`.
        """
    def figures(self, /, *, snapshot: date, threshold: Threshold | SupportsIndex = ...) -> Figures:
        """
        The figures (*instroomcijfers*) as known on the day of the snapshot, from the first year of which there is anything to
        count in Flanders (1995 at the earliest) to that of the snapshot.

        `threshold` is the lowest count above zero that is published: a `Threshold`, or its number of persons
        (`SuppressionError` below 3). A day outside 1995 to 2099 is an `OutsideHorizon`.
        """
    @property
    def findings(self, /) -> tuple[Finding, ...]:
        """
        Rows that contradict each other or count for nothing, sorted; found when they are first asked for.
        """
    def findings_table(self, /) -> Table:
        """
        The findings as a table: `finding` (its position), `kind`, `table` and `row`; a row for each row that one concerns.
        """
    def periods(self, /, *, closed: ClosedRule | str = ..., brussels: Brussels | str = ...) -> Table:
        """
        For each municipality the periods in which persons are on its list: what the list of every day can be read from, as the
        rows whose period covers the day. For the agency's own use.

        Columns: `municipality` (the code), `insz` (the number on these days), `valid_from`, `valid_until` (the first day after;
        null where the period lasts to the end of 2099), `contract_signed`, `attest_obtained` and `basis`; ascending by
        municipality, number and day.

        >>> import datetime as dt, inburgering as ib, polars as pl
        >>> dossiers = pl.DataFrame({
        ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2024, 2, 3)],
        ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
        ... })
        >>> residences = pl.DataFrame({
        ...     "insz": ["85.07.30-901.33"], "municipality": ["46014"], "valid_from": [None], "valid_until": [None],
        ... })
        >>> # Lokeren until its merger, and the new Lokeren since.
        >>> ib.Caseload(dossiers, residences).periods().to_polars()["municipality"].to_list()
        ['46014', '46029']
        """
    def person(self, insz: Insz | str, /) -> Person | None:
        """
        The facts about one person, by any of the person's numbers; `None` where no row names the number.
        """
    def persons(self, /) -> collections.abc.Iterator[Person]:
        """
        The facts about everybody who is named by a row, ascending by the lowest number of each, one after the other.

        For bulk work, `place` and `Placed.answers` are the way: they make no object for each person.
        """
    def place(self, /, *, on: date, closed: ClosedRule | str = ..., brussels: Brussels | str = ...) -> Placed:
        """
        Every person on the day, placed: on the list of one municipality, on none, or undetermined.

        `closed` says where a person goes whose every dossier is closed, as in `ClosedRule`: `contract_municipality` (the
        default), `residence_at_closing` or `contract_municipality_if_resident`. `brussels` is `refused` (the default) or
        `allowed`.

        A day outside 1995-01-01 to 2099-12-31 is an `OutsideHorizon`. The first question under certain options takes longer:
        the answers of every day are then found at once. Who asks for one day only is served sooner by `inburgering.lists`.

        >>> import datetime as dt, inburgering as ib, polars as pl
        >>> dossiers = pl.DataFrame({
        ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
        ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None],
        ...     "closed_on": [dt.date(2025, 9, 1)],
        ... })
        >>> residences = pl.DataFrame({
        ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
        ... })
        >>> caseload = ib.Caseload(dossiers, residences)
        >>> caseload.place(on=dt.date(2025, 8, 31)).counts().eligible
        1
        >>> caseload.place(on=dt.date(2025, 9, 1), closed=ib.ClosedRule.RESIDENCE_AT_CLOSING).counts().eligible
        1
        """
    @property
    def problems(self, /) -> tuple[Problem, ...]:
        """
        The problems of the rows that were set aside; none where such rows are refused.
        """
    @property
    def rows(self, /) -> dict[InputTable, int]:
        """
        How many rows each table has; those set aside are not counted.
        """
    @property
    def rows_without_number(self, /) -> int:
        """
        How many rows were set aside of which a register number could not be read: nobody is undetermined for them.
        """
    def timeline(self, insz: Insz | str, /, *, closed: ClosedRule | str = ..., brussels: Brussels | str = ...) -> Timeline:
        """
        The answers about one person on every day, by any of the person's numbers.

        A person who is not there is an `UnknownPersonError`; a text that is no number is an `InszError`.
        """
    @property
    def unreadable_rows(self, /) -> UnreadableRows:
        """
        What was asked for rows that cannot be read.
        """

@final
class CellFault:
    """
    What is wrong with a cell; never its text. `str` says what was given, what is allowed and what to do.

    `code` is one of `missing`, `number`, `day_form`, `no_such_day`, `time_of_day` and `code`.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.34"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
    >>> fault = ib.Caseload(dossiers, residences, problems="set_aside").problems[0].fault
    >>> fault.code, fault.reason
    ('number', 'check_digits')
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Which kind of fault, in `snake_case`; stable.
        """
    @property
    def length(self, /) -> int | None:
        """
        `day_form`, `code`: how many characters were given.
        """
    @property
    def reason(self, /) -> str | None:
        """
        `number`: why it is no register number, as the `code` of an `InszError`.
        """

@final
class Change:
    """
    A person who came, left, or stands on both lists in another row. `repr` shows no register number.

    >>> import datetime as dt
    >>> from inburgering import example
    >>> change, *_ = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
    >>> change
    <inburgering.Change of Insz(***): came, first_dossier>
    >>> change.before is None, str(change.after.outcome)
    (True, 'eligible')
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def after(self, /) -> Answer | None:
        """
        The answer on the day that is compared, if the person was known then.
        """
    @property
    def before(self, /) -> Answer | None:
        """
        The answer on the day that is compared with, if the person was known then.
        """
    @property
    def facts(self, /) -> tuple[Fact, ...]:
        """
        The facts known on the later day and not on the earlier one, in the order of their days.
        """
    @property
    def kind(self, /) -> ChangeKind:
        """
        What changed.
        """
    @property
    def number(self, /) -> Insz:
        """
        The number on the list of the day that is compared; of who left, that on the other list.
        """
    @property
    def reason(self, /) -> ChangeReason:
        """
        Why: the one reason that decides.
        """

@final
class ChangeCount:
    """
    One count of changes, or that it is suppressed.

    >>> import datetime as dt
    >>> from inburgering import example
    >>> changes = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
    >>> list(changes.counts())[:2]
    [ChangeCount(total: suppressed), ChangeCount(came: suppressed)]
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def count(self, /) -> int | None:
        """
        How many persons; `None` where it is suppressed: then it is a total, and not zero.
        """
    @property
    def counted(self, /) -> Counted:
        """
        Whom of these it counts.
        """
    @property
    def kind(self, /) -> ChangeKind | None:
        """
        What changed; `None` for the total of all kinds.
        """
    @property
    def reason(self, /) -> ChangeReason | None:
        """
        The reason that it counts, if it is one.
        """

@final
class ChangeCounts:
    """
    How many persons came onto a list, left it or changed, by reason, as it may leave the agency; iterating gives each
    `ChangeCount`: the total, then for each kind its total and, if its reasons are told, those and the others together.

    Small totals are suppressed, and enough others with them that no subtraction brings them back; zeros are published.
    Told can be: of who came, a first dossier and a move; of who left, a closing with an attest and a move; of whose row changed,
    a contract and an attest; each if the threshold or more had it. With the days the other way round, who came is told as who
    left. All else is counted together, as the other reasons; if these hold anybody, they hold the threshold or more. Where one
    group is left, none is told. By another rule for closed dossiers less is: by residence at closing no closing, by the
    contract's municipality if resident no move of who came.

    So nobody's reason follows from the counts for a municipality that has the names and rows of both lists, and knows by its
    register who lived there on either day, who died and who had a BIS number: of those who lived there on the same days and may
    have had a told reason, the threshold or more had one of the other reasons. That nobody died can follow.

    The lengths of the two lists are not among them, since came less left would be known by them. `str` is the Dutch paper
    for the municipality.

    >>> import datetime as dt
    >>> from inburgering import example
    >>> changes = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
    >>> counts = changes.counts()
    >>> counts.get("came"), counts.get("left")  # three came: too few to be told
    (None, 0)
    >>> print(str(counts).splitlines()[0])
    Wijzigingen in de lijst van inburgeraars
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[ChangeCount]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def get(self, kind: ChangeKind | str, reason: ChangeReason | str | None = None, /) -> int | None:
        """
        The count of a kind, or of those of it who had the reason; `None` where it is suppressed, or the reason has no count of
        its own.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality.
        """
    @property
    def on(self, /) -> date:
        """
        The day that is compared.
        """
    def other_reasons(self, kind: ChangeKind | str, /) -> tuple[ChangeReason, ...]:
        """
        The reasons that `others` counts together; none where it is `None`. That one is among them does not say that anybody
        had it, only that one can: nobody comes by a death, or leaves by a first dossier or a merger.
        """
    def others(self, kind: ChangeKind | str, /) -> int | None:
        """
        How many persons of the kind had one of the reasons that are not told; `None` where none is told.
        """
    @property
    def since(self, /) -> date:
        """
        The day that is compared with.
        """
    @property
    def threshold(self, /) -> Threshold:
        """
        The threshold below which a count is suppressed.
        """
    def to_table(self, /) -> Table:
        """
        The counts as a table: `municipality`, `since`, `on`, `kind`, which is null for the total of all, `counted`, `reason`,
        which is null where it is not one, and `count`, which is null where it is suppressed.
        """

@final
class Changes:
    """
    What changed between the lists of a municipality on two days (*wijzigingen*), person by person, for the agency's own
    use; iterating gives each `Change`, ascending by number.

    Everybody whose row differs between the lists is in exactly one change. A person is one, whatever the number on either
    day: under another number the row is changed, and nobody came or left. If the municipality took over others between the
    days, its list is held against theirs together. With the days the other way round, those who came have left. What may
    leave the agency are the `counts()`. `repr` shows no register number.

    >>> import datetime as dt
    >>> from inburgering import example
    >>> changes = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
    >>> changes
    <inburgering.Changes of the list of 44021 (Gent) from 2024-02-10 to 2026-02-10: 3 came, 0 left, 0 changed>
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Change]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def agency_paper(self, /) -> str:
        """
        The agency's own paper in Dutch: who came, left or changed, why, and by which facts. It shows the numbers.
        """
    def counts(self, /, *, threshold: Threshold | SupportsIndex = ...) -> ChangeCounts:
        """
        How many persons came, left or changed, by reason, suppressed: what may leave the agency.

        `threshold` is the lowest count above zero that is published: a `Threshold`, or its number of persons
        (`SuppressionError` below 3).
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality, valid on the later of the two days.
        """
    @property
    def on(self, /) -> date:
        """
        The day that is compared.
        """
    @property
    def rules(self, /) -> ListRules:
        """
        The options.
        """
    @property
    def since(self, /) -> date:
        """
        The day that is compared with.
        """
    @property
    def together(self, /) -> tuple[Municipality, ...]:
        """
        The municipalities of the earlier day whose lists count together: more than one, or another one, after a merger.
        """

@final
class Citation:
    """
    The source of a rule: the act and its article, or the page, or a choice of the library.

    `str` is the citation for an English reader, `dutch` for a Dutch one. Those that the library cites are attributes of
    this class; there are no others. Legal texts were read in their French consolidated version.

    >>> import inburgering as ib
    >>> print(ib.Citation.DECREE_46_8.article)
    art. 46/8, first paragraph, 4°, b)
    >>> # On which text does the calendar rest?
    >>> print(ib.Calendar.legal().citation)
    Order of the Flemish Government of 29 January 2016 on civic integration, art. 1, 13°
    """
    BVR_ATTEST: Final[Citation]
    """
    The result obligation of the attest, from 2016-02-29.
    """
    BVR_WORKING_DAY: Final[Citation]
    """
    The sector's definition of a working day.
    """
    DECREE_20: Final[Citation]
    """
    The first legal basis of the exchange, until 2024-06-15; the page still cites it.
    """
    DECREE_25: Final[Citation]
    """
    The city agencies of Antwerpen and Gent act in the agency's place.
    """
    DECREE_34_1: Final[Citation]
    """
    An attest without a contract is lawful.
    """
    DECREE_46_8: Final[Citation]
    """
    The legal basis of the exchange since 2024-06-16 (decree of 3 May 2024).
    """
    DECREE_ATTEST_2022: Final[Citation]
    """
    The attest for contracts from 2022-03-01.
    """
    DECREE_ATTEST_2023: Final[Citation]
    """
    The attest for contracts from 2023-01-01.
    """
    DECREE_MERGERS: Final[Citation]
    """
    The mergers of municipalities of 2025 and which legal persons go on.
    """
    E_GOVERNMENT_8: Final[Citation]
    """
    The protocol, its advices, its publication.
    """
    E_GOVERNMENT_8_13: Final[Citation]
    """
    The log of disclosures: who, which data, when, why.
    """
    FLEMISH_STAFF_STATUTE: Final[Citation]
    """
    The closing days of the Flemish government.
    """
    HOLIDAYS_ACT: Final[Citation]
    """
    The ten legal public holidays.
    """
    HOLIDAY_2008: Final[Citation]
    """
    2 May 2008 in the place of Ascension.
    """
    LIBRARY_CHOICE: Final[Citation]
    """
    A rule that this library chose, where law and page are silent.
    """
    OWNER_CLOSED: Final[Citation]
    """
    Closed dossiers stay at the contract's municipality.
    """
    PAGE_ATTEST: Final[Citation]
    """
    What an attest asked for before and from 2016-02-29, in the words of the page.
    """
    PAGE_CLOSED: Final[Citation]
    """
    What the page says of closed dossiers: persons who lived in the municipality during the trajectory.
    """
    PAGE_DISCLAIMER: Final[Citation]
    """
    Active dossiers follow current residence; the warning about closed dossiers.
    """
    PAGE_FIELDS: Final[Citation]
    """
    The three fields that may be disclosed.
    """
    PAGE_FLANDERS: Final[Citation]
    """
    The exchange is for municipalities in Flanders.
    """
    PAGE_LEGAL_BASIS: Final[Citation]
    """
    What the page says of the legal basis: that it carries out article 20.
    """
    PAGE_NATIONAL_REGISTER: Final[Citation]
    """
    First field: participants registered in the National Register in the municipality that gets the data.
    """
    PAGE_PROTOCOL: Final[Citation]
    """
    Only a validated protocol gives a right to data.
    """
    PAGE_PURPOSES: Final[Citation]
    """
    What a municipality may use the data for.
    """
    PAGE_REQUEST: Final[Citation]
    """
    At most one list a year; the two doors.
    """
    PAGE_TERM: Final[Citation]
    """
    About ten, or about twenty working days.
    """
    REFNIS: Final[Citation]
    """
    The municipalities and their codes.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def act(self, /) -> str:
        """
        The act, the page or the choice, by its English name.
        """
    @property
    def article(self, /) -> str:
        """
        The article within the act, or the part of the page; empty where the whole is meant.
        """
    @property
    def authority(self, /) -> Authority:
        """
        What kind of authority stands behind the rule.
        """
    @property
    def dutch(self, /) -> str:
        """
        The citation for a Dutch reader.
        """
    @property
    def in_force_from(self, /) -> date | None:
        """
        The first day on which the rule applied in this form; `None` where that is not known.
        """
    @property
    def url(self, /) -> str | None:
        """
        Where the act, the page or the table can be read; `None` where no official address is known. Of a legal text it is
        the European Legislation Identifier, of an agreed working method the page whose disclaimer it answers to.

        >>> import inburgering as ib
        >>> ib.Citation.E_GOVERNMENT_8.url
        'https://www.ejustice.just.fgov.be/eli/decreet/2008/07/18/2008036273/justel'
        >>> ib.Citation.LIBRARY_CHOICE.url is None
        True
        """

@final
class ClosedDay:
    """
    A day that is no working day, with all the reasons why: at least one, and each is true of the day.

    Only a `Calendar` makes one. `str` is English, `dutch` Dutch.

    >>> import datetime as dt, inburgering as ib
    >>> # Why does 11 November 2025 not count?
    >>> print(ib.Calendar.legal().closed(dt.date(2025, 11, 11)))
    11 November: Wapenstilstand (Armistice Day)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def day(self, /) -> date:
        """
        The day.
        """
    @property
    def dutch(self, /) -> str:
        """
        The day and the reasons in Dutch: `11 november: Wapenstilstand`.
        """
    @staticmethod
    def from_json(text: str, /) -> ClosedDay:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def is_weekend(self, /) -> bool:
        """
        Whether it is a Saturday or a Sunday, whatever else it is.
        """
    @property
    def reasons(self, /) -> tuple[Closure, ...]:
        """
        Every reason why it is no working day: the weekend first, then the holidays, then your own closing day.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class ClosedRows:
    """
    How many rows of a list come from closed dossiers, as far as that may be said.

    The number is told only if, among the rows without attest, those from active and those from closed dossiers each
    number at least `LEAST`: it would tell of some persons whether their dossier is closed, a fourth field.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> closed = example.delivery().cover_note.closed
    >>> closed.code, closed.number
    ('part', None)
    """
    LEAST: Final[int]
    """
    The fewest persons of either kind, among those without attest, with which the number is told.
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        `number`, or `part` where the number may not be told.
        """
    @property
    def number(self, /) -> int | None:
        """
        `number`: how many rows; `None` where that may not be told.
        """

@final
class Closure:
    """
    One reason why a day is no working day: the weekend, a holiday, or a closing day of your own.

    `code` is `saturday`, `sunday`, `holiday` or `closing_day`; `str` is English, `dutch` Dutch. Ordered as `ClosedDay`
    gives them: the weekend first.

    >>> import datetime as dt, inburgering as ib
    >>> closed = ib.Calendar.legal().closed(dt.date(2026, 11, 1))
    >>> [(reason.code, str(reason)) for reason in closed.reasons]
    [('sunday', 'Sunday'), ('holiday', "Allerheiligen (All Saints' Day)")]
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        `saturday`, `sunday`, `holiday` or `closing_day`.
        """
    @property
    def dutch(self, /) -> str:
        """
        The reason in Dutch: `zaterdag`, `Wapenstilstand`, `sluitingsdag`.
        """
    @staticmethod
    def from_json(text: str, /) -> Closure:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def holiday(self, /) -> HolidayKind | None:
        """
        Which holiday it is; `None` if it is none.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Column:
    """
    A column that the library gives: an Arrow array for polars, pandas, pyarrow and every other reader of the Arrow
    PyCapsule interface.

    `repr` shows the name, the type and the length, never a value. It cannot be changed.

    >>> import inburgering as ib, polars as pl
    >>> numbers = pl.Series("insz", ["85.07.30-901.33", "85.07.30-901.34", None])
    >>> checked = ib.columns.check_insz(numbers)
    >>> checked.schema, len(checked)
    ('utf8', 3)
    >>> checked.to_polars().to_list()
    ['valid', 'check_digits', None]
    """
    def __arrow_c_array__(self, /, requested_schema: object | None = None) -> tuple[object, object]:
        """
        The values, for readers of the Arrow PyCapsule interface; nothing is copied unless another type is requested.
        """
    def __arrow_c_schema__(self, /) -> object:
        """
        The type, for readers of the Arrow PyCapsule interface.
        """
    def __arrow_c_stream__(self, /, requested_schema: object | None = None) -> object:
        """
        The values as a stream of one array, for readers of the Arrow PyCapsule interface.
        """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __len__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def name(self, /) -> str:
        """
        The name of the column.
        """
    @property
    def schema(self, /) -> str:
        """
        The Arrow type of the column.
        """
    def to_pandas(self, /) -> pandas.Series:
        """
        The column as a `pandas.Series`, Arrow-backed; pandas and pyarrow must be installed.
        """
    def to_polars(self, /) -> polars.Series:
        """
        The column as a `polars.Series`; polars must be installed.
        """
    def to_pyarrow(self, /) -> pyarrow.Array:
        """
        The column as a `pyarrow.Array`; pyarrow must be installed.
        """

@final
class ColumnProblem:
    """
    A column of an input table that is missing, stands there twice, or is of a type that cannot be read.

    `code` is one of `missing`, `repeated` and `mistyped`. `str` says what was given, what is allowed and what to do.

    >>> import inburgering as ib, polars as pl
    >>> try:
    ...     ib.Caseload(pl.DataFrame(), pl.DataFrame())
    ... except ib.CaseloadError as error:
    ...     problem = error.problems[0]
    >>> str(problem.table), problem.column, problem.code
    ('dossiers', 'dossier', 'missing')
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Which kind of fault, in `snake_case`; stable.
        """
    @property
    def column(self, /) -> str:
        """
        The heading of the column.
        """
    @property
    def table(self, /) -> InputTable:
        """
        The table.
        """
    @property
    def times(self, /) -> int | None:
        """
        `repeated`: how many columns have the heading.
        """

@final
class Correction:
    """
    What was wrong about one number, for the agency: with the answers and facts behind it.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> (correction,) = ib.recall(example.delivery(), corrected=example.corrected()).corrections
    >>> correction
    <inburgering.Correction of Insz(***): wrongly disclosed>
    >>> [fact.code for fact in correction.added]  # which facts are new?
    ['died']
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def added(self, /) -> tuple[Fact, ...]:
        """
        The facts known on the day of the delivery that only the corrected inputs have.
        """
    @property
    def after(self, /) -> Answer | None:
        """
        The answer by the corrected inputs, if the person is there; likewise.
        """
    @property
    def before(self, /) -> Answer | None:
        """
        The answer by the original inputs, if the person was there; under another number of the person where the inputs
        have nobody under this one.
        """
    @property
    def instead_of(self, /) -> Insz | None:
        """
        Of a number that was missed: that of the same person that the municipality holds in its place.
        """
    @property
    def kind(self, /) -> CorrectionKind:
        """
        What was wrong.
        """
    @property
    def number(self, /) -> Insz:
        """
        The number, as it was or should have been on the list.
        """
    @property
    def removed(self, /) -> tuple[Fact, ...]:
        """
        The facts known on the day of the delivery that the corrected inputs no longer have.
        """

@final
class CorrectionKind:
    """
    What was wrong about a row of a list.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> (correction,) = ib.recall(example.delivery(), corrected=example.corrected()).corrections
    >>> correction.kind.code, correction.kind.row
    ('wrongly_disclosed', None)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        `wrongly_disclosed`: the row should not have been on the list. `missed`: it should have been. `wrong_flags`: the
        number was rightly on the list, with a wrong flag.
        """
    @property
    def row(self, /) -> DisclosureRow | None:
        """
        `missed`, `wrong_flags`: the right row.
        """

@final
class Counts:
    """
    How many persons have which answer, and for which reasons.

    A person whose answer has several reasons counts under each of them. In a notebook it is a table.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
    >>> counts = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15)).counts()
    >>> counts
    <inburgering.Counts of 1 persons: 0 eligible, 1 not eligible, 0 undetermined>
    >>> counts.by_reason[ib.ReasonCode.NOT_REGISTERED_IN_BELGIUM]
    1
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        The counts as a table of a notebook.
        """
    @property
    def by_reason(self, /) -> dict[ReasonCode, int]:
        """
        For each reason that occurs, in the order of the catalogue: how many persons.
        """
    @property
    def eligible(self, /) -> int:
        """
        On the list of a municipality.
        """
    @property
    def not_eligible(self, /) -> int:
        """
        On no list.
        """
    @property
    def persons(self, /) -> int:
        """
        Everybody on the day.
        """
    def to_json(self, /) -> str:
        """
        The counts as JSON, laid out for people.
        """
    def to_table(self, /) -> Table:
        """
        The counts as a table: `kind` (`answer` or `reason`), `code` and `persons`.
        """
    @property
    def undetermined(self, /) -> int:
        """
        Cannot be said.
        """

@final
class CoverNote:
    """
    The note that goes with a list (*begeleidende nota*): what the municipality must know of the list it gets. `str` is
    the Dutch text, with the page's warning about closed dossiers and its advice (page, "Disclaimer").

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> note = example.delivery().cover_note
    >>> note.persons, note.kept_until.isoformat()
    (3, '2027-02-09')
    >>> print(str(note).splitlines()[0])
    Begeleidende nota bij de lijst van inburgeraars
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def closed(self, /) -> ClosedRows:
        """
        How many rows come from closed dossiers.
        """
    @property
    def kept_until(self, /) -> date:
        """
        The last day on which the list may be kept.
        """
    @property
    def legal_basis(self, /) -> LegalBasis:
        """
        The legal basis on the day of delivery.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality that gets the list.
        """
    @property
    def notices(self, /) -> tuple[Notice, ...]:
        """
        The notices of the assessment.
        """
    @property
    def on(self, /) -> date:
        """
        The day of delivery.
        """
    @property
    def persons(self, /) -> int:
        """
        The number of persons.
        """
    @property
    def protocol(self, /) -> str:
        """
        The name of the protocol.
        """
    @property
    def protocol_kind(self, /) -> ProtocolKind:
        """
        The standard protocol or a custom one.
        """
    @property
    def purposes(self, /) -> tuple[Purpose, ...]:
        """
        The purposes for which the list may be used.
        """
    @property
    def received_on(self, /) -> date:
        """
        The day on which the request was received.
        """
    @property
    def request(self, /) -> str:
        """
        The name of the request.
        """
    def to_html(self, /) -> str:
        """
        The note as an HTML page in Dutch that stands alone, word for word as its text; to be read or printed.

        Write it as UTF-8: `Path("cover-note.html").write_text(note.to_html(), encoding="utf-8")`.
        """

@final
class Deadline:
    """
    A deadline: an event, a number of working days, the calendar that counts them, and the due day.

    Made by `Calendar.deadline`. The day of the event does not count, the last day does (order of the Flemish Government
    of 29 January 2016, art. 1, 13°). What follows from lateness is left out: the terms of the exchange are a service
    norm. A notebook shows it as a table.

    >>> import datetime as dt, inburgering as ib
    >>> deadline = ib.Calendar.legal().deadline(dt.date(2025, 11, 3), working_days=10)
    >>> deadline
    <inburgering.Deadline 2025-11-18: 10 working days after 2025-11-03, legal>
    >>> # How many days are left on 12 November?
    >>> print(deadline.status(on=dt.date(2025, 11, 12)))
    4 working days are left
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def _repr_html_(self, /) -> str: ...
    @property
    def calendar(self, /) -> Calendar:
        """
        The calendar in which the deadline counts.
        """
    @property
    def due(self, /) -> date:
        """
        The due day: the last one that is in time.
        """
    @property
    def event(self, /) -> date:
        """
        The day of the event, which does not count.
        """
    @staticmethod
    def from_json(text: str, /) -> Deadline:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def skipped(self, /) -> tuple[ClosedDay, ...]:
        """
        Every day between the event and the due day that did not count, with why, in order: the weekends, too.

        Of a deadline before its event, the days between the due day and the event.
        """
    @property
    def skipped_weekdays(self, /) -> tuple[ClosedDay, ...]:
        """
        The skipped days that are no Saturday or Sunday: holidays and closing days that moved the due day.
        """
    def status(self, /, *, on: date) -> DeadlineStatus:
        """
        Where the deadline stands on a day, in working days of its own calendar; raises `CalendarError` (`outside`).
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def working_days(self, /) -> int:
        """
        The number of working days after the event.
        """

@final
class DeadlineStatus:
    """
    Where a deadline stands on a day: `Deadline.status`.

    `code` is `days_left`, `due_today` or `late`; `str` is English, `dutch` Dutch.

    >>> import datetime as dt, inburgering as ib
    >>> deadline = ib.Calendar.legal().deadline(dt.date(2025, 3, 1), working_days=10)
    >>> status = deadline.status(on=dt.date(2025, 3, 12))
    >>> status.code, status.working_days, status.dutch
    ('days_left', 2, 'er resten nog 2 werkdagen')
    >>> # In the weekend after the due Friday, no working day has passed yet.
    >>> print(deadline.status(on=dt.date(2025, 3, 16)))
    the due day has passed, but no working day since
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        `days_left`, `due_today` or `late`.
        """
    @property
    def dutch(self, /) -> str:
        """
        The status in Dutch: `er resten nog 3 werkdagen`.
        """
    @staticmethod
    def from_json(text: str, /) -> DeadlineStatus:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def working_days(self, /) -> int | None:
        """
        The working days that are left, or that the deadline is late by; `None` on the due day.
        """

@final
class Delivery:
    """
    What was delivered to a municipality: the list and the cover note for it, the receipt for the agency's log, and the
    history in which the request is delivered.

    It keeps what it was delivered from, so that it can be recalled; that is not kept by pickling: keep the receipt, with
    which a delivery can be recalled too. `repr` shows no register number.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> delivery = example.delivery()
    >>> delivery
    <inburgering.Delivery of 3 persons to 44021 (Gent) on 2026-02-10>
    >>> delivery.list.schema
    {'insz': 'utf8', 'contract_signed': 'bool', 'attest_obtained': 'bool'}
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def cover_note(self, /) -> CoverNote:
        """
        The cover note in Dutch, for the municipality.
        """
    @property
    def disclosure_list(self, /) -> DisclosureList:
        """
        The list, for the municipality, with its file (`to_csv()`) and its selections.
        """
    @property
    def history(self, /) -> History:
        """
        The history, with this delivery in it.
        """
    @property
    def list(self, /) -> Table:
        """
        The list, for the municipality: a table of exactly three fields, `insz` (text, as `YY.MM.DD-SSS.CC`),
        `contract_signed` and `attest_obtained`, ascending by number.
        """
    @property
    def receipt(self, /) -> Receipt:
        """
        The receipt, for the agency's log.
        """

@final
class Digest:
    """
    An HMAC-SHA-256 on a receipt. `str` is its text: 64 hexadecimal digits in lower case.

    It is made by `deliver`, or read back from that text (`DigestError` for another one).

    >>> import inburgering as ib
    >>> digest = ib.Digest("8e5b39555b3ab343fec522ae03cfca02fdb7ad3d2519c927da7026253ea7a8ce")
    >>> digest
    Digest('8e5b3955…')
    >>> digest == ib.Digest(str(digest))
    True
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, text: str, /) -> Digest: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...

@final
class DigestKey:
    """
    The key under which the digests of a receipt are made, with the id by which receipts name it.

    Register numbers are so few that a plain hash of them can be undone by trying all; so every digest is an HMAC-SHA-256
    under a key of your own, of at least 32 random bytes (as from `secrets.token_bytes(32)`). Keep it where the receipts
    are not. Nothing ever shows the key: `repr` shows the id alone, and it cannot be pickled.

    `id` has 1 to 64 letters, digits (at most ten), dots, hyphens or underscores. Another id, or a shorter key, is a
    `DigestKeyError`.

    >>> import inburgering as ib, secrets
    >>> ib.DigestKey("2026-a", secrets.token_bytes(32))
    DigestKey('2026-a', ***)
    """
    LEAST_BYTES: Final[int]
    """
    The smallest number of bytes of a key: the width of the digest.
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __new__(cls, /, id: str, key: bytes | bytearray) -> DigestKey: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def id(self, /) -> str:
        """
        The id of the key, as receipts have it.
        """

@final
class Digests:
    """
    The keyed digests of a receipt: HMAC-SHA-256 under the key with this id.

    The digest of a table is that of its rows as they were read, in whatever order they came.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> digests = example.delivery().receipt.digests
    >>> digests.key, list(digests.named())
    ('2026-a', ['dossiers', 'residences', 'deaths', 'replacements', 'set_aside', 'list'])
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def deaths(self, /) -> Digest:
        """
        The deaths.
        """
    @property
    def dossiers(self, /) -> Digest:
        """
        The dossiers.
        """
    @staticmethod
    def from_json(text: str, /) -> Digests:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def key(self, /) -> str:
        """
        The id of the key.
        """
    @property
    def list(self, /) -> Digest:
        """
        The list, as CSV.
        """
    def named(self, /) -> dict[str, Digest]:
        """
        Each digest by the name of what it is of.
        """
    @property
    def replacements(self, /) -> Digest:
        """
        The replaced numbers.
        """
    @property
    def residences(self, /) -> Digest:
        """
        The residences.
        """
    @property
    def set_aside(self, /) -> Digest:
        """
        The rows that were set aside: whom they name, and what is wrong where.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Disclosed:
    """
    A list or a notice in which a person stood: who got it, when, why, and what it said of the person.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> person = archived.delivery.disclosure_list.rows[0].insz
    >>> (disclosed,) = ib.disclosures_of(person, log, lambda wanted: example.caseload(), key=example.key()).disclosed
    >>> str(disclosed.municipality), disclosed.delivered_at.isoformat()
    ('44021 (Gent)', '2026-02-10T09:30:00+01:00')
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def attest_obtained(self, /) -> bool | None:
        """
        Whether it said that an attest was obtained; `None` where the number was to be deleted or replaced.
        """
    @property
    def by(self, /) -> DisclosedBy:
        """
        On the list, or in a notice on it: to be deleted, renumbered, added or corrected.
        """
    @property
    def contract_signed(self, /) -> bool | None:
        """
        Whether it said that a contract was signed; `None` where the number was to be deleted or replaced.
        """
    @property
    def delivered_at(self, /) -> datetime:
        """
        The instant at which it got it.
        """
    @property
    def delivery(self, /) -> int:
        """
        The number of the delivery in the log.
        """
    @property
    def insz(self, /) -> Insz:
        """
        The number under which the person stood in it.
        """
    @property
    def kept_until(self, /) -> date:
        """
        The last day on which the municipality may keep it.
        """
    @property
    def legal_basis(self, /) -> LegalBasis:
        """
        Why: the legal basis of that.
        """
    @property
    def listed_on(self, /) -> date:
        """
        The day of the list.
        """
    @property
    def listed_to(self, /) -> Municipality:
        """
        The municipality that got the list.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality that got it: the list, or the notice.
        """
    @property
    def notice(self, /) -> int | None:
        """
        The number of the notice's entry, if it was one.
        """
    @property
    def protocol(self, /) -> str:
        """
        The name of the protocol on which the person was disclosed for the first time: of the list, or of the addition.
        """
    @property
    def purposes(self, /) -> tuple[Purpose, ...]:
        """
        Why: the purposes.
        """
    @property
    def request(self, /) -> str:
        """
        The name of the request.
        """
    @property
    def state(self, /) -> DeliveryState:
        """
        Whether the list is known to have been delivered, or only may have been.
        """

@final
class DisclosureList:
    """
    The list that is disclosed to a municipality (*lijst*): ascending by number, each number once.

    Only `deliver` makes one, from a granted request on a protocol in force on the day. `repr` shows how many rows it
    has, never a row. `delivery.list` is the same as a `Table`.

    To write its file: `Path("list.csv").write_bytes(delivery.disclosure_list.to_csv().encode())`.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> rows = example.delivery().disclosure_list
    >>> rows
    <inburgering.DisclosureList of 3 rows>
    >>> len(rows.select(ib.Use.CEREMONY))  # how many may be asked to the ceremony?
    1
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def rows(self, /) -> tuple[DisclosureRow, ...]:
        """
        The rows, ascending by number: a Python object for each. For many rows take `delivery.list`.
        """
    def select(self, purpose: Use | str, /) -> Table:
        """
        The rows that a use calls for (page, "Waarom interessant voor lokale besturen?"), chosen by the three fields
        alone: the ceremony those with an attest, buddy work those without, occasions to practise Dutch both.
        """
    def to_csv(self, /) -> str:
        """
        The list as the text of a CSV file: with a byte order mark, CRLF, semicolons, every cell quoted, the number in its
        dotted form (a spreadsheet would eat the leading zeros of a compact one).

        Write it as bytes, so that no line end is changed: `Path("list.csv").write_bytes(text.encode())`.
        """
    def to_xlsx(self, /, *, on: date) -> bytes:
        """
        The list as the bytes of an XLSX workbook that was created on the day `on`, the day of delivery: the same rows, under
        Dutch headings that stay in sight, the number as text in its dotted form. The same list and day give the same bytes.

        Write it as it is: `Path("list.xlsx").write_bytes(rows.to_xlsx(on=delivery.receipt.on))`. Raises `WorkbookError` if
        the list is longer than a worksheet, or the day lies before 1900.

        >>> from inburgering import example
        >>> delivery = example.delivery()
        >>> delivery.disclosure_list.to_xlsx(on=delivery.receipt.on)[:2]  # a workbook is a zip archive
        b'PK'
        """

@final
class DisclosureLog:
    """
    The log of disclosures (*logboek van de mededelingen*), in a file: an SQLite database, to which entries are only
    added (e-government decree of 18 July 2008, art. 8 §1, 13°). The file must be there, so that a mistyped path is no
    empty log; `DisclosureLog.create(path)` makes a new one.

    Each entry is chained to the one before it by a keyed MAC: whatever is changed, removed or reordered shows in
    `verify`, and a cut-off end to who kept `head()` elsewhere. No register number is in it. Raises `LogError`.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> log.table().to_polars().select("municipality", "listed", "state").row(0)
    ('44021', 3, 'done')
    >>> kept = log.head()
    >>> log.verify(key=example.key(), head=kept).is_whole
    True
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, path: str | PathLike[str], /) -> DisclosureLog: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def create(path: str | PathLike[str], /) -> DisclosureLog:
        """
        A new log in that file, which must not be there. Raises `LogError`, with the code `already_there` if it is.
        """
    def deliveries(self, /) -> list[LoggedDelivery]:
        """
        Every delivery with what became of it, in the order of their intents.
        """
    def entries(self, /) -> list[Entry]:
        """
        Every entry, in order.
        """
    def head(self, /) -> str | None:
        """
        The last entry as a text, its number and its MAC, to be kept elsewhere; `None` if there is no entry.
        """
    def history(self, past: Iterable[RequestRecord] | None = None, /) -> History:
        """
        The history, with every delivery of the log in it; those that were begun count as delivered.
        """
    @property
    def path(self, /) -> Path:
        """
        The file.
        """
    def table(self, /) -> Table:
        """
        The same as a table: one row a delivery, with who, which data, when and why.
        """
    def unfinished(self, /) -> list[LoggedDelivery]:
        """
        The deliveries that were begun and not ended: resume or abandon each.
        """
    def verify(self, /, *, key: DigestKey | Iterable[DigestKey], head: str | None = None) -> Verification:
        """
        Holds every entry against its MAC and the chain, and the end against a `head` that was kept elsewhere; without
        one, a cut-off end cannot be seen. `key` is the key of the log, or several where it changed.

        What was changed is no error, but a `Break` of the answer. Raises `LogError` where the log cannot be read, or
        the head is none.
        """

@final
class DisclosureRow:
    """
    A row of a disclosed list: the three fields that the page allows (page, "Protocol", items 1-3), and no room for a
    fourth. `repr` shows no digit of the number.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> row = example.delivery().disclosure_list.rows[0]
    >>> row
    DisclosureRow(Insz(***), contract_signed=True, attest_obtained=False)
    >>> str(row.insz)
    '78.03.02-903.17'
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def attest_obtained(self, /) -> bool:
        """
        Whether a civic integration certificate (*attest van inburgering*) was obtained (item 3).
        """
    @property
    def contract_signed(self, /) -> bool:
        """
        Whether a civic integration contract (*inburgeringscontract*) was signed (item 2).
        """
    @property
    def insz(self, /) -> Insz:
        """
        The register number (item 1).
        """

@final
class Disclosures:
    """
    The answer to a person's question to whom they were disclosed (*inzage*): the lists on which the person stood,
    the notices that named them, and the deliveries of which it cannot be told. `repr` shows no register number.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> person = archived.delivery.disclosure_list.rows[0].insz
    >>> found = ib.disclosures_of(person, log, lambda wanted: example.caseload(), key=example.key())
    >>> found
    <inburgering.Disclosures: 1 disclosed, 0 untold>
    >>> print(found.letter().splitlines()[0])
    Aan wie uw gegevens zijn meegedeeld
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def disclosed(self, /) -> tuple[Disclosed, ...]:
        """
        The lists on which the person stood and the notices that named them, in the order of the deliveries.
        """
    def letter(self, /) -> str:
        """
        The answer as a letter in Dutch, which shows the numbers.
        """
    @property
    def numbers(self, /) -> tuple[Insz, ...]:
        """
        Every number of the person: those that were asked for, and those that the inputs tie to them. Ascending.
        """
    @property
    def untold(self, /) -> tuple[tuple[LoggedDelivery, str], ...]:
        """
        The deliveries of which it cannot be told, or of which a notice cannot be, each with the code of why (as in
        `Recalled.untold`).
        """

@final
class Dossier:
    """
    A dossier of a participant (*inburgeraar*) as the agency recorded it: dates that may be missing, later or impossible.

    Nothing is checked here on purpose: what is wrong with a record is a reason of the person's answer, never an error.
    The number is the agency's own text, which cannot be empty (`EmptyDossierNumber`); `repr` does not show it, since it
    may be built on a register number. The municipality of the contract is kept as recorded, so a code that no
    municipality has is accepted; a text that is no NIS code at all is a `MunicipalityError`.

    >>> import datetime as dt, inburgering as ib
    >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2024, 1, 8), attest_obtained_on=dt.date(2025, 6, 30))
    >>> dossier
    Dossier(***, registered_on=2024-01-08, attest_obtained_on=2025-06-30)
    >>> dossier.as_known_on(dt.date(2025, 6, 29)).is_active
    True
    >>> dossier.as_known_on(dt.date(2025, 6, 30)).is_active  # from the day of the attest on it is closed
    False
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, number: str, /, *, registered_on: date | None = None, contract_signed_on: date | None = None, contract_municipality: Municipality | str | None = None, attest_obtained_on: date | None = None, closed_on: date | None = None) -> Dossier: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def as_known_on(self, day: date, /) -> KnownDossier | None:
        """
        What of the dossier is known on a day: a later date is unknown, and so is the municipality of a later contract.
        `None` where the dossier itself is not known yet.

        >>> import datetime as dt, inburgering as ib
        >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2024, 1, 8), closed_on=dt.date(2025, 3, 3))
        >>> dossier.as_known_on(dt.date(2024, 1, 7)) is None
        True
        >>> dossier.as_known_on(dt.date(2024, 1, 8)).closed_on is None
        True
        """
    @property
    def attest_obtained_on(self, /) -> date | None:
        """
        The day on which the attest (*attest van inburgering*) was obtained.
        """
    @property
    def closed_on(self, /) -> date | None:
        """
        The day on which the dossier was closed without an attest.
        """
    @property
    def contract_municipality(self, /) -> str | None:
        """
        The NIS code of the municipality of the contract, as recorded.
        """
    @property
    def contract_signed_on(self, /) -> date | None:
        """
        The day on which the civic integration contract (*inburgeringscontract*) was signed.
        """
    @property
    def dates(self, /) -> tuple[date, ...]:
        """
        The dates that the dossier has, in the order of its life: registration, contract, attest, closing.
        """
    @staticmethod
    def from_json(text: str, /) -> Dossier:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def known_from(self, /) -> date | None:
        """
        The day from which the dossier is known: the earliest of its dates. Without any it counts for nothing: `None`.
        """
    @property
    def number(self, /) -> str:
        """
        The agency's number of the dossier.
        """
    @property
    def registered_on(self, /) -> date | None:
        """
        The day of registration (*aanmelding*).
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Duration:
    """
    The days (*doorlooptijd*) from a person's first registration to the first contract or attest: of the persons who reached
    it in the year, by the residence on that day. One day is the day of registration or the one after.

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31))
    >>> figures.duration("contracts", 2025, "flanders")
    Duration(contracts, 2025, Flanders: suppressed)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def area(self, /) -> Area:
        """
        Where the persons lived on the day on which they reached it.
        """
    @property
    def is_suppressed(self, /) -> bool:
        """
        Whether they are not given because the count of the same measure, year and area is suppressed, beside which they
        would tell that there are at least twenty persons. Where they are not given without it, there are fewer than twenty.
        """
    @property
    def measure(self, /) -> Measure:
        """
        What was reached: `contracts` or `attests`.
        """
    @property
    def quartiles(self, /) -> Quartiles | None:
        """
        The quartiles, in days; `None` where they are not given.
        """
    @property
    def snapshot(self, /) -> date:
        """
        The day on which the facts were read: no later fact counts.
        """
    @property
    def year(self, /) -> int:
        """
        The year in which it was reached.
        """

@final
class EarlierRequest:
    """
    A request that takes the year (*eerdere aanvraag*), as a refusal names it; ordered by the day of receipt, then by name.

    >>> import datetime as dt, inburgering as ib
    >>> print(ib.EarlierRequest(id="46029-2025-03-03", received_on=dt.date(2025, 3, 3)))
    request 46029-2025-03-03 (received on 2025-03-03)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, id: str, received_on: date) -> EarlierRequest: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def from_json(text: str, /) -> EarlierRequest:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def id(self, /) -> str:
        """
        The name of the request.
        """
    @property
    def received_on(self, /) -> date:
        """
        The day of its receipt.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Entry:
    """
    An entry of the log: an intent to deliver, that it was done or abandoned, or a notice on it; by whom, and when.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> [(entry.sequence, str(entry.event), entry.delivery) for entry in log.entries()]
    [(1, 'intended', 1), (2, 'done', 1)]
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def at(self, /) -> datetime:
        """
        The instant at which it was made.
        """
    @property
    def delivery(self, /) -> int:
        """
        The number of the entry with the intent that it belongs to: of an intent, its own.
        """
    @property
    def event(self, /) -> EventKind:
        """
        What it says: that a delivery is intended, done or abandoned, or that a notice was given on it.
        """
    @property
    def folder(self, /) -> str | None:
        """
        Of an intent: the name of the folder.
        """
    @property
    def key(self, /) -> str:
        """
        The id of the key under which it is chained.
        """
    @property
    def mac(self, /) -> Digest:
        """
        What ties it to its place and to the entry before it.
        """
    @property
    def operator(self, /) -> str:
        """
        Who made it.
        """
    @property
    def receipt(self, /) -> Receipt | None:
        """
        Of an intent: the receipt.
        """
    @property
    def request(self, /) -> Request | None:
        """
        Of an intent: the request.
        """
    @property
    def sequence(self, /) -> int:
        """
        Its number, from 1, without gaps.
        """

@final
class Explanation:
    """
    Why one person has this answer on one day: the answer, the rule, its source, since when, the facts, and the answers of
    the other days.

    `str` is a letter, and `to_html` the same as a page. It was asked for, so both show the register number; `repr` does not.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
    >>> placed = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15))
    >>> explanation = placed.explain("85.07.30-901.33", language="en")
    >>> print(str(explanation).splitlines()[2])
    Answer: this person is on no list.
    >>> explanation.holds.start, explanation.holds.until
    (datetime.date(2025, 2, 3), None)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def answer(self, /) -> Answer:
        """
        The answer, with its reasons.
        """
    @property
    def facts(self, /) -> tuple[Fact, ...]:
        """
        The facts known on the day, in the order of their days; among them how their municipalities went on under other codes,
        where the answers until the day name what one became.
        """
    @property
    def holds(self, /) -> Period:
        """
        Since when, and until when, the answer holds by the facts as recorded now, later ones included.
        """
    @property
    def language(self, /) -> Language:
        """
        The language of the letter.
        """
    @property
    def leaves_facts_out(self, /) -> bool:
        """
        Whether everything under other numbers is left out, since the numbers may be two persons'. The answers are then those
        about the number that was asked for: undetermined where they depend on what is left out.
        """
    @property
    def legal_basis(self, /) -> LegalBasis | None:
        """
        The legal basis of the lists on the day; `None` before 2019-07-29.
        """
    @property
    def on(self, /) -> date:
        """
        The day of the answer.
        """
    @property
    def timeline(self, /) -> Timeline:
        """
        The person's answers on every day, by the facts as recorded now.
        """
    def to_html(self, /) -> str:
        """
        The letter as an HTML page that stands alone, in its language, with the timeline as a picture and as a table. It shows
        the register number.

        Write it as UTF-8: `Path("letter.html").write_text(explanation.to_html(), encoding="utf-8")`.
        """
    def to_json(self, /) -> str:
        """
        The explanation as JSON, laid out for people. It shows the register number.
        """

@final
class Fact:
    """
    A fact about a person, as known on a day.

    `code` is one of `registered`, `contract_signed`, `attest_obtained`, `closed` (without an attest), `closed_beside_attest`,
    `municipality_became`, `residence`, `number_replaced`, `number_replaced_by_another`, `number_replaced_by_two`,
    `number_took_over` (of numbers that may be two persons', where the other is not told) and `died`; the other attributes are
    `None` where that fact has them not. `str` is a line of a letter with its dates and numbers, as an explanation that was asked
    for; `repr` shows neither register nor dossier number.

    >>> import datetime as dt, inburgering as ib
    >>> person = ib.Person(
    ...     "85.07.30-901.33", dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))], spells=[ib.Spell("44021")],
    ... )
    >>> for fact in person.facts_known_on(dt.date(2026, 1, 15)):
    ...     print(fact.dutch)
    vanaf een onbekende dag: ingeschreven in 44021 (Gent)
    3 februari 2025: aanmelding (dossier D-1)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        Which kind of fact, in `snake_case`; stable.
        """
    @property
    def day(self, /) -> date | None:
        """
        The day of the fact; a residence without a start has none.
        """
    @property
    def dossier(self, /) -> str | None:
        """
        The dossier of a registration, contract, attest or closing.
        """
    @property
    def dutch(self, /) -> str:
        """
        The line for a Dutch reader.
        """
    @staticmethod
    def from_json(text: str, /) -> Fact:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def municipality(self, /) -> str | None:
        """
        `contract_signed`, `residence`: the NIS code of the municipality, as recorded; `municipality_became`: the one that ended.
        """
    @property
    def new(self, /) -> Insz | None:
        """
        `number_replaced`, `number_took_over`: the new number.
        """
    @property
    def old(self, /) -> Insz | None:
        """
        `number_replaced`, `number_replaced_by_another`, `number_replaced_by_two`: the old number.
        """
    def sentence(self, language: Language | str, /) -> str:
        """
        The fact as a line of a letter, with its dates and numbers.
        """
    @property
    def successor(self, /) -> str | None:
        """
        `municipality_became`: the NIS code of the successor of `municipality`.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def valid_from(self, /) -> date | None:
        """
        `residence`: the first day, where it is known.
        """
    @property
    def valid_until(self, /) -> date | None:
        """
        `residence`: the first day after it, where it is known.
        """

@final
class Figure:
    """
    One figure: a count of persons, or that it is suppressed.

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31))
    >>> figures.get("registrations", 2025, "flanders")
    Figure(registrations, 2025, Flanders: suppressed)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def area(self, /) -> Area:
        """
        Where the persons lived.
        """
    @property
    def count(self, /) -> int | None:
        """
        How many persons; `None` where it is suppressed, which is never zero.
        """
    @property
    def measure(self, /) -> Measure:
        """
        What is counted.
        """
    @property
    def snapshot(self, /) -> date:
        """
        The day on which the facts were read: no later fact counts.
        """
    @property
    def year(self, /) -> int:
        """
        The calendar year.
        """

@final
class Figures:
    """
    The figures (*instroomcijfers*, *cijferrapport*) of one snapshot, for every measure, year and area; iterating gives each
    `Figure`.

    The page names them; how they are counted is a choice of this library. Each `Measure` counts persons, once a year, where
    the residence places them, carried through mergers to the day of the snapshot. A province is the sum of its
    municipalities, and Flanders that of its provinces. Registrations, contracts and attests of persons who are `unplaced`
    stand apart, and so do contracts and attests `outside_flanders`; else whoever lives elsewhere on the day is in no figure.
    Small counts are suppressed so that nothing in all the figures of the snapshot brings them back. That does not hold for
    two snapshots, or two thresholds, beside each other.

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31))
    >>> figures
    <inburgering.Figures on 2025-12-31, counts from 1 to 4 suppressed>
    >>> figures.get("attests", 2025, "44021").count  # how many obtained an attest in Gent?
    0
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Figure]:
        """
        Every figure: by measure, year and area; zeros are published.
        """
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def around(self, municipality: Municipality | str, /) -> Figures:
        """
        The figures of a municipality, carried through mergers to the snapshot, of its province and of Flanders.

        A municipality outside Flanders is a `FiguresError`, one that begins only after the snapshot a `MunicipalityError`.

        >>> import datetime as dt
        >>> from inburgering import example
        >>> figures = example.caseload().figures(snapshot=dt.date(2025, 12, 31)).around("44021")
        >>> [str(area) for area in sorted({figure.area for figure in figures})]
        ['Gent (44021)', 'province of Oost-Vlaanderen', 'Flanders']
        """
    def duration(self, measure: Measure | str, year: SupportsIndex, area: Area | Municipality | Province | str, /) -> Duration | None:
        """
        The days from registration to this measure, year and area; `None` where there is no such figure, or none with days.
        """
    @property
    def durations(self, /) -> tuple[Duration, ...]:
        """
        The days from registration, for every figure of contracts and of attests in Flanders, in the same order.
        """
    def durations_to_table(self, /) -> Table:
        """
        The days from registration as a table: `snapshot`, `measure`, `year`, `area`, `code`, `name`, `first_quartile`,
        `median`, `third_quartile`, which are null where they are not given, and `suppressed`.
        """
    def get(self, measure: Measure | str, year: SupportsIndex, area: Area | Municipality | Province | str, /) -> Figure | None:
        """
        The figure of this measure, year and area; `None` where the snapshot has no such year or area, or the
        measure is not told of it.
        """
    @property
    def snapshot(self, /) -> date:
        """
        The day of the snapshot.
        """
    @property
    def threshold(self, /) -> Threshold:
        """
        The threshold below which a count is suppressed.
        """
    def to_table(self, /) -> Table:
        """
        The figures as a table: `snapshot`, `measure`, `year`, `area`, `code`, `name`, `count`, which is null where it is
        suppressed, and `suppressed`.
        """

@final
class Finding:
    """
    What is to be noted about one or more rows: a fault, whether or not an answer reads it, or a row without effect.

    A finding names rows, never a register number. `str` is the English sentence with the rows.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None],
    ...     "closed_on": [dt.date(2025, 1, 3)],
    ... })
    >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
    >>> finding = ib.Caseload(dossiers, residences, first_row=2).findings[0]
    >>> print(finding)
    closed before the registration (dossiers, row 2)
    >>> finding.kind is ib.FindingKind.CLOSED_BEFORE_REGISTRATION
    True
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def dutch(self, /) -> str:
        """
        The sentence for a Dutch reader.
        """
    @property
    def kind(self, /) -> FindingKind:
        """
        What was found.
        """
    @property
    def rows(self, /) -> tuple[RowRef, ...]:
        """
        The rows concerned, in the order of the tables.
        """

@final
class Flags:
    """
    The two facts that may be disclosed beside the number, of all the person's dossiers known on the day.

    Neither implies the other: an attest without a contract is lawful since 2022-03-01 (decree of 7 June 2013, art. 34/1).

    >>> import inburgering as ib
    >>> ib.Flags(contract_signed=True)
    Flags(contract_signed=True, attest_obtained=False)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, contract_signed: bool = False, attest_obtained: bool = False) -> Flags: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def attest_obtained(self, /) -> bool:
        """
        Any known attest by the day.
        """
    @property
    def contract_signed(self, /) -> bool:
        """
        Any known contract by the day.
        """
    @staticmethod
    def from_json(text: str, /) -> Flags:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class History:
    """
    The history of requests (*aanvraaggeschiedenis*), by their names: which were received, and what became of them.

    Made of any iterable of records; no two may have one name (`HistoryError`). It cannot be changed: each method that
    records something returns a new history. `len` counts the requests, and iteration gives their records by name.

    >>> import datetime as dt, inburgering as ib
    >>> request = ib.Request(
    ...     municipality="44021", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="integratiedienst"
    ... )
    >>> history = ib.History().receive(request)
    >>> history = history.take(request.id, "granted", on=dt.date(2025, 3, 4))
    >>> history = history.deliver(request.id, on=dt.date(2025, 3, 10))
    >>> history.state_on(request.id, dt.date(2025, 3, 5))  # What was its state on the 5th?
    <RequestState.GRANTED: 'granted'>
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[RequestRecord]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, records: Iterable[RequestRecord] = ...) -> History: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def add(self, record: RequestRecord, /) -> History:
        """
        The history with a request and what became of it; raises `HistoryError` if one of its name is there.
        """
    def deliver(self, id: str, /, *, on: date) -> History:
        """
        The history with the delivery of the list (*meegedeeld*): only a granted request can be delivered, once. Raises as
        `take`.
        """
    @staticmethod
    def from_json(text: str, /) -> History:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    def get(self, id: str, /) -> RequestRecord | None:
        """
        The record of the request of that name, or `None`.
        """
    def receive(self, request: Request, /) -> History:
        """
        The history with a request that was received; raises `HistoryError` if one of its name is there.
        """
    def record(self, assessment: Assessment, /) -> History:
        """
        The history with the answer of an assessment, and the receipt of its request if the history does not have it yet;
        raises `HistoryError` if it has another request of that name, and as `take`.
        """
    @property
    def records(self, /) -> tuple[RequestRecord, ...]:
        """
        All records, by name.
        """
    def state_on(self, /, id: str, on: date) -> RequestState | None:
        """
        The state of a request as known on a day; `None` before its receipt, or if the history does not have it.
        """
    def take(self, id: str, next: RequestState | str, /, *, on: date) -> History:
        """
        The history with the request of that name in a state from a day on; raises `HistoryError` if there is none, if that
        state may not follow the last one, or if the day lies before that of the last one.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    def withdraw(self, id: str, /, *, on: date) -> History:
        """
        The history with the withdrawal of the request by the municipality (*ingetrokken*). Raises as `take`.
        """

@final
class Holiday:
    """
    A public holiday of a year: its day, with its kind. A holiday in a weekend is not moved.

    Raises `CalendarError`: `outside` if the day lies outside 1995-01-01 to 2099-12-31, `no_such_holiday` if the holiday of
    this kind does not fall on it. Ordered by day.

    Act of 4 January 1974 on public holidays, with the Royal Decree of 18 April 1974.

    >>> import datetime as dt, inburgering as ib
    >>> # On which day is Easter Monday in 2026?
    >>> ib.Calendar.legal().holidays(2026)[1]
    Holiday(datetime.date(2026, 4, 6), kind='easter_monday')
    >>> print(ib.Holiday(dt.date(2025, 11, 11), kind=ib.HolidayKind.ARMISTICE))
    2025-11-11: Wapenstilstand (Armistice Day)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, day: date, /, *, kind: HolidayKind | str) -> Holiday: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def citation(self, /) -> Citation:
        """
        The text that makes it a holiday.
        """
    @property
    def day(self, /) -> date:
        """
        The day on which it falls, moved by nothing.
        """
    @property
    def dutch(self, /) -> str:
        """
        Its Dutch name.
        """
    @property
    def english(self, /) -> str:
        """
        Its English name.
        """
    @staticmethod
    def from_json(text: str, /) -> Holiday:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def kind(self, /) -> HolidayKind:
        """
        Which holiday it is.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Insz:
    """
    A valid national register number or BIS number (INSZ), eleven digits.

    Made from eleven digits or `YY.MM.DD-SSS.CC`; outer white space is trimmed. With `as_of`, a number of a birth after
    that day is refused too. Raises `InszError`. `repr` shows no digit; `str` is the dotted form. Numbers are ordered as
    their texts are. Whether a number was ever given to anybody is not known.

    The check digits find every single wrong digit but one: a last digit of the year six lower (1986 becomes 2080) or six
    higher (2001 becomes 1907). `as_of` finds those that are not born yet, `check_birth_date` the others.

    Royal Decree of 3 April 1984 (national register numbers), Royal Decree of 8 February 1991 (BIS numbers).

    >>> import datetime as dt, inburgering as ib
    >>> number = ib.Insz("85.07.30-901.33")
    >>> number
    Insz(***)
    >>> number.birth_date, str(number.sex), number.compact
    (datetime.date(1985, 7, 30), 'man', '85073090133')
    >>> # A child of 20 March 2025 has no number the day before.
    >>> try:
    ...     ib.Insz("25.03.20-902.43", as_of=dt.date(2025, 3, 19))
    ... except ib.InszError as error:
    ...     print(error)
    the register number is of a birth after 2025-03-19; compare it with its source
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __int__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, text: str, /, *, as_of: date | None = None) -> Insz: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def birth(self, /) -> Birth:
        """
        What the number tells of the birth: a date, a part of one, or nothing.
        """
    @property
    def birth_date(self, /) -> date | None:
        """
        The birth date; `None` if the number does not tell it in full.
        """
    @property
    def birth_year(self, /) -> int | None:
        """
        The birth year; `None` if the number does not tell it.
        """
    @property
    def century(self, /) -> Century:
        """
        The century of birth, which the check digits tell.
        """
    def check_as_of(self, as_of: date, /) -> Insz:
        """
        The number itself, if it can have been given by a day.

        Raises `InszError` (`born_after`) if its earliest possible birth day is after the day.
        """
    def check_birth_date(self, known: date, /) -> BirthAgreement:
        """
        Compares the number with a birth date known from elsewhere, as far as the number tells one; says how far.

        Raises `InszError` (`birth_date`) if a part of the date that the number tells is another. It finds the one wrong
        digit that the check digits do not.

        >>> import datetime as dt, inburgering as ib
        >>> born = dt.date(2001, 3, 20)
        >>> ib.Insz("01.03.20-902.24").check_birth_date(born)
        <BirthAgreement.DAY: 'day'>
        >>> # With a 7 typed for the 1, which is a valid number too: of 1907.
        >>> try:
        ...     ib.Insz("07.03.20-902.24").check_birth_date(born)
        ... except ib.InszError as error:
        ...     print(error.code)
        birth_date
        """
    @property
    def compact(self, /) -> str:
        """
        The eleven digits as text without separators.
        """
    @property
    def earliest_birth_day(self, /) -> date:
        """
        The first day on which the holder can have been born.

        The first of the month or of the year where no more is known, and 1 January of the first year of the century
        where nothing is.
        """
    @staticmethod
    def from_int(number: int, /, *, as_of: date | None = None) -> Insz:
        """
        The number of which these are the eleven digits as an integer, whose leading zeros are lost. `int()` goes back.

        Raises `InszError` as the constructor does.

        >>> import inburgering as ib
        >>> ib.Insz.from_int(1032090224) == ib.Insz("01.03.20-902.24")
        True
        """
    @property
    def is_bis(self, /) -> bool:
        """
        Whether it is a BIS number of either kind: its holder is not in the National Register.
        """
    def is_valid_as_of(self, as_of: date, /) -> bool:
        """
        Whether the earliest possible birth day is on or before a day.
        """
    @property
    def kind(self, /) -> InszKind:
        """
        Which register the number is of.
        """
    @property
    def sex(self, /) -> Sex | None:
        """
        The sex that the number tells; `None` for a BIS number of a person whose sex was not known.
        """

@final
class KnownDossier:
    """
    What is known of a dossier on a day: only dates on or before it. `Dossier.as_known_on` gives it.

    >>> import datetime as dt, inburgering as ib
    >>> dossier = ib.Dossier("D-1", attest_obtained_on=dt.date(2025, 6, 30), closed_on=dt.date(2025, 9, 1))
    >>> known = dossier.as_known_on(dt.date(2025, 12, 31))
    >>> known.closing_day, known.is_active  # the attest or the closing without one, the earlier counts
    (datetime.date(2025, 6, 30), False)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def attest_obtained_on(self, /) -> date | None:
        """
        The day of the attest, if it is known.
        """
    @property
    def closed_on(self, /) -> date | None:
        """
        The day of closing without an attest, if it is known.
        """
    @property
    def closing_day(self, /) -> date | None:
        """
        The closing day: of the attest and the closing without one, the earlier.
        """
    @property
    def contract_municipality(self, /) -> str | None:
        """
        The NIS code of the municipality of the contract as recorded, if the contract is known.
        """
    @property
    def contract_signed_on(self, /) -> date | None:
        """
        The day of the contract, if it is known.
        """
    @property
    def is_active(self, /) -> bool:
        """
        Whether the dossier is active. From the closing day on, that day included, it is closed.
        """
    @property
    def registered_on(self, /) -> date | None:
        """
        The day of registration, if it is known.
        """

@final
class ListRules:
    """
    The options of the rule: by default closed dossiers stay at the contract's municipality, and Brussels is refused.

    `Placed.rules` tells with which options persons were placed.

    >>> import inburgering as ib
    >>> ib.ListRules(closed="residence_at_closing")
    ListRules(closed='residence_at_closing', brussels='refused')
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, closed: ClosedRule | str = ..., brussels: Brussels | str = ...) -> ListRules: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def brussels(self, /) -> Brussels:
        """
        Whether a municipality in Brussels may be found.
        """
    @property
    def closed(self, /) -> ClosedRule:
        """
        How persons are placed whose every dossier is closed.
        """
    @staticmethod
    def from_json(text: str, /) -> ListRules:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class LoggedDelivery:
    """
    A delivery by the log: its intent, what became of it, and the notices on it.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> (delivery,) = log.deliveries()
    >>> delivery.delivery, delivery.folder, delivery.receipt == archived.delivery.receipt
    (1, '44021-2026-02-02', True)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def delivery(self, /) -> int:
        """
        The number of the entry with the intent, by which the delivery is called.
        """
    @property
    def folder(self, /) -> str:
        """
        The name of its folder among the others.
        """
    @property
    def last_at(self, /) -> datetime:
        """
        The instant of the last entry about it: its intent, its end or a notice.
        """
    @property
    def notices(self, /) -> tuple[LoggedNotice, ...]:
        """
        The notices that were given on it, in their order.
        """
    @property
    def receipt(self, /) -> Receipt:
        """
        The receipt.
        """
    @property
    def request(self, /) -> Request:
        """
        The request.
        """
    @property
    def state(self, /) -> DeliveryState:
        """
        What became of it.
        """

@final
class LoggedNotice:
    """
    A notice by the log: who was told how much, by whom, when. No register number is in it.

    >>> import datetime as dt, inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> archive = ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite"))
    >>> archived = example.deliver_to(archive)
    >>> inputs, corrected = {"44021-2026-02-02": example.caseload()}, example.corrected().caseload
    >>> (wrong,) = ib.recall_all(archive.log, inputs, corrected, key=example.key()).to_notify()
    >>> at = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    >>> notified = archive.notify(wrong, protocols=example.protocols(), key=example.key(), at=at, operator="operator 7")
    >>> archive.log.deliveries()[0].notices
    (<inburgering.LoggedNotice 3 to 44021 (Gent) on 2026-03-02: 1 to delete, 0 to replace, 0 to add, 0 to correct>,)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def added(self, /) -> int:
        """
        How many rows to add.
        """
    @property
    def at(self, /) -> datetime:
        """
        The instant.
        """
    @property
    def corrected(self, /) -> int:
        """
        How many rows whose flags are put right.
        """
    @property
    def deleted(self, /) -> int:
        """
        How many numbers to delete it names.
        """
    @property
    def digest(self, /) -> Digest:
        """
        Of what the notice says.
        """
    @property
    def given_on(self, /) -> date:
        """
        The day of the notice.
        """
    @property
    def key(self, /) -> str:
        """
        The id of the key of its digest.
        """
    @property
    def legal_basis(self, /) -> LegalBasis | None:
        """
        Why: the legal basis of the exchange on the day, if there was one.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality that was told.
        """
    @property
    def notice(self, /) -> int:
        """
        The number of its entry.
        """
    @property
    def operator(self, /) -> str:
        """
        Who gave it.
        """
    @property
    def protocol(self, /) -> str | None:
        """
        The name of the protocol on which persons were disclosed for the first time, if any were.
        """
    @property
    def purposes(self, /) -> tuple[Purpose, ...]:
        """
        Why: the purposes of the request.
        """
    @property
    def renumbered(self, /) -> int:
        """
        How many numbers to replace.
        """
    @property
    def versions(self, /) -> Versions:
        """
        The versions of the rules and tables by which the corrected inputs were read.
        """

@final
class Months:
    """
    A number of months, from 1 to `MAX` (a century).

    Raises `MonthsError`. Wherever a number of months is asked for, a plain `int` is good, and a plain `int` comes out:
    this class computes with it and writes it for people. `int()` gives the number.

    >>> import datetime as dt, inburgering as ib
    >>> # The same day of the later month, or its last day where it has no such day.
    >>> ib.Months(12).after(dt.date(2024, 2, 29))
    datetime.date(2025, 2, 28)
    >>> str(ib.Months(12)), ib.Months(1).dutch
    ('12 months', '1 maand')
    """
    FIVE_YEARS: Final[Months]
    """
    Five years.
    """
    MAX: Final[int]
    """
    The longest term, a century.
    """
    YEAR: Final[Months]
    """
    Twelve months.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __index__(self, /) -> int: ...
    def __int__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, number: SupportsIndex, /) -> Months: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def after(self, day: date, /) -> date:
        """
        The same day so many months later, or the last day of that month where it has no such day.

        Raises an `OverflowError` past the year 9999, where Python's dates end.
        """
    @property
    def dutch(self, /) -> str:
        """
        The number with its noun in Dutch: `12 maanden`.
        """

@final
class Municipality:
    """
    A municipality: one NIS code with its period of validity.

    Made from the text of its NIS code, not from a name (`named` finds by name); raises `MunicipalityError`. Lokeren
    before its merger of 2025 and Lokeren after it are two values, since the code changed; Antwerpen is one. Ordered by
    code. `str` is the code with the Dutch name.

    The table holds every code that was valid on some day since 1995-01-01: facts of Statbel's REFNIS (CC BY 4.0), with
    the decree of 3 May 2024 for the mergers of 2025.

    >>> import datetime as dt, inburgering as ib
    >>> # A contract of 2018 was signed in Kortessem. Which municipality is that in the summer of 2025?
    >>> kortessem = ib.Municipality("73040")
    >>> kortessem
    Municipality('73040', 'Kortessem')
    >>> print(kortessem.current(on=dt.date(2025, 7, 1)))
    71072 (Hasselt)
    """
    COUNT: Final[int]
    """
    How many municipalities the table holds: every `index` is below it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, code: Municipality | str, /) -> Municipality: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @staticmethod
    def all() -> list[Municipality]:
        """
        All municipalities of the table, by code, those that ended included.
        """
    @staticmethod
    def change_days() -> list[date]:
        """
        The days on which a municipality of the table begins or ends, in order and each once.

        Between two of them the map of Belgium does not change.

        >>> import inburgering as ib
        >>> [str(day) for day in ib.Municipality.change_days()]
        ['2019-01-01', '2024-12-02', '2025-01-01']
        """
    @property
    def code(self, /) -> str:
        """
        The NIS code, as text of five digits.
        """
    def current(self, /, *, on: date) -> Municipality:
        """
        The municipality of this one's territory on a day: itself, or its successor's successor and so on.

        Raises `MunicipalityError`: `outside_table` for a day before 1995-01-01 or after 2099-12-31, `not_yet` if the
        code begins only after the day.

        >>> import datetime as dt, inburgering as ib
        >>> ib.municipality("46014").current(on=dt.date(2026, 1, 1)).code
        '46029'
        """
    @staticmethod
    def from_index(index: SupportsIndex, /) -> Municipality | None:
        """
        The municipality at a position in the table, the inverse of `index`; `None` past its end.
        """
    @property
    def index(self, /) -> int:
        """
        The position in the table, below `COUNT`: for arrays with a place for each municipality.
        """
    def is_valid_on(self, /, on: date) -> bool:
        """
        Whether the code is valid on a day; never on a day that the table does not cover.
        """
    @property
    def legal_person_goes_on(self, /) -> bool:
        """
        Whether this code ended and the same legal person lives on under the code of the successor.

        So it is for the eleven Walloon codes that were only renumbered in 2019, and for eight municipalities that took
        in a neighbour in 2025. (Antwerpen did so as well, and kept its code.)
        """
    def legal_person_on(self, /, on: date) -> Municipality | None:
        """
        The municipality under whose code the same legal person lives on a day; `None` if the legal person has ended.

        Raises `MunicipalityError` as `current` does.

        >>> import datetime as dt, inburgering as ib
        >>> # Moerbeke merged into Lokeren: whose protocol of 2024 is still its own in 2025?
        >>> day = dt.date(2025, 1, 1)
        >>> ib.municipality("46014").legal_person_on(day)
        Municipality('46029', 'Lokeren')
        >>> ib.municipality("44045").legal_person_on(day) is None
        True
        """
    @property
    def name(self, /) -> str:
        """
        The Dutch name.
        """
    @property
    def name_french(self, /) -> str:
        """
        The French name; the Dutch one again where there is no other.
        """
    @staticmethod
    def named(name: str, /, *, on: date) -> list[Municipality]:
        """
        The municipalities that bear a Dutch or French name on a day, by code.

        The whole name counts, but for case, and a typographic apostrophe is a plain one. There may be several, or none.
        Raises `MunicipalityError` (`outside_table`).

        >>> import datetime as dt, inburgering as ib
        >>> # Which code did Tongeren have in 2024?
        >>> ib.Municipality.named("tongeren", on=dt.date(2024, 3, 1))
        [Municipality('73083', 'Tongeren')]
        >>> # Two municipalities bear this name in French.
        >>> [str(found) for found in ib.Municipality.named("Saint-Nicolas", on=dt.date(2025, 1, 1))]
        ['46021 (Sint-Niklaas)', '62093 (Saint-Nicolas)']
        """
    @property
    def predecessors(self, /) -> tuple[Municipality, ...]:
        """
        The municipalities whose successor this is, by code.
        """
    @property
    def province(self, /) -> Province | None:
        """
        The province; `None` in the Brussels region. Read from the table, never from the digits of the code.
        """
    @property
    def region(self, /) -> Region:
        """
        The region.
        """
    def require_valid_on(self, /, on: date) -> Municipality:
        """
        The municipality itself, if it is valid on a day.

        Raises `MunicipalityError` as `current` does, and `ended` if it ended on or before the day.

        >>> import datetime as dt, inburgering as ib
        >>> try:
        ...     ib.municipality("46014").require_valid_on(dt.date(2025, 1, 1))
        ... except ib.MunicipalityError as error:
        ...     print(error)
        municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)
        """
    @property
    def successor(self, /) -> Municipality | None:
        """
        The municipality that took over when this one ended; `None` if it has not ended.
        """
    @property
    def validity(self, /) -> Period:
        """
        The days on which the code is valid: open at the start if it was valid before 1995, at the end if it still is.
        """

@final
class Notice:
    """
    What an assessment says besides its answer (*opmerking*); it changes nothing in the answer.

    `code` is a word of the closed catalogue `NoticeCode`; `str` is the English sentence, `dutch` the Dutch one. Each
    further attribute is `None` for the notices that have nothing to say there.

    >>> import datetime as dt, inburgering as ib
    >>> received = dt.date(2025, 7, 7)
    >>> request = ib.Request(
    ...     municipality="24062", received_on=received, purposes="ceremony", requester="dienst samenleven",
    ...     door=ib.Door.CUSTOM_PROTOCOL_AND_DATA,
    ... )
    >>> [notice] = ib.assess(request, on=received, protocols=[]).notices  # Why is there no due day?
    >>> print(notice)
    no term is stated for a custom protocol that was not yet signed at receipt: there is no due day
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def absorbed(self, /) -> tuple[Municipality, ...] | None:
        """
        `territory_grown`: the municipalities that were absorbed.
        """
    @property
    def by(self, /) -> tuple[Party, ...] | None:
        """
        `not_published`: who has still to publish the protocol, the agency first.
        """
    @property
    def citation(self, /) -> Citation:
        """
        The source of the rule behind the notice.
        """
    @property
    def code(self, /) -> NoticeCode:
        """
        The stable code.
        """
    @property
    def concluded_by(self, /) -> Municipality | None:
        """
        `inherited_protocol`: the predecessor that concluded the protocol.
        """
    @property
    def dutch(self, /) -> str:
        """
        The sentence for a Dutch reader.
        """
    @staticmethod
    def from_json(text: str, /) -> Notice:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def from_municipality(self, /) -> Municipality | None:
        """
        `carried_over`: the municipality that asked.
        """
    @property
    def municipality(self, /) -> Municipality | None:
        """
        `city_agency`: the municipality with a city agency of its own.
        """
    @property
    def protocol(self, /) -> str | None:
        """
        `territory_grown`, `inherited_protocol`, `not_published`, `door_not_signed`, `door_already_signed`: the name of
        the protocol.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def to_municipality(self, /) -> Municipality | None:
        """
        `carried_over`: the same legal person on the day.
        """
    @property
    def without(self, /) -> tuple[Municipality, ...] | None:
        """
        `inherited_protocol`: the predecessors that have none in force.
        """

@final
class Notified:
    """
    A notice that may be given: what it says, and the `entry` of the log that tells of it.

    >>> import datetime as dt, inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> archive = ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite"))
    >>> archived = example.deliver_to(archive)
    >>> inputs, corrected = {"44021-2026-02-02": example.caseload()}, example.corrected().caseload
    >>> (wrong,) = ib.recall_all(archive.log, inputs, corrected, key=example.key()).to_notify()
    >>> at = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
    >>> archive.notify(wrong, protocols=example.protocols(), key=example.key(), at=at, operator="operator 7").notice
    <inburgering.RecallNotice: 1 to delete, 0 to replace, 0 to add, 0 to correct>
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def entry(self, /) -> Entry | None:
        """
        The entry; `None` where nothing may be said.
        """
    @property
    def inputs(self, /) -> str | None:
        """
        The name under which to archive the corrected inputs (`Wanted.name`); `None` if nothing was said.
        """
    @property
    def notice(self, /) -> RecallNotice:
        """
        What is to be said to the municipality, and what is withheld.
        """

@final
class Period:
    """
    A half-open period of days: `start` belongs to it, `until` does not.

    A bound that is `None` is open: without `start` the period has always run, without `until` it runs on. (`start` is
    what the Rust library calls `from`, which is a word of Python's own.) A day outside 1995-01-01 to 2099-12-31 is good
    too.

    >>> import datetime as dt, inburgering as ib
    >>> # Was article 46/8 the legal basis on the day that the mergers of 2025 took effect?
    >>> dt.date(2025, 1, 1) in ib.LegalBasis.ARTICLE_46_8.period
    True
    >>> year = ib.Period(dt.date(2025, 1, 1), dt.date(2026, 1, 1))
    >>> year
    Period(datetime.date(2025, 1, 1), datetime.date(2026, 1, 1))
    >>> dt.date(2026, 1, 1) in year
    False
    """
    def __contains__(self, day: date, /) -> bool: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, start: date | None = None, until: date | None = None) -> Period: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def contains(self, day: date, /) -> bool:
        """
        Whether the day lies in the period; `day in period` asks the same.
        """
    @staticmethod
    def from_json(text: str, /) -> Period:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def is_empty(self, /) -> bool:
        """
        Whether no day lies in the period: it ends on or before its start.
        """
    def overlap(self, other: Period, /) -> Period | None:
        """
        The days that lie in both periods; `None` where there are none.

        >>> import datetime as dt, inburgering as ib
        >>> lokeren = ib.municipality("46029").validity
        >>> lokeren.overlap(ib.Period(None, dt.date(2025, 1, 1))) is None
        True
        """
    @property
    def start(self, /) -> date | None:
        """
        The first day; `None` where the period has always run.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def until(self, /) -> date | None:
        """
        The first day after the period; `None` where it runs on.
        """

@final
class Person:
    """
    The facts about one person (*inburgeraar*): numbers, dossiers, residences, death.

    `answer` is the rule of who is on whose list, for one person. A `Caseload` gives the same answers about everybody at
    once, from tables.

    `rows_differ_from` is the first day on which rows with one dossier number are known to differ: where the person's own
    dossiers do, that day is found without being given; give it where another person has rows of the same dossier number.
    `readable="row_set_aside"` says that a row about the person could not be read: the answer is then undetermined on
    every day. Replacements must hang together with the number; a `PersonError` says how many do not.

    >>> import datetime as dt, inburgering as ib
    >>> person = ib.Person(
    ...     "85.07.30-901.33",
    ...     dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3), attest_obtained_on=dt.date(2025, 6, 30))],
    ...     spells=[ib.Spell("44021", valid_from=dt.date(2024, 11, 5))],
    ... )
    >>> person
    <inburgering.Person of 1 number, 1 dossier, 1 spell>
    >>> print(person.answer(on=dt.date(2026, 1, 15)).reasons[0])
    every dossier is closed and no civic integration contract was signed
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __getnewargs_ex__(self, /) -> tuple[tuple[object, ...], dict[str, object]]: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, insz: Insz | str, /, *, dossiers: collections.abc.Sequence[Dossier] = ..., spells: collections.abc.Sequence[Spell] = ..., replacements: collections.abc.Sequence[Replacement] = ..., died_on: date | None = None, rows_differ_from: date | None = None, readable: Readable | str = ...) -> Person: ...
    def __repr__(self, /) -> str: ...
    def answer(self, /, *, on: date, closed: ClosedRule | str = ..., brussels: Brussels | str = ...) -> Answer | None:
        """
        The answer about this person on a day: eligible, not eligible or undetermined, with its reasons.

        `None` where there is nobody to answer about: no dossier is known on the day (and no row was set aside), or the day
        lies outside 1995-01-01 to 2099-12-31.

        >>> import datetime as dt, inburgering as ib
        >>> dossier = ib.Dossier("D-1", contract_signed_on=dt.date(2024, 3, 4), contract_municipality="46014",
        ...     closed_on=dt.date(2024, 6, 3))
        >>> person = ib.Person("85.07.30-901.33", dossiers=[dossier], spells=[ib.Spell("31005")])
        >>> person.answer(on=dt.date(2025, 1, 1)).municipality.code  # Lokeren became 46029 on that day
        '46029'
        >>> person.answer(on=dt.date(2025, 1, 1), closed=ib.ClosedRule.RESIDENCE_AT_CLOSING).municipality.code
        '31005'
        """
    @property
    def died_on(self, /) -> date | None:
        """
        The day of death, if one is recorded.
        """
    @property
    def dossiers(self, /) -> tuple[Dossier, ...]:
        """
        The dossiers, as recorded.
        """
    def facts_known_on(self, day: date, /) -> list[Fact]:
        """
        The facts that are known on a day, in the order of their days; each once.
        """
    @property
    def has_unreadable_row(self, /) -> bool:
        """
        Whether a row that names the person was set aside.
        """
    def known_dossiers(self, day: date, /) -> list[KnownDossier]:
        """
        The dossiers known on a day, each with what of it is known.
        """
    @property
    def numbers(self, /) -> tuple[Insz, ...]:
        """
        The register numbers of the person, ascending: one, or all that replaced one another.
        """
    @property
    def readable(self, /) -> Readable:
        """
        Whether every row that names the person could be read.
        """
    @property
    def replacements(self, /) -> tuple[Replacement, ...]:
        """
        The replacements between the numbers.
        """
    @property
    def rows_differ_from(self, /) -> date | None:
        """
        The first day from which rows with one dossier number, in this person or in several, are known to differ.
        """
    @property
    def spells(self, /) -> tuple[Spell, ...]:
        """
        The residences, as recorded.
        """
    def tied_to(self, insz: Insz | str, /, *, on: date) -> tuple[Insz, ...]:
        """
        The numbers that replacements by the day tie to this one, itself first; itself alone if the person's numbers have
        one that became two, or a circle, by which another could be somebody else's.

        >>> import datetime as dt, inburgering as ib
        >>> step = ib.Replacement(old="70.41.01-901.50", new="99.01.01-902.87", replaced_on=dt.date(2025, 11, 3))
        >>> person = ib.Person("99.01.01-902.87", dossiers=[], spells=[], replacements=[step])
        >>> [len(person.tied_to("99.01.01-902.87", on=dt.date(2025, 11, day))) for day in (2, 3)]
        [1, 2]
        """
    def timeline(self, /, *, closed: ClosedRule | str = ..., brussels: Brussels | str = ...) -> Timeline:
        """
        The answers about this person on every day from 1995-01-01 to 2099-12-31; without a period where there is none.
        """

@final
class Placed:
    """
    Every person of a `Caseload` on one day: on the list of one municipality, on none, or undetermined.

    For the agency's own use: what may leave it comes of a delivery. `Caseload.place` makes it; `repr` shows counts only.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({
    ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
    ... })
    >>> placed = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15))
    >>> placed
    <inburgering.Placed on 2026-01-15: 1 eligible, 0 not eligible, 0 undetermined>
    >>> {municipality.name: persons for municipality, persons in placed.lists().items()}
    {'Gent': 1}
    >>> placed.answer("85.07.30-901.33").municipality.code
    '44021'
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def answer(self, insz: Insz | str, /) -> Answer:
        """
        The answer about one person, by any of the person's numbers, with the fields of its reasons.

        A person who is not there, or of whom no dossier is known on the day, is an `UnknownPersonError`.
        """
    def answers(self, /, municipality: Municipality | str | None = None) -> Table:
        """
        Everybody's answer as a table, ascending by the lowest number of each person; or, of one municipality, those of the
        persons on its list, ascending by number.

        Columns: `insz` (the number on the day), `answer`, `municipality` (the code; null where on no list), `basis`,
        `contract_signed`, `attest_obtained` and `reasons` (the list of codes). A text that is no municipality's code is a
        `MunicipalityError`.

        >>> import datetime as dt, inburgering as ib, polars as pl
        >>> dossiers = pl.DataFrame({
        ...     "dossier": ["D-1", "D-2"], "insz": ["85.07.30-901.33", "90.01.15-902.60"],
        ...     "registered_on": [dt.date(2025, 2, 3), dt.date(2025, 2, 4)], "contract_signed_on": [None, None],
        ...     "contract_municipality": [None, None], "attest_obtained_on": [None, None], "closed_on": [None, None],
        ... })
        >>> residences = pl.DataFrame({
        ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
        ... })
        >>> placed = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15))
        >>> placed.answers().to_polars()["answer"].to_list()
        ['eligible', 'not_eligible']
        >>> len(placed.answers("44021"))
        1
        """
    @property
    def caseload(self, /) -> Caseload:
        """
        The caseload.
        """
    def closed_residing_elsewhere(self, municipality: Municipality | str, /) -> int:
        """
        How many persons on the list of the municipality are there by closed dossiers while their residence on the day lies
        in another one. Residences that contradict each other, or none, are not elsewhere.
        """
    def counts(self, /) -> Counts:
        """
        How many persons have which answer, and for which reasons.
        """
    def eligible_in(self, municipality: Municipality | str, /) -> Table:
        """
        The persons on the list of the municipality, with the columns of `answers`; none where the municipality is not valid
        on the day.
        """
    def explain(self, insz: Insz | str, /, *, language: Language | str = ...) -> Explanation:
        """
        Why one person has this answer, by any of the person's numbers: `str` of it is a letter, in Dutch (`nl`) or English
        (`en`), that shows the number.

        A person who is not there, or of whom no dossier is known on the day, is an `UnknownPersonError`.
        """
    def listed(self, /, municipality: Municipality | str | None = None) -> Table:
        """
        The persons on the list of the municipality, ascending by number, as `insz`, `contract_signed` and `attest_obtained`;
        without a municipality everybody on a list, with `municipality` (the code) first, by municipality and number.

        For the agency's own use: what may leave it comes of a delivery.

        >>> import datetime as dt, inburgering as ib, polars as pl
        >>> dossiers = pl.DataFrame({
        ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
        ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
        ... })
        >>> residences = pl.DataFrame({
        ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
        ... })
        >>> placed = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15))
        >>> placed.listed("44021").to_polars().rows()
        [('85.07.30-901.33', False, False)]
        """
    def lists(self, /) -> dict[Municipality, int]:
        """
        Every municipality with somebody on its list, ascending by code, and how many persons that are.
        """
    @property
    def on(self, /) -> date:
        """
        The day.
        """
    @property
    def rules(self, /) -> ListRules:
        """
        The options.
        """

@final
class Problem:
    """
    A cell that cannot be read: the table, the row, the column, and what is wrong with it.

    It never holds the text of the cell, since a register number may stand in any column by mistake. `str` says what is
    allowed. Rows are numbered from the `first_row` that was given to `Caseload`.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.34"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({"insz": [], "municipality": [], "valid_from": [], "valid_until": []})
    >>> caseload = ib.Caseload(dossiers, residences, problems="set_aside")
    >>> problem = caseload.problems[0]
    >>> str(problem.table), problem.row, problem.column, problem.fault.code
    ('dossiers', 0, 'insz', 'number')
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def column(self, /) -> str:
        """
        The heading of the column.
        """
    @property
    def fault(self, /) -> CellFault:
        """
        What is wrong.
        """
    @property
    def row(self, /) -> int:
        """
        The number of the row, counted from `first_row`.
        """
    @property
    def table(self, /) -> InputTable:
        """
        The table.
        """

@final
class Protocol:
    """
    A protocol (*protocol voor de elektronische mededeling van persoonsgegevens*): its terms, and the day of each step.

    No step without the steps before it, none dated before the step it follows, none twice (`ProtocolError`): requested,
    advised by both data protection officers, signed by both, validated, and at last terminated, if it does not run out;
    published by both once both have signed. Steps that were taken are given as dates here, or are added by the methods,
    which return a new protocol. What is known of it depends on the day that is asked. It follows the decree of
    18 July 2008, art. 8 §1.

    `id` is the name in your register, on one line and without a register number (`OpaqueTextError`). The municipality must
    exist on the day of the request (`MunicipalityError`). `duration_months` is how long it is in force, in months from the
    day of validation; `None` is until it is terminated (*onbepaalde duur*). `retention_months` is how long the
    municipality may keep a list, in months from the day of delivery. Both are 1 to 1200 (`MonthsError`).

    >>> import datetime as dt, inburgering as ib
    >>> protocol = ib.Protocol(
    ...     id="LEU-2024", municipality="24062", kind=ib.ProtocolKind.STANDARD, purposes=[ib.Purpose.CEREMONY],
    ...     duration_months=None, retention_months=12, requested_on=dt.date(2024, 3, 1),
    ...     advised_by_agency_on=dt.date(2024, 3, 4), advised_by_municipality_on=dt.date(2024, 3, 6),
    ...     signed_by_municipality_on=dt.date(2024, 3, 11), signed_by_agency_on=dt.date(2024, 3, 12),
    ... )
    >>> protocol = protocol.validate(on=dt.date(2024, 3, 20))
    >>> protocol
    <inburgering.Protocol LEU-2024 of 24062 (Leuven)>
    >>> protocol.stage_on(dt.date(2024, 3, 19))  # May Leuven get data on the 19th?
    <ProtocolStage.SIGNED: 'signed'>
    >>> [str(party) for party in protocol.open_obligations(on=dt.date(2024, 3, 20))]  # Who has still to publish it?
    ['agency', 'municipality']
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, id: str, municipality: Municipality | str, kind: ProtocolKind | str, purposes: Purpose | str | Iterable[Purpose | str], duration_months: SupportsIndex | None, retention_months: SupportsIndex, requested_on: date, advised_by_agency_on: date | None = None, advised_by_municipality_on: date | None = None, signed_by_agency_on: date | None = None, signed_by_municipality_on: date | None = None, validated_on: date | None = None, published_by_agency_on: date | None = None, published_by_municipality_on: date | None = None, terminated_on: date | None = None) -> Protocol: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def advise(self, party: Party | str, /, *, on: date) -> Protocol:
        """
        The protocol with the advice of a party's data protection officer (*advies van de DPO*); raises as `take`.
        """
    @property
    def advised_by_agency_on(self, /) -> date | None:
        """
        The day of the advice of the agency's data protection officer.
        """
    @property
    def advised_by_municipality_on(self, /) -> date | None:
        """
        The day of the advice of the municipality's data protection officer.
        """
    @property
    def duration_months(self, /) -> int | None:
        """
        How long it is in force (*looptijd*), in months from the day of validation; `None` is until it is terminated.
        """
    @property
    def ended_on(self, /) -> date | None:
        """
        The first day on which it is no longer in force, if its end is recorded or follows from its duration.
        """
    @staticmethod
    def from_json(text: str, /) -> Protocol:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def id(self, /) -> str:
        """
        The name in your register.
        """
    def in_force_on(self, /, on: date) -> bool:
        """
        Whether it is validated and has not ended, as known on a day.
        """
    @property
    def kind(self, /) -> ProtocolKind:
        """
        The standard protocol or a custom one.
        """
    def last_day_kept(self, /, *, delivered_on: date) -> date:
        """
        The last day on which the municipality may keep a list that was delivered on a day.

        For deliveries from 2019-07-29 to 2024-06-15 the law had a cap of five years (decree of 7 June 2013, art. 20).

        >>> import datetime as dt, inburgering as ib
        >>> protocol = ib.Protocol(
        ...     id="LEU-2024", municipality="24062", kind="standard", purposes="ceremony", duration_months=None,
        ...     retention_months=12, requested_on=dt.date(2024, 3, 1),
        ... )
        >>> protocol.last_day_kept(delivered_on=dt.date(2025, 3, 1))
        datetime.date(2026, 2, 28)
        """
    @property
    def legal_basis(self, /) -> LegalBasis | None:
        """
        The legal basis on which it was concluded; `None` before both have signed, or before there was one. A list is
        delivered on the legal basis of the day of delivery.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality that concluded the protocol, under the code it had on the day of the request.
        """
    def open_obligations(self, /, *, on: date) -> list[Party]:
        """
        The parties that have still to publish the protocol on their website, the agency first, if it is in force on the
        day. A protocol that is not published is in force all the same.
        """
    def publish(self, party: Party | str, /, *, on: date) -> Protocol:
        """
        The protocol with its publication on a party's website (*bekendmaking*); both signatures come first. Raises as
        `take`.
        """
    @property
    def published_by_agency_on(self, /) -> date | None:
        """
        The day of the publication on the agency's website.
        """
    @property
    def published_by_municipality_on(self, /) -> date | None:
        """
        The day of the publication on the municipality's website.
        """
    @property
    def purposes(self, /) -> tuple[Purpose, ...]:
        """
        The purposes for which data may be asked, in the order of the catalogue.
        """
    @property
    def requested_on(self, /) -> date:
        """
        The day of the request.
        """
    @property
    def retention_months(self, /) -> int:
        """
        How long the municipality may keep a list (*bewaartermijn*), in months from the day of delivery.
        """
    def sign(self, party: Party | str, /, *, on: date) -> Protocol:
        """
        The protocol with a party's signature (*ondertekening*); both advices come first. Raises as `take`.
        """
    @property
    def signed_by_agency_on(self, /) -> date | None:
        """
        The day of the agency's signature.
        """
    @property
    def signed_by_municipality_on(self, /) -> date | None:
        """
        The day of the municipality's signature.
        """
    @property
    def signed_on(self, /) -> date | None:
        """
        The day of the later signature, once both have signed: the protocol is concluded.
        """
    def stage_on(self, /, on: date) -> ProtocolStage | None:
        """
        The stage as known on a day; `None` before the day of the request.
        """
    def take(self, step: ProtocolStep | str, /, *, on: date) -> Protocol:
        """
        The protocol with one step more; this one stays as it is.

        Raises `ProtocolError` if the day lies outside the years of the library, the step was taken before, a step that
        comes first is missing, the day lies before that step, or the term ran out before a termination; and
        `MunicipalityError` for an advice, a signature or the validation if the municipality's legal person has ended by
        the day.

        >>> import datetime as dt, inburgering as ib
        >>> protocol = ib.Protocol(
        ...     id="LEU-2024", municipality="24062", kind="standard", purposes="ceremony", duration_months=None,
        ...     retention_months=12, requested_on=dt.date(2024, 3, 1),
        ... )
        >>> try:  # May the agency sign before the advices?
        ...     protocol.take(ib.ProtocolStep.SIGNATURE_OF_AGENCY, on=dt.date(2024, 3, 4))
        ... except ib.ProtocolError as error:
        ...     print(error.missing.english)
        the advice of the agency
        """
    def taken_on(self, step: ProtocolStep | str, /) -> date | None:
        """
        The day on which a step was taken, whatever the day of the question; `None` if it was not.
        """
    def terminate(self, /, *, on: date) -> Protocol:
        """
        The protocol with its termination (*beëindiging*), from which day it is no longer in force; validation comes first.
        Raises as `take`.
        """
    @property
    def terminated_on(self, /) -> date | None:
        """
        The day of its termination, if it was terminated.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    def validate(self, /, *, on: date) -> Protocol:
        """
        The protocol with its validation (*validatie*), from which day it is in force; both signatures come first. Raises as
        `take`.
        """
    @property
    def validated_on(self, /) -> date | None:
        """
        The first day in force, once it is validated.
        """

@final
class Quartiles:
    """
    The first quartile, the median and the third quartile of the values of at least twenty persons.

    In the unit of the values; never descending, else a `QuartilesError`. A quartile is a value that occurs (the nearest
    rank), as `numpy.quantile(values, k / 4, method="inverted_cdf")` has it. They tell that there are at least twenty
    persons: publish them beside a published count only. A choice of this library.

    >>> import inburgering as ib
    >>> # In how many days did half of the participants get their attest?
    >>> ib.Quartiles.of(range(301, 321))
    Quartiles(first=305, median=310, third=315)
    >>> # Nineteen persons are too few.
    >>> ib.Quartiles.of(range(301, 320)) is None
    True
    """
    LEAST_PERSONS: Final[int]
    """
    The smallest number of persons of whom quartiles are given.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, first: SupportsIndex, median: SupportsIndex, third: SupportsIndex) -> Quartiles: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def first(self, /) -> int:
        """
        A quarter of the values are at most this.
        """
    @staticmethod
    def from_json(text: str, /) -> Quartiles:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def median(self, /) -> int:
        """
        Half of the values are at most this.
        """
    @staticmethod
    def of(values: collections.abc.Iterable[int], /) -> Quartiles | None:
        """
        The quartiles of the values, one for each person, in any order; `None` under `LEAST_PERSONS`.
        """
    @property
    def third(self, /) -> int:
        """
        Three quarters of the values are at most this.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Reason:
    """
    Why a person is on a municipality's list, on none, or cannot be placed: a closed catalogue, `ReasonCode`.

    `str` is the English sentence, `dutch` the Dutch one, `citation` the source of the rule. The other attributes are what
    the sentence is made of; each is `None` where that reason has it not.

    >>> import datetime as dt, inburgering as ib
    >>> person = ib.Person(
    ...     "85.07.30-901.33", dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))], spells=[ib.Spell("44021")],
    ... )
    >>> reason, = person.answer(on=dt.date(2026, 1, 15)).reasons
    >>> print(reason)
    still in a trajectory and living in 44021 (Gent): an active dossier follows current residence
    >>> reason.code, reason.municipality.code, reason.signed_on
    (<ReasonCode.FOLLOWS_CURRENT_RESIDENCE: 'follows_current_residence'>, '44021', None)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def citation(self, /) -> Citation:
        """
        The source of the rule behind the reason.
        """
    @property
    def closed_on(self, /) -> date | None:
        """
        The latest closing day.
        """
    @property
    def code(self, /) -> ReasonCode:
        """
        The stable code, without the fields.
        """
    @property
    def contract(self, /) -> Municipality | None:
        """
        `lives_elsewhere`: the municipality of the contract.
        """
    @property
    def died_on(self, /) -> date | None:
        """
        `died`: the day of death.
        """
    @property
    def dutch(self, /) -> str:
        """
        The sentence for a Dutch reader.
        """
    @staticmethod
    def from_json(text: str, /) -> Reason:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def municipality(self, /) -> Municipality | None:
        """
        The municipality that was found, carried through mergers to the day of the answer; of `municipality_not_yet` the one
        whose code begins only later.
        """
    @property
    def nis_code(self, /) -> str | None:
        """
        `municipality_unknown`: the code that is no municipality's.
        """
    @property
    def one(self, /) -> Municipality | None:
        """
        `residence_conflict`, `contract_conflict`: one of the municipalities, the lower code.
        """
    @property
    def other(self, /) -> Municipality | None:
        """
        `residence_conflict`, `contract_conflict`: the other municipality.
        """
    @property
    def residence(self, /) -> Municipality | None:
        """
        `lives_elsewhere`: where the person lives on the day.
        """
    @property
    def signed_on(self, /) -> date | None:
        """
        The day of the latest contract.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Recall:
    """
    What was wrong with a delivery (*rechtzetting*): persons wrongly disclosed, missed, or with wrong flags.

    Two papers come of it: `agency_paper()` with the facts that changed, and a `notice(…)` for the municipality, without
    any cause. `repr` shows no register number.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> found = ib.recall(example.delivery(), corrected=example.corrected())
    >>> found
    <inburgering.Recall of 1 correction of the list of 44021 (Gent) of 2026-02-10>
    >>> found.corrections[0].kind.code
    'wrongly_disclosed'
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def agency_paper(self, /) -> AgencyPaper:
        """
        The agency's own paper: what was wrong for whom, by which facts.
        """
    @property
    def corrections(self, /) -> tuple[Correction, ...]:
        """
        What was wrong, ascending by number.
        """
    @property
    def is_empty(self, /) -> bool:
        """
        Whether nothing was wrong.
        """
    @property
    def kept_until(self, /) -> date:
        """
        The last day on which the municipality may keep the list.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality that got the list.
        """
    def notice(self, /, *, on: date, protocols: Iterable[Protocol]) -> RecallNotice:
        """
        The notice for the municipality, as far as it may be given on the day `on`, by the same corrected inputs.

        Numbers to delete are told on any day, rows only while the list may be kept; and nobody is told of for the first
        time who is not there that day, or without one of the `protocols` in force for the purposes. What is not told is in
        `withheld`.

        Raises `RecallError` where there is no notice for the day, and `MunicipalityError`.
        """
    @property
    def on(self, /) -> date:
        """
        The day of the delivery.
        """
    @property
    def purposes(self, /) -> tuple[Purpose, ...]:
        """
        What the request asked the list for.
        """
    @property
    def request(self, /) -> str:
        """
        The name of the request whose delivery is recalled.
        """

@final
class RecallNotice:
    """
    The notice of a recall for the municipality: what to do with the list, and no cause. `str` is the Dutch text, which
    shows the numbers; `repr` does not.

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> found = ib.recall(example.delivery(), corrected=example.corrected())
    >>> notice = found.notice(on=dt.date(2026, 3, 2), protocols=example.protocols())
    >>> len(notice.delete), len(notice.add), len(notice.correct)
    (1, 0, 0)
    >>> print(str(notice).splitlines()[0])
    Rechtzetting van de lijst van inburgeraars
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def add(self, /) -> tuple[DisclosureRow, ...]:
        """
        Rows to add.
        """
    @property
    def correct(self, /) -> tuple[DisclosureRow, ...]:
        """
        Rows whose flags are put right.
        """
    @property
    def delete(self, /) -> tuple[Insz, ...]:
        """
        Numbers to delete.
        """
    @property
    def delivered_to(self, /) -> Municipality:
        """
        The municipality that got the list.
        """
    @property
    def given_on(self, /) -> date:
        """
        The day of the notice.
        """
    @property
    def is_empty(self, /) -> bool:
        """
        Whether it says nothing: nothing was wrong, or nothing of it may be said.
        """
    @property
    def kept_until(self, /) -> date:
        """
        The last day on which the list may be kept.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality that is told: the one that got the list, or the one that it has become by the day of the notice.
        """
    @property
    def on(self, /) -> date:
        """
        The day of the delivery.
        """
    @property
    def protocol(self, /) -> str | None:
        """
        The name of the protocol on which persons are disclosed for the first time, if any are.
        """
    @property
    def renumber(self, /) -> tuple[tuple[Insz, DisclosureRow], ...]:
        """
        Numbers to replace: the person is rightly on the list, under another number. Pairs of the number that the
        municipality holds and the right row.
        """
    @property
    def request(self, /) -> str:
        """
        The name of the request whose list is put right.
        """
    def to_table(self, /) -> Table:
        """
        The notice as a table: a row for each row of the list that is to be deleted, added or corrected, and no cause.
        """
    @property
    def withheld(self, /) -> tuple[Withheld, ...]:
        """
        What it does not say, and why: for the agency, in no text or table of the notice.
        """

@final
class Recalled:
    """
    What a recall of one delivery found: the `recall`; or why that cannot be told, `untold`.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> nothing_kept = ib.recall_all(log, {}, example.corrected().caseload, key=example.key())
    >>> nothing_kept.recalled[0].untold
    'no_original'
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def delivery(self, /) -> LoggedDelivery:
        """
        The delivery.
        """
    @property
    def given(self, /) -> tuple[RecallNotice, ...]:
        """
        The notices that were given on it, in their order, up to the first that cannot be told: to give one again that was
        logged and did not arrive.
        """
    @property
    def recall(self, /) -> Recall | None:
        """
        What is wrong with it, as the municipality holds it after the notices on it, if that can be told.
        """
    @property
    def untold(self, /) -> str | None:
        """
        Why it cannot be told, if so: `no_original` (the inputs were not given), `other_original` (a digest
        differs), `no_inputs_of_notice` and `other_notice` (the same of a notice on it) or `day` (it lies outside the
        horizon).
        """
    @property
    def untold_why(self, /) -> str | None:
        """
        The same in a sentence.
        """

@final
class Recalls:
    """
    What a recall of all deliveries found, in their order. `str` is the agency's paper in Dutch, which shows the
    numbers; `repr` shows none.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> corrected = example.corrected().caseload
    >>> found = ib.recall_all(log, {"44021-2026-02-02": example.caseload()}, corrected, key=example.key())
    >>> found
    <inburgering.Recalls of 1 delivery: 1 wrong, 0 untold>
    >>> found.corrections().to_polars()["kind"].to_list()
    ['wrongly_disclosed']
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    def corrections(self, /) -> Table:
        """
        The agency's paper as a table: a row for each correction, with the facts that changed (in Dutch).
        """
    @property
    def recalled(self, /) -> tuple[Recalled, ...]:
        """
        What was found of each delivery.
        """
    def to_notify(self, /) -> list[Recalled]:
        """
        Those with which something is wrong, and that are known to be done: give each to `Archive.notify`. Where all of it
        is withheld on the day, the notice says nothing.
        """

@final
class Receipt:
    """
    What the agency keeps of a delivery, for its log: who, which data, when, why (e-government decree of 18 July 2008,
    art. 8 §1, 13°). It holds no register number.

    `to_json()` is its text for the log, and `from_json` reads it back, for a later `recall`.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> receipt = example.delivery().receipt
    >>> receipt.operator, receipt.delivered_at.isoformat(), receipt.counts.listed
    ('operator 7', '2026-02-10T09:30:00+01:00', 3)
    >>> ib.Receipt.from_json(receipt.to_json()) == receipt
    True
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def counts(self, /) -> ReceiptCounts:
        """
        How many persons.
        """
    @property
    def delivered_at(self, /) -> datetime:
        """
        The instant of delivery, with the offset that its clock had.
        """
    @property
    def digests(self, /) -> Digests:
        """
        Which data: the keyed digests of the inputs and of the list.
        """
    @staticmethod
    def from_json(text: str, /) -> Receipt:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def kept_until(self, /) -> date:
        """
        The last day on which the municipality may keep the list.
        """
    @property
    def legal_basis(self, /) -> LegalBasis:
        """
        Why: the legal basis on the day.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality that got the list.
        """
    @property
    def on(self, /) -> date:
        """
        The day of delivery on which the persons were placed.
        """
    @property
    def operator(self, /) -> str:
        """
        Who delivered it.
        """
    @property
    def options(self, /) -> ReceiptOptions:
        """
        Every option that was in force.
        """
    @property
    def protocol(self, /) -> str:
        """
        The name of the protocol.
        """
    @property
    def purposes(self, /) -> tuple[Purpose, ...]:
        """
        Why: the purposes of the request.
        """
    @property
    def received_on(self, /) -> date:
        """
        The day on which the request was received.
        """
    @property
    def request(self, /) -> str:
        """
        The name of the request.
        """
    @property
    def requester(self, /) -> str:
        """
        Who asked for the list.
        """
    @staticmethod
    def schema() -> str:
        """
        The JSON Schema (draft 2020-12) of `to_json()`, as text, for who reads the log with other tools.

        A register number is refused where it cannot stand by form and, in its dotted form, in every text of a caller's;
        `from_json` refuses it in every spelling.

        >>> import inburgering as ib, json
        >>> json.loads(ib.Receipt.schema())["title"]
        'Receipt of a delivery'
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def versions(self, /) -> Versions:
        """
        The versions of what the answers rest on.
        """

@final
class ReceiptCounts:
    """
    The counts of a receipt, for the agency's own use.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> counts = example.delivery().receipt.counts
    >>> counts.listed, counts.closed, counts.caseload.persons
    (3, 2, 3)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def caseload(self, /) -> Counts:
        """
        Of the whole caseload on the day: each answer and each reason.
        """
    @property
    def closed(self, /) -> int:
        """
        Of these: placed by closed dossiers.
        """
    @property
    def closed_residing_elsewhere(self, /) -> int:
        """
        Of these: closed, while their residence on the day is in another municipality.
        """
    @staticmethod
    def from_json(text: str, /) -> ReceiptCounts:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def listed(self, /) -> int:
        """
        The persons on the list.
        """
    @property
    def rows_without_number(self, /) -> int:
        """
        Rows that were set aside of which a register number could not be read.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class ReceiptOptions:
    """
    The options under which a list was made. A later `recall` places the persons under the same ones.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> options = example.delivery().receipt.options
    >>> options.closed is ib.ClosedRule.CONTRACT_MUNICIPALITY, options.brussels is ib.Brussels.REFUSED
    (True, True)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def brussels(self, /) -> Brussels:
        """
        Whether Brussels was allowed.
        """
    @property
    def calendar(self, /) -> Calendar:
        """
        The calendar of the term, with the user's own closing days.
        """
    @property
    def closed(self, /) -> ClosedRule:
        """
        How persons were placed whose every dossier was closed.
        """
    @staticmethod
    def from_json(text: str, /) -> ReceiptOptions:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def inherited(self, /) -> InheritedProtocol:
        """
        Whether a predecessor's protocol was good enough.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def unreadable_rows(self, /) -> UnreadableRows:
        """
        What was done with rows that cannot be read.
        """
    @property
    def year(self, /) -> YearRule:
        """
        What "once a year" meant.
        """

@final
class Refusal:
    """
    Why a request is refused (*reden van weigering*).

    `code` is a word of the closed catalogue `RefusalCode`; `str` is the English sentence, `dutch` the Dutch one. Each
    further attribute is `None` for the refusals that have nothing to say there.

    >>> import datetime as dt, inburgering as ib
    >>> received = dt.date(2025, 7, 7)
    >>> request = ib.Request(municipality="24062", received_on=received, purposes="ceremony", requester="samenleven")
    >>> [refusal] = ib.assess(request, on=received, protocols=[]).reasons  # What should Leuven do?
    >>> print(refusal)
    24062 (Leuven) has no protocol: ask for a protocol and data together
    >>> refusal.code
    <RefusalCode.NO_PROTOCOL: 'no_protocol'>
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def allowed(self, /) -> tuple[Purpose, ...] | None:
        """
        `purpose_outside_protocol`: the purposes that it names.
        """
    @property
    def citation(self, /) -> Citation:
        """
        The source of the rule behind the refusal.
        """
    @property
    def code(self, /) -> RefusalCode:
        """
        The stable code.
        """
    @property
    def dutch(self, /) -> str:
        """
        The sentence for a Dutch reader.
        """
    @property
    def earlier(self, /) -> tuple[EarlierRequest, ...] | None:
        """
        `already_requested`: the other requests of that year.
        """
    @property
    def ended_on(self, /) -> date | None:
        """
        `protocol_ended`: the first day on which the protocol was no longer in force.
        """
    @property
    def free_from(self, /) -> date | None:
        """
        `already_requested`: the first day of receipt on which a new request can be granted.
        """
    @staticmethod
    def from_json(text: str, /) -> Refusal:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def municipality(self, /) -> Municipality | None:
        """
        `not_flemish`, `brussels_not_stated`, `municipality_ended`, `no_protocol`, `protocol_inherited`: the municipality.
        """
    @property
    def on(self, /) -> date | None:
        """
        `no_legal_basis`: the day.
        """
    @property
    def outside(self, /) -> tuple[Purpose, ...] | None:
        """
        `purpose_outside_protocol`: the purposes that the protocol does not name.
        """
    @property
    def protocol(self, /) -> str | None:
        """
        `protocol_not_in_force`, `protocol_ended`, `purpose_outside_protocol`: the name of the protocol.
        """
    @property
    def protocols(self, /) -> tuple[str, ...] | None:
        """
        `protocol_inherited`: the names of the predecessors' protocols.
        """
    @property
    def stage(self, /) -> ProtocolStage | None:
        """
        `protocol_not_in_force`: how far the protocol is: requested, advised or signed.
        """
    @property
    def successor(self, /) -> Municipality | None:
        """
        `municipality_ended`: the municipality that took its place.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def without(self, /) -> tuple[Municipality, ...] | None:
        """
        `protocol_inherited`: the predecessors that have none in force.
        """

@final
class Register:
    """
    The register of protocols (*overzicht van de protocollen*), by their names: which municipality has what, on a day.

    Made of any iterable of protocols; no two may have one name (`RegisterError`). It cannot be changed: `add` and `take`
    return a new register. `len` counts the protocols, and iteration gives them by name.

    >>> import datetime as dt, inburgering as ib
    >>> register = ib.Register([
    ...     ib.Protocol(
    ...         id="LEU-2024", municipality="24062", kind="standard", purposes="ceremony", duration_months=None,
    ...         retention_months=12, requested_on=dt.date(2024, 3, 1),
    ...     )
    ... ])
    >>> register.standing("24062", on=dt.date(2024, 3, 2))  # What does Leuven have the day after?
    <inburgering.Standing pending: LEU-2024>
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[Protocol]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, protocols: Iterable[Protocol] = ...) -> Register: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def add(self, protocol: Protocol, /) -> Register:
        """
        The register with this protocol, too; raises `RegisterError` if one of its name is there.
        """
    @staticmethod
    def from_json(text: str, /) -> Register:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    def get(self, id: str, /) -> Protocol | None:
        """
        The protocol of that name, or `None`.
        """
    def overview(self, /, *, on: date) -> dict[Municipality, Standing]:
        """
        What every municipality has on a day (*overzicht*), by code; those that have nothing are left out.

        Raises `MunicipalityError` if the day lies outside the table of municipalities.

        >>> import datetime as dt, inburgering as ib
        >>> ib.Register().overview(on=dt.date(2025, 3, 3))
        {}
        """
    @property
    def protocols(self, /) -> tuple[Protocol, ...]:
        """
        All protocols, by name.
        """
    def standing(self, municipality: Municipality | str, /, *, on: date) -> Standing:
        """
        What one municipality has on a day (*stand*), as known on that day.

        Raises `MunicipalityError` if the municipality does not exist on the day.
        """
    def take(self, id: str, step: ProtocolStep | str, /, *, on: date) -> Register:
        """
        The register with a step of the protocol of that name; raises `RegisterError` if there is none, and as
        `Protocol.take`.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Replacement:
    """
    One register number was replaced by another on a day: a BIS number by a national register number, or a correction.

    That both numbers belong to one person holds on every day; which of them is the person's number depends on the day.
    `repr` shows no digit.

    >>> import datetime as dt, inburgering as ib
    >>> replacement = ib.Replacement(old="85.47.30-906.17", new="85.07.30-901.33", replaced_on=dt.date(2025, 3, 1))
    >>> replacement
    Replacement(old=Insz(***), new=Insz(***), replaced_on=2025-03-01)
    >>> person = ib.Person(
    ...     "85.47.30-906.17", dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))],
    ...     spells=[ib.Spell("44021")], replacements=[replacement],
    ... )
    >>> str(person.answer(on=dt.date(2025, 2, 28)).outcome)  # a BIS number: not in the National Register
    'not_eligible'
    >>> str(person.answer(on=dt.date(2025, 3, 1)).outcome)
    'eligible'
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, old: Insz | str, new: Insz | str, replaced_on: date) -> Replacement: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_json(text: str, /) -> Replacement:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def new(self, /) -> Insz:
        """
        The number that took its place.
        """
    @property
    def old(self, /) -> Insz:
        """
        The number that was replaced.
        """
    @property
    def replaced_on(self, /) -> date:
        """
        The first day on which the new number holds.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Request:
    """
    A request for a list (*aanvraag*): who asks for what, when it was received, by which door.

    `municipality` is a `Municipality` or its NIS code, and must exist on the day of receipt (`MunicipalityError`, which
    names the code to use instead). `purposes` is one purpose or several (`PurposeError` for none). `requester` is a text of
    your own that names who asked, on one line and without a register number (`OpaqueTextError`). `door` is the button on
    the agency's page by which it came in. `id` is the name in your books; without one, it is the code and the day.

    >>> import datetime as dt, inburgering as ib
    >>> request = ib.Request(
    ...     municipality="46029", received_on=dt.date(2025, 3, 3), purposes=["ceremony", "buddy_work"],
    ...     requester="burgerzaken", door=ib.Door.DATA,
    ... )
    >>> request
    <inburgering.Request 46029-2025-03-03 of 46029 (Lokeren)>
    >>> try:  # Lokeren asks under the code it had until 2024: which code does it have?
    ...     ib.Request(
    ...         municipality="46014", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="burgerzaken"
    ...     )
    ... except ib.MunicipalityError as error:
    ...     print(error)
    municipality 46014 (Lokeren) ended on 2025-01-01; use 46029 (Lokeren)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, municipality: Municipality | str, received_on: date, purposes: Purpose | str | Iterable[Purpose | str], requester: str, door: Door | str = ..., id: str | None = None) -> Request: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def door(self, /) -> Door:
        """
        The door by which it came in.
        """
    @staticmethod
    def from_json(text: str, /) -> Request:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def id(self, /) -> str:
        """
        The name in your books.
        """
    @property
    def municipality(self, /) -> Municipality:
        """
        The municipality, under the code it had on the day of receipt.
        """
    @property
    def purposes(self, /) -> tuple[Purpose, ...]:
        """
        The purposes, in the order of the catalogue.
        """
    @property
    def received_on(self, /) -> date:
        """
        The day of receipt.
        """
    @property
    def requester(self, /) -> str:
        """
        Who asked: a text of your own.
        """
    def through(self, door: Door | str, /) -> Request:
        """
        The same request, by this door.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    def with_id(self, id: str, /) -> Request:
        """
        The same request, under this name.
        """

@final
class RequestRecord:
    """
    A request of the history, and what became of it (*afhandeling*).

    `steps` are the states it came into after receipt, in order: received, then granted, waiting or refused, then delivered
    or withdrawn. Each may follow the one before, and none is dated before it or before the day of receipt
    (`HistoryError`). It cannot be changed: `take` returns a new record.

    >>> import datetime as dt, inburgering as ib
    >>> request = ib.Request(
    ...     municipality="44021", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="integratiedienst"
    ... )
    >>> record = ib.RequestRecord(request).take("granted", on=dt.date(2025, 3, 4))
    >>> record.state_on(dt.date(2025, 3, 3))
    <RequestState.RECEIVED: 'received'>
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, request: Request, steps: Iterable[RequestStep] = ...) -> RequestRecord: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_json(text: str, /) -> RequestRecord:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def last_step(self, /) -> RequestStep:
        """
        The last state, whatever the day, and the day on which it began.
        """
    @property
    def request(self, /) -> Request:
        """
        The request.
        """
    def state_on(self, /, on: date) -> RequestState | None:
        """
        The state as known on a day; `None` before the day of receipt.
        """
    @property
    def steps(self, /) -> tuple[RequestStep, ...]:
        """
        The states it came into after receipt, in order.
        """
    def take(self, next: RequestState | str, /, *, on: date) -> RequestRecord:
        """
        The record with one state more; raises `HistoryError` if that state may not follow the last one, or the day lies
        before that of the last one.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class RequestStep:
    """
    A state that a request came into, and the day; ordered by the day.

    >>> import datetime as dt, inburgering as ib
    >>> ib.RequestStep(on=dt.date(2025, 3, 4), state="granted")
    <inburgering.RequestStep granted on 2025-03-04>
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, on: date, state: RequestState | str) -> RequestStep: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_json(text: str, /) -> RequestStep:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def on(self, /) -> date:
        """
        The day on which it came into the state.
        """
    @property
    def state(self, /) -> RequestState:
        """
        The state from that day on.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class RowRef:
    """
    A row of an input table, by its number counted from the `first_row` that was given to `Caseload`.

    >>> import inburgering as ib
    >>> row = ib.RowRef(table="dossiers", row=2)
    >>> row, row < ib.RowRef(table="residences", row=0)
    (RowRef(table='dossiers', row=2), True)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, table: InputTable | str, row: SupportsIndex) -> RowRef: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_json(text: str, /) -> RowRef:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def row(self, /) -> int:
        """
        The number of the row within it.
        """
    @property
    def table(self, /) -> InputTable:
        """
        The table.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Spell:
    """
    A spell of residence in a municipality, as the National Register gave it: half-open, each bound may be unknown.

    `valid_from` is the first day; without it the spell has always run. `valid_until` is the first day *after* the spell;
    without it the spell runs on. A spell that ends on or before its start covers no day, and is a finding, no error. The
    code is kept as recorded, known or not; a text that is no NIS code at all is a `MunicipalityError`.

    >>> import datetime as dt, inburgering as ib
    >>> spell = ib.Spell("44021", valid_from=dt.date(2024, 11, 5), valid_until=dt.date(2025, 9, 1))
    >>> spell
    Spell('44021', valid_from=2024-11-05, valid_until=2025-09-01)
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, municipality: Municipality | str, /, *, valid_from: date | None = None, valid_until: date | None = None) -> Spell: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def from_json(text: str, /) -> Spell:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def municipality(self, /) -> str:
        """
        The NIS code of the municipality, as recorded.
        """
    @property
    def period(self, /) -> Period:
        """
        The days of the spell.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """
    @property
    def valid_from(self, /) -> date | None:
        """
        The first day; `None` where the spell has always run.
        """
    @property
    def valid_until(self, /) -> date | None:
        """
        The first day after the spell; `None` where it runs on.
        """

@final
class Standing:
    """
    What a municipality has, on a day (*stand*): the best of its own protocols, else what it inherited.

    `code` is one of:

    - `in_force`: `protocol` is its own and in force; of several, the one validated last. `absorbed` are the municipalities
      that its territory absorbed after the validation.
    - `pending`: none of its own is in force; `protocol` was requested and has come to `stage`. `ended` is the last of its
      own that ended, if any; `inherited` and `without` are as `protocols` and `without` of `inherited`.
    - `ended`: each of its own has ended; `protocol` is the one that ended last.
    - `inherited`: it never had one of its own; `protocols` are those of its predecessors that are in force, which have to
      be reviewed. `without` are the predecessors that had none.
    - `none`: it has none.

    Each attribute is `None` where the code has nothing to say there. Of a merger, the decree of 3 May 2024 says whose legal
    person goes on, with its protocol; no rule was published on inherited ones.

    >>> import datetime as dt, inburgering as ib
    >>> standing = ib.Register().standing("44021", on=dt.date(2025, 3, 3))  # What does Gent have in an empty register?
    >>> standing.code, standing.protocol
    ('none', None)
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def absorbed(self, /) -> tuple[Municipality, ...] | None:
        """
        `in_force`: the municipalities that the territory absorbed after the validation, by code.
        """
    @property
    def code(self, /) -> str:
        """
        What it has: `in_force`, `pending`, `ended`, `inherited` or `none`.
        """
    @property
    def ended(self, /) -> Protocol | None:
        """
        `pending`: the last of its own that ended, if any.
        """
    @property
    def inherited(self, /) -> tuple[Protocol, ...] | None:
        """
        `pending`: the predecessors' protocols that are in force; none if one of its own ended.
        """
    @property
    def protocol(self, /) -> Protocol | None:
        """
        `in_force`, `pending`, `ended`: the protocol of its own that counts.
        """
    @property
    def protocols(self, /) -> tuple[Protocol, ...] | None:
        """
        `inherited`: the predecessors' protocols that are in force, the one validated last first.
        """
    @property
    def stage(self, /) -> ProtocolStage | None:
        """
        `pending`: how far the protocol is: requested, advised or signed.
        """
    @property
    def without(self, /) -> tuple[Municipality, ...] | None:
        """
        `inherited`, `pending`: the predecessors that had none which is in force, by code.
        """

@final
class SuppressedTree:
    """
    A tree of counts as it is published (*tabel met totalen*): only `suppress` makes one, so its small counts are safe.
    A suppressed count, which is at least 1, is `None`.

    >>> import inburgering as ib
    >>> tree = ib.suppress([[3, 120, 48, 0], [9, 11]])
    >>> tree.root, tree.groups
    (191, (171, 20))
    >>> tree.leaves
    ((None, 120, None, 0), (9, 11))
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def groups(self, /) -> tuple[int | None, ...]:
        """
        The totals of the groups, in the order given.
        """
    @property
    def leaves(self, /) -> tuple[tuple[int | None, ...], ...]:
        """
        The leaves of each group, in the order given.
        """
    @property
    def root(self, /) -> int | None:
        """
        The total of all groups.
        """

@final
class Table:
    """
    A table that the library gives: Arrow columns for polars, pandas, pyarrow, DuckDB and every other reader of the Arrow
    PyCapsule interface.

    It is no data frame: hand it to the library you work with, as `polars.DataFrame(table)`, or by one of its methods.
    `repr` shows the columns and the length, never a row. It cannot be changed.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({
    ...     "insz": ["85.07.30-901.33"], "municipality": ["44021"], "valid_from": [None], "valid_until": [None],
    ... })
    >>> answers = ib.Caseload(dossiers, residences).place(on=dt.date(2026, 1, 15)).answers()
    >>> len(answers), answers.schema["reasons"]
    (1, 'list<utf8>')
    >>> answers.to_polars()["municipality"].to_list()
    ['44021']
    """
    def __arrow_c_schema__(self, /) -> object:
        """
        The schema, for readers of the Arrow PyCapsule interface.
        """
    def __arrow_c_stream__(self, /, requested_schema: object | None = None) -> object:
        """
        The rows, for readers of the Arrow PyCapsule interface; nothing is copied unless another schema is requested.
        """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __len__(self, /) -> int: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def schema(self, /) -> dict[str, str]:
        """
        The Arrow type of each column, by its name.
        """
    def to_pandas(self, /) -> pandas.DataFrame:
        """
        The table as a `pandas.DataFrame` of Arrow-backed columns; pandas and pyarrow must be installed.
        """
    def to_polars(self, /) -> polars.DataFrame:
        """
        The table as a `polars.DataFrame`; polars must be installed.
        """
    def to_pyarrow(self, /) -> pyarrow.Table:
        """
        The table as a `pyarrow.Table`; pyarrow must be installed.
        """

@final
class Threshold:
    """
    The lowest count above zero that is published (*drempelwaarde*), in persons: at least 3 (`SuppressionError` below),
    and 5 by default. Wherever a threshold is asked for, its number of persons is good too.

    A choice of this library: law and page are silent. A threshold of 2 would suppress only counts of 1, and every one of
    them would be known by being suppressed.

    >>> import inburgering as ib
    >>> threshold = ib.Threshold()
    >>> threshold.persons, threshold.is_small(4), threshold.is_small(5), threshold.is_small(0)
    (5, True, False, False)
    """
    LOWEST: Final[int]
    """
    The lowest threshold that hides anything, in persons.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, persons: Threshold | SupportsIndex = ..., /) -> Threshold: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def is_small(self, count: SupportsIndex, /) -> bool:
        """
        Whether a count must be suppressed for itself: it is not zero, and below the threshold.
        """
    @property
    def persons(self, /) -> int:
        """
        The threshold in persons.
        """

@final
class Timeline:
    """
    The answers about one person on every day: half-open periods, each with one answer.

    The periods follow each other without a gap, from the first day on which there is an answer (not before 1995-01-01) to
    the end of time; neighbours differ. It is a sequence of `TimelinePeriod`. In a notebook it is a table, without the
    number.

    >>> import datetime as dt, inburgering as ib
    >>> person = ib.Person(
    ...     "85.07.30-901.33", dossiers=[ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))],
    ...     spells=[ib.Spell("44021", valid_until=dt.date(2025, 9, 1))],
    ... )
    >>> for period in person.timeline():
    ...     print(period.valid_from, period.valid_until, period.answer.outcome)
    2025-02-03 2025-09-01 eligible
    2025-09-01 None not_eligible
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __getitem__(self, position: SupportsIndex, /) -> TimelinePeriod: ...
    def __hash__(self, /) -> int: ...
    def __iter__(self, /) -> Iterator[TimelinePeriod]: ...
    def __len__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def _repr_html_(self, /) -> str:
        """
        The timeline as a table of a notebook, without the number.
        """
    def at(self, day: date, /) -> TimelinePeriod | None:
        """
        The period that covers the day; `None` before the first one, and outside 1995-01-01 to 2099-12-31.

        >>> import datetime as dt, inburgering as ib
        >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))
        >>> timeline = ib.Person("85.07.30-901.33", dossiers=[dossier], spells=[ib.Spell("44021")]).timeline()
        >>> timeline.at(dt.date(2025, 2, 2)) is None
        True
        >>> timeline.at(dt.date(2026, 1, 15)).valid_from  # since when?
        datetime.date(2025, 2, 3)
        """
    @property
    def periods(self, /) -> tuple[TimelinePeriod, ...]:
        """
        The periods, in the order of time.
        """
    def to_json(self, /) -> str:
        """
        The timeline as JSON, laid out for people. It shows the register number.
        """

@final
class TimelinePeriod:
    """
    A period of a `Timeline` with its answer.

    >>> import datetime as dt, inburgering as ib
    >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))
    >>> period = ib.Person("85.07.30-901.33", dossiers=[dossier]).timeline()[-1]
    >>> period
    <inburgering.TimelinePeriod from 2025-02-03: not_eligible>
    >>> print(period.answer)
    not eligible: still in a trajectory, but registered in no Belgian municipality on the day
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def answer(self, /) -> Answer:
        """
        The answer on each of these days.
        """
    @property
    def period(self, /) -> Period:
        """
        The days on which the answer holds; the last period has no end.
        """
    @property
    def valid_from(self, /) -> date | None:
        """
        The first day on which the answer holds.
        """
    @property
    def valid_until(self, /) -> date | None:
        """
        The first day on which it holds no more; `None` for the last period.
        """

@final
class Verification:
    """
    What a verification of the log found.

    >>> import inburgering as ib, pathlib, sqlite3, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> with sqlite3.connect(log.path) as database:  # Somebody makes the list look shorter.
    ...     _ = database.executescript("DROP TRIGGER never_changed; UPDATE entries SET listed = 2 WHERE sequence = 1")
    >>> found = log.verify(key=example.key())
    >>> found.is_whole, str(found.breaks[0])
    (False, 'entry 1 was changed')
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def altered(self, /) -> tuple[str, ...]:
        """
        The names of what is not as a log is made with: its table, its guards against changes and its views, and any guard
        more. The entries may still be as they were written.
        """
    @property
    def breaks(self, /) -> tuple[Break, ...]:
        """
        What is wrong with the chain, in the order of the entries; nothing if the log is whole.
        """
    @property
    def entries(self, /) -> int:
        """
        How many entries there are.
        """
    @property
    def is_whole(self, /) -> bool:
        """
        Whether no entry was changed, removed or reordered, as far as that can be seen, and nothing of the log altered.
        """
    @property
    def unfinished(self, /) -> tuple[LoggedDelivery, ...]:
        """
        Deliveries that were begun and not ended: resume or abandon each. None of a log that cannot be read.
        """

@final
class Versions:
    """
    The versions of the rules and tables that the answers of a delivery rest on.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> example.delivery().receipt.versions.rules == ib.RULES_VERSION
    True
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    @property
    def calendar(self, /) -> str:
        """
        The calendars.
        """
    @staticmethod
    def from_json(text: str, /) -> Versions:
        """
        Reads what `to_json` wrote, and checks it: a `JsonError` says in which line and column it cannot be so.
        """
    @property
    def library(self, /) -> str:
        """
        The library.
        """
    @property
    def municipalities(self, /) -> str:
        """
        The table of municipalities.
        """
    @property
    def rules(self, /) -> str:
        """
        The rules: the day on which their sources were last read.
        """
    def to_json(self, /) -> str:
        """
        The value as JSON, laid out for people; `from_json` reads it back.
        """

@final
class Wanted:
    """
    Whose archived inputs are wanted: those of a delivery, or the corrected ones by which a notice on it was given.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> def inputs(wanted: ib.Wanted) -> ib.Caseload:
    ...     print(wanted.name, wanted.notice)
    ...     return example.caseload()
    >>> found = ib.recall_all(log, inputs, example.corrected().caseload, key=example.key())
    44021-2026-02-02 None
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    @property
    def delivery(self, /) -> LoggedDelivery:
        """
        The delivery.
        """
    def fits(self, caseload: Caseload, /, *, key: DigestKey | Iterable[DigestKey]) -> bool:
        """
        Whether these are the inputs, by the digests that the log has of them under `key`: one, or all where it changed.
        """
    @property
    def name(self, /) -> str:
        """
        A name under which the inputs may be archived: that of the request; of the notices on its delivery
        `REQUEST/notice-1` and so on.
        """
    @property
    def notice(self, /) -> LoggedNotice | None:
        """
        The notice, if it is about one.
        """

@final
class Withheld:
    """
    What a notice does not say, and why. `str` is the English sentence.

    `code` is `no_longer_kept` (the list may no longer be kept, so no row of it is told), `not_there` (who was missed is
    not on the municipality's list on the day of the notice), `no_protocol` (none that covers the purposes is in force, so
    nobody is disclosed for the first time) or `protocol_inherited` (there is only a predecessor's).

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> missed = ib.recall(example.delivery(placed=example.corrected()), corrected=example.placed())
    >>> notice = missed.notice(on=dt.date(2026, 3, 2), protocols=ib.Register())
    >>> [str(withheld) for withheld in notice.withheld]
    ['1 row withheld: 44021 (Gent) has no protocol in force for these purposes']
    """
    def __copy__(self, /) -> object: ...
    def __deepcopy__(self, memo: object, /) -> object: ...
    def __eq__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[object, ...]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def code(self, /) -> str:
        """
        The stable code.
        """
    @property
    def dutch(self, /) -> str:
        """
        The Dutch sentence.
        """
    @property
    def rows(self, /) -> int:
        """
        How many rows are withheld.
        """

@final
class WorkingDays:
    """
    A number of working days with its noun; a negative one counts backwards.

    Wherever a number of working days is asked for, a plain `int` is good, and a plain `int` comes out: this class only
    writes it for people. `int()` gives the number.

    >>> import inburgering as ib
    >>> str(ib.WorkingDays(10)), ib.WorkingDays(1).dutch
    ('10 working days', '1 werkdag')
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ge__(self, value: object, /) -> bool: ...
    def __gt__(self, value: object, /) -> bool: ...
    def __hash__(self, /) -> int: ...
    def __index__(self, /) -> int: ...
    def __int__(self, /) -> int: ...
    def __le__(self, value: object, /) -> bool: ...
    def __lt__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, number: SupportsIndex, /) -> WorkingDays: ...
    def __reduce__(self, /) -> tuple[type, tuple[object, ...]]: ...
    def __repr__(self, /) -> str: ...
    def __str__(self, /) -> str: ...
    @property
    def dutch(self, /) -> str:
        """
        The number with its noun in Dutch: `10 werkdagen`.
        """

def _attest_regime_citation(regime: AttestRegime | str) -> Citation: ...
def _attest_regime_dutch(regime: AttestRegime | str) -> str: ...
def _attest_regime_english(regime: AttestRegime | str) -> str: ...
def _attest_regime_judged_by(regime: AttestRegime | str) -> JudgedBy: ...
def _attest_regime_on(day: date) -> AttestRegime: ...
def _attest_regime_period(regime: AttestRegime | str) -> Period: ...

def _basis_is_closed(basis: Basis | str, /) -> bool:
    """
    Whether the basis is one of closed dossiers.
    """

def _change_kind_dutch(kind: ChangeKind | str, /) -> str:
    """
    The Dutch word of a kind of change.
    """

def _change_kind_reasons(kind: ChangeKind | str, /) -> tuple[ChangeReason, ...]:
    """
    The reasons that a change of a kind may have.
    """

def _change_reason_citation(reason: ChangeReason | str, /) -> Citation:
    """
    The source of the rule behind a reason.
    """

def _change_reason_dutch(reason: ChangeReason | str, /) -> str:
    """
    The Dutch sentence of a reason.
    """

def _change_reason_english(reason: ChangeReason | str, /) -> str:
    """
    The English sentence of a reason.
    """

def _door_protocol_asked(door: Door | str, /) -> ProtocolKind | None:
    """
    The kind of protocol that is asked for by the door.
    """

def _example_tables() -> tuple[Table, Table, Table]:
    """
    The tables of the example: dossiers, residences, deaths.
    """

def _finding_kind_dutch(kind: FindingKind | str, /) -> str:
    """
    The Dutch sentence of a kind of finding.
    """

def _finding_kind_english(kind: FindingKind | str, /) -> str:
    """
    The English sentence of a kind of finding.
    """

def _holiday_kind_citation(kind: HolidayKind | str) -> Citation: ...
def _holiday_kind_dutch(kind: HolidayKind | str) -> str: ...
def _holiday_kind_english(kind: HolidayKind | str) -> str: ...
def _legal_basis_citation(basis: LegalBasis | str) -> Citation: ...
def _legal_basis_on(day: date) -> LegalBasis | None: ...
def _legal_basis_period(basis: LegalBasis | str) -> Period: ...
def _legal_basis_retention_cap(basis: LegalBasis | str) -> int | None: ...

def _notice_code_citation(code: NoticeCode | str, /) -> Citation:
    """
    The source of the rule behind the notice.
    """

def _party_dutch(party: Party | str, /) -> str:
    """
    The party in the words of a Dutch letter.
    """

def _party_english(party: Party | str, /) -> str:
    """
    The party in the words of an English letter.
    """

def _protocol_kind_dutch(kind: ProtocolKind | str, /) -> str:
    """
    The kind in the words of a Dutch letter.
    """

def _protocol_stage_dutch(stage: ProtocolStage | str, /) -> str:
    """
    The stage in Dutch.
    """

def _protocol_step_english(step: ProtocolStep | str, /) -> str:
    """
    The step in English words.
    """

def _protocol_step_requires(step: ProtocolStep | str, /) -> list[ProtocolStep]:
    """
    The steps without which this one cannot be taken.
    """

def _province_dutch(province: Province | str) -> str: ...

def _purpose_citation(purpose: Purpose | str, /) -> Citation:
    """
    The source that names the purpose.
    """

def _purpose_dutch(purpose: Purpose | str, /) -> str:
    """
    The purpose in the words of a Dutch letter.
    """

def _purpose_english(purpose: Purpose | str, /) -> str:
    """
    The purpose in the words of an English letter.
    """

def _reason_code_citation(code: ReasonCode | str, /) -> Citation:
    """
    The source of the rule behind a reason.
    """

def _refusal_code_citation(code: RefusalCode | str, /) -> Citation:
    """
    The source of the rule behind the refusal.
    """

def _region_dutch(region: Region | str) -> str: ...
def _region_english(region: Region | str) -> str: ...

def _request_state_is_open(state: RequestState | str, /) -> bool:
    """
    Whether the state is granted or waiting.
    """

def _request_state_may_become(state: RequestState | str, next: RequestState | str, /) -> bool:
    """
    Whether a request in the one state may come into the other.
    """

def _year_rule_blocks(rule: YearRule | str, one: date, other: date, /) -> bool:
    """
    Whether receipts on these two days fall in one year.
    """

def _year_rule_first_free(rule: YearRule | str, start: date, receipts: collections.abc.Iterable[date], /) -> date:
    """
    The first day, from a day on, that shares its year with none of the receipts.
    """

def add_working_days(days: object, /, working_days: object, *, calendar: Calendar | None = None) -> Column:
    """
    The n-th working day strictly after each day: as `Calendar.add`, for a column.

    `working_days` is one number for all rows, or a column of integers; negative ones go back. The calendar is the legal
    one, if none is given. Null where the day or the number is; a day outside the calendar, or a column that holds no
    days, is a `ColumnsError` that lists the rows.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> received = pl.Series([dt.date(2025, 7, 7), None, dt.date(2026, 10, 26)])
    >>> ib.columns.add_working_days(received, 10).to_polars().to_list()
    [datetime.date(2025, 7, 22), None, datetime.date(2026, 11, 9)]
    >>> ib.columns.add_working_days(received, pl.Series([10, 10, 20]), calendar=ib.Calendar.legal()).to_polars().to_list()
    [datetime.date(2025, 7, 22), None, datetime.date(2026, 11, 24)]
    """

def assess(request: Request, /, *, on: date, protocols: Iterable[Protocol], history: Iterable[RequestRecord] | None = None, year: YearRule | str = ..., brussels: Brussels | str = ..., inherited: InheritedProtocol | str = ..., calendar: Calendar | None = None) -> Assessment:
    """
    Assesses a request on a day, as known on that day: granted, waiting or refused, with all that belongs to it.

    A refusal is an answer and no error. The rule follows the agency's page, "Werkwijze", "Protocol" and "Maximale
    doorlooptijd".

    `protocols` is a `Register`, or any iterable of `Protocol`. `history` is a `History`, or any iterable of
    `RequestRecord`; without one, nothing was asked before. What law and page leave open is chosen by name:

    - `year`: what "once a year" means; `YearRule.CALENDAR` by default.
    - `brussels`: whether a Brussels municipality may ask; `Brussels.REFUSED` by default.
    - `inherited`: whether a request may rely on a protocol that a merger handed on; `InheritedProtocol.REFUSED` by default.
    - `calendar`: the `Calendar` in which the term counts; the legal one by default.

    Raises `AssessmentError` if the day lies before the day of receipt, `MunicipalityError` if it lies outside the table of
    municipalities, and `CalendarError` if the due day does. The iterables may raise `RegisterError` or `HistoryError`: no
    two may have one name.

    >>> import datetime as dt, inburgering as ib
    >>> request = ib.Request(
    ...     municipality="24062", received_on=dt.date(2025, 7, 7), purposes="ceremony", requester="dienst samenleven",
    ...     door=ib.Door.STANDARD_PROTOCOL_AND_DATA,
    ... )
    >>> assessment = ib.assess(request, on=dt.date(2025, 7, 8), protocols=[])
    >>> assessment.outcome, assessment.awaited  # Leuven has no protocol, and asks for the standard one and data.
    (<AssessmentOutcome.WAITING: 'waiting'>, <Awaited.SIGNATURE: 'signature'>)
    >>> assessment.deadline.due  # When is the list due?
    datetime.date(2025, 8, 5)
    """

def check_insz(numbers: object, /, *, as_of: date | None = None, born: object | None = None, threads: int | None = None) -> Column:
    """
    Whether each register number is valid: `valid`, or the code of what is wrong with it; null where there is none.

    The codes are those of `InszError`. With `as_of`, a number of somebody who was not born by that day is `born_after`.
    With `born`, a column of birth dates known from elsewhere, a number that tells another is `birth_date`: it finds the
    one wrong digit that the check digits do not. Where no birth date is known, nothing is compared.

    The column holds text (with or without separators) or 64-bit integers. Nothing is raised for a bad number; a column
    of another type, and a birth date that is no day, is a `ColumnsError`. `threads` is how many may work on it at once, as in
    `Caseload`.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> numbers = pl.Series(["85.07.30-901.33", "85073090133", "85.07.30-901.34", "85.07.30", None])
    >>> ib.columns.check_insz(numbers).to_polars().to_list()
    ['valid', 'valid', 'check_digits', 'length', None]
    >>> # With a 7 typed for the 1 the second is a valid number too: of 1907.
    >>> numbers = pl.Series(["01.03.20-902.24", "07.03.20-902.24"])
    >>> born = pl.Series([dt.date(2001, 3, 20), dt.date(2001, 3, 20)])
    >>> ib.columns.check_insz(numbers, born=born).to_polars().to_list()
    ['valid', 'birth_date']
    """

def count_working_days(a: object, b: object, /, *, calendar: Calendar | None = None) -> Column:
    """
    How many working days there are after `a`, up to and including `b`: as `Calendar.count`, for columns.

    Each of the two is a column of days or one day for all rows. The calendar is the legal one, if none is given. Null
    where a day is; a day outside the calendar, or a column that holds no days, is a `ColumnsError`.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> due = pl.Series([dt.date(2026, 5, 4), dt.date(2026, 5, 31), None])
    >>> ib.columns.count_working_days(dt.date(2026, 4, 30), due).to_polars().to_list()
    [1, 18, None]
    """

def current_municipality(codes: object, /, *, on: date) -> Column:
    """
    The code of the municipality that each code has become by the day: as `Municipality.current`, for a column.

    The column holds NIS codes as text or integers. Null stays null; a code that is unknown or begins only after the day
    is a `ColumnsError` that lists the rows.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> recorded = pl.Series(["46014", "44045", None, "44021"])
    >>> ib.columns.current_municipality(recorded, on=dt.date(2025, 1, 1)).to_polars().to_list()
    ['46029', '46029', None, '44021']
    """

def deliver(assessment: Assessment, placed: Placed, /, *, protocols: Iterable[Protocol], history: Iterable[RequestRecord] | None = None, key: DigestKey, delivered_at: datetime, operator: str) -> Delivery:
    """
    Delivers the list of a granted request (*mededeling*) from persons placed on the day of delivery.

    Everything is checked again on that day: the protocol is still in force, no other delivery took the year, the day is
    not before the assessment, the request was not delivered before. The history is that of the past; the delivery is in
    `delivery.history`, from which the next one goes on.

    `protocols` is a `Register` or several `Protocol`s, `history` a `History`, several `RequestRecord`s or `None`, as for
    `assess`. `delivered_at` is a `datetime` with a time zone; its own date is the day of delivery, on which the persons
    were placed. `operator` says who delivers: one line of text, without a register number.

    Raises `DeliverError` (a refusal on the day has its `assessment`: record it), `DeliveryError` where the request cannot
    be delivered at all, `HistoryError` where the delivery cannot be recorded, `OpaqueTextError` for the operator; then
    nothing is delivered.

    >>> import datetime as dt, inburgering as ib, secrets, zoneinfo
    >>> from inburgering import example
    >>> placed = example.caseload().place(on=dt.date(2026, 2, 10))
    >>> delivery = ib.deliver(
    ...     example.assessment(), placed, protocols=example.protocols(), history=None,
    ...     key=ib.DigestKey("2026-a", secrets.token_bytes(32)),
    ...     delivered_at=dt.datetime(2026, 2, 10, 9, 30, tzinfo=zoneinfo.ZoneInfo("Europe/Brussels")), operator="operator 7",
    ... )
    >>> len(delivery.list)
    3
    """

def disclosures_of(insz: Insz | str | Iterable[Insz | str], log: DisclosureLog, originals: Any, /, *, key: DigestKey | Iterable[DigestKey]) -> Disclosures:
    """
    To whom was a person disclosed, when, why (GDPR art. 15)? By any of the person's numbers: those given, and those
    that the original inputs tie to them.

    `insz` is one number or several: give every one that the person has or had by what is known today
    (`Person.tied_to`), and no other, since older inputs may not know that one became the other. `originals` and `key` are
    as for `recall_all`; where numbers are tied to others, an original may be asked for twice.

    Raises `LogError`, `InszError`, and what the function raises. That of a delivery nothing can be told is no error.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> ib.disclosures_of("87.05.05-913.23", log, {"44021-2026-02-02": example.caseload()}, key=example.key())
    <inburgering.Disclosures: 0 disclosed, 0 untold>
    """

def dotted_insz(numbers: object, /) -> Column:
    """
    Each register number in its dotted form, as the tables of this library have it; null where it is not valid.

    It makes the numbers of your own tables comparable with those of `Placed.answers`. The column holds text or 64-bit
    integers; one of another type is a `ColumnsError`.

    >>> import inburgering as ib, polars as pl
    >>> ib.columns.dotted_insz(pl.Series([85073090133, 1123190446])).to_polars().to_list()
    ['85.07.30-901.33', '01.12.31-904.46']
    """

def lists(dossiers: object, residences: object, deaths: object | None = None, replacements: object | None = None, *, on: date, closed: ClosedRule | str = ..., brussels: Brussels | str = ..., problems: UnreadableRows | str = ..., first_row: SupportsIndex = 0, threads: int | None = None) -> Table:
    """
    Who is on the list of which municipality on one day, straight from the tables: for a caller who asks once.

    The tables and the options are those of `Caseload` and `Caseload.place`; so are the answers, but without the index that
    answers every other day. For the agency's own use: what may leave it comes of a delivery.

    The table has the columns `municipality` (the code), `insz`, `contract_signed` and `attest_obtained`, ascending by
    municipality and number. Errors are those of `Caseload` and `Caseload.place`. Rows that contradict each other are not
    told: a `Caseload` has the findings.

    >>> import datetime as dt, inburgering as ib, polars as pl
    >>> dossiers = pl.DataFrame({
    ...     "dossier": ["D-1"], "insz": ["85.07.30-901.33"], "registered_on": [dt.date(2025, 2, 3)],
    ...     "contract_signed_on": [None], "contract_municipality": [None], "attest_obtained_on": [None], "closed_on": [None],
    ... })
    >>> residences = pl.DataFrame({
    ...     "insz": ["85.07.30-901.33"], "municipality": ["46014"], "valid_from": [None], "valid_until": [None],
    ... })
    >>> ib.lists(dossiers, residences, on=dt.date(2026, 1, 15)).to_polars()["municipality"].to_list()
    ['46029']
    """

def municipalities(*, on: date) -> list[Municipality]:
    """
    The municipalities that are valid on a day, by code.

    Raises `MunicipalityError` (`outside_table`) for a day before 1995-01-01 or after 2099-12-31.

    >>> import datetime as dt, inburgering as ib
    >>> everywhere = ib.municipalities(on=dt.date(2026, 1, 1))
    >>> len(everywhere), sum(one.region is ib.Region.FLANDERS for one in everywhere)
    (565, 285)
    """

def municipality(code: Municipality | str, /) -> Municipality:
    """
    The municipality with this NIS code, a text of five digits.

    Raises `MunicipalityError`: `bad_code`, `too_many_digits`, or `unknown` if no municipality had the code on any day
    since 1995-01-01. An integer is refused with a `TypeError`.

    >>> import inburgering as ib
    >>> ib.municipality("44021").name
    'Gent'
    """

def recall(delivered: Delivery | Receipt, /, *, corrected: Placed, original: Placed | None = None, key: DigestKey | None = None) -> Recall:
    """
    Holds a delivery against persons placed by the corrected inputs, on the same day and under the same options.

    `delivered` is the `Delivery`; or its `Receipt`, and then also the persons placed by the `original` inputs, which are
    checked by their digests under the `key` of the delivery.

    Raises `RecallError`; where a digest differs from the receipt, its code is `digest_differs`.

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> delivery = example.delivery()
    >>> ib.recall(delivery, corrected=example.placed()).is_empty  # was the list right?
    True
    >>> found = ib.recall(delivery.receipt, original=example.placed(), corrected=example.corrected(), key=example.key())
    >>> len(found.corrections)
    1
    """

def recall_all(log: DisclosureLog, originals: Any, corrected: Caseload, /, *, key: DigestKey | Iterable[DigestKey]) -> Recalls:
    """
    Holds every delivery of the log against the corrected inputs (*rechtzetting*).

    `originals` leads to the caseload that a delivery was made from, or by which a notice on it was given: a function of
    a `Wanted`, or a mapping by its names (that of the request, and `REQUEST/notice-1` and so on); `None` where it is not
    there any more. Those from the same inputs share one, which is asked for once as a rule. They are checked by the
    digests of the receipts, under `key`: one, or all where it changed.

    Raises `LogError`, and what the function raises. That of a delivery nothing can be told is no error.

    >>> import inburgering as ib, pathlib, tempfile
    >>> from inburgering import example
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> log = ib.DisclosureLog.create(root / "log.sqlite")
    >>> archived = example.deliver_to(ib.Archive(root / "deliveries", log))
    >>> corrected = example.corrected().caseload
    >>> found = ib.recall_all(log, lambda wanted: example.caseload(), corrected, key=example.key())
    >>> [str(one.delivery.receipt.municipality) for one in found.to_notify()]  # who must be told?
    ['44021 (Gent)']
    """

def safe_name(name: str, /) -> str:
    """
    A name that is safe for a folder, or for a file before its ending: letters, digits, hyphens and underscores stay, every
    other byte becomes `%` with its two hexadecimal digits, so that two names stay two; what is too long ends in `%-` and the
    SHA-256 of the whole. The folder of a delivery is named so after its request; name the papers about it so too, since a
    request may have any name.

    >>> import inburgering as ib
    >>> ib.safe_name("2026/../117")
    '2026%2F%2E%2E%2F117'
    """

def suppress(groups: collections.abc.Iterable[collections.abc.Iterable[int]], *, threshold: Threshold | SupportsIndex = ...) -> SuppressedTree:
    """
    Adds the totals to the leaves (municipalities) of each group (province) under one root (Flanders), and suppresses the
    small counts with as few others as protect them: from all that is published, each suppressed small count can still be
    anything from 1 to the threshold less one. Zeros are always published.

    Groups and leaves come in the order of their keys (codes), which settles ties. Sums beyond 2**64 - 1 stay there.
    `threshold` is a `Threshold` or its number of persons; below 3 it is a `SuppressionError`.

    A choice of this library: law and page are silent. Trees are protected one by one: publish no sum over several of them,
    and nothing else about a suppressed count.

    How can three persons in one municipality be hidden, if the total of the province is published? With the smallest of
    the other municipalities:

    >>> import inburgering as ib
    >>> ib.suppress([[3, 120, 48, 0]], threshold=5).leaves
    ((None, 120, None, 0),)
    """
