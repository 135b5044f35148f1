"""Findings: the golden cases, and what they say."""

from __future__ import annotations

import pickle
import tomllib
from pathlib import Path
from typing import Any

import inburgering as ib
import pytest
from tables import arrow

GOLDEN = Path(__file__).parents[2] / "crates" / "inburgering" / "tests" / "golden" / "findings.toml"
CASES: list[dict[str, Any]] = tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"]
RUN: set[str] = set()


def caseload(case: dict[str, Any]) -> ib.Caseload:
    names = ("dossiers", "residences", "deaths", "replacements")
    # The heading is row 1.
    return ib.Caseload(**{name: arrow(name, case.get(name, ())) for name in names}, first_row=2)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden_case(case: dict[str, Any]) -> None:
    assert case["citation"]
    built = caseload(case)
    found = [(str(of.kind), [f"{row.table} {row.row}" for row in of.rows]) for of in built.findings]
    assert sorted(found) == sorted((expected["code"], expected["rows"]) for expected in case["expected"])
    table = built.findings_table().to_pyarrow().to_pylist()
    assert [(row["kind"], row["table"], row["row"]) for row in table] == [
        (str(of.kind), str(row.table), row.row) for of in built.findings for row in of.rows
    ]
    RUN.add(case["name"])


def test_no_golden_case_was_left_out() -> None:
    assert len(CASES) > 25
    assert {case["name"] for case in CASES} == RUN


def test_every_kind_says_in_both_languages_what_it_is() -> None:
    assert len({kind.english for kind in ib.FindingKind}) == len(ib.FindingKind) == 23
    assert len({kind.dutch for kind in ib.FindingKind}) == 23
    assert [kind for kind in ib.FindingKind if kind.reason is None] == [
        "empty_spell",
        "dossier_without_date",
        "undated_contract_municipality",
        "registration_missing",
        "identical_rows",
        "deaths_differ",
        "replacement_days_differ",
        "replaced_by_itself",
    ]


def test_a_finding_is_a_value_that_names_rows() -> None:
    case = next(case for case in CASES if case["expected"] and len(case["expected"][0]["rows"]) == 2)
    one, other = caseload(case).findings[0], caseload(case).findings[0]
    assert one == other
    assert hash(one) == hash(other)
    assert repr(one).startswith(f"<inburgering.Finding {one.kind}: ")
    assert one.dutch == one.kind.dutch
    assert str(one).startswith(one.kind.english)
    with pytest.raises(TypeError, match=r"findings_table\(\)"):
        pickle.dumps(one)


def test_a_row_ref_is_a_value() -> None:
    row = ib.RowRef(table=ib.InputTable.DEATHS, row=3)
    assert row == ib.RowRef(table="deaths", row=3) == pickle.loads(pickle.dumps(row))
    assert ib.RowRef(table="dossiers", row=9) < row
    with pytest.raises(ib.VocabularyError, match="give one of dossiers, residences, deaths, replacements"):
        ib.RowRef(table="births", row=3)
