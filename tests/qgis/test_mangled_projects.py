# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects whose entries of the plugin are damaged, or of another model: they open, and what can't be is said."""

from __future__ import annotations

import random
import shutil
import sys
import time
import traceback
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent

from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.plugin import LeefbaarometerPlugin
from tests.builders import SHARED, Edition, square_wkt, write_vector
from tests.soak.headless import Iface
from tests.soak.projects import MINE, damaged

from .test_areas_tools import square

PATIENCE = 60.0
"""Seconds in which every task ends, on a busy machine, too."""
CASES = SHARED / "cases" / "34-mangled-projects"


class Desk:
    """The whole plugin, and what went wrong in it without anybody hearing of it."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self._hook, sys.excepthook = sys.excepthook, self._note
        QgsApplication.messageLog().messageReceived.connect(self._read)
        self.iface = Iface()
        self.plugin = LeefbaarometerPlugin(self.iface)
        self.plugin.initGui()
        self.rest()

    def _note(self, kind, problem, trace):
        self.problems.append("".join(traceback.format_exception(kind, problem, trace)))

    def _read(self, text, tag, _level):
        if "Traceback" in text or (tag == "Leefbaarometer" and "unexpected" in text):
            self.problems.append(text)

    def rest(self):
        """Let Qt work until no task runs; a task that doesn't end is a problem, told by its name."""
        manager, until = QgsApplication.taskManager(), time.monotonic() + PATIENCE
        for _ in range(20):
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            while manager.countActiveTasks() and time.monotonic() < until:
                QCoreApplication.processEvents()
        if manager.countActiveTasks():
            states = [(task.description(), task.status(), task.progress()) for task in manager.activeTasks()]
            self.problems.append(f"tasks that don't end: {states}")

    def said(self):
        return [item.text() for item in self.iface.bar.items()]

    def opened(self, path):
        """Open a project; what was said about it."""
        self.iface.bar.clearWidgets()
        assert QgsProject.instance().read(str(path))
        self.rest()
        return self.said()

    def close(self):
        QgsProject.instance().clear()
        self.rest()
        self.plugin.unload()
        self.rest()
        QgsApplication.messageLog().messageReceived.disconnect(self._read)
        sys.excepthook = self._hook


@pytest.fixture
def desk(qgis_new_project, tmp_path, monkeypatch, provider):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setattr(LeefbaarometerPlugin, "initProcessing", lambda _plugin: None)  # the tests have the provider
    made = Desk()
    yield made
    made.close()


@pytest.fixture
def home(desk, tmp_path):
    """A folder with a project, its pack, its areas and a layer of the user."""
    files, folder = tmp_path / "files", tmp_path / "home"
    for one in (files, folder):
        one.mkdir()
    Edition(files).all()
    import_edition(inspect([files]), folder / "pack")
    plans = [({"naam": f"plan {n}"}, square_wkt(851 + n, 4361)) for n in range(3)]
    write_vector(folder / "plannen.gpkg", "plannen", plans)
    project = QgsProject.instance()
    project.addMapLayer(QgsVectorLayer(f"{folder / 'plannen.gpkg'}|layername=plannen", MINE, "ogr"))
    desk.plugin.session.open_pack(folder / "pack")
    project.write(str(folder / "p.qgs"))
    desk.plugin.areas.add([("gebied", square(-2000, 0))])
    desk.rest()
    project.write(str(folder / "p.qgs"))
    desk.rest()
    project.clear()
    desk.rest()
    assert desk.problems == []
    return folder


def changed(home: Path, **entries: str) -> Path:
    """The project with other values of entries of the plugin."""
    text = (home / "p.qgs").read_text(encoding="utf-8")
    begin, end = text.index("<leefbaarometer>"), text.index("</leefbaarometer>")
    inner = text[begin:end]
    for name, value in entries.items():
        head, tail = f"<{name} ", f"</{name}>"
        at = inner.index(">", inner.index(head)) + 1
        inner = inner[:at] + value + inner[inner.index(tail) :]
    path = home / "changed.qgs"
    path.write_text(text[:begin] + inner + text[end:], encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "entries",
    [
        {"theme": "RLBWON", "level": "GRID", "view": "x", "since": "9999", "year": "1789"},
        {"theme": "x" * 5000, "level": "pc4"},
        {"year": "-1", "since": "99999999999"},
        {"level": "wijk", "view": "gemeente"},
        {"layers": '{"current": 3, "layers": [{"id": [], "role": {}}, 7, {"id": "x", "role": "pack"}]}'},
        {"layers": '{"current": "k", "layers": "x"}', "choices": "[[1]]", "packs": '{"k": 7}'},
        {"layers": "[" * 2000, "choices": '{"k": {"layers": [1]}}', "packs": "null"},
        {"choices": '{"": {"layers": {"buurt": {"given_labels": 3, "unticked": "x"}}}}'},
    ],
    ids=[
        "another model",
        "long",
        "odd numbers",
        "a level that isn't there",
        "no roles",
        "texts",
        "deep",
        "odd choices",
    ],
)
def test_odd_entries(desk, home, entries):
    """The pack opens in a view that it has; the user's layer is left alone."""
    said = desk.opened(changed(home, **entries))
    session = desk.plugin.session
    assert desk.problems == [] and not [text for text in said if "unexpected" in text]
    assert session.pack is not None and session.theme.id in {"lbm", "soc"} and session.year in session.pack.years
    mine = [layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == MINE]
    assert len(mine) == 1 and mine[0].featureCount() == 3
    session.set_year(2022)
    session.set_theme("soc")
    desk.rest()
    assert desk.problems == []


ELSEWHERE = [
    "./weg",
    "",
    "./plannen.gpkg",
    "/" + "a" * 5000,
    "postgres://x/y",
    "..",
    "./pack/areas.gpkg",
    "{x:300000000}",
]


@pytest.mark.parametrize("pack", ELSEWHERE, ids=range(len(ELSEWHERE)))
def test_a_pack_that_cannot_be_opened(desk, home, pack):
    said = desk.opened(changed(home, pack=pack))
    assert desk.problems == [] and desk.plugin.session.pack is None
    if pack:
        assert len(said) == 1 and "data pack" in said[0] and len(said[0]) < 700


def test_a_pack_of_another_model_under_the_layers(desk, home, tmp_path):
    """The folder was replaced by a pack of Leefbaarometer 2.0 meanwhile."""
    folder = SHARED / "official" / "lbm2"
    if not folder.is_dir():
        pytest.skip("needs ../shared/data")
    shutil.rmtree(home / "pack")
    import_edition(inspect([folder]), home / "pack")
    desk.opened(home / "p.qgs")
    assert desk.problems == [] and desk.plugin.session.pack.model.id == "lbm2"
    desk.plugin.session.set_year(desk.plugin.session.available_years()[0])
    desk.rest()
    assert desk.problems == []


@pytest.mark.parametrize("number", range(1, 6))
def test_cases(desk, tmp_path, number):
    """Case 34, beside no pack, and beside one of the same squares."""
    path = CASES / f"{number}.qgs"
    if not path.is_file():
        pytest.skip("needs ../shared/data")
    (tmp_path / "p").mkdir()
    shutil.copy(path, tmp_path / "p" / "p.qgs")
    desk.opened(tmp_path / "p" / "p.qgs")
    assert desk.problems == []
    files = tmp_path / "files"
    files.mkdir()
    Edition(files).all()
    for name in ("pack", "lbm2pack"):
        import_edition(inspect([files]), tmp_path / "p" / name)
    desk.opened(tmp_path / "p" / "p.qgs")
    assert desk.problems == []


def test_half_a_file_beside_a_project_goes_when_it_is_opened(desk, home):
    left = home / ".p_gevonden.gpkg-01234567.half"
    left.mkdir()
    (left / ".held").write_bytes(b"1")  # it was locked once, and is no more
    desk.opened(home / "p.qgs")
    assert not left.exists() and desk.problems == []


def test_damage_by_chance(desk, home):
    """As `make soak` does many times more."""
    text, chance = (home / "p.qgs").read_text(encoding="utf-8"), random.Random(34)
    for number in range(12):
        path = home / f"{number}.qgs"
        path.write_text(damaged(text, chance), encoding="utf-8", errors="surrogateescape")
        if QgsProject.instance().read(str(path)):
            desk.rest()
        assert desk.problems == [], number
        QgsProject.instance().clear()
        desk.rest()
