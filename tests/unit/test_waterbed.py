# SPDX-License-Identifier: GPL-2.0-or-later
"""Rings and the waterbed question: hand-made cases for every answer, and geometry and sums against shapely."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import shapely
from shapely.geometry import Point, box

from leefbaar_plugin.analysis.change.change_tables import surroundings_columns
from leefbaar_plugin.analysis.change.surroundings import SEGMENTS, parse_distances, ring_around, rings_around
from leefbaar_plugin.analysis.change.waterbed import WaterbedQuestion, surround
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.engine.areas.aggregation import AreaScores
from leefbaar_plugin.engine.change.waterbed import (
    ASSOCIATIONS,
    COMPARISONS,
    FALL_ELSEWHERE,
    FITS,
    NO_FALL,
    NO_RISE,
    NOTHING,
    REST,
    RISE_ELSEWHERE,
    SMALL,
    waterbed,
)
from leefbaar_plugin.engine.change.waterbed import COUNTRY as BY_COUNTRY
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.references.groups import COUNTRY

SCHIEDAM = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
RINGS = ((0.0, 250.0), (250.0, 500.0))


def scores(under, weight) -> AreaScores:
    """Areas of two years with so much weight in class 4, and the other weight in class 6."""
    under, weight = np.array(under, float), np.array(weight, float)[:, None].repeat(2, axis=1)
    shares = np.zeros((*under.shape, 9))
    with np.errstate(divide="ignore", invalid="ignore"):
        shares[..., 3] = under / weight
        shares[..., 5] = 1 - under / weight
    empty = np.full(under.shape, np.nan)
    return AreaScores(
        years=(2014, 2024),
        total=empty,
        deviation=empty,
        dimensions=np.full((*under.shape, 5), np.nan),
        classes=np.zeros(under.shape, np.int8),
        certain=np.zeros(under.shape, bool),
        class_shares=shares,
        squares=np.zeros(under.shape, np.int64),
        weight_sum=weight,
        imputed=np.zeros(under.shape, np.int64),
        covered=empty,
        surface=np.zeros(len(under)),
        weight="dwellings",
        rule="share",
    )


def read(lbm3, area, ring, rest, weights=(1000, 1000, 10_000), country=(5000, 5000), smallest=10.0):
    """What the figures say about an area with one ring: dwellings under pressure in two years of each."""
    zones = scores([area, ring, rest], weights)
    found = waterbed(lbm3, zones, scores([country], [100_000]), 1, 2014, smallest)
    assert found.association[0, 0] == -1, "nothing is said about the base year"
    return ASSOCIATIONS[found.association[0, 1]], found


@pytest.mark.parametrize(
    ("area", "ring", "rest", "said"),
    [
        ((300, 200), (100, 200), (1000, 1000), FITS),
        ((300, 290), (100, 110), (1000, 1000), FITS),  # exactly the least number, on both sides
        ((300, 291), (100, 200), (1000, 1000), NO_FALL),
        ((300, 310), (100, 200), (1000, 1000), NO_FALL),
        ((300, 300), (100, 200), (1000, 1000), NO_FALL),
        ((300, 200), (100, 109), (1000, 1000), NO_RISE),
        ((300, 200), (100, 50), (1000, 1000), NO_RISE),
        ((300, 200), (100, 200), (3000, 2000), FALL_ELSEWHERE),  # a tenth less everywhere
        ((300, 200), (100, 200), (3000, 2099), FALL_ELSEWHERE),
        ((300, 200), (100, 200), (3000, 2100), FITS),
        ((300, 200), (100, 200), (1000, 2000), RISE_ELSEWHERE),  # a tenth more everywhere else
        ((300, 200), (100, 200), (1000, 1901), RISE_ELSEWHERE),
        ((300, 200), (100, 200), (1000, 1900), FITS),
    ],
)
def test_every_answer_by_hand(lbm3, area, ring, rest, said):
    assert read(lbm3, area, ring, rest)[0] == said


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ((1000, 1000, 10_000), FITS),
        ((9.9, 1000, 10_000), SMALL),
        ((1000, 9.9, 10_000), SMALL),
        ((0, 1000, 10_000), SMALL),
        ((1000, 0, 10_000), SMALL),
    ],
)
def test_no_answer_about_small_numbers(lbm3, weights, said):
    under = [(0.3 * weights[0], 0.2 * weights[0]), (0.1 * weights[1], 0.3 * weights[1]), (1000, 1000)]
    found, bed = read(lbm3, *under, weights=weights)
    assert found == said and bed.smallest == 10


def test_without_a_least_number_a_change_of_nothing_is_still_none(lbm3):
    assert read(lbm3, (300, 300), (100, 100), (1000, 1000), smallest=0)[0] == NO_FALL
    assert read(lbm3, (300, 299), (100, 100), (1000, 1000), smallest=0)[0] == NO_RISE
    assert read(lbm3, (300, 299), (100, 101), (1000, 1000), smallest=0)[0] == FITS


def test_the_formula_of_the_documentation(lbm3):
    _, found = read(lbm3, (300, 200), (100, 200), (1000, 1500))
    assert found.change[0, :, 1].tolist() == [-100, 100, 500]
    np.testing.assert_allclose(found.expected[0, :, 1], [50, 50, 500])  # the rest: 10 % to 15 %
    np.testing.assert_allclose(found.rings[:, 0, 1], [200, 1000, 100, 50])
    assert np.isnan(found.change[0, :, 0]).all() and np.isnan(found.expected[0, :, 0]).all()
    assert COMPARISONS[found.comparison[0]] == REST


def test_the_country_stands_in_for_a_rest_that_is_not_there(lbm3):
    weights = (1000, 1000, 0)
    said, found = read(lbm3, (300, 200), (100, 200), (0, 0), weights, country=(5000, 5000))
    assert said == FITS and COMPARISONS[found.comparison[0]] == BY_COUNTRY
    assert read(lbm3, (300, 200), (100, 200), (0, 0), weights, country=(15_000, 5000))[0] == FALL_ELSEWHERE
    zones = scores([(300, 200), (100, 200), (0, 0)], weights)
    nothing = waterbed(lbm3, zones, scores([(0, 0)], [0]), 1, 2014, 10.0)
    assert COMPARISONS[nothing.comparison[0]] == NOTHING and ASSOCIATIONS[nothing.association[0, 1]] == SMALL


def test_rings_count_together_and_an_empty_one_undoes_nothing(lbm3):
    zones = scores([(300, 200), (100, 150), (0, 0), (1000, 1000)] * 2, (1000, 1000, 0, 10_000) * 2)
    found = waterbed(lbm3, zones, scores([(0, 0)], [0]), 2, 2014, 10.0)
    assert [ASSOCIATIONS[n] for n in found.association[:, 1]] == [FITS, FITS]
    np.testing.assert_allclose(found.rings[:, :, 1], [[150] * 2, [1000] * 2, [50] * 2, [0] * 2], atol=1e-9)
    with pytest.raises(ValueError, match="not in tuple"):
        waterbed(lbm3, zones, scores([(0, 0)], [0]), 2, 2015, 10.0)


# Geometry


@pytest.fixture(scope="module")
def pack(tmp_path_factory) -> Pack:
    return open_pack(import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("w") / "schiedam").folder)


@pytest.fixture(scope="module")
def references(pack) -> References:
    return References(Measurer(pack)).prepare()


SHAPES = {
    "square": box(86_000, 436_000, 86_700, 436_500),
    "two parts": box(86_000, 436_000, 86_200, 436_300).union(box(86_600, 436_000, 86_900, 436_300)),
    "hole": Point(86_500, 436_500).buffer(600).difference(Point(86_500, 436_500).buffer(300)),
    "concave": shapely.Polygon([(86_000, 436_000), (87_000, 436_000), (86_200, 436_200), (86_000, 437_000)]),
}


@pytest.mark.parametrize("name", SHAPES)
def test_rings_are_those_of_shapely(name):
    shape = SHAPES[name]
    distances = ((0.0, 100.0), (100.0, 250.0), (400.0, 500.0))
    made = [shapely.from_wkb(ring) for ring in rings_around(shape.wkb, distances)]
    for ring, (inner, outer) in zip(made, distances, strict=True):
        expected = shape.buffer(outer, quad_segs=SEGMENTS).difference(shape.buffer(inner, quad_segs=SEGMENTS))
        assert ring.is_valid and ring.symmetric_difference(expected).area < 1e-6 * expected.area
        assert ring.intersection(shape).area < 1e-9 * shape.area
    for one, other in ((0, 1), (0, 2), (1, 2)):
        assert made[one].intersection(made[other]).area < 1e-6


def test_the_segments_are_fine_enough():
    ring = shapely.from_wkb(ring_around(Point(0, 0).buffer(1, quad_segs=64).wkb, 0, 500))
    assert ring.area == pytest.approx(np.pi * (501**2 - 1), rel=2e-3)


def test_rings_of_nothing_and_of_an_outline_that_crosses_itself():
    assert shapely.from_wkb(ring_around(shapely.Polygon().wkb, 0, 250)).is_empty
    bow = shapely.Polygon([(0, 0), (1000, 1000), (1000, 0), (0, 1000)])
    lobes = shapely.make_valid(bow)
    ring = shapely.from_wkb(ring_around(bow.wkb, 0, 100))
    assert ring.area == pytest.approx(lobes.buffer(100, quad_segs=SEGMENTS).area - lobes.area, rel=1e-9)


@pytest.mark.parametrize(
    ("text", "rings"),
    [
        ("250, 500", [(0, 250), (250, 500)]),
        ("250", [(0, 250)]),
        ("100;200.5;300", [(0, 100), (100, 200.5), (200.5, 300)]),
        ("0-250, 250-500", [(0, 250), (250, 500)]),
        ("100-200, 300 – 400", [(100, 200), (300, 400)]),
    ],
)
def test_distances(text, rings):
    assert parse_distances(text) == rings


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("500, 250", "Distance 250 has to be larger than the one before it"),
        ("250, 250", "Distance 250 has to be larger"),
        ("0", "Distance 0 has to be larger"),
        ("200000", "at most 100000 m"),
        ("-250, 500", "“-250” is no distance"),
        ("far", "“far” is no distance"),
        ("1e3", "“1e3” is no distance"),
        ("nan", "“nan” is no distance"),
        ("250, 250-500", "“250” is no ring"),
        ("250-100", "Ring 250-100 has to go outwards"),
        ("0-250, 200-500", "Ring 200-500 begins within the one before it"),
        ("250-500, 0-250", "Ring 0-250 begins within the one before it"),
        (" , ", "Give one or more rings"),
        ("", "Give one or more rings"),
    ],
)
def test_distances_that_make_no_rings(text, sentence):
    with pytest.raises(InputError, match=sentence):
        parse_distances(text)


# On the demonstration


def shares_of(pack: Pack, shape) -> np.ndarray:
    """Share of every square within a shape, by shapely."""
    x, y = pack.grid.column * 100.0, pack.grid.row * 100.0
    squares = shapely.box(x, y, x + 100, y + 100)
    return shapely.area(shapely.intersection(squares, shape)) / 1e4


def question(pack: Pack, **changes) -> WaterbedQuestion:
    return replace(WaterbedQuestion(RINGS, pack.years, 2014, 10.0), **changes)


def test_figures_of_rings_against_shapely(pack, references):
    shape = SHAPES["square"]
    found = surround(references, [shape.wkb], question(pack))
    gemeente = shapely.from_wkb(read_level(pack, "gemeente").wkb[0])
    assert [part.code for part in found.gemeenten[0]] == ["GM0606"]
    rings = [shape.buffer(b, quad_segs=SEGMENTS).difference(shape.buffer(a, quad_segs=SEGMENTS)) for a, b in RINGS]
    rest = gemeente.difference(shapely.union_all([shape, *rings]))
    weights, throughout = references.measurer.weights.value, (pack.matrix.classes > 0).all(axis=1)
    ever = (pack.matrix.classes > 0).any(axis=1)
    for row, expected in enumerate([shape, *rings, rest]):
        share = shares_of(pack, expected)
        weight = share * weights * throughout
        assert found.scores.weight_sum[row] == pytest.approx(weight.sum(), rel=1e-9), "the same in every year"
        assert found.left_out[row] == np.count_nonzero((share > 1e-9) & ever & ~throughout)
        for at in range(len(pack.years)):
            under = (weight * (pack.matrix.classes[:, at] <= 4)).sum()
            assert found.waterbed.under[0, row, at] == pytest.approx(under, rel=1e-9, abs=1e-9)
            mean = (weight[throughout] * pack.published.total[throughout, at]).sum() / weight.sum()
            assert found.scores.total[row, at] == pytest.approx(mean, rel=1e-9)


def test_area_rings_and_rest_are_the_gemeente(pack, references):
    shape = Point(86_400, 436_900).buffer(150)
    wkb = read_level(pack, "gemeente").wkb[0]
    assert shape.buffer(500).within(shapely.from_wkb(wkb))
    found = surround(references, [shape.wkb], question(pack))
    _, coverage = references.measurer.cover([wkb])
    throughout = (pack.matrix.classes > 0).all(axis=1)
    weight = coverage.share * references.measurer.weights.value[coverage.square] * throughout[coverage.square]
    assert found.scores.weight_sum[:, 0].sum() == pytest.approx(weight.sum(), rel=1e-9)
    for at in range(len(pack.years)):
        under = weight[pack.matrix.classes[coverage.square, at] <= 4].sum()
        assert found.waterbed.under[0, :, at].sum() == pytest.approx(under, rel=1e-9)
    surfaces = found.scores.surface
    assert surfaces.sum() == pytest.approx(shapely.from_wkb(wkb).area, rel=1e-9)


def test_other_areas_are_left_out_of_rings_when_asked(pack, references):
    one, other = box(86_000, 436_000, 86_400, 436_400), box(86_500, 436_000, 86_900, 436_400)
    usual = surround(references, [one.wkb, other.wkb], question(pack))
    assert usual.meets_others == (True, True)
    alone = surround(references, [one.wkb, other.wkb], question(pack, without_others=True))
    for area, zones in enumerate(alone.zones):
        away = (other, one)[area]
        for zone, before in zip(zones[1:3], usual.zones[area][1:3], strict=True):
            expected = shapely.from_wkb(before.wkb).difference(away)
            assert shapely.from_wkb(zone.wkb).symmetric_difference(expected).area < 1e-6
    np.testing.assert_allclose(alone.scores.weight_sum[0], usual.scores.weight_sum[0], rtol=1e-12)
    far = box(84_000, 434_000, 84_100, 434_100)
    assert surround(references, [one.wkb, far.wkb], question(pack)).meets_others == (False, False)
    touching = box(86_400, 436_000, 86_500, 436_400)
    assert surround(references, [one.wkb, touching.wkb], question(pack)).meets_others == (True, True)


def test_areas_in_the_sea_and_without_outline(pack, references):
    sea, inside = box(0, 400_000, 500, 400_500), SHAPES["square"]
    found = surround(references, [sea.wkb, None, inside.wkb], question(pack))
    assert found.gemeenten[0] == () and found.gemeenten[1] == () and found.empty == [1]
    assert [ASSOCIATIONS[n] for n in found.waterbed.association[:2, -1]] == [SMALL, SMALL]
    columns = surroundings_columns(pack.model, found, 2024, "nl")
    for row in range(8):
        assert columns["lbm"][row] is None and columns["weight_1_4"][row] is None and columns["weight_sum"][row] == 0
        assert columns["change_1_4"][row] is None and columns["gemeenten"][row] is None
    alone = surround(references, [inside.wkb], question(pack))
    np.testing.assert_allclose(found.scores.total[8:], alone.scores.total, rtol=1e-12)


def test_columns_say_what_was_found(pack, references):
    found = surround(references, [SHAPES["square"].wkb], question(pack, rings=((0.0, 300.0),), years=(2024,)))
    assert found.scores.years == (2014, 2024), "the base year is among the years"
    before, columns = (surroundings_columns(pack.model, found, year, "nl") for year in (2014, 2024))
    assert columns["zone"] == ["area", "ring", "rest"] and columns["outer"] == [None, 300.0, None]
    assert columns["gemeenten"] == ["Schiedam"] * 3 and set(columns["comparison"]) == {REST}
    for number, row in enumerate(range(3)):
        assert columns["weight_1_4"][row] == pytest.approx(columns["share_1_4"][row] * columns["weight_sum"][row])
        assert columns["change_1_4"][row] == pytest.approx(columns["weight_1_4"][row] - before["weight_1_4"][row])
        up_to = sum(columns[f"share_{n}"][number] for n in (1, 2, 3))
        assert columns["weight_1_3"][row] == pytest.approx(up_to * columns["weight_sum"][row])
    assert columns["expected_1_4"][2] == pytest.approx(columns["change_1_4"][2]), "the rest goes as itself"
    assert before["association"] == [None] * 3 and columns["association"][0] in ASSOCIATIONS


def test_years_that_are_not_there(pack, references):
    with pytest.raises(PackError, match="Year 2015 isn't in the data pack"):
        surround(references, [SHAPES["square"].wkb], question(pack, since=2015))
    with pytest.raises(PackError, match="Year 1999"):
        surround(references, [SHAPES["square"].wkb], question(pack, years=(1999, 2024)))


def test_no_outlines_of_gemeenten_leave_the_country_to_compare_with(pack):
    info = pack.info | {"levels": {"buurt": pack.info["levels"]["buurt"]}}
    found = surround(References(Measurer(replace(pack, info=info))), [SHAPES["square"].wkb], question(pack))
    assert found.gemeenten == ((),) and COMPARISONS[found.waterbed.comparison[0]] == BY_COUNTRY
    assert found.scores.surface[-1] == 0


def test_the_country_is_on_the_same_squares(pack, references):
    found = surround(references, [SHAPES["square"].wkb], question(pack))
    throughout = (pack.matrix.classes > 0).all(axis=1)
    assert found.country.scores.squares[0].tolist() == [np.count_nonzero(throughout)] * len(pack.years)
    assert len(references.squares_of([COUNTRY])) == 1
    with pytest.raises(InputError, match="no gemeente:GM9999"):
        references.squares_of(["gemeente:GM9999"])


def test_by_centre_and_by_inhabitants(pack):
    measurer = Measurer(pack, Recipe(weight="inhabitants", rule="centre"))
    found = surround(References(measurer), [SHAPES["square"].wkb], question(pack))
    assert (found.scores.weight, found.scores.rule) == ("inhabitants", "centre")
    assert (found.scores.squares == found.scores.squares[:, :1]).all()
