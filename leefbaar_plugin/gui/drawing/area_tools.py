# SPDX-License-Identifier: GPL-2.0-or-later
"""The row of tools for areas: draw, take over, combine, surroundings, duplicate, and the order of the list."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ...charts.tinted_icon import tinted_icon
from ...data.resources import resource_path
from ...plain_text import as_tip
from ...translation import tr
from .areas import Areas

_ICON = 18


class AreaTools(QWidget):
    """Signals ask for what others do; duplicating and moving go straight to the areas.

    Before the first area the two ways to make one carry their names; after it there is room for the other tools.
    """

    draw_wanted = pyqtSignal()
    selection_wanted = pyqtSignal()
    combine_wanted = pyqtSignal()
    surroundings_wanted = pyqtSignal()

    def __init__(self, areas: Areas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas = areas
        self._icons: dict[QToolButton, str] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.draw = self._add("draw_area", "Draw", tr("Draw an area"), self.draw_wanted.emit)
        self.draw.setToolTip(tr("Click the corners on the map; right-click closes the area, Esc stops"))
        self.select = self._add("select_area", "UseSelection", tr("Use selection"), self.selection_wanted.emit)
        self.select.setToolTip(tr("Store the selected polygons of the active layer as project areas"))
        tip = tr("Take over official areas, or combine areas into one…")
        self.combine = self._add("combine", "Combine", tip, self.combine_wanted.emit)
        tip = tr("Buffer or rings around the area…")
        self.surroundings = self._add("rings", "Surroundings", tip, self.surroundings_wanted.emit)
        self.duplicate = self._add("duplicate", "Duplicate", tr("Duplicate the area"), areas.duplicate_current)
        self.up = self._add("up", "Up", tr("Move the area up in the list"), lambda: areas.move_current(-1))
        self.down = self._add("down", "Down", tr("Move the area down in the list"), lambda: areas.move_current(1))
        self._row.addStretch(1)
        self.draw.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        areas.list_changed.connect(self._adapt)
        areas.current_changed.connect(self._adapt)
        self._adapt()

    def _add(self, icon: str, name: str, text: str, action: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"Leefbaarometer{name}")
        button.setText(text)
        button.setToolTip(as_tip(text))
        button.setAccessibleName(text.rstrip("…"))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRaise(name not in ("Draw", "UseSelection"))
        button.clicked.connect(lambda _checked=False: action())
        self._icons[button] = icon
        self._row.addWidget(button)
        self._tint(button)
        return button

    def _tint(self, button: QToolButton) -> None:
        button.setIcon(tinted_icon(resource_path("icons", f"{self._icons[button]}.svg"), self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self._icons:
                self._tint(button)

    def _adapt(self) -> None:
        """What needs an area shows once there is one; up and down work as far as the list goes."""
        order = list(self._areas.names())
        there = bool(order)
        with_text, without = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.draw.setToolButtonStyle(with_text)
        self.select.setToolButtonStyle(without if there else with_text)
        for button in (self.surroundings, self.duplicate, self.up, self.down):
            button.setVisible(there)
        current = self._areas.current
        place = order.index(current) if current in order else -1
        for button in (self.surroundings, self.duplicate):
            button.setEnabled(place >= 0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(order) - 1)
