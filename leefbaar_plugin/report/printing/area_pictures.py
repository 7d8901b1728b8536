# SPDX-License-Identifier: GPL-2.0-or-later
"""The charts of one area as vector pictures, by the variable of a template that shows them."""

from __future__ import annotations

import base64

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
from .drawing import svg_of

WIDE, _NARROW, _HALF, NARROWEST = 770, 492, 377, 347
"""Pixels for 180, 115, 88 and 81 mm on the page: letters of 12 pixels are of 8 points everywhere."""
_BASE64 = "base64:"


def pictures(
    found: Handover, name: str, figures: AreaFigures, reference: Reference | None, palette: Palette
) -> dict[str, str]:
    """The charts of an area, and the colours of its class, by variable; "" for one that has nothing to show."""
    model = found.measurer.pack.model
    made = {"lbm_class_bar": "", "lbm_class_bar_narrow": "", "lbm_profile": "", "lbm_steps": "", "lbm_trend": ""}
    made |= {"lbm_class_colour": "#ffffff", "lbm_class_ink": "#1a1a1a"}
    if not figures.has_score:
        return made
    made["lbm_class_colour"] = palette.colours[figures.class_number - 1]
    made["lbm_class_ink"] = text_colour(palette.colours[figures.class_number - 1])
    others = [(reference.label, reference.figures)] if reference is not None else []
    trend = trend_data(model, model.total, [(name, figures)], others, palette)
    shown: list[tuple[str, Chart, object, int]] = [
        ("lbm_profile", ProfileBars(), profile_data(model, figures, reference), _HALF),
        ("lbm_steps", Waterfall(), waterfall_data(model, name, figures, palette, None), _HALF),
        ("lbm_trend", TrendChart(), trend, WIDE),
    ]
    total = theme_figures(model, figures, model.total.id)
    shares = class_bar_data(model, figures, palette, total)
    shown += [("lbm_class_bar", ClassBar(), shares, WIDE), ("lbm_class_bar_narrow", ClassBar(), shares, _NARROW)]
    for variable, chart, data, width in shown:
        if data is not None:
            chart.set_data(data)  # type: ignore[attr-defined]
            made[variable] = embedded(svg_of(chart, width))
    return made


def embedded(svg: bytes) -> str:
    """A picture as the source of an item of a layout."""
    return _BASE64 + base64.b64encode(svg).decode()


def picture_of(value: str) -> bytes:
    """The SVG of a variable; b"" for another value."""
    return base64.b64decode(value.removeprefix(_BASE64)) if value.startswith(_BASE64) else b""
