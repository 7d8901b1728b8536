# SPDX-License-Identifier: GPL-2.0-or-later
"""Composition root: builds the parts, registers them with QGIS, and undoes every registration in reverse order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QFileDialog

from . import settings
from .data.importer import ImportResult, import_edition
from .data.inspection import inspect
from .data.resources import resource_path
from .engine.errors import LeefbaarError
from .engine.scoring import ScoreCheck, check, recompute
from .gui import formats
from .gui.area_dialogs import AreaDialogs
from .gui.areas import Areas
from .gui.compare_page import ComparePage
from .gui.dock import Dock
from .gui.drop_handler import DropHandler
from .gui.import_dialog import ImportDialog
from .gui.import_preview import demonstration_paths, suggested_folder
from .gui.integration import Integration
from .gui.maps import Maps
from .gui.messages import Messages, log
from .gui.references import ReferenceBook
from .gui.session import Session
from .gui.sketch import Sketch
from .gui.work import Background
from .processing.provider import LeefbaarometerProvider
from .translation import Translator, tr, translated_error

TITLE = "Leefbaarometer"
_ZOOM_AFTER = 300
"""Milliseconds: QGIS sets an extent of its own after the first layer."""
_ARRANGE_AFTER = 700
"""Milliseconds: the window takes its own size after QGIS is complete."""


class LeefbaarometerPlugin:
    """The plugin as QGIS sees it."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._undo: list[Callable[[], object]] = []
        self._dialog: ImportDialog | None = None

    def initProcessing(self) -> None:
        """Register translation and algorithms; called by QGIS, also without a desktop (`qgis_process`)."""
        translator = Translator()
        translator.install()
        self._undo.append(translator.remove)
        provider = LeefbaarometerProvider()
        registry = QgsApplication.processingRegistry()
        registry.addProvider(provider)
        self._undo.append(lambda: registry.removeProvider(provider))

    def initGui(self) -> None:
        """Register everything; called by QGIS."""
        self.initProcessing()
        self.messages = Messages(self._iface.messageBar())
        self._undo.append(self.messages.clear)
        self.background = Background()
        self._undo.append(self.background.cancel_all)
        self.session = Session(QgsProject.instance())
        self._undo.append(self.session.disconnect_project)
        self.areas = Areas(self.session, self._iface)
        self._undo.append(self.areas.disconnect_project)
        self.areas.failed.connect(self.messages.error)
        self.areas.deleted.connect(self._say_deleted)
        self.session.pack_changed.connect(self._prepare)
        self.session.pack_missing.connect(self._say_missing)
        self.sketch = Sketch(self.areas, self._iface.mapCanvas())
        self._undo.append(self.sketch.disconnect_canvas)
        self.integration = Integration(self._iface, self.session, self.areas, self.messages)
        self.integration.register()
        self._add_dock()
        self.maps = Maps(self._iface, self.session, self.background, self.messages)
        self._undo.append(self.maps.close)
        self._undo.append(self.integration.unregister)
        self._add_actions()
        self._add_drop_handler()
        # the plugin may be enabled while a project of ours is open
        self.session.restore()
        self.areas.restore()

    def unload(self) -> None:
        """Undo every registration, the last first; called by QGIS."""
        while self._undo:
            self._undo.pop()()

    def _add_dock(self) -> None:
        book = ReferenceBook(self.session, self.areas, self.background)
        self.dock = Dock(self.session, self.areas, self._iface.mainWindow(), book)
        compare = ComparePage(self.session, self.areas, book, self.background, self._iface.mapCanvas())
        self.dock.add_page("compare", tr("Compare"), compare)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)

        def remove() -> None:
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()

        self._undo.append(remove)
        arrange = QTimer(self.dock)
        arrange.setSingleShot(True)
        arrange.setInterval(_ARRANGE_AFTER)
        arrange.timeout.connect(lambda: self.dock.make_room(self._iface.mainWindow()))
        if self._iface.mainWindow().isVisible():
            arrange.start()
        else:
            self._iface.initializationCompleted.connect(arrange.start)
        self.dock.import_wanted.connect(lambda: self.open_import([]))
        self.dock.demonstration_wanted.connect(self.open_demonstration)
        self.dock.last_pack_wanted.connect(self._open_last_pack)
        self.dock.draw_wanted.connect(self.areas.draw)
        parts = self.session, self.areas, self.background, self.messages
        self.area_dialogs = AreaDialogs(self._iface, *parts, self.dock)
        self._undo.append(self.area_dialogs.close)
        self.dock.tools.combine_wanted.connect(self.area_dialogs.open_combine)
        self.dock.tools.surroundings_wanted.connect(self.area_dialogs.open_surroundings)
        self.dock.page.whereabouts.set_background(self.background)
        self.dock.selection_wanted.connect(self.integration.take_selected)
        self.dock.search_wanted.connect(self.integration.search)
        self.dock.buurt_wanted.connect(self.integration.take_buurt)
        self.dock.help_wanted.connect(self.integration.open_help)
        self.integration.add_help_key(self.dock)
        self.dock.page.zoom.clicked.connect(self._zoom_to_area)

    def _add_actions(self) -> None:
        toolbar = self._iface.addToolBar(TITLE)
        toolbar.setObjectName("LeefbaarometerToolBar")

        def remove_toolbar() -> None:
            self._iface.mainWindow().removeToolBar(toolbar)
            toolbar.deleteLater()

        self._undo.append(remove_toolbar)
        dock = self.dock.toggleViewAction()
        dock.setText(tr("Leefbaarometer panel"))
        dock.setIcon(QIcon(str(resource_path("icons", "leefbaarometer.svg"))))
        dock.setObjectName("Leefbaarometer_panel")
        ways, do = self.integration, self._action
        entries = [
            # action, in the toolbar, shortcut that QGIS leaves free, only with squares
            (dock, True, "Ctrl+Shift+K", False),
            (do("import", tr("Import data…"), lambda: self.open_import([])), True, "", False),
            (do("draw_area", tr("Draw an area"), self.areas.draw), True, "Ctrl+Shift+Y", True),
            (do("select_area", tr("Use selected polygons as areas"), ways.take_selected), True, "Ctrl+Shift+X", True),
            (do("search", tr("Search a gemeente, wijk, buurt or project area…"), ways.search), False, "", False),
            (do("recompute", tr("Recompute and check the scores"), self.check_scores), False, "", True),
            (do("demo", tr("Open the demonstration data"), self.open_demonstration), False, "", False),
            (do("settings", tr("Leefbaarometer options…"), ways.open_options), False, "", False),
            (do("help", tr("Leefbaarometer help"), ways.open_help), False, "", False),
        ]
        entries += self.maps.add_to(self.dock, do)
        for action, in_toolbar, keys, squares in entries:
            ways.add_action(action, keys, squares)
            self._iface.addPluginToVectorMenu(TITLE, action)
            self._undo.append(partial(self._iface.removePluginVectorMenu, TITLE, action))
            if in_toolbar:
                toolbar.addAction(action)

    def _action(self, icon: str, text: str, slot: Callable[[], object]) -> QAction:
        action = QAction(QIcon(str(resource_path("icons", f"{icon}.svg"))), text, self._iface.mainWindow())
        action.setObjectName(f"Leefbaarometer_{icon}")
        action.triggered.connect(lambda _checked=False: slot())
        self._undo.append(action.deleteLater)
        return action

    def _add_drop_handler(self) -> None:
        handler = DropHandler()
        handler.dropped.connect(self.open_import)
        self._iface.registerCustomDropHandler(handler)
        self._undo.append(lambda: self._iface.unregisterCustomDropHandler(handler))

    # Opening data

    def open_import(self, paths: list[str]) -> None:
        """Show the import dialog, with files that were dropped."""
        if self._dialog is None:
            dialog = ImportDialog(self.background, self.messages, self._iface.mainWindow())
            dialog.imported.connect(self._open_imported)
            dialog.finished.connect(self._forget_dialog)
            self._dialog = dialog
            self._undo.append(self._close_dialog)
        self._dialog.show()
        self._dialog.raise_()
        if paths:
            self._dialog.add_paths(paths)

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._undo.remove(self._close_dialog)
            self._dialog.deleteLater()
            self._dialog = None

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None

    def open_demonstration(self) -> None:
        """Import the demonstration data, or open them when that was done before."""
        folder = settings.load().folder / "data"

        def work(progress: Callable[[float], bool]) -> ImportResult:
            found = inspect(demonstration_paths())
            return import_edition(found, suggested_folder(found, [], folder), progress=progress)

        title = tr("Leefbaarometer: importing the demonstration data")
        self.background.start("import", title, work, self._open_imported, self.messages.error)

    def _open_imported(self, result: ImportResult) -> None:
        if not self._open(result.folder):
            return
        if result.already_there:
            self.messages.info(tr("These data were already there; nothing was imported again."))
            return
        compared = result.info.get("check")
        text = tr("Imported: {squares} squares, edition {edition}.").format(
            squares=formats.count(result.info["squares"]), edition=result.info["edition"]
        )
        if compared and (compared["not_adding_up"] or compared["class_differences"]):
            self.messages.warn(text + " " + _check_text(ScoreCheck(*(compared[name] for name in _CHECK_FIELDS))))
        elif self.areas.names():
            self.messages.info(text)
        else:
            self.messages.info(text, tr("Draw a first area"), self.areas.draw)

    def _open_last_pack(self) -> None:
        folder = self.session.last_pack()
        if folder is not None:
            self._open(folder)

    def _open(self, folder: str | Path) -> bool:
        try:
            self.session.open_pack(folder)
        except LeefbaarError as problem:
            self.messages.error(problem)
            return False
        self.dock.setUserVisible(True)
        QTimer.singleShot(_ZOOM_AFTER, self._zoom_to_pack)
        self._offer_lost_areas()
        return True

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

    def _say_deleted(self, name: str, area: QgsFeature) -> None:
        text = tr("{name} was deleted.").format(name=name)
        self.messages.info(text, tr("Undo"), lambda: self.areas.put_back(name, area))

    def _say_missing(self, folder: str, problem: LeefbaarError) -> None:
        log(folder)
        text = tr("The project uses the data pack {folder}, which can't be opened.").format(folder=Path(folder).name)
        if Path(folder).is_dir():  # it is there, so the reason says more
            text = translated_error(problem)
        self.messages.warn(text, tr("Point to the data…"), self._point_to_pack)

    def _point_to_pack(self) -> None:
        folder = QFileDialog.getExistingDirectory(self._iface.mainWindow(), tr("Folder of the data pack"))
        if folder:
            self._open(folder)

    # Map

    def _zoom_to_pack(self) -> None:
        pack = self.session.pack
        if pack is None or pack.grid is None:
            return
        self._zoom(QgsRectangle(*pack.grid.extent))

    def _zoom_to_area(self) -> None:
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
    return QgsReferencedRectangle(extent, QgsCoordinateReferenceSystem("EPSG:28992"))
