# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:clusters`: clusters of adjoining squares as polygons, with their figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...analysis.cautions import caution_columns
from ...analysis.measure import Measurer, Recipe, area_columns
from ...analysis.signals.needs import earlier_year
from ...analysis.signals.square_clusters import ClusterChoice, measured_clusters
from ...engine.errors import InputError
from ...engine.signals.clusters import CORNERS, SIDES
from ...engine.signals.square_conditions import CHANGE_CLASS, SquareCondition
from ...engine.squares.weights import KINDS
from ...layers.fields import CLUSTER, beside, cluster_field, fields_of
from ...pack.pack import Pack
from ...settings import load
from ...translation import language, tr
from ..algorithm import LeefbaarometerAlgorithm, advanced
from ..inputs.area_input import WEIGHT, tell_weight, weight_labels
from ..inputs.polygons import polygon_of
from ..output import OUTPUT, LayerForm, Run, stop_if_cancelled, write_layer

CONDITION, LOWEST, HIGHEST, TIMES, MEASUREMENTS = "CONDITION", "LOWEST", "HIGHEST", "TIMES", "MEASUREMENTS"
SINCE, NEIGHBOURS, MIN_DWELLINGS = "SINCE", "NEIGHBOURS", "MIN_DWELLINGS"
_IN_YEAR, _DURATION, _CHANGE = range(3)
_NEIGHBOURS = (SIDES, CORNERS)
_FOUND_AT = 70
_CLASSES = 9


class FindClusters(LeefbaarometerAlgorithm):
    """Squares that adjoin and satisfy a condition, as areas."""

    id_ = "clusters"

    def title(self) -> str:
        """Translated name."""
        return tr("Clusters of squares")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_year_parameter()
        kinds = [
            tr("class in the year"),
            tr("class in several of the last measurements"),
            tr("class of change between two years"),
        ]
        self.addParameter(QgsProcessingParameterEnum(CONDITION, tr("Condition on the squares"), kinds, defaultValue=0))
        add_whole_number(self, LOWEST, tr("Lowest class"), 1, 1, _CLASSES)
        add_whole_number(self, HIGHEST, tr("Highest class"), 4, 1, _CLASSES)
        add_whole_number(self, TIMES, tr("Number of measurements in which it holds"), 3, 1)
        add_whole_number(self, MEASUREMENTS, tr("Of the last measurements"), 4, 1)
        add_since_parameter(self)
        add_cluster_parameters(self)
        self.addParameter(advanced(QgsProcessingParameterEnum(WEIGHT, tr("Weight"), weight_labels(), defaultValue=0)))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Clusters with figures"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Find the clusters, measure them, and write a feature for each."""
        pack = self.pack(parameters, context)
        year = self.year(parameters, context, pack)
        recipe = Recipe(KINDS[self.parameterAsEnum(parameters, WEIGHT, context)], imputation=load().imputation)
        measurer = Measurer(pack, recipe)
        tell_weight(measurer, feedback)
        condition, since = self._condition(parameters, context, pack, year)
        choice = cluster_choice(self, parameters, context)
        areas, scores = measured_clusters(measurer, condition, choice, year, since)
        feedback.setProgress(_FOUND_AT)
        stop_if_cancelled(feedback)
        if not len(areas):
            feedback.pushWarning(tr("No cluster satisfies the condition."))
        figures = area_columns(pack.model, scores, year, language())
        figures |= caution_columns(scores, scores.years.index(year), load().limits, language())
        columns = {CLUSTER: list(map(int, areas.code)), **figures}
        fields = beside(cluster_field(), fields_of(figures))
        run = Run(self, parameters, context, feedback)
        return {OUTPUT: write_areas(run, areas.wkb, fields, columns, _FOUND_AT)}

    def _condition(
        self, parameters: dict[str, Any], context: QgsProcessingContext, pack: Pack, year: int
    ) -> tuple[SquareCondition, int | None]:
        """The condition on squares, and the earlier year where it needs one."""
        kind = self.parameterAsEnum(parameters, CONDITION, context)
        low, high, times, back = (
            self.parameterAsInt(parameters, name, context) for name in (LOWEST, HIGHEST, TIMES, MEASUREMENTS)
        )
        self._refuse_idle(parameters, context, kind)
        if low > high:
            raise InputError("The lowest class {low} lies above the highest {high}.", low=low, high=high)
        if kind == _DURATION:
            return SquareCondition("duration", {"highest": high, "times": times, "of_last": back}), None
        if kind == _CHANGE:
            since = earlier_year(pack, year, given_since(self, parameters, context))
            return SquareCondition(CHANGE_CLASS, {"lowest": low, "highest": high}), since
        return SquareCondition("class", {"lowest": low, "highest": high}), None

    def _refuse_idle(self, parameters: dict[str, Any], context: QgsProcessingContext, kind: int) -> None:
        """InputError for a parameter with another value than its default that the condition doesn't look at."""
        idle = [LOWEST] if kind == _DURATION else [TIMES, MEASUREMENTS]
        changed = [
            name
            for name in idle
            if self.parameterAsInt(parameters, name, context) != self.parameterDefinition(name).defaultValue()
        ]
        changed += [SINCE] if kind != _CHANGE and given_since(self, parameters, context) is not None else []
        if changed:
            raise InputError(
                "{parameters} plays no role in this condition; leave it out, or choose another condition.",
                parameters=", ".join(changed),
            )


def add_whole_number(
    algorithm: LeefbaarometerAlgorithm, name: str, label: str, value: int, low: int, high: int | None = None
) -> None:
    """Declare a whole number with a range."""
    parameter = QgsProcessingParameterNumber(
        name, label, QgsProcessingParameterNumber.Type.Integer, defaultValue=value, minValue=low
    )
    if high is not None:
        parameter.setMaximum(high)
    algorithm.addParameter(parameter)


def add_since_parameter(algorithm: LeefbaarometerAlgorithm) -> None:
    """The earlier of two years; the measurement before when left out."""
    algorithm.addParameter(
        QgsProcessingParameterNumber(
            SINCE,
            tr("Compared with year (the measurement before when empty)"),
            QgsProcessingParameterNumber.Type.Integer,
            optional=True,
        )
    )


def add_cluster_parameters(algorithm: LeefbaarometerAlgorithm) -> None:
    """Neighbours and fewest dwellings."""
    neighbours = [tr("4: squares that share a side"), tr("8: squares that share a corner too")]
    algorithm.addParameter(
        QgsProcessingParameterEnum(NEIGHBOURS, tr("Neighbours of a square"), neighbours, defaultValue=0)
    )
    algorithm.addParameter(
        QgsProcessingParameterNumber(
            MIN_DWELLINGS,
            tr("Fewest dwellings of a cluster"),
            QgsProcessingParameterNumber.Type.Double,
            defaultValue=ClusterChoice().least_dwellings,
            minValue=0,
        )
    )


def cluster_choice(
    algorithm: LeefbaarometerAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> ClusterChoice:
    """Neighbours and fewest dwellings as chosen."""
    return ClusterChoice(
        _NEIGHBOURS[algorithm.parameterAsEnum(parameters, NEIGHBOURS, context)],
        algorithm.parameterAsDouble(parameters, MIN_DWELLINGS, context),
    )


def given_since(
    algorithm: LeefbaarometerAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> int | None:
    """The earlier year as given, None when left out."""
    given = parameters.get(SINCE)
    return None if given in (None, "") else algorithm.parameterAsInt(parameters, SINCE, context)


def write_areas(
    run: Run, wkb: Sequence[bytes | None], fields: QgsFields, columns: Mapping[str, Sequence[Any]], begin: float
) -> str:
    """Write areas in EPSG:28992 with these columns, in the order of the fields, to OUTPUT."""
    form = LayerForm(fields, QgsWkbTypes.Type.MultiPolygon, QgsCoordinateReferenceSystem("EPSG:28992"))
    return write_layer(run, form, _features(fields, wkb, columns), len(wkb), begin)


def _features(
    fields: QgsFields, wkb: Sequence[bytes | None], columns: Mapping[str, Sequence[Any]]
) -> Iterator[QgsFeature]:
    for outline, row in zip(wkb, zip(*columns.values(), strict=True), strict=True):
        feature = QgsFeature(fields)
        if outline:
            feature.setGeometry(polygon_of(outline))
        feature.setAttributes(list(row))
        yield feature
