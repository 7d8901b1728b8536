# SPDX-License-Identifier: GPL-2.0-or-later
"""The wide tables of LBM 2.0: one row per postcode area, a column per value and year (domain.md, section 3)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...engine.model import ScoreModel
from ...engine.squares.scoring import PublishedScores
from ..files.late_pandas import pd
from ..tables.tables import Table, locate, read_table, require_once
from .plausibility import measured_years, no_measurement, range_of, require_plausible
from .scores import LevelScores, class_numbers_valid, require_codes

_DEVIATION = "RLBRMTR"
_PREFIX = "RLB"
_CLASSES = "KL"
_CLASS = re.compile(rf"{_CLASSES}(\d\d)$")
_CHANGE_CLASS = re.compile(r"VKL(\d\d)(\d\d)$")


@dataclass(frozen=True)
class WideTable:
    """A table of LBM 2.0 with the columns it has: deviation and dimensions, or classes."""

    table: Table
    code: str
    columns: dict[tuple[str, int], str]
    """Column in the file by (afw, dimension id or KL; year)."""
    changes: dict[tuple[int, int], str] = field(default_factory=dict)
    """Column of the class of the change of the total by (first, last year)."""


def recognise_wide(table: Table, model: ScoreModel) -> WideTable | None:
    """What the table is by its columns; None when it is no table of LBM 2.0."""
    code = table.find(*model.levels[0].code_columns)
    if code is None:
        return None
    prefixes = {_DEVIATION: model.deviation.id} | {_PREFIX + d.id.upper(): d.id for d in model.dimensions}
    columns: dict[tuple[str, int], str] = {}
    changes: dict[tuple[int, int], str] = {}
    for column in table.columns:
        name = column.strip().upper()
        if name[:-2] in prefixes and name[-2:].isdigit():
            columns[prefixes[name[:-2]], 2000 + int(name[-2:])] = column
        elif found := _CLASS.match(name):
            columns[_CLASSES, 2000 + int(found.group(1))] = column
        elif found := _CHANGE_CLASS.match(name):
            changes[2000 + int(found.group(1)), 2000 + int(found.group(2))] = column
    if not columns:
        return None
    require_once(table, [code, *columns.values(), *changes.values()])
    return WideTable(table, code, columns, changes)


def read_wide(tables: list[WideTable], model: ScoreModel) -> LevelScores:
    """Read all tables of LBM 2.0 into one level of postcode areas; InputError when a code stands there twice."""
    frames = []
    changes: dict[tuple[int, int], pd.Series] = {}
    for wide in tables:
        given = [*wide.columns.values(), *wide.changes.values()]
        frame = pd.concat(read_table(wide.table, [wide.code], given), ignore_index=True)
        if not len(frame):
            raise InputError("{file} has a header and no rows.", file=wide.table.source.label)
        frame[wide.code] = frame[wide.code].str.strip()
        twice = frame[wide.code].duplicated()
        if twice.any():
            raise InputError(
                "{file}, line {line}: {area} stands there twice.",
                file=wide.table.source.label,
                line=locate(wide.table, int(np.argmax(twice)))[0],
                area=frame[wide.code][twice].iloc[0],
            )
        _require_years(wide, model)
        require_codes(wide.table, model.levels[0], wide.code, frame[wide.code])
        _require_classes(wide, frame, model)
        limits = {column: range_of(model, kind) for (kind, _), column in wide.columns.items() if kind != _CLASSES}
        require_plausible(wide.table, {column: frame[column].to_numpy() for column in limits}, limits, 0)
        by_code = frame.set_index(wide.code)
        changes |= {period: by_code[column] for period, column in wide.changes.items()}
        columns = pd.MultiIndex.from_tuples(wide.columns.keys())
        frames.append(by_code[list(wide.columns.values())].set_axis(columns, axis=1))
    merged = pd.concat(frames, axis=1).sort_index()
    years = tuple(sorted({year for wide in tables for _, year in wide.columns}))

    def values(name: str) -> np.ndarray:
        wanted = merged.reindex(columns=pd.MultiIndex.from_tuples([(name, year) for year in years]))
        return wanted.to_numpy(dtype=float)

    deviation = values(model.deviation.id)
    contributions = np.stack([values(dimension.id) for dimension in model.dimensions], axis=-1)
    classes = {_CLASSES: np.nan_to_num(values(_CLASSES)).astype(np.int8)}
    total = deviation + model.reference_of(years)
    codes = [str(code) for code in merged.index]
    scores = PublishedScores(years, total, deviation, contributions, classes)
    without = int(np.count_nonzero(np.isnan(deviation).all(axis=1) & (classes[_CLASSES] == 0).all(axis=1)))
    changed = _change_classes(changes, merged.index)
    return LevelScores(model.levels[0], codes, [""] * len(codes), scores, changed, without)


def _change_classes(
    columns: Mapping[tuple[int, int], pd.Series], codes: pd.Index
) -> dict[tuple[int, int], NDArray[np.int8]]:
    """Published classes of change by period, int8 [codes]; 0 for none, and so computed."""
    return {
        period: np.nan_to_num(column.reindex(codes).to_numpy(dtype=float)).astype(np.int8)
        for period, column in columns.items()
    }


def _require_years(wide: WideTable, model: ScoreModel) -> None:
    """Refuse a column of a year without a measurement."""
    measured = measured_years(model)
    given = [(year, column) for (_kind, year), column in wide.columns.items()]
    given += [(year, column) for years, column in wide.changes.items() for year in years]
    for year, column in given:
        if not measured[year]:
            place = InputError("column {column}", column=column)
            raise no_measurement(model, wide.table.source.label, place, year)


def _require_classes(wide: WideTable, frame: pd.DataFrame, model: ScoreModel) -> None:
    """Refuse what is no class of the total or of its change."""
    highest = dict.fromkeys(wide.changes.values(), len(model.development_classification.classes))
    for (kind, _year), column in wide.columns.items():
        if kind == _CLASSES:
            highest[column] = len(model.total_classification.classes)
    for column, last in highest.items():
        valid = class_numbers_valid(frame[column].to_numpy(), last)
        if not valid.all():
            line, cells = locate(wide.table, int(np.argmin(valid)))
            raise InputError(
                "{file}, line {line}: column {column} holds “{text}”; expected is a class from 1 to {highest}.",
                file=wide.table.source.label,
                line=line,
                column=column,
                text=cells.get(column, ""),
                highest=last,
            )
