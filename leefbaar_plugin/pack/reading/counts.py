# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts per square as CBS publishes them, checked as scores are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError, ModelError
from ...engine.plausible import Range
from ...engine.squares.grid import decode_square_ids, encode_square_ids
from ...engine.squares.weights import Counts
from ..files.resources import read_json
from .plausibility import outside
from .vectors import SQUARE_ID, VectorLayer, arrays_of, field_of, layer_of, opened

_COUNT_FIELDS = {
    "dwellings": ("aantalwoningen", "woningen"),
    "households": ("aantalparthuishoudens", "aantalparticulierehuishoudens", "aantalhuishoudens", "huishoudens"),
    "inhabitants": ("aantalinwoners", "inwoners"),
}
"""Names of the counts, without underscores and in lower case: in both, the file of CBS and PDOK's service differ."""
_WHOLE = 1e-6
KINDS = tuple(_COUNT_FIELDS)
"""Kinds of count, in the order of `Counts`."""


@dataclass(frozen=True)
class CountRules:
    """What counts can be, from `resources/model/counts.json`.

    `not_numbers` are codes that stand for no number, `limits` the lowest and highest count by kind, `least_known` the
    share (0-1) of the squares with a score below which counts that are known are told to be few. `inhabitants_each` are
    the fewest and the most inhabitants of a dwelling, on average of at least `least_squares`.
    """

    not_numbers: tuple[int, ...]
    limits: Mapping[str, Range]
    least_known: float
    inhabitants_each: Range
    least_squares: int


@cache
def count_rules() -> CountRules:
    """The rules; ModelError when their file is wrong."""
    document = read_json("model", "counts.json")
    try:
        limits = {
            kind: (float(document["limits"][kind]["low"]), float(document["limits"][kind]["high"])) for kind in KINDS
        }
        codes = tuple(int(code) for code in document["not_numbers"]["codes"])
        each = document["inhabitants_each"]
        range_of_each = float(each["low"]), float(each["high"])
        return CountRules(codes, limits, float(document["least_known"]["share"]), range_of_each, int(each["squares"]))
    except (KeyError, TypeError, ValueError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem


def count_fields(found: VectorLayer) -> dict[str, str]:
    """Field of each kind of count (`KINDS`) that a layer has; InputError when it has none."""
    fields = {kind: name for kind, names in _COUNT_FIELDS.items() if (name := field_of(found, *names))}
    if not fields:
        raise InputError(
            "{file} has squares but no counts; expected is a column like aantal_woningen or aantal_inwoners.",
            file=found.label,
        )
    return fields


def read_counts(found: VectorLayer) -> tuple[NDArray[np.int32], NDArray[np.int32], Counts]:
    """Column and row of the CBS squares and their counts, NaN where there is none (domain.md, section 5).

    Raises InputError naming file and feature for what is no square, a square that stands there twice, and a count that
    can't be.
    """
    fields = count_fields(found)
    identity = field_of(found, SQUARE_ID) or ""
    with opened(found.path, found.label) as dataset:
        columns = arrays_of(layer_of(dataset, found), fields | {"id": identity}, geometry=False)
    if not columns or not len(columns["id"]):
        raise InputError("{file} has no features.", file=found.label)
    ids = np.concatenate(
        [_as_bytes(texts) for texts in np.array_split(columns["id"], len(columns["id"]) // 50_000 + 1)]
    )
    column, row, valid = decode_square_ids(ids)
    if not valid.all():
        at = int(np.argmin(valid))
        raise InputError(
            "{file}, feature {number}: “{text}” is no square; expected is a code like E0974N4514.",
            file=found.label,
            number=at + 1,
            text=ids[at].decode(errors="replace"),
        )
    _require_once(found, column, row)
    arrays = {kind: _numbers(columns[kind], found, name, kind) for kind, name in fields.items()}
    return column, row, Counts(*(arrays.get(kind, np.full(len(ids), np.nan)) for kind in KINDS))


def _require_once(found: VectorLayer, column: NDArray[np.int32], row: NDArray[np.int32]) -> None:
    order = np.lexsort((column, row))
    twice = np.flatnonzero((np.diff(column[order]) == 0) & (np.diff(row[order]) == 0))
    if len(twice):
        # lexsort keeps the order of equal squares, so the first repetition in the file is the smallest second place
        at = int(np.argmin(order[twice + 1]))
        first, second = int(order[twice[at]]), int(order[twice[at] + 1])
        raise InputError(
            "{file}, feature {number}: square {area} stands there twice (first as feature {first}).",
            file=found.label,
            number=second + 1,
            first=first + 1,
            area=encode_square_ids(column[second : second + 1], row[second : second + 1])[0],
        )


def _as_bytes(texts: NDArray) -> NDArray[np.bytes_]:
    """Codes of squares as bytes; an empty one where there is none."""
    filled = np.ma.filled(texts.astype(object), b"")
    return np.array([text if isinstance(text, bytes) else str(text).encode() for text in filled], "S12")


def _numbers(values: NDArray, found: VectorLayer, column: str, kind: str) -> NDArray[np.float64]:
    try:
        numbers = np.ma.filled(np.ma.asarray(values).astype(float), np.nan)
    except ValueError as problem:
        at, text = _no_number(values)
        raise InputError(
            "{file}, feature {number}: column {column} holds “{text}” where a number was expected.",
            file=found.label,
            number=at + 1,
            column=column,
            text=text,
        ) from problem
    rules = count_rules()
    numbers = np.where(np.isin(numbers, rules.not_numbers), np.nan, numbers)
    low, high = rules.limits[kind]
    wrong = outside(numbers, (low, high))
    broken = np.flatnonzero(np.abs(numbers - np.rint(numbers)) > _WHOLE)  # thousands of which the scale was lost
    if len(wrong) or len(broken):
        at = int(wrong[0]) if len(wrong) else int(broken[0])
        raise InputError(
            "{file}, feature {number}: column {column} holds “{text}”; expected is a whole number from {low} to "
            "{high}, or {codes} for none.",
            file=found.label,
            number=at + 1,
            column=column,
            text=f"{numbers[at]:.15g}",
            low=f"{low:g}",
            high=f"{high:g}",
            codes=", ".join(map(str, rules.not_numbers)),
        )
    return numbers


def _no_number(values: NDArray) -> tuple[int, str]:
    """Place and text of the first value that is no number."""
    for at, value in enumerate(np.ma.filled(np.ma.asarray(values).astype(object), None).tolist()):
        text = value.decode(errors="replace") if isinstance(value, bytes) else str(value)
        try:
            float(text if value is not None else "nan")
        except ValueError:
            return at, text
    return 0, ""
