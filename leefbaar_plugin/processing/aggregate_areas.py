# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:aggregateareas`: figures of areas, for one year, some or all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..data.geometry import FILL_RULES
from ..data.measure import Measurement, Measurer, Recipe, area_columns
from ..data.pack import Pack
from ..engine.coverage import RULES
from ..engine.errors import InputError
from ..engine.model import ScoreModel
from ..engine.weights import KINDS
from ..settings import load
from ..translation import language, tr
from .algorithm import LeefbaarometerAlgorithm, advanced
from .fields import beside, fields_of
from .output import OUTPUT, LayerForm, Run, stop_if_cancelled, write_layer

AREAS, YEARS, WEIGHT, RULE, FILL_RULE = "AREAS", "YEARS", "WEIGHT", "RULE", "FILL_RULE"
_ALL = "all"
_AT_ONCE = 2000
_MOST_NAMED = 10
_FARTHEST = 1e7
"""Metres from the origin of EPSG:28992 beyond which its coordinates mean nothing."""
_MEASURED_AT = 80
"""Percent of the progress at which all areas are measured and writing begins."""


class AggregateAreas(LeefbaarometerAlgorithm):
    """Score, class, dimensions, class shares and coverage of every area."""

    id_ = "aggregateareas"

    def title(self) -> str:
        """Translated name."""
        return tr("Figures of areas")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.addParameter(
            QgsProcessingParameterFeatureSource(AREAS, tr("Areas"), [QgsProcessing.SourceType.TypeVectorPolygon])
        )
        self.addParameter(
            QgsProcessingParameterString(YEARS, tr("Years: separated by , or “all” (newest when empty)"), optional=True)
        )
        self.addParameter(QgsProcessingParameterEnum(WEIGHT, tr("Weight"), weight_labels(), defaultValue=0))
        rules = [tr("share of the surface inside"), tr("centre inside")]
        self.addParameter(QgsProcessingParameterEnum(RULE, tr("Squares on the border"), rules, defaultValue=0))
        fills = [tr("even-odd"), tr("non-zero")]
        self.addParameter(
            advanced(QgsProcessingParameterEnum(FILL_RULE, tr("Repair of invalid polygons"), fills, defaultValue=0))
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Areas with figures"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure the areas in batches, then write a feature per area and year."""
        source = self.parameterAsSource(parameters, AREAS, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, AREAS))
        require_polygons(source)
        transform = to_rd(source, context)
        pack = self.pack(parameters, context)
        years = parse_years(self._years(parameters, context), pack)
        measurer = Measurer(pack, self._recipe(parameters, context))
        _tell_weight(measurer, feedback)
        measured = list(_measured(source, transform, measurer, years, feedback))
        if not measured:
            feedback.pushWarning(tr("The layer has no areas."))
        template = area_columns(pack.model, measurer.measure([], years).scores, years[0], language())
        form = LayerForm(
            beside(source.fields(), fields_of(template)), QgsWkbTypes.multiType(source.wkbType()), source.sourceCrs()
        )
        count = sum(len(batch) for batch, _ in measured) * len(years)
        features = _features(form.fields, pack.model, measured, years)
        run = Run(self, parameters, context, feedback)
        return {OUTPUT: write_layer(run, form, features, count, _MEASURED_AT)}

    def _years(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """The years as text; scripts and JSON may hand over a list, of which QGIS would make an empty text."""
        given = parameters.get(YEARS)
        if isinstance(given, list | tuple):
            return ",".join(map(str, given))
        return self.parameterAsString(parameters, YEARS, context)

    def _recipe(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Recipe:
        return Recipe(
            KINDS[self.parameterAsEnum(parameters, WEIGHT, context)],
            RULES[self.parameterAsEnum(parameters, RULE, context)],
            FILL_RULES[self.parameterAsEnum(parameters, FILL_RULE, context)],
            load().imputation,
        )


def weight_labels() -> list[str]:
    """Translated names of the kinds of weight, in the order of `KINDS`."""
    return [tr("dwellings"), tr("households"), tr("inhabitants"), tr("equal")]


def _measured(
    source: QgsProcessingFeatureSource,
    transform: QgsCoordinateTransform | None,
    measurer: Measurer,
    years: tuple[int, ...],
    feedback: QgsProcessingFeedback,
) -> Iterator[tuple[list[QgsFeature], Measurement]]:
    """Features and their figures, batch after batch; CancelledError when the user cancels."""
    done = 0
    for batch in _batches(source):
        stop_if_cancelled(feedback)
        try:
            measurement = measurer.measure([wkb_in_rd(feature, transform) for feature in batch], years)
        except InputError as error:
            number = error.values.get("number")
            if isinstance(number, int):  # counted within the batch
                error.values["number"] = number + done
            raise
        _tell(measurement, done, batch, feedback)
        done += len(batch)
        feedback.setProgress(_MEASURED_AT * done / max(source.featureCount(), done))
        yield batch, measurement


def _features(
    fields: QgsFields,
    model: ScoreModel,
    measured: list[tuple[list[QgsFeature], Measurement]],
    years: tuple[int, ...],
) -> Iterator[QgsFeature]:
    """The features of the output: for every area its years one after the other, within a batch."""
    for batch, measurement in measured:
        tables = [area_columns(model, measurement.scores, year, language()) for year in years]
        by_year = [zip(*table.values(), strict=True) for table in tables]
        for feature, *of_years in zip(batch, *by_year, strict=True):
            for row in of_years:
                made = QgsFeature(fields)
                geometry = feature.geometry()
                geometry.convertToMultiType()  # a layer may hold polygons of one part beside those of several
                made.setGeometry(geometry)
                made.setAttributes(feature.attributes() + list(row))
                yield made


def _batches(source: QgsProcessingFeatureSource) -> Iterator[list[QgsFeature]]:
    batch: list[QgsFeature] = []
    # QGIS would stop at an invalid polygon, or leave it out; we repair it and say so
    as_they_are = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for feature in source.getFeatures(QgsFeatureRequest(), as_they_are):
        batch.append(feature)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def parse_years(text: str, pack: Pack) -> tuple[int, ...]:
    """Years out of a text like '2014, 2024' or 'all'; the newest when empty. InputError for what is no year."""
    words = [word for word in text.replace(";", ",").replace(" ", ",").split(",") if word]
    if not words:
        return (pack.years[-1],)
    if [word.casefold() for word in words] == [_ALL]:
        return pack.years
    wrong = [word for word in words if not word.isdecimal()]
    if wrong:
        raise InputError("“{text}” is no year; expected are years like 2014, 2024, or “all”.", text=wrong[0])
    return tuple(sorted({pack.require_year(int(word)) for word in words}))


def require_polygons(source: QgsProcessingFeatureSource) -> None:
    """InputError when the layer holds lines, points or no geometry at all."""
    kind = QgsWkbTypes.geometryType(source.wkbType())
    if kind not in (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.UnknownGeometry):
        raise InputError(
            "Layer {layer} holds {kind}; expected are areas (polygons).",
            layer=source.sourceName(),
            kind=QgsWkbTypes.translatedDisplayString(source.wkbType()),
        )


def to_rd(source: QgsProcessingFeatureSource, context: QgsProcessingContext) -> QgsCoordinateTransform | None:
    """Transformation of the areas to EPSG:28992; InputError when the layer has no coordinate system."""
    crs = source.sourceCrs()
    if not crs.isValid():
        raise InputError(
            "Layer {layer} has no coordinate system. Set it in the layer's properties first.", layer=source.sourceName()
        )
    rd = QgsCoordinateReferenceSystem("EPSG:28992")
    return None if crs == rd else QgsCoordinateTransform(crs, rd, context.transformContext())


def wkb_in_rd(feature: QgsFeature, transform: QgsCoordinateTransform | None) -> bytes | None:
    """Geometry of a feature as WKB in EPSG:28992; None without geometry. InputError when it can't be transformed."""
    if not feature.hasGeometry():
        return None
    geometry = feature.geometry()
    if transform is not None:
        geometry = QgsGeometry(geometry)
        try:
            geometry.transform(transform)
        except QgsCsException as problem:
            raise _too_far(feature) from problem
        box = geometry.boundingBox()
        corners = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
        # far away QGIS gives huge or infinite coordinates without a word
        if not (geometry.isEmpty() or all(abs(at) < _FARTHEST for at in corners)):
            raise _too_far(feature)
    return bytes(geometry.asWkb())


def _too_far(feature: QgsFeature) -> InputError:
    return InputError(
        "Feature {id} can't be brought to EPSG:28992; it lies too far from the Netherlands.", id=feature.id()
    )


def _tell_weight(measurer: Measurer, feedback: QgsProcessingFeedback) -> None:
    """Warn when the data pack has no counts of the weight that was asked for, so that another is used."""
    labels = dict(zip(KINDS, weight_labels(), strict=True))
    wanted, used = measurer.recipe.weight, measurer.weights.kind
    if used != wanted:
        feedback.pushWarning(
            tr("The data pack has no counts of {wanted}; the weight used is: {used}.").format(
                wanted=labels[wanted], used=labels[used]
            )
        )


def _tell(measured: Measurement, done: int, batch: list[QgsFeature], feedback: QgsProcessingFeedback) -> None:
    """Say which areas were repaired, are empty, or lie outside the data."""
    for number in measured.repaired[:_MOST_NAMED]:
        feedback.pushWarning(
            tr("Area {number} (feature {id}) is an invalid polygon and was repaired.").format(
                number=done + number + 1, id=batch[number].id()
            )
        )
    outside = [n for n, squares in enumerate(measured.scores.squares.max(axis=1)) if not squares]
    for number in outside[:_MOST_NAMED]:
        text = (
            tr("Area {number} (feature {id}) is empty.")
            if number in measured.empty
            else tr("Area {number} (feature {id}) lies outside the scored squares; it has no figures.")
        )
        feedback.pushInfo(text.format(number=done + number + 1, id=batch[number].id()))
