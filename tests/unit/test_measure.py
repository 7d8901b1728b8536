# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of areas from a pack, as the dock, the algorithms and the reports ask for them."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis.measure import Measurer, Recipe, area_columns, square_columns
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.engine.choices import CENTRE, EVEN_ODD, NON_ZERO
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.engine.squares.weights import ImputationRule, weigh
from tests.builders import DIMENSIONS, REFERENCE, square_id

X, Y = 85_000, 436_000
TWO_SQUARES = shapely.to_wkb(shapely.box(X, Y, X + 200, Y + 100))
HALVES = shapely.to_wkb(shapely.box(X + 50, Y, X + 150, Y + 100))
OUTSIDE = shapely.to_wkb(shapely.box(0, 300_000, 100, 300_100))
PENTAGRAM = shapely.to_wkb(
    shapely.Polygon([(X + 300 + 290 * np.sin(a), Y + 200 + 190 * np.cos(a)) for a in np.arange(5) * 0.8 * np.pi])
)


@pytest.fixture
def pack(edition, make_pack):
    return make_pack(edition.all())


def test_shares_and_weights_of_a_drawn_area(pack):
    weight = weigh(pack.counts, len(pack.grid)).value[:2]
    total = pack.published.total[:2, 1]
    for wkb, share in ((TWO_SQUARES, 1.0), (HALVES, 0.5)):
        scores = Measurer(pack).measure([wkb], (2024,)).scores
        assert scores.total[0, 0] == pytest.approx((weight * total).sum() / weight.sum(), rel=1e-12)
        assert scores.weight_sum[0, 0] == pytest.approx(share * weight.sum()) and scores.covered[0, 0] == 1
        assert scores.squares[0, 0] == 2 and scores.imputed[0, 0] == 1


def test_recipes_differ_as_they_say(pack):
    share, centre = Measurer(pack), Measurer(pack, Recipe(rule=CENTRE))
    assert share.measure([HALVES]).scores.squares.tolist() == [[2, 2]]
    assert centre.measure([HALVES]).scores.squares.tolist() == [[1, 1]]
    equal = Measurer(pack, Recipe(weight="equal")).measure([TWO_SQUARES]).scores
    assert equal.total[0, 1] == pytest.approx(pack.published.total[:2, 1].mean()) and equal.weight == "equal"
    surfaces = [Measurer(pack, Recipe(fill_rule=rule)).measure([PENTAGRAM]) for rule in (EVEN_ODD, NON_ZERO)]
    assert surfaces[0].repaired == surfaces[1].repaired == [0]
    assert surfaces[0].scores.surface[0] < 0.8 * surfaces[1].scores.surface[0]
    rule = ImputationRule(dwellings_if_unknown=50.0)
    assert Measurer(pack, Recipe(imputation=rule)).weights.value[0] == 50
    with pytest.raises(InputError, match="Rule touch isn't one of share, centre"):
        Measurer(pack, Recipe(rule="touch"))


def test_years_and_areas_that_are_not_there(pack):
    measurer = Measurer(pack)
    with pytest.raises(PackError, match="Year 2020 isn't in the data pack"):
        measurer.measure([TWO_SQUARES], (2024, 2020))
    measured = measurer.measure([None, OUTSIDE, TWO_SQUARES], (2024, 2022))
    assert measured.empty == [0] and measured.scores.years == (2024, 2022)
    assert np.isnan(measured.scores.total[:2]).all() and not np.isnan(measured.scores.total[2]).any()
    again = measurer.measure([TWO_SQUARES])
    assert again.scores.total[0, ::-1].tolist() == pytest.approx(measured.scores.total[2].tolist(), rel=1e-15)
    with pytest.raises(InputError, match="Area 2 is a point; expected is a polygon"):
        measurer.measure([TWO_SQUARES, shapely.to_wkb(shapely.Point(X, Y))])


def test_columns_have_none_for_no_value_and_never_zero(pack):
    scores = Measurer(pack).measure([TWO_SQUARES, OUTSIDE, None]).scores
    columns = area_columns(pack.model, scores, 2024, "nl")
    expected = ["year", "lbm", "afw", *DIMENSIONS, "class", "class_name", "class_certain"]
    expected += [*(f"share_{n}" for n in range(1, 10)), "squares", "weight_sum", "imputed", "covered", "weight", "rule"]
    assert list(columns) == expected
    filled = {"year", "squares", "weight_sum", "imputed", "weight", "rule"}
    for name, values in columns.items():
        assert len(values) == 3 and values[0] is not None
        if name not in filled and name != "covered":
            assert values[1] is None and values[2] is None, name
    assert columns["covered"][1:] == [0.0, None] and columns["squares"] == [2, 0, 0]
    number = columns["class"][0]
    assert columns["class_name"][0] == pack.model.total_classification.name(number, "nl")
    assert sum(columns[f"share_{n}"][0] for n in range(1, 10)) == pytest.approx(1)
    assert all(value is None or isinstance(value, int | float | str | bool) for v in columns.values() for value in v)


def test_squares_as_columns(edition, make_pack):
    rows = edition.grid_rows()
    del rows[1]  # E0850N4360 of 2024
    rows = [[*row[:4], *([None] * 5)] if row[1] == 2022 else row for row in rows]
    pack = make_pack([edition.grid_csv(rows=rows), edition.counts_gpkg()])
    columns = square_columns(pack, 2024, "en")
    assert len(columns["grid_id"]) == 47 and columns["grid_id"][0] == square_id(851, 4360)
    assert columns["lbm"] == pytest.approx([row[2] for row in rows if row[1] == 2024], rel=1e-12)
    assert None in columns["dwellings"] and 0 not in columns["dwellings"]
    old = square_columns(pack, 2022, "en")
    assert len(old["grid_id"]) == 48 and set(old["fys"]) == {None} and set(old["class_fys"]) == {None}
    assert None not in old["class"] and None not in old["class_certain"]


def test_figures_of_one_area(pack):
    scores = Measurer(pack).measure([OUTSIDE, TWO_SQUARES]).scores
    model = pack.model
    figures = figures_of(model, scores, 1, 2024)
    assert figures.has_score and figures.total == scores.total[1, 1] and figures.trend == tuple(scores.total[1])
    assert sum(figures.dimensions.values()) + REFERENCE == pytest.approx(figures.total)
    assert figures.dimension_trends["vrz"] == tuple(scores.dimensions[1, :, 3])
    bounds = model.total_classification.bounds
    if figures.class_number > 1:
        assert figures.total - figures.to_lower == pytest.approx(bounds[figures.class_number - 2])
    if figures.class_number < 9:
        assert figures.total + figures.to_higher == pytest.approx(bounds[figures.class_number - 1])
    assert figures.unfavourable == pytest.approx(sum(figures.shares[:4]))
    nothing = figures_of(model, scores, 0, 2024)
    assert not nothing.has_score and nothing.total is None and nothing.unfavourable is None
    assert (nothing.to_lower, nothing.to_higher, nothing.class_number) == (None, None, 0)
    assert set(nothing.shares) == {None} and nothing.covered == 0 and nothing.squares == 0
    with pytest.raises(ValueError, match="not in"):
        figures_of(model, scores, 0, 1999)


@pytest.mark.parametrize(("total", "ends"), [(3.0, (False, True)), (4.9, (True, False)), (4.0, (True, True))])
def test_no_distance_beyond_the_outermost_bounds(edition, make_pack, total, ends):
    rows = [[*row[:2], total, total - REFERENCE, *([(total - REFERENCE) / 5] * 5)] for row in edition.grid_rows()]
    scores = Measurer(make_pack([edition.grid_csv(rows=rows)])).measure([TWO_SQUARES]).scores
    figures = figures_of(make_pack([edition.folder], "again").model, scores, 0, 2024)
    assert (figures.to_lower is not None, figures.to_higher is not None) == ends
