# SPDX-License-Identifier: GPL-2.0-or-later
"""What the user chose for our layers, told from what we gave them: it stays through every change of what is shown.

For every layer the project keeps what we set last. What differs from that when we come again, the user set.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsPalettedRasterRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..pack.reading.scores import GRID
from .making import AFAR
from .project.ownership import current_pack, packs
from .project.project_state import read_state, write_state
from .styles import ClassStyle

AUTOMATIC = "auto"
HATCHING = "hatching"
_KEY = "choices"


@dataclass
class LayerChoices:
    """One layer: `given_…` is what we set last, the rest what the user chose.

    `off` are class numbers that are unticked in the legend and `texts` legend texts, by kind of view: a class of the
    situation isn't one of a development. `by_zoom` and `alone` say whether the user ticked the layer in the tree while
    levels were chosen by zoom, or while one level was; None for as we set it.
    """

    given_name: str = ""
    given_scales: list[float] = field(default_factory=list)
    given_tip: int = 0
    given_kind: str = ""
    given_labels: dict[str, str] = field(default_factory=dict)
    given_tick: bool | None = None
    wanted_tick: bool | None = None
    style: str = ""
    name: str = ""
    own_scales: bool = False
    own_tip: bool = False
    off: dict[str, list[int]] = field(default_factory=dict)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    by_zoom: bool | None = None
    alone: bool | None = None
    opacity: float | None = None
    """That of an image which is hidden until it is computed, and of the hatching while it isn't there."""

    def note(self, layer: QgsMapLayer) -> None:
        """See what the user changed of a layer since we styled it."""
        if self.given_name:
            self.name = layer.name() if layer.name() != self.given_name else ""
        if self.given_scales:
            self.own_scales = not _alike(_scales(layer), self.given_scales)
        if self.given_tip:
            self.own_tip = _digest(layer.mapTipTemplate()) != self.given_tip
        shown = _legend(layer)
        if shown and set(shown) == set(self.given_labels):
            given, kind = self.given_labels, self.given_kind
            self.texts[kind] = {number: text for number, (text, _on) in shown.items() if text != given[number]}
            self.off[kind] = [int(number) for number, (_text, on) in shown.items() if not on]

    def note_tick(self, node: QgsLayerTreeLayer, level: str) -> None:
        """See whether the user ticked or unticked a layer since we did, when `level` was chosen."""
        now = node.itemVisibilityChecked()
        if self.given_tick is None or now == self.given_tick:
            return
        chosen = None if now == self.wanted_tick else now
        if level == AUTOMATIC:
            self.by_zoom = chosen
        else:
            self.alone = chosen

    def classes(self, styles: Sequence[ClassStyle], kind: str) -> tuple[list[ClassStyle], frozenset[int]]:
        """Classes with the legend texts of the user, and the numbers of those that are unticked."""
        self.given_kind, self.given_labels = kind, {str(one.number): one.label for one in styles}
        texts = self.texts.get(kind, {})
        return [replace(one, label=texts.get(str(one.number), one.label)) for one in styles], frozenset(
            self.off.get(kind, [])
        )

    def set_name(self, layer: QgsMapLayer, name: str) -> None:
        """Name a layer, unless the user did."""
        self.given_name = name
        layer.setName(self.name or name)

    def set_tip(self, layer: QgsVectorLayer, template: str) -> None:
        """Give a layer its map tip, unless the user did."""
        self.given_tip = _digest(template)
        if not self.own_tip:
            layer.setMapTipTemplate(template)

    def set_scales(self, layer: QgsMapLayer, smallest: float, largest: float) -> None:
        """Limit the scales of a layer (denominators, 0 for none), unless the user did."""
        self.given_scales = [float(smallest > 0 or largest > 0), float(smallest), float(largest)]
        if not self.own_scales:
            layer.setScaleBasedVisibility(smallest > 0 or largest > 0)
            layer.setMinimumScale(smallest)
            layer.setMaximumScale(largest)

    def set_tick(self, node: QgsLayerTreeLayer, wanted: bool, level: str) -> None:
        """Tick a layer in the tree or not, unless the user did."""
        chosen = self.by_zoom if level == AUTOMATIC else self.alone
        self.wanted_tick = wanted
        self.given_tick = wanted if chosen is None else chosen
        node.setItemVisibilityChecked(self.given_tick)

    def hide(self, layer: QgsRasterLayer, opacity: float) -> None:
        """Hide an image that isn't computed yet; `opacity` is what it had until now."""
        if opacity > 0:
            self.opacity = opacity
        layer.setOpacity(0.0)

    def unhide(self, layer: QgsRasterLayer, opacity: float) -> None:
        """Show an image with the opacity it had until now, or before it was hidden."""
        if opacity == 0 and self.opacity is not None:
            opacity = self.opacity
        elif opacity == 0 and not self.given_name:  # hidden by the first version, which kept no choices
            opacity = 1.0
        layer.setOpacity(opacity)
        self.opacity = None

    def renew(self) -> None:
        """The layer is a new one, so that nothing of what we gave the last one says what the user changed."""
        plain = LayerChoices()
        for name in ("name", "scales", "tip", "kind", "labels", "tick"):
            setattr(self, f"given_{name}", getattr(plain, f"given_{name}"))
        self.wanted_tick, self.style = None, ""

    def has_own_style(self, layer: QgsMapLayer, ours: str) -> bool:
        """Whether a named style of the user's is on a layer; those of our map themes begin with `ours`."""
        current = layer.styleManager().currentStyle()
        return bool(self.style) and current != self.style and not current.startswith(ours)

    def use_style(self, layer: QgsMapLayer, ours: str) -> None:
        """Go to the style the layer began with, which is the one we change.

        Named styles, such as those of map themes (whose names begin with `ours`) and the user's own, stay as they are.
        """
        manager = layer.styleManager()
        current, others = manager.currentStyle(), [one for one in manager.styles() if not one.startswith(ours)]
        if self.style not in others and others:
            self.style = current if current in others else others[0]
        if self.style and current != self.style:
            manager.setCurrentStyle(self.style)


class Choices:
    """What the user chose for the layers of a pack, by level, and for the hatching; `keep` stores it in the project."""

    def __init__(self, project: QgsProject, pack: str | None = None) -> None:
        """Of the pack that the panel shows, unless the key of another is given."""
        self._project = project
        self._pack = current_pack(project) if pack is None else pack
        stated = read_state(project, _KEY).get(self._pack)
        self._stated = stated if isinstance(stated, dict) else {}
        layers = self._stated.get("layers")
        self._layers = {str(level): _read(one) for level, one in (layers.items() if isinstance(layers, dict) else ())}
        self.given_title = str(self._stated.get("title", ""))
        """The title we gave the group last."""
        self.level = str(self._stated.get("level", ""))
        """What was chosen last: a level, or by zoom."""

    def of(self, level: str) -> LayerChoices:
        """What was chosen for a level, or for `HATCHING`; squares seen from afar have the legend of the squares."""
        found = self._layers.setdefault(level, LayerChoices())
        if level == AFAR:
            squares = self.of(GRID)
            found.texts, found.off = dict(squares.texts), dict(squares.off)
        return found

    def choose_level(self, level: str) -> None:
        """Another level is shown: ticks that the user set while another one was are over; those by zoom stay."""
        if level != self.level:
            for one in self._layers.values():
                one.alone = None
        self.level = level

    def begin(self, level: str) -> None:
        """A layer comes of which nothing is known, or that the user had taken away."""
        self._layers[level] = LayerChoices()

    def keep(self) -> None:
        """Store it in the project, and forget packs that are there no more."""
        layers = {level: _brief(one) for level, one in self._layers.items()}
        state = {"title": self.given_title, "level": self.level, "layers": layers}
        there = packs(self._project)
        others = {key: one for key, one in read_state(self._project, _KEY).items() if key in there}
        write_state(self._project, _KEY, {**others, self._pack: state})


def _brief(choices: LayerChoices) -> dict[str, Any]:
    """Only what differs from the defaults."""
    plain = asdict(LayerChoices())
    return {name: value for name, value in asdict(choices).items() if value != plain[name]}


def _read(stated: Any) -> LayerChoices:
    """As it was stored; what isn't of the kind it should be counts as not chosen."""
    made = LayerChoices()
    for one in fields(made) if isinstance(stated, dict) else ():
        value = stated.get(one.name)
        if value is not None and _KINDS[one.name](value):
            setattr(made, one.name, value)
    return made


def _are_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


_KINDS = {
    **dict.fromkeys(("given_name", "given_kind", "style", "name"), lambda value: isinstance(value, str)),
    **dict.fromkeys(
        ("given_tick", "wanted_tick", "own_scales", "own_tip", "by_zoom", "alone"),
        lambda value: isinstance(value, bool),
    ),
    "given_scales": lambda value: isinstance(value, list) and len(value) == 3 and all(map(_is_number, value)),
    "given_tip": lambda value: isinstance(value, int),
    "given_labels": _are_texts,
    "off": lambda value: (
        isinstance(value, dict)
        and all(isinstance(off, list) and all(isinstance(one, int) for one in off) for off in value.values())
    ),
    "texts": lambda value: isinstance(value, dict) and all(map(_are_texts, value.values())),
    "opacity": lambda value: _is_number(value) and 0 <= value <= 1,
}


def _digest(text: str) -> int:
    return zlib.crc32(text.encode()) + 1  # never 0, which stands for none


def _scales(layer: QgsMapLayer) -> list[float]:
    return [float(layer.hasScaleBasedVisibility()), layer.minimumScale(), layer.maximumScale()]


def _alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether scales are the same but for what a project file rounds; without limits, these don't count."""
    if not one[0] and not other[0]:
        return True
    return all(math.isclose(left, right, rel_tol=1e-6) for left, right in zip(one, other, strict=True))


def _legend(layer: QgsMapLayer) -> dict[str, tuple[str, bool]]:
    """Text and tick of the legend by class number; empty when the style has no classes by number."""
    renderer = layer.renderer() if isinstance(layer, QgsVectorLayer | QgsRasterLayer) else None
    try:
        if isinstance(renderer, QgsCategorizedSymbolRenderer):
            return {str(int(one.value())): (one.label(), one.renderState()) for one in renderer.categories()}
        if isinstance(renderer, QgsPalettedRasterRenderer):
            return {str(int(one.value)): (one.label, True) for one in renderer.classes()}
    except (TypeError, ValueError):
        return {}
    return {}
