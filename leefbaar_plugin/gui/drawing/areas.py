# SPDX-License-Identifier: GPL-2.0-or-later
"""The user's own areas, stored as they are closed: drawing, taking over, the current area and its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsMapLayer, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.areas.figures import AreaFigures
from ...engine.errors import LeefbaarError
from ...layers.areas.area_order import beside
from ...layers.areas.area_store import AreaStore
from ...layers.areas.area_together import require_alone
from ...layers.areas.project_areas import add_areas_layer, find_areas_layer
from ..later import later
from ..session import Session
from .adding import Adding
from .hold import Hold
from .keeping import Keeping
from .measuring import Measuring

_SCOPE = "leefbaarometer"
_NEXT_TURN = 20
"""Milliseconds in which QGIS can do something else."""


class Areas(QObject):
    """The areas layer and the current area.

    `list_changed` is sent when areas came, went or were renamed, `current_changed` when another area is current or the
    current one has other figures, `deleted` with the name and what `put_back` needs when one was deleted here, `failed`
    with an error and `said` with a sentence to show, `hidden` with the layer when a filter hides what was just stored,
    `added` with the feature ids of areas that were added at once, and that which was current before.
    """

    list_changed = pyqtSignal()
    current_changed = pyqtSignal()
    deleted = pyqtSignal(str, object)
    failed = pyqtSignal(object)
    hidden = pyqtSignal(object)
    said = pyqtSignal(str)
    added = pyqtSignal(object, object)

    def __init__(self, session: Session, iface: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._iface = iface
        self._store: AreaStore | None = None
        self._current: int | None = None
        self.measuring = Measuring(session, self._remeasure, self.failed.emit)
        self.adding = Adding(self, session.project)
        self._hold = Hold(self._remeasure)  # edits that belong together are measured together
        project = session.project
        self.keeping = Keeping(project, self._at_rest, self)
        self.keeping.failed.connect(self.failed)
        self.keeping.said.connect(self.said)
        project.layersAdded.connect(self._look_for_layer)
        project.layersWillBeRemoved.connect(self._before_removal)
        project.readProject.connect(self.restore)
        session.pack_changed.connect(self._remeasure)
        session.recipe_changed.connect(self._remeasure)
        self._look_for_layer()

    def disconnect_project(self) -> None:
        """Stop listening to project and layer."""
        project: QgsProject = self._session.project
        project.layersAdded.disconnect(self._look_for_layer)
        project.layersWillBeRemoved.disconnect(self._before_removal)
        project.readProject.disconnect(self.restore)
        self.keeping.disconnect_project()
        self._take_layer(None)

    @property
    def layer(self) -> QgsVectorLayer | None:
        """The areas layer of the project; None before the first area."""
        return self._store.layer if self._store is not None else None

    def names(self) -> dict[int, str]:
        """Names of all areas by feature id, in their order."""
        return self._store.names() if self._store is not None else {}

    @property
    def current(self) -> int | None:
        """Feature id of the current area."""
        return self._current

    def geometry(self) -> QgsGeometry | None:
        """Geometry of the current area, in the layer's coordinate system."""
        return self.geometries([self._current]).get(self._current) if self._current is not None else None

    def geometries(
        self, fids: Iterable[int] | None = None, within: QgsRectangle | None = None
    ) -> dict[int, QgsGeometry]:
        """Geometries of some areas (default: all), or of those whose box meets `within`, by feature id.

        They are in the layer's coordinate system.
        """
        return self._store.geometries(fids, within) if self._store is not None else {}

    def figures(self) -> AreaFigures | None:
        """Figures of the sketch, else of the current area, in the year that is shown; None without any."""
        return self.measuring.figures()

    @property
    def has_sketch(self) -> bool:
        """Whether the figures are those of an area that is still being drawn."""
        return self.measuring.has_sketch

    def set_sketch(self, sketch: QgsGeometry | None) -> None:
        """Show the figures of an area that is being drawn (in the layer's coordinate system); None ends that."""
        if sketch is not None or self.has_sketch:
            self.measuring.measure_sketch(bytes(sketch.asWkb()) if sketch is not None else None)
            self.current_changed.emit()

    def outline(self) -> bytes | None:
        """WKB of the sketch, else of the current area, in EPSG:28992; None without any."""
        if self.measuring.sketch is not None:
            return self.measuring.sketch
        geometry = self.geometry()
        return None if geometry is None else bytes(geometry.asWkb())

    @property
    def repaired(self) -> bool:
        """Whether what is measured is an invalid polygon that was repaired for it."""
        return self.measuring.repaired

    @property
    def is_repairing(self) -> bool:
        """Whether the figures wait for the repair of an outline that crosses itself many times."""
        return self.measuring.is_repairing

    def set_current(self, fid: int | None) -> None:
        """Make another area the current one."""
        if fid is not None and fid != self._current:
            self._session.project.writeEntry(_SCOPE, "area", fid)
        self._current = fid
        self._remeasure()

    # Making areas

    def draw(self) -> None:
        """Start drawing: the areas layer in edit mode, with QGIS's own tool, snapping and all."""
        if self._store is None:
            if self._try(self.require_store):
                later(self, self.draw, _NEXT_TURN)  # making the file took its time
            return
        self._try(lambda: self.adding.begin_drawing(self._iface))

    def take_selected(self, layer: QgsMapLayer | None) -> None:
        """Store the selected polygons of any layer as areas of our own, under the names the layer shows for them."""
        self._try(lambda: self.adding.take_selected(layer))

    def add(
        self,
        areas: list[tuple[str, QgsGeometry]],
        after: int | None = None,
        show: bool = True,
        then: Callable[[], object] | None = None,
        can_undo: bool = True,
    ) -> bool:
        """Store areas (name, geometry in EPSG:28992), behind the others or behind area `after`, and go on with `then`.

        A name that is taken gets a number. The last becomes the current area, unless `show` is False; with `can_undo`
        `added` is sent. Returns False when it can't be done, which was told; many are stored in the background.
        """
        return self._try(lambda: self.adding.add(areas, after, show, then, can_undo))

    def show_added(self, add: Callable[[], list[int]], show: bool, can_undo: bool = True) -> None:
        """Add areas, and make the last of them the current one, unless a filter hides it."""
        before = self._current
        with self._hold:
            fids = add()
            shown = self._shown(fids)
            if show and shown:
                self.set_current(shown[-1])
        if fids and can_undo:
            self.added.emit(fids, before)

    def duplicate_current(self) -> None:
        """Store a copy of the current area right behind it, and make it the current one."""
        self._try(self.adding.duplicate)

    def move_current(self, steps: int) -> None:
        """Move the current area so many places down in the order, or up (negative)."""
        store, fid = self._store, self._current
        if store is not None and fid is not None:
            self._try(lambda: store.move(fid, steps))

    def rename(self, name: str) -> None:
        """Give the current area another name, at once in the file."""
        store, fid = self._store, self._current
        if store is not None and fid is not None and name.strip():
            self._try(lambda: store.rename(fid, name.strip()))

    def delete_current(self) -> None:
        """Delete the current area, at once in the file; `deleted` carries what brings it back."""
        store, fid = self._store, self._current
        if store is None or fid is None:
            return
        names = self.names()
        deleted: list[QgsFeature | None] = []
        with self._hold:
            self._try(lambda: deleted.append(store.delete(fid)))
            if deleted and deleted[0] is not None:
                self.set_current(beside(list(names), fid))
        if deleted and deleted[0] is not None:
            self.deleted.emit(names[fid], deleted[0])

    def take_away(self, fids: list[int], before: int | None) -> None:
        """Undo the adding of areas: delete those that are still there, and show the one that was current before."""
        with self._hold:
            if self._try(lambda: self.adding.take_away(fids)) and before in self.names():
                self.set_current(before)

    def put_back(self, _name: str, feature: QgsFeature) -> None:
        """Store an area that was deleted again, and make it the current one."""
        with self._hold:
            put: list[int] = []
            if self._try(lambda: put.append(self.require_store().put_back(feature))) and self._shown(put):
                self.set_current(put[0])

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except LeefbaarError as problem:
            self.failed.emit(problem)
            return False
        return True

    # Following the layer

    def require_store(self) -> AreaStore:
        """The layer with its file, made when the project has none; InputError when that can't be done."""
        if self._store is None:
            self.take_file(self.keeping.new_layer())
        if self._store is None:
            raise LeefbaarError("The layer of project areas can't be opened.")
        return self._store

    def take_file(self, layer: QgsVectorLayer) -> None:
        """Make a layer of areas that of the project, which has none."""
        add_areas_layer(self._session.project, layer)

    @contextmanager
    def _at_rest(self) -> Iterator[None]:
        """Nobody edits the layer meanwhile; afterwards editing goes on as before."""
        layer = self.layer
        editing = layer is not None and layer.isEditable()
        drawing = editing and self._iface is not None and self._iface.actionAddFeature().isChecked()
        if layer is not None and editing:
            require_alone(layer)
            layer.commitChanges()
        self._leave_layer()
        try:
            yield
        finally:
            self._look_for_layer()
            if editing and self.layer is not None:
                self.layer.startEditing()
                if drawing:
                    self._iface.actionAddFeature().trigger()

    def _look_for_layer(self, _layers: object = None) -> None:
        layer = find_areas_layer(self._session.project)
        if layer is not self.layer:
            self._take_layer(layer)

    def _leave_layer(self) -> None:
        if self._store is not None:
            self._store.layer.selectionChanged.disconnect(self._on_selected)
            self._store.layer.dataSourceChanged.disconnect(self._look_for_layer)
            self._store.disconnect_layer()
            self._store.deleteLater()
        self._store = None

    def _take_layer(self, layer: QgsVectorLayer | None) -> None:
        self._leave_layer()
        if layer is not None:
            self._store = AreaStore(layer, self)
            self._store.added.connect(self._on_added)
            self._store.edited.connect(self._on_edited)
            self._store.failed.connect(self.failed)
            layer.selectionChanged.connect(self._on_selected)
            layer.dataSourceChanged.connect(self._look_for_layer)
        self.keeping.follow(layer)
        names = self.names()
        if self._current not in names:
            stored = self._session.project.readNumEntry(_SCOPE, "area", -1)[0]
            self._current = stored if stored in names else next(reversed(names), None)
        self.list_changed.emit()
        self._remeasure()

    def _before_removal(self, ids: list[str]) -> None:
        if self.layer is not None and self.layer.id() in ids:
            self._take_layer(None)

    def _on_added(self, fids: list[int]) -> None:
        """What a tool drew last becomes the current area; the figures follow with the edit itself."""
        shown = self._shown(fids)
        if shown:
            self._current = shown[-1]
            self._session.project.writeEntry(_SCOPE, "area", shown[-1])

    def _shown(self, fids: list[int]) -> list[int]:
        """Those of some new areas that the layer shows; when a filter hides others, that is said."""
        names = self.names()
        shown = [fid for fid in fids if fid in names]
        if len(shown) < len(fids):
            self.hidden.emit(self.layer)
        return shown

    def remove_filter(self) -> None:
        """Show all rows of the layer again."""
        if self._store is not None:
            self._store.remove_filter()

    def _on_edited(self) -> None:
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
        if fid != self._current and fid in self.names():
            self.set_current(fid)

    def _remeasure(self) -> None:
        """Measure the current area again in all years; well under a millisecond, but for an outline to be repaired."""
        if self._hold:
            return
        geometry = self.geometry()
        name = self.names().get(self._current, "") if self._current is not None else ""
        self.measuring.measure(bytes(geometry.asWkb()) if geometry is not None else None, name)
        self.current_changed.emit()
