# SPDX-License-Identifier: GPL-2.0-or-later
"""Two questions: does a table of coefficients reproduce the published dimensions, and which would fit them best?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...engine.errors import InputError
from ...engine.model import ScoreModel
from ...engine.models.indicators import Figures, IndicatorModel, calibrated, score
from ...engine.models.surrogate import Surrogate, fit_surrogate, spatial_blocks
from ...engine.models.validation import Validation, validate
from ..measure import class_columns, plain
from .places import ModelPlaces

Floats = NDArray[np.float64]

TOLERANCE = 5e-4
"""Largest difference of a dimension that still counts as reproduced: below the third decimal [own choice]."""
HELD_OUT = 0.2
"""Part of the blocks on which a table is validated."""


@dataclass(frozen=True, eq=False)
class ScoredPlaces:
    """Places scored by a table: `contributions` float64 [places, dimensions], and how well they match on places that
    were held out (bool [places]).
    """

    places: ModelPlaces
    model: IndicatorModel
    contributions: Floats
    validation: Validation
    held_out: NDArray[np.bool_]


def score_places(
    places: ModelPlaces,
    figures: Figures,
    table: IndicatorModel,
    dimensions: Sequence[str],
    tolerance: float = TOLERANCE,
    block_size: float = 2000.0,
    seed: int = 1,
) -> ScoredPlaces:
    """Score places by a table and validate that on spatial blocks held out: those don't calibrate sub-models either.

    InputError when figures lack.
    """
    held_out = _held_out(places, block_size, seed)
    if table.has_parts:
        weight = np.where(held_out, 0.0, places.weight)
        centre, spread = _moments(places, dimensions, weight, table)
        table = calibrated(table, figures, weight, centre, spread)
    contributions = score(table, figures, dimensions)
    validation = validate(contributions, places.published, dimensions, held_out, places.weight, tolerance)
    return ScoredPlaces(places, table, contributions, validation, held_out)


def fit_places(
    places: ModelPlaces, figures: Figures, dimensions: Sequence[str], block_size: float
) -> tuple[Surrogate, NDArray[np.int64]]:
    """Fit the published dimensions on figures; returns the fit and the spatial block of every place.

    Places without an outline are left out. InputError as `fit_surrogate`.
    """
    if not block_size > 0:
        raise InputError("The size of a block must be above 0 m.")
    there = np.isfinite(places.x)
    block = np.zeros(len(places), np.int64)
    block[there] = spatial_blocks(places.x[there], places.y[there], block_size)
    weight = np.where(there, places.weight, 0.0)
    return fit_surrogate(figures.ids, figures.values, places.published, dimensions, weight, block), block


def _held_out(places: ModelPlaces, block_size: float, seed: int) -> NDArray[np.bool_]:
    """Places in a part of the spatial blocks; all places where there are too few blocks to choose from."""
    there = np.isfinite(places.x)
    block = spatial_blocks(np.nan_to_num(places.x), np.nan_to_num(places.y), block_size)
    numbers = np.unique(block[there])
    chosen = np.random.default_rng(seed).permutation(numbers)[: int(HELD_OUT * len(numbers))]
    return np.isin(block, chosen) if len(chosen) else np.ones(len(places), bool)


def _moments(
    places: ModelPlaces, dimensions: Sequence[str], weight: Floats, table: IndicatorModel
) -> tuple[dict[str, float], dict[str, float]]:
    """Mean and spread of the published dimensions that have two sub-models."""
    centre, spread = {}, {}
    for at, dimension in enumerate(dimensions):
        values = places.published[:, at]
        used = np.isfinite(values) & (weight > 0)
        if len(table.parts(dimension)) > 1 and used.any():
            mean = float(np.average(values[used], weights=weight[used]))
            centre[dimension] = mean
            spread[dimension] = float(np.average((values[used] - mean) ** 2, weights=weight[used])) ** 0.5
    return centre, spread


def scored_columns(scored: ScoredPlaces, model: ScoreModel, language: str) -> dict[str, list[Any]]:
    """Columns of a table with one row per place: dimensions by the table, total and class, and the published ones."""
    places = scored.places
    deviation = scored.contributions.sum(axis=1)
    total = model.reference(places.year) + deviation
    columns: dict[str, list[Any]] = {"code": places.code, "name": places.name, "year": [places.year] * len(places)}
    columns |= {"lbm": plain(total), "afw": plain(deviation)}
    for at, theme in enumerate(model.dimensions):
        columns[theme.id] = plain(scored.contributions[:, at])
    number = model.total_classification.classify(total)
    columns |= class_columns(model, number, model.total_classification.certain(total), language)
    columns["lbm_published"] = plain(places.total)
    for at, theme in enumerate(model.dimensions):
        columns[f"{theme.id}_published"] = plain(places.published[:, at])
    columns["held_out"] = scored.held_out.tolist()
    columns["weight_value"] = plain(places.weight)
    return columns


def fitted_columns(
    places: ModelPlaces, fit: Surrogate, block: NDArray[np.int64], dimensions: Sequence[str]
) -> dict[str, list[Any]]:
    """Columns of a table with one row per place: what is published, fitted, fitted while held out, and the residual."""
    columns: dict[str, list[Any]] = {"code": places.code, "name": places.name, "year": [places.year] * len(places)}
    for found in fit.fits:
        columns[f"{found.dimension}_published"] = plain(places.published[:, list(dimensions).index(found.dimension)])
        columns[f"{found.dimension}_fitted"] = plain(found.predicted)
        columns[f"{found.dimension}_held_out"] = plain(found.held_out)
        columns[f"{found.dimension}_residual"] = plain(found.residual)
    columns["block"] = block.tolist()
    columns["weight_value"] = plain(places.weight)
    return columns
