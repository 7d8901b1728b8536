# SPDX-License-Identifier: GPL-2.0-or-later
"""How our tables look and behave: whole rows, sorting, low rows, nothing that scrolls sideways."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QMouseEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

_ROW_PADDING = 6
_NARROWEST = 20


class RowTable(QTableView):
    """`taken` carries the row that the user turned to, by mouse or keyboard; rows chosen by the program don't count."""

    taken = pyqtSignal(int)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a row turns to it."""
        super().mousePressEvent(event)
        self._tell(self.rowAt(event.pos().y()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So does a key that moves to another row."""
        before = self.currentIndex().row()
        super().keyPressEvent(event)
        if self.currentIndex().row() != before:
            self._tell(self.currentIndex().row())

    def _tell(self, row: int) -> None:
        if row >= 0 and [index.row() for index in self.selectionModel().selectedRows()] == [row]:
            self.taken.emit(row)


def set_up_table(view: QTableView) -> None:
    """Make a table one of ours; it is not sorted until the user clicks a heading."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)  # Tab goes on to what comes next
    view.setWordWrap(False)
    rows = view.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setMinimumSectionSize(1)
    rows.setDefaultSectionSize(view.fontMetrics().height() + _ROW_PADDING)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    header.setMinimumSectionSize(_NARROWEST)
    header.setTextElideMode(Qt.TextElideMode.ElideRight)  # else a title at the right loses its beginning
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    view.setSortingEnabled(True)
