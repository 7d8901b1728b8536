# SPDX-License-Identifier: GPL-2.0-or-later
"""Published score tables, recognised by their columns, as arrays by area and year (domain.md, section 6)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...engine.model import Level, ScoreModel
from ...engine.squares.scoring import PublishedScores
from ..files.late_pandas import pd
from ..tables.table_rows import Rows, gather
from ..tables.tables import IncompleteTableError, Table, locate, require_once
from .plausibility import measured_years, no_measurement, range_of, require_plausible

GRID = "grid"
_YEAR = "jaar"


@dataclass(frozen=True)
class ScoreTable:
    """A text table recognised as the scores of one level of one model."""

    table: Table
    model: ScoreModel
    level: Level
    code: str
    year: str
    name: str | None
    values: dict[str, str]
    """Column in the file by id: lbm, afw and the dimensions."""
    classes: dict[str, str] = field(default_factory=dict)
    """Column in the file by id: kscore and k<dimension>, where present."""


@dataclass(frozen=True, eq=False)
class LevelScores:
    """Scores of all areas of one level. `code` and `name` are lists by area; `scores` has the arrays.

    `change_classes` holds published classes of the change of the total by (first, last year), int8 [areas], 0 for none;
    `without_score` counts rows of the file that hold neither a total nor a deviation.
    """

    level: Level
    code: list[str]
    name: list[str]
    scores: PublishedScores
    change_classes: Mapping[tuple[int, int], NDArray[np.int8]] = field(default_factory=dict)
    without_score: int = 0


@dataclass(frozen=True, eq=False)
class SquareScores:
    """Scores of squares in row-major order: `column` and `row` int32 [squares]; `without_score` as in `LevelScores`."""

    column: NDArray[np.int32]
    row: NDArray[np.int32]
    scores: PublishedScores
    without_score: int = 0

    def part(self, index: NDArray[np.integer]) -> SquareScores:
        """Some of the squares, by their place."""
        return SquareScores(self.column[index], self.row[index], self.scores.of_areas(index), self.without_score)


def recognise(table: Table, model: ScoreModel) -> ScoreTable | None:
    """What the table is by its columns; None when it isn't a score table of `model`.

    Raises InputError naming the missing columns when it is one, but not a whole one.
    """
    values = {
        theme.id: column
        for theme in (model.total, model.deviation, *model.dimensions)
        if (column := table.find(theme.id)) is not None
    }
    year = table.find(_YEAR)
    levels = [(level, code) for level in model.levels if (code := table.find(*level.code_columns)) is not None]
    if not levels or not (model.total.id in values or model.deviation.id in values):
        return None
    wanted = [theme.id for theme in (model.total, model.deviation, *model.dimensions)]
    missing = [name for name in wanted if name not in values] + ([] if year else [_YEAR])
    if missing or year is None:
        raise IncompleteTableError(
            "{file} lacks the column(s) {missing}; expected are {expected}.",
            file=table.source.label,
            missing=", ".join(missing),
            expected=", ".join([levels[0][1], _YEAR, *wanted]),
        )
    # a table of buurten may bring the codes of wijk and gemeente too: the finest level is what it is about
    order = {level.id: at for at, level in enumerate(model.levels)}
    level, code = min(levels, key=lambda found: order[found[0].id])
    class_ids = [model.total_classification.column or ""] + [f"k{theme.id}" for theme in model.dimensions]
    classes = {name: column for name in class_ids if (column := table.find(name)) is not None}
    require_once(table, [code, year, *values.values(), *classes.values()])
    return ScoreTable(table, model, level, code, year, table.find(*level.name_columns), values, classes)


def read_level(found: ScoreTable) -> LevelScores:
    """Read the scores of buurten, wijken, gemeenten or postcode areas; errors as for squares."""
    columns = [*found.values.values(), *found.classes.values()]

    def take(pieces: Iterator[Rows]) -> LevelScores:
        return _gathered(found, pieces, columns)

    return gather(found.table, found.code, [found.year, *columns], "O", take, found.name)


def _gathered(found: ScoreTable, pieces: Iterator[Rows], columns: list[str]) -> LevelScores:
    texts = [found.code] + ([found.name] if found.name else [])
    parts: dict[str, list[NDArray[Any]]] = {name: [] for name in (*texts, *columns)}
    years = []
    done = without_score = 0
    for rows in pieces:
        years.append(require_years(found, rows, done))
        without_score += require_scores(found, rows, done)
        for name, there in parts.items():
            there.append(rows[name])
        done += len(rows[found.code])
    if not done:
        raise InputError("{file} has a header and no rows.", file=found.table.source.label)
    cells = np.concatenate(parts.pop(found.code))
    code, of_row = _codes(found, pd.Series(cells.astype(str) if cells.dtype.kind == "S" else cells))
    names = [""] * len(code)
    if found.name:
        last = np.zeros(len(code), np.int64)
        last[of_row] = np.arange(len(of_row))
        names = np.concatenate(parts[found.name])[last].tolist()
    scores = arrange(
        found,
        of_row,
        len(code),
        np.concatenate(years),
        lambda number: np.concatenate(parts[columns[number]]),
        lambda at: code[at],
    )
    return LevelScores(found.level, code, names, scores, without_score=without_score)


def _codes(found: ScoreTable, cells: pd.Series) -> tuple[list[str], NDArray[np.int64]]:
    """Sorted codes, and the place of every row's code among them; InputError for a cell without one."""
    of_cell, different = pd.factorize(cells)
    plain = [str(cell).strip() for cell in different]
    if not all(map(found.level.is_code, plain)):
        require_codes(found.table, found.level, found.code, cells.str.strip())
    code = sorted(set(plain))
    place = {one: at for at, one in enumerate(code)}
    return code, np.array([place[one] for one in plain], np.int64)[of_cell]


def require_codes(table: Table, level: Level, column: str, codes: pd.Series) -> None:
    """Raise InputError for the first row without a code, or with one that isn't of the level."""
    known = {code: level.is_code(code) for code in codes.unique()}
    if not all(known.values()):
        at = int(np.argmin(codes.map(known).to_numpy(bool)))
        raise no_code(table, level, column, str(codes.iloc[at]), at)


def no_code(table: Table, level: Level, column: str, text: str, row: int) -> InputError:
    """The sentence about a text, in data row number `row` (from 0), that is no code of an area of a level."""
    line = locate(table, row)[0]
    if not text:
        return InputError(
            "{file}, line {line}: column {column} is empty; expected is the code of an area.",
            file=table.source.label,
            line=line,
            column=column,
        )
    return InputError(
        "{file}, line {line}: column {column} holds “{text}”; expected is a code like {example}.",
        file=table.source.label,
        line=line,
        column=column,
        text=" ".join(text[:40].split()),
        example=level.code_example,
    )


def require_years(found: ScoreTable, rows: Mapping[str, NDArray[Any]], done: int) -> NDArray[np.int16]:
    """Years of rows (cells by column), the first of which has `done` others above it.

    InputError for what is no year of measurement.
    """
    year = rows[found.year]
    good = (year >= 1990) & (year <= 2100) & (year == np.floor(year))
    if not good.all():
        line, cells = locate(found.table, done + int(np.argmin(good)))
        raise InputError(
            "{file}, line {line}: “{text}” is no year; expected is a number like 2024.",
            file=found.table.source.label,
            line=line,
            text=cells.get(found.year, ""),
        )
    measured = measured_years(found.model)[year.astype(np.int16)]
    if not measured.all():
        at = int(np.argmin(measured))
        place = InputError("line {line}", line=locate(found.table, done + at)[0])
        raise no_measurement(found.model, found.table.source.label, place, int(year[at]))
    return year.astype(np.int16)


def require_scores(found: ScoreTable, rows: Mapping[str, NDArray[Any]], done: int) -> int:
    """Refuse what no score can be; the number of rows that hold neither a total nor a deviation."""
    limits = {column: range_of(found.model, theme) for theme, column in found.values.items()}
    values = {column: rows[column] for column in limits}
    require_plausible(found.table, values, limits, done)
    total, deviation = (values[found.values[theme.id]] for theme in (found.model.total, found.model.deviation))
    return int(np.count_nonzero(np.isnan(total) & np.isnan(deviation)))


def class_numbers_valid(numbers: NDArray[np.floating], highest: int) -> NDArray[np.bool_]:
    """Whether each number is a class from 1 to `highest`; NaN and 0 stand for no class."""
    return np.isnan(numbers) | ((numbers >= 0) & (numbers <= highest) & (numbers == np.floor(numbers)))


def _require_classes(
    found: ScoreTable, name: str, numbers: NDArray[np.floating], chosen: NDArray[np.integer] | None
) -> None:
    highest = len(found.model.total_classification.classes)
    valid = class_numbers_valid(numbers, highest)
    if valid.all():
        return
    at = int(np.argmin(valid))
    line, cells = locate(found.table, at if chosen is None else int(chosen[at]))
    raise InputError(
        "{file}, line {line}: column {column} holds “{text}”; expected is a class from 1 to {highest}.",
        file=found.table.source.label,
        line=line,
        column=found.classes[name],
        text=cells.get(found.classes[name], ""),
        highest=highest,
    )


def arrange(
    found: ScoreTable,
    of_row: NDArray[np.integer],
    areas: int,
    year: NDArray[np.int16],
    take: Callable[[int], NDArray[np.floating]],
    describe: Callable[[int], str],
    chosen: NDArray[np.integer] | None = None,
) -> PublishedScores:
    """Rows into arrays by area and year; `take` gives the numbers of a column of the table, one after the other.

    `chosen` gives the place in the file, from 0, of every row when some were left out. Contributions lie dimension by
    dimension in memory: so rows can be let go column by column.
    """
    there = np.bincount(year) > 0
    years = tuple(np.flatnonzero(there).tolist())
    cell = of_row.astype(np.int64)
    cell *= len(years)
    cell += (np.cumsum(there) - 1).astype(np.int8)[year]
    size = areas * len(years)
    filled = np.zeros(size, bool)
    filled[cell] = True
    if np.count_nonzero(filled) < len(cell):
        raise _stands_twice(found, cell, years, describe, chosen)
    missing = np.flatnonzero(~filled)
    place = {name: at for at, name in enumerate([*found.values, *found.classes])}

    def arrange(name: str, into: NDArray[np.floating] | None = None) -> NDArray[np.floating]:
        numbers = take(place[name])
        made = np.empty(size, numbers.dtype) if into is None else into
        made[missing], made[cell] = np.nan, numbers
        return made

    total, deviation = arrange(found.model.total.id), arrange(found.model.deviation.id)
    contributions = np.empty((len(found.model.dimensions), size), total.dtype)
    for dimension, made in zip(found.model.dimensions, contributions, strict=True):
        arrange(dimension.id, made)
    classes = {}
    for name in found.classes:
        numbers = take(place[name])
        _require_classes(found, name, numbers, chosen)
        classes[name] = stated = np.zeros(size, np.int8)
        stated[cell] = np.nan_to_num(numbers)
    shape = (areas, len(years))
    return PublishedScores(
        years,
        total.reshape(shape),
        deviation.reshape(shape),
        np.moveaxis(contributions.reshape(len(contributions), *shape), 0, -1),
        {name: stated.reshape(shape) for name, stated in classes.items()},
    )


def _stands_twice(
    found: ScoreTable,
    cell: NDArray[np.int64],
    years: tuple[int, ...],
    describe: Callable[[int], str],
    chosen: NDArray[np.integer] | None,
) -> InputError:
    """The sentence about an area that stands there twice in a year; `cell` is area x years + year by row."""
    twice = int(np.argmax(np.bincount(cell) > 1))
    first, second = (int(at if chosen is None else chosen[at]) for at in np.flatnonzero(cell == twice)[:2])
    return InputError(
        "{file}, line {line}: {area} in {year} stands there twice (first on line {first}).",
        file=found.table.source.label,
        line=locate(found.table, second)[0],
        first=locate(found.table, first)[0],
        area=describe(twice // len(years)),
        year=years[twice % len(years)],
    )
