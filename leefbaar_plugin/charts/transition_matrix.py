# SPDX-License-Identifier: GPL-2.0-or-later
"""From every class of one year (rows) to every class of another (columns): percentages of the row, darker for more."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from ..words.formats import count, has_value, number, percentage
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import FALL, RISE, ChartColours
from .painting.contrast import text_colour
from .painting.lettering import CENTRE, RIGHT
from .painting.mixing import mixed

_ROW = 1.35
_STRONGEST = 0.85


@dataclass(frozen=True)
class MatrixData:
    """`names` and `colours` of the classes from the lowest; `shares` (0-1, NaN for no value) and `weights` by row
    (class in the first year) and column (class in the last), `unit` what the weights count.
    """

    title: str
    since: int
    until: int
    names: tuple[str, ...]
    colours: tuple[str, ...]
    shares: tuple[tuple[float, ...], ...]
    weights: tuple[tuple[float, ...], ...]
    unit: str


class TransitionMatrix(Chart):
    """A grid of percentages; below the diagonal what fell, above it what rose."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: MatrixData | None = None
        self._data_changed()

    def set_data(self, data: MatrixData | None) -> None:
        """Shows this matrix; None empties the chart."""
        self._data = data
        self._data_changed()

    def name(self) -> str:
        """Title of the matrix."""
        return self._data.title if self._data else tr("Transitions between classes")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """Percentages by class in the first year and class in the last, with the weight of the row."""
        data = self._data
        if data is None:
            return ()
        header: tuple[Cell, ...] = (f"{data.since} → {data.until} (%)", *data.names, data.unit)
        rows: list[tuple[Cell, ...]] = [
            (name, *(Number(100.0 * share, 2) for share in shares), Number(sum(weights), 1))
            for name, shares, weights in zip(data.names, data.shares, data.weights, strict=True)
        ]
        return header, *rows

    def preferred_height(self, width: float) -> float:
        """Two lines of title, numbers of the classes, a row per class."""
        letters = self.lettering()
        rows = len(self._data.names) if self._data else 9
        return 2 * MARGIN + 2 * letters.normal.height + (rows + 1) * self._row()

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """The cells that hold something."""
        data = self._data
        if data is None:
            return ()
        found = []
        for row, column, place in self._cells(box):
            share, weight = data.shares[row][column], data.weights[row][column]
            if has_value(share) and weight > 0:
                text = tr("{before} in {since} → {after} in {until}")
                went = text.format(before=data.names[row], since=data.since, after=data.names[column], until=data.until)
                found.append(ChartPart(place, lines((went, f"{percentage(share)}, {count(weight)} {data.unit}"))))
        return tuple(found)

    def _row(self) -> float:
        return float(round(self.lettering().normal.height * _ROW))

    def _cells(self, box: QRectF) -> list[tuple[int, int, QRectF]]:
        data = self._data
        size = len(data.names) if data else 0
        left, top = self._corner(box)
        width, height = (box.right() - left) / max(size, 1), self._row()
        return [
            (row, column, QRectF(left + column * width, top + row * height, width, height))
            for row in range(size)
            for column in range(size)
        ]

    def _corner(self, box: QRectF) -> tuple[float, float]:
        letters = self.lettering()
        return box.left() + letters.normal.width("0000") * 1.3, box.top() + 2 * letters.normal.height + self._row()

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        data = self._data
        if data is None:
            return
        letters = self.lettering()
        line = QRectF(box.left(), box.top(), box.width(), letters.normal.height)
        letters.normal.draw(painter, line, data.title, colours.muted)
        below = tr("Rows: class in {since}; columns: class in {until}; % of the row")
        text = below.format(since=data.since, until=data.until)
        letters.small.draw(painter, line.translated(0, line.height()), text, colours.muted)
        left, top = self._corner(box)
        cells = self._cells(box)
        for row, column, place in cells:
            if row == 0:
                self._paint_class(painter, place.translated(0, -place.height()), column, colours)
            if column == 0:
                self._paint_class(
                    painter, QRectF(box.left(), place.top(), left - box.left(), place.height()), row, colours
                )
            self._paint_cell(painter, place, data.shares[row][column], column - row, colours)
        painter.setPen(QPen(colours.line, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, top, box.right() - left, self._row() * len(data.names)))
        parts = self.parts(box)
        if 0 <= marked < len(parts):
            painter.setPen(QPen(colours.text, 2.0))
            painter.drawRect(parts[marked].box.adjusted(1, 1, -1, -1))

    def _paint_class(self, painter: QPainter, place: QRectF, index: int, colours: ChartColours) -> None:
        if self._data is None:
            return
        colour = self._data.colours[index]
        inside = place.adjusted(2, 2, -2, -2)
        painter.fillRect(inside, QColor(colour))
        self.lettering().small_bold.draw(painter, inside, str(index + 1), QColor(text_colour(colour)), CENTRE)

    def _paint_cell(
        self, painter: QPainter, place: QRectF, share: float, direction: int, colours: ChartColours
    ) -> None:
        if not has_value(share) or share <= 0:
            return
        hue = colours.text if direction == 0 else QColor(RISE if direction > 0 else FALL)
        strength = _STRONGEST * share if direction else _STRONGEST * share * 0.5
        ground = mixed(hue, colours.ground, max(strength, 0.06))
        painter.fillRect(place.adjusted(0.5, 0.5, -0.5, -0.5), ground)
        shown = number(100.0 * share, 0) if share >= 0.005 else "<1"
        self.lettering().small.draw(
            painter, place.adjusted(0, 0, -3, 0), shown, QColor(text_colour(ground.name())), RIGHT
        )
