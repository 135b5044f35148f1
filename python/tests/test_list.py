from __future__ import annotations

import copy
import csv
import datetime as dt
import io
import pickle
from pathlib import Path
from typing import Any

import inburgering as ib
import pyarrow as pa
import pytest
from delivering import Exchange, Tables, golden, protocol, shows_no_number

CASES = golden("disclosure")


@pytest.fixture(scope="module")
def delivery() -> ib.Delivery:
    return Exchange().deliver()


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_golden_cases(case: dict[str, Any]) -> None:
    options = case.get("options", {})
    brussels = options.get("brussels", "refused")
    delivery = Exchange(
        protocols=[protocol(case["municipality"], dt.date(2025, 1, 8))],
        municipality=case["municipality"],
        received_on=dt.date(2025, 2, 3),
        assessed_on=dt.date(2025, 2, 3),
        on=dt.date.fromisoformat(case["on"]),
        tables=Tables.of(case),
        problems={"refused": "raise", "set_aside": "set_aside"}[options.get("problems", "refused")],
        closed=options.get("closed", "contract_municipality"),
        brussels=brussels,
    ).deliver()
    assert delivery.disclosure_list.to_csv().split("\r\n")[1:-1] == case["csv"]
    counts = delivery.receipt.counts
    assert counts.listed == len(delivery.list) == len(case["csv"])
    assert counts.closed == case["closed"]
    assert counts.closed_residing_elsewhere == case["closed_residing_elsewhere"]
    assert counts.rows_without_number == case["rows_without_number"]
    assert delivery.receipt.municipality.code == case["municipality"]


def test_every_golden_case_is_run() -> None:
    assert len(CASES) == 5


EXPECTED = [
    ("01.12.31-904.46", False, True),
    ("78.03.02-903.17", False, False),
    ("85.07.30-901.33", True, False),
    ("90.01.15-902.60", True, True),
    ("95.05.05-905.05", True, False),
    ("99.01.01-902.87", True, False),
]


def test_the_list_is_a_table_of_exactly_three_fields(delivery: ib.Delivery) -> None:
    table = delivery.list
    assert isinstance(table, ib.Table)
    assert table.schema == {"insz": "utf8", "contract_signed": "bool", "attest_obtained": "bool"}
    assert table.to_polars().rows() == EXPECTED
    assert not any(pa.table(table).schema.field(name).nullable for name in table.schema)


def test_the_rows_are_those_of_the_table(delivery: ib.Delivery) -> None:
    rows = delivery.disclosure_list.rows
    assert [(str(row.insz), row.contract_signed, row.attest_obtained) for row in rows] == EXPECTED
    assert len(delivery.disclosure_list) == 6
    assert repr(rows[0]) == "DisclosureRow(Insz(***), contract_signed=False, attest_obtained=True)"


def test_the_file_is_byte_for_byte_as_described(delivery: ib.Delivery, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(delivery.disclosure_list.to_csv().encode())
    written = path.read_bytes()
    assert written.startswith(b'\xef\xbb\xbf"rijksregisternummer";"contract_ondertekend";"attest_behaald"\r\n')
    read = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    flag = {True: "ja", False: "nee"}
    assert read[1:] == [[number, flag[contract], flag[attest]] for number, contract, attest in EXPECTED]


def test_an_empty_list_is_its_heading() -> None:
    delivery = Exchange(tables=Tables()).deliver()
    assert len(delivery.list) == len(delivery.disclosure_list) == 0
    assert delivery.list.to_polars().columns == ["insz", "contract_signed", "attest_obtained"]
    assert delivery.disclosure_list.to_csv().count("\r\n") == 1


def test_a_use_selects_by_the_attest_alone(delivery: ib.Delivery) -> None:
    def select(purpose: ib.Use | str) -> list[tuple[object, ...]]:
        table = delivery.disclosure_list.select(purpose)
        assert table.schema == delivery.list.schema
        return table.to_polars().rows()

    assert select(ib.Use.CEREMONY) == [row for row in EXPECTED if row[2]]
    assert select("buddy_work") == [row for row in EXPECTED if not row[2]]
    assert select(ib.Use.DUTCH_PRACTICE) == EXPECTED
    with pytest.raises(ib.VocabularyError, match="ceremony, buddy_work, dutch_practice"):
        select("welcome_policy")


def test_nothing_but_a_delivery_makes_one(delivery: ib.Delivery) -> None:
    for value in (delivery.disclosure_list, delivery.disclosure_list.rows[0]):
        with pytest.raises(TypeError):
            type(value)()
        with pytest.raises(TypeError, match=r"cannot be pickled.*keep the receipt"):
            pickle.dumps(value)
        assert not hasattr(value, "from_json")
        assert copy.copy(value) is copy.deepcopy(value) is value
        assert shows_no_number(f"{value!r} {value}")
    with pytest.raises(AttributeError):
        delivery.disclosure_list.rows = ()  # type: ignore[misc]


def test_lists_are_compared_by_their_rows(delivery: ib.Delivery) -> None:
    again = Exchange().deliver()
    assert again.disclosure_list == delivery.disclosure_list
    assert hash(again.disclosure_list) == hash(delivery.disclosure_list)
    assert again.disclosure_list.rows == delivery.disclosure_list.rows
    assert len({*again.disclosure_list.rows, *delivery.disclosure_list.rows}) == 6
    assert Exchange(tables=Tables()).deliver().disclosure_list != delivery.disclosure_list
