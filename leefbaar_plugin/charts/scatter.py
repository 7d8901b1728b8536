# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas as points of two figures, in the colours of their classes, with a straight line and two segments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr, trn
from ..words.formats import count, number
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import ChartColours
from .painting.lettering import CENTRE, RIGHT
from .painting.scale import Label, crisp, place, without_overlap
from .scatter_plan import ScatterData, ScatterPlan
from .trend_plan import LegendEntry, legend_places, legend_rows

_PLOT = 13.0
_TICK = 4.0
_RADIUS, _SMALL_RADIUS = 3.2, 2.0
_MANY = 400
_REACH = 9.0
_LINE, _CUT, _SPAN, _CLASS = 0, -1, -2, 100


class ScatterChart(Chart):
    """A part is a point, from left to right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: ScatterData | None = None
        self._planned: tuple[tuple[float, ...], ScatterPlan] | None = None
        self._data_changed()

    def set_data(self, data: ScatterData | None) -> None:
        """Shows these points; None, or no point, empties the chart."""
        self._data = data if data is not None and len(data.x) else None
        self._planned = None
        self._data_changed()

    def name(self) -> str:
        """Title of the scatter."""
        return self._data.title if self._data else tr("Scatter")

    def empty_text(self) -> str:
        """No area has both figures."""
        return tr("No area has both figures")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """A row per point."""
        data = self._data
        if data is None:
            return ()
        x_decimals, y_decimals = data.decimals
        return (
            (tr("Area"), data.x_label, data.y_label, tr("Class")),
            *(
                (name, Number(x, x_decimals + 2), Number(y, y_decimals + 2), data.groups[group][0])
                for name, x, y, group in zip(
                    data.names, data.x.tolist(), data.y.tolist(), data.group.tolist(), strict=True
                )
            ),
        )

    def preferred_height(self, width: float) -> float:
        """Title, name of the upright axis, the plot, the level axis with its name, and the legend."""
        letters = self.lettering()
        rows = legend_rows(self._legend(), width - 2 * MARGIN, letters.small) if self._data else 1
        return 2 * MARGIN + letters.normal.height * (1 + _PLOT) + letters.small.height * (3.4 + rows) + _TICK

    def parts(self, box: QRectF) -> Sequence[ChartPart]:
        """The points, with a little room around each; made when they are asked for."""
        data = self._data
        if data is None:
            return ()
        plan = self._plan(box, data)
        return _Points(plan, lambda at: self._said(data, at))

    def part_at(self, point: QPointF) -> int:
        """The point nearest to the pointer."""
        if self._data is None:
            return -1
        return self._plan(self._box(), self._data).nearest(point.x(), point.y(), _REACH)

    def _describe(self) -> None:
        """Of many points a screen reader hears the number, until the keyboard is on one."""
        data = self._data
        if data is not None and not 0 <= self._current < len(self.parts(self._box())):
            text = trn(
                "{n} area; {x_label} by {y_label}; the arrow keys go over the areas",
                "{n} areas; {x_label} by {y_label}; the arrow keys go over the areas",
                len(data.x),
            ).format(n=count(len(data.x)), x_label=data.x_label, y_label=data.y_label)
            self.setAccessibleDescription(text)
            return
        super()._describe()

    def _said(self, data: ScatterData, at: int) -> str:
        values = (
            tr("{name}: {value}").format(name=data.x_label, value=number(float(data.x[at]), data.decimals[0])),
            tr("{name}: {value}").format(name=data.y_label, value=number(float(data.y[at]), data.decimals[1])),
        )
        return lines((data.names[at], *values, data.groups[int(data.group[at])][0], data.notes[at]))

    def _legend(self) -> tuple[LegendEntry, ...]:
        data = self._data
        if data is None:
            return ()
        entries = [LegendEntry(name, _LINE + at) for at, (name, _path) in enumerate(data.paths)]
        if data.span is not None:
            entries.append(LegendEntry(data.span_name, _SPAN))
        if data.across is not None or data.along is not None:
            entries.append(LegendEntry(data.cut_name, _CUT))
        used = np.unique(data.group).tolist()
        return (*entries, *(LegendEntry(data.groups[group][0], _CLASS + group) for group in used))

    def _plan(self, box: QRectF, data: ScatterData) -> ScatterPlan:
        key = (box.left(), box.top(), box.width(), box.height())
        if self._planned is None or self._planned[0] != key:
            letters = self.lettering()
            above = letters.normal.height + letters.small.height * 1.2
            below = _TICK + letters.small.height * (2.1 + legend_rows(self._legend(), box.width(), letters.small))
            room = box.adjusted(0, above, 0, -below)
            self._planned = (key, ScatterPlan.of(room, data, letters.small, number))
        return self._planned[1]

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        data = self._data
        if data is None:
            return
        letters, plan = self.lettering(), self._plan(box, data)
        title = QRectF(box.left(), box.top(), box.width(), letters.normal.height)
        letters.fitting(data.title, box.width()).draw(painter, title, data.title, colours.muted)
        upright = QRectF(box.left(), title.bottom(), box.width(), letters.small.height)
        letters.small.draw(painter, upright, "\u2191 " + data.y_label, colours.muted)
        self._paint_axes(painter, box, plan, colours)
        painter.save()
        painter.setClipRect(plan.plot.adjusted(-_RADIUS, -_RADIUS, _RADIUS, _RADIUS))
        self._paint_under(painter, plan, colours)
        self._paint_points(painter, plan, colours)
        self._paint_paths(painter, plan, colours)
        if 0 <= marked < len(data.x):
            painter.setPen(QPen(colours.text, 2.0))
            painter.setBrush(QColor(data.groups[int(data.group[marked])][1]))
            painter.drawEllipse(QPointF(plan.across[marked], plan.down[marked]), _RADIUS + 2.0, _RADIUS + 2.0)
        painter.restore()
        self._paint_legend(painter, box, plan, colours)

    def _paint_axes(self, painter: QPainter, box: QRectF, plan: ScatterPlan, colours: ChartColours) -> None:
        data, letter = self._data, self.lettering().small
        if data is None:
            return
        for value in plan.y_ticks:
            y = crisp(plan.y.at(value))
            painter.setPen(QPen(colours.grid, 1.0))
            painter.drawLine(QPointF(plan.plot.left(), y), QPointF(plan.plot.right(), y))
            spot = QRectF(box.left(), y - letter.height / 2.0, plan.plot.left() - box.left() - 4.0, letter.height)
            letter.draw(painter, spot, number(value, plan.y_decimals), colours.muted, RIGHT)
        base = crisp(plan.plot.bottom())
        painter.setPen(QPen(colours.line, 1.0))
        painter.drawLine(QPointF(plan.plot.left(), base), QPointF(plan.plot.right(), base))
        candidates = []
        for at, value in enumerate(plan.x_ticks):
            x = crisp(plan.x.at(value))
            painter.drawLine(QPointF(x, base), QPointF(x, base + _TICK))
            text = number(value, plan.x_decimals)
            candidates.append(Label(at, text, *place(x, letter.width(text) + 1, box.left(), box.right())))
        top = plan.plot.bottom() + _TICK
        for label in without_overlap(candidates, 4.0):
            spot = QRectF(label.left, top, label.right - label.left, letter.height)
            letter.draw(painter, spot, label.text, colours.muted, CENTRE)
        spot = QRectF(box.left(), top + letter.height, box.width(), letter.height)
        letter.draw(painter, spot, data.x_label + " \u2192", colours.muted, RIGHT)

    def _paint_under(self, painter: QPainter, plan: ScatterPlan, colours: ChartColours) -> None:
        """The interval of the turning point, and where low ends."""
        data = self._data
        if data is None:
            return
        if data.span is not None:
            left, right = (plan.x.at(value) for value in data.span)
            painter.fillRect(QRectF(left, plan.plot.top(), right - left, plan.plot.height()), colours.shade)
        painter.setPen(_cut_pen(colours))
        if data.across is not None:
            x = crisp(plan.x.at(data.across))
            painter.drawLine(QPointF(x, plan.plot.top()), QPointF(x, plan.plot.bottom()))
        if data.along is not None:
            y = crisp(plan.y.at(data.along))
            painter.drawLine(QPointF(plan.plot.left(), y), QPointF(plan.plot.right(), y))

    def _paint_points(self, painter: QPainter, plan: ScatterPlan, colours: ChartColours) -> None:
        data = self._data
        if data is None:
            return
        many = len(data.x) > _MANY
        radius = _SMALL_RADIUS if many else _RADIUS
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not many)
        edge = QPen(colours.line, 2 * radius + 1.2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        for group in np.unique(data.group).tolist():
            rows = data.group == group
            pairs = zip(plan.across[rows].tolist(), plan.down[rows].tolist(), strict=True)
            points = QPolygonF([QPointF(x, y) for x, y in pairs])
            colour = QColor(data.groups[group][1])
            inner = QPen(colour, 2 * radius, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
            for pen in (edge, inner):
                painter.setPen(pen)
                painter.drawPoints(points)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_paths(self, painter: QPainter, plan: ScatterPlan, colours: ChartColours) -> None:
        for at, (_name, path) in enumerate(self._data.paths if self._data else ()):
            line = QPolygonF([QPointF(plan.x.at(x), plan.y.at(y)) for x, y in path])
            for pen in (
                QPen(colours.ground, 3.6),
                _path_pen(at, colours),
            ):  # a halo, so that it stands out of the points
                painter.setPen(pen)
                painter.drawPolyline(line)

    def _paint_legend(self, painter: QPainter, box: QRectF, plan: ScatterPlan, colours: ChartColours) -> None:
        data, letter = self._data, self.lettering().small
        if data is None:
            return
        top = plan.plot.bottom() + _TICK + letter.height * 2.1
        for entry, spot in legend_places(self._legend(), QRectF(box.left(), top, box.width(), 0.0), letter):
            middle = spot.center().y()
            left, right = QPointF(spot.left(), middle), QPointF(spot.left() + LegendEntry.SAMPLE, middle)
            if entry.series >= _CLASS:
                painter.setPen(QPen(colours.line, 0.8))
                painter.setBrush(QColor(data.groups[entry.series - _CLASS][1]))
                painter.drawEllipse((left + right) / 2.0, _RADIUS + 0.6, _RADIUS + 0.6)
            elif entry.series == _SPAN:
                painter.fillRect(QRectF(left.x(), spot.top() + 2, LegendEntry.SAMPLE, spot.height() - 4), colours.grid)
            else:
                painter.setPen(_cut_pen(colours) if entry.series == _CUT else _path_pen(entry.series, colours))
                painter.drawLine(left, right)
            written = spot.adjusted(LegendEntry.SAMPLE + LegendEntry.GAP, 0, 0, 0)
            letter.draw(painter, written, entry.text, colours.text)


class _Points(Sequence[ChartPart]):
    """The points as parts: of fourteen thousand only the one that is looked at is put into words."""

    def __init__(self, plan: ScatterPlan, said: Callable[[int], str]) -> None:
        self._plan = plan
        self._said = said

    def __len__(self) -> int:
        return len(self._plan.across)

    @overload
    def __getitem__(self, at: int) -> ChartPart: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[ChartPart]: ...

    def __getitem__(self, at: int | slice) -> ChartPart | Sequence[ChartPart]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(len(self)))]
        size = 2 * _RADIUS + 2
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        x, y = float(self._plan.across[at]), float(self._plan.down[at])
        return ChartPart(QRectF(x - size / 2, y - size / 2, size, size), self._said(at))


def _path_pen(at: int, colours: ChartColours) -> QPen:
    return QPen(colours.series(at), 1.8, Qt.PenStyle.DashLine if at else Qt.PenStyle.SolidLine)


def _cut_pen(colours: ChartColours) -> QPen:
    return QPen(colours.muted, 1.0, Qt.PenStyle.DotLine)
