# SPDX-License-Identifier: GPL-2.0-or-later
"""Values that no score can have and years without a measurement: refused with their place, wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...engine.model import ScoreModel
from ...engine.plausible import Range
from ..tables.tables import Table, locate

_LAST_YEAR = 2200
_LOST_POINT = 10
"""A whole number from here on, where a score was expected, most likely lost its decimal point or comma."""


def range_of(model: ScoreModel, theme: str) -> Range:
    """Lowest and highest value of a total, a deviation or a dimension."""
    if theme == model.total.id:
        return model.limits.total
    return model.limits.deviation if theme == model.deviation.id else model.limits.contribution


def outside(values: NDArray[np.float64], limits: Range) -> NDArray[np.integer]:
    """Places of the values that lie outside limits; a missing value doesn't."""
    low, high = limits
    return np.flatnonzero((values < low) | (values > high))


def out_of_range(file: str, place: InputError, text: str, value: float, limits: Range) -> InputError:
    """The sentence about a value outside the limits; `place` says where in the file it stands."""
    low, high = limits
    said = {"file": file, "place": place, "text": text, "low": f"{low:g}", "high": f"{high:g}"}
    if abs(value) >= _LOST_POINT and value == np.floor(value):
        return InputError(
            "{file}, {place} holds “{text}”; expected is a number from {low} to {high}. "
            "Its decimal point or comma was probably lost.",
            **said,
        )
    return InputError("{file}, {place} holds “{text}”; expected is a number from {low} to {high}.", **said)


def require_plausible(
    table: Table, values: Mapping[str, NDArray[np.float64]], limits: Mapping[str, Range], start: int
) -> None:
    """Raise InputError for the first value of a table that lies outside the limits of its column.

    `values` are rows from `start` (from 0) of the file on, by column.
    """
    for column, numbers in values.items():
        wrong = outside(numbers, limits[column])
        if len(wrong):
            table.source.require_whole()  # else a damaged archive would be taken for a wrong value
            line, cells = locate(table, start + int(wrong[0]))
            place = InputError("line {line}: column {column}", line=line, column=column)
            value = float(numbers[wrong[0]])
            raise out_of_range(table.source.label, place, cells.get(column, ""), value, limits[column])


def measured_years(model: ScoreModel) -> NDArray[np.bool_]:
    """Whether there is, or can be by now, a measurement of each year from 0 on: bool [years]."""
    return _measured(model, datetime.now(UTC).year)


@lru_cache(maxsize=8)
def _measured(model: ScoreModel, latest: int) -> NDArray[np.bool_]:
    return np.array([model.measures(year, latest) for year in range(_LAST_YEAR)])


def no_measurement(model: ScoreModel, file: str, place: InputError, year: int) -> InputError:
    """The sentence about a year in which nothing was measured."""
    return InputError(
        "{file}, {place}: there is no measurement of {year}; {model} has {years}.",
        file=file,
        place=place,
        year=year,
        model=model.name,
        years=", ".join(map(str, model.years)),
    )
