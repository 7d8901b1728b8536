# SPDX-License-Identifier: GPL-2.0-or-later
"""A tornado: how far a score goes when one choice alone is another, the farthest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from ..words.formats import score
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import FALL, RISE, ChartColours
from .painting.lettering import RIGHT
from .painting.scale import Scale, crisp

_LABEL = 0.42
_GAP = 4.0
_ROW = 1.35


@dataclass(frozen=True)
class Bar:
    """A choice by name, the lowest and the highest score, and what else is to be said of it."""

    name: str
    low: float
    high: float
    note: str = ""


@dataclass(frozen=True)
class TornadoData:
    """Bars on both sides of the score as it is, which `title` says."""

    title: str
    value: float
    bars: tuple[Bar, ...]


class Tornado(Chart):
    """Names at the left, bars on one scale, a line at the score, and what the scale runs from and to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: TornadoData | None = None
        self._data_changed()

    def set_data(self, data: TornadoData | None) -> None:
        """Show these bars; None empties the chart."""
        self._data = data
        self._data_changed()

    def name(self) -> str:
        """Title."""
        return self._data.title if self._data else tr("What matters most")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """The ends of every bar."""
        if self._data is None:
            return ()
        rows = ((bar.name, Number(bar.low, 3), Number(bar.high, 3)) for bar in self._data.bars)
        return (tr("Choice"), tr("Lowest score"), tr("Highest score")), *rows

    def preferred_height(self, width: float) -> float:
        """Title, a row per bar, the ends of the scale."""
        rows = len(self._data.bars) if self._data else 0
        letter = self.lettering().normal.height
        return 2 * MARGIN + letter + rows * self._row() + self.lettering().small.height + 2 * _GAP

    def parts(self, box: QRectF) -> Sequence[ChartPart]:
        """The rows."""
        data = self._data
        if data is None:
            return ()
        found = []
        for at, bar in enumerate(data.bars):
            said = tr("score from {low} to {high}").format(low=score(bar.low), high=score(bar.high))
            place = QRectF(box.left(), self._top(box) + at * self._row(), box.width(), self._row())
            found.append(ChartPart(place, lines((f"{bar.name}: {said}", bar.note))))
        return tuple(found)

    def _row(self) -> float:
        return float(round(self.lettering().normal.height * _ROW))

    def _top(self, box: QRectF) -> float:
        return float(round(box.top() + self.lettering().normal.height + _GAP))

    def _scale(self, box: QRectF, data: TornadoData) -> Scale:
        low = min([data.value, *(bar.low for bar in data.bars)])
        high = max([data.value, *(bar.high for bar in data.bars)])
        return Scale(low, high, box.left() + _LABEL * box.width(), box.right())

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        data = self._data
        if data is None:
            return
        normal, small, row, top = self.lettering().normal, self.lettering().small, self._row(), self._top(box)
        normal.draw(painter, QRectF(box.left(), box.top(), box.width(), normal.height), data.title, colours.muted)
        scale = self._scale(box, data)
        middle = scale.at(data.value)
        for at, bar in enumerate(data.bars):
            y = top + at * row
            label = QRectF(box.left(), y, _LABEL * box.width() - _GAP, row)
            (self.lettering().bold if at == marked else normal).draw(painter, label, bar.name, colours.text)
            for end, colour in ((scale.at(bar.low), FALL), (scale.at(bar.high), RISE)):
                left, right = min(end, middle), max(end, middle)
                painter.fillRect(QRectF(left, y + 2.0, max(right - left, 1.0), row - 4.0), QColor(colour))
        bottom = top + len(data.bars) * row
        painter.setPen(QPen(colours.text, 1.0))
        painter.drawLine(QPointF(crisp(middle), top), QPointF(crisp(middle), bottom))
        ends = QRectF(scale.start, bottom + 1.0, scale.end - scale.start, small.height)
        small.draw(painter, ends, score(scale.low), colours.muted)
        small.draw(painter, ends, score(scale.high), colours.muted, RIGHT)
