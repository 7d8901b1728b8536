# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of an indicator model as a file: one row per indicator and dimension.

| column | holds |
|---|---|
| indicator | name of the indicator, as the table of figures calls it |
| dimension | fys, onv, soc, vrz or won |
| unit | of the figure, for readers |
| transform | none, log, log1p, sqrt, square, or constant for an intercept; empty is none |
| mean, sd | of the transformed figure |
| coefficient | in score units per standard deviation |
| source | where the numbers come from |
| part | sub-model, where there are two (what residents say, what homes sell for); else empty |
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from ...engine.errors import InputError
from ...engine.model import ScoreModel
from ...engine.models.indicators import CONSTANT, TRANSFORMS, Indicator, IndicatorModel
from ...pack.files.disk import beside
from ...pack.tables.user_table import Cell, UserTable, read_user_table

COLUMNS = ("indicator", "dimension", "unit", "transform", "mean", "sd", "coefficient", "source", "part")
_NEEDED = ("indicator", "dimension", "coefficient")


def read_indicator_model(path: Path, model: ScoreModel) -> IndicatorModel:
    """A table of indicators from a CSV, XLSX or ODS file; InputError naming file, row and what was expected."""
    table = read_user_table(path)
    names = {name.strip().casefold(): name for name in table.columns}
    missing = [name for name in _NEEDED if name not in names]
    if missing:
        raise InputError(
            "{file} lacks the column(s) {missing}; expected are {expected}.",
            file=table.label,
            missing=", ".join(missing),
            expected=", ".join(COLUMNS),
        )
    text = {name: _texts(table, names.get(name), len(table)) for name in COLUMNS}
    numbers = {name: _numbers(table, names.get(name), len(table)) for name in ("mean", "sd", "coefficient")}
    rows = []
    for at in range(len(table)):
        if not text["indicator"][at] and not text["dimension"][at]:
            continue  # an empty row
        transform = text["transform"][at].casefold() or "none"
        place = {"file": table.label, "row": at + 1, "indicator": text["indicator"][at]}
        if text["dimension"][at] not in [theme.id for theme in model.dimensions]:
            raise InputError(
                "{file}, row {row} ({indicator}): dimension “{text}” isn't known; choose one of: {known}.",
                text=text["dimension"][at],
                known=", ".join(theme.id for theme in model.dimensions),
                **place,
            )
        if transform not in TRANSFORMS:
            raise InputError(
                "{file}, row {row} ({indicator}): transform “{text}” isn't known; choose one of: {known}.",
                text=transform,
                known=", ".join(TRANSFORMS),
                **place,
            )
        mean, sd, coefficient = (numbers[name][at] for name in ("mean", "sd", "coefficient"))
        if coefficient is None or (transform != CONSTANT and (mean is None or sd is None or not sd > 0)):
            raise InputError(
                "{file}, row {row} ({indicator}): mean, sd and coefficient must be filled in, and sd above 0.", **place
            )
        rows.append(
            Indicator(
                text["indicator"][at],
                text["dimension"][at],
                text["unit"][at],
                transform,
                0.0 if mean is None else mean,
                1.0 if sd is None else sd,
                coefficient,
                text["source"][at],
                text["part"][at],
            )
        )
    if not rows:
        raise InputError("{file} has no rows with an indicator.", file=table.label)
    return IndicatorModel(tuple(rows))


def write_indicator_model(path: Path, rows: Sequence[Indicator]) -> None:
    """Write rows as a CSV with point and comma as any reader of ours takes them back to the last digit.

    WriteError when that fails; a file of that name is then left as it was.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        numbers = (repr(float(value)) for value in (row.mean, row.sd, row.coefficient))
        writer.writerow((row.id, row.dimension, row.unit, row.transform, *numbers, row.source, row.part))
    with beside(path) as written:
        written.write_text(text.getvalue(), encoding="utf-8-sig", newline="")


def _texts(table: UserTable, column: str | None, count: int) -> list[str]:
    if column is None:
        return [""] * count
    return [_text(cell) for cell in table.columns[column]]


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{cell:g}" if isinstance(cell, float) else cell.strip()


def _numbers(table: UserTable, column: str | None, count: int) -> list[float | None]:
    if column is None:
        return [None] * count
    values = table.figures(column).values.tolist()
    return [value if value == value else None for value in values]
