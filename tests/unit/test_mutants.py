# SPDX-License-Identifier: GPL-2.0-or-later
"""The changes of the mutation run: what they are, that they are made where they say, and what counts as noticed."""

from __future__ import annotations

import ast
import importlib
import json
import shutil
import sys
from pathlib import Path

import pytest

from tests import mutants
from tests.mutants.driver import DOUBTFUL, Driver
from tests.mutants.learning import learn, read_notes
from tests.mutants.reach import Reach
from tests.mutants.sites import sites_of
from tests.mutants.trial import changed

CODE = '''"""A docstring with 3 < 4."""
from __future__ import annotations


def share(part: float, whole: float = 10) -> "Float":
    """Another one."""
    label.setObjectName("Share")
    label.setContentsMargins(0, 2 + 1, 0, 0)
    zip(part, whole, strict=True)
    row.addWidget(label, 3)
    clicked.connect(lambda _checked=False: named("LeefbaarometerShare"))
    if part <= whole and not part == 0:
        return {"value": part / whole, "title": tr("not_this", -1)}
    return -part if part is None else part + 1 + len("é < ")
'''


def changes(tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "module.py"
    file.write_text(CODE, encoding="utf-8")
    found = {}
    for site in sites_of(tmp_path, file):
        made = site.changed(CODE)
        ast.parse(made)
        (line,) = [new for old, new in zip(CODE.splitlines(), made.splitlines(), strict=True) if old != new]
        found[f"{site.kind} {site.old} -> {site.new}"] = line.strip()
    return found


def test_every_change_is_made_at_its_place_and_the_rest_stays(tmp_path: Path):
    assert changes(tmp_path) == {
        "constant 10 -> 11": 'def share(part: float, whole: float = 11) -> "Float":',
        "comparison <= -> <": "if part < whole and not part == 0:",
        "condition and -> or": "if part <= whole or not part == 0:",
        "comparison == -> !=": "if part <= whole and not part != 0:",
        "constant 0 -> 1": "if part <= whole and not part == 1:",
        'name "value" -> "value_"': 'return {"value_": part / whole, "title": tr("not_this", -1)}',
        "sign / -> *": 'return {"value": part * whole, "title": tr("not_this", -1)}',
        'name "title" -> "title_"': 'return {"value": part / whole, "title_": tr("not_this", -1)}',
        "sign - -> +": 'return +part if part is None else part + 1 + len("é < ")',
        "comparison is -> is not": 'return -part if part is not None else part + 1 + len("é < ")',
        "sign + -> -": 'return -part if part is None else part + 1 - len("é < ")',
        "constant 1 -> 2": 'return -part if part is None else part + 2 + len("é < ")',
    }


MODULE = """
from functools import lru_cache

LIMIT = 3


@lru_cache
def is_low(value):
    return value < LIMIT


class Row:
    @property
    def text(self):
        def inner():
            return 1 + 1
        return inner

    @staticmethod
    def pair():
        return [one + 1 for one in (1, 2)], (lambda: 5)
"""


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "changed_module.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("changed_module")
    sys.modules.pop("changed_module")


@pytest.mark.parametrize(
    ("old", "new", "tell", "before", "after"),
    [
        ("value < LIMIT", "value <= LIMIT", lambda module: module.is_low.__wrapped__(3), False, True),
        ("1 + 1", "1 - 1", lambda module: module.Row().text(), 2, 0),
        ("one + 1", "one + 2", lambda module: module.Row.pair()[0], [2, 3], [3, 4]),
        ("5", "6", lambda module: module.Row.pair()[1](), 5, 6),
    ],
)
def test_functions_have_the_changed_code_and_their_own_again(module, old, new, tell, before, after):
    with changed("changed_module.py", MODULE.replace(old, new)):
        assert tell(module) == after
    assert tell(module) == before


def test_what_already_lives_is_changed_too(module):
    kept = module.Row().text
    with changed("changed_module.py", MODULE.replace("1 + 1", "1 - 1")):
        assert kept() == 0
    assert kept() == 2


TESTS = """
import leefbaar_plugin.gui.part as part

def test_fails_anyway():
    assert part.double(1) == 3

def test_double():
    assert part.double(2) == 4

def test_blind():
    part.double(0)
"""
PART = "FACTOR = 2\n\n\ndef double(value):\n    return value * FACTOR\n\n\ndef never(value):\n    return value + 1\n"


def test_only_a_test_that_passes_without_the_change_notices_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Learned and tried on a small package, in processes as those of a real run."""
    tree, folder = tmp_path / "tree", tmp_path / "folder"
    for path, text in {
        "leefbaar_plugin/__init__.py": "",
        "leefbaar_plugin/gui/__init__.py": "",
        "leefbaar_plugin/gui/work.py": "class _Task:\n    def run(self):\n        pass\n",
        "leefbaar_plugin/gui/part.py": PART,
        "tests/test_part.py": TESTS,
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\naddopts = ["--import-mode=importlib"]\n',
    }.items():
        (tree / path).parent.mkdir(parents=True, exist_ok=True)
        (tree / path).write_text(text, encoding="utf-8")
    shutil.copytree(Path(mutants.__file__).parent, tree / "tests" / "mutants")
    (tree / "tests" / "__init__.py").touch()
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:pytest_qgis -p no:pytestqt")

    learn(tree, folder / "learned", ["tests"])
    states = {one["test"].split("::")[1]: one["state"] for one in read_notes(folder / "learned")}
    assert states == {"test_fails_anyway": "failed", "test_double": "passed", "test_blind": "passed"}

    sites = {
        f"{site.line} {site.old} {site.new}": site for site in sites_of(tree, tree / "leefbaar_plugin/gui/part.py")
    }
    reach = Reach(tree, folder / "learned")
    assert {test.split("::")[1] for test in reach.reaching(sites["5 * /"])} == {"test_double", "test_blind"}
    assert (reach.is_in_function(sites["5 * /"]), reach.is_in_function(sites["1 2 3"])) == (True, False)
    Driver(tree, folder, reach).run([sites["1 2 3"], sites["5 * /"], sites["9 + -"]])
    (tree / "tests/test_part.py").write_text(TESTS.replace("(2) == 4", "(2)"))
    learn(tree, folder / "learned", ["tests"])
    Driver(tree, folder, Reach(tree, folder / "learned")).run([sites["5 * /"]])
    tried = [json.loads(line) for line in (folder / "tried.jsonl").read_text().splitlines()]
    told = [(one["key"].split(":", 1)[1], one["verdict"], one["by"]) for one in tried if one["verdict"] != DOUBTFUL]
    assert sorted(told[:3]) == [
        ("1:9 2 -> 3", "noticed", "tests/test_part.py::test_double"),
        ("5:17 * -> /", "noticed", "tests/test_part.py::test_double"),
        ("9:17 + -> -", "unreached", ""),
    ]
    assert told[3:] == [("5:17 * -> /", "UNNOTICED", "")]
    assert (tree / "leefbaar_plugin/gui/part.py").read_text() == PART
