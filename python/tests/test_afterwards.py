"""What comes after the deliveries, as the programs of the examples do it: every paper is there, and none leaks."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def run(root: Path, program: str, *arguments: str) -> str:
    command = [sys.executable, str(root / "examples" / program), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture(scope="module")
def papers(root: Path, small_cases: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of the papers, and what the program printed."""
    place = tmp_path_factory.mktemp("afterwards")
    key = place / "test.key"
    key.write_bytes(bytes([7] * 32))
    data, out = str(small_cases), place / "deliveries"
    days = ("--on", "2025-01-15", "--deliver-on", "2025-01-20")
    run(root, "exchange.py", "--data", data, "--out", str(out), *days, "--key-file", str(key))
    files = ("--data", data, "--corrected", f"{data}/corrected", "--protocols", data)
    of_log = (*files, "--log", str(out / "log.sqlite"))
    asked = ("--dossier", "D-02", "--municipality", "44021", "--since", "2024-06-30", "--on", "2025-01-20")
    printed = run(root, "afterwards.py", *of_log, "--key-file", str(key), *asked, "--out", str(place / "papers"))
    return place / "papers", printed


def test_every_paper_is_there(papers: tuple[Path, str]) -> None:
    folder, printed = papers
    written = sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    assert written == [
        "changes/agency.txt",
        "changes/municipality-of-the-year.txt",
        "changes/municipality.txt",
        "figures/durations.csv",
        "figures/figures.csv",
        "figures/report.html",
        "letters/disclosures.txt",
        "letters/explanation-en.html",
        "letters/explanation-nl.html",
        "recall/agency-paper.txt",
        "recall/corrections.csv",
        "recall/notice-9-A-11-GENT.txt",
    ]
    assert all(str(folder / path) in printed for path in written)


def test_the_papers_are_for_their_writer_alone(papers: tuple[Path, str]) -> None:
    folder, _ = papers
    assert all(path.stat().st_mode & 0o077 == 0 for path in (folder, *folder.rglob("*")))


def test_the_log_was_found_whole(papers: tuple[Path, str]) -> None:
    _, printed = papers
    assert printed.startswith("8 entries in the log; its head, to be kept elsewhere: 8:")


def test_only_papers_that_name_a_person_show_a_number(papers: tuple[Path, str]) -> None:
    folder, printed = papers
    number = "90.04.12-902.74"
    showing = {path.name for path in folder.rglob("*") if path.is_file() and number in path.read_text("utf-8")}
    assert showing == {"agency.txt", "disclosures.txt", "explanation-en.html", "explanation-nl.html"}
    assert number not in printed


def test_the_participant_is_told_of_the_one_list(papers: tuple[Path, str]) -> None:
    folder, _ = papers
    letter = (folder / "letters" / "disclosures.txt").read_text(encoding="utf-8")
    assert "U stond op één lijst" in letter
    assert "Gent (44021)" in letter


def test_a_notice_tells_no_cause(papers: tuple[Path, str]) -> None:
    folder, _ = papers
    notice = (folder / "recall" / "notice-9-A-11-GENT.txt").read_text(encoding="utf-8")
    agency = (folder / "recall" / "agency-paper.txt").read_text(encoding="utf-8")
    # She had moved to Brugge, which is the agency's to know.
    assert "Brugge" in agency
    assert "Brugge" not in notice
