# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:reported`: the figures that the letters to parliament report, for any area or group."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
)

from ...analysis.groups.group_figures import CoveredGroups
from ...analysis.measure import Measurer
from ...analysis.reported.against import HIGHEST
from ...analysis.reported.question import GROUPS as GROUPS_FIGURE
from ...analysis.reported.question import THEMES, ReportedQuestion, all_squares, reported_columns
from ...analysis.signals.letters import dates_of, load_reported
from ...analysis.signals.needs import earlier_year
from ...analysis.signals.rule_words import words
from ...engine.model import in_language
from ...pack.files.progress import part
from ...pack.pack import Pack
from ...settings import load
from ...translation import language, tr
from ..algorithm import progress_of
from ..inputs.area_input import AREAS, tell_weight
from ..inputs.group_input import GROUPS, OWN, GroupsAlgorithm
from ..output import OUTPUT, Run, stop_if_cancelled
from ..signals.clusters import add_since_parameter, add_whole_number, given_since
from ..tables import write_table

FIGURE, CLASS = "FIGURE", "HIGHEST"
_MEASURED_AT = 80
_CLASSES = 9
SINCE_FIGURES = (GROUPS_FIGURE, THEMES)
"""Figures that look at a change from one year."""


class ReportedFigures(GroupsAlgorithm):
    """One figure of the letters as a table, with a row per group, year, class or dimension."""

    id_ = "reported"

    def title(self) -> str:
        """Translated name."""
        return tr("Figures of the letters to parliament")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        titles = [in_language(one.title, language()) for one in load_reported().values()]
        self.addParameter(QgsProcessingParameterEnum(FIGURE, tr("Figure"), titles, defaultValue=0))
        self.add_group_parameters()
        self.add_year_parameter()
        add_since_parameter(self)
        self.add_recipe_parameters()
        self.add_incomplete_parameter()
        add_whole_number(self, CLASS, tr("Highest class that counts against liveability"), HIGHEST, 1, _CLASSES)
        kind = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Figures of the letters"), kind))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Cover the groups, ask the figure, write its table."""
        pack = self.pack(parameters, context)
        until = self.year(parameters, context, pack)
        figure = list(load_reported().values())[self.parameterAsEnum(parameters, FIGURE, context)]
        self.subject = in_language(figure.title, language())
        since = given_since(self, parameters, context)
        if figure.id in SINCE_FIGURES or since is not None:
            since = earlier_year(pack, until, since)
        covered = self._subject(parameters, context, feedback, pack, figure.id)
        tell_weight(covered.measurer, feedback)
        stop_if_cancelled(feedback)
        highest = self.parameterAsInt(parameters, CLASS, context)
        question = ReportedQuestion(figure.id, since or pack.years[0], until, highest, load().limits)
        watched = part(progress_of(feedback), 0.0, _MEASURED_AT / 100)
        columns = reported_columns(covered, question, language(), watched)
        said = words(language())
        dates = dates_of(figure.letters, language(), said["and"])
        kind = "of_letter" if len(figure.letters) == 1 else "of_letters"
        feedback.pushInfo(said[kind].format(demand=in_language(figure.text, language()), dates=dates))
        return {OUTPUT: write_table(Run(self, parameters, context, feedback), columns, _MEASURED_AT)}

    def _subject(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        pack: Pack,
        figure: str,
    ) -> CoveredGroups:
        """The groups that were chosen; without any the groups of cities for their figure, else all squares."""
        given = any(parameters.get(name) not in (None, "", []) for name in (GROUPS, OWN, AREAS))
        if given or figure == GROUPS_FIGURE:
            return self.covered(parameters, context, feedback, pack)
        return all_squares(Measurer(pack, self.recipe(parameters, context)))
