# SPDX-License-Identifier: GPL-2.0-or-later
"""Development from a pack: the change of its squares between two years, and of areas by the recipe of a measurer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.coverage import Coverage
from ...engine.areas.coverings import counted, covered_part, everything
from ...engine.change.development import AreaDevelopment, Development, develop, develop_areas
from ...engine.change.square_changes import SquareChanges, develop_from, square_changes
from ...engine.errors import InputError
from ...engine.squares.scoring import PublishedScores, Scores, recompute
from ...pack.pack import Pack
from ..measure import Measurer

_MANY = 20_000
"""Squares of areas from which the change of all squares is worth its time."""
_UNIFORM, _LAST_CHANGE = "years with dimensions for all or none", "change of all squares"


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


def pack_development(measurer: Measurer, since: int, until: int) -> AreaDevelopment:
    """Change of all squares of the pack together, as one area."""
    grid, _, _ = measurer.pack.require_squares()
    return covered_development(measurer, everything(len(grid)), since, until)


def covered_development(measurer: Measurer, coverage: Coverage, since: int, until: int) -> AreaDevelopment:
    """Change of areas of which the squares are known; PackError for a year the pack doesn't have."""
    return change_and_ends(measurer, coverage, since, until)[0]


def change_and_ends(
    measurer: Measurer, coverage: Coverage, since: int, until: int
) -> tuple[AreaDevelopment, NDArray[np.float64]]:
    """The same, and the totals in both years on the squares scored in both: float64 [areas, 2]."""
    pack = measurer.pack
    years = pack.require_year(since), pack.require_year(until)
    if len(coverage.square) < _MANY or not _can_sum(pack, years):
        found, ends = of_few(measurer, coverage, since, until)
    else:
        found, ends = develop_from(pack.model, _changes_of_all(pack, since, until), coverage, measurer.weights)
    matrix = pack.require_squares()[2]
    at = [matrix.years.index(year) for year in years]
    compared = (matrix.classes[:, at] > 0).all(axis=1)
    bare = np.zeros(len(coverage), np.int64)
    if matrix.with_dimensions.ndim != 1:
        bare = counted(coverage, compared & matrix.bare[:, at].any(axis=1))
    return replace(found, covered=covered_part(coverage, compared), bare=bare), ends


def _can_sum(pack: Pack, years: tuple[int, ...]) -> bool:
    """Whether in these years every scored square has all dimensions, or none has any; looked up once a year."""
    _, published, matrix = pack.require_squares()
    if matrix.with_dimensions.ndim != 1:
        return False
    known: dict[int, bool] = pack.kept.setdefault(_UNIFORM, {})
    for year in years:
        if year not in known:
            at = matrix.years.index(year)
            lacking = np.isnan(published.contributions[:, at])
            has_them = (matrix.classes[:, at] > 0) & matrix.with_dimensions[at]
            known[year] = bool((lacking != has_them[:, None]).all())
    return all(known[year] for year in years)


def _changes_of_all(pack: Pack, since: int, until: int) -> SquareChanges:
    """Change of all squares; that of the last pair of years is kept."""
    found: SquareChanges | None = pack.kept.get(_LAST_CHANGE)
    if found is None or (found.since, found.until) != (since, until):
        found = pack.kept[_LAST_CHANGE] = square_changes(pack.model, pack.require_squares()[2], since, until)
    return found


def of_few(
    measurer: Measurer, coverage: Coverage, since: int, until: int
) -> tuple[AreaDevelopment, NDArray[np.float64]]:
    """What `change_and_ends` gives, from the squares of the areas alone, whatever these lack."""
    model, weights = measurer.pack.model, measurer.weights
    square, place = np.unique(coverage.square, return_inverse=True)
    part = Coverage(coverage.offset, place.astype(np.int64), coverage.share, coverage.surface)
    scores = square_scores(measurer.pack, (since, until), square)
    found = develop_areas(model, develop(model, scores, since, until), part, weights.value[square], weights.kind)
    return found, _ends(scores.total, part, weights.value[square])


def _ends(total: NDArray[np.float64], part: Coverage, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Means of the totals (float64 [squares, 2]) over the squares with both: float64 [areas, 2]."""
    both = total[part.square]
    there = ~np.isnan(both).any(axis=1)
    of_area = np.repeat(np.arange(len(part)), np.diff(part.offset))[there]
    weight = (part.share * weights[part.square])[there]
    with np.errstate(divide="ignore", invalid="ignore"):
        sums = np.bincount(of_area, weight, len(part))
        ends = [np.bincount(of_area, weight * year, len(part)) / sums for year in both[there].T]
    return np.column_stack(ends).astype(np.float64)
