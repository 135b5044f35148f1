"""A figure of matplotlib as an element of the page: the same text for the same figure."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree import ElementTree

import matplotlib
from markupsafe import Markup
from matplotlib.figure import Figure

__all__ = ["HIDDEN", "INK", "SHOWN", "inline", "settings"]

INK = "#1b1b1b"
SHOWN, HIDDEN = "shown", "hidden"
"""What is drawn under these as its ``gid`` has them as its class on the page."""

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"


@contextmanager
def settings(name: str) -> Iterator[None]:
    """The settings under which a figure of this name is made and written, whatever the user's own are."""
    with matplotlib.rc_context():
        matplotlib.rcdefaults()
        matplotlib.rcParams.update(
            {
                "svg.hashsalt": name,
                "svg.fonttype": "none",
                "font.family": "DejaVu Sans",
                "font.size": 11,
                "text.color": INK,
                "axes.labelcolor": INK,
                "axes.edgecolor": INK,
                "xtick.color": INK,
                "ytick.color": INK,
                "hatch.linewidth": 0.8,
            }
        )
        yield


def inline(figure: Figure, name: str, title: str | None) -> Markup:
    """The figure as an image with this title, or as an ornament without one; its identifiers begin with the name."""
    written = io.StringIO()
    figure.savefig(written, format="svg", metadata=dict.fromkeys(("Creator", "Date", "Format", "Type")))
    text = written.getvalue()
    referred = set(re.findall(r'(?:href="|url\()#([^")]+)', text))
    root = ElementTree.fromstring(text)
    for element in root.iter():
        for style in element.findall(f"{{{SVG}}}style"):
            element.remove(style)  # It would hold for the whole page, whose own style has it.
        identifier = element.attrib.pop("id", "")
        if identifier in (SHOWN, HIDDEN):
            element.set("class", identifier)
        for attribute, value in element.items():
            element.set(attribute, re.sub(r"^#|(?<=url\()#", f"#{name}-", value) if _refers(value, referred) else value)
        if identifier in referred:
            element.set("id", f"{name}-{identifier}")
    for size in ("width", "height", "version"):
        root.attrib.pop(size, None)
    if title is None:
        root.set("aria-hidden", "true")
    else:
        root.set("role", "img")
        root.set("aria-labelledby", f"{name}-title")
        heading = ElementTree.Element(f"{{{SVG}}}title", {"id": f"{name}-title"})
        heading.text = title
        root.insert(0, heading)
    ElementTree.register_namespace("", SVG)
    ElementTree.register_namespace("xlink", XLINK)
    return Markup(ElementTree.tostring(root, encoding="unicode"))


def _refers(value: str, referred: set[str]) -> bool:
    return any(f"#{identifier}" in value for identifier in referred)
