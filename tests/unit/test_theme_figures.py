# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of a chosen theme: its own classes, and what share of a reference is in the unfavourable ones."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.analysis.theme_figures import classification_of, unfavourable_of
from leefbaar_plugin.engine.model import ScoreModel
from leefbaar_plugin.pack.files.resources import resource_path
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.references.reference_sets import gemeente_id


def test_each_theme_has_its_own_classes(lbm3: ScoreModel, lbm2: ScoreModel):
    assert classification_of(lbm3, "lbm") is lbm3.total_classification
    assert classification_of(lbm3, "onv") is classification_of(lbm3, "afw") is lbm3.deviation_classification
    assert list(lbm3.total_classification.bounds) != list(lbm3.deviation_classification.bounds)
    assert classification_of(lbm2, lbm2.total.id) is lbm2.total_classification
    assert classification_of(lbm2, lbm2.dimensions[0].id) is lbm2.deviation_classification is None


def test_the_share_of_a_reference_is_that_of_its_squares(tmp_path):
    pack = open_pack(import_edition(inspect([resource_path("demo", "schiedam")]), tmp_path / "pack").folder)
    measurer = Measurer(pack)
    references = References(measurer).prepare()
    weight, year = measurer.weights.value, pack.years.index(2024)
    bound = pack.model.deviation_classification.bounds[3]
    for at, theme in enumerate(pack.model.dimensions):
        values = pack.published.contributions[:, year, at]
        scored = np.isfinite(values)
        expected = weight[scored & (values < bound)].sum() / weight[scored].sum()
        found = unfavourable_of(references, gemeente_id("GM0606"), theme.id, 2024)
        assert found == pytest.approx(expected, abs=0.02) and 0 <= found < 1, theme.id
        assert unfavourable_of(references, gemeente_id("GM0606"), theme.id, 2016) is None, "not published"
    assert unfavourable_of(references, gemeente_id("GM9999"), "onv", 2024) is None
