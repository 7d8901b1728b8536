# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS map themes, one per theme of the model: named styles on our layers, and a record of what is on."""

from __future__ import annotations

from qgis.core import QgsLayerTree, QgsMapThemeCollection, QgsProject

from ..engine.model import Theme, in_language
from ..pack.pack import Pack
from ..translation import language
from .styles import Palette
from .tree import STYLE_PREFIX, noted, our_layers, shown_levels, style
from .views import View


def map_theme_name(theme: Theme, year: int) -> str:
    """Name of the map theme of a theme in a year."""
    return f"Leefbaarometer – {in_language(theme.name, language())} – {year}"


def make_map_theme(project: QgsProject, pack: Pack, view: View, level: str, palette: Palette) -> str:
    """Make or renew the map theme of a view, with the user's own layers as they are now; returns its name.

    The layers are left showing that view; style them again for what they should show.
    """
    layers, choices = our_layers(project), noted(project)
    shown = shown_levels(layers, pack, view, level)
    record = QgsMapThemeCollection.MapThemeRecord()
    record.setLayerRecords(_others(project, {layer.id() for layer in layers.values()}))
    name = f"{STYLE_PREFIX}{view.theme.id} {view.year}"
    for layer_level, layer in layers.items():
        style(layer, layer_level, pack, palette, view, shown, choices.of(layer_level))
        manager = layer.styleManager()
        if name in manager.styles():
            manager.removeStyle(name)
        manager.addStyleFromLayer(name)
        if layer_level in shown:
            entry = QgsMapThemeCollection.MapThemeLayerRecord(layer)
            entry.currentStyle = name
            entry.usingCurrentStyle = True
            entry.isVisible = True
            record.addLayerRecord(entry)
    choices.keep()
    title = map_theme_name(view.theme, view.year)
    project.mapThemeCollection().insert(title, record)
    return title


def theme_of_style(name: str) -> tuple[str, int] | None:
    """Theme and year of a style of ours by its name; None for another style."""
    parts = name.removeprefix(STYLE_PREFIX).split(" ")
    if not name.startswith(STYLE_PREFIX) or len(parts) != 2 or not parts[1].isdigit():
        return None
    return parts[0], int(parts[1])


def _others(project: QgsProject, ours: set[str]) -> list[QgsMapThemeCollection.MapThemeLayerRecord]:
    """Records of the layers of the user that are on."""
    records = []
    root: QgsLayerTree = project.layerTreeRoot()
    for node in root.findLayers():
        layer = node.layer()
        if layer is None or layer.id() in ours or not node.isVisible():
            continue
        entry = QgsMapThemeCollection.MapThemeLayerRecord(layer)
        entry.isVisible = True
        entry.usingCurrentStyle = True
        entry.currentStyle = layer.styleManager().currentStyle()
        records.append(entry)
    return records
