# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of published scores, by the names that the layers of a pack have."""

from __future__ import annotations

from typing import Any

from numpy.typing import NDArray

from ..engine.model import ScoreModel
from ..engine.squares.scoring import PublishedScores, dimension_classes, recompute, total_classes


def score_columns(model: ScoreModel, published: PublishedScores, classes: bool = True) -> dict[str, NDArray[Any]]:
    """Columns by name for a layer with one feature per area: `lbm_2024`, `afw_2024`, `fys_2024`, `class_lbm_2024` ...

    Scores are as published; classes as published where the files bring them, else computed.
    """
    scores = recompute(model, published)
    of_total, of_dimensions = total_classes(model, scores, published), dimension_classes(model, scores, published)
    columns: dict[str, NDArray[Any]] = {}
    for at, year in enumerate(published.years):
        columns[f"{model.total.id}_{year}"] = published.total[:, at]
        columns[f"{model.deviation.id}_{year}"] = published.deviation[:, at]
        for number, theme in enumerate(model.dimensions):
            columns[f"{theme.id}_{year}"] = published.contributions[:, at, number]
        if classes:
            columns[f"class_{model.total.id}_{year}"] = of_total[:, at]
            for number, theme in enumerate(model.dimensions):
                columns[f"class_{theme.id}_{year}"] = of_dimensions[:, at, number]
    return columns
