# SPDX-License-Identifier: GPL-2.0-or-later
"""The page that compares own areas: a table of all, pictures of up to six, and all together counted once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsReferencedRectangle
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from ...analysis.comparison import FIRST_GUEST, Compared, OwnArea, compare
from ...analysis.places import Place
from ...analysis.references.reference import Reference
from ...engine.errors import CancelledError, LeefbaarError
from ...pack.official import GEMEENTE
from ...plain_text import PlainLabel, as_tip
from ...report.handover import HandedArea
from ...translation import tr
from ...words import formats
from ..drawing.areas import Areas
from ..messages import log
from ..pages import Page
from ..places import PlaceReading
from ..references import ReferenceBook
from ..session import Session
from ..start_pages import no_squares
from ..theme_line import ThemeLine
from ..widgets.elided import ElidedButton
from ..widgets.reference_choice import ReferenceChoice
from ..widgets.terms import say_copied
from ..work import Background
from .model import UNION, columns_of
from .pictures import ComparePictures
from .rows import common_reference, rows_of
from .table import CompareTable

_SCOPE, _KEY = "leefbaarometer", "compare_with"
_SUBJECT = "compare"
_AT_ONCE = 200_000
"""Bytes of outlines that are measured at once; more goes to the background."""
_SMALLEST_OVERLAP = 100.0
_MARGIN = 1.2
_MOST_GUESTS = 12


class ComparePage(Page):
    """Follows session and areas while it is visible; measures all areas in one go."""

    def __init__(
        self,
        session: Session,
        areas: Areas,
        book: ReferenceBook,
        background: Background,
        canvas: Any,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._areas = areas
        self._book = book
        self._background = background
        self._canvas = canvas
        self._compared: Compared | None = None
        self._of_row: dict[int, Reference] = {}
        self._guests: list[Place] = []
        self._places: PlaceReading | None = None
        self._stale = True
        self.choice = ReferenceChoice(self)
        self.choice.setObjectName("LeefbaarometerCompareWith")
        self.table = CompareTable(self)
        self.theme = ThemeLine(session, "LeefbaarometerCompareTheme", self)
        self.note = PlainLabel(self)
        self.note.setObjectName("LeefbaarometerCompareNote")
        self.note.setWordWrap(True)
        self.empty = PlainLabel(_first(), self)
        self.empty.setWordWrap(True)
        self.pictures = ComparePictures(self)
        self._build()
        self.choice.chosen.connect(self._choose)
        self.table.activated.connect(self.show_on_map)
        self.table.selection_changed.connect(self._show_pictures)
        # not current_changed, which is sent for every move of a sketch as well
        self.table.taken.connect(self._take_row)
        self.table.removed.connect(self._remove)
        session.pack_changed.connect(self._guests.clear)
        for signal in (areas.list_changed, session.recipe_changed, session.pack_changed):
            signal.connect(self._outdated)
        session.view_changed.connect(self._show_if_visible)
        book.changed.connect(self._show_if_visible)

    def _build(self) -> None:
        label = PlainLabel(tr("Compare with"), self)
        label.setBuddy(self.choice)
        controls = QHBoxLayout()
        controls.addWidget(label)
        controls.addWidget(self.choice, 1)
        self.zoom = self._button(tr("Zoom to area"), "LeefbaarometerCompareZoom")
        self.zoom.setToolTip(tr("Zoom to the selected area and flash it; a double click does the same"))
        self.zoom.clicked.connect(lambda _checked: self._zoom_to_selected())
        self.copy = self._button(tr("Copy"), "LeefbaarometerCompareCopy")
        self.copy.setToolTip(tr("Put the table on the clipboard; the arrow offers the picture as well"))
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self.copy.clicked.connect(lambda _checked: self._copy(self.table.copy))
        menu = QMenu(self.copy)
        self.copy_table = menu.addAction(tr("Copy table"))
        self.copy_table.triggered.connect(lambda _checked: self._copy(self.table.copy))
        self.copy_picture = menu.addAction(tr("Copy picture"))
        self.copy_picture.triggered.connect(lambda _checked: self._copy(self.pictures.copy))
        self.copy.setMenu(menu)
        tip = tr("All figures of the selected area, on the page Area")
        self.figures = self.action_row.add_action(
            tr("Figures"), "LeefbaarometerCompareFigures", tip, self._open_figures, icon="profile"
        )
        self.action_row.add(self.zoom, icon="zoom")
        self.action_row.add(self.copy, icon="duplicate")
        self._body = QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addLayout(controls)
        body.addWidget(self.theme)
        body.addWidget(self.table)
        body.addWidget(self.note)
        body.addWidget(self.pictures)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self.empty)
        column.addWidget(self._body)
        column.addStretch(1)

    def _button(self, text: str, name: str) -> QToolButton:
        button = ElidedButton(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(as_tip(text))
        button.setAutoRaise(True)
        return button

    def _copy(self, copy: Callable[[], object]) -> None:
        copy()
        say_copied(self.copy)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        self.refresh()

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def _show_if_visible(self) -> None:
        if self.isVisible():
            self._show()

    def refresh(self) -> None:
        """Measure the areas again when they changed, and show them."""
        if not self._stale:
            self._show()
            return
        self._stale = False
        pack = self._session.pack
        names = self._areas.names()
        self._guests = self._guests[-_MOST_GUESTS:]
        without = pack is not None and pack.grid is None
        self.empty.setText(no_squares() if without else _first())
        there = bool(names or self._guests) and not without
        self.empty.setVisible(not there)
        for part in (self._body, self.action_row):
            part.setVisible(there)
        if pack is None or not there:
            self._compared = None
            self.table.clear()
            return
        shapes = self._areas.geometries()
        areas = [OwnArea(fid, name, _wkb(shapes.get(fid))) for fid, name in names.items()]
        guests = enumerate(self._guests)
        areas += [OwnArea(FIRST_GUEST - at, guest.name, guest.outline) for at, guest in guests]
        measurer = self._session.measurer
        if sum(len(area.wkb or b"") for area in areas) > _AT_ONCE:
            title = tr("Leefbaarometer: comparing areas")
            work = lambda _progress: compare(measurer, areas)  # noqa: E731  in the background
            self._background.start(_SUBJECT, title, work, self._take, self._failed)
            return
        try:
            self._take(compare(measurer, areas))
        except LeefbaarError as problem:
            self._failed(problem)

    def _take(self, compared: Compared) -> None:
        self._compared = compared
        self._show()

    def _failed(self, problem: BaseException) -> None:
        if not isinstance(problem, CancelledError):
            log(str(problem))
            self._areas.failed.emit(problem)

    def _wanted(self) -> str:
        return self._session.project.readEntry(_SCOPE, _KEY, GEMEENTE)[0]

    def _choose(self, wanted: str) -> None:
        self._session.project.writeEntry(_SCOPE, _KEY, wanted)
        self._show()

    def _show(self) -> None:
        compared, pack = self._compared, self._session.pack
        if compared is None or pack is None or compared.model is not pack.model:
            return
        year = self._session.year
        self.choice.show_choices(self._book.choices(None), self._wanted())
        rows, self._of_row = rows_of(self._session, self._book, compared, self._wanted())
        common = common_reference(self._session, self._book, self._wanted())
        label = common.name if common is not None else tr("its own gemeente") if self._wanted() == GEMEENTE else ""
        columns = columns_of(compared.model, year, compared.scores.weight, label, self._session.theme)
        self.theme.show_theme(str(year))
        self.table.show_rows(compared.model, self._session.palette, columns, rows)
        self._show_note(compared)
        self._show_pictures()

    def _show_note(self, compared: Compared) -> None:
        overlap = compared.overlap if compared.overlap >= _SMALLEST_OVERLAP else 0.0
        text = tr("The areas overlap by {surface}; all together counts that once.")
        self.note.setText(text.format(surface=formats.area(overlap)))
        self.note.setVisible(overlap > 0)

    def _show_pictures(self) -> None:
        compared = self._compared
        if compared is None or self._session.pack is None:
            return
        chosen, left_out = self.table.chosen()
        named = [(row.name, row.figures) for row in chosen]
        used = {one.id: one for row in chosen if (one := self._of_row.get(row.fid)) is not None}
        references = [(one.label, one.figures) for one in used.values()] if len(used) == 1 else []
        self.pictures.show_areas(
            self._session.model, self._session.theme, self._session.palette, named, references, left_out
        )

    def selected_areas(self) -> list[HandedArea]:
        """The chosen rows: names and outlines in EPSG:28992."""
        rows = [(row.fid, row.name) for row in self.table.selected() if row.fid != UNION]
        shapes = self._areas.geometries([fid for fid, _name in rows if fid >= 0])
        found = []
        for fid, name in rows:
            guest = self._guests[FIRST_GUEST - fid] if FIRST_GUEST - len(self._guests) < fid <= FIRST_GUEST else None
            outline = guest.outline if guest is not None else _wkb(shapes.get(fid))
            if outline is not None:
                found.append(HandedArea(name, outline))
        return found

    def _zoom_to_selected(self) -> None:
        selected = self.table.selected()
        if selected:
            self.show_on_map(selected[0].fid)

    # Guests, and the card of a row

    def use_places(self, places: PlaceReading) -> None:
        """Show the card of a row that the user turns to, and take places in as guests."""
        self._places = places

    def add_guest(self, place: Place) -> None:
        """Set a place beside the areas; it isn't stored."""
        if place not in self._guests:
            self._guests.append(place)
        self._outdated()

    def _take_row(self, fid: int) -> None:
        places = self._places
        if places is None or fid == UNION:
            return
        if fid <= FIRST_GUEST:
            places.show(self._guests[FIRST_GUEST - fid], quietly=True)
        else:
            places.take_own(fid)

    def _open_figures(self) -> None:
        selected = self.table.selected()
        if self._places is not None and selected:
            self._take_row(selected[0].fid)
            self._places.open()

    def _remove(self, fid: int) -> None:
        """Send a guest away; delete an area of the user's own, which can be undone."""
        if fid <= FIRST_GUEST:
            del self._guests[FIRST_GUEST - fid]
            self._outdated()
        elif fid != UNION:
            self._areas.set_current(fid)
            self._areas.delete_current()

    def show_on_map(self, fid: int) -> None:
        """Zoom to an area, or to all of them, flash it, and make it the current one."""
        if fid <= FIRST_GUEST and self._places is not None:
            self._take_row(fid)
            self._places.zoom()
            return
        layer = self._areas.layer
        shapes = self._areas.geometries(None if fid == UNION else [fid])
        if layer is None or not shapes:
            return
        if fid != UNION:
            self._areas.set_current(fid)
        geometries = list(shapes.values())
        extent = geometries[0].boundingBox()
        for geometry in geometries[1:]:
            extent.combineExtentWith(geometry.boundingBox())
        extent.scale(_MARGIN)
        self._canvas.setReferencedExtent(QgsReferencedRectangle(extent, layer.crs()))
        self._canvas.refresh()
        self._canvas.flashGeometries(geometries, QgsCoordinateReferenceSystem(layer.crs()))


def _wkb(geometry: Any) -> bytes | None:
    return None if geometry is None else bytes(geometry.asWkb())


def _first() -> str:
    return tr("Draw or select at least one area; here they stand side by side.")
