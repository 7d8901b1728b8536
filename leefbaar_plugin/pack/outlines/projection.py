# SPDX-License-Identifier: GPL-2.0-or-later
"""The way of coordinates to EPSG:28992: what a coordinate system says, and where its coordinates stop to mean anything.

Everything that comes in passes here: files by `Projection`, geometries of QGIS by `layers.projection`, which asks the
same limits.
"""

from __future__ import annotations

from dataclasses import dataclass

from osgeo import ogr, osr

from ...engine.errors import InputError
from ...engine.squares.grid import DOMAIN

ogr.UseExceptions()
osr.UseExceptions()

EPSG = 28992
FARTHEST = 1e7
"""Metres from the origin of EPSG:28992 beyond which its coordinates mean nothing; transformations give them freely."""
_PLACEHOLDER = "undefined"
"""How the names begin by which GeoPackage (srs_id -1, 0 and 99999) stores that there is no coordinate system."""


def spatial_reference() -> osr.SpatialReference:
    """EPSG:28992 with x before y."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def is_defined(reference: osr.SpatialReference | None) -> bool:
    """Whether a coordinate system says where on Earth its coordinates are; local ones and placeholders don't."""
    if reference is None or reference.IsLocal():
        return False
    return not (reference.GetName() or _PLACEHOLDER).casefold().startswith(_PLACEHOLDER)


def transformation_from(source: osr.SpatialReference | None) -> osr.CoordinateTransformation | None:
    """The transformation to EPSG:28992; None when the source defines no place or is already in it."""
    if source is None or not is_defined(source):
        return None
    source = source.Clone()
    source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    target = spatial_reference()
    return None if source.IsSame(target) else osr.CoordinateTransformation(source, target)


def lies_too_far(xmin: float, ymin: float, xmax: float, ymax: float) -> bool:
    """Whether a box in EPSG:28992 reaches where its coordinates mean nothing, or to infinity."""
    return any(abs(at) >= FARTHEST for at in (xmin, ymin, xmax, ymax))


def _looks_like_rd(xmin: float, xmax: float, ymin: float, ymax: float) -> bool:
    left, bottom, right, top = DOMAIN
    return left <= xmin and xmax <= right and bottom <= ymin and ymax <= top


@dataclass(frozen=True, eq=False)
class Projection:
    """How the geometries of one layer of a file are brought to EPSG:28992.

    A layer that has no coordinate system is taken for EPSG:28992 where its coordinates lie in it.
    """

    transformation: osr.CoordinateTransformation | None
    defined: bool

    @classmethod
    def of(cls, layer: ogr.Layer) -> Projection:
        """By the coordinate system that the layer states."""
        reference = layer.GetSpatialRef()
        return cls(transformation_from(reference), is_defined(reference))

    def bring(self, geometry: ogr.Geometry | None, file: str, number: int) -> None:
        """Transform a geometry in place; None and empty ones stay.

        InputError naming `file` and feature `number` (from 1) when it lies too far away, or when there is no coordinate
        system and it doesn't lie in EPSG:28992.
        """
        if geometry is None or geometry.IsEmpty():
            return
        if not self.defined:
            if not _looks_like_rd(*geometry.GetEnvelope()):
                raise InputError(
                    "{file} has no coordinate system, and feature {number} doesn't lie in EPSG:28992 (RD). Save the "
                    "file with its coordinate system first.",
                    file=file,
                    number=number,
                )
            return
        try:
            if self.transformation is not None:
                geometry.Transform(self.transformation)
            xmin, xmax, ymin, ymax = geometry.GetEnvelope()
            far = lies_too_far(xmin, ymin, xmax, ymax)
        except RuntimeError:
            far = True
        if far:
            raise InputError(
                "{file}, feature {number} can't be brought to EPSG:28992; it lies too far from the Netherlands.",
                file=file,
                number=number,
            )
