# SPDX-License-Identifier: GPL-2.0-or-later
"""Timers that go with their owner."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, QTimer


def timer(owner: QObject, milliseconds: int, then: Callable[[], None], single: bool = True) -> QTimer:
    """A timer of an object, not begun yet; `single` for one that ends when it is over."""
    made = QTimer(owner)
    made.setSingleShot(single)
    made.setInterval(milliseconds)
    made.timeout.connect(then)
    return made
