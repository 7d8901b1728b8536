# SPDX-License-Identifier: GPL-2.0-or-later
"""Published change of areas per pair of years, recognised by its columns (domain.md, section 6)."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.model import Level, ScoreModel
from .tables import IncompleteTableError, Table, read_table, require_once

_SINCE, _UNTIL = "jaar_van", "jaar_naar"


class IncompleteDevelopmentError(IncompleteTableError):
    """A table of change that lacks columns; scores don't need it."""


@dataclass(frozen=True)
class DevelopmentTable:
    """A text table recognised as the change of the areas of one level, a row per area and pair of years."""

    table: Table
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
    return DevelopmentTable(table, level, code, since, until, values)


def sample_periods(found: DevelopmentTable) -> tuple[tuple[int, int], ...]:
    """The pairs of years in the first rows, in which the pairs of an area stand together.

    Empty when they don't: then only the whole file tells them. Raises InputError for a cell that is no number.
    """
    frame = next(read_table(found.table, [], [found.since, found.until]), None)
    if frame is None:
        return ()
    pairs = frame.dropna().drop_duplicates()
    if len(pairs) == 1 and len(frame) > 1:
        return ()
    return tuple(sorted((int(since), int(until)) for since, until in pairs.itertuples(index=False)))
