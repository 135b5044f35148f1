from __future__ import annotations

import copy
import datetime as dt
import json
import pickle
import re
from pathlib import Path

import inburgering as ib
import pytest
from delivering import Exchange


@pytest.fixture(scope="module")
def receipt() -> ib.Receipt:
    return Exchange().deliver().receipt


def test_it_says_who_which_when_and_why(receipt: ib.Receipt) -> None:
    assert (str(receipt.requester), str(receipt.operator)) == ("dienst samenleven", "operator 7")
    assert receipt.delivered_at.isoformat() == "2026-02-10T12:00:00+01:00"
    assert (str(receipt.request), receipt.received_on) == ("31005-2026-02-02", dt.date(2026, 2, 2))
    assert str(receipt.protocol) == "P-31005"
    assert tuple(receipt.purposes) == (ib.Purpose.CEREMONY, ib.Purpose.BUDDY_WORK)
    assert receipt.legal_basis is ib.LegalBasis.ARTICLE_46_8
    assert (receipt.municipality, receipt.on) == (ib.municipality("31005"), dt.date(2026, 2, 10))
    assert receipt.kept_until == dt.date(2027, 2, 9)
    assert repr(receipt) == "<inburgering.Receipt of 6 persons to 31005 (Brugge) at 2026-02-10T12:00:00+01:00>"


def test_it_has_every_option_version_and_count(receipt: ib.Receipt) -> None:
    options = receipt.options
    assert options.closed is ib.ClosedRule.CONTRACT_MUNICIPALITY
    assert options.brussels is ib.Brussels.REFUSED
    assert str(options.unreadable_rows) in {"refused", "raise"}
    assert options.year is ib.YearRule.CALENDAR
    assert options.inherited is ib.InheritedProtocol.REFUSED
    assert options.calendar == ib.Calendar.legal()
    assert receipt.versions.rules == ib.RULES_VERSION
    assert receipt.versions.library == "0.1.0"
    assert receipt.versions.municipalities.startswith("REFNIS")
    assert receipt.versions.calendar
    counts = receipt.counts
    assert (counts.listed, counts.closed, counts.closed_residing_elsewhere, counts.rows_without_number) == (6, 2, 1, 0)
    assert counts.caseload == Exchange().placed().counts()


def test_the_digests_tell_which_table_differs(receipt: ib.Receipt) -> None:
    named = receipt.digests.named()
    assert list(named) == ["dossiers", "residences", "deaths", "replacements", "set_aside", "list"]
    assert all(named[name] == getattr(receipt.digests, name) for name in named)
    assert len(set(named.values())) == 6
    assert receipt.digests.key == "2026-a"
    exchange = Exchange()
    exchange.tables.deaths.append({"insz": "82.04.04-912.39", "died_on": "2026-01-05"})
    other = exchange.deliver().receipt.digests.named()
    assert [name for name in named if named[name] != other[name]] == ["deaths"]
    exchange.tables.deaths.reverse()
    assert exchange.deliver().receipt.digests.named() == other
    exchange.key = ib.DigestKey("2026-a", bytes([8] * 32))
    again = exchange.deliver().receipt.digests.named()
    assert all(again[name] != other[name] for name in named)


def test_it_is_written_and_read_back(receipt: ib.Receipt) -> None:
    for value in (receipt, receipt.options, receipt.versions, receipt.counts, receipt.digests):
        again = type(value).from_json(value.to_json())
        assert again == value
        assert hash(again) == hash(value)
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value
        assert again.to_json() == value.to_json()
        with pytest.raises(TypeError):
            type(value)()
    with pytest.raises(AttributeError):
        receipt.operator = "other"  # type: ignore[misc]


EXPECTED = sorted((Path(__file__).resolve().parents[2] / "examples/cases/small/expected").glob("*/receipt.json"))


@pytest.mark.parametrize("path", EXPECTED, ids=[path.parent.name for path in EXPECTED])
def test_it_is_the_text_that_the_rust_program_writes(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ib.Receipt.from_json(text).to_json() + "\n" == text
    assert len(EXPECTED) == 4


@pytest.mark.parametrize("number", ["85.07.30-901.33", "85073090133"])
@pytest.mark.parametrize("name", ["library", "rules", "municipalities", "calendar"])
def test_a_number_in_a_version_is_refused_and_not_repeated(receipt: ib.Receipt, name: str, number: str) -> None:
    for text in (number, f"{getattr(receipt.versions, name)}-a{number}"):
        versions = json.loads(receipt.versions.to_json()) | {name: text}
        with pytest.raises(ib.JsonError, match="other text was given") as caught:
            ib.Versions.from_json(json.dumps(versions, indent=2))
        assert not re.search("[0-9]{3}", str(caught.value))
        with pytest.raises(ib.JsonError):
            ib.Receipt.from_json(json.dumps(json.loads(receipt.to_json()) | {"versions": versions}))


def test_what_is_no_receipt_is_refused_with_its_place(receipt: ib.Receipt) -> None:
    fields = json.loads(receipt.to_json())
    fields["municipality"] = "85.07.30-901.33"
    with pytest.raises(ib.JsonError) as caught:
        ib.Receipt.from_json(json.dumps(fields, indent=2))
    assert caught.value.line > 1
    assert "901" not in str(caught.value)
    with pytest.raises(ib.JsonError):
        ib.Receipt.from_json("{}")
    with pytest.raises(ib.JsonError, match="unknown field"):
        ib.Receipt.from_json(json.dumps(json.loads(receipt.to_json()) | {"more": 1}))
