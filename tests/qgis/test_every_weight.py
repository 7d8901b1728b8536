# SPDX-License-Identifier: GPL-2.0-or-later
"""Every weight and every rule for the border, through every page and every file: all follow, and nothing fails."""

from __future__ import annotations

import pytest
import shapely
from qgis.core import QgsGeometry
from qgis.PyQt.QtWidgets import QLabel

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.signals.finder import SignalFinder
from leefbaar_plugin.analysis.signals.rule_set import load_rules
from leefbaar_plugin.engine.choices import INSIDE, RULES
from leefbaar_plugin.engine.squares.weights import EQUAL, KINDS, POINTS
from leefbaar_plugin.gui.handover.page import HandoverPage
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.reading.points import PointChoice, add_points
from leefbaar_plugin.words.weights import weight_name
from leefbaar_plugin.words.wording import rule_name
from tests.builders import square_id, write_vector
from tests.unit.test_layouts import tables_in

from .conftest import SCHIEDAM
from .test_handover_page import choose, make
from .test_mangled_projects import Desk, desk  # noqa: F401

AREA = "MultiPolygon (((86050 436850, 86600 436900, 86650 436300, 86000 436350, 86050 436850)))"
OTHER = "MultiPolygon (((85400 437000, 85900 436900, 85800 436300, 85500 436200, 85400 437000)))"
# none of these lies on a border
DENSE = [(86_010 + 20 * x, 436_313 + 20 * y) for x in range(40) for y in range(40)]
WIDE = [(84_020 + 50 * x, 435_513 + 50 * y) for x in range(90) for y in range(100)]


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """Folder of the demonstration pack with own dwellings: three at each of one set of places, one at the others."""
    folder = tmp_path_factory.mktemp("own")
    features = [({"n": 3}, f"POINT ({x} {y})") for x, y in DENSE] + [({"n": 1}, f"POINT ({x} {y})") for x, y in WIDE]
    points = write_vector(folder / "adressen.gpkg", "adressen", features)
    found = inspect([SCHIEDAM])
    add_points(found, points, PointChoice(number="n"))
    return import_edition(found, folder / "pack").folder


def within(wkt: str) -> int:
    """Own dwellings in squares of the release whose point lies in an area, by shapely."""
    grid = tables_in(SCHIEDAM)["grid"]
    squares = set(grid.loc[grid["jaar"] == 2024, "grid_id"])
    area = shapely.from_wkt(wkt)
    return sum(
        n
        for n, places in ((3, DENSE), (1, WIDE))
        for x, y in places
        if square_id(x // 100, y // 100) in squares and area.contains(shapely.Point(x, y))
    )


def opened(desk: Desk, folder, monkeypatch, weight: str, rule: str) -> Desk:  # noqa: F811
    monkeypatch.setenv("LEEFBAAROMETER_WEIGHT", weight)
    monkeypatch.setenv("LEEFBAAROMETER_RULE", rule)
    desk.plugin.session.open_pack(folder)
    desk.plugin.areas.add([("Een", QgsGeometry.fromWkt(OTHER)), ("Twee", QgsGeometry.fromWkt(AREA))])
    desk.rest()
    return desk


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("weight", KINDS)
def test_through_every_page(desk, own, monkeypatch, weight, rule):  # noqa: F811
    plugin = opened(desk, own, monkeypatch, weight, rule).plugin
    figures = plugin.areas.figures()
    assert (figures.weight, figures.rule) == (weight, rule)
    if (weight, rule) == (POINTS, INSIDE):
        assert figures.weight_sum == pytest.approx(within(AREA), abs=1e-6)
    tabs = plugin.dock.tabs
    for page in range(tabs.count()):
        tabs.setCurrentIndex(page)
        desk.rest()
        for theme in ("soc", "lbm"):
            plugin.session.set_theme(theme)
            desk.rest()
    plugin.session.set_year(2014)
    desk.rest()
    told = " ".join(label.text() for label in plugin.dock.findChildren(QLabel))
    assert weight_name(weight) in told and rule_name(rule) in told
    others = [weight_name(kind) for kind in (POINTS, EQUAL) if kind != weight]
    assert [name for name in others if f"weight: {name}" in told or f"weighted by {name}" in told] == []
    assert desk.problems == []


def test_in_every_file(desk, own, monkeypatch, tmp_path, qtbot):  # noqa: F811
    opened(desk, own, monkeypatch, POINTS, INSIDE)
    page = desk.plugin.dock.findChild(HandoverPage)
    page.setParent(None)
    qtbot.addWidget(page)
    page.show()
    page.controls.folder.setText(str(tmp_path / "uit"))
    page.controls.every.click()
    kinds = [kind for kind in page.controls.ticks if kind not in (".zip", ".png")]
    choose(page, *kinds)
    made = make(page, desk)
    assert len(made) == len(kinds), made
    text = (tmp_path / "uit" / "2_areas_2024.html").read_text("utf-8")
    assert weight_name(POINTS) in text.lower() and f"{within(AREA):,}" in text.replace("\u202f", ",")
    assert desk.problems == []


@pytest.mark.parametrize("weight", KINDS)
def test_every_rule(own, weight):
    """All rules on buurten, and why each of these was found or not, in both languages."""
    finder = SignalFinder(Measurer(open_pack(own), Recipe(weight, INSIDE)))
    for rule in load_rules().values():
        found = finder.find(rule, "buurt")
        assert len(found) > 50
        for language in ("nl", "en"):
            assert all(found.why(at, language) for at in range(len(found))) and found.rule_text(language)
            assert found.columns(language)
            assert all(note.text(language) for note in found.notes)
