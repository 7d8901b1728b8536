# SPDX-License-Identifier: GPL-2.0-or-later
"""What a saved project needs of computed maps: a raster beside it, and nothing that lies in this computer's cache.

A project that is opened elsewhere, or without the plugin, shows the map as it was saved.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtXml import QDomDocument

from ...pack.files.disk import beside, is_file, is_folder
from ...pack.reading.scores import GRID
from ..hatching import unhatch
from ..making import AFAR
from .ownership import HATCH_ROLE, PACK_ROLE, SAVED_RASTER, moved, owned

_NAME = "{project}" + SAVED_RASTER


def keep_beside(project: QgsProject, cache: Path) -> list[Path]:
    """Copy the rasters that are shown from the cache, or from another project's folder, and show them from there.

    One per pack in the project. Returns the copies; none when no such raster is shown, or the project isn't a file.
    WriteError when one can't be written; its layer is then left as it was.
    """
    home = Path(project.fileName()) if project.fileName() else None
    if home is None or not is_folder(home.parent):
        return []
    made = []
    squares = {
        entry.pack: layer
        for entry, layer in owned(project, PACK_ROLE)
        if entry.level in (GRID, AFAR) and isinstance(layer, QgsRasterLayer)
    }
    for pack, layer in squares.items():
        source = Path(layer.source())
        of_others = {Path(other.source()) for key, other in squares.items() if key != pack}
        names = (_NAME.format(project=home.stem), _NAME.format(project=f"{home.stem}-{pack}"))
        target = next(path for name in names if (path := home.with_name(name)) not in of_others)
        # "Save as" makes its own
        of_another = source.name.endswith(SAVED_RASTER) and source not in {home.with_name(name) for name in names}
        if not is_file(source) or not (of_another or source.is_relative_to(cache)):
            continue
        with beside(target) as path:
            shutil.copyfile(source, path)
        layer.setDataSource(str(target), layer.name(), "gdal")
        moved(project, layer)
        made.append(target)
    return made


def leave_out_hatching(project: QgsProject, document: QDomDocument) -> bool:
    """Keep the hatching, which can be made again, out of the project that is being written; whether there was any."""
    hatching = {layer.id() for _entry, layer in owned(project, HATCH_ROLE)}
    if not hatching:
        return False
    nodes = document.elementsByTagName("layer-tree-layer")
    for at in reversed(range(nodes.count())):
        node = nodes.at(at)
        if node.toElement().attribute("id") in hatching:
            node.parentNode().removeChild(node)
    unhatch(project)
    return True
