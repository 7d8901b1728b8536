# SPDX-License-Identifier: GPL-2.0-or-later
"""Choice of a year on a line, each year at its true distance from the others."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import ChartColours
from .painting.lettering import CENTRE
from .painting.scale import Label, Scale, columns, crisp, place, without_overlap
from .trend_plan import short_year

_SIDE = 16.0
_DOT = 4.0
_CHOSEN = 6.0
_LABEL_GAP = 2.0
_TOP = 7.0


@dataclass(frozen=True)
class YearTick:
    """A year; one that is not available can't be chosen and `note` says why. A development can begin where `begins`."""

    year: int
    available: bool = True
    note: str = ""
    begins: bool = True


class YearAxis(Chart):
    """Ticks on a time axis: filled, hollow when not available, large when chosen; click or use the arrow keys.

    A development has a first year too: a ring, with a thick line to the chosen one; Shift moves it. `year_changed` and
    `since_changed` carry the year a user chose; `set_year` and `set_ticks` don't emit them.
    """

    year_changed = pyqtSignal(int)
    since_changed = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ticks: tuple[YearTick, ...] = ()
        self._year: int | None = None
        self._since: int | None = None
        self._data_changed()

    def set_ticks(self, ticks: tuple[YearTick, ...], year: int | None = None, since: int | None = None) -> None:
        """Shows these years, ascending. Keeps the year that is chosen when none is given, even when not available.

        `since` is the first year of a development, None when none is shown.
        """
        self._ticks = tuple(sorted(ticks, key=lambda tick: tick.year))
        wanted = self._year if year is None else year
        self._year = wanted if any(tick.year == wanted for tick in self._ticks) else None
        self._since = since if any(tick.year == since for tick in self._ticks) and since != self._year else None
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

    def since(self) -> int | None:
        """The first year of the development that is shown, None when none is."""
        return self._since

    def available_years(self) -> tuple[int, ...]:
        """The years that can be chosen."""
        return tuple(tick.year for tick in self._ticks if tick.available)

    def name(self) -> str:
        """'Year' and the chosen one."""
        if self._since is not None:
            return tr("Years {since} to {year}").format(since=self._since, year=self._year)
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
        return MARGIN + _TOP + _CHOSEN + self.lettering().small.height

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """The years, each as wide as halfway to its neighbours."""
        if not self._ticks:
            return ()
        scale = self._scale(box)
        edges = columns([scale.at(tick.year) for tick in self._ticks], box.left(), box.right())
        return tuple(
            ChartPart(QRectF(left, box.top(), right - left, box.height()), lines((str(tick.year), self._state(tick))))
            for tick, (left, right) in zip(self._ticks, edges, strict=True)
        )

    def labels(self, box: QRectF) -> tuple[tuple[str, QRectF], ...]:
        """What is written under the line, and where; the chosen year in full and always there."""
        scale, letters = self._scale(box), self.lettering()
        order = sorted(range(len(self._ticks)), key=self._importance)
        candidates = []
        for index in order:
            year = self._ticks[index].year
            chosen = year in (self._year, self._since)
            text = str(year) if chosen else short_year(year)
            width = (letters.small_bold if chosen else letters.small).width(text)
            left, right = place(scale.at(year), width, box.left(), box.right())
            candidates.append(Label(index, text, left, right))
        top = box.top() + _TOP + _CHOSEN - 1.0
        return tuple(
            (label.text, QRectF(label.left, top, label.right - label.left, letters.small.height))
            for label in without_overlap(candidates, _LABEL_GAP)
        )

    def _importance(self, index: int) -> tuple[bool, bool, bool, bool, int]:
        tick = self._ticks[index]
        end = index in (0, len(self._ticks) - 1)
        return tick.year != self._year, tick.year != self._since, not end, not tick.available, -index

    def _scale(self, box: QRectF) -> Scale:
        years = [tick.year for tick in self._ticks]
        return Scale(years[0], years[-1], box.left() + _SIDE, box.right() - _SIDE) if years else Scale(0, 1, 0, 1)

    def _state(self, tick: YearTick) -> str:
        if tick.year == self._since:
            return lines((tr("first year of the development"), tick.note))
        if tick.available:
            return lines((tr("chosen") if tick.year == self._year else "", tick.note))
        return tick.note or tr("no figures in this year")

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        scale, letters = self._scale(box), self.lettering()
        y = crisp(box.top() + _TOP - 1.0)
        painter.setPen(QPen(colours.line, 1.0))
        painter.drawLine(QPointF(scale.start, y), QPointF(scale.end, y))
        if self._since is not None and self._year is not None:
            painter.setPen(QPen(colours.accent, 3.0))
            painter.drawLine(QPointF(scale.at(self._since), y), QPointF(scale.at(self._year), y))
        for index, tick in enumerate(self._ticks):
            chosen = tick.year == self._year
            if tick.year == self._since:
                painter.setPen(QPen(colours.accent, 2.0))
                painter.setBrush(colours.ground)
                painter.drawEllipse(QPointF(scale.at(tick.year), y), _CHOSEN - 1.0, _CHOSEN - 1.0)
                continue
            radius = _CHOSEN if chosen else _DOT + (1.0 if index == marked and tick.available else 0.0)
            fill = colours.accent if chosen else colours.muted
            painter.setPen(QPen(fill, 1.3) if chosen or not tick.available else QPen(colours.ground, 1.0))
            painter.setBrush(fill if tick.available else colours.ground)
            painter.drawEllipse(QPointF(scale.at(tick.year), y), radius, radius)
        strong = (str(self._year), str(self._since))
        for text, where in self.labels(box):
            if text in strong:
                letters.small_bold.draw(painter, where, text, colours.text, CENTRE)
            else:
                letters.small.draw(painter, where, text, colours.muted, CENTRE)

    def mouseReleaseEvent(self, event: QEvent) -> None:
        """A click chooses the year, with Shift the first one of a development."""
        super().mouseReleaseEvent(event)
        index = self.part_at(QPointF(event.pos()))
        if event.button() == Qt.MouseButton.LeftButton and index >= 0:
            if self._since is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._begin_at(index)
            else:
                self._choose(index)

    def keyPressEvent(self, event: QEvent) -> None:
        """Arrows go to the next year that is available, with Shift to another first year; Home and End to the ends."""
        if self._since is not None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._move_since(event)
            return
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

    def _move_since(self, event: QEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
        if event.key() not in steps:
            super().keyPressEvent(event)
            return
        years = [tick.year for tick in self._ticks]
        self._begin_at(years.index(self._since or 0) + steps[event.key()])

    def _begin_at(self, index: int) -> None:
        """Begin the development at a year; one after its end, or that isn't published, changes nothing."""
        if 0 <= index < len(self._ticks) and self._year is not None and self._ticks[index].year < self._year:
            tick = self._ticks[index]
            if tick.year != self._since and tick.begins:
                self.since_changed.emit(tick.year)

    def _choose(self, index: int) -> None:
        if not 0 <= index < len(self._ticks):
            return
        tick = self._ticks[index]
        if tick.available and tick.year != self._year:
            self._year = tick.year
            self._data_changed()
            self.year_changed.emit(tick.year)
