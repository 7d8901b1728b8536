# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures put into words, the same everywhere."""

from __future__ import annotations

from ..engine.choices import SHARE
from ..engine.figures import AreaFigures
from ..engine.model import ScoreModel
from ..engine.weights import DWELLINGS, EQUAL, HOUSEHOLDS, INHABITANTS
from ..translation import tr
from . import formats


def weight_name(weight: str) -> str:
    """Name of a kind of weight, as a plural."""
    names = {
        DWELLINGS: tr("dwellings"),
        HOUSEHOLDS: tr("households"),
        INHABITANTS: tr("inhabitants"),
        EQUAL: tr("inhabited squares"),
    }
    return names[weight]


def rule_name(rule: str) -> str:
    """Name of the rule for squares on the border."""
    return tr("share of the surface inside") if rule == SHARE else tr("centre inside")


def score_line(figures: AreaFigures) -> str:
    """Deviation, and the distance to the next class on either side."""
    parts = [tr("Deviation {deviation}").format(deviation=formats.signed_score(figures.deviation))]
    if figures.to_higher is not None:
        parts.append(
            tr("{distance} below class {number}").format(
                distance=formats.score(figures.to_higher), number=figures.class_number + 1
            )
        )
    if figures.to_lower is not None:
        parts.append(
            tr("{distance} above class {number}").format(
                distance=formats.score(figures.to_lower), number=figures.class_number - 1
            )
        )
    text = " · ".join(part.replace(" ", formats.NO_BREAK) for part in parts)
    if figures.published:
        text += "\n" + published_line(figures)
    if not figures.certain:
        text += "\n" + tr("The score lies where the bound of the class is not exactly known.")
    return text


def published_line(figures: AreaFigures) -> str:
    """That the score is published, and what the squares give beside it, with the difference."""
    if figures.measured is None or figures.total is None:
        return tr("Published score")
    # three decimals, for two would often be the same
    return tr("Published score; its squares give {measured} ({difference})").format(
        measured=formats.number(figures.measured, 3),
        difference=formats.number(figures.measured - figures.total, 3, signed=True),
    )


def method_line(figures: AreaFigures, model: ScoreModel, edition: str) -> str:
    """How the figures were made: year, squares, weight, coverage, rule, edition."""
    parts = [
        tr("{year}: 1 square").format(year=figures.year)
        if figures.squares == 1
        else tr("{year}: {squares} squares").format(year=figures.year, squares=formats.count(figures.squares)),
        f"{formats.count(figures.weight_sum)} {weight_name(figures.weight)}",
        tr("{surface}, {covered} of it scored squares").format(
            surface=formats.area(figures.surface), covered=formats.percentage(figures.covered)
        ),
        tr("weight: {weight}").format(weight=weight_name(figures.weight)),
        tr("squares on the border: {rule}").format(rule=rule_name(figures.rule)),
        tr("edition {edition}").format(edition=edition),
    ]
    if figures.imputed == 1:
        parts.append(tr("1 square with an estimated count"))
    elif figures.imputed:
        parts.append(tr("{squares} squares with an estimated count").format(squares=formats.count(figures.imputed)))
    return " · ".join(parts)
