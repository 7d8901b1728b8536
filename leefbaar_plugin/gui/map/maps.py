# SPDX-License-Identifier: GPL-2.0-or-later
"""What the map can do beyond one view: computed views, stepping through the years, map themes and a second map."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtWidgets import QAction, QDockWidget

from ...layers.map_themes import make_map_theme, theme_of_style
from ...layers.tree import our_layers
from ...layers.views import SITUATION, View
from ...pack.pack import Pack
from ...translation import trn
from ..dock import Dock
from ..later import later
from ..messages import Messages
from ..session import Session
from ..work import Background
from .computed_maps import ComputedMaps
from .giving_back import GivingBack
from .orientation import Orientation
from .second_map import SecondMap
from .year_player import YearPlayer
from .year_stepper import YearStepper

_TEMPORAL_PANEL = "Temporal Controller"
_PANEL = "LeefbaarometerDock"


class Maps(QObject):
    """Made when the plugin starts; `close` undoes all."""

    def __init__(self, iface: Any, session: Session, background: Background, messages: Messages) -> None:
        super().__init__()
        self._iface = iface
        self._session = session
        self._background = background
        self._messages = messages
        self._action: QAction | None = None
        self._player: YearPlayer | None = None
        self._second: SecondMap | None = None
        self._watched: list[Any] = []
        self._to_make: list[View] = []
        self._open = True
        canvas = iface.mapCanvas()
        self.computed = ComputedMaps(session, background, messages, canvas)
        self.giving_back = GivingBack(session, messages)
        self.orientation = Orientation(session)
        self.stepper = YearStepper(session, canvas.temporalController(), self._stepping)
        session.view_changed.connect(self._watch_styles)
        session.pack_changed.connect(self._unwatch)

    def close(self) -> None:
        """Undo everything: the controller, the second map, what was connected."""
        self._open, self._to_make = False, []
        self.close_second_map()
        self._unwatch()
        self._session.view_changed.disconnect(self._watch_styles)
        self._session.pack_changed.disconnect(self._unwatch)
        self.stepper.disconnect_all()
        self.giving_back.disconnect_project()
        self.orientation.disconnect_session()
        self.computed.disconnect_all()
        self.deleteLater()

    def add_to(self, dock: Dock, step: QAction, second: QAction, themes: QAction) -> None:
        """Put the actions for the second map and map themes in the dock, and follow its player."""
        dock.change.set_background(self._background)
        step.setCheckable(True)
        self._action = step
        for action in (second, self.orientation.action, themes, self.giving_back.action):
            dock.bar.add_action(action)
        self._player = dock.bar.player
        self._player.playing_changed.connect(self._play)

    # Years

    def step_through_years(self) -> None:
        """Set QGIS's temporal controller to the years, and show it; again gives it back."""
        if self.stepper.is_on:
            self.stepper.stop()
            return
        if self._session.pack is None:
            self._stepping(False)
            return
        panel = self._iface.mainWindow().findChild(QDockWidget, _TEMPORAL_PANEL)
        if panel is not None:
            panel.show()
            panel.raise_()
        self.stepper.start()

    def _play(self, wanted: bool) -> None:
        """The small player goes on or off: QGIS's controller follows, without its panel."""
        if wanted and self._session.pack is not None:
            self.stepper.start()
        elif not wanted:
            self.stepper.stop()

    def _stepping(self, is_on: bool) -> None:
        if self._action is not None:
            self._action.setChecked(is_on)
        if not is_on and self._player is not None:
            self._player.stop()

    # Map themes

    def make_map_themes(self) -> None:
        """Store a map theme per theme that the year shown has, one at a time so that nothing waits."""
        session, pack = self._session, self._session.pack
        if pack is None or self._to_make:
            return
        self._unwatch()
        self._iface.mapCanvas().freeze(True)
        usual = replace(session.view, kind=SITUATION, since=0, parts=None)
        there = [theme for theme in pack.model.themes if self._has_year(theme.id)]
        self._to_make = [replace(usual, theme=theme, year=session.year) for theme in there]
        self._make_next(pack, len(there))

    def _make_next(self, pack: Pack, number: int) -> None:
        session = self._session
        if session.pack is pack and self._to_make:
            view = self._to_make.pop(0)
            make_map_theme(session.project, pack, view, session.level, session.palette)
            later(self, lambda: self._make_next(pack, number))
            return
        self._to_make = []
        self._iface.mapCanvas().freeze(False)
        if session.pack is pack and self._open:
            session.refresh_map()
            text = trn(
                "{number} map theme was made; it is under the eye in the layer panel.",
                "{number} map themes were made; they are under the eye in the layer panel.",
                number,
            )
            self._messages.info(text.format(number=number))

    def _has_year(self, theme_id: str) -> bool:
        pack = self._session.pack
        return pack is not None and self._session.year in self._session.years_of(theme_id)

    def _watch_styles(self) -> None:
        """Hear when a map theme is chosen, so that the dock follows it."""
        layers = our_layers(self._session.project).values()
        managers = [layer.styleManager() for layer in layers]
        if managers == self._watched:
            return
        self._unwatch()
        for manager in managers:
            manager.currentStyleChanged.connect(self._style_chosen)
        self._watched = managers

    def _unwatch(self) -> None:
        for manager in self._watched:
            try:
                manager.currentStyleChanged.disconnect(self._style_chosen)
            except (RuntimeError, TypeError):
                continue  # went with its layer
        self._watched = []

    def _style_chosen(self, name: str) -> None:
        chosen = theme_of_style(name)
        if chosen is not None:
            # QGIS is still setting the other layers
            later(self, lambda: self._follow_style(*chosen))

    def _follow_style(self, theme_id: str, year: int) -> None:
        if self._session.pack is not None and year in self._session.years_of(theme_id):
            self._session.show_situation(theme_id, year)

    # Two maps

    def open_second_map(self) -> None:
        """Show another year beside the map, or close it when it is there."""
        if self._second is not None:
            self.close_second_map()
            return
        if self._session.pack is None:
            return
        window = self._iface.mainWindow()
        second = SecondMap(self._session, self._iface.mapCanvas(), window)
        second.closed.connect(self.close_second_map)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, second)
        self._second = second
        panel = window.findChild(QDockWidget, _PANEL)
        docked = panel is not None and window.dockWidgetArea(panel) == Qt.DockWidgetArea.RightDockWidgetArea
        width = self._iface.mapCanvas().width() // 2
        if panel is not None and docked and not panel.isFloating():
            window.splitDockWidget(second, panel, Qt.Orientation.Horizontal)  # between the map and the panel
            window.resizeDocks([second, panel], [width, panel.width()], Qt.Orientation.Horizontal)
        else:
            window.resizeDocks([second], [width], Qt.Orientation.Horizontal)

    @property
    def second_map(self) -> SecondMap | None:
        """The second map while it is open."""
        return self._second

    def close_second_map(self) -> None:
        """Close the second map; fine when there is none."""
        second, self._second = self._second, None
        if second is not None:
            self._iface.removeDockWidget(second)
            second.clean_up()
