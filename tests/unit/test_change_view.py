# SPDX-License-Identifier: GPL-2.0-or-later
"""The change of areas as it is shown: scores that fit the change, levels with published scores, squares found once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import box

from leefbaar_plugin.analysis.change.area_changes import changes_of
from leefbaar_plugin.analysis.change.change_view import OWN, level_changes, own_changes
from leefbaar_plugin.analysis.change.development import pack_development
from leefbaar_plugin.analysis.comparison import OwnArea
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.engine.errors import CancelledError, InputError, PackError
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

SCHIEDAM = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
WEST, EAST = box(86_000, 436_000, 86_600, 436_600), box(86_400, 436_300, 87_000, 436_900)
AREAS = [OwnArea(4, "Wést", WEST.wkb), OwnArea(7, "Oost", EAST.wkb), OwnArea(9, "leeg", None)]


@pytest.fixture(scope="module")
def pack(tmp_path_factory) -> Pack:
    return open_pack(import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("c") / "schiedam").folder)


@pytest.fixture(scope="module")
def measurer(pack) -> Measurer:
    return Measurer(pack)


@pytest.mark.parametrize(("since", "until"), [(2014, 2024), (2002, 2024), (2022, 2024)])
def test_before_and_after_fit_the_change(measurer, since, until):
    view = own_changes(measurer, AREAS, since, until)
    assert view.subject == OWN and view.keys == (4, 7, 9) and view.folded_names == ("west", "oost", "leeg")
    found = changes_of(measurer, [WEST.wkb, EAST.wkb, None], since, until).found
    before, after = view.changes.scores.total.T
    np.testing.assert_allclose(after - before, found.change.total, atol=1e-12)
    one = view.one(0)
    assert one.after - one.before == pytest.approx(one.total, abs=1e-12)
    with_dimensions = 2002 not in (since, until)
    assert (None in one.contributions.values()) is not with_dimensions
    if with_dimensions:
        assert sum(one.contributions.values()) == pytest.approx(one.total, abs=1e-9)
    assert one.worse + one.same + one.better == pytest.approx(1) and one.own_class and not one.published
    empty = view.one(2)
    assert empty.total is None and empty.before is None and empty.change_class == empty.after_class == 0
    assert empty.better is None and empty.squares == 0
    whole = changes_of(measurer, [WEST.union(EAST).wkb], since, until).found
    together = view.together("samen")
    assert together.total == pytest.approx(float(whole.change.total[0])) and together.name == "samen"
    assert together.weight_sum == pytest.approx(float(whole.weight_sum[0]))


def test_a_single_area_is_its_own_total(measurer):
    view = own_changes(measurer, AREAS[:1], 2014, 2024)
    assert len(view) == 1 and view.whole is view.changes
    assert view.together("x").total == view.one(0).total and view.together("x").before == view.one(0).before


def test_a_level_with_its_squares_found_once(pack, measurer):
    first = level_changes(pack, "buurt", 2014, 2024, measurer)
    small = ["BU06060202", "BU06060802", "BU06061101"]
    assert [key for key, wkb in zip(first.keys, first.outlines, strict=True) if not wkb] == small
    assert len(first) == 62 and all(key.startswith("BU") for key in first.keys)
    again = level_changes(pack, "buurt", 2020, 2024, measurer, first)
    fresh = level_changes(pack, "buurt", 2020, 2024, measurer)
    assert again.changes.coverage is first.changes.coverage and again.outlines is first.outlines
    np.testing.assert_allclose(again.changes.found.change.total, fresh.changes.found.change.total, rtol=1e-12)
    np.testing.assert_allclose(again.changes.scores.total, fresh.changes.scores.total, rtol=1e-12)
    before, after = again.changes.scores.total.T
    whole = ~again.changes.scores.published.any(axis=1)
    np.testing.assert_allclose((after - before)[whole], again.changes.found.change.total[whole], atol=1e-9)
    whole = pack_development(measurer, 2020, 2024)
    assert again.together("").total == float(whole.change.total[0])


def test_published_scores_go_before_squares_and_do_without(edition, make_pack):
    made = make_pack(edition.all())
    level = next(name for name in ("gemeente", "buurt") if made.info["levels"].get(name, {}).get("scored"))
    bare = replace(made, grid=None, published=None, matrix=None, counts=None)
    view = level_changes(bare, level, 2022, 2024, None)
    assert view.whole is None and view.together("") is None
    one = view.one(0)
    assert one.published and one.better is None and one.squares == 0 and one.weight == ""
    assert one.after - one.before == pytest.approx(one.total, abs=1e-12)
    with_squares = level_changes(made, level, 2022, 2024, Measurer(made))
    assert with_squares.one(0).total == one.total and with_squares.one(0).before == one.before
    assert with_squares.whole is not None


def test_what_goes_wrong(pack, measurer):
    with pytest.raises(InputError, match="both 2024"):
        own_changes(measurer, AREAS, 2024, 2024)
    with pytest.raises(PackError, match="Year 2015"):
        own_changes(measurer, AREAS, 2015, 2024)
    with pytest.raises(PackError, match="no grid"):
        level_changes(pack, "grid", 2014, 2024, measurer)
    with pytest.raises(CancelledError):
        own_changes(measurer, AREAS, 2014, 2024, lambda _fraction: False)
    with pytest.raises(InputError, match="Area 1 is a point"):
        own_changes(measurer, [OwnArea(1, "", box(0, 0, 1, 1).centroid.wkb)], 2014, 2024)
