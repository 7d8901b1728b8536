# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles of several areas on the same rows: a mark per area and dimension, around zero."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from ..words.formats import has_value, signed_score
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import ChartColours
from .painting.lettering import CENTRE
from .painting.scale import Scale, crisp, round_limit
from .trend_marks import paint_mark
from .trend_plan import LegendEntry, legend_places, legend_rows

_ROW = 1.5
_GAP = 8.0
_LABEL_SHARE = 0.48
_LEAST_LIMIT = 0.1
_TICK = 3.0


@dataclass(frozen=True)
class DotSeries:
    """One area: a value per dimension in score units, NaN for none; `colour` '' takes one by its place."""

    name: str
    values: tuple[float, ...]
    colour: str = ""


@dataclass(frozen=True)
class DotsData:
    """Dimensions from top to bottom, and the areas, each with a value per dimension."""

    title: str
    labels: tuple[str, ...]
    series: tuple[DotSeries, ...]


@dataclass(frozen=True)
class _DotsPlan:
    label: QRectF
    plot: QRectF
    scale: Scale
    row: float


class ProfileDots(Chart):
    """Rows of marks around zero; marks and colours are those of the trend, so that one legend explains both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: DotsData | None = None
        self._data_changed()

    def set_data(self, data: DotsData | None) -> None:
        """Shows these profiles; None, or not one value, empties the chart."""
        filled = data is not None and any(has_value(value) for one in data.series for value in one.values)
        self._data = data if filled else None
        self._data_changed()

    def name(self) -> str:
        """Title of the profiles."""
        return self._data.title if self._data else tr("Profile")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """A row per dimension, a column per area."""
        data = self._data
        if data is None:
            return ()
        header: tuple[Cell, ...] = (tr("Dimension"), *(one.name for one in data.series))
        rows: list[tuple[Cell, ...]] = [
            (label, *(Number(one.values[row], 4) for one in data.series)) for row, label in enumerate(data.labels)
        ]
        return (header, *rows)

    def preferred_height(self, width: float) -> float:
        """Title, a row per dimension, the axis and the legend."""
        letters = self.lettering()
        rows = len(self._data.labels) if self._data else 5
        legend = legend_rows(self._legend(), width - 2 * MARGIN, letters.small) if self._data else 1
        return 2 * MARGIN + letters.normal.height + rows * self._row() + (1.15 + legend) * letters.small.height + _TICK

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """The dimensions."""
        data = self._data
        if data is None:
            return ()
        top = box.top() + self.lettering().normal.height
        return tuple(
            ChartPart(QRectF(box.left(), top + row * self._row(), box.width(), self._row()), self._said(row))
            for row in range(len(data.labels))
        )

    def _said(self, row: int) -> str:
        data = self._data
        if data is None:
            return ""
        values = [
            tr("{name}: {value}").format(name=one.name, value=signed_score(one.values[row])) for one in data.series
        ]
        return lines((data.labels[row], *values))

    def _row(self) -> float:
        return float(round(self.lettering().normal.height * _ROW))

    def _legend(self) -> Sequence[LegendEntry]:
        return tuple(LegendEntry(one.name, at) for at, one in enumerate(self._data.series if self._data else ()))

    def _plan(self, box: QRectF, data: DotsData) -> _DotsPlan:
        letters, row = self.lettering(), self._row()
        label = min(max(letters.normal.width(text) for text in data.labels), box.width() * _LABEL_SHARE)
        top = box.top() + letters.normal.height
        left, right = box.left() + label + _GAP, box.right() - letters.small.width("+0,00") / 2.0
        largest = max(abs(value) for one in data.series for value in one.values if has_value(value))
        limit = round_limit(largest, _LEAST_LIMIT)
        return _DotsPlan(
            label=QRectF(box.left(), top, label, row),
            plot=QRectF(left, top, right - left, row * len(data.labels)),
            scale=Scale(-limit, limit, left, right),
            row=row,
        )

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        data = self._data
        if data is None:
            return
        letters, plan = self.lettering(), self._plan(box, data)
        title = QRectF(box.left(), box.top(), box.width(), letters.normal.height)
        letters.normal.draw(painter, title, data.title, colours.muted)
        if marked >= 0:
            place = QRectF(box.left(), plan.plot.top() + marked * plan.row, box.width(), plan.row)
            painter.fillRect(place, colours.shade)
        self._paint_axis(painter, plan, colours)
        for row, text in enumerate(data.labels):
            place = plan.label.translated(0, row * plan.row)
            letters.fitting(text, place.width()).draw(painter, place, text, colours.text)
            y = crisp(place.center().y())
            painter.setPen(QPen(colours.grid, 1.0))
            painter.drawLine(QPointF(plan.plot.left(), y), QPointF(plan.plot.right(), y))
            for at in reversed(range(len(data.series))):
                value = data.series[at].values[row]
                if has_value(value):
                    colour = colours.series(at, data.series[at].colour)
                    paint_mark(painter, QPointF(plan.scale.at(value), y), at, colour, colours)
        self._paint_legend(painter, box, plan, colours)

    def _paint_axis(self, painter: QPainter, plan: _DotsPlan, colours: ChartColours) -> None:
        letter = self.lettering().small
        for value in (plan.scale.low, 0.0, plan.scale.high):
            x = crisp(plan.scale.at(value))
            painter.setPen(QPen(colours.line if value == 0 else colours.grid, 1.0))
            painter.drawLine(QPointF(x, plan.plot.top()), QPointF(x, plan.plot.bottom() + _TICK))
            text = signed_score(value) if value else "0"
            half = letter.width(text) / 2.0 + 1.0
            place = QRectF(x - half, plan.plot.bottom() + _TICK, 2 * half, letter.height)
            letter.draw(painter, place, text, colours.muted, CENTRE)

    def _paint_legend(self, painter: QPainter, box: QRectF, plan: _DotsPlan, colours: ChartColours) -> None:
        data, letter = self._data, self.lettering().small
        top = plan.plot.bottom() + _TICK + letter.height * 1.15
        for entry, place in legend_places(self._legend(), QRectF(box.left(), top, box.width(), 0.0), letter):
            centre = QPointF(place.left() + LegendEntry.SAMPLE / 2.0, place.center().y())
            colour = colours.series(entry.series, data.series[entry.series].colour if data else "")
            paint_mark(painter, centre, entry.series, colour, colours)
            written = place.adjusted(LegendEntry.SAMPLE + LegendEntry.GAP, 0, 0, 0)
            letter.draw(painter, written, entry.text, colours.text)
