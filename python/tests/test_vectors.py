"""The conformance vectors, fed back through the module: tables go in through Arrow, and every answer is given again."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import books
import inburgering as ib
import pytest
from tables import COLUMNS, arrow

FOLDER = Path(__file__).resolve().parents[2] / "vectors" / "v1"
SEVERAL = 300
"""How many vectors are put in one test: some thousands of them one by one would fill the report."""

Question = dict[str, Any]
Answer = Any


def vectors(kind: str) -> list[dict[str, Any]]:
    read = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    assert (read["format"], read["version"], read["kind"]) == ("inburgering-vectors", 1, kind)
    return list(read["vectors"])


def day(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)


def caseload(question: Question) -> ib.Caseload:
    tables = {name: arrow(name, question["tables"].get(name, ())) for name in COLUMNS}
    problems = {"refused": "raise", "set_aside": "set_aside"}[question.get("problems", "refused")]
    return ib.Caseload(**tables, problems=problems)


def insz(question: Question) -> Answer:
    try:
        number = ib.Insz(question["text"], as_of=day(question.get("as_of")))
        known = day(question.get("known_birth_date"))
        agreement = None if known is None else number.check_birth_date(known).value
    except ib.InszError as error:
        return {"fault": error.code}
    birth = number.birth
    told: dict[str, Callable[[], object]] = {
        "day": lambda: birth.date,
        "year_month": lambda: f"{birth.year}-{birth.month:02}",
        "year": lambda: birth.year,
    }
    said = {
        "number": str(number),
        "kind": number.kind.value,
        "century": {ib.Century.FROM_1900: 1900, ib.Century.FROM_2000: 2000}[number.century],
        "sex": None if number.sex is None else number.sex.value,
        "birth": str(told[birth.code]()) if birth.code in told else "unknown",
        "earliest_birth_day": str(number.earliest_birth_day),
        "agreement": agreement,
    }
    return without_none(said)


def without_none(said: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in said.items() if value is not None}


def reasons(closed: ib.ClosedDay | None) -> list[str]:
    return [] if closed is None else [str(reason.holiday or reason.code) for reason in closed.reasons]


def working_days(question: Question) -> Answer:
    asked = dt.date.fromisoformat(question["day"])
    try:
        calendar = ib.Calendar(question["calendar"])
        calendar = calendar.with_closing_days(dt.date.fromisoformat(text) for text in question.get("closing_days", ()))
        match question["ask"]:
            case "deadline":
                deadline = calendar.deadline(asked, working_days=question["working_days"])
                skipped = [{"day": str(closed.day), "reasons": reasons(closed)} for closed in deadline.skipped]
                return {"due": str(deadline.due), "skipped": skipped}
            case "add":
                return {"day": str(calendar.add(asked, working_days=question["working_days"]))}
            case "next":
                return {"day": str(calendar.next(asked))}
            case "count":
                return {"working_days": calendar.count(asked, dt.date.fromisoformat(question["until"]))}
            case _:
                return {"reasons": reasons(calendar.closed(asked))}
    except ib.CalendarError as error:
        return {"error": error.code}


def municipality(question: Question) -> Answer:
    on = dt.date.fromisoformat(question["on"])
    try:
        match question["ask"]:
            case "named":
                found = ib.Municipality.named(question["named"], on=on)
            case "current":
                found = [ib.municipality(question["code"]).current(on=on)]
            case "valid":
                found = [ib.municipality(question["code"]).require_valid_on(on)]
            case _:
                person = ib.municipality(question["code"]).legal_person_on(on)
                found = [] if person is None else [person]
    except ib.MunicipalityError as error:
        return {"error": error.code}
    return {"municipalities": [one.code for one in found]}


def rules(question: Question) -> dict[str, str]:
    return {name: question[name] for name in ("closed", "brussels") if name in question}


def placement(question: Question) -> Answer:
    built = caseload(question)

    def persons(on: dt.date) -> list[dict[str, Any]]:
        try:
            rows = built.place(on=on, **rules(question)).answers().to_pyarrow().to_pylist()
        except ib.OutsideHorizon:
            return []
        return sorted((without_none(row) for row in rows), key=lambda row: str(row["insz"]))

    return [{"on": text, "persons": persons(dt.date.fromisoformat(text))} for text in question["days"]]


def assessment(question: Question) -> Answer:
    options = dict(question.get("options", {}))
    if "calendar" in options:
        options["calendar"] = ib.Calendar(options["calendar"])
    kept: dict[str, Any] = {
        "protocols": books.register(question["protocols"]),
        "history": books.history(question["history"]),
    }
    try:
        found = ib.assess(books.request(question["request"]), on=books.day(question["on"]), **kept, **options)
        if "delivery" in question:
            found = found.check_delivery(on=books.day(question["delivery"]), **kept)
    except ib.InburgeringError as error:
        return {"error": error.code}
    return without_none(
        {
            "outcome": str(found.outcome),
            "awaited": None if found.awaited is None else str(found.awaited),
            "refusals": [str(refusal.code) for refusal in found.refusals],
            "notices": [str(notice.code) for notice in found.notices],
            "municipality": found.municipality.code,
            "protocol": None if found.protocol is None else found.protocol.id,
            "due": None if found.deadline is None else str(found.deadline.due),
        }
    )


def suppression(question: Question) -> Answer:
    tree = ib.suppress(question["groups"], threshold=question["threshold"])
    return {"root": tree.root, "groups": list(tree.groups), "leaves": [list(leaves) for leaves in tree.leaves]}


def figures(question: Question) -> Answer:
    snapshot = dt.date.fromisoformat(question["snapshot"])
    found = caseload(question).figures(snapshot=snapshot, threshold=question["threshold"])
    rows = found.to_table().to_pyarrow().to_pylist()

    durations = found.durations_to_table().to_pyarrow().to_pylist()

    def place(row: dict[str, Any]) -> dict[str, Any]:
        of = {"code": row["code"], "province": row["name"] if row["area"] == "province" else None}
        return {"measure": row["measure"], "year": row["year"], "area": row["area"], **without_none(of)}

    def quartiles(row: dict[str, Any]) -> list[int] | None:
        return None if row["suppressed"] else [row["first_quartile"], row["median"], row["third_quartile"]]

    told = [row for row in durations if row["suppressed"] or row["median"] is not None]
    return {
        "published": len(rows),
        "figures": [{**place(row), "count": row["count"]} for row in rows if row["count"] != 0],
        "durations": [{**place(row), "quartiles": quartiles(row)} for row in told],
    }


def changes(question: Question) -> Answer:
    since, on = (dt.date.fromisoformat(question[name]) for name in ("since", "on"))
    rules = {name: question[name] for name in ("closed", "brussels") if name in question}
    try:
        found = caseload(question).changes(question["municipality"], since=since, on=on, **rules)
    except ib.MunicipalityError as error:
        return {"error": error.code}
    rows = found.counts(threshold=question["threshold"]).to_table().to_pyarrow().to_pylist()
    return {
        "together": [municipality.code for municipality in found.together],
        "changes": [
            {
                "insz": str(change.number),
                "kind": str(change.kind),
                "reason": str(change.reason),
                "facts": [fact.code for fact in change.facts],
            }
            for change in found
        ],
        "counts": [
            {
                **without_none({"kind": row["kind"], "counted": row["counted"], "reason": row["reason"]}),
                "count": row["count"],
            }
            for row in rows
        ],
    }


def findings(question: Question) -> Answer:
    said = [
        (str(finding.kind), [(str(row.table), row.row) for row in finding.rows])
        for finding in caseload(question).findings
    ]
    # The rows of a table are numbered from 0, and its name comes before the number.
    rows = [{"kind": kind, "rows": [{"table": table, "row": row} for table, row in rows]} for kind, rows in said]
    return sorted(rows, key=lambda finding: (finding["kind"], [(row["table"], row["row"]) for row in finding["rows"]]))


def protocol(question: Question) -> Answer:
    try:
        made = books.protocol(question["protocol"])
    except (ib.ProtocolError, ib.MunicipalityError) as error:
        return {"error": error.code}
    known = []
    for text in question["days"]:
        on = books.day(text)
        stage, waiting = made.stage_on(on), [str(party) for party in made.open_obligations(on=on)]
        known.append(
            {"on": text, **({} if stage is None else {"stage": str(stage)}), **({"open": waiting} if waiting else {})}
        )
    return known


def standing(question: Question) -> Answer:
    register = books.register(question["protocols"])
    return [standing_on(register, question["municipality"], text) for text in question["days"]]


def standing_on(register: ib.Register, municipality: str, text: str) -> dict[str, Any]:
    try:
        found = register.standing(municipality, on=books.day(text))
    except ib.MunicipalityError as error:
        return {"on": text, "error": error.code}
    has = {
        "protocol": found.protocol.id if found.protocol else None,
        "stage": str(found.stage) if found.stage else None,
        "ended": found.ended.id if found.ended else None,
        "absorbed": [one.code for one in found.absorbed or ()] or None,
        "inherited": [one.id for one in found.protocols or found.inherited or ()] or None,
        "without": [one.code for one in found.without or ()] or None,
    }
    return {"on": text, "standing": found.code, **without_none(has)}


def delivered(question: Question) -> Answer:
    """Deliver on a protocol and a request of the same day."""
    on = question["on"]
    steps = {"requested": on, "advised": [on], "signed": [on], "validated": on, "published": [on]}
    protocols = [books.protocol({"id": "P-1", "municipality": question["municipality"], **steps})]
    request = books.request({"municipality": question["municipality"], "received": on})
    brussels = question.get("brussels", "refused")
    delivery = ib.deliver(
        ib.assess(request, on=books.day(on), protocols=protocols, brussels=brussels),
        caseload(question).place(on=books.day(on), **rules(question)),
        protocols=protocols,
        key=ib.DigestKey("vectors", bytes([7] * 32)),
        delivered_at=dt.datetime.combine(books.day(on), dt.time(12), dt.UTC),
        operator="operator 7",
    )
    counts = delivery.receipt.counts
    return {
        "csv": delivery.disclosure_list.to_csv().removeprefix("\ufeff").split("\r\n")[:-1],
        "closed": counts.closed,
        "closed_residing_elsewhere": counts.closed_residing_elsewhere,
        "rows_without_number": counts.rows_without_number,
        "closed_on_cover_note": delivery.cover_note.closed.number,
    }


def explanation(question: Question) -> Answer:
    placed = caseload(question).place(on=books.day(question["on"]), **rules(question))
    try:
        letter = placed.explain(question["insz"], language="nl")
    except ib.UnknownPersonError as error:
        return {"error": error.code}
    answer = letter.answer
    person = {
        "insz": str(answer.number),
        "answer": str(answer.outcome),
        "municipality": answer.municipality and answer.municipality.code,
        "basis": answer.basis and str(answer.basis),
        "contract_signed": answer.contract_signed,
        "attest_obtained": answer.attest_obtained,
        "reasons": [str(reason.code) for reason in answer.reasons],
    }
    days = {"from": letter.holds.start, "until": letter.holds.until}
    return {
        "answer": without_none(person),
        "reasons": [without_none(json.loads(reason.to_json())) for reason in answer.reasons],
        **{key: str(day) for key, day in days.items() if day is not None},
        "facts": [without_none(json.loads(fact.to_json())) for fact in letter.facts],
        "leaves_facts_out": letter.leaves_facts_out,
    }


KINDS: dict[str, Callable[[Question], Answer]] = {
    "assessment": assessment,
    "changes": changes,
    "explanation": explanation,
    "figures": figures,
    "findings": findings,
    "insz": insz,
    "list": delivered,
    "municipality": municipality,
    "placement": placement,
    "protocol": protocol,
    "standing": standing,
    "suppression": suppression,
    "working_days": working_days,
}
PARTS = [(kind, at) for kind in KINDS for at in range(0, len(vectors(kind)), SEVERAL)]


@pytest.mark.parametrize(("kind", "at"), PARTS)
def test_every_answer_is_given_again(kind: str, at: int) -> None:
    for vector in vectors(kind)[at : at + SEVERAL]:
        assert KINDS[kind](vector["question"]) == vector["answer"], (vector["id"], vector.get("name"))


def test_every_file_is_of_a_kind() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(KINDS)
    assert sum(len(vectors(kind)) for kind in KINDS) > 6500


@pytest.mark.parametrize("kind", KINDS)
def test_another_answer_would_be_seen(kind: str) -> None:
    vector, other = vectors(kind)[0], vectors(kind)[-1]
    assert vector["answer"] != other["answer"]
    assert KINDS[kind](vector["question"]) != other["answer"]
