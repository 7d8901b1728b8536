# SPDX-License-Identifier: GPL-2.0-or-later
"""The view of the table of areas: as many columns as fit, the others behind a button; nothing scrolls sideways."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QFontMetrics, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QButtonGroup,
    QHBoxLayout,
    QShortcut,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...engine.model import ScoreModel
from ...layers.styles import Palette
from ...translation import tr
from ..pages import scaled
from ..widgets.column import NamedColumn
from ..widgets.table_view import RowTable, set_up_table
from .model import DIMENSIONS, SCORES, SIZE, ComparedRow, CompareModel, SortedAreas

MOST_SHOWN = 6
_MOST_ROWS = 12
_NAME_WIDTH, _LEAST_NAME = 110, 50
"""Pixels at a font of 14 pixels high."""
_CLASS_WIDTH = 60
_SPARE = 14
"""Pixels that the numbers of a column can do without."""
_FIRST_TO_GO = "rank"
"""Column that gives way where names would be too short to tell apart."""
_PADDING, _NARROW_PADDING = 12, 7
_ARROW = 14
"""Room in a title for the arrow that shows how the table is sorted."""
_ICON = 16


class CompareTable(QWidget):
    """Table with buttons for its groups of columns.

    `activated` carries the feature id of an area that was double-clicked, `taken` that of one the user turned to,
    `removed` that of one for which Delete was pressed, `selection_changed` tells that other rows are selected.
    """

    activated = pyqtSignal(int)
    taken = pyqtSignal(int)
    removed = pyqtSignal(int)
    selection_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CompareModel(self)
        self.sorted = SortedAreas(self)
        self.sorted.setSourceModel(self.model)
        self.view = RowTable(self)
        self.view.setObjectName("LeefbaarometerCompareTable")
        self.view.setModel(self.sorted)
        self._groups = QButtonGroup(self)
        self.view.setAccessibleName(tr("Areas side by side"))
        set_up_table(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._buttons = self._make_buttons()
        column.addWidget(self._buttons)
        column.addWidget(self.view)
        self.view.taken.connect(lambda row: self.taken.emit(self._row_of(self.sorted.index(row, 0)).fid))
        self.view.doubleClicked.connect(lambda index: self.activated.emit(self._row_of(index).fid))
        self.view.selectionModel().selectionChanged.connect(lambda *_what: self.selection_changed.emit())
        self.sorted.layoutChanged.connect(self.selection_changed)
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.view)
        copy.setContext(Qt.ShortcutContext.WidgetShortcut)
        copy.activated.connect(self.copy)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.view)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._delete)

    def _make_buttons(self) -> QWidget:
        row = QWidget(self)
        inside = QHBoxLayout(row)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2)
        titles = {SCORES: tr("Score"), DIMENSIONS: tr("Dimensions"), SIZE: tr("Size")}
        for number, (group, title) in enumerate(titles.items()):
            button = QToolButton(row)
            button.setObjectName(f"LeefbaarometerCompare_{group}")
            button.setText(title)
            button.setCheckable(True)
            button.setChecked(group == SCORES)
            button.setAutoRaise(True)
            button.setProperty("group", group)
            self._groups.addButton(button, number)
            inside.addWidget(button)
        inside.addStretch(1)
        self._groups.idClicked.connect(lambda _number: self._arrange())
        return row

    def show_rows(
        self, model: ScoreModel, palette: Palette, columns: Sequence[NamedColumn], rows: Sequence[ComparedRow]
    ) -> None:
        """Replace what the table shows; sorting stays, and so does the selection while the areas are the same."""
        self.model.show_rows(model, palette, columns, rows)
        self._arrange()

    def clear(self) -> None:
        """Show nothing."""
        self.model.clear()

    def selected(self) -> list[ComparedRow]:
        """The selected rows, in the order in which they are shown."""
        indexes = sorted(self.view.selectionModel().selectedRows(), key=lambda index: index.row())
        return [self._row_of(index) for index in indexes]

    def chosen(self) -> tuple[list[ComparedRow], int]:
        """The rows to make pictures of: the selected ones, else the first, six at most; and how many were left out."""
        rows = self.selected()
        left_out = max(len(rows) - MOST_SHOWN, 0)
        if not rows:
            rows = [self._row_of(self.sorted.index(at, 0)) for at in range(self.sorted.rowCount())]
        return rows[:MOST_SHOWN], left_out

    def _delete(self) -> None:
        selected = self.selected()
        if len(selected) == 1:
            self.removed.emit(selected[0].fid)

    def table_text(self) -> str:
        """All columns of all rows in the order that is shown, tab separated."""
        order = [self.sorted.mapToSource(self.sorted.index(at, 0)).row() for at in range(self.sorted.rowCount())]
        return self.model.table_text(order)

    def copy(self) -> None:
        """Put the table on the clipboard."""
        QApplication.clipboard().setText(self.table_text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as fit now."""
        super().resizeEvent(event)
        self._arrange()

    def _row_of(self, index: QModelIndex) -> ComparedRow:
        return self.model.rows[self.sorted.mapToSource(index).row()]

    def _arrange(self) -> None:
        """All columns when they fit, else those of the chosen group; the name takes what is left."""
        columns = self.model.columns
        if not columns:
            return
        room = self.width() - 2 * self.view.frameWidth() - self._scroll_bar()
        widths = [self._width(at, False) for at in range(len(columns))]
        name = scaled(self, _NAME_WIDTH)
        all_fit = name + sum(widths[1:]) <= room
        chosen = self._groups.checkedButton().property("group")
        shown = [at for at, column in enumerate(columns) if all_fit or column.group in ("", chosen)]
        if not all_fit:
            widths = [self._width(at, True) for at in range(len(columns))]
            spare = scaled(self, _SPARE) * (len(shown) - 1)
            if columns[shown[-1]].id == _FIRST_TO_GO and self._least(shown, widths) - spare > room:
                shown.pop()
        self.model.set_icons(not all_fit)
        widths[0] = max(room - sum(widths[at] for at in shown[1:]), name)
        self._squeeze(widths, shown, room)
        for at in range(len(columns)):
            self.view.setColumnHidden(at, at not in shown)
            self.view.setColumnWidth(at, widths[at])
        self._buttons.setVisible(not all_fit)
        self._set_height()

    def _least(self, shown: Sequence[int], widths: Sequence[int]) -> int:
        """Pixels that columns take of which the name and the class are as narrow as they may be."""
        least = {"class": scaled(self, _CLASS_WIDTH), "text": scaled(self, _LEAST_NAME)}
        return sum(min(widths[at], least.get(self.model.columns[at].kind, widths[at])) for at in shown)

    def _squeeze(self, widths: list[int], shown: Sequence[int], room: int) -> None:
        """Take what is too wide from the class (its number and colour stay), then the name, then the numbers."""
        least = {"class": scaled(self, _CLASS_WIDTH), "text": scaled(self, _LEAST_NAME)}
        for at in sorted(shown, key=lambda at: self.model.columns[at].kind != "class"):
            over = max(sum(widths[at] for at in shown) - room, 0)
            widths[at] = max(widths[at] - over, min(widths[at], least.get(self.model.columns[at].kind, widths[at])))
        over = max(sum(widths[at] for at in shown) - room, 0)
        for place, at in enumerate(shown[1:]):
            widths[at] -= over // (len(shown) - 1) + (place < over % (len(shown) - 1))

    def _width(self, at: int, narrow: bool) -> int:
        """Width of the widest text of a column, whether it is shown or not; `narrow` with an icon for a title."""
        bold = QFont(self.view.font())
        bold.setBold(True)  # as the last row is
        metrics, column = QFontMetrics(bold), self.model.columns[at]
        texts = [self.model.text(row, column) for row in self.model.rows]
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        has_icon = narrow and column.group == DIMENSIONS
        title = _ICON if has_icon else metrics.horizontalAdvance(column.title)
        padding, arrow = (_NARROW_PADDING, 0) if narrow else (_PADDING, _ARROW)
        return max(widest, title + arrow) + padding

    def _scroll_bar(self) -> int:
        return self.view.verticalScrollBar().sizeHint().width() if len(self.model.rows) > _MOST_ROWS else 0

    def _set_height(self) -> None:
        rows = min(len(self.model.rows), _MOST_ROWS) * self.view.verticalHeader().defaultSectionSize()
        header = self.view.horizontalHeader().sizeHint().height()
        self.view.setFixedHeight(header + rows + 2 * self.view.frameWidth() + 2)
