# SPDX-License-Identifier: GPL-2.0-or-later
"""What has to be told beside figures, on hand-made squares: few, little covered, no weight, no dimensions, in doubt."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis.cautions import Caution, caution_columns, together
from leefbaar_plugin.engine.areas.aggregation import aggregate
from leefbaar_plugin.engine.areas.coverage import cover
from leefbaar_plugin.engine.areas.coverings import chosen, covered_part, merged, stacked, within
from leefbaar_plugin.engine.areas.points import cover_by
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.change.paths import split_by_class
from leefbaar_plugin.engine.choices import CautionLimits
from leefbaar_plugin.engine.squares.grid import Grid
from leefbaar_plugin.engine.squares.matrix import score_matrix
from leefbaar_plugin.engine.squares.scoring import PublishedScores
from leefbaar_plugin.engine.squares.weights import Counts, weigh
from leefbaar_plugin.pack.files.resources import load_model

MODEL = load_model("lbm3")
REFERENCE = 4.10226485114369
YEARS = (2022, 2024)
GRID = Grid.from_squares(np.array([0, 1, 2, 3], np.int32), np.zeros(4, np.int32))
TOTALS = [3.9, 4.0, 3.9382, 4.2]
"""Square 2 lies on the bound of zwak and voldoende, between 3.938045 and 3.938388."""


def matrix_of(totals=TOTALS, without=(), missing=()):
    total = np.repeat(np.array(totals, float)[:, None], 2, axis=1)
    parts = np.zeros((len(totals), 2, 5))
    parts[..., 0] = total - REFERENCE
    for square in missing:
        total[square, 1] = np.nan
    parts[np.isnan(total)] = np.nan
    for square in without:
        parts[square, 1, 3] = np.nan
    return score_matrix(MODEL, PublishedScores(YEARS, total, total - REFERENCE, parts))


def measured(outlines, homes, rule="share", **squares):
    matrix = matrix_of(**squares)
    counts = Counts(*np.repeat(np.array(homes, float)[None], 3, axis=0))
    coverage = cover_by(GRID, decode_polygons([shapely.to_wkb(one) for one in outlines]), rule, None)
    return aggregate(MODEL, matrix, coverage, weigh(counts, 4, "dwellings"), rule, matrix.doubtful(MODEL))


ROW = shapely.box(0, 0, 400, 100)
LONG = shapely.box(0, 0, 400, 1000)
OUTSIDE = shapely.box(5000, 0, 5100, 100)


def test_few_and_little_covered_and_nothing():
    scores = measured([ROW, LONG, OUTSIDE], [3, 3, 3, 0.5])
    columns = caution_columns(scores, 1, CautionLimits(), "en")
    assert columns["few"] == [True, True, None]
    assert columns["low_coverage"] == [False, True, None]
    assert columns["warning"] == [
        "few dwellings: 9.5, fewer than 10",
        "few dwellings: 9.5, fewer than 10; squares with a score cover 10 % of the surface",
        "no value: no square with a score",
    ]
    assert columns["without_dimensions"] == [0, 0, None]


def test_limits_can_be_set():
    scores = measured([LONG], [3, 3, 3, 1])
    assert caution_columns(scores, 1, CautionLimits(10, 0.25), "nl")["few"] == [False]  # ten is enough
    columns = caution_columns(scores, 1, CautionLimits(11, 0.1), "nl")
    assert columns["few"] == [True] and columns["low_coverage"] == [False]
    assert columns["warning"] == ["weinig woningen: 10, minder dan 11"]


def test_squares_that_weigh_nothing_say_why_there_is_no_value():
    scores = measured([ROW], [0, 0, 0, 0])
    assert np.isnan(scores.total).all()
    columns = caution_columns(scores, 1, CautionLimits(), "nl")
    assert columns["warning"] == ["geen waarde: de vierkanten tellen samen 0 woningen"] and columns["few"] == [True]


def test_dwellings_in_the_interval_of_a_bound():
    scores = measured([ROW, shapely.box(0, 0, 250, 100), shapely.box(0, 0, 100, 100)], [10, 20, 30, 40])
    columns = caution_columns(scores, 1, CautionLimits(), "en")
    assert columns["uncertain_weight"] == pytest.approx([30, 15, 0])
    assert columns["uncertain_share"] == pytest.approx([30 / 100, 15 / 45, 0])


def test_a_class_that_a_file_states_is_certain():
    matrix = matrix_of()
    assert matrix.doubtful(MODEL).by_year.tolist() == [[False] * 2, [False] * 2, [True] * 2, [False] * 2]
    stated = np.array([[0, 0], [0, 0], [4, 0], [0, 0]], np.int8)
    assert matrix.doubtful(MODEL, stated).by_year[2].tolist() == [False, True]
    assert not matrix_of(missing=(2,)).doubtful(MODEL).by_year[2, 1]


def test_squares_that_lack_a_dimension_are_counted():
    scores = measured([ROW, shapely.box(0, 0, 100, 100)], [10, 20, 30, 40], without=(0, 3))
    columns = caution_columns(scores, 1, CautionLimits(), "en")
    assert columns["without_dimensions"] == [2, 1]
    assert caution_columns(scores, 0, CautionLimits(), "en")["without_dimensions"] == [0, 0]
    assert columns["warning"] == ["squares without dimensions: 2", "squares without dimensions: 1"]
    assert np.isnan(scores.dimensions[1, 1]).all() and not np.isnan(scores.total).any()


@pytest.mark.parametrize("missing", [(), (1,)])
def test_covered_is_the_surface_under_both_rules(missing):
    outline = shapely.box(60, 0, 340, 200)  # the centres of two of the four squares lie inside
    by_share, by_centre = (measured([outline], [9] * 4, rule, missing=missing) for rule in ("share", "centre"))
    surfaces = [40, 100, 100, 40]
    expected = sum(surface for at, surface in enumerate(surfaces) if at not in missing) / 560
    assert by_centre.covered[0, 1] == by_share.covered[0, 1] == pytest.approx(expected)
    assert by_centre.squares[0, 1] == 2 - len(missing) and by_share.squares[0, 1] == 4 - len(missing)
    assert by_centre.weight_sum[0, 1] == 9 * (2 - len(missing))


def test_areas_put_together_keep_the_surface():
    outlines = [shapely.box(60, 0, 200, 100), shapely.box(200, 0, 340, 100)]
    rings = decode_polygons([shapely.to_wkb(one) for one in outlines])
    twice = cover_by(GRID, rings, "centre", None)
    alone = cover(GRID, rings, "share")
    for made, by_share in (
        (merged(twice, [0, 1]), merged(alone, [0, 1])),
        (chosen(twice, [1]), chosen(alone, [1])),
        (stacked([twice, alone]), stacked([alone, alone])),
        (within(twice, np.array([True, False, True, True])), within(alone, np.array([True, False, True, True]))),
        (split_by_class(twice, np.array([1, 2, 1, 2]), 2), split_by_class(alone, np.array([1, 2, 1, 2]), 2)),
    ):
        beside = made.by_surface
        assert beside.square.tolist() == by_share.square.tolist() and beside.share.tolist() == by_share.share.tolist()
        assert beside.offset.tolist() == by_share.offset.tolist()
    assert stacked([alone, alone]).by_surface is None and cover_by(GRID, rings, "share", None).by_surface is None


def test_cautions_of_areas_together():
    """Counts add up; the covered part is that of the surfaces, of which an unknown one has no say."""
    several = [
        Caution(4, 6.0, "dwellings", 0.1, True, 1, 3000.0),
        Caution(2, 3.0, "dwellings", 0.5, False, 0, 1000.0),
        Caution(1, 2.0, "dwellings", None, True),
        Caution(0, 0.0, "", None, True),
    ]
    one = together(several)
    assert (one.squares, one.weight_sum, one.bare, one.surface) == (7, 11.0, 1, 4000.0)
    assert one.covered == pytest.approx((300 + 500) / 4000) and one.weight == "dwellings"
    assert one.ids(CautionLimits()) == ["low_coverage", "bare"]
    nothing = together(several[3:], "households")
    assert nothing.few(CautionLimits()) is None and nothing.ids(CautionLimits()) == []
    assert together(several[2:3]).covered is None


@pytest.mark.parametrize("rule", ["share", "centre"])
def test_part_of_the_surface_that_some_squares_cover(rule):
    outlines = [shapely.box(60, 0, 340, 200), OUTSIDE, ROW]
    coverage = cover_by(GRID, decode_polygons([shapely.to_wkb(one) for one in outlines]), rule, None)
    some = np.array([True, False, True, True])
    assert covered_part(coverage, some) == pytest.approx([(40 + 100 + 40) / 560, 0, 0.75])


def test_words_of_one_area():
    assert Caution(3, 4.5, "dwellings", 0.125, True).words(CautionLimits(), "nl") == (
        "weinig woningen: 4,5, minder dan 10; vierkanten met een score beslaan 12,5 % van de oppervlakte"
    )
    one = Caution(3, 4.0, "households", 0.2, True, 1)
    assert one.words(CautionLimits(), "nl") == (
        "weinig huishoudens: 4, minder dan 10; vierkanten met een score beslaan 20 % van de oppervlakte; "
        "vierkanten zonder dimensies: 1"
    )
    assert Caution(3, 40.0, "dwellings", 0.9, True).words(CautionLimits(), "nl") == ""
    assert Caution(0, 0.0, "", None, True).words(CautionLimits(), "en") == ""  # published, without squares at hand
