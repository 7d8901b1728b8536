# SPDX-License-Identifier: GPL-2.0-or-later
"""The goal "mean of the gemeente" of a measure is that of the gemeente which the one function of whereabouts names."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.own_gemeente import gemeente_value, gemeente_values
from leefbaar_plugin.analysis.scenarios.document import GEMEENTE, ScenarioStep, Target
from leefbaar_plugin.analysis.scenarios.effects import ScenarioMeasurer
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.squares.grid import encode_square_ids
from tests.unit.small_country import published

pytest_plugins = ("tests.unit.small_country",)

X, Y, YEAR = 85_000, 436_000, 2024


def goal(pack, target, dimension="soc"):
    step = ScenarioStep("toward", target, 0.5, dimension, goal=GEMEENTE)
    return ScenarioMeasurer(Measurer(pack), YEAR).bind(step).goal


def values_of(pack, dimension="soc"):
    codes, _outlines, values = gemeente_values(Measurer(pack), dimension, YEAR)
    return dict(zip(codes, values, strict=True))


def test_an_area_and_its_squares_across_a_border(edition, make_pack):
    """More surface lies in the east, more dwellings in the west."""
    counts = {square: (5, 5, 5) if square[0] >= 856 else (500, 500, 500) for square in edition.squares}
    edition.counts = lambda: counts
    pack = make_pack(edition.all())
    area = shapely.box(X + 400, Y, X + 1100, Y + 400)
    known = values_of(pack)
    assert known["GM0001"] != pytest.approx(known["GM0002"], abs=1e-3)
    assert goal(pack, Target("a", area.wkb)) == known["GM0001"]
    columns, rows = np.meshgrid(np.arange(854, 861), np.arange(4360, 4364))
    ids = tuple(encode_square_ids(columns.ravel(), rows.ravel()))
    assert goal(pack, Target(squares=ids)) == known["GM0001"]
    assert goal(pack, Target("a", shapely.box(X + 700, Y, X + 900, Y + 300).wkb)) == known["GM0002"]


def test_a_gemeente_that_is_far_away_is_known_by_what_the_pack_keeps(files, part):
    away = next(code for code in files.codes if code not in values_of(part))
    expected = published(files, away, YEAR, "soc")
    assert gemeente_value(Measurer(part), away, "soc", YEAR) == pytest.approx(expected, abs=1e-6)
    assert np.isnan(gemeente_value(Measurer(part), "GM9999", "soc", YEAR))


def test_without_published_scores_a_slice_does_not_stand_for_its_gemeente(edition, make_pack):
    """What the import kept of all its squares does; and in a pack that keeps nothing, no figure is given."""
    for path in edition.all():
        if "gemeenten" in path.name:
            path.unlink()
    whole, pack = make_pack([edition.folder], "whole"), make_pack([edition.folder], gemeenten=["GM0001"], margin=300)
    known, expected = values_of(pack), values_of(whole)
    assert known["GM0001"] == pytest.approx(expected["GM0001"], abs=1e-12)
    assert known["GM0002"] == pytest.approx(expected["GM0002"], abs=1e-6)
    slice_of_it = shapely.box(X + 610, Y, X + 690, Y + 100)
    of_slice = Measurer(pack).measure([shapely.box(X + 600, Y, X + 900, Y + 400).wkb]).scores.dimensions[0, -1, 2]
    assert abs(of_slice - known["GM0002"]) > 1e-3
    assert goal(pack, Target("a", slice_of_it.wkb)) == known["GM0002"]
    files = [name for name in pack.info["files"] if name != "references.json"]
    old = replace(pack, info={**pack.info, "files": files})
    assert old.national is None
    assert np.isnan(values_of(old)["GM0002"])
    with pytest.raises(InputError, match="isn't known"):
        goal(old, Target("a", slice_of_it.wkb))
