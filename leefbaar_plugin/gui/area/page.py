# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of one area: name, score and class, class shares, dimensions; below them trend, words and method."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QToolButton, QVBoxLayout, QWidget

from ... import settings
from ...analysis.marks import marks_of
from ...analysis.ranks import AreaRank
from ...analysis.theme_figures import ThemeFigures, theme_figures
from ...engine.areas.figures import AreaFigures
from ...engine.errors import LeefbaarError
from ...engine.model import in_language
from ...layers.marks import mark_sentence
from ...plain_text import as_tip
from ...translation import language, sentence, tr, trn
from ...words import formats
from ...words.paragraph import ParagraphSubject, paragraph
from ...words.rank import rank_lines, rank_sentence
from ...words.wording import method_line
from ..drawing.areas import Areas
from ..messages import log, sentence_of
from ..places import PlaceReading
from ..references import ReferenceBook
from ..session import Session
from ..widgets.elided import ElidedButton
from ..widgets.sections import Section, Sections
from ..widgets.terms import explain_by_terms
from ..widgets.words import Words
from ..work import Background
from .account import Origin, account
from .card import CardData, ScoreCard
from .heading import AreaHeading, PlaceHeading
from .notes import Warned, small_label
from .pictures import AreaPictures, Shown
from .warned import State, infos_of, is_small, warnings_of
from .whereabouts import Whereabouts

_TREND, _WORDS, _METHOD = "trend", "words", "method"


class AreaPage(QWidget):
    """Figures of the current area; follows session and areas. `lower` holds the sections that stand below it."""

    def __init__(
        self, session: Session, areas: Areas, parent: QWidget | None = None, book: ReferenceBook | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._areas = areas
        self._book = book = book or ReferenceBook(session, areas, Background(self), self)
        self.places: PlaceReading | None = None
        self._is_stale = False
        self.heading = AreaHeading(areas, self)
        self.place = PlaceHeading(self)
        self.names, self.zoom, self.delete = self.heading.names, self.heading.zoom, self.heading.delete
        self.card = ScoreCard(self)
        card = self.card
        self.score, self.chip, self.line, self.rank, self.warning = (
            card.score,
            card.chip,
            card.line,
            card.rank,
            card.notes,
        )
        self.pictures = AreaPictures(session, areas, book, self)
        self.shares = self.pictures.shares
        self.lower = QWidget(self)
        self.words = Words(self.lower)
        self.whereabouts = Whereabouts(session, areas, parent=self.lower)
        self.method = small_label(self.lower, "LeefbaarometerMethod")
        self.source = small_label(self.lower, "LeefbaarometerSource")
        explain_by_terms(self.card.notes, "small_numbers", "estimate")
        explain_by_terms(self.method, "coverage", "weight", "imputed", "rule")
        explain_by_terms(self.source, "source_line", "caveat")
        self.sections = Sections(session.project, "area_sections", f"{_TREND},{_WORDS}", self)
        self._build()
        areas.list_changed.connect(self.refresh)
        areas.current_changed.connect(self.refresh)
        self.pictures.reference_changed.connect(self.refresh)
        self.whereabouts.found.connect(self._show_notes)
        book.changed.connect(self.refresh)
        session.view_changed.connect(self.refresh)
        session.pack_changed.connect(self.sections.restore)
        self.refresh()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for widget in (self.heading, self.place, self.card, self.place.ways, self.pictures):
            column.addWidget(widget)
        self.lower.setParent(self)
        below = QVBoxLayout(self.lower)
        below.setContentsMargins(0, 4, 0, 0)
        below.setSpacing(0)
        entries = (
            (_TREND, tr("Trend"), (self.pictures.over_years,)),
            (_WORDS, tr("In words"), (self.words.text_part,)),
            (_METHOD, tr("Method and source"), (self.whereabouts, self.method, self.words.account_part, self.source)),
        )
        self._section: dict[str, Section] = {}
        for name, title, widgets in entries:
            section = self._section[name] = Section(name, title, self.lower)
            for widget in widgets:
                section.body.addWidget(widget)
            self.sections.add(section)
            below.addWidget(section)
        column.addWidget(self.lower)
        column.addStretch(1)
        self.sections.restore()

    def use_places(self, places: PlaceReading) -> None:
        """Show the figures of a place while there is one."""
        self.places = places
        self.place.follow(places)
        places.changed.connect(self._follow_place)

    def _follow_place(self) -> None:
        """At once where it is seen; else when it is, for rows of lists are gone through with the arrow keys."""
        if self.isVisible():
            self.refresh()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the place that was chosen elsewhere."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    @property
    def _shows_place(self) -> bool:
        return self.places is not None and self.places.is_shown

    def _figures(self) -> AreaFigures | None:
        """Figures of the place that is shown, else of the current area."""
        return self.places.figures() if self.places is not None and self._shows_place else self._areas.figures()

    def _outline(self) -> bytes | None:
        return self.places.outline() if self.places is not None and self._shows_place else self._areas.outline()

    def jumps(self) -> list[QToolButton]:
        """Buttons for the row of actions: each opens a section and brings its head to the top."""
        found = []
        for name, title in ((_TREND, tr("Trend")), (_WORDS, tr("In words")), (_METHOD, tr("Method"))):
            button = ElidedButton()
            button.setObjectName(f"LeefbaarometerJump_{name}")
            button.setText(title)
            button.setToolTip(as_tip(tr("Open “{section}” and go there").format(section=title)))
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(lambda _checked=False, name=name: self.sections.show(name))
            found.append(button)
        return found

    def refresh(self) -> None:
        """Show the figures of the current area for the theme and year of the session, or why they can't be read."""
        if self._session.is_restoring:  # the view follows, and with it this
            return
        self._is_stale = False
        self.heading.follow()
        try:
            with settings.held():
                self._show_area()
        except LeefbaarError as problem:  # the data were taken away, say
            self.card.notes.show_notes([Warned(sentence_of(problem))], [])

    def _show_area(self) -> None:
        for widget in (self.place, self.place.ways):
            widget.setVisible(self._shows_place)
        self.heading.setVisible(not self._shows_place)
        self.place.show_place()
        figures = self._figures()
        shown = figures is not None and figures.has_score
        self.method.setVisible(shown)
        theme = self._theme_figures(figures) if figures is not None and shown else None
        self._theme = theme
        self._show_notes()
        self._show_pictures(figures, theme)
        self._show_words(figures, theme)
        for name in (_TREND, _METHOD):
            self._section[name].setVisible(shown)
        if figures is None or not shown or theme is None:
            self.card.show_nothing()
            return
        self._show_card(figures, theme)
        self.method.setText(method_line(figures, self._session.model, self._require_edition()))
        lines = [self._session.source_line(), *self._label(), in_language(self._session.model.caveat, language())]
        self.source.setText("\n".join(lines))
        years = figures.years
        self._section[_TREND].set_title(tr("Trend {first}–{last}").format(first=years[0], last=years[-1]))

    def _theme_figures(self, figures: AreaFigures) -> ThemeFigures:
        session = self._session
        measurer = session.measurer if session.pack is not None and session.pack.grid is not None else None
        return theme_figures(session.model, figures, session.theme.id, measurer, self._outline())

    def _show_card(self, figures: AreaFigures, theme: ThemeFigures) -> None:
        session = self._session
        ranked = self._rank(figures, session.theme.id)
        data = CardData(
            figures,
            session.theme,
            theme,
            theme_figures(session.model, figures, session.model.total.id),
            rank_lines(*ranked) if ranked is not None else (self._no_rank(figures), ""),
            is_small(figures, settings.load().smallest_dwellings),
            self._areas.has_sketch,
        )
        self.card.show_card(session.model, session.palette, data)

    def _no_rank(self, figures: AreaFigures) -> str:
        smallest = settings.load().smallest_dwellings
        if not is_small(figures, smallest):
            return ""
        text = trn(
            "No rank: that takes at least {number} dwelling",
            "No rank: that takes at least {number} dwellings",
            smallest,
        )
        return text.format(number=formats.count(smallest))

    def _rank(self, figures: AreaFigures | None, theme: str) -> tuple[AreaRank, dict[str, str]] | None:
        if figures is None or not figures.has_score:
            return None
        return self._book.rank(figures, self._outline(), theme)

    def _show_notes(self) -> None:
        figures = self._figures()
        place = self.whereabouts.place if not self._shows_place else None
        state = State(
            settings.load().smallest_dwellings,
            settings.load().limits.coverage,
            self._areas.has_sketch,
            self._areas.repaired and not self._shows_place,
            self._areas.is_repairing and not self._shows_place,
            self._mark(),
            place.outside if place is not None else 0.0,
            place.short if place is not None else (),
        )
        self.card.notes.show_notes(warnings_of(figures, self._theme, state), infos_of(figures, state))

    def _shown_name(self) -> str:
        if self.places is not None and self.places.place is not None and self._shows_place:
            return self.places.place.name
        return tr("Area") if self._areas.has_sketch else self.names.currentText()

    def _require_edition(self) -> str:
        return self._session.pack.edition if self._session.pack else ""

    def _label(self) -> list[str]:
        label = self._session.pack.info.get("demonstration") if self._session.pack else None
        return [sentence(in_language(label, language())) + "."] if label else []

    def _mark(self) -> str:
        """What has to be told of an official area: that it is small, or a part of it."""
        official, pack = self._areas.measuring.official, self._session.pack
        if self.places is not None and self._shows_place:
            official = self.places.official
        if official is None or pack is None:
            return ""
        try:
            marks = marks_of(pack, [official])
        except LeefbaarError as problem:
            log(str(problem))
            return ""
        return mark_sentence(marks, 0, settings.load().smallest_inhabitants)

    def _show_pictures(self, figures: AreaFigures | None, theme: ThemeFigures | None) -> None:
        if figures is None or theme is None:
            self.pictures.show_area(None)
            return
        outline, current = self._outline(), self._areas.current
        self.pictures.show_area(Shown(figures, outline, self._shown_name(), current, theme))

    def _show_words(self, figures: AreaFigures | None, theme: ThemeFigures | None) -> None:
        """The paragraph; of an area that is being drawn none, for it would change with every move."""
        self._section[_WORDS].setVisible(figures is not None and not self._areas.has_sketch)
        if figures is None or self._areas.has_sketch:
            self.words.show_texts("")
            return
        model, reference = self._session.model, self.pictures.reference()
        ranked = self._rank(figures, model.total.id)
        subject = ParagraphSubject(
            model,
            self._shown_name(),
            figures,
            settings.load().smallest_dwellings,
            reference.name if reference is not None else "",
            reference.figures if reference is not None else None,
            rank_sentence(*ranked) if ranked is not None else "",
            theme,
        )
        if not figures.has_score or not figures.weight:  # of what is only published there is nothing to account for
            self.words.show_texts(paragraph(subject))
            return
        origin = Origin(
            self._require_edition(),
            self._session.recipe,
            self._session.source_line(),
            " ".join(self._label()),
            subject.reference_name,
            self._areas.repaired,
        )

        def full() -> str:
            shape, outline = QgsGeometry(), self._outline()
            if outline is not None:
                shape.fromWkb(outline)
            return account(model, figures, replace(origin, outline=shape.asWkt(2) if outline is not None else ""))

        self.words.show_texts(paragraph(subject), account(model, figures, origin), full)
