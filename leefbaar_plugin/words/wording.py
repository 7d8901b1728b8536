# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures put into words, the same everywhere."""

from __future__ import annotations

from ..analysis.square_shares import SquareShare
from ..analysis.theme_figures import ThemeFigures
from ..engine.areas.figures import AreaFigures
from ..engine.choices import CENTRE, INSIDE, SHARE
from ..engine.model import ScoreModel, Theme, in_language
from ..engine.squares.weights import EQUAL
from ..translation import language, tr, trn
from . import formats
from .weights import counted_weight, weight_name


def theme_name(model: ScoreModel, theme: Theme) -> str:
    """Name of a theme where there is little room: that of the total in full, of a dimension the short one."""
    return in_language(theme.name if theme.id == model.total.id else theme.short, language())


def rule_name(rule: str) -> str:
    """Name of the rule for squares on the border."""
    names = {
        SHARE: tr("share of the surface inside"),
        CENTRE: tr("centre inside"),
        INSIDE: tr("own dwellings inside"),
    }
    return names[rule]


def distance_line(theme: ThemeFigures) -> str:
    """How far the class above begins, and how far down the class below ends; "" without a class."""
    number, parts = theme.class_number, []
    if not number:
        return ""
    if theme.to_higher is not None:
        text = tr("{distance} more to class {number}")
        parts.append(text.format(distance=formats.difference(theme.to_higher), number=number + 1))
    if theme.to_lower is not None:
        text = tr("class {number} ends {distance} lower")
        parts.append(text.format(distance=formats.difference(theme.to_lower), number=number - 1))
    line = " · ".join(part.replace(" ", formats.NO_BREAK) for part in parts)
    return line[:1].upper() + line[1:]


def published_line(figures: AreaFigures) -> str:
    """That the score is published, and what the squares give beside it, with the difference."""
    if figures.measured is None or figures.total is None:
        return tr("Published score")
    # three decimals, for two would often be the same
    return tr("Published score; its squares give {measured} ({difference})").format(
        measured=formats.number(figures.measured, 3),
        difference=formats.number(figures.measured - figures.total, 3, signed=True),
    )


def share_lines(found: SquareShare, name: str, model: ScoreModel, year: int) -> str:
    """How much of a square counts in an area, what is in it, and its class; a line each."""
    text = tr("{square}: {share} of it counts in {name}")
    if not name:
        text = tr("{square}: {share} of it counts in the area")
    lines = [text.format(square=found.code, share=formats.percentage(found.share), name=name)]
    if found.kind != EQUAL:
        counts = formats.number(found.weight * found.share, 1)
        text = tr("{weight}, counted: {number}")
        lines.append(text.format(weight=counted_weight(found.weight, found.kind), number=counts))
        if found.estimated:
            lines[-1] += tr(" (estimated)")
    if found.class_number:
        class_name = model.total_classification.name(found.class_number, language())
        lines.append(f"{year}: {found.class_number} · {class_name}")
    return "\n".join(lines)


def method_line(figures: AreaFigures, model: ScoreModel, edition: str) -> str:
    """How the figures were made: year, squares, weight, coverage, rule, edition."""
    if not figures.weight:
        text = tr("{year}: as published; these data hold no squares of it · edition {edition}")
        return text.format(year=figures.year, edition=edition)
    parts = [
        trn("{year}: {squares} square", "{year}: {squares} squares", figures.squares).format(
            year=figures.year, squares=formats.count(figures.squares)
        ),
        counted_weight(figures.weight_sum, figures.weight),
        tr("{surface}, {covered} of it scored squares").format(
            surface=formats.area(figures.surface), covered=formats.percentage(figures.covered)
        ),
        tr("weight: {weight}").format(weight=weight_name(figures.weight)),
        tr("squares on the border: {rule}").format(rule=rule_name(figures.rule)),
        tr("edition {edition}").format(edition=edition),
    ]
    if figures.imputed:
        text = trn(
            "{squares} square with an estimated count", "{squares} squares with an estimated count", figures.imputed
        )
        parts.append(text.format(squares=formats.count(figures.imputed)))
    return " · ".join(parts)
