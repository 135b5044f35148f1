"""The Python of the README runs, in its order, as one who reads it would type it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest


def test_the_python_of_the_readme_runs(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (root / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    assert len(blocks) >= 3
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "readme"}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
    # What a line says that it prints is what it prints.
    said = re.findall(r"^print\(.*\)\s*# (.*)$", "\n".join(blocks), re.MULTILINE)
    printed = capsys.readouterr().out.splitlines()
    assert said
    assert [line for line in said if line not in printed] == []
    assert (tmp_path / "list.csv").read_bytes().startswith(b"\xef\xbb\xbf")
