# SPDX-License-Identifier: GPL-2.0-or-later
"""Well-known binary in all its variants, and damaged."""

from __future__ import annotations

import struct

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.errors import InputError

SHELL = [(100.0, 200.0), (400.0, 200.0), (400.0, 500.0), (100.0, 200.0)]
HOLE = [(200.0, 250.0), (300.0, 250.0), (300.0, 300.0), (200.0, 250.0)]
PARTS = [[SHELL, HOLE], [[(0.0, 0.0), (50.0, 0.0), (0.0, 50.0), (0.0, 0.0)]]]
POLYGON, MULTIPOLYGON, COLLECTION, LINE, POINT = 3, 6, 7, 2, 1


def polygon(rings, *, order="<", extra=(), code=POLYGON, srid=None, count=None):
    """WKB of a polygon; `extra` are the ordinates after x and y, `code` the type as it stands there."""
    made = struct.pack(order + "BI", order == "<", code)
    made += b"" if srid is None else struct.pack(order + "I", srid)
    made += struct.pack(order + "I", len(rings) if count is None else count)
    for ring in rings:
        made += struct.pack(order + "I", len(ring))
        for point in ring:
            made += struct.pack(order + f"{2 + len(extra)}d", *point, *extra)
    return made


def collection(members, code=MULTIPOLYGON, order="<"):
    return struct.pack(order + "BII", order == "<", code, len(members)) + b"".join(members)


VARIANTS = {
    "plain": polygon([SHELL, HOLE]),
    "big endian": polygon([SHELL, HOLE], order=">"),
    "iso z": polygon([SHELL, HOLE], extra=(7.0,), code=1003),
    "iso m": polygon([SHELL, HOLE], extra=(7.0,), code=2003),
    "iso zm": polygon([SHELL, HOLE], extra=(7.0, 8.0), code=3003),
    "iso z big endian": polygon([SHELL, HOLE], extra=(7.0,), code=1003, order=">"),
    "ewkb z": polygon([SHELL, HOLE], extra=(7.0,), code=0x80000003),
    "ewkb m": polygon([SHELL, HOLE], extra=(7.0,), code=0x40000003),
    "ewkb zm": polygon([SHELL, HOLE], extra=(7.0, 8.0), code=0xC0000003),
    "ewkb srid": polygon([SHELL, HOLE], code=0x20000003, srid=28992),
    "ewkb srid zm": polygon([SHELL, HOLE], extra=(7.0, 8.0), code=0xE0000003, srid=28992),
    "z without number": polygon([SHELL, HOLE], extra=(float("nan"),), code=1003),
    "unclosed": polygon([SHELL[:-1], HOLE[:-1]]),
    "unclosed with z": polygon([SHELL[:-1], HOLE[:-1]], extra=(7.0,), code=1003),
    "multipolygon of one": collection([polygon([SHELL, HOLE])]),
    "collection of one": collection([polygon([SHELL, HOLE])], COLLECTION),
    "nested collection": collection([collection([polygon([SHELL, HOLE])]), collection([])], COLLECTION),
    "mixed byte order": collection([polygon([SHELL, HOLE], order=">")]),
    "iso multipolygon z": collection([polygon([SHELL, HOLE], extra=(7.0,), code=1003)], 1006),
    "ewkb multipolygon z": collection([polygon([SHELL, HOLE], extra=(7.0,), code=0x80000003)], 0x80000006),
    "with a degenerate ring": polygon([SHELL, HOLE, HOLE[:2]]),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_every_variant_gives_the_same_rings(name):
    rings = decode_polygons([VARIANTS[name]])
    assert rings.points.tolist() == [list(p) for p in SHELL + HOLE]
    assert rings.points.dtype == np.float64 and rings.points.dtype.isnative
    assert (rings.start.tolist(), rings.polygon.tolist(), rings.hole.tolist()) == ([0, 4, 8], [0, 0], [False, True])


def test_parts_and_areas_without_rings_keep_their_places():
    empty = polygon([])
    several = collection([polygon(part) for part in PARTS])
    rings = decode_polygons([empty, several, empty, polygon(PARTS[1]), collection([])])
    assert rings.polygons == 5
    assert rings.polygon.tolist() == [1, 1, 1, 3]
    assert rings.hole.tolist() == [False, True, False, False]
    part = rings.part(2, 5)
    assert (part.polygon.tolist(), part.polygons, part.points.tolist()) == ([1], 3, [list(p) for p in PARTS[1][0]])
    assert rings.part(0, 1).polygon.tolist() == [] and len(rings.part(4, 5).points) == 0
    assert decode_polygons([]).polygons == 0


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), float("-inf")])
@pytest.mark.parametrize("at", [0, 1])
def test_a_coordinate_that_is_no_number_names_the_area(bad, at):
    point = (bad, 1.0) if at == 0 else (1.0, bad)
    broken = polygon([[*SHELL[:2], point, SHELL[0]]])
    with pytest.raises(InputError, match="Area 3 has a coordinate that is no number"):
        decode_polygons([VARIANTS["plain"], polygon([]), broken, VARIANTS["plain"]])


@pytest.mark.parametrize(
    "wkt", ["POINT(1 1)", "LINESTRING(0 0,1 1)", "MULTIPOINT(0 0,1 1)", "MULTILINESTRING((0 0,1 1))", "POINT EMPTY"]
)
def test_what_is_no_polygon_is_named(wkt):
    with pytest.raises(InputError, match="Area 2 is no polygon"):
        decode_polygons([VARIANTS["plain"], shapely.to_wkb(shapely.from_wkt(wkt))])


@pytest.mark.parametrize("name", VARIANTS)
def test_cut_off_anywhere_is_damaged(name):
    whole = VARIANTS[name]
    for length in range(len(whole)):
        with pytest.raises(InputError, match="Area 1 "):
            decode_polygons([whole[:length]])


def test_counts_that_promise_too_much():
    for wkb in (
        polygon([SHELL], count=2**32 - 1),
        struct.pack("<BIII", 1, POLYGON, 1, 2**32 - 1),
        struct.pack("<BII", 1, MULTIPOLYGON, 2**32 - 1),
        struct.pack("<BII", 1, 9003, 1),
    ):
        with pytest.raises(InputError, match="Area 1 "):
            decode_polygons([wkb])


def assert_read_or_refused(wkb):
    said = ""
    try:
        rings = decode_polygons([wkb])
    except InputError as problem:
        said = str(problem)
    assert said.startswith("Area 1 ") if said else np.isfinite(rings.points).all()


@settings(derandomize=True, deadline=None, database=None, max_examples=300)
@given(st.sampled_from(sorted(VARIANTS)), st.lists(st.tuples(st.integers(0, 200), st.integers(0, 255)), max_size=6))
def test_damaged_bytes_are_read_or_refused(name, damage):
    wkb = bytearray(VARIANTS[name])
    for at, value in damage:
        wkb[at % len(wkb)] = value
    assert_read_or_refused(bytes(wkb))


@settings(derandomize=True, deadline=None, database=None, max_examples=200)
@given(st.binary(max_size=60))
def test_random_bytes_are_read_or_refused(wkb):
    assert_read_or_refused(wkb)


def test_many_rings_are_read_in_proportion():
    """Every ring once: 20,000 holes were a copy of all bytes each."""
    holes = [[(x, 1.0), (x + 0.1, 1.0), (x, 1.1), (x, 1.0)] for x in map(float, range(20_000))]
    wkb = polygon([SHELL, *holes])

    class Counted(bytes):
        copied = 0

        def __getitem__(self, key):
            found = super().__getitem__(key)
            Counted.copied += len(found) if isinstance(key, slice) else 1
            return found

        def __bytes__(self):
            return self

    assert len(decode_polygons([Counted(wkb)]).polygon) == 20_001
    assert Counted.copied < 2 * len(wkb)
