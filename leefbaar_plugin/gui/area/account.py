# SPDX-License-Identifier: GPL-2.0-or-later
"""How figures were computed, in words, with the recipe from which they can be made again."""

from __future__ import annotations

from dataclasses import dataclass

from ...analysis.measure import Recipe
from ...engine.areas.figures import AreaFigures
from ...engine.choices import INSIDE, SHARE
from ...engine.model import ScoreModel, in_language
from ...engine.squares.weights import EQUAL, INHABITANTS, POINTS
from ...translation import language, tr, trn
from ...words import formats
from ...words.paragraph import published_sentence
from ...words.weights import counted_weight, missing_sentence, weight_name


@dataclass(frozen=True)
class Origin:
    """Where figures come from: edition, recipe, source line, label of demonstration data, name of a reference.

    `outline` is the area as WKT in EPSG:28992, '' to leave it out.
    """

    edition: str
    recipe: Recipe
    source: str
    demonstration: str = ""
    reference: str = ""
    repaired: bool = False
    outline: str = ""


def account(model: ScoreModel, figures: AreaFigures, origin: Origin) -> str:
    """How the figures of an area were made: one fact a line, then source, caveat and recipe."""
    lines = [
        tr("{model}, edition {edition}, year {year}.").format(
            model=in_language(model.name, language()), edition=origin.edition, year=figures.year
        ),
        published_sentence(figures),
        _mean(figures),
        _border(figures),
        *_missing(figures, origin.recipe),
        *_doubtful(figures),
        tr("The total is the reference of {reference} plus the five dimensions.").format(
            reference=formats.number(model.reference(figures.year), 4)
        ),
        tr(
            "Classes follow bounds that were recovered from published scores; where a score lies in the interval of a "
            "bound, the class is uncertain and marked with “?”."
        ),
        tr("Changes between years are an own calculation: the ministry's bounds for them aren't public."),
        tr(
            "A rank is the share of dwellings in squares with a lower or higher score. An area's mean lies nearer the "
            "middle than single squares do, so it is seldom at the very end."
        ),
    ]
    if origin.reference:
        text = tr(
            "The figures for {reference} were made in the same way from the same squares; published figures can differ "
            "slightly."
        )
        lines.append(text.format(reference=origin.reference))
    if origin.repaired:
        lines.append(tr("The outline crosses itself; it was repaired to measure it."))
    lines += [origin.source, origin.demonstration, in_language(model.caveat, language()), recipe_line(figures, origin)]
    if origin.outline:
        lines.append(tr("Outline (EPSG:28992): {outline}").format(outline=origin.outline))
    return "\n".join(line for line in lines if line)


def recipe_line(figures: AreaFigures, origin: Origin) -> str:
    """The recipe as settings and values, the same in every language."""
    recipe = origin.recipe
    values = {
        "edition": origin.edition,
        "weight": figures.weight,
        "rule": figures.rule,
        "fill_rule": recipe.fill_rule,
        "persons_per_dwelling": recipe.imputation.persons_per_dwelling,
        "dwellings_if_unknown": recipe.imputation.dwellings_if_unknown,
    }
    text = "; ".join(
        f"{name}={value:g}" if isinstance(value, float) else f"{name}={value}" for name, value in values.items()
    )
    return tr("Recipe: {recipe}").format(recipe=text)


def _mean(figures: AreaFigures) -> str:
    squares = formats.count(figures.squares)
    if figures.published and figures.weight == EQUAL:
        text = trn(
            "Its shares are of {squares} square of 100 by 100 m.",
            "Its shares are of {squares} squares of 100 by 100 m, each counted equally.",
            figures.squares,
        )
        return text.format(squares=squares)
    if figures.published:
        text = trn(
            "Its shares are of {squares} square of 100 by 100 m, weighted by {weight}.",
            "Its shares are of {squares} squares of 100 by 100 m, weighted by {weight}.",
            figures.squares,
        )
        return text.format(squares=squares, weight=weight_name(figures.weight))
    if figures.weight == EQUAL:
        text = trn(
            "The score is that of {squares} square of 100 by 100 m.",
            "The score is the mean of the scores of {squares} squares of 100 by 100 m, each counted equally.",
            figures.squares,
        )
        return text.format(squares=squares)
    text = trn(
        "The score is that of {squares} square of 100 by 100 m.",
        "The score is the mean of the scores of {squares} squares of 100 by 100 m, weighted by {weight}.",
        figures.squares,
    )
    return text.format(squares=squares, weight=weight_name(figures.weight))


def _border(figures: AreaFigures) -> str:
    if figures.rule == SHARE:
        return tr("A square that the border cuts counts for the share of its surface that lies inside.")
    if figures.rule == INSIDE:
        return tr("A square that the border cuts counts for the part of the own dwellings (points) that stands inside.")
    return tr("A square on the border counts whole when its centre lies inside, else not at all.")


def _missing(figures: AreaFigures, recipe: Recipe) -> list[str]:
    """The rule for squares without a count, and what was asked for when the data don't have it."""
    lines = []
    if recipe.weight != figures.weight:
        text = tr("The data hold no numbers of {asked}; {used} take their place.")
        lines.append(text.format(asked=weight_name(recipe.weight), used=weight_name(figures.weight)))
    rule = recipe.imputation
    constant = rule.dwellings_if_unknown * (rule.persons_per_dwelling if figures.weight == INHABITANTS else 1.0)
    text = missing_sentence(figures.weight, figures.imputed, _short(rule.persons_per_dwelling), _short(constant))
    if text and (figures.imputed or figures.weight != POINTS):
        lines.append(text)
    return lines


def _doubtful(figures: AreaFigures) -> list[str]:
    """How much stands in squares of which the class isn't certain, and how many squares lack a dimension."""
    lines = []
    share = figures.uncertain_share
    if share is not None and figures.uncertain is not None and round(figures.uncertain):
        text = tr(
            "Uncertain class: {weight} ({share}). The total of these squares lies in the interval of a class bound, so "
            "that the class beside it can be the right one."
        )
        weight = counted_weight(figures.uncertain, figures.weight)
        lines.append(text.format(weight=weight, share=formats.percentage(share)))
    if figures.bare:
        text = trn(
            "{squares} square lacks a dimension; it counts for the total, and for no dimension.",
            "{squares} squares lack a dimension; they count for the total, and for no dimension.",
            figures.bare,
        )
        lines.append(text.format(squares=formats.count(figures.bare)))
    return lines


def _short(value: float) -> str:
    """A number of the settings with as many decimals as it needs, two at most."""
    decimals = next((number for number in (0, 1) if round(value, number) == round(value, 2)), 2)
    return formats.number(value, decimals)
