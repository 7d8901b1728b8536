# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas out of others: what the dialogs for official areas and for surroundings ask for is made in the background."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtWidgets import QWidget

from ...engine.choices import EVEN_ODD
from ...engine.errors import LeefbaarError
from ...layers.areas.area_geometry import WIDEST_GAP, combined
from ...pack.official import read_outlines
from ...pack.pack import Pack
from ...translation import tr
from ...words import formats
from ..messages import Messages
from ..session import Session
from ..work import Background
from .areas import Areas
from .combine_dialog import OWN, AreasWanted, CombineDialog
from .surroundings_dialog import Surroundings, SurroundingsDialog

_SUBJECT = "make areas"
_WORTH_SAYING = 1.0
Named = list[tuple[str, QgsGeometry]]


class AreaDialogs:
    """Opens the dialogs, and stores what they ask for."""

    def __init__(
        self,
        iface: Any,
        session: Session,
        areas: Areas,
        background: Background,
        messages: Messages,
        dock: QWidget | None = None,
    ) -> None:
        self._iface, self._session, self._areas, self._dock = iface, session, areas, dock
        self._background, self._messages = background, messages
        self._combine: CombineDialog | None = None
        self._surroundings: SurroundingsDialog | None = None

    def close(self) -> None:
        """Take the dialogs away."""
        if self._combine is not None:
            self._combine.let_go()
            self._combine.deleteLater()
        if self._surroundings is not None:
            self._areas.current_changed.disconnect(self._name_area)
            self._areas.list_changed.disconnect(self._name_area)
            self._surroundings.deleteLater()
        self._combine = self._surroundings = None

    def open_combine(self) -> None:
        """Choose official or own areas."""
        if self._session.pack is None:
            return
        if self._combine is None:
            parts = self._session, self._areas, self._background, self._iface
            self._combine = CombineDialog(*parts, self._iface.mainWindow())
            self._combine.wanted.connect(self.take_official)
        self._combine.open()
        self._place(self._combine)

    def _place(self, dialog: QWidget) -> None:
        """Over the lower part of the dock, so that the map stays free to select on."""
        if self._dock is not None and self._dock.isVisible():
            corner = self._dock.mapToGlobal(self._dock.rect().bottomRight())
            frame = dialog.frameGeometry()
            dialog.move(corner.x() - frame.width(), max(corner.y() - frame.height(), 0))

    def open_surroundings(self) -> None:
        """Choose a buffer or rings around the current area."""
        if self._surroundings is None:
            self._surroundings = SurroundingsDialog(self._iface.mainWindow())
            self._surroundings.wanted.connect(self.add_surroundings)
            self._areas.current_changed.connect(self._name_area)
            self._areas.list_changed.connect(self._name_area)
        self._name_area()
        self._surroundings.show()
        self._place(self._surroundings)
        self._surroundings.raise_()
        self._surroundings.activateWindow()

    def _name_area(self) -> None:
        if self._surroundings is not None:
            current = self._areas.current
            self._surroundings.set_area(self._areas.names().get(current, "") if current is not None else "")

    def take_official(self, choice: AreasWanted) -> None:
        """Store official areas as areas of our own, as one or separately; or own areas as one."""
        pack = self._session.pack
        if pack is None:
            return
        title = tr("Leefbaarometer: combining areas")
        if choice.level == OWN:
            fids = [area.fid for area in choice.areas]
            there = self._areas.geometries(fids)
            shapes = [QgsGeometry(there[fid]) for fid in fids if fid in there]
            work = partial(_as_one, choice.name, shapes, self._session.recipe.fill_rule)
        else:
            work = partial(_official, pack, choice)
        self._background.start(_SUBJECT, title, lambda _progress: work(), self._store_official, self._messages.error)

    def _store_official(self, made: tuple[Named, float]) -> None:
        areas, closed = made
        text = tr("Gaps up to {width} m wide between the outlines were closed: {surface} m².").format(
            width=formats.count(WIDEST_GAP), surface=formats.count(closed)
        )
        self._areas.add(areas, then=(lambda: self._messages.info(text)) if closed >= _WORTH_SAYING else None)

    def add_surroundings(self, asked: Surroundings) -> None:
        """Store a buffer or rings of the current area, behind it in the list."""
        geometry, fid = self._areas.geometry(), self._areas.current
        if geometry is None or fid is None:
            return
        name = self._areas.names()[fid]
        title = tr("Leefbaarometer: buffer and rings")
        area, fill_rule = QgsGeometry(geometry), self._session.recipe.fill_rule
        self._background.start(
            _SUBJECT,
            title,
            lambda _progress: asked.areas(name, area, fill_rule),
            lambda made: self._store_surroundings(made, fid),
            self._messages.error,
        )

    def _store_surroundings(self, made: Named, fid: int) -> None:
        after = fid if fid in self._areas.names() else None
        # rings are there to be compared with the area, which stays the one that is shown
        self._areas.add(made, after, show=len(made) == 1)


def _official(pack: Pack, choice: AreasWanted) -> tuple[Named, float]:
    """Named geometries, and the surface of the gaps that were closed (square metres)."""
    shapes = []
    outlines = read_outlines(pack, choice.level, [area.fid for area in choice.areas])
    for area, wkb in zip(choice.areas, outlines, strict=True):
        if wkb is None:
            raise LeefbaarError("{name} has no outline in these data.", name=area.name)
        shape = QgsGeometry()
        shape.fromWkb(wkb)
        shapes.append(shape)
    if not choice.as_one:
        return [(area.name, shape) for area, shape in zip(choice.areas, shapes, strict=True)], 0.0
    return _as_one(choice.name, shapes)


def _as_one(name: str, shapes: list[QgsGeometry], fill_rule: str = EVEN_ODD) -> tuple[Named, float]:
    whole = combined(shapes, fill_rule=fill_rule)
    return [(name, whole.geometry)], whole.closed
