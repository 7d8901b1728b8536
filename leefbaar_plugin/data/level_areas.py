# SPDX-License-Identifier: GPL-2.0-or-later
"""All official areas of one level of a pack, with outlines and published values, as arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from osgeo import gdal

from .pack import Pack

GEMEENTE = "gemeente"
_MUNICIPAL_DIGITS = slice(2, 6)
_IN_GEMEENTE = ("BU", "WK", "GM")


@dataclass(frozen=True, eq=False)
class LevelAreas:
    """Areas of a level: codes, names, outlines (WKB in EPSG:28992, None for none) and the values of some fields.

    `values` is float64 [areas] by field name, NaN for no value.
    """

    level: str
    code: list[str]
    name: list[str]
    wkb: list[bytes | None]
    values: dict[str, NDArray[np.float64]]

    def __len__(self) -> int:
        return len(self.code)

    @property
    def gemeente(self) -> list[str]:
        """Code of the gemeente of every area, by its own code; "" where that doesn't say so (PC4)."""
        return [gemeente_of(code) for code in self.code]

    def where(self, chosen: Sequence[int]) -> LevelAreas:
        """Some of the areas, by place."""
        return LevelAreas(
            self.level,
            [self.code[at] for at in chosen],
            [self.name[at] for at in chosen],
            [self.wkb[at] for at in chosen],
            {name: values[list(chosen)] for name, values in self.values.items()},
        )


def gemeente_of(code: str) -> str:
    """Code of the gemeente (GM0363) of a buurt or wijk code; "" for other codes."""
    return f"GM{code[_MUNICIPAL_DIGITS]}" if code[:2] in _IN_GEMEENTE else ""


def read_level(pack: Pack, level: str, fields: Sequence[str] = (), outlines: bool = True) -> LevelAreas:
    """All areas of a level of a pack, none when it lacks the level; a field the layer doesn't have is all NaN.

    For any thread: the file is opened for this, and only to be read. PackError when it can't be.
    """
    code: list[str] = []
    name: list[str] = []
    wkb: list[bytes | None] = []
    values: dict[str, list[NDArray[np.float64]]] = {field: [] for field in fields}
    if level in pack.levels:
        gdal.UseExceptions()
        try:
            dataset = gdal.OpenEx(str(pack.areas_path), gdal.OF_VECTOR | gdal.OF_READONLY)
            layer = dataset.GetLayerByName(level)
            known = {field.GetName() for field in layer.schema}
            ignored = sorted(known - {"code", "name", *fields})
            layer.SetIgnoredFields(ignored if outlines else [*ignored, "OGR_GEOMETRY"])
            column = layer.GetGeometryColumn() or "wkb_geometry"
            # masked, for without a mask NULL would be read as 0
            for batch in layer.GetArrowStreamAsNumPy(["USE_MASKED_ARRAYS=YES"]):
                code += [_text(value) for value in batch["code"].tolist()]
                name += [_text(value) for value in batch["name"].tolist()]
                if outlines:
                    wkb += _outlines(np.ma.getdata(batch[column]))
                for field in set(fields) & known:
                    values[field].append(np.ma.filled(batch[field].astype(np.float64), np.nan))
        except (RuntimeError, AttributeError, KeyError) as problem:
            raise pack.unreadable(problem) from problem
    empty = np.full(len(code), np.nan)
    read = {field: np.concatenate(parts) if parts else empty for field, parts in values.items()}
    return LevelAreas(
        level,
        code,
        [named or known_code for named, known_code in zip(name, code, strict=True)],
        wkb or [None] * len(code),
        read,
    )


def _text(value: bytes | str | None) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value or ""


def _outlines(column: NDArray[Any]) -> list[bytes | None]:
    if column.dtype.kind == "V":  # all of one length
        return [shape.tobytes() for shape in column]
    return [shape or None for shape in column.tolist()]
