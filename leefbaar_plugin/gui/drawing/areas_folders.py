# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders in which areas may lie that no project knows; quick to read, for QGIS's start asks for them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

from ... import settings

_FOLDERS = "leefbaarometer/areas_folders"
_OLD_KEY = "leefbaarometer/unsaved_areas"


def areas_folders() -> list[Path]:
    """Folders in which areas of projects without a file may lie."""
    stored = QgsSettings()
    before = [Path(text) for text in stored.value(_FOLDERS, [], type=list) if text]
    old = stored.value(_OLD_KEY, "", type=str)  # one file of one session, in earlier versions
    return list(dict.fromkeys([*settings.load().folders, *before, *([Path(old).parent] if old else [])]))


def remember_folder(folder: Path) -> None:
    """Areas lie here, too: the data folder may be another one later."""
    stored = QgsSettings()
    known = [str(text) for text in stored.value(_FOLDERS, [], type=list)]
    if str(folder) not in known:
        stored.setValue(_FOLDERS, [*known, str(folder)])
