# SPDX-License-Identifier: GPL-2.0-or-later
"""How far squares, summed up by each kind of weight, lie from the published scores of the areas they are in.

Which weights the ministry uses from squares to buurten isn't published (domain.md, section 5); what fits best shows it
on the user's own data.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..squares.weights import Weights
from .coverage import Coverage

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Misfit:
    """Difference of means of squares from published scores, in score units, for one kind of weight.

    `rms` is the root of the mean square over `areas` areas, `largest` the difference farthest from 0, which is that of
    area number `worst` (from 0).
    """

    kind: str
    areas: int
    rms: float
    largest: float
    worst: int


def misfit(coverage: Coverage, scores: Floats, published: Floats, weights: Weights) -> Misfit | None:
    """Compare the weighted means of squares with the published scores of the areas that `coverage` tells them to be in.

    `scores` float64 [squares] and `published` float64 [areas] are those of one theme and year, NaN for none. None when
    no area has both.
    """
    areas = len(published)
    owner = np.repeat(np.arange(areas), np.diff(coverage.offset))
    score = scores[coverage.square]
    there = np.flatnonzero(~np.isnan(score))
    weight = (coverage.share * weights.value[coverage.square])[there]
    sums = np.bincount(owner[there], weight, areas)
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = np.bincount(owner[there], weight * score[there], areas) / sums - published
    compared = np.flatnonzero(np.isfinite(difference))
    if not len(compared):
        return None
    off = difference[compared]
    worst = int(np.argmax(np.abs(off)))
    return Misfit(weights.kind, len(compared), float(np.sqrt(np.mean(off**2))), float(off[worst]), int(compared[worst]))
