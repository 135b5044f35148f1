"""The books of a golden case: its protocols, its requests of the past, and how they are built from text."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import inburgering as ib

GOLDEN = Path(__file__).resolve().parents[2] / "crates" / "inburgering" / "tests" / "golden"

Case = dict[str, Any]
"""What the file says of a case, or of a protocol or request in it."""


def cases(name: str) -> list[Case]:
    """Read the cases of a golden file by its name."""
    with (GOLDEN / f"{name}.toml").open("rb") as file:
        read: list[Case] = tomllib.load(file)["case"]
    assert all(case["citation"] for case in read)
    return read


def written(name: str) -> int:
    """Count the cases that are written in a golden file."""
    return (GOLDEN / f"{name}.toml").read_text(encoding="utf-8").count("[[case]]\n")


def named(case: Case) -> str:
    """Name a case for the report of its test."""
    name: str = case["name"]
    return name


def known(row: Case, *keys: str) -> Case:
    """Give the row back, if it has no other keys than these."""
    assert row.keys() <= set(keys), row
    return row


def day(text: str) -> dt.date:
    """Read a day."""
    return dt.date.fromisoformat(text)


def steps(row: Case) -> Iterator[tuple[str, dt.date]]:
    """Give the steps of a protocol after its request, by the keywords of the constructor, in the order of the crate."""
    for key, keyword in (("advised", "advised_by"), ("signed", "signed_by")):
        yield from of_both(row.get(key, []), keyword)
    if "validated" in row:
        yield "validated_on", day(row["validated"])
    yield from of_both(row.get("published", []), "published_by")
    if "terminated" in row:
        yield "terminated_on", day(row["terminated"])


def of_both(days: list[str], keyword: str) -> Iterator[tuple[str, dt.date]]:
    """Give the days of the agency and of the municipality; one day stands for both, an empty text for none."""
    for party, text in zip(("agency", "municipality"), days * 2 if len(days) == 1 else days, strict=False):
        if text:
            yield f"{keyword}_{party}_on", day(text)


def protocol(row: Case) -> ib.Protocol:
    """Make a protocol in one call."""
    known(
        row,
        *("id", "municipality", "kind", "purposes", "months", "retention", "requested"),
        *("advised", "signed", "validated", "published", "terminated"),
    )
    return ib.Protocol(
        id=row["id"],
        municipality=row["municipality"],
        kind=row.get("kind", "standard"),
        purposes=row.get("purposes", "ceremony"),
        duration_months=row.get("months"),
        retention_months=row.get("retention", 12),
        requested_on=day(row["requested"]),
        **dict(steps(row)),
    )


def register(rows: Iterable[Case]) -> ib.Register:
    """Make the register of these protocols."""
    return ib.Register(protocol(row) for row in rows)


def request(row: Case) -> ib.Request:
    """Make a request."""
    known(row, "id", "municipality", "received", "purposes", "door", "steps")
    return ib.Request(
        municipality=row["municipality"],
        received_on=day(row["received"]),
        purposes=row.get("purposes", ["ceremony"]),
        requester="dienst burgerzaken",
        door=row.get("door", ib.Door.DATA),
        id=row.get("id"),
    )


def history(rows: Iterable[Case]) -> ib.History:
    """Make the history of these requests, step by step."""
    made = ib.History()
    for row in rows:
        received = request(row)
        made = made.receive(received)
        for state, on in row.get("steps", []):
            made = made.take(received.id, state, on=day(on))
    return made
