# SPDX-License-Identifier: GPL-2.0-or-later
"""Style and metadata of the areas within a GeoPackage, so that QGIS shows them by class without the plugin."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import (
    QgsExpression,
    QgsLayerMetadata,
    QgsPalLayerSettings,
    QgsProviderRegistry,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ...engine.errors import WriteError
from ...layers.styles import Palette, style_vector
from ...translation import language, tr
from ..handover import Handover, report_title
from ..sheets import CLASS_AT, SCORE_AT, areas_sheet

_OUTLINE = {"outline_color": "26,26,26,255", "outline_width": "0.4"}
_LETTERS, _HALO = 8.0, 0.9


def dress(path: Path, layer_name: str, found: Handover, palette: Palette, method: Sequence[tuple[str, str]]) -> None:
    """Put style (as default) and metadata of a layer into its GeoPackage; WriteError when that can't be done."""
    uri = f"{path}|layername={layer_name}"
    layer = QgsVectorLayer(uri, layer_name, "ogr")
    if not layer.isValid():
        raise _failed(path, tr("the layer isn't there"))
    titles = [column.title for column in areas_sheet(found).columns]
    style_vector(layer, found.measurer.pack.model, palette, language(), titles[CLASS_AT], _OUTLINE)
    _label(layer, titles[0], titles[SCORE_AT])
    problem = layer.saveStyleToDatabase(tr("By class"), report_title(found), True, "")
    if problem:
        raise _failed(path, problem)
    saved, problem = QgsProviderRegistry.instance().saveLayerMetadata("ogr", uri, _metadata(layer, found, method))
    if not saved:
        raise _failed(path, problem)


def _label(layer: QgsVectorLayer, name: str, score: str) -> None:
    """Name and score (by the fields that hold them) on the map, with a light edge."""
    letters = QgsTextFormat()
    letters.setSize(_LETTERS)
    letters.setColor(QColor("#1a1a1a"))
    edge = letters.buffer()
    edge.setEnabled(True)
    edge.setSize(_HALO)
    letters.setBuffer(edge)
    labels = QgsPalLayerSettings()
    named, scored = QgsExpression.quotedColumnRef(name), QgsExpression.quotedColumnRef(score)
    labels.fieldName = f"concat({named}, '\\n', format_number({scored}, 2))"
    labels.isExpression = True
    labels.setFormat(letters)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
    layer.setLabelsEnabled(True)


def _metadata(layer: QgsVectorLayer, found: Handover, method: Sequence[tuple[str, str]]) -> QgsLayerMetadata:
    about = QgsLayerMetadata()
    about.setTitle(report_title(found))
    about.setType("dataset")
    about.setLanguage(language())
    about.setAbstract("\n".join(f"{what}: {how}" for what, how in method))
    about.setRights([how for what, how in method if what == tr("Source")])
    about.setConstraints([QgsLayerMetadata.Constraint(method[-1][1], method[-1][0])])
    about.addHistoryItem(tr("Made with leefbaar_plugin {version}").format(version=found.version))
    about.setCrs(layer.crs())
    return about


def _failed(path: Path, problem: str) -> WriteError:
    return WriteError("{file} can't be written: {problem}.", file=path.name, problem=problem)
