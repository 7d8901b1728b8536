# SPDX-License-Identifier: GPL-2.0-or-later
"""Saving a project brings its areas and results beside it; "Save as" makes copies of their own.

The copy is made and compared while the project is written, and the layer shows it from then on. What lay in the data
folder of a project that was never saved is removed when the project file is seen to know the copy, and not before.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...pack.files.disk import is_file, remove
from ..areas.area_claims import claimed_by
from ..areas.area_file import copy_whole, file_of
from .homes import RESULTS, Home, belongs_to_another, is_areas_file, path_at
from .ownership import AREAS_ROLE, moved, owned

_RESULT = "|layername=gevonden"


@dataclass(frozen=True)
class Move:
    """Layers of one file, and where that goes; with `remove` the source isn't needed afterwards."""

    layers: tuple[str, ...]
    source: Path
    target: Path
    remove: bool
    is_shared: bool = False
    """Whether source and copy bear the name of two projects that begin alike."""


def planned(project: QgsProject, home: Home, before: str, was: Home | None, folders: Iterable[Path]) -> list[Move]:
    """What saving has to bring beside the project: `before` was its name until now ('' for none), `was` its home.

    Of areas and results those that lie in one of the data `folders`, that lie beside another project, or, when the
    project gets another name, all. Of two projects whose files begin alike (plan.qgz and plan.qgs) each has its own.
    """
    if home.folder is None or not home.is_writable:
        return []
    outside = {folder.resolve() for folder in folders}
    renamed = bool(before) and before != project.fileName()
    alike = renamed and was == home
    stem_before = was.stem if was is not None else ""
    moves: list[Move] = []
    for path, layers in _files(project).items():
        is_result = _RESULT in layers[0].source()
        stays_out = _lies_in(path, outside)
        if (_is_at_home(path, home, is_result and not renamed) and not alike) or not (
            stays_out
            or (renamed and _was_its(path, was, is_result))
            or (path.parent == home.folder and belongs_to_another(path, home))
        ):
            continue
        target = path_at(home, home.folder, path, stem_before)
        while target in {move.target for move in moves}:
            target = target.with_name(f"{target.stem}-2{target.suffix}")
        never_saved = stays_out and not before and not claimed_by(path)
        moves.append(Move(tuple(layer.id() for layer in layers), path, target, never_saved, alike))
    return moves


def _lies_in(path: Path, folders: set[Path]) -> bool:
    """Whether a file is one of those in the data folder."""
    folder = path.parent.resolve()
    return folder in folders or (folder.name == RESULTS and folder.parent in folders)


def _is_at_home(path: Path, home: Home, is_result: bool) -> bool:
    """Whether a file lies beside the project under its name already."""
    if path.parent.resolve() != (home.folder or path).resolve():
        return False
    return is_areas_file(path, home.stem) or (is_result and path.stem.startswith(f"{home.stem}_"))


def _was_its(path: Path, was: Home | None, is_result: bool) -> bool:
    """Whether a file belonged to the project under its name before: the areas wherever they lie, results beside it."""
    return not is_result or (was is not None and path.parent == was.folder and path.stem.startswith(f"{was.stem}_"))


def _files(project: QgsProject) -> dict[Path, list[QgsVectorLayer]]:
    """Files of the areas layer and of results that are in the project, with all layers that show them."""
    ours = {layer.id() for _entry, layer in owned(project, AREAS_ROLE)}
    found: dict[Path, list[QgsVectorLayer]] = {}
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.providerType() == "ogr":
            is_result = _RESULT in layer.source()
            if layer.id() in ours or is_result or file_of(layer) in found:
                found.setdefault(file_of(layer), []).append(layer)
    return found


def copy(move: Move) -> None:
    """Make the copy; WriteError when that fails, and then nothing has changed."""
    copy_whole(move.source, move.target)


def switch(project: QgsProject, move: Move, document: QDomDocument | None = None, back: bool = False) -> None:
    """Have the layers show the copy, or the source again; `document` is the project that is being written."""
    path, other = (move.source, move.target) if back else (move.target, move.source)
    for layer in (project.mapLayer(one) for one in move.layers):
        if layer is not None and file_of(layer) == other:
            rest = layer.source()[len(str(other)) :]
            layer.setDataSource(f"{path}{rest}", layer.name(), "ogr")
            moved(project, layer)
            if document is not None:
                _tell_tree(project, document, layer)


def _tell_tree(project: QgsProject, document: QDomDocument, layer: QgsMapLayer) -> None:
    """The layer tree was written already, with the source that the layer had."""
    nodes = document.elementsByTagName("layer-tree-layer")
    for at in range(nodes.count()):
        element = nodes.at(at).toElement()
        if element.attribute("id") == layer.id():
            element.setAttribute("source", project.writePath(layer.source()))


def knows(project: QgsProject, file_name: str) -> bool:
    """Whether the project as it is on the disk names a file; of one in a database that is taken for granted."""
    if project.projectStorage() is not None:
        return True
    path = Path(project.absoluteFilePath())
    with suppress(OSError, zipfile.BadZipFile, KeyError):
        if path.suffix.lower() == ".qgz":
            with zipfile.ZipFile(path) as archive:
                inner = next((name for name in archive.namelist() if name.lower().endswith(".qgs")), "")
                text = archive.read(inner)
        else:
            text = path.read_bytes()
        return file_name.encode() in text or escape(file_name, quote=False).encode() in text
    return False


def was_written(project: QgsProject) -> bool:
    """Whether there is a project of its name on the disk; of one in a database that is taken for granted."""
    return project.projectStorage() is not None or is_file(project.absoluteFilePath())


def undo(project: QgsProject, move: Move) -> None:
    """The project wasn't written: the layers show what they showed, and the copy goes."""
    switch(project, move, back=True)
    with suppress(OSError):
        remove(move.target)


def finish(move: Move) -> bool:
    """The project knows the copy: the source goes when nobody else needs it. False when it can't be removed yet."""
    if not move.remove:
        return True
    try:
        remove(move.source)
    except OSError:
        return False
    return True
