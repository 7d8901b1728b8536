# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:packproject` and what opens it elsewhere: nothing is lacking, nothing is written over or outside."""

from __future__ import annotations

import json
import shutil
import stat
import zipfile
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from qgis.PyQt.QtCore import QMimeData, QUrl
from shapely.geometry import box

from leefbaar_plugin.engine.errors import InputError, LeefbaarError
from leefbaar_plugin.gui.importing.drop_handler import DropHandler
from leefbaar_plugin.layers.making import make_layers
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.report.packing import MARKER
from leefbaar_plugin.report.unpacking import is_packed, unpack_project

from .conftest import Recorder, areas_layer

PLAN = box(86_030, 436_020, 86_610, 436_570)


def written(layer, path: Path, driver: str) -> QgsVectorLayer:
    path.parent.mkdir(parents=True, exist_ok=True)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsProject.instance().transformContext(), options)
    made = QgsVectorLayer(str(path), path.stem, "ogr")
    assert made.isValid()
    return made


@pytest.fixture
def project(schiedam_folder, tmp_path) -> Path:
    """A saved project: a pack elsewhere, areas beside it, a shapefile in a third place, and a layer that is gone."""
    pack = tmp_path / "gegevens é" / "pak"
    shutil.copytree(schiedam_folder, pack)
    home = tmp_path / "mijn werk"
    made = QgsProject()
    for layer in make_layers(open_pack(pack)).values():
        made.addMapLayer(layer)
    made.addMapLayer(written(areas_layer(PLAN.wkt), home / "plan_projectgebieden.gpkg", "GPKG"))
    made.addMapLayer(written(areas_layer(PLAN.wkt, PLAN.wkt), tmp_path / "elders" / "wegen.shp", "ESRI Shapefile"))
    gone = written(areas_layer(PLAN.wkt), tmp_path / "weg.gpkg", "GPKG")
    made.addMapLayer(gone)
    made.setFileName(str(home / "plan.qgz"))
    made.writeEntry("leefbaarometer", "pack", made.writePath(str(pack)))
    made.writeEntry("leefbaarometer", "packs", json.dumps({"abc": made.writePath(str(pack))}))
    assert made.write()
    made.clear()
    (tmp_path / "weg.gpkg").unlink()
    return home / "plan.qgz"


def packed(run, project, tmp_path, **more) -> Path:
    path = tmp_path / "plan_voor_collega.zip"
    run("packproject", PROJECT=project, OUTPUT=path, **more)
    return path


def test_round_trip(run, project, tmp_path):
    """Moved to another place, with all that it came from taken away: every layer is there with its rows."""
    before = QgsProject()
    before.read(str(project))
    counts = {layer.name(): layer.featureCount() for layer in before.mapLayers().values() if layer.isValid()}
    before.clear()
    report = tmp_path / "rapport.pdf"
    report.write_bytes(b"%PDF")
    recorder = Recorder()
    path = tmp_path / "plan.zip"
    made = run("packproject", recorder, PROJECT=project, REPORTS=[str(report)], OUTPUT=path)
    assert [text for text in recorder.warnings if "weg.gpkg" in text] and len(recorder.warnings) == 1
    with zipfile.ZipFile(path) as archive:
        assert archive.namelist()[0] == MARKER and len(archive.namelist()) == made["FILES"] + 1
        assert "plan/rapporten/rapport.pdf" in archive.namelist()
    for name in ("mijn werk", "gegevens é", "elders"):
        shutil.rmtree(tmp_path / name)
    opened = unpack_project(path, tmp_path / "bij de collega")
    assert opened == tmp_path / "bij de collega" / "plan" / "plan.qgz"
    after = QgsProject()
    assert after.read(str(opened))
    layers = list(after.mapLayers().values())
    assert {layer.name(): layer.featureCount() for layer in layers if layer.isValid()} == counts
    assert len(counts) >= 5 and [layer.name() for layer in layers if not layer.isValid()] == ["weg"]
    for layer in layers:
        if layer.isValid():
            assert layer.source().startswith(str(opened.parent)), layer.source()
    folder = Path(after.readPath(after.readEntry("leefbaarometer", "pack", "")[0]))
    assert open_pack(folder).years[-1] == 2024 and folder == opened.parent / "data" / "pak"
    (other,) = json.loads(after.readEntry("leefbaarometer", "packs", "")[0]).values()
    assert after.readPath(other) == str(folder)
    after.clear()


def test_nothing_of_the_receiver_is_written_over(run, project, tmp_path):
    path = packed(run, project, tmp_path)
    first = unpack_project(path, tmp_path / "daar")
    first.write_text("mijn eigen werk")
    second = unpack_project(path, tmp_path / "daar")
    assert second.parent.name == "plan-2" and first.read_text() == "mijn eigen werk"
    assert sorted(one.name for one in (tmp_path / "daar").iterdir()) == ["plan", "plan-2"]


def test_areas_that_are_open_go_along_with_what_was_just_stored(run, project, tmp_path):
    """A row in the journal of the GeoPackage, which QGIS hasn't brought into the file itself yet."""
    import sqlite3
    from contextlib import closing

    areas = project.parent / "plan_projectgebieden.gpkg"
    with closing(sqlite3.connect(areas)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE noot (tekst TEXT)")
        connection.execute("INSERT INTO noot VALUES ('net opgeslagen')")
        connection.commit()
        opened = unpack_project(packed(run, project, tmp_path), tmp_path / "daar")
    with closing(sqlite3.connect(opened.parent / "plan_projectgebieden.gpkg")) as connection:
        assert connection.execute("SELECT tekst FROM noot").fetchall() == [("net opgeslagen",)]
    assert not list(opened.parent.glob("*-wal"))


def spoiled(path: Path, spoil) -> Path:
    """The zip again, its members changed by `spoil` (name, data) -> list of (name or ZipInfo, data)."""
    target = path.with_name("vreemd.zip")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in source.infolist():
            for name, data in spoil(entry.filename, source.read(entry)):
                made.writestr(name, data)
    return target


def link(name: str) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = (stat.S_IFLNK | 0o777) << 16
    return made


def more(name, data=b"x"):
    return lambda one, body: [(one, body)] + ([(name, data)] if one == MARKER else [])


def about(**changes):
    def spoil(name, body):
        return [(name, json.dumps(json.loads(body) | changes) if name == MARKER else body)]

    return spoil


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (more("../buiten.txt"), "outside"),
        (more("plan/../../buiten.txt"), "outside"),
        (more("/etc/buiten.txt"), "outside"),
        (more("C:/buiten.txt"), "outside"),
        (more("plan\\..\\..\\buiten.txt"), "outside"),
        (more("anders/buiten.txt"), "outside"),
        (more("plan/con.txt"), "outside"),
        (more("plan/a:stroom"), "outside"),
        (more("plan/punt."), "outside"),
        (more(link("plan/koppeling"), b"/etc/passwd"), "outside"),
        (more("plan/PLAN.qgz"), "damaged"),
        (more("plan/bom.bin", bytes(300_000_000)), "more than a project needs"),
        (about(format=2), "format 2"),
        (about(program="anders"), "no project that was packed"),
        (about(folder="..", project="plan.qgz"), "damaged"),
        (about(project="../plan.qgz"), "damaged"),
        (about(project="plan.exe"), "damaged"),
        (about(project="ander.qgz"), "damaged"),
        (lambda name, body: [] if name == MARKER else [(name, body)], "no project that was packed"),
        (lambda name, body: [(name, b"[1")] if name == MARKER else [(name, body)], "damaged"),
    ],
)  # fmt: skip
def test_a_hostile_zip_leaves_nothing(run, project, tmp_path, spoil, told):
    path = spoiled(packed(run, project, tmp_path), spoil)
    folder = tmp_path / "daar"
    folder.mkdir()
    with pytest.raises(InputError, match=told) as problem:
        unpack_project(path, folder)
    assert "vreemd.zip" in str(problem.value)
    assert list(folder.iterdir()) == [] and not (tmp_path / "buiten.txt").exists()


@pytest.mark.parametrize("at", [0.2, 0.5, 0.9, 0.999])
def test_a_damaged_zip_leaves_nothing(run, project, tmp_path, at):
    path = packed(run, project, tmp_path)
    body = bytearray(path.read_bytes())
    folder = tmp_path / "daar"
    folder.mkdir()
    cut = tmp_path / "half.zip"
    cut.write_bytes(body[: int(len(body) * at)])
    assert not is_packed(cut)
    with pytest.raises(LeefbaarError, match=r"half\.zip"):
        unpack_project(cut, folder)
    place = int(len(body) * at)
    body[place : place + 40] = bytes(40)
    cut.write_bytes(body)
    with pytest.raises(LeefbaarError, match=r"half\.zip"):
        unpack_project(cut, folder)
    assert list(folder.iterdir()) == []


def test_dropping_it_asks_to_open_it(run, project, tmp_path, qtbot):
    path = packed(run, project, tmp_path)
    handler, asked = DropHandler(), []
    handler.project_dropped.connect(asked.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    handler.handleMimeDataV2(data)
    assert handler.handleFileDrop(str(path)) is True
    qtbot.waitUntil(lambda: asked == [str(path)])
    other = tmp_path / "iets.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("lees.txt", "x")
    assert handler.handleFileDrop(str(other)) is False


@pytest.mark.parametrize("content", [b"", b"geen zip", None])
def test_what_is_no_project_is_refused(run, tmp_path, content):
    path = tmp_path / "kapot.qgz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(QgsProcessingException, match=r"kapot\.qgz"):
        run("packproject", PROJECT=path, OUTPUT=tmp_path / "uit.zip")
    assert not (tmp_path / "uit.zip").exists()


def test_an_unsaved_project_has_to_be_saved(run, tmp_path, qgis_new_project):
    with pytest.raises(QgsProcessingException, match="Save the project first"):
        run("packproject", OUTPUT=tmp_path / "uit.zip")
