# SPDX-License-Identifier: GPL-2.0-or-later
"""The GeoPackage of areas as a file: whether it can be written now, and that what was stored is in the file itself.

Everything goes through SQLite: closing a file that was opened in another way would take away the locks that QGIS holds
on it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from qgis.core import QgsMapLayer

from ..engine.errors import InputError

LAYER = "projectgebieden"
PATIENCE = 0.4
"""Seconds in which another program may finish what it writes; longer would hold up QGIS."""
Signature = tuple[tuple[int, int], ...]


def file_of(layer: QgsMapLayer) -> Path:
    """The file a layer reads from."""
    return Path(layer.source().split("|")[0])


def is_locked(path: Path, patience: float = PATIENCE) -> bool:
    """Whether another program keeps the file from being written, now and for so many seconds."""
    try:
        with closing(_opened(path, "rw", patience)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as problem:
        return "locked" in str(problem)
    return False


def require_free(path: Path) -> None:
    """InputError when another program keeps the file from being written."""
    if is_locked(path):
        raise InputError(
            "{file} is in use by another program, so nothing can be stored in it now. Try again when that is done.",
            file=path.name,
        )


def checkpoint(path: Path) -> bool:
    """Bring what was stored from the journal beside the file into the file, so that a copy of it is whole.

    False while somebody reads or writes it; then again later.
    """
    try:
        with closing(_opened(path, "rw", PATIENCE)) as connection:
            busy, pages, done = connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    except sqlite3.Error as problem:
        return "locked" not in str(problem)  # else trying again doesn't help
    return not busy and bool(pages == done)


def signature(path: Path) -> Signature:
    """Changes whenever anybody writes the file: time and size of it and of its journal."""
    found = []
    for one in (path, path.with_name(path.name + "-wal")):
        try:
            state = one.stat()
        except OSError:
            continue
        found.append((state.st_mtime_ns, state.st_size))
    return tuple(found)


def count_areas(path: Path) -> int | None:
    """Number of areas in a file, by its rows; None when they can't be read."""
    try:
        with closing(_opened(path, "ro", PATIENCE)) as connection:
            (count,) = connection.execute("SELECT COUNT(*) FROM projectgebieden").fetchone()
    except sqlite3.Error:
        return None
    return int(count)


def names_in(path: Path, most: int) -> list[str]:
    """Names of the first areas in a file, in the order of the rows; none when they can't be read."""
    try:
        with closing(_opened(path, "ro", PATIENCE)) as connection:
            rows = connection.execute("SELECT name FROM projectgebieden ORDER BY rowid LIMIT ?", (most,)).fetchall()
    except sqlite3.Error:
        return []
    return [str(name) for (name,) in rows if name]


def _opened(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    address = path.absolute().as_uri()
    if not address.startswith("file:///"):  # a share of Windows: SQLite knows no servers
        address = address.replace("file://", "file:////", 1)
    return sqlite3.connect(f"{address}?mode={mode}", timeout=patience, isolation_level=None, uri=True)
