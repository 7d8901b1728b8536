# SPDX-License-Identifier: GPL-2.0-or-later
"""For which areas is handed over: the current one, all, those found, rows of Compare, or a selection."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qgis.core import QgsVectorLayer, QgsWkbTypes

from ...engine.errors import LeefbaarError
from ...layers.projection import ToRd
from ...report.handover import HandedArea
from ...translation import tr
from ..drawing.areas import Areas

CURRENT, EVERY, FOUND, COMPARED, SELECTED = "current", "all", "found", "compared", "selected"
Source = Callable[[], Sequence[HandedArea]]
_NAMES = ("name", "naam", "label", "code")
_MOST = 2_000
"""Features of a selection that are looked at."""


class AreaChoices:
    """What can be chosen now; `others` give areas of other pages by key."""

    def __init__(self, areas: Areas, iface: Any) -> None:
        self._areas, self._iface = areas, iface
        self.others: dict[str, Source] = {SELECTED: self.selected}

    def of(self, key: str) -> list[HandedArea]:
        """The areas of a choice; none when there are none, or they can't be read."""
        if key in self.others:
            return list(self.others[key]())
        shapes, names = self._areas.geometries(), self._areas.names()
        chosen = list(names) if key == EVERY else [self._areas.current]
        return [
            HandedArea(names[fid], bytes(shapes[fid].asWkb()))
            for fid in chosen
            if fid in names and fid in shapes and not shapes[fid].isEmpty()
        ]

    def counts(self) -> Mapping[str, int]:
        """Number of areas of the choices beside the own ones."""
        return {key: len(source()) for key, source in self.others.items()}

    def selected(self) -> list[HandedArea]:
        """The selected polygons of the active layer, in EPSG:28992."""
        layer = self._iface.activeLayer()
        if not isinstance(layer, QgsVectorLayer) or layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
            return []
        if not 0 < layer.selectedFeatureCount() <= _MOST:
            return []
        known = {field.name().casefold(): field.name() for field in layer.fields()}
        named = next((known[name] for name in _NAMES if name in known), "")
        found = []
        try:
            way = ToRd(layer.crs(), layer.transformContext(), layer.name())
            for number, feature in enumerate(layer.selectedFeatures(), start=1):
                geometry = way.geometry(feature.geometry(), feature.id())
                if geometry.isNull() or geometry.isEmpty():
                    continue
                text = str(feature[named]).strip() if named and feature[named] is not None else ""
                name = text if text and text != "NULL" else tr("Area {number}").format(number=number)
                found.append(HandedArea(name, bytes(geometry.asWkb())))
        except LeefbaarError:
            return []
        return found
