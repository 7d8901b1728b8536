# SPDX-License-Identifier: GPL-2.0-or-later
"""The view of the list of areas that were found: nothing scrolls sideways, Enter or a double click goes there."""

from __future__ import annotations

from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ...charts.painting.contrast import text_colour
from ...charts.painting.mixing import mixed
from ...translation import tr
from ..widgets.table_view import RowTable, set_up_table
from .columns import CLASS, COLUMNS, EXPLAINS, GEMEENTE, NAME, SCORE, THEME, VALUE
from .model import COLOUR_ROLE, FindModel

_MOST_ROWS, _LEAST_ROWS = 8, 3
_LEAST_NAME = 80
_GEMEENTE_FROM = 560
"""Width from which there is room for the gemeente, and for the names of classes."""
_PADDING, _EDGE, _ARROW = 9, 2, 14
_THIS_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_CHIP_PADDING, _CHIP_EDGE = 6, 0.35
_WIDEST = {THEME: "<\u00a00,00", SCORE: "+0,00", CLASS: "9 ?", VALUE: "888.888", EXPLAINS: ""}


class ClassCell(QStyledItemDelegate):
    """A cell with the number of a class in its colour, also in a row that is selected."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """The cell as the style draws it, and on it the class as a chip."""
        colour = index.data(COLOUR_ROLE)
        if colour is None:
            super().paint(painter, option, index)
            return
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        text, bare.text = bare.text, ""
        style = bare.widget.style() if bare.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, bare.widget)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5)
        painter.setPen(QPen(mixed(QColor(text_colour(colour)), QColor(colour), _CHIP_EDGE), 1.0))
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.setPen(QColor(text_colour(colour)))
        shown = option.fontMetrics.elidedText(text, Qt.TextElideMode.ElideRight, round(chip.width()) - _CHIP_PADDING)
        painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.restore()


class FindTable(RowTable):
    """The list.

    `activated_at` carries the place of an area to go to, `chosen` tells that another row is selected, `copy_wanted`
    that the user asked for a copy.
    """

    activated_at = pyqtSignal(int)
    chosen = pyqtSignal()
    copy_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = FindModel(self)
        self.setModel(self.rows)
        self.setObjectName("LeefbaarometerFindTable")
        self.setAccessibleName(tr("Areas found"))
        set_up_table(self)
        self.setItemDelegateForColumn(COLUMNS.index(CLASS), ClassCell(self))
        self.doubleClicked.connect(lambda index: self.activated_at.emit(self.rows.place(index.row())))
        self.selectionModel().selectionChanged.connect(lambda *_what: self.chosen.emit())

    def selected_places(self) -> list[int]:
        """Places of the selected areas, in the order that is shown."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows.place(row) for row in rows]

    def current_place(self) -> int:
        """Place of the area the user is at, -1 without one."""
        selected, current = self.selected_places(), self.currentIndex()
        if current.isValid() and self.selectionModel().isRowSelected(current.row(), QModelIndex()):
            return self.rows.place(current.row())
        return selected[0] if selected else -1

    def select_place(self, place: int) -> None:
        """Select an area; the first when it isn't there."""
        if self.rows.rowCount():
            index = self.rows.index(max(self.rows.row_of(place), 0), 0)
            # not the view's own setCurrentIndex: it asks the keyboard, and with Ctrl held down it would deselect
            self.selectionModel().setCurrentIndex(index, _THIS_ROW)
            self.scrollTo(index)

    def arrange(self) -> None:
        """Divide the width over the columns: numbers get what they need, the name what is left."""
        columns = [column.id for column in self.rows.columns]
        if not columns:
            return
        room = self.width() - 2 * self.frameWidth() - self._scroll_bar()
        wide = self.width() >= _GEMEENTE_FROM
        self.rows.set_wide(wide)
        widths = {name: self._width(at, name, wide) for at, name in enumerate(columns)}
        hidden = set() if wide and self._has_gemeenten() else {GEMEENTE}
        hidden |= {THEME} if self.rows.theme is None else set()
        widths[NAME] = room - sum(width for name, width in widths.items() if name != NAME and name not in hidden)
        lacking = max(_LEAST_NAME - widths[NAME], 0)
        spare = min(lacking, _PADDING - _EDGE)
        widths[EXPLAINS] -= spare
        widths[VALUE] -= lacking - spare
        widths[NAME] = room - sum(width for name, width in widths.items() if name != NAME and name not in hidden)
        for at, name in enumerate(columns):
            self.setColumnHidden(at, name in hidden)
            self.setColumnWidth(at, widths[name])
        shown = min(max(self.rows.rowCount(), _LEAST_ROWS), _MOST_ROWS)
        height = shown * self.verticalHeader().defaultSectionSize() + self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(height + 2 * self.frameWidth() + 2)

    def _width(self, at: int, name: str, wide: bool) -> int:
        metrics = QFontMetrics(self.font())
        texts = [self.rows.columns[at].title]
        if name == CLASS and wide:
            texts += [self.rows.text(place, CLASS) for place in self._sample()] + ["9 · ruim onvoldoende ?"]
        elif name in (VALUE, GEMEENTE) or (name == EXPLAINS and wide):
            texts += [self.rows.text(place, name) for place in self._sample()]
        widest = max(metrics.horizontalAdvance(text) for text in [*texts, _WIDEST.get(name, "")])
        title = metrics.horizontalAdvance(texts[0]) + (_ARROW if wide else 0)
        return max(widest, title) + _PADDING

    def _sample(self) -> list[int]:
        """Some areas to take widths of: the first, which have the largest values."""
        return self.rows.places()[:60]

    def _has_gemeenten(self) -> bool:
        return len({self.rows.gemeente(place) for place in self._sample()}) > 1

    def _scroll_bar(self) -> int:
        return self.verticalScrollBar().sizeHint().width() if self.rows.rowCount() > _MOST_ROWS else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the new width."""
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the area, Ctrl+C copies."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_place() >= 0:
            self.activated_at.emit(self.current_place())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)
