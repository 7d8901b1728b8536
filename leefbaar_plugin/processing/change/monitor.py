# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:monitor`: a fixed set of areas against their gemeenten and the country over the years."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...analysis.change.change_tables import monitor_columns
from ...analysis.change.monitor import Monitored, monitor_areas, with_codes
from ...analysis.measure import Measurer
from ...analysis.references.references import References
from ...analysis.same_squares import SQUARE_SETS
from ...engine.errors import InputError
from ...engine.model import in_language
from ...layers.fields import beside, fields_of, named_reference
from ...pack.files.progress import part
from ...pack.official import GEMEENTE, read_level
from ...pack.official_scores import official_scores
from ...pack.pack import Pack
from ...pack.parts import whole_areas
from ...pack.references.groups import ALL_SQUARES
from ...settings import load
from ...translation import language, tr, trn
from ..algorithm import progress_of
from ..inputs.area_input import (
    AREAS,
    AreaInput,
    AreasAlgorithm,
    parts_among,
    tell_areas,
    tell_comparison,
    tell_outlines,
    tell_parts,
    tell_small,
    tell_weight,
    words_of,
)
from ..inputs.polygons import polygon_of
from ..output import OUTPUT, LayerForm, Run, stop_if_cancelled, write_layer

CODES, SQUARES = "CODES", "SQUARES"
_MEASURED_AT = 80
_MOST_NAMED = 20


class MonitorAreas(AreasAlgorithm):
    """Score, class shares, differences, changes and places of a set of areas, by year."""

    id_ = "monitor"

    def title(self) -> str:
        """Translated name."""
        return tr("Monitor of areas")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_areas_parameter(optional=True)
        self.add_level_parameter()
        self.addParameter(
            QgsProcessingParameterString(CODES, tr("Codes of them: separated by , (all when empty)"), optional=True)
        )
        self.add_years_parameter()
        self.add_base_parameter()
        sets = [tr("the same in all years"), tr("each year's own")]
        self.addParameter(QgsProcessingParameterEnum(SQUARES, tr("Squares"), sets, defaultValue=0))
        self.add_recipe_parameters()
        kind = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Monitor"), kind))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure the set, then write a feature per area and year, those of the set as a whole last."""
        pack = self.pack(parameters, context)
        years, base = self.years_and_base(parameters, context, pack)
        squares = SQUARE_SETS[self.parameterAsEnum(parameters, SQUARES, context)]
        areas = self._areas(parameters, context, feedback, pack)
        measurer = Measurer(pack, self.recipe(parameters, context))
        tell_weight(measurer, feedback)
        stop_if_cancelled(feedback)
        watched = part(progress_of(feedback), 0.0, _MEASURED_AT / 100)
        said = [words_of(feature) for feature in areas.features]
        found = monitor_areas(References(measurer), areas.wkb, years, base, squares, watched, areas.official, said)
        _tell(pack, areas, found, feedback)
        tell_small(found.marks, feedback)
        compared = found.monitor.scores.years
        small = load().smallest_inhabitants
        tables = [monitor_columns(pack.model, found, year, language(), small, load().limits) for year in compared]
        crs = QgsCoordinateReferenceSystem("EPSG:28992")
        ours = fields_of(tables[0])
        if not found.country.is_country:
            ours = named_reference(ours, in_language(ALL_SQUARES, language()))
        form = LayerForm(beside(areas.fields, ours), QgsWkbTypes.Type.MultiPolygon, crs)
        features = _features(form.fields, areas, found.outlines, tables)
        count = len(found.outlines) * len(compared)
        run = Run(self, parameters, context, feedback)
        return {OUTPUT: write_layer(run, form, features, count, _MEASURED_AT)}

    def _areas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, pack: Pack
    ) -> AreaInput:
        """The areas of the layer, else the official ones with these codes."""
        if parameters.get(AREAS) not in (None, ""):
            return self.read_areas(parameters, context, feedback)[1]
        return self._official(parameters, context, feedback, pack)

    def _official(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback, pack: Pack
    ) -> AreaInput:
        level = self.level(parameters, context)
        name = in_language(pack.model.level(level).name, language())
        if level not in pack.levels:
            raise InputError("The data have no outlines of level {level}.", level=name)
        tell_outlines(pack, level, feedback)
        codes = [code for code in re.split(r"[,;\s]+", self.listed(parameters, CODES, context)) if code]
        areas, parts = whole_areas(pack, read_level(pack, level))
        chosen, lacking = with_codes(areas, codes)
        tell_parts(parts, feedback)
        if not len(chosen):
            raise InputError(
                "None of the codes is one of level {level}: {codes}.", level=name, codes=", ".join(lacking)
            )
        if lacking:
            named = ", ".join(lacking[:_MOST_NAMED]) + (" …" if len(lacking) > _MOST_NAMED else "")
            text = trn(
                "{count} code matches nothing and is left out: {codes}.",
                "{count} codes match nothing and are left out: {codes}.",
                len(lacking),
            )
            feedback.pushWarning(text.format(count=len(lacking), codes=named))
        fields = fields_of(["code", "name"])
        features = []
        for number, row in enumerate(zip(chosen.code, chosen.name, strict=True), start=1):
            feature = QgsFeature(fields, number)
            feature.setAttributes(list(row))
            features.append(feature)
        return AreaInput(fields, features, list(chosen.wkb), official_scores(pack).of_codes(level, chosen.code))


def _features(
    fields: QgsFields, areas: AreaInput, outlines: list[bytes], tables: list[dict[str, list[Any]]]
) -> Iterator[QgsFeature]:
    """For every area its years, and behind them those of the set, which has none of the fields of the input."""
    own = [*(feature.attributes() for feature in areas.features), [None] * areas.fields.count()]
    by_year = [list(zip(*table.values(), strict=True)) for table in tables]
    for row, (attributes, outline) in enumerate(zip(own, outlines, strict=True)):
        shape = polygon_of(outline)
        for rows in by_year:
            made = QgsFeature(fields)
            made.setGeometry(shape)
            made.setAttributes(attributes + list(rows[row]))
            yield made


def _tell(pack: Pack, areas: AreaInput, found: Monitored, feedback: QgsProcessingFeedback) -> None:
    squares = found.monitor.scores.squares[:-1].max(axis=1).tolist() if len(areas.features) else []
    parts = parts_among(pack, areas.wkb)
    tell_areas(areas.features, found.repaired, found.empty, squares, feedback, parts=parts)
    if GEMEENTE not in pack.levels:
        feedback.pushWarning(tr("The data have no outlines of gemeenten, so the areas aren't set against theirs."))
    tell_comparison(found.country, int(found.left_out[-1]), feedback)
