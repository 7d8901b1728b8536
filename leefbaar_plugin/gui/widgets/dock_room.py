# SPDX-License-Identifier: GPL-2.0-or-later
"""Height for a panel beside which another one comes, as QGIS's identify results do with the first click on the map."""

from __future__ import annotations

import time

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QDockWidget, QMainWindow

from ..later import later
from ..pages import scaled

_FELL = 60
"""Pixels of height lost at once: another panel came; a border that is dragged takes less at a time."""
_AFTER, _NEW = 150, 2.0
"""Milliseconds after which is looked who came, and seconds in which that one is new: it is laid out more than once."""
_WANTED, _LEAST = 480, 140
"""Pixels that the panel keeps at a font of 14 pixels high, where the other one has at least so many left."""


class DockRoom(QObject):
    """Takes back what a panel that comes above or below takes too much, once: what the user drags then stays."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._dock = dock
        self._since: dict[QDockWidget, float] = {}
        dock.installEventFilter(self)

    def close(self) -> None:
        """Follow the panel no longer."""
        self._dock.removeEventFilter(self)
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look who came when much height went at once."""
        if watched is self._dock and isinstance(event, QResizeEvent):
            fell = event.oldSize().height() - event.size().height()
            if fell > _FELL and event.oldSize().height() > 0:
                later(self, self._look, _AFTER)
        return super().eventFilter(watched, event)

    def _look(self) -> None:
        now, there = time.monotonic(), self.neighbours()
        self._since = {one: self._since.get(one, now) for one in there}
        new = [one for one in there if now - self._since[one] < _NEW]
        window = self._dock.parentWidget()
        wanted = scaled(self._dock, _WANTED)
        if len(new) != 1 or not isinstance(window, QMainWindow) or self._dock.height() >= wanted:
            return
        both = self._dock.height() + new[0].height()
        ours = min(wanted, both - max(_LEAST, new[0].minimumSizeHint().height()))
        if ours > self._dock.height():
            window.resizeDocks([self._dock, new[0]], [ours, both - ours], Qt.Orientation.Vertical)

    def neighbours(self) -> list[QDockWidget]:
        """The panels above and below, which are seen at the same time."""
        window = self._dock.parentWidget()
        if not isinstance(window, QMainWindow) or self._dock.isFloating():
            return []
        area, tabs = window.dockWidgetArea(self._dock), window.tabifiedDockWidgets(self._dock)
        left, right = self._dock.x(), self._dock.x() + self._dock.width()
        return [
            one
            for one in window.findChildren(QDockWidget)
            if one is not self._dock
            and one not in tabs
            and one.isVisible()
            and not one.isFloating()
            and window.dockWidgetArea(one) == area
            and one.x() < right
            and one.x() + one.width() > left
        ]
