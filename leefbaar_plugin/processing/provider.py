# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider `leefbaarometer` of Processing."""

from __future__ import annotations

from .announced import AnnouncedProvider
from .areas.aggregate_areas import AggregateAreas
from .areas.rings import RingsAroundAreas
from .change.development import DevelopmentOfAreas
from .change.group_shares import GroupShares
from .change.monitor import MonitorAreas
from .change.reported import ReportedFigures
from .change.transitions import ClassTransitions
from .edition.grid_layer import GridLayer
from .edition.import_edition import ImportEdition
from .edition.recompute_scores import RecomputeScores
from .handover.export import ExportAreas
from .handover.pack_project import PackProject
from .handover.replay import ReplayOutput
from .handover.report import ReportAreas
from .models.fit_model import FitModel
from .models.robustness import RobustnessOfAreas
from .models.scenario import WhatIf
from .models.score_model import ScoreByModel
from .relations.relate import Relate
from .signals.clusters import FindClusters
from .signals.find_signals import FindSignals

ALGORITHMS = (
    ImportEdition,
    RecomputeScores,
    AggregateAreas,
    GridLayer,
    RingsAroundAreas,
    MonitorAreas,
    DevelopmentOfAreas,
    GroupShares,
    ClassTransitions,
    ReportedFigures,
    FindSignals,
    FindClusters,
    Relate,
    RobustnessOfAreas,
    WhatIf,
    ScoreByModel,
    FitModel,
    ReportAreas,
    ExportAreas,
    ReplayOutput,
    PackProject,
)


class LeefbaarometerProvider(AnnouncedProvider):
    """The algorithms themselves at once: for `qgis_process`, which waits for nothing else, and for the sources."""

    def loadAlgorithms(self) -> None:
        """Add every algorithm; called by QGIS."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
