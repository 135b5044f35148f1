"""A page that is opened in the browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

__all__ = ["FONTS", "LAYOUT", "Open", "Opened"]

FONTS = ("Liberation Sans", "DejaVu Sans")
"""Fonts that pages are looked at in: as wide as Arial, which most readers have, and as wide as Verdana."""

LAYOUT = (Path(__file__).parent / "layout.js").read_text(encoding="utf-8")
"""The function that tells what is wrong with the layout of the page."""


@dataclass(frozen=True)
class Opened:
    """A page, what it said on the console, and what it asked for."""

    page: Page
    address: str
    said: list[str] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def set_in(self, font: str) -> Page:
        """Set every text of the page in a font."""
        is_there = self.page.evaluate(
            """font => {
                const context = document.createElement("canvas").getContext("2d");
                const width = family => {
                    context.font = `40px ${family}`;
                    return context.measureText("Wij mogen geen illegale lijst").width;
                };
                return width(`"${font}", monospace`) !== width("monospace");
            }""",
            font,
        )
        assert is_there, (
            f"there is no `{font}`; install Debian's packages: apt-get install fonts-liberation fonts-dejavu-core"
        )
        self.page.add_style_tag(content=f'* {{ font-family: "{font}" !important; }}')
        return self.page


Open = Callable[[str], Opened]
"""Open a page by its name."""
