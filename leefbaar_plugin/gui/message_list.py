# SPDX-License-Identifier: GPL-2.0-or-later
"""The bell in the head of the panel: messages that hold a choice, until it is taken."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtWidgets import QMenu, QToolButton, QWidget

from ..charts.painting.tinted_icon import tinted_icon
from ..pack.files.resources import resource_path
from ..plain_text import as_tip, caption
from ..translation import tr
from .messages import Messages

_LONGEST = 70


class MessageList(QToolButton):
    """Hidden while nothing waits; a click lists what does, the newest first."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("LeefbaarometerMessages")
        self._messages = messages
        self._tint()
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        messages.changed = self.follow
        self.follow()

    def _tint(self) -> None:
        self.setIcon(tinted_icon(resource_path("icons", "bell.svg"), self.palette()))

    def changeEvent(self, event: QEvent) -> None:
        """The icon follows a change between light and dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def follow(self) -> None:
        """Say how many wait."""
        count = len(self._messages.waiting)
        self.setVisible(count > 0)
        self.setText(str(count))
        said = tr("Messages that wait for a choice: {count}").format(count=count)
        self.setToolTip(as_tip(said))
        self.setAccessibleName(said)

    def _fill(self) -> None:
        menu = self.menu()
        menu.clear()
        for waiting in reversed(self._messages.waiting):
            text = waiting.text if len(waiting.text) <= _LONGEST else waiting.text[: _LONGEST - 1] + "…"
            action = menu.addAction(caption(tr("{button}: {text}").format(button=waiting.button, text=text)))
            action.setToolTip(as_tip(waiting.text))
            action.triggered.connect(lambda _checked=False, waiting=waiting: self._messages.take(waiting))
        menu.addSeparator()
        menu.addAction(tr("Empty the list")).triggered.connect(lambda _checked=False: self._messages.forget())
