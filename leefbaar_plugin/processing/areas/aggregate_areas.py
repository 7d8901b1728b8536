# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:aggregateareas`: figures of areas, for one year, some or all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsWkbTypes,
)

from ... import settings
from ...analysis.cautions import caution_columns
from ...analysis.marks import mark_columns, marks_of
from ...analysis.measure import Measurement, Measurer, area_columns, basis_columns
from ...analysis.ranks import rank_columns
from ...analysis.references.references import References
from ...analysis.whereabouts import locate
from ...engine.errors import InputError
from ...layers.fields import beside, fields_of
from ...layers.projection import ToRd
from ...translation import language, tr
from ..inputs.area_input import AreasAlgorithm, tell_areas, tell_weight, words_of
from ..inputs.period import YEARS, parse_years
from ..inputs.polygons import AS_THEY_ARE, beside_geometry, wkb_in_rd
from ..output import OUTPUT, LayerForm, Run, stop_if_cancelled, write_layer

_AT_ONCE = 2000
_MEASURED_AT = 80
"""Percent of the progress at which all areas are measured and writing begins."""


class AggregateAreas(AreasAlgorithm):
    """Score, class, dimensions, class shares and coverage of every area."""

    id_ = "aggregateareas"

    def title(self) -> str:
        """Translated name."""
        return tr("Figures of areas")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_areas_parameter()
        self.add_years_parameter(tr("Years: separated by , or “all” (newest when empty)"))
        self.add_recipe_parameters()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Areas with figures"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure the areas in batches, then write a feature per area and year."""
        source, transform = self.source(parameters, context)
        pack = self.pack(parameters, context)
        years = parse_years(self.listed(parameters, YEARS, context), pack)
        measurer = Measurer(pack, self.recipe(parameters, context))
        tell_weight(measurer, feedback)
        references = References(measurer).prepare()
        measured = list(_measured(source, transform, measurer, years, feedback))
        if not measured:
            feedback.pushWarning(tr("The layer has no areas."))
        template = _columns(references, measurer.measure([], years), [], years[0])
        form = LayerForm(
            beside(source.fields(), fields_of(template)), QgsWkbTypes.multiType(source.wkbType()), source.sourceCrs()
        )
        count = sum(len(one.features) for one in measured) * len(years)
        features = _features(form.fields, references, measured, years)
        run = Run(self, parameters, context, feedback)
        return {OUTPUT: write_layer(run, form, features, count, _MEASURED_AT)}


@dataclass(frozen=True, eq=False)
class _Measured:
    """Some areas, their figures, and the codes of their own gemeenten ("" for none)."""

    features: list[QgsFeature]
    measurement: Measurement
    gemeenten: list[str]


def _measured(
    source: QgsProcessingFeatureSource,
    transform: ToRd,
    measurer: Measurer,
    years: tuple[int, ...],
    feedback: QgsProcessingFeedback,
) -> Iterator[_Measured]:
    """Features and their figures, batch after batch; CancelledError when the user cancels."""
    done = 0
    for batch in _batches(source):
        stop_if_cancelled(feedback)
        areas = [wkb_in_rd(feature, transform) for feature in batch]
        try:
            measurement = measurer.measure(areas, years, [words_of(feature) for feature in batch])
        except InputError as error:
            number = error.values.get("number")
            if isinstance(number, int):  # counted within the batch
                error.values["number"] = number + done
            raise
        squares = measurement.scores.squares.max(axis=1).tolist()
        parts = [at for at, one in enumerate(measurement.official) if one is not None and one.is_part]
        tell_areas(batch, measurement.repaired, measurement.empty, squares, feedback, done, parts)
        done += len(batch)
        feedback.setProgress(_MEASURED_AT * done / max(source.featureCount(), done))
        places = locate(measurer.pack, areas, measurer)
        yield _Measured(batch, measurement, [place.own.code if place.own else "" for place in places])


def _features(
    fields: QgsFields,
    references: References,
    measured: list[_Measured],
    years: tuple[int, ...],
) -> Iterator[QgsFeature]:
    """The features of the output: for every area its years one after the other, within a batch."""
    for one in measured:
        tables = [_columns(references, one.measurement, one.gemeenten, year) for year in years]
        by_year = [zip(*table.values(), strict=True) for table in tables]
        for feature, *of_years in zip(one.features, *by_year, strict=True):
            for row in of_years:
                made = QgsFeature(fields)
                made.setGeometry(beside_geometry(feature))
                made.setAttributes(feature.attributes() + list(row))
                yield made


def _columns(references: References, measured: Measurement, gemeenten: list[str], year: int) -> dict[str, list[Any]]:
    pack, scores, limits = references.measurer.pack, measured.scores, settings.load()
    columns = area_columns(pack.model, scores, year, language())
    columns |= basis_columns(scores, scores.years.index(year))
    columns |= mark_columns(marks_of(pack, measured.official), limits.smallest_inhabitants)
    smallest = limits.smallest_dwellings, limits.smallest_inhabitants
    columns |= rank_columns(references, scores, gemeenten, year, *smallest)
    return columns | caution_columns(scores, scores.years.index(year), limits.limits, language())


def _batches(source: QgsProcessingFeatureSource) -> Iterator[list[QgsFeature]]:
    batch: list[QgsFeature] = []
    for feature in source.getFeatures(QgsFeatureRequest(), AS_THEY_ARE):
        batch.append(feature)
        if len(batch) == _AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch
