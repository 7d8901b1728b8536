# SPDX-License-Identifier: GPL-2.0-or-later
"""Calls put off to a later turn of the event loop."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject

from ..layers.timers import timer


def later(owner: QObject, call: Callable[[], object], after: int = 0) -> None:
    """Call once the event loop has come round, or after so many milliseconds; never when `owner` is gone by then.

    QTimer.singleShot knows no owner in PyQt5: a call about a widget that was taken away meanwhile would fail.
    """

    def due() -> None:
        waiting.deleteLater()
        call()

    waiting = timer(owner, after, due)
    waiting.start()
