# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts that work on data: built, registered and undone together, when the first data or areas are wanted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QAction

from ..translation import tr
from .change.page import ChangePage
from .citizens.integration import Integration
from .citizens.locator import OWN
from .citizens.ways import Ways
from .compare.page import ComparePage
from .dock import HANDOVER, Dock
from .drawing.area_cards import AreaCards
from .drawing.area_dialogs import AreaDialogs
from .drawing.areas import Areas
from .drawing.sketch import Sketch
from .drawing.waiting import Waiting
from .find.page import FindPage
from .handover.choices import COMPARED, FOUND
from .handover.page import HandoverPage
from .handover.received import Received
from .importing.known_packs import KnownPacks
from .importing.opening import Opening
from .importing.pack_guard import PackGuard
from .map.maps import Maps
from .map.square_tips import SquareTips
from .messages import Messages
from .places import PlaceReading
from .references import ReferenceBook
from .relation.page import RelationPage
from .selected_places import SelectedPlaces
from .session import Session
from .start.waiting_areas import WaitingAreas, WaitingDialog
from .whatif.page import WhatIfPage
from .widgets.dock_room import DockRoom
from .work import Background


class Workbench:
    """Session, areas, pages and all that is between them; `close` undoes it in reverse order.

    `actions` are those of the menu by icon; two of them are buttons of the dock as well.
    """

    def __init__(
        self,
        iface: Any,
        dock: Dock,
        integration: Integration,
        messages: Messages,
        background: Background,
        known: KnownPacks,
        actions: Mapping[str, QAction],
    ) -> None:
        self._iface = iface
        self._undo: list[Callable[[], object]] = []
        self.dock = dock
        self.messages = messages
        self.background = background
        self.session = Session(QgsProject.instance())
        self._undo.append(self.session.disconnect_project)
        self._add_areas()
        self.opening = Opening(iface, self.session, self.areas, background, messages, known)
        self.opening.help_wanted.connect(integration.open_help)
        self._undo.append(self.opening.close_all)
        self.received = Received(iface, background, messages)
        self.guard = PackGuard(self.session, background, messages, lambda: self.opening.open_import([]))
        self.sketch = Sketch(self.areas, iface.mapCanvas())
        self._undo.append(self.sketch.disconnect_canvas)
        self.ways = Ways(iface, self.session, self.areas, messages)
        integration.follow(self.session, self.areas, messages, self._open_found)
        self._fill_dock(integration)
        self.maps = Maps(iface, self.session, background, messages)
        self._undo.append(self.maps.close)
        self.square_tips = SquareTips(self.session, self.areas, self.places, iface.mapCanvas())
        self._undo.append(self.square_tips.close)
        dock.bar.add_action(self.square_tips.action)
        self.maps.add_to(dock, *(actions[name] for name in ("step_years", "second_map", "map_themes")))
        self.opening.opened.connect(self.maps.orientation.opened)
        # a project of ours may be open already
        self.session.restore()
        self.areas.restore()

    def close(self) -> None:
        """Undo everything, the last first."""
        while self._undo:
            self._undo.pop()()

    def _add_areas(self) -> None:
        self.areas = Areas(self.session, self._iface)
        self._undo.append(self.areas.disconnect_project)
        self._undo.append(AreaCards(self.session, self.areas).disconnect_session)
        self.areas.failed.connect(self.messages.error)
        self.areas.deleted.connect(self._say_deleted)
        self.areas.added.connect(self._say_added)
        self.areas.hidden.connect(self._say_hidden)
        self.areas.measuring.background = self.areas.adding.background = self.background
        self.areas.said.connect(self.messages.warn)
        self.waiting = Waiting(self._iface, self.areas, self.background, self.messages)
        self._undo.append(self.waiting.close)

    def _fill_dock(self, integration: Integration) -> None:
        session, areas, background, messages, dock = (
            self.session,
            self.areas,
            self.background,
            self.messages,
            self.dock,
        )
        canvas = self._iface.mapCanvas()
        self._undo.append(DockRoom(dock).close)
        book = ReferenceBook(session, areas, background)
        dock.fill(session, areas, book)
        dock.follow_messages(messages)
        self._undo.append(lambda: setattr(messages, "changed", lambda: None))
        self.places = PlaceReading(session, areas, canvas)
        self._undo.append(self.places.end)
        self.places.failed.connect(messages.error)
        dock.use_places(self.places)
        compare = ComparePage(session, areas, book, background, canvas)
        change = ChangePage(session, areas, book, background, messages, canvas)
        find = FindPage(session, areas, background, messages, canvas)
        whatif = WhatIfPage(session, areas, book, background, messages, canvas)
        relate = RelationPage(session, background, messages, canvas)
        handover = HandoverPage(session, areas, background, messages, self._iface)
        for page in (find, whatif, handover):
            self._undo.append(page.disconnect_project)
        dock.add_page("compare", tr("Compare"), compare)
        dock.add_page("change", tr("Change"), change)
        dock.add_page("find", tr("Find"), find)
        dock.add_page("whatif", tr("What if"), whatif)
        dock.add_page("relate", tr("Relate"), relate)
        dock.add_page(HANDOVER, tr("Hand over"), handover)
        handover.editions.packs = lambda: self.opening.known.packs
        handover.use_others({FOUND: find.listed_areas, COMPARED: compare.selected_areas})
        self._use_places(compare, change, find, relate)
        self.opening.opened.connect(lambda: dock.setUserVisible(True))
        self._show_waiting()
        self.area_dialogs = AreaDialogs(self._iface, session, areas, background, messages, dock)
        self._undo.append(self.area_dialogs.close)
        dock.tools.combine_wanted.connect(self.area_dialogs.open_combine)
        dock.tools.surroundings_wanted.connect(self.area_dialogs.open_surroundings)
        dock.page.whereabouts.set_background(background)
        dock.draw_wanted.connect(areas.draw)
        dock.selection_wanted.connect(self.ways.take_selected)
        dock.buurt_wanted.connect(self.ways.take_buurt)
        dock.search_wanted.connect(integration.search)
        dock.page.zoom.clicked.connect(self.opening.zoom_to_area)

    def _use_places(self, compare: ComparePage, change: ChangePage, find: FindPage, relate: RelationPage) -> None:
        """Rows of every list and selected features lead to a card; a card leads to comparing and to change."""
        places, dock = self.places, self.dock
        for page in (compare, change, find, relate):
            page.use_places(places)

        def to_compare() -> None:
            if places.place is not None:
                compare.add_guest(places.place)
                dock.open_page("compare")

        def to_change() -> None:
            change.show_place()
            dock.open_page("change")

        places.compare_wanted.connect(to_compare)
        places.change_wanted.connect(to_change)
        selected = SelectedPlaces(places, self.session.project, self._iface.mapCanvas())
        self._undo.append(selected.disconnect_canvas)

    def _open_found(self, level: str, fid: int, code: str) -> None:
        """Show what was chosen in the search box."""
        if level == OWN:
            self.places.take_own(fid)
            self.places.open()
        else:
            self.places.show_area(level, code)

    def _show_waiting(self) -> None:
        """List areas that no project knows, on the start page and in a dialog."""
        waiting, window = self.waiting, self._iface.mainWindow()
        self.dock.start.below.addWidget(WaitingAreas(waiting))
        self.opening.opened.connect(waiting.remind)
        waiting.asked.connect(lambda: WaitingDialog(waiting, window).show())
        waiting.look()

    def _say_deleted(self, name: str, area: QgsFeature) -> None:
        text = tr("{name} was deleted.").format(name=name)
        self.messages.info(text, tr("Undo"), lambda: self.areas.put_back(name, area))

    def _say_added(self, fids: list[int], before: int | None) -> None:
        names = [name for fid, name in self.areas.names().items() if fid in fids]
        if len(names) == 1:
            text = tr("Stored among the project areas: {names}.").format(names=names[0])
        else:
            listed = ", ".join(names[:3]) + (" …" if len(names) > 3 else "")
            text = tr("Stored among the project areas, {count}: {names}.").format(count=len(fids), names=listed)
        self.messages.info(text, tr("Undo"), lambda: self.areas.take_away(fids, before))

    def _say_hidden(self, layer: QgsVectorLayer) -> None:
        text = tr("The filter of layer {layer} hides what was just stored.").format(layer=layer.name())
        self.messages.warn(text, tr("Remove the filter"), self.areas.remove_filter)
