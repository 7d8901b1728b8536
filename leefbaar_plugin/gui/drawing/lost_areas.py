# SPDX-License-Identifier: GPL-2.0-or-later
"""Remembers the file of areas that no saved project knows yet, so that they can be offered after a crash."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings

from ...layers.area_file import count_areas

_KEY = "leefbaarometer/unsaved_areas"


def remember(path: Path) -> None:
    """Areas are stored here, and no project that was saved knows it."""
    QgsSettings().setValue(_KEY, str(path))


def forget() -> None:
    """A saved project knows where the areas are."""
    QgsSettings().remove(_KEY)


def take() -> Path | None:
    """The file that was remembered, when it still holds areas; it is told only once."""
    stored = QgsSettings().value(_KEY, "", type=str)
    if not stored:
        return None
    forget()
    path = Path(stored)
    return path if path.is_file() and count_areas(path) else None
