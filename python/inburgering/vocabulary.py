"""The words of the library: enums of text. Wherever one is asked for, its text is good too."""

from __future__ import annotations

from enum import StrEnum

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


# What leaves the agency.

__all__ += ["FigureKind", "Use"]


class FigureKind(StrEnum):
    """What a figure counts: once a person and year.

    >>> import inburgering as ib
    >>> [str(kind) for kind in ib.FigureKind]
    ['registrations', 'contracts', 'attests']
    """

    REGISTRATIONS = "registrations"
    """Registrations (*aanmeldingen*)."""
    CONTRACTS = "contracts"
    """Contracts signed (*inburgeringscontracten*)."""
    ATTESTS = "attests"
    """Attests obtained (*attesten van inburgering*)."""


class Use(StrEnum):
    """What a municipality uses a list for, as far as that calls for other rows (page, "Waarom interessant voor lokale besturen?").

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
