# SPDX-License-Identifier: GPL-2.0-or-later
"""Projects that store the edits of several layers together (Project > Properties > Data Sources > Transaction mode).

There an edit counts when the user saves, with everybody's: nothing is stored at once then, and Undo is QGIS's own.
"""

from __future__ import annotations

from qgis.core import Qgis, QgsVectorLayer

from ...engine.errors import InputError
from .area_file import file_of, require_free


def saved_together(layer: QgsVectorLayer) -> bool:
    """Whether a layer is being edited, together with others, so that storing it would store theirs."""
    project = layer.project()
    if project is None or not layer.isEditable():
        return False
    return _has_turn(layer) or project.transactionMode() == Qgis.TransactionMode.BufferedGroups


def _has_turn(layer: QgsVectorLayer) -> bool:
    """Whether QGIS keeps the file from being written by others itself, until the user saves."""
    return layer.dataProvider().transaction() is not None


def require_turn(layer: QgsVectorLayer) -> None:
    """InputError when another program keeps the file of a layer from being written."""
    if not _has_turn(layer):
        require_free(file_of(layer))


def require_alone(layer: QgsVectorLayer) -> None:
    """InputError when the edits of a layer can't be stored by us now: they are others' too, or its file is in use."""
    if saved_together(layer):
        raise InputError(
            "The areas stay in {file} for now: they are edited together with other layers. Save the edits, and then "
            "the project again.",
            file=file_of(layer),
        )
    require_free(file_of(layer))
