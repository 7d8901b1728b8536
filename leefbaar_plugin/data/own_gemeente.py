# SPDX-License-Identifier: GPL-2.0-or-later
"""The gemeente a square lies in, and the score of every gemeente: what the deviation from the own gemeente needs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal, ogr

from ..engine.coverage import CENTRE, cover
from ..engine.errors import PackError
from ..engine.grid import Grid
from ..engine.rings import decode_polygons
from .geometry import make_valid
from .measure import Measurer
from .pack import Pack

GEMEENTE = "gemeente"
GEMEENTE_FIELD = "gemeente"
"""Field of the squares of a pack that holds the code of their gemeente."""
NOWHERE = -1


def gemeente_of_squares(grid: Grid, outlines: Sequence[bytes]) -> NDArray[np.int32]:
    """Place in `outlines` (WKB, EPSG:28992) of the gemeente that has the centre of every square, `NOWHERE` for none."""
    coverage = cover(grid, decode_polygons(outlines), CENTRE)
    found = np.full(len(grid), NOWHERE, np.int32)
    found[coverage.square] = np.repeat(np.arange(len(coverage), dtype=np.int32), np.diff(coverage.offset))
    return found


def codes_of_squares(grid: Grid, codes: Sequence[str], outlines: Sequence[bytes]) -> list[str]:
    """Code of the gemeente of every square; "" for none."""
    names = [*codes, ""]
    return [names[place] for place in gemeente_of_squares(grid, outlines).tolist()]


def read_gemeenten(pack: Pack, fields: Sequence[str] = ()) -> tuple[list[str], list[bytes], dict[str, list[float]]]:
    """Codes, outlines (WKB) and values of some fields of the gemeenten of a pack, NaN for no value or no such field.

    All empty without gemeenten. For any thread: the file is opened for this. PackError when it can't be read.
    """
    codes: list[str] = []
    outlines: list[bytes] = []
    values: dict[str, list[float]] = {name: [] for name in fields}
    if GEMEENTE not in pack.levels:
        return codes, outlines, values
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(pack.areas_path), gdal.OF_VECTOR | gdal.OF_READONLY)
        layer = dataset.GetLayerByName(GEMEENTE)
        known = {field.GetName() for field in layer.schema}
        layer.SetIgnoredFields(sorted(known - {"code", *fields}))
        for feature in layer:
            geometry = feature.GetGeometryRef()
            if geometry is None:
                continue
            codes.append(feature.GetField("code"))
            outlines.append(bytes(geometry.ExportToIsoWkb(ogr.wkbNDR)))
            for name in fields:
                value = feature.GetField(name) if name in known else None
                values[name].append(float("nan") if value is None else float(value))
    except (RuntimeError, AttributeError) as problem:
        raise PackError(
            "The data pack {folder} is damaged ({problem}). Import the data again.", folder=pack.folder, problem=problem
        ) from problem
    return codes, outlines, values


def gemeente_values(measurer: Measurer, theme_id: str, year: int) -> tuple[list[str], list[bytes], list[float]]:
    """Codes, outlines and the value of a theme in a year of every gemeente; NaN for none.

    As published where the data hold it; else the weighted mean of the squares, by the recipe of the measurer.
    """
    pack = measurer.pack
    field = f"{theme_id}_{year}"
    codes, outlines, read = read_gemeenten(pack, [field])
    values = read[field]
    lacking = [at for at, value in enumerate(values) if value != value]
    whole = {code for code, _name in pack.info["gemeenten"]}  # of the others, only a margin is there
    lacking = [at for at in lacking if codes[at] in whole]
    if lacking:
        valid = make_valid([outlines[at] for at in lacking], measurer.recipe.fill_rule)
        scores = measurer.measure(valid.wkb, (year,)).scores
        dimensions = [theme.id for theme in pack.model.dimensions]
        of_total = theme_id == pack.model.total.id
        mean = scores.total[:, 0] if of_total else scores.dimensions[:, 0, dimensions.index(theme_id)]
        for at, value in zip(lacking, mean.tolist(), strict=True):
            values[at] = value
    return codes, outlines, values
