# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:replay`: an output made again from its recipe, and what differs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ...layers.styles import load_palette
from ...report.files import write_handover
from ...report.replay import Replay, recipe_in, replay, replay_lines
from ...settings import load
from ...translation import tr
from ..algorithm import LeefbaarometerAlgorithm, progress_of
from ..output import OUTPUT, Run, stop_if_cancelled
from ..tables import write_table
from .export import DUTCH, FILTERS

INPUT, AGAIN, DIFFERENCES, REPORT = "INPUT", "AGAIN", "DIFFERENCES", "REPORT"
_MEASURED_AT = 70


class ReplayOutput(LeefbaarometerAlgorithm):
    """Make a workbook, GeoPackage or GeoJSON of ours again with a data pack, and list the figures that differ."""

    id_ = "replay"

    def title(self) -> str:
        """Translated name."""
        return tr("Make an output again")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        file = QgsProcessingParameterFile.Behavior.File
        self.addParameter(QgsProcessingParameterFile(INPUT, tr("Output that holds a recipe"), file))
        self.add_pack_parameter()
        table = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Figures that differ"), table))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                AGAIN, tr("The output made again"), FILTERS, optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputNumber(DIFFERENCES, tr("Number of figures that differ")))
        self.addOutput(QgsProcessingOutputString(REPORT, tr("Report")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read the recipe, measure again, list what differs; and write the output again, when asked for."""
        recipe = recipe_in(Path(self.parameterAsString(parameters, INPUT, context)))
        pack = self.pack(parameters, context)
        now = load()
        found = replay(recipe, pack, now.smallest_dwellings, progress_of(feedback))
        stop_if_cancelled(feedback)
        lines = replay_lines(found)
        for line in lines:
            (feedback.pushInfo if found.identical else feedback.pushWarning)(line)
        run = Run(self, parameters, context, feedback)
        made: dict[str, Any] = {OUTPUT: write_table(run, _columns(found), _MEASURED_AT)}
        path = self.parameterAsFileOutput(parameters, AGAIN, context)
        if path:
            write_handover(Path(path), found.found, load_palette(now.palette), now.csv_style == DUTCH, now.source_line)
            made[AGAIN] = path
        return made | {DIFFERENCES: len(found.differences), REPORT: "\n".join(lines)}


def _columns(found: Replay) -> dict[str, list[Any]]:
    rows = found.differences
    return {
        "name": [row.area for row in rows],
        "year": [row.year for row in rows],
        "figure": [row.figure for row in rows],
        "then": [row.then for row in rows],
        "now": [row.now for row in rows],
    }
