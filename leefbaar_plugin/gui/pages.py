# SPDX-License-Identifier: GPL-2.0-or-later
"""What every page of the dock is made of: what scrolls, and below it a row of actions that doesn't."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ..charts.painting.tinted_icon import tinted_icon
from ..pack.files.resources import resource_path
from ..plain_text import as_tip
from .widgets.elided import ElidedButton

_HEIGHT = 14.0
_LOW = 240
"""Pixels: in a frame lower than this the actions scroll with the page, so that the page keeps some room."""


class ActionRow(QWidget):
    """Buttons below a page: jumps and actions at the left, where the page can be carried to at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerActions")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(6, 3, 6, 3)
        self._row.setSpacing(2)
        self._row.addStretch(1)
        self._left = 0
        self._first_to_shrink: list[QToolButton] = []

    def add(self, widget: QWidget, at_end: bool = False, icon: str = "") -> None:
        """Put a button in the row, behind those at the left or, with `at_end`, at the right; `icon` (a file of ours)
        stands for its text where there is no room.
        """
        if icon and isinstance(widget, ElidedButton):
            widget.stand_in = tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette())
        if at_end:
            self._row.addWidget(widget)
            if isinstance(widget, QToolButton) and not widget.icon().isNull():
                self._first_to_shrink.append(widget)
        else:
            self._row.insertWidget(self._left, widget)
            self._left += 1

    def add_action(self, text: str, name: str, tip: str, slot: Callable[[], object], icon: str = "") -> QToolButton:
        """A button at the left that reads a text."""
        button = ElidedButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(as_tip(tip or text))
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda _checked=False: slot())
        self.add(button, icon=icon)
        return button

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little width a button at the right that has an icon keeps that only, before those at the left are cut."""
        super().resizeEvent(event)
        beside, icon = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        for button in self._first_to_shrink:
            button.setToolButtonStyle(beside)
        lacking = self.sizeHint().width() > event.size().width()
        for button in self._first_to_shrink:
            button.setToolButtonStyle(icon if lacking else beside)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return self._row.count() < 2


class Page(QWidget):
    """A page of the dock. What it puts in `action_row` stands below it, always in view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.action_row = ActionRow(self)


class PageFrame(QWidget):
    """A page in its place: it scrolls downwards, never sideways; its actions stay below."""

    def __init__(self, page_id: str, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"LeefbaarometerPage_{page_id}")
        self.page = page
        self._inside = False
        self._inner = QWidget(self)
        self._body = QVBoxLayout(self._inner)
        self._body.setContentsMargins(8, 5, 4, 4)
        self._body.setSpacing(4)
        self._body.addWidget(page, 1)
        self.scroll = scrolling(self._inner, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.scroll, 1)
        self._line = QFrame(self)
        self._line.setFrameShape(QFrame.Shape.HLine)
        self._line.setFrameShadow(QFrame.Shadow.Sunken)
        self._column.addWidget(self._line)
        ours: Page | None = page if isinstance(page, Page) else None
        self.actions_row = ours.action_row if ours is not None else ActionRow(self)
        self._column.addWidget(self.actions_row)
        empty = self.actions_row.is_empty
        self.actions_row.setVisible(not empty)
        self._line.setVisible(not empty)

    def minimumSizeHint(self) -> QSize:
        """Asks for little: the scroll area takes what there is."""
        return QSize(super().minimumSizeHint().width(), 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In very little height the actions go into the page."""
        super().resizeEvent(event)
        inside = event.size().height() < _LOW
        if inside != self._inside and not self.actions_row.is_empty:
            self._inside = inside
            (self._body if inside else self._column).addWidget(self.actions_row)
            self._line.setVisible(not inside)


def scrolling(content: QWidget, parent: QWidget) -> QgsScrollArea:
    """A widget that scrolls downwards where there is no room for it, never sideways; fields leave the wheel to it."""
    scroll = QgsScrollArea(parent)
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus, and is scrolled to
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def scaled(widget: QWidget, pixels: int) -> int:
    """So many pixels at a font of 14 pixels high, in proportion for the font of a widget."""
    return round(pixels * widget.fontMetrics().height() / _HEIGHT)


def scroll_to(widget: QWidget) -> None:
    """Bring a widget to the top of the page it is on."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QgsScrollArea):
        parent = parent.parentWidget()
    if parent is not None and parent.widget() is not None:
        parent.widget().layout().activate()
        bar = parent.verticalScrollBar()
        bar.setValue(min(widget.mapTo(parent.widget(), widget.rect().topLeft()).y(), bar.maximum()))
