# SPDX-License-Identifier: GPL-2.0-or-later
"""Which columns of a figure of the letters the panel shows, and what they are called there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ...analysis.cautions import FEW, WARNING, flagged
from ...analysis.reported.question import (
    AGAINST,
    BUURTEN,
    CONCENTRATION,
    GROUPS,
    MOVERS,
    PATHS_FIRST,
    PATHS_LAST,
    SPREAD,
    SUMS,
    THEMES,
    Columns,
)
from ...engine.model import ScoreModel, in_language
from ...layers.marks import with_sign
from ...translation import language, tr
from ...words import formats
from ..widgets.column import COUNT, SCORE, SHARE, SIGNED, SIGNED_COUNT, TEXT
from ..widgets.figure_model import FigureColumn

_Made = list[FigureColumn]
_PATHS = (PATHS_FIRST, PATHS_LAST)


def letter_columns(figure: str, columns: Columns, model: ScoreModel) -> list[FigureColumn]:
    """The columns of a figure as the panel shows them; those that go first have the highest rank."""
    makers: dict[str, Callable[[Columns, ScoreModel], _Made]] = {
        MOVERS: _movers,
        SUMS: _sums,
        CONCENTRATION: _concentration,
        BUURTEN: _buurten,
        AGAINST: _against,
        GROUPS: _groups,
        SPREAD: _spread,
        PATHS_FIRST: _paths,
        PATHS_LAST: _paths,
        THEMES: _pairs,
    }
    make, names = makers[figure], columns.get("group_name", [])
    groups = list(dict.fromkeys(names))

    def made(some: Columns) -> _Made:
        return _signed(figure, make(some, model), some)

    if figure == GROUPS or len(groups) < 2:
        return made(columns)
    tables = []
    for group in groups:
        rows = [row for row, name in enumerate(names) if name == group]
        tables.append(made({name: [values[row] for row in rows] for name, values in columns.items()}))
    sizes = [len(table[0].values) for table in tables]
    labels = [group for group, size in zip(groups, sizes, strict=True) for _ in range(size)]
    together = [
        replace(column, values=[value for table in tables for value in table[place].values])
        for place, column in enumerate(tables[0])
    ]
    return [_text(tr("Group"), tr("Group"), labels), *together]


def warned_rows(figure: str, columns: Columns) -> list[tuple[str, str]]:
    """What rows with a warning are about, and its words: the group, and of a path its class too."""
    if FEW not in columns:
        return []
    names = columns.get("group_name") or [""] * len(columns[FEW])
    told = []
    for at, doubtful in enumerate(flagged(columns)):
        if doubtful:
            told.append((_class_of(figure, columns, at) or names[at], columns[WARNING][at]))
    return told


def _class_of(figure: str, columns: Columns, at: int) -> str:
    """Number and name of the class that a row is about, where that tells it from others; "" where it doesn't."""
    kind = "class" if figure == BUURTEN else "in_class" if figure in _PATHS and columns[FEW][at] else ""
    return f"{columns[kind][at]} · {columns[f'{kind}_name'][at]}" if kind and columns[kind][at] else ""


def _signed(figure: str, made: _Made, columns: Columns) -> _Made:
    """The table with a sign behind the names of rows that a warning goes with; years and classes are shown whole."""
    made = [replace(made[0], whole=figure != GROUPS), *made[1:]]
    if FEW not in columns:
        return made
    signs = flagged(columns)
    if figure == GROUPS:
        each = len(signs) // len(made[0].values)
        signs = signs[::each]
    elif figure in _PATHS:
        doubtful = {one for one, sign in zip(columns["in_class"], signs, strict=True) if sign}
        signs = [one in doubtful for one in dict.fromkeys(columns["in_class"])]
    first = made[0]
    values = [with_sign(name, sign) for name, sign in zip(first.values, signs, strict=True)]
    return [replace(first, values=values), *made[1:]]


def _movers(columns: Columns, model: ScoreModel) -> _Made:
    pairs = [f"{since}–{until}" for since, until in zip(columns["since"], columns["until"], strict=True)]
    ratio = ["" if one is None else formats.number(one, 2) for one in columns["ratio"]]
    turned = ["" if one is None else tr("yes") if one else tr("no") for one in columns["turned"]]
    return [
        _text(tr("Period"), tr("Period"), pairs),
        _of(tr("Up"), tr("Dwellings in squares that rose substantially"), COUNT, columns["risen"]),
        _of(tr("Down"), tr("Dwellings in squares that fell substantially"), COUNT, columns["fallen"]),
        _text(tr("Ratio"), tr("Risen divided by fallen"), ratio, 1),
        _text(tr("Turned"), tr("Whether the ratio of both turned since the pair before"), turned, 2),
        _text(tr("Up by"), tr("Dimension that explains most of the rise"), _themes(columns["risen_by"], model), 3),
        _text(tr("Down by"), tr("Dimension that explains most of the fall"), _themes(columns["fallen_by"], model), 4),
    ]


def _sums(columns: Columns, _model: ScoreModel) -> _Made:
    made = [_text(tr("Year"), tr("Year"), list(map(str, columns["year"])))]
    names = {
        "dwellings": tr("Dwellings in classes 1 to 4"),
        "households": tr("Households in classes 1 to 4"),
        "inhabitants": tr("Inhabitants in classes 1 to 4"),
    }
    short = {"dwellings": tr("Dw. 1–4"), "households": tr("Hh. 1–4"), "inhabitants": tr("Inh. 1–4")}
    for rank, (kind, name) in enumerate(names.items()):
        if kind in columns:
            made.append(_of(short[kind], name, COUNT, columns[f"{kind}_1_4"], 2 * rank))
            change = tr("{what}: change since the measurement before").format(what=name)
            made.append(_of(tr("Chg."), change, SIGNED_COUNT, columns[f"change_{kind}_1_4"], 2 * rank + 1))
    return made


def _concentration(columns: Columns, _model: ScoreModel) -> _Made:
    return [
        _text(tr("Year"), tr("Year"), list(map(str, columns["year"]))),
        _of(tr("Here"), tr("Residents of classes 1 to 3 in these areas"), COUNT, columns["inhabitants_1_3"], 1),
        _of(tr("All"), tr("Residents of classes 1 to 3 in all squares"), COUNT, columns["whole_inhabitants_1_3"], 2),
        _of(tr("Part"), tr("Part of all residents of classes 1 to 3 that lives here"), SHARE, columns["part_1_3"]),
        _of("1–4", tr("Part of all residents of classes 1 to 4 that lives here"), SHARE, columns["part_1_4"], 3),
    ]


def _buurten(columns: Columns, model: ScoreModel) -> _Made:
    said = language()
    names = [
        f"{one} · {model.total_classification.name(one, said)}" if one else tr("no score") for one in columns["class"]
    ]
    return [
        _text(tr("Class"), tr("Class of the buurt"), names),
        _of(tr("Buurten"), tr("Number of buurten"), COUNT, columns["buurten"], 2),
        _of(tr("Inh."), tr("Residents of these buurten"), COUNT, columns["inhabitants"], 1),
        _of(tr("Part"), tr("Part of all residents"), SHARE, columns["part_of_all"]),
    ]


def _against(columns: Columns, model: ScoreModel) -> _Made:
    ratio = ["" if one is None else formats.number(one, 1) for one in columns["ratio"]]
    reference = tr("The same part in {reference}").format(reference=columns["reference_name"][0])
    own = tr("Part of the dwellings where the dimension has class {highest} or lower")
    return [
        _text(tr("Dimension"), tr("Dimension"), _themes(columns["dimension"], model)),
        _of(tr("Part"), own.format(highest=columns["highest"][0]), SHARE, columns["share"]),
        _of(tr("Ref."), reference, SHARE, columns["reference_share"]),
        _text(tr("Times"), tr("The first divided by the second"), ratio, 1),
    ]


def _groups(columns: Columns, model: ScoreModel) -> _Made:
    totals = [at for at, theme in enumerate(columns["theme"]) if theme == model.total.id]
    made = [
        _text(tr("Group"), tr("Group"), [columns["group_name"][at] for at in totals]),
        _of(tr("Chg."), tr("Change of the total score"), SIGNED, [columns["change"][at] for at in totals]),
        _of(
            tr("Part"), tr("Part in the change of all squares"), SHARE, [columns["part_share"][at] for at in totals], 1
        ),
    ]
    for number, theme in enumerate(model.dimensions, start=1):
        name = in_language(theme.name, language())
        title = tr("Change of {dimension}").format(dimension=name)
        values = [columns["change"][at + number] for at in totals]
        made.append(_of(in_language(theme.short, language()), title, SIGNED, values, 1 + number))
    return made


def _spread(columns: Columns, _model: ScoreModel) -> _Made:
    apart = {"apart": tr("apart"), "together": tr("together"), None: ""}
    return [
        _text(tr("Year"), tr("Year"), list(map(str, columns["year"]))),
        _of(tr("Mean"), tr("Mean total of the squares"), SCORE, columns["mean"], 1),
        _of(tr("Spread"), tr("Standard deviation of the total of the squares"), SCORE, columns["spread"]),
        _of(tr("Gap"), tr("Between the totals that a tenth lies below and above"), SCORE, columns["gap"], 2),
        _text(tr("Parts"), tr("Good and weak parts since the first year"), [apart[one] for one in columns["apart"]]),
    ]


def _paths(columns: Columns, model: ScoreModel) -> _Made:
    years = list(dict.fromkeys(columns["year"]))
    classes = list(dict.fromkeys(columns["in_class"]))
    place = {
        (number, year): at for at, (number, year) in enumerate(zip(columns["in_class"], columns["year"], strict=True))
    }
    in_year = tr("Class in {year}").format(year=columns["in_year"][0])
    names = [f"{one} · {model.total_classification.name(one, language())}" for one in classes]
    made = [_text(tr("Class"), in_year, names)]
    for number, year in enumerate(years):
        values = [columns["lbm"][place[one, year]] for one in classes]
        title = tr("Mean total score in {year}").format(year=year)
        ends = number in (0, len(years) - 1)
        made.append(_of(f"’{year % 100:02d}", title, SCORE, values, 0 if ends else 1 + number))
    return made


def _pairs(columns: Columns, model: ScoreModel) -> _Made:
    """A row per pair, its level and its change beside each other."""
    half = len(columns["theme"]) // 2
    names = {theme.id: in_language(theme.short, language()) for theme in model.themes}
    pairs = [f"{names[one]} – {names[other]}" for one, other in zip(columns["theme"], columns["other"], strict=True)]
    numbers = [formats.number(one, 2) if one is not None else "" for one in columns["pearson"]]
    return [
        _text(tr("Pair"), tr("Two themes"), pairs[:half]),
        _text(
            tr("Level"),
            tr("Correlation (Pearson) over the buurten in {year}").format(year=columns["until"][0]),
            numbers[:half],
        ),
        _text(
            tr("Chg."),
            tr("Correlation (Pearson) of the changes since {year}").format(year=columns["since"][half]),
            numbers[half:],
            1,
        ),
    ]


def _themes(ids: list[str | None], model: ScoreModel) -> list[str]:
    names = {theme.id: in_language(theme.short, language()) for theme in model.dimensions}
    return [names.get(one or "", "") for one in ids]


def _of(title: str, full: str, kind: str, values: list[Any], rank: int = 0) -> FigureColumn:
    return FigureColumn(title, full, full, kind, values, rank=rank)


def _text(title: str, full: str, values: list[str], rank: int = 0) -> FigureColumn:
    return _of(title, full, TEXT, values, rank)
