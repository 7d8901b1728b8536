# SPDX-License-Identifier: GPL-2.0-or-later
"""Wijken without outlines are the union of their buurten, without slivers, marked as made here."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis.change.area_changes import changes_of_level
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.signals.finder import find
from leefbaar_plugin.analysis.signals.rule_set import load_rule
from leefbaar_plugin.engine.errors import CancelledError
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level, read_names
from leefbaar_plugin.pack.outlines.unions import WIDEST_GAP, _united_by, united
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import GRID_HEADER, square_wkt, table, write_vector

WIJKEN = [("WK000100", "Binnen", 1), ("WK000200", "Buiten", 2), ("WK000299", "Zonder", 3)]


def wijken_csv(edition):
    header = ("wk_code", "wk_naam", *GRID_HEADER[1:])
    (edition.folder / "wijken.csv").write_bytes(table(header, edition.area_rows(WIJKEN)))


def shape_of(areas):
    return {code: shapely.from_wkb(wkb) for code, wkb in zip(areas.code, areas.wkb, strict=True) if wkb}


def as_wkb(*shapes):
    return [shapely.to_wkb(shape) for shape in shapes]


@pytest.mark.official
def test_wijken_of_the_demonstration(shared, tmp_path):
    pack = open_pack(import_edition(inspect([shared / "demo" / "waterweg"]), tmp_path / "pack").folder)
    about = pack.info["levels"]["wijk"]
    assert about["made_of"] == "buurt" == pack.made_of("wijk") and pack.made_of("buurt") == "" and about["outlines"]
    assert pack.levels == ["buurt", "wijk", "gemeente"]
    wijken, buurten = shape_of(read_level(pack, "wijk")), shape_of(read_level(pack, "buurt"))
    inside = {code: [shape for buurt, shape in buurten.items() if buurt[2:8] == code[2:8]] for code in wijken}
    assert len(wijken) == len({code[2:8] for code in buurten}) and about["areas"] == 27
    for code, shape in wijken.items():
        plain = shapely.union_all(inside[code])
        assert shape.is_valid and plain.difference(shape).area < 1e-3, "nothing of the buurten is lost"
        assert shape.area - plain.area < 0.006 * plain.area
        holes = [shapely.Polygon(ring) for part in shapely.get_parts(shape) for ring in part.interiors]
        assert all(not shapely.buffer(hole, -WIDEST_GAP / 2).is_empty for hole in holes), code
        gaps = shapely.buffer(shapely.buffer(shape, 5, join_style="mitre"), -5, join_style="mitre").difference(shape)
        assert max((gap.area for gap in shapely.get_parts(gaps)), default=0) < 50, code
    codes = list(wijken)
    for at, code in enumerate(codes):
        assert sum(wijken[code].intersection(wijken[other]).area for other in codes[:at]) < 1.0


@pytest.mark.official
def test_wijken_can_be_judged_and_compared(shared, tmp_path):
    """What the real geometry made impossible: rules, change and squares of wijken."""
    pack = open_pack(import_edition(inspect([shared / "demo" / "schiedam"]), tmp_path / "pack").folder)
    measurer = Measurer(pack)
    found = find(measurer, load_rule("kwetsbare_wijk"), "wijk")
    assert len(found) == 12 and not np.isnan(found.judgement.values["size"]).all()
    changes = changes_of_level(pack, "wijk", 2014, 2024, measurer)
    assert changes.stated.all() and (changes.found.squares > 0).sum() >= 10
    areas = read_level(pack, "wijk", ["lbm_2024"])
    drawn = [at for at, wkb in enumerate(areas.wkb) if wkb]
    measured = measurer.measure([areas.wkb[at] for at in drawn], (2024,)).scores.total[:, 0]
    there = ~np.isnan(measured)
    assert np.abs(measured - areas.values["lbm_2024"][drawn])[there].max() < 0.05


def test_made_wijken_are_marked_and_published_ones_are_not(edition, make_pack):
    edition.all()
    wijken_csv(edition)
    pack = make_pack([edition.folder], "made")
    shapes = shape_of(read_level(pack, "wijk"))
    assert set(shapes) == {"WK000100", "WK000200"} and pack.made_of("wijk") == "buurt"
    assert shapes["WK000100"].equals(shapely.box(85_000, 436_000, 85_600, 436_400))
    features = [({"wk_code": code, "wk_naam": name}, square_wkt(850, 4360, 3, 4)) for code, name, _ in WIJKEN]
    write_vector(edition.folder / "wijk.gpkg", "wijk", features)
    pack = make_pack([edition.folder], "published")
    assert pack.made_of("wijk") == "" and len(shape_of(read_level(pack, "wijk"))) == 3


def test_levels_without_outlines_still_serve(edition, make_pack):
    """PC4 here: values, names to search by, and their published change or difference."""
    edition.all()
    rows = [[code, *row[2:]] for code in ("1011", "1012") for row in edition.area_rows([("", "", int(code))])]
    (edition.folder / "pc4.csv").write_bytes(table(("PC4", *GRID_HEADER[1:]), rows))
    pack = make_pack([edition.folder])
    assert "pc4" in pack.known_levels and "pc4" not in pack.levels
    areas = read_level(pack, "pc4", ["lbm_2024"])
    assert areas.code == ["1011", "1012"] and areas.wkb == [None, None] and not np.isnan(areas.values["lbm_2024"]).any()
    found = [area for area in read_names(pack) if area.level == "pc4"]
    assert [(area.code, area.drawn) for area in found] == [("1011", False), ("1012", False)]
    changes = changes_of_level(pack, "pc4", 2022, 2024, Measurer(pack))
    assert changes.published.all() and changes.coverage is None and not changes.found.squares.any()


@pytest.mark.parametrize("gap", [0.0, 0.3, 4.0, 15.0])
def test_a_gap_between_two_areas_is_closed(gap):
    left, right = shapely.box(0, 0, 500, 800), shapely.box(500 + gap, 0, 1000, 800)
    made = shapely.from_wkb(united(as_wkb(left, right)))
    assert made.is_valid and made.geom_type in ("MultiPolygon", "Polygon") and len(shapely.get_parts(made)) == 1
    assert made.area == pytest.approx(1000 * 800, abs=2 * gap**2 + 1)
    assert shapely.union_all([left, right]).difference(made).area < 1e-6


def test_what_is_no_gap_stays():
    """A wide corridor, a corner, and a hole as large as a buurt."""
    wide = as_wkb(shapely.box(0, 0, 500, 800), shapely.box(530, 0, 1000, 800))
    assert shapely.from_wkb(united(wide)).area == pytest.approx(500 * 800 + 470 * 800)
    corner = [shapely.box(0, 0, 500, 500), shapely.box(500, 0, 1000, 200)]
    assert shapely.from_wkb(united(as_wkb(*corner))).area == pytest.approx(500 * 500 + 500 * 200)
    around = shapely.box(0, 0, 900, 900).difference(shapely.box(300, 300, 600, 600))
    west, east = around.intersection(shapely.box(0, 0, 450, 900)), around.intersection(shapely.box(450, 0, 900, 900))
    assert shapely.from_wkb(united(as_wkb(west, east))).area == pytest.approx(900 * 900 - 300 * 300)


def test_a_narrow_area_of_another_wijk_is_no_gap():
    left, right, road = shapely.box(0, 0, 500, 800), shapely.box(510, 0, 1000, 800), shapely.box(500, 0, 510, 800)
    made = shapely.from_wkb(united(as_wkb(left, right), as_wkb(road)))
    assert made.intersection(road).area < 17 and len(shapely.get_parts(made)) == 2


def test_narrow_holes_between_simplified_outlines_are_closed():
    """Neighbours that meet at both ends of a long lens between them."""
    line = [(500 + 3 * np.sin(np.pi * y / 800), y) for y in range(0, 801, 50)]
    left = shapely.Polygon([(0, 0), (500, 0), *[(2 * 500 - x, y) for x, y in line[1:-1]], (500, 800), (0, 800)])
    right = shapely.Polygon([(1000, 0), (500, 0), *line[1:-1], (500, 800), (1000, 800)])
    assert shapely.union_all([left, right]).area < 1000 * 800 - 2000
    made = shapely.from_wkb(united(as_wkb(left, right)))
    assert made.area == pytest.approx(1000 * 800, abs=1) and not any(p.interiors for p in shapely.get_parts(made))


def test_uniting_ends_when_the_user_cancels():
    squares = [shapely.box(x, 0, x + 100, 100).wkb for x in range(0, 20_000, 100)]
    told: list[float] = []

    def cancel(fraction: float) -> bool:
        told.append(fraction)
        return len(told) < 3

    with pytest.raises(CancelledError):
        _united_by([str(at // 4) for at in range(200)], squares, cancel)
    assert told == pytest.approx([0.0, 0.3, 0.3 + 0.7 * 16 / 50])
