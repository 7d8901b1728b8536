# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of an area from the official files by shapely, GDAL and pandas, with nothing of the plugin."""

from __future__ import annotations

import sqlite3
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from osgeo import ogr

BOUNDS = (3.677, 3.7484, 3.8208, 3.9382, 3.9993, 4.11241, 4.19181, 4.27023)  # domain.md, section 2
PERSONS_PER_DWELLING = 2.1


@dataclass(frozen=True)
class Reference:
    """The files: scores, and dwellings per square with households, else inhabitants / 2.1, as stand-in."""

    scores: Path
    geometry: Path
    counts: Path

    @cached_property
    def squares(self) -> pd.DataFrame:
        """A row per square and year, with its dwellings and its shape."""
        table = self._table("scores grids")
        with sqlite3.connect(self.counts) as file:
            query = (
                "SELECT crs28992res100m AS grid_id, aantal_woningen AS dwellings, aantal_inwoners AS people, "
                "aantal_part_huishoudens AS households FROM vierkant_100m_2024"
            )
            counts = pd.read_sql_query(query, file)
        numbers = ["dwellings", "households", "people"]
        counts[numbers] = counts[numbers].where(counts[numbers] >= 0)
        table = table.merge(counts, on="grid_id", how="left")
        table["weight"] = table.dwellings.fillna(table.households).fillna(table.people / PERSONS_PER_DWELLING).fillna(1)
        x, y = (table.grid_id.str[at : at + 4].astype(int).to_numpy() * 100 for at in (1, 6))
        return table.assign(outline=shapely.box(x, y, x + 100, y + 100))

    def _table(self, part_of_name: str) -> pd.DataFrame:
        with zipfile.ZipFile(self.scores) as archive:
            (name,) = [one for one in archive.namelist() if part_of_name in one and "__MACOSX" not in one]
            with archive.open(name) as file:
                return pd.read_csv(file)

    @cached_property
    def buurten(self) -> dict[str, shapely.Geometry]:
        """The outlines of buurten by code."""
        file = ogr.Open(f"/vsizip/{self.geometry}/geometrie-lbm3-2024/buurt 2024.gpkg")
        layer = file.GetLayer()
        code = next(one.name for one in layer.schema if one.name.endswith("code"))
        return {row[code]: shapely.from_wkb(bytes(row.GetGeometryRef().ExportToWkb())) for row in layer}

    def published(self, area: shapely.Geometry, year: int) -> float | None:
        """The score that is published of the buurt that the area is; None for an area that is none."""
        for code, outline in self.buurten.items():
            if area.symmetric_difference(outline).area < 1:
                table = self._table("scores buurten")
                return float(table[(table.bu_code == code) & (table.jaar == year)].lbm.iloc[0])
        return None

    def _inside(self, area: shapely.Geometry, year: int) -> tuple[pd.DataFrame, np.ndarray]:
        """Scored squares of a year, and the part of each that lies inside."""
        rows = self.squares[(self.squares.jaar == year) & self.squares.lbm.notna()]
        return rows, shapely.area(shapely.intersection(rows.outline.to_numpy(), area)) / 10_000

    def measured(self, area: shapely.Geometry, year: int) -> float:
        """The mean of the squares of an area, by their dwellings inside it."""
        rows, inside = self._inside(area, year)
        weight = inside * rows.weight
        return float((weight * rows.lbm).sum() / weight.sum())

    def figures(self, wkt: str, year: int) -> dict[str, float]:
        """`total`, `class_number`, `dwellings`, `squares` and `unfavourable` (a fraction) of an area in EPSG:28992.

        The total of an area that is a buurt is the published one.
        """
        area = shapely.from_wkt(wkt)
        rows, inside = self._inside(area, year)
        weight = inside * rows.weight
        published = self.published(area, year)
        total = self.measured(area, year) if published is None else published
        classes = np.searchsorted(BOUNDS, rows.lbm, side="right") + 1
        return {
            "total": total,
            "class_number": int(np.searchsorted(BOUNDS, total, side="right")) + 1,
            "dwellings": float(weight.sum()),
            "squares": int((inside > 0).sum()),
            "unfavourable": float(weight[classes <= 4].sum() / weight.sum()),
        }
