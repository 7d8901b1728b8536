# SPDX-License-Identifier: GPL-2.0-or-later
"""Development from a pack: the change of its squares between two years, and of areas by the recipe of a measurer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import everything
from ...engine.change.development import AreaDevelopment, Development, develop, develop_areas
from ...engine.errors import InputError
from ...engine.squares.scoring import PublishedScores, Scores, recompute
from ...pack.pack import Pack
from ..measure import Measurer


def require_period(pack: Pack, since: int, until: int) -> tuple[int, int]:
    """Both years; InputError when they aren't one before the other, PackError for a year the pack doesn't have."""
    if since == until:
        raise InputError("The first and the last year are both {year}. Choose two different years.", year=since)
    if since > until:
        raise InputError(
            "The first year {since} lies after the last year {until}; swap them.", since=since, until=until
        )
    return pack.require_year(since), pack.require_year(until)


def years_without_dimensions(pack: Pack, years: Sequence[int]) -> tuple[int, ...]:
    """Which of these years have a total only, so that a change from or to them has no contributions."""
    bare = pack.model.years_without_dimensions
    return tuple(year for year in years if year in bare)


def square_scores(pack: Pack, years: tuple[int, ...], squares: NDArray[np.integer] | None = None) -> Scores:
    """Recomputed scores of all squares in some years, or of some squares by index; raises as `square_development`."""
    _, published, _ = pack.require_squares()
    at = [published.years.index(pack.require_year(year)) for year in years]
    rows = slice(None) if squares is None else squares

    def chosen(array: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack([array[rows, place] for place in at], axis=1)

    some = PublishedScores(years, chosen(published.total), chosen(published.deviation), chosen(published.contributions))
    return recompute(pack.model, some)


def square_development(pack: Pack, since: int, until: int, squares: NDArray[np.integer] | None = None) -> Development:
    """Change of all squares, or of some by index; PackError without squares or for a year the pack doesn't have."""
    return develop(pack.model, square_scores(pack, (since, until), squares), since, until)


def area_development(measurer: Measurer, areas: Sequence[bytes | None], since: int, until: int) -> AreaDevelopment:
    """Change of areas given as WKB in EPSG:28992; raises as `Measurer.measure` does."""
    _valid, coverage = measurer.cover(areas)
    return covered_development(measurer, coverage, since, until)


def pack_development(measurer: Measurer, since: int, until: int) -> AreaDevelopment:
    """Change of all squares of the pack together, as one area."""
    grid, _, _ = measurer.pack.require_squares()
    return covered_development(measurer, everything(len(grid)), since, until)


def covered_development(measurer: Measurer, coverage: Coverage, since: int, until: int) -> AreaDevelopment:
    """Change of areas of which the squares are known; PackError for a year the pack doesn't have."""
    square, place = np.unique(coverage.square, return_inverse=True)
    part = Coverage(coverage.offset, place.astype(np.int64), coverage.share, coverage.surface)
    change = square_development(measurer.pack, since, until, square)
    weights = measurer.weights
    return develop_areas(measurer.pack.model, change, part, weights.value[square], weights.kind)
