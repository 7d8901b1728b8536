# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in the background: one running task per subject, the newest wins."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import partial
from typing import Any

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..engine.errors import CancelledError
from ..garbage import left_to_main_thread
from ..pack.files.progress import Progress
from .later import later

Function = Callable[[Progress], Any]
_LOOK_EVERY = 250
"""Milliseconds between two looks for work that QGIS lost."""


class ProjectClosedError(CancelledError):
    """The project that some work belonged to isn't open any more; nobody waits for it."""


class _Task(QgsTask):
    """Runs a function that takes a progress; keeps its result or its error for `finished`."""

    def __init__(
        self, title: str, function: Function, then: Callable[[_Task, Any, BaseException | None], None], of_project: bool
    ) -> None:
        # what there is to say is said by us, not by QGIS as well
        super().__init__(title, QgsTask.Flag.CanCancel | QgsTask.Flag.Silent)
        self.of_project = of_project
        self.is_over = False
        self._title = title
        self._function: Function | None = function
        self._then: Callable[[_Task, Any, BaseException | None], None] | None = then
        self._result: Any = None
        self._problem: BaseException | None = None

    def run(self) -> bool:
        """Do the work; called by QGIS in another thread."""
        function, self._function = self._function, None
        if function is None:
            return False
        try:
            with left_to_main_thread():
                self._result = function(self._report)
        except Exception as problem:  # noqa: BLE001  whatever it is, it belongs on the main thread
            self._problem = problem
            return False
        return True

    def _report(self, fraction: float) -> bool:
        self.setProgress(fraction * 100)
        return not self.isCanceled()

    def finished(self, done: bool) -> None:
        """Hand over, and let go of everything: a pack that was closed would stay open as long as a task knows it.

        Called by QGIS on the main thread.
        """
        problem, result, then = self._problem, self._result, self._then
        self._problem = self._result = self._function = self._then = None
        if not done and problem is None:
            problem = CancelledError("Cancelled; nothing was left behind.")
        if then is not None:
            then(self, result, problem)

    def another(self) -> _Task | None:
        """The same work for another task, which this one then doesn't do; None when it has begun."""
        function, self._function = self._function, None
        then, self._then = self._then, None
        if function is None or then is None:
            self._then = then
            return None
        task = _Task(self._title, function, then, self.of_project)
        task.is_over = self.is_over
        return task


class _Turns(QObject):
    """Takes the steps of a generator of fractions, one per turn of the event loop.

    What it returned, or its error, goes to `then`.
    """

    def __init__(
        self,
        steps: Generator[float, None, Any],
        progressed: Callable[[float], None],
        then: Callable[[_Turns, Any, BaseException | None], None],
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


class Background(QObject):
    """Starts work by subject. `started` and `ended` carry the subject, `progressed` also a percentage.

    QGIS may lose a task that waits for a thread: it keeps the address of the runner of a task that ended, and takes
    whatever has that address by then out of the queue (its issue 53806). Two things help. Work that is started while a
    result is handed over comes to QGIS after that; and what waits although a thread is free is given to QGIS anew.
    """

    started = pyqtSignal(str)
    progressed = pyqtSignal(str, float)
    ended = pyqtSignal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running: dict[str, _Task | _Turns] = {}
        self._alive: list[_Task] = []
        self._waiting: dict[str, _Task] = {}
        self._handing_over = 0
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY)
        self._watch.timeout.connect(self._look)

    def start(
        self,
        subject: str,
        title: str,
        function: Function,
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        of_project: bool = True,
    ) -> None:
        """Run `function` in the background and hand its result to `done`, or its error to `failed`.

        Work on the same subject that is still running is cancelled, and its result dropped. Work `of_project` ends with
        the project that is open.
        """
        task = _Task(title, function, self._then(subject, done, failed), of_project)
        self._begin(subject, task)
        self._launch(subject, task)

    def start_steps(
        self,
        subject: str,
        steps: Generator[float, None, Any],
        done: Callable[[Any], None],
        failed: Callable[[BaseException], None],
        of_project: bool = True,
    ) -> None:
        """The same for work that QGIS wants on the thread of the interface: a step (which yields the fraction that is
        done) per turn of the event loop, so that windows are looked after in between.
        """
        progressed = partial(self.progressed.emit, subject)
        self._begin(subject, _Turns(steps, progressed, self._then(subject, done, failed), of_project, self))

    def _begin(self, subject: str, task: _Task | _Turns) -> None:
        before = self._running.pop(subject, None)
        if before is not None:
            before.cancel()
        self._running[subject] = task
        self.started.emit(subject)

    def _then(
        self, subject: str, done: Callable[[Any], None], failed: Callable[[BaseException], None]
    ) -> Callable[[Any, Any, BaseException | None], None]:
        """What hands over the result of work, unless other work on its subject came in its place."""

        def then(task: _Task | _Turns, result: Any, problem: BaseException | None) -> None:
            if self._running.get(subject) is not task:
                return
            del self._running[subject]
            self._handing_over += 1
            try:
                self.ended.emit(subject)
                if task.is_over:
                    failed(ProjectClosedError("Cancelled; nothing was left behind."))
                elif problem is None:
                    done(result)
                else:
                    failed(problem)
            finally:
                self._handing_over -= 1

        return then

    def _launch(self, subject: str, task: _Task) -> None:
        task.progressChanged.connect(lambda percent: self.progressed.emit(subject, percent))
        # QGIS doesn't keep the Python half of a task: one that was replaced would be collected while it still runs
        self._alive = [*(one for one in self._alive if not sip.isdeleted(one)), task]
        if self._handing_over:
            later(self, partial(self._add, task))
        else:
            self._add(task)

    def _add(self, task: _Task) -> None:
        if task.isCanceled():  # QGIS, which never knew it, won't say so
            self._alive.remove(task)
            task.finished(False)
            return
        if not self._watch.isActive():
            self._watch.start()
        QgsApplication.taskManager().addTask(task)

    def _look(self) -> None:
        """Give work to QGIS anew that waited for a thread at the look before, too, and could have had one."""
        if not self._running:
            self._watch.stop()
        pool = QgsApplication.taskManager().threadPool()
        waited, self._waiting = self._waiting, {}
        if pool.activeThreadCount() >= pool.maxThreadCount():
            return
        for subject, task in list(self._running.items()):
            if isinstance(task, _Turns) or task.status() != QgsTask.TaskStatus.Queued or task.isCanceled():
                continue
            again = task.another() if waited.get(subject) is task else None
            if again is None:
                self._waiting[subject] = task
                continue
            self._running[subject] = again
            task.cancel()
            self._launch(subject, again)

    def cancel(self, subject: str) -> None:
        """Cancel work on a subject; its error comes to `failed` as CancelledError. Fine when there is none."""
        task = self._running.get(subject)
        if task is not None:
            task.cancel()

    def close_project(self) -> None:
        """Cancel what belongs to the project that was closed; it ends as a `ProjectClosedError`, result or not."""
        for task in list(self._running.values()):
            if task.of_project:
                task.is_over = True
                task.cancel()

    def cancel_all(self) -> None:
        """Cancel everything and forget it; nothing is handed over any more."""
        tasks, self._running = list(self._running.values()), {}
        for task in tasks:
            task.cancel()

    def is_running(self, subject: str) -> bool:
        """Whether work on a subject is under way."""
        return subject in self._running
