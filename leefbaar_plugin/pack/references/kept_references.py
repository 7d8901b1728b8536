# SPDX-License-Identifier: GPL-2.0-or-later
"""What a pack keeps of the whole country: figures and distributions of sets of gemeenten, and of official areas.

Made at import (`reference_sums`), so that a pack of one gemeente still knows the others. Two files in the pack:

references.json    format; years; columns, pairs of year and theme (`lbm` stands for the deviation of the total);
                   sets, with id, name (of gemeenten) and basis; levels of areas; what things were weighed by
references.npz     mean, same float32 [sets, columns], in score units; `same` is on the squares scored in all years
                   shares       uint16 [sets, columns, classes], in 65,535ths of the weight
                   weight       float64 [sets, years], squares int32 [sets, years]
                   fine         int16 [first sets, columns, 1000], coarse int16 [other sets, columns, 100]: ascending
                                quantiles (of `engine.areas`) in steps, each as its difference with the one before
                   levels       int16 [levels, columns, 1000], the same of official areas, each counted once
                   areas        int32 [levels, columns], how many those are

The basis of a set is `squares` (everything is known) or `published` (means alone: its squares weren't in the files).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.aggregation import AreaScores
from ...engine.areas.quantiles import NO_STEP, standing_in_quantiles, values_of
from ...engine.choices import SHARE
from ...engine.model import ScoreModel
from ..files.json_text import parsed_file

TEXT_FILE, ARRAY_FILE = "references.json", "references.npz"
FORMAT = 1
FINE, COARSE = 1000, 100
"""Quantiles of the country, groups and levels, and of single gemeenten."""
SQUARES, PUBLISHED = "squares", "published"
_WHOLE = 65_535
_ARRAYS = ("mean", "same", "shares", "weight", "squares", "fine", "coarse", "levels", "areas")
_QUANTILES = ("fine", "coarse", "levels")

Floats = NDArray[np.float64]
Standing = tuple[Floats, Floats]


@dataclass(frozen=True)
class KeptSet:
    """A set of gemeenten: its id, as of a reference; its name when it is one gemeente; its basis."""

    id: str
    name: str
    basis: str


@dataclass(frozen=True, eq=False)
class KeptReferences:
    """Sets and levels with their figures; arrays as the module says, `NO_STEP` and NaN for what isn't known.

    `weight` is the kind of weight of the squares, `published_weight` what means of published scores were weighed by.
    """

    years: tuple[int, ...]
    columns: tuple[tuple[int, str], ...]
    sets: tuple[KeptSet, ...]
    level_ids: tuple[str, ...]
    weight: str
    published_weight: str
    arrays: dict[str, NDArray[Any]] = field(repr=False)

    def place(self, set_id: str) -> int | None:
        """Place of a set; None when it isn't kept."""
        return self._places.get(set_id)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {one.id: at for at, one in enumerate(self.sets)}

    def has_squares(self, set_id: str) -> bool:
        """Whether class shares and the distribution of a set are known too, not its means alone."""
        place = self.place(set_id)
        return place is not None and self.sets[place].basis == SQUARES

    def standing(self, set_id: str, theme: str, year: int, value: Floats) -> Standing | None:
        """Shares of a set's weight in squares with a lower and a higher value; None when they aren't known."""
        place, column = self.place(set_id), self._column(theme, year)
        if place is None or column is None or self.sets[place].basis != SQUARES:
            return None
        fine = self.arrays["fine"]
        steps = fine[place, column] if place < len(fine) else self.arrays["coarse"][place - len(fine), column]
        return None if steps[0] == NO_STEP else standing_in_quantiles(values_of(steps), value)

    def level_quantiles(self, level: str, theme: str, year: int) -> Floats | None:
        """Quantiles of the official areas of a level of the country, each counted once; None when they aren't known."""
        column = self._column(theme, year)
        if level not in self.level_ids or column is None:
            return None
        steps = self.arrays["levels"][self.level_ids.index(level), column]
        return None if steps[0] == NO_STEP else values_of(steps)

    def areas_of_level(self, level: str, theme: str, year: int) -> int:
        """How many areas these are of; 0 when they aren't known."""
        column = self._column(theme, year)
        if level not in self.level_ids or column is None:
            return 0
        return int(self.arrays["areas"][self.level_ids.index(level), column])

    def _column(self, theme: str, year: int) -> int | None:
        return self.columns.index((year, theme)) if (year, theme) in self.columns else None

    def scores(self, model: ScoreModel, years: tuple[int, ...], same: bool = False) -> AreaScores:
        """Figures of all sets in some years, as measured areas have them; NaN for what isn't known.

        With `same` the means are those on the squares scored in all years, and there are no shares.
        """
        sets, dimensions = len(self.sets), [theme.id for theme in model.dimensions]
        classes = len(model.total_classification.classes)
        means = self.arrays["same" if same else "mean"]
        deviation = np.column_stack([self._of(means, model.total.id, year) for year in years])
        contributions = np.stack(
            [np.column_stack([self._of(means, theme, year) for theme in dimensions]) for year in years], axis=1
        )
        shares = np.full((sets, len(years), classes), np.nan)
        if not same:
            for at, year in enumerate(years):
                shares[:, at] = self.class_shares(model.total.id, year, classes)
        total = deviation + model.reference_of(years)
        weight, squares = (self._by_year(self.arrays[name], years) for name in ("weight", "squares"))
        return AreaScores(
            years=years,
            total=total,
            deviation=deviation,
            dimensions=contributions,
            classes=model.total_classification.classify(total),
            certain=model.total_classification.certain(total),
            class_shares=shares,
            squares=np.nan_to_num(squares).astype(np.int64),
            weight_sum=weight,
            imputed=np.zeros((sets, len(years)), np.int64),
            covered=np.full((sets, len(years)), np.nan),
            surface=np.full(sets, np.nan),
            weight=self.weight,
            rule=SHARE,
        )

    def class_shares(self, theme: str, year: int, classes: int) -> Floats:
        """Share of the weight by class of a theme, of every set: float64 [sets, classes], NaN where it isn't known."""
        column = self._column(theme, year)
        if column is None:
            return np.full((len(self.sets), classes), np.nan)
        shares = self.arrays["shares"][:, column, :classes].astype(np.float64)
        with np.errstate(invalid="ignore"):
            return shares / shares.sum(axis=1, keepdims=True)

    def _of(self, values: NDArray[Any], theme: str, year: int) -> Floats:
        column = self._column(theme, year)
        return np.full(len(values), np.nan) if column is None else values[:, column].astype(np.float64)

    def _by_year(self, values: NDArray[Any], years: tuple[int, ...]) -> Floats:
        missing = np.full((len(values), 1), np.nan)
        known = np.column_stack((values, missing)).astype(np.float64)
        return known[:, [self.years.index(year) if year in self.years else -1 for year in years]]


def write_references(folder: Path, kept: KeptReferences) -> None:
    """Write both files; OSError when that fails."""
    text = {
        "format": FORMAT,
        "years": kept.years,
        "columns": kept.columns,
        "sets": [[one.id, one.name, one.basis] for one in kept.sets],
        "levels": kept.level_ids,
        "weight": kept.weight,
        "published_weight": kept.published_weight,
    }
    (folder / TEXT_FILE).write_text(json.dumps(text, ensure_ascii=False, indent=None), encoding="utf-8")
    arrays = {name: _differences(kept.arrays[name]) if name in _QUANTILES else kept.arrays[name] for name in _ARRAYS}
    np.savez_compressed(folder / ARRAY_FILE, **arrays)


def read_references(folder: Path) -> KeptReferences | None:
    """What a pack keeps; None when it has no such files, or of a newer format.

    Raises OSError, ValueError, KeyError or TypeError when they are damaged.
    """
    if not (folder / TEXT_FILE).is_file():
        return None
    text = parsed_file(folder / TEXT_FILE)
    if text["format"] != FORMAT:
        return None
    with np.load(folder / ARRAY_FILE, allow_pickle=False) as stored:
        arrays = {name: _running(stored[name]) if name in _QUANTILES else stored[name] for name in _ARRAYS}
    kept = KeptReferences(
        tuple(text["years"]),
        tuple((year, theme) for year, theme in text["columns"]),
        tuple(KeptSet(*one) for one in text["sets"]),
        tuple(text["levels"]),
        text["weight"],
        text["published_weight"],
        arrays,
    )
    sizes = len(kept.sets), len(kept.columns)
    fits = len(arrays["fine"]) + len(arrays["coarse"]) == sizes[0] and arrays["shares"].shape[:2] == sizes
    if not fits or any(arrays[name].shape[:2] != sizes for name in ("mean", "same")):
        raise ValueError("sizes differ")
    return kept


def in_shares(sums: Floats) -> NDArray[np.uint16]:
    """Sums along the last axis as shares in 65,535ths; 0 everywhere for no sum."""
    whole = sums.sum(axis=-1, keepdims=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.nan_to_num(np.rint(sums / whole * _WHOLE)).astype(np.uint16)


def _differences(steps: NDArray[np.int16]) -> NDArray[np.uint8]:
    """Ascending steps as differences, low bytes apart from high ones: they are small, and so take few bytes."""
    changes = steps.copy()
    changes[..., 1:] = np.diff(steps, axis=-1)
    return np.stack([(changes & 255).astype(np.uint8), ((changes.astype(np.uint16)) >> 8).astype(np.uint8)])


def _running(stored: NDArray[np.uint8]) -> NDArray[np.int16]:
    low, high = stored.astype(np.uint16)
    return np.cumsum((low | (high << 8)).astype(np.int16), axis=-1, dtype=np.int16)
