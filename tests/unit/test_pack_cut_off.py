# SPDX-License-Identifier: GPL-2.0-or-later
"""A large pack is cut off on its share while it is open: every question says so, and none ends the program.

Reading a value of a mapped file that isn't there any more ends a process at once (SIGBUS), so each question is asked by
a child of its own.
"""

from __future__ import annotations

import ast
import faulthandler
import os
import signal
import traceback
from pathlib import Path

import pytest

from leefbaar_plugin.analysis.change.area_changes import changes_of_level
from leefbaar_plugin.analysis.change.change_view import level_changes
from leefbaar_plugin.analysis.derived import make_small_squares
from leefbaar_plugin.analysis.measure import Measurer, square_columns
from leefbaar_plugin.analysis.places import SQUARE, place_at
from leefbaar_plugin.analysis.references.references import References, has_counts
from leefbaar_plugin.analysis.same_squares import trend_on_same
from leefbaar_plugin.analysis.scenarios.document import ScenarioStep, Target
from leefbaar_plugin.analysis.scenarios.effects import ScenarioMeasurer
from leefbaar_plugin.analysis.signals.finder import SignalFinder
from leefbaar_plugin.analysis.signals.found_totals import totals_of
from leefbaar_plugin.analysis.signals.rule_set import load_rule
from leefbaar_plugin.engine.areas.coverings import everything
from leefbaar_plugin.engine.errors import PackError
from leefbaar_plugin.engine.models.scenarios import ADD
from leefbaar_plugin.pack import mapped_files
from leefbaar_plugin.pack import pack as pack_module
from leefbaar_plugin.pack.check import check_pack
from leefbaar_plugin.pack.importing.weight_fit import weight_fits
from leefbaar_plugin.pack.pack import open_pack

from .test_pack_integrity import whole_area, without_digests

PACKAGE = Path(__file__).resolve().parents[2] / "leefbaar_plugin"
ARRAYS = {"grid", "published", "matrix", "counts"}


class Opened:
    """A mapped pack, and what the program keeps of it; the area is warm, as after a first question."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.area = folder, bytes(whole_area(folder))
        self.pack = open_pack(folder)
        self.fresh, self.measurer = Measurer(self.pack), Measurer(self.pack)
        self.measurer.measure([self.area])
        self.scenarios = ScenarioMeasurer(self.measurer, 2024)
        self.step = ScenarioStep(ADD, Target("plan", self.area), 0.1, "fys")
        self.measure = self.scenarios.bind(self.step)
        self.scenarios.area([self.measure], self.area)
        self.finder = SignalFinder(self.measurer)
        self.rule = load_rule("onvoldoende_buurt")
        self.finder.find(self.rule, "buurt")


QUESTIONS = {
    "measure": lambda it: it.measurer.measure([it.area]),
    "prepare": lambda it: it.fresh.prepare(),
    "weights": lambda it: it.fresh.weights,
    "doubtful": lambda it: it.fresh.doubtful,
    "scored squares": lambda it: it.fresh.scored_squares((2022, 2024)),
    "on the same squares": lambda it: trend_on_same(it.fresh, [it.area]),
    "squares as a table": lambda it: square_columns(it.pack, 2024, "nl"),
    "a click on the map": lambda it: place_at(it.pack, SQUARE, 85_050.0, 436_050.0),
    "few dwellings": lambda it: make_small_squares(it.folder / "cache", it.pack, 10.0),
    "which weight fits": lambda it: weight_fits(it.pack),
    "the check": lambda it: check_pack(it.pack),
    "references": lambda it: References(it.measurer).prepare(),
    "a level changes": lambda it: level_changes(it.pack, "buurt", 2022, 2024, it.measurer),
    "changes of a level": lambda it: changes_of_level(it.pack, "buurt", 2022, 2024, it.measurer),
    "totals": lambda it: totals_of(it.measurer, everything(len(it.pack.grid)), 2024),
    "find": lambda it: it.finder.find(it.rule, "buurt"),
    "find anew": lambda it: SignalFinder(it.measurer),
    "a slider": lambda it: it.scenarios.area([it.measure], it.area),
    "squares of a scenario": lambda it: it.scenarios.changed([it.measure]),
    "another measure": lambda it: it.scenarios.bind(it.step),
}


def asked(question, opened: Opened) -> str:
    """What a child says that asks a question: the sentence, what it raised instead, or that it was ended."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        faulthandler.disable()
        try:
            question(opened)
            said = "an answer"
        except PackError as problem:
            said = f"PackError: {problem}"
        except BaseException:
            said = traceback.format_exc()
        os.write(writer, said.encode()[-4000:])
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        said = pipe.read().decode()
    _child, status = os.waitpid(child, 0)
    return f"ended by {signal.Signals(os.WTERMSIG(status)).name}" if os.WIFSIGNALED(status) else said


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(pack_module, "WHOLE_AT_ONCE", 0)
    monkeypatch.setattr(mapped_files, "_LOOK_EVERY", 0.0)


def cut_off(folder: Path) -> None:
    for path in folder.glob("*.npy"):
        os.truncate(path, 0)


def test_a_value_that_is_not_there_ends_the_program(large, edition, make_pack):
    """Or else the tests below would show nothing."""
    folder = make_pack(edition.all()).folder
    pack = open_pack(folder)
    cut_off(folder)
    assert asked(lambda _it: float(pack.published.total.sum()), None) == "ended by SIGBUS"


def test_every_question_says_so(large, edition, make_pack):
    folder = make_pack(edition.all()).folder
    opened = Opened(folder)
    said = {name: asked(question, opened) for name, question in QUESTIONS.items()}
    assert [name for name, text in said.items() if text != "an answer"] == []
    cut_off(folder)
    said = {name: asked(question, opened) for name, question in QUESTIONS.items()}
    wanted = f"PackError: Another program changed the data pack {folder}"
    assert {name: text for name, text in said.items() if not text.startswith(wanted)} == {}


def test_an_older_pack_is_asked_which_counts_it_has(large, edition, make_pack):
    """Its pack.json doesn't say."""
    folder = without_digests(make_pack(edition.all()).folder)
    opened = Opened(folder)
    del opened.pack.info["counts"]
    opened.pack.kept.clear()
    cut_off(folder)
    assert asked(lambda it: has_counts(it.pack, "dwellings"), opened).startswith("PackError: Another program changed")


def test_arrays_are_asked_for_by_the_door_that_looks():
    """`pack.grid` and its like say whether there are any; values come from `require_squares` and `require_counts`."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name == "pack.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Attribute) and node.attr in ARRAYS and _is_pack(node.value)):
                continue
            above = parents[node]
            if isinstance(above, ast.Compare) and isinstance(above.comparators[0], ast.Constant):
                continue
            if isinstance(above, ast.Attribute) and above.attr == "extent":  # of numbers that are no arrays
                continue
            found.append(f"{path.relative_to(PACKAGE)}:{node.lineno}")
    assert found == []


def _is_pack(node: ast.expr) -> bool:
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name.strip("_").endswith("pack")
