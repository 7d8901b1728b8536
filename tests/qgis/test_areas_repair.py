# SPDX-License-Identifier: GPL-2.0-or-later
"""An outline that crosses itself hundreds of times: repaired in the background by the chosen rule, unless cancelled."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from qgis.core import QgsGeometry, QgsProject

from leefbaar_plugin.engine.choices import EVEN_ODD, NON_ZERO
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.layers.areas.area_geometry import buffered, combined, ring
from leefbaar_plugin.pack.outlines import repair

from .test_areas_tools import Iface, square


def scribble(seed: int, corners: int = 120) -> QgsGeometry:
    """A hundred and twenty corners anywhere in the square kilometre at 86000, 436000."""
    points = np.random.default_rng(seed).uniform(0, 1000, (corners, 2)) + np.array([86000.0, 436000.0])
    return QgsGeometry.fromWkt(shapely.Polygon(points).wkt)


def surface(geometry: QgsGeometry, rule: str) -> float:
    """By shapely: of the faces between the lines, those that the rule fills."""
    polygon = shapely.from_wkt(geometry.asWkt())
    if rule == NON_ZERO:
        return shapely.make_valid(polygon, method="structure").area
    lines = shapely.get_coordinates(polygon.exterior)
    noded = shapely.union_all(shapely.linestrings(np.stack([lines[:-1], lines[1:]], axis=1)))
    faces = shapely.get_parts(shapely.polygonize([noded]))
    inside = shapely.get_coordinates(shapely.point_on_surface(faces))
    x0, y0, x1, y1 = (column[:, None] for column in np.hstack([lines[:-1], lines[1:]]).T)
    x, y = inside.T
    right = x < x0 + (y - y0) / np.where(y1 == y0, np.inf, y1 - y0) * (x1 - x0)
    odd = (((y0 <= y) != (y1 <= y)) & right).sum(axis=0) % 2 == 1
    return shapely.area(faces[odd]).sum()


@pytest.fixture
def session(qgis_new_project, schiedam_folder, tmp_path, monkeypatch):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    made = Session(QgsProject.instance())
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()
    QgsProject.instance().clear()


@pytest.fixture
def areas(session):
    made = Areas(session, Iface())
    background = Background()
    made.measuring.background = background
    made.problems = []
    made.failed.connect(made.problems.append)
    made.background = background
    yield made
    made.disconnect_project()
    background.cancel_all()


@pytest.mark.parametrize("rule", [EVEN_ODD, NON_ZERO])
def test_figures_follow_by_the_chosen_rule(qtbot, areas, session, monkeypatch, rule):
    monkeypatch.setenv("LEEFBAAROMETER_FILL_RULE", rule)
    session.settings_changed()
    outline = scribble(1)
    assert areas.add([("scribble", outline)])
    assert areas.is_repairing and areas.figures() is None, "QGIS goes on at once"
    qtbot.waitUntil(lambda: areas.figures() is not None, timeout=20_000)
    assert not areas.is_repairing and areas.repaired and not areas.problems
    assert areas.figures().surface == pytest.approx(surface(outline, rule), rel=1e-9)
    areas.add([("square", square(0, 0))])
    areas.set_current(next(iter(areas.names())))
    assert areas.figures() is not None and not areas.is_repairing, "what was repaired is kept"


def test_another_area_isnt_waited_for(qtbot, areas):
    areas.add([("scribble", scribble(2)), ("square", square(0, 0))])
    first, second = areas.names()
    assert areas.current == second and areas.figures() is not None
    areas.set_current(first)
    assert areas.is_repairing
    areas.set_current(second)
    assert not areas.is_repairing and areas.figures().squares == 84
    qtbot.wait(200)
    assert areas.figures().squares == 84 and not areas.problems


def test_cancelled_it_has_no_figures_until_it_changes(qtbot, areas, session):
    areas.add([("scribble", scribble(3, 300))])
    assert areas.is_repairing
    areas.background.cancel("repair")
    qtbot.waitUntil(lambda: not areas.is_repairing, timeout=20_000)
    assert areas.figures() is None and len(areas.problems) == 1 and "ancelled" in str(areas.problems[0])
    session.settings_changed()
    assert not areas.is_repairing, "it isn't begun again by itself"
    areas.add([("square", square(0, 0))])
    areas.set_current(next(iter(areas.names())))
    assert areas.is_repairing, "but when it is chosen again"


def test_a_sketch_isnt_repaired_while_it_is_drawn(areas, monkeypatch):
    areas.add([("square", square(0, 0))])
    monkeypatch.setattr(repair, "_even_odd", lambda *_: pytest.fail("repaired on the main thread"))
    areas.set_sketch(scribble(4))
    assert not areas.has_sketch and areas.figures().squares == 84


@pytest.mark.parametrize("rule", [EVEN_ODD, NON_ZERO])
def test_areas_made_of_it_follow_the_rule(rule):
    """A pentagram: with a hole in the middle, or without."""
    star = QgsGeometry.fromWkt("POLYGON((0 900, 600 -800, -900 200, 900 200, -600 -800, 0 900))")
    whole = surface(star, rule)
    assert combined([star], fill_rule=rule).geometry.area() == pytest.approx(whole)
    polygon = shapely.make_valid(shapely.from_wkt(star.asWkt()), method="structure" if rule == NON_ZERO else "linework")
    grown = polygon.buffer(100, quad_segs=16)
    assert buffered(star, 100, rule).area() == pytest.approx(grown.area, rel=1e-3)
    assert ring(star, 0, 100, rule).area() == pytest.approx(grown.area - polygon.area, rel=1e-3)
