"""Every page that people open, in a browser: its layout, what it asks for, and who can read it."""

from __future__ import annotations

import io
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import FONTS, LAYOUT, Open
from pages import PAGES
from playwright.sync_api import Page
from pypdf import PdfReader

A4 = {(595, 842), (842, 595)}
"""Its width and height in points, upright and turned."""
WIDTHS = (360, 800, 1280)

pytestmark = pytest.mark.parametrize("name", PAGES)


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))


def size(pdf: PdfReader) -> tuple[int, int]:
    """The width and height of its pages, which are all alike."""
    (only,) = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages}
    return only


@pytest.mark.parametrize("font", FONTS)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows_overlaps_or_is_cut_on_a_screen(opened: Open, name: str, width: int, font: str) -> None:
    page = opened(name).set_in(font)
    page.set_viewport_size({"width": width, "height": 900})
    assert page.evaluate(LAYOUT) == []


@pytest.mark.parametrize("font", FONTS)
def test_nothing_overflows_overlaps_or_is_cut_in_print(opened: Open, name: str, font: str) -> None:
    page = opened(name).set_in(font)
    pdf = printed(page)
    assert any(abs(size(pdf)[0] - wide) <= 1 and abs(size(pdf)[1] - high) <= 1 for wide, high in A4)
    margin = page.evaluate(
        "() => [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])"
        ".find(rule => rule instanceof CSSPageRule).style.margin"
    )
    points = size(pdf)[0] - 2 * float(margin.removesuffix("mm")) * 72 / 25.4
    page.emulate_media(media="print")
    page.set_viewport_size({"width": int(points * 96 / 72), "height": 900})
    assert page.evaluate(LAYOUT) == []


@pytest.mark.parametrize("font", FONTS)
def test_no_figure_is_split_over_sheets_of_paper(opened: Open, name: str, font: str) -> None:
    page = opened(name).set_in(font)
    figures = page.evaluate(
        """() => {
            const figures = [...document.querySelectorAll("figure")];
            figures.forEach((figure, at) => {
                const [begins, ends] = ["begins", "ends"].map(end => {
                    const mark = document.createElement("div");
                    mark.textContent = `drawing${at}${end}.`;
                    mark.style = "font: 4px/1 monospace";
                    return mark;
                });
                figure.prepend(begins);
                figure.append(ends);
            });
            return figures.length;
        }"""
    )
    assert figures == page.locator("figure").count() == page.locator("figure:has(svg)").count()
    texts = [sheet.extract_text().replace("\n", "") for sheet in printed(page).pages]
    for at in range(figures):
        (sheet,) = [number for number, text in enumerate(texts) if f"drawing{at}begins." in text]
        assert f"drawing{at}ends." in texts[sheet]


def test_it_says_nothing_on_the_console_and_asks_for_nothing(opened: Open, name: str) -> None:
    page = opened(name)
    page.page.wait_for_load_state("networkidle")
    assert page.said == []
    assert page.fetched == [page.address]


def test_it_stands_alone(name: str) -> None:
    text = PAGES[name]()
    assert text.startswith("<!DOCTYPE html>")
    assert "<script" not in text
    assert re.findall(r'\bsrc\s*=|<link|@import|<iframe|<object|url\((?!#)|\son\w+\s*=\s*"', text) == []
    assert [link for link in re.findall(r'href="([^"]*)"', text) if not re.match(r"#|https://", link)] == []
    identifiers = re.findall(r'\sid="([^"]*)"', text)
    assert len(identifiers) == len(set(identifiers))
    referred = re.findall(r'href="#([^"]*)"|url\(#([^)]*)\)|aria-labelledby="([^"]*)"', text)
    assert {one for some in referred for text in some for one in text.split()} <= set(identifiers)


@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_that_keeps_somebody_out(opened: Open, name: str, width: int) -> None:
    page = opened(name).page
    page.set_viewport_size({"width": width, "height": 900})
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_every_table_has_headings_and_a_name(opened: Open, name: str) -> None:
    page = opened(name).page
    without = page.evaluate(
        """() => [...document.querySelectorAll("table")].filter(table =>
            !table.querySelector("th[scope]") || [...table.querySelectorAll("th")].some(th => !th.scope)
        ).map(table => table.textContent)"""
    )
    assert without == []
