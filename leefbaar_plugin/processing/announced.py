# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithms as QGIS lists them at its start: names and parameters from a file, the rest when one is used.

`resources/algorithms/*.json` of the package hold what the algorithms declare, by language; they are made with it, from
the algorithms. Whatever QGIS runs, shows in a dialog or puts into a model is a new algorithm, and that is the real one.
"""

from __future__ import annotations

import importlib
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputDefinition,
    QgsProcessingOutputFile,
    QgsProcessingOutputFolder,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputRasterLayer,
    QgsProcessingOutputString,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameters,
    QgsProcessingProvider,
)
from qgis.PyQt.QtGui import QIcon

from ..diagnostics import explain
from ..pack.files.resources import read_json, resource_path
from ..translation import language

FOLDER = "algorithms"
_OUTPUTS: dict[str, type[QgsProcessingOutputDefinition]] = {
    "outputFile": QgsProcessingOutputFile,
    "outputFolder": QgsProcessingOutputFolder,
    "outputHtml": QgsProcessingOutputHtml,
    "outputNumber": QgsProcessingOutputNumber,
    "outputRaster": QgsProcessingOutputRasterLayer,
    "outputString": QgsProcessingOutputString,
    "outputVector": QgsProcessingOutputVectorLayer,
}


def as_declared(algorithm: QgsProcessingAlgorithm) -> dict[str, Any]:
    """What an algorithm declares, in a form that a file can hold."""
    destinations = {parameter.name() for parameter in algorithm.destinationParameterDefinitions()}
    outputs = [one for one in algorithm.outputDefinitions() if one.name() not in destinations]
    return {
        "module": type(algorithm).__module__.removeprefix(f"{__package__}."),
        "class": type(algorithm).__name__,
        "name": algorithm.name(),
        "title": algorithm.displayName(),
        "group": algorithm.group(),
        "group_id": algorithm.groupId(),
        "about": algorithm.shortDescription(),
        "tags": algorithm.tags(),
        "flags": int(algorithm.flags()),
        "parameters": [parameter.toVariantMap() for parameter in algorithm.parameterDefinitions()],
        "outputs": [{"type": one.type(), "name": one.name(), "title": one.description()} for one in outputs],
    }


class AnnouncedAlgorithm(QgsProcessingAlgorithm):
    """What QGIS lists; `create` gives the algorithm itself."""

    def __init__(self, about: dict[str, Any]) -> None:
        super().__init__()
        self._about = about

    def name(self) -> str:
        """Id within the provider."""
        return str(self._about["name"])

    def displayName(self) -> str:
        """Name in the toolbox."""
        return str(self._about["title"])

    def group(self) -> str:
        """Group in the toolbox."""
        return str(self._about["group"])

    def groupId(self) -> str:
        """Id of that group."""
        return str(self._about["group_id"])

    def shortDescription(self) -> str:
        """Tip in the toolbox."""
        return str(self._about["about"])

    def tags(self) -> list[str]:
        """Words by which the toolbox finds it."""
        return list(self._about["tags"])

    def flags(self) -> QgsProcessingAlgorithm.Flags:
        """What QGIS may do with it."""
        return QgsProcessingAlgorithm.Flags(self._about["flags"])

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Path of that icon."""
        return str(resource_path("icons", "leefbaarometer.svg"))

    def shortHelpString(self) -> str:
        """Help of the algorithm itself."""
        return str(self.createInstance().shortHelpString())

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare the parameters and outputs of the algorithm itself; called by QGIS."""
        for parameter in self._about["parameters"]:
            self.addParameter(QgsProcessingParameters.parameterFromVariantMap(parameter))
        for output in self._about["outputs"]:
            self.addOutput(_OUTPUTS[output["type"]](output["name"], output["title"]))

    def createInstance(self) -> QgsProcessingAlgorithm:
        """The algorithm itself; called by QGIS."""
        try:
            module = importlib.import_module(f".{self._about['module']}", __package__)
            made: QgsProcessingAlgorithm = getattr(module, self._about["class"])()
        except Exception as problem:  # a library that does not fit raises anything
            raise QgsProcessingException(explain(problem)) from problem
        return made

    def processAlgorithm(self, *_what: Any) -> dict[str, Any]:
        """QGIS runs what `create` gives."""
        raise QgsProcessingException(self.name())


class AnnouncedProvider(QgsProcessingProvider):
    """Everything the dock does, for the toolbox and for models."""

    def id(self) -> str:
        """Id of the provider, part of the id of every algorithm."""
        return "leefbaarometer"

    def name(self) -> str:
        """Name in the toolbox."""
        return "Leefbaarometer"

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Path of that icon."""
        return str(resource_path("icons", "leefbaarometer.svg"))

    def loadAlgorithms(self) -> None:
        """Add every algorithm, as announced; called by QGIS."""
        for about in read_json(FOLDER, f"{language()}.json"):
            self.addAlgorithm(AnnouncedAlgorithm(about))


def are_announced() -> bool:
    """Whether the files are there: they are in the package, not among the sources."""
    return resource_path(FOLDER, f"{language()}.json").is_file()
