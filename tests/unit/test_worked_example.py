# SPDX-License-Identifier: GPL-2.0-or-later
"""The worked example that comes with the plugin is what the real key figures of CBS give, with the error it says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from leefbaar_plugin.analysis.models.table import read_indicator_model
from leefbaar_plugin.engine.model import ScoreModel
from leefbaar_plugin.engine.models.indicators import CONSTANT, Figures, score
from leefbaar_plugin.pack.files.resources import resource_path
from tests.statistics import worked_example


def test_the_table_that_is_shipped_is_the_fit(shared: Path, lbm3: ScoreModel):
    found, places = worked_example.fit(shared)
    shipped = read_indicator_model(Path(resource_path("model", worked_example.NAME)), lbm3)
    made = found.as_model("").indicators
    assert places > 150 and len(shipped.indicators) == len(made) == 5 * (1 + len(worked_example.INDICATORS))
    for one, other in zip(shipped.indicators, made, strict=True):
        assert (one.id, one.dimension, one.transform) == (other.id, other.dimension, other.transform)
        assert (one.mean, one.sd, one.coefficient) == pytest.approx((other.mean, other.sd, other.coefficient), rel=1e-9)
        assert "worked example" in one.source and "not of the ministry" in one.source


def test_its_page_tells_the_error_on_places_held_out(shared: Path, lbm3: ScoreModel):
    """By hand for one dimension: leave whole folds of blocks out with numpy alone, at the penalty that was chosen."""
    found, _places = worked_example.fit(shared)
    assert worked_example.PAGE.read_text(encoding="utf-8") == worked_example.page(found)
    _codes, values, published, size, _block = worked_example.read(shared)
    at = [theme.id for theme in lbm3.dimensions].index("onv")
    fit = found.fits[at]
    there = np.isfinite(fit.held_out)
    weight = size[there] / size[there].sum()
    off = published[there, at] - fit.held_out[there]
    assert fit.error == pytest.approx(float(np.sqrt(weight @ off**2)), rel=1e-12)
    assert 0.5 < fit.r2 < 0.95 and fit.error < fit.naive, "worth something, and far from the ministry's model"
    shipped = read_indicator_model(Path(resource_path("model", worked_example.NAME)), lbm3)
    again = score(shipped, Figures(worked_example.INDICATORS, values), ("onv",))[:, 0]
    np.testing.assert_allclose(again[there], fit.predicted[there], atol=1e-9)


def test_the_template_has_the_types_and_no_coefficients(lbm3: ScoreModel):
    lines = Path(resource_path("model", "indicator_template.csv")).read_text(encoding="utf-8-sig").splitlines()
    head, rows = lines[0].split(","), [line.split(",") for line in lines[1:]]
    assert len(rows) == 47
    coefficient = head.index("coefficient") - len(head)
    assert {row[coefficient] for row in rows} == {""}
    assert {row[1] for row in rows} == {theme.id for theme in lbm3.dimensions}
    assert CONSTANT not in {row[0] for row in rows}
