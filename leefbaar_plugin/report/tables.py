# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of a report as text: all years of an area, and its rings; the same cells in PDF and document."""

from __future__ import annotations

from dataclasses import dataclass

from ..analysis.change.waterbed import Surrounded
from ..engine.model import in_language
from ..translation import language, sentence, tr
from ..words import formats
from ..words.change import zone_names
from .handover import Handover


@dataclass(frozen=True)
class TextTable:
    """A table to read: title, heads, rows as long as the heads. The first column is text, the others are figures."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def years_table(found: Handover, at: int) -> TextTable:
    """One column per year: score, class, dimensions, and the share in classes 1 to 4."""
    scores, model = found.scores, found.measurer.pack.model
    years = range(len(found.years))
    low = [number - 1 for number in model.unfavourable_classes]
    rows = [
        (sentence(in_language(model.total.name, language())), *(formats.score(scores.total[at, y]) for y in years)),
        (tr("Class"), *(str(int(scores.classes[at, y]) or formats.NO_VALUE) for y in years)),
    ]
    for place, theme in enumerate(model.dimensions):
        values = (formats.signed_score(scores.dimensions[at, y, place]) for y in years)
        rows.append((sentence(in_language(theme.name, language())), *values))
    shares = (formats.percentage(float(scores.class_shares[at, y, low].sum())) for y in years)
    rows.append((tr("Class 1 to 4"), *shares))
    title = tr("All measurements: total score, contributions of the dimensions, share in class 1 to 4 (weak or lower)")
    return TextTable(title, ("", *map(str, found.years)), tuple(rows))


def rings_table(found: Surrounded, at: int) -> TextTable:
    """One row per zone: the area, its rings, the rest of the gemeente; on the squares scored in both years."""
    bed, scores = found.waterbed, found.scores
    first, last = scores.years.index(bed.since), len(scores.years) - 1
    rows = []
    for zone, name in enumerate(zone_names(found, at)):
        row = found.row(at, zone)
        number = int(scores.classes[row, last])
        change = float(scores.total[row, last] - scores.total[row, first])
        weight, under = float(bed.weight[at, zone, last]), float(bed.under[at, zone, last])
        rows.append(
            (
                sentence(name),
                formats.count(weight),
                formats.score(float(scores.total[row, last])),
                str(number or formats.NO_VALUE),
                formats.signed_score(change),
                formats.percentage(under / weight if weight else None),
            )
        )
    since, year = bed.since, scores.years[last]
    heads = (
        "",
        tr("Number"),
        tr("Score {year}").format(year=year),
        tr("Class"),
        tr("Since {year}").format(year=since),
        tr("Class 1 to 4"),
    )
    title = tr("The area and its surroundings, on the squares scored in {since} and {year}")
    return TextTable(title.format(since=since, year=year), heads, tuple(rows))
