# SPDX-License-Identifier: GPL-2.0-or-later
"""An outcome as the figures that a page shows, however little weighs in it."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaar_plugin.analysis.scenarios.shown import total_figures
from leefbaar_plugin.engine.model import ScoreModel
from leefbaar_plugin.engine.models.scenarios import ScenarioOutcome


def outcome(total: float, number: int, by_class: list[float]) -> ScenarioOutcome:
    return ScenarioOutcome(
        total, total - 4.1, np.zeros(5), number, np.array(by_class), sum(by_class), np.zeros(0), np.zeros(0, np.int8)
    )


@pytest.mark.parametrize("weight", [0.25, 1.0, 400.0])
def test_shares_of_any_weight(lbm3: ScoreModel, weight: float):
    found = total_figures(lbm3, outcome(4.0, 6, [0, 0, weight / 4, weight / 4, 0, weight / 2, 0, 0, 0]))
    assert found.shares == (0.0, 0.0, 0.25, 0.25, 0.0, 0.5, 0.0, 0.0, 0.0) and found.unfavourable == 0.5
    assert (found.value, found.class_number, found.certain) == (4.0, 6, True)


def test_nothing_weighs_nothing(lbm3: ScoreModel):
    found = total_figures(lbm3, outcome(np.nan, 0, [0.0] * 9))
    assert found.shares == (None,) * 9 and found.unfavourable is None
    assert (found.value, found.class_number, found.certain) == (None, 0, True)
