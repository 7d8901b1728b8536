# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs algorithms of ours as `qgis_process run` does, and reads what they wrote; and the command line of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from shlex import quote
from typing import Any

from qgis.core import (
    NULL,
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

TABLES = ("OUTPUT", "SUMMARY", "CLASSES", "GEMEENTEN")


class Runner:
    """Algorithms by name, their tables as rows."""

    def run(self, name: str, **parameters: Any) -> dict[str, Any]:
        """The outputs; a table or layer as a list of its attributes by name. RuntimeError with the log on failure."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"leefbaarometer:{name}")
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        given = {key: str(value) if isinstance(value, Path) else value for key, value in parameters.items()}
        if algorithm.parameterDefinition("OUTPUT") is None:
            given.pop("OUTPUT", None)
        found, ok = algorithm.run(given, context, feedback)
        if not ok:
            raise RuntimeError(feedback.textLog())
        return {
            key: _rows(QgsProcessingUtils.mapLayerFromString(value, context)) if key in TABLES else value
            for key, value in found.items()
        }


def _rows(layer: QgsVectorLayer) -> list[dict[str, Any]]:
    names = layer.fields().names()
    return [
        {name: None if value == NULL else value for name, value in zip(names, one.attributes(), strict=True)}
        for one in layer.getFeatures()
    ]


def command(algorithm: str, parameters: Mapping[str, Any]) -> str:
    """The same as one line for a shell; what the data decide is put between angle brackets."""
    words = [f"qgis_process run leefbaarometer:{algorithm} --PACK=<pack>"]
    for name, value in parameters.items():
        if name in ("AREAS", "TABLE", "CODES"):
            words.append(f"--{name}=<{name.lower()}>")
        elif value == "TEMPORARY_OUTPUT":
            words.append(f"--{name}=<table>")
        else:
            text = json.dumps(value) if isinstance(value, list) and len(value) != 1 else str(value)
            words.append(f"--{name}={quote(text.strip('[]'))}")
    return " ".join([*words, "--OUTPUT=<output>"])
