# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:groupshares`: class shares of groups by year, and their change."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
)

from ...analysis.groups.group_figures import group_scores
from ...analysis.groups.group_tables import share_columns
from ...engine.errors import InputError
from ...settings import load
from ...translation import language, tr
from ..inputs.group_input import GroupsAlgorithm
from ..output import OUTPUT, Run, stop_if_cancelled
from ..tables import write_table

_MEASURED_AT = 60


class GroupShares(GroupsAlgorithm):
    """Shares and sums of the classes in dwellings, households or residents, by group and year."""

    id_ = "groupshares"

    def title(self) -> str:
        """Translated name."""
        return tr("Class shares of groups")

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        """Declare parameters and outputs; called by QGIS."""
        self.add_pack_parameter()
        self.add_group_parameters()
        self.add_years_parameter()
        self.add_base_parameter()
        self.add_recipe_parameters()
        self.add_incomplete_parameter()
        kind = QgsProcessing.SourceType.TypeVector
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Class shares of groups"), kind))

    def compute(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Measure the groups, then write a row per group and year."""
        pack = self.pack(parameters, context)
        years, base = self.years_and_base(parameters, context, pack)
        if base not in years:
            raise InputError("Base year {year} isn't one of the years.", year=base)
        covered = self.covered(parameters, context, feedback, pack, kept=True)
        stop_if_cancelled(feedback)
        columns = share_columns(pack.model, covered, group_scores(covered, years), base, language(), load().limits)
        feedback.setProgress(_MEASURED_AT)
        return {OUTPUT: write_table(Run(self, parameters, context, feedback), columns, _MEASURED_AT)}
