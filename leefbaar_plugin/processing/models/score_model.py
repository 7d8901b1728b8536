# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:scoremodel`: scores from indicators by a table of coefficients, held against what is published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)

from ...analysis.models.question import TOLERANCE, score_places, scored_columns
from ...analysis.models.table import read_indicator_model
from ...engine.errors import InputError
from ...engine.models.validation import Validation
from ...translation import language, tr, trn
from ...words import formats
from ..algorithm import advanced
from ..inputs.table_input import add_table_parameters
from ..output import OUTPUT, Run, stop_if_cancelled
from .model_input import BLOCK, REPORT, ModelAlgorithm, write_places

MODEL, TOLERANCE_, SURROGATE, PASSED, LARGEST = "MODEL", "TOLERANCE", "SURROGATE", "PASSED", "MAX_DIFFERENCE"
_COMPUTED_AT = 60


class ScoreByModel(ModelAlgorithm):
    """Score places by a user's own table of indicators; refused when it doesn't reproduce published dimensions."""

    id_ = "scoremodel"

    def title(self) -> str:
        """Translated name."""
        return tr("Scores by an indicator model")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_level_parameter()
        self.add_year_parameter()
        add_table_parameters(self)
        file = QgsProcessingParameterFile.Behavior.File
        self.addParameter(QgsProcessingParameterFile(MODEL, tr("Indicators and coefficients (table)"), file))
        real = QgsProcessingParameterNumber.Type.Double
        label = tr("Tolerance: largest difference from a published dimension")
        self.addParameter(QgsProcessingParameterNumber(TOLERANCE_, label, real, TOLERANCE, minValue=0))
        label = tr("It is a surrogate: tell how far it is off instead of refusing it")
        self.addParameter(QgsProcessingParameterBoolean(SURROGATE, label, defaultValue=False))
        self.addParameter(advanced(self.block_parameter(2000.0)))
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Places with scores by the table"), polygons))
        self.addOutput(QgsProcessingOutputNumber(LARGEST, tr("Largest difference from the published scores")))
        self.addOutput(QgsProcessingOutputNumber(PASSED, tr("1 when the table reproduces what is published, else 0")))
        self.addOutput(QgsProcessingOutputString(REPORT, tr("Report")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Score, validate, and write a feature per place unless the table is refused."""
        path = Path(self.parameterAsString(parameters, MODEL, context))
        pack = self.pack(parameters, context)
        table = read_indicator_model(path, pack.model)
        found = self.input(parameters, context, feedback, table.wanted)
        stop_if_cancelled(feedback)
        tolerance = self.parameterAsDouble(parameters, TOLERANCE_, context)
        block = self.parameterAsDouble(parameters, BLOCK, context)
        scored = score_places(found.places, found.figures, table, found.dimensions, tolerance, block)
        lines = validation_lines(scored.validation)
        if not scored.validation.passed and not self.parameterAsBool(parameters, SURROGATE, context):
            raise InputError(
                "{file} doesn't reproduce the published dimensions within {tolerance} on places held out, so its "
                "scores aren't given. {report}",
                file=path.name,
                tolerance=formats.digits(tolerance, 6),
                report=" ".join(lines),
            )
        for line in lines:
            feedback.pushInfo(line)
        if not scored.validation.passed:
            feedback.pushWarning(tr("These scores are by a surrogate, not by the Leefbaarometer."))
        run = Run(self, parameters, context, feedback)
        columns = scored_columns(scored, pack.model, language())
        largest = max((fit.largest for fit in scored.validation.fits), default=float("nan"))
        return {
            OUTPUT: write_places(run, found, columns, _COMPUTED_AT),
            LARGEST: largest,
            PASSED: int(scored.validation.passed),
            REPORT: "\n".join(lines),
        }


def validation_lines(validation: Validation) -> list[str]:
    """A sentence for every dimension of the table."""
    if not validation.fits:
        return [tr("The table has none of the published dimensions.")]
    return [
        trn(
            "{dimension}: {places} place held out, largest difference {largest}, root mean square {rms}, R² {r2}.",
            "{dimension}: {places} places held out, largest difference {largest}, root mean square {rms}, R² {r2}.",
            fit.places,
        ).format(
            dimension=fit.dimension,
            places=formats.count(fit.places),
            largest=formats.digits(fit.largest, 4),
            rms=formats.digits(fit.rms, 4),
            r2=formats.number(fit.r2, 3),
        )
        for fit in validation.fits
    ]
