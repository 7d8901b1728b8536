# SPDX-License-Identifier: GPL-2.0-or-later
"""Undo of edits that are stored at once.

QGIS forgets its undo steps when a layer is stored. So what was stored is put on the layer's own undo stack again, as
the difference between two states of the layer: QGIS's Undo and Redo take it back and bring it back, in the file too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsFeature, QgsVectorLayer, QgsVectorLayerUndoCommand
from qgis.PyQt.QtCore import QObject, QTimer

State = dict[int, QgsFeature | None]
_MOST_STEPS = 100


@dataclass(frozen=True)
class _Step:
    """One stored edit: the areas it changed as they were and as they are; None for one that isn't there."""

    text: str
    before: State
    after: State


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

    `store` writes the edit buffer to the file and keeps editing; it returns False when that failed.
    """

    def __init__(self, layer: QgsVectorLayer, store: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._layer = layer
        self._store = store
        self._stack = layer.undoStack()
        self._steps: list[_Step] = []
        self._commands: list[_Command] = []
        self._done = 0
        self._passive = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._follow)
        layer.editingStarted.connect(self.begin)
        layer.editingStopped.connect(self.forget)
        layer.afterCommitChanges.connect(self._rebuild)
        self._state: dict[int, QgsFeature] = {}
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
        self._state = self._read()

    def forget(self) -> None:
        """Editing has ended: as with any layer of QGIS there is nothing to undo any more."""
        if self._commands:
            self._stack.clear()
        self._steps, self._commands, self._done = [], [], 0

    def record(self, text: str) -> None:
        """Note what was stored since the last time, as one step; does nothing when nothing was."""
        if not self._layer.isEditable():
            return
        now = self._read()
        changed = [fid for fid in {**self._state, **now} if not _equal(self._state.get(fid), now.get(fid))]
        if changed:
            before, after = ({fid: state.get(fid) for fid in changed} for state in (self._state, now))
            self._steps = [*self._steps[: self._done], _Step(text, before, after)][-_MOST_STEPS:]
            self._done = len(self._steps)
            self._state = now
        self._rebuild()

    def _read(self) -> dict[int, QgsFeature]:
        return {feature.id(): feature for feature in self._layer.getFeatures()}

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
            states = [step.before for step in reversed(self._steps[target : self._done])]
        else:
            states = [step.after for step in self._steps[self._done : target]]
        wanted: State = {}
        for state in states:
            wanted |= state
        self._apply(wanted)
        self._done = target
        if not self._store():  # the edits stay in the layer, and what QGIS's own undo knows of them on the stack
            self._steps, self._commands, self._done = [], [], 0
            return
        self._state = self._read()
        self._rebuild()

    def _apply(self, state: State) -> None:
        layer = self._layer
        there = set(self._read())
        layer.beginEditCommand("")
        for fid, feature in state.items():
            if feature is None:
                if fid in there:
                    layer.deleteFeature(fid)
            elif fid not in there:
                layer.addFeature(QgsFeature(feature))  # the attribute fid keeps its number
            else:
                self._change(fid, feature)
        layer.endEditCommand()

    def _change(self, fid: int, feature: QgsFeature) -> None:
        layer = self._layer
        now = layer.getFeature(fid)
        if now.geometry().asWkb() != feature.geometry().asWkb():
            layer.changeGeometry(fid, feature.geometry())
        for name in feature.fields().names():
            at = layer.fields().indexOf(name)
            if at >= 0 and now[name] != feature[name]:
                layer.changeAttributeValue(fid, at, feature[name])


def _equal(one: QgsFeature | None, other: QgsFeature | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.attributes() == other.attributes() and one.geometry().asWkb() == other.geometry().asWkb()
