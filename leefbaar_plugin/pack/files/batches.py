# SPDX-License-Identifier: GPL-2.0-or-later
"""The fields of a layer as arrays, however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from osgeo import ogr

_MOST = 122
"""Fields read at once: GDAL hands a row of a GeoPackage to a function of SQLite, which takes 127 values; with more of
them GDAL 3.6 gives no row, or never ends. Ten years of scores are more."""


def batches(
    layer: ogr.Layer, wanted: Collection[str] | None = None, geometry: bool = True, fid: bool = True
) -> Iterator[dict[str, Any]]:
    """Some fields (default: all) of the features of a layer, in batches: a masked array by name of field.

    A batch doesn't hold all fields where there are many: those that follow come in batches after it, of the same
    features again. The first ones hold the geometries. RuntimeError of GDAL when the layer can't be read.
    """
    every = [field.GetName() for field in layer.schema]
    names = [name for name in every if wanted is None or name in wanted]
    options = ["USE_MASKED_ARRAYS=YES", *([] if fid else ["INCLUDE_FID=NO"])]  # without a mask NULL is read as 0
    for begin in range(0, max(len(names), 1), _MOST):
        now = set(names[begin : begin + _MOST])
        ignored = [name for name in every if name not in now]
        layer.SetIgnoredFields(ignored if geometry and begin == 0 else [*ignored, "OGR_GEOMETRY"])
        yield from layer.GetArrowStreamAsNumPy(options)
