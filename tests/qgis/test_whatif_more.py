# SPDX-License-Identifier: GPL-2.0-or-later
"""The page What if below its sliders: measures on dwellings and squares, own weights, files, the map, scenarios beside
each other; and a scenario through saving, killing and opening again.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QLocale

from leefbaar_plugin.analysis.scenarios.document import from_json
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.gui.whatif.on_map import DifferenceBands

from .conftest import areas_layer, rows
from .test_whatif_page import DIMENSIONS, HERE, Rig, close

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _english_numbers(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def rig(qtbot, schiedam_folder):
    made = Rig(qtbot, schiedam_folder)
    yield made
    close(made)


@pytest.fixture
def more(rig):
    for name in ("measures", "weights", "beside"):
        head = rig.page.more.findChild(object, f"LeefbaarometerSection_{name}")
        head.parentWidget().set_open(True)
    follow(rig)
    return rig.page.more


def follow(rig):
    """What follows a slider at rest."""
    rig.page.more._later.stop()
    rig.page.more._follow()


def add(rig, kind, amount, dimension="", on=""):
    """Fill in the form and press the button."""
    editor = rig.page.more.editor
    editor.kind.setCurrentIndex(editor.kind.findData(kind))
    if dimension:
        editor.dimension.setCurrentIndex(editor.dimension.findData(dimension))
    editor.amount.setValue(amount)
    editor.show_targets()
    if on:
        editor.on.setCurrentIndex(editor.on.findData(on))
    editor.add.click()
    follow(rig)


def test_the_rank_is_that_of_the_example(rig, more):
    """The share of the dwellings of the gemeente in squares with a higher score than the area would have."""
    pack = rig.session.pack
    weight = np.nan_to_num(rig.session.measurer.weights.value)
    squares = np.asarray(pack.published.total[:, pack.years.index(rig.session.year)], float)

    def said(total):
        scored = np.isfinite(squares)
        higher = weight[scored & (squares > total)].sum() / weight[scored].sum()
        return f"{100 * higher:.0f}", f"{100 * (1 - higher):.0f}"

    shown = []
    for steps in (0, 25):
        rig.slide("soc", steps)
        follow(rig)
        text = more.rank.text().replace("\u00a0", " ")
        total = more._shown.found.area.effect.base.total + steps / 100
        (number,) = re.findall(r"(\d+) %", text)
        assert text.startswith("In this example: ") and int(number) in [int(one) for one in said(total)], text
        shown.append(number)
    assert shown[0] != shown[1]


def test_dwellings_are_added_removed_and_moved_as_the_algorithm_does(rig, more, run, tmp_path):
    add(rig, "dwellings", 250)
    row = rig.algorithm(run, tmp_path)
    assert row["weight_result"] == pytest.approx(row["weight_base"] + 250)
    assert rig.results.flipped.text().endswith("; in number +250")
    add(rig, "dwellings", -100)
    assert rig.algorithm(run, tmp_path)["weight_result"] == pytest.approx(row["weight_base"] + 150)
    assert rig.results.flipped.text().endswith("; in number +150")
    add(rig, "dwellings_move", 50)
    row = rig.algorithm(run, tmp_path)
    assert rig.results.result.text() == f"{row['lbm_result']:.2f}"
    step = rig.page.kept.current.steps[2]
    assert (step.destination.name, step.target.name) == ("West", "Oost")
    told = [more.measures.list.item(at).text() for at in range(3)]
    assert told == ["1. +250 dwellings on Oost", "2. −100 dwellings on Oost", "3. 50 dwellings from Oost to West"]
    more.measures.list.setCurrentRow(0)
    more.measures.down.click()
    assert [one.amount for one in rig.page.kept.current.steps] == [-100, 250, 50]
    more.measures.list.setCurrentRow(2)
    more.measures.remove.click()
    rig.page.names.undo.click()
    assert len(rig.page.kept.current.steps) == 3


def test_measures_on_selected_squares(rig, more, run, tmp_path):
    """Half of the squares of the area, which the layer of squares has selected."""
    layer = QgsVectorLayer(f"{rig.session.pack.folder}/squares.gpkg|layername=squares", "vierkanten", "ogr")
    rig.project.addMapLayer(layer)
    area = rig.areas.geometry()
    inside = [one.id() for one in layer.getFeatures() if area.contains(one.geometry().centroid())]
    layer.selectByIds(inside[::2])
    more.editor.show_targets()
    assert more.editor.on.itemText(1) == f"on {len(inside[::2])} selected squares"
    add(rig, "add", 0.2, "won", on="selected")
    (step,) = rig.page.kept.current.steps
    assert len(step.target.squares) == len(inside[::2]) and step.target.outline is None
    row = rig.algorithm(run, tmp_path)
    assert 0.02 < row["change"] < 0.18
    rig.is_shown(row)
    layer.removeSelection()
    more.editor.show_targets()
    assert more.editor.on.count() == 1


def test_own_weights_stand_beside_the_official_score(rig, more):
    shown = rig.page.rows
    base = {name: shown[name].shown.base for name in DIMENSIONS}
    reference = rig.session.model.reference(2024)
    assert f"By your own weights {reference + sum(base.values()):.2f} " in more.weights.said.text()
    more.weights.boxes["won"].setValue(2.0)
    more.weights.boxes["onv"].setValue(0.5)
    own = reference + sum(base.values()) + base["won"] - 0.5 * base["onv"]
    said = more.weights.said.text()
    assert (
        f"By your own weights {own:.2f} (class " in said and f"officially {reference + sum(base.values()):.2f}." in said
    )
    assert rig.results.base.text() == f"{reference + sum(base.values()):.2f}", "the official score stays"
    rig.slide("won", 10)
    follow(rig)
    assert f"in this example, {own + 0.2:.2f} (class" in more.weights.said.text()
    kept = json.loads(rig.project.readEntry("leefbaarometer", "whatif/weighing", "")[0])
    assert kept == {"reference": "official", "factors": {"onv": 0.5, "won": 2.0}}
    more.weights.back.click()
    assert all(box.value() == 1.0 for box in more.weights.boxes.values())


def test_own_weights_against_the_gemeente(rig, more):
    rig.qtbot.waitUntil(lambda: rig.book._ready() is not None, timeout=30_000)
    outline = bytes(rig.areas.geometry().asWkb())
    gemeente = rig.book.reference("gemeente", outline, 2024)
    more.weights.reference.chosen.emit("gemeente")
    more.weights._choose("gemeente")
    more.weights.boxes["vrz"].setValue(3.0)
    base = {name: rig.page.rows[name].shown.base for name in DIMENSIONS}
    factors = dict.fromkeys(DIMENSIONS, 1.0) | {"vrz": 3.0}
    of = gemeente.figures
    own = of.total + sum(factors[name] * (base[name] - of.dimensions[name]) for name in DIMENSIONS)
    assert f"By your own weights {own:.2f} (class" in more.weights.said.text()


def test_scenarios_beside_each_other_are_those_of_the_algorithm(rig, more, run, tmp_path):
    rig.slide("onv", 12)
    rig.page.kept.rename("quieter")
    rig.page.kept.add()
    rig.slide("soc", -9)
    rig.page.kept.rename("looser")
    rig.page.kept.add(branch=True)
    rig.slide("fys", 3)
    follow(rig)
    columns = {column.title: list(column.values) for column in more.beside.table.model.columns}
    assert columns["Scenario"] == ["published", "quieter", "looser", "looser, continued"]
    for at, name in enumerate(columns["Scenario"][1:], start=1):
        row = rig.algorithm(run, tmp_path, name)
        assert columns["Score"][at] == pytest.approx(row["lbm_result"], abs=1e-12)
        assert columns["Diff."][at] == pytest.approx(row["change"], abs=1e-12)
        assert columns["Class"][at] == row["class_result"] and columns["Other class"][at] == round(row["flipped"])
    assert columns["Diff."] == pytest.approx([0.0, 0.12, -0.09, -0.06], abs=1e-9)
    more.beside.table.taken.emit(1)
    assert rig.page.kept.current.name == "quieter"


def test_files_are_saved_with_what_made_them_and_opened_beside(rig, more, tmp_path, run):
    rig.slide("onv", 7)
    rig.page.kept.add(branch=True)
    rig.slide("soc", 2)
    files, path = rig.page.names._files, tmp_path / "mijn scenario’s.json"
    rig.said.info = rig.said.errors.append
    files.save(path)
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["title"] == "Worked example, not a forecast" and "causal" in document["caveat"]
    made = document["reckoned_with"]
    assert (made["edition"], made["year"], made["weight"], made["rule"]) == ("2024", 2024, "dwellings", "share")
    assert from_json(document, rig.session.model) == rig.page.kept.book
    before = rig.page.kept.book.scenarios
    files.open(path)
    book = rig.page.kept.book
    assert book.scenarios[:2] == before and [one.name for one in book.scenarios[2:]] == [
        "Scenario 1 (2)",
        "Scenario 1, continued (2)",
    ]
    assert book.scenarios[3].parent == book.scenarios[2].id != before[0].id
    assert rig.results.difference.text() == "+0.09"
    path.write_text('{"format": 9}')
    rig.said.errors.clear()
    files.open(path)
    files.open(tmp_path / "nothing.json")
    assert "of format 9" in str(rig.said.errors[0]) and "can't be read" in str(rig.said.errors[1])
    assert rig.page.kept.book == book


def test_differences_on_the_map_touch_nothing_of_the_project(rig, more):
    canvas = QgsMapCanvas()
    rig.qtbot.addWidget(canvas)
    more._bands = DifferenceBands(canvas)
    layers = set(rig.project.mapLayers())
    rig.page.on_map.setChecked(True)
    assert more._bands._bands == []
    rig.slide("onv", 12)
    follow(rig)
    drawn = sum(band.size() for band in more._bands._bands)
    found = more._reckoner.measurer.changed(more._reckoner.measures)
    assert drawn == int((np.abs(found.after - found.before) > 1e-6).sum()) > 10 and len(found.square) >= drawn
    rig.page.hide()
    assert more._bands._bands == []
    rig.page.show()
    follow(rig)
    assert more._bands._bands
    rig.page.on_map.setChecked(False)
    assert more._bands._bands == [] and set(rig.project.mapLayers()) == layers


def test_only_squares_that_change_are_a_difference(rig, more):
    """A move of dwellings meets all squares of two areas, and changes the score of none of them."""
    said, added = [], []
    rig.said.warn, more._layers.add = said.append, added.append
    add(rig, "dwellings_move", 50)
    rig.page.as_layer.click()
    assert said == ["The measures of “Scenario 1” change no score."] and added == []
    layer = QgsVectorLayer(f"{rig.session.pack.folder}/squares.gpkg|layername=squares", "vierkanten", "ogr")
    rig.project.addMapLayer(layer)
    layer.selectByIds([next(layer.getFeatures()).id()])
    more.editor.show_targets()
    add(rig, "add", 0.2, "won", on="selected")
    rig.page.as_layer.click()
    (result,) = added
    assert len(result.outlines) == 1 == len(result.columns["change"]) and said[1:] == []
    assert result.columns["change"] == pytest.approx([0.2])


def test_what_can_not_be_set_beside_the_others_says_why(rig, more, tmp_path):
    rig.slide("onv", 12)
    follow(rig)
    assert more.beside.failed.text() == "" and not more.beside.failed.isVisibleTo(more.beside)
    path, files = tmp_path / "elsewhere.json", rig.page.names._files
    rig.said.info = rig.said.errors.append
    files.save(path)
    document = json.loads(path.read_text(encoding="utf-8"))
    (step,) = document["scenarios"][0]["steps"]
    step["target"] = {"squares": ["E1200N3900"]}
    path.write_text(json.dumps(document), encoding="utf-8")
    files.open(path)
    follow(rig)
    name, why = rig.page.kept.current.name, "The area or squares of measure “add” lie outside the data."
    assert name == "Scenario 1 (2)"
    assert more.beside.failed.text() == f"{name}: {why}"
    assert more.beside.failed.isVisibleTo(more.beside)
    columns = {column.title: list(column.values) for column in more.beside.table.model.columns}
    assert columns["Diff."][1] == pytest.approx(0.12) and columns["Diff."][2] is None is columns["Score"][2]


def test_differences_as_a_layer_carry_what_made_them(rig, more, run, tmp_path):
    rig.said.info = lambda *_text: None
    rig.page.as_layer.click()
    assert rig.said.errors == ["There are no measures yet, so nothing differs."]
    rig.slide("onv", 12)
    rig.page.as_layer.click()
    rig.qtbot.waitUntil(lambda: bool(rig.project.mapLayersByName("What if: Scenario 1")), timeout=30_000)
    (layer,) = rig.project.mapLayersByName("What if: Scenario 1")
    text = layer.customProperty("leefbaarometer/recipe")
    assert text.startswith("Worked example, not a forecast. Scenario “Scenario 1”, 2024, edition 2024;")
    assert "weight: dwellings; squares on the border: share of the surface inside." in text
    assert '"dimension": "onv"' in text and "not a causal model" in text and rig.session.source_line() in text
    rig.page.kept._write_what_waits()
    file = tmp_path / "s.json"
    file.write_text(rig.project.readEntry("leefbaarometer", "whatif/book", "")[0])
    area = areas_layer(rig.areas.geometry().asWkt(17))
    recipe = tmp_path / "recipe.json"
    given = {"AREAS": area, "SCENARIO": file, "SQUARES": "TEMPORARY_OUTPUT", "RECIPE": recipe}
    made = run("scenario", PACK=rig.session.pack.folder, **given, **HERE)
    theirs = {one["grid_id"]: one["change"] for one in rows(made["SQUARES"])}
    ours = {one["grid_id"]: one["change"] for one in rows(layer)}
    assert ours == pytest.approx(theirs) and len(ours) > 10
    again = json.loads(recipe.read_text(encoding="utf-8"))
    assert from_json(again, rig.session.model).scenarios[0].steps == rig.page.kept.current.steps
    assert again["reckoned_with"]["edition"] == "2024" and again["reckoned_with"]["sources"]
    (row,) = rows(made["OUTPUT"])
    assert json.loads(row["measures"]) == [{"kind": "add", "amount": 0.12, "dimension": "onv", "on": "Oost"}]


KILLED = """
import os, signal, sys
sys.path.insert(0, {root!r})
from qgis.core import QgsApplication, QgsProject
app = QgsApplication([], False); app.initQgis()
from leefbaar_plugin.analysis.scenarios.document import ScenarioStep, Target
from leefbaar_plugin.gui.whatif.kept import KeptScenarios
project = QgsProject.instance()
kept = KeptScenarios(project)
kept.put_steps([ScenarioStep("add", Target("Oost", bytes.fromhex({outline!r})), 0.17, "soc")])
kept.rename("sterk")
kept.add(branch=True)
kept.put_steps([ScenarioStep("dwellings", Target(squares=("E0853N4358",)), 40.0)])
assert project.write({path!r})
kept.put_steps([])  # after saving: lost
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_scenario_survives_saving_killing_and_opening(rig, more, tmp_path):
    path = str(tmp_path / "p.qgz")
    code = KILLED.format(root=str(ROOT), outline=bytes(rig.areas.geometry().asWkb()).hex(), path=path)
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert ended.returncode == -9, ended.stderr
    project = QgsProject()
    assert project.read(path)
    text = project.readEntry("leefbaarometer", "whatif/book", "")[0]
    book = from_json(json.loads(text), rig.session.model)
    assert [(one.name, len(one.steps)) for one in book.scenarios] == [("sterk", 1), ("sterk, continued", 1)]
    assert book.scenarios[1].parent == book.scenarios[0].id and book.scenarios[0].steps[0].amount == 0.17
    rig.page.kept.take(book)
    assert rig.page.rows["soc"].shown.added == pytest.approx(0.17)


def test_the_error_of_an_estimate_is_carried_along(rig, more, run, tmp_path):
    """Of the area itself whole; of another for the part of its dwellings that the measure moves; in quadrature."""
    more.editor.error.setValue(0.03)
    add(rig, "add", 0.10, "onv")
    more.editor.error.setValue(0.04)
    add(rig, "add", 0.05, "soc")
    row = rig.algorithm(run, tmp_path)
    assert row["change"] == pytest.approx(0.15, abs=1e-9) and row["change_error"] == pytest.approx(0.05, abs=1e-9)
    assert rig.results.titles[2].text().startswith("difference ± 0.05")
    assert more.measures.list.item(0).text().endswith("on Oost (± 0.03)")
    rig.areas.set_current(next(fid for fid, name in rig.areas.names().items() if name == "West"))
    other = rig.algorithm(run, tmp_path)
    assert other["change_error"] == pytest.approx(0.05 * other["change"] / 0.15, abs=1e-9) and other["change"] > 0
    made = run(
        "scenario",
        PACK=rig.session.pack.folder,
        AREAS=areas_layer(rig.areas.geometry().asWkt(17)),
        AMOUNT=0.1,
        ERROR=0.02,
        **HERE,
    )
    assert rows(made["OUTPUT"])[0]["change_error"] == pytest.approx(0.02, abs=1e-9)
    document = json.loads(rig.project.readEntry("leefbaarometer", "whatif/book", "")[0])
    document["scenarios"][0]["steps"][0]["error"] = -1
    with pytest.raises(InputError, match="can't be the standard error"):
        from_json(document, rig.session.model)
