# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of result layers, by the names that are promised to users."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qgis.core import QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from .attributes.titles import title_of

CLUSTER = "cluster"
"""Field with the number of a cluster."""
_TEXTS = {"grid_id", "class_name", "weight", "rule", "code", "name"}
_TEXTS |= {"zone", "gemeenten", "comparison", "association", "kind", "gemeente", "gemeente_name", "square_set"}
_TEXTS |= {"country_is", "country_weight", "known_by"}
_WHOLE = {"year", "squares", "imputed", "class"}
_WHOLE |= {"since", "left_out", "rank", "base", "change_class"}
_TEXTS |= {"group", "group_name", "change_class_name", "explains", "explains_name", "basis"}
_TEXTS |= {"row"}
_WHOLE |= {"areas_found", "found_both", "gemeenten_count", "wijken_count", "buurten_count"}
_TEXTS |= {"from_name", "to_name", "last_class_name", "class_name_since", "class_name_until"}
_WHOLE |= {"until", "areas", "only_since", "only_until", "from_class", "to_class", "last_class"}
_WHOLE |= {"gemeente_count", "members"}
_TEXTS |= {"figure", "matters_most", "scenario", "measures", "class_name_base", "class_name_result"}
_TEXTS |= {"buurt_instead", "wijk_instead", "pc4_instead"}
_WHOLE |= {"runs", "runs_without", "seed", "met", "block", "buurt_class", "wijk_class", "pc4_class"}
_WHOLE |= {"rank_buurten", "buurten"}
_SIGNAL_TEXTS = {"signal", "explains", "why", "signal_text"}
_SIGNAL_WHOLE = {"since"}
_TRUTHS = {"class_certain", "own_calculation", "complete", "class_certain_base", "class_certain_result", "held_out"}
_TRUTHS |= {"turned", "class_certain_since", "class_certain_until"}
_TEXTS |= {"risen_by", "fallen_by", "theme", "other", "dimension", "apart", "course", "in_class_name"}
_WHOLE |= {"highest", "in_class", "in_year"}
_TRUTHS |= {"few", "low_coverage"}
_TEXTS |= {"warning", "reference_name"}
_WHOLE |= {"without_dimensions"}
_TRUTHS |= {"part", "small", "published", "published_since", "published_until", "as_published"}


def field_of(name: str) -> QgsField:
    """The field with this name, and its title as alias: text, whole number, yes or no, or real number."""
    return titled(_plain_field(name))


def titled(field: QgsField) -> QgsField:
    """The field with its title as alias, if it is one of ours."""
    title = title_of(field.name())
    if title is not None:
        field.setAlias(title.text)
    return field


def is_titled(field: QgsField) -> bool:
    """Whether a field is one of ours, with its title as alias; one of the user's own that is called so has none."""
    return bool(field.alias()) and title_of(field.name()) is not None


def titles_of(fields: QgsFields) -> dict[str, str]:
    """The titles of those of some fields that are ours, by name."""
    return {field.name(): field.alias() for field in fields if is_titled(field)}


def _plain_field(name: str) -> QgsField:
    if name in _TEXTS:
        return QgsField(name, QMetaType.Type.QString)
    if name in _TRUTHS:
        return QgsField(name, QMetaType.Type.Bool)
    if name in _WHOLE or name.startswith("class_"):
        return QgsField(name, QMetaType.Type.Int)
    return QgsField(name, QMetaType.Type.Double)


def fields_of(names: Iterable[str]) -> QgsFields:
    """Fields with these names, in this order."""
    fields = QgsFields()
    for name in names:
        fields.append(field_of(name))
    return fields


def named_reference(fields: QgsFields, reference: str) -> QgsFields:
    """The same fields, of which those called country_… say what they are of, in a pack that isn't the country."""
    named = QgsFields()
    for field in fields:
        said = QgsField(field)
        if field.name().startswith("country_"):
            title = title_of(field.name().replace("country_", "reference_"))
            what = title.text.partition(": ")[2] if title is not None else ""
            said.setAlias(f"{reference}: {what or field.name().removeprefix('country_')}")
            said.setComment(reference)
        named.append(said)
    return named


def beside(own: QgsFields, ours: QgsFields) -> QgsFields:
    """The fields of the input, then ours; a field of the input that has the name of one of ours gets `_input`."""
    taken = {field.name().casefold() for field in ours}
    together = QgsFields()
    for field in own:
        renamed = QgsField(field)
        while renamed.name().casefold() in taken:
            renamed.setName(renamed.name() + "_input")
        taken.add(renamed.name().casefold())
        together.append(renamed)
    for field in ours:
        together.append(field)
    return together


def cluster_field() -> QgsFields:
    """The field with the number of a cluster."""
    fields = QgsFields()
    fields.append(titled(QgsField(CLUSTER, QMetaType.Type.Int)))
    return fields


def signal_fields(columns: Mapping[str, Sequence[Any]]) -> QgsFields:
    """Fields of the columns of findings; values of conditions are real numbers, whatever their id."""
    fields = QgsFields()
    names = list(columns)
    for name in names:
        if name in _SIGNAL_TEXTS:
            fields.append(titled(QgsField(name, QMetaType.Type.QString)))
        elif name in _SIGNAL_WHOLE:
            fields.append(titled(QgsField(name, QMetaType.Type.Int)))
        elif name == "found" or name.endswith("_met"):
            fields.append(titled(QgsField(name, QMetaType.Type.Bool)))
        elif f"{name}_met" in columns:
            fields.append(titled(QgsField(name, QMetaType.Type.Double)))
        else:
            fields.append(field_of(name))
    return fields
