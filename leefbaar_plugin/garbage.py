# SPDX-License-Identifier: GPL-2.0-or-later
"""Garbage is left to the main thread: Python's collector stays off while work is done in another one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal


class _Collector(QObject):
    """Counts the work; once all of it has ended, the main thread puts the collector back as it was.

    Put back by the thread that ends its work, the collector would run there next.
    """

    _ended = pyqtSignal()

    def __init__(self) -> None:
        super().__init__(QCoreApplication.instance())  # which keeps it, also when the plugin is reloaded meanwhile
        self._lock = Lock()
        self._at_work = 0
        self._was_on = False
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Work begins, in any thread."""
        with self._lock:
            if not self._at_work:
                self._was_on = gc.isenabled()
                gc.disable()
            self._at_work += 1

    def end(self) -> None:
        """Work has ended, in any thread."""
        self._ended.emit()

    def _end(self) -> None:
        with self._lock:
            self._at_work -= 1
            if not self._at_work and self._was_on:
                gc.enable()


_COLLECTOR = _Collector()


@contextmanager
def left_to_main_thread() -> Iterator[None]:
    """Leave garbage to the main thread while this work is done in another; on the main thread nothing changes.

    What refers to itself (a closed dialog, a layer that was let go of, of whichever plugin) would else be destroyed in
    the thread that happens to make objects when it is found, and QGIS ends.
    """
    application = QCoreApplication.instance()
    if application is None or QThread.currentThread() == application.thread():
        yield
        return
    _COLLECTOR.begin()
    try:
        yield
    finally:
        _COLLECTOR.end()
