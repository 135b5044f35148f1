"""Every peer says who is on which list, with which flags, as the golden cases and the library do."""

from __future__ import annotations

import datetime as dt
import itertools
import random
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import inburgering as ib
import polars as pl
import pytest
from caseloads import COLUMNS, caseload, tables_of
from peers import ENGINES
from peers.data import Tables, generate
from peers.engine import Engine

GOLDEN = Path(__file__).parents[2] / "crates" / "inburgering" / "tests" / "golden" / "eligibility.toml"
CASES: list[dict[str, Any]] = [
    case for case in tomllib.loads(GOLDEN.read_text(encoding="utf-8"))["case"] if "problems" not in case
]
RULES = [
    {"closed": str(closed), "brussels": str(brussels)}
    for closed, brussels in itertools.product(ib.ClosedRule, ib.Brussels)
]
SEEDS = 2


@pytest.fixture(params=ENGINES, ids=str, scope="module")
def engine(request: pytest.FixtureRequest) -> Engine:
    engine: Engine = ENGINES[request.param]()
    return engine


def cell(text: str, column: str) -> object:
    """A cell of a golden case: text, a day, or nothing."""
    text = text.strip()
    if not text:
        return None
    if column.startswith("insz"):
        return str(ib.Insz(text))
    return dt.date.fromisoformat(text) if column.endswith("_on") or column.startswith("valid_") else text


def tables_of_case(case: dict[str, Any]) -> Tables:
    return tables_of(
        {
            table: [{column: cell(text, column) for column, text in row.items()} for row in case.get(table, ())]
            for table in COLUMNS
        }
    )


def ours(placed: ib.Placed) -> pl.DataFrame:
    """The lists as the library has them."""
    answers = placed.answers().to_polars().filter(answer="eligible")
    return answers.select("municipality", "insz", "contract_signed", "attest_obtained").sort("municipality", "insz")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden_case(engine: Engine, case: dict[str, Any]) -> None:
    tables = tables_of_case(case)
    loaded = engine.load(tables)
    caseload = ib.Caseload(*tables)
    rules = {"closed": case.get("closed", "contract_municipality"), "brussels": case.get("brussels", "refused")}
    for expected in case["expected"]:
        on = dt.date.fromisoformat(expected["on"])
        try:
            placed = caseload.place(on=on, **rules)
        except ib.OutsideHorizon:
            continue
        found = engine.frame(engine.lists(loaded, on, **rules))
        number = ""
        if expected["answer"] != "nobody":
            answer = placed.answer(case["ask"])
            assert answer is not None
            number = str(answer.number)
        of_person = found.filter(insz=number).rows()
        flags = (expected.get("contract", False), expected.get("attest", False))
        listed = [(expected["municipality"], number, *flags)] if expected["answer"] == "eligible" else []
        assert of_person == listed
        assert found.equals(ours(placed))


@cache
def built(seed: int) -> tuple[Tables, ib.Caseload]:
    tables = caseload(900, seed)
    return tables, ib.Caseload(*tables)


def days(seed: int) -> list[dt.date]:
    """The day before a merger, the day, and others."""
    rng = random.Random(seed)
    others = [dt.date(2023, 6, 1) + dt.timedelta(days=rng.randrange(1100)) for _ in range(2)]
    around = [
        dt.date(2025, 1, 1),
        dt.date(2024, 12, 31),
        dt.date(2018, 12, 31),
        dt.date(2025, 1, 31),
        dt.date(2024, 12, 2),
    ]
    return [*rng.sample(around, 2), *others[: 1 + seed], *[dt.date(1999, 6, 1)] * (seed == 0)]


@pytest.mark.parametrize("rules", RULES, ids=lambda rules: "-".join(rules.values()))
@pytest.mark.parametrize("seed", range(SEEDS))
def test_generated_caseloads(engine: Engine, seed: int, rules: dict[str, str]) -> None:
    tables, caseload = built(seed)
    loaded = engine.load(tables)
    for on in days(seed):
        expected = ours(caseload.place(on=on, **rules))
        found = engine.frame(engine.lists(loaded, on, **rules))
        assert found.equals(expected), (on, difference(found, expected))
        for code in random.Random(seed).sample(["11002", "46029", "44086", "44021", "21004", "46014", "82003"], 2):
            one = engine.frame(engine.lists(loaded, on, **rules, municipality=code))
            assert one.equals(expected.filter(municipality=code)), (on, code)


def difference(found: pl.DataFrame, expected: pl.DataFrame) -> pl.DataFrame:
    return pl.concat(
        [
            found.join(expected, on=found.columns, how="anti").with_columns(of=pl.lit("found")),
            expected.join(found, on=found.columns, how="anti").with_columns(of=pl.lit("expected")),
        ]
    )


def test_the_generated_caseloads_hold_every_reason() -> None:
    occurring: set[str] = set()
    for seed in range(SEEDS):
        for rules in RULES:
            for on in days(seed):
                occurring |= set(built(seed)[1].place(on=on, **rules).answers().to_polars()["reasons"].explode())
    assert occurring == set(ib.ReasonCode) - {ib.ReasonCode.UNREADABLE_ROW}


@pytest.mark.parametrize("order", ["random", "sorted"])
def test_synthetic_data(engine: Engine, order: str) -> None:
    tables = generate(20_000, seed=3)
    tables = tables.sorted() if order == "sorted" else tables
    on = dt.date(2026, 6, 15)
    expected = ours(ib.Caseload(*tables).place(on=on))
    loaded = engine.load(tables)
    assert engine.frame(engine.lists(loaded, on)).equals(expected)
    assert len(expected) > 10_000
    # Antwerpen, and a smaller one.
    assert 0.10 < (expected["municipality"] == "11002").sum() / len(expected) < 0.14
    for code in ("11002", "46029"):
        assert engine.frame(engine.lists(loaded, on, municipality=code)).equals(expected.filter(municipality=code))


def test_synthetic_data_hold_every_kind_of_fact() -> None:
    tables = generate(200_000, seed=1)
    reasons = ib.Caseload(*tables).place(on=dt.date(2024, 6, 15)).answers().to_polars()["reasons"].explode()
    only_by_option = {"lived_there_at_closing", "contract_municipality_and_resident", "not_registered_at_closing"}
    only_by_option |= {"no_longer_registered", "lives_elsewhere"}
    never = {"unreadable_row", "contract_conflict"}
    assert set(reasons) == {str(code) for code in ib.ReasonCode} - only_by_option - never


def test_synthetic_data_are_the_same_each_time_and_valid() -> None:
    one, two = generate(5_000, seed=2), generate(5_000, seed=2)
    assert all(table.equals(other) for table, other in zip(one, two, strict=True))
    numbers = pl.concat([one.dossiers["insz"], one.residences["insz"], one.replacements["insz_old"]])
    assert set(ib.columns.check_insz(numbers).to_polars()) == {"valid"}
    assert set(numbers.str.slice(9, 3).cast(pl.Int32)) <= set(range(900, 999))
