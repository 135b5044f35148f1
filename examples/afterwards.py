"""What comes after the deliveries: is the log whole, what must be recalled, who asks why, and what has changed.

It reads the archive that ``exchange`` has filled and writes what an agency's clerk would open:

    python examples/afterwards.py --data examples/cases/small --corrected examples/cases/small/corrected \
        --protocols examples/cases/small --log out/demo/small-python/log.sqlite --key-file out/demo/keys/demo.key \
        --dossier D-02 --municipality 44021 --since 2024-06-30 --on 2025-01-20 --notice-on 2025-01-27 \
        --out out/demo/afterwards
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from pathlib import Path
from typing import NamedTuple

import inburgering as ib
import polars as pl
import polars.selectors as cs
from exchange import build, read_key, read_tables
from inburgering import report


def write(path: Path, text: str) -> None:
    """Write a text, never over another, and say where."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(text)
    print(f"  {path}")


def write_table(path: Path, table: ib.Table) -> None:
    """Write a table for a spreadsheet, several values of a cell one after the other."""
    rows = table.to_polars().with_columns(cs.list().cast(pl.List(pl.String)).list.join(" | "))
    path.parent.mkdir(parents=True, exist_ok=True)
    rows.write_csv(path, include_bom=True, separator=";")
    print(f"  {path}")


def checked(log: ib.DisclosureLog, keys: list[ib.DigestKey]) -> None:
    """Say whether the log is whole; one that is not ends the program."""
    found = log.verify(key=keys)
    print(f"{len(log.entries())} entries in the log; its head, to be kept elsewhere: {log.head()}")
    for fault in found.breaks:
        print(f"  {fault}")
    for begun in found.unfinished:
        print(f"  delivery {begun.delivery} was begun and not ended: resume or abandon it")
    if not found.is_whole:
        message = "the log is not whole"
        raise SystemExit(message)
    shown = log.table().to_polars().select("delivery", "municipality", "on", "listed", "purposes", "state")
    with pl.Config(tbl_rows=-1, tbl_hide_dataframe_shape=True, tbl_hide_column_data_types=True):
        print(shown)


class Notifier(NamedTuple):
    """Who gives notices: into which log, by which protocols, under which key, on which day."""

    archive: ib.Archive
    protocols: ib.Register
    key: ib.DigestKey
    on: dt.date

    def notify(self, wrong: ib.Recalled) -> ib.Notified:
        """Give the notice of a delivery; the log has it first."""
        at = dt.datetime.combine(self.on, dt.time(12), dt.timezone(dt.timedelta(hours=1)))
        return self.archive.notify(wrong, protocols=self.protocols, key=self.key, at=at, operator="operator")


def name_of(entry: int, notice: ib.RecallNotice) -> str:
    """Name the paper of a notice; whatever the name of the request, it stays in its folder."""
    return ib.safe_name(f"notice-{entry}-{notice.request}") + ".txt"


def recalled(recalls: ib.Recalls, notifier: Notifier, out: Path) -> None:
    """Write the agency's paper, and the notice of each delivery that was wrong."""
    write(out / "agency-paper.txt", str(recalls))
    # Those that were logged before may not have arrived.
    for one in recalls.recalled:
        for logged, notice in zip(one.delivery.notices, one.given, strict=False):
            write(out / name_of(logged.notice, notice), str(notice))
    for wrong in recalls.to_notify():
        notified = notifier.notify(wrong)
        notice = notified.notice
        for withheld in notice.withheld:
            print(f"  to {notice.municipality}: {withheld}")
        if notified.entry is not None:
            write(out / name_of(notified.entry.sequence, notice), str(notice))
    write_table(out / "corrections.csv", recalls.corrections())


def number_of(data: Path, dossier: str) -> str:
    """Find the register number of the person of a dossier."""
    found = read_tables(data)["dossiers"].filter(pl.col("dossier") == dossier)["insz"]
    if found.is_empty():
        message = f"there is no dossier {dossier} in {data}; give the number as it stands there"
        raise SystemExit(message)
    number: str = found[0]
    return number


def arguments_of(given: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="What comes after the deliveries.")
    parser.add_argument("--data", type=Path, required=True, help="the files of the deliveries")
    parser.add_argument("--corrected", type=Path, required=True, help="the same files, corrected")
    parser.add_argument(
        "--protocols", type=Path, required=True, help="protocols.json of the day of the notices is here"
    )
    parser.add_argument("--log", type=Path, required=True, help="the log of disclosures")
    parser.add_argument("--key-file", type=Path, required=True, help="the key of the deliveries, raw or in hex")
    parser.add_argument("--old-key-file", type=Path, action="append", default=[], help="a key of before, of the log")
    parser.add_argument("--dossier", required=True, help="the dossier of the participant who asks")
    parser.add_argument("--municipality", required=True, help="whose changes and whose report are wanted")
    parser.add_argument("--since", type=dt.date.fromisoformat, required=True, help="the day of the list before")
    parser.add_argument("--on", type=dt.date.fromisoformat, required=True, help="the day of the list")
    parser.add_argument("--notice-on", type=dt.date.fromisoformat, help="the day of the notices (default: --on)")
    parser.add_argument("--figures-data", type=Path, help="the files of which the figures are (default: --data)")
    parser.add_argument("--snapshot", type=dt.date.fromisoformat, help="the day of the figures (default: --on)")
    parser.add_argument("--out", type=Path, required=True, help="where the papers go")
    return parser.parse_args(given)


def main(given: list[str]) -> None:
    """Check the log, and write every paper."""
    arguments = arguments_of(given)
    out: Path = arguments.out
    # The papers name persons: they are for the user alone who writes them, as the folders of deliveries are.
    os.umask(0o077)
    key, *old_keys = keys = [read_key(path) for path in (arguments.key_file, *arguments.old_key_file)]
    log = ib.DisclosureLog(arguments.log)
    checked(log, keys)

    original, corrected = build(arguments.data), build(arguments.corrected)

    # Here all deliveries were made from the same files, and all notices given by the corrected ones; an agency leads
    # from each to what it archived.
    def inputs(wanted: ib.Wanted) -> ib.Caseload:
        return original if wanted.notice is None else corrected

    print("\nThe recall of every delivery:")
    protocols = ib.Register.from_json((arguments.protocols / "protocols.json").read_text(encoding="utf-8"))
    archive = ib.Archive(arguments.log.parent, log, old_keys=old_keys)
    notifier = Notifier(archive, protocols, key, arguments.notice_on or arguments.on)
    recalled(ib.recall_all(log, inputs, corrected, key=keys), notifier, out / "recall")

    print("\nThe participant asks: why, and to whom was I disclosed?")
    number = number_of(arguments.data, arguments.dossier)
    placed = original.place(on=arguments.on)
    for language in ib.Language:
        write(out / "letters" / f"explanation-{language}.html", placed.explain(number, language=language).to_html())
    person = original.person(number)
    numbers = person.tied_to(number, on=arguments.on) if person else (number,)
    disclosures = ib.disclosures_of(numbers, log, inputs, key=keys)
    write(out / "letters" / "disclosures.txt", disclosures.letter())

    print("\nWhat changed between two lists:")
    changes = original.changes(arguments.municipality, since=arguments.since, on=arguments.on)
    write(out / "changes" / "municipality.txt", str(changes.counts()))
    write(out / "changes" / "agency.txt", changes.agency_paper())

    print("\nThe figures, and what changed in the year before:")
    snapshot = arguments.snapshot or arguments.on
    of_figures = build(arguments.figures_data) if arguments.figures_data else original
    of_year = of_figures.changes(arguments.municipality, since=snapshot - dt.timedelta(days=365), on=snapshot)
    write(out / "changes" / "municipality-of-the-year.txt", str(of_year.counts()))
    figures = of_figures.figures(snapshot=snapshot)
    write(out / "figures" / "report.html", report.figures_report(figures, arguments.municipality))
    around = figures.around(arguments.municipality)
    write_table(out / "figures" / "figures.csv", around.to_table())
    write_table(out / "figures" / "durations.csv", around.durations_to_table())


if __name__ == "__main__":
    main(sys.argv[1:])
