# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of result layers, by the names that are promised to users."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qgis.core import QgsField, QgsFields
from qgis.PyQt.QtCore import QMetaType

from .attributes.titles import kind_of, title_of

CLUSTER = "cluster"
"""Field with the number of a cluster."""
_TYPES = {
    "text": QMetaType.Type.QString,
    "whole": QMetaType.Type.Int,
    "truth": QMetaType.Type.Bool,
    "real": QMetaType.Type.Double,
}


def field_of(name: str) -> QgsField:
    """The field with this name, of the kind and with the title that are declared for it."""
    return titled(QgsField(name, _TYPES[kind_of(name)]))


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
    return fields_of([CLUSTER])


def signal_fields(columns: Mapping[str, Sequence[Any]]) -> QgsFields:
    """Fields of the columns of findings; values of conditions are real numbers, whatever their id."""
    fields = QgsFields()
    for name in columns:
        is_value = f"{name}_met" in columns
        fields.append(titled(QgsField(name, QMetaType.Type.Double)) if is_value else field_of(name))
    return fields
