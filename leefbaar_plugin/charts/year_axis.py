# SPDX-License-Identifier: GPL-2.0-or-later
"""Choice of a year on a line, each year at its true distance from the others."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from .chart import MARGIN, Cell, Chart, Number, Part, lines
from .colours import ChartColours
from .lettering import CENTRE
from .scale import Label, Scale, columns, crisp, place, without_overlap
from .trend_plan import short_year

_SIDE = 18.0
_DOT = 4.0
_CHOSEN = 6.0
_LABEL_GAP = 2.0
_TOP = 9.0


@dataclass(frozen=True)
class YearTick:
    """A year; one that is not available can't be chosen and `note` says why."""

    year: int
    available: bool = True
    note: str = ""


class YearAxis(Chart):
    """Ticks on a time axis: filled, hollow when not available, large when chosen; click or use the arrow keys.

    `year_changed` carries the year a user chose; `set_year` and `set_ticks` don't emit it.
    """

    year_changed = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: tuple[YearTick, ...] = ()
        self._year: int | None = None
        self._data_changed()

    def set_ticks(self, ticks: tuple[YearTick, ...], year: int | None = None) -> None:
        """Shows these years, ascending. Keeps the year that is chosen when none is given, even when not available."""
        self._ticks = tuple(sorted(ticks, key=lambda tick: tick.year))
        wanted = self._year if year is None else year
        self._year = wanted if any(tick.year == wanted for tick in self._ticks) else None
        self._data_changed()

    def set_year(self, year: int) -> None:
        """Chooses a year of the axis; ValueError when the axis does not have it."""
        if all(tick.year != year for tick in self._ticks):
            raise ValueError(year)
        self._year = year
        self._data_changed()

    def year(self) -> int | None:
        """The chosen year, None when there is none."""
        return self._year

    def available_years(self) -> tuple[int, ...]:
        """The years that can be chosen."""
        return tuple(tick.year for tick in self._ticks if tick.available)

    def name(self) -> str:
        """'Year' and the chosen one."""
        return tr("Year") if self._year is None else tr("Year {year}").format(year=self._year)

    def empty_text(self) -> str:
        """Said instead of an axis."""
        return tr("No years yet")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """Years and what is said of them."""
        if not self._ticks:
            return ()
        return (tr("Year"), tr("State")), *((Number(tick.year, 0), self._state(tick)) for tick in self._ticks)

    def preferred_height(self, width: float) -> float:
        """The line and one row of labels."""
        return 2 * MARGIN + _TOP + _CHOSEN + 1.0 + self.lettering().normal.height

    def parts(self, box: QRectF) -> tuple[Part, ...]:
        """The years, each as wide as halfway to its neighbours."""
        if not self._ticks:
            return ()
        scale = self._scale(box)
        edges = columns([scale.at(tick.year) for tick in self._ticks], box.left(), box.right())
        return tuple(
            Part(QRectF(left, box.top(), right - left, box.height()), lines((str(tick.year), self._state(tick))))
            for tick, (left, right) in zip(self._ticks, edges, strict=True)
        )

    def labels(self, box: QRectF) -> tuple[tuple[str, QRectF], ...]:
        """What is written under the line, and where; the chosen year in full and always there."""
        scale, letters = self._scale(box), self.lettering()
        order = sorted(range(len(self._ticks)), key=self._importance)
        candidates = []
        for index in order:
            year = self._ticks[index].year
            chosen = year == self._year
            text = str(year) if chosen else short_year(year)
            width = (letters.small_bold if chosen else letters.small).width(text)
            left, right = place(scale.at(year), width, box.left(), box.right())
            candidates.append(Label(index, text, left, right))
        top = box.top() + _TOP + _CHOSEN + 1.0
        return tuple(
            (label.text, QRectF(label.left, top, label.right - label.left, letters.normal.height))
            for label in without_overlap(candidates, _LABEL_GAP)
        )

    def _importance(self, index: int) -> tuple[bool, bool, bool, int]:
        tick = self._ticks[index]
        end = index in (0, len(self._ticks) - 1)
        return tick.year != self._year, not end, not tick.available, -index

    def _scale(self, box: QRectF) -> Scale:
        years = [tick.year for tick in self._ticks]
        return Scale(years[0], years[-1], box.left() + _SIDE, box.right() - _SIDE) if years else Scale(0, 1, 0, 1)

    def _state(self, tick: YearTick) -> str:
        if tick.available:
            return lines((tr("chosen") if tick.year == self._year else "", tick.note))
        return tick.note or tr("no figures in this year")

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        scale, letters = self._scale(box), self.lettering()
        y = crisp(box.top() + _TOP - 1.0)
        painter.setPen(QPen(colours.line, 1.0))
        painter.drawLine(QPointF(scale.start, y), QPointF(scale.end, y))
        for index, tick in enumerate(self._ticks):
            chosen = tick.year == self._year
            radius = _CHOSEN if chosen else _DOT + (1.0 if index == marked and tick.available else 0.0)
            fill = colours.accent if chosen else colours.muted
            painter.setPen(QPen(fill, 1.3) if chosen or not tick.available else QPen(colours.ground, 1.0))
            painter.setBrush(fill if tick.available else colours.ground)
            painter.drawEllipse(QPointF(scale.at(tick.year), y), radius, radius)
        chosen_text = str(self._year)
        for text, where in self.labels(box):
            if text == chosen_text:
                letters.small_bold.draw(painter, where, text, colours.text, CENTRE)
            else:
                letters.small.draw(painter, where, text, colours.muted, CENTRE)

    def mouseReleaseEvent(self, event: QEvent) -> None:
        """A click chooses the year."""
        super().mouseReleaseEvent(event)
        index = self.part_at(QPointF(event.pos()))
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            self._choose(index)

    def keyPressEvent(self, event: QEvent) -> None:
        """Arrows go to the next year that is available, Home and End to the first and the last."""
        available = [index for index, tick in enumerate(self._ticks) if tick.available]
        now = next((index for index, tick in enumerate(self._ticks) if tick.year == self._year), -1)
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
            self._choose(next((index for index in available if index > now), now))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Down):
            self._choose(next((index for index in reversed(available) if index < now), now))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and available:
            self._choose(available[0] if key == Qt.Key.Key_Home else available[-1])
        else:
            super().keyPressEvent(event)

    def _choose(self, index: int) -> None:
        if not 0 <= index < len(self._ticks):
            return
        tick = self._ticks[index]
        if tick.available and tick.year != self._year:
            self._year = tick.year
            self._data_changed()
            self.year_changed.emit(tick.year)
