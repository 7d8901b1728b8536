# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:robustness`: does the class of an area hold when outline, weight, counts or bounds are another?"""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...analysis.cautions import cautions_of, few_columns
from ...analysis.measure import Measurer
from ...analysis.robustness import RobustnessAnswer, RobustnessQuestion, robustness_columns, robustness_of
from ...engine.models.variants import Ranges
from ...layers.fields import beside, fields_of
from ...settings import load
from ...translation import language, tr
from ..algorithm import advanced, progress_of
from ..inputs.area_input import AreasAlgorithm, parts_among, tell_areas, tell_weight
from ..inputs.polygons import beside_geometry
from ..output import OUTPUT, LayerForm, Run, stop_if_cancelled, write_layer

SHIFT, RUNS, BASE, SEED = "SHIFT", "RUNS", "DESIGN", "SEED"
_MEASURED_AT = 90


class RobustnessOfAreas(AreasAlgorithm):
    """Share of variants in which the class of every area holds, and which choice matters most."""

    id_ = "robustness"

    def title(self) -> str:
        """Translated name."""
        return tr("Robustness of areas")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_areas_parameter()
        self.add_year_parameter()
        self.add_recipe_parameters()
        real, whole = QgsProcessingParameterNumber.Type.Double, QgsProcessingParameterNumber.Type.Integer
        default = RobustnessQuestion(0)
        shift = tr("Shift of the outline (m), at most, each way")
        self.addParameter(QgsProcessingParameterNumber(SHIFT, shift, real, default.ranges.shift, minValue=0))
        self.addParameter(QgsProcessingParameterNumber(RUNS, tr("Number of variants"), whole, default.runs, minValue=1))
        for name, label, value, least in (
            (BASE, tr("Points of the design, per choice"), default.base, 2),
            (SEED, tr("Seed (the same seed gives the same answer)"), default.seed, 0),
        ):
            self.addParameter(advanced(QgsProcessingParameterNumber(name, label, whole, value, minValue=least)))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Areas with robustness"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Assess the areas one by one, then write a feature for each."""
        source, read = self.read_areas(parameters, context, feedback)
        pack = self.pack(parameters, context)
        measurer = Measurer(pack, self.recipe(parameters, context))
        tell_weight(measurer, feedback)
        question = RobustnessQuestion(
            self.year(parameters, context, pack),
            Ranges(shift=self.parameterAsDouble(parameters, SHIFT, context)),
            runs=self.parameterAsInt(parameters, RUNS, context),
            base=self.parameterAsInt(parameters, BASE, context),
            seed=self.parameterAsInt(parameters, SEED, context),
        )
        of_feedback = progress_of(feedback)
        answer = robustness_of(measurer, read.wkb, question, lambda part: of_feedback(part * _MEASURED_AT / 100))
        stop_if_cancelled(feedback)
        self._tell(read.features, answer, parts_among(measurer.pack, read.wkb), feedback)
        columns = robustness_columns(measurer, answer, language())
        scores = measurer.measure(read.wkb, (question.year,)).scores
        columns |= few_columns(cautions_of(scores, 0), load().limits, language())
        form = LayerForm(
            beside(source.fields(), fields_of(columns)), QgsWkbTypes.multiType(source.wkbType()), source.sourceCrs()
        )

        def made(feature: QgsFeature, row: tuple[Any, ...]) -> QgsFeature:
            new = QgsFeature(form.fields)
            new.setGeometry(beside_geometry(feature))
            new.setAttributes(feature.attributes() + list(row))
            return new

        rows = zip(read.features, zip(*columns.values(), strict=True), strict=True)
        features = (made(feature, row) for feature, row in rows)
        run = Run(self, parameters, context, feedback)
        return {OUTPUT: write_layer(run, form, features, len(read.features), _MEASURED_AT)}

    def _tell(
        self, features: list[QgsFeature], answer: RobustnessAnswer, parts: list[int], feedback: QgsProcessingFeedback
    ) -> None:
        there = [int(one is not None) for one in answer.areas]
        tell_areas(
            features,
            answer.repaired,
            answer.empty,
            there,
            feedback,
            parts=[at for at in parts if there[at]],
            measured=True,
        )
        feedback.pushInfo(
            tr("A worked example of what could as well have been chosen; it says nothing of the model's own error.")
        )
