# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps the areas of a project with it: where they are made, brought beside it when it is saved, and given back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QFile, QLockFile, QObject, QTimer, pyqtSignal
from qgis.PyQt.QtXml import QDomDocument

from ... import settings
from ...engine.errors import InputError, LeefbaarError
from ...layers.areas.area_claims import AreasFile, claim, in_use, waiting
from ...layers.areas.area_file import file_of
from ...layers.areas.project_areas import create_areas_layer, open_areas_layer
from ...layers.project.bringing import Move, copy, finish, knows, planned, switch, undo, was_written
from ...layers.project.homes import Home, areas_path, files_beside, home_of, is_areas_file
from ...layers.project.ownership import AREAS_ROLE, owned
from ...pack.files.disk import belongings, is_there, remove
from ...translation import tr
from .areas_folders import areas_folders, remember_folder

AtRest = Callable[[], AbstractContextManager[None]]


class Keeping(QObject):
    """`failed` is sent with an error, `said` with a sentence to show, `changed` when other files may wait for the user.

    `at_rest` gives a context in which nobody edits the areas layer.
    """

    failed = pyqtSignal(object)
    said = pyqtSignal(str)
    changed = pyqtSignal()

    def __init__(self, project: QgsProject, at_rest: AtRest, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project, self._at_rest = project, at_rest
        self._layer: QgsVectorLayer | None = None
        self._lock: QLockFile | None = None
        self._file: Path | None = None
        self._name = ""
        self._home: Home | None = None
        self._moves: list[Move] = []
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._settle)
        self._remember_name()
        project.writeProject.connect(self._bring)
        project.readProject.connect(self._remember_name)
        project.cleared.connect(self._forget_name)

    def disconnect_project(self) -> None:
        """Stop following the project, after what a save began."""
        self._project.writeProject.disconnect(self._bring)
        self._project.readProject.disconnect(self._remember_name)
        self._project.cleared.disconnect(self._forget_name)
        if self._timer.isActive():
            self._settle()
        self.follow(None)

    # The file of the areas

    def new_layer(self) -> QgsVectorLayer:
        """Make a file for the areas of the project, and open it; InputError when that can't be done.

        Not while the project has areas that can't be opened now: they would be forgotten.
        """
        for _entry, layer in owned(self._project, AREAS_ROLE):
            if not layer.isValid():
                raise InputError(
                    "The areas of this project can't be opened: {file} isn't there. Bring it back, or remove layer "
                    "{layer} first.",
                    file=file_of(layer),
                    layer=layer.name(),
                )
        folder = settings.load().folder
        path = areas_path(self._project, folder)
        layer = create_areas_layer(path)
        if path.parent == folder:
            remember_folder(folder)
        self._tell_place(path)
        return layer

    def follow(self, layer: QgsVectorLayer | None) -> None:
        """Follow the areas layer of the project: a file in a data folder is marked as open as long as it is."""
        path = self._file = file_of(layer) if layer is not None else None
        if self._lock is not None:
            self._lock.unlock()
        self._layer, self._lock = layer, in_use(path) if path is not None and self._is_out(path) else None
        self.changed.emit()

    def _is_out(self, path: Path) -> bool:
        return path.parent.resolve() in {folder.resolve() for folder in areas_folders()}

    # Saving

    def _remember_name(self) -> None:
        self._name, self._home = self._project.fileName(), home_of(self._project)

    def _forget_name(self) -> None:
        self._name, self._home, self._told = "", None, ""
        self.changed.emit()

    def _bring(self, document: QDomDocument) -> None:
        """The project is being written: what belongs beside it is copied there, and shown from there."""
        if self._timer.isActive():
            self._settle()
        home = home_of(self._project)
        if home is not None:
            for move in planned(self._project, home, self._name, self._home, areas_folders()):
                try:
                    with self._at_rest():
                        copy(move)
                        switch(self._project, move, document)
                except LeefbaarError as problem:
                    self.failed.emit(problem)
                else:
                    self._moves.append(move)
        self._timer.start()

    def _settle(self) -> None:
        """The project was written, or not: the copies stay, and what they came from goes, or they go themselves."""
        self._timer.stop()
        moves, self._moves = self._moves, []
        for move in moves:
            if not knows(self._project, move.target.name):
                with self._at_rest():
                    undo(self._project, move)
            elif not finish(move):
                claim(move.source, self._project.fileName())
            elif self._home is not None and is_areas_file(move.source, self._home.stem) and move.is_shared:
                claim(move.source, self._name)  # by their names both would be of either project
                claim(move.target, self._project.fileName())
        if was_written(self._project):
            self._remember_name()
        path = file_of(self._layer) if self._layer is not None else None
        if path is not None and self._is_out(path) and self._name and knows(self._project, path.name):
            claim(path, self._name)
            self._tell_place(path)
        self.changed.emit()

    def _tell_place(self, path: Path) -> None:
        """Areas of a saved project that aren't beside it: say where they are, once."""
        home: Home | None = home_of(self._project)
        if home is None or path.parent == home.folder or self._told == str(path):
            return
        self._told = str(path)
        if home.folder is None:
            text = tr("The project is kept in a database. Its areas are stored in {file}.")
        else:
            text = tr("The folder of the project can't be written. Its areas are stored in {file}.")
        self.said.emit(text.format(file=path))

    # Giving back

    def waiting(self) -> list[AreasFile]:
        """Areas files that belong to no project and are open nowhere; for any thread.

        Those that bear the name of the open project, beside it, are among them while it doesn't show them: QGIS may
        have died before the project was saved with its first area.
        """
        home, known = self._home, self._file
        return waiting(areas_folders(), files_beside(home, known) if home is not None else ())

    def reopened(self, file: AreasFile) -> QgsVectorLayer:
        """The layer of areas that are taken back; InputError when another QGIS has them, or they can't be read."""
        lock = in_use(file.path)
        if lock is None:
            raise InputError("{file} is open in another QGIS.", file=file.path.name)
        lock.unlock()
        return open_areas_layer(file.path)

    def discard(self, file: AreasFile) -> bool:
        """Throw areas away, into the wastebasket where there is one; False when that failed, and was told."""
        lock = in_use(file.path)
        if lock is None:
            self.failed.emit(InputError("{file} is open in another QGIS.", file=file.path.name))
            return False
        try:
            for one in [*belongings(file.path), file.path]:
                if is_there(one) and not QFile(str(one)).moveToTrash():
                    remove(one)
        except OSError as problem:
            self.failed.emit(InputError("{file} can't be removed: {problem}.", file=file.path.name, problem=problem))
            return False
        finally:
            lock.unlock()
        self.changed.emit()
        return True
