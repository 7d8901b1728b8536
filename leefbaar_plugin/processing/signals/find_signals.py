# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:findsignals`: areas or clusters that a rule of the ministry's letters, or an own rule, finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...analysis.cautions import Caution, cautions_of, cautions_of_sums, few_columns, together
from ...analysis.measure import Measurer
from ...analysis.signals.finder import SignalFinder, Subjects, own_areas
from ...analysis.signals.findings import Findings
from ...analysis.signals.found_totals import (
    against,
    against_columns,
    places_of,
    squares_found,
    summary_columns,
    totals_of,
)
from ...analysis.signals.needs import earlier_year
from ...analysis.signals.rule_set import load_rule, load_rules, parse_values, read_rule_file, with_parameters
from ...analysis.signals.rules import Rule
from ...analysis.signals.square_clusters import CLUSTERS
from ...engine.errors import InputError
from ...engine.model import in_language
from ...engine.signals.judge import FOUND, NOT_FOUND, UNKNOWN
from ...engine.squares.weights import DWELLINGS, KINDS
from ...layers.fields import CLUSTER, beside, cluster_field, fields_of, signal_fields
from ...settings import load
from ...translation import language, tr
from ..algorithm import advanced, progress_of
from ..inputs.area_input import AREAS, AreasAlgorithm, tell_outlines, tell_small, tell_weight
from ..inputs.polygons import beside_geometry
from ..output import OUTPUT, LayerForm, Run, write_layer
from ..tables import write_beside
from .clusters import add_cluster_parameters, add_since_parameter, cluster_choice, given_since, write_areas

RULE, RULE_ID, RULE_FILE, PARAMETERS, LEVEL = "RULE", "RULE_ID", "RULE_FILE", "PARAMETERS", "LEVEL"
ALL, BORDER, AGAINST, SUMMARY = "ALL", "BORDER", "AGAINST", "SUMMARY"
COUNT = "FOUND"
_LEVELS = ("gemeente", "wijk", "buurt", "areas", "clusters")
_BUURT, _AREAS = 2, 3
_FOUND_AT = 80
"""Percent of the progress at which everything is judged and writing begins."""


class FindSignals(AreasAlgorithm):
    """Areas that satisfy every condition of a rule, with the values, the reason and what explains most."""

    id_ = "findsignals"
    rule_parameter = BORDER  # RULE is the rule that judges

    def title(self) -> str:
        """Translated name."""
        return tr("Find areas by a rule")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        titles = [in_language(rule.title, language()) for rule in load_rules().values()]
        self.addParameter(QgsProcessingParameterEnum(RULE, tr("Rule"), titles, defaultValue=0))
        text = tr("Values of the rule: name=value, separated by ; (as in the rule when empty)")
        self.addParameter(QgsProcessingParameterString(PARAMETERS, text, optional=True))
        levels = [tr("gemeenten"), tr("wijken"), tr("buurten"), tr("a layer of areas"), tr("clusters of squares")]
        self.addParameter(QgsProcessingParameterEnum(LEVEL, tr("What to judge"), levels, defaultValue=_BUURT))
        self.add_areas_parameter(optional=True)
        self.add_year_parameter()
        add_since_parameter(self)
        add_cluster_parameters(self)
        self.addParameter(QgsProcessingParameterBoolean(ALL, tr("All areas that were judged"), defaultValue=False))
        self._add_advanced()
        self.addParameter(
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Areas found"), QgsProcessing.SourceType.TypeVectorPolygon)
        )
        summary = tr("Sum of the areas found, beside the other year")
        kind = QgsProcessing.SourceType.TypeVector
        self.addParameter(
            QgsProcessingParameterFeatureSink(SUMMARY, summary, kind, optional=True, createByDefault=False)
        )
        self.addOutput(QgsProcessingOutputNumber(COUNT, tr("Number of areas found")))

    def _add_advanced(self) -> None:
        file = QgsProcessingParameterFile(RULE_FILE, tr("Own rule (JSON), instead of the rule above"), optional=True)
        file.setFileFilter("JSON (*.json)")
        self.addParameter(advanced(file))
        rule_id = QgsProcessingParameterString(RULE_ID, tr("Id of the rule, instead of the rule above"), optional=True)
        self.addParameter(advanced(rule_id))
        whole = QgsProcessingParameterNumber.Type.Integer
        other = tr("Year to set the areas found beside (none when empty)")
        self.addParameter(advanced(QgsProcessingParameterNumber(AGAINST, other, whole, optional=True)))
        self.add_recipe_parameters(hidden=True)

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Judge, tell how it went, and write the areas found, or all."""
        pack = self.pack(parameters, context)
        year = self.year(parameters, context, pack)
        rule = self._rule(parameters, context)
        self.subject = in_language(rule.title, language())
        measurer = Measurer(pack, self.recipe(parameters, context))
        tell_weight(measurer, feedback)
        source, features, subjects = self._subjects(parameters, context, feedback)
        since = given_since(self, parameters, context)
        if since is not None:  # also where the rule doesn't look at it
            earlier_year(measurer.pack, year, since)
        progress = progress_of(feedback)
        finder = SignalFinder(measurer)
        found = finder.find(rule, subjects, year, since, lambda done: progress(done * _FOUND_AT / 100))
        _tell(found, feedback)
        summary = self._summary(parameters, context, finder, found, subjects)
        if isinstance(subjects, str):
            tell_outlines(measurer.pack, subjects, feedback)
        tell_small(found.marks, feedback)
        everything = self.parameterAsBoolean(parameters, ALL, context)
        rows = list(range(len(found))) if everything else found.places()
        run = Run(self, parameters, context, feedback)
        columns = found.columns(language(), rows, load().smallest_inhabitants, load().limits)
        if source is None:
            names, own = _names(found, rows)
            fields = beside(own, signal_fields(columns))
            outlines = found.areas.where(rows).wkb
            write = lambda: write_areas(run, outlines, fields, {**names, **columns}, _FOUND_AT)  # noqa: E731
        else:
            form = LayerForm(
                beside(source.fields(), signal_fields(columns)),
                QgsWkbTypes.multiType(source.wkbType()),
                source.sourceCrs(),
            )
            made = partial(_beside, form, features, rows, columns)
            write = lambda: write_layer(run, form, made(), len(rows), _FOUND_AT)  # noqa: E731
        return {**write_beside(run, summary, SUMMARY, write), COUNT: found.count(FOUND)}

    def _summary(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        finder: SignalFinder,
        found: Findings,
        subjects: Subjects,
    ) -> dict[str, list[Any]] | None:
        """The table of sums, against another year where one is given; None when it isn't asked for."""
        given, measurer = parameters.get(AGAINST) not in (None, ""), finder.measurer
        other = self.parameterAsInt(parameters, AGAINST, context) if given else None
        if other is not None and measurer.pack.require_year(other) >= found.year:
            raise InputError("The earlier year {since} has to lie before {year}.", since=other, year=found.year)
        if parameters.get(SUMMARY) in (None, ""):
            return None
        if other is not None:
            before = finder.find(found.rule, subjects, other)
            return _told(against_columns(against(measurer, before, found)), (before, found))
        squares = squares_found(measurer, found)
        within, places = totals_of(measurer, squares, found.year), places_of(measurer, found, squares)
        return _told(summary_columns(found.year, found.count(FOUND), within, places), (found,))

    def _rule(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Rule:
        """The preset or own rule, with the values that were given."""
        path = self.parameterAsString(parameters, RULE_FILE, context)
        if path:
            rule = read_rule_file(Path(path))
        elif self.parameterAsString(parameters, RULE_ID, context).strip():
            rule = load_rule(self.parameterAsString(parameters, RULE_ID, context).strip())
        else:
            rule = list(load_rules().values())[self.parameterAsEnum(parameters, RULE, context)]
        return with_parameters(rule, parse_values(self._values(parameters, context)))

    def _values(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Values as text; scripts and JSON may hand over a dictionary, of which QGIS would make an empty text."""
        given = parameters.get(PARAMETERS)
        if isinstance(given, dict):
            return ";".join(f"{name}={value}" for name, value in given.items())
        return self.parameterAsString(parameters, PARAMETERS, context)

    def _subjects(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[QgsProcessingFeatureSource | None, list[QgsFeature], Subjects]:
        """What to judge; with the layer and its features where that is a layer of areas."""
        level = _LEVELS[self.parameterAsEnum(parameters, LEVEL, context)]
        if level == CLUSTERS:
            return None, [], cluster_choice(self, parameters, context)
        if level != _LEVELS[_AREAS]:
            return None, [], level
        if parameters.get(AREAS) in (None, ""):
            raise InputError("Choose the layer of areas to judge (AREAS).")
        source, read = self.read_areas(parameters, context, feedback)
        return source, read.features, own_areas([str(feature.id()) for feature in read.features], read.wkb)


def _told(summary: dict[str, list[Any]], years: tuple[Findings, ...]) -> dict[str, list[Any]]:
    """The table with what has to be told of each year's sums, by the first of their counts; of a change nothing."""
    kind = next((one for one in KINDS if one in summary), DWELLINGS)
    sums = summary.get(kind, [None] * len(summary["row"]))
    of_sums = cautions_of_sums(sums[: len(years)], kind)
    cautions = [
        replace(one, covered=together(cautions_of(of.figures, of.figures.years.index(of.year), of.places())).covered)
        for one, of in zip(of_sums, years, strict=True)
    ]
    cautions += [Caution(0, 0.0, kind, None, True)] * (len(sums) - len(years))
    return summary | few_columns(cautions, load().limits, language())


def _names(found: Findings, rows: list[int]) -> tuple[dict[str, list[Any]], QgsFields]:
    """Columns that name areas which have no fields of their own, and their fields."""
    areas = found.areas.where(rows)
    if areas.level == CLUSTERS:
        return {CLUSTER: list(map(int, areas.code))}, cluster_field()
    return {"code": areas.code, "name": areas.name}, fields_of(("code", "name"))


def _beside(
    form: LayerForm, features: list[QgsFeature], rows: list[int], columns: dict[str, list[Any]]
) -> Iterator[QgsFeature]:
    """Features of the areas layer, as they are, with the columns behind their own fields."""
    for at, values in zip(rows, zip(*columns.values(), strict=True), strict=True):
        made = QgsFeature(form.fields)
        made.setGeometry(beside_geometry(features[at]))
        made.setAttributes(features[at].attributes() + list(values))
        yield made


def _tell(found: Findings, feedback: QgsProcessingFeedback) -> None:
    """Say by which rule was judged, what to know about it, and how many areas were found."""
    feedback.pushInfo(found.rule_text(language()))
    for note in found.notes:
        feedback.pushWarning(note.text(language()))
    counts = {state: found.count(state) for state in (FOUND, NOT_FOUND, UNKNOWN)}
    feedback.pushInfo(
        tr("Found: {found}; not found: {others}; can't be judged: {unknown}.").format(
            found=counts[FOUND], others=counts[NOT_FOUND], unknown=counts[UNKNOWN]
        )
    )
    if not counts[FOUND]:
        feedback.pushWarning(tr("No area satisfies the rule."))
