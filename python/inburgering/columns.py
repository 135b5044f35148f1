"""The functions for whole columns, beside those for one value: columns in, columns of the same length out.

A column is any object with the Arrow PyCapsule interface: a polars or pandas series, a pyarrow array. What comes back
is a ``Column``, with ``to_polars()``, ``to_pandas()`` and ``to_pyarrow()``. Null stays null.

>>> import inburgering as ib, polars as pl
>>> people = pl.DataFrame({"insz": ["85.07.30-901.33", "85.07.30-901.34"]})
>>> people.with_columns(checked=pl.Series(ib.columns.check_insz(people["insz"])))["checked"].to_list()
['valid', 'check_digits']
"""

from ._inburgering import (
    add_working_days,
    check_insz,
    count_working_days,
    current_municipality,
    dotted_insz,
)

__all__ = ["add_working_days", "check_insz", "count_working_days", "current_municipality", "dotted_insz"]
