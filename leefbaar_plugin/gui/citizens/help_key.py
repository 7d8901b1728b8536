# SPDX-License-Identifier: GPL-2.0-or-later
"""F1 in our widgets; the help itself is read when it is opened first."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QWidget

INDEX = "index"
"""The page that the help begins with."""


class HelpKey(QObject):
    """Sends `wanted` when F1 is pressed in a widget: before QGIS's own F1, and only there."""

    wanted = pyqtSignal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    def eventFilter(self, _widget: QObject, event: QEvent) -> bool:
        """Take F1; called by Qt for every event of the widget, and of those in it that don't take the key."""
        kinds = QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress
        if event.type() not in kinds or not event.matches(QKeySequence.StandardKey.HelpContents):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.wanted.emit()
        return True
