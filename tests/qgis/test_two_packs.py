# SPDX-License-Identifier: GPL-2.0-or-later
"""Going from one pack to another, and two editions side by side in one project: two groups, one current pack."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QMainWindow, QPushButton
from qgis.PyQt.QtXml import QDomDocument

from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.importing.opening import Opening
from leefbaar_plugin.gui.messages import Messages
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.layers.project.ownership import current_pack, owned
from leefbaar_plugin.layers.project.pack_groups import pack_folders
from leefbaar_plugin.layers.tree import our_group, our_layers
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.demo_edition import release_until

from .conftest import SCHIEDAM

AREA = "MultiPolygon (((87520 437330, 87960 437020, 88270 437300, 87860 437570, 87520 437330)))"


@pytest.fixture(scope="module")
def older(tmp_path_factory):
    """Folder of the demonstration data up to 2022: another edition, without what tells the change."""
    place = release_until(2022, tmp_path_factory.mktemp("edition"))
    geometry = next(SCHIEDAM.glob("geometrie*.zip"))
    return import_edition(inspect([place, geometry]), tmp_path_factory.mktemp("packs") / "older").folder


@pytest.fixture
def place(qgis_app, qtbot, monkeypatch, tmp_path):
    """Session, areas and opening on a window with a canvas, as the plugin puts them together."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data folder"))
    QgsProject.instance().clear()
    window = QMainWindow()
    qtbot.addWidget(window)
    canvas = QgsMapCanvas(window)
    bar = QgsMessageBar(window)
    iface = SimpleNamespace(mainWindow=lambda: window, mapCanvas=lambda: canvas, messageBar=lambda: bar)
    session = Session(QgsProject.instance())
    areas = Areas(session, None)
    background, messages = Background(), Messages(bar)
    opening = Opening(iface, session, areas, background, messages)
    made = SimpleNamespace(
        session=session, areas=areas, opening=opening, bar=bar, canvas=canvas, project=session.project
    )
    yield made
    opening.close_all()
    background.cancel_all()
    areas.disconnect_project()
    session.disconnect_project()
    QgsProject.instance().clear()


def opened(place, qtbot, folder, **choice):
    """Open a pack and wait until it is shown, and QGIS had time to move the map."""
    with qtbot.waitSignal(place.opening.opened, timeout=20_000):
        place.opening.open_pack(folder, **choice)
    qtbot.wait(400)


def groups(project):
    return [group.name() for group in project.layerTreeRoot().findGroups()]


def state(project, key):
    """All that shows of the layers of a pack, by level."""
    told = {}
    for entry, layer in owned(project, "pack", key):
        document = QDomDocument()
        layer.exportNamedStyle(document)
        node = project.layerTreeRoot().findLayer(layer.id())
        told[entry.level] = (
            layer.id(),
            layer.source(),
            layer.name(),
            document.toString(),
            node.itemVisibilityChecked(),
        )
    return told


def test_switching_keeps_theme_year_extent_and_areas(place, qtbot, schiedam_folder, older):
    session = place.session
    opened(place, qtbot, schiedam_folder)
    session.set_theme("soc")
    session.set_year(2018)
    place.areas.add([("Mijn gebied", QgsGeometry.fromWkt(AREA))])
    layer = place.areas.layer
    total = place.areas.figures().year
    place.canvas.setLayers(list(our_layers(place.project).values()))
    place.canvas.setExtent(QgsRectangle(86500, 436500, 88500, 438000))
    extent = place.canvas.extent()
    opened(place, qtbot, older)
    assert session.pack.folder == older and session.pack.years[-1] == 2022
    assert (session.theme.id, session.year) == ("soc", 2018) and total == 2018
    assert place.canvas.extent() == extent
    assert place.areas.layer is layer and list(place.areas.names().values()) == ["Mijn gebied"]
    assert place.areas.figures().year == 2018
    assert groups(place.project) == ["Leefbaarometer 3.0 – 2022 – Schiedam"]


def test_a_year_that_isnt_there_comes_back(place, qtbot, schiedam_folder, older):
    session = place.session
    opened(place, qtbot, schiedam_folder)
    assert session.year == 2024
    session.set_year(2024)
    opened(place, qtbot, older)
    assert session.year == 2022
    opened(place, qtbot, schiedam_folder)
    assert session.year == 2024
    session.set_year(2020)
    opened(place, qtbot, older)
    assert session.year == 2020


def test_two_editions_stand_side_by_side(place, qtbot, schiedam_folder, older):
    """The first is left as it was, whatever is done with the second."""
    session, project = place.session, place.project
    opened(place, qtbot, schiedam_folder)
    first, before = current_pack(project), state(project, current_pack(project))
    opened(place, qtbot, older, beside=True)
    second = current_pack(project)
    assert second != first and len(groups(project)) == 2
    assert groups(project)[0] == "Leefbaarometer 3.0 – 2022 – Schiedam"  # the one that came stands above
    assert pack_folders(project) == {second: older, first: schiedam_folder}
    assert state(project, first) == before and set(before) == {"gemeente", "wijk", "buurt", "grid"} & set(before)
    session.set_theme("onv")
    session.set_year(2014)
    session.set_level("buurt")
    session.set_kind("change")
    assert state(project, first) == before
    names = {layer.name() for layer in our_layers(project).values()}
    assert names and all("2022" in name or "2014" in name for name in names)
    assert {str(layer.source()).split("|")[0].rsplit("/", 1)[0] for layer in our_layers(project).values()} == {
        str(older)
    }


def test_opening_one_that_is_there_makes_it_the_current_one(place, qtbot, schiedam_folder, older):
    session, project = place.session, place.project
    opened(place, qtbot, schiedam_folder)
    first = current_pack(project)
    opened(place, qtbot, older, beside=True)
    second = current_pack(project)
    session.set_year(2014)
    left = state(project, second)
    opened(place, qtbot, schiedam_folder)
    assert current_pack(project) == first and session.pack.folder == schiedam_folder
    assert len(groups(project)) == 2 and len(owned(project, "pack")) == 2 * len(left)
    assert state(project, second) == left
    session.set_theme("vrz")
    assert state(project, second) == left
    assert all("2014" in layer.name() for layer in our_layers(project).values())


def test_a_third_takes_the_place_of_the_current_one_only(place, qtbot, schiedam_folder, older, without_counts):
    project = place.project
    opened(place, qtbot, schiedam_folder)
    first = current_pack(project)
    opened(place, qtbot, older, beside=True)
    second = current_pack(project)
    before = state(project, first)
    opened(place, qtbot, without_counts)
    assert current_pack(project) == second and pack_folders(project) == {second: without_counts, first: schiedam_folder}
    assert state(project, first) == before


def test_what_gave_way_is_offered_back(place, qtbot, schiedam_folder, older):
    project = place.project
    opened(place, qtbot, schiedam_folder)
    opened(place, qtbot, older)
    assert len(groups(project)) == 1
    item = next(item for item in place.bar.items() if "in the place of" in item.text())
    assert item.text().index("2022") < item.text().index("2024")
    with qtbot.waitSignals([place.opening.opened] * 2, timeout=30_000):
        next(one for one in item.findChildren(QPushButton) if one.text() == "Show both").click()
    assert len(groups(project)) == 2 and place.session.pack.folder == older
    assert set(pack_folders(project).values()) == {older, schiedam_folder}
    qtbot.wait(400)
    assert not [item for item in place.bar.items() if "in the place of" in item.text()]


def test_both_come_back_with_the_project_wherever_it_goes(place, qtbot, schiedam_folder, older, tmp_path):
    session, project = place.session, place.project
    home = tmp_path / "project"
    shutil.copytree(schiedam_folder, home / "nieuw")
    shutil.copytree(older, home / "oud")
    opened(place, qtbot, home / "nieuw")
    opened(place, qtbot, home / "oud", beside=True)
    second = current_pack(project)
    (first,) = set(pack_folders(project)) - {second}
    assert project.write(str(home / "plan.qgz"))
    project.clear()
    shutil.move(home, tmp_path / "elders")
    assert project.read(str(tmp_path / "elders" / "plan.qgz"))
    assert pack_folders(project) == {second: tmp_path / "elders" / "oud", first: tmp_path / "elders" / "nieuw"}
    assert session.pack.folder == tmp_path / "elders" / "oud"
    assert all(layer.isValid() for layer in project.mapLayers().values())
    opened(place, qtbot, tmp_path / "elders" / "nieuw")
    assert current_pack(project) == first and len(groups(project)) == 2


def test_a_group_that_was_taken_away_is_no_pack_of_the_project(place, qtbot, schiedam_folder, older):
    project = place.project
    opened(place, qtbot, schiedam_folder)
    opened(place, qtbot, older, beside=True)
    second = current_pack(project)
    root = project.layerTreeRoot()
    other = next(group for group in root.findGroups() if group is not our_group(project))
    ids = [node.layerId() for node in other.findLayers()]
    root.removeChildNode(other)
    project.removeMapLayers(ids)
    assert pack_folders(project) == {second: older}
    opened(place, qtbot, schiedam_folder, beside=True)
    assert len(groups(project)) == 2 and len(pack_folders(project)) == 2


def test_folders_in_a_project_may_be_nonsense(qgis_app):
    project = QgsProject.instance()
    project.clear()
    for text in ("", "[]", '{"a": 5}', '{"a": "/x"}', "{"):
        project.writeEntry("leefbaarometer", "packs", text)
        assert pack_folders(project) == {}
    project.clear()
