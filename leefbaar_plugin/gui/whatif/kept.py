# SPDX-License-Identifier: GPL-2.0-or-later
"""The scenarios of the project: kept with it, with the one that is chosen, and every change can be undone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...analysis.scenarios.document import Book, Scenario, ScenarioStep, as_json, from_json
from ...analysis.scenarios.history import History
from ...engine.errors import InputError, LeefbaarError
from ...pack.files.json_text import JsonError, parsed
from ...pack.files.resources import load_model
from ...translation import tr

_SCOPE, _KEY = "leefbaarometer", "whatif"
_LATER = 150
"""Milliseconds of rest after which a change goes into the project: a slider that moves makes many."""


class KeptScenarios(QObject):
    """Book, history and the chosen scenario. `changed` is sent after every change, `failed` with an error to show."""

    changed = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._history = History()
        self._current = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._write)
        project.readProject.connect(self.restore)
        project.cleared.connect(self.restore)
        project.writeProject.connect(self._write_what_waits)

    def disconnect_project(self) -> None:
        """Stop listening to the project; what waits is written first."""
        self._write_what_waits()
        self._project.readProject.disconnect(self.restore)
        self._project.cleared.disconnect(self.restore)
        self._project.writeProject.disconnect(self._write_what_waits)

    # What there is

    @property
    def book(self) -> Book:
        """All scenarios."""
        return self._history.book

    @property
    def current(self) -> Scenario | None:
        """The chosen scenario; None before the first."""
        scenarios = self.book.scenarios
        found = [one for one in scenarios if one.id == self._current] or scenarios[-1:]
        return found[0] if found else None

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to undo."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone change to do again."""
        return self._history.can_redo

    def steps(self) -> tuple[tuple[ScenarioStep, ...], tuple[ScenarioStep, ...]]:
        """Steps of the scenarios that the chosen one branches off from, and its own."""
        scenario = self.current
        if scenario is None:
            return (), ()
        return (self.book.steps(scenario.parent) if scenario.parent else ()), scenario.steps

    # Changes

    def choose(self, scenario_id: str) -> None:
        """Choose another scenario."""
        self._current = scenario_id
        self._noted()

    def undo(self) -> None:
        """Go back one change."""
        self._history.undo()
        self._noted()

    def redo(self) -> None:
        """Do the last undone change again."""
        self._history.redo()
        self._noted()

    def add(self, branch: bool = False) -> None:
        """A new scenario, empty or branching off from the chosen one; it is chosen."""
        scenario = self.current if branch else None
        if scenario is not None:
            name, parent = tr("{name}, continued").format(name=scenario.name), scenario.id
        else:
            name, parent = tr("Scenario {number}").format(number=len(self.book.scenarios) + 1), ""
        self._try(lambda: self._choose_made(self._history.add(name, parent)))

    def duplicate(self) -> None:
        """A copy of the chosen scenario; it is chosen."""
        scenario = self.current
        if scenario is not None:
            name = tr("{name}, copy").format(name=scenario.name)
            self._try(lambda: self._choose_made(self._history.duplicate(scenario.id, name)))

    def rename(self, name: str) -> None:
        """Give the chosen scenario another name; an empty one changes nothing."""
        scenario, name = self.current, " ".join(name.split())[:100]
        if scenario is not None and name and name != scenario.name:
            self._try(lambda: self._history.rename(scenario.id, name))

    def delete(self) -> None:
        """Take the chosen scenario away."""
        scenario = self.current
        if scenario is not None:
            self._try(lambda: self._history.delete(scenario.id))

    def take(self, book: Book) -> None:
        """Take the scenarios of a file in beside those there are; the last one is chosen."""
        self._try(lambda: self._choose_made(self._history.take(book)))

    def put_steps(self, steps: Iterable[ScenarioStep], together: bool = False) -> None:
        """Give the chosen scenario other steps, a first one when there is none; `together` with the last change."""
        scenario = self.current
        if scenario is None:
            scenario = self._history.add(tr("Scenario {number}").format(number=1))
            self._current, together = scenario.id, True
        chosen = scenario.id
        self._try(lambda: self._history.put_steps(chosen, steps, together))

    def _choose_made(self, made: Scenario) -> None:
        self._current = made.id

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except LeefbaarError as problem:
            self.failed.emit(problem)
        self._noted()

    # In the project

    def _noted(self) -> None:
        if self.current is not None:
            self._current = self.current.id
        self._project.setDirty(True)
        self._later.start()
        self.changed.emit()

    def _write_what_waits(self, _document: object = None) -> None:
        if self._later.isActive():
            self._later.stop()
            self._write()

    def _write(self) -> None:
        text = json.dumps(as_json(self.book), ensure_ascii=False) if self.book.scenarios else ""
        for name, value in (("book", text), ("current", self._current)):
            if value:
                self._project.writeEntry(_SCOPE, f"{_KEY}/{name}", value)
            else:
                self._project.removeEntry(_SCOPE, f"{_KEY}/{name}")

    def restore(self) -> None:
        """Come back with the project that is open. What can't be read is said, and stays in the project."""
        self._later.stop()
        text = str(self._project.readEntry(_SCOPE, f"{_KEY}/book", "")[0])
        self._current = str(self._project.readEntry(_SCOPE, f"{_KEY}/current", "")[0])
        book = Book()
        if text:
            try:
                book = from_json(parsed(text), load_model("lbm3"))
            except (JsonError, InputError) as problem:
                self._project.writeEntry(_SCOPE, f"{_KEY}/unread", text)
                self.failed.emit(
                    InputError(
                        "The scenarios of this project can't be read, and were put aside. {problem}", problem=problem
                    )
                )
        self._history = History(book)
        self.changed.emit()
