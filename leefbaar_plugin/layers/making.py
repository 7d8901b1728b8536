# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a pack, made anew and not in any project yet."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QThread

from ..pack.pack import Pack
from ..pack.reading.scores import GRID

AFAR = "grid-afar"
"""The raster of squares that have polygons too, for scales at which those would be slow."""


def make_layers(pack: Pack, thread: QThread | None = None) -> dict[str, QgsMapLayer]:
    """The layers of a pack by level; many times quicker than copies of layers.

    Made in the background they are handed over to `thread`, in which they are to be used. Their forms are described
    there, a level a step.
    """
    layers: dict[str, QgsMapLayer] = {level: _vector(pack.areas_path, level) for level in pack.levels}
    if pack.grid is not None:
        squares = pack.squares_path
        layers[GRID] = _vector(squares, "squares") if squares else QgsRasterLayer(str(pack.raster_path), GRID)
        if squares and pack.needs_raster:
            layers[AFAR] = QgsRasterLayer(str(pack.raster_path), AFAR)
    valid = {level: layer for level, layer in layers.items() if layer.isValid()}
    for layer in valid.values():
        if thread is not None:
            layer.moveToThread(thread)
    return valid


def _vector(path: Path, name: str) -> QgsVectorLayer:
    """A layer of published data: read-only, and styled by us."""
    options = QgsVectorLayer.LayerOptions(QgsProject.instance().transformContext())
    options.loadDefaultStyle = False
    options.forceReadOnly = True
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr", options)
