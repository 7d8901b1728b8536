# SPDX-License-Identifier: GPL-2.0-or-later
"""Below the sliders: measures of any kind, own weights, scenarios beside each other; and differences on the map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QVBoxLayout, QWidget

from ...analysis.references.reference import Reference
from ...analysis.scenarios.document import MOST_NAME, ScenarioStep, Target
from ...analysis.scenarios.weighing import weighed
from ...engine.errors import LeefbaarError
from ...layers.styles import Palette
from ...plain_text import PlainLabel
from ...translation import tr, translated_error, trn
from ...words import formats
from ...words.rank import rank_lines
from ..drawing.areas import Areas
from ..messages import Messages
from ..references import ReferenceBook
from ..result_layers import ResultLayers
from ..session import Session
from ..widgets.sections import Section, Sections
from ..widgets.wheel_guard import WheelGuard
from ..work import Background
from .beside import BesideTable
from .kept import KeptScenarios
from .measures import MeasureEditor, MeasureList
from .on_map import DifferenceBands, difference_layer
from .reckoner import Reckoned, Reckoner
from .weights import OFFICIAL, OwnWeights

_LATER = 200
"""Milliseconds of rest after which what a slider needn't move at once follows it: the table and the map."""


@dataclass(frozen=True)
class ShownScenario:
    """What the page shows: outline (WKB) and name of the area, colours, and what was reckoned."""

    outline: bytes
    name: str
    palette: Palette
    found: Reckoned


class More(QWidget):
    """Three sections that fold, and the map. `show_found` is called with every answer, `clear` when there is none."""

    def __init__(
        self,
        session: Session,
        areas: Areas,
        book: ReferenceBook,
        kept: KeptScenarios,
        reckoner: Reckoner,
        services: tuple[Background, Messages, Any],
        guard: WheelGuard,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        background, self._messages, canvas = services
        self._session, self._areas, self._book, self._kept, self._reckoner = session, areas, book, kept, reckoner
        self._layers = ResultLayers(session, background, self._messages)
        self._bands = DifferenceBands(canvas)
        self._shown: ShownScenario | None = None
        self.on_map = False
        self.editor = MeasureEditor(session.project, guard, self)
        self.editor.target, self.editor.others = self._target, self._others
        self.measures = MeasureList(self)
        self.inherited = PlainLabel(self)
        self.inherited.setWordWrap(True)
        self.rank = PlainLabel(self)
        self.rank.setObjectName("LeefbaarometerWhatIfRank")
        self.rank.setWordWrap(True)
        self.weights = OwnWeights(session.project, guard, self)
        self.beside = BesideTable(self)
        self._sections = Sections(session.project, "whatifsections", "", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.rank)
        for name, title, widgets in (
            ("measures", tr("Measures and dwellings"), (self.inherited, self.measures, self.editor)),
            ("weights", tr("Own weights and reference"), (self.weights,)),
            ("beside", tr("Scenarios beside each other"), (self.beside,)),
        ):
            section = Section(name, title, self)
            for widget in widgets:
                section.body.addWidget(widget)
            self._sections.add(section)
            section.clicked.connect(self._follow)
            column.addWidget(section)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._follow)
        self._connect()
        self.restore()

    def _connect(self) -> None:
        self.editor.made.connect(self._add)
        self.measures.changed.connect(self._kept.put_steps)
        self.weights.changed.connect(self._follow)
        self.beside.taken.connect(self._kept.choose)
        project = self._session.project
        for signal in (project.readProject, project.cleared):
            signal.connect(self.restore)

    def disconnect_project(self) -> None:
        """Stop listening to the project, and take away what is on the map."""
        project = self._session.project
        for signal in (project.readProject, project.cleared):
            signal.disconnect(self.restore)
        self._bands.clear()

    def restore(self, _document: object = None) -> None:
        """Come back with the project that is open."""
        self._sections.restore()
        self.weights.restore()

    # Showing

    def clear(self) -> None:
        """There is no area to show anything of."""
        self._shown = None
        self._later.stop()
        self._bands.clear()
        self.setVisible(False)

    def show_found(self, shown: ShownScenario) -> None:
        """Show what was reckoned; what takes longer follows when the slider rests."""
        self._shown = shown
        self.setVisible(True)
        self.editor.show_model(self._session.model)
        self.weights.show_model(self._session.model)
        self._later.start()

    def _follow(self) -> None:
        shown, session = self._shown, self._session
        if shown is None or session.pack is None or session.pack.grid is None:
            return
        self._show_rank(shown)
        opened = self._sections.open_ids()
        if "measures" in opened:
            before, own = self._kept.steps()
            self.measures.show_steps(session.model, own)
            text = trn(
                "Of the scenarios that this one continues: {count} measure.",
                "Of the scenarios that this one continues: {count} measures.",
                len(before),
            )
            self.inherited.setText(text.format(count=formats.count(len(before))))
            self.inherited.setVisible(bool(before))
            self.editor.show_targets()
        if "weights" in opened:
            self._show_weights(shown)
        if "beside" in opened:
            self.beside.show_book(session.model, shown.palette, self._kept.book, self._effect_of(shown))
        self._draw()

    def _show_rank(self, shown: ShownScenario) -> None:
        """Where the area would stand among the squares as they are published."""
        effect, figures = shown.found.area.effect, self._areas.figures()
        text = ""
        if figures is not None and formats.has_value(effect.result.total):
            now = effect.result
            here = replace(figures, total=now.total, deviation=now.deviation, class_number=now.class_number)
            ranked = self._book.rank(here, shown.outline, self._session.model.total.id)
            line = rank_lines(*ranked)[0] if ranked is not None else ""
            text = tr("In this example: {rank}.").format(rank=line[:1].lower() + line[1:]) if line else ""
        self.rank.setText(text)
        self.rank.setVisible(bool(text))

    def _show_weights(self, shown: ShownScenario) -> None:
        session, measurer = self._session, self._reckoner.measurer
        choices = [one for one in self._book.choices(shown.outline, self._areas.current) if one.id or one.is_heading]
        self.weights.show_references(choices)
        try:
            chosen = self.weights.chosen
            reference: Reference | None = None
            if chosen != OFFICIAL:
                reference = self._book.reference(chosen, shown.outline, session.year)
            if measurer is None:
                return
            own = weighed(measurer, self._reckoner.measures, shown.outline, self.weights.weighing(reference))
        except LeefbaarError as problem:
            self.weights.said.setText(translated_error(problem))
            return
        official = shown.found.area.effect.result.total
        self.weights.show_outcome(session.model, own, official, bool(self._reckoner.measures))

    def _effect_of(self, shown: ShownScenario) -> Callable[..., Any]:
        return lambda steps: self._reckoner.effect_only(steps, shown.outline)

    # The map

    def set_on_map(self, wanted: bool) -> None:
        """Draw differences over the map, or no more."""
        self.on_map = wanted
        self._draw()

    def _draw(self) -> None:
        measurer = self._reckoner.measurer
        if not self.on_map or measurer is None or self._shown is None or not self.isVisible():
            self._bands.clear()
            return
        self._bands.show(measurer, self._reckoner.measures, self._shown.palette)

    def hide_from_map(self) -> None:
        """The page isn't looked at."""
        self._bands.clear()

    def add_layer(self) -> None:
        """Store the squares that the scenario changes as a layer of the project."""
        measurer, scenario = self._reckoner.measurer, self._kept.current
        if measurer is None or scenario is None or self._shown is None:
            self._messages.warn(tr("There are no measures yet, so nothing differs."))
            return
        steps = self._kept.book.steps(scenario.id)
        if not steps:
            self._messages.warn(tr("There are no measures yet, so nothing differs."))
            return
        result = difference_layer(measurer, scenario.name, steps, self._reckoner.measures)
        if result is None:
            self._messages.warn(tr("The measures of “{name}” change no score.").format(name=scenario.name))
            return
        self._layers.add(result)

    # Measures

    def _target(self) -> Target | None:
        return None if self._shown is None else Target(self._shown.name[:MOST_NAME], self._shown.outline)

    def _others(self) -> list[Target]:
        names = {fid: name for fid, name in self._areas.names().items() if fid != self._areas.current}
        shapes = self._areas.geometries(names)
        there = [(fid, name) for fid, name in names.items() if fid in shapes and not shapes[fid].isEmpty()]
        return [Target(name[:MOST_NAME], bytes(shapes[fid].asWkb())) for fid, name in there]

    def _add(self, step: ScenarioStep) -> None:
        _before, own = self._kept.steps()
        self._kept.put_steps((*own, step))
