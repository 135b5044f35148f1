from __future__ import annotations

import _thread
import datetime as dt
import pickle
import re
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import inburgering as ib
import polars as pl
import pytest
from inburgering import example

REQUEST = "44021-2026-02-02"
AT = dt.datetime(2026, 2, 11, 9, 0, tzinfo=dt.UTC)
SAME_DAY = dt.datetime(2026, 2, 10, 16, 0, tzinfo=dt.UTC)
"""On the day of delivery, after it."""


@pytest.fixture
def archive(tmp_path: Path) -> ib.Archive:
    return ib.Archive(tmp_path / "deliveries", ib.DisclosureLog.create(tmp_path / "log.sqlite"))


@pytest.fixture
def delivered(archive: ib.Archive) -> ib.Archived:
    return example.deliver_to(archive)


def begun(archive: ib.Archive) -> Path:
    """A delivery that was begun: its last entry is taken back, and its folder put aside."""
    example.deliver_to(archive)
    aside = archive.folder.parent / "aside"
    (archive.folder / REQUEST).rename(aside)
    with sqlite3.connect(archive.log.path) as database:
        database.executescript("DROP TRIGGER never_removed; DELETE FROM entries WHERE sequence = 2")
    return aside


def numbers_of(delivered: ib.Archived) -> list[str]:
    return [str(row.insz) for row in delivered.delivery.disclosure_list.rows]


def test_one_call_writes_the_folder_and_the_log(archive: ib.Archive, delivered: ib.Archived) -> None:
    assert delivered.folder == archive.folder / REQUEST
    handed_over = ["cover-note.html", "cover-note.txt", "list.csv", "list.xlsx"]
    assert sorted(path.name for path in delivered.folder.iterdir()) == [*handed_over, "receipt.json"]
    assert sorted(delivered.for_municipality) == [delivered.folder / name for name in handed_over]
    assert (delivered.folder / "list.csv").read_bytes() == delivered.delivery.disclosure_list.to_csv().encode()
    assert (delivered.folder / "cover-note.txt").read_text(encoding="utf-8") == str(delivered.delivery.cover_note)
    receipt = ib.Receipt.from_json((delivered.folder / "receipt.json").read_text(encoding="utf-8"))
    intent, done = archive.log.entries()
    assert receipt == delivered.delivery.receipt == intent.receipt
    assert (intent.request, intent.folder) == (example.assessment().request, REQUEST)
    assert (done, done.receipt, done.request, done.folder) == (delivered.entry, None, None, None)
    assert (done.event, done.delivery, done.operator, done.key) == (ib.EventKind.DONE, 1, "operator 7", "2026-a")
    assert done.at == delivered.delivery.receipt.delivered_at
    assert archive.log.head() == f"2:{done.mac}"
    (logged,) = archive.log.deliveries()
    assert (logged.state, archive.folder_of(logged)) == ("done", delivered.folder)


def test_the_table_has_who_what_when_and_why(archive: ib.Archive, delivered: ib.Archived) -> None:
    (row,) = archive.log.table().to_polars().rows(named=True)
    receipt = delivered.delivery.receipt
    assert row == {
        "delivery": 1,
        "state": "done",
        "requester": receipt.requester,
        "operator": receipt.operator,
        "municipality": "44021",
        "on": receipt.on,
        "delivered_at": receipt.delivered_at,
        "received_on": receipt.received_on,
        "request": REQUEST,
        "protocol": receipt.protocol,
        "purposes": [str(purpose) for purpose in receipt.purposes],
        "legal_basis": str(receipt.legal_basis),
        "listed": 3,
        "key": "2026-a",
        "kept_until": receipt.kept_until,
    }
    assert len(ib.DisclosureLog.create(archive.folder / "other.sqlite").table()) == 0


def test_the_log_holds_the_year(archive: ib.Archive, delivered: ib.Archived) -> None:
    with pytest.raises(ib.DeliveryError) as again:
        example.deliver_to(archive)
    assert again.value.code == "already_delivered"
    request = ib.Request(
        municipality="44021", received_on=dt.date(2026, 3, 2), purposes="ceremony", requester="dienst samenleven"
    )
    assessment = ib.assess(request, on=dt.date(2026, 3, 2), protocols=example.protocols())
    with pytest.raises(ib.DeliverError) as other:
        archive.deliver(
            assessment,
            example.caseload().place(on=dt.date(2026, 3, 3)),
            protocols=example.protocols(),
            key=example.key(),
            delivered_at=dt.datetime(2026, 3, 3, 9, tzinfo=dt.UTC),
            operator="operator 7",
        )
    assert other.value.code == "refused"
    assert other.value.assessment is not None
    assert [refusal.code for refusal in other.value.assessment.refusals] == ["already_requested"]
    state = archive.log.history().state_on(REQUEST, on=dt.date(2026, 2, 10))
    assert state == "delivered" == delivered.delivery.history.state_on(REQUEST, on=dt.date(2026, 2, 10))


def test_what_was_begun_is_settled_on_its_day_or_later(archive: ib.Archive) -> None:
    begun(archive)
    early, late = AT - dt.timedelta(days=2), AT + dt.timedelta(days=30)
    with pytest.raises(ib.ArchiveError) as before:
        archive.abandon(1, key=example.key(), at=early, operator="operator 7")
    assert (before.value.code, before.value.delivery, before.value.at) == ("before_begun", 1, early)
    assert before.value.begun_at is not None
    with pytest.raises(ib.ArchiveError) as passed:
        archive.resume(1, key=example.key(), at=late, operator="operator 7")
    assert (passed.value.code, passed.value.on) == ("day_passed", late.date())
    assert passed.value.last_on == dt.date(2026, 2, 10)
    for number in (-1, 0, 2):
        with pytest.raises(ib.ArchiveError) as no_delivery:
            archive.abandon(number, key=example.key(), at=AT, operator="operator 7")
        assert (no_delivery.value.code, no_delivery.value.delivery) == ("no_such_delivery", number)


WRITES_MEANWHILE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
print("begun", flush=True)
sys.stdin.read()
"""


@pytest.mark.usefixtures("listening")
def test_at_ctrl_c_the_delivery_is_made_before_the_interrupt_is_raised(archive: ib.Archive) -> None:
    # Another process writes in the log, so the delivery waits; meanwhile comes the Ctrl-C, then the log is free.
    command = [sys.executable, "-c", WRITES_MEANWHILE, str(archive.log.path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "begun\n"
        timers = [threading.Timer(0.3, _thread.interrupt_main), threading.Timer(0.9, other.stdin.close)]
        for timer in timers:
            timer.start()
        with pytest.raises(KeyboardInterrupt):
            example.deliver_to(archive)
        # Nothing goes on behind the caller's back: what was done is done.
        assert [entry.event for entry in archive.log.entries()] == ["intended", "done"]
        assert [path.name for path in archive.folder.iterdir()] == [REQUEST]
        for timer in timers:
            timer.join()


def test_what_was_begun_is_resumed(archive: ib.Archive) -> None:
    aside = begun(archive)
    (unfinished,) = archive.log.unfinished()
    assert (unfinished.delivery, unfinished.state) == (1, "intended")
    assert archive.log.verify(key=example.key()).unfinished == (unfinished,)
    with pytest.raises(ib.ArchiveError) as again:
        example.deliver_to(archive)
    assert (again.value.code, again.value.request, again.value.delivery) == ("unfinished", REQUEST, 1)
    with pytest.raises(ib.ArchiveError) as without:
        archive.resume(1, key=example.key(), at=SAME_DAY, operator="operator 8")
    assert (without.value.code, without.value.delivery) == ("inputs_needed", 1)
    with pytest.raises(TypeError, match="belong together"):
        archive.resume(1, key=example.key(), at=SAME_DAY, operator="operator 8", placed=example.placed())

    def resume(placed: ib.Placed) -> ib.Entry:
        return archive.resume(
            1,
            key=example.key(),
            at=SAME_DAY,
            operator="operator 8",
            assessment=example.assessment(),
            placed=placed,
            protocols=example.protocols(),
        )

    with pytest.raises(ib.ArchiveError) as others:
        resume(example.corrected())
    assert (others.value.code, others.value.differing) == ("other_inputs", ("counts", "digests"))
    done = resume(example.placed())
    assert (done.event, done.operator, done.at) == ("done", "operator 8", SAME_DAY)
    for file in aside.iterdir():
        assert (archive.folder / REQUEST / file.name).read_bytes() == file.read_bytes()
    with pytest.raises(ib.ArchiveError) as ended:
        archive.abandon(1, key=example.key(), at=SAME_DAY, operator="operator 8")
    assert (ended.value.code, ended.value.state) == ("ended", ib.DeliveryState.DONE)


def test_what_was_begun_is_abandoned_unless_its_folder_stands(archive: ib.Archive) -> None:
    aside = begun(archive)
    folder = archive.folder / REQUEST
    aside.rename(folder)
    with pytest.raises(ib.ArchiveError) as stands:
        archive.abandon(1, key=example.key(), at=AT, operator="operator 8")
    assert (stands.value.code, stands.value.path) == ("folder_stands", folder)
    folder.rename(aside)
    folder.mkdir()
    with pytest.raises(ib.ArchiveError) as other:
        archive.resume(1, key=example.key(), at=AT, operator="operator 8")
    assert (other.value.code, other.value.path) == ("other_folder", folder)
    folder.rmdir()
    assert archive.abandon(1, key=example.key(), at=AT, operator="operator 8").event is ib.EventKind.ABANDONED
    assert example.deliver_to(archive).number == 3


def test_what_fails_after_the_intent_is_said_with_its_cause(archive: ib.Archive, tmp_path: Path) -> None:
    # A trigger of the test's, not of the log's: the second entry cannot be written.
    with sqlite3.connect(archive.log.path) as database:
        database.executescript(
            "CREATE TRIGGER full BEFORE INSERT ON entries WHEN NEW.event = 'done' "
            "BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    with pytest.raises(ib.ArchiveError) as raised:
        example.deliver_to(archive)
    assert (raised.value.code, raised.value.delivery) == ("interrupted", 1)
    assert isinstance(raised.value.__cause__, ib.LogError)
    assert raised.value.__cause__.code == "database"
    assert [path.name for path in archive.folder.iterdir()] == [REQUEST]
    with sqlite3.connect(archive.log.path) as database:
        database.executescript("DROP TRIGGER full")
    archive.resume(1, key=example.key(), at=AT, operator="operator 8")
    assert archive.log.unfinished() == []


def test_a_folder_that_is_there_is_not_overwritten(archive: ib.Archive) -> None:
    (archive.folder / REQUEST).mkdir(parents=True)
    with pytest.raises(ib.FolderError) as raised:
        example.deliver_to(archive)
    assert (raised.value.code, raised.value.path) == ("already_there", archive.folder / REQUEST)
    assert archive.log.entries() == []


def test_a_later_delivery_comes_first(archive: ib.Archive, delivered: ib.Archived) -> None:
    request = ib.Request(
        municipality="44021", received_on=dt.date(2025, 3, 3), purposes="ceremony", requester="dienst samenleven"
    )
    protocols = [ib.Protocol.from_json(example.protocols().protocols[0].to_json().replace("2026-01", "2025-01"))]
    with pytest.raises(ib.ArchiveError) as raised:
        archive.deliver(
            ib.assess(request, on=dt.date(2025, 3, 3), protocols=protocols),
            example.caseload().place(on=dt.date(2025, 3, 4)),
            protocols=protocols,
            key=example.key(),
            delivered_at=dt.datetime(2025, 3, 4, 9, tzinfo=dt.UTC),
            operator="operator 7",
        )
    assert (raised.value.code, raised.value.on) == ("backdated", dt.date(2025, 3, 4))
    assert (raised.value.last_on, raised.value.delivery) == (dt.date(2026, 2, 10), 1)


@pytest.mark.parametrize(
    ("sql", "code", "sequence"),
    [
        ("UPDATE entries SET operator = 'x' WHERE sequence = 1", "changed", 1),
        ("DELETE FROM entries WHERE sequence = 1", "missing", 1),
        ("DELETE FROM entries WHERE sequence = 2", "cut_off", 2),
    ],
)
def test_what_was_done_to_the_log_shows(
    archive: ib.Archive, delivered: ib.Archived, sql: str, code: str, sequence: int
) -> None:
    head = archive.log.head()
    assert archive.log.verify(key=example.key(), head=head).is_whole
    with sqlite3.connect(archive.log.path) as database:
        with pytest.raises(sqlite3.IntegrityError, match="entries of the log are never"):
            database.execute(sql)
        database.executescript(
            f"PRAGMA foreign_keys = OFF; DROP TRIGGER never_changed; DROP TRIGGER never_removed; {sql}"
        )
    found = archive.log.verify(key=[example.key()], head=head)
    assert not found.is_whole
    assert [(broken.code, broken.sequence) for broken in found.breaks] == [(code, sequence)]
    assert str(sequence) in str(found.breaks[0])


def test_the_key_and_the_head_are_checked(archive: ib.Archive, delivered: ib.Archived, tmp_path: Path) -> None:
    assert [broken.code for broken in archive.log.verify(key=[]).breaks] == ["key_not_given"] * 2
    assert archive.log.verify(key=example.key()).altered == ()
    with pytest.raises(ib.LogError) as head:
        archive.log.verify(key=example.key(), head="2")
    assert (head.value.code, head.value.length) == ("not_a_head", 1)
    with pytest.raises(ib.LogError) as other:
        archive.abandon(1, key=ib.DigestKey("2026-a", bytes(32)), at=AT, operator="operator 7")
    assert (other.value.code, other.value.sequence) == ("broken", 1)
    (tmp_path / "notes").write_text("x" * 5000)
    with pytest.raises(ib.LogError) as no_log:
        ib.DisclosureLog(tmp_path / "notes")
    assert (no_log.value.code, no_log.value.path) == ("not_a_log", tmp_path / "notes")


def test_a_path_where_nothing_is_opens_no_log(archive: ib.Archive, tmp_path: Path) -> None:
    mistyped = tmp_path / "lgo.sqlite"
    with pytest.raises(ib.LogError) as nothing:
        ib.DisclosureLog(mistyped)
    assert (nothing.value.code, nothing.value.path, mistyped.exists()) == ("not_there", mistyped, False)
    assert ib.DisclosureLog(archive.log.path) == archive.log
    with pytest.raises(ib.LogError) as there:
        ib.DisclosureLog.create(archive.log.path)
    assert (there.value.code, there.value.path) == ("already_there", archive.log.path)
    nowhere = archive.log.path.parent / "nowhere" / "log.sqlite"
    with pytest.raises(ib.LogError, match="make it first") as missing:
        ib.DisclosureLog.create(nowhere)
    assert (missing.value.code, missing.value.path) == ("no_folder", nowhere)


def test_an_entry_that_the_database_swallows_is_an_error(archive: ib.Archive) -> None:
    with sqlite3.connect(archive.log.path) as connection:
        connection.execute("CREATE TRIGGER quiet BEFORE INSERT ON entries BEGIN SELECT RAISE(IGNORE); END")
    with pytest.raises(ib.LogError) as swallowed:
        example.deliver_to(archive)
    assert (swallowed.value.code, swallowed.value.sequence) == ("not_kept", 1)
    assert list(archive.folder.iterdir()) == []


Inputs = Mapping[str, ib.Caseload] | Callable[[ib.Wanted], ib.Caseload | None]


@pytest.mark.parametrize(
    "originals",
    [{REQUEST: example.caseload()}, lambda wanted: example.caseload() if wanted.name == REQUEST else None],
)
def test_recall_over_all_deliveries(archive: ib.Archive, delivered: ib.Archived, originals: Inputs) -> None:
    found = ib.recall_all(archive.log, originals, example.corrected().caseload, key=example.key())
    (recalled,) = found.recalled
    assert recalled.recall == ib.recall(delivered.delivery, corrected=example.corrected())
    assert (recalled.untold, recalled.untold_why, recalled.delivery.delivery) == (None, None, 1)
    assert found.to_notify() == [recalled]
    assert "Recht te zetten: 1" in str(found)
    (correction,) = found.corrections().to_polars().rows(named=True)
    assert (correction["kind"], correction["after"]) == ("wrongly_disclosed", ["died"])
    assert (correction["contract_signed"], correction["request"]) == (None, REQUEST)


def notify(archive: ib.Archive, recalled: ib.Recalled, at: dt.datetime = AT) -> ib.Notified:
    return archive.notify(recalled, protocols=example.protocols(), key=example.key(), at=at, operator="operator 8")


def test_a_notice_is_logged_and_counts_in_the_next_recall(archive: ib.Archive, delivered: ib.Archived) -> None:
    inputs = {REQUEST: example.caseload(), f"{REQUEST}/notice-1": example.corrected().caseload}

    def recalled(corrected: ib.Caseload) -> ib.Recalled:
        (one,) = ib.recall_all(archive.log, inputs, corrected, key=example.key()).recalled
        return one

    first = recalled(example.corrected().caseload)
    notified = notify(archive, first)
    assert (len(notified.notice.delete), notified.inputs) == (1, f"{REQUEST}/notice-1")
    (logged,) = archive.log.deliveries()
    (notice,) = logged.notices
    assert notified.entry == archive.log.entries()[-1]
    assert (notified.entry.event, notified.entry.delivery) == (ib.EventKind.NOTICED, 1)
    assert (notice.notice, notice.operator, notice.at, notice.key) == (3, "operator 8", AT, "2026-a")
    assert (notice.deleted, notice.added, notice.corrected) == (1, 0, 0)
    assert (notice.municipality, notice.given_on) == (ib.municipality("44021"), AT.date())
    assert (notice.protocol, notice.legal_basis) == (None, ib.LegalBasis.ARTICLE_46_8)
    assert notice.purposes == delivered.delivery.receipt.purposes
    # It holds now what it should; and if the first inputs were right after all, one is missing.
    after = recalled(example.corrected().caseload)
    assert after.recall is not None
    assert after.recall.is_empty
    # One that did not arrive is found again.
    assert [str(given) for given in after.given] == [str(notified.notice)]
    with pytest.raises(ib.ArchiveError) as nothing:
        notify(archive, after)
    assert (nothing.value.code, nothing.value.delivery) == ("nothing_wrong", 1)
    with pytest.raises(ib.ArchiveError) as before:
        notify(archive, first)
    assert before.value.code == "recalled_before"
    wrong_again = recalled(example.caseload())
    with pytest.raises(ib.ArchiveError) as backdated:
        notify(archive, wrong_again, AT - dt.timedelta(seconds=1))
    error = backdated.value
    assert (error.code, error.at, error.last_at) == ("notice_backdated", AT - dt.timedelta(seconds=1), AT)
    back = notify(archive, wrong_again)
    assert len(back.notice.add) == 1
    # Without the inputs of the notice, it cannot be told what the municipality holds.
    del inputs[f"{REQUEST}/notice-1"]
    gone = recalled(example.caseload())
    assert (gone.recall, gone.untold) == (None, "no_inputs_of_notice")


def test_a_participant_is_told_of_notices(archive: ib.Archive, delivered: ib.Archived) -> None:
    inputs = {REQUEST: example.caseload(), f"{REQUEST}/notice-1": example.corrected().caseload}
    (recalled,) = ib.recall_all(archive.log, inputs, example.corrected().caseload, key=example.key()).recalled
    (number,) = notify(archive, recalled).notice.delete
    found = ib.disclosures_of(number, archive.log, inputs, key=example.key())
    on_list, deletion = found.disclosed
    assert (on_list.by, on_list.notice) == (ib.DisclosedBy.LIST, None)
    assert (deletion.by, deletion.notice) == (ib.DisclosedBy.DELETION, 3)
    assert (deletion.contract_signed, deletion.attest_obtained) == (None, None)
    assert (deletion.delivered_at, deletion.listed_on) == (AT, example.DELIVERED_ON)
    assert deletion.listed_to == deletion.municipality == on_list.municipality
    assert "Rechtzetting van de lijst van 10 februari 2026" in found.letter()


def test_no_notice_is_given_on_a_delivery_that_was_only_begun(archive: ib.Archive) -> None:
    begun(archive)
    inputs = {REQUEST: example.caseload()}
    recalls = ib.recall_all(archive.log, inputs, example.corrected().caseload, key=example.key())
    assert recalls.to_notify() == []
    with pytest.raises(ib.ArchiveError) as unfinished:
        notify(archive, recalls.recalled[0])
    assert (unfinished.value.code, unfinished.value.request) == ("unfinished", REQUEST)


def test_inputs_are_told_by_their_digests(archive: ib.Archive, delivered: ib.Archived) -> None:
    fitting: list[bool] = []

    def asked(wanted: ib.Wanted) -> ib.Caseload:
        candidates = (example.corrected().caseload, example.caseload())
        fitting.extend(wanted.fits(caseload, key=example.key()) for caseload in candidates)
        return candidates[1]

    ib.recall_all(archive.log, asked, example.corrected().caseload, key=example.key())
    assert fitting == [False, True]


def test_of_which_it_cannot_be_told_is_said(archive: ib.Archive, delivered: ib.Archived) -> None:
    corrected, key = example.corrected().caseload, example.key()
    for originals, code in (({}, "no_original"), ({REQUEST: corrected}, "other_original")):
        (recalled,) = ib.recall_all(archive.log, originals, corrected, key=key).recalled
        assert (recalled.recall, recalled.untold) == (None, code)
        asked = ib.disclosures_of(numbers_of(delivered)[0], archive.log, originals, key=key)
        assert [(delivery.delivery, why) for delivery, why in asked.untold] == [(1, code)]
        assert "kunnen we niet zeggen" in asked.letter()


def test_a_log_is_believed_under_its_own_keys_only(archive: ib.Archive, delivered: ib.Archived) -> None:
    originals, other = {REQUEST: example.caseload()}, ib.DigestKey("2027-a", bytes(32))
    with pytest.raises(ib.LogError) as recalled:
        ib.recall_all(archive.log, originals, example.corrected().caseload, key=other)
    with pytest.raises(ib.LogError) as asked:
        ib.disclosures_of(numbers_of(delivered), archive.log, originals, key=other)
    assert [(error.value.code, error.value.sequence) for error in (recalled, asked)] == [("key_not_given", 1)] * 2


def test_what_the_originals_raise_is_raised(archive: ib.Archive, delivered: ib.Archived) -> None:
    class BrokenError(Exception):
        pass

    def broken(wanted: ib.Wanted) -> ib.Caseload:
        raise BrokenError

    with pytest.raises(BrokenError):
        ib.recall_all(archive.log, broken, example.corrected().caseload, key=example.key())
    with pytest.raises(BrokenError):
        ib.disclosures_of(numbers_of(delivered), archive.log, broken, key=example.key())
    with pytest.raises(TypeError, match="give a Caseload or None"):
        ib.recall_all(archive.log, {REQUEST: example.placed()}, example.corrected().caseload, key=example.key())
    with pytest.raises(TypeError, match="mapping by the names of what is wanted"):
        ib.recall_all(archive.log, 3, example.corrected().caseload, key=example.key())


def test_to_whom_was_i_disclosed(archive: ib.Archive, delivered: ib.Archived) -> None:
    originals = {REQUEST: example.caseload()}
    for row in delivered.delivery.disclosure_list.rows:
        found = ib.disclosures_of(row.insz, archive.log, originals, key=example.key())
        (disclosed,) = found.disclosed
        assert (disclosed.insz, found.numbers, found.untold) == (row.insz, (row.insz,), ())
        flags = (disclosed.contract_signed, disclosed.attest_obtained)
        assert flags == (row.contract_signed, row.attest_obtained)
        assert disclosed.municipality == ib.municipality("44021")
        receipt = delivered.delivery.receipt
        assert (disclosed.delivered_at, disclosed.purposes) == (receipt.delivered_at, receipt.purposes)
        assert (disclosed.legal_basis, disclosed.protocol) == (receipt.legal_basis, receipt.protocol)
        assert (disclosed.request, disclosed.state) == (REQUEST, "done")
        assert (disclosed.kept_until, disclosed.delivery) == (receipt.kept_until, 1)
        assert str(row.insz) in found.letter()
        assert str(row.insz) not in repr(found) + repr(disclosed)
    nobody = ib.disclosures_of(["87.05.05-913.23"], archive.log, originals, key=example.key())
    assert nobody.disclosed == ()
    assert "U stond op geen enkele lijst." in nobody.letter()
    with pytest.raises(TypeError, match="at least one"):
        ib.disclosures_of([], archive.log, originals, key=example.key())
    with pytest.raises(ib.InszError):
        ib.disclosures_of("87.05.05-913.24", archive.log, originals, key=example.key())


def test_no_register_number_is_in_the_log(archive: ib.Archive, delivered: ib.Archived) -> None:
    content = archive.log.path.read_bytes()
    assert b"44021" in content
    for number in numbers_of(delivered):
        assert number.encode() not in content
        assert re.sub(r"\D", "", number).encode() not in content


def test_a_log_and_an_archive_are_where_they_are(archive: ib.Archive) -> None:
    log = pickle.loads(pickle.dumps(archive.log))
    assert log == archive.log
    again = pickle.loads(pickle.dumps(archive))
    assert (again.folder, again.log) == (archive.folder, archive.log)


def test_the_page_on_deliveries_runs(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (root / "docs" / "deliveries.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "deliveries"}
    for block in blocks:
        exec(compile(block, "deliveries.md", "exec"), names)
    said = re.findall(r"^\s*print\(.*\)\s*# (.*)$", "\n".join(blocks), re.MULTILINE)
    assert capsys.readouterr().out.splitlines() == said
    assert len(said) >= 5


def test_the_log_is_a_table_of_polars_too(archive: ib.Archive, delivered: ib.Archived) -> None:
    with sqlite3.connect(archive.log.path) as database:
        frame = pl.read_database("SELECT municipality, state FROM deliveries", database)
    assert frame.rows() == [("44021", "done")]
