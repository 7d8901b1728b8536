# SPDX-License-Identifier: GPL-2.0-or-later
"""The search box: names of the open data and of the project's areas, searched in a thread, shown on the map."""

from __future__ import annotations

import socket
import threading

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsGeometry,
    QgsLocator,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt

from leefbaar_plugin.engine.errors import PackError
from leefbaar_plugin.gui.citizens.locator import TAKE_OVER, AreaFilter
from leefbaar_plugin.gui.citizens.names import PREFIX
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.pack.name_search import folded, search
from leefbaar_plugin.pack.official import read_names, read_outlines

from .conftest import official

AREA = "MultiPolygon (((87520 437330, 87960 437020, 88270 437300, 87860 437570, 87520 437330)))"


class Iface:
    def __init__(self):
        self.canvas = QgsMapCanvas()
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
        self.canvas.resize(400, 300)
        self.flashed = []
        self.canvas.flashGeometries = lambda geometries, crs: self.flashed.append((geometries, crs))

    def mapCanvas(self):
        return self.canvas


@pytest.fixture
def place(qgis_app, schiedam_folder, tmp_path, monkeypatch):
    """Session, areas, interface and the filter, in a project with the demonstration data."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    project = QgsProject.instance()
    project.clear()
    session = Session(project)
    areas = Areas(session, None)
    session.open_pack(schiedam_folder)
    made = type("Place", (), {})()
    made.session, made.areas, made.iface, made.failures = session, areas, Iface(), []
    made.filter = AreaFilter(session, areas, made.iface, made.failures.append)
    yield made
    areas.disconnect_project()
    session.disconnect_project()
    project.clear()


def found(place, text, prefix=True, feedback=None, thread=False):
    """Results of a search as QGIS does it: on a clone, prepared here and searched, if asked, in a thread."""
    clone = place.filter.clone()
    context = QgsLocatorContext()
    context.usingPrefix = prefix
    results = []
    clone.resultFetched.connect(lambda one: results.append(QgsLocatorResult(one)), Qt.ConnectionType.DirectConnection)
    clone.prepare(text, context)
    if thread:
        worker = threading.Thread(target=clone.fetchResults, args=(text, context, feedback or QgsFeedback()))
        worker.start()
        worker.join()
    else:
        clone.fetchResults(text, context, feedback or QgsFeedback())
    return results


def names(results):
    """As QGIS lists them: by group, then by name."""
    ordered = sorted(results, key=lambda one: (-one.groupScore, one.group, one.displayString))
    return [result.displayString for result in ordered]


def a_buurt(folder):
    return next(f for f in official(folder).getFeatures() if f["name"] and f.hasGeometry())


def test_every_level_is_found_with_its_gemeente(place, schiedam_folder):
    buurt = a_buurt(schiedam_folder)
    results = found(place, buurt["name"])
    assert names(results)[0] == buurt["name"] or buurt["name"] in names(results)
    one = next(r for r in results if dict(r._userData())["code"] == buurt["code"])
    assert "Schiedam" in one.description and buurt["code"] in one.description
    assert "Schiedam" in names(found(place, "schie"))[:1], "the gemeente before its wijken and buurten"


def test_groups_keep_a_gemeente_before_all_its_buurten(place):
    results = found(place, "schiedam")
    groups = {result.group for result in results}
    in_schiedam = {f"{level} in Schiedam" for level in ("Districts (wijken)", "Neighbourhoods (buurten)")}
    assert groups == {"Municipalities (gemeenten)", *in_schiedam}
    assert names(results)[0] == "Schiedam"


def test_code_case_accents_and_several_words(place, schiedam_folder):
    buurt = a_buurt(schiedam_folder)
    assert [dict(r._userData())["code"] for r in found(place, buurt["code"].lower())] == [buurt["code"]]
    assert folded("  Súdwest-Fryslân  ’t") == "sudwest-fryslan 't"
    assert names(found(place, f"schiedam {buurt['name'].upper()}")) != []
    assert found(place, "bestaat niet") == []


def test_own_areas_come_first(place):
    place.areas.add([("Schiedam, mijn gebied", QgsGeometry.fromWkt(AREA))])
    assert "Schiedam, mijn gebied" in names(found(place, "schiedam"))
    assert names(found(place, "")) == ["Schiedam, mijn gebied"], "with the prefix alone: the project's own"
    one = next(r for r in found(place, "mijn"))
    place.areas.set_current(None)
    place.filter.triggerResult(one)
    assert place.areas.names()[place.areas.current] == "Schiedam, mijn gebied"
    assert place.iface.flashed[0][0][0].equals(QgsGeometry.fromWkt(AREA))


def test_searching_in_a_thread_opens_its_own_connection(place, monkeypatch):
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("network"))
    assert "Schiedam" in names(found(place, "schiedam", thread=True))


def test_locator_of_qgis_finds_by_prefix(place, qtbot):
    locator = QgsLocator()
    locator.registerFilter(place.filter)
    try:
        assert place.filter.activePrefix() == PREFIX
        results = []
        locator.foundResult.connect(lambda one: results.append((one.displayString, one.score, one.filter)))
        with qtbot.waitSignal(locator.finished, timeout=10000):
            locator.fetchResults(f"{PREFIX} schiedam", QgsLocatorContext())
        qtbot.waitUntil(lambda: bool(results), timeout=5000)
        assert "Schiedam" in [name for name, _score, _filter in results]
        assert all(one is place.filter for _name, _score, one in results), "the one that stays, not the clone"
    finally:
        locator.deregisterFilter(place.filter)


def test_going_to_an_area(place, schiedam_folder):
    buurt = a_buurt(schiedam_folder)
    result = found(place, buurt["code"])[0]
    place.filter.triggerResult(result)
    box = buurt.geometry().boundingBox()
    assert place.iface.canvas.extent().contains(box)
    assert place.iface.canvas.extent().width() < 6 * max(box.width(), box.height())
    (geometry,), crs = place.iface.flashed[0]
    assert geometry.equals(buurt.geometry()) and crs.authid() == "EPSG:28992"
    assert place.areas.names() == {}, "looking stores nothing"


def test_taking_over(place, schiedam_folder):
    buurt = a_buurt(schiedam_folder)
    result = found(place, buurt["code"])[0]
    assert [action.id for action in result.actions] == [TAKE_OVER]
    place.filter.triggerResultFromAction(result, TAKE_OVER)
    assert list(place.areas.names().values()) == [buurt["name"]]
    assert place.areas.geometry().equals(buurt.geometry())
    assert place.areas.figures().total is not None


def test_cancelled_search_stops(place):
    feedback = QgsFeedback()
    feedback.cancel()
    assert found(place, "schiedam", feedback=feedback) == []


def test_without_prefix_a_letter_is_too_little(place):
    assert found(place, "s", prefix=False) == [] != found(place, "sc", prefix=False)


def test_no_data_no_results(place):
    place.session.project.clear()
    assert found(place, "schiedam") == []


def test_another_pack_gives_other_names(place, waterweg_folder):
    assert "Vlaardingen" not in names(found(place, "vlaardingen"))
    place.session.open_pack(waterweg_folder)
    assert "Vlaardingen" in names(found(place, "vlaardingen"))


def test_damaged_data_are_said(place, tmp_path, schiedam):
    from dataclasses import replace

    (tmp_path / "areas.gpkg").write_bytes(b"nothing")
    with pytest.raises(PackError, match="is damaged"):
        read_names(replace(schiedam, folder=tmp_path))
    result = found(place, "schiedam")[0]
    place.session.pack = replace(schiedam, folder=tmp_path / "gone")
    place.filter.triggerResult(result)
    assert [type(problem) for problem in place.failures] == [PackError]
    assert "isn't there any more" in str(place.failures[0])


def test_path_that_asks_for_care(schiedam_folder, tmp_path, schiedam):
    import shutil
    from dataclasses import replace

    folder = tmp_path / "é 100% #1 ? &"
    folder.mkdir()
    shutil.copy(schiedam_folder / "areas.gpkg", folder)
    before = sorted(folder.iterdir())
    read = read_names(replace(schiedam, folder=folder))
    assert len(read) > 10 and sorted(folder.iterdir()) == before, "nothing is written beside the data"
    area = next(area for area, _ in search(read, "schiedam"))
    outline = QgsGeometry()
    outline.fromWkb(read_outlines(schiedam, area.level, [area.fid])[0])
    assert QgsRectangle(*schiedam.grid.extent).intersects(outline.boundingBox())
