# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of the tables on the page of change, made from what the data room found."""

from __future__ import annotations

import numpy as np

from ...analysis.change.change_tables import monitor_columns
from ...analysis.change.change_view import ChangeView
from ...analysis.change.monitor import Monitored
from ...analysis.change.waterbed import Surrounded
from ...engine.change.development import BETTER, WORSE
from ...engine.model import ScoreModel, in_language
from ...layers.marks import marked
from ...layers.styles import Palette
from ...translation import language, tr
from ...words.change import comparison_name, zone_names
from ...words.weights import weight_name
from ...words.wording import theme_name
from ..widgets.column import CLASS, COUNT, SCORE, SHARE, SIGNED, SIGNED_COUNT, TEXT
from ..widgets.figure_model import FigureColumn
from .figure import change_colours, change_names


def change_columns(view: ChangeView, palette: Palette, small: float, theme: str = "") -> list[FigureColumn]:
    """A row per area: its change, class of change, what explains it, shares better and worse, size.

    Of the total, or of the dimension that `theme` is; then the change of the total stands beside it.
    """
    model, found = view.model, view.changes.found
    place = [one.id for one in model.themes].index(theme) if theme else 0
    values = {"since": view.since, "until": view.until, "weight": weight_name(found.weight or "dwellings")}
    values["theme"] = theme_name(model, model.themes[place])
    change = whole = tr("Change of the total score, {since}–{until}").format(**values)
    if place:
        change = tr("Change of {theme}, {since}–{until}").format(**values)
    of_class = tr("Class of change, {since}–{until} (own calculation)").format(**values)
    if not place and not view.changes.own_class.any():
        of_class = tr("Class of change, {since}–{until}").format(**values)
    names = [*(in_language(theme.short, language()) for theme in model.dimensions), ""]
    explains = [names[place] for place in view.changes.explains.tolist()]
    total, shown = found.change.total.tolist(), found.change.themes[:, place].tolist()
    classes = [number or None for number in found.classes[:, place].tolist()]
    colours, labels = change_colours(model, palette), change_names(model)
    most = tr("Dimension that explains most of the change")
    better = tr("Part of the {weight} in squares that got better").format(**values)
    worse = tr("Part of the {weight} in squares that got worse").format(**values)
    area = tr("Area")
    named = [marked(name, view.marks, row, small) for row, name in enumerate(view.names)]
    beside = FigureColumn(tr("By"), most, most, TEXT, explains, rank=1)
    if place:
        beside = FigureColumn(tr("Total"), whole, whole, SIGNED, total, rank=1)
    return [
        FigureColumn(area, area, tr("Name of the area"), TEXT, named, keys=view.folded_names),
        FigureColumn(tr("Chg."), change, change, SIGNED, shown),
        FigureColumn(tr("Class"), of_class, of_class, CLASS, classes, colours, labels),
        beside,
        FigureColumn(tr("Better"), better, better, SHARE, found.shares[:, place, BETTER].tolist(), rank=3),
        FigureColumn(tr("Worse"), worse, worse, SHARE, found.shares[:, place, WORSE].tolist(), rank=2),
    ]


def zone_columns(model: ScoreModel, found: Surrounded, area: int, year: int) -> list[FigureColumn]:
    """A row per zone of one area: under pressure in the base year and in `year`, the change and the expected one."""
    bed, at = found.waterbed, found.scores.years.index(year)
    first = found.scores.years.index(bed.since)
    weight = weight_name(found.scores.weight)
    values: dict[str, object] = {"weight": weight, "since": bed.since, "year": year}
    zone, size = tr("Zone"), tr("Number of {weight} with a score in all years").format(**values)
    before = tr("Number of {weight} under pressure (weak or lower) in {since}").format(**values)
    after = tr("Number of {weight} under pressure (weak or lower) in {year}").format(**values)
    change = tr("Change of the number of {weight} under pressure, {since}–{year}").format(**values)
    values["comparison"] = comparison_name(found, area)
    expected = tr("What that change would be had the share gone as in {comparison}").format(**values)
    return [
        FigureColumn(zone, zone, tr("The area, its rings, the rest of its gemeente"), TEXT, zone_names(found, area)),
        FigureColumn(weight[:1].upper() + weight[1:], size, size, COUNT, bed.weight[area, :, at].tolist(), rank=1),
        FigureColumn(f"≤4 ’{bed.since % 100:02d}", before, before, COUNT, bed.under[area, :, first].tolist()),
        FigureColumn(f"≤4 ’{year % 100:02d}", after, after, COUNT, bed.under[area, :, at].tolist()),
        FigureColumn(tr("Chg."), change, change, SIGNED_COUNT, bed.change[area, :, at].tolist()),
        FigureColumn(tr("Expected"), expected, expected, SIGNED_COUNT, bed.expected[area, :, at].tolist(), rank=2),
    ]


def monitor_table(
    model: ScoreModel,
    found: Monitored,
    names: list[str],
    year: int,
    palette: Palette,
    reference: str,
    small: float,
) -> list[FigureColumn]:
    """A row per area and one for the set: score, differences with gemeente and country (`reference`), change, place."""
    columns = monitor_columns(model, found, year, language())
    values = {"year": year, "base": found.monitor.base}
    area, score = tr("Area"), tr("Total score {year}").format(**values)
    change = tr("Change of the total score since {base}").format(**values)
    city = tr("Score minus that of its gemeente, {year}").format(**values)
    country = tr("Score minus that of {reference}, {year}").format(reference=reference, **values)
    share = tr("Part under pressure (weak or lower), {year}").format(**values)
    place = tr("Place by the total score, 1 is the highest, {year}").format(**values)
    all_names = [marked(name, found.marks, row, small) for row, name in enumerate([*names, tr("all together")])]
    classes = np.nan_to_num(np.array(columns["change_class"], float)).astype(int)
    of_class = tr("Class of change since {base}").format(**values)
    if any(columns["own_calculation"]):
        of_class = tr("Class of change since {base} (own calculation)").format(**values)
    colours, labels = change_colours(model, palette), change_names(model)
    return [
        FigureColumn(area, area, tr("Name of the area"), TEXT, all_names),
        FigureColumn(tr("Score"), score, score, SCORE, columns["lbm"], rank=1),
        FigureColumn(tr("Chg."), change, change, SIGNED, columns["change"]),
        FigureColumn(tr("Class"), of_class, of_class, CLASS, [n or None for n in classes.tolist()], colours, labels, 4),
        FigureColumn(tr("Gem."), city, city, SIGNED, columns["gemeente_diff"]),
        FigureColumn(tr("All"), country, country, SIGNED, columns["country_diff"]),
        FigureColumn(tr("≤ weak"), share, share, SHARE, columns["share_1_4"], rank=3),
        FigureColumn(tr("Place"), place, place, COUNT, columns["rank"], rank=2),
    ]
