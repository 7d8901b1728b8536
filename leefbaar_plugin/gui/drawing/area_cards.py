# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps the card of the user's own areas, on the map and in forms, in step with the data that are open."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject

from ...layers.areas.area_card import tell_scores
from ..session import Session
from .areas import Areas


class AreaCards(QObject):
    """Gives the areas layer its card when data are opened, when the layer comes and when colours are chosen."""

    def __init__(self, session: Session, areas: Areas) -> None:
        super().__init__(areas)
        self._session, self._areas = session, areas
        self._told: tuple[str, str, str] | None = None
        for signal in (session.pack_changed, session.view_changed, areas.list_changed):
            signal.connect(self._follow)
        self._follow()

    def disconnect_session(self) -> None:
        """Follow no longer."""
        for signal in (self._session.pack_changed, self._session.view_changed):
            signal.disconnect(self._follow)

    def _follow(self) -> None:
        layer, session = self._areas.layer, self._session
        if layer is None or session.pack is None or session.pack.grid is None:
            return
        told = (layer.id(), session.model.id, session.palette.id)
        if told != self._told:
            self._told = told
            tell_scores(layer, session.model, session.palette)
