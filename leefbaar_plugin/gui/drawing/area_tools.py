# SPDX-License-Identifier: GPL-2.0-or-later
"""The row of tools for areas: draw, read a place, take over, combine, surroundings."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QToolButton, QWidget

from ...charts.painting.tinted_icon import tinted_icon
from ...pack.files.resources import resource_path
from ...plain_text import as_tip
from ...translation import tr
from ..widgets.elided import ElidedButton
from .areas import Areas

_ICON = 18


class AreaTools(QWidget):
    """Signals ask for what others do."""

    draw_wanted = pyqtSignal()
    read_wanted = pyqtSignal(bool)
    selection_wanted = pyqtSignal()
    combine_wanted = pyqtSignal()
    surroundings_wanted = pyqtSignal()

    def __init__(self, areas: Areas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas = areas
        self._icons: dict[QToolButton, str] = {}
        self._named: dict[QToolButton, tuple[str, str]] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self.draw = self._add("draw_area", "Draw", tr("Draw an area"), self.draw_wanted.emit, tr("Draw"))
        self.draw.setToolTip(tr("Click the corners on the map; right-click closes the area, Esc stops"))
        self.read = self._add("place", "ReadPlace", tr("Read a place"), self._toggle_reading, tr("Read place"))
        self.read.setCheckable(True)
        self.read.setToolTip(
            tr("Click the map for the figures of a place; click there again for the larger area; Esc stops")
        )
        self._row.addStretch(1)
        self.select = self._add("select_area", "UseSelection", tr("Use selection"), self.selection_wanted.emit)
        self.select.setToolTip(tr("Store the selected polygons of the active layer as project areas"))
        tip = tr("Take over official areas, or combine areas into one…")
        self.combine = self._add("combine", "Combine", tip, self.combine_wanted.emit)
        tip = tr("Buffer or rings around the area…")
        self.surroundings = self._add("rings", "Surroundings", tip, self.surroundings_wanted.emit)
        areas.list_changed.connect(self._adapt)
        areas.current_changed.connect(self._adapt)
        self._adapt()

    def _add(self, icon: str, name: str, text: str, action: Callable[[], object], short: str = "") -> QToolButton:
        """A button behind the others; with a `short` name it carries its text."""
        button = ElidedButton(self) if short else QToolButton(self)
        button.setObjectName(f"Leefbaarometer{name}")
        button.setText(text)
        button.setToolTip(as_tip(text))
        button.setAccessibleName(text.rstrip("…"))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAutoRaise(not short)
        if short:
            self._named[button] = (text, short)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.clicked.connect(lambda _checked=False: action())
        self._icons[button] = icon
        self._row.addWidget(button)
        self._tint(button)
        return button

    def _toggle_reading(self) -> None:
        self.read_wanted.emit(self.read.isChecked())

    def _tint(self, button: QToolButton) -> None:
        button.setIcon(tinted_icon(resource_path("icons", f"{self._icons[button]}.svg"), self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button in self._icons:
                self._tint(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Short names in little width."""
        super().resizeEvent(event)
        for button, (text, _short) in self._named.items():
            button.setText(text)
        if self._row.sizeHint().width() > event.size().width():
            for button, (_text, short) in self._named.items():
                button.setText(short)

    def offer(self, squares: bool) -> None:
        """Without squares no area can be measured; a place can be read all the same."""
        for button in (self.draw, self.select, self.combine, self.surroundings):
            button.setVisible(squares)

    def _adapt(self) -> None:
        """What needs an area works once there is one."""
        self.surroundings.setEnabled(self._areas.current in self._areas.names())
