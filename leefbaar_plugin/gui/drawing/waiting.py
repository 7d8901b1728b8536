# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas that no project knows, such as after a crash: they wait until the user takes them back or throws them away."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QMessageBox

from ...engine.errors import LeefbaarError
from ...layers.areas.area_claims import AreasFile
from ...layers.areas.area_order import ordered_names
from ...pack.files.disk import remove
from ...plain_text import PlainBox
from ...translation import tr, trn
from ...words import formats
from ..importing.known_packs import day
from ..messages import Messages
from ..work import Background
from .areas import Areas

_SUBJECT = "waiting areas"


class Waiting(QObject):
    """Knows what waits. `changed` is sent with the files, the newest first, when that is known anew; `asked` when the
    user wants to see them all.
    """

    changed = pyqtSignal(list)
    asked = pyqtSignal()

    def __init__(self, iface: Any, areas: Areas, background: Background, messages: Messages) -> None:
        super().__init__()
        self._iface, self._areas, self._background, self._messages = iface, areas, background, messages
        self.files: list[AreasFile] = []
        self._reminded = False
        areas.keeping.changed.connect(self.look)

    def close(self) -> None:
        """Stop looking."""
        self._areas.keeping.changed.disconnect(self.look)
        self._background.cancel(_SUBJECT)

    def look(self) -> None:
        """Find out what waits, in the background: folders may lie on a share."""
        keeping = self._areas.keeping

        def done(found: list[AreasFile]) -> None:
            self.files = found
            self.changed.emit(found)

        title = tr("Leefbaarometer: looking for areas to bring back")
        self._background.start(
            _SUBJECT, title, lambda _progress: keeping.waiting(), done, lambda _problem: None, of_project=False
        )

    def remind(self) -> None:
        """The start page, which lists them, gave way to data: say once that they go on waiting."""
        if self.files and not self._reminded:
            self._reminded = True
            self._messages.warn(
                tr("Areas that no project knows wait to be brought back."), tr("Show…"), self.asked.emit
            )

    def open(self) -> None:
        """Show what waits, or that nothing does."""
        if self.files:
            self.asked.emit()
        else:
            self._messages.info(tr("There are no areas to bring back."))

    def take_back(self, file: AreasFile) -> None:
        """Bring areas into the project: their file as its own, or what is in it among those that it has."""
        try:
            layer = self._areas.keeping.reopened(file)
            if self._areas.layer is None:
                self._areas.take_file(layer)
                self._messages.info(tr("The areas are back. Save the project to keep them with it."))
                return
            names, shapes = ordered_names(layer), {one.id(): one.geometry() for one in layer.getFeatures()}
        except LeefbaarError as problem:
            self._messages.error(problem)
            return
        del layer
        given = [(name, QgsGeometry(shapes[fid])) for fid, name in names.items()]
        there = [one for one in given if not one[1].isNull()]
        text = trn("{count} area was added.", "{count} areas were added.", len(there))
        text = text.format(count=formats.count(len(there)))

        def added() -> None:
            self._messages.info(text)
            self._remove(file, whole=len(there) == len(given))

        if there:
            self._areas.add(there, then=added, can_undo=False)  # the file they came from goes

    def _remove(self, file: AreasFile, whole: bool) -> None:
        """Its areas are in the project now; a file of which some aren't stays."""
        try:
            if whole:
                remove(file.path)
        except OSError:
            return  # it goes on waiting
        finally:
            self.look()

    def look_at(self, file: AreasFile) -> None:
        """Show what is in a file, and where it lies."""
        names = "\n".join(f"– {name}" for name in file.names)
        more = (file.number or 0) - len(file.names)
        left = "\n" + tr("and {count} more").format(count=formats.count(more)) if names and more > 0 else ""
        box = self._box(QMessageBox.Icon.Information, f"{title_of(file)}\n{when(file)} · {origin(file)}")
        box.setInformativeText(f"{names}{left}\n\n{file.path}".strip())
        box.open()

    def discard(self, file: AreasFile) -> None:
        """Throw areas away when the user confirms it."""
        box = self._box(QMessageBox.Icon.Question, tr("Throw away {what}?").format(what=title_of(file)))
        box.setInformativeText(f"{when(file)} · {origin(file)}")
        yes = box.addButton(tr("Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.buttonClicked.connect(lambda button: self._areas.keeping.discard(file) if button is yes else None)
        box.open()

    def _box(self, icon: QMessageBox.Icon, text: str) -> QMessageBox:
        box = PlainBox(icon, "Leefbaarometer", text, self._iface.mainWindow())
        box.setObjectName("LeefbaarometerWaitingAreas")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box


def title_of(file: AreasFile) -> str:
    """What a file holds: the name of its only area, or how many there are."""
    if file.number is None:
        return file.path.name
    if file.number == 1 and file.names:
        return file.names[0]
    return trn("{count} area", "{count} areas", file.number).format(count=formats.count(file.number))


def when(file: AreasFile) -> str:
    """When something was stored last."""
    return f"{day(file.changed.isoformat())} {file.changed:%H:%M}"


def origin(file: AreasFile) -> str:
    """Which project the areas come from, and that they can't be read if so."""
    text = tr("from {project}").format(project=Path(file.project).name) if file.project else tr("never saved")
    return text if file.number is not None else " · ".join((tr("can't be read"), text))
