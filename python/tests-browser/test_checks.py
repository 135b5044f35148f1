"""The checks themselves: each sees the fault that it is there for."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import LAYOUT
from playwright.sync_api import BrowserContext

FAULTS = {
    "wide": '<div style="width: 500px">too wide</div>',
    "leaves the page": '<p style="position: absolute; left: -9px">left of it</p>',
    "lies over": '<p>one</p><p style="margin-top: -30px">other</p>',
    "hides a part": '<p style="width: 40px; overflow: hidden; white-space: nowrap">more than forty</p>',
    "runs over": '<svg viewBox="0 0 90 30"><text x="9" y="20">text</text><path d="M20 0V30" stroke="#000"/></svg>',
    "leaves its picture": '<svg viewBox="0 0 90 30"><text x="60" y="20">a long text</text></svg>',
    "too small to read": '<svg viewBox="0 0 900 90" width="300"><text x="9" y="40">small</text></svg>',
    "leaves its place": '<div style="width: 50px"><svg viewBox="0 0 9 9" width="90"></svg></div>',
    "no size": '<svg viewBox="0 0 9 9" width="0" height="0"></svg>',
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_layout_is_seen_to_be_wrong(browser: BrowserContext, fault: str) -> None:
    page = browser.new_page()
    page.set_viewport_size({"width": 360, "height": 600})
    page.set_content(f"<!DOCTYPE html>{FAULTS[fault]}")
    assert any(fault in sentence for sentence in page.evaluate(LAYOUT))
    page.close()


def test_axe_sees_what_keeps_people_out(browser: BrowserContext) -> None:
    page = browser.new_page()
    page.set_content('<!DOCTYPE html><html><p style="color: #999; background: #fff">pale</p>')
    found = Axe().run(page).response["violations"]
    assert {"color-contrast", "html-has-lang", "document-title"} <= {violation["id"] for violation in found}
    page.close()
