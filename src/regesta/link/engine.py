"""Where the relational steps of linking run: lazy expressions over tables of whole numbers.

A step takes an `Engine`, reads columns into tables, says in narwhals expressions what is wanted of
them, and maps plain functions over what comes out. Numbers are whole, so a sum is the same in
whatever order an engine adds; what must come in an order is sorted by columns that tell all rows
apart. No text goes into a table, so no page can say anything to an engine. Another engine (Spark)
needs these three verbs and nothing else.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Protocol

import duckdb
import narwhals as nw
import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Columns = Mapping[str, Numbers]
"""Columns of one length by name."""

Table = nw.LazyFrame[Any]

ONE = 10**9
"""Weights and scores are whole billionths; of two such the product still fits 64 bits."""

NO_DAY = 10**7
"""Stands in a column for the day of an article without one; after all ordinals of days."""


def fixed(value: float) -> int:
    """A weight or score in billionths."""
    return round(value * ONE)


class Engine(Protocol):
    """What the steps ask of an engine."""

    def read(self, columns: Columns) -> Table:
        """The columns as a table."""

    def save(self, table: Table) -> Table:
        """The same table, worked out once because it is read more than once."""

    def map(self, function: Callable[[Columns], Columns], tables: Iterable[Table]) -> Columns:
        """What `function` makes of the rows of the tables, batch by batch, in one table.

        It must make of a row the same whatever other rows are in its batch.
        """


class Duck:
    """DuckDB in memory, in one thread: it opens no file, loads no extension and writes nothing."""

    def __init__(self) -> None:
        self._db = duckdb.connect(":memory:", config={"threads": 1})
        self._db.execute("SET temp_directory = ''; SET enable_external_access = false")
        self._names = 0

    def read(self, columns: Columns) -> Table:
        """The columns as a table; they are not copied and must not be changed."""
        name = self._name()
        self._db.register(name, dict(columns))
        return nw.from_native(self._db.table(name))

    def save(self, table: Table) -> Table:
        """The same table, worked out."""
        name = self._name()
        table.to_native().create(name)
        return nw.from_native(self._db.table(name))

    def map(self, function: Callable[[Columns], Columns], tables: Iterable[Table]) -> Columns:
        """What `function` makes of each of the tables; one table is one batch."""
        made = [dict(function(table.to_native().fetchnumpy())) for table in tables]
        names = made[0] if made else ()
        return {name: np.concatenate([columns[name] for columns in made]) for name in names}

    def close(self) -> None:
        """Let go of all tables."""
        self._db.close()

    def _name(self) -> str:
        self._names += 1
        return f"t{self._names}"


def rows(engine: Engine, table: Table) -> Columns:
    """All rows of a table."""
    return engine.map(lambda columns: columns, [table])
