# SPDX-License-Identifier: GPL-2.0-or-later
"""What a scatter shows, and where everything stands in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from qgis.PyQt.QtCore import QRectF

from .painting.lettering import FontMeasures
from .painting.scale import Scale, round_ticks

_ROOM = 0.04
_TICKS_X, _TICKS_Y = 5, 5
_AXIS_GAP = 6.0
_SIDE = 6.0

Floats = NDArray[np.float64]
Path = tuple[tuple[float, float], ...]


@dataclass(frozen=True, eq=False)
class ScatterData:
    """Points and what lies over them, in data units.

    `x` and `y` are float64 [points] without NaN, in ascending order of x; `group` is the index in `groups` (label,
    colour '#RRGGBB') of each; `names` what a point is called and `notes` what more it says. `paths` are lines as (name,
    corners), the first drawn solid, the others dashed. `across` and `along` are the x and the y at which low ends.
    `span` is a stretch of x that is shaded.
    """

    title: str
    x_label: str
    y_label: str
    x: Floats
    y: Floats
    group: NDArray[np.int64]
    groups: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    notes: tuple[str, ...]
    decimals: tuple[int, int]
    paths: tuple[tuple[str, Path], ...] = ()
    across: float | None = None
    along: float | None = None
    cut_name: str = ""
    span: tuple[float, float] | None = None
    span_name: str = ""


@dataclass(frozen=True, eq=False)
class ScatterPlan:
    """The plot's rectangle, its scales and ticks, and the pixels of the points: float64 [points] each."""

    plot: QRectF
    x: Scale
    y: Scale
    x_ticks: tuple[float, ...]
    y_ticks: tuple[float, ...]
    x_decimals: int
    y_decimals: int
    across: Floats
    down: Floats

    @classmethod
    def of(
        cls, room: QRectF, data: ScatterData, letter: FontMeasures, written: Callable[[float, int], str]
    ) -> ScatterPlan:
        """Plan for these points in the room, with place at the left for the tick labels."""
        low_x, high_x = _extent(data.x)
        low_y, high_y = _extent(data.y)
        x_ticks, y_ticks = round_ticks(low_x, high_x, _TICKS_X), round_ticks(low_y, high_y, _TICKS_Y)
        x_decimals, y_decimals = decimals_of(x_ticks), decimals_of(y_ticks)
        left = room.left() + max(letter.width(written(tick, y_decimals)) for tick in (*y_ticks, low_y)) + _AXIS_GAP
        plot = QRectF(left, room.top(), room.right() - left - _SIDE, room.height())
        x, y = Scale(low_x, high_x, plot.left(), plot.right()), Scale(low_y, high_y, plot.bottom(), plot.top())
        return cls(
            plot=plot,
            x=x,
            y=y,
            x_ticks=x_ticks,
            y_ticks=y_ticks,
            x_decimals=x_decimals,
            y_decimals=y_decimals,
            across=plot.left() + (data.x - low_x) / (high_x - low_x) * plot.width(),
            down=plot.bottom() - (data.y - low_y) / (high_y - low_y) * plot.height(),
        )

    def nearest(self, x: float, y: float, reach: float) -> int:
        """Index of the point nearest to a pixel, at most `reach` pixels away; -1 for none."""
        if not len(self.across):
            return -1
        squared = (self.across - x) ** 2 + (self.down - y) ** 2
        best = int(np.argmin(squared))
        return best if squared[best] <= reach * reach else -1


def decimals_of(ticks: tuple[float, ...]) -> int:
    """Fewest decimals that write every tick exactly, 6 at most."""
    return next((n for n in range(6) if all(abs(round(tick, n) - tick) < 10.0 ** -(n + 4) for tick in ticks)), 6)


def _extent(values: Floats) -> tuple[float, float]:
    """Lowest and highest value with some room on either side; never without extent."""
    low, high = float(values.min()), float(values.max())
    room = (high - low) * _ROOM or abs(low) * _ROOM or 1.0
    return low - room, high + room
