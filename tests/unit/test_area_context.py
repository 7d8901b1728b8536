# SPDX-License-Identifier: GPL-2.0-or-later
"""Where an area lies, and the lists of official areas: against shapely, on made-up gemeenten and the demonstration."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import from_wkb
from shapely.geometry import MultiPolygon, Polygon, box

from leefbaar_plugin.analysis.area_context import AreaContexts
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.pack.files.geopackage import write_layer
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.name_search import found_in
from leefbaar_plugin.pack.official import read_names, read_outlines
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
WEST, EAST = box(0, 0, 1000, 1000), box(1000, 0, 2000, 1000)
ISLAND = box(5000, 0, 5100, 100)
GEMEENTEN = {"GM0001": ("Westdam", WEST), "GM0002": ("Oostdam", EAST), "GM0003": ("Eiland", ISLAND)}


@pytest.fixture(scope="module")
def three(tmp_path_factory) -> Pack:
    """A pack of three gemeenten and a wijk, without squares."""
    folder = tmp_path_factory.mktemp("pack")
    shapes = [shape.wkb for _, shape in GEMEENTEN.values()]
    names = [name for name, _ in GEMEENTEN.values()]
    write_layer(folder / "areas.gpkg", "gemeente", shapes, {"code": list(GEMEENTEN), "name": names})
    write_layer(
        folder / "areas.gpkg",
        "wijk",
        [WEST.wkb, EAST.wkb],
        {"code": ["WK000100", "WK000201"], "name": ["Één", "Noord"], "lbm_2024": [4.0, 4.1]},
    )
    levels = {level: {"areas": 3, "scored": 0, "outlines": True} for level in ("gemeente", "wijk")}
    info = {"edition": "2024", "years": [2024], "levels": levels, "gemeenten": [["GM0001", "Westdam"]]}
    return Pack(folder, info, load_model("lbm3"))


@pytest.fixture(scope="module")
def demo(tmp_path_factory) -> Pack:
    return open_pack(import_edition(inspect([DEMO]), tmp_path_factory.mktemp("packs") / "demo").folder)


def test_one_gemeente(three):
    found = AreaContexts(three).find(box(100, 100, 200, 200).wkb)
    assert [(part.code, part.name, part.surface) for part in found.gemeenten] == [("GM0001", "Westdam", 1.0)]
    assert found.elsewhere == 0.0 and found.overlaps == {}


def test_several_gemeenten_from_large_to_small(three):
    found = AreaContexts(three).find(box(900, 0, 1300, 1000).wkb)
    assert [(part.name, part.surface) for part in found.gemeenten] == [("Oostdam", 0.75), ("Westdam", 0.25)]
    assert found.elsewhere == 0.0


def test_partly_and_wholly_outside(three):
    partly = AreaContexts(three).find(box(-300, 0, 100, 100).wkb)
    assert partly.gemeenten[0].surface == pytest.approx(0.25) and partly.elsewhere == pytest.approx(0.75)
    wholly = AreaContexts(three).find(box(-900, -900, -800, -800).wkb)
    assert wholly.gemeenten == () and wholly.elsewhere == 1.0


def test_neighbours_that_only_touch_are_no_part(three):
    found = AreaContexts(three).find(EAST.wkb, {7: WEST.wkb, 8: box(2000, 0, 2100, 1000).wkb})
    assert [part.code for part in found.gemeenten] == ["GM0002"] and found.overlaps == {}


def test_overlaps_by_surface(three):
    others = {
        1: box(0, 0, 100, 10).wkb,
        2: box(50, 0, 100, 100).wkb,
        3: box(700, 700, 800, 800).wkb,
        4: MultiPolygon([box(0, 90, 10, 100), box(400, 400, 500, 500)]).wkb,
    }
    found = AreaContexts(three).find(box(0, 0, 100, 100).wkb, others)
    assert list(found.overlaps.items()) == [(2, 5000.0), (1, 1000.0), (4, 100.0)]


def test_overlap_that_is_partly_a_line(three):
    """The intersection is a collection of a polygon and a line; only the polygon has surface."""
    one = Polygon([(0, 0), (100, 0), (100, 100), (0, 100)])
    other = Polygon([(100, 0), (200, 0), (200, 100), (100, 100), (100, 60), (90, 60), (90, 40), (100, 40)])
    assert AreaContexts(three).find(one.wkb, {1: other.wkb}).overlaps == {1: pytest.approx(200.0)}


def test_what_crosses_itself_has_no_surface_or_is_no_polygon(three):
    contexts = AreaContexts(three)
    bow = Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])
    assert contexts.find(bow.wkb).gemeenten[0].surface == 1.0
    nothing = contexts.find(Polygon().wkb, {1: WEST.wkb})
    assert nothing.gemeenten == () and nothing.elsewhere is None and nothing.overlaps == {}
    assert contexts.find(WEST.wkb, {1: Polygon().wkb}).overlaps == {}
    with pytest.raises(InputError):
        contexts.find(box(0, 0, 1, 1).exterior.wkb)


def test_without_gemeenten(three):
    info = three.info | {"levels": {"wijk": three.info["levels"]["wijk"]}}
    contexts = AreaContexts(Pack(three.folder, info, three.model))
    found = contexts.find(box(0, 0, 900, 900).wkb, {1: box(0, 0, 10, 10).wkb})
    assert found.gemeenten == () and found.elsewhere is None and found.overlaps == {1: 100.0}
    assert contexts.is_quick(WEST.wkb)
    (part,) = contexts.find(WEST.wkb).gemeenten
    assert part.code == "GM0001" and part.surface == 1.0, "it is a wijk, whose code says where it lies"


def test_file_that_is_gone(three, tmp_path):
    contexts = AreaContexts(Pack(tmp_path, three.info, three.model))
    with pytest.raises(PackError, match="damaged"):
        contexts.find(WEST.wkb)
    with pytest.raises(PackError):
        read_names(contexts._pack, ["wijk"])


def test_kept_between_two_questions(three, monkeypatch):
    contexts = AreaContexts(three)
    first = contexts.find(WEST.wkb)
    monkeypatch.setattr("leefbaar_plugin.analysis.area_context.locate", lambda *_: pytest.fail("asked again"))
    assert contexts.find(WEST.wkb, {1: WEST.wkb}).gemeenten == first.gemeenten


def test_many_places_are_not_quick(three, monkeypatch):
    contexts = AreaContexts(three)
    contexts.find(box(0, 0, 10, 11).wkb)  # from now on the outlines are known
    assert contexts.is_quick(box(0, 0, 2000, 1000).wkb)
    monkeypatch.setattr("leefbaar_plugin.analysis.whereabouts._QUICK_TO_CUT", 1)
    assert not contexts.is_quick(box(0, 0, 2000, 1000).wkb) and contexts.is_quick(box(0, 0, 10, 10).wkb)
    contexts.find(box(0, 0, 2000, 1000).wkb)
    assert contexts.is_quick(box(0, 0, 2000, 1000).wkb), "known by now"
    circle = box(0, 0, 10, 10).buffer(5, quad_segs=5000)
    assert not contexts.is_quick(circle.wkb)


def test_threads_may_share_it(three):
    contexts = AreaContexts(three)
    shapes = [box(x, 0, x + 500, 1000).wkb for x in range(0, 1500, 10)]
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(contexts.find, shapes))
    assert [one.gemeenten for one in found] == [AreaContexts(three).find(shape).gemeenten for shape in shapes]


@settings(max_examples=60, deadline=None)
@given(st.tuples(*[st.floats(-500, 2500) for _ in range(6)]))
def test_shares_as_shapely_has_them(three, corners):
    triangle = Polygon([corners[0:2], corners[2:4], corners[4:6]])
    if triangle.area < 100:
        return
    found = AreaContexts(three).find(triangle.wkb)
    for part in found.gemeenten:
        expected = triangle.intersection(GEMEENTEN[part.code][1]).area / triangle.area
        assert part.surface == pytest.approx(expected, abs=1e-9)
    missed = [code for code in GEMEENTEN if code not in {part.code for part in found.gemeenten}]
    assert all(triangle.intersection(GEMEENTEN[code][1]).area / triangle.area < 0.00501 for code in missed)
    inside = sum(triangle.intersection(shape).area for _name, shape in GEMEENTEN.values()) / triangle.area
    assert found.elsewhere == pytest.approx(1 - inside, abs=0.0006)


def test_demonstration_buurten_lie_in_schiedam(demo):
    contexts = AreaContexts(demo)
    buurten = [area for area in read_names(demo, ["buurt"]) if area.drawn]
    for wkb in read_outlines(demo, "buurt", [area.fid for area in buurten[:10]]):
        found = contexts.find(wkb)
        assert found.gemeenten[0].name == "Schiedam" and found.gemeenten[0].surface > 0.9


def test_names_of_official_areas(three, demo):
    wijken = read_names(three, ["wijk"])
    assert [(area.code, area.name, area.gemeente) for area in wijken] == [
        ("WK000100", "Één", "Westdam"),
        ("WK000201", "Noord", "Oostdam"),
    ]
    buurten = read_names(demo, ["buurt"])
    assert len(buurten) == 62 and {area.gemeente for area in buurten} == {"Schiedam"}
    assert sorted(area.code for area in buurten if not area.drawn) == ["BU06060202", "BU06060802", "BU06061101"]
    with pytest.raises(PackError, match="no pc4"):
        read_names(demo, ["pc4"])


def test_searching_by_any_words(three, demo):
    wijken = read_names(three, ["wijk"])
    assert found_in(wijken, "") == found_in(wijken, "  ") == [0, 1]
    assert found_in(wijken, "een") == found_in(wijken, "ÉÉN westdam") == found_in(wijken, "wk0001") == [0]
    assert found_in(wijken, "een oostdam") == []
    assert found_in(read_names(demo, ["buurt"]), "groenoord")


def test_outlines_in_the_order_asked(three):
    west, east = (area.fid for area in read_names(three, ["wijk"]))
    found = [from_wkb(wkb) for wkb in read_outlines(three, "wijk", [east, west])]
    assert found[0].equals(EAST) and found[1].equals(WEST)
    assert read_outlines(three, "wijk", [999]) == [None]
