# SPDX-License-Identifier: GPL-2.0-or-later
"""Where everything stands in a trend: the two scales, the columns of the years, axis labels and the legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from qgis.PyQt.QtCore import QRectF

from .painting.lettering import FontMeasures
from .painting.scale import Label, Scale, columns, place, round_ticks, without_overlap

_LEAST_EXTENT = 0.15
_ROOM = 0.12
_TICKS = 5
_SIDE = 8.0
_AXIS_GAP = 6.0
_LABEL_GAP = 4.0
_LEGEND_GAP = 14.0


@dataclass(frozen=True)
class TrendPlan:
    """The plot's rectangle, its scales, the y ticks and the years."""

    plot: QRectF
    x: Scale
    y: Scale
    ticks: tuple[float, ...]
    years: tuple[int, ...]

    @classmethod
    def of(
        cls,
        room: QRectF,
        years: tuple[int, ...],
        values: Sequence[float],
        letter: FontMeasures,
        written: Callable[[float], str],
    ) -> TrendPlan:
        """Plan for these years and values (score units) in the room, with place for the tick labels at the left."""
        low, high = min(values), max(values)
        middle = (low + high) / 2.0
        extent = max(high - low, _LEAST_EXTENT) * (1.0 + 2.0 * _ROOM)
        low, high = middle - extent / 2.0, middle + extent / 2.0
        ticks = round_ticks(low, high, _TICKS)
        left = room.left() + max(letter.width(written(tick)) for tick in (*ticks, low)) + _AXIS_GAP
        plot = QRectF(left, room.top(), room.right() - left, room.height())
        return cls(
            plot=plot,
            x=Scale(years[0], years[-1], plot.left() + _SIDE, plot.right() - 2.0 * _SIDE),
            y=Scale(low, high, plot.bottom(), plot.top()),
            ticks=ticks,
            years=years,
        )

    def columns(self) -> tuple[tuple[float, float], ...]:
        """Left and right edge of each year's column, halfway between the years."""
        return columns([self.x.at(year) for year in self.years], self.plot.left(), self.plot.right())


def short_year(year: int) -> str:
    """'2014' as '’14'."""
    return f"’{year % 100:02d}"


def year_labels(plan: TrendPlan, letter: FontMeasures, box: QRectF) -> tuple[tuple[str, QRectF], ...]:
    """Labels under the axis: years in full where they fit, else short; last and first go before the others."""
    top = plan.plot.bottom() + 5.0
    order = [len(plan.years) - 1, 0, *range(len(plan.years) - 2, 0, -1)]
    full = _labels(plan, letter, box, order, [str(year) for year in plan.years])
    kept = (
        full
        if len(full) == len(plan.years)
        else _labels(plan, letter, box, order, [str(plan.years[0]), *(short_year(year) for year in plan.years[1:])])
    )
    return tuple((label.text, QRectF(label.left, top, label.right - label.left, letter.height)) for label in kept)


def _labels(
    plan: TrendPlan, letter: FontMeasures, box: QRectF, order: Sequence[int], texts: Sequence[str]
) -> tuple[Label, ...]:
    candidates = []
    for index in order:
        left, right = place(plan.x.at(plan.years[index]), letter.width(texts[index]), box.left(), box.right())
        candidates.append(Label(index, texts[index], left, right))
    return without_overlap(candidates, _LABEL_GAP)


@dataclass(frozen=True)
class LegendEntry:
    """One entry: its text, and the index of its series (-1: the mark of a year without figures)."""

    SAMPLE: ClassVar[float] = 18.0
    GAP: ClassVar[float] = 5.0

    text: str
    series: int


def legend_places(
    entries: Sequence[LegendEntry], room: QRectF, letter: FontMeasures
) -> tuple[tuple[LegendEntry, QRectF], ...]:
    """Entries from left to right, in as many rows as the room's width asks for; the room's height is not used."""
    found = []
    left, top = room.left(), room.top()
    for entry in entries:
        width = min(LegendEntry.SAMPLE + LegendEntry.GAP + letter.width(entry.text), room.width())
        if left > room.left() and left + width > room.right():
            left, top = room.left(), top + letter.height
        found.append((entry, QRectF(left, top, width, letter.height)))
        left += width + _LEGEND_GAP
    return tuple(found)


def legend_rows(entries: Sequence[LegendEntry], width: float, letter: FontMeasures) -> int:
    """Number of rows the legend takes at this width."""
    return len({place_.top() for _, place_ in legend_places(entries, QRectF(0, 0, width, 0), letter)})
