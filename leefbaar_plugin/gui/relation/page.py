# SPDX-License-Identifier: GPL-2.0-or-later
"""The page that puts figures of the user beside the scores: an association, no cause."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import NULL, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QFrame, QVBoxLayout, QWidget

from ...analysis.relations.joined_table import guess_code_column, years_of
from ...analysis.relations.relations import RelationChoice, TableRelation, relate_table, unfavourable_bound
from ...engine.errors import CancelledError, LeefbaarError
from ...engine.relations.cross_table import BOUND
from ...engine.relations.relation import RelationQuestion
from ...pack.files.progress import Progress
from ...pack.official import read_level
from ...pack.pack import Pack
from ...pack.tables.area_codes import LEVELS
from ...pack.tables.user_table import UserTable, layers_of, read_user_table, table_of
from ...plain_text import PlainLabel
from ...translation import tr, translated_error
from ...words.relation import association
from ..messages import Messages
from ..pages import Page
from ..places import PlaceReading
from ..session import Session
from ..widgets.zooming import show_on_canvas
from ..work import Background
from .controls import RelationControls, Source
from .results import RelationResults

_READ, _RELATE = "relation table", "relation"


@dataclass(frozen=True)
class _Read:
    """A table that was read, the sheets of its file, its columns of numbers, and the codes that fit best."""

    table: UserTable
    sheets: tuple[str, ...]
    numbers: tuple[str, ...]
    level: str
    code: str
    years: tuple[int, ...]


class RelationPage(Page):
    """Controls, figures, scatter and words; follows theme and year of the session while it is visible."""

    def __init__(
        self,
        session: Session,
        background: Background,
        messages: Messages,
        canvas: Any,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._background = background
        self._messages = messages
        self._canvas = canvas
        self._source: Source | None = None
        self._table: UserTable | None = None
        self._found: TableRelation | None = None
        self._stale = False
        self._places: PlaceReading | None = None
        self.controls = RelationControls(session.project, self)
        self.caveat = PlainLabel(association(), self)
        self.caveat.setObjectName("LeefbaarometerRelationCaveat")
        self.caveat.setWordWrap(True)
        self.caveat.setFrameShape(QFrame.Shape.StyledPanel)
        self.caveat.setMargin(4)
        self.state = PlainLabel(self)
        self.state.setObjectName("LeefbaarometerRelationState")
        self.state.setWordWrap(True)
        self.results = RelationResults(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 4, 0)
        column.setSpacing(6)
        for widget in (self.controls, self.caveat, self.state, self.results):
            column.addWidget(widget)
        column.addStretch(1)
        self.results.setVisible(False)
        self._explain()
        self.controls.source_chosen.connect(self.read)
        self.controls.sheet_chosen.connect(self._read_sheet)
        self.controls.changed.connect(self._outdated)
        self.results.area_activated.connect(self.show_on_map)
        session.view_changed.connect(self._outdated)
        session.recipe_changed.connect(self._outdated)
        session.pack_changed.connect(self._another_pack)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with layers, theme and year that changed while the page was hidden."""
        super().showEvent(event)
        self.controls.list_sources(self._source)
        if self._stale:
            self.relate()

    def _explain(self) -> None:
        self._say(
            tr(
                "Choose a table with a figure per buurt, wijk, gemeente or postcode area; the column with codes is "
                "found by itself."
            )
        )

    def _say(self, text: str) -> None:
        self.state.setText(text)
        self.state.setVisible(bool(text))

    # The table

    def read(self, source: Source, sheet: str = "") -> None:
        """Read a table in the background and offer its columns."""
        pack = self._session.pack
        if pack is None:
            return
        self._source = source
        if not sheet:
            self.controls.show_sheets((), "")
        self._forget_table()  # its figures would stand under the name of the new one
        layer = self._session.project.mapLayer(source) if isinstance(source, str) else None
        if isinstance(source, str) and not isinstance(layer, QgsVectorLayer):
            return
        features = (layer.name(), QgsVectorLayerFeatureSource(layer)) if layer is not None else None
        self._say(tr("Reading the table…"))
        self._background.start(
            _READ,
            tr("Leefbaarometer: reading a table"),
            lambda _progress: _read(source, sheet, features, pack),
            lambda read: self._take_table(read, pack),
            self._failed,
        )

    def _read_sheet(self, sheet: str) -> None:
        if self._source is not None:
            self.read(self._source, sheet)

    def _take_table(self, read: _Read, pack: Pack) -> None:
        if pack is not self._session.pack:  # its codes were looked up in data that are closed
            return
        self._table = read.table
        sheet = read.table.label.rpartition(" › ")[2]
        self.controls.show_sheets(read.sheets, sheet)
        self.controls.show_table(read.table, read.numbers, pack, read.code, read.level, read.years)
        if not self.controls.level.count():
            self._empty(tr("These data have no areas and no squares."))
            return
        if not read.code:
            self._empty(tr("No column holds codes of areas; choose it yourself if there is one."))
            return
        if not self.controls.value.count():
            self._empty(tr("No column of the table holds numbers."))
            return
        self.relate()

    def _empty(self, text: str) -> None:
        self._found = None
        self.results.setVisible(False)
        self._say(text)

    def _forget_table(self) -> None:
        self._background.cancel(_RELATE)
        self._found = self._table = None
        self.controls.show_table(None, (), None)
        self.results.setVisible(False)

    def _another_pack(self) -> None:
        """The levels and codes of the table are to be found anew."""
        self._background.cancel(_READ)
        self._forget_table()
        self._explain()
        if self._source is not None and self._session.pack is not None:
            self.read(self._source)

    # The relation

    def _outdated(self) -> None:
        self._stale = True
        if self.isVisible():
            self.relate()

    def choice(self) -> RelationChoice:
        """What is asked for now; LeefbaarError when no pack is open."""
        controls, session = self.controls, self._session
        weight, column = controls.chosen_weight
        since = int(controls.since.currentData() or 0)
        question = RelationQuestion(
            score_cut=controls.score_cut.currentData(),
            score_bound=unfavourable_bound(session.pack, session.theme.id) if session.pack is not None else None,
            value_cut=controls.value_cut.currentData(),
            value_bound=controls.bound.value() if controls.value_cut.currentData() == BOUND else None,
        )
        return RelationChoice(
            level=controls.level.currentData() or "",
            theme=session.theme.id,
            year=session.year,
            value_column=controls.value.currentText(),
            code_column=controls.code.currentText(),
            weight=weight,
            weight_column=column,
            region=controls.region.currentData(),
            neighbours=controls.neighbours.currentData(),
            since=since if since < session.year else 0,
            table_year=int(controls.table_year.currentData() or 0),
            value_since_column=controls.value_since.currentData() or "",
            question=question,
        )

    def relate(self) -> None:
        """Compute the relation in the background and show it; the newest wins."""
        pack, table, session = self._session.pack, self._table, self._session
        if pack is None or table is None:
            return
        if not all(one.currentText() for one in (self.controls.value, self.controls.code, self.controls.level)):
            return
        self._stale = False
        if self.controls.table_year.isEnabled() and not self.controls.table_year.currentData():
            self._empty(tr("The table holds several years per area: choose the year of the figure."))
            return
        choice = self.choice()
        measurer = session.measurer if pack.grid is not None else None
        self._say(tr("Computing…"))

        def work(progress: Progress) -> TableRelation:
            return relate_table(pack, table, choice, measurer, progress)

        self._background.start(_RELATE, tr("Leefbaarometer: relating figures"), work, self._take, self._failed)

    def _take(self, found: TableRelation) -> None:
        pack = self._session.pack
        if pack is None or found.model is not pack.model:
            return
        self._found = found
        text = ""
        if not found.joined.matched:
            text = tr("None of the codes belongs to an area of the data; they are listed below.")
        elif not found.relation.n:
            text = tr("No area has both figures.")
        self._say(text)
        self.results.show_relation(found, pack.edition, self._session.palette, dict(pack.info["gemeenten"]))
        self.results.setVisible(True)

    def _failed(self, problem: BaseException) -> None:
        if isinstance(problem, CancelledError):
            return
        self._empty(translated_error(problem) if isinstance(problem, LeefbaarError) else "")
        self._messages.error(problem)

    # The map

    def use_places(self, places: PlaceReading) -> None:
        """Show the card of an area whose point the user chose."""
        self._places = places

    def show_on_map(self, area: int) -> None:
        """Zoom to an area of the relation and flash it; its card stands ready."""
        areas = self._found.areas if self._found is not None else None
        if areas is not None:
            if self._places is not None:
                self._places.take_row(areas.level, areas.code[area], areas.name[area], areas.wkb[area])
            show_on_canvas(self._canvas, areas.wkb[area])


def _read(source: Source, sheet: str, features: tuple[str, QgsVectorLayerFeatureSource] | None, pack: Pack) -> _Read:
    """Read a file or the features of a layer, and find its codes; in the background."""
    sheets: tuple[str, ...] = ()
    if features is not None:
        table = _table_of_layer(*features)
    else:
        path = Path(source)
        table = read_user_table(path, sheet or None)
        sheets = tuple(layers_of(path))
    known = {level: read_level(pack, level, outlines=False).code for level in LEVELS if level in pack.known_levels}
    level, code, _ = guess_code_column(table, known)
    years = years_of(table, code, level) if code else ()
    return _Read(table, sheets, tuple(table.number_columns()), level, code, years)


def _table_of_layer(name: str, source: QgsVectorLayerFeatureSource) -> UserTable:
    names = source.fields().names()
    rows = [feature.attributes() for feature in source.getFeatures()]
    columns = {one: [_cell(row[at]) for row in rows] for at, one in enumerate(names)}
    return table_of(name, columns)


def _cell(value: Any) -> Any:
    if value is None or value == NULL:
        return None
    return value if isinstance(value, int | float | str) else str(value)
