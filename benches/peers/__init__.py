"""The jobs of the library, done with the tools that people would use instead, for comparison.

Each engine follows the whole rule of who is on which list; ``benches/tests`` holds them to the golden cases and to the
library. One thing is left out: the tables hold no row that cannot be read.
"""

from collections.abc import Callable

from .engine import Engine
from .lists_duckdb import DuckDB
from .lists_pandas import Pandas
from .lists_polars import Polars

ENGINES: dict[str, Callable[[], Engine]] = {"polars": Polars, "duckdb": DuckDB, "pandas": Pandas}
"""The engines, by name."""
