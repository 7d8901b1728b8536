# SPDX-License-Identifier: GPL-2.0-or-later
"""Titles, decimals, words and form of the fields of a layer, for its table, its form and QGIS's identify tool."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsAttributeEditorTextElement,
    QgsEditorWidgetSetup,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ...engine.model import ScoreModel
from ...translation import tr
from .titles import FieldTitle, title_of, yes_and_no

CARD_VARIABLE = "leefbaarometer_card"
"""Variable of a layer with the template of its map tip, which its form shows too."""
_DESCRIBED = "leefbaarometer/described"
_SHOWN_CARD = f"[% try(eval_template(@{CARD_VARIABLE}), '') %]"
_REALS = (QMetaType.Type.Double, QMetaType.Type.Float)
_WIDEST = 1e12
_HIDDEN = "Hidden"


def describe(layer: QgsVectorLayer, model: ScoreModel, names: Iterable[str] | None = None) -> dict[str, FieldTitle]:
    """Give fields of ours (default: all with a name of ours) title, decimals, words, and hide what is for programs.

    Returns the titles by name. A title that a field has already stays.
    """
    fields, keys = layer.fields(), _keys(layer)
    wanted = [field.name() for field in fields] if names is None else list(names)
    given = {name: title for name in wanted if (title := title_of(name, model)) is not None}
    for key in keys:
        layer.setEditorWidgetSetup(fields.indexOf(key), QgsEditorWidgetSetup(_HIDDEN, {}))
    for name, title in given.items():
        at = fields.indexOf(name)
        if at < 0:
            continue
        if not fields.at(at).alias():
            layer.setFieldAlias(at, title.text)
        setup = _setup(title, fields.at(at).type())
        if setup is not None and name not in keys:
            layer.setEditorWidgetSetup(at, setup)
    _hide(layer, [*keys, *(name for name, title in given.items() if title.hidden)])
    return given


def lay_out(layer: QgsVectorLayer, tabs: Sequence[tuple[str, Sequence[str]]], card: str = _SHOWN_CARD) -> None:
    """Lay out the form: tabs with a title and the names of their fields, above the first one the card (a template)."""
    form, fields = layer.editFormConfig(), layer.fields()
    form.setLayout(Qgis.AttributeFormLayout.DragAndDrop)
    form.clearTabs()
    for place, (title, names) in enumerate(tabs):
        tab = QgsAttributeEditorContainer(title, form.invisibleRootContainer())
        tab.setType(Qgis.AttributeEditorContainerType.Tab)
        if place == 0 and card:
            text = QgsAttributeEditorTextElement("card", tab)
            text.setText(card)
            text.setShowLabel(False)
            tab.addChildElement(text)
        for name in names:
            if fields.indexOf(name) >= 0:
                tab.addChildElement(QgsAttributeEditorField(name, fields.indexOf(name), tab))
        form.addTab(tab)
    layer.setEditFormConfig(form)


def describe_level(layer: QgsVectorLayer, model: ScoreModel, years: Iterable[int]) -> None:
    """Fields and form of a layer of a pack: what it is, then the figures of a year on a tab, the newest first."""
    given = describe(layer, model)
    endings = {year: f"_{year}" for year in sorted(years, reverse=True)}
    by_year = {year: [name for name in given if name.endswith(ending)] for year, ending in endings.items()}
    dated = {name for names in by_year.values() for name in names}
    first = [name for name, title in given.items() if name not in dated and not title.hidden]
    lay_out(layer, [(tr("Figures"), first), *((str(year), names) for year, names in by_year.items())])
    layer.setCustomProperty(_DESCRIBED, _digest(layer))


def is_described(layer: QgsVectorLayer) -> bool:
    """Whether the fields that a layer has now were described; what the user changes of that stays."""
    return bool(layer.customProperty(_DESCRIBED, "") == _digest(layer))


def show_card(layer: QgsVectorLayer, card: str) -> None:
    """Have the form of a layer show a card, a template as of a map tip."""
    QgsExpressionContextUtils.setLayerVariable(layer, CARD_VARIABLE, card)


def _digest(layer: QgsVectorLayer) -> str:
    return f"{zlib.crc32(' '.join(field.name() for field in layer.fields()).encode()):08x}"


def is_hidden(layer: QgsVectorLayer, name: str) -> bool:
    """Whether forms leave a field out."""
    return bool(layer.editorWidgetSetup(layer.fields().indexOf(name)).type() == _HIDDEN)


def leave_to_others(layer: QgsVectorLayer) -> None:
    """Have QGIS's identify tool pass over a layer that repeats what others show."""
    layer.setFlags(layer.flags() & ~QgsMapLayer.LayerFlags(QgsMapLayer.LayerFlag.Identifiable))


def _keys(layer: QgsVectorLayer) -> set[str]:
    provider = layer.dataProvider()
    return {layer.fields().at(at).name() for at in provider.pkAttributeIndexes()} if provider is not None else set()


def _setup(title: FieldTitle, kind: QMetaType.Type) -> QgsEditorWidgetSetup | None:
    """How QGIS shows the values of a field; None for as they are."""
    if title.hidden:
        return QgsEditorWidgetSetup(_HIDDEN, {})
    if kind == QMetaType.Type.Bool:
        return _words(yes_and_no())
    if title.values:
        return _words(title.values)
    if kind in _REALS:
        config = {"Precision": title.decimals, "Style": "SpinBox", "AllowNull": True, "Step": 10.0**-title.decimals}
        return QgsEditorWidgetSetup("Range", {**config, "Min": -_WIDEST, "Max": _WIDEST})
    return None


def _words(values: Sequence[tuple[str, str]]) -> QgsEditorWidgetSetup:
    return QgsEditorWidgetSetup("ValueMap", {"map": [{shown: stored} for shown, stored in values]})


def _hide(layer: QgsVectorLayer, names: Sequence[str]) -> None:
    """Hide columns of the attribute table; users can show them again."""
    table = layer.attributeTableConfig()
    table.update(layer.fields())
    columns = table.columns()
    for column in columns:
        if column.name in names:
            column.hidden = True
    table.setColumns(columns)
    layer.setAttributeTableConfig(table)
