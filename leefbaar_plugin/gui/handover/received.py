# SPDX-License-Identifier: GPL-2.0-or-later
"""A project that a colleague packed: unpacked beside its zip, or in the data folder, and opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from qgis.PyQt.QtWidgets import QFileDialog

from ... import settings
from ...layers.project.homes import can_write_in
from ...pack.files.disk import is_folder
from ...report.unpacking import unpack_project
from ...translation import tr
from ..messages import Messages
from ..work import Background

_SUBJECT = "received"
_FOLDER = "ontvangen"
"""Folder in the data folder for what can't be unpacked where its zip lies."""


class Received:
    """Opens packed projects; what is open is saved first, when the user wants that."""

    def __init__(self, iface: Any, background: Background, messages: Messages) -> None:
        self._iface, self._background, self._messages = iface, background, messages

    def choose(self) -> None:
        """Ask for a zip, and open it."""
        title, filters = tr("Project packed by a colleague"), "Zip (*.zip)"
        path, _filter = QFileDialog.getOpenFileName(self._iface.mainWindow(), title, "", filters)
        if path:
            self.open(path)

    def open(self, path: str) -> None:
        """Unpack a zip in the background, then open its project."""
        file = Path(path)
        beside = is_folder(file.parent) and can_write_in(file.parent)
        parent = file.parent if beside else settings.load().folder / _FOLDER
        work = partial(unpack_project, file, parent)
        title = tr("Leefbaarometer: unpacking {file}").format(file=file.name)
        self._background.start(_SUBJECT, title, work, self._show, self._messages.error, of_project=False)

    def _show(self, project: Path) -> None:
        if self._iface.addProject(str(project)):
            self._messages.info(tr("Unpacked and opened: {folder}.").format(folder=project.parent))
        else:
            text = tr("Unpacked in {folder}; the project wasn't opened.").format(folder=project.parent)
            self._messages.info(text, tr("Open"), partial(self._iface.addProject, str(project)))
