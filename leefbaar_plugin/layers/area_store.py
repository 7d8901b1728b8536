# SPDX-License-Identifier: GPL-2.0-or-later
"""Edits of the user's own areas, by whatever tool: named, stored at once, and undone by QGIS's own Undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, QObject, QTimer, pyqtSignal

from ..engine.errors import InputError
from ..translation import tr
from .area_history import AreaHistory
from .area_order import NAME, POSITION, moved, ordered_names, renumbered, require_position
from .project_areas import CREATED, add_areas, next_name, next_place, store_features

_LATER = 50
"""Milliseconds: a tool that is in the middle of an edit is left to finish it."""


class AreaStore(QObject):
    """The areas layer and its file.

    `edited` is sent when areas came, went or changed, `added` just before it with the feature ids of those that a tool
    drew, `failed` with an error to show.
    """

    edited = pyqtSignal()
    added = pyqtSignal(list)
    failed = pyqtSignal(object)

    def __init__(self, layer: QgsVectorLayer, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.layer = layer
        self.history = AreaHistory(layer, self._commit, self)
        self._added: list[int] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._settle)
        self._signals: tuple[tuple[Any, Callable[..., None]], ...] = (
            (layer.featureAdded, self._on_added),
            (layer.committedFeaturesAdded, self._on_committed),
            (layer.geometryChanged, self._later),
            (layer.attributeValueChanged, self._later),
            (layer.featureDeleted, self._later),
            (layer.afterRollBack, self._later),
            (layer.dataChanged, self._later),
        )
        for entry in self._signals:
            entry[0].connect(entry[1])

    def disconnect_layer(self) -> None:
        """Stop following the layer."""
        self._timer.stop()
        for entry in self._signals:
            entry[0].disconnect(entry[1])
        self.history.disconnect_layer()

    def names(self) -> dict[int, str]:
        """Names of all areas by feature id, in their order."""
        return ordered_names(self.layer)

    def begin_edit(self) -> None:
        """Put the layer in edit mode; InputError when its file can't be written."""
        if self.layer.isEditable():
            return
        require_position(self.layer)
        if not self.layer.startEditing():
            file = Path(file_of(self.layer)).name
            raise InputError("{file} can't be written: no permission. Choose another folder.", file=file)

    def add(self, areas: Iterable[tuple[str, QgsGeometry]], after: int | None = None) -> list[int]:
        """Store areas at once, behind the others or behind area `after`; InputError when that fails."""
        fids = add_areas(self.layer, areas)
        if after is not None:
            order = [fid for fid in self.names() if fid not in fids]
            at = order.index(after) + 1
            if at < len(order):  # else they stand there already
                self._write_order([*order[:at], *fids, *order[at:]])
        self.history.record(tr("Add areas"))
        self._settle()
        return fids

    def rename(self, fid: int, name: str) -> None:
        """Give an area another name; InputError when the file can't be written."""
        field = self.layer.fields().indexOf(NAME)
        self._change(tr("Rename the area"), lambda: self.layer.changeAttributeValue(fid, field, name))

    def delete(self, fid: int) -> QgsFeature | None:
        """Delete an area; returns what `put_back` needs, None when it wasn't there or stayed."""
        feature = self.layer.getFeature(fid)
        self._change(tr("Delete the area"), lambda: self.layer.deleteFeature(fid))
        return feature if feature.isValid() and fid not in self.names() else None

    def put_back(self, feature: QgsFeature) -> int:
        """Store an area that was deleted again, in its place and under its own number while that is free."""
        again = QgsFeature(feature)
        if feature.id() in self.names():
            again[0] = None
        fid = store_features(self.layer, [again])[0]
        self.history.record(tr("Put the area back"))
        self._settle()
        return fid

    def move(self, fid: int, steps: int) -> None:
        """Move an area so many places down in the order, or up; InputError when the file can't be written."""
        self._write_order(moved(list(self.names()), fid, steps))

    def _write_order(self, order: list[int]) -> None:
        if not require_position(self.layer):
            file = Path(file_of(self.layer)).name
            raise InputError("{file} can't be written: no permission. Choose another folder.", file=file)
        field = self.layer.fields().indexOf(POSITION)

        def change() -> None:
            for one, place in renumbered(self.layer, order).items():
                self.layer.changeAttributeValue(one, field, place)

        self._change(tr("Move the area"), change)

    def _change(self, text: str, change: Callable[[], object]) -> None:
        """One edit, stored at once; edit mode stays as it was."""
        was_editing = self.layer.isEditable()
        self.begin_edit()
        self.layer.beginEditCommand(text)
        change()
        self.layer.endEditCommand()
        if was_editing:
            self._store(text)
        else:
            self._commit(stop=True)
        self._settle()

    def _on_added(self, fid: int) -> None:
        """A new feature in the edit buffer gets name, date and place."""
        if fid < 0:
            feature = self.layer.getFeature(fid)
            missing: dict[str, Callable[[], object]] = {
                NAME: lambda: next_name(self.layer),
                CREATED: QDateTime.currentDateTime,
                POSITION: lambda: next_place(self.layer),
            }
            for name, value in missing.items():
                at = self.layer.fields().indexOf(name)
                if at >= 0 and not feature[at]:
                    self.layer.changeAttributeValue(fid, at, value())
        self._later()

    def _on_committed(self, _layer_id: str, features: list[QgsFeature]) -> None:
        self._added = [feature.id() for feature in features]
        self._later()

    def _later(self, *_what: object) -> None:
        """Store and tell as soon as the tool is done with it."""
        if not self._timer.isActive():
            self._timer.start(0)

    def _settle(self) -> None:
        self._timer.stop()
        if self.layer.isEditCommandActive():
            self._timer.start(_LATER)
            return
        if self.layer.isEditable() and self.layer.isModified():
            self._store(self.layer.undoStack().undoText() or tr("Edit areas"))
        self._timer.stop()  # storing told of itself
        added, self._added = self._added, []
        if added:
            self.added.emit(added)
        self.edited.emit()

    def _store(self, text: str) -> None:
        if self._commit():
            self.history.record(text)

    def _commit(self, stop: bool = False) -> bool:
        """Write the edits to the file; when that fails they stay in the layer and the user hears why."""
        if self.layer.commitChanges(stop):
            return True
        self.failed.emit(
            InputError(
                "The areas can't be stored in {file}: {problem}.",
                file=file_of(self.layer),
                problem=" ".join(self.layer.commitErrors()),
            )
        )
        return False


def file_of(layer: QgsVectorLayer) -> str:
    """The file a layer reads from."""
    return str(layer.source().split("|")[0])
