# SPDX-License-Identifier: GPL-2.0-or-later
"""Every table and layer that an algorithm writes says what it rests on: few dwellings, little of the surface scored,
own bounds of a class of change, a class that isn't certain.
"""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingParameterFeatureSink, QgsVectorLayer

from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack

from .conftest import areas_layer, rows
from .test_algorithms_models import DIMENSIONS, exact, squares, write  # noqa: F401  fixture
from .test_algorithms_relate import table  # noqa: F401  fixture

AREA = "POLYGON((86000 436000, 86900 436000, 86900 436900, 86000 436900, 86000 436000))"
HERE = "TEMPORARY_OUTPUT"
AREAS = {"AREAS": AREA}
GROUP = {"OWN": "Schiedam"}
RUNS = {
    # algorithm, and what it is asked: every sink but OUTPUT is named
    "aggregateareas": [AREAS],
    "recomputescores": [{}],
    "gridlayer": [{}],
    "rings": [AREAS],
    "monitor": [AREAS],
    "robustness": [{**AREAS, "RUNS": 2, "DESIGN": 2}],
    "development": [{**AREAS, "SINCE": 2014, "GROUPS": HERE}],
    "groupshares": [GROUP],
    "transitions": [{**GROUP, "SINCE": 2014, "PATHS": HERE}],
    "reported": [{**AREAS, "FIGURE": number} for number in (0, 1, 2, 3, 4, 6, 7, 8)] + [{**GROUP, "FIGURE": 5}],
    "findsignals": [{"RULE_ID": "ongunstige_buurt", "SUMMARY": HERE}, {"LEVEL": 3, **AREAS, "ALL": True}],
    "clusters": [{}],
    "relate": [{"TABLE": "table", "VALUE_FIELD": "aandeel", "CLASSES": HERE, "GEMEENTEN": HERE}],
    "scenario": [{**AREAS, "AMOUNT": 0.1, "SQUARES": HERE}],
    "scoremodel": [{"TABLE": "figures", "MODEL": "model", "LEVEL": 4}],
    "fitmodel": [{"TABLE": "figures", "INDICATORS": ["n0"], "LEVEL": 4}],
}
WITHOUT = {
    "importedition": "makes a data pack",
    "packproject": "packs a project as it is",
    "report": "a document, whose cells are tested in test_report",
    "export": "files, whose cells are tested in test_algorithms_export",
    "replay": "says which figures of an earlier output differ; its input carries them",
}
"""Algorithms that write no figures of areas, and why."""
NO_FIGURE = ("change",)
"""Rows of a summary that are a difference of two others."""


def test_no_algorithm_is_left_out(provider):
    names = {one.name() for one in provider.algorithms()}
    assert names == {*RUNS, *WITHOUT}
    for one in provider.algorithms():
        sinks = {
            definition.name()
            for definition in one.parameterDefinitions()
            if isinstance(definition, QgsProcessingParameterFeatureSink)
        }
        asked = {
            "OUTPUT",
            *(name for given in RUNS.get(one.name(), []) for name, what in given.items() if what == HERE),
        }
        assert sinks <= asked or one.name() in WITHOUT, one.name()


@pytest.fixture
def answers(run, schiedam_folder, table, squares, tmp_path):  # noqa: F811
    """Run an algorithm; every table that it writes, by its name."""
    figures, model = exact(tmp_path, squares)
    files = {"table": table, "figures": figures, "model": model}

    def ask(name, given):
        given = {key: files.get(value, value) if isinstance(value, str) else value for key, value in given.items()}
        if "AREAS" in given:
            given["AREAS"] = areas_layer(given["AREAS"])
        output = tmp_path / "squares.gpkg" if name == "gridlayer" else HERE
        made = run(name, PACK=schiedam_folder, OUTPUT=output, **given)
        if name == "gridlayer":
            return {"OUTPUT": rows(QgsVectorLayer(made["OUTPUT"], "", "ogr"))}
        wanted = {"OUTPUT", *(key for key, value in given.items() if value == HERE)}
        return {key: rows(made[key]) for key in wanted}

    return ask


@pytest.mark.parametrize("name", RUNS)
def test_few_dwellings_are_told_in_every_table(answers, monkeypatch, name):
    for given in RUNS[name]:
        for least, expected in (("1e9", True), ("0", False)):
            monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_DWELLINGS", least)
            for output, found in answers(name, given).items():
                assert found, (output, given)
                assert {"few", "warning"} <= set(found[0]), (output, given)
                told = [row for row in found if row["few"] is not None and row.get("row") not in NO_FIGURE]
                assert told and {bool(row["few"]) for row in told} == {expected}, (output, given)
                said = [("few " in (row["warning"] or "")) for row in told]
                assert all(said) if expected else not any(said), (output, given)


OF_SQUARES = {("recomputescores", "OUTPUT"), ("gridlayer", "OUTPUT"), ("scenario", "SQUARES")}
OF_SQUARES |= {("scoremodel", "OUTPUT"), ("fitmodel", "OUTPUT")}  # of areas: see test_low_coverage_beside_a_model
"""Tables with a row per square, which is scored or isn't."""


@pytest.mark.parametrize("name", RUNS)
def test_low_coverage_is_told_in_every_table_of_areas(answers, monkeypatch, name):
    """From both sides: of no area is more than the whole surface scored, of none less than nothing."""
    for given in RUNS[name]:
        for least, expected in (("100", True), ("0", False)):
            monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_COVERAGE", least)
            for output, found in answers(name, given).items():
                told = [row for row in found if row["low_coverage"] is not None]
                if (name, output) in OF_SQUARES:
                    assert not told, output
                    continue
                assert told, (output, given)
                # squares that make a cluster, or a buurt without a hole, cover all of it
                assert any(row["low_coverage"] for row in told) is (expected and name != "clusters"), (output, given)
                for row in told:
                    assert ("of the surface" in (row["warning"] or "")) is bool(row["low_coverage"]), (output, row)


@pytest.mark.parametrize("name", RUNS)
def test_own_bounds_and_uncertain_classes_are_marked_in_every_table(answers, name):
    for given in RUNS[name]:
        for output, found in answers(name, given).items():
            for row in found:
                if "change_class" in row:
                    assert row["own_calculation"] is (True if row["change_class"] else None), (output, row)
                if "class" in row and "lbm" in row:
                    assert row["class_certain"] in ((True, False) if row["class"] else (None,)), (output, row)


@pytest.mark.parametrize(("name", "more"), [("scoremodel", {"SURROGATE": True}), ("fitmodel", {"INDICATORS": ["a"]})])
def test_low_coverage_beside_a_model(run, waterweg_folder, tmp_path, monkeypatch, name, more):
    """Models of buurten say how much of every buurt has scored squares."""
    codes = read_level(open_pack(waterweg_folder), "buurt").code
    own = write(tmp_path / "a.csv", ["buurtcode", "a"], [(code, str(at % 7)) for at, code in enumerate(codes)])
    if name == "scoremodel":
        head = "indicator dimension unit transform mean sd coefficient source part".split()
        lines = [("a", one, "", "none", 3.0, 2.0, 0.01, "made", "") for one in DIMENSIONS]
        more = {**more, "MODEL": write(tmp_path / "model.csv", head, lines)}
    monkeypatch.setenv("LEEFBAAROMETER_SMALLEST_COVERAGE", "50")
    given = {"PACK": waterweg_folder, "LEVEL": 0, "TABLE": own, "OUTPUT": HERE, **more}
    found = {row["code"]: row for row in rows(run(name, **given)["OUTPUT"])}
    judged = run("findsignals", PACK=waterweg_folder, RULE_ID="ongunstige_buurt", ALL=True, OUTPUT=HERE)
    expected = {row["code"]: row["low_coverage"] for row in rows(judged["OUTPUT"])}
    assert {code: row["low_coverage"] for code, row in found.items()} == {code: expected[code] for code in found}
    assert {True, False} <= {row["low_coverage"] for row in found.values()}
