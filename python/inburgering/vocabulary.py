"""The words of the library: enums of text. Wherever one is asked for, its text is good too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import NoReturn

from . import _inburgering as native
from .errors import VocabularyError

__all__ = [
    "AssessmentOutcome",
    "AttestRegime",
    "Authority",
    "Awaited",
    "Basis",
    "BirthAgreement",
    "Brussels",
    "Century",
    "ChangeKind",
    "ChangeReason",
    "ClosedRule",
    "Counted",
    "DeliveryState",
    "DisclosedBy",
    "Door",
    "EventKind",
    "FindingKind",
    "HolidayKind",
    "InheritedProtocol",
    "InputTable",
    "InszKind",
    "JudgedBy",
    "Language",
    "LegalBasis",
    "Measure",
    "NoticeCode",
    "Occasion",
    "Outcome",
    "Party",
    "ProtocolKind",
    "ProtocolStage",
    "ProtocolStep",
    "Province",
    "Purpose",
    "Readable",
    "ReasonCode",
    "RefusalCode",
    "Region",
    "RequestState",
    "Sex",
    "UnreadableRows",
    "Use",
    "YearRule",
]


class _Word(StrEnum):
    """A word of a closed vocabulary."""

    @classmethod
    def _missing_(cls, value: object) -> NoReturn:
        """Refuse any other text, without repeating it: it may be a register number in the wrong place."""
        allowed = tuple(word.value for word in cls)
        what = f"a text of {len(value)} characters" if isinstance(value, str) else f"a {type(value).__name__}"
        message = f"{what} is no {cls.__name__}; give one of {', '.join(allowed)}"
        raise VocabularyError(message, "unknown_word", {"vocabulary": cls.__name__, "allowed": allowed})


class Language(_Word):
    """The language of a text for people.

    >>> import inburgering as ib
    >>> ib.Language("nl") is ib.Language.DUTCH
    True
    """

    DUTCH = "nl"
    ENGLISH = "en"


# Numbers, places, days.


class InszKind(_Word):
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


class Sex(_Word):
    """The sex (*geslacht*) that a register number tells.

    >>> import inburgering as ib
    >>> ib.Insz("85.07.30-901.33").sex
    <Sex.MAN: 'man'>
    """

    MAN = "man"
    """An odd sequence."""
    WOMAN = "woman"
    """An even sequence."""


class Century(_Word):
    """The century of birth (*eeuw*), which the check digits of a register number tell.

    >>> import inburgering as ib
    >>> ib.Insz("85.07.30-901.33").century
    <Century.FROM_1900: 'from_1900'>
    """

    FROM_1900 = "from_1900"
    """Born 1900 to 1999."""
    FROM_2000 = "from_2000"
    """Born 2000 to 2099."""


class BirthAgreement(_Word):
    """How far a register number agrees with a birth date known from elsewhere: ``Insz.check_birth_date``.

    >>> import datetime as dt, inburgering as ib
    >>> ib.Insz("25.00.00-902.40").check_birth_date(dt.date(2025, 6, 1))
    <BirthAgreement.YEAR: 'year'>
    """

    DAY = "day"
    """The number tells the date, and it is the same."""
    YEAR_MONTH = "year_month"
    """The number tells year and month only, and they are the same."""
    YEAR = "year"
    """The number tells the year only, and it is the same."""
    NOTHING_KNOWN = "nothing_known"
    """The number tells nothing of the birth: the comparison says nothing."""


class Region(_Word):
    """A region (*gewest*) of Belgium.

    >>> import inburgering as ib
    >>> ib.municipality("62063").region.dutch
    'Wallonië'
    """

    FLANDERS = "flanders"
    """The Flemish Region (*Vlaams Gewest*)."""
    BRUSSELS = "brussels"
    """The Brussels-Capital Region (*Brussels Hoofdstedelijk Gewest*), which has no provinces."""
    WALLONIA = "wallonia"
    """The Walloon Region (*Waals Gewest*)."""

    @property
    def dutch(self) -> str:
        """The Dutch name."""
        return native._region_dutch(self)

    @property
    def english(self) -> str:
        """The English name."""
        return native._region_english(self)


class Province(_Word):
    """A province (*provincie*) of Flanders or Wallonia.

    >>> import datetime as dt, inburgering as ib
    >>> # Zwijndrecht left the province of Antwerpen when it merged in 2025.
    >>> before = ib.municipality("11056")
    >>> before.province.dutch, before.current(on=dt.date(2025, 1, 1)).province.dutch
    ('Antwerpen', 'Oost-Vlaanderen')
    """

    ANTWERPEN = "antwerpen"
    """Antwerpen, in Flanders."""
    LIMBURG = "limburg"
    """Limburg, in Flanders."""
    OOST_VLAANDEREN = "oost_vlaanderen"
    """Oost-Vlaanderen, in Flanders."""
    VLAAMS_BRABANT = "vlaams_brabant"
    """Vlaams-Brabant, in Flanders."""
    WEST_VLAANDEREN = "west_vlaanderen"
    """West-Vlaanderen, in Flanders."""
    HENEGOUWEN = "henegouwen"
    """Henegouwen (Hainaut), in Wallonia."""
    LUIK = "luik"
    """Luik (Liège), in Wallonia."""
    LUXEMBURG = "luxemburg"
    """Luxemburg (Luxembourg), in Wallonia."""
    NAMEN = "namen"
    """Namen (Namur), in Wallonia."""
    WAALS_BRABANT = "waals_brabant"
    """Waals-Brabant (Brabant wallon), in Wallonia."""

    @property
    def dutch(self) -> str:
        """The Dutch name: `Oost-Vlaanderen`."""
        return native._province_dutch(self)


class HolidayKind(_Word):
    """Which public holiday (*feestdag*) or closing day of the Flemish government a day is.

    >>> import inburgering as ib
    >>> ib.HolidayKind.ARMISTICE.english, ib.HolidayKind.ARMISTICE.dutch
    ('Armistice Day', 'Wapenstilstand')
    """

    NEW_YEAR = "new_year"
    """New Year's Day (*Nieuwjaar*), 1 January."""
    EASTER_MONDAY = "easter_monday"
    """Easter Monday (*Paasmaandag*)."""
    LABOUR_DAY = "labour_day"
    """Labour Day (*Feest van de Arbeid*), 1 May."""
    ASCENSION = "ascension"
    """Ascension Day (*Onze-Lieve-Heer-Hemelvaart*), 39 days after Easter."""
    ASCENSION_STAND_IN = "ascension_stand_in"
    """The day that stood in for Ascension Day in 2008, which fell on 1 May: 2 May 2008."""
    WHIT_MONDAY = "whit_monday"
    """Whit Monday (*Pinkstermaandag*), 50 days after Easter."""
    NATIONAL_DAY = "national_day"
    """National Day (*Nationale feestdag*), 21 July."""
    ASSUMPTION = "assumption"
    """Assumption Day (*Onze-Lieve-Vrouw-Hemelvaart*), 15 August."""
    ALL_SAINTS = "all_saints"
    """All Saints' Day (*Allerheiligen*), 1 November."""
    ARMISTICE = "armistice"
    """Armistice Day (*Wapenstilstand*), 11 November."""
    CHRISTMAS = "christmas"
    """Christmas Day (*Kerstmis*), 25 December."""
    FLEMISH_COMMUNITY = "flemish_community"
    """Day of the Flemish Community (*Feest van de Vlaamse Gemeenschap*), 11 July; Flemish government only."""
    ALL_SOULS = "all_souls"
    """All Souls' Day (*Allerzielen*), 2 November; Flemish government only."""
    KINGS_FEAST = "kings_feast"
    """King's Feast (*Koningsfeest*), 15 November; Flemish government only."""
    SECOND_CHRISTMAS_DAY = "second_christmas_day"
    """Second Day of Christmas (*tweede kerstdag*), 26 December; Flemish government only."""
    YEAR_END = "year_end"
    """Year-end closing (*eindejaarssluiting*), 27 to 31 December; Flemish government with year end only."""

    @property
    def english(self) -> str:
        """The English name."""
        return native._holiday_kind_english(self)

    @property
    def dutch(self) -> str:
        """The Dutch name."""
        return native._holiday_kind_dutch(self)

    @property
    def citation(self) -> native.Citation:
        """The text that makes it a holiday."""
        return native._holiday_kind_citation(self)


class Authority(_Word):
    """What kind of authority a rule has: ``Citation.authority``.

    >>> import inburgering as ib
    >>> ib.Citation.PAGE_TERM.authority
    <Authority.PAGE: 'page'>
    """

    LAW = "law"
    """A legal text."""
    PAGE = "page"
    """The page of the Agentschap Integratie en Inburgering on the exchange of personal data."""
    OWNER = "owner"
    """A decision of the project's owner, which wins over the page."""
    FACTS = "facts"
    """Facts published by a statistical office."""
    CHOICE = "choice"
    """A choice of this library where law and page are silent."""


class LegalBasis(_Word):
    """The legal basis (*rechtsgrond*) on which municipalities get data: the decree of 7 June 2013, by date.

    >>> import datetime as dt, inburgering as ib
    >>> # On what ground was data disclosed in the spring of 2024, and on what ground from 16 June on?
    >>> ib.LegalBasis.on(dt.date(2024, 6, 15))
    <LegalBasis.ARTICLE_20: 'article_20'>
    >>> ib.LegalBasis.on(dt.date(2024, 6, 16)).citation.article
    'art. 46/8, first paragraph, 4°, b)'
    >>> # The page still cites the first.
    >>> ib.LegalBasis.CITED_BY_PAGE is ib.LegalBasis.ARTICLE_20
    True
    """

    ARTICLE_20 = "article_20"
    """Art. 20 §1, 7°, from 2019-07-29 to 2024-06-15."""
    ARTICLE_46_8 = "article_46_8"
    """Art. 46/8, first paragraph, 4°, b), from 2024-06-16."""
    CITED_BY_PAGE = "article_20"
    """The legal basis that the page cites, whatever the day: another name of ``ARTICLE_20``."""

    @classmethod
    def on(cls, day: dt.date, /) -> LegalBasis | None:
        """The legal basis on a day; ``None`` before 2019-07-29."""
        return native._legal_basis_on(day)

    @property
    def period(self) -> native.Period:
        """The days on which it is, or was, the legal basis."""
        return native._legal_basis_period(self)

    @property
    def retention_cap(self) -> int | None:
        """The longest that data may be kept, in months, where the law itself has a cap.

        Sixty months under art. 20; ``None`` under art. 46/8, where the protocol sets it.
        """
        return native._legal_basis_retention_cap(self)

    @property
    def citation(self) -> native.Citation:
        """The article."""
        return native._legal_basis_citation(self)


class AttestRegime(_Word):
    """What an attest asks for (*voorwaarden voor het attest van inburgering*), by date: a fact of the law.

    Which regime a person falls under depends on facts that the exchange does not hold, and is never guessed.

    >>> import datetime as dt, inburgering as ib
    >>> # What did a contract of the spring of 2022 ask for?
    >>> regime = ib.AttestRegime.on(dt.date(2022, 4, 1))
    >>> regime, regime.judged_by
    (<AttestRegime.TEST_2022: 'test_2022'>, <JudgedBy.CONTRACT_DATE: 'contract_date'>)
    >>> print(regime.english)
    pass the social orientation test, reach Dutch level A2 and be registered with the employment service
    """

    EFFORT = "effort"
    """Until 2016-02-28: an effort."""
    RESULT = "result"
    """From 2016-02-29: a result."""
    TEST_2022 = "test_2022"
    """Contracts from 2022-03-01: tests, and registration with the employment service."""
    PARTICIPATION_2023 = "participation_2023"
    """Contracts from 2023-01-01: the participation and networking track as well."""

    @classmethod
    def on(cls, day: dt.date, /) -> AttestRegime:
        """The regime that is in force on a day; for whose attest is another question: see ``judged_by``."""
        return native._attest_regime_on(day)

    @property
    def period(self) -> native.Period:
        """The days of the regime: of contracts, where ``judged_by`` says so."""
        return native._attest_regime_period(self)

    @property
    def judged_by(self) -> JudgedBy:
        """The date by which it is judged whether the regime holds."""
        return native._attest_regime_judged_by(self)

    @property
    def english(self) -> str:
        """What is asked, in English."""
        return native._attest_regime_english(self)

    @property
    def dutch(self) -> str:
        """What is asked, in Dutch."""
        return native._attest_regime_dutch(self)

    @property
    def citation(self) -> native.Citation:
        """The source of the regime."""
        return native._attest_regime_citation(self)


class JudgedBy(_Word):
    """The date by which the law says which attest regime holds.

    >>> import inburgering as ib
    >>> ib.AttestRegime.RESULT.judged_by
    <JudgedBy.NOT_STATED: 'not_stated'>
    """

    NOT_STATED = "not_stated"
    """The page names the day of the change only, not which of a person's dates it is held against."""
    CONTRACT_DATE = "contract_date"
    """The day on which the contract was signed."""


# Protocols and requests.


class Purpose(_Word):
    """A purpose (*doel*) for which a municipality may use the data, as a protocol names it.

    Wherever purposes are asked for, one word is good, and any iterable of words; they come out as a tuple without
    repetition, in this order. A text that is no purpose, and an empty iterable, is a ``PurposeError``.

    >>> import inburgering as ib
    >>> ib.Purpose.BUDDY_WORK.dutch
    'buddywerking voor nieuwkomers'
    """

    WELCOME_POLICY = "welcome_policy"
    """Welcoming new inhabitants (*onthaalbeleid*)."""
    CEREMONY = "ceremony"
    """The civic integration ceremony (*inburgeringsceremonie*)."""
    BUDDY_WORK = "buddy_work"
    """Buddies for newcomers (*buddywerking*)."""
    DUTCH_PRACTICE = "dutch_practice"
    """Occasions to practise Dutch (*oefenkansen Nederlands*)."""

    @property
    def dutch(self) -> str:
        """The purpose in the words of a Dutch letter."""
        return native._purpose_dutch(self)

    @property
    def english(self) -> str:
        """The purpose in the words of an English letter."""
        return native._purpose_english(self)

    @property
    def citation(self) -> native.Citation:
        """The source that names the purpose."""
        return native._purpose_citation(self)


class Party(_Word):
    """One of the two that conclude a protocol (*partij*).

    >>> import inburgering as ib
    >>> [party.dutch for party in ib.Party]
    ['het agentschap', 'de gemeente']
    """

    AGENCY = "agency"
    """The agency for integration and civic integration (*agentschap Integratie en Inburgering*)."""
    MUNICIPALITY = "municipality"
    """The municipality (*gemeente*)."""

    @property
    def dutch(self) -> str:
        """The party in the words of a Dutch letter."""
        return native._party_dutch(self)

    @property
    def english(self) -> str:
        """The party in the words of an English letter."""
        return native._party_english(self)


class ProtocolKind(_Word):
    """The standard protocol (*standaardprotocol*) or a custom one.

    >>> import inburgering as ib
    >>> ib.ProtocolKind.CUSTOM.dutch
    'eigen protocol'
    """

    STANDARD = "standard"
    """The standard protocol, drawn up with VVSG."""
    CUSTOM = "custom"
    """A protocol of the municipality's own."""

    @property
    def dutch(self) -> str:
        """The kind in the words of a Dutch letter."""
        return native._protocol_kind_dutch(self)


class ProtocolStep(_Word):
    """A step in the life of a protocol (*stap*); what each party does is a step of its own.

    >>> import inburgering as ib
    >>> [step.english for step in ib.ProtocolStep.VALIDATION.requires]  # What comes before the validation?
    ['the signature of the agency', 'the signature of the municipality']
    """

    REQUEST = "request"
    """The request (*aanvraag*)."""
    ADVICE_OF_AGENCY = "advice_of_agency"
    """The advice of the agency's data protection officer (*advies van de DPO*)."""
    ADVICE_OF_MUNICIPALITY = "advice_of_municipality"
    """The advice of the municipality's data protection officer (*advies van de DPO*)."""
    SIGNATURE_OF_AGENCY = "signature_of_agency"
    """The agency's signature (*ondertekening*)."""
    SIGNATURE_OF_MUNICIPALITY = "signature_of_municipality"
    """The municipality's signature (*ondertekening*)."""
    VALIDATION = "validation"
    """The validation (*validatie*)."""
    PUBLICATION_BY_AGENCY = "publication_by_agency"
    """The publication on the agency's website (*bekendmaking*)."""
    PUBLICATION_BY_MUNICIPALITY = "publication_by_municipality"
    """The publication on the municipality's website (*bekendmaking*)."""
    TERMINATION = "termination"
    """The termination (*beëindiging*)."""

    @property
    def english(self) -> str:
        """The step in English words."""
        return native._protocol_step_english(self)

    @property
    def requires(self) -> tuple[ProtocolStep, ...]:
        """The steps without which this one cannot be taken."""
        return tuple(native._protocol_step_requires(self))


class ProtocolStage(_Word):
    """The stage of a protocol on a day (*fase*); the stages are ordered as they follow each other.

    >>> import inburgering as ib
    >>> ib.ProtocolStage.REQUESTED < ib.ProtocolStage.SIGNED
    True
    >>> ib.ProtocolStage.IN_FORCE.dutch
    'van kracht'
    """

    REQUESTED = "requested"
    """Requested; not both have advised."""
    ADVISED = "advised"
    """Both have advised; not both have signed."""
    SIGNED = "signed"
    """Both have signed; not validated."""
    IN_FORCE = "in_force"
    """Validated, and not ended."""
    ENDED = "ended"
    """Terminated, or its term ran out."""

    @property
    def dutch(self) -> str:
        """The stage in Dutch."""
        return native._protocol_stage_dutch(self)

    @property
    def _place(self) -> int:
        return list(type(self)).index(self)

    def __lt__(self, other: str) -> bool:
        return self._place < type(self)(other)._place

    def __le__(self, other: str) -> bool:
        return self._place <= type(self)(other)._place

    def __gt__(self, other: str) -> bool:
        return self._place > type(self)(other)._place

    def __ge__(self, other: str) -> bool:
        return self._place >= type(self)(other)._place


class Door(_Word):
    """The door by which a request comes in (*knop op de pagina*). A text that is no door is a ``RequestError``.

    >>> import inburgering as ib
    >>> ib.Door.CUSTOM_PROTOCOL_AND_DATA.protocol_asked
    <ProtocolKind.CUSTOM: 'custom'>
    """

    DATA = "data"
    """The municipality has a signed protocol, and asks for data (the default)."""
    STANDARD_PROTOCOL_AND_DATA = "standard_protocol_and_data"
    """It has none, and asks for the standard protocol and data."""
    CUSTOM_PROTOCOL_AND_DATA = "custom_protocol_and_data"
    """It has none, and asks for a protocol of its own and data."""

    @property
    def protocol_asked(self) -> ProtocolKind | None:
        """The kind of protocol that is asked for by this door; ``None`` where one is said to exist."""
        return native._door_protocol_asked(self)


class RequestState(_Word):
    """The state of a request (*stand van de aanvraag*).

    >>> import inburgering as ib
    >>> ib.RequestState.REFUSED.may_become("granted")  # Can a refusal be taken back?
    False
    """

    RECEIVED = "received"
    """Received, not yet assessed (*ontvangen*)."""
    GRANTED = "granted"
    """Granted (*toegekend*): the list may be delivered."""
    WAITING = "waiting"
    """Waiting for the signature or the validation of its protocol (*in wacht*)."""
    REFUSED = "refused"
    """Refused (*geweigerd*): final; the municipality may ask anew."""
    DELIVERED = "delivered"
    """The list was delivered (*meegedeeld*): final."""
    WITHDRAWN = "withdrawn"
    """The municipality took the request back (*ingetrokken*): final."""

    @property
    def is_open(self) -> bool:
        """Whether the request is granted or waiting: neither at its end nor still to be assessed."""
        return native._request_state_is_open(self)

    def may_become(self, next: RequestState | str, /) -> bool:  # noqa: A002
        """Whether a request in this state may come into the other."""
        return native._request_state_may_become(self, next)


class DeliveryState(_Word):
    """What became of a delivery by the log (*stand van de mededeling*).

    >>> import inburgering as ib
    >>> [str(state) for state in ib.DeliveryState]
    ['intended', 'done', 'abandoned']
    """

    INTENDED = "intended"
    """Begun, and not known to be done: resume or abandon it."""
    DONE = "done"
    """Done: the folder stands there."""
    ABANDONED = "abandoned"
    """Abandoned: its request takes no year."""


class DisclosedBy(_Word):
    """How a person was disclosed: on a list, or in a notice on it.

    >>> import inburgering as ib
    >>> [str(by) for by in ib.DisclosedBy]
    ['list', 'deletion', 'renumbering', 'addition', 'correction']
    """

    LIST = "list"
    """On the list that was delivered."""
    DELETION = "deletion"
    """In a notice: a number to delete."""
    RENUMBERING = "renumbering"
    """In a notice: a number of theirs that takes the place of another on the list."""
    ADDITION = "addition"
    """In a notice: a row to add."""
    CORRECTION = "correction"
    """In a notice: a row whose flags are put right."""


class EventKind(_Word):
    """What an entry of the log says (*regel van het logboek*).

    >>> import inburgering as ib
    >>> [str(kind) for kind in ib.EventKind]
    ['intended', 'done', 'abandoned', 'noticed']
    """

    INTENDED = "intended"
    """A list is about to be delivered; its request takes the year from now on."""
    DONE = "done"
    """It was delivered: the folder stands there."""
    ABANDONED = "abandoned"
    """It was not delivered, and takes no year any more."""
    NOTICED = "noticed"
    """A notice of a recall was given on it, or is about to be."""


class YearRule(_Word):
    """What "once a year" means (*één keer per jaar*): two receipts in one year block each other.

    The agency's page says "maximaal één keer per jaar" and not what a year is: the calendar year is a choice of this
    library.

    >>> import datetime as dt, inburgering as ib
    >>> first, second = dt.date(2024, 12, 1), dt.date(2025, 1, 2)
    >>> [rule.blocks(first, second) for rule in ib.YearRule]  # Is that twice a year?
    [False, True]
    """

    CALENDAR = "calendar"
    """Two receipts in one calendar year (the default)."""
    ROLLING_TWELVE_MONTHS = "rolling_twelve_months"
    """Two receipts less than twelve months apart, whichever was first."""

    def blocks(self, one: dt.date, other: dt.date, /) -> bool:
        """Whether receipts on these two days fall in one year; the order does not matter."""
        return native._year_rule_blocks(self, one, other)

    def first_free(self, start: dt.date, receipts: Iterable[dt.date], /) -> dt.date:
        """The first day, from ``start`` on, that shares its year with none of the receipts.

        >>> import datetime as dt, inburgering as ib
        >>> ib.YearRule.ROLLING_TWELVE_MONTHS.first_free(dt.date(2025, 1, 2), [dt.date(2024, 2, 29)])
        datetime.date(2025, 2, 28)
        """
        return native._year_rule_first_free(self, start, receipts)


class Brussels(_Word):
    """Whether a Brussels municipality may ask for a list and be on one (*Brusselse gemeenten*).

    Page and law are silent; that they are refused is a choice of this library.

    >>> import inburgering as ib
    >>> ib.AssessmentOptions().brussels
    <Brussels.REFUSED: 'refused'>
    """

    REFUSED = "refused"
    """Brussels municipalities are refused (the default)."""
    ALLOWED = "allowed"
    """Brussels municipalities are treated as Flemish ones."""


class InheritedProtocol(_Word):
    """Whether a protocol that a merger handed on is good enough (*overgenomen protocol*).

    No rule was published; that it is not is a choice of this library.

    >>> import inburgering as ib
    >>> ib.AssessmentOptions().inherited
    <InheritedProtocol.REFUSED: 'refused'>
    """

    REFUSED = "refused"
    """A request on a predecessor's protocol is refused (the default)."""
    ACCEPTED = "accepted"
    """A request may rely on a predecessor's protocol; it is granted with a notice."""


class AssessmentOutcome(_Word):
    """The answer to a request (*beslissing*).

    What a waiting request waits for is ``Assessment.awaited``; why one is refused, ``Assessment.reasons``.

    >>> import inburgering as ib
    >>> ib.AssessmentOutcome.GRANTED.state
    <RequestState.GRANTED: 'granted'>
    """

    GRANTED = "granted"
    """Granted (*toegekend*)."""
    WAITING = "waiting"
    """Waiting (*in wacht*) for the signature or the validation of its protocol."""
    REFUSED = "refused"
    """Refused (*geweigerd*), with all the reasons."""

    @property
    def state(self) -> RequestState:
        """The state into which a request with this answer comes."""
        return RequestState(self.value)


class Awaited(_Word):
    """What a waiting request waits for (*waarop gewacht wordt*).

    >>> import inburgering as ib
    >>> [str(awaited) for awaited in ib.Awaited]
    ['signature', 'validation']
    """

    SIGNATURE = "signature"
    """The signatures of its protocol."""
    VALIDATION = "validation"
    """The validation of its protocol."""


class Occasion(_Word):
    """For what a request is assessed (*aanleiding*).

    >>> import inburgering as ib
    >>> [str(occasion) for occasion in ib.Occasion]
    ['answer', 'delivery']
    """

    ANSWER = "answer"
    """To answer it."""
    DELIVERY = "delivery"
    """To deliver the list: everything is checked again, and nothing is waited for."""


class NoticeCode(_Word):
    """The codes of the closed catalogue of notices, in its order.

    >>> import inburgering as ib
    >>> print(ib.NoticeCode.CITY_AGENCY.citation.article)
    art. 25
    """

    CARRIED_OVER = "carried_over"
    """The code of the municipality that asked ended; its legal person goes on under another."""
    CITY_AGENCY = "city_agency"
    """The municipality has a city agency that acts in the agency's place."""
    TERRITORY_GROWN = "territory_grown"
    """The territory grew by a merger after the protocol was validated."""
    INHERITED_PROTOCOL = "inherited_protocol"
    """The request is granted, by option, on a predecessor's protocol."""
    NOT_PUBLISHED = "not_published"
    """The protocol is in force, and has still to be published."""
    DOOR_NOT_SIGNED = "door_not_signed"
    """The request came by the door for those with a signed protocol; theirs is not signed yet."""
    DOOR_ALREADY_SIGNED = "door_already_signed"
    """The request asks for a protocol; one is signed already."""
    NO_TERM_STATED = "no_term_stated"
    """A custom protocol was still to be signed at receipt, for which no term is stated: there is no due day."""
    PAGE_CITES_ARTICLE_20 = "page_cites_article_20"
    """The list is delivered on art. 46/8; the agency's page still cites art. 20."""

    @property
    def citation(self) -> native.Citation:
        """The source of the rule behind the notice."""
        return native._notice_code_citation(self)


class RefusalCode(_Word):
    """The codes of the closed catalogue of refusals, in its order.

    >>> import inburgering as ib
    >>> print(ib.RefusalCode.PURPOSE_OUTSIDE_PROTOCOL.citation.article)
    art. 8 §1
    """

    NOT_FLEMISH = "not_flemish"
    """The municipality lies in Wallonia."""
    BRUSSELS_NOT_STATED = "brussels_not_stated"
    """The municipality lies in Brussels, and the option does not allow it."""
    MUNICIPALITY_ENDED = "municipality_ended"
    """The municipality ended after receipt, and its legal person does not go on."""
    NO_LEGAL_BASIS = "no_legal_basis"
    """On the day there was no legal basis yet."""
    NO_PROTOCOL = "no_protocol"
    """The municipality has no protocol, and asked for none."""
    PROTOCOL_NOT_IN_FORCE = "protocol_not_in_force"
    """At delivery, the municipality's only protocol is not in force yet."""
    PROTOCOL_ENDED = "protocol_ended"
    """The municipality's protocol has ended, and it asked for no new one."""
    PROTOCOL_INHERITED = "protocol_inherited"
    """A merger made the municipality anew; it has only the protocols of its predecessors."""
    PURPOSE_OUTSIDE_PROTOCOL = "purpose_outside_protocol"
    """A purpose that the protocol does not name."""
    ALREADY_REQUESTED = "already_requested"
    """Another request of the same year counts."""

    @property
    def citation(self) -> native.Citation:
        """The source of the rule behind the refusal."""
        return native._refusal_code_citation(self)


# Persons and answers.


class InputTable(_Word):
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


class UnreadableRows(_Word):
    """What a ``Caseload`` does with rows that cannot be read, its ``problems=``.

    >>> import inburgering as ib
    >>> ib.UnreadableRows("raise")
    <UnreadableRows.REFUSED: 'raise'>
    """

    REFUSED = "raise"
    """There is no caseload: a ``CaseloadError`` with every problem."""
    SET_ASIDE = "set_aside"
    """The rows are set aside: each person that such a row names is undetermined on every day."""


class Readable(_Word):
    """Whether every row that names a person could be read.

    >>> import inburgering as ib
    >>> ib.Person("85.07.30-901.33").readable
    <Readable.WHOLE: 'whole'>
    """

    WHOLE = "whole"
    """Every row was read."""
    ROW_SET_ASIDE = "row_set_aside"
    """A row that names the person could not be read and was set aside."""


class ClosedRule(_Word):
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


class Outcome(_Word):
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


class Basis(_Word):
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


class ReasonCode(_Word):
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


class FindingKind(_Word):
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


# What leaves the agency.


class Measure(_Word):
    """What a figure counts: persons, each once a year.

    >>> import inburgering as ib
    >>> [str(measure) for measure in ib.Measure]
    ['registrations', 'contracts', 'attests', 'active', 'closed', 'moves_in', 'moves_out']
    """

    REGISTRATIONS = "registrations"
    """Who was registered (*aanmeldingen*), by the residence on the first such day of the year."""
    CONTRACTS = "contracts"
    """Who signed a contract (*inburgeringscontracten*), in the same way."""
    ATTESTS = "attests"
    """Who obtained an attest (*attesten van inburgering*), in the same way."""
    ACTIVE = "active"
    """Who has an active dossier (*actieve dossiers*) on the last day of the year, or on the snapshot in its year, by
    the residence on that day."""
    CLOSED = "closed"
    """Whose every dossier is closed (*afgesloten dossiers*) on that day, in the same way."""
    MOVES_IN = "moves_in"
    """Who came to live (*verhuisd naar*) in a Flemish municipality out of another municipality of Belgium, with an
    active dossier on the day of the move: by the municipality of the first such move of the year."""
    MOVES_OUT = "moves_out"
    """Who left (*verhuisd uit*) a Flemish municipality for another municipality of Belgium, with an active dossier on
    the day of the move: by the municipality that was left first in the year."""


class ChangeKind(_Word):
    """What changed between two lists of a municipality.

    >>> import inburgering as ib
    >>> len(ib.ChangeKind.CAME.reasons), ib.ChangeKind.CHANGED.reasons[0]
    (10, <ChangeReason.NUMBER_REPLACED: 'number_replaced'>)
    """

    CAME = "came"
    """Somebody came onto the list (*bijgekomen*)."""
    LEFT = "left"
    """Somebody left the list (*weggevallen*)."""
    CHANGED = "changed"
    """Somebody is on both lists, in a row that differs (*gewijzigd*)."""

    @property
    def dutch(self) -> str:
        """The word for a Dutch reader."""
        return native._change_kind_dutch(self)

    @property
    def reasons(self) -> tuple[ChangeReason, ...]:
        """The reasons that a change of this kind may have, in the order of the catalogue."""
        return native._change_kind_reasons(self)


class ChangeReason(_Word):
    """Why somebody came onto a list, left it, or stands on it in another row: the whole catalogue, in its order.

    The sentence says what happened between the two days, whichever of them is the earlier. A change has one reason.

    >>> import inburgering as ib
    >>> ib.ChangeReason.CLOSED_WITH_ATTEST.english
    'the last active dossier was closed with an attest'
    """

    FIRST_DOSSIER = "first_dossier"
    """Came, left: no dossier is known on the earlier day, and the number is no BIS number on either."""
    BIS_NUMBER = "bis_number"
    """Came, left: on one of the days the number is a BIS number."""
    DIED = "died"
    """Came, left: died between the days."""
    UNDETERMINED = "undetermined"
    """Came, left: cannot be determined on one of the days."""
    MUNICIPALITIES_MERGED = "municipalities_merged"
    """Came, left: no fact of the person changed, only the municipalities."""
    MOVED = "moved"
    """Came, left: the residence that is read is another one, or there is none any more."""
    DOSSIER_OPENED = "dossier_opened"
    """Came, left: every dossier was closed, and a new one is active."""
    CLOSED_WITH_ATTEST = "closed_with_attest"
    """Came, left: every dossier is closed, the last one by an attest."""
    CLOSED_WITHOUT_ATTEST = "closed_without_attest"
    """Came, left: every dossier is closed, the last one without an attest."""
    LATER_CONTRACT = "later_contract"
    """Came, left: every dossier is closed, and the latest contract is another one."""
    NUMBER_REPLACED = "number_replaced"
    """Changed: the number of the row was replaced; its flags may differ too."""
    CONTRACT = "contract"
    """Changed: a first contract was signed."""
    ATTEST = "attest"
    """Changed: a first attest was obtained."""
    CONTRACT_AND_ATTEST = "contract_and_attest"
    """Changed: both."""

    @property
    def english(self) -> str:
        """The sentence for an English reader."""
        return native._change_reason_english(self)

    @property
    def dutch(self) -> str:
        """The sentence for a Dutch reader."""
        return native._change_reason_dutch(self)

    @property
    def citation(self) -> native.Citation:
        """The source of the rule behind the reason."""
        return native._change_reason_citation(self)


class Counted(_Word):
    """Whom a count of changes counts, by their reasons.

    >>> import datetime as dt, inburgering as ib
    >>> from inburgering import example
    >>> changes = example.caseload().changes("44021", since=dt.date(2024, 2, 10), on=dt.date(2026, 2, 10))
    >>> next(iter(changes.counts())).counted
    <Counted.ALL_REASONS: 'all_reasons'>
    """

    ALL_REASONS = "all_reasons"
    """Everybody: a total."""
    REASON = "reason"
    """Who had the reason of the count."""
    OTHER_REASONS = "other_reasons"
    """Who had one of the reasons of the kind that have no count of their own (*andere redenen*)."""


class Use(_Word):
    """What a municipality uses a list for, as far as that calls for other rows.

    Page, "Waarom interessant voor lokale besturen?".

    >>> import inburgering as ib
    >>> from inburgering import example
    >>> len(example.delivery().disclosure_list.select(ib.Use.BUDDY_WORK))  # who may be asked whether they want a buddy?
    2
    """

    CEREMONY = "ceremony"
    """The civic integration ceremony (*inburgeringsceremonie*): those with an attest."""
    BUDDY_WORK = "buddy_work"
    """Buddy work (*buddywerking*): those without one."""
    DUTCH_PRACTICE = "dutch_practice"
    """Occasions to practise Dutch (*oefenkansen Nederlands*): both."""
