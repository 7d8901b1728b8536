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
_LEAST_AREAS, _NEARER = 5, 0.2
"""A column is taken for another when over so many areas the other one lies nearer by so much."""


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
    difference = _means(coverage, scores, weights) - published
    compared = np.flatnonzero(np.isfinite(difference))
    if not len(compared):
        return None
    off = difference[compared]
    worst = int(np.argmax(np.abs(off)))
    return Misfit(weights.kind, len(compared), float(np.sqrt(np.mean(off**2))), float(off[worst]), int(compared[worst]))


def mixed_up(coverage: Coverage, scores: Floats, published: Floats, weights: Weights) -> list[tuple[int, int]]:
    """Themes of squares that are published of the areas as another one: pairs of both places, [] where all agree.

    `scores` is float64 [squares, themes], `published` float64 [areas, themes], of the same themes in the same order.
    """
    means = np.stack([_means(coverage, values, weights) for values in scores.T], axis=1)
    there = np.isfinite(means).all(axis=1) & np.isfinite(published).all(axis=1)
    if np.count_nonzero(there) < _LEAST_AREAS:
        return []
    off = np.sqrt(np.mean((means[there][:, :, None] - published[there][:, None, :]) ** 2, axis=0))
    nearest = off.argmin(axis=1)
    own = np.arange(len(off))
    return [(int(at), int(nearest[at])) for at in np.flatnonzero(off[own, nearest] < _NEARER * off[own, own])]


def _means(coverage: Coverage, scores: Floats, weights: Weights) -> Floats:
    """Weighted means of the squares of every area: float64 [areas], not finite where none has a score and a weight."""
    areas = len(coverage.offset) - 1
    owner = np.repeat(np.arange(areas), np.diff(coverage.offset))
    score = scores[coverage.square]
    there = np.flatnonzero(~np.isnan(score))
    weight = (coverage.share * weights.value[coverage.square])[there]
    sums = np.bincount(owner[there], weight, areas)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.bincount(owner[there], weight * score[there], areas) / sums
    return found
