# SPDX-License-Identifier: GPL-2.0-or-later
"""All contenders that this machine has, ours first; what is absent says why."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks import machine, ours
from tests.benchmarks.arena import Entry
from tests.benchmarks.country import Country

_PROJ = Path("/usr/share/proj")
_KEEP: list[Any] = []
"""The QgsApplication, which must outlive its layers."""


_DATABASES: list[Any] = []


def server_memory(over: str) -> dict[tuple[str, str], float]:
    """Bytes at the peak of PostGIS's process for the set, by contender and set; empty without PostGIS."""
    found = {}
    for database in _DATABASES:
        found["PostGIS", over] = float(machine.memory("VmHWM", database.server_process()))
    return found


def _prepare_environment() -> None:
    if _PROJ.is_dir():  # the distribution's pyproj doesn't find it from a virtual environment
        os.environ.setdefault("PROJ_DATA", str(_PROJ))
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _qgis(country: Country, stack: ExitStack, notes: dict[str, str]) -> list[Entry]:
    from tests.benchmarks import with_qgis

    if not _KEEP:
        _KEEP.append(with_qgis.start())
    return with_qgis.entries(country)


def _exactextract(country: Country, stack: ExitStack, notes: dict[str, str]) -> list[Entry]:
    from tests.benchmarks import with_exactextract

    return with_exactextract.entries(country)


def _shapely(country: Country, stack: ExitStack, notes: dict[str, str]) -> list[Entry]:
    from tests.benchmarks import with_shapely

    return with_shapely.entries(country)


def _duckdb(country: Country, stack: ExitStack, notes: dict[str, str]) -> list[Entry]:
    from tests.benchmarks import with_duckdb

    return with_duckdb.entries(country, with_duckdb.connect())


def _postgis(country: Country, stack: ExitStack, notes: dict[str, str]) -> list[Entry]:
    from tests.benchmarks import with_postgis

    database = with_postgis.Database(country, stack.enter_context(with_postgis.cluster()))
    notes["PostGIS"] = database.version
    _DATABASES[:] = [database]
    return with_postgis.entries(database)


_MAKERS: dict[str, Callable[[Country, ExitStack, dict[str, str]], list[Entry]]] = {
    "QGIS": _qgis,
    "exactextract": _exactextract,
    "shapely": _shapely,
    "geopandas": _shapely,
    "DuckDB": _duckdb,
    "PostGIS": _postgis,
}


def _is_list(only: str) -> bool:
    """Whether these are several begins, and not the whole name of one contender, which may hold commas."""
    return "," in only and ", " not in only


@contextmanager
def all_of(country: Country, only: str = "", notes: dict[str, str] | None = None) -> Iterator[list[Entry]]:
    """Entries of all contenders, or of those named `only` (begins of names, with commas between them).

    `notes` gets why one is absent, and versions.
    """
    _prepare_environment()
    notes = {} if notes is None else notes
    wanted = tuple(filter(None, only.split(","))) if _is_list(only) else (only,) if only else ()
    mine = not wanted or any(name.startswith("ours") for name in wanted)
    entries = ours.entries(country) + ours.square_entries(country) if mine else []
    with ExitStack() as stack:
        made = set()
        for name, make in _MAKERS.items():
            if make in made or (wanted and not any(one.startswith(name) for one in wanted)):
                continue
            made.add(make)
            try:
                entries += make(country, stack, notes)
            except Exception as problem:  # absent on this machine: the table says so
                if wanted:
                    raise
                notes[name] = f"absent: {type(problem).__name__}: {str(problem).splitlines()[0]}"
        try:
            yield entries
        finally:
            _DATABASES.clear()
