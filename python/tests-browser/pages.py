"""Every page that people open, made of small synthetic data."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Callable

import inburgering as ib
from delivering import Exchange, Tables
from reporting import CITY, VILLAGE, figures

LETTERS = {"moved": "85.07.30-901.33", "undetermined": "88.03.03-910.93", "replaced": "99.01.01-902.87"}
"""Persons with something else to tell each."""


def report(municipality: str) -> str:
    """The figures report of a municipality."""
    return ib.report.figures_report(figures(), municipality)


def cover_note() -> str:
    """The cover note of a delivery to Brugge."""
    return Exchange().deliver().cover_note.to_html()


def letter(insz: str, language: str) -> str:
    """The letter to a person of that delivery."""
    return Exchange().placed().explain(insz, language=language).to_html()


def long_letter(language: str) -> str:
    """A letter with years in Gent and months in Antwerpen; the day that is asked about lies in the middle of these."""
    insz = LETTERS["moved"]
    residences = [
        {"insz": insz, "municipality": "44021", "valid_from": "2020-01-06", "valid_until": "2024-06-01"},
        {"insz": insz, "municipality": "11002", "valid_from": "2024-06-01"},
    ]
    tables = Tables([{"dossier": "D-1", "insz": insz, "registered_on": "2020-01-06"}], residences)
    return tables.caseload().place(on=dt.date(2025, 1, 20)).explain(insz, language=language).to_html()


PAGES: dict[str, Callable[[], str]] = {
    "report-city": functools.cache(functools.partial(report, CITY)),
    "report-village": functools.cache(functools.partial(report, VILLAGE)),
    "cover-note": cover_note,
    **{
        f"letter-{who}-{language}": functools.partial(letter, insz, language)
        for who, insz in LETTERS.items()
        for language in ib.Language
    },
    **{f"letter-long-{language}": functools.partial(long_letter, language) for language in ib.Language},
}
"""Each page by its name."""
