# SPDX-License-Identifier: GPL-2.0-or-later
"""Whose layer is it? What the user copied, pasted our style on or pointed elsewhere is never touched."""

from __future__ import annotations

import json
import shutil

import pytest
from qgis.core import (
    QgsFeature,
    QgsLayerTreeGroup,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtXml import QDomDocument

from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.areas import project_areas
from leefbaar_plugin.layers.project import ownership
from leefbaar_plugin.layers.project.project_state import SCOPE

from .test_areas_tools import Iface, square


@pytest.fixture
def session(project, schiedam_folder):
    made = Session(project)
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()


@pytest.fixture
def areas(session, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    made = Areas(session, Iface())
    made.problems = []
    made.failed.connect(made.problems.append)
    yield made
    made.disconnect_project()


def own_layer(name, fields="&field=name:string"):
    """A scratch layer of the user with one polygon; its id begins with its name."""
    layer = QgsVectorLayer(f"MultiPolygon?crs=EPSG:28992{fields}", name, "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(square(0, 0))
    feature.setAttribute(0, "plan")
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    QgsProject.instance().addMapLayer(layer)
    return layer


def paste_style(source, target):
    """What Layer > Copy Style and Paste Style do, with all style categories."""
    document = QDomDocument()
    everything = QgsMapLayer.StyleCategory.AllStyleCategories
    source.exportNamedStyle(document, QgsReadWriteContext(), everything)
    done, problem = target.importNamedStyle(document, everything)
    assert done, problem


def look(layer):
    """What of a layer must not change: name, style, source, custom properties."""
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext())
    return layer.name(), layer.source(), document.toString()


def buurten(project):
    return tree.our_layers(project)["buurt"]


# A style that was pasted


@pytest.mark.parametrize("name", ["plankaart", "Bouwplannen"])  # ids decide which comes first
def test_a_pasted_style_makes_no_layer_of_ours(project, session, schiedam_folder, name):
    mine, ours = own_layer(name), buurten(project)
    paste_style(ours, mine)
    before = look(mine)
    session.set_year(2014)
    session.set_theme("soc")
    session.set_level("buurt")
    assert look(mine) == before and "2014" in ours.name() and buurten(project) is ours
    session.open_pack(schiedam_folder)
    tree.remove_pack(project)
    QCoreApplication.processEvents()
    assert look(mine) == before and list(project.mapLayers()) == [mine.id()]


def test_a_style_pasted_on_a_layer_of_ours_keeps_it_ours(project, session):
    ours = buurten(project)
    paste_style(own_layer("plankaart"), ours)
    session.set_year(2014)
    assert buurten(project) is ours and "2014" in ours.name()
    assert ours.renderer().classAttribute() == '"class_lbm_2014"' or not ours.mapTipTemplate()


def test_the_style_of_the_areas_pasted_on_a_geopackage(project, session, areas, tmp_path):
    """The user's own GeoPackage gets no area and no column."""
    areas.add([("a", square(0, 0))])
    path = tmp_path / "aaa_plannen.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "plannen"
    context = project.transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(own_layer("x"), str(path), context, options)
    mine = QgsVectorLayer(f"{path}|layername=plannen", "aaa_plannen", "ogr")
    project.addMapLayer(mine)
    first, fields = areas.layer, mine.fields().names()
    paste_style(first, mine)
    other = own_layer("aaa_later")
    paste_style(first, other)
    areas.restore()
    areas.add([("b", square(200, 0))])
    assert areas.layer is first and list(areas.names().values()) == ["a", "b"] and not areas.problems
    project.removeMapLayer(first.id())
    assert areas.layer is None, "another layer with its marks doesn't take its place"
    areas.add([("c", square(400, 0))])
    again = QgsVectorLayer(f"{path}|layername=plannen", "again", "ogr")
    assert again.fields().names() == fields and again.featureCount() == 1 and other.featureCount() == 1


# A duplicate


def test_a_duplicate_is_the_users(project, session, schiedam_folder):
    original = buurten(project)
    copies = []
    for number in range(4):  # ids decide which one is found first: try more than one
        copy = original.clone()  # what QGIS's Duplicate Layer does
        project.addMapLayer(copy)
        copy.setName(f"Buurten 2024 (keep {number})")
        copies.append(copy)
    before = [look(copy) for copy in copies]
    session.set_theme("soc")
    assert [look(copy) for copy in copies] == before
    assert "social" in original.name()
    session.open_pack(schiedam_folder)
    session.set_year(2014)
    tree.remove_pack(project)
    QCoreApplication.processEvents()
    assert [look(copy) for copy in copies] == before
    assert set(project.mapLayers()) == {copy.id() for copy in copies}


def test_a_duplicate_of_the_areas_is_the_users(project, session, areas):
    areas.add([("a", square(0, 0))])
    first = areas.layer.id()
    for _ in range(4):
        copy = areas.layer.clone()
        copy.setName("copy")
        project.addMapLayer(copy)
    assert areas.layer.id() == first
    areas.restore()
    assert areas.layer.id() == first


def test_a_copy_of_our_group_is_the_users(project, session, schiedam_folder):
    """Copy and paste of a group gives its layers new ids, and the mark of the group."""
    root, ours = project.layerTreeRoot(), tree.our_group(project)
    copied = root.insertGroup(0, ours.name())
    for name in ours.customProperties():
        copied.setCustomProperty(name, ours.customProperty(name))
    copies = [layer.clone() for layer in tree.our_layers(project).values()]
    for copy in copies:
        project.addMapLayer(copy, False)
        copied.addLayer(copy)
    before = [look(copy) for copy in copies]
    session.set_year(2014)
    session.open_pack(schiedam_folder)
    assert tree.our_group(project) == ours
    tree.remove_pack(project)
    QCoreApplication.processEvents()
    assert [look(copy) for copy in copies] == before
    assert [node.layer() for node in copied.findLayers()] == copies and tree.our_group(project) != copied


# Another source


def test_pointed_to_data_of_the_user(project, session, schiedam_folder, tmp_path):
    """Change Data Source… in QGIS makes a layer of ours one of the user's."""
    path = tmp_path / "areas.gpkg"
    shutil.copy(schiedam_folder / "areas.gpkg", path)
    mine = buurten(project)
    mine.setDataSource(f"{path}|layername=buurt", "mijn buurten", "ogr")
    before = look(mine)
    session.set_year(2014)
    assert look(mine) == before and "buurt" not in tree.our_layers(project)
    assert mine.id() not in {layer.id() for _entry, layer in ownership.owned(project)}
    session.open_pack(schiedam_folder)
    assert look(mine) == before and buurten(project) is not mine


def test_repaired_in_qgis_after_a_move_it_is_still_ours(project, session, schiedam_folder, tmp_path):
    other = shutil.copytree(schiedam_folder, tmp_path / "renamed pack")
    ours = buurten(project)
    ours.setDataSource(f"{other}/areas.gpkg|layername=buurt", ours.name(), "ogr")
    assert buurten(project) is ours
    session.open_pack(other)
    assert buurten(project) is ours and tree.our_layers(project)["grid"].source().startswith(str(other))


# In the tree


def names_of(group):
    return [(c.name(), names_of(c)) if isinstance(c, QgsLayerTreeGroup) else c.name() for c in group.children()]


@pytest.mark.parametrize("again", ["opened", "removed"])
def test_our_group_in_a_group_of_the_user(project, session, schiedam_folder, again):
    root = project.layerTreeRoot()
    theirs = root.addGroup("Basis")
    ours = tree.our_group(project)
    theirs.addChildNode(QgsLayerTreeLayer(own_layer("above")))
    moved = ours.clone()
    theirs.addChildNode(moved)
    root.removeChildNode(ours)
    theirs.addChildNode(QgsLayerTreeLayer(own_layer("below")))
    mine = own_layer("plans")
    node = root.findLayer(mine)
    moved.insertLayer(1, mine)
    root.removeChildNode(node)
    moved.setExpanded(False)
    order = [node.layerId() for node in moved.findLayers()]
    if again == "opened":
        session.open_pack(schiedam_folder)
        groups = [group for group in root.findGroups(True) if group.name().startswith("Leefbaarometer")]
        assert len(groups) == 1 and groups[0] == tree.our_group(project), names_of(root)
        assert groups[0].parent().name() == "Basis" and not groups[0].isExpanded()
        assert [node.layerId() for node in groups[0].findLayers()] == order
    else:
        tree.remove_pack(project)
        QCoreApplication.processEvents()
        assert [node.name() for node in root.findGroup("Basis").children()] == ["above", "plans", "below"]
    assert sum(node.layerId() == mine.id() for node in root.findLayers()) == 1, names_of(root)


def test_our_layers_in_groups_of_the_user(project, session, schiedam_folder):
    """All dragged out and our group deleted: they stay where they are and no group comes back."""
    root, ours = project.layerTreeRoot(), tree.our_group(project)
    theirs = root.addGroup("Wonen")
    for node in ours.children():
        theirs.addChildNode(node.clone())
    root.removeChildNode(ours)
    QCoreApplication.processEvents()
    before = [node.layerId() for node in theirs.findLayers()]
    assert len(before) == 4
    session.open_pack(schiedam_folder)
    assert [node.layerId() for node in theirs.findLayers()] == before
    assert [group.name() for group in root.findGroups(True)] == ["Wonen"]
    assert len(root.findLayers()) == 4


# The record


def test_it_comes_back_with_the_project(project, session, areas, schiedam_folder, tmp_path):
    areas.add([("a", square(0, 0))])
    home = tmp_path / "project"
    home.mkdir()
    pack = shutil.copytree(schiedam_folder, home / "pack")
    session.open_pack(pack)
    copy = buurten(project).clone()
    copy.setName("keep")
    project.addMapLayer(copy)
    ids, area, kept = (
        {level: layer.id() for level, layer in tree.our_layers(project).items()},
        areas.layer.id(),
        copy.id(),
    )
    assert project.write(str(home / "plan.qgz"))
    project.clear()
    assert ownership.owned(project) == [] and tree.our_group(project) is None
    shutil.move(home, tmp_path / "moved")
    assert project.read(str(tmp_path / "moved" / "plan.qgz"))
    assert {level: layer.id() for level, layer in tree.our_layers(project).items()} == ids
    assert areas.layer.id() == area
    session.set_year(2014)
    assert project.mapLayer(kept).name() == "keep" and "2014" in tree.our_layers(project)["grid"].name()


def test_a_project_of_the_first_version(project, session, areas, schiedam_folder, tmp_path):
    """It has marks only, and may hold a duplicate: that of our group is ours, the other the user's."""
    areas.add([("a", square(0, 0))])
    ours, area = tree.our_layers(project), areas.layer
    for level, layer in ours.items():
        layer.setCustomProperty(ownership.ROLE_PROPERTY, ownership.PACK_ROLE)
        layer.setCustomProperty(ownership.LEVEL_PROPERTY, level)
    area.setCustomProperty(ownership.ROLE_PROPERTY, ownership.AREAS_ROLE)
    mine = own_layer("aaa")
    paste_style(ours["buurt"], mine)
    copy = ours["buurt"].clone()
    project.addMapLayer(copy)
    copy.setName("keep")
    project.layerTreeRoot().insertLayer(0, copy)
    copied = area.clone()
    project.layerTreeRoot().addLayer(project.addMapLayer(copied, False))
    tree.our_group(project).removeCustomProperty("leefbaarometer/pack")
    project.removeEntry(SCOPE, "layers")
    ids = {level: layer.id() for level, layer in ours.items()}
    kept, area_id = (copy.id(), mine.id()), area.id()
    assert project.write(str(tmp_path / "old.qgz"))
    before = {one: project.mapLayer(one).name() for one in kept}
    project.clear()
    assert project.read(str(tmp_path / "old.qgz"))
    assert {level: layer.id() for level, layer in tree.our_layers(project).items()} == ids
    assert tree.our_group(project) is not None and areas.layer.id() == area_id
    session.set_year(2014)
    session.open_pack(schiedam_folder)
    assert {one: project.mapLayer(one).name() for one in kept} == before


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        "null",
        '{"layers": 3, "current": []}',
        '{"layers": [{"id": 5}, null, "x", {"id": "a", "role": ["pack"]}]}',
        '{"layers": [{"id": "a", "role": "pack", "more": 1}], "current": "b"}',
    ],
)
def test_a_mangled_record(project, session, schiedam_folder, text):
    """Nothing is ours then: what lies there stays, and opening data adds them anew."""
    there = set(project.mapLayers())
    project.writeEntry(SCOPE, "layers", text)
    assert ownership.owned(project) == [] and tree.our_layers(project) == {}
    session.set_year(2014)
    session.open_pack(schiedam_folder)
    assert len(tree.our_layers(project)) == 4 and there < set(project.mapLayers())


def test_the_record_keeps_what_is_there(project, session):
    """Layers that went are forgotten, so that the record doesn't grow."""
    for _ in range(3):
        tree.remove_pack(project)
        session.open_pack(session.pack.folder)
    state = json.loads(project.readEntry(SCOPE, "layers")[0])
    assert {entry["id"] for entry in state["layers"]} == {layer.id() for layer in tree.our_layers(project).values()}
    assert project_areas.find_areas_layer(project) is None
