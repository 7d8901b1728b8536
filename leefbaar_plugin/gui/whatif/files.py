# SPDX-License-Identifier: GPL-2.0-or-later
"""Scenario files from the panel: saved with what they were reckoned with, and opened beside those there are."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QWidget

from ...analysis.scenarios.file import read_book, write_document
from ...analysis.scenarios.told import recipe_document
from ...engine.errors import LeefbaarError
from ...translation import language, tr
from ..messages import Messages
from ..session import Session
from .kept import KeptScenarios

_FILTER = "JSON (*.json)"


class ScenarioFiles:
    """Asks for a file and does it; what goes wrong is said, and changes nothing."""

    def __init__(self, kept: KeptScenarios, session: Session, messages: Messages, parent: QWidget) -> None:
        self._kept, self._session, self._messages, self._parent = kept, session, messages, parent

    def ask_to_save(self) -> None:
        """Save all scenarios in a file that the user chooses."""
        name = str(self._folder() / (tr("scenarios") + ".json"))
        chosen, _ = QFileDialog.getSaveFileName(self._parent, tr("Save the scenarios"), name, _FILTER)
        if chosen:
            self.save(Path(chosen if chosen.casefold().endswith(".json") else f"{chosen}.json"))

    def ask_to_open(self) -> None:
        """Take the scenarios in from a file that the user chooses."""
        chosen, _ = QFileDialog.getOpenFileName(self._parent, tr("Open scenarios"), str(self._folder()), _FILTER)
        if chosen:
            self.open(Path(chosen))

    def save(self, path: Path) -> None:
        """Write all scenarios, with the data and rules they are reckoned with."""
        session = self._session
        measurer = session.measurer if session.pack is not None and session.pack.grid is not None else None
        try:
            write_document(path, recipe_document(self._kept.book, measurer, session.year, language()))
        except (LeefbaarError, OSError) as problem:
            self._messages.error(problem)
            return
        self._messages.info(tr("The scenarios were saved in {file}.").format(file=path))

    def open(self, path: Path) -> None:
        """Take the scenarios of a file in beside those there are."""
        try:
            book = read_book(path, self._session.model)
        except LeefbaarError as problem:
            self._messages.error(problem)
            return
        self._kept.take(book)

    def _folder(self) -> Path:
        home = self._session.project.homePath()
        return Path(home) if home else Path.home()
