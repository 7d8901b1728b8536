# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas files in the data folder: which project knows them, and those that none knows, to be given back to the user.

A file says itself to which project it belongs; as long as that was never saved, it says nothing. Whether a QGIS that
runs has it open is told by a lock beside it, which a killed one doesn't keep.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from osgeo import gdal
from qgis.PyQt.QtCore import QLockFile

from ..project.homes import AREAS_ENDING, is_gone
from .area_file import count_areas, is_locked, names_in

_DOMAIN, _PROJECT = "leefbaarometer", "PROJECT"
_MOST_NAMES = 10
_LOOKED_AT = 300
"""Milliseconds."""


@dataclass(frozen=True)
class AreasFile:
    """Areas that no project knows.

    `number` is None when the file can't be read; `project` is the one they belonged to, '' when it was never saved;
    `changed` when something was stored last.
    """

    path: Path
    number: int | None
    names: tuple[str, ...]
    project: str
    changed: datetime


def claim(path: Path, project: str) -> bool:
    """Write into a file to which project it belongs; False when that can't be done now."""
    if claimed_by(path) == project:
        return True
    if is_locked(path):
        return False
    gdal.UseExceptions()
    try:
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_UPDATE)
        source.SetMetadataItem(_PROJECT, project, _DOMAIN)
        del source
    except RuntimeError:
        return False
    return True


def claimed_by(path: Path) -> str:
    """The project that a file says it belongs to; '' when it says nothing."""
    gdal.UseExceptions()
    try:
        source = gdal.OpenEx(str(path), gdal.OF_VECTOR | gdal.OF_READONLY)
        return str(source.GetMetadataItem(_PROJECT, _DOMAIN) or "")
    except RuntimeError:
        return ""


def in_use(path: Path) -> QLockFile | None:
    """Mark a file as open in this QGIS, until `unlock`; None when another one has it, or this one already.

    Who only looks through the files has each for some thousandths of a second: that is waited for.
    """
    lock = QLockFile(str(path) + ".lock")
    lock.setStaleLockTime(0)  # only its process tells whether it is still meant
    return lock if lock.tryLock(_LOOKED_AT) else None


def waiting(folders: Iterable[Path], others: Iterable[Path] = ()) -> list[AreasFile]:
    """Areas files in folders, and `others`, that belong to no project and are open in no QGIS, the newest first."""
    found = {path.resolve(): path for path in others}
    for folder in folders:
        with suppress(OSError):
            for path in folder.glob(f"*{AREAS_ENDING}*.gpkg"):
                found[path.resolve()] = path
    files = (_areas_file(path) for path in found.values())
    return sorted((one for one in files if one is not None), key=lambda one: one.changed, reverse=True)


def _areas_file(path: Path) -> AreasFile | None:
    """What there is to say of a file; None when it isn't waiting for anybody, or holds nothing."""
    lock = in_use(path)
    if lock is None:
        return None
    try:
        number = count_areas(path)
        project = claimed_by(path) if number != 0 else ""
        if number == 0 or not is_gone(project):
            return None
        changed = datetime.fromtimestamp(max(one.stat().st_mtime for one in _parts(path)))
        return AreasFile(path, number, tuple(names_in(path, _MOST_NAMES)), project, changed)
    except OSError:
        return None
    finally:
        lock.unlock()


def _parts(path: Path) -> list[Path]:
    journal = path.with_name(path.name + "-wal")
    return [one for one in (path, journal) if one.is_file() and one.stat().st_size]
