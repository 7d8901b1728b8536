# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands out in the figures of an area: the facts that a sentence is made of, without words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..engine.areas.figures import AreaFigures
from ..engine.model import ScoreModel
from .comparison import difference

SINCE = 2014
"""The first year of which dimensions are published, with which the ministry compares."""
_EQUAL = 0.005
"""Score units: scores that are written the same, with two decimals, aren't called different."""


@dataclass(frozen=True)
class Change:
    """The change of the total score between two years, in score units.

    `kind` is the class of change (the middle one is no change) of `kinds` classes; `theme` and `contribution` tell the
    dimension that contributed most in the direction of the change, '' and 0 when that isn't known.
    """

    first: int
    last: int
    before: float
    after: float
    class_before: int
    class_after: int
    kind: int
    kinds: int
    theme: str
    contribution: float

    @property
    def is_none(self) -> bool:
        """Whether the change counts as none."""
        return self.kind == (self.kinds + 1) // 2


@dataclass(frozen=True)
class KeyFacts:
    """Facts about an area in one year; None or '' where there is none.

    `bound_above` tells whether the nearest class bound lies above the score, `bound_distance` how far in score units,
    `other_class` the class beyond it. `best` and `worst` are (id, contribution) of dimensions. `difference` is the
    area minus the reference.
    """

    bound_above: bool | None
    bound_distance: float
    other_class: int
    best: tuple[str, float] | None
    worst: tuple[str, float] | None
    difference: float | None
    is_equal: bool
    stands_out: tuple[str, float] | None
    change: Change | None


def find(model: ScoreModel, figures: AreaFigures, reference: AreaFigures | None = None) -> KeyFacts:
    """The facts about an area, by itself and against a reference in the same year."""
    above, distance = _nearest_bound(figures)
    known = [(theme, value) for theme, value in figures.dimensions.items() if value is not None]
    ordered = sorted(known, key=lambda pair: pair[1])
    gap = difference(figures, reference)
    return KeyFacts(
        bound_above=above,
        bound_distance=distance,
        other_class=figures.class_number + (1 if above else -1) if above is not None else 0,
        best=ordered[-1] if ordered else None,
        worst=ordered[0] if ordered else None,
        difference=gap,
        is_equal=gap is not None and abs(gap) < _EQUAL,
        stands_out=_largest_difference(figures, reference, gap),
        change=_change(model, figures),
    )


def _nearest_bound(figures: AreaFigures) -> tuple[bool | None, float]:
    lower, higher = figures.to_lower, figures.to_higher
    if higher is not None and (lower is None or higher < lower):
        return True, higher
    return (False, lower) if lower is not None else (None, 0.0)


def _largest_difference(
    figures: AreaFigures, reference: AreaFigures | None, gap: float | None
) -> tuple[str, float] | None:
    """The dimension that differs most from the reference, in the direction of the difference of the totals."""
    if reference is None or gap is None:
        return None
    sign = 1.0 if gap >= 0 else -1.0
    found = [
        (theme, value - other)
        for theme, value in figures.dimensions.items()
        if value is not None and (other := reference.dimensions[theme]) is not None
    ]
    return max(found, key=lambda pair: sign * pair[1]) if found else None


def _change(model: ScoreModel, figures: AreaFigures) -> Change | None:
    """The change from 2014, or else the first year that has a score, to the year of the figures."""
    scores = {year: value for year, value in zip(figures.years, figures.trend, strict=True) if value is not None}
    # a published score is compared with a published one, a measured one with a measured one
    alike = {year for year in scores if (year in figures.published_years) == figures.published}
    earlier = [year for year in scores if year < figures.year and year in alike]
    if not earlier or figures.total is None:
        return None
    first = SINCE if SINCE in earlier else earlier[0]
    before, after = scores[first], figures.total
    classes = model.total_classification.classify(np.array([before, after])).tolist()
    kinds = model.development_classification
    theme, contribution = _contribution(figures, first, after - before)
    return Change(
        first,
        figures.year,
        before,
        after,
        classes[0],
        classes[1],
        int(kinds.classify(np.array([after - before]))[0]),
        len(kinds.classes),
        theme,
        contribution,
    )


def _contribution(figures: AreaFigures, first: int, change: float) -> tuple[str, float]:
    sign = 1.0 if change >= 0 else -1.0
    at = figures.years.index(first)
    found = [
        (theme, now - then)
        for theme, now in figures.dimensions.items()
        if now is not None and (then := figures.dimension_trends[theme][at]) is not None
    ]
    return max(found, key=lambda pair: sign * pair[1]) if found else ("", 0.0)
