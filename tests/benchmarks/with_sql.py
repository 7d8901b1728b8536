# SPDX-License-Identifier: GPL-2.0-or-later
"""One statement for spatial databases: the share of every pair of area and square, then all sums by area."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tests.benchmarks.country import BUURTEN, DRAWN, ONE, Country, Figures

TABLES = {ONE: "areas_one", DRAWN: "areas_drawn", BUURTEN: "areas_buurten"}
CLASSES = range(1, 10)


def value_columns(country: Country) -> list[str]:
    """Names of the columns with scores, in the order of the score matrix."""
    return [f"v{number}" for number in range(country.matrix.values.shape[1])]


def class_columns(country: Country) -> list[str]:
    """Names of the columns with classes, by year."""
    return [f"c{number}" for number in range(len(country.matrix.years))]


ANY, POSTGIS = "ST_Intersection(a.geom, s.geom)", "ST_ClipByBox2D(a.geom, s.box)"
"""How the part of an area in a square is cut out: by any two polygons, or by a box, in half the time."""


def statement(country: Country, areas: str, cut: str = ANY) -> str:
    """Sums by area: of weight x value per column, of weight per year and class, and of the shares.

    `AS MATERIALIZED`, so that no planner computes an intersection once per sum.
    """
    sums = [f"sum(share * w * {column})" for column in value_columns(country)]
    sums += [
        f"sum(share * w) FILTER (WHERE {column} = {number})" for column in class_columns(country) for number in CLASSES
    ]
    return (
        "WITH pairs AS MATERIALIZED (SELECT a.id, s.square, CASE WHEN ST_Covers(a.geom, s.geom) THEN 1.0 "
        f"ELSE ST_Area({cut}) / 10000.0 END AS share "
        f"FROM {areas} a JOIN squares s ON ST_Intersects(a.geom, s.geom)) "
        f"SELECT id, sum(share), {', '.join(sums)} FROM pairs JOIN numbers USING (square) GROUP BY id"
    )


def figures(country: Country, rows: Sequence[Sequence[float]] | np.ndarray, areas: int) -> Figures:
    """The rows of the answer as figures; areas without squares have no row."""
    table = np.array(rows, dtype=float)
    columns = country.matrix.values.shape[1]
    sums = np.zeros((areas, table.shape[1] - 2))
    sums[table[:, 0].astype(int)] = np.nan_to_num(table[:, 2:])
    years = len(country.matrix.years)
    return country.figures_of_sums(sums[:, :columns], sums[:, columns:].reshape(areas, years, len(CLASSES)))
