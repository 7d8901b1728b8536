# SPDX-License-Identifier: GPL-2.0-or-later
"""What the page of change is about: from which year to which, in step with the map, and of which areas."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from ...analysis.change.change_view import OWN
from ...analysis.comparison import OwnArea
from ...analysis.derived import CHANGE
from ...engine.model import in_language
from ...layers.level_names import marked
from ...plain_text import PlainLabel, as_tip
from ...translation import language, sentence, tr
from ..session import Session
from ..widgets.elided import ElidedCombo
from ..widgets.elided_buttons import ElidedPush

CURRENT, PLACE = "current", "place"
_LEVELS = ("gemeente", "wijk", "buurt", "pc4")
_SCOPE, _KEY = "leefbaarometer", "change_subject"


class ChangeControls(QWidget):
    """Two years and a subject; `subject_changed` tells that another subject was chosen."""

    subject_changed = pyqtSignal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._place = ""
        self.since = self._combo("LeefbaarometerChangeSince", tr("First year"))
        self.until = self._combo("LeefbaarometerChangeUntil", tr("Last year"))
        self.subject = self._combo("LeefbaarometerChangeSubject", tr("Areas"))
        self.subject.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.subject.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.on_map = ElidedPush(tr("Show on the map"), self)
        self.on_map.setObjectName("LeefbaarometerChangeOnMap")
        self.on_map.setToolTip(tr("Let the map show this development"))
        years = QHBoxLayout()
        for text, combo in ((tr("From"), self.since), (tr("to"), self.until)):
            label = PlainLabel(text, self)
            label.setBuddy(combo)
            years.addWidget(label)
            years.addWidget(combo, 1)
        years.addWidget(self.on_map, 2)
        label = PlainLabel(tr("Of"), self)
        label.setBuddy(self.subject)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(4)
        grid.addLayout(years, 0, 0, 1, 2)
        grid.addWidget(label, 1, 0)
        grid.addWidget(self.subject, 1, 1)
        grid.setColumnStretch(1, 1)
        self.since.activated.connect(lambda index: session.set_since(self.since.itemData(index)))
        self.until.activated.connect(lambda index: session.set_year(self.until.itemData(index)))
        self.subject.activated.connect(lambda _index: self._choose())
        session.pack_changed.connect(self._restore)
        self.on_map.clicked.connect(lambda _checked: session.set_kind(CHANGE))

    def _combo(self, name: str, title: str) -> QComboBox:
        combo = ElidedCombo(self)
        combo.setObjectName(name)
        combo.setAccessibleName(title)
        combo.setToolTip(as_tip(title))
        return combo

    def follow(self) -> None:
        """Show the years and subjects of the session; the chosen subject stays while it is there."""
        session = self._session
        pack = session.pack
        if pack is None:
            return
        years = session.years_with_theme()
        _fill_years(self.since, session.earlier_years(), session.since)
        _fill_years(self.until, years[1:], session.year)
        self.on_map.setVisible(session.kind != CHANGE)
        chosen = session.project.readEntry(_SCOPE, _KEY, "")[0] or self.subject.currentData()
        if self.subject.currentData() == PLACE and self._place:
            chosen = PLACE
        entries: list[tuple[str, str]] = []
        if pack.grid is not None:
            entries = [(tr("the current area"), CURRENT), (tr("all own areas"), OWN)]
        levels = [level for level in _LEVELS if level in pack.known_levels]
        entries += [(_plural(session, level), level) for level in levels]
        if self._place:
            entries.insert(0, (self._place, PLACE))
        if entries == [(self.subject.itemText(at), self.subject.itemData(at)) for at in range(self.subject.count())]:
            return
        self.subject.clear()
        for text, data in entries:
            self.subject.addItem(text, data)
        self.subject.setCurrentIndex(max(self.subject.findData(chosen), 0))

    def offer_place(self, name: str) -> None:
        """Offer a place of this name as a subject; "" for none."""
        self._place = name

    def choose(self, subject: str) -> None:
        """Choose a subject that is there, as a click does."""
        index = self.subject.findData(subject)
        if index >= 0:
            self.subject.setCurrentIndex(index)
            self._choose()

    def _choose(self) -> None:
        if self.chosen != PLACE:  # it doesn't come back with the project
            self._session.project.writeEntry(_SCOPE, _KEY, self.chosen)
        self.subject_changed.emit()

    def _restore(self) -> None:
        index = self.subject.findData(self._session.project.readEntry(_SCOPE, _KEY, "")[0])
        if index >= 0:
            self.subject.setCurrentIndex(index)

    @property
    def chosen(self) -> str:
        """`CURRENT`, `PLACE`, `OWN` or a level; '' before anything is there."""
        return str(self.subject.currentData(Qt.ItemDataRole.UserRole) or "")


def why_not(subject: str, since: int, own: Sequence[OwnArea]) -> str:
    """Why nothing can be computed of a subject; '' when it can."""
    if not since:
        return tr("There is no earlier year to compare with. Choose a later year.")
    if not subject:
        return tr("These data have no areas and no squares.")
    if subject in (CURRENT, PLACE) and not own:
        return tr("Draw or choose an area first, or take all gemeenten or buurten.")
    if subject == OWN and not own:
        return tr("There are no own areas yet. Draw one, or take all gemeenten or buurten.")
    return ""


def _fill_years(combo: QComboBox, years: Sequence[int], shown: int) -> None:
    if [combo.itemData(at) for at in range(combo.count())] != list(years):
        combo.clear()
        for year in years:
            combo.addItem(str(year), year)
    combo.setCurrentIndex(combo.findData(shown))
    combo.setEnabled(combo.count() > 0)


def _plural(session: Session, level: str) -> str:
    names = {"gemeente": tr("all gemeenten"), "wijk": tr("all wijken"), "buurt": tr("all buurten")}
    name = names.get(level) or sentence(in_language(session.model.level(level).name, language()))
    return marked(session.pack, level, name) if session.pack is not None else name
