# SPDX-License-Identifier: GPL-2.0-or-later
"""The provider `leefbaarometer` of Processing."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..data.resources import resource_path
from .aggregate_areas import AggregateAreas
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
    FindSignals,
    FindClusters,
    Relate,
    RobustnessOfAreas,
    WhatIf,
    ScoreByModel,
    FitModel,
    ExportAreas,
    ReplayOutput,
)


class LeefbaarometerProvider(QgsProcessingProvider):
    """Everything the dock does, for the toolbox, models and `qgis_process`."""

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
        """Add every algorithm; called by QGIS."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
