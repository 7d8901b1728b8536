# SPDX-License-Identifier: GPL-2.0-or-later
"""PostGIS in a cluster of our own under build/, reached by a socket, stopped and removed at the end."""

from __future__ import annotations

import io
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import psycopg2

from tests.benchmarks import with_sql
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import BUILD, Country
from tests.benchmarks.ours import compare

NAME = "PostGIS"
_SETTINGS = {
    "listen_addresses": "",
    "shared_buffers": "512MB",
    "work_mem": "256MB",
    "maintenance_work_mem": "256MB",
    "fsync": "off",
    "synchronous_commit": "off",
    "jit": "off",  # compiling 130 sums takes longer than it saves
    "max_wal_size": "4GB",
}
_TIME_LIMIT = "180s"


def programs() -> Path:
    """Folder with initdb and pg_ctl of the newest PostgreSQL that is installed; FileNotFoundError for none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found:
        raise FileNotFoundError("PostgreSQL isn't installed")
    return found[-1].parent


@contextmanager
def cluster() -> Iterator[dict[str, str]]:
    """Parameters of a connection to a new cluster, which is gone afterwards, whatever happens."""
    user = pwd.getpwuid(os.getuid()).pw_name
    as_other: list[str] = []
    if os.getuid() == 0:  # PostgreSQL refuses to run as root
        user = "postgres"
        as_other = ["runuser", "-u", user, "--"]
    folder, socket = BUILD / "postgres", Path(tempfile.mkdtemp(prefix="leefbaar-pg"))
    _stop(as_other, folder)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for path in (folder, socket):
        shutil.chown(path, user)
    control = [*as_other, str(programs() / "pg_ctl"), "-D", str(folder / "data")]
    settings = {**_SETTINGS, "unix_socket_directories": socket}
    options = " ".join(f"-c {name}='{value}'" for name, value in settings.items())
    try:
        trusting = ("-A", "trust", "-E", "UTF8", "--no-sync")  # the socket's folder is the user's alone
        _run([*as_other, str(programs() / "initdb"), "-D", str(folder / "data"), *trusting])
        _run([*control, "-w", "-o", options, "-l", str(folder / "log"), "start"])
        yield {"host": str(socket), "user": user, "dbname": "postgres"}
    finally:
        _stop(as_other, folder)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(socket, ignore_errors=True)


def _stop(as_other: list[str], folder: Path) -> None:
    if (folder / "data" / "postmaster.pid").exists():
        command = [*as_other, str(programs() / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop"]
        subprocess.run(command, check=False, capture_output=True, cwd="/")


def _run(command: list[str]) -> None:
    # output to a file: the server would keep a pipe open for ever
    with tempfile.TemporaryFile() as output:
        if subprocess.run(command, check=False, stdout=output, stderr=output, cwd="/").returncode:
            output.seek(0)
            raise RuntimeError(f"{command}: {output.read().decode(errors='replace')}")


class Database:
    """Squares, their numbers and the areas, loaded once, with GiST indexes."""

    def __init__(self, country: Country, parameters: dict[str, str]) -> None:
        self.country = country
        self.connection = psycopg2.connect(**parameters)
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        self.cursor.execute(f"CREATE EXTENSION postgis; SET statement_timeout = '{_TIME_LIMIT}'")
        self.cursor.execute("SELECT version(), postgis_lib_version()")
        self.version = "{0[0]}, PostGIS {0[1]}".format(self.cursor.fetchone())
        self._load()

    def _load(self) -> None:
        grid, matrix = self.country.grid, self.country.matrix
        index = np.arange(len(grid))
        self._copy("place", "square int, x float, y float", (index, grid.column * 100.0, grid.row * 100.0))
        self.cursor.execute(
            "CREATE TABLE squares AS SELECT square, geom, geom::box2d AS box FROM "
            "(SELECT square, ST_MakeEnvelope(x, y, x + 100, y + 100) AS geom FROM place) AS made"
        )
        names = [f"{name} float" for name in with_sql.value_columns(self.country)]
        names += [f"{name} smallint" for name in with_sql.class_columns(self.country)]
        columns = (index, self.country.weights.value, *matrix.values.T, *matrix.classes.T)
        self._copy("numbers", ", ".join(["square int PRIMARY KEY", "w float", *names]), columns)
        for name, table in with_sql.TABLES.items():
            self.cursor.execute(f"CREATE TABLE {table} (id int PRIMARY KEY, geom geometry)")
            lines = "".join(f"{number}\t{wkb.hex()}\n" for number, wkb in enumerate(self.country.sets[name]))
            self.cursor.copy_expert(f"COPY {table} FROM STDIN", io.StringIO(lines))
        for table in ("squares", *with_sql.TABLES.values()):
            self.cursor.execute(f"CREATE INDEX ON {table} USING gist (geom)")
        self.cursor.execute("VACUUM ANALYZE")

    def _copy(self, table: str, columns: str, arrays: tuple[np.ndarray, ...]) -> None:
        self.cursor.execute(f"CREATE UNLOGGED TABLE {table} ({columns})")
        for first in range(0, len(arrays[0]), 50_000):
            rows = zip(*(array[first : first + 50_000].tolist() for array in arrays))
            text = "".join("\t".join(map(repr, row)) + "\n" for row in rows)
            self.cursor.copy_expert(f"COPY {table} FROM STDIN", io.StringIO(text))

    def __call__(self, over: str) -> list[Any]:
        """The rows of the answer, at the client."""
        self.cursor.execute(with_sql.statement(self.country, with_sql.TABLES[over], with_sql.POSTGIS))
        return self.cursor.fetchall()

    def server_process(self) -> int:
        """Process id of the server's side of the connection."""
        return int(self.connection.info.backend_pid)


def entries(database: Database) -> list[Entry]:
    """All sets but the country."""
    country = database.country
    return [
        Entry(
            NAME,
            name,
            lambda name=name: database(name),
            check=compare(
                country, name, lambda rows, name=name: with_sql.figures(country, rows, len(country.sets[name]))
            ),
        )
        for name in with_sql.TABLES
    ]
