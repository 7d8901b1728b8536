# SPDX-License-Identifier: GPL-2.0-or-later
"""Our layers in the project: one group per pack, layers by level, known by a custom property and never by name."""

from __future__ import annotations

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject, QgsRasterLayer, QgsVectorLayer

from ..data.pack import Pack
from ..data.raster import band_number
from ..data.scores import GRID
from ..engine.model import Theme, in_language
from ..translation import language, tr
from .project_areas import AREAS_ROLE, ROLE_PROPERTY
from .styles import (
    NO_OUTLINE,
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
_SCALES = {"gemeente": (0, 150_000), "buurt": (150_000, 40_000), "wijk": (150_000, 40_000), GRID: (40_000, 0)}
"""Scale denominators (smallest scale, largest scale) at which a level shows; 0 is no limit."""


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
    remove_pack(project)
    group = project.layerTreeRoot().insertGroup(0, group_title(pack))
    group.setCustomProperty(ROLE_PROPERTY, PACK_ROLE)
    layers = _make_layers(pack)
    for level in reversed(LEVELS):
        if level in layers:
            layer = layers[level]
            layer.setCustomProperty(ROLE_PROPERTY, PACK_ROLE)
            layer.setCustomProperty(LEVEL_PROPERTY, level)
            project.addMapLayer(layer, False)
            group.insertLayer(0, layer)
    for node in group.findLayers():
        node.setExpanded(False)
    return layers


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
    layers: dict[str, QgsMapLayer] = {}
    for level in pack.levels:
        layers[level] = QgsVectorLayer(f"{pack.areas_path}|layername={level}", level, "ogr")
    if pack.grid is not None:
        squares = pack.squares_path
        layers[GRID] = (
            QgsVectorLayer(f"{squares}|layername=squares", GRID, "ogr")
            if squares
            else QgsRasterLayer(str(pack.raster_path), GRID)
        )
    return {level: layer for level, layer in layers.items() if layer.isValid()}


def show(project: QgsProject, pack: Pack, theme: Theme, year: int, level: str, palette: Palette) -> None:
    """Style all our layers by theme and year, and show them by zoom (`AUTOMATIC`) or one level only.

    Only styles, names and visibility change; nothing is read or written again.
    """
    for layer_level, layer in our_layers(project).items():
        if isinstance(layer, QgsRasterLayer):
            themes = [entry.id for entry in pack.model.themes]
            band = band_number(themes, pack.years, theme.id, year)
            style_raster(layer, pack.model, palette, language(), band)
        elif isinstance(layer, QgsVectorLayer):
            outline = NO_OUTLINE if layer_level == GRID else THIN_OUTLINE
            style_vector(layer, pack.model, palette, language(), class_field(theme, year), outline)
            layer.setMapTipTemplate(_map_tip(pack, layer_level, theme, year))
        level_name = in_language(pack.model.level(layer_level).name, language())
        layer.setName(layer_title(level_name, in_language(theme.name, language()), year))
        _set_scales(layer, layer_level, level)
        node = project.layerTreeRoot().findLayer(layer.id())
        if node is not None:
            node.setItemVisibilityChecked(level in (AUTOMATIC, layer_level) and _by_zoom(layer_level, level, project))
        layer.triggerRepaint()


def _by_zoom(layer_level: str, level: str, project: QgsProject) -> bool:
    """Whether a level takes part in the choice by zoom: wijken only where there are no buurten, postcodes alone."""
    if level != AUTOMATIC:
        return True
    present = our_layers(project)
    if layer_level == "pc4":
        return len(present) == 1
    return layer_level != "wijk" or "buurt" not in present


def _set_scales(layer: QgsMapLayer, layer_level: str, level: str) -> None:
    limits = _SCALES.get(layer_level) if level == AUTOMATIC else None
    layer.setScaleBasedVisibility(limits is not None)
    if limits is not None:
        smallest, largest = limits
        layer.setMinimumScale(smallest)
        layer.setMaximumScale(largest)


def _map_tip(pack: Pack, level: str, theme: Theme, year: int) -> str:
    """A card with the name, score and class under the cursor."""
    name = "[% grid_id %]" if level == GRID else "[% name %]"
    score, classes = f"{theme.id}_{year}", class_field(theme, year)
    names = ", ".join(
        f"'{in_language(entry.name, language())}'" for entry in pack.model.total_classification.classes
    )
    score_text = tr("score")
    return (
        f"<b>{name}</b><br>{in_language(theme.name, language())}, {year}<br>"
        f'[% if("{classes}" > 0, "{classes}" || \' · \' || array_get(array({names}), "{classes}" - 1), \'–\') %]<br>'
        f'{score_text} [% coalesce(format_number("{score}", 2), \'–\') %]'
    )


def is_ours(layer: QgsMapLayer) -> bool:
    """Whether a layer was made by the plugin."""
    return layer.customProperty(ROLE_PROPERTY) in (PACK_ROLE, AREAS_ROLE)
