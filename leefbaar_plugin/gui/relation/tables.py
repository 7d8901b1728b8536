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
from ...translation import language, tr, trn
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
            _areas(areas),
            formats.number(mean, decimals),
            "" if spread is None else formats.number(spread, decimals),
        )
        for number, name, mean, spread, areas, sign in zip(
            *(columns[name] for name in ("class", "class_name", "mean", "spread", "areas")), signs, strict=True
        )
    ]
    return _table((tr("Class"), tr("Mean of the figure"), tr("Spread")), rows)


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
            _areas(columns["areas"][at]),
            formats.percentage(columns["low_low"][at]),
            formats.percentage(columns["low_high"][at]),
        )
        for at in order
    ]
    head = (tr("Gemeente"), tr("Low score, low figure"), tr("Low score, high figure"))
    return _table(head, rows)


def _areas(count: int) -> str:
    return trn("{count} area", "{count} areas", count).format(count=formats.count(count))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of which every row begins with a name and, small below it, what it is of: a column less to find room
    for in a narrow panel.
    """
    lines = [_row("th", [escaped(cell) for cell in head])]
    for name, note, *cells in rows:
        first = f"{escaped(name)}<br><small>{escaped(note)}</small>"
        lines.append(_row("td", [first, *map(escaped, cells)]))
    return f"<table width='100%' cellpadding='2'>{''.join(lines)}</table>"


def _row(kind: str, cells: Sequence[str]) -> str:
    sides = ["left", *["right"] * (len(cells) - 1)]
    shown = (f"<{kind} align='{side}'>{cell}</{kind}>" for side, cell in zip(sides, cells, strict=True))
    return f"<tr>{''.join(shown)}</tr>"
