# SPDX-License-Identifier: GPL-2.0-or-later
"""Garbage is left to the main thread: Python's collector stays off while work is done in another one."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal


class Collector:
    """Python's collector: off from the first `begin` until as many `end`, then as it was."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._at_work = 0
        self._was_on = False

    def begin(self) -> None:
        """Work begins."""
        with self._lock:
            if not self._at_work:
                self._was_on = gc.isenabled()
                gc.disable()
            self._at_work += 1

    def end(self) -> None:
        """Work has ended."""
        with self._lock:
            self._at_work -= 1
            if not self._at_work and self._was_on:
                gc.enable()


class _End(QObject):
    """Has the main thread say that work has ended: the collector would run next in the thread that puts it back."""

    _told = pyqtSignal()

    def __init__(self, main: QThread) -> None:
        super().__init__()
        self.moveToThread(main)  # before the connection, whose own object stays in the thread it has then
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def tell(self) -> None:
        """Called in the thread of the work."""
        _TELLING.add(self)
        self._told.emit()

    def _tell(self) -> None:
        _COLLECTOR.end()
        _TELLING.discard(self)


_COLLECTOR = Collector()
_TELLING: set[_End] = set()
"""Kept until they were heard: after the plugin was unloaded, too, for nothing is collected before."""


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
        _End(application.thread()).tell()
