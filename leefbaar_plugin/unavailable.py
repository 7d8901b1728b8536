# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in for the plugin when a library is missing: one message, with the diagnostics to copy."""

from __future__ import annotations

import platform
import sys
from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtCore import qWarning
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from .translation import Translator, tr


class UnavailablePlugin:
    """Says what is missing and how to get it, and does nothing else."""

    def __init__(self, iface: Any, problem: ImportError) -> None:
        self._iface = iface
        self._problem = problem
        self._translator = Translator()
        self._message: Any = None

    def diagnostics(self) -> str:
        """What a helpdesk needs to know."""
        return "\n".join(
            [
                "Leefbaarometer plugin",
                f"missing: {self._problem.name} ({self._problem})",
                f"QGIS {Qgis.QGIS_VERSION}",
                f"Python {sys.version}",
                f"{platform.platform()}",
                f"sys.executable: {sys.executable}",
            ]
        )

    def explanation(self) -> str:
        """What is missing, and where it comes from."""
        name = self._problem.name or ""
        if name.split(".")[0] == __package__:
            text = tr("The Leefbaarometer plugin is incomplete: {name} is missing. Install its zip again.")
            return text.format(name=name)
        return tr(
            "The Leefbaarometer plugin needs the Python library {name}, which this QGIS doesn't have. It comes with "
            "the Windows installer (MSI) of QGIS, and with python3-pandas on Debian and Ubuntu."
        ).format(name=name)

    def initProcessing(self) -> None:
        """Say it without a desktop; called by `qgis_process`."""
        qWarning(self.explanation())

    def initGui(self) -> None:
        """Show the message; called by QGIS."""
        self._translator.install()
        bar = self._iface.messageBar()
        self._message = message = bar.createMessage("Leefbaarometer", self.explanation())
        button = QPushButton(tr("Copy diagnostics"), message)
        button.clicked.connect(self._copy)
        message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Warning)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.diagnostics())

    def unload(self) -> None:
        """Take message and translation out again; called by QGIS."""
        if self._message is None:  # without a desktop there was none
            return
        bar = self._iface.messageBar()
        if any(item is self._message for item in bar.items()):  # the user may have closed it
            bar.popWidget(self._message)
        self._translator.remove()
