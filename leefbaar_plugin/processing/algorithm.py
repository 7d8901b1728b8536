# SPDX-License-Identifier: GPL-2.0-or-later
"""What the algorithms share: names and help, errors as sentences, the pack parameter."""

from __future__ import annotations

from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtGui import QIcon

from ..engine.errors import LeefbaarError
from ..garbage import left_to_main_thread
from ..pack.files.progress import Progress
from ..pack.files.resources import resource_path
from ..pack.pack import Pack, open_pack
from ..translation import language, tr, translated_error
from .destinations import require_own_destinations
from .dressing import dress_outputs
from .inputs.open_data import open_folder, shown_year

PACK, YEAR = "PACK", "YEAR"


class LeefbaarometerAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: subclasses set `id_`, give `title`, `initAlgorithm` and `compute`."""

    id_: ClassVar[str]
    subject = ""
    """What a run was about (a rule, a figure), for the name of its layer."""
    read_pack: Pack | None = None
    """The pack that a run read."""

    def __init__(self) -> None:
        super().__init__()
        self.written: dict[str, dict[str, str]] = {}
        """Titles of the fields of ours in what a run wrote, by output and name."""

    def name(self) -> str:
        """Id within the provider."""
        return self.id_

    def title(self) -> str:
        """Translated name."""
        raise LeefbaarError("Algorithm {name} has no title.", name=self.id_)

    def displayName(self) -> str:
        """Name in the toolbox."""
        return self.title()

    def createInstance(self) -> QgsProcessingAlgorithm:
        """A new algorithm of the same class; called by QGIS."""
        return type(self)()

    def icon(self) -> QIcon:
        """Icon in the toolbox."""
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        """Path of that icon."""
        return str(resource_path("icons", "leefbaarometer.svg"))

    def shortHelpString(self) -> str:
        """Help in the user's language, from `resources/help`."""
        for folder in (language(), "en"):
            path = resource_path("help", folder, f"{self.id_}.md")
            if path.is_file():
                return as_html(path.read_text(encoding="utf-8"))
        return ""

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work; LeefbaarErrors may be raised."""
        raise LeefbaarError("Algorithm {name} does nothing.", name=self.id_)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback | None
    ) -> dict[str, Any]:
        """Call `compute`, and turn our errors into a sentence for the user; called by QGIS."""
        try:
            with left_to_main_thread():
                require_own_destinations(self, parameters, context)
                told = feedback or QgsProcessingFeedback()
                results = self.compute(parameters, context, told)
                dress_outputs(self, results, context, told)
                return results
        except LeefbaarError as error:
            raise QgsProcessingException(translated_error(error)) from error

    def add_pack_parameter(self) -> None:
        """The folder of a data pack; in a dialog, the one that is open stands there already."""
        behavior = QgsProcessingParameterFile.Behavior.Folder
        self.addParameter(
            QgsProcessingParameterFile(PACK, tr("Data pack (folder)"), behavior, defaultValue=open_folder())
        )

    def add_year_parameter(self) -> None:
        """One year, in a dialog the one that is shown; the newest when left out."""
        whole, label = QgsProcessingParameterNumber.Type.Integer, tr("Year (newest when empty)")
        self.addParameter(QgsProcessingParameterNumber(YEAR, label, whole, shown_year(), optional=True))

    def pack(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Pack:
        """The pack that was chosen, opened."""
        self.read_pack = open_pack(Path(self.parameterAsString(parameters, PACK, context)))
        return self.read_pack

    def year(self, parameters: dict[str, Any], context: QgsProcessingContext, pack: Pack) -> int:
        """The year that was chosen, else the newest of the pack."""
        given = parameters.get(YEAR)
        return pack.require_year(None if given in (None, "") else self.parameterAsInt(parameters, YEAR, context))


def as_html(markdown: str) -> str:
    """Help text as simple HTML: paragraphs, and **bold** turned into <b>."""
    paragraphs = []
    for block in markdown.strip().split("\n\n"):
        pieces = block.replace("\n", " ").split("**")
        bold = [f"<b>{piece}</b>" if at % 2 else piece for at, piece in enumerate(pieces)]
        paragraphs.append(f"<p>{''.join(bold)}</p>")
    return "".join(paragraphs)


def progress_of(feedback: QgsProcessingFeedback) -> Progress:
    """Progress and cancel of a Processing run in the form the data room takes."""

    def progress(fraction: float) -> bool:
        feedback.setProgress(fraction * 100)
        return not feedback.isCanceled()

    return progress


def advanced(parameter: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The parameter, moved to the advanced ones."""
    parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return parameter
