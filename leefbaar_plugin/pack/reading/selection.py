# SPDX-License-Identifier: GPL-2.0-or-later
"""The part of the country to import: gemeenten by name or code, with a margin around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from osgeo import ogr

from ...engine.areas.coverage import cover
from ...engine.areas.rings import decode_polygons
from ...engine.choices import CENTRE
from ...engine.errors import InputError
from ...engine.squares.grid import SQUARE, Grid
from .vectors import Outlines

_WITH_GEMEENTE = ("BU", "WK", "GM")
_INSIDE = 1.0
"""Metres an area must reach into the selection: neighbours only share a border."""


@dataclass(frozen=True, eq=False)
class Selection:
    """Chosen gemeenten (codes and names), margin in metres, and their outline with that margin."""

    codes: tuple[str, ...]
    names: tuple[str, ...]
    margin: float
    outline: ogr.Geometry

    def wanted_squares(self) -> Callable[[NDArray[np.integer], NDArray[np.integer]], NDArray[np.bool_]]:
        """A function of columns and rows that tells which squares have their centre in the selection."""
        xmin, xmax, ymin, ymax = self.outline.GetEnvelope()
        first_column, first_row = int(xmin // SQUARE), int(ymin // SQUARE)
        columns, rows = int(xmax // SQUARE) - first_column + 1, int(ymax // SQUARE) - first_row + 1
        row, column = np.divmod(np.arange(rows * columns, dtype=np.int64), columns)
        everywhere = Grid.from_squares((column + first_column).astype(np.int32), (row + first_row).astype(np.int32))
        wkb = bytes(self.outline.ExportToIsoWkb(ogr.wkbNDR))
        inside = np.zeros(rows * columns, bool)
        inside[cover(everywhere, decode_polygons([wkb]), CENTRE).square] = True

        def wanted(column: NDArray[np.integer], row: NDArray[np.integer]) -> NDArray[np.bool_]:
            c, r = column.astype(np.int64) - first_column, row.astype(np.int64) - first_row
            within = (c >= 0) & (c < columns) & (r >= 0) & (r < rows)
            return within & inside[np.where(within, r * columns + c, 0)]

        return wanted

    def near(self, gemeenten: Outlines) -> Callable[[str], bool]:
        """A function of a code that tells whether an area may lie in the selection: all of the gemeenten that reach
        into it, and areas whose code doesn't say in which gemeente they lie.
        """
        reaching = {code[2:6] for code, wkb in zip(gemeenten.code, gemeenten.wkb, strict=True) if self.touches(wkb)}
        reaching |= {code[2:6] for code in self.codes}
        return lambda code: code[:2] not in _WITH_GEMEENTE or code[2:6] in reaching

    def has_code(self, code: str) -> bool:
        """Whether a buurt, wijk or gemeente with this code belongs to a chosen gemeente."""
        return code[2:6] in {chosen[2:6] for chosen in self.codes}

    def touches(self, wkb: bytes) -> bool:
        """Whether an area reaches into the selection."""
        return ogr.CreateGeometryFromWkb(wkb).Intersects(self._inner)

    @cached_property
    def _inner(self) -> ogr.Geometry:
        return self.outline.Buffer(-_INSIDE)


def choose(wanted: Sequence[str], margin: float, outlines: Outlines | None, known: list[tuple[str, str]]) -> Selection:
    """Resolve names or codes of gemeenten, in any case, to a selection.

    `known` are (code, name) pairs that give names to codes. Raises InputError for a gemeente that isn't among the
    outlines, for a negative margin, and when there are no outlines of gemeenten.
    """
    if margin < 0:
        raise InputError("The margin is {margin} m; it can't be below 0.", margin=margin)
    if outlines is None:
        raise InputError(
            "Gemeenten can't be chosen without their outlines. Add the zip with geometry, or import everything."
        )
    names = dict(known) | {c: n for c, n in zip(outlines.code, outlines.name, strict=True) if n}
    by_text = {name.casefold(): code for code, name in names.items()} | {
        code.casefold(): code for code in outlines.code
    }
    missing = [text for text in wanted if text.strip().casefold() not in by_text]
    if missing:
        available = sorted(names.get(code) or code for code in outlines.code)
        raise InputError(
            "Gemeente {missing} isn't in the files. They hold: {available}.",
            missing=", ".join(missing),
            available=", ".join(available[:12]) + (", …" if len(available) > 12 else ""),
        )
    codes = tuple(sorted({by_text[text.strip().casefold()] for text in wanted}))
    outline = ogr.Geometry(ogr.wkbMultiPolygon)
    for code, wkb in zip(outlines.code, outlines.wkb, strict=True):
        if code in codes:
            area = ogr.CreateGeometryFromWkb(wkb)
            for polygon in [area] if area.GetGeometryName() == "POLYGON" else area:
                outline.AddGeometry(polygon)
    outline = outline.UnionCascaded()
    if margin:
        outline = outline.Buffer(margin)
    return Selection(codes, tuple(names.get(code) or code for code in codes), margin, outline)
