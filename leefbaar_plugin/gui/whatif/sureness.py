# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure is the class of the area as it is now: variants by chance, reckoned in the background."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from ...analysis.measure import Measurer
from ...analysis.robustness import Instead, RobustnessAnswer, RobustnessQuestion, matters_most, robustness_of
from ...charts.class_bar import ClassBar, ClassBarData, ClassShare
from ...charts.tornado import Bar, Tornado, TornadoData
from ...engine.errors import CancelledError
from ...engine.model import ScoreModel, in_language
from ...engine.models.robustness import Robustness
from ...engine.models.variants import BOUND, EDGE, GRID, IMPUTATION, OUTLINE, ROUNDING, SECRECY, WEIGHT
from ...layers.styles import Palette
from ...plain_text import PlainLabel
from ...translation import language, tr, translated_error, trn
from ...words import formats
from ..work import Background

_SUBJECT = "robustness"


class Sureness(QWidget):
    """A sentence and a bar of the classes of the variants. `changed` is sent when work began or ended."""

    changed = pyqtSignal()

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._asked: object = None
        self.said = PlainLabel(self)
        self.said.setObjectName("LeefbaarometerSureness")
        self.said.setWordWrap(True)
        self.bar = ClassBar(self)
        self.tornado = Tornado(self)
        self.instead = PlainLabel(self)
        self.instead.setObjectName("LeefbaarometerInstead")
        self.instead.setWordWrap(True)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(3)
        for widget in (self.progress, self.said, self.bar, self.tornado, self.instead):
            column.addWidget(widget)
        self.clear()

    @property
    def is_running(self) -> bool:
        """Whether variants are being reckoned."""
        return bool(self._background.is_running(_SUBJECT))

    def clear(self) -> None:
        """Nothing is known; work that runs is stopped."""
        self._asked = None
        self._background.cancel(_SUBJECT)
        self.setVisible(False)

    def show_for(self, measurer: Measurer, year: int, outline: bytes) -> None:
        """Another area, year or recipe: what is known holds for it no more."""
        if self._asked is not None and self._asked != (measurer, year, outline):
            self.clear()
            self.changed.emit()

    def start_or_stop(self, measurer: Measurer, palette: Palette, year: int, outline: bytes) -> None:
        """Reckon the variants of an area (WKB in EPSG:28992), or stop doing so."""
        if self.is_running:
            self._background.cancel(_SUBJECT)
            return
        self._asked = (measurer, year, outline)
        self.setVisible(True)
        self.progress.setVisible(True)
        for widget in (self.bar, self.tornado, self.instead):
            widget.setVisible(False)
        self.said.setText(tr("Reckoning variants…"))
        work = partial(robustness_of, measurer, [outline], RobustnessQuestion(year))
        done = partial(self._show, measurer.pack.model, palette, self._asked)
        title = tr("Leefbaarometer: how sure is the class")
        self._background.start(_SUBJECT, title, lambda progress: work(progress=progress), done, self._failed)
        self.changed.emit()

    def _show(self, model: ScoreModel, palette: Palette, asked: object, answer: RobustnessAnswer) -> None:
        if asked == self._asked:
            found = answer.areas[0]
            self.progress.setVisible(False)
            self.said.setText(sureness_sentence(model, found))
            self.bar.setVisible(found is not None)
            self.tornado.setVisible(found is not None)
            if found is not None:
                self.bar.set_data(_bar(model, palette, found))
                self.tornado.set_data(_tornado(found))
            self.instead.setText(instead_sentence(answer.instead[0]))
            self.instead.setVisible(bool(self.instead.text()))
        self.changed.emit()

    def _failed(self, problem: BaseException) -> None:
        self.progress.setVisible(False)
        if isinstance(problem, CancelledError):
            self._asked = None
            self.setVisible(False)
        else:
            self.said.setText(translated_error(problem))
        self.changed.emit()


def sureness_sentence(model: ScoreModel, found: Robustness | None) -> str:
    """In how many variants the class is the same, and what matters most."""
    if found is None:
        return tr("The area has no score.")
    text = trn(
        "Situation now: class {number} ({class_name}) in {share} of {runs} variant.",
        "Situation now: class {number} ({class_name}) in {share} of {runs} variants.",
        found.runs,
    )
    text = text.format(
        number=found.class_number,
        class_name=model.total_classification.name(found.class_number, language()),
        share=formats.percentage(found.holds),
        runs=formats.count(found.runs),
    )
    most = matters_most(found)
    return f"{text} {_matters(most)}" if most else text


def instead_sentence(areas: Sequence[Instead]) -> str:
    """What the buurt, wijk and PC4 are that the area lies in; "" without any."""
    text = tr("{level} {name}: {score}, class {number}")
    names = {"buurt": tr("buurt"), "wijk": tr("wijk"), "pc4": tr("PC4")}
    parts = [
        text.format(
            level=names[one.level],
            name=one.name or one.code,
            score=formats.score(one.total),
            number=one.class_number,
        )
        for one in areas
    ]
    return tr("Taken instead: {areas}.").format(areas="; ".join(parts)) if parts else ""


def choice_name(choice: str) -> str:
    """Name of what is varied."""
    names = {
        OUTLINE: tr("place of the outline"),
        EDGE: tr("edge in or out"),
        GRID: tr("squares laid 50 m further"),
        WEIGHT: tr("choice of weight"),
        IMPUTATION: tr("missing counts"),
        SECRECY: tr("secret counts"),
        ROUNDING: tr("rounding of counts"),
        BOUND: tr("bounds of the classes"),
    }
    return names[choice]


def _tornado(found: Robustness) -> TornadoData:
    total = dict(zip(found.varied, found.shares.total.tolist(), strict=True))
    first = dict(zip(found.varied, found.shares.first.tolist(), strict=True))
    bars = []
    for swing in found.swings:
        if swing.choice == BOUND or not formats.has_value(swing.low):
            continue  # a bound moves no score
        note = ""
        if formats.has_value(total.get(swing.choice)):
            text = tr("part of the variance: {first} alone, {total} with what it interacts with")
            shares = (formats.percentage(max(of[swing.choice], 0.0)) for of in (first, total))
            note = text.format(**dict(zip(("first", "total"), shares, strict=True)))
        bars.append(Bar(choice_name(swing.choice), swing.low, swing.high, note))
    return TornadoData(tr("The score when one choice alone is another"), found.total, tuple(bars))


def _matters(choice: str) -> str:
    said = {
        OUTLINE: tr("The place of the outline matters most."),
        EDGE: tr("The edge, further in or out, matters most."),
        GRID: tr("How the squares happen to lie matters most."),
        WEIGHT: tr("The choice of weight matters most."),
        IMPUTATION: tr("The rule for missing counts matters most."),
        SECRECY: tr("The counts that CBS keeps secret matter most."),
        ROUNDING: tr("The rounding of the counts matters most."),
        BOUND: tr("The bounds of the classes matter most."),
    }
    return said[choice]


def _bar(model: ScoreModel, palette: Palette, found: Robustness) -> ClassBarData:
    classes = model.total_classification.classes
    shares = tuple(
        ClassShare(entry.number, in_language(entry.name, language()), colour, float(share))
        for entry, colour, share in zip(classes, palette.colours, found.class_shares, strict=True)
    )
    text = tr("95 % of the variants have a score from {low} to {high}")
    summary = text.format(low=formats.score(found.low), high=formats.score(found.high))
    return ClassBarData(tr("Variants per class"), shares, summary, 0)
