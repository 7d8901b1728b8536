# SPDX-License-Identifier: GPL-2.0-or-later
"""Bars around zero: what each dimension adds to or takes from the reference, with a tick for a comparison."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from ..words.formats import has_value, signed_score
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import FALL, RISE, ChartColours
from .painting.lettering import CENTRE, RIGHT
from .painting.mixing import mixed
from .painting.scale import Scale, crisp, round_limit

_ROW = 1.36
_BAR = 0.79
_GAP = 8.0
_LABEL_SHARE = 0.48
_LEAST_LIMIT = 0.1
_TICK = 2.0
_SHADE = 0.22


@dataclass(frozen=True)
class ProfileBar:
    """One dimension: value and reference in score units (NaN or None for none); `colour` '' takes rise or fall."""

    id: str
    label: str
    value: float
    colour: str = ""
    note: str = ""
    reference: float | None = None
    reference_label: str = ""


@dataclass(frozen=True)
class ProfileData:
    """Bars from top to bottom; `limit` fixes the axis at plus and minus this value, 0 lets the data decide.

    `chosen` is the id of a bar that stands out.
    """

    title: str
    bars: tuple[ProfileBar, ...]
    limit: float = 0.0
    chosen: str = ""


@dataclass(frozen=True)
class _BarsPlan:
    label: QRectF
    value: QRectF
    plot: QRectF
    scale: Scale
    row: float


class ProfileBars(Chart):
    """Horizontal bars around zero, their value with sign at the right, references as ticks explained below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: ProfileData | None = None
        self.explains_tick = True
        self._data_changed()

    def explain_tick(self, wanted: bool) -> None:
        """Whether the tick is explained below the bars on the screen too; on pictures it always is."""
        self.explains_tick = wanted
        self._data_changed()

    def picture(self, width: int = 0, scale: float = 2.0) -> QImage:
        """With the tick explained."""
        before, self.explains_tick = self.explains_tick, True
        try:
            return super().picture(width, scale)
        finally:
            self.explains_tick = before

    def set_data(self, data: ProfileData | None) -> None:
        """Shows these bars; None empties the chart."""
        self._data = data
        self._data_changed()

    def name(self) -> str:
        """Title of the profile."""
        return self._data.title if self._data else tr("Profile")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """Dimension, value, and the reference where there is one."""
        if self._data is None:
            return ()
        named = self.reference_names()
        header: tuple[Cell, ...] = (tr("Dimension"), tr("Contribution"))
        if not named:
            return (header, *((bar.label, Number(bar.value, 4)) for bar in self._data.bars))
        return (
            (*header, ", ".join(named)),
            *((bar.label, Number(bar.value, 4), Number(bar.reference, 4)) for bar in self._data.bars),
        )

    def reference_names(self) -> tuple[str, ...]:
        """Names of the references in use, each once."""
        bars = self._data.bars if self._data else ()
        return tuple(dict.fromkeys(bar.reference_label for bar in bars if has_value(bar.reference)))

    def preferred_height(self, width: float) -> float:
        """Title, a row per bar, the axis, and the legend of the tick."""
        letters = self.lettering()
        rows = len(self._data.bars) if self._data else 5
        legend = letters.small.height + _TICK if self.explains_tick and self.reference_names() else 0.0
        return 2 * MARGIN + letters.normal.height + rows * self._row() + letters.small.height + 2 * _TICK + legend

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """The rows."""
        if self._data is None:
            return ()
        top = box.top() + self.lettering().normal.height
        return tuple(
            ChartPart(QRectF(box.left(), top + index * self._row(), box.width(), self._row()), self._said(bar))
            for index, bar in enumerate(self._data.bars)
        )

    def _said(self, bar: ProfileBar) -> str:
        value = tr("{dimension}: {value}").format(dimension=bar.label, value=signed_score(bar.value))
        reference = ""
        if has_value(bar.reference):
            reference = tr("{name}: {value}").format(name=bar.reference_label, value=signed_score(bar.reference))
        return lines((value, reference, bar.note))

    def _row(self) -> float:
        return float(round(self.lettering().normal.height * _ROW))

    def _plan(self, box: QRectF) -> _BarsPlan:
        data = self._data
        bars = data.bars if data else ()
        letters = self.lettering()
        numbers = [bar.value for bar in bars] + [bar.reference for bar in bars]
        largest = max((abs(n) for n in numbers if n is not None and has_value(n)), default=0.0)
        limit = data.limit if data and data.limit > 0 else round_limit(largest, _LEAST_LIMIT)
        letter = letters.bold if data and data.chosen else letters.normal
        label = min(max((letter.width(bar.label) for bar in bars), default=0.0), box.width() * _LABEL_SHARE)
        value = max(letters.bold.width(text) for text in ("+0,00", *(signed_score(bar.value) for bar in bars)))
        top, row = box.top() + letters.normal.height, self._row()
        left, right = box.left() + label + _GAP, box.right() - value - _GAP
        return _BarsPlan(
            label=QRectF(box.left(), top, label, row),
            value=QRectF(right + _GAP, top, value, row),
            plot=QRectF(left, top, right - left, row * len(bars)),
            scale=Scale(-limit, limit, left, right),
            row=row,
        )

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        if self._data is None:
            return
        letters, plan = self.lettering(), self._plan(box)
        title = QRectF(box.left(), box.top(), box.width(), letters.normal.height)
        letters.normal.draw(painter, title, self._data.title, colours.muted)
        self._paint_axis(painter, plan, colours)
        for index, bar in enumerate(self._data.bars):
            down = index * plan.row
            chosen = bar.id == self._data.chosen
            if index == marked or chosen:
                ground = mixed(colours.accent, colours.ground, _SHADE) if chosen else colours.shade
                painter.fillRect(QRectF(box.left(), plan.plot.top() + down, box.width(), plan.row), ground)
            place = plan.label.translated(0, down)
            letter = letters.fitting(bar.label, place.width())
            if chosen:
                letter = letters.bold if letters.bold.width(bar.label) <= place.width() + 0.5 else letters.small_bold
            letter.draw(painter, place, bar.label, colours.text)
            self._paint_bar(painter, plan, bar, plan.plot.top() + down, colours)
            value = plan.value.translated(0, down)
            (letters.bold if chosen else letters.normal).draw(
                painter, value, signed_score(bar.value), colours.text, RIGHT
            )
        zero = crisp(plan.scale.at(0.0))
        painter.setPen(QPen(colours.line, 1.0))
        painter.drawLine(QPointF(zero, plan.plot.top()), QPointF(zero, plan.plot.bottom() + _TICK))
        self._paint_legend(painter, box, plan, colours)

    def _paint_axis(self, painter: QPainter, plan: _BarsPlan, colours: ChartColours) -> None:
        letter = self.lettering().small
        for value in (plan.scale.low, 0.0, plan.scale.high):
            x = crisp(plan.scale.at(value))
            painter.setPen(QPen(colours.grid, 1.0))
            painter.drawLine(QPointF(x, plan.plot.top()), QPointF(x, plan.plot.bottom() + _TICK))
            text = signed_score(value) if value else "0"
            half = letter.width(text) / 2.0 + 1.0
            place = QRectF(x - half, plan.plot.bottom() + _TICK, 2 * half, letter.height)
            letter.draw(painter, place, text, colours.muted, CENTRE)

    def _paint_bar(
        self, painter: QPainter, plan: _BarsPlan, bar: ProfileBar, top: float, colours: ChartColours
    ) -> None:
        height = round(self.lettering().normal.height * _BAR)
        y = round(top + (plan.row - height) / 2.0)
        if has_value(bar.value):
            zero, end = plan.scale.at(0.0), _held(plan.scale.at(bar.value), plan.plot)
            left, right = crisp(min(zero, end)), crisp(max(zero, end))
            painter.setPen(QPen(colours.line, 1.0))
            painter.setBrush(QColor(bar.colour or (RISE if bar.value >= 0 else FALL)))
            painter.drawRect(QRectF(QPointF(left, y + 0.5), QPointF(right, y + height - 0.5)))
        if has_value(bar.reference):
            x = _held(plan.scale.at(float(bar.reference or 0.0)), plan.plot)
            _paint_tick(painter, x, y - _TICK, y + height + _TICK, colours)

    def _paint_legend(self, painter: QPainter, box: QRectF, plan: _BarsPlan, colours: ChartColours) -> None:
        named = self.reference_names()
        if not named or not self.explains_tick:
            return
        letter = self.lettering().small
        place = QRectF(box.left(), box.bottom() - letter.height, box.width(), letter.height)
        _paint_tick(painter, place.left() + 2.0, place.top() + 1.0, place.bottom() - 1.0, colours)
        letter.draw(painter, place.adjusted(9.0, 0, 0, 0), ", ".join(named), colours.muted)


def _held(x: float, plot: QRectF) -> float:
    return min(max(x, plot.left()), plot.right())


def _paint_tick(painter: QPainter, x: float, top: float, bottom: float, colours: ChartColours) -> None:
    painter.setPen(QPen(colours.ground, 4.0))
    painter.drawLine(QPointF(x, top + 1.0), QPointF(x, bottom - 1.0))
    painter.setPen(QPen(colours.text, 2.0))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
