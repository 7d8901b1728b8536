# SPDX-License-Identifier: GPL-2.0-or-later
"""What users bring: twenty areas, and a table with own figures per buurt; made by chance with a fixed seed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import shapely
from osgeo import ogr, osr

from tests.letters.figure import YEAR, Given
from tests.letters.reckoning import Reckoning

SEED, AREAS = 20261130, 20


def given_of(made: Reckoning, folder: Path) -> Given:
    """The twenty buurten with the lowest scores among those of 100 dwellings and more, and a table of all buurten."""
    score = made.buurten.score(YEAR)
    dwellings = made.buurten.count(YEAR, "dwellings", 1, 9)
    codes = tuple(sorted(score[dwellings >= 100].nsmallest(AREAS).index))
    areas, table = folder / "twenty.gpkg", folder / "own.csv"
    own = _own_figures(score)
    own.to_csv(table, index=False)
    areas.unlink(missing_ok=True)
    outlines = dict(zip(made.buurten.codes, made.buurten.outlines, strict=True))
    _write(areas, {code: outlines[code] for code in codes})
    return Given(codes, str(areas), str(table), own)


def _own_figures(score: pd.Series) -> pd.DataFrame:
    """A figure that goes with the score up to a point and no further, and the same of 2014; some buurten lack it."""
    chance = np.random.default_rng(SEED)
    scaled = (score - score.mean()) / score.std()
    ses = np.where(scaled < 0.3, scaled, 0.3 + 3.0 * (scaled - 0.3)) + 0.3 * chance.normal(size=len(score))
    own = pd.DataFrame({"buurtcode": score.index, "ses": ses, "ses_2014": ses - 0.2 * chance.normal(size=len(score))})
    own.loc[chance.random(len(own)) < 0.1, "ses"] = np.nan
    return own.dropna(subset=["buurtcode"])


def _write(path: Path, outlines: dict[str, shapely.Geometry]) -> None:
    """A layer of areas, made without the plugin."""
    ogr.UseExceptions()
    system = osr.SpatialReference()
    system.ImportFromEPSG(28992)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("areas", system, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("code", ogr.OFTString))
    for code, outline in outlines.items():
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("code", code)
        shape = ogr.CreateGeometryFromWkb(shapely.to_wkb(outline))
        feature.SetGeometry(ogr.ForceToMultiPolygon(shape))
        layer.CreateFeature(feature)
