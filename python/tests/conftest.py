"""What the tests share: where the files of the repository are."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> Path:
    """The root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def small_cases(root: Path) -> Path:
    """The small hand-made case set."""
    return root / "examples" / "cases" / "small"
