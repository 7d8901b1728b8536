# SPDX-License-Identifier: GPL-2.0-or-later
"""What the project shows, as a dialog of an algorithm starts with it: the folder of its data pack and its years."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import QgsProject

from ...pack.files.json_text import JsonError, parsed_file
from ...pack.schema import INFO_FILE

_SCOPE = "leefbaarometer"


def open_folder() -> str | None:
    """Folder of the data pack that the project shows; None without one."""
    project = QgsProject.instance()
    stored, there = project.readEntry(_SCOPE, "pack", "")
    return project.readPath(stored) if there and stored else None


def shown_year() -> int | None:
    """The year that the project shows, else the newest of its pack; None without a pack."""
    years = _years()
    shown = QgsProject.instance().readNumEntry(_SCOPE, "year", 0)[0]
    return shown if shown in years else max(years, default=None)


def shown_since() -> int | None:
    """The first year of a development up to that year: the one the panel has, which is the measurement before it where
    nothing was chosen. Of the years with dimensions, where there are any before it.
    """
    until = shown_year() or 0
    earlier = [year for year in _years() if year < until]
    earlier = [year for year in _years("years_with_dimensions") if year < until] or earlier
    chosen = QgsProject.instance().readNumEntry(_SCOPE, "since", 0)[0]
    return chosen if chosen in _years() and chosen < until else max(earlier, default=None)


def _years(key: str = "years") -> list[int]:
    found = _info().get(key)
    return [year for year in found if isinstance(year, int)] if isinstance(found, list) else []


_last: list[Any] = []
"""What pack.json was read last and when it was written, and what it holds: twenty dialogs ask for it in a row."""


def _info() -> Mapping[str, Any]:
    """What the pack.json of the open pack holds; empty where it can't be read, which is told when it is used."""
    folder = open_folder()
    if folder is None:
        return {}
    path = Path(folder) / INFO_FILE
    try:
        written = path.stat()
        key = (path, written.st_mtime_ns, written.st_size)
        if not _last or _last[0] != key:
            found = parsed_file(path)
            _last[:] = [key, found if isinstance(found, dict) else {}]
    except (OSError, JsonError):
        return {}
    return dict(_last[1])
