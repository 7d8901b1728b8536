# SPDX-License-Identifier: GPL-2.0-or-later
"""One bar of three shares: what got worse, stayed the same, got better; each is written under it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from ..words.formats import has_value, percentage
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import FALL, RISE, ChartColours
from .painting.lettering import CENTRE, LEFT, RIGHT
from .painting.mixing import mixed
from .painting.scale import crisp

_BAR = 1.3
_GAP = 3.0


@dataclass(frozen=True)
class DirectionData:
    """Shares as fractions (0-1) of what `title` says."""

    title: str
    worse: float
    same: float
    better: float


class DirectionBar(Chart):
    """Stacked bar, worse at the left, better at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: DirectionData | None = None
        self._data_changed()

    def set_data(self, data: DirectionData | None) -> None:
        """Shows these shares; None, or a share without value, empties the chart."""
        values = (data.worse, data.same, data.better) if data else ()
        self._data = data if all(has_value(value) for value in values) else None
        self._data_changed()

    def name(self) -> str:
        """Title of the bar."""
        return self._data.title if self._data else tr("Better, the same, worse")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """The three percentages."""
        if self._data is None:
            return ()
        rows = ((name, Number(100.0 * share, 2)) for name, share, _colour in self._shares(None))
        return (tr("Direction"), tr("Share (%)")), *rows

    def preferred_height(self, width: float) -> float:
        """Title, bar, words."""
        lines_below = 1 if self._fits(width - 2 * MARGIN) else 2
        return 2 * MARGIN + self.lettering().normal.height * (1 + lines_below) + self._bar_height() + 2 * _GAP

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """The shares that are there."""
        return tuple(
            ChartPart(place, lines((name, percentage(share))))
            for name, share, _colour, place in self._segments(box, None)
        )

    def _fits(self, width: float) -> bool:
        """Whether names and percentages stand beside each other on one line."""
        words = [f"{name} {percentage(share)}" for name, share, _colour in self._shares(None)]
        letter = self.lettering().normal
        return sum(map(letter.width, words)) + 2 * letter.width("  ") <= width

    def _bar_height(self) -> float:
        return float(round(self.lettering().normal.height * _BAR))

    def _shares(self, colours: ChartColours | None) -> tuple[tuple[str, float, QColor], ...]:
        data = self._data
        if data is None:
            return ()
        middle = mixed(colours.text, colours.ground, 0.18) if colours else QColor()
        return (
            (tr("worse"), data.worse, QColor(FALL)),
            (tr("the same"), data.same, middle),
            (tr("better"), data.better, QColor(RISE)),
        )

    def _segments(self, box: QRectF, colours: ChartColours | None) -> list[tuple[str, float, QColor, QRectF]]:
        top = round(box.top() + self.lettering().normal.height + _GAP)
        left, found = box.left(), []
        for name, share, colour in self._shares(colours):
            width = share * box.width()
            if share > 0:
                found.append((name, share, colour, QRectF(left, top, width, self._bar_height())))
            left += width
        return found

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        data = self._data
        if data is None:
            return
        letter = self.lettering().normal
        letter.draw(painter, QRectF(box.left(), box.top(), box.width(), letter.height), data.title, colours.muted)
        segments = self._segments(box, colours)
        for _name, _share, colour, place in segments:
            painter.fillRect(place, colour)
        painter.setPen(QPen(colours.line, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        bottom = segments[0][3].bottom() if segments else box.top()
        painter.drawRect(
            QRectF(box.left(), segments[0][3].top(), box.width(), self._bar_height()).adjusted(0.5, 0.5, -0.5, -0.5)
        )
        if 0 <= marked < len(segments):
            place = segments[marked][3]
            painter.setPen(QPen(colours.text, 2.0))
            painter.drawLine(QPointF(crisp(place.left()), bottom + 1.0), QPointF(crisp(place.right()), bottom + 1.0))
        written = QRectF(box.left(), bottom + _GAP, box.width(), letter.height)
        below = written.translated(0.0, letter.height)
        fits = self._fits(box.width())
        for (name, share, _colour), side in zip(self._shares(colours), (LEFT, CENTRE, RIGHT), strict=True):
            letter.draw(painter, written, f"{name} {percentage(share)}" if fits else name, colours.text, side)
            if not fits:
                letter.draw(painter, below, percentage(share), colours.text, side)
