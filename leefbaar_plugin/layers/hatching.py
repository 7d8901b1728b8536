# SPDX-License-Identifier: GPL-2.0-or-later
"""Hatching over the raster of squares: those with few dwellings, as a layer of their own near enough to see them."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFillSymbol, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

from ..analysis.derived import SMALL_SQUARES
from ..pack.reading.scores import GRID
from .attributes.forms import leave_to_others
from .choices import HATCHING, Choices
from .project.ownership import HATCH_ROLE, current_pack, owned, record
from .styles import HATCH_SCALE, hatching
from .tree import our_group, our_layers
from .views import few_dwellings

_UNDER = 0.6


def hatch(project: QgsProject, path: Path, below: float) -> QgsVectorLayer | None:
    """Add the hatching of the squares in a file right above the raster; None when it can't be opened."""
    options = QgsVectorLayer.LayerOptions(project.transformContext())
    options.loadDefaultStyle = False
    options.forceReadOnly = True
    layer = QgsVectorLayer(f"{path}|layername={SMALL_SQUARES}", few_dwellings(below), "ogr", options)
    squares = our_layers(project).get(GRID)
    group = our_group(project)
    if not layer.isValid() or squares is None or group is None:
        return None
    symbol = QgsFillSymbol.createSimple({"style": "no", "outline_style": "no"})
    under = hatching(QColor("black"))  # light lines below the dark ones: the class colours aren't known here
    under.subSymbol().setWidth(_UNDER)
    symbol.appendSymbolLayer(under)
    symbol.appendSymbolLayer(hatching(QColor("white")))
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    leave_to_others(layer)
    record(project, layer, HATCH_ROLE, pack=current_pack(project))
    choices = Choices(project)
    chosen = choices.of(HATCHING)
    chosen.renew()
    chosen.set_name(layer, layer.name())
    chosen.set_scales(layer, HATCH_SCALE, 0)
    layer.setOpacity(1.0 if chosen.opacity is None else chosen.opacity)
    project.addMapLayer(layer, False)
    node = group.findLayer(squares.id())
    parent = node.parent() if node is not None else group
    at = parent.children().index(node) if node is not None else 0
    made = parent.insertLayer(at, layer)
    made.setExpanded(False)
    squares_on = node is None or node.itemVisibilityChecked()
    chosen.set_tick(made, squares_on, choices.level)
    choices.keep()
    return layer


def unhatch(project: QgsProject) -> None:
    """Take the hatching of all packs out of the project; fine without."""
    for entry, layer in owned(project, HATCH_ROLE):
        choices = Choices(project, entry.pack)
        chosen = choices.of(HATCHING)
        chosen.note(layer)
        chosen.opacity = layer.opacity()
        node = project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            chosen.note_tick(node, choices.level)
        choices.keep()
        project.removeMapLayer(layer.id())
