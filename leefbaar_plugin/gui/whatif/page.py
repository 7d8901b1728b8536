# SPDX-License-Identifier: GPL-2.0-or-later
"""The page What if: dimensions of the current area moved, and what that does beside the published situation."""

from __future__ import annotations

from functools import partial
from typing import Any

from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ... import settings
from ...analysis.cautions import Caution
from ...analysis.references.reference import Reference
from ...analysis.scenarios.document import MOST_NAME, Target
from ...analysis.scenarios.shown import added, others_on, with_added
from ...engine.errors import LeefbaarError
from ...engine.model import ScoreModel, in_language
from ...pack.official import GEMEENTE
from ...plain_text import PlainLabel, as_tip, caption
from ...translation import language, sentence, tr, translated_error
from ...words import formats
from ...words.wording import theme_name
from ..area.notes import Warned, WarningRow
from ..drawing.areas import Areas
from ..messages import Messages
from ..pages import Page
from ..references import ReferenceBook
from ..session import Session
from ..widgets.elided import ElidedLabel
from ..widgets.wheel_guard import WheelGuard
from ..work import Background
from .controls import NameRow, caveat_tip, menu_button
from .files import ScenarioFiles
from .kept import KeptScenarios
from .more import More, ShownScenario
from .reckoner import Reckoned, Reckoner
from .results import Results, ScenarioResult
from .slider import DimensionRow, MovedDimension
from .subject import ScenarioSubject, outline_or_why
from .sureness import Sureness

_NAN = float("nan")


class WhatIfPage(Page):
    """Sliders for the dimensions of the current area, and the answer at once."""

    def __init__(
        self,
        session: Session,
        areas: Areas,
        book: ReferenceBook,
        background: Background,
        messages: Messages,
        canvas: Any = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._areas, self._book = session, areas, book
        self.kept = KeptScenarios(session.project, self)
        self._reckoner = Reckoner()
        self._gemeente: tuple[object, Reference | None] = (None, None)
        self._guard = WheelGuard(self)
        self.caveat = WarningRow(Warned(tr("Worked example, not a forecast"), "", caveat_tip()), self)
        self.names = NameRow(self.kept, ScenarioFiles(self.kept, session, messages, self), self._guard, self)
        self.area = QComboBox(self)
        self.area.setObjectName("LeefbaarometerWhatIfArea")
        self.state = PlainLabel(self)
        self.state.setWordWrap(True)
        self.note = PlainLabel(self)
        self.note.setObjectName("LeefbaarometerWhatIfNote")
        self.note.setWordWrap(True)
        self.editor = QWidget(self)
        self.rows: dict[str, DimensionRow] = {}
        self.legend = ElidedLabel(self, muted=True)
        self.toward = menu_button(tr("To the gemeente"), "LeefbaarometerWhatIfToward", self.editor)
        self.back = menu_button(tr("Back"), "LeefbaarometerWhatIfBack", self.editor)
        self.results = Results(self)
        self.sureness = Sureness(background, self)
        services = (background, messages, canvas)
        self.more = More(session, areas, book, self.kept, self._reckoner, services, self._guard, self)
        self._add_actions()
        self._of_model: ScoreModel | None = None
        self._subject: ScenarioSubject | None = None
        self._build()
        self._connect(messages)
        self.kept.restore()

    def disconnect_project(self) -> None:
        """Stop listening to the project."""
        self.kept.disconnect_project()
        self.more.disconnect_project()

    def _add_actions(self) -> None:
        tip = tr("Store the squares that change as a layer, coloured by their difference")
        self.as_layer = self.action_row.add_action(
            tr("As layer"), "LeefbaarometerWhatIfLayer", tip, self.more.add_layer, icon="map"
        )
        tip = tr("Show on the map which squares change, and how much")
        self.on_map = self.action_row.add_action(
            tr("On the map"), "LeefbaarometerWhatIfMap", tip, lambda: None, "place"
        )
        self.on_map.setCheckable(True)
        self.on_map.toggled.connect(self.more.set_on_map)
        tip = tr("In how many variants of outline, weight and counts does the area keep its class?")
        self.how_sure = self.action_row.add_action("", "LeefbaarometerHowSure", tip, self._ask_how_sure)

    def _build(self) -> None:
        self.area.setMinimumContentsLength(8)
        self.area.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._guard.guard(self.area)
        label = ElidedLabel(self.editor)
        label.set_texts("", tr("Change the dimensions of"))
        label.setBuddy(self.area)
        of = QHBoxLayout()
        of.addWidget(label)
        of.addWidget(self.area, 1)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        below = QHBoxLayout()
        below.addWidget(self.legend, 1)
        below.addWidget(self.toward)
        below.addWidget(self.back)
        inner = QVBoxLayout(self.editor)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addLayout(of)
        inner.addLayout(self._grid)
        inner.addLayout(below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 4, 0)
        column.setSpacing(5)
        shown = (self.caveat, self.names, self.state, self.editor, self.note, self.results, self.sureness, self.more)
        for widget in shown:
            column.addWidget(widget)
        column.addStretch(1)

    def _connect(self, messages: Messages) -> None:
        session, areas = self._session, self._areas
        for signal in (session.view_changed, session.recipe_changed, areas.list_changed, areas.current_changed):
            signal.connect(lambda *_: self.refresh())
        session.pack_changed.connect(self._forget)
        self._book.changed.connect(self._forget_gemeente)
        self.kept.changed.connect(self._answer_again)
        self.kept.failed.connect(messages.error)
        self.sureness.changed.connect(self._show_how_sure)
        self._show_how_sure()
        self.area.activated.connect(lambda at: areas.set_current(self.area.itemData(at)))

    def showEvent(self, event: QShowEvent | None) -> None:
        """Bring up to date what changed meanwhile."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent | None) -> None:
        """What is on the map belongs to the page."""
        super().hideEvent(event)
        self.more.hide_from_map()

    def _forget(self) -> None:
        self._reckoner.forget()
        self.sureness.clear()
        self._forget_gemeente()

    def _forget_gemeente(self) -> None:
        self._gemeente = (None, None)
        self.refresh()

    # Showing

    def refresh(self) -> None:
        """Show the chosen scenario for the current area."""
        self._subject = None
        if not self.isVisible():
            return
        self._show_how_sure()
        self.names.show_state()
        outline, why_not = outline_or_why(self._session, self._areas)
        if outline is None:
            self._show_nothing(why_not)
            return
        self._make_rows(self._session.model)
        self._show_areas()
        try:
            gemeente = self._own_gemeente(outline)
        except LeefbaarError as problem:
            self._show_nothing(translated_error(problem))
            return
        self._show_buttons(gemeente)
        figures = self._areas.figures()
        published = figures.total if figures is not None and figures.published else None
        self._subject = ScenarioSubject(outline, gemeente, published, self._session.palette, settings.load().limits)
        self.sureness.show_for(self._session.measurer, self._session.year, outline)
        self._answer(self._subject)
        self._show_how_sure()

    def _ask_how_sure(self) -> None:
        if self._subject is not None:
            subject, session = self._subject, self._session
            self.sureness.start_or_stop(session.measurer, subject.palette, session.year, subject.outline)

    def _show_how_sure(self) -> None:
        running = self.sureness.is_running
        self.how_sure.setText(tr("Cancel") if running else tr("How sure?"))
        self.how_sure.setEnabled(running or self._subject is not None)

    def _answer_again(self) -> None:
        """The scenario changed, the area did not."""
        if self._subject is None or not self.isVisible():
            self.refresh()
            return
        self.names.show_state()
        self._answer(self._subject)

    def _answer(self, subject: ScenarioSubject) -> None:
        before, own = self.kept.steps()
        try:
            found = self._reckoner.effect(self._session.measurer, self._session.year, (*before, *own), subject.outline)
        except LeefbaarError as problem:
            self._subject = None
            self._show_nothing(translated_error(problem))
            return
        self._show_found(subject, found)

    def _show_nothing(self, why: str) -> None:
        self.state.setText(why)
        self.state.setVisible(True)
        for widget in (self.editor, self.note, self.results):
            widget.setVisible(False)
        self.sureness.clear()
        self.more.clear()

    def _show_found(self, subject: ScenarioSubject, found: Reckoned) -> None:
        session, model = self._session, self._session.model
        base, gemeente = found.area.effect.base, subject.gemeente
        before, own = self.kept.steps()
        for at, theme in enumerate(model.dimensions):
            points = added(before, own, subject.outline, theme.id).total
            goal = gemeente.figures.dimensions.get(theme.id) if gemeente is not None else None
            self.rows[theme.id].show_moved(
                MovedDimension(float(base.dimensions[at]), points, _NAN if goal is None else goal)
            )
        self.toward.setEnabled(any(row.shown.can_go_toward for row in self.rows.values()))
        self.back.setEnabled(any(row.shown.added for row in self.rows.values()))
        there = formats.has_value(base.total)
        self.note.setText("\n".join(self._notes(subject, found)))
        self.note.setVisible(bool(self.note.text()))
        self.state.setVisible(False)
        self.results.setVisible(there)
        self.editor.setVisible(True)
        if not there:
            self.more.clear()
            return
        weight = session.measurer.weights.kind
        self.results.show_result(ScenarioResult(model, subject.palette, found.area, session.year, weight))
        name = self._areas.names().get(self._areas.current or 0, "")
        self.more.show_found(ShownScenario(subject.outline, name, subject.palette, found))

    def _show_areas(self) -> None:
        names = list(self._areas.names().items())
        if names != [(self.area.itemData(at), self.area.itemText(at)) for at in range(self.area.count())]:
            self.area.clear()
            for fid, name in names:
                self.area.addItem(name, fid)
        self.area.setCurrentIndex(self.area.findData(self._areas.current))

    def _make_rows(self, model: ScoreModel) -> None:
        if self._of_model is model:
            return
        self._of_model = model
        for row in self.rows.values():
            row.remove()
        self.rows = {}
        for at, theme in enumerate(model.dimensions):
            note = in_language(theme.note, language())
            row = DimensionRow(theme_name(model, theme), note, self._guard, self.editor)
            row.add_to(self._grid, at)
            row.moved.connect(partial(self._moved, theme.id))
            self.rows[theme.id] = row
        for button, slot in ((self.toward, self._go_toward), (self.back, self._go_back)):
            menu = button.menu()
            menu.clear()
            menu.addAction(tr("all dimensions")).triggered.connect(lambda _checked=False, slot=slot: slot())
            for theme in model.dimensions:
                action = menu.addAction(caption(theme_name(model, theme)))
                action.triggered.connect(lambda _checked=False, slot=slot, one=theme.id: slot(one))

    def _show_buttons(self, gemeente: Reference | None) -> None:
        label = gemeente.label if gemeente is not None else ""
        parts = [f"❙ {tr('now')}", *([f"△ {label}"] if label else [])]
        self.legend.set_texts("", "   ".join(parts))
        tip = tr("Move dimensions to the mean of {name}: every square by the same number of points")
        self.toward.setToolTip(as_tip(tip.format(name=label or tr("own gemeente"))))
        self.back.setToolTip(as_tip(tr("Back to the situation now")))

    def _notes(self, subject: ScenarioSubject, found: Reckoned) -> list[str]:
        session, effect = self._session, found.area.effect
        base, said = effect.base, []
        if formats.has_value(base.total) and not any(formats.has_value(value) for value in base.dimensions):
            said.append(tr("No dimensions were published for {year}.").format(year=session.year))
        if subject.published is not None:
            text = tr("Published is {score}; the example reckons with the squares of the area.")
            said.append(text.format(score=formats.number(subject.published, 3)))
        kind = session.measurer.weights.kind
        caution = Caution(found.area.squares, base.weight, kind, found.area.covered, formats.has_value(base.total))
        said.append(sentence(caution.words(subject.limits, language())))
        before, own = self.kept.steps()
        others = others_on((*before, *own), subject.outline, self.rows)
        if others:
            said.append(tr("Measures elsewhere or of another kind in this scenario: {count}.").format(count=others))
        said += [tr("Left out: {problem}").format(problem=translated_error(one)) for one in found.problems[:1]]
        return [one for one in said if one]

    def _own_gemeente(self, outline: bytes) -> Reference | None:
        """The gemeente of the area; asked once for an area, year and recipe."""
        key = (self._session.measurer, self._session.year, outline)
        if self._gemeente[0] != key or self._gemeente[1] is None:
            self._gemeente = key, self._book.reference(GEMEENTE, outline, self._session.year)
        return self._gemeente[1]

    # Moving

    def _moved(self, dimension: str, points: float, held: bool) -> None:
        self._put({dimension: points}, held)

    def _go_toward(self, dimension: str = "") -> None:
        rows = {dimension: self.rows[dimension]} if dimension else self.rows
        shown = {theme: row.shown for theme, row in rows.items()}
        self._put({theme: one.gemeente - one.base for theme, one in shown.items() if one.can_go_toward})

    def _go_back(self, dimension: str = "") -> None:
        self._put(dict.fromkeys([dimension] if dimension else list(self.rows), 0.0))

    def _put(self, points: dict[str, float], held: bool = False) -> None:
        """So many points on dimensions of the current area, those of the scenarios it continues counted in."""
        if self._subject is None:
            return
        outline = self._subject.outline
        before, own = self.kept.steps()
        name = self._areas.names().get(self._areas.current or 0, "")
        amounts = {theme: total - added(before, (), outline, theme).before for theme, total in points.items()}
        self.kept.put_steps(with_added(own, Target(name[:MOST_NAME], outline), amounts), held)
