"""Installs each distribution that is given into a fresh virtual environment without anything else, and uses it."""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path

TRY = """
import datetime as dt, importlib.metadata, importlib.resources, pathlib
import inburgering as ib
assert ib.Insz("85.07.30-901.33").birth_date == dt.date(1985, 7, 30)
assert ib.Calendar.legal().add(dt.date(2026, 10, 26), working_days=20) == dt.date(2026, 11, 24)
assert (pathlib.Path(ib.__file__).parent / "py.typed").exists()
assert all("extra ==" in needed for needed in importlib.metadata.requires("inburgering"))
assert len(list(importlib.resources.files("inburgering.report").glob("page.*"))) == 3
print("works:", importlib.metadata.version("inburgering"))
"""


def main() -> None:
    """Try each of them."""
    for distribution in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as place:
            venv.create(place, with_pip=True)
            python = str(Path(place) / "bin" / "python")
            install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", distribution]
            subprocess.run(install, check=True)
            path = Path(distribution).resolve()
            size = f" ({path.stat().st_size / 1e6:.1f} MB)" if path.is_file() else ""
            print(f"{path.name}{size}", end=" ", flush=True)
            subprocess.run([python, "-c", TRY], check=True, cwd=place)


if __name__ == "__main__":
    main()
