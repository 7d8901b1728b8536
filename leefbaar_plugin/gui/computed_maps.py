# SPDX-License-Identifier: GPL-2.0-or-later
"""Computes in the background what the shown view needs, and the hatching of squares with few dwellings."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from .. import settings
from ..data import derived
from ..data.derived import Parts, Wanted
from ..engine.errors import CancelledError
from ..layers.hatching import SCALE, hatch, unhatch
from ..layers.tree import hatch_layer
from ..translation import tr
from .messages import Messages
from .session import Session
from .work import Background

_MAP, _SMALL = "map", "small squares"


class ComputedMaps(QObject):
    """Follows the session: what a view lacks is computed once, kept in the cache, and then shown."""

    def __init__(self, session: Session, background: Background, messages: Messages, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._session = session
        self._background = background
        self._messages = messages
        self._canvas = canvas
        self._failed: Wanted | None = None
        session.view_changed.connect(self._compute)
        session.pack_changed.connect(self._forget)
        session.recipe_changed.connect(self._renew)
        canvas.scaleChanged.connect(self._hatch)

    def disconnect_all(self) -> None:
        """Stop following; work that runs is dropped by the background itself."""
        self._session.view_changed.disconnect(self._compute)
        self._session.pack_changed.disconnect(self._forget)
        self._session.recipe_changed.disconnect(self._renew)
        self._canvas.scaleChanged.disconnect(self._hatch)
        self.deleteLater()

    def _forget(self) -> None:
        self._failed = None
        unhatch(self._session.project)

    def _renew(self) -> None:
        self._forget()
        self._hatch()

    def _compute(self) -> None:
        """Begin with what the view lacks; what failed isn't tried again until something else was shown."""
        session = self._session
        if session.pack is None:
            return
        view = session.view
        wanted = view.wanted
        if wanted is None or view.parts is not None or wanted == self._failed:
            self._failed = wanted if wanted == self._failed else None
            return
        folder, measurer = settings.load().folder, session.measurer

        def done(_parts: Parts) -> None:
            if session.pack is measurer.pack and session.view.wanted == wanted:
                session.refresh_map()

        def failed(problem: BaseException) -> None:
            self._failed = wanted
            if not isinstance(problem, CancelledError):
                self._messages.error(problem)

        title = tr("Leefbaarometer: computing the map")
        self._background.start(_MAP, title, lambda p: derived.make(folder, measurer, wanted, p), done, failed)

    def _hatch(self, _scale: float = 0.0) -> None:
        """Hatch the squares of a raster once the map is near enough to see them."""
        pack, now = self._session.pack, settings.load()
        if pack is None or pack.grid is None or pack.squares_path is not None or pack.counts is None:
            return
        near = 0 < self._canvas.scale() <= SCALE
        if not near or now.smallest_dwellings <= 0 or hatch_layer(self._session.project) is not None:
            return
        there = derived.find_small_squares(now.folder, pack, now.smallest_dwellings)
        if there is not None:
            hatch(self._session.project, there, now.smallest_dwellings)
            return
        if self._background.is_running(_SMALL):
            return

        def done(path: object) -> None:
            if path is not None and self._session.pack is pack:
                self._hatch()

        self._background.start(
            _SMALL,
            tr("Leefbaarometer: hatching squares with few dwellings"),
            lambda _progress: derived.make_small_squares(now.folder, pack, now.smallest_dwellings),
            done,
            self._messages.error,
        )
