# SPDX-License-Identifier: GPL-2.0-or-later
"""Composition root: registers the plugin with QGIS, and undoes every registration in reverse order.

QGIS waits for this at its start, so it holds only what is seen then: menu, toolbar, the panel's start page, algorithms
by name. The rest is read when data or areas are wanted, or when a project that knows us is opened: see `workbench`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication, QgsProcessingProvider, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer

from .gui.citizens.integration import Integration
from .gui.dock import Dock
from .gui.importing.drop_handler import DropHandler
from .gui.importing.known_packs import KnownPacks
from .gui.importing.leftovers import look_for_areas, tidy
from .gui.menu import Entry, Menu
from .gui.messages import Messages
from .gui.warm_up import WarmUp
from .gui.work import Background
from .layers.project.homes import files_beside, home_of
from .processing.announced import AnnouncedProvider, are_announced
from .translation import Translator, tr

if TYPE_CHECKING:
    from .gui.drawing.area_dialogs import AreaDialogs
    from .gui.drawing.areas import Areas
    from .gui.drawing.sketch import Sketch
    from .gui.importing.opening import Opening
    from .gui.map.maps import Maps
    from .gui.session import Session
    from .gui.workbench import Workbench

_SCOPE = "leefbaarometer"
_ARRANGE_AFTER = 700
"""Milliseconds: the window takes its own size after QGIS is complete."""


class LeefbaarometerPlugin:
    """The plugin as QGIS sees it."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._undo: list[Callable[[], object]] = []
        self._workbench: Workbench | None = None

    def initProcessing(self) -> None:
        """Register translation and algorithms; called by QGIS, also without a desktop (`qgis_process`)."""
        translator = Translator()
        translator.install()
        self._undo.append(translator.remove)
        provider = self._provider()
        registry = QgsApplication.processingRegistry()
        if registry.addProvider(provider):  # else another copy of the plugin has it, and QGIS has deleted this one
            self._undo.append(lambda: registry.removeProvider(provider))

    def _provider(self) -> QgsProcessingProvider:
        if self._iface is not None and are_announced():
            return AnnouncedProvider()
        from .processing.provider import LeefbaarometerProvider

        return LeefbaarometerProvider()

    def initGui(self) -> None:
        """Register what QGIS shows at its start; called by QGIS."""
        self.initProcessing()
        self.messages = Messages(self._iface.messageBar())
        self._undo.append(self.messages.clear)
        self.background = Background()
        self._undo.append(self.background.cancel_all)
        self.known = KnownPacks(self.background)
        self.warm_up = WarmUp()
        self._undo.append(self.warm_up.stop)
        self._follow_project(QgsProject.instance())
        self.integration = Integration(self._iface)
        self.integration.register()
        self._add_dock()
        self._undo.append(self.integration.unregister)
        self._add_menu()
        self._add_drop_handler()
        self._undo.append(self._close_workbench)
        tidy(self.background)
        self._restore()
        if self._workbench is None:
            self.known.look()
            look_for_areas(self.background, partial(self._ask, lambda _workbench: None))
        if self._workbench is None and self.known.packs:
            self._when_complete(self.warm_up.begin)

    def unload(self) -> None:
        """Undo every registration, the last first; called by QGIS."""
        while self._undo:
            self._undo.pop()()

    # The parts that work on data

    @property
    def workbench(self) -> Workbench:
        """All of them, built now when they aren't yet."""
        if self._workbench is None:
            from .gui.workbench import Workbench

            parts = self.dock, self.integration, self.messages, self.background, self.known, self.menu.actions
            self._workbench = Workbench(self._iface, *parts)
            self.warm_up.stop()
        return self._workbench

    @property
    def session(self) -> Session:
        """What is open and shown."""
        return self.workbench.session

    @property
    def areas(self) -> Areas:
        """The user's own areas."""
        return self.workbench.areas

    @property
    def opening(self) -> Opening:
        """Opening and importing data."""
        return self.workbench.opening

    @property
    def maps(self) -> Maps:
        """What the map can do beyond one view."""
        return self.workbench.maps

    @property
    def sketch(self) -> Sketch:
        """The area that is being drawn."""
        return self.workbench.sketch

    @property
    def area_dialogs(self) -> AreaDialogs:
        """Dialogs that make areas from others."""
        return self.workbench.area_dialogs

    def _close_workbench(self) -> None:
        if self._workbench is not None:
            self._workbench.close()
            self._workbench = None

    def _ask(self, what: Callable[[Workbench], object], *_of_signal: object) -> None:
        """Do something with the parts; when one of them can't be imported, say so."""
        try:
            found = self.workbench
        except Exception as problem:  # a library that doesn't fit raises anything
            self.messages.error(problem)
            return
        what(found)

    # The project

    def _follow_project(self, project: QgsProject) -> None:
        """What was said and begun for a project ends with it; one that knows us brings the parts back."""
        for end in (self.messages.clear, self.background.close_project):
            project.cleared.connect(end)
            self._undo.append(partial(project.cleared.disconnect, end))
        for begin in (self._restore, partial(tidy, self.background)):
            project.readProject.connect(begin)
            self._undo.append(partial(project.readProject.disconnect, begin))

    def _restore(self, _document: object = None) -> None:
        """Build the parts for a project that has entries of ours, or areas beside it; they restore themselves."""
        if self._workbench is not None:
            return
        project = QgsProject.instance()
        home = home_of(project)
        if project.entryList(_SCOPE, "") or (home is not None and files_beside(home, None)):
            self._ask(lambda _workbench: None)

    # What QGIS shows at its start

    def _add_dock(self) -> None:
        window = self._iface.mainWindow()
        self.dock = dock = Dock(window)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)

        def remove() -> None:
            self._iface.removeDockWidget(dock)
            dock.deleteLater()

        self._undo.append(remove)
        arrange = QTimer(dock)
        arrange.setSingleShot(True)
        arrange.setInterval(_ARRANGE_AFTER)
        arrange.timeout.connect(lambda: dock.make_room(window))
        self._when_complete(arrange.start)
        self.integration.add_help_key(dock)
        dock.help_wanted.connect(self.integration.open_help)
        dock.import_wanted.connect(partial(self._ask, lambda bench: bench.opening.open_import([])))
        dock.point_wanted.connect(partial(self._ask, lambda bench: bench.opening.point_to_pack()))
        dock.demonstration_wanted.connect(partial(self._ask, lambda bench: bench.opening.open_demonstration()))
        start = dock.start
        start.open_wanted.connect(partial(self._ask, lambda bench: bench.opening.choose_pack()))
        start.pack_wanted.connect(lambda folder: self._ask(lambda bench: bench.opening.open_pack(folder)))
        start.moved.connect(lambda folder: self._ask(lambda bench: bench.opening.locate_pack(folder)))
        start.options_wanted.connect(self.integration.open_options)
        self.known.changed.connect(lambda: start.show_packs(self.known.packs))
        start.show_packs(self.known.packs)

    def _when_complete(self, slot: Callable[[], object]) -> None:
        """Call it when QGIS is there: at once when the plugin is enabled later."""
        if self._iface.mainWindow().isVisible():
            slot()
            return
        self._iface.initializationCompleted.connect(slot)
        self._undo.append(partial(self._iface.initializationCompleted.disconnect, slot))

    def _add_menu(self) -> None:
        self.menu = menu = Menu(self._iface, self.integration)
        self._undo.append(menu.remove)
        menu.add_panel(self.dock.toggleViewAction())
        ask, ways = partial(partial, self._ask), self.integration
        entries = (
            Entry("import", tr("Import data…"), ask(lambda bench: bench.opening.open_import([])), in_toolbar=True),
            Entry("open", tr("Open a data pack…"), ask(lambda bench: bench.opening.choose_pack())),
            Entry("received", tr("Open a project packed by a colleague…"), ask(lambda bench: bench.received.choose())),
            Entry("draw_area", tr("Draw an area"), ask(lambda bench: bench.areas.draw()), True, "Ctrl+Shift+Y", True),
            Entry(
                "select_area",
                tr("Use selected polygons as areas"),
                ask(lambda bench: bench.ways.take_selected()),
                True,
                "Ctrl+Shift+X",
                True,
            ),
            Entry("search", tr("Search a gemeente, wijk, buurt or project area…"), ask(lambda _bench: ways.search())),
            Entry("bring_back", tr("Areas to bring back…"), ask(lambda bench: bench.waiting.open())),
            Entry(
                "recompute",
                tr("Recompute and check the scores"),
                ask(lambda bench: bench.opening.check_scores()),
                squares=True,
            ),
            Entry("demo", tr("Open the demonstration data"), ask(lambda bench: bench.opening.open_demonstration())),
            Entry("settings", tr("Leefbaarometer options…"), ways.open_options),
            Entry("help", tr("Leefbaarometer help"), ways.open_help),
            Entry("step_years", tr("Step through the years"), ask(lambda bench: bench.maps.step_through_years())),
            Entry("second_map", tr("Second map with another year"), ask(lambda bench: bench.maps.open_second_map())),
            Entry("map_themes", tr("Make map themes"), ask(lambda bench: bench.maps.make_map_themes())),
        )
        for entry in entries:
            menu.add(entry)

    def _add_drop_handler(self) -> None:
        def importing() -> bool:
            return self._workbench is not None and self._workbench.opening.dialog is not None

        handler = DropHandler(importing)
        handler.dropped.connect(lambda paths: self._ask(lambda bench: bench.opening.open_import(paths)))
        handler.packs_dropped.connect(lambda packs: self._ask(lambda bench: bench.opening.open_dropped(packs)))
        handler.project_dropped.connect(lambda path: self._ask(lambda bench: bench.received.open(path)))
        self._iface.registerCustomDropHandler(handler)
        self._undo.append(lambda: self._iface.unregisterCustomDropHandler(handler))
