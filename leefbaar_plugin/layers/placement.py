# SPDX-License-Identifier: GPL-2.0-or-later
"""Where our layers go in the layer tree when they first come: below the user's own layers, above base maps."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import Qgis, QgsLayerTreeGroup, QgsLayerTreeLayer, QgsLayerTreeNode, QgsMapLayer, QgsProject

from .project.ownership import PACK_ROLE, current_pack, group_of, owned


def place_for_pack(project: QgsProject) -> tuple[QgsLayerTreeGroup, int]:
    """Group and index at which the layers of a pack are inserted.

    A base map that is switched off and has layers of the user below it is passed over. Another pack that is in the
    project stands below the one that comes.
    """
    root = project.layerTreeRoot()
    others = {entry.pack for entry, _layer in owned(project, PACK_ROLE)}
    groups = [group for key in others if (group := group_of(project, key)) is not None]
    for group in root.findGroups(True):
        if group in groups and group.parent() is not None:
            return group.parent(), group.parent().children().index(group)
    leaves = [(node, node.layer()) for node in _leaves(root) if node.layer() is not None]
    drawn = [at for at, (_node, layer) in enumerate(leaves) if _is_drawn(layer)]
    last = drawn[-1] if drawn else -1
    for at, (node, layer) in enumerate(leaves):
        if _is_ground(layer) and (at > last or node.isVisible()):
            return _before(node)
    return root, len(root.children())


def place_for_result(project: QgsProject) -> tuple[QgsLayerTreeGroup, int]:
    """Group and index at which a result is inserted: right above our group, which it says something about."""
    group = group_of(project, current_pack(project))
    parent = group.parent() if group is not None else None
    if group is None or parent is None:
        return place_for_pack(project)
    return parent, parent.children().index(group)


def _leaves(group: QgsLayerTreeGroup) -> Iterator[QgsLayerTreeLayer]:
    for node in group.children():
        if isinstance(node, QgsLayerTreeGroup):
            yield from _leaves(node)
        elif isinstance(node, QgsLayerTreeLayer):
            yield node


def _is_drawn(layer: QgsMapLayer) -> bool:
    """Whether a layer is of points, lines or polygons, which lie over ours; a table has no place on the map."""
    return layer.isSpatial() and layer.type() in (Qgis.LayerType.Vector, Qgis.LayerType.Annotation)


def _is_ground(layer: QgsMapLayer) -> bool:
    """Whether a layer covers what lies below it: an image, a map service, tiles."""
    return layer.isSpatial() and layer.type() not in (
        Qgis.LayerType.Vector,
        Qgis.LayerType.Annotation,
        Qgis.LayerType.Group,
    )


def _before(node: QgsLayerTreeNode) -> tuple[QgsLayerTreeGroup, int]:
    """Right above a node; above its group when it comes first there, or when the group isn't one to insert into."""
    parent = node.parent()
    at = parent.children().index(node)
    above = parent.parent()
    closed = isinstance(parent, QgsLayerTreeGroup) and (
        parent.isMutuallyExclusive() or parent.customProperty("embedded") is not None
    )
    if above is not None and (at == 0 or closed):
        return _before(parent)
    return parent, at
