# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands in for the plugin when a library is missing: one message, with the diagnostics to copy."""

from __future__ import annotations

import platform
import sys
from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QApplication, QPushButton

from .translation import Translator, tr


class UnavailablePlugin:
    """Says what is missing and how to get it, and does nothing else."""

    def __init__(self, iface: Any, problem: ImportError) -> None:
        self._iface = iface
        self._problem = problem
        self._translator = Translator()

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

    def initGui(self) -> None:
        """Show the message; called by QGIS."""
        self._translator.install()
        bar = self._iface.messageBar()
        text = tr(
            "The Leefbaarometer plugin needs the Python library {name}, which this QGIS doesn't have. It comes with "
            "the Windows installer (MSI) of QGIS, and with python3-pandas on Debian and Ubuntu."
        ).format(name=self._problem.name)
        message = bar.createMessage("Leefbaarometer", text)
        button = QPushButton(tr("Copy diagnostics"), message)
        button.clicked.connect(self._copy)
        message.layout().addWidget(button)
        bar.pushWidget(message, Qgis.MessageLevel.Warning)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.diagnostics())

    def unload(self) -> None:
        """Called by QGIS; takes the translation out again."""
        self._translator.remove()
