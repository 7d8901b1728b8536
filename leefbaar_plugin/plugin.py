# SPDX-License-Identifier: GPL-2.0-or-later
"""Composition root: builds the parts, registers them with QGIS, and undoes every registration in reverse order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .data.resources import resource_path
from .gui.change.page import ChangePage
from .gui.citizens.integration import Integration
from .gui.compare.page import ComparePage
from .gui.dock import Dock
from .gui.drawing.area_dialogs import AreaDialogs
from .gui.drawing.areas import Areas
from .gui.drawing.sketch import Sketch
from .gui.drawing.waiting import Waiting
from .gui.find.page import FindPage
from .gui.importing.drop_handler import DropHandler
from .gui.importing.opening import Opening
from .gui.importing.pack_guard import PackGuard
from .gui.map.maps import Maps
from .gui.messages import Messages
from .gui.references import ReferenceBook
from .gui.relation.page import RelationPage
from .gui.session import Session
from .gui.start.waiting_areas import WaitingAreas, WaitingDialog
from .gui.work import Background
from .processing.provider import LeefbaarometerProvider
from .translation import Translator, tr

TITLE = "Leefbaarometer"
_ARRANGE_AFTER = 700
"""Milliseconds: the window takes its own size after QGIS is complete."""


class LeefbaarometerPlugin:
    """The plugin as QGIS sees it."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._undo: list[Callable[[], object]] = []

    def initProcessing(self) -> None:
        """Register translation and algorithms; called by QGIS, also without a desktop (`qgis_process`)."""
        translator = Translator()
        translator.install()
        self._undo.append(translator.remove)
        provider = LeefbaarometerProvider()
        registry = QgsApplication.processingRegistry()
        if registry.addProvider(provider):  # else another copy of the plugin has it, and QGIS has deleted this one
            self._undo.append(lambda: registry.removeProvider(provider))

    def initGui(self) -> None:
        """Register everything; called by QGIS."""
        self.initProcessing()
        self.messages = Messages(self._iface.messageBar())
        self._undo.append(self.messages.clear)
        self.background = Background()
        self._undo.append(self.background.cancel_all)
        self._follow_project(QgsProject.instance())
        self.session = Session(QgsProject.instance())
        self._undo.append(self.session.disconnect_project)
        self.areas = Areas(self.session, self._iface)
        self._undo.append(self.areas.disconnect_project)
        self.areas.failed.connect(self.messages.error)
        self.areas.deleted.connect(self._say_deleted)
        self.areas.hidden.connect(self._say_hidden)
        self.areas.measuring.background = self.areas.adding.background = self.background
        self.areas.said.connect(self.messages.warn)
        self.waiting = Waiting(self._iface, self.areas, self.background, self.messages)
        self._undo.append(self.waiting.close)
        self.opening = Opening(self._iface, self.session, self.areas, self.background, self.messages)
        self._undo.append(self.opening.close_all)
        self.guard = PackGuard(self.session, self.background, self.messages, lambda: self.opening.open_import([]))
        self.guard.tidy()
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

    def _follow_project(self, project: QgsProject) -> None:
        """What was said and begun for a project ends with it."""
        for end in (self.messages.clear, self.background.close_project):
            project.cleared.connect(end)
            self._undo.append(partial(project.cleared.disconnect, end))

    def unload(self) -> None:
        """Undo every registration, the last first; called by QGIS."""
        while self._undo:
            self._undo.pop()()

    def _add_dock(self) -> None:
        book = ReferenceBook(self.session, self.areas, self.background)
        self.dock = Dock(self.session, self.areas, self._iface.mainWindow(), book)
        compare = ComparePage(self.session, self.areas, book, self.background, self._iface.mapCanvas())
        self.dock.add_page("compare", tr("Compare"), compare)
        canvas = self._iface.mapCanvas()
        change = ChangePage(self.session, self.areas, book, self.background, self.messages, canvas)
        self.dock.add_page("change", tr("Change"), change)
        find = FindPage(self.session, self.areas, self.background, self.messages, self._iface.mapCanvas())
        self._undo.append(find.disconnect_project)
        self.dock.add_page("find", tr("Find"), find)
        relate = RelationPage(self.session, self.background, self.messages, canvas)
        self.dock.add_page("relate", tr("Relate"), relate)
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
        self.opening.opened.connect(lambda: self.dock.setUserVisible(True))
        self.dock.import_wanted.connect(lambda: self.opening.open_import([]))
        self.dock.point_wanted.connect(self.opening.point_to_pack)
        self.dock.demonstration_wanted.connect(self.opening.open_demonstration)
        self._connect_start()
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
        self.dock.page.zoom.clicked.connect(self.opening.zoom_to_area)

    def _connect_start(self) -> None:
        start, opening = self.dock.start, self.opening
        start.open_wanted.connect(opening.choose_pack)
        start.pack_wanted.connect(opening.open_pack)
        start.moved.connect(opening.locate_pack)
        start.options_wanted.connect(self.integration.open_options)
        opening.known.changed.connect(lambda: start.show_packs(opening.known.packs))
        start.show_packs(opening.known.packs)
        if self.session.pack is None:
            opening.known.look()
        start.below.addWidget(WaitingAreas(self.waiting))
        opening.opened.connect(self.waiting.remind)
        self.waiting.asked.connect(lambda: WaitingDialog(self.waiting, self._iface.mainWindow()).show())
        self.waiting.look()

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
            (do("import", tr("Import data…"), lambda: self.opening.open_import([])), True, "", False),
            (do("open", tr("Open a data pack…"), self.opening.choose_pack), False, "", False),
            (do("draw_area", tr("Draw an area"), self.areas.draw), True, "Ctrl+Shift+Y", True),
            (do("select_area", tr("Use selected polygons as areas"), ways.take_selected), True, "Ctrl+Shift+X", True),
            (do("search", tr("Search a gemeente, wijk, buurt or project area…"), ways.search), False, "", False),
            (do("bring_back", tr("Areas to bring back…"), self.waiting.open), False, "", False),
            (do("recompute", tr("Recompute and check the scores"), self.opening.check_scores), False, "", True),
            (do("demo", tr("Open the demonstration data"), self.opening.open_demonstration), False, "", False),
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
        handler = DropHandler(lambda: self.opening.dialog is not None)
        handler.dropped.connect(self.opening.open_import)
        handler.packs_dropped.connect(self.opening.open_dropped)
        self._iface.registerCustomDropHandler(handler)
        self._undo.append(lambda: self._iface.unregisterCustomDropHandler(handler))

    def _say_deleted(self, name: str, area: QgsFeature) -> None:
        text = tr("{name} was deleted.").format(name=name)
        self.messages.info(text, tr("Undo"), lambda: self.areas.put_back(name, area))

    def _say_hidden(self, layer: QgsVectorLayer) -> None:
        text = tr("The filter of layer {layer} hides what was just stored.").format(layer=layer.name())
        self.messages.warn(text, tr("Remove the filter"), self.areas.remove_filter)
