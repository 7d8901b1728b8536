# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas to bring back, as rows of the start page and of a dialog: take back with one click, the rest in a menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialogButtonBox, QMenu, QToolButton, QVBoxLayout, QWidget

from ...charts.painting.tinted_icon import tinted_icon
from ...layers.areas.area_claims import AreasFile
from ...pack.files.resources import resource_path
from ...plain_text import PlainLabel, as_tip
from ...translation import tr
from ..drawing.waiting import Waiting, origin, title_of, when
from ..widgets.tab_order import OrderedDialog
from .row import StartRow

_MOST = 5
"""Rows on the start page; the dialog has them all."""


class WaitingAreas(QWidget):
    """Follows what waits; not there while nothing does."""

    def __init__(self, waiting: Waiting, most: int = _MOST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting, self._most = waiting, most
        self.rows: list[StartRow] = []
        self.menus: list[QMenu] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 8, 0, 0)
        self._column.setSpacing(2)
        self.heading = PlainLabel(tr("Areas to bring back"), self)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self._column.addWidget(self.heading)
        self.more = QToolButton(self)
        self.more.setObjectName("LeefbaarometerAllWaiting")
        self.more.setAutoRaise(True)
        self.more.clicked.connect(lambda _checked=False: waiting.asked.emit())
        self._column.addWidget(self.more)
        waiting.changed.connect(self.show_files)
        self.show_files(waiting.files)

    def show_files(self, files: Sequence[AreasFile]) -> None:
        """Show these, the newest first."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows, self.menus = [], []
        for number, file in enumerate(files[: self._most], start=1):
            row = self._row(number, file)
            self._column.insertWidget(number, row)
            self.rows.append(row)
        self.more.setText(tr("All {count}…").format(count=len(files)))
        self.more.setVisible(len(files) > self._most)
        self.setVisible(bool(files))

    def _row(self, number: int, file: AreasFile) -> StartRow:
        row = StartRow(f"Waiting{number}", tinted_icon(resource_path("icons", "bring_back.svg"), self.palette()), self)
        row.show_texts(title_of(file), when(file), origin(file), tr("Bring back"))
        if file.names:
            row.setToolTip(as_tip("\n".join(file.names)))
        row.chosen.connect(partial(self._waiting.take_back, file))
        menu = QMenu(row)
        menu.addAction(tr("Look…"), partial(self._waiting.look_at, file))
        menu.addAction(tr("Throw away…"), partial(self._waiting.discard, file))
        button = QToolButton(row)
        button.setObjectName(f"LeefbaarometerWaitingMenu{number}")
        button.setText("⋮")
        button.setAutoRaise(True)
        button.setToolTip(tr("Look, or throw away"))
        button.setAccessibleName(tr("Look, or throw away"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(menu)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        row.layout().addWidget(button)
        self.menus.append(menu)
        return row


class WaitingDialog(OrderedDialog):
    """All of them, while data are open; closes when nothing waits any more."""

    def __init__(self, waiting: Waiting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerWaitingDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Areas to bring back"))
        self.list = WaitingAreas(waiting, most=1000, parent=self)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(420, 240)
        waiting.changed.connect(self._close_when_done)

    def _close_when_done(self, files: Sequence[AreasFile]) -> None:
        if not files:
            self.accept()
