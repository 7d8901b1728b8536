# SPDX-License-Identifier: GPL-2.0-or-later
"""Search in QGIS's own search box: official areas of the data that are open, and the project's own areas."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsGeometry,
    QgsLocatorContext,
    QgsLocatorFilter,
    QgsLocatorResult,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtGui import QIcon

from ... import settings
from ...analysis.marks import Marks, marks_of
from ...engine.choices import SMALLEST_INHABITANTS
from ...engine.errors import LeefbaarError
from ...engine.model import in_language
from ...garbage import left_to_main_thread
from ...layers.marks import short_note
from ...pack.files.resources import resource_path
from ...pack.name_search import ELSEWHERE, folded, match, search
from ...pack.official import AreaName, read_names, read_outlines
from ...pack.official_scores import official_scores
from ...pack.pack import Pack
from ...translation import language, tr
from ..drawing.areas import Areas
from ..messages import log
from ..session import Session
from .names import PREFIX

TAKE_OVER = 1
OWN = "own"
_MOST = 50
_LEAST_LETTERS = 2
_GROUPS = {OWN: 1.0, "gemeente": 0.9, "wijk": 0.8, "buurt": 0.7, "pc4": 0.6}
"""Order of the groups of results: our own first, then from large to small."""
_MARGIN = 1.2


class Index:
    """The names of a pack, read when the first search needs them; shared by the filter and its clones."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pack: Pack | None = None
        self._names: tuple[AreaName, ...] = ()
        self._marks: dict[tuple[str, int], Marks] = {}

    def names_of(self, pack: Pack) -> tuple[AreaName, ...]:
        """All names of a pack; for any thread."""
        with self._lock:
            if self._pack is not pack:
                self._names = read_names(pack)
                self._pack, self._marks = pack, {}
            return self._names

    def marks_of(self, pack: Pack, area: AreaName) -> Marks:
        """What has to be told of an area; for any thread."""
        key = (area.level, area.fid)
        found = self._marks.get(key)
        if found is None:
            found = self._marks[key] = marks_of(pack, official_scores(pack).of_codes(area.level, [area.code]))
        return found


class AreaFilter(QgsLocatorFilter):
    """`lbm ` and a name. Searching runs in a thread of QGIS, on a clone that `prepare` gave what it needs.

    `opened` gets level (`OWN` for an area of the user), feature id and code of what was chosen.
    """

    def __init__(
        self,
        session: Session,
        areas: Areas,
        iface: Any,
        failed: Callable[[LeefbaarError], None],
        opened: Callable[[str, int, str], None] | None = None,
        index: Index | None = None,
    ) -> None:
        super().__init__()
        self._session = session
        self._areas = areas
        self._iface = iface
        self._failed = failed
        self._opened = opened
        self._index = index or Index()
        self._pack: Pack | None = None
        self._own: dict[int, str] = {}
        self._language = "en"
        self._small = SMALLEST_INHABITANTS
        names = {"own": "draw_area", "official": "leefbaarometer"}
        self._icons = {of: QIcon(str(resource_path("icons", f"{name}.svg"))) for of, name in names.items()}

    def clone(self) -> QgsLocatorFilter:
        """One for a search; called by QGIS."""
        return AreaFilter(self._session, self._areas, self._iface, self._failed, self._opened, self._index)

    def name(self) -> str:
        """Id of the filter."""
        return "leefbaarometer_areas"

    def displayName(self) -> str:
        """Name in the search box."""
        return tr("Leefbaarometer: gemeente, wijk, buurt, project area")

    def prefix(self) -> str:
        """What one types before the name."""
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        """Place among the filters."""
        return QgsLocatorFilter.Priority.Medium

    def prepare(self, _text: str, _context: QgsLocatorContext) -> list[str]:
        """Take what the search needs from session and areas; called on the main thread."""
        self._pack = self._session.pack
        self._own = self._areas.names()
        self._language = language()
        self._small = settings.load().smallest_inhabitants
        return []

    def fetchResults(self, text: str, context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        """Send the areas that fit; called in a thread."""
        wanted = folded(text)
        if len(wanted) >= _LEAST_LETTERS or context.usingPrefix:
            with left_to_main_thread():
                self._send(wanted, feedback)

    def _send(self, wanted: str, feedback: QgsFeedback) -> None:
        for result in self._own_results(wanted):
            self.resultFetched.emit(result)
        if self._pack is None or not wanted:
            return
        try:
            names = self._index.names_of(self._pack)
        except LeefbaarError as problem:
            log(str(problem))
            return
        if feedback.isCanceled():
            return
        found = sorted(search(names, wanted), key=lambda pair: (-pair[1], -_GROUPS[pair[0].level], len(pair[0].name)))
        for area, fit in found[:_MOST]:
            if feedback.isCanceled():
                return
            self.resultFetched.emit(self._official_result(area, fit))

    def _own_results(self, wanted: str) -> list[QgsLocatorResult]:
        made = []
        for fid, name in self._own.items():
            plain = folded(name)
            if all(word in plain for word in wanted.split()):
                result = self._result(name, "", {"level": OWN, "fid": fid}, "own")
                result.group, result.groupScore = tr("Project areas"), _GROUPS[OWN]
                result.score = match(plain, wanted)
                made.append(result)
        return made

    def _official_result(self, area: AreaName, fit: float) -> QgsLocatorResult:
        parts = [area.code] if area.level == "gemeente" else [area.gemeente, area.code]
        if self._pack is not None:
            parts.append(short_note(self._index.marks_of(self._pack, area), 0, self._small))
        data = {"level": area.level, "fid": area.fid, "code": area.code, "name": area.name}
        result = self._result(area.name, " · ".join(part for part in parts if part), data, "official")
        # QGIS sorts by group, and within it by name; so what fits by its gemeente alone is a group of its own
        level = in_language(self._pack.model.level(area.level).name, self._language) if self._pack else area.level
        group, by_name = level[:1].upper() + level[1:], fit > ELSEWHERE
        result.group = group if by_name else tr("{level} in {gemeente}").format(level=group, gemeente=area.gemeente)
        result.groupScore = _GROUPS[area.level] - (0 if by_name else 0.5)
        result.score = fit
        icon = str(resource_path("icons", "select_area.svg"))
        result.actions = [QgsLocatorResult.ResultAction(TAKE_OVER, tr("Take over as project area"), icon)]
        return result

    def _result(self, name: str, about: str, data: dict[str, Any], icon: str) -> QgsLocatorResult:
        result = QgsLocatorResult()
        result.filter = self
        result.displayString = name
        result.description = about
        result.icon = self._icons[icon]
        result.setUserData(data)
        return result

    # On the main thread, when a result is chosen

    def triggerResult(self, result: QgsLocatorResult) -> None:
        """Go to the area, flash it, and show its card; a project area becomes the current one."""
        data = _data_of(result)
        geometry = self._geometry(data)
        if geometry is None:
            return
        if self._opened is not None:
            self._opened(data["level"], data["fid"], data.get("code", ""))
        elif data["level"] == OWN:
            self._areas.set_current(data["fid"])
        self._show(geometry, data["level"] == OWN)

    def triggerResultFromAction(self, result: QgsLocatorResult, action: int) -> None:
        """Take the area over as a project area, and go there."""
        data = _data_of(result)
        if action != TAKE_OVER or data["level"] == OWN:
            self.triggerResult(result)
            return
        geometry = self._geometry(data)
        if geometry is not None:
            self._areas.add([(data["name"], geometry)])
            self._show(geometry, False)

    def _geometry(self, data: dict[str, Any]) -> QgsGeometry | None:
        if data["level"] == OWN:
            layer = self._areas.layer
            feature = layer.getFeature(data["fid"]) if layer is not None else None
            return feature.geometry() if feature is not None and feature.hasGeometry() else None
        pack = self._session.pack
        if pack is None:
            return None
        try:
            (outline,) = read_outlines(pack, data["level"], [data["fid"]])
            if outline is None:
                raise LeefbaarError("{name} has no outline in these data.", name=data["name"])
        except LeefbaarError as problem:
            self._failed(problem)
            return None
        geometry = QgsGeometry()
        geometry.fromWkb(outline)
        return geometry

    def _show(self, geometry: QgsGeometry, own: bool) -> None:
        layer = self._areas.layer if own else None
        crs = layer.crs() if layer is not None else QgsCoordinateReferenceSystem("EPSG:28992")
        extent = geometry.boundingBox()
        extent.scale(_MARGIN)
        canvas = self._iface.mapCanvas()
        canvas.setReferencedExtent(QgsReferencedRectangle(extent, crs))
        canvas.refresh()
        canvas.flashGeometries([geometry], crs)


def _data_of(result: QgsLocatorResult) -> dict[str, Any]:
    """What the search put into a result; `userData` is a method since QGIS 3.34, hidden under another name before."""
    return dict(result._userData())
