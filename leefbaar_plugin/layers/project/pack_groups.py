# SPDX-License-Identifier: GPL-2.0-or-later
"""Several packs in one project: a group each. The panel shows one of them; the others stay as they were left."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsProject

from .ownership import PACK_ROLE, current_pack, owned, set_current_pack
from .project_state import read_state, write_state

_KEY = "packs"


def pack_folders(project: QgsProject) -> dict[str, Path]:
    """The folders of the packs that have layers in the project, by key; the one that the panel shows comes first."""
    kept, there = read_state(project, _KEY), {entry.pack for entry, _layer in owned(project, PACK_ROLE)}
    found = {key: Path(project.readPath(path)) for key, path in kept.items() if key in there and isinstance(path, str)}
    return dict(sorted(found.items(), key=lambda pair: pair[0] != current_pack(project)))


def choose_group(project: QgsProject, folder: Path, beside: bool) -> None:
    """Make the group that a pack comes into the current one: its own when it is in the project, else a new one
    (`beside`), else that of the pack it takes the place of.
    """
    there = next((key for key, path in pack_folders(project).items() if _same(path, folder)), None)
    if there is not None:
        set_current_pack(project, there)
    elif beside:
        set_current_pack(project, "")  # what is added now gets a key of its own


def keep_folder(project: QgsProject, folder: Path) -> None:
    """Note of which pack the layers are that the panel shows."""
    key = current_pack(project)
    if key:
        _write(project, {**pack_folders(project), key: folder})


def keep_folders(project: QgsProject) -> None:
    """Note the folders again, for only a project that has a file knows relative paths."""
    _write(project, pack_folders(project))


def _write(project: QgsProject, folders: dict[str, Path]) -> None:
    if folders or read_state(project, _KEY):
        write_state(project, _KEY, {key: project.writePath(str(path)) for key, path in folders.items()})


def _same(one: Path, other: Path) -> bool:
    return os.path.normcase(os.path.normpath(one)) == os.path.normcase(os.path.normpath(other))
