# SPDX-License-Identifier: GPL-2.0-or-later
"""What algorithms over a whole layer of areas share: parameters, features with their outlines, messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...analysis.marks import Marks
from ...analysis.measure import Measurer, Recipe
from ...analysis.references.everywhere import Everywhere
from ...engine.choices import FILL_RULES, RULES
from ...engine.model import in_language
from ...engine.squares.weights import KINDS
from ...layers.level_names import own_outlines
from ...layers.marks import count_sentence
from ...layers.projection import ToRd
from ...pack.files.resources import load_model
from ...pack.official_scores import OfficialArea, official_scores
from ...pack.outlines.geometry import make_valid
from ...pack.pack import Pack
from ...pack.parts import is_selection, shortened
from ...settings import load
from ...translation import language, tr
from ...words import formats
from ...words.change import left_out_sentence
from ...words.reference import country_sentence
from ...words.wording import rule_name
from ..algorithm import LeefbaarometerAlgorithm, advanced
from ..output import stop_if_cancelled
from .period import BASE, YEARS, parse_years
from .polygons import AS_THEY_ARE, require_polygons, to_rd, wkb_in_rd

AREAS, LEVEL, WEIGHT, RULE, FILL_RULE = "AREAS", "LEVEL", "WEIGHT", "RULE", "FILL_RULE"
LEVELS = ("buurt", "wijk", "gemeente", "pc4")
_MOST_NAMED = 10
_LOOK_EVERY = 200


@dataclass(frozen=True)
class AreaInput:
    """Features of a layer, their own fields, and their outlines (WKB in EPSG:28992, None for none).

    `official` are the official areas that they are, None where that is to be told by the outlines.
    """

    fields: QgsFields
    features: list[QgsFeature]
    wkb: list[bytes | None]
    official: Sequence[OfficialArea | None] | None = None


class AreasAlgorithm(LeefbaarometerAlgorithm):
    """Base of algorithms over a layer of areas, most of which read it before they compute."""

    rule_parameter: ClassVar[str] = RULE

    def add_areas_parameter(self, optional: bool = False) -> None:
        """A layer of polygons."""
        kinds = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(AREAS, tr("Areas"), kinds, optional=optional))

    def add_years_parameter(self, label: str = "") -> None:
        """Some years, all when empty; or as the label says."""
        label = label or tr("Years: separated by , (all when empty)")
        self.addParameter(QgsProcessingParameterString(YEARS, label, optional=True))

    def add_base_parameter(self) -> None:
        """The year that others are compared with."""
        whole = QgsProcessingParameterNumber.Type.Integer
        label = tr("Base year (first of the years when empty)")
        self.addParameter(QgsProcessingParameterNumber(BASE, label, whole, optional=True))

    def years_and_base(
        self, parameters: dict[str, Any], context: QgsProcessingContext, pack: Pack
    ) -> tuple[tuple[int, ...], int]:
        """The years that were asked for, else all, and the base year, else the first; PackError for an absent one."""
        text = self.listed(parameters, YEARS, context)
        years = parse_years(text, pack) if text.strip() else pack.years
        given = parameters.get(BASE) not in (None, "")
        return years, pack.require_year(self.parameterAsInt(parameters, BASE, context)) if given else years[0]

    def add_level_parameter(self) -> None:
        """Level of the official areas that serve where no layer is given."""
        names = [in_language(load_model("lbm3").level(level).name, language()) for level in LEVELS]
        label = tr("Without a layer of areas: official areas")
        self.addParameter(QgsProcessingParameterEnum(LEVEL, label, names, defaultValue=0))

    def level(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """The level that was chosen."""
        return LEVELS[self.parameterAsEnum(parameters, LEVEL, context)]

    def add_recipe_parameters(self, hidden: bool = False) -> None:
        """Weight, squares on the border, repair of invalid polygons; `hidden` among the advanced ones."""
        rules = [rule_name(rule) for rule in RULES]
        fills = [tr("even-odd"), tr("non-zero")]
        for name, label, choices in (
            (WEIGHT, tr("Weight"), weight_labels()),
            (self.rule_parameter, tr("Squares on the border"), rules),
            (FILL_RULE, tr("Repair of invalid polygons"), fills),
        ):
            choice = QgsProcessingParameterEnum(name, label, choices, defaultValue=0)
            self.addParameter(advanced(choice) if hidden or name == FILL_RULE else choice)

    def recipe(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Recipe:
        """The recipe that was chosen."""
        return Recipe(
            KINDS[self.parameterAsEnum(parameters, WEIGHT, context)],
            RULES[self.parameterAsEnum(parameters, self.rule_parameter, context)],
            FILL_RULES[self.parameterAsEnum(parameters, FILL_RULE, context)],
            load().imputation,
        )

    def listed(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> str:
        """A parameter of separated texts; scripts and JSON may hand over a list, of which QGIS makes an empty text."""
        given = parameters.get(name)
        if isinstance(given, list | tuple):
            return ",".join(map(str, given))
        if isinstance(given, int | float) and not isinstance(given, bool):
            return f"{given:g}" if isinstance(given, float) else str(given)
        return self.parameterAsString(parameters, name, context)

    def source(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[QgsProcessingFeatureSource, ToRd]:
        """The layer of areas and its way to EPSG:28992; InputError when it holds something else, or has no system."""
        source = self.parameterAsSource(parameters, AREAS, context)
        if source is None:
            raise QgsProcessingException(self.invalidSourceError(parameters, AREAS))
        require_polygons(source)
        return source, to_rd(source, context)

    def read_areas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> tuple[QgsProcessingFeatureSource, AreaInput]:
        """All areas of the layer, read at once; raises as `source` does."""
        source, transform = self.source(parameters, context)
        read = AreaInput(source.fields(), [], [])
        for number, feature in enumerate(source.getFeatures(QgsFeatureRequest(), AS_THEY_ARE)):
            if number % _LOOK_EVERY == 0:
                stop_if_cancelled(feedback)
            read.features.append(feature)
            read.wkb.append(wkb_in_rd(feature, transform))
        if not read.features:
            feedback.pushWarning(tr("The layer has no areas."))
        return source, read


def weight_labels() -> list[str]:
    """Translated names of the kinds of weight, in the order of `KINDS`."""
    return [tr("dwellings"), tr("households"), tr("inhabitants"), tr("equal"), tr("own dwellings (points)")]


def tell_parts(names: Sequence[str], feedback: QgsProcessingFeedback) -> None:
    """Warn of official areas that are left out, because the pack holds a part of them only."""
    if names:
        feedback.pushWarning(left_out_sentence(len(names), shortened(names)))


def tell_small(marks: Marks, feedback: QgsProcessingFeedback) -> None:
    """Say how many official areas have few inhabitants, or an unknown number of them."""
    text = count_sentence(marks, load().smallest_inhabitants)
    if text:
        feedback.pushInfo(text)


def tell_outlines(pack: Pack, level: str, feedback: QgsProcessingFeedback) -> None:
    """Say of which level the outlines are our own, and which one has none."""
    text = own_outlines(pack, level)
    if level not in pack.levels:
        name = in_language(pack.model.level(level).name, language())
        text = tr("The data have no outlines of level {level}.").format(level=name)
    if text:
        feedback.pushInfo(text)


def tell_weight(measurer: Measurer, feedback: QgsProcessingFeedback) -> None:
    """Warn when the data pack has no counts of the weight that was asked for, so that another is used."""
    labels = dict(zip(KINDS, weight_labels(), strict=True))
    wanted, used = measurer.recipe.weight, measurer.weights.kind
    if used != wanted:
        text = tr("The data pack has no counts of {wanted}; the weight used is: {used}.")
        feedback.pushWarning(text.format(wanted=labels[wanted], used=labels[used]))
    if measurer.rule != measurer.recipe.rule:
        feedback.pushWarning(
            tr("The data pack has no points of dwellings; squares on the border count by their surface.")
        )


def tell_areas(
    features: Sequence[QgsFeature],
    repaired: Sequence[int],
    empty: Sequence[int],
    squares: Sequence[int],
    feedback: QgsProcessingFeedback,
    before: int = 0,
    parts: Sequence[int] = (),
    measured: bool = False,
) -> None:
    """Say which areas were repaired, are empty, or lie outside the data: `squares` of each, the most of any year.

    `before` is the number of areas that came before these, `parts` are places of official areas of which the data hold
    a part (`parts_among`): without figures but what is published, or with `measured` measured all the same.
    """
    for number in parts[:_MOST_NAMED]:
        text = tr("Area {number} (feature {id}) is an official one of which the data hold a part only.")
        text += " " + (
            tr("Its figures here are of that part, and say nothing of the whole.")
            if measured
            else tr("Its published score is given, and nothing else.")
        )
        feedback.pushWarning(text.format(number=before + number + 1, id=features[number].id()))
    for number in repaired[:_MOST_NAMED]:
        text = tr("Area {number} (feature {id}) is an invalid polygon and was repaired.")
        feedback.pushWarning(text.format(number=before + number + 1, id=features[number].id()))
    outside = [place for place, count in enumerate(squares) if not count and place not in parts]
    for number in outside[:_MOST_NAMED]:
        text = (
            tr("Area {number} (feature {id}) is empty.")
            if number in empty
            else tr("Area {number} (feature {id}) lies outside the scored squares; it has no figures.")
        )
        feedback.pushInfo(text.format(number=before + number + 1, id=features[number].id()))


def words_of(feature: QgsFeature) -> frozenset[str]:
    """The texts among the attributes of a feature: what the layer says of it, its code among others."""
    return frozenset(value for value in feature.attributes() if isinstance(value, str))


def parts_among(pack: Pack, areas: Sequence[bytes | None]) -> list[int]:
    """Places of the areas (WKB in EPSG:28992) that are official ones of which the pack holds a part."""
    if not is_selection(pack):
        return []
    official = official_scores(pack).recognise(make_valid(areas).wkb)
    return [at for at, area in enumerate(official) if area is not None and area.is_part]


def tell_comparison(country: Everywhere, left_out: int, feedback: QgsProcessingFeedback) -> None:
    """Say what areas were compared with when that isn't all in the data, and how many squares don't count."""
    text = country_sentence(country)
    if text:
        feedback.pushInfo(text)
    if left_out:
        text = tr(
            "Only squares with a score in all compared years count; squares of the areas that are left out: {count}."
        )
        feedback.pushInfo(text.format(count=formats.count(left_out)))
