# SPDX-License-Identifier: GPL-2.0-or-later
"""Places on an axis: a linear scale, round ticks, and which labels can stand without touching."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_TOLERANCE = 1e-9


@dataclass(frozen=True)
class Scale:
    """Straight line from data units [low, high] to pixels [start, end]; start may lie beyond end."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Pixel of a value; the middle when the scale has no extent."""
        if self.high == self.low:
            return (self.start + self.end) / 2.0
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def crisp(pixel: float) -> float:
    """The nearest place where a line one pixel wide covers whole pixels."""
    return math.floor(pixel) + 0.5


def round_step(extent: float, most: int) -> float:
    """Smallest round step (1, 2, 2.5 or 5 times a power of ten) that makes at most so many intervals."""
    if not extent > 0:
        return 1.0
    raw = extent / max(most, 1)
    power = 10.0 ** math.floor(math.log10(raw))
    return next(power * factor for factor in _ROUND if power * factor >= raw * (1.0 - _TOLERANCE))


def round_ticks(low: float, high: float, most: int) -> tuple[float, ...]:
    """Round values within [low, high], ascending, at most about `most` of them."""
    step = round_step(high - low, most)
    first = math.ceil(low / step - _TOLERANCE)
    last = math.floor(high / step + _TOLERANCE)
    return tuple(step * index for index in range(first, last + 1))


def round_limit(largest: float, least: float) -> float:
    """Round number at or above `largest` and `least`, for an axis that is symmetric around zero."""
    wanted = max(largest, least)
    step = round_step(wanted, 4)
    return step * math.ceil(wanted / step - _TOLERANCE)


def columns(centres: Sequence[float], low: float, high: float) -> tuple[tuple[float, float], ...]:
    """Left and right edge around each ascending centre: halfway to its neighbours, and [low, high] at the ends."""
    halves = [(first + second) / 2.0 for first, second in pairwise(centres)]
    return tuple(zip([low, *halves], [*halves, high], strict=True))


@dataclass(frozen=True)
class Label:
    """Text on an axis with its extent in pixels; `index` is its tick's."""

    index: int
    text: str
    left: float
    right: float


def place(centre: float, width: float, low: float, high: float) -> tuple[float, float]:
    """Extent of a label around a centre, moved inward so that it stays within [low, high]."""
    left = min(max(centre - width / 2.0, low), max(high - width, low))
    return left, left + width


def without_overlap(candidates: Sequence[Label], gap: float) -> tuple[Label, ...]:
    """The labels that can stand, by order of importance, each at least `gap` pixels from the others."""
    kept: list[Label] = []
    for label in candidates:
        if all(label.left >= other.right + gap or label.right + gap <= other.left for other in kept):
            kept.append(label)
    return tuple(kept)
