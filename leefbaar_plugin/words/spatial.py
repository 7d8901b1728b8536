# SPDX-License-Identifier: GPL-2.0-or-later
"""What areas know among neighbours that resemble each other, put into words."""

from __future__ import annotations

import math

from ..analysis.relations.relations import TableRelation
from ..translation import tr
from . import formats
from .coefficients import SURE, p_words, slope_number


def by_chance(found: TableRelation) -> bool:
    """Whether an association that is shown of independent areas isn't shown of these, among their neighbours."""
    plain, near = found.relation.weighted_pearson or found.relation.pearson, found.relation.spatial
    return near is not None and near.pearson.low <= 0.0 <= near.pearson.high and not plain.low <= 0.0 <= plain.high


def turn_by_chance(found: TableRelation) -> bool:
    """The same of the turning point."""
    point = found.relation.turning_point
    near = point.among_neighbours if point is not None else None
    return point is not None and near is not None and point.p < SURE <= near.p


def slope_words(found: TableRelation) -> list[str]:
    """The slope of the straight line with its interval; nothing without a line."""
    line = found.relation.line
    sure = found.choice.question.confidence
    if line is None or not math.isfinite(line.interval(sure)[0]):
        return []
    low, high = (slope_number(end) for end in line.interval(sure))
    text = tr("Slope of the straight line: {slope} per unit ({confidence} % interval {low} to {high}).")
    values = {"slope": slope_number(line.slope), "confidence": formats.number(100 * sure, 0), "low": low, "high": high}
    return [text.format(**values)]


def spatial_words(found: TableRelation) -> list[str]:
    """Intervals and p-values among neighbours; nothing unless these resemble each other in both figures."""
    near, sure = found.relation.spatial, found.choice.question.confidence
    if near is None or not math.isfinite(near.pearson.low):
        return []
    lines = [
        tr(
            "Neighbouring areas resemble each other in both figures: the {n} areas know as much of the association as "
            "{effective} independent ones (Dutilleul's modified t-test)."
        ).format(n=found.relation.n, effective=formats.number(near.pearson.effective, 0))
    ]
    text = tr("{name}, among neighbours: {confidence} % interval {low} to {high} ({p}).")
    for name, one in ((tr("Pearson"), near.pearson), (tr("Spearman (ranks)"), near.spearman)):
        values = {"low": formats.number(one.low, 2), "high": formats.number(one.high, 2), "p": p_words(one.p)}
        lines.append(text.format(name=name, confidence=formats.number(100 * sure, 0), **values))
    if math.isfinite(near.slope[0]):
        low, high = (slope_number(end) for end in near.slope)
        text = tr("Slope, among neighbours: {confidence} % interval {low} to {high}.")
        lines.append(text.format(confidence=formats.number(100 * sure, 0), low=low, high=high))
    return lines
