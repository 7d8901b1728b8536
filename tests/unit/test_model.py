# SPDX-License-Identifier: GPL-2.0-or-later
"""The model files: facts of the domain to the digit, and refusal of what is missing or contradictory."""

from __future__ import annotations

import ast
import copy
import itertools
import json
import re

import numpy as np
import pytest

from leefbaar_plugin.engine.errors import ModelError
from leefbaar_plugin.engine.model import in_language, read_model
from leefbaar_plugin.pack.files import resources
from leefbaar_plugin.pack.files.resources import load_model, read_json, resource_path

MODELS = ("lbm3", "lbm2")
CLASS_NAMES = [
    "zeer onvoldoende",
    "ruim onvoldoende",
    "onvoldoende",
    "zwak",
    "voldoende",
    "ruim voldoende",
    "goed",
    "zeer goed",
    "uitstekend",
]
# domain.md, section 2
INTERVALS = [
    (3.6757, 3.677, 3.678049),
    (3.747643, 3.7484, 3.749229),
    (3.820366, 3.8208, 3.821243),
    (3.938045, 3.9382, 3.938388),
    (3.999178, 3.9993, 3.999413),
    (4.112378, 4.11241, 4.112444),
    (4.191780, 4.19181, 4.191840),
    (4.270205, 4.27023, 4.270247),
]
DEVIATION_BOUNDS = [-0.235179, -0.156786, -0.078393, -0.0391965, 0.0391965, 0.078393, 0.156786, 0.235179]


def document(model_id):
    return read_json("model", f"{model_id}.json")


def classifications(model):
    return [
        c
        for c in (model.total_classification, model.deviation_classification, model.development_classification)
        if c is not None
    ]


@pytest.mark.parametrize("model_id", MODELS)
def test_classes_have_their_official_names_in_their_official_order(model_id):
    model = load_model(model_id)
    assert [c.name["nl"] for c in model.total_classification.classes] == CLASS_NAMES
    assert [c.number for c in model.total_classification.classes] == list(range(1, 10))
    assert model.total_classification.name(4, "nl_NL") == "zwak"
    assert model.total_classification.name(0, "nl") == ""
    assert model.unfavourable_classes == (1, 2, 3, 4) and model.insufficient_classes == (1, 2, 3)


@pytest.mark.parametrize("model_id", MODELS)
def test_every_bound_lies_in_its_interval_and_intervals_do_not_overlap(model_id):
    for classification in classifications(load_model(model_id)):
        assert np.all(classification.low <= classification.bounds)
        assert np.all(classification.bounds <= classification.high)
        assert np.all(classification.high[:-1] < classification.low[1:])
        assert len(classification.bounds) == len(classification.classes) - 1
        assert classification.certainty in {"C", "S", "I", "?"} and classification.source


def test_lbm3_to_the_digit(lbm3):
    assert lbm3.reference(2002) == lbm3.reference(2024) == 4.10226485114369
    total = lbm3.total_classification
    assert list(zip(total.low, total.bounds, total.high)) == INTERVALS
    assert lbm3.deviation_classification.bounds.tolist() == DEVIATION_BOUNDS
    assert lbm3.development_classification.bounds.tolist() == DEVIATION_BOUNDS
    assert lbm3.development_classification.certainty == "?"
    assert [d.id for d in lbm3.dimensions] == ["fys", "onv", "soc", "vrz", "won"]
    assert lbm3.years == (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
    assert lbm3.years_without_dimensions == {2002, 2008, 2012, 2016}
    assert [theme.id for theme in lbm3.themes] == ["lbm", "fys", "onv", "soc", "vrz", "won"]


def test_lbm2_to_the_digit(lbm2):
    assert {year: lbm2.reference(year) for year in (2012, 2014, 2016, 2018)} == {
        2012: 4.1544,
        2014: 4.1631,
        2016: 4.1847,
        2018: 4.1940,
    }
    assert np.isnan(lbm2.reference_of((2002, 2012))).tolist() == [True, False]
    assert lbm2.total_classification.bounds.tolist() == [3.468, 3.557, 3.6955, 3.897, 3.9974, 4.1923, 4.3043, 4.3928]
    assert lbm2.deviation_classification is None
    assert lbm2.development_classification.bounds.tolist() == [-0.2, -0.1333, -0.0667, 0.0667, 0.1333, 0.2]
    assert len(lbm2.development_classification.classes) == 7
    assert [d.id for d in lbm2.dimensions] == ["won", "bev", "vrz", "vei", "fys"]


@pytest.mark.parametrize("model_id", MODELS)
def test_every_name_is_there_in_dutch_and_english(model_id):
    def names(node):
        if isinstance(node, dict):
            if {"nl", "en"} & node.keys():
                yield node
            for value in node.values():
                yield from names(value)
        elif isinstance(node, list):
            for value in node:
                yield from names(value)

    found = list(names(document(model_id)))
    assert len(found) > 30
    assert all(set(name) == {"nl", "en"} and all(name.values()) for name in found)


def test_names_fall_back_to_english():
    assert in_language({"en": "weak", "nl": "zwak"}, "fr") == "weak"
    assert in_language({"en": "weak", "nl": "zwak"}, "nl_BE") == "zwak"


def test_a_value_at_a_bound_belongs_to_the_higher_class(lbm3):
    classification = lbm3.total_classification
    assert classification.classify(classification.bounds).tolist() == list(range(2, 10))
    assert classification.classify(np.nextafter(classification.bounds, 0)).tolist() == list(range(1, 9))


def test_classify_keeps_shape_and_gives_no_class_to_nan(lbm3):
    values = np.array([[4.2, np.nan, 3.0], [np.nan, 4.0, 5.0]])
    classes = lbm3.total_classification.classify(values)
    assert classes.dtype == np.int8 and classes.tolist() == [[8, 0, 1], [0, 6, 9]]
    assert lbm3.total_classification.classify(np.float64(4.2)) == 8
    assert lbm3.total_classification.classify(np.zeros((0, 3))).shape == (0, 3)


def test_certain_is_false_from_end_to_end_of_an_interval(lbm3):
    classification = lbm3.total_classification
    assert not classification.certain(np.concatenate((classification.low, classification.high))).any()
    assert classification.certain(np.nextafter(classification.low, 0)).all()
    assert classification.certain(np.nextafter(classification.high, 9)).all()
    assert classification.certain(np.array([np.nan, 4.05])).all()
    assert lbm3.development_classification.certain(lbm3.development_classification.bounds).all()


def test_level_by_id(lbm3):
    assert lbm3.level("buurt").code_prefix == "BU"
    with pytest.raises(ModelError, match="lbm3 has no level provincie"):
        lbm3.level("provincie")


def paths_of(node, path=()):
    if isinstance(node, dict):
        for key, value in node.items():
            yield (*path, key)
            yield from paths_of(value, (*path, key))
    elif isinstance(node, list) and node:
        yield from paths_of(node[0], (*path, 0))


OPTIONAL = {"certainty", "source", "code_prefix", "note", "nl", "en"}


@pytest.mark.parametrize("model_id", MODELS)
def test_each_missing_entry_is_refused(model_id):
    whole = document(model_id)
    tried = 0
    for path in list(paths_of(whole)):
        if path[-1] in OPTIONAL or (path[:1] == ("development_classification",) and path[-1] == "classes"):
            continue
        if "values" in path[:-1]:  # a year less is a model of fewer years
            continue
        broken = copy.deepcopy(whole)
        node = broken
        for key in path[:-1]:
            node = node[key]
        del node[path[-1]]
        with pytest.raises(ModelError):
            read_model(broken)
        tried += 1
    assert tried > 40


@pytest.mark.parametrize(
    "path",
    [("classes",), ("dimensions",), ("years",), ("levels",), ("reference",), ("total_classification",), ("total",)],
)
@pytest.mark.parametrize("wrong", [None, 5, "text", [1], [None]])
def test_entries_of_another_kind_are_refused(path, wrong):
    broken = document("lbm3")
    broken[path[0]] = wrong
    with pytest.raises(ModelError):
        read_model(broken)


def change_bounds(change):
    broken = document("lbm3")
    change(broken["total_classification"]["bounds"])
    return broken


@pytest.mark.parametrize(
    "change",
    [
        lambda bounds: bounds.reverse(),
        lambda bounds: bounds.pop(),
        lambda bounds: bounds.append({"value": 4.5, "low": 4.5, "high": 4.5}),
        lambda bounds: bounds[3].update(low=3.95),
        lambda bounds: bounds[3].update(high=3.93),
        lambda bounds: bounds[3].update(value=float("nan")),
        lambda bounds: bounds[3].update(value="high"),
        lambda bounds: bounds[4].update(value=bounds[3]["value"]),
    ],
)
def test_contradicting_bounds_are_refused(change):
    with pytest.raises(ModelError):
        read_model(change_bounds(change))


def test_other_contradictions_are_refused():
    for change in (
        lambda d: d.update(format=2),
        lambda d: d["classes"].reverse(),
        lambda d: d["classes"].pop(),
        lambda d: d["years"].reverse(),
        lambda d: d["years"].append(2024),
        lambda d: d["years_without_dimensions"].append(2003),
    ):
        broken = document("lbm3")
        change(broken)
        with pytest.raises(ModelError):
            read_model(broken)
    for wrong in ([], None, "text", 7):
        with pytest.raises(ModelError):
            read_model(wrong)


def test_files_that_cannot_be_read_are_named(tmp_path, monkeypatch):
    with pytest.raises(ModelError, match="no model lbm9"):
        load_model("lbm9")
    with pytest.raises(ModelError, match=r"nothing\.json"):
        read_json("model", "nothing.json")
    (tmp_path / "broken.json").write_text("{")
    monkeypatch.setattr(resources, "resource_path", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(ModelError, match=r"broken\.json"):
        read_json("model", "broken.json")


def test_nothing_of_the_model_is_repeated_in_code():
    """Bounds, references and class names stand in the model files alone."""
    numbers, names = set(), set()
    for model_id in MODELS:
        model = load_model(model_id)
        numbers |= {float(b) for c in classifications(model) for b in (*c.bounds, *c.low, *c.high)}
        numbers |= {model.reference(year) for year in model.years} - {float("nan")}
        names |= {name for c in classifications(model) for entry in c.classes for name in entry.name.values()}
        names |= {name for theme in model.themes for name in theme.name.values()}
    numbers = {round(abs(n), 12) for n in numbers if n == n and round(n, 1) != n}
    assert len(numbers) > 40
    package = resource_path().parent / "leefbaar_plugin"
    names = {name for name in names if " " in name or re.search("uitstekend|voldoende|zwak", name)}
    seen = 0
    for room in ("engine", "pack", "analysis"):
        for path in (package / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, float):
                    assert round(abs(node.value), 12) not in numbers, (path, node.value)
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    assert node.value not in names, (path, node.value)
                    seen += 1
    assert seen > 200


def test_dimensions_and_years_are_not_repeated_in_code(lbm3):
    """No tuple or list in the engine or the readers spells out the dimensions or the years."""
    wanted = [{theme.id for theme in lbm3.dimensions}, set(lbm3.years)]
    package = resource_path().parent / "leefbaar_plugin"
    for path in itertools.chain.from_iterable(
        (package / room).rglob("*.py") for room in ("engine", "pack", "analysis")
    ):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Tuple | ast.List | ast.Set):
                values = {e.value for e in node.elts if isinstance(e, ast.Constant)}
                assert not any(len(values & each) > 2 for each in wanted), path


def test_model_files_are_plain_json():
    for model_id in MODELS:
        text = resource_path("model", f"{model_id}.json").read_text(encoding="utf-8")
        assert json.loads(text)["id"] == model_id


@pytest.mark.parametrize("model_id", MODELS)
def test_limits_and_tolerances_have_a_source(model_id):
    model = load_model(model_id)
    assert model.limits.total == (2, 6) and model.limits.deviation == model.limits.contribution == (-2, 2)
    assert model.limits.source and model.tolerance.source and model.limits.certainty == model.tolerance.certainty == "I"
    assert 0 < model.tolerance.adding_up <= model.tolerance.difference < 0.01 and 0 < model.tolerance.classes <= 0.01
    broken = document(model_id)
    broken["limits"]["total"] = {"low": 6, "high": 2}
    with pytest.raises(ModelError, match="aren't in order"):
        read_model(broken)


def test_years_that_are_measured():
    newer, older = load_model("lbm3"), load_model("lbm2")
    measured = [year for year in range(1990, 2040) if newer.measures(year, 2029)]
    assert measured == [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024, 2026, 2028]
    assert not newer.measures(2026, 2025) and newer.measures(2026, 2026)
    assert [year for year in range(1990, 2040) if older.measures(year, 2029)] == [2002, 2008, 2012, 2014, 2016, 2018]


@pytest.mark.parametrize("model_id", ["lbm3", "lbm2"])
def test_few_values_are_classified_as_many_are(model_id):
    classification = load_model(model_id).total_classification
    bounds = classification.bounds
    values = np.concatenate((bounds, np.nextafter(bounds, -9), np.nextafter(bounds, 9), [np.nan, -np.inf, np.inf, 0.0]))
    many = classification.classify(np.tile(values, 100))
    few = classification.classify(values)
    assert few.dtype == many.dtype == np.int8
    np.testing.assert_array_equal(np.tile(few, 100), many)


def test_references_of_years_are_not_to_be_written(lbm3):
    found = lbm3.reference_of((2014, 2024))
    assert found.tolist() == [lbm3.reference(2014), lbm3.reference(2024)]
    assert np.isnan(lbm3.reference_of((1900,))).all() == np.isnan(lbm3.reference(1900))
    with pytest.raises(ValueError, match="read-only"):
        found += 1.0


def test_many_values_are_classified_in_pieces(lbm3):
    """Of any shape and layout, against numpy's own search among the bounds."""
    classification = lbm3.total_classification
    random = np.random.default_rng(8)
    values = random.normal(4.1, 0.3, (3001, 9, 5))
    values[random.random(values.shape) < 0.1] = np.nan
    values[5, 2, :] = classification.bounds[:5]
    for some in (values, values[..., 3], values[:, 4], values.T, values[:, :, ::2], values.reshape(-1), values[:0]):
        expected = np.where(np.isnan(some), 0, np.digitize(some, classification.bounds) + 1)
        found = classification.classify(some)
        assert found.dtype == np.int8 and found.shape == some.shape
        np.testing.assert_array_equal(found, expected)
