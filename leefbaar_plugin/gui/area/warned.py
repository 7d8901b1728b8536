# SPDX-License-Identifier: GPL-2.0-or-later
"""Which warnings and information go with the figures of an area, in the order in which they matter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...analysis.theme_figures import ThemeFigures
from ...engine.areas.figures import AreaFigures
from ...engine.squares.weights import EQUAL
from ...translation import tr, trn
from ...words import formats
from ...words.weights import counted_weight, weight_name
from ...words.wording import published_line
from .notes import Warned

_OUTSIDE = 0.0005
_MANY_ESTIMATED = 0.5


@dataclass(frozen=True)
class State:
    """What is known of an area beside its figures.

    `smallest` is the number of dwellings below which figures carry a warning, `least_covered` the same for the fraction
    of the surface with scored squares, `mark` what has to be told of an official
    area, `outside` the fraction of the surface outside the gemeenten of the data, `where` what else is known of where
    it lies.
    """

    smallest: float
    least_covered: float
    is_sketch: bool = False
    repaired: bool = False
    is_repairing: bool = False
    mark: str = ""
    outside: float = 0.0
    where: tuple[str, ...] = ()


def is_small(figures: AreaFigures, smallest: float) -> bool:
    """Whether an area has too few dwellings (or what the weight is) to say much."""
    return bool(figures.squares) and figures.weight != EQUAL and figures.weight_sum < smallest


def warnings_of(figures: AreaFigures | None, theme: ThemeFigures | None, state: State) -> list[Warned]:
    """The warnings: few dwellings, little covered, uncertain class, estimated counts, partly outside, and others."""
    return list(_warnings(figures, theme, state))


def _warnings(figures: AreaFigures | None, theme: ThemeFigures | None, state: State) -> Iterator[Warned]:
    if state.is_repairing:
        yield Warned(tr("The outline crosses itself many times; it is being repaired. The figures follow."))
    if figures is None:
        return
    if not figures.has_score:
        if figures.squares:
            yield Warned(tr("The squares of this area have no weight, so it has no score."))
        else:
            yield Warned(tr("The area lies outside the scored squares of these data, so it has no score."))
        return
    if state.mark:
        yield Warned(state.mark)
    if is_small(figures, state.smallest):
        yield _few(figures, state.smallest)
    if figures.covered is not None and figures.covered < state.least_covered and figures.squares:
        yield Warned(
            formats.percentage(figures.covered),
            " " + tr("of the area has a score"),
            tr("Squares without inhabitants have no score; what lies in them says nothing of this area."),
        )
    if theme is not None and not theme.certain and theme.class_number:
        yield _uncertain(theme)
    if figures.imputed and figures.squares and figures.imputed / figures.squares >= _MANY_ESTIMATED:
        yield Warned(
            trn("{imputed} of {squares} square", "{imputed} of {squares} squares", figures.squares).format(
                imputed=formats.count(figures.imputed), squares=formats.count(figures.squares)
            ),
            ": " + tr("number of {weight} estimated").format(weight=weight_name(figures.weight)),
            tr("CBS keeps these numbers to itself; the rule that estimates them is in the options."),
        )
    if state.outside > _OUTSIDE:
        yield Warned(
            formats.percentage(state.outside),
            " " + tr("outside the gemeenten of these data"),
            tr("Nothing is known of that part; the figures are about the rest."),
        )


def _few(figures: AreaFigures, smallest: float) -> Warned:
    tip = tr("Fewer than {number}, the threshold in the options: one home more or less changes these figures.")
    return Warned(
        counted_weight(figures.weight_sum, figures.weight),
        ": " + tr("too few to rely on"),
        tip.format(number=formats.count(smallest)),
    )


def _uncertain(theme: ThemeFigures) -> Warned:
    up = theme.to_higher is not None and (theme.to_lower is None or theme.to_higher <= theme.to_lower)
    other = theme.class_number + (1 if up else -1)
    low, high = sorted((theme.class_number, other))
    return Warned(
        tr("Class {low} or {high}").format(low=low, high=high),
        ": " + tr("the bound isn't known exactly"),
        tr("The bounds were recovered from published scores; this one lies where they leave room."),
    )


def infos_of(figures: AreaFigures | None, state: State) -> list[str]:
    """What is good to know and needs no warning, in a few words each."""
    found = []
    if state.is_sketch:
        found.append(tr("estimate while you draw"))
    if figures is not None and figures.has_score:
        if figures.published:
            found.append(published_line(figures))
        few = figures.squares and figures.imputed / figures.squares < _MANY_ESTIMATED
        if figures.imputed and few:
            text = trn("{squares} square estimated", "{squares} squares estimated", figures.imputed)
            found.append(text.format(squares=formats.count(figures.imputed)))
        if figures.bare:
            text = trn("{squares} square without dimensions", "{squares} squares without dimensions", figures.bare)
            found.append(text.format(squares=formats.count(figures.bare)))
    found += state.where
    if state.repaired:
        found.append(tr("outline repaired: it crosses itself"))
    return found
