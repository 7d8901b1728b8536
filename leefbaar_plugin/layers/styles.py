# SPDX-License-Identifier: GPL-2.0-or-later
"""Styles by class, all built from the one class table of the model and a palette of `resources/model/palettes.json`."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsPalettedRasterRenderer,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..data.resources import read_json
from ..engine.errors import ModelError
from ..engine.model import ScoreModel, Theme, in_language

THIN_OUTLINE = {"outline_color": "90,90,90,255", "outline_width": "0.16"}
_HAIRLINE = "0.2"


@dataclass(frozen=True)
class Palette:
    """Nine class colours as #rrggbb, from the lowest class to the highest."""

    id: str
    colours: tuple[str, ...]
    no_value: str


def load_palette(palette_id: str) -> Palette:
    """The palette with this id; the default one when there is none. ModelError when the file is wrong."""
    document = read_json("model", "palettes.json")
    try:
        entries = {entry["id"]: entry for entry in document["palettes"]}
        entry = entries.get(palette_id) or entries[document["default"]]
        return Palette(entry["id"], tuple(entry["classes"]), entry["no_value"])
    except (KeyError, TypeError) as problem:
        raise ModelError("A model file lacks an entry or has a wrong one: {problem}.", problem=problem) from problem


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
    """Fill polygons by the class in `field`; features without a class stay transparent.

    Without an `outline`, every polygon gets a hairline in its own colour: with none at all, a light seam would show
    between neighbouring squares.
    """
    categories = []
    labels = class_labels(model, language)
    for number, (label, colour) in enumerate(zip(labels, palette.colours, strict=True), start=1):
        edge = outline or {"outline_color": colour, "outline_width": _HAIRLINE}
        symbol = QgsFillSymbol.createSimple({"color": colour, "style": "solid", **edge})
        categories.append(QgsRendererCategory(number, symbol, label))
    layer.setRenderer(QgsCategorizedSymbolRenderer(f'"{field}"', categories))


def style_raster(layer: QgsRasterLayer, model: ScoreModel, palette: Palette, language: str, band: int) -> None:
    """Colour the classes of one band; squares without a class stay transparent."""
    labels = class_labels(model, language)
    classes = [
        QgsPalettedRasterRenderer.Class(number, QColor(colour), label)
        for number, (label, colour) in enumerate(zip(labels, palette.colours, strict=True), start=1)
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), band, classes))


def layer_title(level_name: str, theme_name: str, year: int) -> str:
    """Name of a layer, which is the title of its legend: level, theme and year."""
    return f"{level_name} – {theme_name} – {year}"
