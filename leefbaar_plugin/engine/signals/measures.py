# SPDX-License-Identifier: GPL-2.0-or-later
"""Measures of areas that the conditions of signals are made of.

Every measure takes the evidence and gives a value per area: counts in the unit of their weight, shares and ranks as
fractions 0-1, classes 1-9, scores in score units, numbers of measurements. NaN is a value that can't be known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..areas.aggregation import AreaScores
from ..areas.published import change_is_published, changes_since, dimension_classes_of
from ..areas.quantiles import standing_in_quantiles
from ..errors import InputError
from .evidence import Evidence
from .square_conditions import SquareCondition, dimension_place

TOTAL = "lbm"
NOTHING = "none"
"""No dimension beside another one."""
_SAME_SCORE = 1e-9
"""Score units: the same area measured twice may differ in the last digit."""
_SAME_SHARE = 1e-9
"""Half is half, whatever the last digit of the sums."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Measured:
    """A value per area, float64 [areas], and the highest it can be where part of it is unknown (else the same)."""

    value: Floats
    highest: Floats

    @classmethod
    def exactly(cls, value: Floats) -> Measured:
        """A value that is known, or NaN."""
        return cls(value, value)


def count(evidence: Evidence, squares: SquareCondition, weight: str) -> Measured:
    """Weight of the squares that satisfy a condition; unknown without squares of which it can be judged."""
    met, known = evidence.mask(squares)
    return Measured.exactly(np.where(_present(evidence, known), evidence.sum_where(met, weight), np.nan))


def share(evidence: Evidence, squares: SquareCondition, weight: str) -> Measured:
    """Fraction of the weight in squares that satisfy a condition, of the squares of which it can be judged."""
    met, known = evidence.mask(squares)
    with np.errstate(divide="ignore", invalid="ignore"):
        return Measured.exactly(evidence.sum_where(met, weight) / evidence.sum_where(known, weight))


def share_ratio(evidence: Evidence, squares: SquareCondition, weight: str) -> Measured:
    """That fraction, divided by the same of the country, or of all squares of the pack where that isn't known: 1 is as
    there.
    """
    everywhere, _of_country = evidence.share_everywhere(squares, weight)
    inside = share(evidence, squares, weight).value
    with np.errstate(divide="ignore", invalid="ignore"):
        return Measured.exactly(np.where(np.isinf(inside / everywhere), np.nan, inside / everywhere))


def size(evidence: Evidence, weight: str) -> Measured:
    """Weight of all scored squares in the year; unknown without any."""
    sums = evidence.class_sums(weight)[:, evidence.year_place, 1:].sum(axis=1)
    scored = evidence.squares.classes(evidence.squares.year) > 0
    return Measured.exactly(np.where(_present(evidence, scored), sums, np.nan))


def times_share(evidence: Evidence, weight: str, highest: float, share: float, of_last: float) -> Measured:
    """Number of the last `of_last` measurements in which squares of class at most `highest` had at least `share`."""
    years = [evidence.scores.years.index(year) for year in evidence.squares.last_measurements(int(of_last))]
    sums = evidence.class_sums(weight)[:, years]
    with np.errstate(divide="ignore", invalid="ignore"):
        part = sums[..., 1 : 1 + int(highest)].sum(axis=-1) / sums[..., 1:].sum(axis=-1)
        return _times(part >= share - _SAME_SHARE, np.isnan(part))


def times_class(evidence: Evidence, highest: float, of_last: float) -> Measured:
    """Number of the last `of_last` measurements in which the area as a whole had a class of at most `highest`."""
    years = [evidence.scores.years.index(year) for year in evidence.squares.last_measurements(int(of_last))]
    classes = evidence.scores.classes[:, years]
    return _times((classes > 0) & (classes <= highest), classes == 0)


def area_class(evidence: Evidence) -> Measured:
    """Class of the area as a whole in the year."""
    return Measured.exactly(_number(evidence.scores.classes[:, evidence.year_place]))


def class_expected(evidence: Evidence, of_last: float) -> Measured:
    """Class that the total would have the next time, when it changed once more by its mean change per measurement over
    the last `of_last` ones; unknown without a total in the first or last of these, and of one measurement alone.
    """
    years = [evidence.scores.years.index(year) for year in evidence.squares.last_measurements(int(of_last))]
    total = evidence.scores.total[:, years]
    if len(years) < 2:
        return Measured.exactly(np.full(len(total), np.nan))
    expected = total[:, -1] + (total[:, -1] - total[:, 0]) / (len(years) - 1)
    return Measured.exactly(_number(evidence.squares.model.total_classification.classify(expected)))


def above_average(evidence: Evidence) -> Measured:
    """The total in the year minus the average of that year: positive above it. InputError when that isn't known."""
    if evidence.average is None:
        raise InputError("There is no average in {year} to compare with.", year=evidence.squares.year)
    return Measured.exactly(evidence.scores.total[:, evidence.year_place] - evidence.average)


def class_without(evidence: Evidence, dimension: str, also: str = NOTHING) -> Measured:
    """Class that the total would have with the contribution of a dimension, and of another one `also`, left out: at the
    reference in them.
    """
    left_out = {dimension} if also == NOTHING else {dimension, also}
    places = [dimension_place(evidence.squares.model, one) for one in sorted(left_out)]
    at = evidence.year_place
    rest = evidence.scores.total[:, at] - _dimensions(evidence, evidence.scores)[:, places].sum(axis=1)
    return Measured.exactly(_number(evidence.squares.model.total_classification.classify(rest)))


def dimension_class(evidence: Evidence, dimension: str) -> Measured:
    """Class of a dimension of the area as a whole in the year."""
    model = evidence.squares.model
    if model.deviation_classification is None:
        raise InputError("Score model {model} has no classes of dimensions.", model=model.id)
    _dimensions(evidence, evidence.scores)  # the year has to have them
    classes = dimension_classes_of(model, evidence.scores, slice(None), evidence.year_place)
    return Measured.exactly(_number(classes[:, dimension_place(model, dimension)]))


def rank(evidence: Evidence, theme: str) -> Measured:
    """Fraction of the areas ranked among that score the same or lower: 0.2 is the lowest fifth."""
    if theme in evidence.quantiles:
        own = _theme(evidence, evidence.scores, theme)
        return Measured.exactly(1.0 - standing_in_quantiles(evidence.quantiles[theme], own + _SAME_SCORE)[1])
    among = evidence.population or evidence.scores
    own, others = (_theme(evidence, scores, theme) for scores in (evidence.scores, among))
    others = np.sort(others[~np.isnan(others)])
    if not len(others):
        return Measured.exactly(np.full(len(own), np.nan))
    below = np.searchsorted(others, own + _SAME_SCORE, side="right") / len(others)
    return Measured.exactly(np.where(np.isnan(own), np.nan, below))


def score_change(evidence: Evidence) -> Measured:
    """Change of the area's total from `since` to the year: of an official area the difference of its published scores,
    else on the squares that have a score in both.
    """
    change = evidence.squares.total_change()
    known = ~np.isnan(change)
    measured = evidence.mean_where(known, evidence.scores.weight, [change])[:, 0]
    scores, since = evidence.scores, evidence.scores.years.index(evidence.squares.require_since())
    published = changes_since(scores, since)[:, evidence.year_place, 0]
    there = change_is_published(scores, since, evidence.year_place)
    return Measured.exactly(np.where(there, published, measured))


def score_fall(evidence: Evidence) -> Measured:
    """That change with the other sign, so that a fall is positive."""
    return Measured.exactly(-score_change(evidence).value)


def _present(evidence: Evidence, known: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether an area holds any square of which something can be judged."""
    pairs = known[evidence.coverage.square]
    return np.bincount(evidence.area_of_entry[pairs], minlength=len(evidence)) > 0


def _times(met: NDArray[np.bool_], unknown: NDArray[np.bool_]) -> Measured:
    """How often it was so, and how often at most; NaN where it is unknown every time: bool [areas, years]."""
    low = np.where(unknown.all(axis=1), np.nan, met.sum(axis=1))
    return Measured(low, low + unknown.sum(axis=1))


def _number(classes: NDArray[np.int8]) -> Floats:
    return np.where(classes > 0, classes.astype(np.float64), np.nan)


def _dimensions(evidence: Evidence, scores: AreaScores) -> Floats:
    """Contributions in the year: float64 [areas, dimensions]. InputError when the year has none."""
    if not evidence.squares.has_dimensions(evidence.squares.year):
        raise InputError("There are no dimensions in {year}; choose a year that has them.", year=evidence.squares.year)
    return scores.dimensions[:, scores.years.index(evidence.squares.year)]


def _theme(evidence: Evidence, scores: AreaScores, theme: str) -> Floats:
    if theme == TOTAL:
        return scores.total[:, scores.years.index(evidence.squares.year)]
    return _dimensions(evidence, scores)[:, dimension_place(evidence.squares.model, theme)]


MEASURES: dict[str, Callable[..., Measured]] = {
    "count": count,
    "share": share,
    "share_ratio": share_ratio,
    "size": size,
    "times_share": times_share,
    "times_class": times_class,
    "area_class": area_class,
    "class_expected": class_expected,
    "above_average": above_average,
    "class_without": class_without,
    "dimension_class": dimension_class,
    "rank": rank,
    "score_change": score_change,
    "score_fall": score_fall,
}
"""Measures by the name that rule files use; their keyword arguments are those a condition may give."""
