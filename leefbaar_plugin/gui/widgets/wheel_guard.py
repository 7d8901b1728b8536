# SPDX-License-Identifier: GPL-2.0-or-later
"""Leaves the wheel to the page that scrolls: turning it over a field must not change what is chosen."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QWidget


class WheelGuard(QObject):
    """Guards fields on a page: one takes the wheel only when the user is in it."""

    def guard(self, *fields: QWidget) -> None:
        """Guard these fields."""
        for field in fields:
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page have a turn of the wheel over a field that doesn't have the focus; called by Qt."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False
