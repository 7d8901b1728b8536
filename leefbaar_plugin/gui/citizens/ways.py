# SPDX-License-Identifier: GPL-2.0-or-later
"""Ways to an area that begin elsewhere in QGIS: what is selected in a layer, the buurt in the middle of the map."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes

from ...engine.errors import InputError, LeefbaarError
from ...layers.projection import ToRd
from ...layers.tree import our_layers
from ...pack.official import buurt_near
from ...translation import tr
from ..drawing.areas import Areas
from ..messages import Messages
from ..session import Session


class Ways:
    """What buttons and actions ask for."""

    def __init__(self, iface: Any, session: Session, areas: Areas, messages: Messages) -> None:
        self._iface = iface
        self._session = session
        self._areas = areas
        self._messages = messages

    def take_selected(self) -> None:
        """Take the selected polygons of the active layer over as areas; when there are none, help to select some."""
        layer = self._iface.activeLayer()
        if _is_polygons(layer) and layer is not self._areas.layer and not layer.selectedFeatureCount():
            text = tr("No polygon of layer {layer} is selected. Select one or more first.").format(layer=layer.name())
            self._messages.warn(text, tr("Select on the map"), partial(self._select_in, layer.id()))
            return
        buurten = our_layers(self._session.project).get("buurt")
        if buurten is not None and not _is_polygons(layer):
            text = tr("Choose a layer with polygons in the layer panel first.")
            self._messages.warn(text, tr("Select buurten"), partial(self._select_in, buurten.id()))
            return
        self._areas.take_selected(layer)

    def _select_in(self, layer_id: str) -> None:
        layer = self._session.project.mapLayer(layer_id)
        if layer is None:  # gone since the message appeared
            return
        node = self._session.project.layerTreeRoot().findLayer(layer)
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)
        self._iface.setActiveLayer(layer)
        self._iface.actionSelect().trigger()

    def take_buurt(self) -> None:
        """Take the buurt in the middle of the map over as an area."""
        pack = self._session.pack
        if pack is None:
            return
        settings, context = self._iface.mapCanvas().mapSettings(), self._session.project.transformContext()
        centre = QgsGeometry.fromPointXY(settings.visibleExtent().center())
        try:
            middle = ToRd(settings.destinationCrs(), context, "").geometry(centre).asPoint()
            found = buurt_near(pack, middle.x(), middle.y())
        except InputError:  # the map shows another part of the world, or no coordinate system
            found = None
        except LeefbaarError as problem:
            self._messages.error(problem)
            return
        if found is None:
            self._messages.warn(tr("There is no buurt of these data in the middle of the map. Move the map a little."))
            return
        name, outline = found
        geometry = QgsGeometry()
        geometry.fromWkb(outline)
        self._areas.add([(name, geometry)])


def _is_polygons(layer: object) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
