# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "What if" by mouse and keyboard, in Dutch at 1366 x 768: sliders, dwellings, own weights, the map, a layer,
and the scenario after the program was killed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop

pytestmark = pytest.mark.desktop

AREA = [(86050, 436850), (86600, 436900), (86650, 436300), (86000, 436350)]
OTHER = [(85400, 437000), (85900, 436900), (85800, 436300), (85500, 436200)]
IN_VIEW = (83900, 435700, 87600, 437300)
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
