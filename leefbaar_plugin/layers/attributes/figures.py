# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of the areas of a layer as computed fields: for its table, for labels and for layouts, in no file.

They are worked out when something asks for them, by our expression functions, so a map that shows none of them isn't
drawn any slower. Without the plugin, or without data, they are empty.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager

from qgis.core import Qgis, QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ...engine.model import ScoreModel
from .cards import asked, quoted
from .forms import describe

_GIVEN = "leefbaarometer/figures"
_TELLING = "leefbaarometer_telling"
_KINDS = {"year": QMetaType.Type.Int, "class": QMetaType.Type.Int, "few": QMetaType.Type.Bool}
_KINDS |= {"class_name": QMetaType.Type.QString, "warning": QMetaType.Type.QString}


def expressions_of(model: ScoreModel) -> dict[str, str]:
    """The fields in their order, called as those of the algorithm for areas, each with its expression."""
    of_theme = {
        theme.id: asked(f"lbm_score(@geometry, NULL, {quoted(theme.id)})")
        for theme in (model.deviation, *model.dimensions)
    }
    return {
        "year": asked("lbm_year()"),
        model.total.id: asked("lbm_score(@geometry)"),
        **of_theme,
        "class": asked("lbm_class(@geometry)"),
        "class_name": asked("lbm_class_name(lbm_class(@geometry))"),
        "share_1_4": asked("lbm_share(@geometry)"),
        "few": asked("lbm_few(@geometry)"),
        "warning": asked("lbm_warning(@geometry)"),
    }


def compute_figures(layer: QgsVectorLayer, model: ScoreModel) -> None:
    """Give a layer the fields that it lacks.

    A field of the user's own with the same name stays as it is, one of ours that the user changed or took away too; of
    another model those that it doesn't have go.
    """
    wanted, given = expressions_of(model), given_fields(layer)
    if given == wanted:
        return
    with telling(layer):
        for name in given.keys() - wanted.keys():
            at = _ours(layer, name, given)
            if at >= 0:
                layer.removeExpressionField(at)
        for name, expression in wanted.items():
            at = _ours(layer, name, given)
            if at >= 0:
                layer.updateExpressionField(at, expression)
            elif name not in given and layer.fields().lookupField(name) < 0:
                layer.addExpressionField(expression, QgsField(name, _KINDS.get(name, QMetaType.Type.Double)))
        describe(layer, model, [name for name in wanted if is_computed(layer, name)])
        layer.setCustomProperty(_GIVEN, json.dumps(wanted))


def is_computed(layer: QgsVectorLayer, name: str) -> bool:
    """Whether a field is none of the file, but worked out by an expression."""
    fields = layer.fields()
    at = fields.indexOf(name)
    return at >= 0 and fields.fieldOrigin(at) == Qgis.FieldOrigin.Expression


def given_fields(layer: QgsVectorLayer) -> dict[str, str]:
    """The fields that the layer was given, with their expressions then."""
    try:
        found = json.loads(layer.customProperty(_GIVEN, "{}"))
    except (TypeError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


@contextmanager
def telling(layer: QgsVectorLayer) -> Iterator[None]:
    """What the layer tells meanwhile of its fields and data is no edit: computed values alone are other ones."""
    layer.setProperty(_TELLING, True)
    try:
        yield
    finally:
        layer.setProperty(_TELLING, False)


def is_telling(layer: QgsVectorLayer) -> bool:
    """Whether what a layer tells now is of computed values only."""
    return bool(layer.property(_TELLING))


def _ours(layer: QgsVectorLayer, name: str, given: dict[str, str]) -> int:
    """Index of a field as the layer was given it; -1 where it is gone, or another one now."""
    at = layer.fields().indexOf(name)
    there = at >= 0 and is_computed(layer, name) and layer.expressionField(at) == given.get(name)
    return at if there else -1
