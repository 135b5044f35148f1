"""What an engine does: it loads the tables in its own form, and says who is on which list."""

from __future__ import annotations

import datetime as dt
from typing import Any, Protocol

import polars as pl

from .data import Tables


class Engine(Protocol):
    """One of the tools; what it loads and what it gives are of its own kind."""

    name: str
    version: str

    def load(self, tables: Tables) -> Any:
        """The tables in the form in which its users have them."""

    def lists(
        self,
        loaded: Any,
        day: dt.date,
        closed: str = "contract_municipality",
        brussels: str = "refused",
        municipality: str | None = None,
    ) -> Any:
        """Everybody on a list, or on the list of one municipality, by municipality and number."""

    def frame(self, result: Any) -> pl.DataFrame:
        """What it gave, for a comparison."""
