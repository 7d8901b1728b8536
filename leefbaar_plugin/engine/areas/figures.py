# SPDX-License-Identifier: GPL-2.0-or-later
"""All figures of one area in one year, taken out of the arrays for a dock, a sentence or a report."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from ..model import ScoreModel
from .aggregation import AreaScores
from .published import dimension_classes_of


@dataclass(frozen=True)
class AreaFigures:
    """One area in one year; None where there is no value.

    Scores are in score units, `shares` and `unfavourable` fractions 0-1 of the weight, `covered` a fraction of the
    surface, `surface` square metres. `to_lower` and `to_higher` are the distances to the next class bounds, None beyond
    the outermost. `trend` and `dimension_trends` are by year of `years`; `dimension_classes` are 0 for none.

    `published` tells that score and classes are those that are published of an official area; `measured` is then the
    total that its squares give. `published_years` are the years of `years` in which the score is published.

    `uncertain` is the weight in squares of which the class isn't certain, None where that isn't known; `bare` how many
    squares lack a dimension in a year that has them.
    """

    year: int
    total: float | None
    deviation: float | None
    dimensions: dict[str, float | None]
    class_number: int
    certain: bool
    to_lower: float | None
    to_higher: float | None
    shares: tuple[float | None, ...]
    unfavourable: float | None
    squares: int
    weight_sum: float
    imputed: int
    covered: float | None
    surface: float
    weight: str
    rule: str
    years: tuple[int, ...]
    trend: tuple[float | None, ...]
    dimension_trends: dict[str, tuple[float | None, ...]]
    dimension_classes: dict[str, int] = field(default_factory=dict)
    published: bool = False
    measured: float | None = None
    published_years: tuple[int, ...] = ()
    uncertain: float | None = None
    bare: int = 0

    @property
    def uncertain_share(self) -> float | None:
        """Part (0-1) of the weight that `uncertain` is, None where that isn't known or there is no weight."""
        return self.uncertain / self.weight_sum if self.uncertain is not None and self.weight_sum > 0 else None

    @property
    def has_score(self) -> bool:
        """Whether the area has a score in the year."""
        return self.total is not None


def figures_of(model: ScoreModel, scores: AreaScores, area: int, year: int) -> AreaFigures:
    """Figures of area number `area` (from 0) in `year`; ValueError when the year isn't among the scores."""
    at = scores.years.index(year)
    total = _value(scores.total[area, at])
    below, above = distances(model, total)
    shares = tuple(_value(share) for share in scores.class_shares[area, at])
    low = [shares[n - 1] for n in model.unfavourable_classes]
    unfavourable = None if total is None or None in low else sum(share or 0.0 for share in low)
    published = scores.is_published[area]
    kinds = dimension_classes_of(model, scores, area, at)
    return AreaFigures(
        year=year,
        total=total,
        deviation=_value(scores.deviation[area, at]),
        dimensions={d.id: _value(scores.dimensions[area, at, n]) for n, d in enumerate(model.dimensions)},
        class_number=int(scores.classes[area, at]),
        certain=bool(scores.certain[area, at]),
        to_lower=below,
        to_higher=above,
        shares=shares,
        unfavourable=unfavourable,
        squares=int(scores.squares[area, at]),
        weight_sum=float(scores.weight_sum[area, at]),
        imputed=int(scores.imputed[area, at]),
        covered=_value(scores.covered[area, at]),
        surface=float(scores.surface[area]),
        weight=scores.weight,
        rule=scores.rule,
        years=scores.years,
        trend=tuple(_value(value) for value in scores.total[area]),
        dimension_trends={
            d.id: tuple(_value(value) for value in scores.dimensions[area, :, n])
            for n, d in enumerate(model.dimensions)
        },
        dimension_classes={d.id: int(kinds[n]) for n, d in enumerate(model.dimensions)},
        published=bool(published[at]),
        measured=_value(scores.from_squares.total[area, at]) if published[at] else None,
        published_years=tuple(year for year, there in zip(scores.years, published, strict=True) if there),
        uncertain=None if scores.uncertain is None else _value(scores.uncertain[area, at]),
        bare=0 if scores.bare is None else int(scores.bare[area, at]),
    )


def _value(number: np.floating | float) -> float | None:
    return None if np.isnan(number) else float(number)


def distances(model: ScoreModel, total: float | None) -> tuple[float | None, float | None]:
    """Distance down to the bound of the class below, and up to that of the class above."""
    if total is None:
        return None, None
    bounds = model.total_classification.bounds
    at = int(np.searchsorted(bounds, total, side="right"))
    lower = total - float(bounds[at - 1]) if at > 0 else None
    higher = float(bounds[at]) - total if at < len(bounds) else None
    return lower, higher
