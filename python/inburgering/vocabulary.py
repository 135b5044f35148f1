"""The words of the library: enums of text. Wherever one is asked for, its text is good too."""

from __future__ import annotations

from enum import StrEnum

from . import _inburgering as native

__all__ = ["Language"]


class Language(StrEnum):
    """The language of a text for people.

    >>> import inburgering as ib
    >>> ib.Language("nl") is ib.Language.DUTCH
    True
    """

    DUTCH = "nl"
    ENGLISH = "en"


# Numbers, places, days.

__all__ += ["Century", "InszKind", "Sex"]


class InszKind(StrEnum):
    """Which register a number is of; its month tells.

    >>> import inburgering as ib
    >>> ib.Insz("85.07.30-901.33").kind is ib.InszKind.NATIONAL_REGISTER
    True
    """

    NATIONAL_REGISTER = "national_register"
    """A national register number (*rijksregisternummer*): month 00 to 12."""
    BIS = "bis"
    """A BIS number of a person whose sex was known: month 40 to 52."""
    BIS_SEX_UNKNOWN = "bis_sex_unknown"
    """A BIS number of a person whose sex was not known: month 20 to 32."""


class Sex(StrEnum):
    """The sex (*geslacht*) that a register number tells.

    >>> import inburgering as ib
    >>> ib.Insz("85.07.30-901.33").sex
    <Sex.MAN: 'man'>
    """

    MAN = "man"
    """An odd sequence."""
    WOMAN = "woman"
    """An even sequence."""


class Century(StrEnum):
    """The century of birth (*eeuw*), which the check digits of a register number tell.

    >>> import inburgering as ib
    >>> ib.Insz("85.07.30-901.33").century
    <Century.FROM_1900: 'from_1900'>
    """

    FROM_1900 = "from_1900"
    """Born 1900 to 1999."""
    FROM_2000 = "from_2000"
    """Born 2000 to 2099."""


# Protocols and requests.


# Persons and answers.

__all__ += [
    "Basis",
    "ClosedRule",
    "FindingKind",
    "InputTable",
    "Outcome",
    "Readable",
    "ReasonCode",
    "UnreadableRows",
]


class InputTable(StrEnum):
    """A table of the input of a ``Caseload``.

    >>> import inburgering as ib
    >>> str(ib.RowRef(table="deaths", row=2).table)
    'deaths'
    """

    DOSSIERS = "dossiers"
    """The dossiers."""
    RESIDENCES = "residences"
    """The spells of residence."""
    DEATHS = "deaths"
    """The deaths."""
    REPLACEMENTS = "replacements"
    """The replaced register numbers."""


class UnreadableRows(StrEnum):
    """What a ``Caseload`` does with rows that cannot be read, its ``problems=``.

    >>> import inburgering as ib
    >>> ib.UnreadableRows("raise")
    <UnreadableRows.REFUSED: 'raise'>
    """

    REFUSED = "raise"
    """There is no caseload: a ``CaseloadError`` with every problem."""
    SET_ASIDE = "set_aside"
    """The rows are set aside: each person that such a row names is undetermined on every day."""


class Readable(StrEnum):
    """Whether every row that names a person could be read.

    >>> import inburgering as ib
    >>> ib.Person("85.07.30-901.33").readable
    <Readable.WHOLE: 'whole'>
    """

    WHOLE = "whole"
    """Every row was read."""
    ROW_SET_ASIDE = "row_set_aside"
    """A row that names the person could not be read and was set aside."""


class ClosedRule(StrEnum):
    """By which rule a person is placed whose every dossier is closed (*afgesloten dossier*).

    >>> import inburgering as ib
    >>> ib.ListRules().closed
    <ClosedRule.CONTRACT_MUNICIPALITY: 'contract_municipality'>
    """

    CONTRACT_MUNICIPALITY = "contract_municipality"
    """The municipality of the latest contract (the default, the owner's decision)."""
    RESIDENCE_AT_CLOSING = "residence_at_closing"
    """The residence on the latest closing day, contract or not (how the page words it)."""
    CONTRACT_MUNICIPALITY_IF_RESIDENT = "contract_municipality_if_resident"
    """The municipality of the latest contract, if the person still lives there (the strict reading of the page)."""


class Outcome(StrEnum):
    """The three answers; a fourth will not come.

    >>> import datetime as dt, inburgering as ib
    >>> dossier = ib.Dossier("D-1", registered_on=dt.date(2025, 2, 3))
    >>> ib.Person("85.07.30-901.33", dossiers=[dossier]).answer(on=dt.date(2026, 1, 15)).outcome
    <Outcome.NOT_ELIGIBLE: 'not_eligible'>
    """

    ELIGIBLE = "eligible"
    """On the list of a municipality."""
    NOT_ELIGIBLE = "not_eligible"
    """On no list."""
    UNDETERMINED = "undetermined"
    """Cannot be said: the facts contradict each other or cannot be read. Not the same as no."""


class Basis(StrEnum):
    """Which fact places an eligible person.

    >>> import inburgering as ib
    >>> [basis.is_closed for basis in ib.Basis]
    [False, True, True]
    """

    CURRENT_RESIDENCE = "current_residence"
    """An active dossier: where the person lives on the day."""
    CONTRACT_MUNICIPALITY = "contract_municipality"
    """Closed dossiers: the municipality of the latest contract."""
    RESIDENCE_AT_CLOSING = "residence_at_closing"
    """Closed dossiers, by option: where the person lived on the latest closing day."""

    @property
    def is_closed(self) -> bool:
        """Whether the person is placed by closed dossiers."""
        return native._basis_is_closed(self)


class ReasonCode(StrEnum):
    """The stable code of a ``Reason``: the whole catalogue, in the order in which an answer gives its reasons.

    >>> import inburgering as ib
    >>> len(ib.ReasonCode), ib.ReasonCode.BIS_NUMBER.citation == ib.ReasonCode.NO_LONGER_REGISTERED.citation
    (29, True)
    """

    FOLLOWS_CURRENT_RESIDENCE = "follows_current_residence"
    """Eligible: an active dossier follows current residence."""
    STAYS_AT_CONTRACT_MUNICIPALITY = "stays_at_contract_municipality"
    """Eligible: a closed dossier stays at the contract's municipality."""
    LIVED_THERE_AT_CLOSING = "lived_there_at_closing"
    """Eligible, by option: the residence on the latest closing day."""
    CONTRACT_MUNICIPALITY_AND_RESIDENT = "contract_municipality_and_resident"
    """Eligible, by option: the contract's municipality, and the person still lives there."""
    BIS_NUMBER = "bis_number"
    """Not eligible: the number on the day is a BIS number."""
    DIED = "died"
    """Not eligible: died by the day."""
    NOT_REGISTERED_IN_BELGIUM = "not_registered_in_belgium"
    """Not eligible: active, and no residence covers the day."""
    CLOSED_WITHOUT_CONTRACT = "closed_without_contract"
    """Not eligible: closed, and no contract was signed by the day."""
    NOT_REGISTERED_AT_CLOSING = "not_registered_at_closing"
    """Not eligible, by option: no residence on the closing day."""
    NO_LONGER_REGISTERED = "no_longer_registered"
    """Not eligible, by option: closed, and no residence covers the day."""
    LIVES_ELSEWHERE = "lives_elsewhere"
    """Not eligible, by option: closed, and the person lives elsewhere than in the contract's municipality."""
    OUTSIDE_FLANDERS = "outside_flanders"
    """Not eligible: the municipality found lies in Wallonia."""
    BRUSSELS_NOT_STATED = "brussels_not_stated"
    """Not eligible unless the option allows it: the municipality found lies in Brussels."""
    UNREADABLE_ROW = "unreadable_row"
    """Undetermined: a row that names the person cannot be read and was set aside."""
    RESIDENCE_CONFLICT = "residence_conflict"
    """Undetermined: two residences cover the day that is asked."""
    MUNICIPALITY_NOT_YET = "municipality_not_yet"
    """Undetermined: the code that is needed begins only after the day."""
    MUNICIPALITY_UNKNOWN = "municipality_unknown"
    """Undetermined: the code that is needed is no municipality's."""
    CONTRACT_CONFLICT = "contract_conflict"
    """Undetermined: two latest contracts of one day in different municipalities."""
    CONTRACT_MUNICIPALITY_MISSING = "contract_municipality_missing"
    """Undetermined: a latest contract has no municipality."""
    CLOSED_BEFORE_REGISTRATION = "closed_before_registration"
    """Undetermined: a dossier was closed before it was registered."""
    ATTEST_BEFORE_REGISTRATION = "attest_before_registration"
    """Undetermined: an attest was obtained before registration."""
    CONTRACT_BEFORE_REGISTRATION = "contract_before_registration"
    """Undetermined: a contract was signed before registration."""
    CONTRACT_AFTER_CLOSING = "contract_after_closing"
    """Undetermined: a contract was signed after the closing day."""
    DOSSIER_ROWS_DIFFER = "dossier_rows_differ"
    """Undetermined: rows with one dossier number differ."""
    BORN_AFTER_DAY = "born_after_day"
    """Undetermined: the number belongs to somebody born after the day."""
    NUMBER_REPLACED_BY_TWO = "number_replaced_by_two"
    """Undetermined: a register number was replaced by two."""
    NUMBERS_REPLACED_IN_CIRCLE = "numbers_replaced_in_circle"
    """Undetermined: register numbers were replaced in a circle."""
    REPLACEMENT_OUT_OF_ORDER = "replacement_out_of_order"
    """Undetermined: a later replacement is dated by the day where an earlier one is not."""
    SEVERAL_NUMBERS = "several_numbers"
    """Undetermined: the person has two last numbers on the day."""

    @property
    def citation(self) -> native.Citation:
        """The source of the rule behind the reason."""
        return native._reason_code_citation(self)


class FindingKind(StrEnum):
    """The kinds of finding: faults, each with the code of its reason, then rows without effect.

    >>> import inburgering as ib
    >>> ib.FindingKind.EMPTY_SPELL.english
    'the spell ends on or before its start and covers no day'
    >>> ib.FindingKind.EMPTY_SPELL.reason is None, ib.FindingKind.RESIDENCE_CONFLICT.reason
    (True, <ReasonCode.RESIDENCE_CONFLICT: 'residence_conflict'>)
    """

    RESIDENCE_CONFLICT = "residence_conflict"
    """A fault: spells in different municipalities cover one day."""
    MUNICIPALITY_NOT_YET = "municipality_not_yet"
    """A fault: the municipality code begins only after the fact; before its first day no answer can rest on it."""
    MUNICIPALITY_UNKNOWN = "municipality_unknown"
    """A fault: the code is no municipality's."""
    CONTRACT_CONFLICT = "contract_conflict"
    """A fault: contracts of one day lie in different municipalities."""
    CONTRACT_MUNICIPALITY_MISSING = "contract_municipality_missing"
    """A fault: the contract has no municipality."""
    CLOSED_BEFORE_REGISTRATION = "closed_before_registration"
    """A fault: closed before the registration."""
    ATTEST_BEFORE_REGISTRATION = "attest_before_registration"
    """A fault: attest obtained before the registration."""
    CONTRACT_BEFORE_REGISTRATION = "contract_before_registration"
    """A fault: contract signed before the registration."""
    CONTRACT_AFTER_CLOSING = "contract_after_closing"
    """A fault: contract signed after the closing."""
    DOSSIER_ROWS_DIFFER = "dossier_rows_differ"
    """A fault: rows with one dossier number differ."""
    BORN_AFTER_DAY = "born_after_day"
    """A fault: by the register number the person was born after the first dated fact."""
    NUMBER_REPLACED_BY_TWO = "number_replaced_by_two"
    """A fault: a number was replaced by two."""
    NUMBERS_REPLACED_IN_CIRCLE = "numbers_replaced_in_circle"
    """A fault: numbers were replaced in a circle."""
    REPLACEMENT_OUT_OF_ORDER = "replacement_out_of_order"
    """A fault: a later replacement is dated before an earlier one."""
    SEVERAL_NUMBERS = "several_numbers"
    """A fault: on some day the person has more than one last number."""
    EMPTY_SPELL = "empty_spell"
    """A spell ends on or before its start: it covers no day."""
    DOSSIER_WITHOUT_DATE = "dossier_without_date"
    """A dossier has no date: it counts for nothing."""
    UNDATED_CONTRACT_MUNICIPALITY = "undated_contract_municipality"
    """A contract's municipality has no date of contract: it counts for nothing."""
    REGISTRATION_MISSING = "registration_missing"
    """The registration date of a dossier is missing."""
    IDENTICAL_ROWS = "identical_rows"
    """Rows say the same: they count once."""
    DEATHS_DIFFER = "deaths_differ"
    """Deaths of one person on different days: the earliest counts."""
    REPLACEMENT_DAYS_DIFFER = "replacement_days_differ"
    """One number was replaced by another on different days: the earliest counts."""
    REPLACED_BY_ITSELF = "replaced_by_itself"
    """A number was replaced by itself: no replacement."""

    @property
    def reason(self) -> ReasonCode | None:
        """The reason of an answer that reads the fault; ``None`` for rows without effect."""
        return ReasonCode(self.value) if self.value in set(ReasonCode) else None

    @property
    def english(self) -> str:
        """The sentence for an English reader."""
        return native._finding_kind_english(self)

    @property
    def dutch(self) -> str:
        """The sentence for a Dutch reader."""
        return native._finding_kind_dutch(self)


__all__ += ["Brussels"]


class Brussels(StrEnum):
    """For a time, until it stands among the words of protocols and requests."""

    REFUSED = "refused"
    ALLOWED = "allowed"


# What leaves the agency.
