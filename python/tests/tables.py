"""The input tables of the tests: from the rows of the golden cases, for every library."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import pyarrow as pa

Rows = Sequence[Mapping[str, str]]

COLUMNS: dict[str, tuple[str, ...]] = {
    "dossiers": (
        "dossier",
        "insz",
        "registered_on",
        "contract_signed_on",
        "contract_municipality",
        "attest_obtained_on",
        "closed_on",
    ),
    "residences": ("insz", "municipality", "valid_from", "valid_until"),
    "deaths": ("insz", "died_on"),
    "replacements": ("insz_old", "insz_new", "replaced_on"),
}
"""The headings of each table."""


def is_day(column: str) -> bool:
    """Whether days stand under a heading."""
    return column.endswith("_on") or column.startswith("valid_")


def day(cell: str | None) -> dt.datetime | None:
    """Read a day as an instant: midnight, or for a text that is no day, which a date cannot hold either, a noon."""
    try:
        return None if cell is None else dt.datetime.combine(dt.date.fromisoformat(cell), dt.time())
    except ValueError:
        return dt.datetime(2025, 1, 6, 12)


def arrow(table: str, rows: Rows, types: Mapping[str, pa.DataType] | None = None) -> pa.Table:
    """Make an Arrow table of rows of text; an empty cell is null, a day becomes a date."""
    columns: dict[str, pa.Array] = {}
    for column in COLUMNS[table]:
        cells = [row.get(column, "").strip() or None for row in rows]
        if is_day(column):
            days = [day(cell) for cell in cells]
            readable = all(of is None or of.time() == dt.time() for of in days)
            instants = pa.array(days, pa.timestamp("us"))
            columns[column] = instants.cast(pa.date32()) if readable else instants
        else:
            columns[column] = pa.array(cells, pa.string())
        of = (types or {}).get(column)
        if of is not None:
            columns[column] = columns[column].cast(of)
    return pa.table(columns)


DOSSIERS: Rows = (
    {"dossier": "D-1", "insz": "85.07.30-901.33", "registered_on": "2025-02-03"},
    {
        "dossier": "D-2",
        "insz": "90.01.15-902.60",
        "registered_on": "2024-01-08",
        "contract_signed_on": "2024-03-01",
        "contract_municipality": "46014",
        "attest_obtained_on": "2025-06-30",
    },
    {"dossier": "D-3", "insz": "78.03.02-903.17", "registered_on": "2024-05-06", "closed_on": "2024-04-01"},
    {"dossier": "D-4", "insz": "85.47.30-906.17", "registered_on": "2025-01-06"},
    {"dossier": "D-5", "insz": "95.05.05-905.05", "registered_on": "2025-01-06"},
)
"""Dossiers of five persons: active, closed, impossible, of a number that was replaced, and of somebody who died."""
RESIDENCES: Rows = (
    {"insz": "85.07.30-901.33", "municipality": "44021", "valid_from": "2024-11-05", "valid_until": "2025-09-01"},
    {"insz": "85.07.30-901.33", "municipality": "31005", "valid_from": "2025-09-01"},
    {"insz": "90.01.15-902.60", "municipality": "21004"},
    {"insz": "01.12.31-904.46", "municipality": "44021"},
    {"insz": "95.05.05-905.05", "municipality": "44021"},
)
DEATHS: Rows = ({"insz": "95.05.05-905.05", "died_on": "2025-11-03"},)
REPLACEMENTS: Rows = ({"insz_old": "85.47.30-906.17", "insz_new": "01.12.31-904.46", "replaced_on": "2025-03-01"},)

ROWS: dict[str, Rows] = {
    "dossiers": DOSSIERS,
    "residences": RESIDENCES,
    "deaths": DEATHS,
    "replacements": REPLACEMENTS,
}
"""Every table."""

ON = dt.date(2026, 1, 15)

ANSWERS: list[dict[str, object]] = [
    {
        "insz": "01.12.31-904.46",
        "answer": "eligible",
        "municipality": "44021",
        "basis": "current_residence",
        "contract_signed": False,
        "attest_obtained": False,
        "reasons": ["follows_current_residence"],
    },
    {
        "insz": "78.03.02-903.17",
        "answer": "undetermined",
        "municipality": None,
        "basis": None,
        "contract_signed": False,
        "attest_obtained": False,
        "reasons": ["closed_before_registration"],
    },
    {
        "insz": "85.07.30-901.33",
        "answer": "eligible",
        "municipality": "31005",
        "basis": "current_residence",
        "contract_signed": False,
        "attest_obtained": False,
        "reasons": ["follows_current_residence"],
    },
    {
        "insz": "90.01.15-902.60",
        "answer": "eligible",
        "municipality": "46029",
        "basis": "contract_municipality",
        "contract_signed": True,
        "attest_obtained": True,
        "reasons": ["stays_at_contract_municipality"],
    },
    {
        "insz": "95.05.05-905.05",
        "answer": "not_eligible",
        "municipality": None,
        "basis": None,
        "contract_signed": False,
        "attest_obtained": False,
        "reasons": ["died"],
    },
]
"""The answers on ``ON``."""
