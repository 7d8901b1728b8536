# SPDX-License-Identifier: GPL-2.0-or-later
"""The GeoPackage of areas as a file: whether it can be written now, and that what was stored is in the file itself.

Everything goes through SQLite: closing a file that was opened in another way would take away the locks that QGIS holds
on it.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from qgis.core import QgsMapLayer

from ...engine.errors import InputError, WriteError
from ...pack.files.disk import beside, settle

LAYER = "projectgebieden"
PATIENCE = 0.4
"""Seconds in which another program may finish what it writes; longer would hold up QGIS."""
_COPY_PATIENCE = 2.0
_ROWS = {
    LAYER: "SELECT * FROM projectgebieden ORDER BY rowid",
    "gevonden": "SELECT * FROM gevonden ORDER BY rowid",
}
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
        raise locked(path)


def locked(path: Path) -> InputError:
    """What to say of a file that another program keeps from being written."""
    return InputError(
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


def copy_whole(path: Path, target: Path) -> None:
    """Copy a GeoPackage of areas or results with all that was stored in it, also while QGIS has it open.

    The copy is written beside its place, read again and compared, and only then put there. WriteError when it can't be
    made; then there is none.
    """
    with beside(target) as made:
        try:
            with closing(_opened(path, "ro", _COPY_PATIENCE)) as source:
                source.execute("VACUUM INTO ?", (str(made),))
                with closing(_opened(made, "ro", PATIENCE)) as copy:
                    complete = _same_rows(source, copy)
        except sqlite3.Error as problem:
            raise WriteError("{file} can't be written: {problem}.", file=target.name, problem=problem) from problem
        if not complete:
            raise WriteError("{file} is incomplete; is the disk full? Nothing was left behind.", file=target.name)
        settle([made], made.parent)


def _same_rows(source: sqlite3.Connection, copy: sqlite3.Connection) -> bool:
    """Whether a copy is sound and has all areas of its source, to the byte."""
    if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
        return False
    known = {name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table, rows in _ROWS.items():
        if table in known and any(one != other for one, other in zip_longest(source.execute(rows), copy.execute(rows))):
            return False
    return bool(known & _ROWS.keys())


def _was_left(path: Path) -> bool:
    """Whether a program ended in the middle of writing: its journal says what to take back, and is whole."""
    try:
        with path.with_name(path.name + "-journal").open("rb") as journal:
            return journal.read(1) not in (b"", b"\0")
    except OSError:
        return False


def _opened(path: Path, mode: str, patience: float) -> sqlite3.Connection:
    """A connection; one that only reads can't take back what a program left half written, so that one may write."""
    mode = "rw" if _was_left(path) else mode
    address = path.absolute().as_uri()
    if not address.startswith("file:///"):  # a share of Windows: SQLite knows no servers
        address = address.replace("file://", "file:////", 1)
    return sqlite3.connect(f"{address}?mode={mode}", timeout=patience, isolation_level=None, uri=True)
