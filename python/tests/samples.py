"""Values of every public class: found by an exchange on the small case set, and all that can be read from it."""

from __future__ import annotations

import datetime as dt
import functools
import inspect
import tempfile
from collections.abc import Iterator
from pathlib import Path

import inburgering as ib
import polars as pl
from inburgering import example
from public import VALUES

DATA = Path(__file__).resolve().parents[2] / "examples" / "cases" / "small"
ON = dt.date(2025, 1, 20)
DAYS = {
    "registered_on",
    "contract_signed_on",
    "attest_obtained_on",
    "closed_on",
    "valid_from",
    "valid_until",
    "died_on",
}


def table(path: Path) -> pl.DataFrame:
    columns = pl.read_csv(path, n_rows=0).columns
    types = {column: pl.Date if column in DAYS or column == "replaced_on" else pl.String for column in columns}
    return pl.read_csv(path, schema_overrides=types)


def caseload(folder: Path = DATA) -> ib.Caseload:
    names = ("dossiers", "residences", "deaths", "replacements")
    dossiers, residences, deaths, replacements = (table(folder / f"{name}.csv") for name in names)
    return ib.Caseload(dossiers, residences, deaths, replacements, first_row=2)


@functools.cache
def delivery() -> ib.Delivery:
    protocols = ib.Register.from_json((DATA / "protocols.json").read_text(encoding="utf-8"))
    history = ib.History.from_json((DATA / "requests.json").read_text(encoding="utf-8"))
    record = history.get("A-11-GENT")
    assert record is not None
    assessment = ib.assess(record.request, on=dt.date(2025, 1, 15), protocols=protocols, history=history)
    return ib.deliver(
        assessment,
        caseload().place(on=ON),
        protocols=protocols,
        history=history.record(assessment),
        key=ib.DigestKey("test", bytes([7] * 32)),
        delivered_at=dt.datetime(2025, 1, 20, 12, tzinfo=dt.timezone(dt.timedelta(hours=1))),
        operator="operator",
    )


@functools.cache
def archived() -> tuple[object, ...]:
    """Values of an archive with one delivery, and of a log that was cut off."""
    root = Path(tempfile.mkdtemp())
    archive = ib.Archive(root / "deliveries", ib.DisclosureLog.create(root / "log.sqlite"))
    made = example.deliver_to(archive)
    originals = {made.delivery.receipt.request: example.caseload()}
    number = made.delivery.disclosure_list.rows[0].insz
    wanted: list[ib.Wanted] = []

    def asked(inputs: ib.Wanted) -> ib.Caseload:
        wanted.append(inputs)
        return example.caseload()

    recalls = ib.recall_all(archive.log, asked, example.corrected().caseload, key=example.key())
    cut_off = ib.DisclosureLog.create(root / "cut-off.sqlite").verify(key=example.key(), head=archive.log.head())
    return (
        archive,
        made,
        archive.log.deliveries(),
        cut_off,
        recalls,
        wanted,
        archive.notify(
            recalls.recalled[0],
            protocols=example.protocols(),
            key=example.key(),
            at=dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC),
            operator="operator 7",
        ),
        archive.log.deliveries(),
        ib.disclosures_of(number, archive.log, originals, key=example.key()),
    )


def roots() -> Iterator[object]:
    """Yield what the walk begins with."""
    protocols = ib.Register.from_json((DATA / "protocols.json").read_text(encoding="utf-8"))
    history = ib.History.from_json((DATA / "requests.json").read_text(encoding="utf-8"))
    cases = caseload()
    placed = cases.place(on=ON)
    handed = delivery()
    recall = ib.recall(handed, corrected=caseload(DATA / "corrected").place(on=ON))
    notice = recall.notice(on=ON, protocols=ib.Register())
    calendar = ib.Calendar.flemish_government().with_closing_days([dt.date(2025, 12, 24)])
    deadline = calendar.deadline(dt.date(2025, 12, 15), working_days=10)
    yield from (protocols, history, cases, placed, handed, recall, notice, recall.agency_paper())
    yield from (calendar, deadline, list(deadline.skipped), deadline.status(on=ON), calendar.holidays(2025))
    yield from (placed.counts(), placed.answers(), ib.columns.check_insz(pl.Series(["85.07.30-901.33"])))
    for record in history.records:
        yield ib.assess(record.request, on=dt.date(2025, 1, 20), protocols=protocols, history=history)
    yield protocols.overview(on=ON)
    for number in placed.answers().to_polars()["insz"]:
        yield from (cases.timeline(number), placed.answer(number), placed.explain(number, language="en"))
        yield cases.person(number)
    yield ib.DigestKey("test", bytes(32))
    figures = cases.figures(snapshot=ON, threshold=3)
    yield from (figures, list(figures), figures.around("44021"))
    changes = cases.changes("44021", since=dt.date(2023, 1, 20), on=ON)
    yield from (changes, list(changes), changes.counts(), list(changes.counts()))
    yield ib.suppress([[1, 2], [30, 40]], threshold=5)
    with_problems = ib.Caseload(
        pl.DataFrame({"dossier": ["x"], "insz": ["x"]} | {column: [None] for column in OTHERS}),
        table(DATA / "residences.csv"),
        problems="set_aside",
    )
    yield list(with_problems.problems)
    try:
        ib.Caseload(table(DATA / "deaths.csv"), table(DATA / "residences.csv"))
    except ib.CaseloadError as error:
        yield error.problems
    dossier = ib.Dossier("D-1", registered_on=ON)
    yield from (dossier.as_known_on(ON), list(calendar.holidays(2025)))
    yield from archived()
    yield from (ib.WorkingDays(-1), ib.Months(12), ib.Quartiles.of(range(20)))


OTHERS = ("registered_on", "contract_signed_on", "contract_municipality", "attest_obtained_on", "closed_on")


def reachable(value: object) -> Iterator[object]:
    """Yield what can be read from a value: its items, and its getters."""
    if isinstance(value, list | tuple | set | frozenset):
        yield from value
    elif isinstance(value, dict):
        yield from value
        yield from value.values()
    elif type(value) in VALUES.values():
        for name, member in inspect.getmembers_static(type(value)):
            if not name.startswith("_") and inspect.isdatadescriptor(member):
                yield getattr(value, name)


@functools.cache
def samples() -> dict[str, list[object]]:
    """Give a few values of each class, by its name."""
    found: dict[str, list[object]] = {name: [] for name in VALUES}
    names = {of: name for name, of in VALUES.items()}
    waiting = list(roots())
    while waiting:
        value = waiting.pop()
        name = names.get(type(value))
        if name is not None:
            if len(found[name]) >= 40:
                continue
            found[name].append(value)
        waiting.extend(reachable(value))
    return found
