"""What a built caseload takes: measured in a process of its own, which has nothing else.

Run as a program, it reads the tables in a folder and writes the figures to its output.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import pyarrow as pa

from .data import Tables
from .table import Memory


def measure(tables: Tables, on: dt.date) -> Memory:
    """Build a caseload of the tables in another process."""
    with tempfile.TemporaryDirectory() as folder:
        for name, table in tables._asdict().items():
            table.write_ipc(Path(folder) / name, compression="uncompressed")
        program = [sys.executable, "-m", "peers.memory", folder, on.isoformat()]
        root = Path(__file__).parents[1]
        done = subprocess.run(program, cwd=root, check=True, capture_output=True, text=True)
    return Memory(size=len(tables.dossiers), **json.loads(done.stdout))


def _status(field: str) -> int:
    """A figure about this process, in bytes."""
    found = re.search(rf"{field}:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    return int(found[1]) * 1024 if found else 0


def _main(folder: str, on: str) -> None:
    import inburgering as ib

    empty = _status("VmRSS")
    names = Tables._fields
    tables = {name: pa.ipc.open_file(pa.OSFile(str(Path(folder) / name))).read_all() for name in names}
    before = _status("VmRSS")
    caseload = ib.Caseload(**tables)
    caseload.place(on=dt.date.fromisoformat(on)).counts()
    after, peak = _status("VmRSS"), _status("VmHWM")
    figures = {"tables": before - empty, "caseload": after - before, "peak": peak - before, "whole": peak}
    print(json.dumps(figures))


if __name__ == "__main__":
    _main(*sys.argv[1:])
