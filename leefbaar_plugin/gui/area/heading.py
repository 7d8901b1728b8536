# SPDX-License-Identifier: GPL-2.0-or-later
"""The row with the name of the area: another one, another name, zoom, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction, QComboBox, QHBoxLayout, QMenu, QShortcut, QSizePolicy, QToolButton, QWidget

from ...charts.painting.tinted_icon import tinted_icon
from ...pack.files.resources import resource_path
from ...plain_text import as_tip
from ...translation import tr
from ..drawing.areas import Areas
from ..places import PlaceReading
from ..widgets.elided import ElidedButton, ElidedLabel


class AreaHeading(QWidget):
    """Follows the areas."""

    def __init__(self, areas: Areas, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas = areas
        self._icons: dict[QToolButton, str] = {}
        self.names = QComboBox(self)
        self.names.setObjectName("LeefbaarometerAreaName")
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.names.setToolTip(tr("Choose an area, or type another name and press Enter"))
        self.names.setAccessibleName(tr("Name of the area"))
        self.zoom = self._button("zoom", "Zoom", tr("Zoom to the area"))
        self.more = self._button("more", "AreaMore", tr("What can be done with the area"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self.more)
        self.duplicate = self._action(menu, "Duplicate", tr("Duplicate the area"), areas.duplicate_current)
        self.up = self._action(menu, "Up", tr("Move the area up in the list"), lambda: areas.move_current(-1))
        self.down = self._action(menu, "Down", tr("Move the area down in the list"), lambda: areas.move_current(1))
        menu.addSeparator()
        self.delete = self._action(menu, "Delete", tr("Delete the area"), areas.delete_current)
        self.more.setMenu(menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.names, 1)
        row.addWidget(self.zoom)
        row.addWidget(self.more)
        self.names.activated.connect(lambda index: areas.set_current(self.names.itemData(index)))
        self.names.lineEdit().editingFinished.connect(self._rename)
        areas.list_changed.connect(self._fill)
        areas.current_changed.connect(self.follow)
        self._fill()

    def _button(self, icon: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"Leefbaarometer{name}")
        self._icons[button] = icon
        button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
        button.setToolTip(as_tip(tip))
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _action(self, menu: QMenu, name: str, text: str, slot: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.setObjectName(f"Leefbaarometer{name}")
        action.triggered.connect(lambda _checked=False: slot())
        return action

    def changeEvent(self, event: QEvent) -> None:
        """Icons follow a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for button, icon in self._icons.items():
                button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))

    def _fill(self) -> None:
        self.names.blockSignals(True)
        self.names.clear()
        for fid, name in self._areas.names().items():
            self.names.addItem(name, fid)
        self.names.setCurrentIndex(self.names.findData(self._areas.current))
        self.names.blockSignals(False)
        self.follow()
        if not self.names.lineEdit().hasFocus():
            self.names.lineEdit().setCursorPosition(0)  # of a long name the beginning is shown

    def _rename(self) -> None:
        text, shown = self.names.lineEdit().text().strip(), self.names.findData(self._areas.current)
        if shown >= 0 and text and text != self.names.itemText(shown):  # another program's new name isn't typed here
            self._areas.rename(text)
        self._fill()  # what could not be stored gives way to the name that is

    def follow(self) -> None:
        """Show the current area; up and down work as far as the list goes."""
        order, current = list(self._areas.names()), self._areas.current
        index = self.names.findData(current)
        if index != self.names.currentIndex():
            self.names.setCurrentIndex(index)
            self.names.lineEdit().setCursorPosition(0)
        self.names.setDisabled(self._areas.has_sketch)  # it names another area
        place = order.index(current) if current in order else -1
        for action in (self.duplicate, self.delete):
            action.setEnabled(place >= 0)
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(order) - 1)


class PlaceHeading(QWidget):
    """The name of a place with what it is, the way back, and in `ways` what can be done with it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: PlaceReading | None = None
        self.back = self._button("back", "PlaceBack", tr("Back to the area or place before"))
        self.name = ElidedLabel(self)
        self.name.setObjectName("LeefbaarometerPlaceName")
        self.zoom = self._button("zoom", "PlaceZoom", tr("Zoom to the place"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.back)
        row.addWidget(self.name, 1)
        row.addWidget(self.zoom)
        self.ways = QWidget(parent)
        texts = (
            ("Take", tr("Own area"), tr("Store the outline of this place among the project areas")),
            ("Compare", tr("Compare"), tr("Set it beside my own areas, as a guest that isn't stored")),
            ("Change", tr("Change"), tr("How this place changed between two years")),
        )
        self.take, self.compare, self.change = (self._way(*text) for text in texts)
        below = QHBoxLayout(self.ways)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(4)
        for button in (self.take, self.compare, self.change):
            below.addWidget(button)
        below.addStretch(1)
        for widget in (self, self.ways):
            widget.setVisible(False)

    def _button(self, icon: str, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"Leefbaarometer{name}")
        button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
        button.setToolTip(as_tip(tip))
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def _way(self, name: str, text: str, tip: str) -> QToolButton:
        button = ElidedButton(self.ways)
        button.setObjectName(f"LeefbaarometerPlace{name}")
        button.setText(text)
        button.setToolTip(as_tip(tip))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return button

    def follow(self, places: PlaceReading) -> None:
        """Do what the buttons say with these places."""
        self._places = places
        self.back.clicked.connect(lambda _checked: places.back())
        self.zoom.clicked.connect(lambda _checked: places.zoom())
        self.take.clicked.connect(lambda _checked: places.take_over())
        self.compare.clicked.connect(lambda _checked: places.compare_wanted.emit())
        self.change.clicked.connect(lambda _checked: places.change_wanted.emit())
        shortcut = QShortcut(QKeySequence("Alt+Left"), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(places.back)

    def show_place(self) -> None:
        """Show the name of the place."""
        places = self._places
        if places is not None and places.place is not None:
            self.name.set_texts(places.place.name, places.kind())
            there = places.place.outline is not None
            for button in (self.take, self.compare):
                button.setEnabled(there and places.has_squares)
