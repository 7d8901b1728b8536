# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS without a screen, with the whole plugin in it: the dock, its pages, the maps, and all they listen to."""

from __future__ import annotations

import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from qgis.core import QgsApplication, QgsProject, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, QStandardPaths, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QMainWindow, QToolBar

UNEXPECTED = "unexpected"
"""A word in what the plugin says of an error that isn't its own."""


class Iface(QObject):
    """As much of QGIS's interface as the plugin asks for; whatever registers something is taken note of by nobody."""

    initializationCompleted = pyqtSignal()  # noqa: N815  QGIS's name

    def __init__(self) -> None:
        super().__init__()
        self.window = QMainWindow()
        self.canvas = QgsMapCanvas(self.window)
        self._times = QgsTemporalNavigationObject(self)
        self.canvas.setTemporalController(self._times)
        self.window.setCentralWidget(self.canvas)
        self.bar = QgsMessageBar(self.window)
        self.active: QgsVectorLayer | None = None
        self._actions: dict[str, QAction] = {}

    def mainWindow(self) -> QMainWindow:
        return self.window

    def mapCanvas(self) -> QgsMapCanvas:
        return self.canvas

    def mapCanvases(self) -> list[QgsMapCanvas]:
        return [self.canvas]

    def messageBar(self) -> QgsMessageBar:
        return self.bar

    def addToolBar(self, title: str) -> QToolBar:
        return self.window.addToolBar(title)

    def addDockWidget(self, area: Any, dock: QDockWidget) -> None:
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock: QDockWidget) -> None:
        self.window.removeDockWidget(dock)

    def activeLayer(self) -> QgsVectorLayer | None:
        return self.active

    def setActiveLayer(self, layer: QgsVectorLayer) -> bool:
        self.active = layer
        return True

    def __getattr__(self, name: str) -> Any:
        if name.startswith("action"):
            return lambda: self._actions.setdefault(name, QAction(self.window))
        if name.startswith("_") or name in ("mainWindow", "bar", "canvas"):
            raise AttributeError(name)
        return lambda *_given, **_named: None


class Headless:
    """QGIS and the plugin; `problems` are tracebacks that reached nobody, and errors it called unexpected."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["LEEFBAAROMETER_DATA_FOLDER"] = str(folder / "data")
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = str(folder / "profile")
        QStandardPaths.setTestModeEnabled(True)
        self.app = QgsApplication([], True, str(folder / "profile"))
        self.app.initQgis()
        self.problems: list[str] = []
        sys.excepthook = self._note
        QgsApplication.messageLog().messageReceived.connect(self._read)
        from leefbaar_plugin.plugin import LeefbaarometerPlugin

        self.iface = Iface()
        self.plugin = LeefbaarometerPlugin(self.iface)
        self.plugin.initGui()
        self.iface.window.show()
        self.rest()

    @property
    def project(self) -> QgsProject:
        return QgsProject.instance()

    def _note(self, kind: type[BaseException], problem: BaseException, trace: Any) -> None:
        self.problems.append("".join(traceback.format_exception(kind, problem, trace)))

    def _read(self, text: str, tag: str, _level: Any) -> None:
        if "Traceback" in text or (tag == "Leefbaarometer" and UNEXPECTED in text):
            self.problems.append(text)

    def rest(self, seconds: float = 20.0, quiet: float = 0.05) -> None:
        """Let Qt work until all tasks are done and nothing is left to do for a moment."""
        end = time.monotonic() + seconds
        calm = time.monotonic() + quiet
        while True:
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if QgsApplication.taskManager().countActiveTasks():
                calm = time.monotonic() + quiet
            if time.monotonic() >= min(end, calm):
                return
            time.sleep(0.002)

    def said(self) -> list[str]:
        """What stands in the message bar."""
        return [item.text() for item in self.iface.bar.items()]

    def close(self) -> None:
        """A new, empty project, as when the user closes one."""
        self.project.clear()
        self.iface.bar.clearWidgets()
        self.rest(quiet=0.02)
