# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:packproject`: a saved project with all that it needs in one zip, for a colleague."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
)

from ...engine.errors import InputError
from ...report.packing import cut_lines, pack_project
from ...translation import tr
from ..algorithm import LeefbaarometerAlgorithm, advanced, progress_of
from ..output import OUTPUT

PROJECT, REPORTS, WHOLE, FILES = "PROJECT", "REPORTS", "WHOLE", "FILES"


class PackProject(LeefbaarometerAlgorithm):
    """Project, areas, data packs and reports in one file, which opens elsewhere by dropping it on QGIS."""

    id_ = "packproject"

    def title(self) -> str:
        """Translated name."""
        return tr("Pack a project for a colleague")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        kind = QgsProcessingParameterFile.Behavior.File
        label = tr("Project file (the open one when empty), as it was saved")
        filters = "QGIS (*.qgz *.qgs)"
        self.addParameter(QgsProcessingParameterFile(PROJECT, label, kind, optional=True, fileFilter=filters))
        files = QgsProcessing.SourceType.TypeFile
        label = tr("Reports to send along")
        self.addParameter(QgsProcessingParameterMultipleLayers(REPORTS, label, files, optional=True))
        label = tr("Whole data packs, not cut to the gemeenten of the own areas")
        self.addParameter(advanced(QgsProcessingParameterBoolean(WHOLE, label, defaultValue=False)))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("File"), "Zip (*.zip)"))
        self.addOutput(QgsProcessingOutputNumber(FILES, tr("Number of files")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Find what the project needs, and write it."""
        chosen = self.parameterAsString(parameters, PROJECT, context)
        if not chosen and context.project() is not None:
            chosen = context.project().absoluteFilePath()
        if not chosen:
            raise InputError("Save the project first: it is packed as it was saved.")
        target = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        reports = [Path(one) for one in self.parameterAsFileList(parameters, REPORTS, context) if one]
        whole = self.parameterAsBoolean(parameters, WHOLE, context)
        packed = pack_project(Path(chosen), target, reports, progress_of(feedback), whole)
        for line in cut_lines(packed.cut):
            feedback.pushInfo(line)
        for source in packed.lacking:
            feedback.pushWarning(tr("Not there, so not packed: {file}.").format(file=source))
        feedback.pushInfo(tr("Files packed: {count}.").format(count=len(packed.files) + 1))
        return {OUTPUT: str(target), FILES: len(packed.files) + 1}
