# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever is told by kind of weight or by rule for the border is told for every kind: no table leaves one out."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from leefbaar_plugin.engine import choices
from leefbaar_plugin.engine.squares import weights
from leefbaar_plugin.words.weights import low_sentence, missing_sentence, weight_name, weight_title

PACKAGE = Path(__file__).resolve().parents[2] / "leefbaar_plugin"
KINDS = {"DWELLINGS", "HOUSEHOLDS", "INHABITANTS", "EQUAL", "POINTS"}
RULES = {"SHARE", "CENTRE", "INSIDE"}
COUNTED = {"DWELLINGS", "HOUSEHOLDS", "INHABITANTS"}
FEWER = {
    "engine/squares/weights.py": COUNTED,  # what CBS publishes
    "pack/importing/square_counts.py": COUNTED,
    "pack/importing/reference_sums.py": {"DWELLINGS", "EQUAL"},  # what squares are shared out by at an import
}


def names(key):
    """NAME of `NAME` and of `module.NAME`."""
    return key.attr if isinstance(key, ast.Attribute) else getattr(key, "id", None)


def test_the_kinds_here_are_all_there_are():
    assert {getattr(weights, name) for name in KINDS} == set(weights.KINDS)
    assert {getattr(choices, name) for name in RULES} == set(choices.RULES)


@pytest.mark.parametrize("wanted", [KINDS, RULES], ids=["weights", "rules"])
def test_no_table_leaves_one_out(wanted):
    found, wrong = 0, []
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            keys = {names(key) for key in node.keys} & wanted if isinstance(node, ast.Dict) else set()
            if len(keys) > 1:
                found += 1
                if keys != wanted and keys != FEWER.get(place):
                    wrong.append(f"{place}:{node.lineno} lacks {sorted(wanted - keys)}")
    assert found and wrong == []


def tables(value):
    """All objects in a JSON document."""
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from tables(part)


def test_no_table_of_a_resource_leaves_one_out():
    """Where equal weights have a word, all have one."""
    found = 0
    for path in sorted((PACKAGE.parent / "resources").rglob("*.json")):
        if "demo" in path.parts:
            continue
        for table in tables(json.loads(path.read_text("utf-8"))):
            if {weights.EQUAL, weights.DWELLINGS} <= table.keys():
                found += 1
                assert set(weights.KINDS) <= table.keys(), path.name
    assert found >= 2


@pytest.mark.parametrize("kind", weights.KINDS)
def test_every_kind_has_its_own_words(kind):
    others = [one for one in weights.KINDS if one != kind]
    for write in (
        weight_name,
        lambda one: weight_name(one, 1),
        weight_title,
        lambda one: low_sentence(one, "8 %", "3"),
    ):
        assert write(kind) and write(kind) not in [write(one) for one in others]
    told = missing_sentence(kind, 12, "2.1", "1")
    assert ("12" in told) is (kind != weights.EQUAL) and "{" not in told


def test_nothing_weighed_has_no_words():
    assert weight_name("") == weight_title("") == ""
