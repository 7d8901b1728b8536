# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles by class, all built from the one class table of the model and a palette of `resources/model/palettes.json`."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsPalettedRasterRenderer,
    QgsProperty,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..engine.errors import ModelError
from ..engine.model import Classification, ScoreModel, Theme, in_language
from ..pack.files.resources import read_json
from ..pack.reading.scores import GRID

THIN_OUTLINE = {"outline_color": "90,90,90,255", "outline_width": "0.16"}
_HAIRLINE = "0.2"
_HATCH = {"line_width": "0.22", "capstyle": "flat"}
RISE, FALL = "#1C8277", "#C24E00"
"""Better and worse, where there are no classes to colour by."""
NO_CLASS = -1
"""Value of a legend entry that no feature has."""
_HATCH_DISTANCE = 1.4
HATCH_SCALE = 40_000
"""Scale denominator from which squares are hatched; above it the hatching would only darken the map."""
NEAR = {GRID: HATCH_SCALE, "buurt": 300_000, "wijk": 600_000, "pc4": 600_000}
"""The same of the levels, and for their outlines: areas of a few pixels would be more outline than colour."""
_LIGHT_FROM = 0.45
"""Lightness of a class colour from which its hatching is dark."""
_REPLACED: deque[QgsFeatureRenderer] = deque(maxlen=40)
"""Renderers that a map may have begun to draw with; see `lasting`."""


@dataclass(frozen=True)
class Palette:
    """Nine class colours as #rrggbb, from the lowest class to the highest."""

    id: str
    colours: tuple[str, ...]
    no_value: str


@dataclass(frozen=True)
class ClassStyle:
    """How a class is shown: its number, its label with number and name, its colour as #rrggbb."""

    number: int
    label: str
    colour: str


def load_palette(palette_id: str) -> Palette:
    """The palette with this id; the default one when there is none. ModelError when the file is wrong."""
    document = read_json("model", "palettes.json")
    try:
        entries = {entry["id"]: entry for entry in document["palettes"]}
        entry = entries.get(palette_id) or entries[document["default"]]
        return Palette(entry["id"], tuple(entry["classes"]), entry["no_value"])
    except (KeyError, TypeError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem


def classes_of(classification: Classification, colours: Sequence[str], language: str) -> list[ClassStyle]:
    """The classes of a classification in these colours; ValueError when there are too few or too many colours."""
    return [
        ClassStyle(entry.number, f"{entry.number} · {in_language(entry.name, language)}", colour)
        for entry, colour in zip(classification.classes, colours, strict=True)
    ]


def class_labels(model: ScoreModel, language: str) -> list[str]:
    """Label of every class: number and name, as in '6 · ruim voldoende'."""
    return [f"{entry.number} · {in_language(entry.name, language)}" for entry in model.total_classification.classes]


def class_field(theme: Theme, year: int) -> str:
    """Field of a layer of the pack that holds the classes of a theme in a year."""
    return f"class_{theme.id}_{year}"


def style_vector(
    layer: QgsVectorLayer,
    model: ScoreModel,
    palette: Palette,
    language: str,
    field: str,
    outline: dict[str, str] | None = None,
) -> None:
    """Fill polygons by the official class in `field`; features without a class stay transparent."""
    fill_classes(layer, classes_of(model.total_classification, palette.colours, language), f'"{field}"', outline)


def fill_classes(
    layer: QgsVectorLayer,
    classes: Sequence[ClassStyle],
    expression: str,
    outline: dict[str, str] | None = None,
    hatched: str = "",
    hatched_label: str = "",
    off: Collection[int] = (),
    near: int = 0,
) -> None:
    """Fill polygons by the class number that `expression` gives; those without stay transparent.

    Without an `outline`, every polygon gets a hairline in its own colour: with none at all, a light seam would show
    between neighbouring squares. Features for which the expression `hatched` is true are hatched over their colour, and
    the legend says so by `hatched_label`. Outline and hatching are drawn up to the scale (its denominator) `near`, if
    one is given. Classes whose number is in `off` are unticked in the legend.
    """
    categories = []
    for entry in classes:
        edge = outline or {"outline_color": entry.colour, "outline_width": _HAIRLINE}
        symbol = QgsFillSymbol.createSimple({"color": entry.colour, "style": "solid", **edge})
        if outline and near:  # where the scale isn't known, as in a legend, there is an outline
            only_near = lasting(f"if(@map_scale > {near}, 'no', 'solid')")
            symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.StrokeStyle, only_near)
        if hatched:
            symbol.appendSymbolLayer(hatching(QColor(entry.colour), hatched, near))
        categories.append(QgsRendererCategory(entry.number, symbol, entry.label, entry.number not in off))
    if hatched:
        symbol = QgsFillSymbol.createSimple({"style": "no", "outline_color": "120,120,120,255"})
        symbol.appendSymbolLayer(hatching(QColor("white")))
        categories.append(QgsRendererCategory(NO_CLASS, symbol, hatched_label, NO_CLASS not in off))
    before = layer.renderer()
    if before is not None:  # read from a project it holds expressions that nobody else keeps
        _REPLACED.append(before.clone())
    layer.setRenderer(QgsCategorizedSymbolRenderer(expression, categories))


@cache
def lasting(expression: str) -> QgsProperty:
    """An expression for a symbol, which is never let go of.

    A map being drawn takes its copy of an expression in its own thread, and lets go of the one that the layer shares
    with it before it has read it: QGIS ends when the layer gets another renderer in between. One that is kept here
    stays.
    """
    return QgsProperty.fromExpression(expression)


def hatching(over: QColor, where: str = "", scale: int = 0) -> QgsLinePatternFillSymbolLayer:
    """Hatching that stands out over a colour, for features for which the expression `where` is true, or for all; up to
    a scale (its denominator) where one is given.
    """
    colour = "40,40,40,190" if over.lightnessF() >= _LIGHT_FROM else "255,255,255,200"
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(45)
    lines.setDistance(_HATCH_DISTANCE)
    lines.setSubSymbol(QgsLineSymbol.createSimple({"line_color": colour, **_HATCH}))
    if where:
        # false where a count is unknown; `try` would cost a sixth of drawing the country, and what can't be told, as in
        # the legend, which has no feature, leaves the distance at nothing
        certainly = f"coalesce({where}, false)"
        if scale:  # before all else: from afar most of the time goes into asking every feature
            certainly = f"coalesce(@map_scale, 0) <= {scale} and {certainly}"
        lines.setDataDefinedProperty(QgsSymbolLayer.Property.LayerEnabled, lasting(certainly))
        # the legend draws what isn't enabled all the same: there, no distance is no lines
        distance = f"if({certainly}, {_HATCH_DISTANCE}, 0)"
        lines.setDistance(0)
        lines.setDataDefinedProperty(QgsSymbolLayer.Property.LineDistance, lasting(distance))
    return lines


def style_raster(layer: QgsRasterLayer, model: ScoreModel, palette: Palette, language: str, band: int) -> None:
    """Colour the official classes of one band; squares without a class stay transparent."""
    colour_classes(layer, classes_of(model.total_classification, palette.colours, language), band)


def colour_classes(layer: QgsRasterLayer, classes: Sequence[ClassStyle], band: int) -> None:
    """Colour the class numbers of one band; squares without a class stay transparent."""
    entries = [QgsPalettedRasterRenderer.Class(entry.number, QColor(entry.colour), entry.label) for entry in classes]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), band, entries))


def html_of(field: str) -> str:
    """Expression for the text of a field as part of HTML, such as a map tip: what a file says is no markup."""
    text = f"coalesce({QgsExpression.quotedColumnRef(field)}, '')"
    for letter, entity in (("&", "&amp;"), ("<", "&lt;"), ("\\n", "<br>")):
        text = f"replace({text}, '{letter}', '{entity}')"
    return text


def layer_title(level_name: str, theme_name: str, year: int) -> str:
    """Name of a layer, which is the title of its legend: level, theme and year."""
    return f"{level_name} – {theme_name} – {year}"
