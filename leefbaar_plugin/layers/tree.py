# SPDX-License-Identifier: GPL-2.0-or-later
"""Our layers in the project: one group per pack, layers by level; `ownership` says which they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsDataProvider,
    QgsLayerTreeGroup,
    QgsLayerTreeNode,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..engine.model import Theme, in_language
from ..pack.files.raster import band_number
from ..pack.pack import Pack
from ..pack.reading.scores import GRID
from ..translation import language, tr
from .attributes.forms import describe_level, is_described, show_card
from .choices import AUTOMATIC, HATCHING, Choices, LayerChoices
from .making import AFAR, make_layers
from .marks import few_of
from .placement import place_for_pack
from .project.ownership import (
    HATCH_ROLE,
    PACK_ROLE,
    current_pack,
    forget,
    group_of,
    mark_group,
    moved,
    new_key,
    owned,
    record,
    set_current_pack,
)
from .styles import NEAR, NO_CLASS, THIN_OUTLINE, ClassStyle, Palette, colour_classes, fill_classes
from .views import View, class_expression, class_styles, fits, layer_name, map_tip, needed_fields

STYLE_PREFIX = "leefbaarometer "
"""Begin of the names of the styles that belong to our map themes."""
LEVELS = ("gemeente", "wijk", "buurt", "pc4", GRID, AFAR)
_BEGINS = {"gemeente": 0, "wijk": 150_000, "buurt": 150_000, GRID: 40_000}
"""Scale denominator at which a level takes over from the coarser one, by the choice by zoom; coarse to fine."""


def our_layers(project: QgsProject, pack: str | None = None) -> dict[str, QgsMapLayer]:
    """The layers of a pack in the project, by level; of the pack that the panel shows unless its key is given."""
    key = current_pack(project) if pack is None else pack
    found = owned(project, PACK_ROLE, key) if key else []
    return {entry.level: layer for entry, layer in found if entry.level in LEVELS}


def leave_out_others(project: QgsProject, pack: Pack) -> None:
    """Take out layers of ours of a level that a pack doesn't have: another pack lay in its folder before."""
    there = {*pack.levels, *([GRID] if pack.grid is not None else []), *([AFAR] if pack.needs_raster else [])}
    _remove(project, [layer for level, layer in our_layers(project).items() if level not in there])


def hatch_layer(project: QgsProject) -> QgsVectorLayer | None:
    """The layer that hatches squares with few dwellings over a raster; None without one."""
    found = [layer for _entry, layer in owned(project, HATCH_ROLE, current_pack(project))]
    return found[0] if found and isinstance(found[0], QgsVectorLayer) else None


def our_group(project: QgsProject) -> QgsLayerTreeGroup | None:
    """The group of the pack that the panel shows; None without one."""
    key = current_pack(project)
    return group_of(project, key) if key else None


def group_title(pack: Pack) -> str:
    """Name of the group: model, edition and gemeenten, or the label of demonstration data."""
    label = pack.info.get("demonstration")
    names = [name or code for code, name in pack.info["gemeenten"]]
    where = in_language(label, language()) if label else ", ".join(names if 0 < len(names) <= 3 else [])
    title = f"{in_language(pack.model.name, language())} – {pack.edition}"
    return f"{title} – {where}" if where else title


def add_pack(project: QgsProject, pack: Pack) -> dict[str, QgsMapLayer]:
    """Show the layers of a pack: in those that show another pack, else in a group of their own."""
    for _ in adding(project, pack, make_layers(pack)):
        continue
    return our_layers(project)


def adding(project: QgsProject, pack: Pack, layers: Mapping[str, QgsMapLayer]) -> Iterator[None]:
    """The same with layers that were made before, in steps that are short enough for the main thread.

    Layers that are there already are pointed to the new data, so that everything the user did with them stays; what
    the new data lack goes.
    """
    key, group = current_pack(project), our_group(project)
    if not key or (group is None and not our_layers(project)):
        key = new_key()
        set_current_pack(project, key)
    there, choices = our_layers(project), noted(project)
    title = group_title(pack)
    if group is not None and group.name() == (choices.given_title or group.name()):
        group.setName(title)
    choices.given_title = title
    if group is None and any(
        level not in there or there[level].type() != layer.type() for level, layer in layers.items()
    ):
        parent, at = place_for_pack(project)
        group = parent.insertGroup(at, title)
        mark_group(group, key)
    _remove(project, [layer for level, layer in there.items() if level not in layers])
    for level in layers:
        if level not in there:
            choices.begin(level)
        elif there[level].type() != layers[level].type():
            choices.of(level).renew()
    choices.keep()
    legend = next((level for level in reversed(LEVELS) if level in layers and level != AFAR), "")
    for level in reversed(LEVELS):
        if level in layers:
            yield
            if level not in there:
                _describe(layers[level], pack)
                yield
            if group is not None and our_group(project) is None:  # the user took it away since the last step
                return
            if not _point(project, level, layers[level]) and group is not None:
                _insert(project, group, level, layers[level], level == legend)  # one for all: the same classes


def _describe(layer: QgsMapLayer, pack: Pack) -> None:
    """Fields and form of a layer that is new here, of an older project, or of other data."""
    if isinstance(layer, QgsVectorLayer) and not is_described(layer):
        describe_level(layer, pack.model, pack.years)


def _point(project: QgsProject, level: str, layer: QgsMapLayer) -> bool:
    """Point our layer of a level to the source of another one of the same kind; False when there is none to point."""
    there = our_layers(project).get(level)
    if there is None or there.type() != layer.type():
        return False
    options = QgsDataProvider.ProviderOptions()
    options.transformContext = project.transformContext()
    flags = Qgis.DataProviderReadFlags()
    if isinstance(there, QgsVectorLayer):  # images are only read anyway, and lose their style by this flag
        flags = Qgis.DataProviderReadFlags(Qgis.DataProviderReadFlag.ForceReadOnly)
        there.removeSelection()
    there.setDataSource(layer.source(), there.name(), layer.providerType(), options, flags)
    moved(project, there)
    return True


def _insert(project: QgsProject, group: QgsLayerTreeGroup, level: str, layer: QgsMapLayer, expanded: bool) -> None:
    """Add a layer: in the place of one of another kind, else right above the next finer one."""
    there = our_layers(project).get(level)
    node = project.layerTreeRoot().findLayer(there.id()) if there is not None else None
    record(project, layer, PACK_ROLE, level, current_pack(project))
    project.addMapLayer(layer, False)
    if node is not None and there is not None:
        made = node.parent().insertLayer(node.parent().children().index(node), layer)
        made.setExpanded(node.isExpanded())
        made.setItemVisibilityChecked(node.itemVisibilityChecked())
        layer.setOpacity(there.opacity())
        _remove(project, [there])
        return
    finer = {layer.id() for one, layer in our_layers(project).items() if LEVELS.index(one) > LEVELS.index(level)}
    children = group.children()
    below = (at for at, child in enumerate(children) if _layer_id(child) in finer)
    group.insertLayer(next(below, len(children)), layer).setExpanded(expanded)


def _layer_id(node: QgsLayerTreeNode) -> str:
    return str(node.layerId()) if hasattr(node, "layerId") else ""


def _remove(project: QgsProject, layers: Iterable[QgsMapLayer]) -> None:
    ids = [layer.id() for layer in layers]
    project.removeMapLayers(ids)
    forget(project, ids)


def remove_pack(project: QgsProject) -> None:
    """Take our group and its layers out of the project; the user's own layers in it stay where it was."""
    group, hatching = our_group(project), hatch_layer(project)
    ours = [*our_layers(project).values(), *([hatching] if hatching is not None else [])]
    ids = {layer.id() for layer in ours}
    if group is not None:
        parent = group.parent()
        at = parent.children().index(group)
        staying = [node for node in group.children() if _layer_id(node) not in ids]
        for place, node in enumerate(staying):
            parent.insertChildNode(at + place, node.clone())
        parent.removeChildNode(group)
    _remove(project, ours)
    set_current_pack(project, "")


def show(
    project: QgsProject,
    pack: Pack,
    theme: Theme,
    year: int,
    level: str,
    palette: Palette,
    view: View | None = None,
    restored: bool = False,
) -> None:
    """Style all our layers by theme and year, and show them by zoom (`AUTOMATIC`) or one level only.

    `view` shows something else than the situation of that theme and year. By zoom, a level without scores in it
    (excerpts, demonstration data) leaves its place to the finer one. Only styles, names and visibility change; nothing
    is read or written again. `restored` is for a project that was just opened: styles of the user's own stay on.
    """
    view = view or View(theme, year)
    layers = our_layers(project)
    shown = shown_levels(layers, pack, view, level)
    choices = noted(project, restored)
    choices.choose_level(level)
    for layer_level, layer in sorted(layers.items(), key=lambda pair: pair[0] == AFAR):  # which follows the squares
        node = project.layerTreeRoot().findLayer(layer.id())
        expanded = node is not None and node.isExpanded()
        chosen = choices.of(layer_level)
        _describe(layer, pack)
        if not chosen.has_own_style(layer, STYLE_PREFIX):
            style(layer, layer_level, pack, palette, view, shown, chosen)
        if node is not None:
            node.setExpanded(expanded)  # QGIS folds a legend of ten entries whenever it is renewed
            off = layer_level == AFAR and choices.of(GRID).given_tick is False
            chosen.set_tick(node, layer_level in shown and not off, level)
        if layer_level == AFAR and GRID in layers:
            layer.setOpacity(layers[GRID].opacity())
        layer.triggerRepaint()
    hatching = hatch_layer(project)
    node = project.layerTreeRoot().findLayer(hatching.id()) if hatching is not None else None
    if node is not None:
        choices.of(HATCHING).set_tick(node, GRID in shown and choices.of(GRID).given_tick is not False, level)
    choices.keep()


def noted(project: QgsProject, leave_styles: bool = False) -> Choices:
    """What the user chose for our layers, up to now; they are left showing the style we change, no map theme's.

    With `leave_styles`, those that show a named style of the user's go on doing so.
    """
    choices, layers = Choices(project), our_layers(project)
    by_theme = any(layer.styleManager().currentStyle().startswith(STYLE_PREFIX) for layer in layers.values())
    hatching = hatch_layer(project)
    for level, layer in (*layers.items(), *([(HATCHING, hatching)] if hatching is not None else [])):
        chosen = choices.of(level)
        if not (leave_styles and chosen.has_own_style(layer, STYLE_PREFIX)):
            chosen.use_style(layer, STYLE_PREFIX)
            chosen.note(layer)
        node = project.layerTreeRoot().findLayer(layer.id())
        if node is not None and not by_theme:  # a map theme ticks by itself
            chosen.note_tick(node, choices.level)
    return choices


def shown_levels(layers: Mapping[str, QgsMapLayer], pack: Pack, view: View, level: str) -> list[str]:
    """Levels that take part in what is shown: one, or those that have figures, by zoom."""
    with_figures = [one for one, layer in layers.items() if has_figures(layer, one, pack, view)]
    if level == AUTOMATIC:
        return _by_zoom(with_figures)
    return [AFAR, GRID] if level == GRID and AFAR in with_figures else [level]


def style(
    layer: QgsMapLayer,
    level: str,
    pack: Pack,
    palette: Palette,
    view: View,
    shown: list[str],
    chosen: LayerChoices | None = None,
) -> None:
    """Style, name and scales of one of our layers, or of a copy of it, but for what the user chose."""
    chosen = chosen or LayerChoices()
    classes = class_styles(pack.model, view, palette)
    if level == AFAR and not has_figures(layer, level, pack, view):  # its raster isn't computed yet
        return
    if isinstance(layer, QgsRasterLayer):
        listed, off = chosen.classes(classes, view.kind)
        listed = [one for one in listed if level != AFAR or one.number not in off]
        _style_squares(layer, pack, view, listed, chosen)
    elif isinstance(layer, QgsVectorLayer):
        hatched, few_label = few_of(layer, level, pack, view)
        expression = class_expression(pack.model, view, level) if fits(view, level) else "NULL"
        outline = None if level == GRID else THIN_OUTLINE
        listed = [*classes, *([ClassStyle(NO_CLASS, few_label, "")] if hatched else [])]
        listed, off = chosen.classes(listed, view.kind)
        near, few = NEAR.get(level, 0), listed[-1].label
        fill_classes(layer, listed[: len(classes)], expression, outline, hatched, few, off, near)
        card = map_tip(pack, level, view, palette) if has_figures(layer, level, pack, view) else ""
        chosen.set_tip(layer, card)
        show_card(layer, card)
    name = layer_name(pack, GRID if level == AFAR else level, view)
    chosen.set_name(layer, tr("{layer} – zoomed out").format(layer=name) if level == AFAR else name)
    _set_scales(layer, level, shown, chosen)


def _style_squares(
    layer: QgsRasterLayer, pack: Pack, view: View, classes: list[ClassStyle], chosen: LayerChoices
) -> None:
    """Show the band of a situation, or the raster that was computed for another view once it is there."""
    computed = view.parts.raster if view.parts is not None else None
    path = pack.raster_path if view.wanted is None else computed
    opacity = layer.opacity()  # goes with the renderer
    if path is not None and Path(layer.source()) != path:
        layer.setDataSource(str(path), layer.name(), "gdal")
        if layer.project() is not None:
            moved(layer.project(), layer)
    themes = [entry.id for entry in pack.model.themes]
    band = 1 if view.wanted is not None else band_number(themes, pack.years, view.theme.id, view.year)
    colour_classes(layer, classes, band)
    if view.wanted is not None and computed is None:
        chosen.hide(layer, opacity)
    else:
        chosen.unhide(layer, opacity)


def has_figures(layer: QgsMapLayer, level: str, pack: Pack, view: View) -> bool:
    """Whether a layer has what a view shows; the raster has every year."""
    if level == AFAR:
        return view.wanted is None or (view.parts is not None and view.parts.raster is not None)
    if not fits(view, level):
        return False
    if isinstance(layer, QgsVectorLayer):
        return all(layer.fields().indexOf(name) >= 0 for name in needed_fields(view, level))
    return True


def _by_zoom(present: Iterable[str]) -> list[str]:
    """Levels that take part by zoom, coarse to fine: wijken only without buurten, postcode areas only alone."""
    levels = set(present)
    if levels == {"pc4"}:
        return ["pc4"]
    return [level for level in _BEGINS if level in levels and not (level == "wijk" and "buurt" in levels)]


def _set_scales(layer: QgsMapLayer, level: str, taking_part: list[str], chosen: LayerChoices) -> None:
    """Show a level from its own scale until the next finer one takes over; the outermost have no limit there."""
    at = taking_part.index(level) if level in taking_part else 0
    smallest = _BEGINS.get(level, 0) if at else 0
    finer = taking_part[at + 1 :]
    largest = _BEGINS[finer[0]] if level in taking_part and finer else 0
    chosen.set_scales(layer, smallest, largest)
