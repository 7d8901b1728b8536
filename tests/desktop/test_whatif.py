# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "What if" by mouse and keyboard, in Dutch at 1366 x 768: sliders, dwellings, own weights, the map, a layer,
and the scenario after the program was killed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely

from tests.builders import square_id, write_vector
from tests.desktop import steps
from tests.desktop.desktop import Desktop
from tests.unit.test_layouts import tables_in

pytestmark = pytest.mark.desktop

AREA = [(86050, 436850), (86600, 436900), (86650, 436300), (86000, 436350)]
OTHER = [(85400, 437000), (85900, 436900), (85800, 436300), (85500, 436200)]
IN_VIEW = (83900, 435700, 87600, 437300)
DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
PAGE = "plugin.dock.tabs.findChild(QWidget, 'LeefbaarometerPage_whatif').page"


def steps_of(desktop: Desktop) -> list[list[object]]:
    """Kind, dimension and amount of the measures of the chosen scenario."""
    return desktop.eval(f"[[s.kind, s.dimension, s.amount] for s in {PAGE}.kept.current.steps]")


def unfold(desktop: Desktop, section: str) -> None:
    desktop.click(f"LeefbaarometerSection_{section}")
    desktop.wait(f"widget('LeefbaarometerSection_{section}').isChecked()")


def test_try_save_kill_and_open(desktop: Desktop, tmp_path: Path) -> None:
    steps.open_demonstration(desktop)
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, OTHER)
    steps.draw_area(desktop, AREA)
    steps.open_page(desktop, "whatif")
    desktop.wait(f"{PAGE}.results.isVisible()")
    assert "Rekenvoorbeeld, geen voorspelling" in desktop.eval(f"{PAGE}.caveat.accessibleName()")

    # a slider by mouse, then a field by keyboard; at once, beside the situation now
    now = desktop.eval(f"{PAGE}.results.base.text()")
    slider = f"{PAGE}.rows['onv'].slider"
    desktop.click(f"(s := {slider}).mapToGlobal(QPoint(s.width() - 4, s.height() // 2))")
    desktop.wait(f"{PAGE}.kept.current is not None")
    desktop.fill(f"{PAGE}.rows['won'].box", "0,05")
    desktop.key("Tab")
    desktop.wait(f"len({PAGE}.kept.current.steps) == 2")
    assert desktop.eval(f"{PAGE}.results.base.text()") == now
    assert desktop.eval(f"{PAGE}.results.difference.text()").startswith("+")
    desktop.screenshot("whatif-sliders")

    # dwellings, in the section that unfolds
    unfold(desktop, "measures")
    desktop.fill("LeefbaarometerMeasureAmount", "250")
    desktop.click("LeefbaarometerMeasureAdd")
    desktop.wait(f"len({PAGE}.kept.current.steps) == 3")
    assert steps_of(desktop)[2][::2] == ["dwellings", 250.0]
    assert "in aantal +250" in desktop.eval(f"{PAGE}.results.flipped.text()")
    desktop.screenshot("whatif-measures")

    # own weights beside the official score
    unfold(desktop, "weights")
    desktop.fill("LeefbaarometerFactor_vrz", "2")
    desktop.key("Tab")
    desktop.wait("'Met uw eigen gewichten' in widget('LeefbaarometerOwnWeights').text()")
    desktop.screenshot("whatif-weights")

    # another scenario that continues this one, and both in the table
    desktop.eval(f"{PAGE}.kept.add(branch=True)")
    unfold(desktop, "beside")
    desktop.wait("widget('LeefbaarometerScenarios').model().rowCount() == 3")
    desktop.screenshot("whatif-beside")

    # on the map and as a layer
    layers = desktop.eval("len(project.mapLayers())")
    desktop.click("LeefbaarometerWhatIfMap")
    desktop.wait(f"len({PAGE}.more._bands._bands) > 0")
    desktop.screenshot("whatif-map")
    assert desktop.eval("len(project.mapLayers())") == layers
    desktop.click("LeefbaarometerWhatIfMap")
    desktop.wait(f"{PAGE}.more._bands._bands == []")
    desktop.click("LeefbaarometerWhatIfLayer")
    desktop.wait(f"len(project.mapLayers()) == {layers + 1}", 30)
    desktop.screenshot("whatif-layer")

    # how sure
    desktop.click("LeefbaarometerHowSure")
    desktop.wait(f"{PAGE}.sureness.tornado.isVisible()", 60)
    desktop.screenshot("whatif-sure")

    # saved, killed, opened
    desktop.key("ctrl+s")
    desktop.file_dialog(tmp_path / "plan.qgz")
    desktop.wait("not project.isDirty() and project.fileName()")
    names = desktop.eval(f"[s.name for s in {PAGE}.kept.book.scenarios]")
    desktop.kill()
    desktop.start(tmp_path / "plan.qgz")
    desktop.wait("plugin.session.pack is not None and len(plugin.areas.names()) == 2", 30)
    steps.open_page(desktop, "whatif")
    desktop.wait(f"{PAGE}.results.isVisible()")
    assert desktop.eval(f"[s.name for s in {PAGE}.kept.book.scenarios]") == names
    assert desktop.eval(f"{PAGE}.results.difference.text()").startswith("+")
    desktop.screenshot("whatif-again")
    assert 0 < desktop.eval("plugin.dock.width()") <= 400


def test_own_dwellings_are_imported_and_weigh(desktop: Desktop, tmp_path: Path) -> None:
    """A file of points with a column of numbers, by the import dialog; then they are the weight of an area."""
    west, south = 86_000, 436_300
    places = [(west + 11 + 20 * x, south + 13 + 20 * y) for x in range(40) for y in range(40)]
    more = [(84_007 + 50 * x, 435_509 + 50 * y) for x in range(90) for y in range(100)]
    features = [({"soort": "flat", "aantal": 3}, f"POINT ({x} {y})") for x, y in places]
    features += [({"soort": "flat", "aantal": 1}, f"POINT ({x} {y})") for x, y in more]
    features += [({"soort": "loods", "aantal": 9}, f"POINT ({x} {y})") for x, y in places]
    points = write_vector(tmp_path / "adressen.gpkg", "adressen", features)
    files = [*DEMO.glob("*.zip"), *DEMO.glob("cbs*.gpkg")]
    steps.choose_files(desktop, files)
    desktop.click("LeefbaarometerOwnDwellings")
    desktop.fill("LeefbaarometerPointsFile", str(points))
    asked = "QApplication.activeModalWidget()"
    desktop.wait(f"{asked}.accept_button.isEnabled()")
    desktop.fill(f"{asked}.filter", "soort = 'flat'")
    desktop.choose(f"{asked}.number", "aantal")
    desktop.screenshot("own-dwellings")
    desktop.click(f"{asked}.accept_button")
    desktop.wait("'adressen.gpkg' in plugin.opening.dialog.preview.text() and plugin.opening.dialog.start.isEnabled()")
    desktop.screenshot("own-dwellings-preview")
    desktop.fill("LeefbaarometerTarget", str(tmp_path / "pakket"))
    desktop.click("LeefbaarometerImportStart")
    steps.close_report(desktop)
    steps.wait_for_map(desktop)
    desktop.eval("QTimer.singleShot(0, plugin.integration.open_options)")
    desktop.wait("widget('LeefbaarometerOption_weight').isVisible()", 20)
    for option, value in (("weight", "points"), ("rule", "inside")):
        box = f"widget('LeefbaarometerOption_{option}')"
        desktop.eval(f"{box}.setCurrentIndex({box}.findData('{value}'))")
    desktop.key("Return")
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, AREA)
    desktop.wait("plugin.areas.figures() is not None and plugin.areas.figures().weight == 'points'")
    polygon = shapely.from_wkt(desktop.eval("plugin.areas.geometry().asWkt(6)"))
    grid = tables_in(DEMO)["grid"]
    scored = set(grid.loc[grid["jaar"] == 2024, "grid_id"])
    inside = [
        attributes["aantal"]
        for attributes, text in features
        if attributes["soort"] == "flat"
        and polygon.contains(point := shapely.from_wkt(text))
        and square_id(int(point.x // 100), int(point.y // 100)) in scored
    ]
    assert desktop.eval("plugin.areas.figures().weight_sum") == pytest.approx(sum(inside))
    desktop.screenshot("own-dwellings-area")
    assert desktop.errors() == []
