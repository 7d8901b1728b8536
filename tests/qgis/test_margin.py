# SPDX-License-Identifier: GPL-2.0-or-later
"""A pack of Vlaardingen with 300 m of its neighbours: every figure it gives is that of the pack of the whole file.

Held against the pack of waterweg, from the same zips: what an algorithm or an expression says of an area, of any level
and in any gemeente, is what the whole file says of it, or nothing.
"""

from __future__ import annotations

import numbers

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsProcessingException,
    QgsProject,
)

from leefbaar_plugin.analysis.change.change_view import own_changes
from leefbaar_plugin.analysis.comparison import OwnArea, compare
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

from .conftest import WATERWEG, Recorder, official, rows

TEMPORARY = "TEMPORARY_OUTPUT"
OWN = "0622"
OF_THE_PACK = {"fid", "rank", "rank_buurten", "signal_text", "country_lbm", "country_diff", "country_share_1_4"}
OF_THE_PACK |= {"inside", "turnover", "shift", "reference_lbm", "reference_diff", "reference_share_1_4"}
"""Fields about all areas that are compared with each other, or about all squares of the pack."""
NOT_COMPARED = {"squares", "imputed", "left_out", "weight_sum", "covered"} | OF_THE_PACK

OF_COUNTS = {"warning", "few", "low_coverage", "uncertain_weight"}
"""Warnings that tell of squares that aren't there."""


@pytest.fixture(scope="module")
def part_folder(tmp_path_factory):
    if not WATERWEG.is_dir():
        pytest.skip("needs ../shared/data")
    folder = tmp_path_factory.mktemp("packs") / "vlaardingen"
    return import_edition(inspect([WATERWEG]), folder, ["Vlaardingen"], 300.0).folder


def is_neighbour(code):
    return code[2:6] != OWN


def assert_same(got, wanted, about, skipped=()):
    """Every value is that of the whole file, or none; returns how many values there are."""
    there = 0
    for name, value in got.items():
        if value is None or name in skipped or name not in wanted:
            continue
        there += 1
        other = wanted[name]
        if isinstance(value, numbers.Real) and not isinstance(value, bool) and isinstance(other, numbers.Real):
            assert value == pytest.approx(other, abs=2e-6), (about, name)
        else:
            assert value == other, (about, name)
    return there


ALGORITHMS = {
    "findsignals": {"RULE": 2, "ALL": True},
    "monitor": {"YEARS": "2014,2024"},
    "development": {"SINCE": 2014, "UNTIL": 2024},
}
LEVELS = {"buurt": 0, "wijk": 1, "gemeente": 2}
OF_SIGNALS = {"gemeente": 0, "wijk": 1, "buurt": 2}


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", ALGORITHMS)
def test_algorithms_by_level(run, part_folder, waterweg_folder, name, level):
    """Neighbours are left out, and said; of the others every figure is that of the whole file."""
    number = (OF_SIGNALS if name == "findsignals" else LEVELS)[level]
    asked, told = {"LEVEL": number, "OUTPUT": TEMPORARY, **ALGORITHMS[name]}, Recorder()
    mine = rows(run(name, told, PACK=part_folder, **asked)["OUTPUT"])
    theirs = {(row["code"], row.get("year")): row for row in rows(run(name, PACK=waterweg_folder, **asked)["OUTPUT"])}
    codes = {row["code"] for row in mine if row["code"]}
    assert codes and not any(map(is_neighbour, codes))
    assert any("a part of them only" in text or "holds a part only" in text for text in told.warnings)
    for row in mine:
        if row["code"]:
            assert assert_same(row, theirs[row["code"], row.get("year")], (name, row["code"]), OF_THE_PACK) > 8


def test_relate(run, part_folder, waterweg_folder, tmp_path):
    table = tmp_path / "table.csv"
    codes = [feature["code"] for feature in official(waterweg_folder).getFeatures()]
    table.write_text("bu_code;x\n" + "".join(f"{code};{at % 7}\n" for at, code in enumerate(codes)))
    asked, told = {"TABLE": table, "LEVEL": 0, "VALUE_FIELD": "x", "YEAR": 2024, "OUTPUT": TEMPORARY}, Recorder()
    mine = rows(run("relate", told, PACK=part_folder, **asked)["OUTPUT"])
    theirs = {row["code"]: row for row in rows(run("relate", PACK=waterweg_folder, **asked)["OUTPUT"])}
    assert mine and not any(is_neighbour(row["code"]) for row in mine)
    for row in mine:
        for name in ("name", "score", "class", "x", "lbm_squares", "inhabitants", "small"):
            if row.get(name) is not None:
                assert row[name] == theirs[row["code"]][name], (row["code"], name)


@pytest.mark.parametrize("level", LEVELS)
def test_outlines_of_official_areas(run, part_folder, waterweg_folder, level):
    """By their outlines, also those that lie half or wholly outside: score, class, shares, ranks and gemeenten."""
    layer = official(waterweg_folder, level)
    asked = {"AREAS": layer, "OUTPUT": TEMPORARY}
    mine = rows(run("aggregateareas", PACK=part_folder, YEARS="2014,2024", **asked)["OUTPUT"])
    theirs = rows(run("aggregateareas", PACK=waterweg_folder, YEARS="2014,2024", **asked)["OUTPUT"])
    of_neighbours = 0
    for row, wanted in zip(mine, theirs, strict=True):
        assert (row["code"], row["year"]) == (wanted["code"], wanted["year"])
        own = {field.name() for field in layer.fields()}
        found = {name: value for name, value in row.items() if name not in own or name in ("lbm", "class")}
        if is_neighbour(row["code"]):
            found.pop("part")
            known = assert_same(found, wanted, (level, row["code"]), {*NOT_COMPARED, *OF_COUNTS})
            of_neighbours += row["lbm"] is not None
            assert known and row["rank_gemeente"] is None and row["rank_buurten"] is None, row["code"]
            assert row["share_1"] is None or not row["squares"], row["code"]
        else:
            skipped = NOT_COMPARED - {"squares", "weight_sum", "imputed", "rank_buurten"}
            assert assert_same(found, wanted, (level, row["code"]), skipped) > 20 or row["lbm"] is None
    assert of_neighbours > 0


@pytest.mark.parametrize("level", LEVELS)
def test_expressions(qgis_app, part_folder, waterweg_folder, level):
    project = QgsProject.instance()
    project.clear()
    session = Session(project)
    expressions = Expressions(session)
    expressions.register()
    layer = official(waterweg_folder, level)
    texts = {"score": "lbm_score(@geometry, 2024)", "class": "lbm_class(@geometry, 2024)"}
    texts |= {"onv": "lbm_score(@geometry, 2024, 'onv')", "share": "lbm_share(@geometry, 2024)"}
    said = {}
    try:
        for folder in (part_folder, waterweg_folder):
            session.open_pack(folder)
            context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
            asked = {name: QgsExpression(text) for name, text in texts.items()}
            for feature in layer.getFeatures():
                if feature.hasGeometry():
                    context.setFeature(feature)
                    values = {name: one.evaluate(context) for name, one in asked.items()}
                    said[folder, feature["code"]] = {name: value or None for name, value in values.items()}
    finally:
        expressions.unregister()
        session.disconnect_project()
        project.clear()
    codes = [code for folder, code in said if folder == part_folder]
    known = 0
    for code in codes:
        mine, theirs = said[part_folder, code], said[waterweg_folder, code]
        known += bool(assert_same(mine, theirs, code)) and is_neighbour(code)
        if is_neighbour(code):
            assert mine["share"] is None, code
        else:
            assert mine == theirs, code
    assert known > 0, "else no neighbour was looked at"


def test_groups_and_rings_name_what_they_know(run, part_folder, waterweg_folder):
    """The neighbours as groups have the figures of all their squares, not those of their slices."""
    asked = {"GROUPS": [3], "YEARS": "2014,2024", "OUTPUT": TEMPORARY}
    mine, theirs = (rows(run("groupshares", PACK=one, **asked)["OUTPUT"]) for one in (part_folder, waterweg_folder))
    wanted = {(row["group"], row["year"]): row for row in theirs}
    assert {row["group"] for row in mine} == {"GM0556", "GM0606", "GM0622"}
    for row in mine:
        for name in ("lbm", "class", "group_name", "unfavourable", *(f"share_{number}" for number in range(1, 10))):
            other = wanted[row["group"], row["year"]][name]
            assert row[name] == (pytest.approx(other, abs=5e-5) if isinstance(other, float) else other), row["group"]
    told = Recorder()
    neighbour = official(part_folder)
    neighbour.setSubsetString("code = 'BU06060702'")
    ring = rows(run("rings", told, PACK=part_folder, AREAS=neighbour, YEARS="2024", OUTPUT=TEMPORARY)["OUTPUT"])
    assert ring[0]["gemeenten"] == "Schiedam" and ring[0]["share_1_4"] is None
    assert ring[-1]["zone"] == "rest" and ring[-1]["weight_sum"] in (None, 0), "no rest of a slice"
    said = (
        "Area 1 (feature 5) is an official one of which the data hold a part only. Its published score is given, and "
    )
    assert any(text.startswith(said) for text in told.warnings)
    assert not any("lies outside the scored squares" in text for text in told.infos)


def some_of(folder, where):
    """Some official buurten as a layer of their own: an error keeps the layers of its frames, here none of the pack."""
    return official(folder).materialize(QgsFeatureRequest(QgsExpression(where)))


OF_GROUPS = {
    "groupshares": {"YEARS": "2014,2024"},
    "transitions": {"SINCE": "2014", "YEAR": "2024"},
    "reported": {"YEAR": "2024"},
}


@pytest.mark.parametrize("name", OF_GROUPS)
def test_groups_of_areas_don_t_count_slices(run, part_folder, waterweg_folder, name):
    """In a group of official areas those that are there in part don't count, and it is said."""
    layer = some_of(part_folder, "code LIKE 'BU0606%' OR code LIKE 'BU062201%'")
    own = some_of(waterweg_folder, "code LIKE 'BU062201%'")
    asked, told = {"OUTPUT": TEMPORARY, **OF_GROUPS[name]}, Recorder()
    mine = rows(run(name, told, PACK=part_folder, AREAS=layer, **asked)["OUTPUT"])
    theirs = rows(run(name, PACK=waterweg_folder, AREAS=own, **asked)["OUTPUT"])
    assert len(mine) == len(theirs) > 0
    for row, wanted in zip(mine, theirs, strict=True):
        assert assert_same(row, wanted, (name, row["group"]), OF_THE_PACK) > 3
    begin = "Left out, because the data hold a part of them only: 7 areas ("
    (said,) = [text for text in told.warnings if text.startswith(begin)]
    assert "Distillateursbuurt" in said
    layer = some_of(part_folder, "code LIKE 'BU0606%'")
    with pytest.raises(
        QgsProcessingException, match=r"The data hold a part only of these areas \(Distillateursbuurt, "
    ):
        run(name, PACK=part_folder, AREAS=layer, **asked)


@pytest.mark.parametrize(
    ("name", "output", "more"),
    [("monitor", "OUTPUT", {"YEARS": "2014,2024"}), ("development", "GROUPS", {"SINCE": 2014, "GROUPS": TEMPORARY})],
)
def test_areas_together_are_without_slices(run, part_folder, name, output, more):
    """The row of all areas together is that of the areas which are there as a whole, as if the others weren't asked."""
    layer = some_of(part_folder, "code LIKE 'BU0606%' OR code LIKE 'BU062201%'")
    own = some_of(part_folder, "code LIKE 'BU062201%'")
    made = []
    for areas in (layer, own):
        found = rows(run(name, PACK=part_folder, AREAS=areas, OUTPUT=TEMPORARY, **more)[output])
        made.append([row for row in found if output == "GROUPS" or row["kind"] == "set"])
    mine, theirs = made
    assert len(mine) == len(theirs) > 0 and all(row["squares"] == 155 for row in theirs)
    for row, wanted in zip(mine, theirs, strict=True):
        assert assert_same(row, wanted, name, {"fid"}) > 15
    layer = some_of(part_folder, "code LIKE 'BU0606%'")
    alone = rows(run(name, PACK=part_folder, AREAS=layer, OUTPUT=TEMPORARY, **more)[output])
    alone = [row for row in alone if output == "GROUPS" or row["kind"] == "set"]
    assert alone and all(not row["squares"] and row.get("lbm") is None and not row.get("change") for row in alone)


def test_pages_put_no_slices_together(qgis_app, part_folder):
    """What Compare and Change give of all areas together is that of those which are there as a whole."""
    measurer = Measurer(open_pack(part_folder))
    buurten = read_level(measurer.pack, "buurt")
    own = [at for at, code in enumerate(buurten.code) if code.startswith("BU062201") and buurten.wkb[at]]
    slices = [at for at, code in enumerate(buurten.code) if code.startswith("BU0606")]
    areas = [OwnArea(at, buurten.name[at], buurten.wkb[at]) for at in (*slices, *own)]
    assert len(slices) == 7 and own
    mixed, alone = compare(measurer, areas), compare(measurer, areas[len(slices) :])
    for year in (2014, 2024):
        assert mixed.union(year) == alone.union(year) and mixed.union(year).squares
    assert mixed.overlap == pytest.approx(alone.overlap, abs=0.1)
    assert compare(measurer, areas[: len(slices)]).union(2024).total is None
    changed, by_itself = (own_changes(measurer, some, 2014, 2024) for some in (areas, areas[len(slices) :]))
    assert changed.whole.found.squares[0] == by_itself.whole.found.squares[0] > 0
    assert changed.whole.found.change.total[0] == pytest.approx(by_itself.whole.found.change.total[0], abs=1e-12)


@pytest.mark.parametrize("name", ["monitor", "aggregateareas", "development", "export", "scenario", "robustness"])
def test_a_part_is_said_to_be_one(run, part_folder, tmp_path, name):
    more = {
        "development": {"SINCE": 2014},
        "scenario": {"KIND": 0, "AMOUNT": 0.1, "SQUARES": TEMPORARY},
        "robustness": {"RUNS": 2, "DESIGN": 2},
        "monitor": {"YEARS": "2024"},
    }.get(name, {})
    layer, told = official(part_folder), Recorder()
    layer.setSubsetString("code LIKE 'BU0606%' OR code = 'BU06220404'")
    codes = [feature["code"] for feature in layer.getFeatures()]
    output = tmp_path / "out.csv" if name == "export" else TEMPORARY
    run(name, told, PACK=part_folder, AREAS=layer, OUTPUT=output, **more)
    said = [text for text in told.warnings if "an official one of which the data hold a part only" in text]
    numbers_said = {int(text.split()[1]) for text in said}
    parts = {at for at, code in enumerate(codes, start=1) if is_neighbour(code)}
    measured = name in ("scenario", "robustness")
    assert len(parts) == len(codes) - 1 == 7 and numbers_said <= parts
    assert numbers_said == parts or (measured and len(numbers_said) > 3), "some have no square in the margin"
    assert all(("say nothing of the whole" in text) == measured for text in said)
