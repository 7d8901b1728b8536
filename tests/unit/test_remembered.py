# SPDX-License-Identifier: GPL-2.0-or-later
"""What is remembered of the last area, of counts and of squares never stands in for what was asked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import MultiPolygon, Point, Polygon, box

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.references.reference_options import known_gemeenten
from leefbaar_plugin.analysis.references.references import References, has_counts
from leefbaar_plugin.analysis.whereabouts import locate
from leefbaar_plugin.engine.choices import CENTRE
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.squares.weights import EQUAL, KINDS
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.official_scores import _boxes, is_same_outline
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

SCHIEDAM = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
ONE, OTHER = box(86_000, 436_000, 86_640, 436_610).wkb, box(84_400, 437_300, 87_010, 437_900).wkb


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    return open_pack(import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("r") / "schiedam").folder)


def same(one, other):
    np.testing.assert_array_equal(one.scores.total, other.scores.total)
    np.testing.assert_array_equal(one.scores.uncertain, other.scores.uncertain)
    np.testing.assert_array_equal(one.scores.surface, other.scores.surface)
    assert one.official == other.official and (one.repaired, one.empty) == (other.repaired, other.empty)


def test_areas_in_turn_are_those_that_were_asked(pack):
    """One after the other, again, an official one, nothing, several at once, and by another rule."""
    kept = Measurer(pack)
    buurt = read_level(pack, "buurt").wkb[3]
    for areas in ([ONE], [OTHER], [ONE], [ONE], [buurt], [None], [buurt], [ONE, OTHER], [OTHER, ONE], [OTHER]):
        same(kept.measure(areas), Measurer(pack).measure(areas))
        assert [bytes(wkb) for wkb in kept.cover(areas)[0].wkb] == Measurer(pack).cover(areas)[0].wkb
    assert kept.measure([buurt]).official[0] is not None and kept.measure([ONE]).official == [None]
    whole = Measurer(pack, Recipe(rule=CENTRE))
    for areas in ([ONE], [OTHER], [ONE]):
        same(whole.measure(areas), Measurer(pack, Recipe(rule=CENTRE)).measure(areas))
    with pytest.raises(InputError):
        kept.measure([b"no polygon"])
    same(kept.measure([ONE]), Measurer(pack).measure([ONE]))


def test_some_years_have_their_own_doubtful_squares(pack):
    kept = Measurer(pack)
    every = kept.measure([ONE, OTHER]).scores
    for years in ((2014, 2024), (2024,), (2002, 2012), (2014, 2024), (2020,), (2018,), (2024,)):
        found = kept.measure([ONE, OTHER], years).scores
        at = [pack.years.index(year) for year in years]
        np.testing.assert_allclose(found.uncertain, every.uncertain[:, at], rtol=1e-12)
        np.testing.assert_array_equal(found.bare, every.bare[:, at])
    marked = kept.doubtful.by_year
    assert marked.flags.c_contiguous, "else all of it is copied for every area"
    assert marked.any() and not marked.all()
    np.testing.assert_array_equal(kept.doubtful.ever, marked.any(axis=1))


def test_gemeenten_of_areas_in_turn(pack):
    references = References(Measurer(pack))
    for areas in ([ONE], [OTHER], [None], [ONE], [ONE, OTHER], [OTHER]):
        expected = [place.gemeenten for place in locate(pack, areas, Measurer(pack))]
        assert references.gemeenten_of(areas) == expected
    assert references.gemeenten_of([ONE])[0][0].name == "Schiedam" and references.gemeenten_of([None]) == [()]
    references.prepare()
    by_year = {year: references.figures("data", year) for year in (2014, 2024, 2014)}
    assert by_year[2014].year == 2014 and by_year[2014].total != by_year[2024].total
    assert references.figures_on_same("data", 2024).squares <= by_year[2024].squares
    assert known_gemeenten(pack) is known_gemeenten(pack) and ("GM0606", "Schiedam") in known_gemeenten(pack)


def test_boxes_of_many_polygons_at_once():
    """Holes, parts, nothing and empty ones between them, each alone and all together, as shapely has them."""
    ring = Point(86_100, 436_200).buffer(300).difference(Point(86_100, 436_200).buffer(100))
    shapes = [
        ring,
        None,
        MultiPolygon([box(0, 0, 5, 5), box(90, -40, 95, 7)]),
        Polygon(),
        MultiPolygon(),
        box(1, 2, 3, 4),
    ]
    wkb = [None if shape is None else shape.wkb for shape in shapes]
    expected = np.array([(np.nan,) * 4 if shape is None or shape.is_empty else shape.bounds for shape in shapes])
    np.testing.assert_array_equal(_boxes(wkb), expected)
    np.testing.assert_array_equal(np.vstack([_boxes([one]) for one in wkb]), expected)
    assert _boxes([None]).shape == (1, 4) and _boxes([]).shape == (0, 4)
    assert is_same_outline(ring.wkb, ring.wkb) and is_same_outline(ring.wkb, MultiPolygon([ring]).wkb)
    assert not is_same_outline(Polygon().wkb, Polygon().wkb) and not is_same_outline(ring.wkb, shapes[2].wkb)


def test_counts_that_are_there(pack):
    for kind in KINDS:
        expected = kind == EQUAL or not np.isnan(pack.counts.of(kind)).all()
        assert has_counts(pack, kind) is expected is has_counts(pack, kind)
