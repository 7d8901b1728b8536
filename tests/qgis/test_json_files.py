# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON on the side of QGIS, with the limits of `test_json_limits`: scenarios, recipes in outputs, entries of a project.

Each is a document that is right but for one entry more.
"""

from __future__ import annotations

import json

import pytest
import shapely
from qgis.core import QgsProject
from shapely.geometry import box

from leefbaar_plugin.analysis.scenarios.document import Book, Scenario, ScenarioStep, Target, as_json
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.layers.project.project_state import SCOPE, read_state
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.processing.models.scenario import read_book
from leefbaar_plugin.report.replay import recipe_in

AREA = box(86_030, 436_020, 86_610, 436_570)
MORE = {
    "nested": ("[" * 100_000 + "]" * 100_000, "nested too deeply"),
    "infinite": ("1e999", "1e999 is no number"),
    "NaN": ("NaN", "NaN is no number"),
    "a long integer": ("1" * 400, "is no number"),
    "half a sign": ('"\\udc00"', "is no text"),
    "an entry twice": ('{"b": 1, "b": 2}', "entry “b” twice"),
    "cut off": ("[1", "no JSON"),
}
EACH = pytest.mark.parametrize(("more", "said"), MORE.values(), ids=MORE)
RECIPE = {
    "format": 1,
    "program": "leefbaar_plugin",
    "version": "1.0.0",
    "date": "2026-01-01",
    "pack": {"model": "lbm3", "edition": "2024", "sources": {}, "selection": []},
    "years": [2024],
    "measured": {
        "weight": "dwellings",
        "rule": "share",
        "fill_rule": "even-odd",
        "persons_per_dwelling": 2.1,
        "dwellings_if_unknown": 1.0,
    },
    "areas": [{"name": "plan", "outline": shapely.to_wkb(AREA).hex(), "figures": {"2024": {"lbm": 4.1}}}],
}


def with_more(document, more) -> str:
    return json.dumps(document)[:-1] + f', "more": {more}}}'


@EACH
def test_scenarios(tmp_path, more, said):
    document = as_json(Book((Scenario("s", "a", (ScenarioStep("add", Target("plan", AREA.wkb), 0.06, "onv"),)),)))
    path = tmp_path / "plannen.json"
    path.write_text(json.dumps(document))
    assert read_book(path, load_model("lbm3")).scenarios[0].steps[0].amount == 0.06
    path.write_text(with_more(document, more))
    with pytest.raises(InputError, match=r"^plannen\.json can't be read: ") as caught:
        read_book(path, load_model("lbm3"))
    assert said in str(caught.value)


@pytest.mark.parametrize("amount", [10**17, -(10**17), 1e300, True, "0.1", None, [0.1]])
def test_amounts_of_scenarios(tmp_path, amount):
    document = as_json(Book((Scenario("s", "a", (ScenarioStep("add", Target("plan", AREA.wkb), 0.06, "onv"),)),)))
    document["scenarios"][0]["steps"][0]["amount"] = amount
    path = tmp_path / "plannen.json"
    path.write_text(json.dumps(document))
    with pytest.raises(InputError, match=r"^plannen\.json can't be used\. Scenario “a”, measure 1: "):
        read_book(path, load_model("lbm3"))


@EACH
@pytest.mark.parametrize("inside", [False, True], ids=["recipe", "output"])
def test_recipes(tmp_path, more, said, inside):
    path = tmp_path / "uit.geojson"
    path.write_text(json.dumps({"leefbaarometer_recipe": RECIPE} if inside else RECIPE))
    assert recipe_in(path).areas[0].figures == {2024: {"lbm": 4.1}}
    text = with_more(RECIPE, more)
    path.write_text(f'{{"leefbaarometer_recipe": {text}}}' if inside else text)
    with pytest.raises(InputError, match=r"^uit\.geojson can't be read: ") as caught:
        recipe_in(path)
    assert said in str(caught.value)


@EACH
def test_what_a_project_keeps(qgis_new_project, more, said):
    project = QgsProject.instance()
    project.writeEntry(SCOPE, "x", '{"a": 1}')
    assert read_state(project, "x") == {"a": 1}
    project.writeEntry(SCOPE, "x", with_more({"a": 1}, more))
    assert read_state(project, "x") == {}, said
