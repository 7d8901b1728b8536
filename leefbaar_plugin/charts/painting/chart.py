# SPDX-License-Identifier: GPL-2.0-or-later
"""What all charts share: painting, tooltips, keyboard, names for a screen reader, copying as picture and as table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QKeySequence, QPainter, QPalette, QPen
from qgis.PyQt.QtWidgets import QApplication, QMenu, QSizePolicy, QToolTip, QWidget

from ...plain_text import as_tip
from ...translation import tr
from ...words.formats import plain
from .colours import PAPER, ChartColours, ground_of, paper_palette
from .lettering import CENTRE, Lettering
from .scale import crisp

DOCK_WIDTH = 356
LEAST_WIDTH = 220
MARGIN = 2.0
_PICTURE_SCALE = 2.0
_FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


@dataclass(frozen=True)
class Number:
    """A number in a table to copy, with the decimals it is written with; None or NaN becomes an empty cell."""

    value: float | None
    decimals: int


Cell = str | Number


@dataclass(frozen=True)
class ChartPart:
    """A piece of a chart that explains itself: where it is (pixels) and what it says (lines of plain text)."""

    box: QRectF
    text: str


class Chart(QWidget):
    """A painted figure. A subclass says how high it is, paints itself, and names its parts and its table.

    `part_activated` carries the index of a part that was clicked, or chosen with Enter or the space bar.
    """

    part_activated = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._current = -1
        self._hovered = -1
        self._lettering = Lettering(self.font())

    # What a subclass gives

    def name(self) -> str:
        """Name of the figure, for a screen reader and for the table's reader."""
        raise NotImplementedError

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """The figures as rows, the header first; empty without data."""
        raise NotImplementedError

    def parts(self, box: QRectF) -> Sequence[ChartPart]:
        """The pieces that explain themselves when the chart fills this box; empty without data."""
        raise NotImplementedError

    def preferred_height(self, width: float) -> float:
        """Height in pixels that the chart needs at this width."""
        raise NotImplementedError

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        """Paints the chart into the box; `marked` is the part under the pointer or the keyboard, or -1."""
        raise NotImplementedError

    def empty_text(self) -> str:
        """What stands in the chart when there are no data."""
        return tr("No figures yet")

    # What users of a chart call

    def lettering(self) -> Lettering:
        """The fonts the chart is set in."""
        return self._lettering

    def paint_to(self, painter: QPainter, rect: QRectF, palette: QPalette | None = None) -> None:
        """Draws the chart into a rectangle of another picture, in colours for white paper unless a palette is given.

        Fonts are in the painter's units (as large as on screen): scale the painter for a finer picture.
        """
        painter.save()
        self._paint_with(painter, QRectF(rect), ChartColours.of(palette or paper_palette()), -1)
        painter.restore()

    def picture(self, width: int = 0, scale: float = _PICTURE_SCALE) -> QImage:
        """The chart on white, `width` pixels wide (the widget's own when 0) times `scale`."""
        across = width or max(self.width(), LEAST_WIDTH)
        size = QSize(across, round(self.preferred_height(across)))
        image = QImage(size * scale, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(scale)
        image.fill(QColor(PAPER))
        painter = QPainter(image)
        self.paint_to(painter, QRectF(0, 0, size.width(), size.height()))
        painter.end()
        return image

    def table_text(self) -> str:
        """The table with tabs between cells and the locale's decimal sign, as a spreadsheet pastes it."""
        return "".join("\t".join(_cell_text(cell) for cell in row) + "\n" for row in self.table())

    def copy_picture(self) -> None:
        """Puts the picture on the clipboard."""
        QApplication.clipboard().setImage(self.picture())

    def copy_table(self) -> None:
        """Puts the table on the clipboard."""
        QApplication.clipboard().setText(self.table_text())

    def menu(self) -> QMenu:
        """The context menu; the caller owns it."""
        menu = QMenu(self)
        picture = menu.addAction(tr("Copy as picture"))
        picture.triggered.connect(self.copy_picture)
        table = menu.addAction(tr("Copy as table"))
        table.triggered.connect(self.copy_table)
        for action in (picture, table):
            action.setEnabled(bool(self.table()))
        return menu

    def current_part(self) -> int:
        """Index of the part the keyboard is on, or -1."""
        return self._current

    # The rest is Qt's

    def _data_changed(self) -> None:
        """To call after the data were replaced."""
        self._current = self._hovered = -1
        self.setAccessibleName(self.name())
        self._describe()
        self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        parts = self.parts(self._box())
        if 0 <= self._current < len(parts):
            said = _one_line(parts[self._current].text)
        else:
            said = "; ".join(_one_line(part.text) for part in parts) or self.empty_text()
        self.setAccessibleDescription(said)

    def _box(self) -> QRectF:
        return _inside(QRectF(self.rect()))

    def _paint_with(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        inside = _inside(box)
        if self.parts(inside):
            self._paint(painter, inside, colours, marked)
        else:
            self._lettering.normal.draw(painter, inside, self.empty_text(), colours.muted, CENTRE)

    def sizeHint(self) -> QSize:
        """Fits a dock 380 pixels wide."""
        return QSize(DOCK_WIDTH, round(self.preferred_height(DOCK_WIDTH)))

    def minimumSizeHint(self) -> QSize:
        """Narrower than this labels are cut off."""
        return QSize(LEAST_WIDTH, round(self.preferred_height(LEAST_WIDTH)))

    def hasHeightForWidth(self) -> bool:
        """True: legends wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Height at this width."""
        return round(self.preferred_height(float(width)))

    def paintEvent(self, _event: QEvent) -> None:
        """Paints the chart in the window's colours."""
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        colours = ChartColours.of(self.palette(), group, ground_of(self))
        marked = self._current if self.hasFocus() and self._current >= 0 else self._hovered
        painter = QPainter(self)
        self._paint_with(painter, QRectF(self.rect()), colours, marked)
        if self.hasFocus():
            self._paint_focus(painter, colours)
        painter.end()

    def _paint_focus(self, painter: QPainter, colours: ChartColours) -> None:
        parts = self.parts(self._box())
        target = parts[self._current].box if 0 <= self._current < len(parts) else self._box()
        ring = target.adjusted(-1, -1, 1, 1).intersected(QRectF(self.rect()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colours.accent, 1.0))
        corner = QPointF(crisp(ring.left()), crisp(ring.top()))
        opposite = QPointF(crisp(ring.right() - 1.0), crisp(ring.bottom() - 1.0))
        painter.drawRoundedRect(QRectF(corner, opposite), 2.0, 2.0)

    def part_at(self, point: QPointF) -> int:
        """Index of the part at a point of the widget, or -1."""
        return next((i for i, part in enumerate(self.parts(self._box())) if part.box.contains(point)), -1)

    def event(self, event: QEvent) -> bool:
        """Shows what a part says when the pointer rests on it."""
        if event.type() == QEvent.Type.ToolTip:
            self._show_tip(self.part_at(QPointF(event.pos())), event.globalPos())
            return True
        return bool(super().event(event))

    def _show_tip(self, index: int, place: object) -> None:
        parts = self.parts(self._box())
        if 0 <= index < len(parts):
            QToolTip.showText(place, as_tip(parts[index].text), self, parts[index].box.toAlignedRect())
        else:
            QToolTip.hideText()

    def mouseMoveEvent(self, event: QEvent) -> None:
        """Marks the part under the pointer."""
        self._set_hovered(self.part_at(QPointF(event.pos())))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is marked when the pointer is elsewhere."""
        self._set_hovered(-1)
        super().leaveEvent(event)

    def _set_hovered(self, index: int) -> None:
        if index != self._hovered:
            self._hovered = index
            self.update()

    def mouseReleaseEvent(self, event: QEvent) -> None:
        """A click activates the part."""
        index = self.part_at(QPointF(event.pos()))
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._current = -1
            self.part_activated.emit(index)

    def contextMenuEvent(self, event: QEvent) -> None:
        """Offers to copy."""
        menu = self.menu()
        menu.exec(event.globalPos())
        menu.deleteLater()

    def keyPressEvent(self, event: QEvent) -> None:
        """Arrows, Home and End go over the parts, Enter activates one, the copy keys copy the table."""
        last = len(self.parts(self._box())) - 1
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_table()
        elif event.key() in _FORWARD and last >= 0:
            self._go_to(min(self._current + 1, last))
        elif event.key() in _BACK and last >= 0:
            self._go_to(max(self._current - 1, 0))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._go_to(0 if event.key() == Qt.Key.Key_Home else last)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._current >= 0:
            self.part_activated.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _go_to(self, index: int) -> None:
        self._current = index
        self._describe()
        box: QRect = self.parts(self._box())[index].box.toAlignedRect()
        self._show_tip(index, self.mapToGlobal(box.bottomLeft()))
        self.update()

    def focusInEvent(self, event: QEvent) -> None:
        """Shows where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        """The keyboard leaves: back to the whole."""
        super().focusOutEvent(event)
        self._current = -1
        self._describe()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follows the window's font and colours."""
        if event.type() == QEvent.Type.FontChange:
            self._lettering = Lettering(self.font())
            self.updateGeometry()
        super().changeEvent(event)
        self.update()


def _inside(box: QRectF) -> QRectF:
    return box.adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)


def lines(rows: Sequence[str]) -> str:
    """Text of a part from its lines; empty ones are left out."""
    return "\n".join(row for row in rows if row)


def _one_line(text: str) -> str:
    return ", ".join(text.split("\n"))


def _cell_text(cell: Cell) -> str:
    if isinstance(cell, Number):
        return plain(cell.value, cell.decimals)
    return " ".join(cell.split())
