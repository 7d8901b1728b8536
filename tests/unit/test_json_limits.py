# SPDX-License-Identifier: GPL-2.0-or-later
"""JSON of packs, labels, rules, scenarios and outputs: what is too large, too deep or means two things is refused.

Each in a sentence that names the file, of every kind alike; and what we write ourselves is read as it was.
"""

from __future__ import annotations

import json
import shutil
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

from leefbaar_plugin.analysis.derived import OWN_GEMEENTE, WantedMap, cache_folder, find
from leefbaar_plugin.analysis.signals.rule_set import load_rules, read_rule_file, rule_json
from leefbaar_plugin.engine.errors import InputError, LeefbaarError, PackError
from leefbaar_plugin.pack.files.json_text import DEEPEST, JsonError, parsed, parsed_file
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack, read_info
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.label import read_label
from leefbaar_plugin.pack.reading.sources import Source
from leefbaar_plugin.pack.references.kept_references import TEXT_FILE
from tests.builders import Edition

HUGE = 600 * 1024**2
INNER = {
    "nested": ("[" * 25_000 + "]" * 25_000, "it is nested too deeply"),
    "nested entries": ('{"a":' * 60 + "1" + "}" * 60, "it is nested too deeply"),
    "infinite": ("1e999", "1e999 is no number"),
    "minus infinite": ("-1e999", "-1e999 is no number"),
    "NaN": ("NaN", "NaN is no number"),
    "Infinity": ("-Infinity", "-Infinity is no number"),
    "a long integer": ("1" * 400, "is no number"),
    "an integer too long to read": ("1" * 20_000, "is no number"),
    "half a sign": ('"\\ud800"', "it is no text"),
    "an entry twice": ('{"b": 1, "b": 2}', "it has entry “b” twice"),
    "cut off": ('"', "it is no JSON: "),
}
"""An entry of a document, and what is said of it."""
WHOLE = {
    "no text": (b'{"a": "\xff"}', "it is no text"),
    "nothing": (b"", "it is no JSON: "),
    "two documents": (b"{} {}", "it is no JSON: "),
}


def documents():
    for name, (inner, said) in INNER.items():
        yield pytest.param(f'{{"a": {inner}}}'.encode(), said, id=name)
    for name, (content, said) in WHOLE.items():
        yield pytest.param(content, said, id=name)


EACH = pytest.mark.parametrize(("content", "said"), list(documents()))


def holed(path: Path) -> Path:
    """One line of 600 MB; a hole in the file costs no room."""
    with path.open("wb") as file:
        file.write(b'{"nl": "')
        file.truncate(HUGE)
    return path


@EACH
def test_the_door(tmp_path, content, said):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    with pytest.raises(JsonError) as caught:
        parsed_file(path)
    assert said in str(caught.value) and len(str(caught.value)) < 500


def test_what_is_right_stays():
    value = {"a": [1, -2, 0.5, 10**17, None, True, "é\u202e😀"], "": {}, "b": [[]]}
    assert parsed(json.dumps(value)) == value and parsed(json.dumps(value, ensure_ascii=False)) == value
    deep = "[" * DEEPEST + "]" * DEEPEST
    assert json.dumps(parsed(deep)) == deep
    with pytest.raises(JsonError):
        parsed(f"[{deep}]")


@EACH
def test_of_a_pack(tmp_path, content, said):
    (tmp_path / "pack.json").write_bytes(content)
    with pytest.raises(PackError) as caught:
        read_info(tmp_path)
    assert f"{tmp_path} is damaged: pack.json can't be read (" in str(caught.value) and said in str(caught.value)


@pytest.mark.parametrize("inner", INNER.values(), ids=INNER)
def test_anywhere_in_a_pack(tmp_path, edition, inner):
    """In an entry that this version doesn't know, too, and in the references."""
    pack = import_edition(inspect([edition]), tmp_path / "pack").folder
    right = (pack / "pack.json").read_text(encoding="utf-8")
    (pack / "pack.json").write_text(right.rstrip()[:-1] + f', "later": {inner[0]}}}', encoding="utf-8")
    with pytest.raises(PackError, match=r"pack\.json can't be read"):
        open_pack(pack)
    info = json.loads(right)
    del info["digests"]  # as older versions wrote it: nothing tells that a file isn't what was written
    (pack / "pack.json").write_text(json.dumps(info), encoding="utf-8")
    text = (pack / TEXT_FILE).read_text(encoding="utf-8")
    (pack / TEXT_FILE).write_text(text.rstrip()[:-1] + f', "later": {inner[0]}}}', encoding="utf-8")
    with pytest.raises(PackError, match="is damaged"):
        _ = open_pack(pack).national


@pytest.fixture
def edition(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    Edition(folder).all()
    return folder


@EACH
def test_of_a_label(tmp_path, content, said):
    path = tmp_path / "demonstration.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"^demonstration\.json can't be read: ") as caught:
        read_label(Source(str(path), path.stat().st_size))
    assert said in str(caught.value)


@pytest.mark.parametrize("value", [3, None, ["x"], {"en": "x"}, "x" * 10_001])
def test_names_of_a_label(tmp_path, value):
    path = tmp_path / "demonstration.json"
    path.write_text(json.dumps({"en": "fine", "nl": value}))
    with pytest.raises(InputError, match=r"^demonstration\.json isn't what it should be: names by language"):
        read_label(Source(str(path), 1))
    path.write_text(json.dumps([value]))
    with pytest.raises(InputError, match=r"isn't what it should be"):
        read_label(Source(str(path), 1))
    path.write_text(json.dumps({"en": "fine", "nl": "x" * 10_000}))
    assert read_label(Source(str(path), 1)) == {"en": "fine", "nl": "x" * 10_000}


@EACH
def test_of_a_rule(tmp_path, content, said):
    path = tmp_path / "mijn.json"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"^mijn\.json ") as caught:
        read_rule_file(path)
    assert said in str(caught.value)


def test_presets_come_back(tmp_path):
    for rule in load_rules().values():
        path = tmp_path / "rule.json"
        path.write_text(rule_json(rule), encoding="utf-8")
        assert rule_json(read_rule_file(path)) == rule_json(rule)


def test_one_line_of_600_megabytes(tmp_path):
    """Refused without reading it: at most some 20 MB, which is the limit of the largest of these."""
    (tmp_path / "pack").mkdir()
    holed(tmp_path / "pack" / "pack.json")
    label, rule = holed(tmp_path / "demonstration.json"), holed(tmp_path / "rule.json")
    tracemalloc.start()
    try:
        for read in (
            lambda: read_info(tmp_path / "pack"),
            lambda: read_label(Source(str(label), HUGE)),
            lambda: read_rule_file(rule),
        ):
            with pytest.raises(LeefbaarError, match=r"(larger|longer) than (20 MB|65 kB|200 kB)"):
                read()
        assert tracemalloc.get_traced_memory()[1] < 45 * 1024**2
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("content", ["{", "[]", "3", '{"GM9001": "x"}', '{"GM9001": NaN}', '{"GM9001": {}}'])
def test_of_the_cache(tmp_path, edition, content):
    """What lies in the cache and is no more than half of it is made again."""
    pack = open_pack(import_edition(inspect([edition]), tmp_path / "pack").folder)
    folder, wanted = tmp_path / "data", WantedMap(OWN_GEMEENTE, "lbm", pack.years[-1])
    assert find(folder, pack, wanted, "recipe") is None
    place = cache_folder(folder, pack)
    place.mkdir(parents=True)
    from leefbaar_plugin.analysis.derived import _paths

    raster, values = _paths(folder, pack, wanted, "recipe")
    raster.write_bytes(b"x")
    values.write_text('{"GM9001": 0.25}')
    found = find(folder, pack, wanted, "recipe")
    assert found is not None and found.gemeenten == {"GM9001": 0.25}
    values.write_text(content)
    assert find(folder, pack, wanted, "recipe") is None
    shutil.rmtree(place)


def test_what_is_written_is_json_as_others_take_it(tmp_path, edition):
    """Without NaN, and so for readers that are as strict."""
    pack = import_edition(inspect([edition]), tmp_path / "pack").folder
    for path in pack.glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert json.loads(text, parse_constant=pytest.fail) == parsed(text)
    assert np.isfinite(open_pack(pack).published.total).all()
