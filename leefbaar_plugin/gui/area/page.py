# SPDX-License-Identifier: GPL-2.0-or-later
"""The page of one area: name, score and class, class shares, dimensions, trend, and how the figures were made."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from ... import settings
from ...charts.class_chip import ClassChip, ClassChipData
from ...charts.tinted_icon import tinted_icon
from ...data.glossary import EXPLAINED_MODEL, glossary
from ...data.ranks import AreaRank
from ...data.resources import resource_path
from ...data.small_areas import marks_of
from ...engine.errors import LeefbaarError
from ...engine.figures import AreaFigures
from ...engine.model import in_language
from ...layers.marks import SMALL, mark_sentence
from ...layers.styles import Palette
from ...plain_text import PlainLabel, as_tip
from ...translation import language, sentence, tr
from ...words import formats
from ...words.paragraph import Subject, paragraph
from ...words.rank import rank_line, rank_sentence, rank_tip
from ...words.wording import method_line, score_line, weight_name
from ..drawing.areas import Areas
from ..messages import log, sentence_of
from ..references import ReferenceBook
from ..session import Session
from ..terms import explain_by_terms
from ..words import Words
from ..work import Background
from .account import Origin, account
from .pictures import AreaPictures, Shown
from .whereabouts import Whereabouts

_SCORE_SIZE = 2.2


class AreaPage(QWidget):
    """Figures of the current area; follows session and areas."""

    def __init__(
        self, session: Session, areas: Areas, parent: QWidget | None = None, book: ReferenceBook | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._areas = areas
        self._book = book = book or ReferenceBook(session, areas, Background(self), self)
        self.names = QComboBox(self)
        self.names.setObjectName("LeefbaarometerAreaName")
        self.names.setEditable(True)
        self.names.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.names.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.names.setToolTip(tr("Choose an area, or type another name and press Enter"))
        self.names.setAccessibleName(tr("Name of the area"))
        self.zoom = self._button("zoom", tr("Zoom to the area"))
        self.delete = self._button("delete", tr("Delete the area"))
        self.score = PlainLabel(self)
        self.score.setObjectName("LeefbaarometerScore")
        self.chip = ClassChip(self)
        self.line = self._text("LeefbaarometerScoreLine")
        self.rank = self._text("LeefbaarometerRank")
        self.rank.setToolTip(as_tip(rank_tip()))
        self.pictures = AreaPictures(session, areas, book, self)
        self.shares = self.pictures.shares
        self.words = Words(self)
        self.whereabouts = Whereabouts(session, areas, parent=self)
        self.method = self._text("LeefbaarometerMethod", small=True)
        self.warning = self._text("LeefbaarometerWarning")
        self.source = self._text("LeefbaarometerSource", small=True)
        explain_by_terms(self.score, "score", "reference")
        explain_by_terms(self.line, "reference", "distance")
        explain_by_terms(self.method, "coverage", "weight", "imputed", "rule")
        explain_by_terms(self.warning, "small_numbers", "estimate")
        explain_by_terms(self.source, "source_line", "caveat")
        self._build()
        self.names.activated.connect(lambda index: areas.set_current(self.names.itemData(index)))
        self.names.lineEdit().editingFinished.connect(self._rename)
        self.delete.clicked.connect(areas.delete_current)
        areas.list_changed.connect(self._fill_names)
        areas.current_changed.connect(self.refresh)
        self.pictures.reference_changed.connect(self.refresh)
        book.changed.connect(self.refresh)
        session.view_changed.connect(self.refresh)
        self._fill_names()
        self.refresh()

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(tinted_icon(resource_path("icons", f"{icon}.svg"), self.palette()))
        button.setToolTip(as_tip(tip))
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        return button

    def _text(self, name: str, small: bool = False) -> QLabel:
        label = PlainLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if small:
            font = label.font()
            font.setPointSizeF(font.pointSizeF() * 0.88)
            label.setFont(font)
        return label

    def _build(self) -> None:
        font = self.score.font()
        font.setPointSizeF(font.pointSizeF() * _SCORE_SIZE)
        font.setBold(True)
        self.score.setFont(font)
        heading = QHBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(self.names, 1)
        heading.addWidget(self.zoom)
        heading.addWidget(self.delete)
        result = QHBoxLayout()
        result.addWidget(self.score)
        result.addWidget(self.chip)
        result.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        column.addLayout(heading)
        column.addWidget(self.warning)
        column.addLayout(result)
        for widget in (self.rank, self.line, self.pictures, self.words, self.whereabouts, self.method, self.source):
            column.addWidget(widget)
        column.addStretch(1)

    def _fill_names(self) -> None:
        self.names.blockSignals(True)
        self.names.clear()
        for fid, name in self._areas.names().items():
            self.names.addItem(name, fid)
        self.names.setCurrentIndex(self.names.findData(self._areas.current))
        self.names.blockSignals(False)

    def _rename(self) -> None:
        text, shown = self.names.lineEdit().text().strip(), self.names.findData(self._areas.current)
        if shown >= 0 and text and text != self.names.itemText(shown):  # another program's new name isn't typed here
            self._areas.rename(text)
        self._fill_names()  # what could not be stored gives way to the name that is

    def refresh(self) -> None:
        """Show the figures of the current area in the year of the session, and what can't be read beside them."""
        try:
            self._show_area()
        except LeefbaarError as problem:  # the data were taken away, say
            self.warning.setText(sentence_of(problem))
            self.warning.setVisible(True)

    def _show_area(self) -> None:
        index = self.names.findData(self._areas.current)
        if index != self.names.currentIndex():
            self.names.setCurrentIndex(index)
        self.names.setDisabled(self._areas.has_sketch)  # it names another area
        figures = self._areas.figures()
        self.score.setText(formats.score(figures.total) if figures else formats.NO_VALUE)
        shown = figures is not None and figures.has_score
        for widget in (self.chip, self.line, self.method):
            widget.setVisible(shown)
        self._warn(figures)
        self._show_pictures(figures)
        self._show_rank(figures)
        self._show_words(figures)
        if figures is None or not figures.has_score:
            return
        self._show_class(figures, self._session.palette)
        self.line.setText(score_line(figures))
        self.method.setText(method_line(figures, self._session.model, self._require_edition()))
        lines = [self._session.source_line(), *self._label()]
        if self._areas.has_sketch:  # else it closes the paragraph
            lines.append(in_language(self._session.model.caveat, language()))
        self.source.setText("\n".join(lines))

    def _show_rank(self, figures: AreaFigures | None) -> None:
        """Where the area stands with the theme that is chosen; nothing of few dwellings."""
        found = self._rank(figures, self._session.theme.id) if figures is not None else None
        text = rank_line(*found) if found is not None else ""
        self.rank.setText(text)
        self.rank.setVisible(bool(text))

    def _rank(self, figures: AreaFigures | None, theme: str) -> tuple[AreaRank, dict[str, str]] | None:
        if figures is None or not figures.has_score:
            return None
        return self._book.rank(figures, self._areas.outline(), theme)

    def _shown_name(self) -> str:
        return tr("Area") if self._areas.has_sketch else self.names.currentText()

    def _require_edition(self) -> str:
        return self._session.pack.edition if self._session.pack else ""

    def _label(self) -> list[str]:
        label = self._session.pack.info.get("demonstration") if self._session.pack else None
        return [sentence(in_language(label, language())) + "."] if label else []

    def _warn(self, figures: AreaFigures | None) -> None:
        texts = [tr("Estimate: you are still drawing this area.")] if self._areas.has_sketch else []
        if self._areas.repaired:
            texts.append(tr("The outline crosses itself; it was repaired to measure it."))
        if self._areas.is_repairing:
            texts.append(tr("The outline crosses itself many times; it is being repaired. The figures follow."))
        texts += [sentence for sentence in [self._mark()] if sentence]
        if figures is not None and not figures.squares and not figures.has_score:
            texts.append(tr("The area lies outside the scored squares of these data, so it has no score."))
        elif figures is not None and not figures.has_score:
            texts.append(tr("The squares of this area have no weight, so it has no score."))
        elif figures is not None and figures.squares and figures.weight_sum < settings.load().smallest_dwellings:
            text = tr("Small numbers: {count} {weight} only. Read the figures with care.")
            text = text.format(count=formats.number(figures.weight_sum, 1), weight=weight_name(figures.weight))
            texts.append(f"{SMALL} {text}")
        covered = figures.covered if figures is not None and figures.squares else None
        if covered is not None and covered < settings.load().limits.coverage:
            text = tr("Squares with a score cover {share} of the surface only. Read the figures with care.")
            texts.append(f"{SMALL} {text.format(share=formats.percentage(covered))}")
        self.warning.setText("\n".join(texts))
        self.warning.setVisible(bool(texts))

    def _mark(self) -> str:
        """What has to be told of an official area: that it is small, or a part of it."""
        official, pack = self._areas.measuring.official, self._session.pack
        if official is None or pack is None:
            return ""
        try:
            marks = marks_of(pack, [official])
        except LeefbaarError as problem:
            log(str(problem))
            return ""
        return mark_sentence(marks, 0, settings.load().smallest_inhabitants)

    def _show_class(self, figures: AreaFigures, palette: Palette) -> None:
        name = self._session.model.total_classification.name(figures.class_number, language())
        colour = palette.colours[figures.class_number - 1]
        term = glossary().get(f"class_{figures.class_number}") if self._session.model.id == EXPLAINED_MODEL else None
        note = in_language(term.text, language()) if term is not None else ""
        self.chip.set_data(ClassChipData(figures.class_number, name, colour, note, figures.certain))

    def _show_pictures(self, figures: AreaFigures | None) -> None:
        if figures is None or not figures.has_score:
            self.pictures.show_area(None)
            return
        self.pictures.show_area(Shown(figures, self._areas.outline(), self._shown_name(), self._areas.current))

    def _show_words(self, figures: AreaFigures | None) -> None:
        """The paragraph; of an area that is being drawn none, for it would change with every move."""
        if figures is None or self._areas.has_sketch:
            self.words.show_texts("")
            return
        model, reference = self._session.model, self.pictures.reference()
        ranked = self._rank(figures, model.total.id)
        subject = Subject(
            model,
            self._shown_name(),
            figures,
            settings.load().smallest_dwellings,
            reference.name if reference is not None else "",
            reference.figures if reference is not None else None,
            rank_sentence(*ranked) if ranked is not None else "",
        )
        if not figures.has_score:
            self.words.show_texts(paragraph(subject))
            return
        origin = Origin(
            self._require_edition(),
            self._session.measurer.recipe,
            self._session.source_line(),
            " ".join(self._label()),
            subject.reference_name,
            self._areas.repaired,
        )

        def full() -> str:
            outline = self._areas.geometry()
            return account(model, figures, replace(origin, outline=outline.asWkt(2) if outline is not None else ""))

        self.words.show_texts(paragraph(subject), account(model, figures, origin), full)
