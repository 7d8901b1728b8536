# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a report's map where no project gives them: squares by class, borders and names of buurten, areas."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsFillSymbol,
    QgsMapLayer,
    QgsPalLayerSettings,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...layers.making import make_layers
from ...layers.styles import Palette
from ...layers.tree import style
from ...layers.views import View
from ...pack.pack import Pack
from ..handover import HandedArea
from .layout import outline_layer

_BUURT, _GRID = "buurt", "grid"
_LETTERS, _HALO = 7.0, 0.8


def report_layers(
    project: QgsProject, pack: Pack, year: int, palette: Palette, areas: Sequence[HandedArea], smallest: float
) -> list[QgsMapLayer]:
    """Layers for the maps of a report, added to a project of its own; the first is drawn on top."""
    made = make_layers(pack)
    found: list[QgsMapLayer] = [outline_layer(areas)]
    if _BUURT in made:
        _borders(made[_BUURT])
        found.append(made[_BUURT])
    if _GRID in made:
        style(made[_GRID], _GRID, pack, palette, View(pack.model.total, year, smallest_dwellings=smallest), [_GRID])
        found.append(made[_GRID])
    for layer in found:
        project.addMapLayer(layer, False)
    return found


def _borders(layer: QgsMapLayer) -> None:
    """Thin grey borders, and names with a light edge."""
    if not isinstance(layer, QgsVectorLayer):
        return
    line = {"style": "no", "outline_color": "#4d4d4d", "outline_width": "0.2"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(line)))
    text = QgsTextFormat()
    text.setSize(_LETTERS)
    text.setColor(QColor("#333333"))
    edge = text.buffer()
    edge.setEnabled(True)
    edge.setSize(_HALO)
    text.setBuffer(edge)
    labels = QgsPalLayerSettings()
    labels.fieldName = "name"
    labels.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)
