"""The library's own periods of eligibility in polars: what the engine makes of the same index."""

from __future__ import annotations

import datetime as dt

import polars as pl


class Periods:
    """The periods as a frame with small types, sorted by municipality and number."""

    def __init__(self, periods: pl.DataFrame) -> None:
        self.rows = periods.sort("municipality", "insz").with_columns(pl.col("municipality").cast(pl.Int32)).rechunk()
        self.rows = self.rows.with_columns(pl.col("municipality").set_sorted())

    def listed(self, code: str, day: dt.date) -> pl.DataFrame:
        """The list of one municipality on a day."""
        since, until = pl.col("valid_from"), pl.col("valid_until")
        return (
            self.rows.lazy()
            .filter(pl.col("municipality") == int(code), since <= day, until.is_null() | (until > day))
            .select("insz", "contract_signed", "attest_obtained")
            .collect()
        )
