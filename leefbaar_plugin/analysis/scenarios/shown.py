# SPDX-License-Identifier: GPL-2.0-or-later
"""What a page shows of a scenario: figures of an outcome like those of any area, and the measures of its sliders."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...engine.areas.figures import distances
from ...engine.model import ScoreModel
from ...engine.models.scenarios import ADD, ScenarioOutcome
from ..theme_figures import ThemeFigures
from .document import LARGEST_CHANGE, ScenarioStep, Target

_LEAST = 1e-9
"""Score units; what is less is no change but the rounding of a sum."""


@dataclass(frozen=True)
class Added:
    """Points that are added to a dimension of an area: by the scenarios it branches off from, and by itself."""

    before: float = 0.0
    own: float = 0.0

    @property
    def total(self) -> float:
        """Both together."""
        return self.before + self.own


def total_figures(model: ScoreModel, outcome: ScenarioOutcome) -> ThemeFigures:
    """The figures of the total of an outcome; None, and class 0, without a score."""
    total = None if np.isnan(outcome.total) else float(outcome.total)
    shares: tuple[float | None, ...] = tuple(
        float(part / outcome.weight) if outcome.weight > 0 else None for part in outcome.by_class
    )
    low = [shares[number - 1] for number in model.unfavourable_classes]
    lower, higher = distances(model, total)
    certain = total is None or bool(model.total_classification.certain(np.array([total]))[0])
    unfavourable = sum(share or 0.0 for share in low) if outcome.weight > 0 else None
    return ThemeFigures(model.total.id, total, outcome.class_number, certain, lower, higher, shares, unfavourable)


def added(before: Iterable[ScenarioStep], own: Iterable[ScenarioStep], outline: bytes, dimension: str) -> Added:
    """Points that steps add to a dimension of the area with this outline (WKB)."""
    return Added(*(sum(one.amount for one in of if _is_on(one, outline, dimension)) for of in (before, own)))


def with_added(own: Sequence[ScenarioStep], target: Target, amounts: Mapping[str, float]) -> tuple[ScenarioStep, ...]:
    """The steps of a scenario with so many points added to dimensions of an area, by dimension; 0 takes a step away.

    A step that is there keeps its place, for measures hold one after the other; a new one is the last. `target` has an
    outline. Points are kept within what a document may have.
    """
    left, made = dict(amounts), []
    for step in own:
        if step.dimension not in amounts or not _is_on(step, target.outline or b"", step.dimension):
            made.append(step)
        elif step.dimension in left:
            made += _adding(target, step.dimension, left.pop(step.dimension))
    for dimension, amount in left.items():
        made += _adding(target, dimension, amount)
    return tuple(made)


def others_on(steps: Iterable[ScenarioStep], outline: bytes, dimensions: Iterable[str]) -> int:
    """How many steps are none that a slider of the area has."""
    known = set(dimensions)
    return sum(not (one.dimension in known and _is_on(one, outline, one.dimension)) for one in steps)


def _is_on(step: ScenarioStep, outline: bytes, dimension: str) -> bool:
    return step.kind == ADD and step.dimension == dimension and step.target.outline == outline


def _adding(target: Target, dimension: str, amount: float) -> list[ScenarioStep]:
    if abs(amount) < _LEAST:
        return []
    return [ScenarioStep(ADD, target, min(max(amount, -LARGEST_CHANGE), LARGEST_CHANGE), dimension)]
