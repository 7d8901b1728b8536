# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's temporal controller in step with the dock, and two linked maps."""

from __future__ import annotations

import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsDateTimeRange,
    QgsInterval,
    QgsProject,
    QgsRectangle,
    QgsTemporalNavigationObject,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from leefbaar_plugin.analysis.derived import CHANGE
from leefbaar_plugin.gui.map.second_map import SecondMap
from leefbaar_plugin.gui.map.year_stepper import YearStepper
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers import time_ranges
from leefbaar_plugin.layers.tree import our_layers

from .conftest import areas_layer

AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"


@pytest.fixture
def session(qgis_new_project, tmp_path, monkeypatch, schiedam_folder):
    """A session with the demonstration pack open."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path))
    session = Session(QgsProject.instance())
    session.open_pack(schiedam_folder)
    yield session
    session.disconnect_project()
    session.project.clear()


@pytest.fixture
def controller(qgis_app):
    return QgsTemporalNavigationObject()


@pytest.fixture
def stepper(session, controller):
    """A stepper, and in `told` whether it went on or off."""
    told = []
    stepper = YearStepper(session, controller, told.append)
    stepper.told = told
    yield stepper
    stepper.disconnect_all()


def years_of(controller):
    return [shown.begin().date().year() for shown in controller.availableTemporalRanges()]


def moment(year, month=1):
    return QDateTime(QDate(year, month, 1), QTime(0, 0), Qt.TimeSpec.UTC)


def test_ranges():
    shown = time_ranges.range_of(2014)
    assert shown.contains(moment(2014)) and shown.contains(moment(2014, 12)) and not shown.contains(moment(2015))
    assert time_ranges.span_of((2014, 2002, 2024)) == QgsDateTimeRange(moment(2002), moment(2025), True, False)
    assert time_ranges.year_of(shown) == 2014
    assert time_ranges.year_of(QgsDateTimeRange(QDateTime(), QDateTime())) is None


def test_a_frame_per_year(session, controller, stepper):
    stepper.start()
    assert stepper.is_on and stepper.told == [True]
    assert controller.navigationMode() == Qgis.TemporalNavigationMode.Animated
    assert years_of(controller) == list(session.pack.years) and controller.totalFrameCount() == 9
    assert controller.currentFrameNumber() == session.pack.years.index(2024)


def test_controller_leads_the_dock(session, controller, stepper):
    stepper.start()
    heard = []
    session.view_changed.connect(lambda: heard.append(session.year))
    for frame, year in enumerate(session.pack.years):
        controller.setCurrentFrameNumber(frame)
        assert session.year == year
        for layer in our_layers(session.project).values():
            properties = layer.temporalProperties()
            assert properties.isActive() and properties.fixedTemporalRange() == time_ranges.range_of(year)
            assert str(year) in layer.name()
    assert heard == list(session.pack.years), "one change per step"
    controller.previous()
    assert session.year == 2022


def test_dock_leads_the_controller(session, controller, stepper):
    stepper.start()
    for year in (2008, 2018, 2002):
        session.set_year(year)
        assert controller.currentFrameNumber() == session.pack.years.index(year)
        assert time_ranges.year_of(controller.dateTimeRangeForFrameNumber(controller.currentFrameNumber())) == year


def test_years_of_the_theme(session, controller, stepper):
    stepper.start()
    session.set_theme("soc")
    assert years_of(controller) == [2014, 2018, 2020, 2022, 2024] and controller.totalFrameCount() == 5
    controller.setCurrentFrameNumber(1)
    assert session.year == 2018
    session.set_kind(CHANGE)
    assert years_of(controller) == [2018, 2020, 2022, 2024] and session.year == 2018
    controller.next()
    assert session.year == 2020


def test_given_back_as_it_was(session, controller, stepper):
    extents = QgsDateTimeRange(moment(2000), moment(2001))
    controller.setTemporalExtents(extents)
    controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.Months))
    controller.setNavigationMode(Qgis.TemporalNavigationMode.FixedRange)
    stepper.start()
    stepper.start()
    stepper.stop()
    assert controller.temporalExtents() == extents and stepper.told == [True, False]
    assert controller.frameDuration() == QgsInterval(1, Qgis.TemporalUnit.Months)
    assert controller.navigationMode() == Qgis.TemporalNavigationMode.FixedRange
    assert not any(layer.temporalProperties().isActive() for layer in our_layers(session.project).values())
    year = session.year
    controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
    controller.setCurrentFrameNumber(3)
    assert session.year == year, "off is off"


def test_turned_off_in_the_panel(session, controller, stepper):
    stepper.start()
    controller.setNavigationMode(Qgis.TemporalNavigationMode.NavigationOff)
    assert not stepper.is_on and stepper.told == [True, False]
    assert not any(layer.temporalProperties().isActive() for layer in our_layers(session.project).values())


def test_other_moments_change_nothing(session, controller, stepper):
    stepper.start()
    controller.updateTemporalRange.emit(QgsDateTimeRange(moment(2003), moment(2004)))
    controller.updateTemporalRange.emit(QgsDateTimeRange(QDateTime(), QDateTime()))
    assert session.year == 2024


def test_closing_the_project_stops(session, controller, stepper):
    stepper.start()
    session.project.clear()
    assert not stepper.is_on


@pytest.fixture
def main(session):
    """A main canvas that shows the project."""
    canvas = QgsMapCanvas()
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    canvas.resize(500, 400)
    canvas.setExtent(QgsRectangle(85_000, 435_000, 90_000, 439_000))
    canvas.setLayers(list(our_layers(session.project).values()))
    yield canvas
    canvas.setLayers([])
    canvas.deleteLater()


@pytest.fixture
def second(session, main, qtbot):
    second = SecondMap(session, main)
    qtbot.addWidget(second)
    second.resize(300, 250)
    second.show()
    yield second
    second.clean_up()


def test_second_map_shows_another_year(session, second):
    assert second.year == 2022
    before = {level: layer.renderer().classAttribute() for level, layer in our_layers(session.project).items()}
    ids = set(session.project.mapLayers())
    second.set_year(2014)
    shown = {layer.name(): layer for layer in second.canvas.layers()}
    grid = next(layer for name, layer in shown.items() if "100 m squares" in name)
    assert "2014" in grid.name() and grid.renderer().classAttribute() == '"class_lbm_2014"'
    assert grid.id() not in ids and set(session.project.mapLayers()) == ids, "the project stays as it is"
    after = {level: layer.renderer().classAttribute() for level, layer in our_layers(session.project).items()}
    assert after == before


def test_second_map_follows_theme_and_view(session, second):
    second.set_year(2014)
    session.set_theme("won")
    assert all("housing stock" in layer.name() and "2014" in layer.name() for layer in second.canvas.layers())
    session.set_kind(CHANGE)
    session.set_since(2014)
    assert second.year == 2018 and "2014–2018" in second.title.text()
    session.set_level("grid")
    assert len(second.canvas.layers()) == 1


def test_second_map_is_linked(main, second):
    main.setCenter(QgsRectangle(86_000, 436_000, 87_000, 437_000).center())
    main.zoomScale(12_000)
    assert second.canvas.center().distance(main.center()) < 1
    assert second.canvas.scale() == pytest.approx(main.scale(), rel=1e-3)
    second.canvas.zoomScale(30_000)
    second.canvas.setCenter(QgsRectangle(87_000, 436_000, 88_000, 437_000).center())
    assert main.center().distance(second.canvas.center()) < 1
    assert main.scale() == pytest.approx(second.canvas.scale(), rel=1e-3)


def test_layers_of_the_user_keep_their_place(session, main, second):
    over, under = areas_layer(AREA), areas_layer(AREA)
    session.project.addMapLayers([over, under], False)
    root = session.project.layerTreeRoot()
    root.insertLayer(0, over)
    root.addLayer(under)
    main.setLayers([over, *our_layers(session.project).values(), under])
    second.follow()
    shown = second.canvas.layers()
    assert shown[0] is over and shown[-1] is under and len(shown) > 2


def test_second_map_goes_with_the_data(session, main, qtbot):
    second = SecondMap(session, main)
    qtbot.addWidget(second)
    second.show()
    with qtbot.waitSignal(second.closed):
        session.project.clear()
    second.clean_up()
    assert not second.canvas.layers()
