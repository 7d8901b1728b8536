# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts of a rule are templates: a place is a name between braces, nothing else is carried out; sizes have limits."""

from __future__ import annotations

import copy
import json
import os
import threading

import pytest

from leefbaar_plugin.analysis.signals.rule_file import LONGEST_NAME, LONGEST_TEXT, MOST_ENTRIES
from leefbaar_plugin.analysis.signals.rule_set import read_rule, read_rule_file, rule_json
from leefbaar_plugin.analysis.signals.rule_words import fill, full_text, places_in, rule_text, unit_name
from leefbaar_plugin.analysis.signals.rules import LARGEST
from leefbaar_plugin.engine.errors import InputError, ModelError
from leefbaar_plugin.pack.files.resources import read_json

TEXTS = (
    ("text",),
    ("conditions", 0, "text"),
)
NAMES = (("title",), ("parameters", 0, "label"))
OTHERS = (("note",), ("source",), ("parameters", 0, "source"))


@pytest.fixture
def document():
    return copy.deepcopy(read_json("rules", "onvoldoende_buurt.json"))


def put(document, path, value):
    holder = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    return document


def refused(document) -> str:
    with pytest.raises(ModelError) as caught:
        read_rule(document if isinstance(document, str) else json.dumps(document))
    assert len(str(caught.value)) < 600, "a sentence"
    return str(caught.value)


# Templates


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("path", TEXTS, ids=str)
@pytest.mark.parametrize(
    "place",
    [
        "residents:300000000",
        "residents:>2000000000",
        "residents:{highest}",
        "residents!r",
        "residents!s:>9",
        "residents.real",
        "residents.__class__.__mro__",
        "residents[0]",
        "",
        "0",
        "nobody",
        "year:%Y",
    ],
)
def test_a_place_is_a_name(document, path, language, place):
    document = put(document, path, {"nl": "a", "en": "b"})
    put(document, (*path, language), f"voor {{{place}}} na")
    said = refused(document)
    first = "average, highest" if "conditions" in path else "highest"
    assert f"text.{language}: {{{place}}} is wrong; expected is {first}" in said, "the place is named"


@pytest.mark.parametrize("text", ["{", "}", "{residents", "residents}", "{{residents}", "{residents!}", "{a{b}c}"])
def test_braces_that_dont_pair(document, text):
    assert refused(put(document, ("text", "nl"), text)).startswith("Rule onvoldoende_buurt: text.nl")


def test_doubled_braces_are_braces(document):
    rule = read_rule(json.dumps(put(document, ("text", "en"), "{{year}} is {year}, {{}}")))
    assert rule_text(rule, "en", 2024) == "{year} is 2024, {}"


def test_filling_carries_nothing_out():
    """Also of a text that was never checked: no width, no conversion, no attribute."""
    values = {"a": "1"}
    assert fill("{a:300000000}|{a!r}|{a.real}|{b}|{}|{a}", values) == "1|1|{a.real}|{b}|{}|1"
    assert places_in("{a:9} {b!r:x} {c.d} {e}") == {"a:9", "b!r:x", "c.d", "e"}


@pytest.mark.parametrize("value", ["{0}", "{residents:9}", "{year!r}", "{{", "%s", "<b>"])
def test_values_are_no_templates(document, value):
    """What fills a place may look like a place itself."""
    for language in ("nl", "en"):
        put(document, ("parameters", 0, "label", language), value)
        put(document, ("source", language), value)
        put(document, ("note", language), value)
        put(document, ("title", language), value)
    document["parameters"][0]["mark"] = "own"
    rule = read_rule(json.dumps(document))
    assert full_text(rule, "nl", 2024).count(value) == 3  # own choice, note, source
    assert read_rule(rule_json(rule)).title["nl"] == value


# Limits


@pytest.mark.parametrize(
    ("paths", "most"), [(NAMES, LONGEST_NAME), ((*TEXTS, *OTHERS), LONGEST_TEXT)], ids=["names", "texts"]
)
def test_long_texts(document, paths, most):
    for path in paths:
        allowed = put(copy.deepcopy(document), path, {"nl": "é" * most, "en": "b"})
        assert read_rule(json.dumps(allowed))
        too_long = put(copy.deepcopy(document), path, {"nl": "é" * (most + 1), "en": "b"})
        assert f".nl is wrong; expected is at most {most} letters" in refused(too_long).replace(path[-1] + ".nl", ".nl")


@pytest.mark.parametrize("name", ["parameters", "conditions", "levels"])
def test_long_lists(document, name):
    document[name] = document[name][:1] * (MOST_ENTRIES + 1)
    assert f"{name} is wrong; expected is at most {MOST_ENTRIES} entries" in refused(document)


def test_many_conditions_on_squares(document):
    document["squares"] = {f"low{n}": document["squares"]["low"] for n in range(MOST_ENTRIES + 1)}
    assert "squares is wrong" in refused(document)


@pytest.mark.parametrize("depth", [30, 500, 50_000])
def test_nested_json(document, depth):
    """Deeper than a rule is: neither read, nor kept to fail when it is written."""
    text = json.dumps(document)[:-1] + ', "more": ' + "[" * depth + "]" * depth + "}"
    assert refused(text) == "This is no rule: it is nested too deeply."


def test_long_ids(document):
    assert len(refused(put(document, ("id",), "x" * 100_000))) < 200
    assert len(refused(put(document, ("parameters", 0, "id"), "x" * 100_000))) < 400


def test_large_json(document, tmp_path):
    text = json.dumps({**document, "more": "x" * LARGEST})
    assert refused(text) == "This is no rule: it is longer than 200 kB."


# Files


def complaint(path) -> str:
    with pytest.raises(InputError) as caught:
        read_rule_file(path)
    return str(caught.value)


def test_a_file(document, tmp_path):
    path = tmp_path / "mijn regel.json"
    path.write_text("\ufeff" + json.dumps(document), encoding="utf-8")
    assert read_rule_file(path).id == "onvoldoende_buurt"
    assert complaint(tmp_path / "none.json").startswith("none.json can't be read: ")
    assert complaint(tmp_path).startswith(f"{tmp_path.name} can't be read: ")
    path.write_bytes(b"\xff\xfe\x00")
    assert complaint(path) == "mijn regel.json is no rule: it is no text."
    path.write_text("{")
    assert complaint(path).startswith("mijn regel.json can't be used. This is no rule: it is no JSON: ")


def test_one_line_of_600_megabytes(tmp_path):
    """Only the beginning is read; the file has a hole, which costs no room."""
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.write(b'{"id": "')
        file.truncate(600 * 1024**2)
    assert complaint(path) == "huge.json can't be used. This is no rule: it is longer than 200 kB."


def test_a_file_without_end(tmp_path):
    """A pipe that goes on for ever, and a letter cut in two where reading stops."""
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)

    def write():
        with pipe.open("wb", buffering=0) as file:
            try:
                while True:
                    file.write("é".encode() * 50_001)
            except BrokenPipeError:
                return

    thread = threading.Thread(target=write, daemon=True)
    thread.start()
    said = complaint(pipe)
    thread.join(10)
    assert not thread.is_alive() and "longer than 200 kB" in said


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("nl", ["1 huishouden", "1 meting"], ["2 huishoudens", "2 metingen"]),
        ("en", ["1 household", "1 measurement"], []),
    ],
)
def test_one_of_a_unit_is_no_plural(language, one, two):
    """The names of units behind a value; a share and a class have none of their own for one."""
    units = ("households", "measurements")
    assert [f"1 {unit_name(unit, language, 1.0)}" for unit in units] == one
    assert not two or [f"2 {unit_name(unit, language, 2.0)}" for unit in units] == two
    assert unit_name("households", language, float("nan")) == unit_name("households", language)
    for unit in ("class", "percent", "score"):
        assert unit_name(unit, language, 1.0) == unit_name(unit, language)
