# SPDX-License-Identifier: GPL-2.0-or-later
"""Official areas have the score that is published; what their squares give stands beside it, never instead of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..model import ScoreModel
from .aggregation import AreaScores

Floats = NDArray[np.float64]
Classes = NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class PublishedFigures:
    """What is published of areas, in the rows and years of other figures; NaN and class 0 for what isn't.

    `total` and `deviation` float64 [areas, years], `dimensions` float64 [areas, years, dimensions], `classes` int8
    [areas, years] and `dimension_classes` int8 [areas, years, dimensions]; `stated` bool [areas] whether these classes
    are those of the files, and not computed from the scores. `part` bool [areas] marks official areas of which the
    squares at hand are a part only.
    """

    total: Floats
    deviation: Floats
    dimensions: Floats
    classes: Classes
    dimension_classes: Classes
    stated: NDArray[np.bool_]
    part: NDArray[np.bool_]

    @classmethod
    def nothing(cls, areas: int, years: int, dimensions: int) -> PublishedFigures:
        """Figures of areas of which nothing is published, to be filled."""
        return cls(
            np.full((areas, years), np.nan),
            np.full((areas, years), np.nan),
            np.full((areas, years, dimensions), np.nan),
            np.zeros((areas, years), np.int8),
            np.zeros((areas, years, dimensions), np.int8),
            np.zeros(areas, bool),
            np.zeros(areas, bool),
        )


def with_published(model: ScoreModel, scores: AreaScores, published: PublishedFigures) -> AreaScores:
    """Figures in which every area and year has the score and classes that are published, where there are any.

    Shares, counts and coverage stay those of the squares. Of a part of an official area the squares say nothing about
    the whole: there, what isn't published is NaN, and so are the shares.
    """
    there = ~np.isnan(published.total)
    if not there.any() and not published.part.any():
        return scores
    deviation = np.where(
        np.isnan(published.deviation), published.total - model.reference_of(scores.years), published.deviation
    )
    computed = model.total_classification.classify(published.total)
    stated = there & (published.classes > 0)
    classes = np.where(stated, published.classes, computed)
    certain = model.total_classification.certain(published.total)
    # what the file states is the truth; where it differs from what the bounds give, it must have been stated
    certain |= stated & (published.stated[:, None] | (classes != computed))
    measured = _without(scores, published.part)
    return replace(
        scores,
        total=np.where(there, published.total, measured.total),
        deviation=np.where(there, deviation, measured.deviation),
        dimensions=np.where(there[..., None], published.dimensions, measured.dimensions),
        classes=np.where(there, classes, measured.classes).astype(np.int8),
        certain=np.where(there, certain, measured.certain),
        class_shares=measured.class_shares,
        uncertain=measured.uncertain,
        published=there,
        dimension_classes=np.where(there[..., None], published.dimension_classes, 0).astype(np.int8),
        measured=measured,
    )


def _without(scores: AreaScores, part: NDArray[np.bool_]) -> AreaScores:
    """Figures from squares, without a score and shares where the squares at hand are a part of the area only."""
    if not part.any():
        return scores
    return replace(
        scores,
        total=np.where(part[:, None], np.nan, scores.total),
        deviation=np.where(part[:, None], np.nan, scores.deviation),
        dimensions=np.where(part[:, None, None], np.nan, scores.dimensions),
        classes=np.where(part[:, None], 0, scores.classes).astype(np.int8),
        certain=scores.certain | part[:, None],
        class_shares=np.where(part[:, None, None], np.nan, scores.class_shares),
        uncertain=None if scores.uncertain is None else np.where(part[:, None], np.nan, scores.uncertain),
    )


def themes_of(scores: AreaScores) -> Floats:
    """The total and the dimensions: float64 [areas, years, themes]."""
    return np.concatenate((scores.total[..., None], scores.dimensions), axis=-1)


def changes_since(scores: AreaScores, base: int) -> Floats:
    """The total and the dimensions minus those in the year at place `base`: float64 [areas, years, themes].

    A published score is compared with a published one and a measured one with a measured one: where only one of both
    years is published, the change is that of the squares.
    """
    changes = _since(scores, base)
    if scores.measured is None or scores.published is None:
        return changes
    mixed = scores.published != scores.published[:, base : base + 1]
    return np.where(mixed[..., None], _since(scores.measured, base), changes)


def change_is_published(scores: AreaScores, since: int, until: int) -> NDArray[np.bool_]:
    """Whether the change between two places of years is the difference of published scores: bool [areas]."""
    return scores.is_published[:, since] & scores.is_published[:, until]


def _since(scores: AreaScores, base: int) -> Floats:
    themes = themes_of(scores)
    return themes - themes[:, base : base + 1]


def dimension_classes_of(model: ScoreModel, scores: AreaScores, areas: slice | int, year: int) -> Classes:
    """Classes of the dimensions in the year at a place, as published, else by their bounds; 0 where there are none.

    Of some areas int8 [areas, dimensions], of one int8 [dimensions].
    """
    dimensions = scores.dimensions[areas, year]
    if model.deviation_classification is None:
        return np.zeros(dimensions.shape, np.int8)
    computed = model.deviation_classification.classify(dimensions)
    if scores.dimension_classes is None:
        return computed
    stated = scores.dimension_classes[areas, year]
    return np.where(stated > 0, stated, computed).astype(np.int8)
