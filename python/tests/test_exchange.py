"""The main job in Python writes what the Rust program writes, byte for byte."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import nbclient
import nbformat
import pytest


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
    written = sorted(path.relative_to(out) for path in out.rglob("*") if path.is_file())
    also_of_rust = ("recall", "report.txt", "report-other-options.txt")
    there = (path.relative_to(expected) for path in expected.rglob("*") if path.is_file())
    assert written == sorted(path for path in there if path.parts[0] not in also_of_rust)
    for path in written:
        assert (out / path).read_bytes() == (expected / path).read_bytes(), path


def test_a_delivery_that_is_there_is_never_overwritten(exchange: ModuleType, tmp_path: Path) -> None:
    exchange.write_folder(tmp_path / "A", {"list.csv": "one"})
    with pytest.raises(FileExistsError):
        exchange.write_folder(tmp_path / "A", {"list.csv": "two"})
    assert (tmp_path / "A" / "list.csv").read_text() == "one"


@pytest.mark.parametrize(
    ("request_id", "folder"),
    [("A-11-GENT", "A-11-GENT"), ("A/1 é", "A%2F1%20%C3%A9"), (".a.b", "%2Ea.b"), ("a%b", "a%25b")],
)
def test_folders_have_the_names_that_the_rust_program_gives(exchange: ModuleType, request_id: str, folder: str) -> None:
    assert exchange.folder_name(request_id) == folder


def test_another_folder_with_other_bytes_is_told(exchange: ModuleType, tmp_path: Path) -> None:
    for name, content in (("a", "same"), ("b", "same"), ("c", "other")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(content)
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
