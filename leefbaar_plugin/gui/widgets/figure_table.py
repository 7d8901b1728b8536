# SPDX-License-Identifier: GPL-2.0-or-later
"""The view of a table of figures: as many columns as fit, the first takes what is left; nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QShortcut,
    QVBoxLayout,
    QWidget,
)

from .figure_model import FigureColumn, FigureModel
from .table_view import RowTable, set_up_table

_MOST_ROWS = 10
_LEAST_NAME = 80
_PADDING = 10
_ARROW = 12
_LOOKED_AT = 60
"""Rows that the width of a column is measured by."""


class FigureTable(QWidget):
    """`activated` carries the place of a row that was double-clicked, `taken` that of a row the user turned to,
    `chosen_changed` tells that others are chosen.
    """

    activated = pyqtSignal(int)
    taken = pyqtSignal(int)
    chosen_changed = pyqtSignal()

    def __init__(self, name: str, title: str, parent: QWidget | None = None, most_rows: int = _MOST_ROWS) -> None:
        super().__init__(parent)
        self._most_rows = most_rows
        self.model = FigureModel(self)
        self.view = RowTable(self)
        self.view.setObjectName(name)
        self.view.setAccessibleName(title)
        self.view.setModel(self.model)
        set_up_table(self.view)
        self.view.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # signs stand behind names
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.doubleClicked.connect(self._activate)
        self.view.taken.connect(lambda row: self.taken.emit(self.model.place(row)))
        self.view.selectionModel().selectionChanged.connect(lambda *_what: self.chosen_changed.emit())
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.view)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)

    def show_columns(self, columns: Sequence[FigureColumn], total: int = 0) -> None:
        """Show these columns, of which the last `total` rows are sums; what was chosen stays when rows do."""
        chosen = self.chosen()
        before = self.model.columns[0].values if self.model.columns else ()
        same = len(columns) > 0 and list(before) == list(columns[0].values)
        self.view.selectionModel().blockSignals(True)
        self.model.show_columns(columns, total)
        self.view.selectionModel().blockSignals(False)
        if same:
            self.choose(chosen)
        self._arrange()

    def choose(self, places: Sequence[int]) -> None:
        """Choose rows by their places."""
        chosen = QItemSelection()
        for row in (self.model.row_of(place) for place in places):
            if row >= 0:
                chosen.select(self.model.index(row, 0), self.model.index(row, self.model.columnCount() - 1))
        # at once: every change of the selection is followed by other figures
        self.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def chosen(self) -> list[int]:
        """Places of the chosen rows, in the order in which they are shown."""
        rows = sorted(index.row() for index in self.view.selectionModel().selectedRows())
        return [self.model.place(row) for row in rows if row < self.model.rowCount()]

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QApplication.clipboard().setText(self.model.table_text())

    def _activate(self, index: QModelIndex) -> None:
        self.activated.emit(self.model.place(index.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as fit now."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Columns that don't fit go, the highest rank and the last first; the first takes what is left."""
        columns = self.model.columns
        if not columns:
            return
        room = self.width() - 2 * self.view.frameWidth() - self._scroll_bar()
        widths = [self._width(at) for at in range(len(columns))]
        shown = set(range(len(columns)))
        for at in sorted(range(1, len(columns)), key=lambda at: (-columns[at].rank, -at)):
            whole = columns[0].whole and columns[at].rank > 0  # what a table is about stays
            least = widths[0] if whole else min(widths[0], _LEAST_NAME)
            if sum(widths[other] for other in shown if other) + least <= room:
                break
            shown.discard(at)
        widths[0] = max(room - sum(widths[at] for at in shown if at), 20)
        for at in range(len(columns)):
            self.view.setColumnHidden(at, at not in shown)
            self.view.setColumnWidth(at, widths[at])
        self._set_height()

    def _width(self, at: int) -> int:
        bold = QFont(self.view.font())
        bold.setBold(True)
        metrics, column = QFontMetrics(bold), self.model.columns[at]
        rows = range(min(len(column.values), _LOOKED_AT))
        texts = [self.model.text(row, column) for row in rows]
        texts += [self.model.text(len(column.values) - 1, column)] if len(column.values) else []
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return max(widest, metrics.horizontalAdvance(column.title) + _ARROW) + _PADDING

    def _scroll_bar(self) -> int:
        bar = self.view.verticalScrollBar().sizeHint().width()
        return bar if self.model.rowCount() > self._most_rows else 0

    def _set_height(self) -> None:
        rows = min(max(self.model.rowCount(), 1), self._most_rows)
        height = rows * self.view.verticalHeader().defaultSectionSize()
        header = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(header + height + 2 * self.view.frameWidth() + 2)
