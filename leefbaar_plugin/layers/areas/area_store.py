# SPDX-License-Identifier: GPL-2.0-or-later
"""Edits of the user's own areas, by whatever tool: named, stored at once, and undone by QGIS's own Undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.errors import InputError
from ...translation import tr
from ..attributes.figures import is_telling
from ..projection import rd
from ..timers import timer
from .area_buffer import store_singly, take_out_unfit
from .area_file import Signature, checkpoint, file_of, is_locked, locked, signature
from .area_history import AreaHistory
from .area_order import NAME, POSITION, behind, moved, ordered_names, renumbered, require_position
from .area_patience import hurry
from .area_rows import add_areas, fill_new, new_feature, outlines, require_field, show_all, store_features
from .area_snapshot import snapshot_of
from .area_together import require_turn, saved_together
from .project_areas import protect

_LATER = 50
"""Milliseconds: a tool that is in the middle of an edit is left to finish it."""
_RETRY, _TELL_AFTER = 500, 4
"""Milliseconds between two looks at a file that another program holds; after so many the user hears of it."""
_LOOK = 2000
"""Milliseconds between two looks whether another program wrote in the file."""
_FLUSH = 1000
"""Milliseconds until what a reader held back is brought into the file itself."""


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
        protect(layer)
        self._file = file_of(layer)
        self._signature = signature(self._file)
        self.history = AreaHistory(layer, self._commit_undone, self)
        self.history.failed.connect(self.failed)
        self._names: tuple[Signature, dict[int, str]] | None = None
        self._added: list[int] = []
        self._new: list[int] = []
        self._tries = 0
        self._timer = timer(self, 0, self._settle)
        self._flush = timer(self, _FLUSH, self._bring_into_file)
        self._look = timer(self, _LOOK, self._follow_others, single=False)
        self._look.start()
        self._signals: tuple[tuple[Any, Callable[..., None]], ...] = (
            (layer.featureAdded, self._on_added),
            (layer.committedFeaturesAdded, self._on_committed),
            (layer.geometryChanged, self._later),
            (layer.attributeValueChanged, self._later),
            (layer.featureDeleted, self._later),
            (layer.afterRollBack, self._later),
            (layer.dataChanged, self._later),
            (layer.updatedFields, self._later),
            (layer.subsetStringChanged, self._settle),  # other rows are shown now; they are nobody's edit
            (layer.beforeCommitChanges, self._before_commit),
            (layer.afterCommitChanges, self._flush_soon),
            (layer.crsChanged, self._keep_rd),
        )
        for entry in self._signals:
            entry[0].connect(self._forget_names)
            entry[0].connect(entry[1])

    def disconnect_layer(self) -> None:
        """Stop following the layer."""
        for one in (self._timer, self._flush, self._look):
            one.stop()
        for entry in self._signals:
            entry[0].disconnect(self._forget_names)
            entry[0].disconnect(entry[1])
        self.history.disconnect_layer()

    def names(self) -> dict[int, str]:
        """Names of all areas that the layer shows by feature id, in their order; read anew when it changed."""
        state = signature(self._file)
        if self._names is None or self._names[0] != state:
            self._names = state, ordered_names(self.layer)
        return dict(self._names[1])

    def _forget_names(self, *_what: object) -> None:
        self._names = None

    def geometries(self, fids: Iterable[int] | None, within: QgsRectangle | None) -> dict[int, QgsGeometry]:
        """Geometries of some areas (None: all), or of those whose box meets `within`, by feature id."""
        return outlines(self.layer, fids, within)

    def begin_edit(self) -> None:
        """Put the layer in edit mode; InputError when its file can't be written."""
        if self.layer.isEditable():
            return
        require_position(self.layer)
        if not self.layer.startEditing():
            raise self._no_permission()

    def _no_permission(self) -> InputError:
        return InputError("{file} can't be written: no permission. Choose another folder.", file=self._file.name)

    def add(self, areas: Iterable[tuple[str, QgsGeometry]], after: int | None = None) -> list[int]:
        """Store areas at once, behind the others or behind area `after`; InputError when that fails."""
        fids = add_areas(self.layer, areas)
        self._forget_names()
        order = list(self.names())
        wanted = order if after is None else behind(order, after, [fid for fid in fids if fid in order])
        if wanted != order:
            self._write_order(wanted)
        self.history.record(tr("Add areas"))
        self._bring_into_file()
        self._settle()
        return fids

    def take_over(self, fids: list[int]) -> list[int]:
        """Areas that were written to the file in the background, as one edit; returns them."""
        self.layer.updateExtents()
        self.layer.triggerRepaint()
        self.layer.reload()
        self.history.record(tr("Add areas"))
        self._bring_into_file()
        self._settle()
        return fids

    def rename(self, fid: int, name: str) -> None:
        """Give an area another name; InputError when the file can't be written."""
        field = require_field(self.layer, NAME)
        self._change(tr("Rename the area"), lambda: self.layer.changeAttributeValue(fid, field, name))

    def delete(self, fid: int) -> QgsFeature | None:
        """Delete an area; returns what `put_back` needs, None when it wasn't there or stayed."""
        feature = self.layer.getFeature(fid)
        if not feature.isValid():
            return None
        self._change(tr("Delete the area"), lambda: self.layer.deleteFeature(fid))
        return feature if fid not in self.names() else None

    def delete_many(self, fids: list[int]) -> None:
        """Delete areas as one edit; InputError when the file can't be written."""
        self._change(tr("Delete the areas"), lambda: self.layer.deleteFeatures(fids))

    def put_back(self, feature: QgsFeature) -> int:
        """Store an area that was deleted again, in its place and under its own number while that is free."""
        require_turn(self.layer)
        again = new_feature(self.layer, snapshot_of(self.layer, feature).values, feature.geometry())
        if feature.id() not in self.names():
            for key in self.layer.dataProvider().pkAttributeIndexes():
                again.setAttribute(key, feature.id())
        fid = store_features(self.layer, [again])[0]
        self.history.record(tr("Put the area back"))
        self._bring_into_file()
        self._settle()
        return fid

    def move(self, fid: int, steps: int) -> None:
        """Move an area so many places down in the order, or up; InputError when the file can't be written."""
        self._write_order(moved(list(self.names()), fid, steps))

    def remove_filter(self) -> None:
        """Show all rows of the file again; edit mode stays as it was."""
        show_all(self.layer)

    def _write_order(self, order: list[int]) -> None:
        if not require_position(self.layer):
            raise self._no_permission()
        field = require_field(self.layer, POSITION)

        def change() -> bool:
            places = renumbered(self.layer, order).items()
            return all(self.layer.changeAttributeValue(one, field, place) for one, place in places)

        self._change(tr("Move the area"), change)

    def _change(self, text: str, change: Callable[[], bool]) -> None:
        """One edit, stored at once; edit mode stays as it was, also when it fails."""
        was_editing, together = self.layer.isEditable(), saved_together(self.layer)
        require_turn(self.layer)
        self.begin_edit()
        self.layer.beginEditCommand(text)
        if not change():
            self.layer.destroyEditCommand()
            if not was_editing:
                self.layer.rollBack()
            raise InputError("The area can't be changed; it isn't there any more.")
        self.layer.endEditCommand()
        if together:
            self._settle()
            return
        said = self._write(stop=not was_editing)
        if said is None:
            if not was_editing:
                self.layer.rollBack()
                raise locked(self._file)
            self._wait()
            return
        self.history.record(text)
        self._settle()
        if said:
            raise said[0]

    # Edits by any tool

    def _on_added(self, fid: int) -> None:
        """A new feature; it gets name, date and place when the tool is done: here its edit isn't on the stack yet."""
        if saved_together(self.layer):
            self._added.append(fid)
        self._new.append(fid)
        self._later()

    def _before_commit(self, *_stop: object) -> None:
        new, self._new = self._new, []
        fill_new(self.layer, new)
        hurry(self.layer)

    def _on_committed(self, _layer_id: str, features: list[QgsFeature]) -> None:
        self._added = [feature.id() for feature in features]
        self._later()

    def _keep_rd(self) -> None:
        """Another coordinate system, set by hand, would move the areas: their coordinates are those of EPSG:28992."""
        if self.layer.crs() != rd():
            self.layer.setCrs(rd())
            self.failed.emit(
                InputError("Layer {layer} keeps EPSG:28992 (RD); its areas are stored in it.", layer=self.layer.name())
            )

    def _later(self, *_what: object) -> None:
        """Store and tell as soon as the tool is done with it."""
        if not self._timer.isActive() and not is_telling(self.layer):
            self._timer.start(0)

    def _settle(self) -> None:
        self._timer.stop()
        if self.layer.isEditCommandActive():
            self._timer.start(_LATER)
            return
        text = self.layer.undoStack().undoText() or tr("Edit areas")
        if self.layer.isEditable():
            self._before_commit()
        if saved_together(self.layer):
            for problem in take_out_unfit(self.layer):
                self.failed.emit(problem)
        elif self.layer.isEditable() and self.layer.isModified():
            if is_locked(self._file, 0.0):
                self._wait()
                return
            if not self._store(text):
                self._wait()
                return
        self._tries = 0
        self._timer.stop()  # storing told of itself
        self._tell()

    def _wait(self) -> None:
        """Another program writes the file: what was drawn stays in the layer until it can be stored."""
        self._timer.start(_RETRY)
        self._tries += 1
        if self._tries == 1:
            self._tell()
        elif self._tries == _TELL_AFTER:
            self.failed.emit(
                InputError(
                    "{file} is in use by another program. What you drew stays in the layer, and is stored as soon as "
                    "that is done.",
                    file=self._file.name,
                )
            )

    def _tell(self) -> None:
        self._forget_names()
        added, self._added = self._added, []
        if added:
            self.added.emit(added)
        self.edited.emit()

    def _store(self, text: str) -> bool:
        said = self._write()
        if said is None:
            return False
        self.history.record(text)
        for problem in said:
            self.failed.emit(problem)
        return True

    def _commit_undone(self) -> bool:
        """Write what Undo or Redo made of the layer; False, with a word to the user, when the file is in use."""
        try:
            require_turn(self.layer)
        except InputError as in_use:
            self.failed.emit(in_use)
            return False
        said = self._write()
        for problem in said or []:
            self.failed.emit(problem)
        if said is None:  # it is stored as soon as that can be
            self._wait()
        return said is not None

    def _write(self, stop: bool = False) -> list[InputError] | None:
        """Write the edits to the file; returns what to say of those that can't be stored, and were taken out.

        None when another program took the file at this moment: all edits are in the layer still.
        """
        said = take_out_unfit(self.layer)
        if not self.layer.commitChanges(stop):
            if is_locked(self._file, 0.0):
                return None
            said += store_singly(self.layer)
            if stop:
                self.layer.rollBack()  # there is nothing left in it; it ends the editing
        self._bring_into_file()
        return said

    # The file

    def _flush_soon(self) -> None:
        self._flush.start(0)

    def _bring_into_file(self) -> None:
        """So that a copy of the file alone holds everything; while somebody reads it, a little later."""
        self._flush.stop()
        self._forget_names()
        if not checkpoint(self._file):
            self._flush.start(_FLUSH)
        self._signature = signature(self._file)

    def _follow_others(self) -> None:
        """Take over what another program, or a second QGIS, wrote in the file."""
        now = signature(self._file)
        if now == self._signature or self.layer.isModified() or self.layer.isEditCommandActive():
            return
        self._signature = now
        if self.history.follow_others():
            self.layer.triggerRepaint()
            self.layer.reload()
            self._later()
