# SPDX-License-Identifier: GPL-2.0-or-later
"""The charts of one area, by the variable of a template that shows them."""

from __future__ import annotations

from ...analysis.references.reference import Reference
from ...analysis.theme_figures import theme_figures
from ...charts.class_bar import ClassBar
from ...charts.figure_data import class_bar_data, profile_data, trend_data, waterfall_data
from ...charts.painting.chart import Chart
from ...charts.painting.contrast import text_colour
from ...charts.profile import ProfileBars
from ...charts.trend import TrendChart
from ...charts.waterfall import Waterfall
from ...engine.areas.figures import AreaFigures
from ...layers.styles import Palette
from ..handover import Handover
from .drawing import Drawing, chart_drawing

WIDE, _NARROW, _HALF, NARROWEST = 770, 492, 377, 347
"""Pixels for 180, 115, 88 and 81 mm on the page: letters of 12 pixels are of 8 points everywhere."""


def class_colours(figures: AreaFigures, palette: Palette) -> dict[str, str]:
    """Colour of the class of an area, and of letters on it, by variable; white without a score."""
    colour = palette.colours[figures.class_number - 1] if figures.has_score else "#ffffff"
    return {"lbm_class_colour": colour, "lbm_class_ink": text_colour(colour) if figures.has_score else "#1a1a1a"}


def charts(
    found: Handover, name: str, figures: AreaFigures, reference: Reference | None, palette: Palette
) -> dict[str, Drawing]:
    """The charts of an area by variable, those that have something to show."""
    model = found.measurer.pack.model
    if not figures.has_score:
        return {}
    others = [(reference.label, reference.figures)] if reference is not None else []
    trend = trend_data(model, model.total, [(name, figures)], others, palette)
    total = theme_figures(model, figures, model.total.id)
    shares = class_bar_data(model, figures, palette, total)
    shown: list[tuple[str, Chart, object, int]] = [
        ("lbm_class_bar", ClassBar(), shares, WIDE),
        ("lbm_class_bar_narrow", ClassBar(), shares, _NARROW),
        ("lbm_profile", ProfileBars(), profile_data(model, figures, reference), _HALF),
        ("lbm_steps", Waterfall(), waterfall_data(model, name, figures, palette, None), _HALF),
        ("lbm_trend", TrendChart(), trend, WIDE),
    ]
    made = {}
    for variable, chart, data, width in shown:
        if data is not None:
            chart.set_data(data)  # type: ignore[attr-defined]
            made[variable] = chart_drawing(chart, width)
    return made
