# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "Find": areas under pressure by a rule that is written out; control, figure, list, why, and the words."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QVBoxLayout, QWidget

from ... import settings
from ...analysis.references.references import has_counts
from ...analysis.signals.finder import Subjects, own_areas
from ...analysis.signals.findings import Findings
from ...analysis.signals.needs import needs_since
from ...analysis.signals.rule_set import rule_json
from ...analysis.signals.rules import Rule
from ...analysis.signals.square_clusters import AREAS, CLUSTERS, ClusterChoice
from ...engine.errors import CancelledError, LeefbaarError
from ...engine.squares.weights import EQUAL, KINDS
from ...pack.official import LevelAreas
from ...plain_text import PlainLabel
from ...report.handover import HandedArea
from ...translation import tr, translated_error
from ..drawing.areas import Areas
from ..messages import Messages, log
from ..pages import Page
from ..places import PlaceReading
from ..session import Session
from ..work import Background
from .control import FindControl
from .figure import FindFigure
from .list import FindList
from .results import FindResults
from .rule_book import RuleBook
from .search import Searcher, SearchOutcome
from .subject import FindSubject
from .words import FindWords

_SCOPE = "leefbaarometer"
_RULE, _LEVEL, _NEIGHBOURS, _LEAST = "find_rule", "find_level", "find_neighbours", "find_least"
_AGAINST = "find_against"
_SUBJECT = "find"
_TYPING, _AT_FIRST, _CHOSEN = 350, 60, 0
"""Milliseconds before a search begins: without another key, when the page has been drawn, and after a choice."""


class FindPage(Page):
    """Follows session, areas and rules while it is visible; searches in the background, the newest search wins."""

    def __init__(
        self,
        session: Session,
        areas: Areas,
        background: Background,
        messages: Messages,
        canvas: Any,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._areas = session, areas
        self._background, self._messages = background, messages
        self.book = RuleBook(session.project, self)
        self.control = FindControl(self.book, self)
        self.empty = PlainLabel(self)
        self.empty.setObjectName("LeefbaarometerFindEmpty")
        self.empty.setWordWrap(True)
        self.figure = FindFigure(self)
        self.results = FindResults(session, areas, background, messages, canvas, self)
        self.list = FindList(session, self.results, self)
        self.words = FindWords(self)
        self.outcome: SearchOutcome | None = None
        self._trouble = ""
        self._asked: object = None
        self._answered: object = None
        self._before: Findings | None = None
        self._searcher: Searcher | None = None
        self._own: LevelAreas | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(4)
        self.figure.beside.addWidget(self.list.states)
        self.figure.below.insertWidget(0, self.control.subject.other)
        for widget in (self.control, self.empty, self.figure, self.list, self.figure.lower, self.words):
            column.addWidget(widget)
        column.addStretch(1)
        icons = {
            "profile": self.list.figures,
            "zoom": self.list.zoom,
            "map": self.list.layer,
            "draw_area": self.list.use,
        }
        for icon, button in icons.items():
            self.action_row.add(button, icon=icon)
        self.action_row.add(self.list.copy, icon="duplicate")
        self._connect()
        self._restore()

    def _connect(self) -> None:
        session, subject, project = self._session, self.control.subject, self._session.project
        self._timer.timeout.connect(self.search)
        self.control.rule_chosen.connect(self._choose_rule)
        self.control.failed.connect(self._messages.error)
        self.control.deleted.connect(self._say_deleted)
        self.book.failed.connect(self._messages.error)
        subject.changed.connect(self._choose_subject)
        # after what starts the search
        subject.least.valueChanged.connect(self._wait_for_more)
        self.control.rows.edited.connect(self._edited)
        subject.since_chosen.connect(session.set_since)
        self.figure.cancel_wanted.connect(lambda: self._background.cancel(_SUBJECT))
        self.figure.again_wanted.connect(self.search)
        self._background.progressed.connect(self._progressed)
        for signal in (self.book.changed, self._areas.list_changed, session.recipe_changed, session.view_changed):
            signal.connect(self._outdated)
        session.pack_changed.connect(self._forget)
        project.readProject.connect(self._restore)
        project.cleared.connect(self._restore)

    def disconnect_project(self) -> None:
        """Stop listening to the project."""
        self._timer.stop()
        self._session.project.readProject.disconnect(self._restore)
        self._session.project.cleared.disconnect(self._restore)
        self.book.disconnect_project()

    # What is asked

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        self.refresh()

    def _restore(self, *_what: object) -> None:
        """Come back to the rule and the subject of the project."""
        project, default = self._session.project, FindSubject("buurt")
        first = next(iter(self.book.rules()))
        self.control.choose(project.readEntry(_SCOPE, _RULE, first)[0])
        level = project.readEntry(_SCOPE, _LEVEL, default.level)[0]
        neighbours = project.readNumEntry(_SCOPE, _NEIGHBOURS, default.neighbours)[0]
        least = project.readNumEntry(_SCOPE, _LEAST, default.least)[0]
        other = project.readNumEntry(_SCOPE, _AGAINST, default.against)[0]
        self.control.subject.show_subject(FindSubject(level, neighbours, least, other))
        self._forget()

    def _choose_rule(self, rule_id: str) -> None:
        self.control.choose(rule_id)
        self._session.project.writeEntry(_SCOPE, _RULE, rule_id)
        self._outdated()

    def _choose_subject(self) -> None:
        chosen, project = self.control.subject.subject, self._session.project
        project.writeEntry(_SCOPE, _LEVEL, chosen.level)
        project.writeEntry(_SCOPE, _NEIGHBOURS, chosen.neighbours)
        project.writeEntry(_SCOPE, _LEAST, chosen.least)
        project.writeEntry(_SCOPE, _AGAINST, chosen.against)
        self._outdated()

    def _forget(self) -> None:
        """Other data: what was found before says nothing any more."""
        self._background.cancel(_SUBJECT)
        self._searcher = self._own = self.outcome = self._before = self._asked = self._answered = None
        self._trouble = ""
        self._outdated()

    def _outdated(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show the control as it is now, and search after a moment when something else is asked than was answered."""
        pack, obstacle = self._session.pack, self._obstacle()
        self.control.setVisible(not obstacle)
        if obstacle or pack is None:
            self._timer.stop()
            self._show_parts(obstacle)
            return
        self._show_control()
        question = self._question()
        if question == self._answered:
            self._timer.stop()
            self._show_answer()
        elif question != self._asked or not self._background.is_running(_SUBJECT):
            self._show_parts(self._trouble)
            self._timer.start(_AT_FIRST if self._answered is None else _CHOSEN)

    def _wait_for_more(self, *_typed: object) -> None:
        """A number is being typed, or a button of its box held: search when that is over."""
        if self._timer.isActive():
            self._timer.start(_TYPING)

    def _edited(self, parameter: str, _value: object) -> None:
        if isinstance(self.control.rows.editor(parameter), QAbstractSpinBox):
            self._wait_for_more()

    def _show_control(self) -> None:
        session, rule, pack = self._session, self.control.rule, self._session.pack
        if pack is None:
            return
        counted = next(kind for kind in KINDS if kind == EQUAL or has_counts(pack, kind))
        self.control.subject.offer(pack, rule, len(self._areas.names()), counted)
        since = self._since(rule)
        self.control.subject.show_years(session.available_years(), session.year, session.earlier_years(), since)
        self.control.show_rule(session.palette, session.year, since)
        self.list.table.rows.set_palette(session.palette)

    def _obstacle(self) -> str:
        """Why nothing can be searched, '' when it can."""
        pack = self._session.pack
        if pack is None:
            return tr("No data are open yet. Import or open data first; then this page finds areas by a rule.")
        if pack.grid is None:
            return tr(
                "The open data hold areas only. Rules look at the squares within an area: import the scores and "
                "geometry of the squares (grid) too."
            )
        return ""

    def _show_parts(self, trouble: str) -> None:
        """Show a sentence instead of results, or the results there are."""
        self.empty.setText(trouble)
        self.empty.setVisible(bool(trouble))
        for widget in (self.figure, self.figure.lower, self.list, self.words, self.action_row):
            widget.setVisible(not trouble and self.outcome is not None)

    def _since(self, rule: Rule) -> int | None:
        return self._session.since or None if needs_since(rule.signal()) else None

    def _question(self) -> object:
        """What is asked now, to compare with what was answered."""
        rule, subject = self.control.rule, self.control.subject.subject
        own = self._own_areas() if subject.level == AREAS else None
        limits = settings.load().limits
        return rule_json(rule), subject, self._session.year, self._since(rule), self._session.measurer, own, limits

    def _own_areas(self) -> LevelAreas:
        """The own areas; the same object as before while they are the same."""
        names, shapes = self._areas.names(), self._areas.geometries()
        wkb = [bytes(shapes[fid].asWkb()) if fid in shapes else None for fid in names]
        if self._own is None or (self._own.name, self._own.wkb) != (list(names.values()), wkb):
            self._own = own_areas(list(names.values()), wkb)
        return self._own

    # Searching

    def search(self) -> None:
        """Search in the background by what is asked now."""
        self._timer.stop()
        if self._obstacle():
            return
        question, rule, subject = self._question(), self.control.rule, self.control.subject.subject
        measurer, year, since = self._session.measurer, self._session.year, self._since(rule)
        if self._searcher is None or self._searcher.measurer is not measurer:
            self._searcher = Searcher(measurer)
        searcher, limits = self._searcher, settings.load().limits
        subjects: Subjects = subject.level
        if subject.level == CLUSTERS:
            subjects = ClusterChoice(subject.neighbours, float(subject.least))
        elif subject.level == AREAS:
            subjects = self._own_areas()
        self._asked = question
        self._background.start(
            _SUBJECT,
            tr("Leefbaarometer: finding areas"),
            lambda progress: searcher.search(rule, subjects, year, since, progress, subject.against or None, limits),
            lambda outcome: self._take(outcome, question),
            lambda problem: self._failed(problem, question),
        )
        self.figure.show_working()
        self.figure.setVisible(True)

    def _take(self, outcome: SearchOutcome, question: object) -> None:
        if question != self._asked:
            return
        last = self.outcome.findings if self.outcome is not None else None
        self._before = last if last is not None and _can_compare(last, outcome.findings) else None
        self.outcome, self._answered, self._trouble = outcome, question, ""
        self._show_answer()

    def _failed(self, problem: BaseException, question: object) -> None:
        if question != self._asked:
            return
        self.figure.show_idle(again=True)
        if isinstance(problem, CancelledError):
            return
        log(translated_error(problem))
        if not isinstance(problem, LeefbaarError):
            self._messages.error(problem)
        self.outcome, self._answered = None, question
        self._trouble = translated_error(problem) if isinstance(problem, LeefbaarError) else tr("The search failed.")
        self._show_answer()

    def _progressed(self, subject: str, percent: float) -> None:
        if subject == _SUBJECT:
            self.figure.show_progress(percent)

    def _show_answer(self) -> None:
        self._show_parts(self._trouble)
        if self.outcome is not None and not self._trouble:
            self.figure.show_outcome(self.outcome, self._before)
            self.list.show_findings(self.outcome.findings)
            self.words.show_text(self.results.full_text(self.outcome.findings))

    def listed_areas(self) -> list[HandedArea]:
        """What the list shows, in its order: names and outlines in EPSG:28992."""
        rows = self.list.table.rows
        if self.outcome is None or self._trouble or rows.findings is None:
            return []
        areas = rows.findings.areas
        outlines = ((areas.name[at] or areas.code[at], areas.wkb[at]) for at in rows.places())
        return [HandedArea(name, wkb) for name, wkb in outlines if wkb is not None]

    # The card of a row

    def use_places(self, places: PlaceReading) -> None:
        """Show the card of a row that the user turns to."""

        def take(place: int) -> None:
            findings = self.outcome.findings if self.outcome is not None else None
            if findings is None or place < 0:
                return
            areas, fids = findings.areas, list(self._areas.names())
            if areas.level == AREAS and len(fids) == len(areas):
                places.take_own(fids[place])
            elif areas.level != AREAS:
                name = self.list.table.rows.name(place)
                places.take_row(areas.level, str(areas.code[place]), name, areas.wkb[place])

        self.list.table.taken.connect(lambda row: take(self.list.table.rows.place(row)))
        self.list.figures.clicked.connect(lambda _checked: take(self.list.table.current_place()))
        self.list.figures.clicked.connect(lambda _checked: places.open())

    # Own rules

    def _say_deleted(self, rule: Rule) -> None:
        text = tr("The rule {name} was deleted.").format(name=self.book.title(rule))
        self._messages.info(text, tr("Undo"), lambda: self._bring_back(rule))

    def _bring_back(self, rule: Rule) -> None:
        self.book.put_back(rule)
        self._choose_rule(rule.id)


def _can_compare(before: Findings, now: Findings) -> bool:
    """Whether the numbers found can be set side by side: the same rule and kind of areas, other values or years."""
    return before.rule.id == now.rule.id and before.areas.level == now.areas.level
