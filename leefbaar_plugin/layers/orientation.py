# SPDX-License-Identifier: GPL-2.0-or-later
"""Where is this? Borders of buurten over the squares, and names of gemeenten, wijken and buurten by scale, offline."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLayerTreeGroup,
    QgsPalLayerSettings,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..pack.pack import Pack
from ..translation import tr
from .attributes.forms import leave_to_others
from .project.ownership import current_pack, forget, group_of, owned, record
from .project.project_state import read_state, write_state

ORIENTATION_ROLE = "orientation"
_KEY = "orientation"
_LEVELS = {"gemeente": (0, 150_000), "wijk": (150_000, 40_000), "buurt": (40_000, 0)}
"""Scale denominators from which, and up to which, the names of a level are shown; 0 for no limit."""
_BORDERS = {"gemeente", "buurt"}
_LINE, _CASING, _INK = "90,90,90,255", "255,255,255,170", "#3A3A3A"
_SIZES = {"gemeente": 10.0, "wijk": 9.0, "buurt": 8.0}


def is_wanted(project: QgsProject) -> bool:
    """Whether the user wants borders and names; until he says otherwise."""
    return read_state(project, _KEY).get("shown", True) is not False


def want(project: QgsProject, shown: bool) -> None:
    """Remember in the project whether the user wants borders and names."""
    write_state(project, _KEY, {"shown": shown})


def orientation_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """The layers of borders and names of the pack that the panel shows."""
    found = [layer for _entry, layer in owned(project, ORIENTATION_ROLE, current_pack(project))]
    return [layer for layer in found if isinstance(layer, QgsVectorLayer)]


def hide(project: QgsProject) -> None:
    """Take borders and names out of the project, with their group when nothing else is in it."""
    layers = orientation_layers(project)
    root = project.layerTreeRoot()
    nodes = [node for layer in layers if (node := root.findLayer(layer.id())) is not None]
    parents = {id(node.parent()): node.parent() for node in nodes}
    ids = [layer.id() for layer in layers]
    project.removeMapLayers(ids)
    forget(project, ids)
    ours = group_of(project, current_pack(project))
    for parent in parents.values():
        if isinstance(parent, QgsLayerTreeGroup) and parent not in (ours, root) and not parent.children():
            parent.parent().removeChildNode(parent)


def show(project: QgsProject, pack: Pack) -> None:
    """Put borders and names above the layers of a pack, as a group that can be switched off as a whole."""
    hide(project)
    key, levels = current_pack(project), [level for level in _LEVELS if level in pack.levels]
    above = group_of(project, key)
    if above is None or not levels:
        return
    group = above.insertGroup(0, tr("Borders and names"))
    group.setExpanded(False)
    for level in reversed(levels):
        layer = _made(project, pack, level)
        if layer.isValid():
            record(project, layer, ORIENTATION_ROLE, level, key)
            project.addMapLayer(layer, False)
            group.addLayer(layer).setExpanded(False)


def _made(project: QgsProject, pack: Pack, level: str) -> QgsVectorLayer:
    options = QgsVectorLayer.LayerOptions(project.transformContext())
    options.loadDefaultStyle, options.forceReadOnly = False, True
    names = {
        "gemeente": tr("names of gemeenten"),
        "wijk": tr("names of wijken"),
        "buurt": tr("borders and names of buurten"),
    }
    layer = QgsVectorLayer(f"{pack.areas_path}|layername={level}", names[level], "ogr", options)
    layer.setRenderer(_within(*_LEVELS[level], _outline(level in _BORDERS)))
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_label(_SIZES[level])))
    layer.setLabelsEnabled(True)
    leave_to_others(layer)
    return layer


def _within(smallest: int, largest: int, symbol: QgsFillSymbol) -> QgsRuleBasedRenderer:
    """Draws, and lets names be shown, from one scale denominator up to another.

    As a rule, and not as the scales of the layer: while a layer with labels is out of its scales, QGIS places and
    paints the labels of all others anew whenever any layer changes, which takes longer than another theme of squares.
    """
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(symbol, largest, smallest))
    return QgsRuleBasedRenderer(root)


def _outline(drawn: bool) -> QgsFillSymbol:
    """A thin line with a light casing, or nothing at all."""
    if not drawn:
        return QgsFillSymbol.createSimple({"style": "no", "outline_style": "no"})
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": _CASING, "outline_width": "0.7"})
    line = {"style": "no", "outline_color": _LINE, "outline_width": "0.26"}
    symbol.appendSymbolLayer(QgsSimpleFillSymbolLayer.create(line))
    return symbol


def _label(size: float) -> QgsPalLayerSettings:
    letters, halo = QgsTextFormat(), QgsTextBufferSettings()
    letters.setSize(size)
    letters.setColor(QColor(_INK))
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor("white"))
    letters.setBuffer(halo)
    label = QgsPalLayerSettings()
    label.fieldName = "name"
    label.setFormat(letters)
    return label
