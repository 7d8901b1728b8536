# SPDX-License-Identifier: GPL-2.0-or-later
"""DuckDB with its spatial extension, in memory, all cores."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
import pandas as pd

from tests.benchmarks import with_sql
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import Country, Figures
from tests.benchmarks.ours import compare

NAME = "DuckDB spatial (two threads)"


def connect() -> duckdb.DuckDBPyConnection:
    """A database with the spatial extension; duckdb.Error where the extension can't be had.

    The extension is taken from the wheel `duckdb-extension-spatial` when it is installed: DuckDB itself checks that
    its makers signed it, since unsigned ones aren't allowed here.
    """
    connection = duckdb.connect()
    wheel = importlib.util.find_spec("duckdb_extension_spatial")
    files = list(Path(wheel.origin).parent.rglob("*.duckdb_extension")) if wheel and wheel.origin else []
    if files:
        connection.execute(f"LOAD '{files[0]}'")
    else:
        connection.execute("INSTALL spatial")
        connection.execute("LOAD spatial")
    return connection


class Database:
    """Squares, their numbers and the areas as tables."""

    def __init__(self, country: Country, connection: duckdb.DuckDBPyConnection) -> None:
        self.country, self.connection = country, connection
        grid, matrix = country.grid, country.matrix
        place = pd.DataFrame({"square": np.arange(len(grid)), "x": grid.column * 100.0, "y": grid.row * 100.0})
        numbers = pd.DataFrame(matrix.values, columns=with_sql.value_columns(country))
        numbers[with_sql.class_columns(country)] = matrix.classes
        numbers.insert(0, "w", country.weights.value)
        numbers.insert(0, "square", np.arange(len(grid)))
        self._table("place", place)
        self._table("numbers", numbers)
        connection.execute(
            "CREATE TABLE squares AS SELECT square, ST_MakeEnvelope(x, y, x + 100, y + 100) AS geom FROM place"
        )
        for name, table in with_sql.TABLES.items():
            areas = country.sets[name]
            self._table(f"wkb_{table}", pd.DataFrame({"id": np.arange(len(areas)), "wkb": areas}))
            connection.execute(f"CREATE TABLE {table} AS SELECT id, ST_GeomFromWKB(wkb) AS geom FROM wkb_{table}")

    def _table(self, name: str, frame: pd.DataFrame) -> None:
        self.connection.register("frame", frame)
        self.connection.execute(f"CREATE TABLE {name} AS SELECT * FROM frame")
        self.connection.unregister("frame")

    def __call__(self, over: str) -> dict[str, np.ndarray]:
        """The answer as columns."""
        return self.connection.execute(with_sql.statement(self.country, with_sql.TABLES[over])).fetchnumpy()

    def figures(self, answer: Any, areas: int) -> Figures:
        """The answer as figures."""
        columns = [np.ma.filled(np.ma.asarray(column).astype(float), 0.0) for column in answer.values()]
        return with_sql.figures(self.country, np.column_stack(columns), areas)


def entries(country: Country, connection: duckdb.DuckDBPyConnection) -> list[Entry]:
    """All sets but the country."""
    database = Database(country, connection)
    return [
        Entry(
            NAME,
            name,
            lambda name=name: database(name),
            check=compare(country, name, lambda answer, name=name: database.figures(answer, len(country.sets[name]))),
        )
        for name in with_sql.TABLES
    ]
