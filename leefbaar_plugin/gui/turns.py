# SPDX-License-Identifier: GPL-2.0-or-later
"""Work that belongs to the thread of the interface, one step per turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from qgis.PyQt.QtCore import QObject, QTimer

from ..engine.errors import CancelledError

Then = Callable[["Turns", Any, BaseException | None], None]


class Turns(QObject):
    """Takes the steps of a generator of fractions; hands what it returned, or its error, to `then`."""

    def __init__(
        self,
        steps: Generator[float, None, Any],
        progressed: Callable[[float], None],
        then: Then,
        of_project: bool,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.of_project = of_project
        self.is_over = False
        self._steps, self._progressed, self._then = steps, progressed, then
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)

    def cancel(self) -> None:
        """Take no more steps; what was begun is undone, and `then` is told."""
        if self._timer.isActive():
            self._end(None, CancelledError("Cancelled; nothing was left behind."))

    def _step(self) -> None:
        try:
            fraction = next(self._steps)
        except StopIteration as over:
            self._end(over.value, None)
        except Exception as problem:  # noqa: BLE001  whatever it is, it is told as of other work
            self._end(None, problem)
        else:
            self._progressed(fraction * 100)

    def _end(self, made: Any, problem: BaseException | None) -> None:
        self._timer.stop()
        self._steps.close()
        self.deleteLater()
        self._then(self, made, problem)
