# SPDX-License-Identifier: GPL-2.0-or-later
"""What the charts show, made from figures: names in the user's language, colours of the palette, references."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..analysis.comparison import steps_to
from ..analysis.references.reference import Reference
from ..analysis.theme_figures import ThemeFigures, classification_of
from ..engine.areas.figures import AreaFigures
from ..engine.model import ScoreModel, Theme, in_language
from ..layers.styles import Palette
from ..translation import language, sentence, tr
from ..words import formats
from ..words.weights import weight_name
from ..words.wording import theme_name
from .class_bar import ClassBarData, ClassShare
from .profile import ProfileBar, ProfileData
from .trend import TrendBand, TrendData, TrendSeries
from .waterfall import WaterfallData, WaterfallStep

Named = tuple[str, AreaFigures]


def class_bar_data(
    model: ScoreModel, figures: AreaFigures, palette: Palette, theme: ThemeFigures, beside: str = ""
) -> ClassBarData | None:
    """Shares per class of a theme in the weight of the figures, with that of the unfavourable classes written out.

    `beside` is the same figure of a reference, as text. None where the shares aren't known.
    """
    classification = classification_of(model, theme.theme)
    if classification is None or theme.unfavourable is None:
        return None
    classes = classification.classes
    shares = tuple(
        ClassShare(entry.number, in_language(entry.name, language()), colour, share if share is not None else 0.0)
        for entry, colour, share in zip(classes, palette.colours, theme.shares, strict=True)
    )
    lowest = max(model.unfavourable_classes)
    summary = tr("{name} or lower: {share}").format(
        name=in_language(classes[lowest - 1].name, language()), share=formats.percentage(theme.unfavourable)
    )
    name = next(theme_name(model, one) for one in model.themes if one.id == theme.theme)
    title = tr("{weight} per class, {theme} {year}")
    title = title.format(weight=sentence(weight_name(figures.weight)), theme=name, year=figures.year)
    return ClassBarData(title, shares, summary, lowest, beside)


def profile_data(
    model: ScoreModel, figures: AreaFigures, reference: Reference | None, chosen: str = ""
) -> ProfileData | None:
    """Contributions of the dimensions with those of a reference as ticks; None in a year without dimensions."""
    if all(value is None for value in figures.dimensions.values()):
        return None
    bars = tuple(
        ProfileBar(
            theme.id,
            in_language(theme.name, language()),
            _number(figures.dimensions[theme.id]),
            note=in_language(theme.note, language()),
            reference=reference.figures.dimensions[theme.id] if reference is not None else None,
            reference_label=reference.label if reference is not None else "",
        )
        for theme in model.dimensions
    )
    title = tr("Contribution to the total score {year}").format(year=figures.year)
    return ProfileData(title, bars, chosen=chosen)


def waterfall_data(
    model: ScoreModel, name: str, figures: AreaFigures, palette: Palette, start: Reference | None
) -> WaterfallData | None:
    """Steps from the model's reference, or from the score of another, to the score; None without dimensions."""
    steps = steps_to(model, figures, start.figures if start is not None else None)
    if steps is None:
        return None
    themes = {theme.id: theme for theme in model.dimensions}
    shown = tuple(
        WaterfallStep(
            in_language(themes[step.theme].name, language()) if step.theme else tr("not explained by dimensions"),
            step.value,
            note=in_language(themes[step.theme].note, language()) if step.theme else "",
        )
        for step in steps.steps
    )
    if start is None:
        title = tr("From the reference to the score, {year}").format(year=figures.year)
        label = tr("Reference")
    else:
        label = start.label
        title = tr("From {reference} to the score, {year}").format(reference=label, year=figures.year)
    colour = palette.colours[figures.class_number - 1]
    return WaterfallData(title, label, steps.start, shown, name, steps.end, colour)


def trend_data(
    model: ScoreModel, theme: Theme, areas: Sequence[Named], references: Sequence[Named], palette: Palette
) -> TrendData:
    """Areas and references (dashed) over the years; classes behind the total; years without dimensions are marked."""
    is_total = theme.id == model.total.id
    series = [_series(model, theme, named, False) for named in areas]
    series += [_series(model, theme, named, True) for named in references]
    name = in_language(theme.name, language())
    title = tr("{theme} over the years").format(theme=name[:1].upper() + name[1:])
    years = areas[0][1].years if areas else ()
    missing = tuple(year for at, year in enumerate(years) if all(math.isnan(one.values[at]) for one in series))
    note = "" if is_total else tr("no dimensions published for this year")
    bands = _bands(model, palette) if is_total else ()
    return TrendData(title, tuple(series), bands, missing, note, signed=not is_total)


def _series(model: ScoreModel, theme: Theme, named: Named, dashed: bool) -> TrendSeries:
    name, figures = named
    values = figures.trend if theme.id == model.total.id else figures.dimension_trends[theme.id]
    return TrendSeries(name, figures.years, tuple(_number(value) for value in values), dashed=dashed)


def _bands(model: ScoreModel, palette: Palette) -> tuple[TrendBand, ...]:
    edges = [-math.inf, *model.total_classification.bounds.tolist(), math.inf]
    return tuple(TrendBand(str(n + 1), edges[n], edges[n + 1], colour) for n, colour in enumerate(palette.colours))


def _number(value: float | None) -> float:
    return value if value is not None else math.nan
