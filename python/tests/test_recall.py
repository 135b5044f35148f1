from __future__ import annotations

import copy
import datetime as dt
import pickle

import inburgering as ib
import pytest
from delivering import Exchange, Tables, brugge, shows_no_number


def correct() -> Tables:
    """Every kind of correction at once."""
    tables = brugge()
    # Lived in Gent all the time.
    tables.residences[4]["municipality"] = "44021"
    # Moved to Brugge.
    tables.residences[10]["valid_until"] = "2025-10-06"
    tables.residences.append({"insz": "82.04.04-912.39", "municipality": "31005", "valid_from": "2025-10-06"})
    # Signed a contract after all.
    tables.dossiers[4] |= {"contract_signed_on": "2025-12-01", "contract_municipality": "31005"}
    # Got an attest.
    tables.dossiers[5] |= {"attest_obtained_on": "2024-12-20", "closed_on": ""}
    # The number was another since January.
    tables.replacements.append(
        {"insz_old": "85.07.30-901.33", "insz_new": "87.05.05-913.23", "replaced_on": "2026-01-05"}
    )
    # Died, and not on the list before either.
    tables.deaths.append({"insz": "88.03.03-910.93", "died_on": "2026-02-10"})
    return tables


GIVEN_ON = dt.date(2026, 3, 2)


def given(recall: ib.Recall) -> ib.RecallNotice:
    return recall.notice(on=GIVEN_ON, protocols=Exchange().protocols)


@pytest.fixture(scope="module")
def delivery() -> ib.Delivery:
    return Exchange().deliver()


@pytest.fixture(scope="module")
def corrected() -> ib.Placed:
    return Exchange(tables=correct()).placed()


@pytest.fixture(scope="module")
def recall(delivery: ib.Delivery, corrected: ib.Placed) -> ib.Recall:
    return ib.recall(delivery, corrected=corrected)


def test_every_kind_of_correction_in_the_order_of_the_numbers(recall: ib.Recall) -> None:
    assert not recall.is_empty
    assert (str(recall.request), recall.municipality) == ("31005-2026-02-02", ib.municipality("31005"))
    assert recall.on == dt.date(2026, 2, 10)
    assert [(str(correction.number), correction.kind.code) for correction in recall.corrections] == [
        ("01.12.31-904.46", "wrong_flags"),
        ("78.03.02-903.17", "wrongly_disclosed"),
        ("82.04.04-912.39", "missed"),
        ("85.07.30-901.33", "wrongly_disclosed"),
        ("87.05.05-913.23", "missed"),
        ("95.05.05-905.05", "wrong_flags"),
    ]
    for correction in recall.corrections:
        row = correction.kind.row
        assert (row is None) == (correction.kind.code == "wrongly_disclosed")
        assert row is None or row.insz == correction.number


def test_a_correction_has_the_answers_and_the_facts_behind_it(recall: ib.Recall) -> None:
    moved = recall.corrections[1]
    assert moved.before is not None
    assert moved.after is not None
    assert moved.before.number == moved.number
    assert [str(fact.code) for fact in moved.removed] == ["residence"]
    assert [str(fact.code) for fact in moved.added] == ["residence"]
    assert "44021" in str(moved.added[0])


def test_the_notice_says_what_to_do_and_no_cause(recall: ib.Recall) -> None:
    notice = given(recall)
    assert [str(number) for number in notice.delete] == ["78.03.02-903.17"]
    renumbered = [(str(old), str(row.insz)) for old, row in notice.renumber]
    assert renumbered == [("85.07.30-901.33", "87.05.05-913.23")]
    assert [str(row.insz) for row in notice.add] == ["82.04.04-912.39"]
    assert [str(row.insz) for row in notice.correct] == ["01.12.31-904.46", "95.05.05-905.05"]
    assert (notice.request, notice.municipality, notice.on) == (recall.request, recall.municipality, recall.on)
    assert (notice.delivered_to, notice.given_on) == (recall.municipality, GIVEN_ON)
    assert (notice.kept_until, notice.withheld, notice.is_empty) == (recall.kept_until, (), False)
    text = str(notice)
    assert text.startswith("Rechtzetting van de lijst van inburgeraars\n")
    assert "- 78.03.02-903.17\n" in text
    assert "verhuis" not in text
    assert "Gent" not in text


def test_the_notice_is_a_table_too(recall: ib.Recall) -> None:
    table = given(recall).to_table().to_polars()
    assert table["action"].to_list() == ["delete", "renumber", "add", "correct", "correct"]
    assert table["instead_of"].to_list() == [None, "85.07.30-901.33", None, None, None]
    assert table["municipality"].unique().to_list() == ["31005"]
    assert table["contract_signed"].to_list()[:3] == [None, True, False]
    of_row = ["request", "municipality", "on", "insz", "action", "instead_of", "contract_signed", "attest_obtained"]
    assert table.columns == [*of_row, "delivered_to", "given_on", "kept_until"]
    assert table.row(0)[-3:] == ("31005", GIVEN_ON, recall.kept_until)


@pytest.mark.parametrize(("days", "rows"), [(-1, 4), (0, 4), (1, 0)])
def test_rows_are_told_as_long_as_the_list_may_be_kept(recall: ib.Recall, days: int, rows: int) -> None:
    on = recall.kept_until + dt.timedelta(days=days)
    notice = recall.notice(on=on, protocols=Exchange().protocols)
    told = len(notice.renumber) + len(notice.add) + len(notice.correct)
    # The old number of who is known by another is to be deleted, where the other may not be told.
    assert (len(notice.delete), told) == (1 if rows else 2, rows)
    assert [(withheld.code, withheld.rows) for withheld in notice.withheld] == [("no_longer_kept", 4)] * (rows == 0)


def test_nobody_is_added_without_a_protocol(recall: ib.Recall) -> None:
    notice = recall.notice(on=GIVEN_ON, protocols=ib.Register())
    (withheld,) = notice.withheld
    # The other number of who is held already is told all the same.
    assert (len(notice.renumber), len(notice.add), len(notice.correct)) == (1, 0, 2)
    assert [str(one.instead_of) for one in recall.corrections if one.instead_of] == ["85.07.30-901.33"]
    assert (withheld.code, withheld.rows) == ("no_protocol", 1)
    assert str(withheld) == "1 row withheld: 31005 (Brugge) has no protocol in force for these purposes"
    assert withheld.dutch.startswith("1 rij niet meegedeeld: Brugge (31005) heeft geen")
    assert withheld.dutch not in str(notice)
    assert (notice.protocol, given(recall).protocol) == (None, "P-31005")


def test_who_is_not_there_is_not_told(delivery: ib.Delivery) -> None:
    tables = correct()
    tables.deaths.append({"insz": "82.04.04-912.39", "died_on": "2026-03-02"})
    recall = ib.recall(delivery, corrected=Exchange(tables=tables).placed())
    notice = given(recall)
    assert [(withheld.code, withheld.rows) for withheld in notice.withheld] == [("not_there", 1)]


def test_no_notice_is_given_before_the_delivery(recall: ib.Recall) -> None:
    before = recall.on - dt.timedelta(days=1)
    with pytest.raises(ib.RecallError) as caught:
        recall.notice(on=before, protocols=Exchange().protocols)
    error = caught.value
    assert (error.code, error.delivered_on, error.given_on) == ("before_delivery", recall.on, before)


def test_the_agencys_paper_says_which_facts_changed(recall: ib.Recall) -> None:
    text = str(recall.agency_paper())
    assert text.startswith("Rechtzetting van een mededeling: stuk voor het agentschap\n")
    assert "Aantal verbeteringen: 6\n" in text
    assert "  nieuw: vanaf 20 november 2025: ingeschreven in 44021 (Gent)\n" in text


def test_a_receipt_gives_the_same_with_the_original_and_the_key(delivery: ib.Delivery, corrected: ib.Placed) -> None:
    receipt = ib.Receipt.from_json(delivery.receipt.to_json())
    exchange = Exchange()
    by_receipt = ib.recall(receipt, original=exchange.placed(), corrected=corrected, key=exchange.key)
    assert by_receipt == ib.recall(delivery, corrected=corrected)
    assert hash(by_receipt) == hash(ib.recall(delivery, corrected=corrected))


def test_nothing_wrong_is_said_too(delivery: ib.Delivery) -> None:
    recall = ib.recall(delivery, corrected=Exchange().placed())
    assert recall.is_empty
    assert recall.corrections == ()
    assert "Er is voor u niets recht te zetten op deze lijst." in str(given(recall))
    assert repr(recall) == "<inburgering.Recall of 0 corrections of the list of 31005 (Brugge) of 2026-02-10>"


def test_what_is_missing_or_too_much_is_said(delivery: ib.Delivery, corrected: ib.Placed) -> None:
    placed, key, receipt = Exchange().placed(), Exchange().key, delivery.receipt
    too_little: list[tuple[ib.Placed | None, ib.DigestKey | None, str]] = [
        (None, None, "original and key"),
        (placed, None, "key"),
        (None, key, "original"),
    ]
    for original, of_receipt, missing in too_little:
        with pytest.raises(TypeError, match=rf"^{missing} must be given with a Receipt"):
            ib.recall(receipt, corrected=corrected, original=original, key=of_receipt)
    too_much: list[tuple[ib.Placed | None, ib.DigestKey | None]] = [(placed, key), (placed, None), (None, key)]
    for original, of_receipt in too_much:
        with pytest.raises(TypeError, match="leave out original and key"):
            ib.recall(delivery, corrected=corrected, original=original, key=of_receipt)
    with pytest.raises(TypeError, match="a str was given where a Delivery or a Receipt is meant"):
        ib.recall("receipt.json", corrected=corrected)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ib.recall(delivery)  # type: ignore[call-arg]


def test_other_inputs_than_the_original_are_refused(delivery: ib.Delivery, corrected: ib.Placed) -> None:
    with pytest.raises(ib.RecallError) as caught:
        ib.recall(delivery.receipt, original=corrected, corrected=corrected, key=Exchange().key)
    assert caught.value.code == "digest_differs"
    assert caught.value.differing == ("dossiers", "residences", "deaths", "replacements", "list")
    assert str(caught.value).endswith("give the inputs of the delivery, and the same key")


def test_another_key_is_refused(delivery: ib.Delivery, corrected: ib.Placed) -> None:
    original = Exchange().placed()
    with pytest.raises(ib.RecallError) as caught:
        ib.recall(delivery.receipt, original=original, corrected=corrected, key=ib.DigestKey("2026-b", bytes([7] * 32)))
    error = caught.value
    assert (error.code, error.receipt_key, error.given_key) == ("other_key", "2026-a", "2026-b")
    with pytest.raises(ib.RecallError) as caught:
        ib.recall(delivery.receipt, original=original, corrected=corrected, key=ib.DigestKey("2026-a", bytes(32)))
    assert (caught.value.code, len(caught.value.differing)) == ("digest_differs", 6)


@pytest.mark.parametrize("days", [-1, 1])
def test_another_day_is_refused(delivery: ib.Delivery, days: int) -> None:
    other = delivery.receipt.on + dt.timedelta(days=days)
    with pytest.raises(ib.RecallError) as caught:
        ib.recall(delivery, corrected=Exchange(on=other).placed())
    error = caught.value
    assert (error.code, error.delivered_on, error.placed_on) == ("other_day", delivery.receipt.on, other)


def test_other_options_are_refused(delivery: ib.Delivery) -> None:
    with pytest.raises(ib.RecallError) as caught:
        ib.recall(delivery, corrected=Exchange(brussels="allowed").placed())
    error = caught.value
    assert error.code == "other_rules"
    assert error.delivered is not None
    assert error.placed is not None
    assert (error.delivered.brussels, error.placed.brussels) == (ib.Brussels.REFUSED, ib.Brussels.ALLOWED)
    assert error.delivered.closed is error.placed.closed is ib.ClosedRule.CONTRACT_MUNICIPALITY


def test_nothing_of_it_can_be_made_changed_or_pickled_or_shows_a_number(recall: ib.Recall) -> None:
    correction = recall.corrections[0]
    for value in (recall, correction, correction.kind, given(recall), recall.agency_paper()):
        assert shows_no_number(repr(value)), repr(value)
        with pytest.raises(TypeError):
            type(value)()
        with pytest.raises(TypeError, match=r"cannot be pickled.*keep"):
            pickle.dumps(value)
        assert copy.copy(value) is copy.deepcopy(value) is value
        assert hash(value) == hash(value)
        with pytest.raises(AttributeError):
            value.kind = None  # type: ignore[union-attr,misc]
    assert shows_no_number(str(recall))
    assert repr(correction) == "<inburgering.Correction of Insz(***): disclosed with a wrong flag>"
    assert given(recall) == given(recall)
    assert recall.agency_paper() == recall.agency_paper()
