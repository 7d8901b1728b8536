# SPDX-License-Identifier: GPL-2.0-or-later
"""What a user does with layers, by mouse: style pasted, duplicated, grouped, renamed, unticked; then other years."""

from __future__ import annotations

import time

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop
from tests.desktop.gallery import IN_VIEW

pytestmark = pytest.mark.desktop

LEGEND = "iface.layerTreeView().layerTreeModel().layerLegendNodes"
NODE = "project.layerTreeRoot().findLayer({}.id())"
BUURTEN, SQUARES = f"{steps.OURS}['buurt']", f"{steps.OURS}['grid']"
PLAN = "[l for l in project.mapLayers().values() if l.name() == 'plankaart'][0]"


def row(index: str, dx: str = "60") -> str:
    """Where a row of the layer panel is; `dx` from its left."""
    return (
        f"(r := (v := iface.layerTreeView()).visualRect({index})) and v.viewport().mapToGlobal("
        f"QPoint(r.left() + {dx}, r.center().y()))"
    )


def layer_row(layer: str, dx: str = "60") -> str:
    return row(f"iface.layerTreeView().node2index({NODE.format(layer)})", dx)


def class_row(layer: str, number: int, dx: str) -> str:
    return row(f"iface.layerTreeView().legendNode2index({LEGEND}({NODE.format(layer)})[{number - 1}])", dx)


def look(desktop: Desktop, layer: str) -> list[object]:
    """Name, style, opacity, tick of a layer, and classes that are off."""
    return desktop.eval(
        f"l = {layer}\n"
        "[l.name(), l.renderer().classAttribute() if hasattr(l.renderer(), 'classAttribute') else l.renderer().type(), "
        "round(l.opacity(), 2), project.layerTreeRoot().findLayer(l.id()).itemVisibilityChecked(), "
        "[c.value() for c in l.renderer().categories() if not c.renderState()] "
        "if hasattr(l.renderer(), 'categories') else []]"
    )


def choose(desktop: Desktop, layer: str) -> None:
    """Select a layer in the panel by a click."""
    desktop.eval(f"iface.layerTreeView().scrollTo(iface.layerTreeView().node2index({NODE.format(layer)}))")
    desktop.click(layer_row(layer))
    desktop.wait(f"iface.activeLayer() == {layer}")


def test_layers_of_the_user_and_choices(desktop: Desktop) -> None:
    steps.open_demonstration(desktop)
    steps.close_messages(desktop)
    desktop.set_extent(*IN_VIEW)
    desktop.eval("iface.mainWindow().findChild(QDockWidget, 'Browser').hide()")  # room for the layers
    desktop.eval(
        "l = QgsVectorLayer('MultiPolygon?crs=EPSG:28992&field=name:string', 'plankaart', 'memory')\n"
        "f = QgsFeature(l.fields()); f['name'] = 'plan'\n"
        "wkt = 'MultiPolygon(((86500 436500, 87500 436500, 87500 437500, 86500 436500)))'\n"
        "f.setGeometry(QgsGeometry.fromWkt(wkt))\n"
        "l.dataProvider().addFeatures([f]); l.updateExtents(); project.addMapLayer(l)"
    )
    # our style pasted on a layer of the user's
    choose(desktop, BUURTEN)
    desktop.eval("iface.actionCopyLayerStyle().trigger()")
    choose(desktop, PLAN)
    desktop.eval("iface.actionPasteLayerStyle().trigger()")
    desktop.wait(f"{PLAN}.renderer().type() == 'categorizedSymbol'")
    steps.close_messages(desktop)
    plan = look(desktop, PLAN)
    # our buurten duplicated
    choose(desktop, BUURTEN)
    before = desktop.eval("len(project.mapLayers())")
    desktop.eval("iface.actionDuplicateLayer().trigger()")
    desktop.wait(f"len(project.mapLayers()) == {before + 1}")
    copy = "[l for l in project.mapLayers().values() if l.name().endswith(('copy', 'kopie', 'kopiëren'))][0]"
    kept = look(desktop, copy)
    # opacity, a layer and a class off by their ticks, a name of the user's
    desktop.eval(f"{SQUARES}.setOpacity(0.4); {SQUARES}.triggerRepaint()")
    desktop.eval("[n.setExpanded(False) for n in project.layerTreeRoot().findLayers()]")
    desktop.eval(f"{NODE.format(SQUARES)}.setExpanded(True)")
    desktop.click(class_row(SQUARES, 7, "8"))
    desktop.wait(f"[c.value() for c in {SQUARES}.renderer().categories() if not c.renderState()] == [7]")
    desktop.click(layer_row(BUURTEN, "8"))
    desktop.wait(f"not {NODE.format(BUURTEN)}.itemVisibilityChecked()")
    choose(desktop, SQUARES)
    desktop.key("F2")
    desktop.wait("isinstance(QApplication.focusWidget(), QLineEdit)")
    desktop.key("ctrl+a")
    desktop.type("Mijn vierkanten")
    desktop.key("Return")
    desktop.wait(f"{SQUARES}.name() == 'Mijn vierkanten'")
    # our group into a group of the user's
    desktop.eval("iface.layerTreeView().collapseAll()")
    group = "__import__('leefbaar_plugin.layers.tree', fromlist=['our_group']).our_group(project)"
    desktop.click(row(f"iface.layerTreeView().node2index({group})"))
    desktop.eval("iface.layerTreeView().defaultActions().groupSelected()")
    desktop.wait(f"{group}.parent() != project.layerTreeRoot()")
    desktop.eval("iface.layerTreeView().expandAll()")
    desktop.screenshot("user-layers-before")
    for year, theme in ((2014, "lbm"), (2020, "soc"), (2024, "onv")):
        steps.choose_theme(desktop, theme)
        steps.choose_year(desktop, year)
        desktop.wait(f"plugin.session.year == {year} and plugin.session.theme.id == {theme!r}")
        desktop.settle()
        field = f'"class_{theme}_{year}"'
        assert look(desktop, SQUARES) == ["Mijn vierkanten", field, 0.4, True, [7]]
        assert look(desktop, BUURTEN)[1:] == [field, 1.0, False, []] and str(year) in look(desktop, BUURTEN)[0]
        assert look(desktop, PLAN) == plan and look(desktop, copy) == kept
        assert desktop.eval(f"{group}.parent().parent() == project.layerTreeRoot()")
        desktop.screenshot(f"user-layers-{theme}-{year}")
    time.sleep(0.2)
    assert desktop.eval("len(project.layerTreeRoot().findLayers()) == len(project.mapLayers())")
