"""A made-up caseload with something to report: two cities, a village of a few persons, and ten years."""

from __future__ import annotations

import datetime as dt
import functools
import random

import inburgering as ib
from delivering import Row, Tables

CITY, OTHER_CITY, VILLAGE = "44021", "31005", "45062"
"""Gent, Brugge, Horebeke: the first and the last in one province, with Aalst."""
A_YEAR = {CITY: 60, "41002": 15, OTHER_CITY: 40, "11002": 50, "24062": 30, "71072": 30, VILLAGE: 3}
"""How many persons register in a year."""
SNAPSHOT = dt.date(2026, 6, 30)


def number(n: int) -> str:
    """Write the n-th of many synthetic numbers, of somebody born in 1985; sequences 900 to 998."""
    birth, sequence = divmod(n, 99)
    month, day, sequence = 1 + birth // 28, 1 + birth % 28, 900 + sequence
    check = 97 - ((850_000 + month * 100 + day) * 1000 + sequence) % 97
    return f"85.{month:02}.{day:02}-{sequence:03}.{check:02}"


@functools.cache
def caseload() -> ib.Caseload:
    """Some two thousand persons, the same every time."""
    chance = random.Random(1)
    dossiers: list[Row] = []
    residences: list[Row] = []
    for year in range(2017, 2027):
        for code, many in A_YEAR.items():
            for _ in range(chance.randint(many * 2 // 3, many * 4 // 3)):
                insz = number(len(dossiers))
                registered = dt.date(year, 1, 1) + dt.timedelta(days=chance.randrange(365))
                contract = registered + dt.timedelta(days=chance.randint(5, 120))
                ended = contract + dt.timedelta(days=chance.randint(150, 900))
                end = "attest_obtained_on" if chance.random() < 0.7 else "closed_on"
                dossier = {"dossier": f"D-{len(dossiers)}", "insz": insz, "registered_on": str(registered)}
                dossiers.append(
                    dossier | {"contract_signed_on": str(contract), "contract_municipality": code, end: str(ended)}
                )
                if chance.random() < 0.15:
                    moved = str(registered + dt.timedelta(days=chance.randint(30, 300)))
                    to = chance.choice([CITY, OTHER_CITY, VILLAGE])
                    residences.append({"insz": insz, "municipality": code, "valid_until": moved})
                    residences.append({"insz": insz, "municipality": to, "valid_from": moved})
                else:
                    residences.append({"insz": insz, "municipality": code})
    return Tables(dossiers=dossiers, residences=residences).caseload()


@functools.cache
def figures(snapshot: dt.date = SNAPSHOT) -> ib.Figures:
    """Its figures."""
    return caseload().figures(snapshot=snapshot)
