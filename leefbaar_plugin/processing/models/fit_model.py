# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:fitmodel`: a surrogate fitted on the user's own indicators, with its honest error."""

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
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
)

from ...analysis.models.question import fit_places, fitted_columns
from ...analysis.models.table import write_indicator_model
from ...engine.models.surrogate import Surrogate
from ...pack.files.resources import load_model
from ...translation import tr
from ...words import formats
from ..inputs.table_input import TABLE, add_table_parameters
from ..output import OUTPUT, Run, stop_if_cancelled
from .model_input import BLOCK, REPORT, ModelAlgorithm, write_places

INDICATORS, MODEL = "INDICATORS", "MODEL"
_FITTED_AT = 60


class FitModel(ModelAlgorithm):
    """Fit published dimensions on figures of a table by ridge regression, cross-validated in spatial blocks."""

    id_ = "fitmodel"

    def title(self) -> str:
        """Translated name."""
        return tr("Fit a surrogate model")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_level_parameter()
        self.add_year_parameter()
        add_table_parameters(self)
        label = tr("Columns with indicators (all numbers when empty)")
        kind = QgsProcessingParameterField.DataType.Any
        self.addParameter(
            QgsProcessingParameterField(INDICATORS, label, None, TABLE, kind, allowMultiple=True, optional=True)
        )
        self.addParameter(self.block_parameter(1000.0))
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Places with residuals"), polygons))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                MODEL, tr("Indicators and coefficients (table)"), "CSV (*.csv)", optional=True, createByDefault=False
            )
        )
        for theme in load_model("lbm3").dimensions:
            for name, text in (
                ("R2", tr("R² of {dimension} on places held out")),
                ("ERROR", tr("Error of {dimension} on places held out")),
                ("NAIVE", tr("Error of {dimension} by guessing the mean")),
            ):
                self.addOutput(QgsProcessingOutputNumber(f"{name}_{theme.id.upper()}", text.format(dimension=theme.id)))
        self.addOutput(QgsProcessingOutputString(REPORT, tr("Report")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Fit, report, write a feature per place, and the table of coefficients when asked for."""
        columns = self.parameterAsStrings(parameters, INDICATORS, context) if parameters.get(INDICATORS) else []
        found = self.input(parameters, context, feedback, columns)
        stop_if_cancelled(feedback)
        fit, block = fit_places(
            found.places, found.figures, found.dimensions, self.parameterAsDouble(parameters, BLOCK, context)
        )
        lines = fit_lines(fit)
        for line in lines:
            feedback.pushInfo(line)
        feedback.pushWarning(
            tr("A surrogate: it imitates the published dimensions by your figures, and is no cause of them.")
        )
        run = Run(self, parameters, context, feedback)
        made: dict[str, Any] = {
            OUTPUT: write_places(run, found, fitted_columns(found.places, fit, block, found.dimensions), _FITTED_AT)
        }
        path = self.parameterAsFileOutput(parameters, MODEL, context)
        if path:
            source = tr("own fit on {table}, {level} {year}").format(
                table=found.joined.table.label, level=found.places.level, year=found.places.year
            )
            write_indicator_model(Path(path), fit.as_model(source).indicators)
            made[MODEL] = path
        for one in fit.fits:
            of = one.dimension.upper()
            made |= {f"R2_{of}": one.r2, f"ERROR_{of}": one.error, f"NAIVE_{of}": one.naive}
        return made | {REPORT: "\n".join(lines)}


def fit_lines(fit: Surrogate) -> list[str]:
    """Sentences about the error, and a line for every coefficient with its interval."""
    lines = []
    for one in fit.fits:
        text = tr(
            "{dimension}: error {error} on places held out, {naive} by guessing the mean, R² {r2}; {places} places in "
            "{blocks} blocks, penalty {penalty}."
        )  # both are always several
        lines.append(
            text.format(
                dimension=one.dimension,
                error=formats.number(one.error, 4),
                naive=formats.number(one.naive, 4),
                r2=formats.number(one.r2, 3),
                places=formats.count(one.places),
                blocks=formats.count(one.blocks),
                penalty=formats.digits(one.penalty, 6),
            )
        )
        row = tr("  {indicator}: {value} per standard deviation; without penalty {plain} ({low} to {high})")
        lines += [
            row.format(
                indicator=c.indicator,
                value=formats.number(c.value, 4, signed=True),
                plain=formats.number(c.unshrunk, 4, signed=True),
                low=formats.number(c.low, 4, signed=True),
                high=formats.number(c.high, 4, signed=True),
            )
            for c in one.coefficients
        ]
    return lines
