# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas have one home, and it is the project's: brought beside it, copied with it, found again, given back."""

from __future__ import annotations

import re
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from qgis.core import QgsField, QgsFields, QgsLayerMetadata, QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType
from qgis.PyQt.QtWidgets import QMessageBox

from leefbaar_plugin.engine.errors import WriteError
from leefbaar_plugin.gui.drawing import keeping
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.drawing.waiting import Waiting, origin, title_of, when
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.start.waiting_areas import WaitingAreas
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.layers.areas import area_file
from leefbaar_plugin.layers.areas.area_claims import AreasFile, claim, claimed_by, waiting
from leefbaar_plugin.layers.areas.area_file import copy_whole, count_areas, file_of
from leefbaar_plugin.layers.project import bringing, homes
from leefbaar_plugin.layers.project.found_layer import add_to_project, found_path, write_found
from leefbaar_plugin.layers.project.ownership import AREAS_ROLE, owned
from leefbaar_plugin.pack.files.progress import silent

from .conftest import full_disk
from .test_areas_tools import Iface, draw, square

ROOT = Path(__file__).resolve().parents[2]


class Said:
    """Messages that keep what they are told."""

    def __init__(self) -> None:
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.problems: list[str] = []

    def info(self, text, *_button):
        self.infos.append(text)

    def warn(self, text, *_button):
        self.warnings.append(text)

    def error(self, problem):
        self.problems.append(str(problem))


class Rig:
    """A QGIS with the plugin's areas in it, a project folder and a data folder."""

    def __init__(self, tmp_path: Path, pack: Path) -> None:
        self.project = QgsProject.instance()
        self.data, self.pack = tmp_path / "data", pack
        self.said = Said()
        self.session = Session(self.project)
        self.areas = Areas(self.session, Iface())
        self.areas.failed.connect(self.said.error)
        self.areas.said.connect(self.said.warn)

    def draw_two(self) -> None:
        assert self.areas.add([("a", square(0, 0)), ("b", square(1000, 0))])

    def save(self, qtbot, path: Path | str) -> None:
        assert self.project.write(str(path))
        qtbot.wait(50)

    @property
    def file(self) -> Path:
        return file_of(self.areas.layer)

    def close(self) -> None:
        self.areas.disconnect_project()
        self.session.disconnect_project()


@pytest.fixture
def rig(qgis_new_project, schiedam_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "wastebasket"))
    QgsSettings().clear()
    QgsProject.instance().clear()
    made = Rig(tmp_path, schiedam_folder)
    yield made
    made.close()
    QgsProject.instance().clear()


def inside(path: Path) -> str:
    """The text of a project file."""
    with zipfile.ZipFile(path) as archive:
        return next(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))


def names(path: Path) -> list[str]:
    layer = QgsVectorLayer(f"{path}|layername=projectgebieden", "", "ogr")
    assert layer.isValid()
    return [feature["name"] for feature in layer.getFeatures()]


def files(folder: Path) -> list[str]:
    """GeoPackages in a folder, and nothing beside them that was left behind."""
    if not folder.is_dir():
        return []
    found = sorted(path.name for path in folder.iterdir() if path.is_file())
    assert not [name for name in found if "~" in name], "half-written"
    return [name for name in found if name.endswith(".gpkg")]


# Saving


def test_the_first_save_brings_the_areas_beside_the_project(qtbot, rig, tmp_path):
    rig.session.open_pack(rig.pack)
    rig.draw_two()
    assert rig.file.parent == rig.data and len(files(rig.data)) == 1
    home = tmp_path / "project é & co"
    home.mkdir()
    current, figures = rig.areas.current, rig.areas.figures().total
    rig.save(qtbot, home / "plan.qgz")
    assert rig.file == home / "plan_projectgebieden.gpkg" and names(rig.file) == ["a", "b"]
    assert files(rig.data) == [] and not list(rig.data.glob("*.lock")), "nothing is left there"
    assert str(rig.data) not in inside(home / "plan.qgz") and "./plan_projectgebieden.gpkg" in inside(home / "plan.qgz")
    assert not rig.project.isDirty() and rig.areas.current == current and rig.areas.figures().total == figures
    assert rig.areas.layer.labelsEnabled() and owned(rig.project, AREAS_ROLE)
    assert rig.said.problems == rig.said.warnings == []
    rig.areas.add([("c", square(2000, 0))])
    assert names(home / "plan_projectgebieden.gpkg") == ["a", "b", "c"]


def test_drawing_goes_on_after_the_first_save(qtbot, rig, tmp_path):
    rig.draw_two()
    rig.areas.draw()
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert rig.areas.layer.isEditable()
    draw(rig.areas, square(2000, 0))
    qtbot.waitUntil(lambda: names(tmp_path / "plan_projectgebieden.gpkg") == ["a", "b", "Area 1"])
    rig.areas.layer.undoStack().undo()
    qtbot.waitUntil(lambda: names(tmp_path / "plan_projectgebieden.gpkg") == ["a", "b"])


def test_the_folder_mailed_to_somebody_else(qtbot, rig, tmp_path, schiedam_folder):
    home = tmp_path / "home"
    home.mkdir()
    rig.draw_two()
    rig.save(qtbot, home / "plan.qgz")
    rig.project.clear()
    shutil.move(home, tmp_path / "elsewhere")
    shutil.rmtree(rig.data, ignore_errors=True)
    assert rig.project.read(str(tmp_path / "elsewhere" / "plan.qgz"))
    assert list(rig.areas.names().values()) == ["a", "b"]
    assert rig.file == tmp_path / "elsewhere" / "plan_projectgebieden.gpkg"


def test_save_as_makes_its_own_copy(qtbot, rig, tmp_path):
    rig.draw_two()
    rig.save(qtbot, tmp_path / "one.qgz")
    (tmp_path / "sub").mkdir()
    rig.save(qtbot, tmp_path / "sub" / "two.qgz")
    assert rig.file == tmp_path / "sub" / "two_projectgebieden.gpkg"
    rig.areas.add([("c", square(2000, 0))])
    assert names(tmp_path / "one_projectgebieden.gpkg") == ["a", "b"] and names(rig.file) == ["a", "b", "c"]
    rig.save(qtbot, tmp_path / "sub" / "three.qgz")
    assert rig.file.name == "three_projectgebieden.gpkg" and names(rig.file) == ["a", "b", "c"]
    rig.save(qtbot, tmp_path / "sub" / "three.qgz")
    assert files(tmp_path / "sub") == ["three_projectgebieden.gpkg", "two_projectgebieden.gpkg"], (
        "saved, no more copies"
    )
    rig.project.read(str(tmp_path / "one.qgz"))
    assert list(rig.areas.names().values()) == ["a", "b"] and rig.file == tmp_path / "one_projectgebieden.gpkg"


@pytest.mark.parametrize("kind", ["files", "in a GeoPackage"])
def test_two_projects_whose_files_begin_alike(qtbot, rig, waits, tmp_path, kind):
    """plan.qgz saved as plan.qgs, "plan a" as "plan_a": each has its areas, and none is offered those of the other."""
    one, other = tmp_path / "plan.qgz", tmp_path / "plan.qgs"
    if kind == "in a GeoPackage":
        shutil.copy(rig.pack / "areas.gpkg", tmp_path / "store.gpkg")
        one, other = (f"geopackage:{tmp_path}/store.gpkg?projectName=plan{between}a" for between in ("%20", "_"))
    rig.draw_two()
    rig.save(qtbot, one)
    first = rig.file
    rig.save(qtbot, one)
    assert rig.file == first, "saved again under its own name"
    rig.save(qtbot, other)
    assert rig.file != first and rig.file.parent == first.parent
    second = rig.file
    rig.areas.add([("c", square(2000, 0))])
    rig.save(qtbot, other)
    assert rig.file == second and names(first) == ["a", "b"] and names(second) == ["a", "b", "c"]
    assert looked(qtbot, waits) == []
    rig.project.read(str(one))
    assert rig.file == first and list(rig.areas.names().values()) == ["a", "b"] and looked(qtbot, waits) == []
    rig.project.read(str(other))
    assert rig.file == second and looked(qtbot, waits) == [] and not rig.said.problems
    if kind == "files":
        one.unlink()
        assert [file.path for file in looked(qtbot, waits)] == [first], "nobody knows them any more"


def test_save_as_over_another_project_overwrites_no_areas(qtbot, rig, tmp_path):
    rig.draw_two()
    rig.save(qtbot, tmp_path / "old.qgz")
    rig.project.clear()
    rig.areas.add([("new", square(0, 0))])
    rig.save(qtbot, tmp_path / "old.qgz")
    assert names(tmp_path / "old_projectgebieden.gpkg") == ["a", "b"]
    assert rig.file == tmp_path / "old_projectgebieden-2.gpkg" and names(rig.file) == ["new"]


def test_a_project_file_copied_by_hand_gets_areas_of_its_own(qtbot, rig, tmp_path):
    """In one folder both name one file; the copy makes its own as soon as it is saved."""
    rig.draw_two()
    rig.save(qtbot, tmp_path / "plan.qgz")
    shutil.copy(tmp_path / "plan.qgz", tmp_path / "plan kopie.qgz")
    rig.project.read(str(tmp_path / "plan kopie.qgz"))
    rig.save(qtbot, tmp_path / "plan kopie.qgz")
    assert rig.file == tmp_path / "plan kopie_projectgebieden.gpkg"
    rig.areas.delete_current()
    assert names(tmp_path / "plan_projectgebieden.gpkg") == ["a", "b"]


def test_a_project_file_renamed_by_hand_keeps_its_areas(qtbot, rig, tmp_path):
    rig.draw_two()
    rig.save(qtbot, tmp_path / "plan.qgz")
    rig.project.clear()
    (tmp_path / "plan.qgz").rename(tmp_path / "anders.qgz")
    rig.project.read(str(tmp_path / "anders.qgz"))
    rig.save(qtbot, tmp_path / "anders.qgz")
    assert rig.file == tmp_path / "plan_projectgebieden.gpkg" and names(rig.file) == ["a", "b"]
    assert files(tmp_path) == ["plan_projectgebieden.gpkg"]


def test_a_project_of_an_earlier_version(qtbot, rig, tmp_path):
    """Saved while its areas lay in the data folder, and perhaps copied: it gets its own, the others keep theirs."""
    rig.draw_two()
    shared = rig.file
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "planned", lambda *_: [])
        rig.save(qtbot, tmp_path / "plan.qgz")
    assert rig.file == shared
    shutil.copy(tmp_path / "plan.qgz", tmp_path / "kopie.qgz")
    rig.project.read(str(tmp_path / "plan.qgz"))
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert rig.file == tmp_path / "plan_projectgebieden.gpkg" and names(rig.file) == ["a", "b"]
    assert shared.exists(), "another project may know it"
    assert rig.areas.keeping.waiting() == [], "and it isn't offered as lost"
    rig.project.read(str(tmp_path / "kopie.qgz"))
    assert list(rig.areas.names().values()) == ["a", "b"]


def test_a_full_disk_loses_nothing(qtbot, rig, tmp_path):
    rig.draw_two()
    before = rig.file
    with full_disk(110_000):
        rig.save(qtbot, tmp_path / "plan.qgs")
    assert len(rig.said.problems) == 1 and "plan_projectgebieden.gpkg" in rig.said.problems[0]
    assert rig.file == before and names(before) == ["a", "b"] and files(tmp_path) == []
    rig.project.read(str(tmp_path / "plan.qgs"))
    assert list(rig.areas.names().values()) == ["a", "b"], "the project knows where they are"
    assert rig.areas.keeping.waiting() == []
    rig.save(qtbot, tmp_path / "plan.qgs")
    assert rig.file == tmp_path / "plan_projectgebieden.gpkg" and names(rig.file) == ["a", "b"]


def test_a_project_that_couldnt_be_written_leaves_all_as_it_was(qtbot, rig, tmp_path, monkeypatch):
    """QGIS packs a .qgz last: when that fails there is no project, and so there may be no moved areas."""
    rig.draw_two()
    before = rig.file
    (tmp_path / "taken.qgz").mkdir()
    assert not rig.project.write(str(tmp_path / "taken.qgz"))
    qtbot.wait(50)
    assert rig.file == before and names(before) == ["a", "b"] and files(tmp_path) == []
    rig.areas.add([("c", square(2000, 0))])
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert names(rig.file) == ["a", "b", "c"] and files(rig.data) == []


def test_a_copy_that_isnt_whole_isnt_believed(qtbot, rig, tmp_path, monkeypatch):
    """A disk that says it wrote what it didn't."""
    rig.draw_two()
    before = rig.file
    monkeypatch.setattr(area_file, "_same_rows", lambda _source, _copy: False)
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert rig.said.problems == ["plan_projectgebieden.gpkg is incomplete; is the disk full? Nothing was left behind."]
    assert rig.file == before and files(tmp_path) == []


def test_copies_are_compared_row_by_row(rig, tmp_path):
    rig.draw_two()
    copy_whole(rig.file, tmp_path / "copy.gpkg")
    source, copy = (sqlite3.connect(path) for path in (rig.file, tmp_path / "copy.gpkg"))
    for trigger in [row[0] for row in copy.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
        copy.execute(f'DROP TRIGGER "{trigger}"')
    assert area_file._same_rows(source, copy)
    copy.execute("UPDATE projectgebieden SET position = 9 WHERE name = 'b'")
    assert not area_file._same_rows(source, copy)
    copy.execute("UPDATE projectgebieden SET position = 2 WHERE name = 'b'")
    assert area_file._same_rows(source, copy)
    copy.execute("DELETE FROM projectgebieden WHERE name = 'b'")
    assert not area_file._same_rows(source, copy)
    source.close()
    copy.close()
    with pytest.raises(WriteError, match=r"other\.gpkg can't be written"):
        copy_whole(tmp_path / "nothing.gpkg", tmp_path / "other.gpkg")
    assert files(tmp_path) == ["copy.gpkg"]


def test_what_was_just_drawn_is_in_the_copy(qtbot, rig, tmp_path):
    """Also what QGIS has only in the journal beside the file so far."""
    rig.draw_two()
    rig.areas.draw()
    draw(rig.areas, square(3000, 0))
    qtbot.waitUntil(lambda: len(rig.areas.names()) == 3 and not rig.areas.layer.isModified())
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert names(tmp_path / "plan_projectgebieden.gpkg") == ["a", "b", "Area 1"]


# Folders that can't be written, databases


def test_areas_that_a_project_never_got_to_know(qtbot, rig, tmp_path):
    """QGIS died after the first area of a saved project, before that was saved again."""
    home, after = tmp_path / "a", tmp_path / "b [1]"
    home.mkdir()
    rig.save(qtbot, home / "plan.qgz")
    rig.draw_two()
    assert rig.file == home / "plan_projectgebieden.gpkg" and rig.areas.keeping.waiting() == []
    shutil.copytree(home, after)
    shutil.copy(after / "plan_projectgebieden.gpkg", after / "plan_oud_projectgebieden.gpkg")
    rig.project.setDirty(False)
    rig.project.read(str(after / "plan.qgz"))
    assert not rig.areas.names()
    offered = rig.areas.keeping.waiting()
    assert [(one.path, one.number) for one in offered] == [(after / "plan_projectgebieden.gpkg", 2)]
    rig.areas.take_file(rig.areas.keeping.reopened(offered[0]))
    assert list(rig.areas.names().values()) == ["a", "b"] and rig.areas.keeping.waiting() == []
    rig.project.clear()
    assert rig.areas.keeping.waiting() == [], "of another project, that is"


def test_a_read_only_folder(qtbot, rig, tmp_path, monkeypatch):
    """The project may be saved there, but no file can be put beside it."""
    home = tmp_path / "read-only"
    home.mkdir()
    monkeypatch.setattr(homes, "can_write_in", lambda folder: folder != home)
    rig.project.write(str(home / "plan.qgz"))
    rig.draw_two()
    assert rig.file == rig.data / "plan_projectgebieden.gpkg"
    said = f"The folder of the project can't be written. Its areas are stored in {rig.file}."
    assert rig.said.warnings == [said] and rig.said.problems == []
    rig.save(qtbot, home / "plan.qgz")
    assert rig.said.warnings == [said], "once"
    assert claimed_by(rig.file) == str(home / "plan.qgz") and rig.areas.keeping.waiting() == []
    rig.project.read(str(home / "plan.qgz"))
    assert list(rig.areas.names().values()) == ["a", "b"]
    monkeypatch.undo()
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(rig.data))
    rig.save(qtbot, home / "plan.qgz")
    assert rig.file == home / "plan_projectgebieden.gpkg" and names(rig.file) == ["a", "b"], "it can be written again"


def test_first_save_into_a_read_only_folder(qtbot, rig, tmp_path, monkeypatch):
    rig.draw_two()
    monkeypatch.setattr(homes, "can_write_in", lambda _folder: False)
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert rig.file.parent == rig.data and len(rig.said.warnings) == 1 and str(rig.file) in rig.said.warnings[0]
    assert rig.areas.keeping.waiting() == []


def test_a_folder_is_tried_not_asked(tmp_path):
    assert homes.can_write_in(tmp_path) and list(tmp_path.iterdir()) == []
    assert not homes.can_write_in(tmp_path / "nothing")


def test_a_project_in_a_geopackage(qtbot, rig, tmp_path):
    """Its areas lie beside the GeoPackage, under the names of both, and come back from there."""
    shutil.copy(rig.pack / "areas.gpkg", tmp_path / "store.gpkg")
    address = f"geopackage:{tmp_path}/store.gpkg?projectName=plan%20zuid"
    rig.draw_two()
    rig.save(qtbot, address)
    assert rig.file == tmp_path / "store_plan_zuid_projectgebieden.gpkg" and names(rig.file) == ["a", "b"]
    assert files(rig.data) == [] and rig.said.warnings == []
    rig.project.clear()
    assert rig.areas.names() == {}
    rig.project.read(address)
    assert list(rig.areas.names().values()) == ["a", "b"]


def test_a_project_in_a_database(qtbot, rig, tmp_path, monkeypatch):
    """Nothing can lie beside it: the areas stay in the data folder, which is said, and know where they belong."""
    monkeypatch.setattr(keeping, "home_of", lambda _project: homes.Home(None, "plan"))
    monkeypatch.setattr(keeping, "knows", lambda _project, _name: True)
    rig.draw_two()
    before = rig.file
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert rig.file == before and rig.said.warnings == [
        f"The project is kept in a database. Its areas are stored in {before}."
    ]
    assert claimed_by(before) == str(tmp_path / "plan.qgz") and rig.areas.keeping.waiting() == []


def test_a_project_whose_areas_are_gone(qtbot, rig, tmp_path):
    """Drawing doesn't put another file in the place of what may come back."""
    rig.draw_two()
    rig.save(qtbot, tmp_path / "plan.qgz")
    rig.project.clear()
    away = tmp_path / "away.gpkg"
    (tmp_path / "plan_projectgebieden.gpkg").rename(away)
    rig.project.read(str(tmp_path / "plan.qgz"))
    assert not rig.areas.add([("c", square(0, 0))])
    gone, rest = tmp_path / "plan_projectgebieden.gpkg", "Bring it back, or remove layer Project areas first."
    assert rig.said.problems == [f"The areas of this project can't be opened: {gone} isn't there. {rest}"]
    assert files(tmp_path) == ["away.gpkg"]
    for layer in rig.project.mapLayersByName("Project areas"):
        rig.project.removeMapLayer(layer.id())
    assert rig.areas.add([("c", square(0, 0))])


# Results


def found_layer(rig, title: str) -> QgsVectorLayer:
    fields = QgsFields()
    fields.append(QgsField("name", QMetaType.Type.QString))
    path = found_path(rig.project, rig.data, title)
    write_found(path, fields, [bytes(square(0, 0).asWkb())], {"name": [title]}, QgsLayerMetadata(), silent)
    layer = QgsVectorLayer(f"{path}|layername=gevonden", title, "ogr")
    assert layer.isValid()
    add_to_project(rig.project, layer)
    return layer


def test_results_move_in_with_the_project(qtbot, rig, tmp_path):
    first = found_layer(rig, "Onvoldoende buurt")
    first.setSubsetString("\"name\" <> 'x'")
    twin = first.clone()  # the user's own duplicate shows the same file
    rig.project.addMapLayer(twin)
    assert file_of(first).parent == rig.data / "gevonden"
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert file_of(first) == tmp_path / "plan_Onvoldoende_buurt.gpkg" and file_of(twin) == file_of(first)
    assert first.isValid() and first.subsetString() == "\"name\" <> 'x'" and twin.isValid()
    assert files(rig.data / "gevonden") == [] and str(rig.data) not in inside(tmp_path / "plan.qgz")
    rig.save(qtbot, tmp_path / "plan.qgz")
    (tmp_path / "sub").mkdir()
    second = found_layer(rig, "Stijgers")
    assert file_of(second) == tmp_path / "plan_Stijgers.gpkg"
    rig.save(qtbot, tmp_path / "sub" / "two.qgz")
    assert files(tmp_path / "sub") == ["two_Onvoldoende_buurt.gpkg", "two_Stijgers.gpkg"]
    assert files(tmp_path) == ["plan_Onvoldoende_buurt.gpkg", "plan_Stijgers.gpkg"]
    assert [feature["name"] for feature in second.getFeatures()] == ["Stijgers"]


def test_files_of_the_user_stay_where_they_are(qtbot, rig, tmp_path, schiedam_folder):
    """A layer of the user's own, one of the pack, and a result that was put elsewhere by hand."""
    (tmp_path / "elsewhere").mkdir()
    result = found_layer(rig, "Mijn lijst")
    rig.project.removeMapLayer(result.id())
    moved = shutil.move(rig.data / "gevonden" / "Mijn_lijst.gpkg", tmp_path / "elsewhere" / "lijst.gpkg")
    mine = QgsVectorLayer(f"{moved}|layername=gevonden", "mine", "ogr")
    buurt = QgsVectorLayer(f"{schiedam_folder}/areas.gpkg|layername=buurt", "buurt", "ogr")
    rig.project.addMapLayers([mine, buurt])
    sources = mine.source(), buurt.source()
    rig.save(qtbot, tmp_path / "one.qgz")
    rig.save(qtbot, tmp_path / "two.qgz")
    assert (mine.source(), buurt.source()) == sources and files(tmp_path) == []


# Given back


KILLED = (
    "import os, sys\n"
    "sys.path.insert(0, sys.argv[1])\n"
    "from qgis.core import QgsApplication, QgsGeometry, QgsProject\n"
    "application = QgsApplication([], True)\n"
    "application.initQgis()\n"
    "from leefbaar_plugin.gui.drawing.areas import Areas\n"
    "from leefbaar_plugin.gui.session import Session\n"
    "areas = Areas(Session(QgsProject.instance()), None)\n"
    "square = 'POLYGON(({0} 436000, {0} 437000, 87000 437000, {0} 436000))'\n"
    "named = [(f'area {at}', QgsGeometry.fromWkt(square.format(86000 - at))) for at in range(int(sys.argv[2]))]\n"
    "assert areas.add(named)\n"
    "print('drawn', flush=True)\n"
    "sys.stdin.readline()\n"
    "os.kill(os.getpid(), 9)\n"
)


class OtherQgis:
    """Another QGIS in which areas are drawn in a project that is never saved; it is killed."""

    def __init__(self, number: int) -> None:
        given = [sys.executable, "-c", KILLED, str(ROOT), str(number)]
        self._process = subprocess.Popen(given, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout.readline() == "drawn\n"

    def kill(self) -> None:
        self._process.communicate("\n")
        assert self._process.returncode == -9


@pytest.fixture
def waits(rig, qtbot):
    """What waits, with the list of the start page."""
    background = Background()
    iface = Iface()
    made = Waiting(iface, rig.areas, background, rig.said)
    made.list = WaitingAreas(made)
    qtbot.addWidget(made.list)
    made.window = iface.window
    yield made
    background.cancel_all()


def looked(qtbot, waits) -> list[AreasFile]:
    with qtbot.waitSignal(waits.changed, timeout=5000):
        waits.look()
    return waits.files


def texts(waits) -> list[tuple[str, str]]:
    return [(row.title.text(), row.about.text()) for row in waits.list.rows]


def test_three_killed_sessions_are_offered_until_answered(qtbot, rig, waits, tmp_path):
    other = OtherQgis(3)
    assert looked(qtbot, waits) == [], "that QGIS runs and has them"
    other.kill()
    assert [(file.number, file.project) for file in looked(qtbot, waits)] == [(3, "")]
    for number in (1, 2):
        OtherQgis(number).kill()
    found = looked(qtbot, waits)
    assert sorted(file.number for file in found) == [1, 2, 3]
    assert {file.number: file.names for file in found}[2] == ("area 0", "area 1")
    assert all(abs(datetime.now() - file.changed) < timedelta(minutes=1) for file in found)
    shown = dict(texts(waits))
    assert set(shown) == {"area 0", "2 areas", "3 areas"} and waits.list.isVisibleTo(None)
    assert all(re.fullmatch(r"today \d\d:\d\d · never saved", text) for text in shown.values())
    rig.project.clear()
    assert len(looked(qtbot, waits)) == 3, "asked once isn't answered"
    by_number = {file.number: file for file in waits.files}
    waits.take_back(by_number[3])
    assert list(rig.areas.names().values()) == ["area 0", "area 1", "area 2"]
    assert sorted(file.number for file in looked(qtbot, waits)) == [1, 2]
    waits.take_back(by_number[2])  # the project has areas by now: they are added to them
    assert list(rig.areas.names().values())[3:] == ["area 0 (2)", "area 1 (2)"]
    assert [file.number for file in looked(qtbot, waits)] == [1]
    assert not by_number[2].path.exists(), "all of it is in the project"
    waits.discard(by_number[1])
    box = waits.window.findChild(QMessageBox, "LeefbaarometerWaitingAreas")
    assert box.defaultButton().text() == box.button(QMessageBox.StandardButton.Cancel).text()
    throw = next(button for button in box.buttons() if button.text() == "Throw away")
    throw.click()
    assert looked(qtbot, waits) == [] and not waits.list.isVisibleTo(None)
    rig.save(qtbot, tmp_path / "plan.qgz")
    assert len(names(rig.file)) == 5 and files(rig.data) == [] and not rig.said.problems
    assert not list(rig.data.glob("*.lock"))


def test_a_project_closed_without_saving_is_offered(qtbot, rig, waits):
    rig.draw_two()
    assert looked(qtbot, waits) == [], "it is open here"
    with qtbot.waitSignal(waits.changed, timeout=5000):
        rig.project.clear()
    qtbot.waitUntil(lambda: texts(waits)[:1] != [], timeout=5000)
    assert texts(waits)[0][0] == "2 areas"


def test_areas_of_a_project_that_was_deleted(qtbot, rig, waits, tmp_path, monkeypatch):
    monkeypatch.setattr(homes, "can_write_in", lambda _folder: False)
    home = tmp_path / "home"
    home.mkdir()
    rig.project.write(str(home / "plannen.qgz"))
    rig.areas.add([("Plan Zuidplein", square(0, 0))])
    rig.save(qtbot, home / "plannen.qgz")
    rig.project.clear()
    assert looked(qtbot, waits) == []
    (home / "plannen.qgz").unlink()
    looked(qtbot, waits)
    title, line = texts(waits)[0]
    assert title == "Plan Zuidplein" and re.fullmatch(r"today \d\d:\d\d · from plannen.qgz", line)
    shutil.rmtree(home)
    assert looked(qtbot, waits) == [], "of a drive that isn't there nothing is known"


def test_files_that_hold_nothing_or_cant_be_read(qtbot, rig, waits):
    assert rig.areas.add([("a", square(0, 0))])
    rig.areas.delete_current()
    rig.project.clear()
    assert looked(qtbot, waits) == [], "nothing was lost"
    (rig.data / "projectgebieden_1.gpkg").write_bytes(b"SQLite format 3\0" + b"rubbish" * 100)
    (rig.data / "notes.gpkg").write_text("of the user")
    (file,) = looked(qtbot, waits)
    assert texts(waits)[0][0] == "projectgebieden_1.gpkg" and "can't be read · never saved" in texts(waits)[0][1]
    waits.take_back(file)
    assert len(rig.said.problems) == 1 and "can't be read" in rig.said.problems[0] and rig.areas.layer is None
    assert file.path.exists()
    assert rig.areas.keeping.discard(file) and looked(qtbot, waits) == [] and (rig.data / "notes.gpkg").exists()


DIES_WHILE_IT_WRITES = """
import os, sqlite3, sys
from contextlib import suppress
one = sqlite3.connect(sys.argv[1], isolation_level=None)
one.execute("PRAGMA journal_mode = DELETE")
one.execute("PRAGMA cache_size = 5")
for (trigger,) in one.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    one.execute(f'DROP TRIGGER "{trigger}"')
one.execute("BEGIN")
one.execute("UPDATE projectgebieden SET name = 'half written' || hex(zeroblob(20000))")
os._exit(9)
"""


def test_a_program_that_died_in_the_middle_of_storing(qtbot, rig, waits, tmp_path):
    """The file holds half of it, and a journal beside it what was there: who looks gets the rows of before."""
    rig.draw_two()
    before, left = names(rig.file), tmp_path / "left.gpkg"
    rig.project.clear()
    copy_whole(rig.data / files(rig.data)[0], left)
    whole = left.read_bytes()
    subprocess.run([sys.executable, "-c", DIES_WHILE_IT_WRITES, left], check=False)
    journal = left.with_name("left.gpkg-journal")
    assert journal.read_bytes()[:1] != b"\0" and left.read_bytes() != whole
    path = rig.data / "projectgebieden_left.gpkg"
    shutil.copy(left, path)
    shutil.copy(journal, path.with_name(path.name + "-journal"))
    file = {one.path: one for one in looked(qtbot, waits)}[path]
    assert (file.number, file.names) == (2, tuple(before)) and not path.with_name(path.name + "-journal").exists()
    copy_whole(left, tmp_path / "copy.gpkg")
    assert names(tmp_path / "copy.gpkg") == before
    waits.take_back(file)
    assert list(rig.areas.names().values()) == before and not rig.said.problems


def test_areas_without_outline_arent_thrown_away_with_their_file(qtbot, rig, waits):
    rig.draw_two()
    path = rig.file
    rig.project.clear()
    with sqlite3.connect(path) as other:
        for trigger in [row[0] for row in other.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            other.execute(f'DROP TRIGGER "{trigger}"')
        other.execute("UPDATE projectgebieden SET geom = NULL WHERE name = 'b'")
    other.close()
    rig.areas.add([("mine", square(0, 0))])
    (file,) = looked(qtbot, waits)
    waits.take_back(file)
    assert list(rig.areas.names().values()) == ["mine", "a"] and path.exists()


def test_another_data_folder_is_looked_at_too(qtbot, rig, waits, tmp_path, monkeypatch):
    rig.draw_two()
    first = rig.file
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "other"))
    rig.project.clear()
    assert [file.path for file in looked(qtbot, waits)] == [first]


def test_a_file_that_an_earlier_version_remembered(qtbot, rig, waits, tmp_path):
    rig.draw_two()
    path = Path(shutil.copy(rig.file, tmp_path / "projectgebieden_20250101_120000.gpkg"))
    QgsSettings().setValue("leefbaarometer/unsaved_areas", str(path))
    assert [file.path for file in looked(qtbot, waits)] == [path]


def test_words_of_a_file():
    then = datetime.now() - timedelta(days=1)
    one = AreasFile(Path("/x/projectgebieden_1.gpkg"), 1, ("Plan",), "/y/plan.qgz", then)
    assert (title_of(one), when(one), origin(one)) == ("Plan", f"yesterday {then:%H:%M}", "from plan.qgz")
    many = AreasFile(Path("/x/projectgebieden_1.gpkg"), 1200, ("Plan",), "", then)
    assert (title_of(many), origin(many)) == ("1,200 areas", "never saved")


def test_claims(rig, tmp_path):
    rig.draw_two()
    path = rig.file
    assert claimed_by(path) == "" and claim(path, "/x/plan é.qgz") and claimed_by(path) == "/x/plan é.qgz"
    assert names(path) == ["a", "b"] and count_areas(path) == 2
    assert not claim(tmp_path / "nothing.gpkg", "/x/plan.qgz") and claimed_by(tmp_path / "nothing.gpkg") == ""
    assert waiting([tmp_path / "nothing"]) == []
    assert bringing.knows(rig.project, path.name) is False
