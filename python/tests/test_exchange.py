"""The main job in Python writes what the Rust program writes, byte for byte."""

from __future__ import annotations

import datetime as dt
import hashlib
import importlib.util
from pathlib import Path
from types import ModuleType

import inburgering as ib
import nbclient
import nbformat
import pytest
from inburgering import example

WORKBOOKS = Path("workbooks.sha256")
"""The digests of the workbooks that the Rust program wrote."""


@pytest.fixture(scope="module")
def exchange(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("exchange", root / "examples" / "exchange.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_small_case_set_gives_the_expected_bytes(
    exchange: ModuleType, small_cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = small_cases / "expected"
    key = tmp_path / "test.key"
    # The key under which the expected receipts were made.
    key.write_bytes(bytes([7] * 32))
    out = tmp_path / "out"
    days = ["--on", "2025-01-15", "--deliver-on", "2025-01-20"]
    exchange.main(["--data", str(small_cases), "--out", str(out), *days, "--key-file", str(key)])
    printed = capsys.readouterr().out
    assert "already_requested" in printed
    files = {path.relative_to(out) for path in out.rglob("*") if path.is_file()}
    workbooks = {path for path in files if path.suffix == ".xlsx"}
    written = files - workbooks - {Path("log.sqlite")}
    also_of_rust = ("recall", "report.txt", "report-other-options.txt")
    there = (path.relative_to(expected) for path in expected.rglob("*") if path.is_file())
    kept = {path for path in there if path.parts[0] not in also_of_rust}
    assert written == kept - {WORKBOOKS}
    for path in written:
        assert (out / path).read_bytes() == (expected / path).read_bytes(), path
    digests = {path: hashlib.sha256((out / path).read_bytes()).hexdigest() for path in workbooks}
    assert (expected / WORKBOOKS).read_text() == "".join(f"{digests[path]}  {path}\n" for path in sorted(digests))


def test_a_delivery_of_the_log_is_not_made_again(exchange: ModuleType, small_cases: Path, tmp_path: Path) -> None:
    key, log = tmp_path / "test.key", tmp_path / "logs" / "disclosures.sqlite"
    key.write_bytes(bytes([7] * 32))
    days = ["--on", "2025-01-15", "--deliver-on", "2025-01-20"]
    given = ["--data", str(small_cases), *days, "--key-file", str(key), "--log", str(log)]
    exchange.main([*given, "--out", str(tmp_path / "one")])
    assert [logged.state for logged in ib.DisclosureLog(log).deliveries()] == [ib.DeliveryState.DONE] * 4
    assert not (tmp_path / "one" / "log.sqlite").exists()
    # As after a run that was killed before it wrote what became of the requests: the log tells.
    with pytest.raises(SystemExit, match="4 of the granted requests could not be delivered"):
        exchange.main([*given, "--out", str(tmp_path / "two")])
    assert [path.name for path in (tmp_path / "two").iterdir()] == ["requests.json"]
    one, two = [ib.History.from_json((tmp_path / out / "requests.json").read_text("utf-8")) for out in ("one", "two")]
    on = dt.date(2025, 1, 20)
    states = {record.request.id: record.state_on(on=on) for record in one.records}
    assert {record.request.id: record.state_on(on=on) for record in two.records} == states
    assert list(states.values()).count(ib.RequestState.DELIVERED) >= 4


def test_what_cannot_be_delivered_stands_in_the_way_of_no_other(
    exchange: ModuleType, small_cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    key, out = tmp_path / "test.key", tmp_path / "out"
    key.write_bytes(bytes([7] * 32))
    (out / "A-03-LOKEREN").mkdir(parents=True)
    days = ["--on", "2025-01-15", "--deliver-on", "2025-01-20"]
    with pytest.raises(SystemExit, match="1 of the granted requests"):
        exchange.main(["--data", str(small_cases), *days, "--key-file", str(key), "--out", str(out)])
    printed = capsys.readouterr()
    assert "not delivered: already_there" in printed.out
    assert f"{out / 'A-03-LOKEREN'} is there already" in printed.err
    assert len(ib.DisclosureLog(out / "log.sqlite").deliveries()) == 3


def test_a_key_is_raw_or_hexadecimal(exchange: ModuleType, tmp_path: Path) -> None:
    log = ib.DisclosureLog.create(tmp_path / "log.sqlite")
    raw, hexadecimal = tmp_path / "a" / "test.key", tmp_path / "b" / "test.key"
    for path, content in ((raw, bytes([0xAB] * 32)), (hexadecimal, b"ab" * 32 + b"\n")):
        path.parent.mkdir()
        path.write_bytes(content)
    ib.Archive(tmp_path / "deliveries", log).deliver(
        example.assessment(),
        example.placed(),
        protocols=example.protocols(),
        key=ib.DigestKey("test", bytes([0xAB] * 32)),
        delivered_at=example.delivery().receipt.delivered_at,
        operator="operator 7",
    )
    assert all(log.verify(key=exchange.read_key(path)).is_whole for path in (raw, hexadecimal))


def test_another_folder_with_other_bytes_is_told(exchange: ModuleType, tmp_path: Path) -> None:
    for name, content in (("a", "same"), ("b", "same"), ("c", "other")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(content)
        (tmp_path / name / "log.sqlite").write_text(name)
    assert exchange.same_bytes(tmp_path / "a", tmp_path / "b") == 1
    with pytest.raises(SystemExit, match="differ in file"):
        exchange.same_bytes(tmp_path / "a", tmp_path / "c")


def test_the_notebook_runs(root: Path) -> None:
    notebook = nbformat.read(root / "examples" / "exchange.ipynb", as_version=4)  # type: ignore[no-untyped-call]
    client = nbclient.NotebookClient(
        notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(root / "examples")}}
    )
    client.execute()
    shown = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    assert not [output for output in shown if output.output_type == "error"]
    html = "".join(output.data["text/html"] for output in shown if "text/html" in output.get("data", {}))
    # The deadline, the timeline, the counts and the year of the calendar are shown as tables.
    assert html.count("<caption>") >= 4
