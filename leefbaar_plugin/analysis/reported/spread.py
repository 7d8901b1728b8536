# SPDX-License-Identifier: GPL-2.0-or-later
"""Spread within areas and its course: do good and weak parts grow apart; and is the course constant or variable.

Letter of 14 April 2022. When a course is constant isn't told: here, when the total of no year lies further from the
mean of all years than the bound of “no change” in our own classes of change.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.coverage import Coverage
from ..measure import Measurer

CONSTANT, VARIABLE = "constant", "variable"
APART, TOGETHER = "apart", "together"
_LOW, _HIGH = 0.1, 0.9
Floats = NDArray[np.float64]


def spread_columns(measurer: Measurer, coverage: Coverage, names: list[str]) -> dict[str, list[Any]]:
    """A row per area and year: mean and spread (standard deviation by weight) of the total of its squares, low and high
    (a tenth of the weight lies below and above), gap (high minus low), change_gap and apart (apart or together) since
    the first year of the area, course (constant or variable) and range (largest minus smallest mean).
    """
    pack, years = measurer.pack, measurer.pack.years
    matrix = pack.require_squares()[2]
    reference = pack.model.reference_of(years)
    steady = min(bound for bound in pack.model.development_classification.bounds if bound > 0)
    columns: dict[str, list[Any]] = {
        name: [] for name in "name year mean spread low high gap change_gap apart course range".split()
    }
    for area, name in enumerate(names):
        part = slice(int(coverage.offset[area]), int(coverage.offset[area + 1]))
        square = coverage.square[part]
        weight = coverage.share[part] * measurer.weights.value[square]
        rows = []
        for at in range(len(years)):
            there = matrix.classes[square, at] > 0
            total = matrix.values[square[there], matrix.place[at, 0]] + reference[at]
            rows.append(_spread(total, weight[there]))
        found = np.array(rows).reshape(-1, 4)
        gap = found[:, 3] - found[:, 2]
        known = np.flatnonzero(~np.isnan(gap))
        change = gap - gap[known[0]] if len(known) else gap
        means = found[known, 0]
        course, extent = None, None
        if len(known) > 1:
            course = CONSTANT if np.abs(means - means.mean()).max() <= steady else VARIABLE
            extent = float(means.max() - means.min())
        for at, year in enumerate(years):
            first = len(known) > 0 and at <= known[0]
            moved = None if first or np.isnan(change[at]) else float(change[at])
            way = None if not moved else APART if moved > 0 else TOGETHER
            values = (name, year, *map(_known, found[at]), _known(gap[at]), moved, way, course, extent)
            for column, value in zip(columns.values(), values, strict=True):
                column.append(value)
    return columns


def _spread(total: Floats, weight: Floats) -> tuple[float, float, float, float]:
    """Mean, standard deviation, and the values below and above which a tenth of the weight lies; NaN for no weight."""
    whole = weight.sum()
    if not whole > 0:
        return np.nan, np.nan, np.nan, np.nan
    mean = float((total * weight).sum() / whole)
    spread = float(np.sqrt(((total - mean) ** 2 * weight).sum() / whole))
    order = np.argsort(total, kind="stable")
    running = np.cumsum(weight[order]) / whole
    low, high = (float(total[order][np.searchsorted(running, part - 1e-12)]) for part in (_LOW, _HIGH))
    return mean, spread, low, high


def _known(value: float | np.floating) -> float | None:
    return None if np.isnan(value) else float(value)
