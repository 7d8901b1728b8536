# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening data: the import dialog, the demonstration, a pack that moved, the check against the published scores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsMapLayer,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QObject, QThread, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog

from ... import settings
from ...data.importer import ImportResult, import_edition
from ...data.pack import Pack, open_pack
from ...data.reading.inspection import inspect
from ...engine.errors import LeefbaarError
from ...engine.scoring import ScoreCheck, check, recompute
from ...layers.tree import make_layers
from ...translation import tr, translated_error
from .. import formats
from ..drawing.areas import Areas
from ..messages import Messages, log
from ..session import Session
from ..work import Background
from .import_dialog import ImportDialog
from .import_preview import demonstration_paths, suggested_folder

_RD = "EPSG:28992"
_SEEN = 0.1
"""Part of the map's width or height from which a pack is large enough to see."""
_ZOOM_AFTER = 300
"""Milliseconds: QGIS sets an extent of its own after the first layer."""


class Opening(QObject):
    """Brings data into the session, and says what it found; `opened` is emitted when the dock is to be seen."""

    opened = pyqtSignal()

    def __init__(self, iface: Any, session: Session, areas: Areas, background: Background, messages: Messages) -> None:
        super().__init__()
        self._iface = iface
        self.session = session
        self.areas = areas
        self.background = background
        self.messages = messages
        self.dialog: ImportDialog | None = None
        session.pack_changed.connect(self._prepare)
        session.pack_missing.connect(self._say_missing)

    def open_import(self, paths: list[str]) -> None:
        """Show the import dialog, with files that were dropped."""
        if self.dialog is None:
            dialog = ImportDialog(self.background, self.messages, self._iface.mainWindow())
            dialog.imported.connect(self._open_imported)
            dialog.finished.connect(self.close)
            self.dialog = dialog
        self.dialog.show()
        self.dialog.raise_()
        if paths:
            self.dialog.add_paths(paths)

    def close(self) -> None:
        """Take the import dialog away."""
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def open_demonstration(self) -> None:
        """Import the demonstration data, or open them when that was done before."""
        folder = settings.load().folder / "data"

        def work(progress: Callable[[float], bool]) -> ImportResult:
            found = inspect(demonstration_paths())
            return import_edition(found, suggested_folder(found, [], folder), progress=progress)

        title = tr("Leefbaarometer: importing the demonstration data")
        self.background.start("import", title, work, self._open_imported, self.messages.error, of_project=False)

    def _open_imported(self, result: ImportResult) -> None:
        self.open_pack(result.folder, lambda: self._say_imported(result))

    def _say_imported(self, result: ImportResult) -> None:
        if result.already_there:
            self.messages.info(tr("These data were already there; nothing was imported again."))
            return
        compared = result.info.get("check")
        text = tr("Imported: {squares} squares, edition {edition}.").format(
            squares=formats.count(result.info["squares"]), edition=result.info["edition"]
        )
        if not result.info["squares"]:
            self.messages.info(tr("Imported: tables without squares, edition {edition}.").format(**result.info))
            return
        if compared and (compared["not_adding_up"] or compared["class_differences"]):
            self.messages.warn(text + " " + _check_text(ScoreCheck(*(compared[name] for name in _CHECK_FIELDS))))
        elif self.areas.names():
            self.messages.info(text)
        else:
            self.messages.info(text, tr("Draw a first area"), self.areas.draw)

    def open_last_pack(self) -> None:
        """Open the data that were used last."""
        folder = self.session.last_pack()
        if folder is not None:
            self.open_pack(folder)

    def open_pack(self, folder: str | Path, then: Callable[[], object] | None = None) -> None:
        """Open a pack and make its layers in the background, and show them; then go on."""
        main = QThread.currentThread()

        def work(_progress: object) -> tuple[Pack, dict[str, QgsMapLayer]]:
            pack = open_pack(folder)
            return pack, make_layers(pack, main)

        def done(found: tuple[Pack, dict[str, QgsMapLayer]]) -> None:
            seen = self._is_seen(found[0])
            self.session.show_pack(*found, lambda: shown(seen))

        def shown(seen: bool) -> None:
            self.opened.emit()
            if not seen:
                QTimer.singleShot(_ZOOM_AFTER, self._zoom_to_pack)
            self._offer_lost_areas()
            if then is not None:
                then()

        self.background.start("open", tr("Leefbaarometer: opening the data"), work, done, self.messages.error)

    def _prepare(self) -> None:
        """Make the first area of a large pack as quick as the next ones."""
        if self.session.pack is not None and self.session.pack.grid is not None:
            measurer = self.session.measurer
            self.background.start(
                "prepare",
                tr("Leefbaarometer: preparing the squares"),
                lambda _progress: measurer.prepare(),
                lambda _result: None,
                self.messages.error,
            )

    def _offer_lost_areas(self) -> None:
        lost = self.areas.lost()
        if lost is not None:
            log(str(lost))
            text = tr("Areas of a project that was never saved are still there.")
            self.messages.info(text, tr("Bring them back"), lambda: self.areas.bring_back(lost))

    def _say_missing(self, folder: str, problem: LeefbaarError) -> None:
        log(folder)
        text = tr("The project uses the data pack {folder}, which can't be opened.").format(folder=Path(folder).name)
        if Path(folder).is_dir():  # it is there, so the reason says more
            text = translated_error(problem)
        self.messages.warn(text, tr("Point to the data…"), self.point_to_pack)

    def point_to_pack(self) -> None:
        """Ask where the data of the project are, and open them."""
        folder = QFileDialog.getExistingDirectory(self._iface.mainWindow(), tr("Folder of the data pack"))
        if folder:
            self.open_pack(folder)

    # Map

    def _is_seen(self, pack: Pack) -> bool:
        """Whether the map, with layers in it, shows part of a pack large enough to see; its extent then stays."""
        canvas = self._iface.mapCanvas()
        if not canvas.layers() or pack.grid is None:
            return False
        settings = canvas.mapSettings()
        project = self.session.project
        transform = QgsCoordinateTransform(settings.destinationCrs(), QgsCoordinateReferenceSystem(_RD), project)
        try:
            extent = transform.transformBoundingBox(settings.visibleExtent())
        except QgsCsException:  # far from the Netherlands
            return False
        shared = extent.intersect(QgsRectangle(*pack.grid.extent))
        return not shared.isEmpty() and max(shared.width() / extent.width(), shared.height() / extent.height()) > _SEEN

    def _zoom_to_pack(self) -> None:
        pack = self.session.pack
        if pack is None or pack.grid is None:
            return
        self._zoom(QgsRectangle(*pack.grid.extent))

    def zoom_to_area(self) -> None:
        """Show the current area."""
        geometry = self.areas.geometry()
        if geometry is not None:
            self._zoom(geometry.boundingBox())

    def _zoom(self, extent: QgsRectangle) -> None:
        canvas = self._iface.mapCanvas()
        canvas.setReferencedExtent(_in_rd(extent))
        canvas.zoomByFactor(1.05)
        canvas.refresh()

    # Check

    def check_scores(self) -> None:
        """Recompute all squares and years in the background, and say how they compare with what was published."""
        pack = self.session.pack
        if pack is None or pack.published is None:
            self.messages.warn(tr("Open data with squares first."), tr("Import data…"), lambda: self.open_import([]))
            return
        published, model = pack.published, pack.model
        self.background.start(
            "check",
            tr("Leefbaarometer: recomputing scores"),
            lambda _progress: check(model, recompute(model, published), published),
            self._say_checked,
            self.messages.error,
        )

    def _say_checked(self, result: ScoreCheck) -> None:
        if result.class_differences or result.not_adding_up or result.max_difference > _AS_PUBLISHED:
            self.messages.warn(_check_text(result))
            return
        log(_check_text(result))
        text = tr("{compared} scores recomputed: all as published (to {difference}).")
        difference = f"{result.max_difference:.0e}"
        self.messages.info(text.format(compared=formats.count(result.compared), difference=difference))


_AS_PUBLISHED = 1e-9
_CHECK_FIELDS = ("max_difference", "class_differences", "not_adding_up", "compared")


def _check_text(result: ScoreCheck) -> str:
    return tr(
        "{compared} scores recomputed: largest difference {difference}; {classes} classes differ, {rows} rows don't "
        "add up."
    ).format(
        compared=formats.count(result.compared),
        difference=f"{result.max_difference:.0e}",
        classes=formats.count(result.class_differences),
        rows=formats.count(result.not_adding_up),
    )


def _in_rd(extent: QgsRectangle) -> QgsReferencedRectangle:
    return QgsReferencedRectangle(extent, QgsCoordinateReferenceSystem(_RD))
