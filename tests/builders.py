# SPDX-License-Identifier: GPL-2.0-or-later
"""Small files in the layout of the official editions, for tests: score tables, geometry, counts and archives."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from osgeo import ogr, osr

from leefbaar_plugin.analysis.change.development import covered_development
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.engine.change.development import AreaDevelopment

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
"""The official and the demonstration data, absent in a user's clone."""

REFERENCE = 4.10226485114369
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")
YEARS = (2022, 2024)
GRID_HEADER = ("grid_id", "jaar", "lbm", "afw", *DIMENSIONS)

Row = list[object]


def square_id(column: int, row: int) -> str:
    return f"E{column:04d}N{row:04d}"


def square_wkt(column: float, row: float, columns: float = 1, rows: float = 1) -> str:
    x0, y0, x1, y1 = column * 100, row * 100, (column + columns) * 100, (row + rows) * 100
    return f"POLYGON(({x0} {y0},{x1} {y0},{x1} {y1},{x0} {y1},{x0} {y0}))"


def contributions(seed: int) -> list[float]:
    """Five contributions that differ by seed and stay in the range of the real ones."""
    return [round(0.4 * ((seed * 37 + at * 101) % 97) / 97 - 0.2, 6) for at in range(len(DIMENSIONS))]


def score_row(code: Sequence[object], year: int, seed: int, dimensions: bool = True) -> Row:
    parts = contributions(seed)
    deviation = sum(parts)
    return [*code, year, REFERENCE + deviation, deviation, *(parts if dimensions else [None] * len(parts))]


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    delimiter: str = ",",
    decimal: str = ".",
    quoted: bool = True,
    missing: str = "NA",
    newline: str = "\n",
    encoding: str = "utf-8",
    first_line: str = "",
) -> bytes:
    """A text table; texts and the header are quoted when `quoted`, None becomes `missing`."""

    def cell(value: object) -> str:
        if value is None:
            return missing
        if isinstance(value, float):
            return repr(float(value)).replace(".", decimal)  # numpy 2 names its own type
        text = str(value)
        return f'"{text}"' if quoted and isinstance(value, str) else text

    lines = [first_line] if first_line else []
    lines += [delimiter.join(map(cell, row)) for row in [header, *rows]]
    return (newline.join(lines) + newline).encode(encoding)


def write_zip(path: Path, members: Mapping[str, bytes]) -> Path:
    """A zip whose members are named to the letter as given."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo("x", (2024, 1, 1, 0, 0, 0))
            info.filename = name
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return path


_TYPES = {str: ogr.OFTString, int: ogr.OFTInteger, float: ogr.OFTReal}


def write_vector(
    path: Path,
    layer: str,
    features: Sequence[tuple[Mapping[str, object], str | None]],
    *,
    fields: Mapping[str, type] | None = None,
    epsg: int | None = 28992,
    driver: str = "GPKG",
) -> Path:
    """A layer of features (attributes, WKT), added to the file when it exists."""
    ogr.UseExceptions()
    reference = None
    if epsg is not None:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    made = ogr.GetDriverByName(driver)
    source = made.Open(str(path), 1) if path.exists() else made.CreateDataSource(str(path))
    target = source.CreateLayer(layer, reference, ogr.wkbUnknown)
    kinds = fields or {name: type(value) for name, value in features[0][0].items()}
    for name, kind in kinds.items():
        target.CreateField(ogr.FieldDefn(name, _TYPES[kind]))
    target.StartTransaction()
    for attributes, wkt in features:
        feature = ogr.Feature(target.GetLayerDefn())
        for name, value in attributes.items():
            if value is not None:
                feature.SetField(name, value)
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        target.CreateFeature(feature)
    target.CommitTransaction()
    del target, source
    return path


@dataclass
class Edition:
    """Files of a made-up edition: two gemeenten side by side, two buurten each, every buurt 3 by 4 squares.

    IJstad (GM0001) has columns 850-855, Súdwest (GM0002) 856-861; rows are 4360-4363.
    """

    folder: Path
    years: tuple[int, ...] = YEARS
    columns: range = field(default_factory=lambda: range(850, 862))
    rows: range = field(default_factory=lambda: range(4360, 4364))

    GEMEENTEN = (("GM0001", "IJstad", 850), ("GM0002", "Súdwest", 856))
    BUURTEN = (
        ("BU00010000", "Centrum", 850),
        ("BU00010001", "'t Zand", 853),
        ("BU00020000", "Noord", 856),
        ("BU00020001", "Zuid", 859),
    )

    @property
    def squares(self) -> list[tuple[int, int]]:
        return [(column, row) for row in self.rows for column in self.columns]

    def grid_rows(self) -> list[Row]:
        return [
            score_row([square_id(column, row)], year, column * 7 + row * 13 + year)
            for column, row in self.squares
            for year in self.years
        ]

    def area_rows(self, areas: Iterable[tuple[str, str, int]]) -> list[Row]:
        return [score_row([code, name], year, start + year) for code, name, start in areas for year in self.years]

    def grid_csv(self, name: str = "grids.csv", rows: Sequence[Row] | None = None, **style: object) -> Path:
        path = self.folder / name
        path.write_bytes(table(GRID_HEADER, self.grid_rows() if rows is None else rows, **style))
        return path

    def buurt_csv(self, name: str = "buurten.csv", **style: object) -> Path:
        path = self.folder / name
        path.write_bytes(table(("bu_code", "bu_naam", *GRID_HEADER[1:]), self.area_rows(self.BUURTEN), **style))
        return path

    def gemeente_csv(self, name: str = "gemeenten.csv", **style: object) -> Path:
        path = self.folder / name
        path.write_bytes(table(("gm_code", "gm_naam", *GRID_HEADER[1:]), self.area_rows(self.GEMEENTEN), **style))
        return path

    def _fresh(self, name: str) -> Path:
        (self.folder / name).unlink(missing_ok=True)
        return self.folder / name

    def gemeente_gpkg(self, name: str = "gemeente.gpkg") -> Path:
        features = [
            ({"gm_code": code, "gm_naam": title}, square_wkt(start, 4360, 6, 4))
            for code, title, start in self.GEMEENTEN
        ]
        return write_vector(self._fresh(name), "gemeente", features)

    def buurt_gpkg(self, name: str = "buurt.gpkg") -> Path:
        features = [
            ({"bu_code": code, "bu_naam": title}, square_wkt(start, 4360, 3, 4)) for code, title, start in self.BUURTEN
        ]
        return write_vector(self._fresh(name), "buurt", features)

    def grid_gpkg(self, name: str = "grid.gpkg") -> Path:
        features = [({"grid_id": square_id(c, r)}, square_wkt(c, r)) for c, r in self.squares]
        return write_vector(self._fresh(name), "grid", features)

    def counts(self) -> dict[tuple[int, int], tuple[int, int, int]]:
        """Dwellings, households and inhabitants by square, with the codes of CBS here and there."""
        made = {}
        for at, square in enumerate(self.squares):
            dwellings = 5 * (1 + at % 9) if at % 7 else -99997
            households = 5 * (1 + at % 8) if at % 14 else -99997
            inhabitants = 5 * (2 + at % 17) if at % 28 else -99995
            made[square] = (dwellings, households, inhabitants)
        return made

    def counts_gpkg(self, name: str = "cbs_vk100.gpkg", kind: type = int) -> Path:
        names = ("aantal_woningen", "aantal_part_huishoudens", "aantal_inwoners")
        features = [
            ({"crs28992res100m": square_id(*s), **{n: kind(v) for n, v in zip(names, c)}}, square_wkt(*s))
            for s, c in self.counts().items()
        ]
        return write_vector(self._fresh(name), "vierkant", features)

    def all(self) -> list[Path]:
        """Every file of the edition: scores, outlines and counts."""
        return [
            self.grid_csv(),
            self.buurt_csv(),
            self.gemeente_csv(),
            self.gemeente_gpkg(),
            self.buurt_gpkg(),
            self.grid_gpkg(),
            self.counts_gpkg(),
        ]


def service_feature(
    level: str, code: str, year: int | str, seed: int, classes: Mapping[str, int] | None = None
) -> dict[str, object]:
    """Attributes of a feature of the web service."""
    parts = contributions(seed)
    made: dict[str, object] = {"id": code, "name": f"name of {code}", "gemeente": "IJstad", "scale": level}
    made |= {"year": str(year), "kscore": 6, "kafw": 5, **{f"k{name}": 5 for name in DIMENSIONS}}
    made |= {"afw": float(np.sum(parts)), **dict(zip(DIMENSIONS, parts))}
    return made | dict(classes or {})


def area_development(measurer: Measurer, areas: Sequence[bytes | None], since: int, until: int) -> AreaDevelopment:
    """Change of areas given as WKB in EPSG:28992."""
    return covered_development(measurer, measurer.cover(areas)[1], since, until)
