# SPDX-License-Identifier: GPL-2.0-or-later
"""Development from a pack: the change of its squares between two years, and of areas by the recipe of a measurer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..engine.coverage import Coverage, cover
from ..engine.development import AreaDevelopment, Development, develop, develop_areas
from ..engine.grid import SQUARE_AREA
from ..engine.rings import decode_polygons
from ..engine.scoring import PublishedScores, recompute
from .geometry import make_valid
from .measure import Measurer
from .pack import Pack


def square_development(pack: Pack, since: int, until: int, squares: NDArray[np.integer] | None = None) -> Development:
    """Change of all squares, or of some by index; PackError without squares or for a year the pack doesn't have."""
    _, published, _ = pack.require_squares()
    years = (pack.require_year(since), pack.require_year(until))
    at = [published.years.index(year) for year in years]
    rows = slice(None) if squares is None else squares

    def chosen(array: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack([array[rows, place] for place in at], axis=1)

    two = PublishedScores(years, chosen(published.total), chosen(published.deviation), chosen(published.contributions))
    return develop(pack.model, recompute(pack.model, two), since, until)


def area_development(measurer: Measurer, areas: Sequence[bytes | None], since: int, until: int) -> AreaDevelopment:
    """Change of areas given as WKB in EPSG:28992; raises as `Measurer.measure` does."""
    grid, _, _ = measurer.pack.require_squares()
    valid = make_valid(areas, measurer.recipe.fill_rule)
    coverage = cover(grid, decode_polygons(valid.wkb), measurer.recipe.rule)
    square, place = np.unique(coverage.square, return_inverse=True)
    part = Coverage(coverage.offset, place.astype(np.int64), coverage.share, coverage.surface)
    return _of_coverage(measurer, square, part, since, until)


def pack_development(measurer: Measurer, since: int, until: int) -> AreaDevelopment:
    """Change of all squares of the pack together, as one area."""
    grid, _, _ = measurer.pack.require_squares()
    square = np.arange(len(grid))
    whole = Coverage(np.array([0, len(grid)]), square, np.ones(len(grid)), np.array([len(grid) * SQUARE_AREA]))
    return _of_coverage(measurer, square, whole, since, until)


def _of_coverage(
    measurer: Measurer, squares: NDArray[np.int64], coverage: Coverage, since: int, until: int
) -> AreaDevelopment:
    change = square_development(measurer.pack, since, until, squares)
    weights = measurer.weights
    return develop_areas(measurer.pack.model, change, coverage, weights.value[squares], weights.kind)
