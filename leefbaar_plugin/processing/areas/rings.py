# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:rings`: areas, rings around them and the rest of their gemeenten over the years."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...analysis.change.change_tables import surroundings_columns
from ...analysis.change.surroundings import DEFAULT_RINGS, parse_distances
from ...analysis.change.waterbed import Surrounded, WaterbedQuestion, surround
from ...analysis.measure import Measurer
from ...analysis.references.references import References
from ...layers.fields import beside, fields_of
from ...pack.files.progress import part
from ...pack.official import GEMEENTE
from ...pack.pack import Pack
from ...settings import load
from ...translation import language, tr, trn
from ...words import formats
from ..algorithm import advanced, progress_of
from ..inputs.area_input import AreaInput, AreasAlgorithm, parts_among, tell_areas, tell_comparison, tell_weight
from ..inputs.polygons import polygon_of
from ..output import OUTPUT, LayerForm, Run, write_layer

DISTANCES, SMALLEST, WITHOUT_OTHERS = "DISTANCES", "SMALLEST", "WITHOUT_OTHERS"
_MEASURED_AT = 80
_MOST_NAMED = 10


class RingsAroundAreas(AreasAlgorithm):
    """The waterbed question: what changed in an area, around it, and in the rest of its gemeente?"""

    id_ = "rings"

    def title(self) -> str:
        """Translated name."""
        return tr("Rings around areas (waterbed)")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_areas_parameter()
        self.addParameter(
            QgsProcessingParameterString(DISTANCES, tr("Rings (m), as 250, 500 or 0-250, 250-500"), DEFAULT_RINGS)
        )
        self.add_years_parameter()
        self.add_base_parameter()
        self.add_recipe_parameters()
        self.addParameter(
            advanced(
                QgsProcessingParameterNumber(
                    SMALLEST,
                    tr("Least number that says something (from the options when empty)"),
                    QgsProcessingParameterNumber.Type.Double,
                    optional=True,
                    minValue=0,
                )
            )
        )
        without = tr("Leave other areas of the layer out of the rings")
        self.addParameter(advanced(QgsProcessingParameterBoolean(WITHOUT_OTHERS, without, False)))
        kind = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Areas and surroundings"), kind))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure areas and surroundings, then write a feature per zone and year."""
        pack = self.pack(parameters, context)
        question = self._question(parameters, context, pack)
        _source, areas = self.read_areas(parameters, context, feedback)
        measurer = Measurer(pack, self.recipe(parameters, context))
        tell_weight(measurer, feedback)
        watched = part(progress_of(feedback), 0.0, _MEASURED_AT / 100)
        found = surround(References(measurer), areas.wkb, question, watched)
        _tell(pack, areas, found, feedback)
        years = found.scores.years
        tables = [surroundings_columns(pack.model, found, year, language(), load().limits) for year in years]
        crs = QgsCoordinateReferenceSystem("EPSG:28992")
        form = LayerForm(beside(areas.fields, fields_of(tables[0])), QgsWkbTypes.Type.MultiPolygon, crs)
        run = Run(self, parameters, context, feedback)
        features = _features(form.fields, areas, found, tables)
        return {OUTPUT: write_layer(run, form, features, len(found.scores.surface) * len(years), _MEASURED_AT)}

    def _question(self, parameters: dict[str, Any], context: QgsProcessingContext, pack: Pack) -> WaterbedQuestion:
        rings = tuple(parse_distances(self.listed(parameters, DISTANCES, context)))
        years, base = self.years_and_base(parameters, context, pack)
        least = load().smallest_dwellings
        if parameters.get(SMALLEST) not in (None, ""):
            least = self.parameterAsDouble(parameters, SMALLEST, context)
        return WaterbedQuestion(rings, years, base, least, self.parameterAsBool(parameters, WITHOUT_OTHERS, context))


def _features(
    fields: QgsFields, areas: AreaInput, found: Surrounded, tables: list[dict[str, list[Any]]]
) -> Iterator[QgsFeature]:
    """For every area its zones, for every zone its years."""
    by_year = [list(zip(*table.values(), strict=True)) for table in tables]
    for area, (feature, zones) in enumerate(zip(areas.features, found.zones, strict=True)):
        for number, zone in enumerate(zones):
            shape, row = polygon_of(zone.wkb), found.row(area, number)
            for rows in by_year:
                made = QgsFeature(fields)
                made.setGeometry(shape)
                made.setAttributes(feature.attributes() + list(rows[row]))
                yield made


def _tell(pack: Pack, areas: AreaInput, found: Surrounded, feedback: QgsProcessingFeedback) -> None:
    """Say what is the matter with the areas, and what they can't be compared with."""
    each = len(found.question.rings) + 2
    squares = found.scores.squares.max(axis=1)[::each].tolist() if len(areas.features) else []
    parts = parts_among(pack, areas.wkb)
    tell_areas(areas.features, found.repaired, found.empty, squares, feedback, parts=parts)
    if GEMEENTE not in pack.levels:
        feedback.pushWarning(
            tr("The data have no outlines of gemeenten, so there is no rest of the gemeente to compare with.")
        )
    else:
        lacking = [n for n, parts in enumerate(found.gemeenten) if not (parts and parts[0].whole) and squares[n]]
        for number in lacking[:_MOST_NAMED]:
            feedback.pushWarning(
                tr("Area {number} lies in no gemeente that is whole in these data.").format(number=number + 1)
            )
    if any(found.meets_others) and not found.question.without_others:
        feedback.pushInfo(
            trn(
                "Rings of {count} area overlap other areas of the layer, which count in them.",
                "Rings of {count} areas overlap other areas of the layer, which count in them.",
                sum(found.meets_others),
            ).format(count=formats.count(sum(found.meets_others)))
        )
    tell_comparison(found.country, int(found.left_out[::each].sum()), feedback)
