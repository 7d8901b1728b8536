# SPDX-License-Identifier: GPL-2.0-or-later
"""What refers to itself is collected by the main thread, whichever thread makes objects when it is found."""

from __future__ import annotations

import gc
import threading

import pytest
from qgis.core import QgsExpressionContext, QgsFeedback, QgsLocatorContext, QgsProcessingFeedback
from qgis.PyQt.QtCore import QThread

from leefbaar_plugin import garbage
from leefbaar_plugin.gui.citizens.expressions import _Function
from leefbaar_plugin.gui.citizens.locator import AreaFilter
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.processing.algorithm import LeefbaarometerAlgorithm


class Cycle:
    """Refers to itself, and tells which thread finds it."""

    def __init__(self, found):
        self.myself, self._found = self, found

    def __del__(self):
        self._found.append(threading.current_thread() is threading.main_thread())


def busy(dropped, released):
    """Make objects enough to have all generations collected, once the main thread let go of a cycle."""
    dropped.wait(10)
    kept = [[number] for number in range(400_000)]
    released.set()
    return len(kept)


@pytest.fixture
def let_go():
    """Let go of cycles while `work` is done in another thread; in `found` who found them."""
    found, dropped, released = [], threading.Event(), threading.Event()

    def run(start):
        gc.collect()
        start(lambda *_what: busy(dropped, released))
        for _ in range(5):
            Cycle(found)
        dropped.set()
        assert released.wait(20)
        return found

    return run


def in_thread(work):
    """Do work in a thread of Qt, as QGIS does."""

    class Thread(QThread):
        def run(self):
            work()

    thread = Thread()
    thread.start()
    return thread


def ended(qtbot):
    qtbot.waitUntil(gc.isenabled, timeout=5_000)
    gc.collect()


def test_work_in_the_background(let_go, qtbot):
    background, got = Background(), []
    found = let_go(lambda work: background.start("one", "one", work, got.append, got.append))
    assert found == [], "nobody looked for them meanwhile"
    qtbot.waitUntil(lambda: len(got) == 1)
    ended(qtbot)
    assert found == [True] * 5 and got == [400_000]


@pytest.mark.parametrize("who", ["algorithm", "expression", "search"])
def test_other_work_in_threads_of_qgis(let_go, qtbot, who):
    threads = []

    def start(work):
        if who == "algorithm":
            algorithm = type("Algorithm", (LeefbaarometerAlgorithm,), {"id_": "one", "compute": work})()
            algorithm.compute = work
            call = lambda: algorithm.processAlgorithm({}, None, QgsProcessingFeedback())  # noqa: E731
        elif who == "expression":
            function = _Function("lbm_one", (), "", (), work)
            call = lambda: function.func([], QgsExpressionContext(), None, None)  # noqa: E731
        else:
            searching = AreaFilter.__new__(AreaFilter)
            searching._send = work
            call = lambda: AreaFilter.fetchResults(searching, "schiedam", QgsLocatorContext(), QgsFeedback())  # noqa: E731
        threads.append(in_thread(call))

    found = let_go(start)
    assert found == []
    assert threads[0].wait(10_000)
    ended(qtbot)
    assert found == [True] * 5


def test_on_the_main_thread_nothing_changes():
    with garbage.left_to_main_thread():
        assert gc.isenabled()


def test_the_last_of_several_puts_it_back():
    """Whatever it was: a collector that somebody else switched off stays off."""
    collector = garbage.Collector()
    collector.begin(), collector.begin()
    assert not gc.isenabled()
    collector.end()
    assert not gc.isenabled()
    collector.end()
    assert gc.isenabled()
    gc.disable()
    try:
        collector.begin(), collector.end()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_many_works_at_once_leave_nothing(qtbot):
    """As a map does whose labels call our functions in several threads."""
    done = []

    def work():
        for _ in range(2_000):
            with garbage.left_to_main_thread():
                assert not gc.isenabled()
        done.append(True)

    threads = [in_thread(work) for _ in range(4)]
    qtbot.waitUntil(lambda: len(done) == 4, timeout=30_000)
    assert all(one.wait(10_000) for one in threads)
    qtbot.waitUntil(gc.isenabled, timeout=10_000)
    assert not garbage._TELLING
