# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables under a relation: the figure by class of liveability, and low and high by gemeente."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...analysis.cautions import flagged
from ...analysis.relations.relations import TableRelation
from ...analysis.reported.own_figure import figure_by_class, quadrants_by_gemeente
from ...layers.marks import with_sign
from ...plain_text import escaped
from ...settings import load
from ...translation import language, tr
from ...words import formats
from ...words import relation as words

_MOST = 12
"""Gemeenten that are shown, those with most areas; the algorithm writes all."""


def by_class(found: TableRelation) -> str:
    """Mean and spread of the figure by class, as a table; "" without a class."""
    columns = figure_by_class(found, language(), load().limits)
    signs = flagged(columns)
    if not columns["class"]:
        return ""
    decimals = words.value_decimals(found)
    rows = [
        (
            with_sign(f"{number} · {name}", sign),
            formats.number(mean, decimals),
            "" if spread is None else formats.number(spread, decimals),
            formats.count(areas),
        )
        for number, name, mean, spread, areas, sign in zip(
            *(columns[name] for name in ("class", "class_name", "mean", "spread", "areas")), signs, strict=True
        )
    ]
    return _table((tr("Class"), tr("Mean of the figure"), tr("Spread"), tr("Areas")), rows)


def by_gemeente(found: TableRelation, names: Mapping[str, str]) -> str:
    """Parts of the areas with a low score and a low or high figure by gemeente, as a table; "" for one gemeente."""
    columns = quadrants_by_gemeente(found, names, language(), load().limits)
    signs = flagged(columns)
    order = sorted(range(len(columns["code"])), key=lambda at: (-columns["areas"][at], columns["name"][at]))[:_MOST]
    if len(order) < 2:
        return ""
    rows = [
        (
            with_sign(columns["name"][at], signs[at]),
            formats.percentage(columns["low_low"][at]),
            formats.percentage(columns["low_high"][at]),
            formats.count(columns["areas"][at]),
        )
        for at in order
    ]
    head = (tr("Gemeente"), tr("Low score, low figure"), tr("Low score, high figure"), tr("Areas"))
    return _table(head, rows)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [_row("th", head), *(_row("td", row) for row in rows)]
    return f"<table width='100%' cellpadding='2'>{''.join(lines)}</table>"


def _row(kind: str, cells: Sequence[str]) -> str:
    sides = ["left", *["right"] * (len(cells) - 1)]
    return (
        "<tr>"
        + "".join(f"<{kind} align='{side}'>{escaped(cell)}</{kind}>" for side, cell in zip(sides, cells, strict=True))
        + "</tr>"
    )
