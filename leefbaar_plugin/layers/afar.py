# SPDX-License-Identifier: GPL-2.0-or-later
"""The raster of squares seen from afar goes with what the user did to the squares: legend and opacity."""

from __future__ import annotations

from qgis.core import QgsProject

from ..pack.reading.scores import GRID
from .choices import Choices
from .making import AFAR
from .tree import our_layers


def is_behind(project: QgsProject) -> bool:
    """Whether the squares got another legend or opacity since the raster was styled by them."""
    layers = our_layers(project)
    if AFAR not in layers or GRID not in layers:
        return False
    choices = Choices(project)
    squares, raster = choices.of(GRID), choices.of(AFAR)  # the latter with a copy of what is noted of the squares
    if squares.style and layers[GRID].styleManager().currentStyle() != squares.style:
        return False  # another style of the user's, or a map theme's
    squares.note(layers[GRID])
    return (squares.off, squares.texts, layers[GRID].opacity()) != (raster.off, raster.texts, layers[AFAR].opacity())
