"""The main job in Python: from the agency's files, as polars tables, to the lists for the municipalities.

It does what the Rust program ``exchange`` does on the same files, and writes the same bytes: for each delivery a folder
with the list, the cover note and the receipt, and the requests with what became of them. The log of disclosures says
the same, but is another file of the database's.

    python examples/exchange.py --data examples/cases/small --out out/demo/small-python \
        --on 2025-01-15 --deliver-on 2025-01-20 --key-file out/demo/keys/demo.key
"""

from __future__ import annotations

import argparse
import binascii
import contextlib
import datetime as dt
import filecmp
import sys
from pathlib import Path
from typing import NamedTuple

import inburgering as ib
import polars as pl

DAY = pl.Date
TEXT = pl.String
TABLES: dict[str, dict[str, type[pl.DataType]]] = {
    "dossiers": {
        "dossier": TEXT,
        "insz": TEXT,
        "registered_on": DAY,
        "contract_signed_on": DAY,
        "contract_municipality": TEXT,
        "attest_obtained_on": DAY,
        "closed_on": DAY,
    },
    "residences": {"insz": TEXT, "municipality": TEXT, "valid_from": DAY, "valid_until": DAY},
    "deaths": {"insz": TEXT, "died_on": DAY},
    "replacements": {"insz_old": TEXT, "insz_new": TEXT, "replaced_on": DAY},
}
"""The columns of each table, with their types."""

OPTIONAL = ("deaths", "replacements")
NOT_DELIVERED = "not delivered"


class Answered(NamedTuple):
    """A request that was answered on the day, or was granted before and not delivered yet."""

    assessment: ib.Assessment
    granted_before: bool


class Outcome(NamedTuple):
    """What became of a request that was to be delivered."""

    request: str
    municipality: str
    result: str
    persons: int | None


def read_tables(data: Path) -> dict[str, pl.DataFrame]:
    """Read the tables of an extract; deaths and replacements may be missing."""
    return {
        name: pl.read_csv(data / f"{name}.csv", columns=list(columns), schema_overrides=columns)
        for name, columns in TABLES.items()
        if name not in OPTIONAL or (data / f"{name}.csv").exists()
    }


def build(data: Path) -> ib.Caseload:
    """Build the caseload; rows are numbered as in the file, whose heading is row 1."""
    tables = read_tables(data)
    return ib.Caseload(
        tables["dossiers"],
        tables["residences"],
        deaths=tables.get("deaths"),
        replacements=tables.get("replacements"),
        first_row=2,
    )


def assess_all(history: ib.History, protocols: ib.Register, on: dt.date) -> tuple[list[Answered], ib.History]:
    """Answer each request that is received or waiting on the day, in the order of receipt, and record the answer.

    One that was granted before is assessed as on the day on which it was.
    """
    answered = []
    for record in sorted(history.records, key=lambda record: (record.request.received_on, record.request.id)):
        state = record.state_on(on=on)
        if state in (ib.RequestState.RECEIVED, ib.RequestState.WAITING):
            assessment = ib.assess(record.request, on=on, protocols=protocols, history=history)
            history = history.record(assessment)
            answered.append(Answered(assessment, granted_before=False))
        elif state is ib.RequestState.GRANTED:
            granted_on = max(step.on for step in record.steps if step.on <= on)
            assessment = ib.assess(record.request, on=granted_on, protocols=protocols, history=history)
            answered.append(Answered(assessment, granted_before=True))
    return answered, history


def read_key(path: Path) -> ib.DigestKey:
    """Read a key: its bytes as they are, or in hexadecimal digits; its id is the name of the file."""
    content = path.read_bytes()
    with contextlib.suppress(binascii.Error):  # it is no text of hexadecimal digits
        content = binascii.unhexlify(content.strip())
    return ib.DigestKey(path.stem, content)


def open_log(path: Path) -> ib.DisclosureLog:
    """Open the log, or create one if none is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return ib.DisclosureLog.create(path)
    except ib.LogError as error:
        if error.code != "already_there":
            raise
        return ib.DisclosureLog(path)


def deliver_all(
    answered: list[Answered],
    placed: ib.Placed,
    protocols: ib.Register,
    history: ib.History,
    arguments: argparse.Namespace,
) -> tuple[list[Outcome], ib.History]:
    """Deliver each granted request into the archive, and record what became of it.

    What cannot be delivered stands in the way of no other request.
    """
    old_keys = [read_key(path) for path in arguments.old_key_file]
    archive = ib.Archive(arguments.out, open_log(arguments.log), old_keys=old_keys)
    key = read_key(arguments.key_file)
    outcomes = []
    for assessment, _ in answered:
        if not assessment.is_granted:
            continue
        request, municipality = assessment.request.id, str(assessment.municipality)
        try:
            delivery = archive.deliver(
                assessment,
                placed,
                protocols=protocols,
                history=history,
                key=key,
                delivered_at=arguments.delivered_at,
                operator=arguments.operator,
            ).delivery
        except ib.InburgeringError as error:
            again = error.assessment if isinstance(error, ib.DeliverError) else None
            if again is None:
                print(f"{request}: {error}", file=sys.stderr)
                outcomes.append(Outcome(request, municipality, f"{NOT_DELIVERED}: {error.code}", None))
                continue
            # Checked again on the day of delivery, it is refused: that is an answer, and it is recorded.
            history = history.record(again)
            reasons = ", ".join(refusal.code for refusal in again.refusals)
            outcomes.append(Outcome(request, municipality, f"refused: {reasons}", None))
            continue
        history = delivery.history
        outcomes.append(Outcome(request, municipality, "delivered", len(delivery.list)))
    # What the log has was delivered, be it by a run that was killed before it came to this.
    return outcomes, archive.log.history(history)


def show(title: str, table: pl.DataFrame) -> None:
    """Print a table whole."""
    with pl.Config(
        tbl_rows=-1,
        tbl_cols=-1,
        tbl_width_chars=200,
        tbl_hide_dataframe_shape=True,
        tbl_hide_column_data_types=True,
        fmt_str_lengths=80,
    ):
        print(f"\n{title}\n{table}")


def show_answers(answered: list[Answered], placed: ib.Placed) -> None:
    """Print what was answered to each request, and how everybody was placed."""
    requests = [
        {
            "request": assessment.request.id,
            "municipality": str(assessment.municipality),
            "answer": str(assessment.outcome),
            "due": assessment.deadline.due if assessment.deadline else None,
            "reasons": ", ".join(str(refusal.code) for refusal in assessment.refusals),
            "notices": ", ".join(str(notice.code) for notice in assessment.notices),
        }
        for assessment, _ in answered
    ]
    show("The requests", pl.DataFrame(requests))
    answers = placed.answers().to_polars()
    by_answer = answers.group_by("answer", "basis").agg(
        pl.len().alias("persons"),
        pl.col("contract_signed").sum(),
        pl.col("attest_obtained").sum(),
        pl.col("municipality").n_unique().alias("municipalities"),
    )
    show(f"Everybody on {placed.on}", by_answer.sort("answer", "basis"))
    reasons = answers.explode("reasons").group_by("answer", reason="reasons").len("persons")
    show("Why", reasons.sort("answer", "persons", descending=[False, True]))


def same_bytes(ours: Path, theirs: Path) -> int:
    """Count the files but the log, which must be the same, byte for byte, in both folders."""

    def files(folder: Path) -> list[Path]:
        paths = (path for path in folder.rglob("*") if path.is_file() and not path.match("*.sqlite*"))
        return sorted(path.relative_to(folder) for path in paths)

    if files(ours) != files(theirs):
        message = f"{ours} and {theirs} do not have the same files"
        raise SystemExit(message)
    different = [path for path in files(ours) if not filecmp.cmp(ours / path, theirs / path, shallow=False)]
    if different:
        message = f"{ours} and {theirs} differ in {', '.join(map(str, different))}"
        raise SystemExit(message)
    return len(files(ours))


def arguments_of(given: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="The main job in Python: from the agency's files to the lists.")
    parser.add_argument("--data", type=Path, required=True, help="where the input files are")
    parser.add_argument("--out", type=Path, required=True, help="where the deliveries go")
    parser.add_argument("--log", type=Path, help="the log, made if it is not there (default: log.sqlite in --out)")
    parser.add_argument("--on", type=dt.date.fromisoformat, required=True, help="the day of assessment")
    parser.add_argument("--deliver-on", type=dt.date.fromisoformat, help="the day of delivery (default: that day)")
    parser.add_argument("--delivered-at", type=dt.datetime.fromisoformat, help="the instant (default: noon, +01:00)")
    parser.add_argument(
        "--key-file", type=Path, required=True, help="the key of the digests: 32 random bytes or more, raw or in hex"
    )
    parser.add_argument("--old-key-file", type=Path, action="append", default=[], help="a key of before, of the log")
    parser.add_argument("--operator", default="operator", help="who delivers (default: operator)")
    parser.add_argument("--compare-with", type=Path, help="a folder that must have the same files, byte for byte")
    arguments = parser.parse_args(given)
    arguments.log = arguments.log or arguments.out / "log.sqlite"
    arguments.deliver_on = arguments.deliver_on or arguments.on
    noon = dt.datetime.combine(arguments.deliver_on, dt.time(12), dt.timezone(dt.timedelta(hours=1)))
    arguments.delivered_at = arguments.delivered_at or noon
    return arguments


def main(given: list[str]) -> None:
    """Do the whole job, and show the answers; end with an error if a granted request could not be delivered."""
    arguments = arguments_of(given)
    protocols = ib.Register.from_json((arguments.data / "protocols.json").read_text(encoding="utf-8"))
    history = ib.History.from_json((arguments.data / "requests.json").read_text(encoding="utf-8"))

    answered, history = assess_all(history, protocols, arguments.on)
    placed = build(arguments.data).place(on=arguments.deliver_on)
    outcomes, history = deliver_all(answered, placed, protocols, history, arguments)
    arguments.out.mkdir(parents=True, exist_ok=True)
    (arguments.out / "requests.json").write_bytes((history.to_json() + "\n").encode())

    show_answers(answered, placed)
    show("Delivered", pl.DataFrame(outcomes, orient="row"))
    if arguments.compare_with:
        count = same_bytes(arguments.out, arguments.compare_with)
        print(f"\n{count} files, the same bytes as in {arguments.compare_with}")
    if failed := sum(outcome.result.startswith(NOT_DELIVERED) for outcome in outcomes):
        message = f"{failed} of the granted requests could not be delivered"
        raise SystemExit(message)


if __name__ == "__main__":
    main(sys.argv[1:])
