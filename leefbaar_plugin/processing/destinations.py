# SPDX-License-Identifier: GPL-2.0-or-later
"""Where outputs may not go: over what the algorithm reads, over files of a data pack, over areas of a project."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
)

from ..engine.errors import InputError, PackError
from ..layers.areas.area_file import count_areas
from ..pack.files.disk import is_file
from ..pack.pack import read_info
from ..pack.schema import INFO_FILE
from .output import SCHEME, TEMPORARY

_LONGEST = 4096


def require_own_destinations(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> None:
    """InputError when an output would overwrite what is read, a part of a data pack, or areas of a project."""
    targets = [
        target
        for one in algorithm.destinationParameterDefinitions()
        if (target := _target(parameters.get(one.name()), context)) is not None and is_file(target)
    ]
    if not targets:
        return
    read = {
        _same(path)
        for one in algorithm.parameterDefinitions()
        if not one.isDestination()
        for path in _read(parameters.get(one.name()), context)
    }
    for target in targets:
        if _same(target) in read:
            raise InputError("{file} is what is read here; choose another file for the output.", file=target.name)
        if _is_of_a_pack(target):
            raise InputError(
                "{file} belongs to the data pack {folder}; choose another file for the output.",
                file=target.name,
                folder=target.parent.name,
            )
        if target.suffix.lower() == ".gpkg" and count_areas(target) is not None:
            raise InputError("{file} holds areas of a project; choose another file for the output.", file=target.name)


def _target(given: Any, context: QgsProcessingContext) -> Path | None:
    """The whole file that an output takes the place of; None for a table in a database, memory or a temporary file."""
    if isinstance(given, QgsProcessingOutputLayerDefinition):
        given = given.sink.valueAsString(context.expressionContext())[0]
    if not isinstance(given, str) or not given or given == TEMPORARY or SCHEME.match(given) or len(given) > _LONGEST:
        return None
    return Path(given)


def _read(given: Any, context: QgsProcessingContext) -> Iterator[Path]:
    """Files that a value of a parameter names, by a path, a layer, or a layer's id or name."""
    if isinstance(given, list | tuple):
        for one in given:
            yield from _read(one, context)
        return
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        given = given.source.valueAsString(context.expressionContext())[0]
    if isinstance(given, str) and 0 < len(given) <= _LONGEST:
        given = QgsProcessingUtils.mapLayerFromString(given, context, False) or given
    if isinstance(given, QgsMapLayer):
        given = given.source()
    if isinstance(given, str) and given:
        yield Path(given.split("|")[0])


def _same(path: Path) -> str:
    return os.path.normcase(os.path.realpath(path))


def _is_of_a_pack(path: Path) -> bool:
    if not is_file(path.parent / INFO_FILE):
        return False
    try:
        return path.name in {INFO_FILE, *read_info(path.parent)["files"]}
    except PackError:
        return path.name == INFO_FILE
