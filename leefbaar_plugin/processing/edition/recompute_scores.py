# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:recomputescores`: scores of squares from their contributions, checked against the published ones."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
)

from ...analysis.cautions import cautions_of_sums, few_columns
from ...analysis.measure import square_columns
from ...engine.squares.scoring import check, recompute
from ...engine.squares.weights import DWELLINGS
from ...pack.check import require_figures
from ...settings import load
from ...translation import language, tr, trn
from ...words import formats
from ..algorithm import LeefbaarometerAlgorithm, progress_of
from ..output import OUTPUT, Run, write_layer
from .squares import square_features, square_form

SQUARES, MAX_DIFFERENCE = "SQUARES", "MAX_DIFFERENCE"
CLASS_DIFFERENCES, NOT_ADDING_UP = "CLASS_DIFFERENCES", "NOT_ADDING_UP"


class RecomputeScores(LeefbaarometerAlgorithm):
    """Recompute one year for all squares of a pack."""

    id_ = "recomputescores"

    def title(self) -> str:
        """Translated name."""
        return tr("Recompute scores of squares")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_year_parameter()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Recomputed squares"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        self.addOutput(QgsProcessingOutputNumber(SQUARES, tr("Number of squares")))
        self.addOutput(QgsProcessingOutputNumber(MAX_DIFFERENCE, tr("Largest difference from the published scores")))
        self.addOutput(QgsProcessingOutputNumber(CLASS_DIFFERENCES, tr("Classes that differ")))
        self.addOutput(QgsProcessingOutputNumber(NOT_ADDING_UP, tr("Rows that don't add up")))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Recompute, check and write."""
        pack = self.pack(parameters, context)
        year = self.year(parameters, context, pack)
        require_figures(pack, progress_of(feedback))
        columns = square_columns(pack, year, language())
        columns |= few_columns(cautions_of_sums(columns["dwellings"], DWELLINGS), load().limits, language())
        squares = len(columns["grid_id"])
        form = square_form(columns)
        run = Run(self, parameters, context, feedback)
        destination = write_layer(run, form, square_features(form.fields, columns), squares)
        _grid, published, _matrix = pack.require_squares()
        of_year = published.of_year(year)
        compared = check(pack.model, recompute(pack.model, of_year), of_year)
        feedback.pushInfo(
            trn(
                "{squares} square in {year}; largest difference from the published score {difference}.",
                "{squares} squares in {year}; largest difference from the published scores {difference}.",
                squares,
            ).format(
                squares=formats.count(squares),
                year=year,
                difference=formats.difference(compared.max_difference, decimals=6),
            )
        )
        return {
            OUTPUT: destination,
            SQUARES: squares,
            MAX_DIFFERENCE: compared.max_difference,
            CLASS_DIFFERENCES: compared.class_differences,
            NOT_ADDING_UP: compared.not_adding_up,
        }
