# SPDX-License-Identifier: GPL-2.0-or-later
"""Our layers in the project: one group per pack, layers by level, known by a custom property and never by name."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from ..data.pack import Pack
from ..data.raster import band_number
from ..data.scores import GRID
from ..engine.model import Theme, in_language
from ..translation import language, tr
from .project_areas import AREAS_ROLE, ROLE_PROPERTY
from .styles import (
    THIN_OUTLINE,
    Palette,
    class_field,
    layer_title,
    style_raster,
    style_vector,
)

LEVEL_PROPERTY = "leefbaarometer/level"
PACK_ROLE = "pack"
AUTOMATIC = "auto"
LEVELS = ("gemeente", "wijk", "buurt", "pc4", GRID)
_BEGINS = {"gemeente": 0, "wijk": 150_000, "buurt": 150_000, GRID: 40_000}
"""Scale denominator at which a level takes over from the coarser one, by the choice by zoom; coarse to fine."""


def our_layers(project: QgsProject) -> dict[str, QgsMapLayer]:
    """The layers of the pack in the project, by level."""
    found = {}
    for layer in project.mapLayers().values():
        if layer.customProperty(ROLE_PROPERTY) == PACK_ROLE:
            found[str(layer.customProperty(LEVEL_PROPERTY))] = layer
    return found


def our_group(project: QgsProject) -> QgsLayerTreeGroup | None:
    """The group of our layers; None without one."""
    for group in project.layerTreeRoot().findGroups(True):
        if group.customProperty(ROLE_PROPERTY) == PACK_ROLE:
            return group
    return None


def group_title(pack: Pack) -> str:
    """Name of the group: model, edition and gemeenten, or the label of demonstration data."""
    label = pack.info.get("demonstration")
    names = [name or code for code, name in pack.info["gemeenten"]]
    where = in_language(label, language()) if label else ", ".join(names if 0 < len(names) <= 3 else [])
    title = f"{in_language(pack.model.name, language())} – {pack.edition}"
    return f"{title} – {where}" if where else title


def add_pack(project: QgsProject, pack: Pack) -> dict[str, QgsMapLayer]:
    """Add a group with the layers of a pack at the top of the project, in the place of the group of another pack."""
    place = _place(project)
    remove_pack(project)
    group = project.layerTreeRoot().insertGroup(place, group_title(pack))
    group.setCustomProperty(ROLE_PROPERTY, PACK_ROLE)
    layers = _make_layers(pack)
    for level in reversed(LEVELS):
        if level in layers:
            layer = layers[level]
            layer.setCustomProperty(ROLE_PROPERTY, PACK_ROLE)
            layer.setCustomProperty(LEVEL_PROPERTY, level)
            project.addMapLayer(layer, False)
            group.insertLayer(0, layer)
    nodes = group.findLayers()
    for node in nodes:
        node.setExpanded(node is nodes[-1])  # one legend: all have the same classes
    return layers


def _place(project: QgsProject) -> int:
    """Where our group is, or belongs: on top, but below the areas, which it would cover."""
    children = project.layerTreeRoot().children()
    group = our_group(project)
    if group in children:
        return int(children.index(group))
    first = children[0].layer() if children and hasattr(children[0], "layer") else None
    return int(first is not None and first.customProperty(ROLE_PROPERTY) == AREAS_ROLE)


def remove_pack(project: QgsProject) -> None:
    """Take our group and its layers out of the project; the user's own layers in it move out of the group first."""
    group = our_group(project)
    if group is not None:
        ours = {layer.id() for layer in our_layers(project).values()}
        for node in group.children():
            if not (hasattr(node, "layerId") and node.layerId() in ours):
                project.layerTreeRoot().insertChildNode(0, node.clone())
        project.layerTreeRoot().removeChildNode(group)
    project.removeMapLayers([layer.id() for layer in our_layers(project).values()])


def _make_layers(pack: Pack) -> dict[str, QgsMapLayer]:
    layers: dict[str, QgsMapLayer] = {level: _vector(pack.areas_path, level) for level in pack.levels}
    if pack.grid is not None:
        squares = pack.squares_path
        layers[GRID] = _vector(squares, "squares") if squares else QgsRasterLayer(str(pack.raster_path), GRID)
    return {level: layer for level, layer in layers.items() if layer.isValid()}


def _vector(path: Path, name: str) -> QgsVectorLayer:
    """A layer of published data: read-only, and styled by us."""
    options = QgsVectorLayer.LayerOptions(QgsProject.instance().transformContext())
    options.loadDefaultStyle = False
    options.forceReadOnly = True
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr", options)


def show(project: QgsProject, pack: Pack, theme: Theme, year: int, level: str, palette: Palette) -> None:
    """Style all our layers by theme and year, and show them by zoom (`AUTOMATIC`) or one level only.

    By zoom, a level without scores in that year (excerpts, demonstration data) leaves its place to the finer one. Only
    styles, names and visibility change; nothing is read or written again.
    """
    layers = our_layers(project)
    with_scores = [one for one, layer in layers.items() if _has_scores(layer, theme, year)]
    shown = _by_zoom(with_scores) if level == AUTOMATIC else [level]
    for layer_level, layer in layers.items():
        if isinstance(layer, QgsRasterLayer):
            themes = [entry.id for entry in pack.model.themes]
            band = band_number(themes, pack.years, theme.id, year)
            style_raster(layer, pack.model, palette, language(), band)
        elif isinstance(layer, QgsVectorLayer):
            outline = None if layer_level == GRID else THIN_OUTLINE
            style_vector(layer, pack.model, palette, language(), class_field(theme, year), outline)
            layer.setMapTipTemplate(_map_tip(pack, layer_level, theme, year) if layer_level in with_scores else "")
        level_name = in_language(pack.model.level(layer_level).name, language())
        layer.setName(layer_title(level_name, in_language(theme.name, language()), year))
        _set_scales(layer, layer_level, shown)
        node = project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityChecked(layer_level in shown)
        layer.triggerRepaint()


def _has_scores(layer: QgsMapLayer, theme: Theme, year: int) -> bool:
    """Whether a layer has the classes of a theme in a year; the raster has those of every year."""
    return not isinstance(layer, QgsVectorLayer) or layer.fields().indexOf(class_field(theme, year)) >= 0


def _by_zoom(present: Iterable[str]) -> list[str]:
    """Levels that take part in the choice by zoom, coarse to fine.

    Wijken only where there are no buurten, postcode areas only alone.
    """
    levels = set(present)
    if levels == {"pc4"}:
        return ["pc4"]
    return [level for level in _BEGINS if level in levels and not (level == "wijk" and "buurt" in levels)]


def _set_scales(layer: QgsMapLayer, level: str, taking_part: list[str]) -> None:
    """Show a level from its own scale until the next finer one takes over; the outermost have no limit there."""
    at = taking_part.index(level) if level in taking_part else 0
    smallest = _BEGINS.get(level, 0) if at else 0
    finer = taking_part[at + 1 :]
    largest = _BEGINS[finer[0]] if level in taking_part and finer else 0
    layer.setScaleBasedVisibility(bool(smallest or largest))
    layer.setMinimumScale(smallest)
    layer.setMaximumScale(largest)


def _map_tip(pack: Pack, level: str, theme: Theme, year: int) -> str:
    """A card with the name, score and class under the cursor."""
    name = "[% grid_id %]" if level == GRID else "[% name %]"
    score, classes = f"{theme.id}_{year}", class_field(theme, year)
    names = ", ".join(f"'{in_language(entry.name, language())}'" for entry in pack.model.total_classification.classes)
    score_text = tr("score")
    return (
        f"<b>{name}</b><br>{in_language(theme.name, language())}, {year}<br>"
        f'[% if("{classes}" > 0, "{classes}" || \' · \' || array_get(array({names}), "{classes}" - 1), \'–\') %]<br>'
        f"{score_text} [% coalesce(format_number(\"{score}\", 2), '–') %]"
    )


def is_ours(layer: QgsMapLayer) -> bool:
    """Whether a layer was made by the plugin."""
    return layer.customProperty(ROLE_PROPERTY) in (PACK_ROLE, AREAS_ROLE)
