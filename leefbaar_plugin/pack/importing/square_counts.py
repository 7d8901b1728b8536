# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts of the squares that have scores: how many are known, and what that means for the weights."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...engine.squares.grid import Grid
from ...engine.squares.weights import DWELLINGS, EQUAL, HOUSEHOLDS, INHABITANTS, Counts, weigh
from ..reading.counts import count_rules
from .shared_squares import SquareCounts, counts_on

_NAMES = {
    DWELLINGS: {"en": "dwellings", "nl": "woningen"},
    HOUSEHOLDS: {"en": "households", "nl": "huishoudens"},
    INHABITANTS: {"en": "inhabitants", "nl": "inwoners"},
}


@dataclass(frozen=True, eq=False)
class GridCounts:
    """Counts of the squares of a grid; their entry of pack.json; and what the user should know of them."""

    counts: Counts
    info: dict[str, Any]
    remarks: list[InputError]


def counts_of_grid(grid: Grid, label: str, given: SquareCounts) -> GridCounts:
    """Counts of a file for the squares of a grid; InputError when it holds none of them."""
    counts, inside = counts_on(grid, given)
    if not inside.any():
        raise InputError(
            "{file}: none of its squares ({counted}) is one of those that have scores ({scored}). It is of another "
            "part of the country.",
            file=label,
            counted=len(inside),
            scored=len(grid),
        )
    by_kind = counts_by_kind(counts)
    known = {kind: int(np.count_nonzero(~np.isnan(values))) for kind, values in by_kind.items()}
    without = int(np.count_nonzero(np.isnan(np.column_stack(list(by_kind.values()))).all(axis=1)))
    info = {
        "source": label,
        "known": known,
        "without_counts": without,
        "squares_without_scores": int(np.count_nonzero(~inside)),
    }
    return GridCounts(counts, info, _remarks(label, counts, known, without, len(grid)))


def counts_by_kind(counts: Counts) -> dict[str, NDArray[np.float64]]:
    """The counts by their kind: float64 [squares], NaN for none."""
    return {kind: counts.of(kind) for kind in _NAMES}


def _remarks(label: str, counts: Counts, known: dict[str, int], without: int, squares: int) -> list[InputError]:
    lacking = [kind for kind, number in known.items() if not number]
    used = weigh(counts, squares).kind
    kinds = {language: ", ".join(_NAMES[kind][language] for kind in lacking) for language in ("en", "nl")}
    if used == EQUAL:
        return [
            InputError(
                "{file} has no {kinds} of the squares with scores. Every square weighs the same.",
                file=label,
                kinds=kinds,
            )
        ]
    found = []
    if lacking:
        found.append(
            InputError(
                "{file} has no {kinds} of the squares with scores. Areas are weighed by {used}.",
                file=label,
                kinds=kinds,
                used=_NAMES[used],
            )
        )
    found += [remark for kind in (DWELLINGS, HOUSEHOLDS) if (remark := _mixed_up(label, counts, kind)) is not None]
    if squares - without < count_rules().least_known * squares:
        found.append(
            InputError(
                "{file} has counts of {known} of the {squares} squares with scores; the others are estimated.",
                file=label,
                known=squares - without,
                squares=squares,
            )
        )
    return found


def _mixed_up(label: str, counts: Counts, kind: str) -> InputError | None:
    """The remark that so many inhabitants to a dwelling or household can't be; None when they can."""
    rules, number = count_rules(), counts.of(kind)
    both = ~np.isnan(number) & ~np.isnan(counts.inhabitants)
    total = float(number[both].sum())
    if np.count_nonzero(both) < rules.least_squares or not total:
        return None
    each = float(counts.inhabitants[both].sum()) / total
    low, high = rules.inhabitants_each
    if low <= each <= high:
        return None
    return InputError(
        "{file}: {kinds} and inhabitants don't fit each other: {each} inhabitants each, on average. Expected is a "
        "number from {low} to {high}. Columns were probably mixed up.",
        file=label,
        kinds=_NAMES[kind],
        each={"en": f"{each:.2f}", "nl": f"{each:.2f}".replace(".", ",")},
        low=f"{low:g}",
        high=f"{high:g}",
    )
