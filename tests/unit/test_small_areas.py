# SPDX-License-Identifier: GPL-2.0-or-later
"""Small official areas: inhabitants from the squares, by shapely; stored by the import, marked in tables."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
import shapely
from osgeo import gdal

from leefbaar_plugin.analysis.marks import mark_columns, marks_of
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.signals.finder import SignalFinder
from leefbaar_plugin.analysis.signals.rule_set import load_rule
from leefbaar_plugin.engine.squares.weights import INHABITANTS, weigh
from leefbaar_plugin.pack.inhabitants import count_inhabitants
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.official_scores import official_scores
from leefbaar_plugin.pack.pack import open_pack
from tests.builders import Edition


def few_in(edition: Edition, column: int, inhabitants: int) -> None:
    """Give the squares from a column on, three wide, so many inhabitants each."""
    usual = edition.counts()
    few = {square: (5, 5, inhabitants) if column <= square[0] < column + 3 else (50, 50, 100) for square in usual}
    edition.counts = lambda: few


def marks(pack, level="buurt"):
    areas = read_level(pack, level)
    return areas, marks_of(pack, official_scores(pack).of_codes(level, areas.code))


def by_shapely(pack, areas):
    """Inhabitants of the squares in every outline, missing counts filled by the default rule."""
    x, y = pack.grid.column * 100.0, pack.grid.row * 100.0
    squares = shapely.box(x, y, x + 100, y + 100)
    value = weigh(pack.counts, len(pack.grid), INHABITANTS).value
    return [
        float((shapely.area(shapely.intersection(squares, shapely.from_wkb(wkb))) / 1e4 * value).sum()) if wkb else None
        for wkb in areas.wkb
    ]


def test_inhabitants_of_buurten_are_those_of_their_squares(edition, make_pack):
    few_in(edition, 853, 5)
    pack = make_pack(edition.all())
    areas, found = marks(pack)
    np.testing.assert_allclose(found.inhabitants, by_shapely(pack, areas))
    assert found.inhabitants[areas.code.index("BU00010001")] == 60
    assert found.small(100).tolist() == [code == "BU00010001" for code in areas.code]
    assert not found.small(60).any() and found.small(1201).all() and not found.unknown().any()


def test_the_import_stores_them_and_older_packs_count(edition, make_pack):
    few_in(edition, 850, 5)
    pack = make_pack(edition.all())
    stored = read_level(pack, "buurt", ["inhabitants"]).values["inhabitants"]
    areas, found = marks(pack)
    np.testing.assert_array_equal(stored, found.inhabitants)
    np.testing.assert_array_equal(stored, count_inhabitants(pack.grid, pack.counts, areas.wkb))
    dataset = gdal.OpenEx(str(pack.areas_path), gdal.OF_VECTOR | gdal.OF_UPDATE)
    layer = dataset.GetLayerByName("buurt")
    layer.DeleteField(layer.GetLayerDefn().GetFieldIndex("inhabitants"))
    del layer, dataset
    pack.kept.clear()
    _areas, again = marks(pack)
    np.testing.assert_array_equal(again.inhabitants, stored)


def test_what_isnt_known_is_no_number(edition, make_pack):
    few_in(edition, 850, 5)
    edition.all()
    edition.BUURTEN = Edition.BUURTEN[1:]
    edition.buurt_gpkg()  # no outline of Centrum
    pack = make_pack(sorted(edition.folder.iterdir()))
    edition.BUURTEN = Edition.BUURTEN
    areas, found = marks(pack)
    centrum = areas.code.index("BU00010000")
    assert areas.wkb[centrum] is None and np.isnan(found.inhabitants[centrum])
    assert found.unknown().tolist() == [at == centrum for at in range(len(areas))]
    columns = mark_columns(found, 100)
    assert columns["small"][centrum] is columns["inhabitants"][centrum] is None and columns["part"][centrum] is False
    judged = SignalFinder(Measurer(pack)).find(load_rule("onvoldoende_buurt"), "buurt")
    assert judged.columns("nl")["small"][centrum] is None
    bare = make_pack([path for path in edition.all() if "cbs" not in path.name], "bare")
    _areas, uncounted = marks(bare)
    assert np.isnan(uncounted.inhabitants).all() and not uncounted.unknown().any(), "of none is it known"


@pytest.mark.parametrize("margin", [0.0, 150.0])
def test_a_part_has_no_number(edition, make_pack, margin):
    few_in(edition, 856, 5)
    pack = make_pack(edition.all(), gemeenten=["IJstad"], margin=margin)
    areas, found = marks(pack)
    stored = read_level(pack, "buurt", ["inhabitants"]).values["inhabitants"]
    assert found.part.tolist() == [code.startswith("BU0002") for code in areas.code]
    np.testing.assert_array_equal(np.isnan(stored), found.part)
    np.testing.assert_array_equal(np.isnan(found.inhabitants), found.part)
    assert not found.unknown().any() and found.part.any() == (margin > 0)


def test_own_areas_have_no_marks(edition, make_pack):
    pack = make_pack(edition.all())
    found = marks_of(pack, [None, None])
    assert mark_columns(found, 1e9) == {"part": [None] * 2, "inhabitants": [None] * 2, "small": [None] * 2}


def test_findings_are_marked_by_the_threshold(edition, make_pack):
    few_in(edition, 859, 5)
    found = SignalFinder(Measurer(make_pack(edition.all()))).find(load_rule("ongunstige_buurt"), "buurt")
    frame = pd.DataFrame(found.columns("nl")).assign(code=found.areas.code).set_index("code")
    assert frame["small"].to_dict() == {code: code == "BU00020001" for code in found.areas.code}
    assert frame.loc["BU00020001", "inhabitants"] == 60
    assert not any(found.columns("nl", None, 60.0)["small"]) and all(found.columns("nl", None, 1e6)["small"])


def test_waterweg_against_cbs(shared, tmp_path):
    """The counts of the squares come near to the inhabitants that CBS gives for the buurten of Schiedam."""
    from leefbaar_plugin.pack.importing.importer import import_edition
    from leefbaar_plugin.pack.reading.inspection import inspect

    pack = open_pack(import_edition(inspect([shared / "demo" / "waterweg"]), tmp_path / "w").folder)
    table = pd.read_csv(shared / "cbs" / "kerncijfers_buurten_2024.csv", sep=";", decimal=",")
    code = next(name for name in table.columns if "code" in name.casefold() and "buurt" in name.casefold())
    known = table.set_index(table[code].str.strip())["aantal_inwoners"]
    areas, found = marks(pack)
    rows = [at for at, one in enumerate(areas.code) if one in known.index and not np.isnan(found.inhabitants[at])]
    assert len(rows) > 40
    ours, theirs = found.inhabitants[rows], known[[areas.code[at] for at in rows]].to_numpy(float)
    assert np.abs(ours.sum() / theirs.sum() - 1) < 0.05
    assert ((ours < 100) == (theirs < 100)).all(), "which of them are small"
