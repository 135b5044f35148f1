"""Small caseloads of every kind of fault, many beside each other in the same tables.

Each group has numbers and dossiers of its own, few of both, and few days and municipalities, so that mergers, moves,
several dossiers, impossible dates, BIS numbers, replaced numbers and deaths meet each other often.
"""

from __future__ import annotations

import datetime as dt
import random

import inburgering as ib
import polars as pl
from peers.data import Tables

Row = dict[str, object]

AROUND = (dt.date(2019, 1, 1), dt.date(2024, 12, 2), dt.date(2025, 1, 1), dt.date(2025, 2, 1))
"""The days of the mergers, and a birth."""
CODES = (
    *("46014", "44045", "46029", "44012", "44048", "44086", "11002", "11007"),
    *("31005", "44021", "21004", "62063", "82003", "82005", "52063", "99999"),
)
"""Mergers into Lokeren, Nazareth-De Pinte and Antwerpen, a renumbering, places that stay, Brussels, and no place."""
BIRTHS = ("850730", "900115", "780302", "011231", "950505", "854730", "902115", "250201", "850000", "002000", "450005")
"""A man or woman of any year, BIS numbers of both kinds, a birth of 2025, of a year alone, and of no known day."""
COLUMNS: dict[str, tuple[str, ...]] = {
    "dossiers": (
        *("dossier", "insz", "registered_on", "contract_signed_on"),
        *("contract_municipality", "attest_obtained_on", "closed_on"),
    ),
    "residences": ("insz", "municipality", "valid_from", "valid_until"),
    "deaths": ("insz", "died_on"),
    "replacements": ("insz_old", "insz_new", "replaced_on"),
}


def tables_of(rows: dict[str, list[Row]]) -> Tables:
    """Rows as the tables of the peers."""

    def of(column: str) -> pl.DataType:
        return pl.Date() if column.endswith("_on") or column.startswith("valid_") else pl.String()

    return Tables(
        *(
            pl.DataFrame(
                {name: [row.get(name) for row in rows.get(table, [])] for name in columns},
                {name: of(name) for name in columns},
            )
            for table, columns in COLUMNS.items()
        )
    )


def numbers(rng: random.Random, group: int) -> list[str]:
    """The numbers of a group: two groups have none in common."""
    found = []
    for born in BIRTHS:
        # A year for each group keeps its numbers apart, but for the birth of 2025.
        year = born[:2] if born in {"250201", "002000", "450005"} else f"{(int(born[:2]) + group // 90) % 100:02}"
        nine = f"{year}{born[2:]}{900 + group % 90 + rng.randrange(9):03}"
        prefix = "2" if born in {"250201", "011231", "002000"} else ""
        check = 97 - int(prefix + nine) % 97
        found.append(str(ib.Insz(f"{nine}{check:02}")))
    return found


def caseload(groups: int, seed: int) -> Tables:
    """So many groups, as one caseload."""
    rng = random.Random(seed)
    rows: dict[str, list[Row]] = {table: [] for table in COLUMNS}
    used: set[str] = set()
    for group in range(groups):
        own = [number for number in numbers(rng, group) if number not in used]
        used.update(own)
        few = rng.sample(own, min(len(own), rng.choice((2, 3, 5, 8)))) or ["85.07.30-901.33"]
        for table, of in _group(rng, f"{group:04}", few).items():
            rows[table].extend(of)
    for of in rows.values():
        rng.shuffle(of)
    return tables_of(rows)


def _group(rng: random.Random, group: str, few: list[str]) -> dict[str, list[Row]]:
    def day() -> dt.date:
        if rng.random() < 0.6:
            return rng.choice(AROUND) + dt.timedelta(days=rng.randrange(5) - 2)
        return dt.date(2023, 6, 1) + dt.timedelta(days=rng.randrange(900))

    def maybe_day() -> dt.date | None:
        return day() if rng.random() < 0.6 else None

    def code() -> str:
        return rng.choice(CODES)

    def dossier() -> Row:
        return {
            "dossier": f"D-{group}-{rng.randrange(6)}",
            "insz": rng.choice(few),
            "registered_on": maybe_day(),
            "contract_signed_on": maybe_day(),
            "contract_municipality": code() if rng.random() < 0.85 else None,
            "attest_obtained_on": maybe_day(),
            "closed_on": maybe_day(),
        }

    def plausible() -> Row:
        registered = day()
        signed = registered + dt.timedelta(days=rng.randrange(200)) if rng.random() < 0.6 else None
        ended = (signed or registered) + dt.timedelta(days=rng.randrange(400)) if rng.random() < 0.5 else None
        attest = rng.random() < 0.5
        return {
            "dossier": f"D-{group}-{rng.randrange(10, 60)}",
            "insz": rng.choice(few),
            "registered_on": registered,
            "contract_signed_on": signed,
            "contract_municipality": code() if signed else None,
            "attest_obtained_on": ended if attest else None,
            "closed_on": None if attest else ended,
        }

    def history() -> list[Row]:
        insz, starts = rng.choice(few), sorted({day() for _ in range(rng.randrange(1, 4))})
        return [
            {"insz": insz, "municipality": code(), "valid_from": since if at else None, "valid_until": until}
            for at, (since, until) in enumerate(zip(starts, [*starts[1:], None], strict=True))
        ]

    dossiers = [plausible() if rng.random() < 0.67 else dossier() for _ in range(rng.randrange(1, 9))]
    if rng.random() < 0.2:
        dossiers.append(dict(rng.choice(dossiers)))
    if rng.random() < 0.2:
        # A second contract of the same day.
        dossiers.append(rng.choice(dossiers) | {"dossier": f"D-{group}-70", "contract_municipality": code()})
    spells: list[Row] = []
    for _ in range(rng.randrange(7)):
        if rng.random() < 0.67:
            spells.extend(history())
        else:
            insz = rng.choice(few)
            days = {"valid_from": maybe_day(), "valid_until": maybe_day()}
            spells.append({"insz": insz, "municipality": code(), **days})
    return {
        "dossiers": dossiers,
        "residences": spells,
        "deaths": [{"insz": rng.choice(few), "died_on": day()} for _ in range(rng.choice((0, 0, 0, 1, 2)))],
        "replacements": [
            {"insz_old": rng.choice(few), "insz_new": rng.choice(few), "replaced_on": day()}
            for _ in range(rng.choice((0, 0, 0, 1, 1, 2, 3, 4)))
        ],
    }
