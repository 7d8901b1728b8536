# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:transitions`: from class to class between two years, and the path of every class back to 2002."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
)

from ...analysis.groups.group_figures import group_paths, group_transitions
from ...analysis.groups.group_tables import path_columns, transition_columns
from ...settings import load
from ...translation import language, tr
from ..inputs.group_input import GroupsAlgorithm
from ..inputs.period import add_period_parameters, period
from ..output import OUTPUT, Run, stop_if_cancelled
from ..tables import write_beside, write_table

PATHS = "PATHS"
_MEASURED_AT = 60


class ClassTransitions(GroupsAlgorithm):
    """Transition matrix between the classes of two years, by group, and paths by class in the last year."""

    id_ = "transitions"

    def title(self) -> str:
        """Translated name."""
        return tr("Transitions between classes")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_group_parameters()
        add_period_parameters(self)
        self.add_recipe_parameters()
        self.add_incomplete_parameter()
        kind = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Transitions between classes"), kind))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                PATHS, tr("Paths by class in the last year"), kind, optional=True, createByDefault=False
            )
        )

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Count, then write a row per group and pair of classes; and the paths, when asked for."""
        pack = self.pack(parameters, context)
        since, until = period(self, parameters, context, pack)
        covered = self.covered(parameters, context, feedback, pack)
        stop_if_cancelled(feedback)
        found = group_transitions(covered, since, until)
        columns = transition_columns(pack.model, covered, found, tr("no score"), language(), load().limits)
        feedback.setProgress(_MEASURED_AT)
        paths = None
        if parameters.get(PATHS) not in (None, ""):
            paths = path_columns(pack.model, covered, group_paths(covered, until), language(), load().limits)
        run = Run(self, parameters, context, feedback)
        return write_beside(run, paths, PATHS, lambda: write_table(run, columns, _MEASURED_AT))
