# SPDX-License-Identifier: GPL-2.0-or-later
"""What a packed project needs of a data pack: that of its own areas, which are found in the project's file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from osgeo import gdal, ogr
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..layers.project.ownership import AREAS_ROLE
from ..pack.files.json_text import JsonError, parsed
from ..pack.files.progress import Progress, silent
from ..pack.importing.cut import cut_pack, needed_by
from ..pack.pack import open_pack

_SCOPE, _LAYERS = "leefbaarometer", "layers"


class Cutting:
    """Cuts packs to what areas need, each once, in a folder of its own."""

    def __init__(self, outlines: Sequence[bytes], folder: Path) -> None:
        self._outlines, self._folder = outlines, folder
        self._made = 0

    def cut(self, pack: Path, progress: Progress = silent) -> Path:
        """The folder of the cut pack; that of the pack itself where all of it is needed. PackError as it comes."""
        if not self._outlines:
            return pack
        opened = open_pack(pack)
        needed = needed_by(opened, self._outlines)
        if needed is None:
            return pack
        self._made += 1
        target = self._folder / f"cut{self._made}"
        target.mkdir()
        cut_pack(opened, needed, target, progress)
        return target


def own_outlines(document: QDomDocument, home: Path) -> list[bytes]:
    """Outlines (WKB, EPSG:28992) of the own areas of a project, read from their file; none when there are none."""
    root = document.documentElement()
    ids = _ids(root)
    found: list[bytes] = []
    layers = root.elementsByTagName("maplayer")
    for at in range(layers.count()):
        layer = layers.at(at).toElement()
        if layer.firstChildElement("id").text() in ids:
            found += _outlines(layer.firstChildElement("datasource").text(), home)
    return found


def _ids(root: QDomElement) -> set[str]:
    """Ids of the layers of own areas, as the plugin noted them."""
    ours = root.firstChildElement("properties").firstChildElement(_SCOPE)
    try:
        state = parsed(ours.firstChildElement(_LAYERS).text())
    except JsonError:
        return set()
    entries = state.get("layers") if isinstance(state, dict) else None
    return {
        str(one.get("id"))
        for one in (entries if isinstance(entries, list) else ())
        if isinstance(one, dict) and one.get("role") == AREAS_ROLE
    }


def _outlines(source: str, home: Path) -> list[bytes]:
    path, _bar, rest = source.partition("|")
    options = dict(one.partition("=")[::2] for one in rest.split("|"))
    gdal.UseExceptions()
    try:
        dataset = gdal.OpenEx(str(home / path), gdal.OF_VECTOR | gdal.OF_READONLY)
        layer = dataset.GetLayerByName(options["layername"]) if "layername" in options else dataset.GetLayer(0)
        return [wkb for feature in layer for wkb in _outline(feature)]
    except (RuntimeError, AttributeError):
        return []


def _outline(feature: ogr.Feature) -> list[bytes]:
    shape = feature.GetGeometryRef()
    return [] if shape is None or shape.IsEmpty() else [bytes(shape.ExportToIsoWkb(ogr.wkbNDR))]
