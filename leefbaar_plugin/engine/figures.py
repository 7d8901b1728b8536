# SPDX-License-Identifier: GPL-2.0-or-later
"""All figures of one area in one year, taken out of the arrays for a dock, a sentence or a report."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .aggregation import AreaScores
from .model import ScoreModel


@dataclass(frozen=True)
class AreaFigures:
    """One area in one year; None where there is no value.

    Scores are in score units, `shares` and `unfavourable` fractions 0-1 of the weight, `covered` a fraction of the
    surface, `surface` square metres. `to_lower` and `to_higher` are the distances to the next class bounds, None beyond
    the outermost. `trend` and `dimension_trends` are by year of `years`.
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

    @property
    def has_score(self) -> bool:
        """Whether the area has a score in the year."""
        return self.total is not None


def figures_of(model: ScoreModel, scores: AreaScores, area: int, year: int) -> AreaFigures:
    """Figures of area number `area` (from 0) in `year`; ValueError when the year isn't among the scores."""
    at = scores.years.index(year)
    total = _value(scores.total[area, at])
    below, above = _distances(model, total)
    shares = tuple(_value(share) for share in scores.class_shares[area, at])
    unfavourable = None if total is None else sum(shares[n - 1] or 0.0 for n in model.unfavourable_classes)
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
    )


def _value(number: np.floating | float) -> float | None:
    return None if np.isnan(number) else float(number)


def _distances(model: ScoreModel, total: float | None) -> tuple[float | None, float | None]:
    """Distance down to the bound of the class below, and up to that of the class above."""
    if total is None:
        return None, None
    bounds = model.total_classification.bounds
    at = int(np.searchsorted(bounds, total, side="right"))
    lower = total - float(bounds[at - 1]) if at > 0 else None
    higher = float(bounds[at]) - total if at < len(bounds) else None
    return lower, higher
