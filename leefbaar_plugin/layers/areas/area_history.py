# SPDX-License-Identifier: GPL-2.0-or-later
"""Undo of edits that are stored at once.

QGIS forgets its undo steps when a layer is stored. So what was stored is put on the layer's own undo stack again, as
the difference between two states of the layer: QGIS's Undo and Redo take it back and bring it back, in the file too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsVectorLayer, QgsVectorLayerUndoCommand
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...engine.errors import InputError
from ..timers import timer
from .area_snapshot import Change, State, applied, difference, is_lost, read_state, write_difference
from .area_together import saved_together

_MOST_STEPS = 100


@dataclass(frozen=True)
class _Step:
    """One stored edit: what it changed, as it was and as it is."""

    text: str
    before: Change
    after: Change


class _Command(QgsVectorLayerUndoCommand):
    """Stands for a step on the undo stack; the work is done when the stack is done with it."""

    def __init__(self, layer: QgsVectorLayer, text: str, moved: Callable[[], None]) -> None:
        super().__init__(layer.editBuffer())
        self.setText(text)
        self._moved = moved

    def undo(self) -> None:
        """Called by the stack."""
        self._moved()

    def redo(self) -> None:
        """Called by the stack."""
        self._moved()


class AreaHistory(QObject):
    """The stored edits of a layer since its editing began, on its undo stack.

    `store` writes the edit buffer to the file and keeps editing; it returns False when that failed. `failed` is sent
    with an error when an edit couldn't be taken back whole.
    """

    failed = pyqtSignal(object)

    def __init__(self, layer: QgsVectorLayer, store: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer = layer
        self._store = store
        self._stack = layer.undoStack()
        self._steps: list[_Step] = []
        self._commands: list[_Command] = []
        self._done = 0
        self._passive = False
        self._timer = timer(self, 0, self._follow)
        layer.editingStarted.connect(self.begin)
        layer.editingStopped.connect(self.forget)
        layer.afterCommitChanges.connect(self._rebuild)
        self._state: State = {}
        self.begin()

    def disconnect_layer(self) -> None:
        """Stop, and leave nothing of ours on the layer's stack."""
        self._layer.editingStarted.disconnect(self.begin)
        self._layer.editingStopped.disconnect(self.forget)
        self._layer.afterCommitChanges.disconnect(self._rebuild)
        self._timer.stop()
        if self._commands:
            self._stack.clear()
        self._commands = []

    def begin(self) -> None:
        """Begin anew with the layer as it is in the file."""
        self.forget()
        self._state = read_state(self._layer)

    def forget(self) -> None:
        """Editing has ended: as with any layer of QGIS there is nothing to undo any more."""
        if self._commands:
            self._stack.clear()
        self._steps, self._commands, self._done = [], [], 0

    def record(self, text: str) -> None:
        """Note what was stored since the last time, as one step; does nothing when nothing was.

        Nothing is while edits wait for the user to save them: then Undo is QGIS's own.
        """
        if saved_together(self._layer):
            return
        now = read_state(self._layer)
        before, after = difference(self._state, now)
        if before and self._layer.isEditable():
            self._steps = [*self._steps[: self._done], _Step(text, before, after)][-_MOST_STEPS:]
            self._done = len(self._steps)
        self._state = now
        self._rebuild()

    def follow_others(self) -> bool:
        """Take over what somebody else wrote in the file, which isn't ours to undo; whether there was anything."""
        now = read_state(self._layer)
        changed = now != self._state
        self._state = now
        return changed

    def _rebuild(self) -> None:
        """Put the steps on the stack, which storing has emptied."""
        if not self._layer.isEditable() or (not self._steps and not self._commands):
            return
        self._passive = True
        self._stack.clear()
        self._commands = [_Command(self._layer, step.text, self._moved) for step in self._steps]
        for command in self._commands:
            self._stack.push(command)
        self._stack.setIndex(self._done)
        self._stack.setClean()  # all of it is in the file: no question about saving
        self._passive = False

    def _moved(self) -> None:
        if not self._passive:
            self._timer.start()

    def _follow(self) -> None:
        """Bring layer and file to where the stack is now."""
        target = self._stack.index()
        if not self._layer.isEditable() or target == self._done or self._stack.count() != len(self._steps):
            return
        if target < self._done:
            changes = [step.before for step in reversed(self._steps[target : self._done])]
        else:
            changes = [step.after for step in self._steps[self._done : target]]
        now = read_state(self._layer)
        wanted, lost = now, False
        for change in changes:
            lost = lost or is_lost(wanted, change)
            wanted = applied(wanted, change)
        self._layer.beginEditCommand("")
        left = write_difference(self._layer, now, wanted)
        self._layer.endEditCommand()
        self._done = target
        if not self._store():  # the edits stay in the layer, and what QGIS's own undo knows of them on the stack
            self._steps, self._commands, self._done = [], [], 0
            return
        self._state = read_state(self._layer)
        self._rebuild()
        if lost or left or difference(self._state, wanted)[0]:
            self.failed.emit(
                InputError("Not all of the edit could be taken back or done again; the areas changed in the meantime.")
            )
