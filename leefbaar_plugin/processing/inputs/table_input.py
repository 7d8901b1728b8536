# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of the user as an input: a file, read by ourselves, or a layer of the project."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProviderRegistry,
)

from ...pack.files.disk import is_file
from ...pack.tables.user_table import UserTable, read_user_table, table_of
from ...translation import tr

TABLE, CODE_FIELD = "TABLE", "CODE_FIELD"


def add_table_parameters(algorithm: QgsProcessingAlgorithm) -> None:
    """A table, and the column with its codes."""
    vector = [QgsProcessing.SourceType.TypeVector]
    algorithm.addParameter(QgsProcessingParameterFeatureSource(TABLE, tr("Table: a file or a layer"), vector))
    label = tr("Column with the codes (looked for when empty)")
    algorithm.addParameter(
        QgsProcessingParameterField(CODE_FIELD, label, parentLayerParameterName=TABLE, optional=True)
    )


def field_from(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> str:
    """The one column that was chosen, "" for none."""
    found = algorithm.parameterAsStrings(parameters, name, context) if parameters.get(name) else []
    return found[0] if found else ""


def table_from(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> UserTable:
    """The table, read by ourselves when it is a file: QGIS would take every CSV for UTF-8."""
    given = parameters.get(TABLE)
    if isinstance(given, str):
        parts = QgsProviderRegistry.instance().decodeUri("ogr", given)
        path = Path(str(parts.get("path") or given))
        if is_file(path):
            return read_user_table(path, parts.get("layerName") or None)
    source = algorithm.parameterAsSource(parameters, TABLE, context)
    if source is None:
        raise QgsProcessingException(algorithm.invalidSourceError(parameters, TABLE))
    names = source.fields().names()
    rows = [feature.attributes() for feature in source.getFeatures()]
    columns = {name: [_plain(row[at]) for row in rows] for at, name in enumerate(names)}
    return table_of(source.sourceName(), columns)


def _plain(value: object) -> object:
    """A value of a layer as text, number or None."""
    if value is None or value == NULL:
        return None
    if isinstance(value, bool):
        return float(value)
    return (
        None
        if isinstance(value, float) and math.isnan(value)
        else value
        if isinstance(value, int | float)
        else str(value)
    )
