"""Every page that people open, made of small synthetic data."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable

sys.path.insert(0, "/tmp")
from try_page import made
from inburgering.report.page import page


@functools.cache
def report_city() -> str:
    return page(made(False))


@functools.cache
def report_village() -> str:
    return page(made(True))


PAGES: dict[str, Callable[[], str]] = {"report-city": report_city, "report-village": report_village}
