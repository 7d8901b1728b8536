# SPDX-License-Identifier: GPL-2.0-or-later
"""The relation of scores with another figure of the same areas: an association, never a cause.

The Leefbaarometer is itself made from such figures, and areas differ in more than two; see the caveat of the model.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .autocorrelation import Moran, moran
from .correlation import CONFIDENCE, LEAST, NONE, Correlation, among_neighbours, pearson, ranks, spearman
from .cross_table import MEDIAN, CrossTable, cross, cut_of
from .effective_number import DistanceClasses
from .neighbours import Neighbours
from .straight_line import Line, fit_line
from .turning_point import LEAST_SHARE, REPLICATES, TurningPoint, find_turning_point

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class RelationQuestion:
    """What the user may choose: confidence of intervals, how both variables are cut, and the range of turning points.

    The bounds belong to cuts of the kind "bound". `least_share` is the part of the areas on either side of a turning
    point, `replicates` the number of permutations of its test.
    """

    confidence: float = CONFIDENCE
    score_cut: str = MEDIAN
    score_bound: float | None = None
    value_cut: str = MEDIAN
    value_bound: float | None = None
    least_share: float = LEAST_SHARE
    replicates: int = REPLICATES


@dataclass(frozen=True)
class RegionRelation:
    """The correlations of the areas of one region."""

    region: str
    pearson: Correlation
    spearman: Correlation


@dataclass(frozen=True)
class AmongNeighbours:
    """What the areas know among neighbours that resemble each other in both figures: fewer independent ones would too.

    The coefficients are those of the areas, weighted where there is a weight, with `effective` from the modified
    t-test: the smaller of the numbers of the figures and of their ranks. `slope` are the ends of the interval of the
    straight line's.
    """

    pearson: Correlation
    spearman: Correlation
    slope: tuple[float, float]
    turning_point: TurningPoint | None


@dataclass(frozen=True, eq=False)
class Relation:
    """All that two figures of the same areas say of each other.

    `used` is bool [areas]: both figures are there, and the weight where one was asked for. `quadrant` int8 [areas] and
    `residual` float64 [areas] (score minus straight line, score units) are 0 and NaN for areas not used. Correlations
    are those without weights; `weighted_…` are None when no weight was asked for. Line and turning point have the value
    as x and the score as y, and are weighted when there is a weight. Moran's I, of the areas used, is None without
    neighbours. `spatial` is None unless neighbours resemble each other in both figures.
    """

    question: RelationQuestion
    used: NDArray[np.bool_]
    pearson: Correlation
    spearman: Correlation
    weighted_pearson: Correlation | None
    weighted_spearman: Correlation | None
    regions: tuple[RegionRelation, ...]
    table: CrossTable | None
    line: Line | None
    turning_point: TurningPoint | None
    moran_score: Moran | None
    moran_value: Moran | None
    quadrant: NDArray[np.int8]
    residual: Floats = field(repr=False)
    spatial: AmongNeighbours | None = None

    @property
    def n(self) -> int:
        """Number of areas used."""
        return int(self.used.sum())


def relate(
    score: Floats,
    value: Floats,
    weight: Floats | None = None,
    region: Sequence[str] | None = None,
    neighbours: Neighbours | None = None,
    question: RelationQuestion | None = None,
    points: Floats | None = None,
) -> Relation:
    """The relation of `score` and `value`, float64 [areas], NaN for none; `region` is a name per area, "" for none.

    An area without a weight above 0 isn't used when `weight` is given. `points` are the centres of the areas, float64
    [areas, 2] in metres, NaN for none: with these and `neighbours` the effective number of areas is reckoned.
    """
    question = question or RelationQuestion()
    used = np.isfinite(score) & np.isfinite(value)
    if weight is not None:
        used &= np.isfinite(weight) & (np.nan_to_num(weight) > 0)
    x, y = value[used], score[used]
    carried = None if weight is None else weight[used]
    table = _table(y, x, carried, question)
    line = fit_line(x, y, carried)
    quadrant, residual = np.zeros(len(score), np.int8), np.full(len(score), np.nan)
    if table is not None:
        quadrant[used] = table.quadrant
    if line is not None:
        residual[used] = y - line.at(x)
    among = neighbours.among(used) if neighbours is not None else None
    morans = (moran(y, among), moran(x, among)) if among is not None else (None, None)
    sure = question.confidence
    distances = None
    if points is not None and all(one is not None and one.resembling for one in morans):
        distances = DistanceClasses(_placed(points[used]), carried)
    turn = find_turning_point(x, y, carried, sure, question.least_share, question.replicates, distances)
    return Relation(
        question=question,
        used=used,
        pearson=pearson(x, y, None, sure),
        spearman=spearman(x, y, None, sure),
        weighted_pearson=pearson(x, y, carried, sure) if carried is not None else None,
        weighted_spearman=spearman(x, y, carried, sure) if carried is not None else None,
        regions=_regions(x, y, carried, [region[at] for at in np.flatnonzero(used)] if region else [], sure),
        table=table,
        line=line,
        turning_point=turn,
        moran_score=morans[0],
        moran_value=morans[1],
        quadrant=quadrant,
        residual=residual,
        spatial=_spatial(x, y, carried, distances, line, turn, sure) if distances is not None else None,
    )


def _placed(points: Floats) -> Floats:
    """Centres with the mean centre for areas without one."""
    return np.where(np.isnan(points), np.nanmean(points, axis=0), points)


def _spatial(
    x: Floats,
    y: Floats,
    weight: Floats | None,
    distances: DistanceClasses,
    line: Line | None,
    turn: TurningPoint | None,
    confidence: float,
) -> AmongNeighbours:
    plain, ranked = pearson(x, y, weight, confidence), spearman(x, y, weight, confidence)
    # both numbers are estimates, and where one is by chance too large the other seldom is (tests/statistics)
    independent = min(distances.effective(x, y), distances.effective(ranks(x, weight), ranks(y, weight)))
    return AmongNeighbours(
        pearson=among_neighbours(plain, independent, False, confidence),
        spearman=among_neighbours(ranked, independent, True, confidence),
        slope=_slope_of(line, among_neighbours(plain, independent, False, confidence), confidence),
        turning_point=turn.among_neighbours if turn is not None else None,
    )


def _slope_of(line: Line | None, one: Correlation, confidence: float) -> tuple[float, float]:
    """The interval of the slope among neighbours: never surer of its sign than the correlation is."""
    if line is None or math.isnan(one.low):
        return math.nan, math.nan
    low, high = line.interval(confidence, one.effective)
    if math.isnan(low):  # of so few independent areas nothing is known
        return -math.inf, math.inf
    reach = (high - low) / 2.0
    if 0.0 < abs(one.value) < 1.0 and one.low > -1.0 and one.high < 1.0:
        sure = (math.atanh(one.high) - math.atanh(one.low)) / 2.0
        reach = max(reach, abs(line.slope) * sure / abs(math.atanh(one.value)))
    return line.slope - reach, line.slope + reach


def _table(score: Floats, value: Floats, weight: Floats | None, question: RelationQuestion) -> CrossTable | None:
    if not len(score):
        return None
    score_cut = cut_of(score, question.score_cut, question.score_bound)
    value_cut = cut_of(value, question.value_cut, question.value_bound)
    return cross(score, value, weight, score_cut, value_cut)


def _regions(
    x: Floats, y: Floats, weight: Floats | None, region: list[str], confidence: float
) -> tuple[RegionRelation, ...]:
    """Correlations by region in order of its name, weighted when there is a weight; too few areas give none."""
    names = np.array(region, dtype=object)
    found = []
    for name in sorted({name for name in region if name}):
        rows = names == name
        count = int(rows.sum())
        if count < LEAST:
            few = Correlation(NONE.value, NONE.low, NONE.high, NONE.p, count, float(count))
            found.append(RegionRelation(name, few, few))
            continue
        carried = None if weight is None else weight[rows]
        both = (x[rows], y[rows], carried, confidence)
        found.append(RegionRelation(name, pearson(*both), spearman(*both)))
    return tuple(found)
