# SPDX-License-Identifier: GPL-2.0-or-later
"""Where files of a project live: beside it; in the data folder as long as it has no file, or where it can't be."""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QUrl, QUrlQuery

from ...pack.files.disk import is_folder, is_there

AREAS_ENDING = "projectgebieden"
RESULTS = "gevonden"
"""Folder in the data folder for results of projects that have none of their own."""
_PROJECT_FILES = (".qgz", ".qgs")
_NUMBERED = re.compile(r"^(?P<stem>.+)_projectgebieden(-\d+)?$")


@dataclass(frozen=True)
class Home:
    """Where a saved project is kept: its folder, and how names of its files begin; no folder in a database."""

    folder: Path | None
    stem: str

    @property
    def is_writable(self) -> bool:
        """Whether files can be put there."""
        return self.folder is not None and can_write_in(self.folder)


def home_of(project: QgsProject) -> Home | None:
    """The home of a project; None as long as it was never saved."""
    name = project.fileName()
    if not name:
        return None
    storage = project.projectStorage()
    if storage is None:
        path = Path(project.absoluteFilePath())
        return Home(path.parent, path.stem)
    query = QUrlQuery(QUrl(name).query())
    decoded = QUrl.ComponentFormattingOption.FullyDecoded
    title = _as_name(query.queryItemValue("projectName", decoded) or query.queryItemValue("project", decoded))
    title = title or "project"
    kept_in = storage.filePath(name)  # of a project in a GeoPackage
    return Home(Path(kept_in).parent, f"{Path(kept_in).stem}_{title}") if kept_in else Home(None, title)


def can_write_in(folder: Path) -> bool:
    """Whether a file can be made in a folder, by making one: rights of shares can't be told otherwise."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def areas_path(project: QgsProject, data_folder: Path) -> Path:
    """Where a new areas layer goes: beside a saved project, else in the data folder; never an existing file."""
    home = home_of(project)
    if home is None:
        return free_path(data_folder / f"{AREAS_ENDING}_{datetime.now():%Y%m%d_%H%M%S}.gpkg")
    folder = home.folder if home.folder is not None and home.is_writable else data_folder
    return free_path(folder / f"{home.stem}_{AREAS_ENDING}.gpkg")


def result_path(project: QgsProject, data_folder: Path, name: str) -> Path:
    """The same for a result of that name."""
    home = home_of(project)
    if home is None or home.folder is None or not home.is_writable:
        return free_path(data_folder / RESULTS / f"{name}.gpkg")
    return free_path(home.folder / f"{home.stem}_{name}.gpkg")


def path_at(home: Home, folder: Path, path: Path, stem_before: str) -> Path:
    """Where a file of a project that had another home (`stem_before`) goes; never an existing file."""
    if _NUMBERED.match(path.stem) or path.stem.startswith(AREAS_ENDING):
        return free_path(folder / f"{home.stem}_{AREAS_ENDING}.gpkg")
    name = path.stem.removeprefix(f"{stem_before}_") if stem_before else path.stem
    return free_path(folder / f"{home.stem}_{name}.gpkg")


def is_areas_file(path: Path, stem: str) -> bool:
    """Whether a file is named as that with the areas of a project of this name."""
    found = _NUMBERED.match(path.stem)
    return found is not None and found["stem"] == stem


def files_beside(home: Home, known: Path | None) -> list[Path]:
    """Areas files beside a project that bear its name, but for the one it shows."""
    if home.folder is None:
        return []
    try:
        beside = [path for path in home.folder.glob("*.gpkg") if is_areas_file(path, home.stem)]
    except OSError:
        return []
    return [path for path in beside if known is None or path.resolve() != known.resolve()]


def belongs_to_another(path: Path, home: Home) -> bool:
    """Whether the areas beside a project are, by their name, those of another project that lies there too."""
    found = _NUMBERED.match(path.stem)
    if found is None or found["stem"] == home.stem:
        return False
    return any(is_there(path.with_name(found["stem"] + ending)) for ending in _PROJECT_FILES)


def free_path(path: Path) -> Path:
    """The path, or the first with a number behind its name that doesn't exist."""
    free, number = path, 1
    while is_there(free):
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def is_gone(project: str) -> bool:
    """Whether a project file of that name was deleted or moved; one on a drive that isn't there now may still be."""
    if not project:
        return True
    path = Path(project)
    return path.is_absolute() and is_folder(path.parent) and not is_there(path)


def _as_name(text: str) -> str:
    return re.sub(r"[^\w-]+", "_", text).strip("_")
