# SPDX-License-Identifier: GPL-2.0-or-later
"""An outcome as the figures that a page shows, however little weighs in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leefbaar_plugin.analysis.scenarios.shown import total_figures
from leefbaar_plugin.analysis.theme_figures import ThemeFigures
from leefbaar_plugin.engine.model import ScoreModel
from leefbaar_plugin.engine.models.scenarios import outcome
from tests.unit.test_scenarios import REFERENCE, squares


def figures(lbm3: ScoreModel, dwellings: float) -> ThemeFigures:
    """Of three squares of classes 3, 6 and 8 with 1/6, 1/2 and 1/3 of so many dwellings."""
    three = squares()
    return total_figures(lbm3, outcome(lbm3, replace(three, weight=three.weight * dwellings / 60.0), 2024))


@pytest.mark.parametrize("dwellings", [0.25, 1.0, 400.0])
def test_shares_of_any_weight(lbm3: ScoreModel, dwellings: float):
    found = figures(lbm3, dwellings)
    assert found.shares == pytest.approx((0, 0, 1 / 6, 0, 0, 1 / 2, 0, 1 / 3, 0))
    assert found.unfavourable == pytest.approx(1 / 6)
    assert found.value == pytest.approx(REFERENCE - 4.0 / 60.0) and (found.class_number, found.certain) == (6, True)


def test_nothing_weighs_nothing(lbm3: ScoreModel):
    found = figures(lbm3, 0.0)
    assert found.shares == (None,) * 9 and found.unfavourable is None
    assert (found.value, found.class_number, found.certain) == (None, 0, True)
