# SPDX-License-Identifier: GPL-2.0-or-later
"""From the reference to the score in steps: each step begins where the one before ended."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise

from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from ..words.formats import ends, has_value, number, score, signed_score
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import FALL, RISE, ChartColours
from .painting.lettering import CENTRE, RIGHT
from .painting.scale import Scale, crisp, round_ticks

_ROW = 1.5
_BAR = 0.87
_GAP = 8.0
_LABEL_SHARE = 0.48
_ROOM = 0.06
_TICK = 3.0


@dataclass(frozen=True)
class WaterfallStep:
    """One step in score units; `colour` '' takes rise or fall."""

    label: str
    value: float
    colour: str = ""
    note: str = ""


@dataclass(frozen=True)
class WaterfallData:
    """Start, steps and end in score units. The caller sees to it that start plus steps is the end."""

    title: str
    start_label: str
    start: float
    steps: tuple[WaterfallStep, ...]
    end_label: str
    end: float
    end_colour: str = ""


@dataclass(frozen=True)
class _StepsPlan:
    label: QRectF
    value: QRectF
    plot: QRectF
    scale: Scale
    levels: tuple[float, ...]


class Waterfall(Chart):
    """Rows from the start through the steps to the end, joined by thin lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: WaterfallData | None = None
        self._data_changed()

    def set_data(self, data: WaterfallData | None) -> None:
        """Shows these steps; None empties the chart, and so does a start, end or step without value."""
        values = (data.start, data.end, *(step.value for step in data.steps)) if data else ()
        self._data = data if all(has_value(value) for value in values) else None
        self._data_changed()

    def name(self) -> str:
        """Title of the waterfall."""
        return self._data.title if self._data else tr("From the reference to the score")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """Start, steps and end with the level after each."""
        data = self._data
        if data is None:
            return ()
        steps = zip(data.steps, self._levels()[1:], strict=True)
        return (
            (tr("Step"), tr("Contribution"), tr("Score")),
            (data.start_label, "", Number(data.start, 4)),
            *((step.label, Number(step.value, 4), Number(level, 4)) for step, level in steps),
            (data.end_label, "", Number(data.end, 4)),
        )

    def preferred_height(self, width: float) -> float:
        """Title, a row per step, two more for start and end, and the axis."""
        letters, rows = self.lettering(), len(self._data.steps) + 2 if self._data else 7
        return 2 * MARGIN + letters.normal.height + rows * self._row() + letters.small.height + _TICK

    def ticks(self, box: QRectF) -> tuple[tuple[float, str], ...]:
        """Scores on the axis below, with their texts, as many as fit; none without data."""
        if self._data is None:
            return ()
        plan, letter = self._plan(box, self._data), self.lettering().small
        width = letter.width(number(self._data.start, 3)) + _GAP
        most = max(int(plan.plot.width() // width), 2)
        values = round_ticks(plan.scale.low, plan.scale.high, most)
        steps = {round(after - before, 6) for before, after in pairwise(values)}
        decimals = next((n for n in (2, 3) if all(round(step, n) == step for step in steps)), 4)
        return tuple((value, number(value, decimals)) for value in values)

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """Start, steps, end."""
        data = self._data
        if data is None:
            return ()
        said = [tr("{name}: {value}").format(name=data.start_label, value=self._ends()[0])]
        for step, level in zip(data.steps, self._levels()[1:], strict=True):
            value = tr("{dimension}: {value}").format(dimension=step.label, value=signed_score(step.value))
            said.append(lines((value, tr("so far: {value}").format(value=score(level)), step.note)))
        said.append(tr("{name}: {value}").format(name=data.end_label, value=self._ends()[1]))
        top, row = box.top() + self.lettering().normal.height, self._row()
        return tuple(
            ChartPart(QRectF(box.left(), top + i * row, box.width(), row), text) for i, text in enumerate(said)
        )

    def _ends(self) -> tuple[str, str]:
        """Start and end as they are written, with a third decimal where two would contradict their difference."""
        return ends(self._data.start, self._data.end) if self._data is not None else ("", "")

    def _row(self) -> float:
        return float(round(self.lettering().normal.height * _ROW))

    def _levels(self) -> tuple[float, ...]:
        if self._data is None:
            return ()
        return tuple(accumulate((step.value for step in self._data.steps), initial=self._data.start))

    def _plan(self, box: QRectF, data: WaterfallData) -> _StepsPlan:
        letters, levels = self.lettering(), self._levels()
        names = (data.start_label, *(step.label for step in data.steps), data.end_label)
        label = min(max(letters.bold.width(name) for name in names), box.width() * _LABEL_SHARE)
        steps = (signed_score(step.value) for step in data.steps)
        value = max(letters.bold.width(text) for text in ("+0,00", *steps, *self._ends()))
        top, row = box.top() + letters.normal.height, self._row()
        left, right = box.left() + label + _GAP, box.right() - value - _GAP
        low, high = min(*levels, data.end), max(*levels, data.end)
        room = (high - low) * _ROOM or 0.05
        return _StepsPlan(
            label=QRectF(box.left(), top, label, row),
            value=QRectF(right + _GAP, top, value, row),
            plot=QRectF(left, top, right - left, row * len(names)),
            scale=Scale(low - room, high + room, left, right),
            levels=levels,
        )

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        data = self._data
        if data is None:
            return
        letters, plan = self.lettering(), self._plan(box, data)
        row = plan.label.height()
        title = QRectF(box.left(), box.top(), box.width(), letters.normal.height)
        letters.normal.draw(painter, title, data.title, colours.muted)
        if marked >= 0:
            painter.fillRect(QRectF(box.left(), plan.plot.top() + marked * row, box.width(), row), colours.shade)
        self._paint_axis(painter, box, plan, colours)
        self._paint_end(painter, plan, 0, data.start_label, data.start, "", colours)
        for index, step in enumerate(data.steps):
            self._paint_step(painter, plan, index, step, colours)
        self._paint_end(painter, plan, len(data.steps) + 1, data.end_label, data.end, data.end_colour, colours)

    def _paint_axis(self, painter: QPainter, box: QRectF, plan: _StepsPlan, colours: ChartColours) -> None:
        letter, bottom = self.lettering().small, plan.plot.bottom()
        for value, text in self.ticks(box):
            x = crisp(plan.scale.at(value))
            painter.setPen(QPen(colours.grid, 1.0))
            painter.drawLine(QPointF(x, plan.plot.top()), QPointF(x, bottom + _TICK))
            half = letter.width(text) / 2.0 + 1.0
            letter.draw(painter, QRectF(x - half, bottom + _TICK, 2 * half, letter.height), text, colours.muted, CENTRE)

    def _paint_end(
        self,
        painter: QPainter,
        plan: _StepsPlan,
        index: int,
        name: str,
        value: float,
        colour: str,
        colours: ChartColours,
    ) -> None:
        down = index * plan.label.height()
        letter = self.lettering().bold if index else self.lettering().normal
        letter.draw(painter, plan.label.translated(0, down), name, colours.text)
        letter.draw(painter, plan.value.translated(0, down), self._ends()[min(index, 1)], colours.text, RIGHT)
        middle = plan.label.translated(0, down).center().y()
        x, half = plan.scale.at(value), self.lettering().normal.height * _BAR / 2.0
        painter.setPen(QPen(colours.text, 1.0))
        painter.setBrush(QColor(colour) if colour else colours.text)
        painter.drawPolygon(
            [QPointF(x, middle - half), QPointF(x + half, middle), QPointF(x, middle + half), QPointF(x - half, middle)]
        )

    def _paint_step(
        self, painter: QPainter, plan: _StepsPlan, index: int, step: WaterfallStep, colours: ChartColours
    ) -> None:
        letters, row = self.lettering(), plan.label.height()
        down = (index + 1) * row
        place = plan.label.translated(0, down)
        letters.fitting(step.label, place.width()).draw(painter, place, step.label, colours.text)
        letters.normal.draw(painter, plan.value.translated(0, down), signed_score(step.value), colours.text, RIGHT)
        height = round(letters.normal.height * _BAR)
        y = round(plan.plot.top() + down + (row - height) / 2.0)
        before, after = crisp(plan.scale.at(plan.levels[index])), crisp(plan.scale.at(plan.levels[index + 1]))
        painter.setPen(QPen(colours.line, 1.0))
        painter.drawLine(QPointF(before, y - row + height), QPointF(before, y))
        if index == len(plan.levels) - 2:
            painter.drawLine(QPointF(after, y + height), QPointF(after, y + row))
        bar = QRectF(QPointF(min(before, after), y + 0.5), QPointF(max(before, after), y + height - 0.5))
        painter.setBrush(QColor(step.colour or (RISE if step.value >= 0 else FALL)))
        painter.drawRect(bar)
