# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in for the plugin when it can't be imported: one message, with the diagnostics to copy."""

from __future__ import annotations

from html import escape
from typing import Any

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import qWarning
from qgis.PyQt.QtWidgets import QPushButton

from .diagnostics import copy_diagnostics, diagnostics, explain
from .translation import Translator, tr


class UnavailablePlugin:
    """Says what is missing or broken and how to get it, and does nothing else."""

    def __init__(self, iface: Any, problem: Exception) -> None:
        self._iface = iface
        self._problem = problem
        self._translator = Translator()
        self._message: Any = None

    def explanation(self) -> str:
        """What is missing or broken, and what to do about it."""
        return explain(self._problem)

    def initProcessing(self) -> None:
        """Say it without a desktop; called by `qgis_process`."""
        qWarning(self.explanation())

    def initGui(self) -> None:
        """Show the message; called by QGIS."""
        self._translator.install()
        # message bar and log tab read rich text, and a traceback names <module>
        details = escape(diagnostics(self._problem), quote=False)
        QgsMessageLog.logMessage(details, "Leefbaarometer", Qgis.MessageLevel.Critical, False)
        bar = self._iface.messageBar()
        self._message = message = bar.createMessage("Leefbaarometer", escape(self.explanation(), quote=False))
        button = QPushButton(tr("Copy diagnostics"), message)
        button.clicked.connect(lambda _checked=False: copy_diagnostics(self._problem))
        message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Warning)

    def unload(self) -> None:
        """Take message and translation out again; called by QGIS."""
        if self._message is None:  # without a desktop there was none
            return
        bar = self._iface.messageBar()
        if any(item is self._message for item in bar.items()):  # the user may have closed it
            bar.popWidget(self._message)
        self._translator.remove()
