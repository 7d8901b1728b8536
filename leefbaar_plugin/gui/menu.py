# SPDX-License-Identifier: GPL-2.0-or-later
"""Our submenu of Vector and our toolbar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu

from ..pack.files.resources import resource_path
from ..translation import tr
from .citizens.integration import Integration

TITLE = "Leefbaarometer"


@dataclass(frozen=True)
class Entry:
    """A line of the menu: `keys` is a shortcut that QGIS leaves free; with `squares` it works with those only."""

    icon: str
    text: str
    slot: Callable[[], object]
    in_toolbar: bool = False
    keys: str = ""
    squares: bool = False


class Menu:
    """The actions, by icon, from their adding until `remove`."""

    def __init__(self, iface: Any, integration: Integration) -> None:
        self._iface = iface
        self._integration = integration
        self._undo: list[Callable[[], object]] = []
        self.actions: dict[str, QAction] = {}
        self.toolbar = iface.addToolBar(TITLE)
        self.toolbar.setObjectName("LeefbaarometerToolBar")

    def add(self, entry: Entry) -> None:
        """Add a line, and a button where it is wanted."""
        action = QAction(_icon(entry.icon), entry.text, self._iface.mainWindow())
        action.setObjectName(f"Leefbaarometer_{entry.icon}")
        action.triggered.connect(lambda _checked=False: entry.slot())
        self._undo.append(action.deleteLater)
        self.actions[entry.icon] = action
        self._register(action, entry.in_toolbar, entry.keys, entry.squares)

    def add_panel(self, action: QAction) -> None:
        """Add the action that shows and hides the panel."""
        action.setText(tr("Leefbaarometer panel"))
        action.setIcon(_icon("leefbaarometer"))
        action.setObjectName("Leefbaarometer_panel")
        self._register(action, True, "Ctrl+Shift+K", False)

    def _register(self, action: QAction, in_toolbar: bool, keys: str, squares: bool) -> None:
        self._integration.add_action(action, keys, squares)
        self._iface.addPluginToVectorMenu(TITLE, action)
        self._undo.append(partial(self._iface.removePluginVectorMenu, TITLE, action))
        if in_toolbar:
            self.toolbar.addAction(action)

    def remove(self) -> None:
        """Take it all away, with the empty submenu that QGIS keeps without showing it."""
        while self._undo:
            self._undo.pop()()
        window = self._iface.mainWindow()
        for menu in window.findChildren(QMenu):
            if menu.title() == TITLE and not menu.actions():
                menu.deleteLater()
        window.removeToolBar(self.toolbar)
        self.toolbar.deleteLater()


def _icon(name: str) -> QIcon:
    return QIcon(str(resource_path("icons", f"{name}.svg")))
