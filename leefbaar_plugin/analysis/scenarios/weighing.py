# SPDX-License-Identifier: GPL-2.0-or-later
"""An area weighed by one's own factors per dimension, and against another reference than the official one.

With factors f, contributions c of a square, and the contributions r and total R of the reference that was chosen:

    own total = R + sum over the dimensions of f (c - r)

With all factors 1 that is the official total, whatever the reference. It stands beside the official score, never in its
place; its class is by the official bounds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from ...engine.models.scenarios import Measure, ScenarioOutcome, Squares, apply, outcome, weighed_differently
from .effects import ScenarioMeasurer

LEAST, MOST = 0.0, 3.0
"""Factors that can be chosen."""


@dataclass(frozen=True)
class Weighing:
    """Factors by dimension (1 where none is given), and the reference: its total and dimensions, as published.

    Without a reference, the official one: dimensions 0.
    """

    factors: Mapping[str, float] = field(default_factory=dict)
    reference_total: float | None = None
    reference_dimensions: Mapping[str, float] = field(default_factory=dict)


def weighed(
    measurer: ScenarioMeasurer, measures: Sequence[Measure], outline: bytes, weighing: Weighing
) -> ScenarioOutcome:
    """An area (WKB in EPSG:28992) after measures, by one's own weighing; no score in a year without dimensions."""
    pack = measurer.measurer.pack
    themes = [theme.id for theme in pack.model.dimensions]
    factors = np.array([weighing.factors.get(theme, 1.0) for theme in themes])
    of_reference = np.array([weighing.reference_dimensions.get(theme, 0.0) for theme in themes])
    official = pack.model.reference(measurer.year)
    total = official if weighing.reference_total is None else weighing.reference_total
    shift = total - official - float(factors @ of_reference)
    after = apply(measures, measurer.squares_of(outline), outline.hex())
    deviation = weighed_differently(after.contributions, factors) + shift
    own = Squares(after.square, after.contributions * factors, deviation, after.weight, after.share)
    return outcome(pack.model, own, measurer.year)
