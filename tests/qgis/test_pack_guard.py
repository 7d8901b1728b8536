# SPDX-License-Identifier: GPL-2.0-or-later
"""A large pack is compared with what was written while one works with it; the check and the algorithm do so, too."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsSettings

from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.importing.leftovers import tidy
from leefbaar_plugin.gui.importing.opening import Opening
from leefbaar_plugin.gui.importing.pack_guard import PackGuard
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.pack import mapped_files
from leefbaar_plugin.pack import pack as pack_module
from leefbaar_plugin.pack.files.disk import Staging

from .test_areas_tools import Iface, square


class Said:
    """Messages that keep what they are told."""

    def __init__(self):
        self.infos, self.warnings, self.problems = [], [], []

    def info(self, text, *_button):
        self.infos.append(text)

    def warn(self, text, button="", _action=None):
        self.warnings.append((text, button))

    def error(self, problem):
        self.problems.append(problem)


@pytest.fixture
def large(monkeypatch):
    """Packs are taken for ones of the whole country."""
    monkeypatch.setattr(pack_module, "WHOLE_AT_ONCE", 0)


@pytest.fixture
def folder(schiedam_folder, tmp_path) -> Path:
    return Path(shutil.copytree(schiedam_folder, tmp_path / "pack"))


@pytest.fixture
def place(qgis_new_project, tmp_path, monkeypatch):
    """Session, background, what was said, and the parts that look after them."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    session, background, said = Session(QgsProject.instance()), Background(), Said()
    areas = Areas(session, Iface())
    opening = Opening(Iface(), session, areas, background, said)
    guard = PackGuard(session, background, said, lambda: opening.open_import([]))
    yield session, background, said, opening, guard
    background.cancel_all()
    areas.disconnect_project()
    session.disconnect_project()
    QgsSettings().remove("leefbaarometer/whole")


def half_zero(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + bytes(len(content) - len(content) // 2))


def test_a_damaged_pack_is_closed_and_told(place, folder, large, qtbot):
    session, background, said, _opening, _guard = place
    half_zero(folder / "values.npy")
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "whole", timeout=20_000):
        session.open_pack(folder)
        assert session.pack is not None  # it opens at once
    assert session.pack is None
    text, button = said.warnings[0]
    assert text == f"The data pack {folder} is damaged: values.npy isn't what was written. Import the data again."
    assert button == "Import data…"


def test_a_whole_pack_is_compared_once(place, folder, large, qtbot):
    session, background, said, _opening, _guard = place
    started = []
    background.started.connect(started.append)
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "whole", timeout=20_000):
        session.open_pack(folder)
    session.open_pack(folder)
    assert started.count("whole") == 1 and not said.warnings and session.pack is not None
    (folder / "values.npy").touch()  # written since: looked at again
    session.open_pack(folder)
    assert started.count("whole") == 2


def test_a_small_pack_was_compared_when_it_was_opened(place, folder):
    session, background, _said, _opening, _guard = place
    started = []
    background.started.connect(started.append)
    session.open_pack(folder)
    assert "whole" not in started


def test_the_check_of_the_scores_says_so(place, folder, large, qtbot):
    session, background, said, opening, guard = place
    session.pack_changed.disconnect(guard._look)
    session.open_pack(folder)
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "check", timeout=20_000):
        opening.check_scores()
    assert "all as published" in said.infos[-1] and not said.problems
    half_zero(folder / "values.npy")
    session.open_pack(folder)
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "check", timeout=20_000):
        opening.check_scores()
    assert "is damaged: values.npy" in str(said.problems[0])


def test_the_algorithm_says_so(run, folder, large, tmp_path):
    half_zero(folder / "values.npy")
    with pytest.raises(QgsProcessingException, match=r"is damaged: values\.npy"):
        run("recomputescores", PACK=folder, OUTPUT=tmp_path / "out.gpkg")
    assert not (tmp_path / "out.gpkg").exists()


def test_remains_go_at_the_start(place, tmp_path, qtbot):
    _session, background, _said, _opening, _guard = place
    left = tmp_path / "data" / "data" / ".pack-01234567.import"
    left.mkdir(parents=True)
    (left / ".held").write_bytes(b"1")
    with Staging(left.parent, ".other", ".import") as staging:
        with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "tidy", timeout=20_000):
            tidy(background)
        assert not left.exists() and staging.path.exists()


def test_half_files_go_at_the_start(place, tmp_path, qtbot):
    """Where areas and results of projects without a file lie, and beside the project that is open."""
    session, background, _said, _opening, _guard = place
    (tmp_path / "plannen").mkdir()
    session.project.write(str(tmp_path / "plannen" / "p.qgs"))
    for folder in (tmp_path / "plannen", tmp_path / "data", tmp_path / "data" / "gevonden", tmp_path / "elders"):
        (folder / ".p_gevonden.gpkg-01234567.half").mkdir(parents=True)
        (folder / ".p_gevonden.gpkg-01234567.half" / ".held").write_bytes(b"1")
        (folder / "p_gevonden-01234567.gpkg").touch()  # the user's
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "tidy", timeout=20_000):
        tidy(background)
    assert [path.parent.name for path in tmp_path.rglob("*.half")] == ["elders"]
    assert len(list(tmp_path.rglob("p_gevonden-01234567.gpkg"))) == 4


@pytest.mark.parametrize("how", ["cut off", "taken away"])
def test_a_large_pack_that_changes_while_one_draws(place, folder, large, monkeypatch, how):
    """QGIS would be gone: what is mapped can't be read any more."""
    monkeypatch.setattr(mapped_files, "_LOOK_EVERY", 0.0)
    session, _background, said, opening, guard = place
    session.pack_changed.disconnect(guard._look)
    opening.areas.failed.connect(said.error)
    session.open_pack(folder)
    assert opening.areas.add([("a", square(0, 0))]) and opening.areas.figures() is not None
    if how == "cut off":
        os.truncate(folder / "values.npy", 10)
    else:
        shutil.rmtree(folder)
    opening.areas.add([("b", square(1000, 0))])
    assert "changed the data pack" in str(said.problems[0]) or "isn't there any more" in str(said.problems[0])
    assert len(opening.areas.names()) == 2  # it is stored all the same
