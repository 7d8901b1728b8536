# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in the background ends, whatever happens to it: replaced, cancelled before it began, lost by QGIS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from qgis.core import QgsApplication, QgsTask

from leefbaar_plugin.engine.errors import CancelledError
from leefbaar_plugin.gui.work import Background


@contextmanager
def busy(qtbot) -> Iterator[None]:
    """All threads that QGIS has for tasks are taken."""
    manager, go, tasks = QgsApplication.taskManager(), Event(), []
    for _ in range(manager.threadPool().maxThreadCount()):
        task = QgsTask.fromFunction("busy", lambda _task: go.wait(30))
        manager.addTask(task)
        tasks.append(task)
    qtbot.waitUntil(lambda: all(task.status() == QgsTask.TaskStatus.Running for task in tasks))
    try:
        yield
    finally:
        go.set()
        qtbot.waitUntil(lambda: not any(one.description() == "busy" for one in manager.activeTasks()))


@pytest.fixture
def background(qtbot):
    made = Background()
    yield made
    made.cancel_all()
    qtbot.waitUntil(lambda: not QgsApplication.taskManager().countActiveTasks())


class Said(list):
    """What was handed over, in order."""

    def done(self, result) -> None:
        self.append(result)

    def failed(self, problem) -> None:
        self.append(type(problem).__name__)


def test_lost_work_is_done_all_the_same(qtbot, background):
    """QGIS takes a runner that waits out of its queue when it takes it for that of a task that ended."""
    said, begun, started, ended = Said(), [], [], []
    background.started.connect(started.append)
    background.ended.connect(ended.append)
    with busy(qtbot):
        for subject in "ab":
            background.start(subject, subject, lambda _p, s=subject: begun.append(s) or s, said.done, said.failed)
        QgsApplication.taskManager().threadPool().clear()  # what the queue holds is gone, and nobody is told
        assert background.is_running("a")
    qtbot.waitUntil(lambda: len(said) == 2, timeout=10_000)
    assert sorted(said) == ["a", "b"] and sorted(begun) == ["a", "b"]
    assert started == ["a", "b"] and sorted(ended) == ["a", "b"]
    assert QgsApplication.taskManager().countActiveTasks() == 0


def test_lost_work_can_be_cancelled(qtbot, background):
    said = Said()
    with busy(qtbot):
        background.start("a", "a", lambda _p: "a", said.done, said.failed)
        QgsApplication.taskManager().threadPool().clear()
        background.cancel("a")
    assert said == [CancelledError.__name__] and not background.is_running("a")


def test_work_that_waits_for_a_thread_is_begun_once(qtbot, background):
    said, begun = Said(), []
    with busy(qtbot):
        background.start("a", "a", lambda _p: begun.append(1) or "a", said.done, said.failed)
        qtbot.wait(1200)
        assert said == [] and begun == []
    qtbot.waitUntil(lambda: said == ["a"])
    qtbot.wait(600)
    assert begun == [1] and said == ["a"]


def test_what_is_replaced_says_nothing(qtbot, background):
    """Whether it had begun or not."""
    said = Said()
    with busy(qtbot):
        for number in range(3):
            background.start("a", "a", lambda _p, n=number: n, said.done, said.failed)
    qtbot.waitUntil(lambda: not background.is_running("a"))
    assert said == [2]


def test_work_that_a_result_leads_to(qtbot, background):
    """It comes to QGIS after the handing over, is running at once, and can be cancelled before it began."""
    said, counted = Said(), []
    manager = QgsApplication.taskManager()

    def go_on(_result) -> None:
        before = manager.count()
        background.start("b", "b", lambda _p: "b", said.done, said.failed)
        background.start("c", "c", lambda _p: "c", said.done, said.failed)
        background.start("d", "d", lambda _p: "never", said.done, said.failed)
        background.start("d", "d", lambda _p: "d", said.done, said.failed)
        counted.append((manager.count() - before, [background.is_running(one) for one in "bcd"]))
        background.cancel("c")

    background.start("a", "a", lambda _p: "a", go_on, said.failed)
    qtbot.waitUntil(lambda: len(said) == 3)
    assert counted == [(0, [True, True, True])]
    assert sorted(said) == ["CancelledError", "b", "d"]
    assert not any(background.is_running(one) for one in "abcd")


def test_a_closed_project_ends_what_a_result_led_to(qtbot, background):
    said = Said()

    def go_on(_result) -> None:
        background.start("b", "b", lambda _p: "b", said.done, said.failed)
        background.start("c", "c", lambda _p: "c", said.done, said.failed, of_project=False)
        background.close_project()

    background.start("a", "a", lambda _p: "a", go_on, said.failed)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert sorted(said) == ["ProjectClosedError", "c"]


def test_nothing_comes_after_all_was_cancelled(qtbot, background):
    said = Said()

    def go_on(_result) -> None:
        background.start("b", "b", lambda _p: "b", said.done, said.failed)
        background.cancel_all()
        said.done("a")

    background.start("a", "a", lambda _p: "a", go_on, said.failed)
    qtbot.waitUntil(lambda: said == ["a"])
    qtbot.wait(600)
    assert said == ["a"]
