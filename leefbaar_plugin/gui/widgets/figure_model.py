# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of columns of figures, for thousands of rows: sorted by numpy, numbers as numbers, no value always last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont

from ...charts.painting.contrast import text_colour
from ...pack.name_search import folded
from ...plain_text import as_tip
from ...words import formats
from .column import CLASS, TEXT, Column, alignment, copied, copied_heads, has_value, head, written


@dataclass(frozen=True)
class FigureColumn(Column):
    """A column and a value per row (None for none).

    Of a class `colours` are '#rrggbb' and `names` the texts of classes 1, 2, …; a column of low `rank` is the last to
    go when there is no room. `keys` are texts without case and accents, made beforehand where there are thousands. The
    first column gives way to others down to a width that tells names apart; when `whole`, to those of rank 0 only.
    `decimals` of every score, where two would contradict a difference beside it.
    """

    values: Sequence[Any]
    colours: Sequence[str] = ()
    names: Sequence[str] = ()
    rank: int = 0
    keys: Sequence[str] = ()
    whole: bool = False
    decimals: Sequence[int] = ()

    def key(self, place: int) -> str:
        """The text of a place without case and accents, to sort and search by."""
        return self.keys[place] if self.keys else folded(str(self.values[place]))


class FigureModel(QAbstractTableModel):
    """Columns of figures; `place` maps a shown row to its place in the values. Sums stay at the end, in bold."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[FigureColumn, ...] = ()
        self._total = 0
        self._rows = 0
        self._order: NDArray[np.int64] = np.zeros(0, np.int64)
        self._filter = ""
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)

    def show_columns(self, columns: Sequence[FigureColumn], total: int = 0) -> None:
        """Replace everything; the last `total` rows are sums of the others. Sorting and filter stay."""
        self.beginResetModel()
        self.columns, self._total = tuple(columns), total
        self._rows = len(columns[0].values) if columns else 0
        self._arrange()
        self.endResetModel()

    def set_filter(self, text: str) -> None:
        """Show rows of which the first column holds this text, whatever its accents and case."""
        self.beginResetModel()
        self._filter = folded(text)
        self._arrange()
        self.endResetModel()

    def place(self, row: int) -> int:
        """Place in the values of a row that is shown."""
        return int(self._order[row])

    def row_of(self, place: int) -> int:
        """Row in which a place is shown, -1 when it isn't."""
        found = np.flatnonzero(self._order == place)
        return int(found[0]) if len(found) else -1

    def is_total(self, place: int) -> bool:
        """Whether a place holds a sum of the others."""
        return place >= self._rows - self._total

    def rowCount(self, parent: QModelIndex | None = None) -> int:
        """Number of rows that are shown."""
        return 0 if parent is not None and parent.isValid() else len(self._order)

    def columnCount(self, parent: QModelIndex | None = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title of a column, and as a tip what it means."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        return head(self.columns[section], role)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, alignment, colours and tip of a cell."""
        if not index.isValid():
            return None
        place, column = self.place(index.row()), self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(place, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return formats.spoken(self.text(place, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            text = self._in_full(place, column)
            return as_tip(text if column.kind == TEXT else f"{column.full_title}: {text}")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment(column.kind)
        if role == Qt.ItemDataRole.FontRole and self.is_total(place):
            font = QFont()
            font.setBold(True)
            return font
        if column.kind == CLASS and has_value(column.values[place]):
            colour = column.colours[int(column.values[place]) - 1]
            if role == Qt.ItemDataRole.BackgroundRole:
                return QBrush(QColor(colour))
            if role == Qt.ItemDataRole.ForegroundRole:
                return QBrush(QColor(text_colour(colour)))
        return None

    @staticmethod
    def text(place: int, column: FigureColumn) -> str:
        """The text of a cell, by locale."""
        return written(column.values[place], column.kind, column.decimals[place] if column.decimals else 2)

    def _in_full(self, place: int, column: FigureColumn) -> str:
        if column.kind == CLASS and has_value(column.values[place]):
            return column.names[int(column.values[place]) - 1]
        return self.text(place, column)

    def table_text(self) -> str:
        """The rows that are shown, tab separated, numbers with the locale's decimal sign; percentages as numbers."""
        rows = ["\t".join(self._plain(place, column) for column in self.columns) for place in self._order.tolist()]
        return "\n".join([copied_heads(self.columns), *rows]) + "\n"

    def _plain(self, place: int, column: FigureColumn) -> str:
        value = column.values[place]
        return copied(self._in_full(place, column) if column.kind == CLASS and has_value(value) else value, column.kind)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column, -1 for the order of the values; no value and sums come last in either order."""
        self.layoutAboutToBeChanged.emit()
        before = [(index, self.place(index.row())) for index in self.persistentIndexList()]
        self._sorted_by = (column, order)
        self._arrange()
        for index, place in before:
            self.changePersistentIndex(index, self.index(self.row_of(place), index.column()))
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        places = np.arange(self._rows)
        rows = places[: self._rows - self._total]
        if self._filter and self.columns:
            names = self.columns[0]
            rows = np.array([at for at in rows.tolist() if self._filter in names.key(at)], np.int64)
        column, order = self._sorted_by
        if 0 <= column < len(self.columns):
            rows = _sorted(rows, self.columns[column], order == Qt.SortOrder.AscendingOrder)
        sums = places[self._rows - self._total :] if not self._filter else places[:0]
        self._order = np.concatenate((rows, sums)).astype(np.int64)


def _sorted(rows: NDArray[np.int64], column: FigureColumn, ascending: bool) -> NDArray[np.int64]:
    values = [column.values[at] for at in rows.tolist()]
    lacking = np.array([not has_value(value) for value in values], bool)
    if column.kind == TEXT:
        known = sorted(
            np.flatnonzero(~lacking).tolist(), key=lambda at: column.key(int(rows[at])), reverse=not ascending
        )
        return np.concatenate((rows[known], rows[lacking]))
    numbers = np.array([0.0 if no else float(value) for value, no in zip(values, lacking.tolist(), strict=True)])
    key = numbers if ascending else -numbers
    return rows[np.lexsort((key, lacking))]
