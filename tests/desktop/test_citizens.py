# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's places in the real QGIS: first area, search box, options, help, labels by expression; with pictures."""

from __future__ import annotations

import time

import pytest

from tests.desktop import steps

pytestmark = pytest.mark.desktop

RESULTS = "next(v for v in QApplication.allWidgets() if v.metaObject().className() == 'QgsLocatorResultsView')"
FREE = ("Ctrl+Shift+K", "Ctrl+Shift+Y", "Ctrl+Shift+X")


@pytest.mark.parametrize(
    ("locale", "size", "dark"), [("nl", (1366, 768), False), ("en", (1920, 1080), False), ("nl", (1366, 768), True)]
)
def test_citizens(desktop_factory, locale, size, dark):
    desktop = desktop_factory(locale=locale, size=size, dark=dark, plugin_zip=steps.PLUGIN_ZIP)
    shot = f"citizens-{locale}-{size[0]}{'-dark' if dark else ''}"
    assert not desktop.eval("iface.mainWindow().findChild(QAction, 'Leefbaarometer_draw_area').isEnabled()")
    began = time.monotonic()
    steps.open_demonstration(desktop)
    assert desktop.eval("iface.mainWindow().findChild(QAction, 'Leefbaarometer_draw_area').isEnabled()")
    desktop.screenshot(f"{shot}-1-first")
    desktop.click("LeefbaarometerFirstBuurt")
    desktop.wait("plugin.areas.figures() is not None and plugin.areas.figures().total is not None")
    assert time.monotonic() - began < 60, "from nothing to a first own area in under a minute"

    # search, go there, take over
    desktop.eval("plugin.integration.search()")
    desktop.type("groen")
    desktop.wait(f"{RESULTS}.model() is not None and {RESULTS}.model().rowCount() > 2")
    desktop.screenshot(f"{shot}-2-search", settle=False)
    before = desktop.eval("canvas.extent().width()")
    desktop.key("Return")
    desktop.wait(f"canvas.extent().width() < {before} / 2")
    assert desktop.eval("len(plugin.areas.names())") == 1, "looking stores nothing"

    desktop.wait("'Groenoord' in widget('LeefbaarometerPlaceName').text()")  # the card of what was found
    desktop.screenshot(f"{shot}-2-card", settle=False)
    desktop.click("LeefbaarometerPlaceBack")
    desktop.wait("plugin.dock.page.names.lineEdit().isVisible()")

    # F1 in the dock, not QGIS's own
    desktop.click("plugin.dock.page.names.lineEdit()")
    desktop.key("F1")
    desktop.wait("plugin.integration._help is not None and plugin.integration._help.isVisible()")
    desktop.screenshot(f"{shot}-3-help", settle=False)
    desktop.eval("plugin.integration.open_help('glossary', 'waterbed')")
    desktop.screenshot(f"{shot}-4-glossary", settle=False)
    desktop.eval("plugin.integration._help.close()")

    # options: another weight is used at once
    desktop.eval("QTimer.singleShot(0, plugin.integration.open_options)")
    desktop.wait("widget('LeefbaarometerOption_weight').isVisible()", 20)
    desktop.screenshot(f"{shot}-5-options", settle=False)
    desktop.eval("widget('LeefbaarometerOption_weight').setCurrentIndex(3)")
    desktop.key("Return")
    desktop.wait("plugin.areas.figures().weight == 'equal'")

    # an expression gives the figure of the dock
    text = (
        "e = QgsExpression('lbm_score(@geometry)')\n"
        "c = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(plugin.areas.layer))\n"
        "c.setFeature(plugin.areas.layer.getFeature(plugin.areas.current))\n"
        "[e.evaluate(c), plugin.areas.figures().total]"
    )
    score, shown = desktop.eval(text)
    assert score == shown

    # shortcuts clash with nothing of QGIS's
    everything = "[QgsGui.shortcutsManager().objectDefaultKeySequence(s) for s in QgsGui.shortcutsManager().listAll()]"
    taken = desktop.eval(everything)
    assert [taken.count(keys) for keys in FREE] == [1, 1, 1]
    visible = desktop.eval("plugin.dock.isVisible()")
    desktop.key("ctrl+shift+k")
    desktop.wait(f"plugin.dock.isVisible() is not {visible}")
    assert steps.tracebacks(desktop) == []
