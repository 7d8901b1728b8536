# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider `leefbaarometer` of Processing."""

from __future__ import annotations

from .aggregate_areas import AggregateAreas
from .announced import AnnouncedProvider
from .clusters import FindClusters
from .development import DevelopmentOfAreas
from .export import ExportAreas
from .find_signals import FindSignals
from .fit_model import FitModel
from .grid_layer import GridLayer
from .group_shares import GroupShares
from .import_edition import ImportEdition
from .monitor import MonitorAreas
from .recompute_scores import RecomputeScores
from .relate import Relate
from .replay import ReplayOutput
from .report import ReportAreas
from .reported import ReportedFigures
from .rings import Rings
from .robustness import RobustnessOfAreas
from .scenario import WhatIf
from .score_model import ScoreByModel
from .transitions import ClassTransitions

ALGORITHMS = (
    ImportEdition,
    RecomputeScores,
    AggregateAreas,
    GridLayer,
    Rings,
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
)


class LeefbaarometerProvider(AnnouncedProvider):
    """The algorithms themselves at once: for `qgis_process`, which waits for nothing else, and for the sources."""

    def loadAlgorithms(self) -> None:
        """Add every algorithm; called by QGIS."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
