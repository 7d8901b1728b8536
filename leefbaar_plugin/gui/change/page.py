# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of change: from year to year, of an area or of many; figure, picture, words, table, and what goes deeper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from ... import settings
from ...analysis.change.change_view import OWN, ChangeView, OneChange, level_changes, own_changes
from ...analysis.change.development_tables import cautions_of_change
from ...analysis.comparison import OwnArea
from ...engine.errors import CancelledError, LeefbaarError
from ...plain_text import PlainLabel
from ...translation import tr, translated_error
from ...words.change import basis_sentences, caveat, change_sentences, list_sentences
from ..drawing.areas import Areas
from ..messages import Messages, log
from ..pages import Page
from ..places import PlaceReading
from ..references import ReferenceBook
from ..result_layers import ResultLayers, method_of
from ..session import Session
from ..widgets.figure_table import FigureTable
from ..widgets.zooming import show_on_canvas
from ..work import Background
from . import table as change_table
from .card import ChangeCard
from .controls import CURRENT, PLACE, ChangeControls, why_not
from .deeper import ChangeDeeper
from .figure import ChangeFigure
from .layer import result_of
from .part import Asked, copy_button, flat_button

_SUBJECT = "change"
_MANY = 12


class ChangePage(Page):
    """Follows session and areas while it is visible; everything is computed in the background."""

    def __init__(
        self,
        session: Session,
        areas: Areas,
        book: ReferenceBook,
        background: Background,
        messages: Messages,
        canvas: Any,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._areas, self._book = session, areas, book
        self._background, self._canvas = background, canvas
        self._layers = ResultLayers(session, background, messages)
        self._view: ChangeView | None = None
        self._known: dict[str, tuple[object, ChangeView]] = {}
        self._wanted: object = None
        self.card: ChangeCard | None = None
        self.controls = ChangeControls(session, self)
        self.state = self._label("LeefbaarometerChangeState")
        self.figure = ChangeFigure(self)
        self.words = self._label("LeefbaarometerChangeWords")
        self.copy = copy_button(self, "LeefbaarometerChangeCopy", self.words.text)
        tip = tr("Put these areas with their change into the project, coloured by class of change")
        self.layer = flat_button(self, tr("Add as layer"), "LeefbaarometerChangeLayer", tip)
        self.table = FigureTable("LeefbaarometerChangeTable", tr("Change of the areas"), self)
        self.search = QLineEdit(self)
        self.search.setObjectName("LeefbaarometerChangeSearch")
        self.search.setPlaceholderText(tr("Search in the table"))
        self.search.setClearButtonEnabled(True)
        self.zoom = flat_button(self, tr("Zoom to area"), "LeefbaarometerChangeZoom")
        self.zoom.setToolTip(tr("Zoom to the selected area and flash it; a double click does the same"))
        self.copy_table = flat_button(self, tr("Copy table"), "LeefbaarometerChangeCopyTable")
        self.deeper = ChangeDeeper(background, self)
        self._build()
        self._connect()

    def _label(self, name: str) -> QLabel:
        made = PlainLabel(self)
        made.setObjectName(name)
        made.setWordWrap(True)
        return made

    def _build(self) -> None:
        tip = tr("All figures of the chosen area, on the page Area")
        self.action_row.add_action(tr("Figures"), "LeefbaarometerChangeFigures", tip, self._open_figures, "profile")
        icons = {"duplicate": self.copy, "map": self.layer, "zoom": self.zoom, "table": self.copy_table}
        for icon, button in icons.items():
            self.action_row.add(button, icon=icon)
        self._body = QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(6)
        for widget in (self.search, self.table, self.figure, self.words, self.deeper):
            body.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        for widget in (self.controls, self.state, self._body):
            column.addWidget(widget)
        column.addStretch(1)
        self._show_body(False)

    def _show_body(self, shown: bool) -> None:
        self._body.setVisible(shown)
        self.action_row.setVisible(shown)

    def _connect(self) -> None:
        session, areas = self._session, self._areas
        self.controls.subject_changed.connect(self.refresh)
        self.table.activated.connect(self.show_on_map)
        self.table.chosen_changed.connect(self._show_chosen)
        self.search.textChanged.connect(self._search)
        self.zoom.clicked.connect(lambda _checked: self._zoom_to_chosen())
        self.copy_table.clicked.connect(lambda _checked: self.table.copy())
        self.layer.clicked.connect(lambda _checked: self._make_layer())
        self.deeper.layer_wanted.connect(self._layers.add)
        signals = (session.view_changed, session.recipe_changed, areas.list_changed, areas.current_changed)
        for signal in signals:
            signal.connect(self._refresh_if_visible)
        session.pack_changed.connect(self._another_pack)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        self.refresh()

    def _refresh_if_visible(self) -> None:
        if self.isVisible():
            self.refresh()

    def _another_pack(self) -> None:
        self._known.clear()
        self._background.cancel(_SUBJECT)
        self._wanted = self._view = None
        self.deeper.ask(None)
        self._show_body(False)
        self._refresh_if_visible()

    # Computing

    def refresh(self) -> None:
        """Compute the change again when what it is about changed."""
        pack = self._session.pack
        if pack is None or self._areas.has_sketch:  # a sketch changes with every move; the note above follows it
            return
        self.controls.follow()
        since, until, subject = self._session.since, self._session.year, self.controls.chosen
        own = self._own(subject)
        reason = why_not(subject, since, own)
        if reason:
            self._wanted = None
            self._background.cancel(_SUBJECT)
            self._nothing(reason)
            return
        measurer = self._session.measurer if pack.grid is not None else None
        wanted = (subject, since, until, measurer, own)
        if wanted == self._wanted:
            self._show()  # colours may be others
            return
        self._wanted = wanted
        self._say(tr("Computing…"))
        known = self._known.get(subject)
        before = known[1] if known is not None and known[0] is measurer else None
        if subject in (CURRENT, PLACE, OWN) and measurer is not None:
            work = lambda progress: own_changes(measurer, own, since, until, progress)  # noqa: E731
        else:
            work = lambda progress: level_changes(pack, subject, since, until, measurer, before, progress)  # noqa: E731
        title = tr("Leefbaarometer: computing the change")
        self._background.start(_SUBJECT, title, work, lambda found: self._take(wanted, found), self._failed)

    def _own(self, subject: str) -> tuple[OwnArea, ...]:
        """The areas of the user that it is about; none for a level."""
        names = self._areas.names()
        if subject == PLACE:
            return self.card.area() if self.card is not None else ()
        if subject == CURRENT:
            names = {fid: name for fid, name in names.items() if fid == self._areas.current}
        elif subject != OWN:
            return ()
        shapes = self._areas.geometries(list(names)) if names else {}
        return tuple(OwnArea(fid, name, _wkb(shapes.get(fid))) for fid, name in names.items())

    def _take(self, wanted: object, view: ChangeView) -> None:
        if wanted != self._wanted:
            return
        told = cautions_of_change(view.changes)
        view = replace(view, marks=view.marks.told(told, settings.load().limits))
        self._view = view
        if view.subject != OWN:
            measurer = self._session.measurer if view.whole is not None else None
            self._known = {view.subject: (measurer, view)}  # one level at a time: its squares take tens of megabytes
        self._say("")
        self._show()

    def _failed(self, problem: BaseException) -> None:
        if isinstance(problem, CancelledError):
            return
        self._wanted = None
        self._nothing(translated_error(problem))
        if not isinstance(problem, LeefbaarError):
            log(repr(problem))

    # Showing

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def _nothing(self, reason: str) -> None:
        self._view = None
        self._say(reason)
        self._show_body(False)
        self.deeper.ask(None)

    def _show(self) -> None:
        view = self._view
        if view is None or self._session.pack is None or view.model is not self._session.model:
            return
        self._show_body(True)
        single = len(view) == 1
        for widget in (self.table, self.zoom, self.copy_table):
            widget.setVisible(not single)
        self.search.setVisible(len(view) > _MANY)
        if not single:
            small = settings.load().smallest_inhabitants
            columns = change_table.change_columns(view, self._session.palette, small, self._session.theme.id)
            self.table.show_columns(columns)
        wanted = self.card.row_wanted(view) if self.card is not None else None
        if wanted is not None:
            self.table.choose([wanted])
        self._show_chosen()

    def _search(self, text: str) -> None:
        self.table.model.set_filter(text)
        self._show_chosen()

    def _focus(self) -> int | None:
        """Row that figure and words are about: the one that is chosen, or the only one."""
        view = self._view
        if view is None:
            return None
        if len(view) == 1:
            return 0
        chosen = self.table.chosen()
        return chosen[0] if len(chosen) == 1 else None

    def _show_chosen(self) -> None:
        view = self._view
        if view is None or self._session.pack is None:
            return
        row = self._focus()
        one = view.one(row) if row is not None else view.together(self._together_name(view))
        model, smallest = self._session.model, settings.load().smallest_dwellings
        theme = view.of_theme(row, self._session.theme.id)
        self.figure.show_change(model, self._session.palette, one, theme, row is not None)
        sentences = change_sentences(model, one, smallest, theme) if one is not None else []
        if row is None:
            sentences += list_sentences(view, settings.load().smallest_inhabitants, self._session.theme.id)
        if one is not None and one.total is not None:
            sentences += basis_sentences(one)
        self.words.setText(" ".join([*sentences, caveat(model)]))
        self.zoom.setEnabled(bool(self.table.chosen()))
        self._ask_deeper(view, row, one)

    @staticmethod
    def _together_name(view: ChangeView) -> str:
        return tr("all together") if view.subject == OWN else tr("all squares of the data")

    def _ask_deeper(self, view: ChangeView, row: int | None, one: OneChange | None) -> None:
        session = self._session
        if session.pack is None or session.pack.grid is None or one is None:
            self.deeper.ask(None)
            return
        focus = _area(view, row) if row is not None else None
        chosen = self.table.chosen() if len(view) > 1 else []
        rows = chosen if len(chosen) > 1 else range(len(view))
        areas = tuple(_area(view, at) for at in rows) if len(rows) <= self.deeper.most_areas else ()
        too_many = len(rows) > self.deeper.most_areas
        asked = Asked(
            self._book.of_session(),
            session.palette,
            view.since,
            view.until,
            focus,
            areas,
            settings.load().smallest_dwellings,
            method_of(self._session),
            too_many,
        )
        self.deeper.ask(asked)

    def use_places(self, places: PlaceReading) -> None:
        """Show the card of a row that the user turns to; a place can be what the page is about."""
        self.card = ChangeCard(places, self.controls)
        self.card.changed.connect(self._refresh_if_visible)
        self.table.taken.connect(self._take_row)

    def show_place(self) -> None:
        """Be about the place that is shown."""
        if self.card is not None:
            self.card.carry_over()

    def _take_row(self, row: int) -> None:
        if self._view is not None and self.card is not None:
            self.card.take(self._view, row)

    def _open_figures(self) -> None:
        row = self._focus()
        if self.card is not None:
            if row is not None and self._view is not None and len(self._view) > 1:
                self._take_row(row)
            self.card.places.open()

    # The map

    def _zoom_to_chosen(self) -> None:
        chosen = self.table.chosen()
        if chosen:
            self.show_on_map(chosen[0])

    def show_on_map(self, row: int) -> None:
        """Zoom to an area and flash it."""
        if self._view is not None:
            show_on_canvas(self._canvas, self._view.outlines[row])

    def _make_layer(self) -> None:
        view = self._view
        if view is not None:
            name = view.names[0] if len(view) == 1 else self.controls.subject.currentText()
            self._layers.add(result_of(self._session, view, name))


def _area(view: ChangeView, row: int) -> OwnArea:
    key = view.keys[row]
    official = view.changes.official[row]
    return OwnArea(key if isinstance(key, int) else row, view.names[row], view.outlines[row], official)


def _wkb(geometry: QgsGeometry | None) -> bytes | None:
    return None if geometry is None else bytes(geometry.asWkb())
