# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the parts that work on data while QGIS waits for its user, so that the first click on data needn't.

On the main thread, a few modules at a time: a thread could still be importing when the plugin is unloaded.
"""

from __future__ import annotations

import importlib

from qgis.PyQt.QtCore import QObject, QTimer

PARTS = (
    "engine.areas.coverage",
    "engine.signals.judge",
    "pack.pack",
    "pack.official_scores",
    "analysis.measure",
    "analysis.change.area_changes",
    "analysis.groups.group_tables",
    "analysis.signals.finder",
    "pack.reading.inspection",
    "pack.importing.importer",
    "layers.styles",
    "layers.tree",
    "layers.areas.area_store",
    "gui.session",
    "gui.drawing.keeping",
    "gui.drawing.areas",
    "charts.trend",
    "charts.waterfall",
    "charts.scatter",
    "gui.area.page",
    "gui.references",
    "gui.compare.page",
    "words.change",
    "gui.change.groups",
    "gui.change.page",
    "gui.find.model",
    "gui.find.page",
    "gui.relation.page",
    "analysis.scenarios.effects",
    "gui.whatif.page",
    "report.printing.layout",
    "gui.handover.page",
    "gui.importing.import_dialog",
    "gui.importing.opening",
    "gui.map.maps",
    "gui.citizens.locator",
    "gui.citizens.dependants",
    "gui.workbench",
)
"""Each brings few that those before it didn't."""
_FIRST_AFTER, _NEXT_AFTER = 1500, 60
"""Milliseconds: QGIS draws and answers in between."""


class WarmUp(QObject):
    """Imports part after part from `begin` until all are there, or until `stop`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left = list(PARTS)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)

    def begin(self) -> None:
        """Start, once QGIS had time to show itself."""
        self._timer.start(_FIRST_AFTER)

    def stop(self) -> None:
        """Import nothing any more."""
        self._timer.stop()

    def is_over(self) -> bool:
        """Whether there is nothing left to import, or a part of it can't be."""
        return not self._left

    def _next(self) -> None:
        self._timer.setInterval(_NEXT_AFTER)
        try:
            importlib.import_module(f"...{self._left.pop(0)}", __name__)
        except Exception:  # noqa: BLE001  a library that doesn't fit raises anything; it is told when it is wanted
            self._left.clear()
        if not self._left:
            self._timer.stop()
