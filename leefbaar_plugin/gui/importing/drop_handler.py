# SPDX-License-Identifier: GPL-2.0-or-later
"""Official files dropped on QGIS open the import dialog instead of an error about an unknown file; packs are opened."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from qgis.gui import QgsCustomDropHandler
from qgis.PyQt.QtCore import QMimeData, pyqtSignal

from ...pack.files.disk import is_file, is_folder
from ..later import later
from .known_packs import INFO_FILE

_WORDS = ("leefbaarometer", "lbm3", "lbm2", "cbs_vk100")
_MOST = 200
"""Files of a dropped folder that are looked at."""


class DropHandler(QgsCustomDropHandler):
    """`dropped` carries the paths of all files of one drop, `packs_dropped` the folders of packs, `project_dropped` the
    zip with a project that a colleague packed.

    `importing` says whether files for an import are being gathered already.
    """

    dropped = pyqtSignal(list)
    packs_dropped = pyqtSignal(list)
    project_dropped = pyqtSignal(str)

    def __init__(self, importing: Callable[[], bool] = lambda: False) -> None:
        super().__init__()
        self._importing = importing
        self._together: list[Path] = []
        self._paths: list[str] = []
        self._packs: list[str] = []

    def customUriProviderKey(self) -> str:
        """Key of custom URIs, of which there are none."""
        return "leefbaarometer"

    def handleMimeDataV2(self, data: QMimeData | None) -> bool:
        """Note what is dropped together; called by QGIS before it asks file by file."""
        urls = data.urls() if data is not None else []
        self._together = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        return False

    def handleFileDrop(self, file: str) -> bool:
        """Take a file or folder that is ours; called by QGIS for every one of a drop."""
        path = Path(file)
        if _is_project(path):
            later(self, lambda: self.project_dropped.emit(file))
            return True
        pack = path.parent if path.name == INFO_FILE else path
        if is_file(pack / INFO_FILE):
            self._packs.append(str(pack))
        elif _is_ours(path) or (_holds_counts(path) and self._with_ours(path)):
            self._paths.append(file)
        else:
            return False
        if len(self._paths) + len(self._packs) == 1:
            later(self, self._send)
        return True

    def _with_ours(self, path: Path) -> bool:
        """Whether counts come along with files to import; alone they are a layer like any other."""
        return self._importing() or any(_is_ours(other) for other in self._together if other != path)

    def _send(self) -> None:
        (paths, self._paths), (packs, self._packs) = (self._paths, []), (self._packs, [])
        if paths:
            self.dropped.emit(paths)
        if packs:
            self.packs_dropped.emit(packs)


def _is_project(path: Path) -> bool:
    """Whether a file is the zip of a project that a colleague packed."""
    if path.suffix.lower() != ".zip":
        return False
    from ...report.unpacking import is_packed  # late: at the start of QGIS nothing is read that isn't needed

    return is_packed(path)


def _is_ours(path: Path) -> bool:
    """Whether a zip, a CSV or a folder of such holds scores or outlines; looks at names and headers only."""
    if is_folder(path):
        files = (one for one in path.glob("*") if one.suffix.lower() in (".zip", ".csv"))
        return any(_is_ours(one) for one in islice(files, _MOST) if is_file(one))
    if path.suffix.lower() == ".zip":
        import zipfile

        try:
            with zipfile.ZipFile(path) as archive:
                names = [name.casefold() for name in archive.namelist()]
        except (OSError, zipfile.BadZipFile):
            # a damaged download deserves our sentence rather than an error about a layer
            return any(word in path.name.casefold() for word in (*_WORDS, "open-data-leefbaarometer"))
        return any(word in name for name in names for word in _WORDS)
    return path.suffix.lower() == ".csv" and _is_table(path)


def _is_table(path: Path) -> bool:
    """Whether a CSV is one that the import knows by its columns."""
    from ...engine.errors import LeefbaarError
    from ...pack.files.resources import load_model
    from ...pack.reading.developments import recognise_development
    from ...pack.reading.scores import recognise
    from ...pack.reading.scores_lbm2 import recognise_wide
    from ...pack.reading.sources import find_sources
    from ...pack.tables.tables import sniff

    model = load_model("lbm3")
    try:
        for table in map(sniff, find_sources([path])):
            if recognise_wide(table, load_model("lbm2")) or recognise_development(table, model):
                return True
            if recognise(table, model):
                return True
    except LeefbaarError:
        return False
    return False


def _holds_counts(path: Path) -> bool:
    """Whether a GeoPackage is CBS's of squares, with dwellings and inhabitants."""
    if path.suffix.lower() != ".gpkg" or not is_file(path):
        return False
    from ...engine.errors import LeefbaarError
    from ...pack.files.resources import load_model
    from ...pack.reading.vectors import COUNTS, recognise_vector

    try:
        return any(layer.kind == COUNTS for layer in recognise_vector(str(path), path.name, load_model("lbm3")))
    except LeefbaarError:
        return False
