"""The colours of the charts, as the colour-blind see them and as a grey printer prints them."""

from __future__ import annotations

import io
import itertools

import pytest
from browsing import Open
from PIL import Image, ImageStat
from playwright.sync_api import Page

SIGHTS = ("none", "protanopia", "deuteranopia", "tritanopia", "achromatopsia")
"""Ways to see, by Chromium's names; the last is grey, as in print."""
LEAST = 25
"""By how much two series differ, of 255, in red, green or blue."""


def swatches(page: Page, subject: str) -> list[Image.Image]:
    """The swatches of the legend of a subject, each without its edge."""
    legend = page.locator(f"section[aria-labelledby={subject}] .legend svg").all()
    images = [Image.open(io.BytesIO(swatch.screenshot())).convert("RGB") for swatch in legend]
    return [image.crop((8, 6, image.width - 8, image.height - 6)) for image in images]


def mean(image: Image.Image) -> list[float]:
    return ImageStat.Stat(image).mean


@pytest.mark.parametrize("sight", SIGHTS)
def test_series_differ_for_every_sight(opened: Open, sight: str) -> None:
    page = opened("report-village").page
    page.context.new_cdp_session(page).send("Emulation.setEmulatedVisionDeficiency", {"type": sight})
    for subject, count in (("instroom", 4), ("dossiers", 3), ("verhuizingen", 3)):
        seen = list(map(mean, swatches(page, subject)))
        assert len(seen) == count
        for one, other in itertools.combinations(seen, 2):
            assert max(abs(a - b) for a, b in zip(one, other, strict=True)) >= LEAST, (subject, seen)
    if sight == "achromatopsia":
        assert all(max(colour) - min(colour) < 3 for colour in seen), "the emulation did not make it grey"


def test_series_differ_by_their_hatch_too(opened: Open) -> None:
    page = opened("report-village").page
    first, second, third, hidden = (image.convert("L") for image in swatches(page, "instroom"))
    across = [profile(image, 0) for image in (first, second, third, hidden)]
    down = [profile(image, 1) for image in (first, second, third, hidden)]
    assert (across[0], down[0]) == (0, 0), "plain"
    assert across[2] < 3 < down[2], "lines that lie"
    assert across[1] > 3 or down[1] > 3, "lines that slant"
    assert across[3] > 3 or down[3] > 3, "crossed lines"


def profile(image: Image.Image, axis: int) -> float:
    """How much the mean grey of the columns (0) or of the rows (1) varies."""
    size = (image.width, 1) if axis == 0 else (1, image.height)
    return ImageStat.Stat(image.resize(size, Image.Resampling.BOX)).stddev[0]
