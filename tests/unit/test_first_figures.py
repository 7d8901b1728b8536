# SPDX-License-Identifier: GPL-2.0-or-later
"""What the first area waits for after a pack was opened: what it needs itself, the same as what all would need."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from shapely.geometry import Point, box

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.engine.errors import PackError
from leefbaar_plugin.engine.squares.matrix import MarkedSquares
from leefbaar_plugin.pack import arrays
from leefbaar_plugin.pack import pack as pack_module
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import levels_near, read_index, read_level
from leefbaar_plugin.pack.official_scores import official_scores
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

SCHIEDAM = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return import_edition(inspect([SCHIEDAM]), tmp_path_factory.mktemp("f") / "schiedam").folder


def test_marked_squares_are_the_same_for_few_and_for_all():
    random = np.random.default_rng(5)
    table = random.random((40_000, 4)) < 0.03
    asked = []

    def mark(rows):
        asked.append(rows)
        return table[rows]

    for size in (0, 1, 7, 700, 20_000):
        squares = random.integers(0, len(table), size)
        fresh, made = MarkedSquares(*table.shape, mark), MarkedSquares(*table.shape, table.__getitem__)
        assert made.ever.tolist() == table.any(axis=1).tolist() and made.by_year.flags.c_contiguous
        asked.clear()
        place, year = table[squares].nonzero()
        for one in (fresh, made):
            found = one.among(squares)
            assert found[0].tolist() == place.tolist() and found[1].tolist() == year.tolist()
        assert [type(rows) for rows in asked] == ([np.ndarray] if size <= 700 else [slice] * 3)
        for one in (fresh, made):
            chosen = one.of_years([2, 0])
            assert chosen.years == 2 and chosen.by_year.tolist() == table[:, [2, 0]].tolist()
            assert [part.tolist() for part in chosen.among(squares)] == [
                part.tolist() for part in table[squares][:, [2, 0]].nonzero()
            ]


def test_the_first_area_reads_nothing_of_all_squares_or_areas(folder, monkeypatch):
    monkeypatch.setattr(pack_module, "WHOLE_AT_ONCE", 0)
    area = Point(86_100, 436_200).buffer(60).wkb
    pack = open_pack(folder)
    first = Measurer(pack)
    found = first.measure([area])
    assert "by_year" not in vars(first.doubtful) and "by_year" not in vars(pack.matrix.unscored)
    assert not official_scores(pack)._indices, "of a file of 128 MB, a look into its index will do"
    prepared = Measurer(open_pack(folder))
    prepared.prepare()
    assert "by_year" in vars(prepared.doubtful) and official_scores(prepared.pack)._indices
    again = prepared.measure([area])
    for name in ("total", "class_shares", "squares", "weight_sum", "uncertain", "bare"):
        np.testing.assert_array_equal(getattr(found.scores, name), getattr(again.scores, name), name)
    assert found.official == again.official == [None]


def test_an_official_area_is_recognised_first_of_all(folder):
    """Before the lists of all areas were read, as afterwards; also one that was moved by less than half a metre."""
    whole = open_pack(folder)
    prepared = official_scores(whole)
    prepared.prepare()
    for level in ("buurt", "gemeente"):
        areas = read_level(whole, level)
        for wkb in areas.wkb[:4]:
            pack = open_pack(folder)
            first = official_scores(pack)
            assert first.recognise([wkb]) == prepared.recognise([wkb]) != [None]


def test_levels_near_a_place(folder):
    pack = open_pack(folder)
    levels = ("buurt", "wijk", "pc4", "gemeente")
    boxes = {level: read_index(pack, level).box for level in levels if level in pack.levels}
    there = tuple(boxes)
    places = [one[:2] for level in there for one in boxes[level][:5].tolist()] + [[0.0, 0.0], [86_000.0, 436_000.0]]
    for x, y in places:
        for near in (0.6, 300.0):
            expected = tuple(
                level for level in there if (np.abs(boxes[level][:, :2] - (x, y)) <= near + 0.1).all(axis=1).any()
            )
            assert levels_near(pack, there, x, y, near) == expected
    assert levels_near(pack, there, *box(0, 0, 1, 1).bounds[:2], 0.6) == ()


def test_arrays_by_another_numpy_are_read_as_well(folder, tmp_path, monkeypatch):
    """Their headers may be longer, or of a newer format; the values count."""
    import json
    import shutil

    monkeypatch.setattr(pack_module, "WHOLE_AT_ONCE", 0)
    ours = open_pack(folder)
    other = tmp_path / "other"
    shutil.copytree(folder, other)
    info = json.loads((other / "pack.json").read_text(encoding="utf-8"))
    del info["digests"]
    (other / "pack.json").write_text(json.dumps(info), encoding="utf-8")
    for path in other.glob("*.npy"):
        values = np.load(path)
        with path.open("wb") as file:
            np.lib.format.write_array(file, values, (2, 0))
    parsed = []
    monkeypatch.setattr(
        arrays.np, "load", lambda *given, load=np.load, **named: parsed.append(1) or load(*given, **named)
    )
    theirs = open_pack(other)
    assert len(parsed) > 8
    np.testing.assert_array_equal(theirs.matrix.values, ours.matrix.values)
    np.testing.assert_array_equal(theirs.grid.rank, ours.grid.rank)
    parsed.clear()
    open_pack(folder)
    assert not parsed, "our own headers are recognised"
    path = other / "rank.npy"
    path.write_bytes((folder / "rank.npy").read_bytes()[:-4])
    with pytest.raises(PackError, match=r"rank\.npy"):
        open_pack(other)
