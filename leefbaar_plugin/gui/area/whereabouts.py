# SPDX-License-Identifier: GPL-2.0-or-later
"""The line under an area that says where it lies: gemeenten, what lies outside, and overlaps with other areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...analysis.area_context import AreaContext, AreaContexts
from ...analysis.measure import Measurer
from ...analysis.whereabouts import GemeentePart
from ...engine.errors import LeefbaarError
from ...pack.pack import Pack
from ...plain_text import PlainLabel
from ...translation import tr
from ...words import formats
from ...words.weights import weight_name
from ..drawing.areas import Areas
from ..messages import log
from ..session import Session
from ..widgets.terms import explain_by_terms
from ..work import Background

_PAUSE = 120
"""Milliseconds without another change before the line follows."""
_MOST = 3
_ALMOST_ALL = 0.9995
_SUBJECT = "whereabouts"


@dataclass(frozen=True)
class Lies:
    """Where an area lies: the fraction of its surface outside the gemeenten of the data, and what else is worth a note
    beside its figures, in a few words each.
    """

    outside: float
    short: tuple[str, ...]


class Whereabouts(PlainLabel):
    """Follows the current area; what takes long is found in the background. `found` tells that `place` is another."""

    found = pyqtSignal()

    def __init__(
        self, session: Session, areas: Areas, background: Background | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._areas, self._background = session, areas, background
        self._made_for: tuple[Pack, Measurer | None] | None = None
        self._contexts: AreaContexts | None = None
        self.place: Lies | None = None
        self.setObjectName("LeefbaarometerWhereabouts")
        self.setAccessibleName(tr("Where the area lies"))
        explain_by_terms(self, "area", "coverage")
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.88)
        self.setFont(font)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.refresh)
        signals = areas.current_changed, areas.list_changed, session.pack_changed, session.view_changed
        for signal in (*signals, session.recipe_changed):
            signal.connect(self._timer.start)
        session.pack_changed.connect(self._forget)
        self.setVisible(False)

    def _forget(self) -> None:
        """Let go of a pack that was closed."""
        self._made_for = self._contexts = None

    def set_background(self, background: Background) -> None:
        """Where to find what takes long."""
        self._background = background

    def refresh(self) -> None:
        """Find out where the current area lies; nothing is said of one that is still being drawn."""
        geometry, pack = self._areas.geometry(), self._session.pack
        if self._areas.has_sketch or geometry is None or geometry.isEmpty() or pack is None:
            self._lies(None)
            self.setVisible(False)
            return
        measurer = self._session.measurer if pack.grid is not None else None
        if self._contexts is None or self._made_for != (pack, measurer):
            self._made_for, self._contexts = (pack, measurer), AreaContexts(pack, measurer)
        contexts, current = self._contexts, self._areas.current
        area = bytes(geometry.asWkb())
        near = self._areas.geometries(within=geometry.boundingBox())
        others = {fid: bytes(other.asWkb()) for fid, other in near.items() if fid != current}
        try:
            if self._background is None or contexts.is_quick(area, others):
                self._show(contexts.find(area, others))
                return
        except LeefbaarError as problem:
            self._say_nothing(problem)
            return
        title = tr("Leefbaarometer: where the area lies")

        def done(context: AreaContext) -> None:
            if self._areas.current == current:
                self._show(context)

        self._background.start(_SUBJECT, title, lambda _progress: contexts.find(area, others), done, self._say_nothing)

    def _say_nothing(self, problem: BaseException) -> None:
        log(str(problem))
        self._lies(None)
        self.setVisible(False)

    def _lies(self, place: Lies | None) -> None:
        if place != self.place:
            self.place = place
            self.found.emit()

    def _show(self, context: AreaContext) -> None:
        figures = self._areas.figures()
        covered = figures.covered if figures is not None else None
        weight = weight_name(figures.weight) if figures is not None and figures.weight else ""
        text = whereabouts(context, covered, self._areas.names(), weight)
        self.setText(text)
        self.setVisible(bool(text))
        self._lies(Lies(context.elsewhere or 0.0, tuple(_short(context, self._areas.names()))))


def whereabouts(context: AreaContext, covered: float | None, names: Mapping[int, str], weight: str = "") -> str:
    """The sentence: gemeenten with their parts of the surface and the weight, what has no scored squares, and overlaps
    in hectares.

    `covered` is the fraction of the surface with scored squares, `names` those of the other areas by id, `weight` what
    a square counts for, as a plural.
    """
    parts = [_gemeenten(context, weight)] if context.gemeenten else []
    if context.elsewhere and context.gemeenten:
        parts.append(tr("{share} outside the gemeenten of these data").format(share=_share(context.elsewhere)))
    elif context.elsewhere:
        parts.append(tr("outside the gemeenten of these data"))
    if covered is not None and 0 < covered < _ALMOST_ALL:
        parts.append(tr("{share} of the surface has no scored squares").format(share=_share(1 - covered)))
    if context.overlaps:
        largest = list(context.overlaps.items())[:_MOST]
        shown = [f"{names.get(fid, formats.NO_VALUE)} ({formats.area(surface)})" for fid, surface in largest]
        parts.append(tr("overlaps {areas}").format(areas=_list(shown, len(context.overlaps))))
    text = " · ".join(parts)
    return text[:1].upper() + text[1:]


def _short(context: AreaContext, names: Mapping[int, str]) -> list[str]:
    """Several gemeenten, and overlaps, as they stand in a line of notes."""
    found = []
    if len(context.gemeenten) > 1:
        found.append(_gemeenten(context, ""))
    if context.overlaps:
        first = next(iter(context.overlaps))
        found.append(
            tr("overlaps {areas}").format(areas=_list([names.get(first, formats.NO_VALUE)], len(context.overlaps)))
        )
    return found


def _gemeenten(context: AreaContext, weight: str) -> str:
    first = context.gemeenten[0]
    if len(context.gemeenten) == 1 and (first.surface >= _ALMOST_ALL or context.elsewhere == 0.0):
        return tr("gemeente {name}").format(name=first.name)
    shown = [_part(part, weight) for part in context.gemeenten[:_MOST]]
    return tr("gemeenten {names}").format(names=_list(shown, len(context.gemeenten)))


def _part(part: GemeentePart, weight: str) -> str:
    """A gemeente with its part of the surface, and of the dwellings (or what the weight is)."""
    if part.weight is None or not weight:
        return f"{part.name} {_share(part.surface)}"
    text = tr("{name} {surface} ({weight_share} of the {weight})")
    shares = {"surface": _share(part.surface), "weight_share": _share(part.weight)}
    return text.format(name=part.name, weight=weight, **shares)


def _list(shown: list[str], count: int) -> str:
    text = ", ".join(shown)
    return tr("{list} and {count} more").format(list=text, count=count - len(shown)) if count > len(shown) else text


def _share(fraction: float) -> str:
    return formats.percentage(fraction)
