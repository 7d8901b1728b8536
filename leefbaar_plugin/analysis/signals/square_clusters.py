# SPDX-License-Identifier: GPL-2.0-or-later
"""Clusters of adjoining squares of a pack as areas, to be judged or measured like any other."""

from __future__ import annotations

from dataclasses import dataclass

from ...engine.areas.aggregation import AreaScores
from ...engine.errors import InputError
from ...engine.signals.cluster_outlines import outlines
from ...engine.signals.clusters import SIDES, Clusters, find_clusters
from ...engine.signals.square_conditions import SquareCondition, YearScores, mask_of
from ...engine.squares.grid import Grid
from ...engine.squares.weights import DWELLINGS, weigh
from ...pack.official import LevelAreas
from ...pack.pack import Pack
from ..measure import Measurer

AREAS, CLUSTERS = "areas", "clusters"
"""Levels beside the official ones: own polygons, and clusters of adjoining squares."""


@dataclass(frozen=True)
class ClusterChoice:
    """How squares make clusters: 4 neighbours (sides) or 8 (corners too), and the fewest dwellings of a cluster.

    `least_dwellings` is counted in dwellings, else in the weight that stands in for them.
    """

    neighbours: int = SIDES
    least_dwellings: float = 10.0


def square_scores(pack: Pack, year: int | None = None, since: int | None = None) -> YearScores:
    """Scores of all squares of a pack, looked at from a year; PackError without squares or for an absent year."""
    _, published, matrix = pack.require_squares()
    return YearScores(
        pack.model,
        matrix,
        pack.require_year(year),
        None if since is None else pack.require_year(since),
        published.classes,
    )


def clusters_of(measurer: Measurer, squares: YearScores, condition: SquareCondition, choice: ClusterChoice) -> Clusters:
    """Clusters of the squares that satisfy a condition; InputError for a choice that can't be."""
    if not choice.least_dwellings >= 0:
        raise InputError("The least number of dwellings can't be {number}.", number=choice.least_dwellings)
    pack = measurer.pack
    grid, _, _ = pack.require_squares()
    mask, _ = mask_of(squares, condition)
    weights = measurer.weights
    if weights.kind != DWELLINGS:
        weights = weigh(pack.require_counts(), len(grid), DWELLINGS, measurer.recipe.imputation)
    return find_clusters(grid, mask, weights.value, choice.neighbours, choice.least_dwellings)


def cluster_areas(grid: Grid, clusters: Clusters) -> LevelAreas:
    """Clusters as areas, named by their number from 1, the heaviest first, with their outlines."""
    numbers = [str(number + 1) for number in range(len(clusters))]
    return LevelAreas(CLUSTERS, numbers, numbers, list(outlines(grid, clusters)), {})


def measured_clusters(
    measurer: Measurer, condition: SquareCondition, choice: ClusterChoice, year: int, since: int | None = None
) -> tuple[LevelAreas, AreaScores]:
    """Clusters of the squares that satisfy a condition in a year, and their figures in all years.

    Raises as `clusters_of` and the condition do; PackError for a year the pack doesn't have.
    """
    grid, _, _ = measurer.pack.require_squares()
    found = clusters_of(measurer, square_scores(measurer.pack, year, since), condition, choice)
    return cluster_areas(grid, found), measurer.scores(found.coverage())
