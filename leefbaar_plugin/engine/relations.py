# SPDX-License-Identifier: GPL-2.0-or-later
"""The relation of scores with another figure of the same areas: an association, never a cause.

The Leefbaarometer is itself made from such figures, and areas differ in more than two; see the caveat of the model.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .autocorrelation import Moran, moran
from .correlation import CONFIDENCE, LEAST, NONE, Correlation, pearson, spearman
from .cross_table import MEDIAN, CrossTable, cross, cut_of
from .neighbours import Neighbours
from .turning_point import LEAST_SHARE, REPLICATES, Line, TurningPoint, find_turning_point, fit_line

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Question:
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


@dataclass(frozen=True, eq=False)
class Relation:
    """All that two figures of the same areas say of each other.

    `used` is bool [areas]: both figures are there, and the weight where one was asked for. `quadrant` int8 [areas] and
    `residual` float64 [areas] (score minus straight line, score units) are 0 and NaN for areas not used. Correlations
    are those without weights; `weighted_…` are None when no weight was asked for. Line and turning point have the value
    as x and the score as y, and are weighted when there is a weight. Moran's I is None without neighbours.
    """

    question: Question
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
    question: Question | None = None,
) -> Relation:
    """The relation of `score` and `value`, float64 [areas], NaN for none; `region` is a name per area, "" for none.

    An area without a weight above 0 isn't used when `weight` is given.
    """
    question = question or Question()
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
    sure = question.confidence
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
        turning_point=find_turning_point(x, y, carried, sure, question.least_share, question.replicates),
        moran_score=moran(y, among) if among is not None else None,
        moran_value=moran(x, among) if among is not None else None,
        quadrant=quadrant,
        residual=residual,
    )


def _table(score: Floats, value: Floats, weight: Floats | None, question: Question) -> CrossTable | None:
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
