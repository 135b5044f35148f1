"""The facts about one person: records, numbers, and what is known when."""

from __future__ import annotations

import copy
import datetime as dt
import pickle

import inburgering as ib
import pytest

NUMBER = "85.07.30-901.33"
DAY = dt.date(2025, 2, 3)


def dossier() -> ib.Dossier:
    return ib.Dossier(
        " D-1 ",
        registered_on=dt.date(2024, 1, 8),
        contract_signed_on=dt.date(2024, 3, 1),
        contract_municipality="99999",
        attest_obtained_on=dt.date(2025, 6, 30),
        closed_on=dt.date(2025, 9, 1),
    )


def person() -> ib.Person:
    replacement = ib.Replacement(old="85.47.30-906.17", new=NUMBER, replaced_on=DAY)
    return ib.Person(
        NUMBER,
        dossiers=[dossier()],
        spells=[ib.Spell("44021", valid_from=DAY)],
        replacements=[replacement],
        died_on=dt.date(2026, 1, 1),
        rows_differ_from=dt.date(2027, 1, 1),
        readable="row_set_aside",
    )


def test_a_dossier_has_what_was_recorded() -> None:
    of = dossier()
    assert of.number == "D-1"
    assert of.dates == (dt.date(2024, 1, 8), dt.date(2024, 3, 1), dt.date(2025, 6, 30), dt.date(2025, 9, 1))
    assert of.contract_municipality == "99999"  # recorded, whether or not a municipality has it
    assert of.known_from == dt.date(2024, 1, 8)
    assert ib.Dossier("D-2").known_from is None
    assert repr(of) == (
        "Dossier(***, registered_on=2024-01-08, contract_signed_on=2024-03-01, contract_municipality='99999', "
        "attest_obtained_on=2025-06-30, closed_on=2025-09-01)"
    )
    known = of.as_known_on(dt.date(2024, 2, 29))
    assert known is not None
    assert (known.registered_on, known.contract_signed_on, known.contract_municipality) == (
        dt.date(2024, 1, 8),
        None,
        None,
    )
    assert (known.attest_obtained_on, known.closed_on, known.closing_day, known.is_active) == (None, None, None, True)
    assert ib.Dossier("D-1", contract_municipality=ib.municipality("44021")).contract_municipality == "44021"


def test_what_is_no_dossier() -> None:
    with pytest.raises(ib.EmptyDossierNumber) as caught:
        ib.Dossier("  ")
    assert caught.value.code == "empty"
    with pytest.raises(ib.MunicipalityError):
        ib.Dossier("D-1", contract_municipality="Gent")
    with pytest.raises(TypeError, match="give a Municipality or the text of its NIS code"):
        ib.Dossier("D-1", contract_municipality=44021)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="a datetime was given where a day is meant"):
        ib.Dossier("D-1", registered_on=dt.datetime(2025, 2, 3))
    with pytest.raises(TypeError, match="a str was given where a day is meant"):
        ib.Dossier("D-1", registered_on="2025-02-03")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ib.Dossier("D-1", DAY)  # type: ignore[call-arg]


def test_a_spell_is_half_open() -> None:
    spell = ib.Spell("44021", valid_from=DAY, valid_until=dt.date(2025, 9, 1))
    assert spell.municipality == "44021"
    assert (spell.period.start, spell.period.until) == (spell.valid_from, spell.valid_until)
    assert repr(spell) == "Spell('44021', valid_from=2025-02-03, valid_until=2025-09-01)"
    assert repr(ib.Spell(ib.municipality("44021"))) == "Spell('44021')"
    assert ib.Spell("44021", valid_from=DAY, valid_until=DAY).period.is_empty


def test_records_are_values() -> None:
    replacement = ib.Replacement(old="85.47.30-906.17", new=NUMBER, replaced_on=DAY)
    assert (str(replacement.old), str(replacement.new), replacement.replaced_on) == ("85.47.30-906.17", NUMBER, DAY)
    fact = person().facts_known_on(dt.date(2026, 1, 15))[0]
    answer = ib.Person(NUMBER, dossiers=[ib.Dossier("D-1", registered_on=DAY)]).answer(on=DAY)
    assert answer is not None
    for value in (dossier(), ib.Spell("44021", valid_from=DAY), replacement, fact, answer.reasons[0]):
        for other in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value), type(value).from_json(value.to_json())):
            assert other == value
            assert hash(other) == hash(value)
            assert type(other) is type(value)
        with pytest.raises(AttributeError):
            value.number = "D-2"  # type: ignore[misc, union-attr]
        assert "901" not in repr(value)
    assert ib.Dossier("D-1") < ib.Dossier("D-2")


def test_a_person_has_its_facts() -> None:
    of = person()
    assert [str(number) for number in of.numbers] == [NUMBER, "85.47.30-906.17"]
    assert of.dossiers == (dossier(),)
    assert of.spells == (ib.Spell("44021", valid_from=DAY),)
    assert len(of.replacements) == 1
    assert of.died_on == dt.date(2026, 1, 1)
    assert of.rows_differ_from == dt.date(2027, 1, 1)
    assert of.readable is ib.Readable.ROW_SET_ASIDE
    assert of.has_unreadable_row
    assert [known.is_active for known in of.known_dossiers(dt.date(2025, 6, 29))] == [True]
    assert of.known_dossiers(dt.date(2024, 1, 7)) == []
    assert repr(of) == "<inburgering.Person of 2 numbers, 1 dossier, 1 spell>"
    for other in (pickle.loads(pickle.dumps(of)), copy.copy(of)):
        assert other == of
        assert hash(other) == hash(of)
        assert other.timeline() == of.timeline()


def test_a_person_finds_rows_of_one_dossier_that_differ() -> None:
    one, other = (
        ib.Dossier("D-1", registered_on=DAY),
        ib.Dossier("D-1", registered_on=DAY, closed_on=dt.date(2025, 3, 3)),
    )
    assert ib.Person(NUMBER, dossiers=[one, one]).rows_differ_from is None
    assert ib.Person(NUMBER, dossiers=[one, other]).rows_differ_from == dt.date(2025, 3, 3)
    given = ib.Person(NUMBER, dossiers=[one, other], rows_differ_from=dt.date(2025, 3, 2))
    assert given.rows_differ_from == dt.date(2025, 3, 2)


def test_replacements_of_somebody_else_are_refused() -> None:
    mine = ib.Replacement(old="85.47.30-906.17", new=NUMBER, replaced_on=DAY)
    other = ib.Replacement(old="90.01.15-902.60", new="78.03.02-903.17", replaced_on=DAY)
    between = ib.Replacement(old="85.47.30-906.17", new="90.01.15-902.60", replaced_on=DAY)
    with pytest.raises(ib.PersonError, match="1 of 2 replacements have no number in common") as caught:
        ib.Person(NUMBER, replacements=[other, mine])
    assert (caught.value.code, caught.value.apart) == ("replacements_apart", 1)
    assert "901" not in str(caught.value)
    assert len(ib.Person(NUMBER, replacements=[other, between, mine]).numbers) == 4
    itself = ib.Replacement(old=NUMBER, new=NUMBER, replaced_on=DAY)
    assert ib.Person(NUMBER, replacements=[itself]).replacements == ()


def test_somebody_without_a_dossier_has_no_answer() -> None:
    of = ib.Person(NUMBER)
    assert of.answer(on=DAY) is None
    assert len(of.timeline()) == 0
    assert of.facts_known_on(DAY) == []
    known = ib.Person(NUMBER, dossiers=[ib.Dossier("D-1", registered_on=DAY)])
    assert known.answer(on=dt.date(2100, 1, 1)) is None


def test_facts_have_their_fields_and_say_themselves_in_both_languages() -> None:
    facts = {fact.code: fact for fact in person().facts_known_on(dt.date(2026, 1, 15))}
    assert set(facts) == {
        "registered",
        "contract_signed",
        "attest_obtained",
        "closed_beside_attest",
        "residence",
        "number_replaced",
        "died",
    }
    assert facts["contract_signed"].municipality == "99999"
    assert facts["contract_signed"].dossier == "D-1"
    assert (facts["residence"].valid_from, facts["residence"].valid_until, facts["residence"].day) == (DAY, None, DAY)
    assert (str(facts["number_replaced"].old), str(facts["number_replaced"].new)) == ("85.47.30-906.17", NUMBER)
    assert facts["died"].dossier is None
    assert str(facts["died"]) == facts["died"].sentence("en") == "2026-01-01: died"
    assert facts["died"].dutch == facts["died"].sentence(ib.Language.DUTCH) == "1 januari 2026: overleden"
    closed = facts["closed_beside_attest"]
    assert (closed.dossier, repr(closed)) == ("D-1", "<inburgering.Fact closed_beside_attest on 2025-09-01>")


def test_a_reason_has_its_fields() -> None:
    contract = dt.date(2024, 3, 1)
    closed = ib.Dossier(
        "D-1", contract_signed_on=contract, contract_municipality="44021", closed_on=dt.date(2025, 2, 3)
    )
    of = ib.Person(NUMBER, dossiers=[closed], spells=[ib.Spell("31005")])
    answer = of.answer(on=dt.date(2026, 1, 15), closed="contract_municipality_if_resident")
    assert answer is not None
    (reason,) = answer.reasons
    assert reason.code is ib.ReasonCode.LIVES_ELSEWHERE
    assert reason.residence == ib.municipality("31005")
    assert reason.contract == ib.municipality("44021")
    assert (reason.municipality, reason.signed_on, reason.closed_on, reason.died_on) == (None, None, None, None)
    assert (reason.one, reason.other, reason.nis_code) == (None, None, None)
    assert reason.citation == reason.code.citation
    assert reason.dutch == (
        "alle dossiers zijn afgesloten en de persoon woont in 31005 (Brugge), niet in 44021 (Gent), de gemeente van "
        "het laatste contract"
    )
