# SPDX-License-Identifier: GPL-2.0-or-later
"""Published change of areas per pair of years, recognised by its columns (domain.md, section 6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...engine.model import Level, ScoreModel
from ..tables.square_rows import unique_runs
from ..tables.table_rows import Rows, gather
from ..tables.tables import IncompleteTableError, Table, first_rows, locate, raise_bad_cell, require_once
from .plausibility import measured_years, no_measurement, require_plausible
from .scores import no_code

_SINCE, _UNTIL = "jaar_van", "jaar_naar"


class IncompleteDevelopmentError(IncompleteTableError):
    """A table of change that lacks columns; scores don't need it."""


@dataclass(frozen=True)
class DevelopmentTable:
    """A text table recognised as the change of the areas of one level, a row per area and pair of years."""

    table: Table
    model: ScoreModel
    level: Level
    code: str
    since: str
    until: str
    values: dict[str, str]
    """Column in the file by id: lbm and the dimensions."""


def recognise_development(table: Table, model: ScoreModel) -> DevelopmentTable | None:
    """What the table is by its columns; None when it holds no change between years.

    Raises InputError naming the missing columns when it does, but not all of it.
    """
    since, until = table.find(_SINCE), table.find(_UNTIL)
    levels = [(level, code) for level in model.levels if (code := table.find(*level.code_columns)) is not None]
    if not levels or not (since or until):
        return None
    wanted = [theme.id for theme in (model.total, *model.dimensions)]
    values = {name: column for name in wanted if (column := table.find(name)) is not None}
    missing = [name for name, column in ((_SINCE, since), (_UNTIL, until)) if column is None]
    missing += [name for name in wanted if name not in values]
    if missing or since is None or until is None:
        raise IncompleteDevelopmentError(
            "{file} lacks the column(s) {missing}; expected are {expected}.",
            file=table.source.label,
            missing=", ".join(missing),
            expected=", ".join([levels[0][1], _SINCE, _UNTIL, *wanted]),
        )
    level, code = levels[0]
    require_once(table, [code, since, until, *values.values()])
    return DevelopmentTable(table, model, level, code, since, until, values)


def sample_periods(found: DevelopmentTable) -> tuple[tuple[int, int], ...]:
    """The pairs of years in the first rows, in which the pairs of an area stand together.

    Empty when they don't: then only the whole file tells them. Raises InputError for a cell that is no number.
    """
    rows = first_rows(found.table, [found.since, found.until])
    try:
        pairs = {(int(since), int(until)) for since, until in rows}
    except ValueError:
        raise_bad_cell(found.table, [found.since, found.until])
        return ()
    return tuple(sorted(pairs)) if len(pairs) > 1 or len(rows) == 1 else ()


@dataclass(frozen=True, eq=False)
class LevelChanges:
    """Published change of all areas of a level: `values` is float64 [periods, areas, themes], the total first.

    `without_change` rows of the file hold no change of the total, `partly_missing` some of the dimensions only.
    """

    level: Level
    code: list[str]
    periods: tuple[tuple[int, int], ...]
    values: NDArray[np.float64]
    without_change: int = 0
    partly_missing: int = 0

    def of(self, codes: Sequence[str]) -> NDArray[np.float64]:
        """Values in the order of `codes`; NaN for an area that isn't here."""
        place = {code: at for at, code in enumerate(self.code)}
        at = np.array([place.get(code, -1) for code in codes], np.int64)
        found = self.values[:, at]
        found[:, at < 0] = np.nan
        return found


def read_development(found: DevelopmentTable) -> LevelChanges:
    """Read a table of change through. InputError naming file and line for a row without a code, with a year that is
    none or two years in the wrong order, for a change that can't be, and for a period of an area that stands there
    twice.
    """
    columns = list(found.values.values())

    def take(pieces: Iterator[Rows]) -> LevelChanges:
        return _gathered(found, pieces, columns)

    return gather(found.table, found.code, [found.since, found.until, *columns], "S16", take)


def _gathered(found: DevelopmentTable, pieces: Iterator[Rows], columns: list[str]) -> LevelChanges:
    codes, since, until, values = [], [], [], []
    done = without = partly = 0
    limits = dict.fromkeys(columns, found.model.limits.contribution)
    for rows in pieces:
        codes.append(rows[found.code])
        since.append(rows[found.since])
        until.append(rows[found.until])
        values.append(np.column_stack([rows[name] for name in columns]))
        require_plausible(found.table, {name: rows[name] for name in columns}, limits, done)
        missing = np.isnan(values[-1])
        without += int(np.count_nonzero(missing[:, 0]))
        partly += int(np.count_nonzero(missing[:, 1:].any(axis=1) & ~missing[:, 1:].all(axis=1)))
        done += len(codes[-1])
    if not sum(map(len, codes)):
        raise InputError("{file} has a header and no rows.", file=found.table.source.label)
    heads, of_row = unique_runs(np.concatenate(codes))
    code = _codes(found, heads, of_row)
    first, last = _years(found, np.concatenate(since), np.concatenate(until))
    pairs, of_period = _unique_pairs(first, last)
    place = of_period * len(heads) + of_row
    _require_once(found, place, len(pairs) * len(heads))
    made = np.full((len(pairs) * len(heads), len(columns)), np.nan)
    made[place] = np.concatenate(values)
    return LevelChanges(
        found.level,
        code,
        pairs,
        made.reshape(len(pairs), len(heads), len(columns)),
        without,
        partly,
    )


def _unique_pairs(
    first: NDArray[np.int64], last: NDArray[np.int64]
) -> tuple[tuple[tuple[int, int], ...], NDArray[np.int64]]:
    """Sorted pairs of years, of which there are few, and the place of every row's pair among them."""
    start, years = int(first.min()), int(last.max() - first.min()) + 1
    key = (first - start) * years + last - start
    there = np.bincount(key) > 0
    pairs = tuple((start + at // years, start + at % years) for at in np.flatnonzero(there).tolist())
    return pairs, (np.cumsum(there) - 1)[key]


def _codes(found: DevelopmentTable, heads: NDArray[np.bytes_], of_row: NDArray[np.integer]) -> list[str]:
    """The codes; InputError for the first row of which the code isn't one of the level."""
    codes = [head.decode("utf-8", "replace").strip() for head in heads.tolist()]
    known = np.array([found.level.is_code(code) for code in codes])
    if not known.all():
        at = int(np.argmin(known[of_row]))
        raise no_code(found.table, found.level, found.code, codes[of_row[at]], at)
    return codes


def _years(
    found: DevelopmentTable, since: NDArray[np.float64], until: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    good = (since >= 1990) & (until <= 2100) & (since < until) & (since % 1 == 0) & (until % 1 == 0)
    if not good.all():
        line, cells = locate(found.table, int(np.argmin(good)))
        raise InputError(
            "{file}, line {line}: “{since}” and “{until}” are no period; expected are two years, the first one first.",
            file=found.table.source.label,
            line=line,
            since=cells.get(found.since, ""),
            until=cells.get(found.until, ""),
        )
    years = np.stack((since, until)).astype(np.int64)
    measured = measured_years(found.model)[years]
    if not measured.all():
        which, row = (int(at) for at in np.argwhere(~measured)[0])
        place = InputError("line {line}", line=locate(found.table, row)[0])
        raise no_measurement(found.model, found.table.source.label, place, int(years[which, row]))
    return years[0], years[1]


def _require_once(found: DevelopmentTable, place: NDArray[np.integer], places: int) -> None:
    count = np.bincount(place, minlength=places)
    if count.max() <= 1:
        return
    first, second = np.flatnonzero(place == int(np.argmax(count > 1)))[:2]
    line, cells = locate(found.table, int(second))
    raise InputError(
        "{file}, line {line}: the change of {area} from {since} to {until} stands there twice (first on line {first}).",
        file=found.table.source.label,
        line=line,
        area=cells.get(found.code, ""),
        since=cells.get(found.since, ""),
        until=cells.get(found.until, ""),
        first=locate(found.table, int(first))[0],
    )
