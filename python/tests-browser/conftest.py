"""The browser, and a page that is opened in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import Open, Opened
from pages import PAGES
from playwright.sync_api import BrowserContext, Page, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BrowserContext]:
    """Debian's Chromium, without a window and with a new profile."""
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("there is no `chromium`; install Debian's package: apt-get install chromium")
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=chromium, headless=True, args=FLAGS
        )
        yield context
        context.close()


@pytest.fixture
def opened(browser: BrowserContext, tmp_path: Path) -> Iterator[Open]:
    """Open a page by its name, from a file as a reader does."""
    pages: list[Page] = []

    def open_page(name: str) -> Opened:
        path = tmp_path / f"{name}.html"
        path.write_text(PAGES[name](), encoding="utf-8")
        opened = Opened(browser.new_page(), path.as_uri())
        pages.append(opened.page)
        opened.page.on("console", lambda message: opened.said.append(message.text))
        opened.page.on("pageerror", lambda error: opened.said.append(str(error)))
        opened.page.on("request", lambda request: opened.fetched.append(request.url))
        opened.page.goto(opened.address)
        return opened

    yield open_page
    for page in pages:
        page.close()
