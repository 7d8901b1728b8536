# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own areas: drawing with QGIS's own tool, taking over selected polygons, the current area and its figures.

Every area is in its GeoPackage the moment it is closed. Edits by any tool are followed.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsVectorLayer,
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
    open_areas_layer,
)
from ..layers.selected_areas import selected_areas
from . import lost_areas
from .session import Session

_SCOPE = "leefbaarometer"


class Areas(QObject):
    """The areas layer and the current area.

    `list_changed` is sent when areas came, went or were renamed, `current_changed` when another area is current or the
    current one has other figures, `deleted` with name and geometry when one was deleted here, `failed` with an error to
    show.
    """

    list_changed = pyqtSignal()
    current_changed = pyqtSignal()
    deleted = pyqtSignal(str, object)
    failed = pyqtSignal(object)

    def __init__(self, session: Session, iface: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._iface = iface
        self._layer: QgsVectorLayer | None = None
        self._current: int | None = None
        self._measured: Measurement | None = None
        self._sketched: Measurement | None = None
        project = session.project
        project.layersAdded.connect(self._look_for_layer)
        project.layersWillBeRemoved.connect(self._before_removal)
        project.readProject.connect(self.restore)
        project.projectSaved.connect(lost_areas.forget)
        session.pack_changed.connect(self._remeasure)
        session.recipe_changed.connect(self._remeasure)
        self._look_for_layer()

    def disconnect_project(self) -> None:
        """Stop listening to project and layer."""
        project: QgsProject = self._session.project
        project.layersAdded.disconnect(self._look_for_layer)
        project.layersWillBeRemoved.disconnect(self._before_removal)
        project.readProject.disconnect(self.restore)
        project.projectSaved.disconnect(lost_areas.forget)
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
        """Figures of the sketch, else of the current area, in the year that is shown; None without any."""
        measured = self._sketched or self._measured
        if measured is None or self._session.pack is None:
            return None
        return figures_of(self._session.model, measured.scores, 0, self._session.year)

    @property
    def has_sketch(self) -> bool:
        """Whether the figures are those of an area that is still being drawn."""
        return self._sketched is not None

    def set_sketch(self, sketch: QgsGeometry | None) -> None:
        """Show the figures of an area that is being drawn (in the layer's coordinate system); None ends that."""
        pack = self._session.pack
        if sketch is None and self._sketched is None:
            return
        self._sketched = None
        if sketch is not None and pack is not None and pack.grid is not None:
            try:
                self._sketched = self._session.measurer.measure([bytes(sketch.asWkb())])
            except LeefbaarError:
                self._sketched = None  # such as two corners on one place: the next move may do better
        self.current_changed.emit()

    @property
    def repaired(self) -> bool:
        """Whether what is measured is an invalid polygon that was repaired for it."""
        measured = self._sketched or self._measured
        return measured is not None and bool(measured.repaired)

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
        if self._begin_edit(layer):
            self._iface.actionAddFeature().trigger()

    def take_selected(self, layer: QgsMapLayer | None) -> None:
        """Store the selected polygons of any layer as areas of our own, under the names the layer shows for them."""
        try:
            if layer is not None and layer == self._layer:
                raise InputError("These areas are project areas already. Choose another layer in the layer panel.")
            areas = selected_areas(layer, self._session.project)
        except LeefbaarError as problem:
            self.failed.emit(problem)
            return
        self._add(areas)

    def _add(self, areas: list[tuple[str, QgsGeometry]]) -> None:
        try:
            fids = add_areas(self._require_layer(), areas)
        except LeefbaarError as problem:
            self.failed.emit(problem)
            return
        self.list_changed.emit()
        self.set_current(fids[-1])

    def rename(self, name: str) -> None:
        """Give the current area another name, at once in the file."""
        if self._layer is None or self._current is None or not name.strip():
            return
        field = self._layer.fields().indexOf(NAME)
        self._change(lambda layer: layer.changeAttributeValue(self._current, field, name.strip()))

    def delete_current(self) -> None:
        """Delete the current area, at once in the file; `deleted` carries what brings it back."""
        if self._layer is None or self._current is None:
            return
        fid, name, geometry = self._current, self.names().get(self._current, ""), self.geometry()
        self._change(lambda layer: layer.deleteFeature(fid))
        self.list_changed.emit()
        if fid not in self.names():
            self.set_current(next(iter(self.names()), None))
            if geometry is not None:
                self.deleted.emit(name, geometry)

    def put_back(self, name: str, geometry: QgsGeometry) -> None:
        """Store an area that was deleted again, and make it the current one."""
        self._add([(name, geometry)])

    def _change(self, change: Any) -> None:
        layer = self._require_layer()
        was_editing = layer.isEditable()
        if self._begin_edit(layer):
            change(layer)
            self._store(keep_editing=was_editing)

    def _begin_edit(self, layer: QgsVectorLayer) -> bool:
        if layer.isEditable() or layer.startEditing():
            return True
        file = Path(_file_of(layer)).name
        self.failed.emit(InputError("{file} can't be written: no permission. Choose another folder.", file=file))
        return False

    # Following the layer

    def _require_layer(self) -> QgsVectorLayer:
        if self._layer is None:
            path = areas_path(self._session.project, settings.load().folder)
            layer = create_areas_layer(Path(path))
            if not self._session.project.fileName():
                lost_areas.remember(Path(path))
            self._add_to_project(layer)
        if self._layer is None:
            raise LeefbaarError("The layer of project areas can't be opened.")
        return self._layer

    def _add_to_project(self, layer: QgsVectorLayer) -> None:
        self._session.project.addMapLayer(layer, False)
        self._session.project.layerTreeRoot().insertLayer(0, layer)

    def lost(self) -> Path | None:
        """A file with areas of a project that was never saved, of a session that crashed perhaps; told only once."""
        return lost_areas.take() if self._layer is None else None

    def bring_back(self, path: Path) -> None:
        """Open areas that were stored before, in a project that has none."""
        if self._layer is not None:
            return
        try:
            layer = open_areas_layer(path)
        except LeefbaarError as problem:
            self.failed.emit(problem)
            return
        lost_areas.remember(path)
        self._add_to_project(layer)

    def _look_for_layer(self, _layers: object = None) -> None:
        layer = find_areas_layer(self._session.project)
        if layer is not self._layer:
            self._take_layer(layer)

    def _take_layer(self, layer: QgsVectorLayer | None) -> None:
        for signal, slot in self._connections(self._layer):
            signal.disconnect(slot)
        self._layer = layer
        for signal, slot in self._connections(layer):
            signal.connect(slot)
        names = self.names()
        if self._current not in names:
            self._current = next(reversed(names), None) if names else None
        self.list_changed.emit()
        self._remeasure()

    def _connections(self, layer: QgsVectorLayer | None) -> list[tuple[Any, Any]]:
        if layer is None:
            return []
        edits = (layer.geometryChanged, layer.attributeValueChanged, layer.featureDeleted, layer.afterRollBack)
        return [
            (layer.featureAdded, self._on_added),
            (layer.committedFeaturesAdded, self._on_committed),
            (layer.selectionChanged, self._on_selected),
            *((signal, self._on_edited) for signal in (*edits, layer.dataChanged)),
        ]

    def _before_removal(self, ids: list[str]) -> None:
        if self._layer is not None and self._layer.id() in ids:
            self._take_layer(None)

    def _on_added(self, fid: int) -> None:
        """A new feature in the edit buffer: name it, and store it as soon as the tool is done with it."""
        if self._layer is None:
            return
        if fid >= 0:  # it was stored just now, or a deletion was undone
            self._on_edited()
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
                    file=_file_of(layer),
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

    def restore(self) -> None:
        """Come back to the area that was the current one of the project that is open."""
        self._look_for_layer()
        fid = self._session.project.readNumEntry(_SCOPE, "area", -1)[0]
        if fid in self.names():
            self.set_current(fid)

    def _remeasure(self) -> None:
        """Measure the current area again in all years; well under a millisecond. A sketch gives way."""
        self._measured = self._sketched = None
        geometry = self.geometry()
        pack = self._session.pack
        if geometry is not None and pack is not None and pack.grid is not None:
            try:
                self._measured = self._session.measurer.measure([bytes(geometry.asWkb())])
            except LeefbaarError as problem:
                self.failed.emit(problem)
        self.current_changed.emit()


def _file_of(layer: QgsVectorLayer) -> str:
    return str(layer.source().split("|")[0])
