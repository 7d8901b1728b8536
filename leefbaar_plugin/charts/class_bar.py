# SPDX-License-Identifier: GPL-2.0-or-later
"""One bar of nine stacked class shares, with the share of the lowest classes written under it."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from ..words.formats import has_value, percentage
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import ChartColours
from .painting.contrast import text_colour
from .painting.lettering import CENTRE, RIGHT
from .painting.scale import crisp

_BAR = 1.5
_GAP = 3.0
_BRACKET = 5.0
_PADDING = 2.5
_NUMBER_FROM = 10.0
"""Pixels from which a class carries its number."""


@dataclass(frozen=True)
class ClassShare:
    """Share (fraction 0-1, NaN for no value) of one class; `colour` is '#RRGGBB', `note` an extra line of its tip."""

    number: int
    name: str
    colour: str
    share: float
    note: str = ""


@dataclass(frozen=True)
class ClassBarData:
    """Shares in class order; `summary` is the written line, `beside` the same of a reference, at its end.

    The bracket spans the classes up to `lowest`.
    """

    title: str
    shares: tuple[ClassShare, ...]
    summary: str = ""
    lowest: int = 4
    beside: str = ""


class ClassBar(Chart):
    """Stacked bar: number and share stand in a class where they fit, else the number; very small ones have a tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: ClassBarData | None = None
        self._data_changed()

    def set_data(self, data: ClassBarData | None) -> None:
        """Shows these shares; None empties the chart."""
        self._data = data
        self._data_changed()

    def name(self) -> str:
        """Title and summary of the bar."""
        if self._data is None:
            return tr("Share per class")
        return lines((self._data.title, self._data.summary)).replace("\n", ". ")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """Class number, name and percentage."""
        if self._data is None:
            return ()
        header: tuple[Cell, ...] = (tr("Class"), tr("Name"), tr("Share (%)"))
        return (
            header,
            *((Number(s.number, 0), s.name, Number(100.0 * s.share, 2)) for s in self._data.shares),
        )

    def preferred_height(self, width: float) -> float:
        """Title, bar, bracket and summary."""
        letters = self.lettering()
        words = (1 + len(self._summary(width - 2 * MARGIN))) * letters.normal.height
        return 2 * MARGIN + words + self._bar_height() + 3 * _GAP + _BRACKET

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """The classes that have a share."""
        if self._data is None:
            return ()
        return tuple(
            ChartPart(place, lines((f"{s.number} · {s.name}", percentage(s.share), s.note)))
            for s, place in self._segments(box)
        )

    def _summary(self, width: float) -> tuple[str, ...]:
        return self.lettering().bold.wrapped(self._data.summary, width) if self._data else ("",)

    def _bar_height(self) -> float:
        return float(round(self.lettering().normal.height * _BAR))

    def _segments(self, box: QRectF) -> list[tuple[ClassShare, QRectF]]:
        top = round(box.top() + self.lettering().normal.height + _GAP)
        found: list[tuple[ClassShare, QRectF]] = []
        left = box.left()
        for share in self._data.shares if self._data else ():
            if has_value(share.share) and share.share > 0:
                width = min(share.share * box.width(), box.right() - left)
                found.append((share, QRectF(left, top, width, self._bar_height())))
                left += width
        return found

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        data = self._data
        if data is None:
            return
        letters = self.lettering()
        letters.normal.draw(
            painter, QRectF(box.left(), box.top(), box.width(), letters.normal.height), data.title, colours.muted
        )
        segments = self._segments(box)
        for share, place in segments:
            painter.fillRect(place, QColor(share.colour))
            self._paint_share(painter, share, place)
        self._paint_edges(painter, segments, colours, marked)
        below = segments[0][1].bottom() + _GAP
        self._paint_bracket(painter, segments, colours, below)
        line = QRectF(box.left(), below + _BRACKET + _GAP, box.width(), letters.normal.height)
        summary = self._summary(box.width())
        for index, text in enumerate(summary):
            letters.bold.draw(painter, line.translated(0, index * line.height()), text, colours.text)
        free = box.width() - letters.bold.width(summary[0]) - 2 * _GAP
        if data.beside and len(summary) == 1 and letters.normal.width(data.beside[-8:]) < free:
            letters.normal.draw(
                painter, QRectF(box.right() - free, line.top(), free, line.height()), data.beside, colours.muted, RIGHT
            )

    def _paint_share(self, painter: QPainter, share: ClassShare, place: QRectF) -> None:
        letter, text = self.lettering().small, self.written(share, place.width())
        letter.draw(painter, place, text, QColor(text_colour(share.colour)), CENTRE)

    def written(self, share: ClassShare, width: float) -> str:
        """What a class reads in so many pixels: number and share, the number alone, or nothing."""
        letter = self.lettering().small
        full = f"{share.number} · {percentage(share.share)}"
        if letter.width(full) + 2 * _PADDING <= width:
            return full
        return str(share.number) if width >= max(_NUMBER_FROM, letter.width(str(share.number)) + 2) else ""

    def _paint_edges(
        self, painter: QPainter, segments: list[tuple[ClassShare, QRectF]], colours: ChartColours, marked: int
    ) -> None:
        painter.setPen(QPen(colours.ground, 1.0))
        for _, place in segments[1:]:
            if place.width() > 3.0:
                x = crisp(place.left())
                painter.drawLine(QPointF(x, place.top()), QPointF(x, place.bottom()))
        frame = segments[0][1].united(segments[-1][1])
        painter.setPen(QPen(colours.line, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(0.5, 0.5, -0.5, -0.5))
        if 0 <= marked < len(segments):
            place = segments[marked][1]
            painter.setPen(QPen(colours.text, 2.0))
            y = place.bottom() + 1.0
            painter.drawLine(QPointF(place.left() + 1.0, y), QPointF(place.right() - 1.0, y))

    def _paint_bracket(
        self, painter: QPainter, segments: list[tuple[ClassShare, QRectF]], colours: ChartColours, top: float
    ) -> None:
        low = [place for share, place in segments if self._data and share.number <= self._data.lowest]
        if not low or low[-1].right() - low[0].left() < 3.0:
            return
        left, right = crisp(low[0].left()), crisp(low[-1].right() - 1.0)
        y = crisp(top + _BRACKET - 1.0)
        painter.setPen(QPen(colours.text, 1.0))
        painter.drawPolyline(
            [QPointF(left, y - _BRACKET + 1.0), QPointF(left, y), QPointF(right, y), QPointF(right, y - _BRACKET + 1.0)]
        )
