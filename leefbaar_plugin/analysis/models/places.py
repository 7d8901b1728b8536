# SPDX-License-Identifier: GPL-2.0-or-later
"""The places an indicator model is about: official areas of a level, or squares, with what is published of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ...engine.errors import InputError
from ...engine.models.indicators import Figures
from ...engine.squares.grid import SQUARE, encode_square_ids
from ...pack.official import read_level
from ...pack.pack import Pack
from ...pack.reading.scores import GRID
from ...pack.tables.user_table import UserTable
from ..cautions import Caution, cautions_of
from ..measure import Measurer
from ..relations.joined_table import JoinedTable, join

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class ModelPlaces:
    """Places in one year: codes and names, `published` float64 [places, dimensions] with NaN for none, `total` float64
    [places], `weight` float64 [places] their size, and their middles `x`, `y` float64 [places] in metres.

    `wkb` holds outlines, None for none; `weight_kind` what the size is; `told` what has to be told of the figures of
    every area, empty for squares and where nothing is known of the squares of areas.
    """

    level: str
    year: int
    code: list[str]
    name: list[str]
    wkb: list[bytes | None]
    published: Floats
    total: Floats
    weight: Floats
    weight_kind: str
    x: Floats
    y: Floats
    told: tuple[Caution, ...] = ()

    def __len__(self) -> int:
        return len(self.code)


def places_of(pack: Pack, measurer: Measurer | None, level: str, year: int) -> ModelPlaces:
    """Areas of a level, or all squares for `GRID`; InputError when the pack lacks them or the year's dimensions."""
    year = pack.require_year(year)
    found = _squares(pack, measurer, year) if level == GRID else _areas(pack, measurer, level, year)
    if not np.isfinite(found.published).any():
        raise InputError("The dimensions of {year} aren't published for {level}.", year=year, level=level)
    return found


def _squares(pack: Pack, measurer: Measurer | None, year: int) -> ModelPlaces:
    grid, published, _ = pack.require_squares()
    weights = (measurer or Measurer(pack)).weights
    of_year = published.of_year(year)
    codes = encode_square_ids(grid.column, grid.row)
    return ModelPlaces(
        GRID,
        year,
        codes,
        codes,
        [None] * len(grid),
        np.asarray(of_year.contributions[:, 0]),
        np.asarray(of_year.total[:, 0]),
        weights.value,
        weights.kind,
        (grid.column + 0.5) * SQUARE,
        (grid.row + 0.5) * SQUARE,
    )


def _areas(pack: Pack, measurer: Measurer | None, level: str, year: int) -> ModelPlaces:
    themes = [theme.id for theme in pack.model.dimensions]
    total = f"{pack.model.total.id}_{year}"
    areas = read_level(pack, level, [*(f"{theme}_{year}" for theme in themes), total])
    if not len(areas):
        raise InputError(
            "The data pack has no areas of the level {level}; it has {levels}.",
            level=level,
            levels=", ".join(pack.levels),
        )
    published = np.column_stack([areas.values[f"{theme}_{year}"] for theme in themes])
    told: tuple[Caution, ...] = ()
    weight, kind = np.ones(len(areas)), "equal"
    if pack.grid is not None:
        used = measurer or Measurer(pack)
        scores = used.measure(areas.wkb, (year,)).scores
        weight, kind, told = scores.weight_sum[:, 0], used.weights.kind, tuple(cautions_of(scores, 0))
    x, y = np.array([_middle(wkb) for wkb in areas.wkb]).T
    known = level, year, areas.code, areas.name, areas.wkb, published, areas.values[total]
    return ModelPlaces(*known, weight, kind, x, y, told)


def _middle(wkb: bytes | None) -> tuple[float, float]:
    if wkb is None:
        return np.nan, np.nan
    xmin, xmax, ymin, ymax = ogr.CreateGeometryFromWkb(wkb).GetEnvelope()
    return (xmin + xmax) / 2.0, (ymin + ymax) / 2.0


def joined_figures(
    places: ModelPlaces, table: UserTable, code_column: str, columns: Sequence[str]
) -> tuple[Figures, JoinedTable]:
    """Columns of a table as figures of the places; all that hold numbers when none are named.

    InputError when a column is missing or holds no numbers, or no code of the table belongs to a place.
    """
    joined = join(table, code_column or _code_column(places, table), places.level, places.code)
    if not joined.matched:
        raise InputError(
            "No code in column {column} of {file} belongs to one of the places ({count}); for example {example}.",
            column=joined.code_column,
            file=table.label,
            count=len(places),
            example=", ".join(joined.unmatched[:3]) or "-",
        )
    chosen = list(columns) or [name for name in table.number_columns() if name != joined.code_column]
    if not chosen:
        raise InputError("{file} has no columns with numbers.", file=table.label)
    rows = []
    for name in chosen:
        values, read = joined.numbers(name)
        if not read.found:
            raise InputError("Column {column} of {file} holds no numbers.", column=name, file=table.label)
        rows.append(values)
    return Figures(tuple(chosen), np.array(rows)), joined


def _code_column(places: ModelPlaces, table: UserTable) -> str:
    """The column with ids of squares, which no other level's search would find; "" to have it looked for."""
    if places.level != GRID:
        return ""
    known = set(places.code)
    return max(table.columns, key=lambda name: sum(str(cell).strip() in known for cell in table.columns[name]))
