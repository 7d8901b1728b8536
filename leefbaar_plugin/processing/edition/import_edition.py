# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:importedition`: official files into a data pack."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterDistance,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...pack.files.progress import part
from ...pack.importing.import_checks import overview
from ...pack.importing.importer import import_edition
from ...pack.reading.inspection import inspect
from ...pack.reading.points import PointChoice, add_points
from ...translation import tr, translated_error
from ...words.check import above_words, check_lines
from ..algorithm import PACK, LeefbaarometerAlgorithm, advanced, progress_of

INPUT, COUNTS, GEMEENTEN, MARGIN = "INPUT", "COUNTS", "GEMEENTEN", "MARGIN"
POINTS, POINT_FILTER, POINT_NUMBER, POINT_YEAR = "POINTS", "POINT_FILTER", "POINT_NUMBER", "POINT_YEAR"
SQUARES, YEARS, EDITION = "SQUARES", "YEARS", "EDITION"
_POINT_TEXTS = (POINT_FILTER, POINT_NUMBER, POINT_YEAR)
MAX_DIFFERENCE, CLASS_DIFFERENCES, REFUSED_ROWS = "MAX_DIFFERENCE", "CLASS_DIFFERENCES", "REFUSED_ROWS"


class ImportEdition(LeefbaarometerAlgorithm):
    """Import zips, folders or files of one edition."""

    id_ = "importedition"

    def title(self) -> str:
        """Translated name."""
        return tr("Import an edition")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.addParameter(
            QgsProcessingParameterMultipleLayers(
                INPUT,
                tr("Official files or folders (zip, CSV, GeoPackage, GeoJSON)"),
                QgsProcessing.SourceType.TypeFile,
            )
        )
        self.addParameter(
            QgsProcessingParameterFile(COUNTS, tr("CBS squares with dwellings (GeoPackage)"), optional=True)
        )
        self.addParameter(
            QgsProcessingParameterString(
                GEMEENTEN, tr("Gemeenten: names or codes separated by ; (all when empty)"), optional=True
            )
        )
        self.addParameter(
            QgsProcessingParameterDistance(MARGIN, tr("Margin around the gemeenten (m)"), 0.0, minValue=0.0)
        )
        self._add_point_parameters()
        self.addParameter(QgsProcessingParameterFolderDestination(PACK, tr("Data pack (new folder)")))
        self.addOutput(QgsProcessingOutputNumber(SQUARES, tr("Number of squares")))
        self.addOutput(QgsProcessingOutputString(YEARS, tr("Years")))
        self.addOutput(QgsProcessingOutputString(EDITION, tr("Edition")))
        self.addOutput(QgsProcessingOutputNumber(MAX_DIFFERENCE, tr("Largest difference from the published scores")))
        self.addOutput(QgsProcessingOutputNumber(CLASS_DIFFERENCES, tr("Classes that differ")))
        self.addOutput(QgsProcessingOutputNumber(REFUSED_ROWS, tr("Rows without a score that were left out")))

    def _add_point_parameters(self) -> None:
        """The user's own dwellings: a file of points, and which of its points count."""
        label = tr("Own dwellings: points, such as verblijfsobjecten of the BAG (GeoPackage)")
        self.addParameter(QgsProcessingParameterFile(POINTS, label, optional=True))
        for name, label in (
            (POINT_FILTER, tr("Own dwellings: filter (SQL; when empty those with a residential use)")),
            (POINT_NUMBER, tr("Own dwellings: column with the number of dwellings (one each when empty)")),
            (
                POINT_YEAR,
                tr("Own dwellings: column with the year of building; later than the edition doesn't count"),
            ),
        ):
            self.addParameter(advanced(QgsProcessingParameterString(name, label, optional=True)))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Inspect and import."""
        paths = self.parameterAsFileList(parameters, INPUT, context)
        counts = self.parameterAsFile(parameters, COUNTS, context)
        if counts:
            paths.append(counts)
        gemeenten = [text for text in self.parameterAsString(parameters, GEMEENTEN, context).split(";") if text.strip()]
        progress = progress_of(feedback)
        found = inspect(paths, part(progress, 0.0, 0.05))
        points = self.parameterAsFile(parameters, POINTS, context)
        if points:
            names = (self.parameterAsString(parameters, name, context).strip() for name in _POINT_TEXTS)
            add_points(found, points, PointChoice(*names))
        for fault in found.unused:
            feedback.pushInfo(translated_error(fault))
        result = import_edition(
            found,
            self.parameterAsString(parameters, PACK, context),
            gemeenten,
            self.parameterAsDouble(parameters, MARGIN, context),
            part(progress, 0.05, 1.0),
        )
        info = result.info
        if result.already_there:
            feedback.pushInfo(tr("This edition is already there; nothing was imported again."))
        for line in check_lines(info):
            (feedback.pushWarning if line.warns else feedback.pushInfo)(line.text)
        seen = overview(info)
        if seen.needs_word:
            feedback.pushWarning(above_words(info))
        return {
            PACK: str(result.folder),
            SQUARES: info["squares"],
            YEARS: ",".join(map(str, info["years"])),
            EDITION: info["edition"],
            MAX_DIFFERENCE: seen.max_difference,
            CLASS_DIFFERENCES: seen.class_differences,
            REFUSED_ROWS: seen.refused_rows,
        }
