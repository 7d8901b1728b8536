# SPDX-License-Identifier: GPL-2.0-or-later
"""In which gemeente an area lies, by surface and by dwellings, also across the border of the pack: against shapely."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from osgeo import gdal

from leefbaar_plugin.analysis.change.monitor import monitor_areas
from leefbaar_plugin.analysis.change.waterbed import WaterbedQuestion, surround
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.analysis.whereabouts import locate
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.pack.official import AROUND, GEMEENTE, read_gemeenten, read_level

X, Y = 85_000, 436_000
WEST, EAST = shapely.box(X, Y, X + 600, Y + 400), shapely.box(X + 600, Y, X + 1200, Y + 400)


def box(x0, y0, x1, y1):
    return shapely.box(X + x0, Y + y0, X + x1, Y + y1)


def of_squares(pack, measurer, area, gemeente):
    """Weight of the squares of the pack within an area and a gemeente, by shapely."""
    x, y = pack.grid.column * 100.0, pack.grid.row * 100.0
    squares = shapely.box(x, y, x + 100, y + 100)
    share = shapely.area(shapely.intersection(squares, area.intersection(gemeente))) / 1e4
    return float((share * measurer.weights.value).sum())


def test_parts_by_surface_and_by_weight(edition, make_pack):
    pack = make_pack(edition.all())
    measurer = Measurer(pack)
    areas = [box(130, 20, 950, 230), box(550, 0, 610, 400), box(-300, 0, 200, 400)]
    for area, place in zip(areas, locate(pack, [area.wkb for area in areas], measurer), strict=True):
        whole = sum(of_squares(pack, measurer, area, one) for one in (WEST, EAST))
        for part in place.gemeenten:
            gemeente = WEST if part.code == "GM0001" else EAST
            assert part.surface == pytest.approx(area.intersection(gemeente).area / area.area, abs=1e-9)
            assert part.weight == pytest.approx(of_squares(pack, measurer, area, gemeente) / whole, abs=1e-9)
            assert part.whole
        assert place.elsewhere == pytest.approx(area.difference(WEST.union(EAST)).area / area.area, abs=1e-9)
        weights = [part.weight for part in place.gemeenten]
        assert weights == sorted(weights, reverse=True) and place.own == place.gemeenten[0]
    assert [part.weight for part in locate(pack, [areas[0].wkb])[0].gemeenten] == [None, None], "without weights"


def test_weight_goes_before_surface_and_surface_before_a_part_of_the_squares(edition, make_pack):
    """More surface lies in the east, more dwellings in the west; of the pack of one gemeente the east isn't there."""
    counts = {square: (5, 5, 5) if square[0] >= 856 else (500, 500, 500) for square in edition.squares}
    edition.counts = lambda: counts
    pack = make_pack(edition.all())
    area = [box(400, 0, 1100, 400).wkb]
    (place,) = locate(pack, area, Measurer(pack))
    assert [part.code for part in place.gemeenten] == ["GM0001", "GM0002"]
    assert place.own.surface < 0.3 and place.own.weight > 0.9
    alone = make_pack(edition.all(), "alone", gemeenten=["IJstad"])
    (place,) = locate(alone, area, Measurer(alone))
    assert [(part.code, part.name, part.whole) for part in place.gemeenten] == [
        ("GM0002", "Súdwest", False),
        ("GM0001", "IJstad", True),
    ]
    assert [round(part.surface, 4) for part in place.gemeenten] == [round(5 / 7, 4), round(2 / 7, 4)]
    assert place.elsewhere == 0.0 and place.gemeenten[1].weight == 1.0, "all squares of it that the pack has"


@pytest.mark.parametrize("margin", [0.0, 250.0])
def test_a_buurt_of_the_neighbour_lies_in_the_neighbour(edition, make_pack, margin):
    """By the squares of the pack alone it'd lie in the chosen gemeente for a hundred percent."""
    pack = make_pack(edition.all(), gemeenten=["IJstad"], margin=margin)
    noord = box(600, 0, 900, 400)
    measurer = Measurer(pack)
    references = References(measurer).prepare()
    for shape in (noord, noord.buffer(-3), box(580, 0, 900, 400)):  # an official one, and two that are none
        (place,) = locate(pack, [shape.wkb], measurer)
        assert place.own.code == "GM0002" and place.own.name == "Súdwest" and not place.own.whole
        assert place.own.surface > 0.9
        assert references.gemeenten_of([shape.wkb]) == [place.gemeenten]
    found = monitor_areas(references, [noord.buffer(-3).wkb], pack.years, 2022)
    assert (found.monitor.city_row == -1).all() and np.isnan(found.monitor.city_total).all()
    question = WaterbedQuestion(((0.0, 100.0),), pack.years, 2022, 1.0)
    bed = surround(references, [noord.buffer(-3).wkb], question)
    assert bed.zones[0][-1].kind == "rest" and shapely.from_wkb(bed.zones[0][-1].wkb).is_empty


def test_outlines_around_a_selection_are_kept(edition, make_pack):
    alone = make_pack(edition.all(), gemeenten=["IJstad"])
    assert alone.info[AROUND] == 1 and alone.levels == ["buurt", "gemeente"]
    assert read_level(alone, GEMEENTE).code == ["GM0001"], "the other is no level of the pack"
    assert read_gemeenten(alone).code == ["GM0001", "GM0002"]
    layers = gdal.OpenEx(str(alone.areas_path), gdal.OF_VECTOR)
    assert {layers.GetLayer(at).GetName() for at in range(layers.GetLayerCount())} == {"buurt", "gemeente", AROUND}
    everything = make_pack(edition.all(), "everything")
    assert everything.info[AROUND] == 0 and read_gemeenten(everything).code == ["GM0001", "GM0002"]
    old = replace(alone, info={key: value for key, value in alone.info.items() if key != AROUND})
    (place,) = locate(old, [box(400, 0, 800, 400).wkb], Measurer(old))
    assert [part.code for part in place.gemeenten] == ["GM0001"] and place.elsewhere == pytest.approx(0.5)


def test_what_is_no_area_lies_nowhere(edition, make_pack):
    pack = make_pack(edition.all())
    found = locate(pack, [None, shapely.Polygon().wkb, box(9000, 0, 9100, 100).wkb])
    assert [place.own for place in found] == [None] * 3
    assert [place.elsewhere for place in found] == [None, None, 1.0]
    with pytest.raises(InputError, match="Area 1 is a point"):
        locate(pack, [shapely.Point(0, 0).wkb])
