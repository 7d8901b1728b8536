# SPDX-License-Identifier: GPL-2.0-or-later
"""What a saved project needs of computed maps: a raster beside it, and nothing that lies in this computer's cache.

A project that is opened elsewhere, or without the plugin, shows the map as it was saved.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtXml import QDomDocument

from ..data.disk import beside
from ..data.reading.scores import GRID
from .hatching import unhatch
from .ownership import SAVED_RASTER, moved
from .tree import hatch_layer, our_layers

_NAME = "{project}" + SAVED_RASTER


def keep_beside(project: QgsProject, cache: Path) -> Path | None:
    """Copy the raster that is shown from the cache, or from another project's folder, and show it from there.

    Returns the copy; None when no such raster is shown, or the project isn't a file. WriteError when it can't be
    written; the layer is then left as it was.
    """
    layer = our_layers(project).get(GRID)
    home = Path(project.fileName()) if project.fileName() else None
    if home is None or not home.parent.is_dir() or not isinstance(layer, QgsRasterLayer):
        return None
    source = Path(layer.source())
    target = home.with_name(_NAME.format(project=home.stem))
    of_another = source.name.endswith(SAVED_RASTER) and source != target  # "Save as" makes its own
    if not source.is_file() or not (of_another or source.is_relative_to(cache)):
        return None
    with beside(target) as path:
        shutil.copyfile(source, path)
    layer.setDataSource(str(target), layer.name(), "gdal")
    moved(project, layer)
    return target


def leave_out_hatching(project: QgsProject, document: QDomDocument) -> bool:
    """Keep the hatching, which can be made again, out of the project that is being written; whether there was any."""
    layer = hatch_layer(project)
    if layer is None:
        return False
    nodes = document.elementsByTagName("layer-tree-layer")
    for at in reversed(range(nodes.count())):
        node = nodes.at(at)
        if node.toElement().attribute("id") == layer.id():
            node.parentNode().removeChild(node)
    unhatch(project)
    return True
