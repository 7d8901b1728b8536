# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers and layouts of the project that call our expression functions: shown again when the answers change.

QGIS keeps the image of a layer until something asks for another, and can't know that a function answers otherwise.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Any

from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsLayout,
    QgsLayoutItemMap,
    QgsMapLayer,
    QgsProject,
    QgsReadWriteContext,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtXml import QDomDocument

from ...layers.attributes.figures import given_fields, telling

_CALL = re.compile(r"\blbm_\w+\s*\(")
"""A call of a function of ours; our own layers have fields with such names, class_lbm_2024."""
_TURN = 0.01
"""Seconds of work in one turn of the event loop."""
_WHERE = (
    QgsMapLayer.StyleCategory.Symbology
    | QgsMapLayer.StyleCategory.Labeling
    | QgsMapLayer.StyleCategory.Diagrams
    | QgsMapLayer.StyleCategory.Rendering
)


class Dependants(QObject):
    """`refresh` shows them again, a little at a time; whether a layer calls a function is looked up once per style."""

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._known: dict[str, bool] = {}
        self._drawn: dict[str, bool] = {}
        self._watched: set[str] = set()
        self._steps: Iterator[None] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        project.layersWillBeRemoved.connect(self._forget)

    def close(self) -> None:
        """Stop, and let go of all layers."""
        self._timer.stop()
        self._project.layersWillBeRemoved.disconnect(self._forget)
        self._forget(list(self._watched))
        self.deleteLater()

    def refresh(self) -> None:
        """Begin anew: the answers changed."""
        self._steps = self._work()
        self._timer.start()

    def _turn(self) -> None:
        end = time.perf_counter() + _TURN
        for _ in self._steps:
            if time.perf_counter() > end:
                return
        self._timer.stop()

    def _work(self) -> Iterator[None]:
        calling: set[str] = set()
        for layer_id in list(self._project.mapLayers()):
            layer = self._project.mapLayer(layer_id)  # it may have gone since the last turn
            if isinstance(layer, QgsVectorLayer) and layer.isValid() and self._calls(layer):
                if _computed_fields(layer):
                    with telling(layer):
                        layer.dataChanged.emit()  # attribute tables keep values
                if self._drawn[layer_id]:
                    calling.add(layer_id)
                    layer.triggerRepaint()
            yield
        for layout in self._project.layoutManager().layouts():
            if isinstance(layout, QgsLayout) and (_shows(layout, calling) or _layout_calls(layout)):
                layout.refresh()
            yield

    def _calls(self, layer: QgsVectorLayer) -> bool:
        """Whether style, labels or computed fields of a layer call a function of ours."""
        key = layer.id()
        if key not in self._watched:
            for signal in _changes(layer):
                signal.connect(self._look_again)
            self._watched.add(key)
        if key not in self._known:
            computed = _computed_fields(layer)
            own = computed - set(given_fields(layer))
            self._drawn[key] = bool(own) or _style_calls(layer) or _draws(layer, computed)
            self._known[key] = bool(computed) or self._drawn[key]
        return self._known[key]

    def _look_again(self) -> None:
        layer = self.sender()
        if isinstance(layer, QgsVectorLayer):
            self._known.pop(layer.id(), None)

    def _forget(self, ids: list[str]) -> None:
        for key in set(ids) & self._watched:
            self._watched.discard(key)
            self._known.pop(key, None)
            self._drawn.pop(key, None)
            layer = self._project.mapLayer(key)
            for signal in _changes(layer) if isinstance(layer, QgsVectorLayer) else ():
                signal.disconnect(self._look_again)


def _changes(layer: QgsVectorLayer) -> tuple[Any, ...]:
    """What a layer tells when another look at its style is due: nothing that it shows changes without."""
    return layer.styleChanged, layer.repaintRequested, layer.updatedFields


def _computed_fields(layer: QgsVectorLayer) -> set[str]:
    """The fields of a layer that are computed by a function of ours."""
    fields = layer.fields()
    return {
        fields.at(at).name()
        for at in range(fields.count())
        if fields.fieldOrigin(at) == Qgis.FieldOrigin.Expression and _CALL.search(layer.expressionField(at))
    }


def _draws(layer: QgsVectorLayer, computed: set[str]) -> bool:
    """Whether the map shows the figures that a layer was given: mostly these are for tables and layouts only."""
    if not computed:
        return False
    if layer.diagramRenderer() is not None:
        return True
    context, used = QgsRenderContext(), set()
    if layer.renderer() is not None:
        used |= set(layer.renderer().usedAttributes(context))
    labels = layer.labeling() if layer.labelsEnabled() else None
    if labels is not None:
        for name in labels.subProviders():
            used |= set(labels.settings(name).referencedFields(context))
    return bool(used & (computed | {QgsFeatureRequest.ALL_ATTRIBUTES}))


def _style_calls(layer: QgsVectorLayer) -> bool:
    document = QDomDocument()
    layer.exportNamedStyle(document, QgsReadWriteContext(), _WHERE)
    return _CALL.search(document.toString(-1)) is not None


def _layout_calls(layout: QgsLayout) -> bool:
    """Whether a text, table or property of a layout calls a function of ours."""
    document = QDomDocument()
    document.appendChild(layout.writeXml(document, QgsReadWriteContext()))
    return _CALL.search(document.toString(-1)) is not None


def _shows(layout: QgsLayout, layers: set[str]) -> bool:
    """Whether a map of a layout shows one of the layers."""
    maps = (item for item in layout.items() if isinstance(item, QgsLayoutItemMap))
    return any(layer.id() in layers for one in maps for layer in one.layersToRender())
