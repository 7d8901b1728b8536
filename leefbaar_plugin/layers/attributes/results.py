# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer with figures, as an algorithm or the panel writes it, made as good as those of a pack.

Class colours, titles and decimals of fields, form, map tip, years in time, metadata and attribution: whatever program
made the layer, and whether it stays in memory or is opened again next year.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayerMetadata,
    QgsVectorLayer,
)

from ...analysis.derived import CHANGE
from ...engine.model import ScoreModel
from ...translation import language, sentence, tr
from ..styles import HATCH_SCALE, THIN_OUTLINE, ClassStyle, Palette, fill_classes
from ..views import SITUATION, View, class_styles
from .cards import result_card
from .forms import describe, is_hidden, lay_out
from .titles import title_of

_CLASSES = ("class", "class_result", "change_class")
"""Fields with the class that colours a layer, the first that is there."""
_CHANGE_CLASS = "change_class"
_NAMES = ("name", "naam", "title", "group_name", "zone", "code", "grid_id", "cluster", "group")


@dataclass(frozen=True)
class Provenance:
    """What a result was made of: its title, in words, the source to name, and the data's edition."""

    title: str
    about: str
    source: str


def dress_result(
    layer: QgsVectorLayer,
    model: ScoreModel,
    palette: Palette,
    origin: Provenance,
    titles: Mapping[str, str] | None = None,
    number: str = "",
    few: str = "",
) -> None:
    """Give a layer all of that.

    `titles` are those of the fields that are ours, by name (default: of all that are called as ours), `number` is the
    field of the class that colours it (default: the first there is), `few` what hatching means.
    """
    fields = ours_of(layer, model) if titles is None else list(titles)
    for name, title in (titles or {}).items():
        layer.setFieldAlias(layer.fields().indexOf(name), title)
    number = number or next((name for name in _CLASSES if name in fields), "")
    styles = _styles(model, palette, number) if number else []
    if layer.isSpatial():
        if number:
            outline, near = (None, HATCH_SCALE) if "grid_id" in fields else (THIN_OUTLINE, 0)
            hatched = '"few"' if few and "few" in fields else ""
            fill_classes(layer, styles, f'"{number}"', outline, hatched, few, near=near)
        _newest_on_top(layer, fields)
    tell_fields(layer, model, styles, number, fields)
    layer.setMetadata(metadata_of(origin))
    layer.serverProperties().setAttribution(origin.source)


def tell_fields(
    layer: QgsVectorLayer,
    model: ScoreModel,
    styles: Sequence[ClassStyle],
    number: str,
    names: Iterable[str] | None = None,
) -> None:
    """Titles, decimals, form and map tip of a layer with figures; `styles` are those of the class in field `number`."""
    fields = ours_of(layer, model) if names is None else list(names)
    titles = describe(layer, model, fields)
    heading = _heading(layer)
    card = result_card(model, styles, number, fields, heading) if layer.isSpatial() else ""
    layer.setMapTipTemplate(card)
    there = [field.name() for field in layer.fields()]
    shown = [name for name in there if name not in titles or not titles[name].hidden]
    lay_out(layer, [(tr("Figures"), [name for name in shown if not is_hidden(layer, name)])], card)
    if heading:
        layer.setDisplayExpression(QgsExpression.quotedColumnRef(heading))


def _heading(layer: QgsVectorLayer) -> str:
    """The field that names a row: of ours, else of the user's own; '' for none."""
    names = {field.name().casefold(): field.name() for field in layer.fields()}
    return next((names[name] for name in _NAMES if name in names), "")


def ours_of(layer: QgsVectorLayer, model: ScoreModel) -> list[str]:
    """Names of the fields that are called as ours."""
    return [field.name() for field in layer.fields() if title_of(field.name(), model) is not None]


def period_of(layer: QgsVectorLayer) -> str:
    """The years that a layer is about: '2024', '2014–2024', '' for none."""
    fields = layer.fields()
    ends = [fields.indexOf(name) for name in ("since", "until")]
    of_year = fields.indexOf("year")
    if of_year < 0 and min(ends) >= 0:
        first, last = layer.minimumValue(ends[0]), layer.maximumValue(ends[1])
    elif of_year >= 0:
        first, last = layer.minimumValue(of_year), layer.maximumValue(of_year)
    else:
        return ""
    if not isinstance(first, int) or not isinstance(last, int):
        return ""
    return str(last) if first == last else f"{first}–{last}"


def metadata_of(origin: Provenance) -> QgsLayerMetadata:
    """Title, what it is and the source to name; QGIS takes an abstract for HTML."""
    about = QgsLayerMetadata()
    about.setTitle(origin.title)
    about.setType("dataset")
    about.setLanguage(language())
    about.setAbstract(escape(origin.about, quote=False))
    about.setRights([origin.source])
    about.setCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
    return about


def _styles(model: ScoreModel, palette: Palette, number: str) -> list[ClassStyle]:
    return class_styles(model, View(model.total, 0, CHANGE if number == _CHANGE_CLASS else SITUATION), palette)


def _newest_on_top(layer: QgsVectorLayer, fields: list[str]) -> None:
    """Rows of several years lie over each other: the newest is drawn last, and QGIS's time shows one of them."""
    if "year" not in fields or len(layer.uniqueValues(layer.fields().indexOf("year"), 2)) < 2:
        return
    renderer = layer.renderer()
    order = QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('"year"', True)])
    renderer.setOrderBy(order)
    renderer.setOrderByEnabled(True)
    time = layer.temporalProperties()
    time.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)
    time.setStartExpression('make_datetime("year", 1, 1, 0, 0, 0)')
    time.setEndExpression('make_datetime("year" + 1, 1, 1, 0, 0, 0)')
    time.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd)
    time.setIsActive(True)


def layer_name(title: str, subject: str, period: str) -> str:
    """What a result is called among the layers: what it is, the rule or subject, and the years."""
    return " – ".join(sentence(part) for part in (title, subject, period) if part)
