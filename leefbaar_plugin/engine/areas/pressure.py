# SPDX-License-Identifier: GPL-2.0-or-later
"""How much weight (dwellings) of an area lies in squares of the lowest classes."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..model import ScoreModel
from .aggregation import AreaScores

Floats = NDArray[np.float64]


def share_up_to(scores: AreaScores, highest: int) -> Floats:
    """Part (0-1) of the weight in squares of class `highest` or lower: float64 [areas, years], NaN for no value."""
    return scores.class_shares[..., :highest].sum(axis=-1)


def weight_up_to(scores: AreaScores, highest: int) -> Floats:
    """Weight in squares of class `highest` or lower: float64 [areas, years], NaN where an area has no score."""
    return share_up_to(scores, highest) * scores.weight_sum


def under_pressure(model: ScoreModel) -> int:
    """The highest of the unfavourable classes, which are the lowest ones: 4 (weak) in both models."""
    return max(model.unfavourable_classes)
