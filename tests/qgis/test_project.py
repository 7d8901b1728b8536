# SPDX-License-Identifier: GPL-2.0-or-later
"""A saved project: moved with its data it comes back, and without the plugin its layers and styles still read."""

from __future__ import annotations

import shutil
import zipfile

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer

from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.tree import our_group, our_layers

AREA = "MultiPolygon (((87520 437330, 87960 437020, 88270 437300, 87860 437570, 87520 437330)))"


@pytest.fixture
def saved(qgis_app, schiedam_folder, tmp_path):
    """A project file with the data beside it, an area and a view, closed again."""
    home = tmp_path / "project é"
    shutil.copytree(schiedam_folder, home / "gegevens" / "schiedam")
    project = QgsProject.instance()
    project.clear()
    project.write(str(home / "plan.qgz"))
    session = Session(project)
    areas = Areas(session, None)
    session.open_pack(home / "gegevens" / "schiedam")
    session.set_theme("soc")
    session.set_year(2018)
    areas.add([("Mijn gebied", QgsGeometry.fromWkt(AREA))])
    assert project.write()
    areas.disconnect_project()
    session.disconnect_project()
    project.clear()
    return home / "plan.qgz"


def text_of(path):
    with zipfile.ZipFile(path) as archive:
        return next(archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs"))


def test_no_absolute_path_in_the_project(saved):
    assert str(saved.parent) not in text_of(saved) and "gegevens/schiedam/areas.gpkg" in text_of(saved)


def test_moved_with_its_data_it_comes_back(saved, tmp_path):
    moved = tmp_path / "elsewhere"
    shutil.move(saved.parent, moved)
    project = QgsProject.instance()
    session = Session(project)
    areas = Areas(session, None)
    missing = []
    session.pack_missing.connect(lambda folder, _problem: missing.append(folder))
    project.read(str(moved / saved.name))
    assert missing == [] and session.pack.folder == moved / "gegevens" / "schiedam"
    assert (session.theme.id, session.year) == ("soc", 2018)
    assert list(areas.names().values()) == ["Mijn gebied"] and areas.figures().year == 2018
    assert all(layer.isValid() for layer in project.mapLayers().values())
    areas.disconnect_project()
    session.disconnect_project()
    project.clear()


def test_without_the_plugin_layers_and_styles_read(saved):
    project = QgsProject()  # nobody of ours listens
    assert project.read(str(saved))
    layers = our_layers(project)
    assert {"gemeente", "buurt", "grid"} <= set(layers)
    for level, layer in layers.items():
        assert layer.isValid(), level
        if isinstance(layer, QgsVectorLayer):
            renderer = layer.renderer()
            labels = [item.label() for item in renderer.legendSymbolItems()]
            assert any("6 · amply sufficient" in label for label in labels), (level, labels)
    assert our_group(project) is not None
    own = [layer for layer in project.mapLayers().values() if layer not in layers.values()]
    assert [feature["name"] for layer in own for feature in layer.getFeatures()] == ["Mijn gebied"]
    for name in ("lbm_score(", "lbm_class(", "lbm_share(", "lbm_class_name("):
        assert name not in text_of(saved), "no layer or layout needs a function of the plugin"


def test_without_the_data_it_says_so_once(saved):
    shutil.rmtree(saved.parent / "gegevens")
    project = QgsProject.instance()
    session = Session(project)
    missing = []
    session.pack_missing.connect(lambda folder, _problem: missing.append(folder))
    project.read(str(saved))
    assert len(missing) == 1 and missing[0].endswith("gegevens/schiedam") and session.pack is None
    session.disconnect_project()
    project.clear()
