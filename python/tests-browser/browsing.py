"""A page that is opened in the browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

__all__ = ["LAYOUT", "Open", "Opened"]

LAYOUT = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
"""The function that tells what is wrong with the layout of the page."""


@dataclass(frozen=True)
class Opened:
    """A page, what it said on the console, and what it asked for."""

    page: Page
    address: str
    said: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)


Open = Callable[[str], Opened]
"""Open a page by its name."""
