# SPDX-License-Identifier: GPL-2.0-or-later
"""Squares by each kind of weight beside the published scores of areas; reckoned by hand, in loops, and by pandas."""

from __future__ import annotations

import json
import math
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.areas.misfit import misfit, mixed_up
from leefbaar_plugin.engine.errors import PackError
from leefbaar_plugin.engine.plausible import Tolerance
from leefbaar_plugin.engine.squares.weights import Weights, weigh
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.pack.importing.import_checks import is_above, overview, without_scores
from leefbaar_plugin.pack.importing.weight_fit import fit_entries, weight_fits
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.words.check import check_lines, fit_lines
from tests.builders import REFERENCE, Edition, score_row, table

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
COLUMNS = ("code", "jaar", "lbm", "afw", "fys", "onv", "soc", "vrz", "won")


def weights(kind, *values):
    return Weights(kind, np.array(values, float), np.zeros(len(values), bool))


def test_by_hand():
    """Areas: squares 0 and 1; square 2 and half of 3; square 4, without a score; none."""
    coverage = Coverage(np.array([0, 2, 4, 5, 5]), np.array([0, 1, 2, 3, 4]), np.array([1, 1, 1, 0.5, 1.0]), np.ones(4))
    scores = np.array([4.0, 4.4, 3.0, 5.0, np.nan])
    published = np.array([4.1, 4.0, 4.0, 4.0])
    found = misfit(coverage, scores, published, weights("dwellings", 3, 1, 1, 2, 9))
    # (3 * 4.0 + 4.4) / 4 = 4.1, and (3.0 + 0.5 * 2 * 5.0) / 2 = 4.0
    assert found.areas == 2 and found.rms == pytest.approx(0, abs=1e-15)
    found = misfit(coverage, scores, published, weights("equal", 1, 1, 1, 1, 1))
    # 4.2 and (3.0 + 2.5) / 1.5
    off = (0.1, 5.5 / 1.5 - 4.0)
    assert found.rms == pytest.approx(math.sqrt((off[0] ** 2 + off[1] ** 2) / 2))
    assert found.largest == pytest.approx(off[1]) and found.worst == 1 and found.kind == "equal"
    assert misfit(coverage, np.full(5, np.nan), published, weights("equal", 1, 1, 1, 1, 1)) is None
    assert misfit(coverage, scores, np.full(4, np.nan), weights("equal", 1, 1, 1, 1, 1)) is None


def test_dimensions_that_change_places_by_hand():
    """Seven areas of one square: of two dimensions that are mixed up both are named, of an unlike one none."""
    areas = np.arange(7)
    coverage = Coverage(np.arange(8), areas, np.ones(7), np.ones(7))
    first, second, third = 0.1 * areas, 0.3 - 0.02 * areas, np.cos(areas)
    squares, even = np.stack([first, second, third], axis=1), weights("equal", *np.ones(7))
    assert mixed_up(coverage, squares, squares + 0.001, even) == []
    assert mixed_up(coverage, squares, squares[:, [1, 0, 2]] + 0.001, even) == [(0, 1), (1, 0)]
    assert mixed_up(coverage, squares, squares[:, [2, 0, 1]], even) == [(0, 1), (1, 2), (2, 0)]
    assert mixed_up(coverage, squares, np.stack([np.sin(areas), second, third], axis=1), even) == []
    few, enough = (np.where(areas[:, None] < known, squares[:, [1, 0, 2]], np.nan) for known in (4, 5))
    assert mixed_up(coverage, squares, few, even) == []
    assert mixed_up(coverage, squares, enough, even) == [(0, 1), (1, 0)]


@pytest.fixture
def weighted(edition):
    """An edition of which the published areas are the means of their squares by households."""

    def write(kind="households"):
        counts = edition.counts()
        rows = edition.grid_rows()
        place = {"dwellings": 0, "households": 1, "inhabitants": 2}.get(kind)

        def weight(square):
            homes, households, people = (math.nan if count < 0 else count for count in counts[square])
            if place is None:
                return 1.0
            found = (homes, households, people)[place]
            if math.isnan(found) and place == 1:
                found = people / 2.1 if math.isnan(homes) else homes
            return 1.0 if math.isnan(found) else found

        def areas(listed, width):
            made = []
            for code, name, start in listed:
                for year in edition.years:
                    there = [row for row in rows if start <= int(row[0][1:5]) < start + width and row[1] == year]
                    squares = [weight((int(row[0][1:5]), int(row[0][6:]))) for row in there]
                    parts = np.average([row[4:] for row in there], axis=0, weights=squares)
                    made.append([code, name, year, REFERENCE + parts.sum(), parts.sum(), *parts.tolist()])
            return made

        edition.all()
        header = ("bu_code", "bu_naam", *COLUMNS[1:])
        (edition.folder / "buurten.csv").write_bytes(table(header, areas(Edition.BUURTEN, 3)))
        header = ("gm_code", "gm_naam", *COLUMNS[1:])
        (edition.folder / "gemeenten.csv").write_bytes(table(header, areas(Edition.GEMEENTEN, 6)))
        return [edition.folder]

    return write


@pytest.mark.parametrize("kind", ["households", "equal"])
def test_the_weights_of_the_published_scores_are_found(make_pack, weighted, kind):
    pack = make_pack(weighted(kind))
    assert list(pack.info["fit"]) == ["buurt", "gemeente"]
    for level, areas in (("buurt", 4), ("gemeente", 2)):
        fit = pack.info["fit"][level]
        assert (fit["best"], fit["areas"], fit["year"]) == (kind, areas, 2024)
        others = [one["rms"] for name, one in fit["weights"].items() if name != kind]
        assert fit["weights"][kind]["rms"] < 1e-12 and len(others) == 3 and min(others) > 1e-4


def test_the_same_by_pandas(make_pack, weighted):
    """The misfit by dwellings, which aren't the weights of the published scores, reckoned with a table of squares."""
    pack = make_pack(weighted("households"))
    at = pack.years.index(2024)
    squares = pd.DataFrame({"column": pack.grid.column, "score": pack.published.total[:, at]})
    squares["weight"] = weigh(pack.counts, len(pack.grid), "dwellings").value
    squares["start"] = 850 + (squares["column"] - 850) // 3 * 3
    squares["product"] = squares["score"] * squares["weight"]
    sums = squares.groupby("start")[["product", "weight"]].sum()
    buurten = read_level(pack, "buurt", ("lbm_2024",))
    start = {code: start for code, _name, start in Edition.BUURTEN}
    off = {
        code: sums["product"][start[code]] / sums["weight"][start[code]] - score
        for code, score in zip(buurten.code, buurten.values["lbm_2024"], strict=True)
    }
    found = pack.info["fit"]["buurt"]["weights"]["dwellings"]
    assert found["rms"] == pytest.approx(math.sqrt(sum(one**2 for one in off.values()) / 4), rel=1e-9)
    worst = max(off, key=lambda code: abs(off[code]))
    assert found["largest"] == pytest.approx(off[worst], rel=1e-9)
    assert found["area"] == [worst, {code: name for code, name, _ in Edition.BUURTEN}[worst]]


def test_without_counts_only_equal_weights_are_tried(make_pack, weighted):
    (folder,) = weighted("equal")
    (folder / "cbs_vk100.gpkg").unlink()
    fit = make_pack([folder]).info["fit"]["buurt"]
    assert list(fit["weights"]) == ["equal"] and fit["weights"]["equal"]["rms"] < 1e-12


def test_areas_that_are_there_in_part_take_no_part(make_pack, weighted):
    """A margin of one square brings slices of the neighbour; its buurt would be off by what lies outside."""
    pack = make_pack(weighted(), gemeenten=["IJstad"], margin=100.0)
    assert len(pack.grid) == 28 and set(read_level(pack, "buurt").code) >= {"BU00010000", "BU00020000"}
    assert pack.info["fit"]["buurt"]["areas"] == 2 and pack.info["fit"]["gemeente"]["areas"] == 1
    assert pack.info["fit"]["buurt"]["weights"]["households"]["rms"] < 1e-12


def test_an_opened_pack_says_the_same(make_pack, weighted):
    pack = make_pack(weighted())
    assert json.loads(json.dumps(fit_entries(weight_fits(pack)))) == pack.info["fit"]


def test_packs_without_squares_or_areas_have_none(edition, make_pack):
    assert make_pack([edition.grid_csv()], "squares").info["fit"] == {}
    (edition.folder / "grids.csv").unlink()
    assert make_pack([edition.buurt_csv(), edition.buurt_gpkg()], "areas").info["fit"] == {}


def test_the_demonstration_fits_dwellings(shared, make_pack):
    """Its squares were made so that the mean by dwellings is the published score of the buurt, to six digits."""
    fit = make_pack([shared / "demo" / "waterweg"]).info["fit"]["buurt"]
    assert fit["best"] == "dwellings" and fit["areas"] == 105 and fit["weights"]["dwellings"]["rms"] < 1e-6
    assert fit["weights"]["equal"]["rms"] == pytest.approx(0.00967, abs=1e-4)


@pytest.mark.parametrize("level", ["grids", "buurten"])
def test_columns_that_were_mixed_up_are_told(tmp_path, make_pack, level):
    """Rows add up all the same, so that only the other files tell that a dimension bears the name of another."""
    with zipfile.ZipFile(DEMO / "open-data-leefbaarometer-meting-2024.zip") as archive:
        for entry in archive.infolist():
            if "-scores" in entry.filename and not entry.filename.startswith("__MACOSX"):
                content = archive.read(entry)
                if level in entry.filename:
                    head, rows = content.split(b"\n", 1)
                    content = head.replace(b"onv", b"?").replace(b"won", b"onv").replace(b"?", b"won") + b"\n" + rows
                (tmp_path / entry.filename.rsplit("/", 1)[-1]).write_bytes(content)
    info = make_pack([tmp_path, DEMO / "geometrie-lbm3-2024.zip", DEMO / "cbs_vk100_2024_v1.gpkg"]).info
    assert info["fit"]["buurt"]["mixed"] == [["onv", "won"], ["won", "onv"]]
    mixed = ("buurt", "wijk") if level == "grids" else ("buurt",)
    assert overview(info).mixed == mixed and overview(info).needs_word and not overview(info).above
    told = [line.text for line in check_lines(info) if line.warns]
    assert told[0] == (
        "Neighbourhoods (buurten): what the file of squares calls “nuisance and unsafety” is what their own file calls "
        "“housing stock”. Columns were probably mixed up."
    )


def test_areas_of_which_the_squares_are_lost_are_told(make_pack, weighted, edition):
    """A file of squares that was cut off between two rows has nothing wrong but that."""
    weighted()
    rows = [row for row in edition.grid_rows() if int(row[0][1:5]) < 859]
    edition.grid_csv(rows=rows)
    info = make_pack([edition.folder]).info
    assert (info["fit"]["buurt"]["areas"], info["fit"]["buurt"]["without"]) == (3, 1)
    lines = check_lines(info)
    (told,) = [line for line in lines if line.text.endswith(" 1 area with a published score has no square with one.")]
    assert told.warns and told.text.startswith("Neighbourhoods (buurten), 2024: 3 published scores ")


@pytest.mark.parametrize(("areas", "without", "warns"), [(9, 1, False), (8, 1, True), (18, 2, False), (17, 2, True)])
def test_a_tenth_may_have_no_square(areas, without, warns):
    """Small areas hold the middle of no square: up to one in ten that is told without a warning."""
    off = {"rms": 0.01, "largest": 0.02, "area": ["BU1", "A"]}
    fit = {"year": 2024, "areas": areas, "without": without, "best": "equal", "weights": {"equal": off}}
    (line,) = fit_lines(load_model("lbm3"), "buurt", fit)
    assert line.warns is warns and "with a published score" in line.text
    outlines = {"areas": areas + without, "scored": areas, "outlines": True}
    told = check_lines({"model": "lbm3", "levels": {"buurt": outlines}})
    assert [line.warns for line in told] == [warns]


def test_areas_with_an_outline_and_without_a_score_are_told(edition, make_pack):
    """So is a file of areas or squares told that lacks its end."""
    edition.all()
    edition.grid_csv(rows=[row for row in edition.grid_rows() if int(row[0][1:5]) < 859])
    edition.grid_gpkg()
    lines = (edition.folder / "buurten.csv").read_bytes().splitlines(keepends=True)
    (edition.folder / "buurten.csv").write_bytes(b"".join(lines[: 1 + 3 * len(edition.years)]))
    info = make_pack([edition.folder]).info
    assert without_scores(info) == {"grid": (12, 48), "buurt": (1, 4)}
    lines = check_lines(info)
    told = [line for line in lines if "with an outline" in line.text]
    assert all(line.warns for line in told) and [line.text for line in told] == [
        "100 m squares: 12 of 48 with an outline have no score.",
        "Neighbourhoods (buurten): 1 of 4 with an outline have no score.",
    ]
    whole = make_pack([Edition(edition.folder).all()[0].parent], "whole").info
    assert without_scores(whole) == {}


# --- the check of every level -----------------------------------------------------------------------------------------


def area_rows(change):
    rows = [
        score_row([code, name], year, start + year) for code, name, start in Edition.BUURTEN for year in (2022, 2024)
    ]
    change(rows)
    return table(("bu_code", "bu_naam", *COLUMNS[1:]), rows)


def test_areas_are_checked_as_squares_are(edition, make_pack):
    def change(rows):
        rows[3][4] += 0.01  # a deviation that its contributions don't add up to
        rows[5][3] += 0.002  # a total beside its deviation
        rows[6][5] = None
        rows[7][3] = None

    edition.grid_csv(), edition.buurt_gpkg()
    (edition.folder / "buurten.csv").write_bytes(area_rows(change))
    info = make_pack([edition.folder]).info
    found = info["checks"]["buurt"]
    assert found["compared"] == 7 and found["not_adding_up"] == 1 and found["partly_missing"] == 1
    assert found["half_missing"] == 1 and info["checks"]["grid"]["half_missing"] == 0
    told = check_lines(info)[1].text
    assert "1 row lacks the total or the deviation, which was computed from the other." in told
    assert found["max_difference"] == pytest.approx(0.01) and found["farthest"] == ["BU00010001", 2024]
    assert info["checks"]["grid"]["compared"] == 96 and info["checks"]["grid"]["max_difference"] < 1e-14
    seen = overview(info)
    assert seen.max_difference == pytest.approx(0.01) and seen.not_adding_up == 1 and seen.above == ("buurt",)


def test_rows_without_a_score_are_counted_of_every_level(edition, make_pack):
    def change(rows):
        rows[2][3:] = [None] * 7

    edition.buurt_gpkg()
    rows = edition.grid_rows()
    for row in rows[10:13]:
        row[2:] = [None] * 7
    edition.grid_csv(rows=rows)
    (edition.folder / "buurten.csv").write_bytes(area_rows(change))
    info = make_pack([edition.folder]).info
    assert [info["checks"][level]["without_score"] for level in ("grid", "buurt")] == [3, 1]
    assert overview(info).refused_rows == 4 and overview(info).above == ()


def test_a_pack_of_before_has_the_check_of_its_squares(edition, make_pack):
    info = make_pack([edition.grid_csv()]).info
    older = {name: entry for name, entry in info.items() if name not in ("checks", "fit", "remarks")}
    assert overview(older) == overview(info)
    assert overview({**older, "check": None}).max_difference == 0


@pytest.mark.parametrize(
    ("change", "above"),
    [
        ({}, False),
        ({"max_difference": 0.0009}, False),
        ({"max_difference": 0.0011}, True),
        ({"not_adding_up": 1}, True),
        ({"class_differences": 10}, False),
        ({"class_differences": 11}, True),
        ({"class_differences": 1, "compared": 0, "classes": 0}, True),
    ],
)
def test_what_is_beyond_tolerance(change, above):
    tolerance = Tolerance(0.001, 0.001, 0.01, "I", "a test")
    checked = {"max_difference": 0.0, "class_differences": 0, "not_adding_up": 0, "compared": 9000, "classes": 1000}
    assert is_above(checked | change, tolerance) is above


def test_the_real_2_0_is_within_its_tolerance(shared, make_pack):
    info = make_pack(sorted((shared / "official" / "lbm2").glob("*.csv"))).info
    assert info["checks"]["pc4"]["class_differences"] == 39 and info["checks"]["pc4"]["not_adding_up"] == 0
    assert overview(info).above == () and overview(info).max_difference == pytest.approx(0.002)


# --- pack.json that somebody changed ----------------------------------------------------------------------------------

WRONG = {
    "checks": [
        [],
        7,
        {"buurt": 7},
        {"buurt": {"max_difference": "0"}},
        {"straat": {"max_difference": 0.0, "class_differences": 0, "not_adding_up": 0, "compared": 1}},
        {"buurt": {"max_difference": 0.0, "class_differences": 0, "not_adding_up": 0, "compared": 1, "farthest": [1]}},
        {"buurt": {"max_difference": 0.0, "class_differences": 0, "not_adding_up": 0, "compared": 1, "classes": "9"}},
    ],
    "fit": [
        [],
        {"buurt": {}},
        {"buurt": {"year": 2024, "areas": 1, "best": "dwellings", "weights": {}}},
        {"buurt": {"year": 2024, "areas": 1, "best": "equal", "weights": {"equal": {"rms": 0.1, "largest": 0.2}}}},
        {"straat": {"year": 2024, "areas": 1, "best": "equal", "weights": {"equal": {"rms": 0, "largest": 0}}}},
    ],
    "remarks": [{}, ["text"], [{"template": 7, "values": {}}], [{"template": "{a}", "values": {"a": [1]}}]],
}


@pytest.mark.parametrize(("entry", "wrong"), [(entry, wrong) for entry, all_ in WRONG.items() for wrong in all_])
def test_entries_of_another_form_are_refused(edition, make_pack, entry, wrong):
    folder = make_pack([edition.grid_csv()]).folder
    path = folder / "pack.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    del content["digests"]
    path.write_text(json.dumps(content), encoding="utf-8")
    assert len(open_pack(folder).grid) == 48
    path.write_text(json.dumps({**content, entry: wrong}), encoding="utf-8")
    with pytest.raises(PackError, match=f"entry {entry} of pack.json isn't like"):
        open_pack(folder)


def test_a_wijk_of_which_a_buurt_has_no_outline_takes_no_part(shared, make_pack):
    """Its outline is made of the other buurten, so it isn't the area that was published."""
    pack = make_pack([shared / "demo" / "schiedam"])
    buurten, wijken = read_level(pack, "buurt"), read_level(pack, "wijk")
    lacking = {f"WK{code[2:8]}" for code, wkb in zip(buurten.code, buurten.wkb, strict=True) if not wkb}
    fit = pack.info["fit"]["wijk"]
    assert lacking and fit["areas"] == len(set(wijken.code) - lacking)
    assert fit["best"] == "dwellings" and fit["weights"]["dwellings"]["rms"] < 1e-12
