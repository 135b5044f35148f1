"""Exchanges to deliver: a protocol, a request, its assessment, and the persons of a small caseload."""

from __future__ import annotations

import copy
import dataclasses
import datetime as dt
import tomllib
from pathlib import Path
from typing import Any

import inburgering as ib
import polars as pl

GOLDEN = Path(__file__).resolve().parents[2] / "crates" / "inburgering" / "tests" / "golden"
COLUMNS = {
    "dossiers": [
        "dossier",
        "insz",
        "registered_on",
        "contract_signed_on",
        "contract_municipality",
        "attest_obtained_on",
        "closed_on",
    ],
    "residences": ["insz", "municipality", "valid_from", "valid_until"],
    "deaths": ["insz", "died_on"],
    "replacements": ["insz_old", "insz_new", "replaced_on"],
}
WINTER = dt.timezone(dt.timedelta(hours=1))

Row = dict[str, str]


def golden(name: str) -> list[dict[str, Any]]:
    """The cases of a golden file of the crate."""
    cases: list[dict[str, Any]] = tomllib.loads((GOLDEN / f"{name}.toml").read_text(encoding="utf-8"))["case"]
    return cases


def _day(text: str) -> dt.date | None:
    # A table has no place for a day that is none: it is as unknown there.
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _frame(rows: list[Row], columns: list[str]) -> pl.DataFrame:
    days = {column for column in columns if column.endswith("_on") or column.startswith("valid_")}
    return pl.DataFrame(
        {
            column: [_day(row.get(column, "")) if column in days else row.get(column) or None for row in rows]
            for column in columns
        },
        schema={column: pl.Date if column in days else pl.String for column in columns},
    )


@dataclasses.dataclass
class Tables:
    """The input tables, as text."""

    dossiers: list[Row] = dataclasses.field(default_factory=list)
    residences: list[Row] = dataclasses.field(default_factory=list)
    deaths: list[Row] = dataclasses.field(default_factory=list)
    replacements: list[Row] = dataclasses.field(default_factory=list)

    @classmethod
    def of(cls, case: dict[str, Any]) -> Tables:
        """The tables of a golden case."""
        return cls(**{name: case.get(name, []) for name in COLUMNS})

    def caseload(self, problems: str = "raise") -> ib.Caseload:
        frames: dict[str, Any] = {name: _frame(getattr(self, name), columns) for name, columns in COLUMNS.items()}
        return ib.Caseload(**frames, problems=problems, first_row=2)

    def copy(self) -> Tables:
        return copy.deepcopy(self)


def protocol(code: str, validated: dt.date, months: int | None = None, retention: int = 12) -> ib.Protocol:
    """A protocol of a municipality with every step on one day."""
    by_both = {f"{step}_by_{party}_on": validated for step in ("advised", "signed", "published") for party in ib.Party}
    return ib.Protocol(
        id=f"P-{code}",
        municipality=code,
        kind="standard",
        purposes=list(ib.Purpose),
        duration_months=months,
        retention_months=retention,
        requested_on=validated,
        validated_on=validated,
        **by_both,
    )


def brugge() -> Tables:
    """Persons around Brugge, 31005: six of them on its list."""
    dossiers = [
        ("D-1", "85.07.30-901.33", "2025-01-06", "2025-02-03", "44021", "", ""),
        ("D-2", "90.01.15-902.60", "2024-01-08", "2024-03-01", "31005", "2025-06-30", ""),
        ("D-3", "78.03.02-903.17", "2025-12-01", "", "", "", ""),
        ("D-4", "01.12.31-904.46", "2023-09-04", "", "", "2024-05-06", ""),
        ("D-5", "01.12.31-904.46", "2025-10-01", "", "", "", ""),
        ("D-6", "95.05.05-905.05", "2024-02-05", "2024-02-05", "31005", "", "2024-12-20"),
        ("D-7", "88.03.03-910.93", "2025-03-03", "", "", "", ""),
        ("D-8", "88.03.03-911.92", "2025-03-03", "2025-04-01", "31005", "", ""),
        ("D-9", "82.04.04-912.39", "2025-03-03", "", "", "", ""),
        ("D-10", "70.41.01-901.50", "2025-05-05", "2025-06-02", "31005", "", ""),
    ]
    residences = [
        ("85.07.30-901.33", "44021", "2024-11-05", "2025-09-01"),
        ("85.07.30-901.33", "31005", "2025-09-01", ""),
        ("90.01.15-902.60", "31005", "2023-11-05", "2025-07-15"),
        ("90.01.15-902.60", "44021", "2025-07-15", ""),
        ("78.03.02-903.17", "31005", "2025-11-20", ""),
        ("01.12.31-904.46", "31005", "", ""),
        ("95.05.05-905.05", "31005", "2024-01-02", "2025-01-15"),
        ("88.03.03-910.93", "31005", "2025-01-15", ""),
        ("88.03.03-910.93", "44021", "2025-02-15", ""),
        ("88.03.03-911.92", "31005", "2025-01-15", ""),
        ("82.04.04-912.39", "44021", "2025-01-15", ""),
        ("70.41.01-901.50", "31005", "2025-01-15", ""),
    ]
    return Tables(
        dossiers=[dict(zip(COLUMNS["dossiers"], row, strict=True)) for row in dossiers],
        residences=[dict(zip(COLUMNS["residences"], row, strict=True)) for row in residences],
        deaths=[{"insz": "88.03.03-911.92", "died_on": "2025-12-24"}],
        replacements=[{"insz_old": "70.41.01-901.50", "insz_new": "99.01.01-902.87", "replaced_on": "2025-11-03"}],
    )


NUMBERS = sorted({row["insz"] for row in brugge().dossiers} | {"99.01.01-902.87", "87.05.05-913.23"})
"""Every number of the caseload, and one that corrections bring."""


def shows_no_number(text: str) -> bool:
    """Whether none of the numbers, in either form, nor its first nine digits, stand in the text."""
    forms = [form for number in NUMBERS for form in (number, ib.Insz(number).compact, ib.Insz(number).compact[:9])]
    return not any(form in text for form in forms)


@dataclasses.dataclass
class Exchange:
    """All that a delivery to Brugge on 10 February 2026 needs; each part can be changed."""

    protocols: list[ib.Protocol] = dataclasses.field(default_factory=lambda: [protocol("31005", dt.date(2025, 1, 8))])
    history: ib.History = dataclasses.field(default_factory=ib.History)
    municipality: str = "31005"
    received_on: dt.date = dt.date(2026, 2, 2)
    assessed_on: dt.date = dt.date(2026, 2, 3)
    brussels: str = "refused"
    placed_brussels: str | None = None
    closed: str = "contract_municipality"
    tables: Tables = dataclasses.field(default_factory=brugge)
    problems: str = "raise"
    on: dt.date = dt.date(2026, 2, 10)
    key: ib.DigestKey = dataclasses.field(default_factory=lambda: ib.DigestKey("2026-a", bytes([7] * 32)))

    def request(self) -> ib.Request:
        return ib.Request(
            municipality=self.municipality,
            received_on=self.received_on,
            purposes=["ceremony", "buddy_work"],
            requester="dienst samenleven",
        )

    def assessment(self) -> ib.Assessment:
        return ib.assess(
            self.request(),
            on=self.assessed_on,
            protocols=self.protocols,
            history=self.history,
            brussels=self.brussels,
        )

    def placed(self, tables: Tables | None = None) -> ib.Placed:
        caseload = (self.tables if tables is None else tables).caseload(self.problems)
        return caseload.place(on=self.on, closed=self.closed, brussels=self.placed_brussels or self.brussels)

    def deliver(
        self, *, assessment: ib.Assessment | None = None, at: dt.datetime | None = None, operator: str = "operator 7"
    ) -> ib.Delivery:
        return ib.deliver(
            self.assessment() if assessment is None else assessment,
            self.placed(),
            protocols=self.protocols,
            history=self.history,
            key=self.key,
            delivered_at=dt.datetime.combine(self.on, dt.time(12), WINTER) if at is None else at,
            operator=operator,
        )
