# SPDX-License-Identifier: GPL-2.0-or-later
"""Series on a true time axis, with gaps where a year has no figure and the classes as quiet bands behind."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen
from qgis.PyQt.QtWidgets import QWidget

from ..translation import tr
from ..words.formats import has_value, score, signed_score
from .painting.chart import MARGIN, Cell, Chart, ChartPart, Number, lines
from .painting.colours import ChartColours
from .painting.lettering import RIGHT
from .painting.scale import crisp
from .trend_marks import paint_mark, paint_missing
from .trend_plan import LegendEntry, TrendPlan, legend_places, legend_rows, year_labels

_PLOT = 9.0
_BAND_STRENGTH = 58
_TICK = 4.0


@dataclass(frozen=True)
class TrendSeries:
    """One line: values in score units beside `years`, NaN for no figure; `colour` '' takes one by its place."""

    name: str
    years: tuple[int, ...]
    values: tuple[float, ...]
    colour: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class TrendBand:
    """A class behind the lines, from `low` to `high` in score units (infinite at the ends)."""

    label: str
    low: float
    high: float
    colour: str


@dataclass(frozen=True)
class TrendData:
    """Lines, the most important first; `missing_years` are marked on the axis and explained by `missing_note`."""

    title: str
    series: tuple[TrendSeries, ...]
    bands: tuple[TrendBand, ...] = ()
    missing_years: tuple[int, ...] = ()
    missing_note: str = ""
    signed: bool = False


class TrendChart(Chart):
    """Lines with a dot per measurement; a dotted piece bridges years without figures. A part is a year."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._data: TrendData | None = None
        self._data_changed()

    def set_data(self, data: TrendData | None) -> None:
        """Shows these series; None, or not one value, empties the chart."""
        filled = data is not None and any(has_value(value) for line in data.series for value in line.values)
        self._data = data if filled else None
        self._data_changed()

    def name(self) -> str:
        """Title of the trend."""
        return self._data.title if self._data else tr("Trend")

    def table(self) -> tuple[tuple[Cell, ...], ...]:
        """A row per year, a column per series."""
        data = self._data
        if data is None:
            return ()
        by_year = [dict(zip(line.years, line.values, strict=True)) for line in data.series]
        return (
            (tr("Year"), *(line.name for line in data.series)),
            *((Number(year, 0), *(Number(known.get(year), 4) for known in by_year)) for year in self.years()),
        )

    def years(self) -> tuple[int, ...]:
        """All years of the axis, ascending."""
        if self._data is None:
            return ()
        found = {year for line in self._data.series for year in line.years}
        return tuple(sorted(found | set(self._data.missing_years)))

    def preferred_height(self, width: float) -> float:
        """Title, the plot, the axis, and as many rows of legend as the width asks for."""
        letters = self.lettering()
        rows = legend_rows(self._legend(), width - 2 * MARGIN, letters.small) if self._data else 1
        plot = round(letters.normal.height * _PLOT)
        return 2 * MARGIN + letters.normal.height + plot + _TICK + letters.small.height * (1.15 + rows)

    def parts(self, box: QRectF) -> tuple[ChartPart, ...]:
        """The years, each as wide as halfway to its neighbours."""
        plan = self._plan(box)
        if plan is None or self._data is None:
            return ()
        return tuple(
            ChartPart(QRectF(left, plan.plot.top(), right - left, plan.plot.height()), self._said(year))
            for year, (left, right) in zip(self.years(), plan.columns(), strict=True)
        )

    def year_labels(self, box: QRectF) -> tuple[tuple[str, QRectF], ...]:
        """The years written under the axis, and where."""
        plan = self._plan(box)
        return year_labels(plan, self.lettering().small, box) if plan else ()

    def _said(self, year: int) -> str:
        data = self._data
        if data is None:
            return ""
        rows = [str(year)]
        for line in data.series:
            value = dict(zip(line.years, line.values, strict=True)).get(year)
            if has_value(value):
                rows.append(tr("{name}: {value}").format(name=line.name, value=self._written(value)))
        if year in data.missing_years:
            rows.append(data.missing_note or tr("no figures in this year"))
        elif len(rows) == 1:
            rows.append(tr("no figures in this year"))
        return lines(rows)

    def _written(self, value: float | None) -> str:
        return signed_score(value) if self._data and self._data.signed else score(value)

    def _legend(self) -> tuple[LegendEntry, ...]:
        data = self._data
        if data is None:
            return ()
        entries = [LegendEntry(line.name, index) for index, line in enumerate(data.series)]
        if data.missing_years:
            entries.append(LegendEntry(data.missing_note or tr("no figures in this year"), -1))
        return tuple(entries)

    def _plan(self, box: QRectF) -> TrendPlan | None:
        if self._data is None:
            return None
        letters = self.lettering()
        below = _TICK + letters.small.height * (1.15 + legend_rows(self._legend(), box.width(), letters.small))
        # the label of a tick on the upper edge needs half its height above it
        room = box.adjusted(0, letters.normal.height + letters.small.height / 2, 0, -below)
        values = [value for line in self._data.series for value in line.values if has_value(value)]
        return TrendPlan.of(room, self.years(), values, letters.small, self._written)

    def _paint(self, painter: QPainter, box: QRectF, colours: ChartColours, marked: int) -> None:
        data, plan = self._data, self._plan(box)
        if data is None or plan is None:
            return
        letters = self.lettering()
        title = QRectF(box.left(), box.top(), box.width(), letters.normal.height)
        letters.normal.draw(painter, title, data.title, colours.muted)
        self._paint_bands(painter, plan, colours)
        self._paint_axes(painter, box, plan, colours)
        if 0 <= marked < len(self.years()):
            x = crisp(plan.x.at(self.years()[marked]))
            painter.setPen(QPen(colours.text, 1.0))
            painter.drawLine(QPointF(x, plan.plot.top()), QPointF(x, plan.plot.bottom()))
        for index in reversed(range(len(data.series))):
            self._paint_line(painter, plan, index, colours)
        self._paint_legend(painter, box, plan, colours)

    def _paint_bands(self, painter: QPainter, plan: TrendPlan, colours: ChartColours) -> None:
        letter = self.lettering().small
        for band in self._data.bands if self._data else ():
            low, high = max(band.low, plan.y.low), min(band.high, plan.y.high)
            if not low < high:
                continue
            top, bottom = plan.y.at(high), plan.y.at(low)
            place = QRectF(plan.plot.left(), top, plan.plot.width(), bottom - top)
            tint = QColor(band.colour)
            tint.setAlpha(_BAND_STRENGTH)
            painter.fillRect(place, tint)
            if place.height() >= letter.height * 0.9:
                letter.draw(painter, place.adjusted(0, 0, -3.0, 0), band.label, colours.muted, RIGHT)

    def _paint_axes(self, painter: QPainter, box: QRectF, plan: TrendPlan, colours: ChartColours) -> None:
        letter = self.lettering().small
        for value in plan.ticks:
            y = crisp(plan.y.at(value))
            painter.setPen(QPen(colours.line if value == 0 else colours.grid, 1.0))
            painter.drawLine(QPointF(plan.plot.left(), y), QPointF(plan.plot.right(), y))
            place = QRectF(box.left(), y - letter.height / 2.0, plan.plot.left() - box.left() - 4.0, letter.height)
            letter.draw(painter, place, self._written(value), colours.muted, RIGHT)
        base = crisp(plan.plot.bottom())
        painter.setPen(QPen(colours.line, 1.0))
        painter.drawLine(QPointF(plan.plot.left(), base), QPointF(plan.plot.right(), base))
        missing = self._data.missing_years if self._data else ()
        for year in self.years():
            x = crisp(plan.x.at(year))
            if year in missing:
                paint_missing(painter, QPointF(x, base), colours)
            else:
                painter.setPen(QPen(colours.line, 1.0))
                painter.drawLine(QPointF(x, base), QPointF(x, base + _TICK))
        for text, place in year_labels(plan, letter, box):
            letter.draw(painter, place, text, colours.muted)

    def _paint_line(self, painter: QPainter, plan: TrendPlan, index: int, colours: ChartColours) -> None:
        line, colour = self._series(index), colours.series(index, self._series(index).colour)
        known = [
            (place, QPointF(plan.x.at(year), plan.y.at(value)))
            for place, (year, value) in enumerate(zip(line.years, line.values, strict=True))
            if has_value(value)
        ]
        for (place, point), (following, target) in pairwise(known):
            if following == place + 1:
                painter.setPen(_line_pen(colour, index, line.dashed))
            else:
                painter.setPen(QPen(colour, 1.0, Qt.PenStyle.DotLine))
            painter.drawLine(point, target)
        for _, point in known:
            paint_mark(painter, point, index, colour, colours)

    def _paint_legend(self, painter: QPainter, box: QRectF, plan: TrendPlan, colours: ChartColours) -> None:
        letter = self.lettering().small
        top = plan.plot.bottom() + _TICK + letter.height * 1.15
        for entry, place in legend_places(self._legend(), QRectF(box.left(), top, box.width(), 0.0), letter):
            middle = place.center().y()
            line = QRectF(place.left(), middle, LegendEntry.SAMPLE, 0.0)
            if entry.series < 0:
                paint_missing(painter, line.center(), colours)
            else:
                self._paint_sample(painter, line, entry.series, colours)
            written = place.adjusted(LegendEntry.SAMPLE + LegendEntry.GAP, 0, 0, 0)
            letter.draw(painter, written, entry.text, colours.text)

    def _paint_sample(self, painter: QPainter, line: QRectF, index: int, colours: ChartColours) -> None:
        series = self._series(index)
        colour = colours.series(index, series.colour)
        painter.setPen(_line_pen(colour, index, series.dashed))
        painter.drawLine(line.topLeft(), line.topRight())
        paint_mark(painter, line.center(), index, colour, colours)

    def _series(self, index: int) -> TrendSeries:
        return self._data.series[index] if self._data else TrendSeries("", (), ())


def _line_pen(colour: QColor, index: int, dashed: bool) -> QPen:
    return QPen(colour, 1.4 if index else 2.0, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine)
