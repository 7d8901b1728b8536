# SPDX-License-Identifier: GPL-2.0-or-later
"""Whose layer is it? Ours is what we recorded in the project by id and whose source is still what we gave it.

QGIS copies custom properties along with a style and with a duplicate, so these say nothing. A layer that the user
pasted a style on, duplicated or pointed to other data is the user's: never renamed, restyled, removed or written.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsLayerTreeGroup, QgsLayerTreeNode, QgsMapLayer, QgsProject, QgsProviderRegistry

from ...pack.files.disk import is_file
from ...pack.schema import AREAS_FILE, INFO_FILE, RASTER_FILE, SQUARES_FILE
from .project_state import SCOPE, read_state, write_state

PACK_ROLE, HATCH_ROLE, AREAS_ROLE = "pack", "hatching", "areas"
ROLE_PROPERTY = "leefbaarometer/role"
"""On our group; on our layers, too, in projects of the first version."""
LEVEL_PROPERTY = "leefbaarometer/level"
_PACK_PROPERTY = "leefbaarometer/pack"
SAVED_RASTER = "_leefbaarometer.tif"
"""End of the name of a computed raster that lies beside a project."""
_KEY = "layers"
_OF_A_PACK = {AREAS_FILE, SQUARES_FILE, RASTER_FILE}


@dataclass(frozen=True)
class Owned:
    """A layer of ours: its id, what it is for, and where its data lie.

    `pack` is the key of the pack it belongs to in this project. Of the place only the last folder is kept: projects
    and packs move, and their paths with them.
    """

    id: str
    role: str
    level: str = ""
    pack: str = ""
    folder: str = ""
    file: str = ""
    table: str = ""


def new_key() -> str:
    """A key for a pack that comes into a project."""
    return uuid.uuid4().hex[:12]


def current_pack(project: QgsProject) -> str:
    """Key of the pack that the panel shows; empty without one."""
    return str(read_state(project, _KEY).get("current", ""))


def set_current_pack(project: QgsProject, key: str) -> None:
    """Make the layers of this pack those that the panel shows."""
    write_state(project, _KEY, {**read_state(project, _KEY), "current": key})


def record(project: QgsProject, layer: QgsMapLayer, role: str, level: str = "", pack: str = "") -> None:
    """Note that a layer is ours, with the source it has now; again after its source was changed by us.

    Before it is added to the project, so that those who hear of it know.
    """
    folder, file, table = _place(layer)
    entry = Owned(layer.id(), role, level, pack, folder, file, table)
    others = [one for one in _entries(project) if one.id != entry.id and project.mapLayer(one.id) is not None]
    _write(project, [*others, entry])


def moved(project: QgsProject, layer: QgsMapLayer) -> None:
    """Note the new source of a layer of ours that we pointed elsewhere; nothing for a layer that isn't ours."""
    for entry in _entries(project):
        if entry.id == layer.id():
            record(project, layer, entry.role, entry.level, entry.pack)


def forget(project: QgsProject, ids: Iterable[str]) -> None:
    """Layers that are ours no more."""
    gone = set(ids)
    _write(project, [one for one in _entries(project) if one.id not in gone])


def owned(project: QgsProject, role: str = "", pack: str | None = None) -> list[tuple[Owned, QgsMapLayer]]:
    """Our layers that are in the project, with what we noted of them; all roles and packs by default."""
    found = []
    for entry in _entries(project):
        if (role and entry.role != role) or (pack is not None and entry.pack != pack):
            continue
        layer = project.mapLayer(entry.id)
        if layer is not None and _fits(entry, layer):
            found.append((entry, layer))
    return found


def recorded(project: QgsProject, pack: str) -> dict[str, str]:
    """Levels of the layers of a pack by id, as we noted them; also of those that aren't in the project any more."""
    return {entry.id: entry.level for entry in _entries(project) if entry.role == PACK_ROLE and entry.pack == pack}


def packs(project: QgsProject) -> set[str]:
    """Keys of the packs that have layers in the project."""
    return {entry.pack for entry, _layer in owned(project) if entry.pack}


def mark_group(group: QgsLayerTreeGroup, pack: str) -> None:
    """Make a group of the layer tree that of a pack; unlike layers, groups have no id."""
    group.setCustomProperty(ROLE_PROPERTY, PACK_ROLE)
    group.setCustomProperty(_PACK_PROPERTY, pack)


def group_of(project: QgsProject, pack: str) -> QgsLayerTreeGroup | None:
    """The group of a pack: the marked one that holds its layers, for a copy of it bears the same mark."""
    marked = [
        group
        for group in project.layerTreeRoot().findGroups(True)
        if group.customProperty(ROLE_PROPERTY) == PACK_ROLE and str(group.customProperty(_PACK_PROPERTY, "")) == pack
    ]
    if len(marked) < 2:
        return marked[0] if marked else None
    ids = {entry.id for entry, _layer in owned(project, pack=pack)}
    return max(marked, key=lambda group: sum(node.layerId() in ids for node in group.findLayers()))


def in_group(group: QgsLayerTreeGroup, node: QgsLayerTreeNode) -> bool:
    """Whether a node lies in a group, at any depth."""
    above = node.parent()
    while above is not None and above != group:
        above = above.parent()
    return above is not None


def adopt(project: QgsProject, folder: Path | None) -> None:
    """Take over a project of an older version, which marked its layers by a custom property only.

    Of several with the same mark, ours are those whose source lies in the pack of the project, in our group if there
    are more, the topmost if there are still more; the others are copies that a user made.
    """
    if project.readEntry(SCOPE, _KEY, "")[1]:
        return
    root = project.layerTreeRoot()
    groups = [group for group in root.findGroups(True) if group.customProperty(ROLE_PROPERTY) == PACK_ROLE]
    nodes = sorted(root.findLayers(), key=lambda node: not any(in_group(group, node) for group in groups))
    key, taken = new_key(), set()
    for layer in (node.layer() for node in nodes if node.layer() is not None):
        role, level = str(layer.customProperty(ROLE_PROPERTY, "")), str(layer.customProperty(LEVEL_PROPERTY, ""))
        if role not in (PACK_ROLE, AREAS_ROLE) or (role, level) in taken or not _was_ours(layer, role, folder):
            continue
        taken.add((role, level))
        record(project, layer, role, level, key if role == PACK_ROLE else "")
    if groups:
        mark_group(groups[0], key)
    if groups or any(role == PACK_ROLE for role, _level in taken):
        set_current_pack(project, key)


def _was_ours(layer: QgsMapLayer, role: str, folder: Path | None) -> bool:
    """Whether the source of a layer of an older project is one that the plugin gives."""
    path = _decoded(layer)[0]
    if role == AREAS_ROLE:
        return path.suffix.lower() == ".gpkg" and path.stem.lower().rstrip("-0123456789_").endswith("projectgebieden")
    return folder is not None and (_same(path.parent, folder) or path.name.endswith(SAVED_RASTER))


def _entries(project: QgsProject) -> list[Owned]:
    found = read_state(project, _KEY).get("layers", [])
    return [entry for entry in map(_entry, found if isinstance(found, list) else []) if entry is not None]


def _entry(stated: Any) -> Owned | None:
    """An entry as it was written; None for anything else that stands there."""
    try:
        entry = Owned(**stated)
    except TypeError:
        return None
    return entry if all(isinstance(value, str) for value in vars(entry).values()) else None


def _write(project: QgsProject, entries: list[Owned]) -> None:
    known = [asdict(entry) for entry in entries]
    write_state(project, _KEY, {**read_state(project, _KEY), "layers": known})


def _decoded(layer: QgsMapLayer) -> tuple[Path, str]:
    """File and table of the source of a layer; an empty path for one that isn't a file."""
    if layer.providerType() not in ("ogr", "gdal"):
        return Path(), ""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path, table = parts.get("path"), parts.get("layerName")
    return Path(path if isinstance(path, str) else ""), table if isinstance(table, str) else ""


def _place(layer: QgsMapLayer) -> tuple[str, str, str]:
    """Last folder, file and table of the source of a layer."""
    path, table = _decoded(layer)
    return path.parent.name, path.name, table


def _fits(entry: Owned, layer: QgsMapLayer) -> bool:
    """Whether a layer still shows what we gave it: the same file in a folder of that name, or in any other pack.

    Files that bear the name of a project or of what was computed are known by it wherever they lie.
    """
    path, table = _decoded(layer)
    if os.path.normcase(path.name) != os.path.normcase(entry.file) or table != entry.table or not entry.file:
        return False
    if entry.file not in _OF_A_PACK or path.parent.name == entry.folder:
        return True
    return is_file(path.parent / INFO_FILE)


def _same(one: Path, other: Path) -> bool:
    return os.path.normcase(os.path.normpath(one)) == os.path.normcase(os.path.normpath(other))
