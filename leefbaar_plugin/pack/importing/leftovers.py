# SPDX-License-Identifier: GPL-2.0-or-later
"""Folders that imports leave when they are killed, and their removal."""

from __future__ import annotations

import tempfile
from pathlib import Path

from ..files.disk import remove_left_behind
from ..schema import ASIDE, STAGING

SCRATCH = "leefbaarometer"
"""Beginning of the names of folders for temporary files."""


def remove_leftovers(folder: Path) -> int:
    """Remove what imports that were killed left in a folder of packs, and in the system's temporary one.

    Returns how many folders went; whatever is in use, and all that isn't ours, stays.
    """
    gone = remove_left_behind(Path(tempfile.gettempdir()), SCRATCH, "")
    return gone + sum(remove_left_behind(folder, ".*", ending) for ending in (STAGING, ASIDE))
