# SPDX-License-Identifier: GPL-2.0-or-later
"""Computes in the background what the shown view needs, and the hatching of squares with few dwellings."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtXml import QDomDocument

from ... import settings
from ...analysis import derived
from ...analysis.derived import Parts, WantedMap
from ...engine.errors import CancelledError, WriteError
from ...layers.afar import is_behind
from ...layers.hatching import hatch, unhatch
from ...layers.project.saved_map import keep_beside, leave_out_hatching
from ...layers.styles import HATCH_SCALE
from ...layers.tree import hatch_layer
from ...pack.reading.scores import GRID
from ...translation import tr
from ..messages import Messages, log
from ..session import Session
from ..work import Background

_MAP, _SMALL = "map", "small squares"


class ComputedMaps(QObject):
    """Follows the session: what a view lacks is computed once, kept in the cache, and then shown."""

    def __init__(self, session: Session, background: Background, messages: Messages, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self._session = session
        self._background = background
        self._messages = messages
        self._canvas = canvas
        self._failed: WantedMap | None = None
        self._left_out = False
        self._hatching = ""
        session.view_changed.connect(self._compute)
        session.pack_changed.connect(self._forget)
        session.recipe_changed.connect(self._renew)
        canvas.scaleChanged.connect(self._hatch)
        canvas.scaleChanged.connect(self._catch_up)
        session.project.writeProject.connect(self._before_saving)
        session.project.projectSaved.connect(self._after_saving)

    def disconnect_all(self) -> None:
        """Stop following; work that runs is dropped by the background itself."""
        self._session.view_changed.disconnect(self._compute)
        self._session.pack_changed.disconnect(self._forget)
        self._session.recipe_changed.disconnect(self._renew)
        self._canvas.scaleChanged.disconnect(self._hatch)
        self._canvas.scaleChanged.disconnect(self._catch_up)
        self._session.project.writeProject.disconnect(self._before_saving)
        self._session.project.projectSaved.disconnect(self._after_saving)
        self.deleteLater()

    def _before_saving(self, document: QDomDocument) -> None:
        """A saved project rests on nothing in this computer's cache."""
        project = self._session.project
        self._left_out = leave_out_hatching(project, document)
        try:
            keep_beside(project, settings.load().folder / derived.CACHE)
        except WriteError as problem:  # it can be made again wherever the plugin is
            log(str(problem))

    def _after_saving(self) -> None:
        if self._left_out:
            self._left_out, self._hatching = False, ""
            self._hatch()
            self._session.project.setDirty(False)

    def _forget(self) -> None:
        self._failed, self._hatching = None, ""
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

    def _catch_up(self, _scale: float) -> None:
        """Squares seen from afar look as the user made them look near by, in the legend for instance."""
        if self._session.pack is not None and self._session.level == GRID and is_behind(self._session.project):
            self._session.refresh_map()

    def _hatch(self, _scale: float = 0.0) -> None:
        """Hatch the squares of a raster once the map is near enough to see them."""
        pack, now = self._session.pack, settings.load()
        if pack is None or pack.grid is None or pack.squares_path is not None or pack.counts is None:
            return
        near = 0 < self._canvas.scale() <= HATCH_SCALE
        if not near or now.smallest_dwellings <= 0 or hatch_layer(self._session.project) is not None:
            return
        if self._hatching:  # the user took it away
            return
        there = derived.find_small_squares(now.folder, pack, now.smallest_dwellings)
        if there is not None:
            layer = hatch(self._session.project, there, now.smallest_dwellings)
            self._hatching = layer.id() if layer is not None else ""
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
