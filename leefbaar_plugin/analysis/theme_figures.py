# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of an area for one theme: value, class, distance to the next, and how its weight divides over classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..engine.areas.coverage import Coverage
from ..engine.areas.coverings import chosen
from ..engine.areas.figures import AreaFigures
from ..engine.model import Classification, ScoreModel
from .measure import Measurer
from .references.references import References, ordered_squares


@dataclass(frozen=True)
class ThemeFigures:
    """One area and one theme in one year; None, and class 0, where there is no value.

    `value` is a score for the total and a contribution for a dimension, in score units; `to_lower` and `to_higher` are
    the distances to the next class bounds; `shares` and `unfavourable` are fractions 0-1 of the weight.
    """

    theme: str
    value: float | None
    class_number: int
    certain: bool
    to_lower: float | None
    to_higher: float | None
    shares: tuple[float | None, ...]
    unfavourable: float | None


def classification_of(model: ScoreModel, theme: str) -> Classification | None:
    """The classes of a theme: those of the total, or of deviations for a dimension; None when the model has none."""
    return model.total_classification if theme == model.total.id else model.deviation_classification


def theme_figures(
    model: ScoreModel, figures: AreaFigures, theme: str, measurer: Measurer | None = None, outline: bytes | None = None
) -> ThemeFigures:
    """Figures of a theme of an area. Shares of a dimension need the squares: a measurer and the outline (WKB)."""
    if theme == model.total.id:
        return ThemeFigures(
            theme,
            figures.total,
            figures.class_number,
            figures.certain,
            figures.to_lower,
            figures.to_higher,
            figures.shares,
            figures.unfavourable,
        )
    value, classes = figures.dimensions[theme], model.deviation_classification
    if value is None or classes is None:
        return ThemeFigures(theme, value, 0, True, None, None, (), None)
    number = figures.dimension_classes.get(theme, 0)
    below, above = _distances(classes, value)
    shares = _shares(model, classes, figures, theme, measurer, outline)
    low = sum(shares[at - 1] for at in model.unfavourable_classes) if shares else None
    certain = bool(classes.certain(np.array([value]))[0]) or figures.published
    return ThemeFigures(theme, value, number, certain, below, above, shares, low)


def unfavourable_shares(measurer: Measurer, coverage: Coverage, theme: str, year: int) -> list[float | None]:
    """Share (0-1) of the weight of areas, by their squares, in the unfavourable classes of a dimension; or None."""
    model = measurer.pack.model
    classes = model.deviation_classification
    if classes is None:
        return [None] * len(coverage)
    bound = classes.bounds[[max(model.unfavourable_classes) - 1]]
    found: list[float | None] = []
    for row in range(len(coverage)):
        ordered = ordered_squares(measurer, chosen(coverage, [row]), theme, year)
        found.append(float(ordered.standing(bound)[0][0]) if len(ordered.value) else None)
    return found


def unfavourable_of(references: References, reference: str, theme: str, year: int) -> float | None:
    """Share (0-1) of the weight of a reference in the unfavourable classes of a dimension; None when not known."""
    model = references.measurer.pack.model
    classes = model.deviation_classification
    if classes is None:
        return None
    bound = classes.bounds[max(model.unfavourable_classes) - 1]
    found = references.standing(reference, theme, year, np.array([bound]))
    return None if found is None or np.isnan(found.lower[0]) else float(found.lower[0])


def _shares(
    model: ScoreModel,
    classes: Classification,
    figures: AreaFigures,
    theme: str,
    measurer: Measurer | None,
    outline: bytes | None,
) -> tuple[float, ...]:
    if measurer is None or outline is None or figures.unfavourable is None:
        return ()
    _valid, coverage = measurer.cover([outline])
    ordered = ordered_squares(measurer, coverage, theme, figures.year)
    if not len(ordered.value):
        return ()
    lower = ordered.standing(classes.bounds)[0]
    return tuple(np.diff(np.concatenate(([0.0], lower, [1.0]))).tolist())


def _distances(classes: Classification, value: float) -> tuple[float | None, float | None]:
    bounds = classes.bounds
    at = int(np.searchsorted(bounds, value, side="right"))
    lower = value - float(bounds[at - 1]) if at > 0 else None
    higher = float(bounds[at]) - value if at < len(bounds) else None
    return lower, higher
