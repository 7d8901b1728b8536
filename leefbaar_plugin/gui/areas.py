# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own areas: drawing with QGIS's own tool, taking over selected polygons, the current area and its figures.

Every area is in its GeoPackage the moment it is closed. Edits by any tool are followed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDateTime, QObject, QTimer, pyqtSignal

from .. import settings
from ..data.measure import Measurement
from ..engine.errors import InputError, LeefbaarError
from ..engine.figures import AreaFigures, figures_of
from ..layers.project_areas import (
    CREATED,
    NAME,
    add_areas,
    areas_path,
    create_areas_layer,
    find_areas_layer,
    next_name,
)
from ..translation import tr
from .session import Session

_RD = "EPSG:28992"
_SCOPE = "leefbaarometer"


class Areas(QObject):
    """The areas layer and the current area.

    `list_changed` is sent when areas came, went or were renamed, `current_changed` when another area is current or the
    current one has other figures, `failed` with an error to show.
    """

    list_changed = pyqtSignal()
    current_changed = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, session: Session, iface: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._iface = iface
        self._layer: QgsVectorLayer | None = None
        self._current: int | None = None
        self._measured: Measurement | None = None
        project = session.project
        project.layersAdded.connect(self._look_for_layer)
        project.layersWillBeRemoved.connect(self._before_removal)
        project.readProject.connect(self._restore)
        session.pack_changed.connect(self._remeasure)
        session.recipe_changed.connect(self._remeasure)
        self._look_for_layer()

    def disconnect_project(self) -> None:
        """Stop listening to project and layer."""
        project: QgsProject = self._session.project
        project.layersAdded.disconnect(self._look_for_layer)
        project.layersWillBeRemoved.disconnect(self._before_removal)
        project.readProject.disconnect(self._restore)
        self._take_layer(None)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The areas layer of the project; None before the first area."""
        return self._layer

    def names(self) -> dict[int, str]:
        """Names of all areas by feature id."""
        if self._layer is None:
            return {}
        return {feature.id(): str(feature[NAME] or "") for feature in self._layer.getFeatures()}

    @property
    def current(self) -> int | None:
        """Feature id of the current area."""
        return self._current

    def geometry(self) -> QgsGeometry | None:
        """Geometry of the current area, in the layer's coordinate system."""
        if self._layer is None or self._current is None:
            return None
        feature = self._layer.getFeature(self._current)
        return feature.geometry() if feature.isValid() and feature.hasGeometry() else None

    def figures(self) -> AreaFigures | None:
        """Figures of the current area in the year that is shown; None without area, squares or pack."""
        if self._measured is None or self._session.pack is None:
            return None
        return figures_of(self._session.model, self._measured.scores, 0, self._session.year)

    @property
    def repaired(self) -> bool:
        """Whether the current area is an invalid polygon that was repaired to measure it."""
        return self._measured is not None and bool(self._measured.repaired)

    def set_current(self, fid: int | None) -> None:
        """Make another area the current one."""
        if fid is not None and fid != self._current:
            self._session.project.writeEntry(_SCOPE, "area", fid)
        self._current = fid
        self._remeasure()

    # Making areas

    def draw(self) -> None:
        """Start drawing: the areas layer in edit mode, with QGIS's own tool, snapping and all."""
        try:
            layer = self._require_layer()
        except LeefbaarError as problem:
            self.failed.emit(problem)
            return
        self._iface.setActiveLayer(layer)
        if not layer.isEditable() and not layer.startEditing():
            self.failed.emit(
                InputError("{file} can't be written: no permission. Choose another folder.", file=layer.source())
            )
            return
        self._iface.actionAddFeature().trigger()

    def take_selected(self, layer: QgsMapLayer | None) -> None:
        """Store the selected polygons of any layer as areas of our own, under the names the layer shows for them."""
        try:
            if (
                not isinstance(layer, QgsVectorLayer)
                or layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry
            ):
                raise InputError("Choose a layer with polygons in the layer panel first.")
            if layer == self._layer:
                raise InputError("These areas are project areas already. Choose another layer in the layer panel.")
            areas = [self._as_area(layer, feature) for feature in layer.selectedFeatures()]
            if not areas:
                raise InputError(
                    "No polygon of layer {layer} is selected. Select one or more first.", layer=layer.name()
                )
            fids = add_areas(self._require_layer(), areas)
        except LeefbaarError as problem:
            self.failed.emit(problem)
            return
        self.list_changed.emit()
        self.set_current(fids[-1])

    def _as_area(self, layer: QgsVectorLayer, feature: QgsFeature) -> tuple[str, QgsGeometry]:
        geometry = QgsGeometry(feature.geometry())
        if not layer.crs().isValid():
            raise InputError(
                "Layer {layer} has no coordinate system. Set it in the layer's properties first.", layer=layer.name()
            )
        transform = QgsCoordinateTransform(layer.crs(), QgsCoordinateReferenceSystem(_RD), self._session.project)
        try:
            geometry.transform(transform)
        except QgsCsException as problem:
            raise InputError(
                "Feature {id} can't be brought to EPSG:28992; it lies too far from the Netherlands.", id=feature.id()
            ) from problem
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        name = QgsExpression(layer.displayExpression()).evaluate(context)
        return str(name) if name else f"{layer.name()} {feature.id()}", geometry

    def rename(self, name: str) -> None:
        """Give the current area another name, at once in the file."""
        if self._layer is None or self._current is None or not name.strip():
            return
        field = self._layer.fields().indexOf(NAME)
        self._change(lambda layer: layer.changeAttributeValue(self._current, field, name.strip()))

    def delete_current(self) -> None:
        """Delete the current area; as an edit of the layer, so that it can be undone before the layer is saved."""
        if self._layer is None or self._current is None:
            return
        fid = self._current
        self._change(lambda layer: layer.deleteFeature(fid))
        self.list_changed.emit()
        self.set_current(next(iter(self.names()), None))

    def _change(self, change: Any) -> None:
        layer = self._require_layer()
        was_editing = layer.isEditable()
        if not was_editing:
            layer.startEditing()
        change(layer)
        self._store(keep_editing=was_editing)

    # Following the layer

    def _require_layer(self) -> QgsVectorLayer:
        if self._layer is None:
            path = areas_path(self._session.project, settings.load().folder)
            layer = create_areas_layer(Path(path))
            self._session.project.addMapLayer(layer, False)
            self._session.project.layerTreeRoot().insertLayer(0, layer)
        if self._layer is None:
            raise LeefbaarError("The layer of project areas can't be opened.")
        return self._layer

    def _look_for_layer(self, _layers: object = None) -> None:
        layer = find_areas_layer(self._session.project)
        if layer is not self._layer:
            self._take_layer(layer)

    def _take_layer(self, layer: QgsVectorLayer | None) -> None:
        if self._layer is not None:
            self._layer.featureAdded.disconnect(self._on_added)
            self._layer.committedFeaturesAdded.disconnect(self._on_committed)
            for signal in self._edit_signals(self._layer):
                signal.disconnect(self._on_edited)
            self._layer.selectionChanged.disconnect(self._on_selected)
        self._layer = layer
        if layer is not None:
            layer.featureAdded.connect(self._on_added)
            layer.committedFeaturesAdded.connect(self._on_committed)
            for signal in self._edit_signals(layer):
                signal.connect(self._on_edited)
            layer.selectionChanged.connect(self._on_selected)
        names = self.names()
        if self._current not in names:
            self._current = next(reversed(names), None) if names else None
        self.list_changed.emit()
        self._remeasure()

    @staticmethod
    def _edit_signals(layer: QgsVectorLayer) -> tuple[Any, ...]:
        return (
            layer.geometryChanged,
            layer.attributeValueChanged,
            layer.featureDeleted,
            layer.afterRollBack,
            layer.dataChanged,
        )

    def _before_removal(self, ids: list[str]) -> None:
        if self._layer is not None and self._layer.id() in ids:
            self._take_layer(None)

    def _on_added(self, fid: int) -> None:
        """A new feature in the edit buffer: name it, and store it as soon as the tool is done with it."""
        if self._layer is None or fid >= 0:
            return
        feature = self._layer.getFeature(fid)
        if not feature[NAME]:
            self._layer.changeAttributeValue(fid, self._layer.fields().indexOf(NAME), next_name(self._layer))
        if not feature[CREATED]:
            now = QDateTime.currentDateTime()
            self._layer.changeAttributeValue(fid, self._layer.fields().indexOf(CREATED), now)
        QTimer.singleShot(0, self._store_added)

    def _store_added(self) -> None:
        self._store(keep_editing=True)

    def _store(self, keep_editing: bool) -> None:
        """Write the edits to the file; when that fails they stay in the layer and the user hears why."""
        layer = self._layer
        if layer is None or not layer.isEditable():
            return
        if not layer.commitChanges(not keep_editing):
            self.failed.emit(
                InputError(
                    "The areas can't be stored in {file}: {problem}.",
                    file=layer.source().split("|")[0],
                    problem=" ".join(layer.commitErrors()),
                )
            )

    def _on_committed(self, _layer_id: str, features: list[QgsFeature]) -> None:
        self.list_changed.emit()
        self.set_current(features[-1].id() if features else self._current)

    def _on_edited(self, *_what: object) -> None:
        names = self.names()
        if self._current not in names:
            self._current = next(iter(names), None)
        self.list_changed.emit()
        self._remeasure()

    def _on_selected(self, selected: list[int], _deselected: list[int], _clear: bool) -> None:
        if selected:
            self.set_current(selected[-1])

    def _restore(self) -> None:
        self._look_for_layer()
        fid = self._session.project.readNumEntry(_SCOPE, "area", -1)[0]
        if fid in self.names():
            self.set_current(fid)

    def _remeasure(self) -> None:
        """Measure the current area again in all years; well under a millisecond."""
        self._measured = None
        geometry = self.geometry()
        pack = self._session.pack
        if geometry is not None and pack is not None and pack.grid is not None:
            try:
                self._measured = self._session.measurer.measure([bytes(geometry.asWkb())])
            except LeefbaarError as problem:
                self.failed.emit(problem)
        self.current_changed.emit()
