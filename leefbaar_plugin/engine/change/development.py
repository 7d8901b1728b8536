# SPDX-License-Identifier: GPL-2.0-or-later
"""Development: the change of scores between two years, of squares and of areas, and how much of it got better.

In LBM 3.0 a change of the total is exactly the sum of five changes (domain.md, section 2). In LBM 2.0 the reference
moves as well, which no dimension holds: its change is a term of its own (domain.md, section 3).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.coverage import Coverage
from ..model import Classification, ScoreModel
from ..squares.scoring import Scores

WORSE, SAME, BETTER = 0, 1, 2
"""Places in the last axis of `AreaDevelopment.shares`."""
_DIRECTIONS = 3
NOTHING = -1
"""In `explaining`: no dimension."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class ChangeCheck:
    """How the published change of areas compares with the difference of their published scores, by area and period.

    `compared` totals exist in both, `max_difference` apart at most, `differing` of them more than the model tolerates;
    `not_adding_up` published totals aren't the sum of their dimensions; `without_scores` have no such difference.
    """

    compared: int
    max_difference: float
    differing: int
    not_adding_up: int
    without_scores: int

    def followed_by(self, other: ChangeCheck) -> ChangeCheck:
        """The same of these and of other changes."""
        return ChangeCheck(
            self.compared + other.compared,
            max(self.max_difference, other.max_difference),
            self.differing + other.differing,
            self.not_adding_up + other.not_adding_up,
            self.without_scores + other.without_scores,
        )


@dataclass(frozen=True, eq=False)
class Development:
    """Change of scores from year `since` to `until`; NaN where one of both years lacks a score.

    `total` is float64 [areas], `contributions` float64 [areas, dimensions], all in score units; `reference` is the
    change of the reference: 0 in LBM 3.0, NaN for a year without one. Where both exist,
    `total = contributions.sum(axis=-1) + reference`; of areas, when all squares compared have their dimensions too.
    """

    since: int
    until: int
    total: Floats
    contributions: Floats
    reference: float

    @property
    def themes(self) -> Floats:
        """The total and then the dimensions: float64 [areas, themes]."""
        return np.concatenate((self.total[:, None], self.contributions), axis=1)


@dataclass(frozen=True, eq=False)
class AreaDevelopment:
    """Change of areas, as weighted means over the squares that have a score in both years.

    `change` holds their `Development`; `classes` is int8 [areas, themes], 0 for none; `shares` float64 [areas, themes,
    3] the fractions of the weight that got worse, stayed the same, got better; `squares` int64 [areas] and `weight_sum`
    float64 [areas] count what was compared; `weight` is its kind.

    `covered` float64 [areas] is the part (0-1) of the surface that the squares compared cover, `bare` int64 [areas] how
    many of these lack a dimension in a year that has them; None where that isn't known.
    """

    change: Development
    classes: NDArray[np.int8]
    shares: Floats
    squares: NDArray[np.int64]
    weight_sum: Floats
    weight: str
    covered: Floats | None = None
    bare: NDArray[np.int64] | None = None


def develop(model: ScoreModel, scores: Scores, since: int, until: int) -> Development:
    """Change between two years of `scores` (recomputed, or of areas); ValueError for a year that isn't among them."""
    first, last = scores.years.index(since), scores.years.index(until)
    reference = model.reference_of((since, until))
    return Development(
        since,
        until,
        scores.total[:, last] - scores.total[:, first],
        scores.contributions[:, last] - scores.contributions[:, first],
        float(reference[1] - reference[0]),
    )


def check_changes(model: ScoreModel, stated: Floats, own: Floats) -> ChangeCheck:
    """Compare published change with own differences: both float64 [..., themes], the total first, NaN for none."""
    off = np.abs(stated - own)
    there, both = ~np.isnan(stated[..., 0]), ~np.isnan(off[..., 0])
    apart = np.abs(stated[..., 0] - stated[..., 1:].sum(axis=-1))
    return ChangeCheck(
        int(np.count_nonzero(both)),
        float(np.nanmax(off)) if both.any() else 0.0,
        int(np.count_nonzero((off > model.tolerance.difference).any(axis=-1))),
        int(np.count_nonzero(apart > model.tolerance.adding_up)),
        int(np.count_nonzero(there & ~both)),
    )


def neutral_class(classification: Classification) -> int:
    """Number of the class that holds a change of 0: no change."""
    return int(classification.classify(np.zeros(1))[0])


def directions(classification: Classification, change: Floats) -> NDArray[np.int8]:
    """`WORSE`, `SAME` or `BETTER` by the class of every change, -1 where it is NaN; int8 of the same shape."""
    neutral, bounds = neutral_class(classification), classification.bounds
    found = np.full(change.shape, SAME, np.int8)
    if neutral > 1:
        found -= change < bounds[neutral - 2]
    if neutral <= len(bounds):
        found += change >= bounds[neutral - 1]
    found[change != change] = -1
    return found


def is_own_calculation(model: ScoreModel, theme_id: str) -> bool:
    """Whether the class of a theme's change rests on bounds that nobody published, so that it must be marked.

    Published classes of change are known of the total alone.
    """
    return model.development_classification.certainty == "?" or theme_id != model.total.id


def explaining(model: ScoreModel, change: Development, classes: NDArray[np.int8]) -> NDArray[np.int8]:
    """Place of the dimension that explains most of every change: the largest contribution in its direction.

    `classes` are those of the totals, int8 [areas]. `NOTHING` where the class is none or no change, where the
    contributions aren't known, or where no dimension goes that way (in LBM 2.0 the reference may have moved alone).
    """
    moved = (classes > 0) & (classes != neutral_class(model.development_classification))
    towards = np.nan_to_num(change.contributions * np.sign(change.total)[:, None], nan=-np.inf)
    largest = towards.argmax(axis=1)
    found = moved & (towards.max(axis=1) > 0)
    return np.where(found, largest, NOTHING).astype(np.int8)


def develop_areas(
    model: ScoreModel, squares: Development, coverage: Coverage, weights: Floats, weight: str
) -> AreaDevelopment:
    """Change of areas from that of their squares; `weights` is float64 [squares], of kind `weight`.

    The mean of changes over squares with both years is the change of the mean over these squares. A theme that lacks
    a year for some squares has a mean over the others.
    """
    areas = len(coverage)
    of_area = np.repeat(np.arange(areas), np.diff(coverage.offset))
    entry_weight = coverage.share * weights[coverage.square]
    changes = squares.themes[coverage.square]
    themes = changes.shape[1]
    mean = np.full((areas, themes), np.nan)
    shares = np.full((areas, themes, _DIRECTIONS), np.nan)
    for theme in range(themes):
        change = changes[:, theme]
        there = ~np.isnan(change)
        area, part = of_area[there], entry_weight[there]
        towards = directions(model.development_classification, change[there])
        by_direction = np.bincount(area * _DIRECTIONS + towards, part, areas * _DIRECTIONS).reshape(areas, -1)
        weight_sum = by_direction.sum(axis=1)
        with np.errstate(divide="ignore", invalid="ignore"):
            mean[:, theme] = np.bincount(area, part * change[there], areas) / weight_sum
            shares[:, theme] = by_direction / weight_sum[:, None]
    compared = ~np.isnan(changes[:, 0])
    return AreaDevelopment(
        Development(squares.since, squares.until, mean[:, 0], mean[:, 1:], squares.reference),
        model.development_classification.classify(mean),
        shares,
        np.bincount(of_area[compared], minlength=areas).astype(np.int64),
        np.bincount(of_area[compared], entry_weight[compared], areas).astype(np.float64),
        weight,
    )
