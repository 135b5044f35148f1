from __future__ import annotations

import copy
import datetime as dt
import pickle

import inburgering as ib
import pytest
from delivering import Exchange, Row, Tables


@pytest.fixture(scope="module")
def note() -> ib.CoverNote:
    return Exchange().deliver().cover_note


def test_it_says_what_the_municipality_must_know(note: ib.CoverNote) -> None:
    assert (note.municipality, note.on) == (ib.municipality("31005"), dt.date(2026, 2, 10))
    assert (str(note.protocol), note.protocol_kind) == ("P-31005", ib.ProtocolKind.STANDARD)
    assert (str(note.request), note.received_on) == ("31005-2026-02-02", dt.date(2026, 2, 2))
    assert tuple(note.purposes) == (ib.Purpose.CEREMONY, ib.Purpose.BUDDY_WORK)
    assert note.legal_basis is ib.LegalBasis.ARTICLE_46_8
    assert (note.persons, note.kept_until) == (6, dt.date(2027, 2, 9))
    assert [str(notice.code) for notice in note.notices] == ["page_cites_article_20"]


def test_its_text_is_dutch(note: ib.CoverNote) -> None:
    text = str(note)
    assert text.startswith("Begeleidende nota bij de lijst van inburgeraars\n\nGemeente: Brugge (31005)\n")
    assert "Te bewaren tot en met: 9 februari 2027\n" in text
    assert "Let op bij afgesloten dossiers." in text
    assert repr(note) == "<inburgering.CoverNote of 6 persons to 31005 (Brugge) on 2026-02-10>"


def people(*, closed: int, active: int) -> Tables:
    """Persons of Brugge without attest."""
    dossiers: list[Row] = []
    residences: list[Row] = []
    for n in range(closed + active):
        sequence = 900 + n
        number = f"85.07.30-{sequence}.{97 - (850730 * 1000 + sequence) % 97:02}"
        row = {"dossier": f"D-{n}", "insz": number, "registered_on": "2025-01-06"}
        ended = {"contract_signed_on": "2025-02-03", "contract_municipality": "31005", "closed_on": "2025-03-03"}
        dossiers.append(row | ended if n < closed else row)
        residences.append({"insz": number, "municipality": "31005"})
    return Tables(dossiers=dossiers, residences=residences)


@pytest.mark.parametrize(("closed", "active", "told"), [(5, 5, True), (4, 5, False), (5, 4, False), (6, 7, True)])
def test_the_number_of_closed_rows_is_told_only_among_five_of_each(closed: int, active: int, told: bool) -> None:
    note = Exchange(tables=people(closed=closed, active=active)).deliver().cover_note
    assert ib.ClosedRows.LEAST == 5
    if told:
        assert (note.closed.code, note.closed.number) == ("number", closed)
        assert (str(note.closed), repr(note.closed)) == (f"{closed} rows", f"ClosedRows({closed})")
        assert f"{closed} personen op deze lijst hebben alleen afgesloten dossiers" in str(note)
    else:
        assert (note.closed.code, note.closed.number) == ("part", None)
        assert (str(note.closed), repr(note.closed)) == ("a part of the rows, perhaps none or all", "ClosedRows(part)")


def test_it_cannot_be_made_changed_or_pickled(note: ib.CoverNote) -> None:
    assert note == Exchange().deliver().cover_note
    assert hash(note) == hash(Exchange().deliver().cover_note)
    for value in (note, note.closed):
        with pytest.raises(TypeError):
            type(value)()
        with pytest.raises(TypeError, match=r"cannot be pickled.*keep its"):
            pickle.dumps(value)
        assert copy.deepcopy(value) is value
    with pytest.raises(AttributeError):
        note.persons = 7  # type: ignore[misc]
