# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:export`: figures of areas as a workbook, CSV, GeoPackage or GeoJSON, with method and recipe."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
)

from ...layers.styles import load_palette
from ...report.files import write_handover
from ...settings import load
from ...translation import tr
from ..algorithm import advanced
from ..output import OUTPUT
from .handing import HandingAlgorithm

CSV_STYLE = "CSV_STYLE"
DUTCH, INTERNATIONAL = "nl", "international"
FILTERS = "Excel (*.xlsx);;OpenDocument (*.ods);;CSV (*.csv);;GeoPackage (*.gpkg);;GeoJSON (*.geojson);;HTML (*.html)"


class ExportAreas(HandingAlgorithm):
    """Hand over figures of areas in one file that says how they were made."""

    id_ = "export"

    def title(self) -> str:
        """Translated name."""
        return tr("Hand over figures of areas")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_handing_parameters()
        dutch, international = tr("Dutch: semicolon, decimal comma"), tr("International: comma, decimal point")
        styles = [tr("as in the settings"), dutch, international]
        self.addParameter(advanced(QgsProcessingParameterEnum(CSV_STYLE, tr("CSV files"), styles, defaultValue=0)))
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("File"), FILTERS))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure the areas and write the file."""
        path = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        found = self.handed(parameters, context, feedback)
        now = load()
        style = (now.csv_style, DUTCH, INTERNATIONAL)[self.parameterAsEnum(parameters, CSV_STYLE, context)]
        write_handover(path, found, load_palette(now.palette), style == DUTCH, now.source_line)
        return {OUTPUT: str(path)}
