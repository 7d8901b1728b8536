# SPDX-License-Identifier: GPL-2.0-or-later
"""A feature that is selected on the map in a layer of ours leads to the card of the place that it is."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsFeature, QgsMapLayer, QgsProject, QgsVectorLayer

from ..layers.project.found_layer import is_result
from ..layers.project.ownership import PACK_ROLE, current_pack, owned
from ..pack.reading.scores import GRID
from .places import PlaceReading

_NAMES = ("name", "code")


class SelectedPlaces:
    """Follows the selection in the map. Several features at once say nothing, and an own area has its own way."""

    def __init__(self, places: PlaceReading, project: QgsProject, canvas: Any) -> None:
        self._places, self._project, self._canvas = places, project, canvas
        canvas.selectionChanged.connect(self._follow)

    def disconnect_canvas(self) -> None:
        """Follow no longer."""
        self._canvas.selectionChanged.disconnect(self._follow)

    def _follow(self, layer: QgsMapLayer) -> None:
        if not isinstance(layer, QgsVectorLayer) or layer.selectedFeatureCount() != 1:
            return
        level = self._level(layer)
        if level is None:
            return
        (feature,) = layer.selectedFeatures()
        shape = feature.geometry()
        if level == GRID:
            middle = shape.centroid().asPoint()
            self._places.read_square(middle.x(), middle.y())
        else:
            self._places.take_row(level, _text(feature, "code"), _name(feature), bytes(shape.asWkb()) or None)

    def _level(self, layer: QgsVectorLayer) -> str | None:
        """Level of a layer of ours, "" for one that holds results, None for another one."""
        for entry, one in owned(self._project, PACK_ROLE, current_pack(self._project)):
            if one.id() == layer.id():
                return entry.level
        return "" if is_result(layer) else None


def _text(feature: QgsFeature, field: str) -> str:
    at = feature.fields().indexOf(field)
    value = feature.attribute(at) if at >= 0 else None
    return value if isinstance(value, str) else ""


def _name(feature: QgsFeature) -> str:
    return next((text for field in _NAMES if (text := _text(feature, field))), str(feature.id()))
