# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:scenario`: what if? Areas with and without measures; a worked example, not a forecast."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...analysis.measure import Measurer
from ...analysis.scenarios.document import GEMEENTE, Book, Scenario, ScenarioStep, Target
from ...analysis.scenarios.effects import AreaEffect, ScenarioMeasurer, effect_columns, square_columns
from ...analysis.scenarios.file import read_book, write_document
from ...analysis.scenarios.told import measures_text, recipe_document
from ...engine.errors import InputError, LeefbaarError
from ...engine.model import ScoreModel, in_language
from ...engine.models.scenarios import ADD, DWELLINGS_ADD, DWELLINGS_TIMES, SET, TOWARD, Measure
from ...layers.fields import beside, fields_of
from ...pack.files.resources import load_model
from ...pack.outlines.geometry import make_valid
from ...settings import load
from ...translation import language, tr
from ..algorithm import advanced
from ..edition.squares import square_features, square_form
from ..inputs.area_input import AreaInput, AreasAlgorithm, parts_among, tell_areas, tell_weight
from ..inputs.polygons import beside_geometry
from ..output import OUTPUT, LayerForm, Run, discard, stop_if_cancelled, write_layer

SCENARIO, NAME, KIND, DIMENSION, AMOUNT, SQUARES = "SCENARIO", "NAME", "KIND", "DIMENSION", "AMOUNT", "SQUARES"
RECIPE, ERROR = "RECIPE", "ERROR"
KINDS_OF_MEASURE = (ADD, SET, TOWARD, DWELLINGS_ADD, DWELLINGS_TIMES)
_MEASURED_AT = 70


class WhatIf(AreasAlgorithm):
    """Score, class, dimensions and dwellings of every area with and without the measures of a scenario."""

    id_ = "scenario"

    def title(self) -> str:
        """Translated name."""
        return tr("What if (worked example, not a forecast)")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        model = load_model("lbm3")
        self.add_pack_parameter()
        self.add_areas_parameter()
        self.add_year_parameter()
        label = tr("Scenarios (JSON, as the panel writes them; without one, the measure below)")
        file = QgsProcessingParameterFile.Behavior.File
        self.addParameter(QgsProcessingParameterFile(SCENARIO, label, file, "json", optional=True))
        label = tr("Name of the scenario (the last one when empty)")
        self.addParameter(QgsProcessingParameterString(NAME, label, optional=True))
        kinds = [label for _kind, label in measure_labels()]
        self.addParameter(QgsProcessingParameterEnum(KIND, tr("Measure in every area"), kinds, defaultValue=0))
        names = [in_language(theme.name, language()) for theme in model.dimensions]
        self.addParameter(QgsProcessingParameterEnum(DIMENSION, tr("Dimension"), names, defaultValue=0))
        real = QgsProcessingParameterNumber.Type.Double
        self.addParameter(QgsProcessingParameterNumber(AMOUNT, tr("Amount"), real, 0.0))
        label = tr("Standard error of the amount, where a surrogate estimated it (points)")
        self.addParameter(advanced(QgsProcessingParameterNumber(ERROR, label, real, 0.0, minValue=0.0)))
        self.add_recipe_parameters()
        polygons = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Areas with and without measures"), polygons))
        label = tr("Squares that the measures change")
        self.addParameter(
            QgsProcessingParameterFeatureSink(SQUARES, label, polygons, optional=True, createByDefault=False)
        )
        label = tr("Scenarios and the data they were reckoned with (JSON; can be opened again)")
        self.addParameter(
            QgsProcessingParameterFileDestination(RECIPE, label, "JSON (*.json)", optional=True, createByDefault=False)
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Reckon the scenario for every area, then write a feature for each; and the squares, when asked for."""
        source, read = self.read_areas(parameters, context, feedback)
        pack = self.pack(parameters, context)
        plain = Measurer(pack, self.recipe(parameters, context))
        tell_weight(plain, feedback)
        measurer = ScenarioMeasurer(plain, self.year(parameters, context, pack))
        valid = make_valid(read.wkb, plain.recipe.fill_rule)
        name, steps = self._steps(parameters, context, pack.model)
        shared = [measurer.bind(step) for step in steps]
        found: list[AreaEffect] = []
        used: list[Measure] = []
        own: list[ScenarioStep] = []
        for number, outline in enumerate(valid.wkb):
            stop_if_cancelled(feedback)
            feedback.setProgress(_MEASURED_AT * number / len(valid.wkb))
            made = [] if shared else self._own(parameters, context, measurer, outline, number in valid.empty)
            measures = shared or [measurer.bind(step) for step in made]
            found.append(measurer.area(measures, outline))
            own += made
            used += [] if shared else measures
        counts = [one.squares for one in found]
        parts = [at for at in parts_among(pack, read.wkb) if counts[at]]
        tell_areas(read.features, valid.repaired, valid.empty, counts, feedback, parts=parts, measured=True)
        feedback.pushWarning(tr("A worked example, not a forecast: the Leefbaarometer is not a causal model."))
        told = measures_text(steps or tuple(own[:1]))
        columns = effect_columns(measurer, found, name, language(), load().limits, told)
        run = Run(self, parameters, context, feedback)
        met = measurer.changed(shared or used)
        squares = _write_squares(run, square_columns(pack, met, language(), load().limits))
        try:
            written = {OUTPUT: _write_areas(run, source, read, columns)} | squares
            path = self.parameterAsFileOutput(parameters, RECIPE, context)
            if path:
                book = Book((Scenario("s1", name, steps or tuple(own)),))
                write_document(Path(path), recipe_document(book, plain, measurer.year, language()))
                written[RECIPE] = path
            return written
        except LeefbaarError:
            for destination in squares.values():
                discard(destination, run)
            raise

    def _steps(
        self, parameters: dict[str, Any], context: QgsProcessingContext, model: ScoreModel
    ) -> tuple[str, tuple[ScenarioStep, ...]]:
        """Name and steps of the scenario in the file; without a file no steps, and the name of the measure."""
        path = self.parameterAsString(parameters, SCENARIO, context).strip()
        wanted = self.parameterAsString(parameters, NAME, context).strip()
        if not path:
            return wanted or measure_labels()[self.parameterAsEnum(parameters, KIND, context)][1], ()
        book = read_book(Path(path), model)
        for scenario in reversed(book.scenarios):
            if not wanted or wanted in (scenario.name, scenario.id):
                steps = book.steps(scenario.id)
                if not steps:
                    raise InputError("Scenario “{name}” has no measures.", name=scenario.name)
                return scenario.name, steps
        raise InputError(
            "{file} has no scenario “{name}”; it has: {known}.",
            file=Path(path).name,
            name=wanted,
            known=", ".join(scenario.name for scenario in book.scenarios) or "-",
        )

    def _own(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        measurer: ScenarioMeasurer,
        outline: bytes,
        is_empty: bool,
    ) -> list[ScenarioStep]:
        """The measure of the dialog, for one area itself; none for an area outside the data."""
        step = ScenarioStep(
            KINDS_OF_MEASURE[self.parameterAsEnum(parameters, KIND, context)],
            Target("", outline),
            self.parameterAsDouble(parameters, AMOUNT, context),
            load_model("lbm3").dimensions[self.parameterAsEnum(parameters, DIMENSION, context)].id,
            GEMEENTE,
            error=self.parameterAsDouble(parameters, ERROR, context),
        )
        if is_empty or not measurer.area([], outline).squares:
            return []
        return [step]


def measure_labels() -> list[tuple[str, str]]:
    """Kinds of measure with their translated names, in the order of the choice."""
    return [
        (ADD, tr("add points to a dimension")),
        (SET, tr("set a dimension to so many points")),
        (TOWARD, tr("part of the way (0-1) to the gemeente's mean")),
        (DWELLINGS_ADD, tr("so many more dwellings (or fewer)")),
        (DWELLINGS_TIMES, tr("so many times the dwellings")),
    ]


def _write_squares(run: Run, columns: dict[str, list[Any]]) -> dict[str, str]:
    if run.parameters.get(SQUARES) in (None, ""):
        return {}
    form = square_form(columns)
    count = len(columns["grid_id"])
    return {SQUARES: write_layer(run, form, square_features(form.fields, columns), count, _MEASURED_AT, SQUARES)}


def _write_areas(run: Run, source: QgsProcessingFeatureSource, read: AreaInput, columns: dict[str, list[Any]]) -> str:
    form = LayerForm(
        beside(source.fields(), fields_of(columns)), QgsWkbTypes.multiType(source.wkbType()), source.sourceCrs()
    )

    def features() -> Iterator[QgsFeature]:
        for feature, row in zip(read.features, zip(*columns.values(), strict=True), strict=True):
            made = QgsFeature(form.fields)
            made.setGeometry(beside_geometry(feature))
            made.setAttributes(feature.attributes() + list(row))
            yield made

    return write_layer(run, form, features(), len(read.features), _MEASURED_AT)
