# SPDX-License-Identifier: GPL-2.0-or-later
"""Official zips dropped on QGIS open the import dialog instead of an error about an unknown file."""

from __future__ import annotations

import zipfile
from pathlib import Path

from qgis.gui import QgsCustomDropHandler
from qgis.PyQt.QtCore import QTimer, pyqtSignal

from ...data.reading.developments import recognise_development
from ...data.reading.scores import recognise
from ...data.reading.scores_lbm2 import recognise_wide
from ...data.reading.sources import find_sources
from ...data.reading.tables import Table, sniff
from ...data.resources import load_model
from ...engine.errors import LeefbaarError

_WORDS = ("leefbaarometer", "lbm3", "lbm2", "cbs_vk100")


class DropHandler(QgsCustomDropHandler):
    """`dropped` carries the paths of all files of one drop."""

    dropped = pyqtSignal(list)

    def __init__(self) -> None:
        super().__init__()
        self._paths: list[str] = []

    def customUriProviderKey(self) -> str:
        """Key of custom URIs, of which there are none."""
        return "leefbaarometer"

    def handleFileDrop(self, file: str) -> bool:
        """Take a file that is ours; called by QGIS for every file of a drop."""
        if not _is_ours(Path(file)):
            return False
        self._paths.append(file)
        if len(self._paths) == 1:
            QTimer.singleShot(0, self._send)
        return True

    def _send(self) -> None:
        paths, self._paths = self._paths, []
        self.dropped.emit(paths)


def _is_ours(path: Path) -> bool:
    """Whether a zip or CSV holds scores or outlines of the Leefbaarometer; looks at names and headers only."""
    if path.suffix.lower() == ".zip":
        try:
            with zipfile.ZipFile(path) as archive:
                names = [name.casefold() for name in archive.namelist()]
        except (OSError, zipfile.BadZipFile):
            # a damaged download deserves our sentence rather than an error about a layer
            return any(word in path.name.casefold() for word in (*_WORDS, "open-data-leefbaarometer"))
        return any(word in name for name in names for word in _WORDS)
    if path.suffix.lower() != ".csv":
        return False
    try:
        return any(_is_known(sniff(source)) for source in find_sources([path]))
    except LeefbaarError:
        return False


def _is_known(table: Table) -> bool:
    model = load_model("lbm3")
    return bool(
        recognise_wide(table, load_model("lbm2")) or recognise_development(table, model) or recognise(table, model)
    )
