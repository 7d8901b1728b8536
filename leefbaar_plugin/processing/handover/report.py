# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:report`: a report of areas as PDF, as a document to edit, or as a picture of its first page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProject,
)

from ...analysis.change.surroundings import parse_distances
from ...analysis.references.references import References
from ...layers.styles import load_palette
from ...report.content import contents
from ...report.handover import with_rings
from ...report.printing.maps import report_layers
from ...report.printing.template import LANDSCAPE, PORTRAIT, Template, own_template
from ...report.reporting import require_report, write_report
from ...settings import load
from ...translation import tr
from ..algorithm import advanced, progress_of
from ..output import OUTPUT, stop_if_cancelled
from .handing import HandingAlgorithm

ORIENTATION, TEMPLATE, LOGO, RINGS = "ORIENTATION", "TEMPLATE", "LOGO", "RINGS"
_WAYS = (PORTRAIT, LANDSCAPE)


class ReportAreas(HandingAlgorithm):
    """A report that can be sent on, with how it was made."""

    id_ = "report"

    def title(self) -> str:
        """Translated name."""
        return tr("Report of areas (PDF)")

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        """Layouts and charts belong to the thread of the interface."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_handing_parameters()
        ways = [tr("Portrait"), tr("Landscape")]
        self.addParameter(QgsProcessingParameterEnum(ORIENTATION, tr("Orientation"), ways, defaultValue=0))
        label = tr("Layout template of your own (.qpt)")
        self.addParameter(advanced(QgsProcessingParameterFile(TEMPLATE, label, extension="qpt", optional=True)))
        label = tr("Logo (SVG or PNG)")
        self.addParameter(advanced(QgsProcessingParameterFile(LOGO, label, optional=True)))
        label = tr("Rings around the areas (m), as 250, 500 (none when empty)")
        self.addParameter(advanced(QgsProcessingParameterString(RINGS, label, optional=True)))
        kinds = "PDF (*.pdf);;OpenDocument (*.odt);;PNG (*.png)"
        self.addParameter(QgsProcessingParameterFileDestination(OUTPUT, tr("File"), kinds))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure the areas and write the report."""
        path = Path(self.parameterAsFileOutput(parameters, OUTPUT, context))
        chosen = self.parameterAsFile(parameters, TEMPLATE, context)
        way = _WAYS[self.parameterAsEnum(parameters, ORIENTATION, context)]
        template = Template(Path(chosen).stem, Path(chosen)) if chosen else own_template(way)
        require_report(path)
        found = self.handed(parameters, context, feedback)
        now = load()
        palette, logo = load_palette(now.palette), self.parameterAsFile(parameters, LOGO, context)
        references = References(found.measurer).prepare()
        around = self.listed(parameters, RINGS, context)
        found = with_rings(found, references, parse_distances(around) if around.strip() else [])
        areas = contents(found, references, palette, now.source_line, logo, progress_of(feedback))
        stop_if_cancelled(feedback)
        project = QgsProject()
        layers = report_layers(project, found.measurer.pack, found.year, palette, found.areas, found.smallest)
        write_report(path, project, found, areas, template, layers, progress_of(feedback))
        return {OUTPUT: str(path)}
