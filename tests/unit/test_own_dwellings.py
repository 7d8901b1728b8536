# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own dwellings through an import: which points count, what the pack keeps, and what areas get."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.points import PointChoice, add_points
from tests.builders import Edition, write_vector

Home = tuple[float, float, dict[str, object]]
LIVED = {"gebruiksdoel": "woonfunctie", "status": "Verblijfsobject in gebruik", "identificatie": "", "bouwjaar": 1970}
AREA = shapely.Polygon([(85_120, 436_030), (85_510, 436_060), (85_480, 436_310), (85_260, 436_370), (85_110, 436_200)])


def homes(edition: Edition, gemeente: int = 0) -> list[Home]:
    """Two to seven dwellings in every square of a gemeente (0 or 1), anywhere in it."""
    random = np.random.default_rng(5)
    made = []
    for column, row in edition.squares:
        for _ in range(random.integers(2, 8)):
            x, y = 100.0 * (column + random.random()), 100.0 * (row + random.random())
            if (column >= 856) == bool(gemeente):
                made.append((x, y, LIVED | {"identificatie": f"{len(made):016d}"}))
    return made


def points_file(folder: Path, given: list[Home], name: str = "bag.gpkg", **more: object) -> Path:
    features = [(attributes, f"POINT ({x:.3f} {y:.3f})") for x, y, attributes in given]
    return write_vector(folder / name, "verblijfsobject", features, **more)


@pytest.fixture
def given(edition: Edition) -> list[Home]:
    return homes(edition)


@pytest.fixture
def pack(edition: Edition, given: list[Home], make_pack: object) -> Pack:
    others = [
        (85_150.0, 436_150.0, LIVED | {"gebruiksdoel": "kantoorfunctie", "identificatie": "a"}),
        (85_150.0, 436_150.0, LIVED | {"status": "Verblijfsobject ingetrokken", "identificatie": "b"}),
        (85_150.0, 436_150.0, LIVED | {"bouwjaar": 2031, "identificatie": "c"}),
        (85_150.0, 436_150.0, LIVED | {"identificatie": "0000000000000003"}),
        (85_150.0, 430_150.0, LIVED | {"identificatie": "d"}),
    ]
    return make_pack([*edition.all(), points_file(edition.folder, [*given, *others])])


def inside(given: list[Home], area: shapely.Geometry) -> int:
    return int(shapely.contains_xy(area, [x for x, _, _ in given], [y for _, y, _ in given]).sum())


def test_only_homes_count_and_the_others_are_told(pack: Pack, given: list[Home]):
    told = pack.info["points"]
    assert told["left_out"] == {"use": 1, "status": 1, "later": 1, "twice": 1} and told["outside"] == 1
    assert (told["points"], told["dwellings"], told["gemeenten"]) == (len(given), len(given), ["GM0001"])
    assert told["source"] == "bag.gpkg" and told["known"] == 24
    assert any("in no square with a score" in remark["template"] for remark in pack.info["remarks"])
    assert pack.counts is not None and pack.points is not None
    own = pack.counts.of("points")
    assert np.isnan(own[pack.grid.column >= 856]).all(), "the other gemeente keeps its published counts"
    assert np.nansum(own) == len(given)


def test_the_weight_is_the_number_of_homes_inside(pack: Pack, given: list[Home]):
    measured = Measurer(pack, Recipe("points", "inside")).measure([AREA.wkb]).scores
    assert (measured.weight, measured.rule) == ("points", "inside")
    assert measured.weight_sum[0] == pytest.approx([inside(given, AREA)] * len(pack.years), abs=1e-9)
    # by hand: every home has the score of its square
    year = pack.years.index(2024) if 2024 in pack.years else len(pack.years) - 1
    x, y = (np.array([home[at] for home in given]) for at in (0, 1))
    there = shapely.contains_xy(AREA, x, y)
    square = pack.grid.find((x[there] // 100).astype(int), (y[there] // 100).astype(int))
    deviation = pack.published.contributions[square, year].sum(axis=1)
    assert measured.deviation[0, year] == pytest.approx(deviation.mean(), abs=1e-12)
    assert measured.surface[0] == pytest.approx(AREA.area)
    assert measured.covered[0, year] == pytest.approx(1.0), "of the surface, whatever the rule"
    published = Measurer(pack).measure([AREA.wkb]).scores
    assert published.weight == "dwellings" and published.weight_sum[0, year] != measured.weight_sum[0, year]


def test_the_rule_goes_with_published_weights_too(pack: Pack, given: list[Home]):
    measured = Measurer(pack, Recipe("dwellings", "inside"))
    scores = measured.measure([AREA.wkb]).scores
    shares = []
    for column, row in zip(pack.grid.column, pack.grid.row, strict=True):
        box = shapely.box(column * 100.0, row * 100.0, column * 100.0 + 100, row * 100.0 + 100)
        all_of = inside(given, box)
        part = box.intersection(AREA).area / 1e4
        shares.append(inside(given, box.intersection(AREA)) / all_of if all_of and 0 < part < 1 else part)
    assert scores.weight_sum[0, -1] == pytest.approx(float(np.array(shares) @ measured.weights.value), abs=1e-9)


def test_without_points_the_next_weight_and_rule_are_taken_and_named(edition: Edition, make_pack: object):
    plain = Measurer(make_pack(edition.all()), Recipe("points", "inside"))
    scores = plain.measure([AREA.wkb]).scores
    assert (scores.weight, scores.rule, plain.rule) == ("dwellings", "share", "share")
    assert scores.weight_sum[0] == pytest.approx(Measurer(plain.pack).measure([AREA.wkb]).scores.weight_sum[0])


def test_points_without_counts_of_cbs(edition: Edition, given: list[Home], make_pack: object):
    files = [path for path in edition.all() if "cbs" not in path.name]
    pack = make_pack([*files, points_file(edition.folder, given)])
    scores = Measurer(pack, Recipe("points", "inside")).measure([AREA.wkb]).scores
    assert scores.weight == "points" and scores.weight_sum[0, 0] == pytest.approx(inside(given, AREA))
    assert Measurer(pack).weights.kind == "equal"


def test_a_file_of_ones_own_with_filter_number_and_year(edition: Edition, given: list[Home], tmp_path: Path):
    own = [
        (x, y, {"soort": "flat" if n % 2 else "loods", "n": 1 + n % 3, "jaar": 1990 + n % 40})
        for n, (x, y, _) in enumerate(given)
    ]
    found = inspect(edition.all())
    add_points(found, points_file(edition.folder, own), PointChoice("soort = 'flat'", "n", "jaar", 2015))
    info = import_edition(found, tmp_path / "own").info
    kept = [one for _, _, one in own if one["soort"] == "flat" and one["jaar"] <= 2015]
    assert info["points"]["dwellings"] == sum(one["n"] for one in kept)
    assert info["recipe"]["points"] == {"condition": "soort = 'flat'", "number": "n", "built": "jaar", "until": 2015}
    again = inspect(edition.all())
    add_points(again, edition.folder / "bag.gpkg", PointChoice("soort = 'flat'", "n"))
    assert not import_edition(again, tmp_path / "other").already_there


def test_points_in_another_system_are_brought_over(edition: Edition, given: list[Home], make_pack: object):
    from osgeo import osr

    systems = []
    for code in (28992, 4326):
        systems.append(osr.SpatialReference())
        systems[-1].ImportFromEPSG(code)
        systems[-1].SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    to = osr.CoordinateTransformation(*systems)
    moved = [(*to.TransformPoint(x, y)[:2], one) for x, y, one in given]
    features = [(one, f"POINT ({x:.9f} {y:.9f})") for x, y, one in moved]
    path = write_vector(edition.folder / "bag84.gpkg", "verblijfsobject", features, epsg=4326)
    pack = make_pack([*edition.all(), path])
    x = pack.points.place[0]
    assert len(x) == len(given)
    np.testing.assert_allclose(np.sort(x), np.sort([one[0] for one in given]), atol=0.01)


@pytest.mark.parametrize(("lacking", "told"), [(0, True), (1, False)])
def test_half_of_the_squares_with_dwellings_is_enough_and_less_is_not(
    edition: Edition, make_pack: object, refused: object, lacking: int, told: bool
):
    plain = make_pack(edition.all())
    there = np.flatnonzero((plain.counts.dwellings > 0) & (plain.grid.column >= 856))
    assert len(there) % 2 == 0, "half of them is a number"
    squares = there[: len(there) // 2 - lacking]
    points = [
        (100.0 * plain.grid.column[at] + 50, 100.0 * plain.grid.row[at] + 50, LIVED | {"identificatie": f"{at:016d}"})
        for at in squares.tolist()
    ]
    files = [*edition.all(), points_file(edition.folder, points, f"half{lacking}.gpkg")]
    if told:
        assert import_edition(inspect(files), edition.folder / "half").info["points"]["gemeenten"] == ["GM0002"]
    else:
        assert "at least half of the squares" in refused(files)


def test_a_point_layer_that_cannot_be_used_is_refused(edition: Edition, given: list[Home], refused: object):
    few = points_file(edition.folder, given[:3], "few.gpkg")
    assert "at least half of the squares" in refused([*edition.all(), few])
    office = [(x, y, one | {"gebruiksdoel": "winkelfunctie"}) for x, y, one in given]
    assert "none of its points counts" in refused([*edition.all(), points_file(edition.folder, office, "office.gpkg")])
    both = [points_file(edition.folder, given, f"{name}.gpkg") for name in ("one", "two")]
    assert "hold points of dwellings. Choose one" in refused([*edition.all(), *both])
    odd = [(x, y, {"aantal_woningen": "2,5"}) for x, y, _ in given]
    told = refused([*edition.all(), points_file(edition.folder, odd, "odd.gpkg")])
    assert "odd.gpkg, feature 1: column aantal_woningen holds “2,5”" in told
    for choice, sentence in (
        (PointChoice(number="bestaat niet"), "no column bestaat niet; it has: gebruiksdoel"),
        (PointChoice("wat === dat"), "filter “wat ==="),
    ):
        found = inspect(edition.all())
        add_points(found, few, choice)
        with pytest.raises(InputError, match=sentence):
            import_edition(found, edition.folder / "nothing")
    again = edition.counts_gpkg("again.gpkg")
    with pytest.raises(InputError, match="0 layers of points"):
        add_points(found, again, PointChoice())


def test_a_damaged_offset_is_noticed(pack: Pack):
    path = pack.folder / "point_offset.npy"
    offset = np.load(path)
    offset[3] = offset[-1] + 5
    np.save(path, offset)
    with pytest.raises(PackError):
        open_pack(pack.folder)
