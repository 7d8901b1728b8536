# SPDX-License-Identifier: GPL-2.0-or-later
"""What the parts under the table of change share: what they're asked, and how they compute it in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ... import settings
from ...analysis.cautions import Caution
from ...analysis.comparison import OwnArea
from ...analysis.references.references import References
from ...engine.errors import CancelledError, LeefbaarError
from ...engine.model import ScoreModel
from ...layers.styles import Palette
from ...pack.files.progress import Progress
from ...plain_text import PlainLabel, as_tip
from ...translation import language, tr, translated_error
from ...words.change import caveat
from ..area.notes import Notes, Warned
from ..messages import log
from ..result_layers import LayerResult
from ..widgets.elided import ElidedButton
from ..widgets.terms import say_copied
from ..work import Background


@dataclass(frozen=True, eq=False)
class Asked:
    """What the page is about: the period, the area in focus (None for all squares), and the areas of a monitor.

    `smallest` is the least number of dwellings that says something; `recipe` the line that makes the figures again;
    `too_many` tells that there are more areas than a monitor takes, which are left out.
    """

    references: References
    palette: Palette
    since: int
    until: int
    focus: OwnArea | None
    areas: tuple[OwnArea, ...]
    smallest: float
    recipe: str
    too_many: bool = False

    @property
    def model(self) -> ScoreModel:
        """The model of the open data."""
        return self.references.measurer.pack.model

    def is_like(self, other: Asked | None) -> bool:
        """Whether another question is the same."""
        return other is not None and (
            self.references is other.references
            and (self.since, self.until, self.focus, self.areas) == (other.since, other.until, other.focus, other.areas)
            and (self.smallest, self.palette.id) == (other.smallest, other.palette.id)
        )


class ChangePart(QWidget):
    """A part that computes in the background what it is asked, while it is visible; the newest question wins.

    Subclasses give `subject`, `title`, `work`, `show_found` and `show_nothing`. `layer_wanted` carries a `LayerResult`.
    """

    layer_wanted = pyqtSignal(object)

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self.asked: Asked | None = None
        self._answered: Asked | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        self.state = self.label("")
        self.warned = Notes(self)
        self.body.addWidget(self.warned)
        self.warned.show_notes((), ())

    def subject(self) -> str:
        """Subject of the background work."""
        raise NotImplementedError

    def title(self) -> str:
        """Title of the background work."""
        raise NotImplementedError

    def why_not(self, asked: Asked) -> str:
        """Why there is nothing to compute; '' when there is."""
        return ""

    def work(self, asked: Asked) -> Callable[[Progress], Any]:
        """A function that computes the answer in another thread."""
        raise NotImplementedError

    def show_found(self, asked: Asked, found: Any) -> None:
        """Show an answer."""
        raise NotImplementedError

    def show_nothing(self) -> None:
        """Hide what an answer filled."""
        raise NotImplementedError

    def ask(self, asked: Asked | None) -> None:
        """Take a question; it is answered when the part is visible."""
        self.asked = asked
        if asked is None:
            self._answered = None
            self._background.cancel(self.subject())
            self.show_nothing()
        elif self.isVisible():
            self._answer()

    def again(self) -> None:
        """Answer the same question by other choices of this part."""
        self._answered = None
        if self.asked is not None and self.isVisible():
            self._answer()

    def showEvent(self, event: QShowEvent) -> None:
        """Answer what was asked while the part was hidden."""
        super().showEvent(event)
        if self.asked is not None:
            self._answer()

    def _answer(self) -> None:
        asked = self.asked
        if asked is None or asked.is_like(self._answered):
            return
        self._answered = asked
        try:
            reason = self.why_not(asked)
            work = None if reason else self.work(asked)
        except LeefbaarError as problem:
            reason, work = translated_error(problem), None
        if work is None:
            self._background.cancel(self.subject())
            self.show_nothing()
            self.say(reason)
            return
        self.say(tr("Computing…"))
        self._background.start(self.subject(), self.title(), work, lambda found: self._take(asked, found), self._failed)

    def _take(self, asked: Asked, found: Any) -> None:
        if asked is not self._answered:
            return
        self.say("")
        self.show_found(asked, found)

    def _failed(self, problem: BaseException) -> None:
        if isinstance(problem, CancelledError):
            return
        self._answered = None
        self.show_nothing()
        self.say(translated_error(problem))
        if not isinstance(problem, LeefbaarError):
            log(repr(problem))

    def warn(self, names: Sequence[str], cautions: Sequence[Caution]) -> None:
        """Tell above the figures which of them rest on few dwellings or on little of the surface."""
        limits = settings.load().limits
        told = zip(names, cautions, strict=True)
        doubtful = [(name, one) for name, one in told if one.few(limits) or one.low_coverage(limits)]
        self.warn_of([(name, one.words(limits, language())) for name, one in doubtful])

    def warn_of(self, told: Sequence[tuple[str, str]]) -> None:
        """The same, of names and words; the same words of several names are told once, with how many they are."""
        by_words: dict[str, list[str]] = {}
        for name, words in told:
            by_words.setdefault(words, []).append(name)
        warned = []
        for words, names in by_words.items():
            named = sorted(set(names), key=names.index)
            about = named[0] if len(named) == 1 else tr("{count} rows").format(count=len(named))
            tip = "\n".join(f"{one}: {words}" for one in named)
            warned.append(Warned(about, f": {words}" if about else words, tip))
        self.warned.show_notes(warned, ())

    def say(self, text: str) -> None:
        """Say in place of the figures why they aren't there."""
        self.warn_of(())
        self.state.setText(text)
        self.state.setVisible(bool(text))

    def label(self, name: str) -> QLabel:
        """A label for sentences, added to the part."""
        made = PlainLabel(self)
        made.setObjectName(name)
        made.setWordWrap(True)
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.body.addWidget(made)
        return made

    def caveat(self) -> str:
        """The caveat of the model, which stands above on the page and has to go with what is copied."""
        return caveat(self.asked.model) if self.asked is not None else ""

    def buttons(self, *buttons: QToolButton) -> None:
        """A row of buttons, added to the part."""
        row = QHBoxLayout()
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)

    def want_layer(self, result: LayerResult) -> None:
        """Ask for a layer of a result."""
        self.layer_wanted.emit(result)


def flat_button(parent: QWidget, text: str, name: str, tip: str = "") -> QToolButton:
    """A button that reads a text."""
    button = ElidedButton(parent)
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(as_tip(tip or text))
    button.setAutoRaise(True)
    return button


def copy_button(parent: QWidget, name: str, text: Callable[[], str], after: Callable[[], str] = str) -> QToolButton:
    """A button that puts a text on the clipboard, with what belongs after it."""
    button = flat_button(parent, tr("Copy text"), name, tr("Put this text on the clipboard"))

    def copy() -> None:
        QApplication.clipboard().setText(f"{text()} {after()}".strip())
        say_copied(button)

    button.clicked.connect(lambda _checked: copy())
    return button
