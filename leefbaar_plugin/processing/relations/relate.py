# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:relate`: scores beside a figure of a table, with correlation, cross-table and turning point."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)

from ...analysis.measure import Measurer, Recipe
from ...analysis.relations.relations import (
    REGIONS,
    RelationChoice,
    TableRelation,
    columns_of,
    relate_table,
    unfavourable_bound,
)
from ...analysis.reported.own_figure import figure_by_class, quadrants_by_gemeente
from ...engine.errors import LeefbaarError
from ...engine.model import in_language
from ...engine.relations.correlation import CONFIDENCE
from ...engine.relations.cross_table import CUTS
from ...engine.relations.neighbours import KINDS as NEIGHBOURS
from ...engine.relations.neighbours import NEAREST_COUNT
from ...engine.relations.relation import RelationQuestion
from ...engine.squares.weights import KINDS
from ...layers.fields import fields_of
from ...pack.files.resources import load_model
from ...pack.official import gemeente_names
from ...pack.pack import Pack
from ...pack.tables.area_codes import LEVELS
from ...settings import load
from ...translation import language, tr, trn
from ...words.relation import quadrant_names, report_lines
from ..algorithm import LeefbaarometerAlgorithm, advanced, progress_of
from ..inputs.table_input import CODE_FIELD, TABLE, add_table_parameters, field_from, table_from
from ..output import OUTPUT, LayerForm, Run, discard, stop_if_cancelled, write_layer
from ..tables import write_table
from .relation_outputs import declare_numbers, numbers_of

THEME, LEVEL, VALUE_FIELD = "THEME", "LEVEL", "VALUE_FIELD"
WEIGHT, WEIGHT_FIELD, REGION, MEASURED = "WEIGHT", "WEIGHT_FIELD", "REGION", "MEASURED"
SCORE_CUT, SCORE_BOUND, VALUE_CUT, VALUE_BOUND = "SCORE_CUT", "SCORE_BOUND", "VALUE_CUT", "VALUE_BOUND"
NEIGHBOURHOOD, NEIGHBOUR_COUNT, SURENESS = "NEIGHBOURS", "NEIGHBOUR_COUNT", "CONFIDENCE"
UNMATCHED, UNMATCHED_CODES, REPORT = "UNMATCHED", "UNMATCHED_CODES", "REPORT"
SINCE, VALUE_SINCE_FIELD, CLASSES, GEMEENTEN = "SINCE", "VALUE_SINCE_FIELD", "CLASSES", "GEMEENTEN"
TABLE_YEAR = "TABLE_YEAR"
_COMPUTED_AT = 60
"""Percent of the progress at which the figures are there and writing begins."""


class Relate(LeefbaarometerAlgorithm):
    """Join a table to the areas of a level, and relate a column with their scores."""

    id_ = "relate"

    def title(self) -> str:
        """Translated name."""
        return tr("Relation with other figures")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        model = load_model("lbm3")
        self.add_pack_parameter()
        levels = [in_language(model.level(level).name, language()) for level in LEVELS]
        self.addParameter(QgsProcessingParameterEnum(LEVEL, tr("Level"), levels, defaultValue=0))
        self.add_year_parameter()
        themes = [in_language(theme.name, language()) for theme in model.themes]
        self.addParameter(QgsProcessingParameterEnum(THEME, tr("Theme"), themes, defaultValue=0))
        add_table_parameters(self)
        self.addParameter(
            QgsProcessingParameterField(VALUE_FIELD, tr("Column with the figures"), parentLayerParameterName=TABLE)
        )
        weights = [tr("none"), tr("dwellings"), tr("households"), tr("inhabitants")]
        self.addParameter(QgsProcessingParameterEnum(WEIGHT, tr("Weight of an area"), weights, defaultValue=0))
        label = tr("Column with the weight, instead")
        self.addParameter(
            QgsProcessingParameterField(WEIGHT_FIELD, label, parentLayerParameterName=TABLE, optional=True)
        )
        regions = [tr("none"), tr("by gemeente"), tr("G4, G40 and the others")]
        self.addParameter(QgsProcessingParameterEnum(REGION, tr("Regions"), regions, defaultValue=0))
        self._add_advanced()
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                OUTPUT, tr("Areas with both figures"), QgsProcessing.SourceType.TypeVectorPolygon
            )
        )
        for name, label in ((CLASSES, tr("Figure by class")), (GEMEENTEN, tr("Low and high by gemeente"))):
            kind = QgsProcessing.SourceType.TypeVector
            self.addParameter(
                QgsProcessingParameterFeatureSink(name, label, kind, optional=True, createByDefault=False)
            )
        declare_numbers(self)
        self.addOutput(QgsProcessingOutputNumber(UNMATCHED, tr("Number of codes that belong to no area")))
        self.addOutput(QgsProcessingOutputString(UNMATCHED_CODES, tr("Codes that belong to no area")))
        self.addOutput(QgsProcessingOutputString(REPORT, tr("Report")))

    def _add_advanced(self) -> None:
        cuts = [tr("median"), tr("lowest fifth"), tr("highest fifth"), tr("a bound")]
        real = QgsProcessingParameterNumber.Type.Double
        whole = QgsProcessingParameterNumber.Type.Integer
        neighbours = [tr("the nearest areas"), tr("touching areas"), tr("none")]
        for parameter in (
            QgsProcessingParameterNumber(
                SINCE, tr("Change of the score since this year (the score itself when empty)"), whole, optional=True
            ),
            QgsProcessingParameterField(
                VALUE_SINCE_FIELD,
                tr("Column to subtract, for the change of the figure"),
                parentLayerParameterName=TABLE,
                optional=True,
            ),
            QgsProcessingParameterNumber(
                TABLE_YEAR, tr("Year of the figures, of a table with several years per area"), whole, optional=True
            ),
            QgsProcessingParameterBoolean(MEASURED, tr("Compute the scores from the squares"), defaultValue=False),
            QgsProcessingParameterEnum(SCORE_CUT, tr("Cross-table: low and high score"), cuts, defaultValue=0),
            QgsProcessingParameterNumber(
                SCORE_BOUND, tr("Bound of the score (class 5 when empty)"), real, optional=True
            ),
            QgsProcessingParameterEnum(VALUE_CUT, tr("Cross-table: low and high figure"), cuts, defaultValue=0),
            QgsProcessingParameterNumber(VALUE_BOUND, tr("Bound of the figure"), real, optional=True),
            QgsProcessingParameterEnum(NEIGHBOURHOOD, tr("Neighbours for Moran's I"), neighbours, defaultValue=0),
            QgsProcessingParameterNumber(
                NEIGHBOUR_COUNT, tr("Number of nearest areas"), whole, NEAREST_COUNT, minValue=1, maxValue=50
            ),
            QgsProcessingParameterNumber(
                SURENESS, tr("Confidence of the intervals"), real, CONFIDENCE, minValue=0.5, maxValue=0.999
            ),
        ):
            self.addParameter(advanced(parameter))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Read, join, relate, report, and write a feature per area of the table."""
        pack = self.pack(parameters, context)
        table = table_from(self, parameters, context)
        choice = self._choice(parameters, context, pack)
        now = load()
        measurer = None
        if pack.grid is not None:
            measurer = Measurer(pack, Recipe(now.weight, now.rule, now.fill_rule, now.imputation))
        stop_if_cancelled(feedback)
        found = relate_table(pack, table, choice, measurer, progress_of(feedback))
        stop_if_cancelled(feedback)
        lines = report_lines(found, pack.edition)
        for line in lines:
            feedback.pushInfo(line)
        if found.joined.unmatched:
            text = trn(
                "{count} code belongs to no area; it stands in the log.",
                "{count} codes belong to no area; they are listed in the log.",
                len(found.joined.unmatched),
            )
            feedback.pushWarning(text.format(count=len(found.joined.unmatched)))
        rows, columns = columns_of(found, quadrant_names(), now.smallest_inhabitants, language(), now.limits)
        fields = fields_of(columns)
        rd = QgsCoordinateReferenceSystem("EPSG:28992")
        form = LayerForm(fields, QgsWkbTypes.Type.MultiPolygon, rd)
        run = Run(self, parameters, context, feedback)
        features = _features(fields, [found.areas.wkb[at] for at in rows], columns)
        written = self._tables(run, found, pack)
        try:
            written[OUTPUT] = write_layer(run, form, features, len(rows), _COMPUTED_AT)
        except LeefbaarError:
            for destination in written.values():
                discard(destination, run)
            raise
        return {
            **written,
            **numbers_of(found.relation),
            UNMATCHED: len(found.joined.unmatched),
            UNMATCHED_CODES: ",".join(found.joined.unmatched),
            REPORT: "\n".join(lines),
        }

    def _tables(self, run: Run, found: TableRelation, pack: Pack) -> dict[str, str]:
        """The tables beside the areas that are asked for; when one can't be written, none is left."""
        written: dict[str, str] = {}
        limits = load().limits
        for name, columns in (
            (CLASSES, figure_by_class(found, language(), limits)),
            (GEMEENTEN, quadrants_by_gemeente(found, gemeente_names(pack), language(), limits)),
        ):
            if run.parameters.get(name) in (None, ""):
                continue
            try:
                written[name] = write_table(run, columns, output=name)
            except LeefbaarError:
                for destination in written.values():
                    discard(destination, run)
                raise
        return written

    def _choice(self, parameters: dict[str, Any], context: QgsProcessingContext, pack: Pack) -> RelationChoice:
        def chosen(name: str) -> int:
            return int(self.parameterAsEnum(parameters, name, context))

        def number(name: str) -> float | None:
            given = parameters.get(name)
            return None if given in (None, "") else float(self.parameterAsDouble(parameters, name, context))

        theme = pack.model.themes[chosen(THEME)]
        question = RelationQuestion(
            confidence=self.parameterAsDouble(parameters, SURENESS, context),
            score_cut=CUTS[chosen(SCORE_CUT)],
            score_bound=number(SCORE_BOUND) if number(SCORE_BOUND) is not None else unfavourable_bound(pack, theme.id),
            value_cut=CUTS[chosen(VALUE_CUT)],
            value_bound=number(VALUE_BOUND),
        )
        weight = chosen(WEIGHT)
        return RelationChoice(
            level=LEVELS[chosen(LEVEL)],
            theme=theme.id,
            year=self.year(parameters, context, pack),
            value_column=field_from(self, parameters, VALUE_FIELD, context),
            code_column=field_from(self, parameters, CODE_FIELD, context),
            weight=KINDS[weight - 1] if weight else "",
            weight_column=field_from(self, parameters, WEIGHT_FIELD, context),
            region=REGIONS[chosen(REGION)],
            neighbours=[*NEIGHBOURS, ""][chosen(NEIGHBOURHOOD)],
            neighbour_count=self.parameterAsInt(parameters, NEIGHBOUR_COUNT, context),
            measured=self.parameterAsBool(parameters, MEASURED, context),
            since=int(number(SINCE) or 0),
            table_year=int(number(TABLE_YEAR) or 0),
            value_since_column=field_from(self, parameters, VALUE_SINCE_FIELD, context),
            question=question,
        )


def _features(fields: QgsFields, outlines: list[bytes | None], columns: dict[str, list]) -> Iterator[QgsFeature]:
    for wkb, *row in zip(outlines, *columns.values(), strict=True):
        feature = QgsFeature(fields)
        if wkb:
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
        feature.setAttributes(row)
        yield feature
