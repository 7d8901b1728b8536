# SPDX-License-Identifier: GPL-2.0-or-later
"""A mouse that rests on a square of the emphasised area tells how much of it counts; one that moves costs nothing."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QLocale
from shapely import box, from_wkt

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.square_shares import square_share
from leefbaar_plugin.engine.squares.weights import EQUAL
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.map import square_tips
from leefbaar_plugin.gui.map.square_tips import SquareTips
from leefbaar_plugin.gui.places import PlaceReading
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.words.wording import share_lines

AREA = "POLYGON ((87520 437330, 87960 437020, 88270 437300, 87860 437570, 87520 437330))"


def wkb_of(wkt=AREA):
    return bytes(QgsGeometry.fromWkt(wkt).asWkb())


def squares_at_the_border(pack):
    """Squares with a score that the outline cuts, with the part of each inside, worked out by shapely."""
    area, grid = from_wkt(AREA), pack.grid
    for column, row in zip(grid.column.tolist(), grid.row.tolist(), strict=True):
        square = box(100 * column, 100 * row, 100 * column + 100, 100 * row + 100)
        part = square.intersection(area).area / square.area
        if part > 0:
            yield column, row, part


def test_the_share_is_the_part_inside(schiedam):
    found = list(squares_at_the_border(schiedam))
    assert sum(0 < part < 1 for *_where, part in found) > 5 and any(part == 1 for *_where, part in found)
    measurer = Measurer(schiedam)
    dwellings = measurer.weights.value
    figures = measurer.measure([wkb_of()]).scores
    total = 0.0
    for column, row, part in found:
        got = square_share(measurer, wkb_of(), 100 * column + 50, 100 * row + 50, 2024)
        (at,) = np.flatnonzero((schiedam.grid.column == column) & (schiedam.grid.row == row))
        assert got.share == pytest.approx(part, abs=1e-9) and got.code == f"E{column:04d}N{row:04d}"
        assert got.weight == dwellings[at] and got.box == (100 * column, 100 * row, 100 * column + 100, 100 * row + 100)
        total += got.share * got.weight
    assert total == pytest.approx(float(figures.weight_sum[0, -1]))


def test_what_counts_follows_the_rule(schiedam):
    whole = Measurer(schiedam, Recipe(rule="centre"))
    for column, row, part in squares_at_the_border(schiedam):
        got = square_share(whole, wkb_of(), 100 * column + 1, 100 * row + 1, 2024)
        assert got is None or got.share == 1.0
        assert part > 0.9 or got is None or part > 0.3


@pytest.mark.parametrize("point", [(0.0, 0.0), (86550.0, 436650.0), (1e9, 1e9)])
def test_outside_there_is_nothing(schiedam, point):
    assert square_share(Measurer(schiedam), wkb_of(), *point, 2024) is None


def test_words(schiedam, qgis_app):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    try:
        column, row, part = next(one for one in squares_at_the_border(schiedam) if 0.1 < one[2] < 0.9)
        point = 100 * column + 50, 100 * row + 50
        found = square_share(Measurer(schiedam), wkb_of(), *point, 2024)
        first, second, third = share_lines(found, "Noord", schiedam.model, 2024).replace("\u00a0", " ").split("\n")
        assert first == f"E{column:04d}N{row:04d}: {100 * part:.1f} % of it counts in Noord"
        assert second.startswith(f"{found.weight:,.0f} dwelling") and f"counted: {found.weight * part:,.1f}" in second
        number = found.class_number
        assert third == f"2024: {number} · {schiedam.model.total_classification.name(number, 'en')}"
        alike = square_share(Measurer(schiedam, Recipe(EQUAL)), wkb_of(), *point, 2024)
        assert len(share_lines(alike, "", schiedam.model, 2024).split("\n")) == 2
    finally:
        QLocale.setDefault(before)


# On the map


@pytest.fixture
def tips(qgis_new_project, schiedam_folder, qtbot, monkeypatch):
    """The tips on a map in another coordinate system, with what was told."""
    project = QgsProject.instance()
    session = Session(project)
    session.open_pack(schiedam_folder)
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    canvas.setExtent(QgsRectangle(87400, 436900, 88400, 437650))
    areas = Areas(session, None)
    places = PlaceReading(session, areas, canvas)
    made = SquareTips(session, areas, places, canvas)
    made._waiting.setInterval(20)
    said = []
    monkeypatch.setattr(type(canvas), "underMouse", lambda _self: True, raising=False)
    monkeypatch.setattr(
        square_tips, "QToolTip", type("Tip", (), {"showText": staticmethod(lambda *given: said.append(given))})
    )
    made.said, made.canvas, made.areas, made.places, made.session = said, canvas, areas, places, session
    yield made
    made.close()
    places.end()
    areas.disconnect_project()
    session.disconnect_project()
    project.clear()


def rest(tips, qtbot, x=87750.0, y=437250.0):
    tips.canvas.xyCoordinates.emit(QgsPointXY(x, y))
    qtbot.wait(80)
    return tips.said


def emphasise(tips):
    """An area that is shown."""
    from leefbaar_plugin.analysis.places import SHAPE, Place

    tips.places.show(Place(SHAPE, "", "Noord", "", wkb_of()))


def test_a_resting_mouse_is_told_and_a_moving_one_isnt(tips, qtbot, monkeypatch):
    emphasise(tips)
    asked = []
    ask = tips.square_at
    monkeypatch.setattr(tips, "square_at", lambda *given: (asked.append(1), ask(*given))[1])
    for step in range(50):
        tips.canvas.xyCoordinates.emit(QgsPointXY(87700 + step, 437250))
    assert asked == []
    (told,) = rest(tips, qtbot)
    assert "E0877N4372" in told[1] and "Noord" in told[1] and len(asked) == 1
    assert told[3].width() == pytest.approx(100 / tips.canvas.mapUnitsPerPixel(), abs=2)
    assert told[3].contains(round((87750 - 87400) / tips.canvas.mapUnitsPerPixel()), told[3].center().y())


def test_nothing_is_told_beside_the_area_or_without_one(tips, qtbot):
    assert rest(tips, qtbot) == []
    emphasise(tips)
    assert rest(tips, qtbot, 88390.0, 436910.0) == []
    assert len(rest(tips, qtbot)) == 1


def test_another_coordinate_system(tips, qtbot):
    emphasise(tips)
    tips.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    from qgis.core import QgsCoordinateTransform

    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:28992"), QgsCoordinateReferenceSystem("EPSG:3857"), QgsProject.instance()
    )
    tips.canvas.setExtent(to_map.transformBoundingBox(QgsRectangle(87400, 436900, 88400, 437650)))
    at = to_map.transform(QgsPointXY(87750, 437250))
    (told,) = rest(tips, qtbot, at.x(), at.y())
    assert "E0877N4372" in told[1] and told[3].width() > 10


def test_nothing_is_told_while_an_area_is_drawn(tips, qtbot):
    emphasise(tips)
    tips.areas.set_sketch(QgsGeometry.fromWkt(AREA))
    assert rest(tips, qtbot) == []
    tips.areas.set_sketch(None)
    emphasise(tips)
    assert len(rest(tips, qtbot)) == 1


def test_the_switch_is_remembered_in_the_project(tips, qtbot, schiedam_folder):
    emphasise(tips)
    tips.action.setChecked(False)
    assert rest(tips, qtbot) == []
    tips.action.blockSignals(True)
    tips.action.setChecked(True)
    tips.action.blockSignals(False)
    tips.session.pack_changed.emit()
    assert not tips.action.isChecked()
    tips.action.setChecked(True)
    emphasise(tips)
    assert len(rest(tips, qtbot)) == 1
