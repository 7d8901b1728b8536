# SPDX-License-Identifier: GPL-2.0-or-later
"""What a rule is held against: buurten, wijken, gemeenten, clusters of squares or own areas, and in which years."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QStandardItem, QStandardItemModel
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QWidget

from ...analysis.signals.rule_words import words
from ...analysis.signals.rules import Rule
from ...analysis.signals.square_clusters import AREAS, CLUSTERS
from ...engine.signals.clusters import CORNERS, SIDES
from ...layers.level_names import marked
from ...pack.pack import Pack
from ...plain_text import as_tip
from ...translation import language, sentence, tr
from ...words.weights import weight_name
from ..widgets.elided import ElidedCombo, ElidedLabel
from ..widgets.wheel_guard import WheelGuard

LEVELS = ("buurt", "wijk", "gemeente", "pc4", CLUSTERS, AREAS)
_ALWAYS = ("buurt", "wijk", "gemeente", CLUSTERS, AREAS)
"""Stand in the list even when they can't be chosen, with the reason."""
_MOST_DWELLINGS = 100_000


@dataclass(frozen=True)
class FindSubject:
    """What to judge: an official level, `CLUSTERS` with neighbours (4 or 8) and fewest dwellings, or `AREAS`; and the
    year to set it beside, 0 for none.
    """

    level: str
    neighbours: int = SIDES
    least: int = 10
    against: int = 0


class SubjectChoice(QWidget):
    """Controls for the subject and the years.

    `changed` is sent when the user chose another subject; `since_chosen` carries a year.
    """

    changed = pyqtSignal()
    since_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.levels = ElidedCombo(self)
        self.levels.setModel(QStandardItemModel(self))
        self.levels.setObjectName("LeefbaarometerFindLevel")
        self.since = _combo(self, "LeefbaarometerFindSince", tr("Since"))
        self.against = _combo(self, "LeefbaarometerFindAgainst", tr("Set beside"))
        self.neighbours = _combo(self, "LeefbaarometerFindNeighbours", tr("Squares adjoin by"))
        self.neighbours.addItem(tr("a side"), SIDES)
        self.neighbours.addItem(tr("a side or a corner"), CORNERS)
        self.least = QSpinBox(self)
        self.least.setObjectName("LeefbaarometerFindLeast")
        self.least.setRange(0, _MOST_DWELLINGS)
        self.least.setStepType(QSpinBox.StepType.AdaptiveDecimalStepType)
        self.least.setValue(FindSubject(CLUSTERS).least)
        WheelGuard(self).guard(self.levels, self.since, self.against, self.neighbours, self.least)
        self._build()
        self.levels.activated.connect(self._choose)
        self.neighbours.activated.connect(lambda _at: self.changed.emit())
        self.least.valueChanged.connect(lambda _value: self.changed.emit())
        self.against.activated.connect(self._set_beside)
        self.since.activated.connect(lambda at: self.since_chosen.emit(self.since.itemData(at)))
        self.show_subject(FindSubject(LEVELS[0]))

    def _build(self) -> None:
        self.levels.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.levels.setMinimumContentsLength(4)
        self.levels.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.levels.setAccessibleName(tr("Judge"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(4)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        first = QHBoxLayout()
        first.setSpacing(4)
        first.addWidget(self.levels, 1)
        self._against = _label(self, tr("since"), self.since)
        first.addWidget(self._against)
        first.addWidget(self.since)
        self.beside = first
        self.other = QWidget(self)
        other = QHBoxLayout(self.other)
        other.setContentsMargins(0, 0, 0, 0)
        other.setSpacing(6)
        self._beside = _label(self, tr("Beside"), self.against)
        other.addWidget(self._beside)
        other.addWidget(self.against)
        other.addStretch(1)
        self._sides = _label(self, tr("Adjoin by"), self.neighbours)
        self._fewest = _label(self, tr("At least"), self.least)
        grid.addWidget(_label(self, tr("Among"), self.levels), 0, 0)
        grid.addLayout(first, 0, 1)
        grid.addWidget(self._sides, 1, 0)
        grid.addWidget(self.neighbours, 1, 1)
        grid.addWidget(self._fewest, 2, 0)
        grid.addWidget(self.least, 2, 1, Qt.AlignmentFlag.AlignLeft)
        self.against.setToolTip(
            tr("What the rule finds in another year: then, now and both, and the same gemeenten as a whole")
        )
        self.neighbours.setToolTip(
            tr("Squares that share a side make a cluster, or also those that only touch at a corner")
        )
        self.since.setToolTip(tr("The measurement that the change is counted from"))

    @property
    def subject(self) -> FindSubject:
        """What is chosen."""
        return FindSubject(self._level, int(self.neighbours.currentData()), self.least.value(), self._other)

    def show_subject(self, subject: FindSubject) -> None:
        """Choose what was chosen before."""
        self._level = subject.level if subject.level in LEVELS else LEVELS[0]
        self._other = subject.against
        for widget in (self.neighbours, self.least):
            widget.blockSignals(True)
        self.neighbours.setCurrentIndex(max(self.neighbours.findData(subject.neighbours), 0))
        self.least.setValue(subject.least)
        for widget in (self.neighbours, self.least):
            widget.blockSignals(False)
        self._show_options()

    def offer(self, pack: Pack, rule: Rule, own_areas: int, weight: str) -> None:
        """Fill the list for a pack, a rule and a number of own areas; what can't be chosen says why.

        `weight` is the kind of weight that the size of clusters is counted in.
        """
        names = words(language())["levels"]
        model = self.levels.model()
        model.clear()
        for level in LEVELS:
            missing = level not in (*pack.levels, CLUSTERS, AREAS)
            if missing and level not in _ALWAYS:
                continue
            nothing = missing or (level == AREAS and not own_areas)
            reason = tr("not in these data") if missing else tr("none yet") if nothing else ""
            if not nothing and level not in rule.levels:
                reason = tr("the rule isn't meant for these")
            name = sentence(marked(pack, level, names[level]))
            item = QStandardItem(f"{name} ({reason})" if reason else name)
            item.setData(level, Qt.ItemDataRole.UserRole)
            item.setToolTip(as_tip(item.text()))
            item.setEnabled(not nothing)
            model.appendRow(item)
        if not self._can_choose(self._level):
            able = [one for one in LEVELS if self._can_choose(one)]
            self._level = next((one for one in able if one in rule.levels), able[0])
        self.levels.setCurrentIndex(self.levels.findData(self._level))
        self.least.setSuffix(f" {weight_name(weight)}")
        self._show_options()

    def show_years(self, years: Sequence[int], year: int, earlier: Sequence[int], since: int | None) -> None:
        """Show the years to choose from, that of the panel being `year`; without `since` the rule is about that one."""
        if [self.since.itemData(at) for at in range(self.since.count())] != list(reversed(earlier)):
            self.since.clear()
            for one in reversed(earlier):
                self.since.addItem(str(one), one)
        self.since.setCurrentIndex(self.since.findData(since))
        for widget in (self._against, self.since):
            widget.setVisible(since is not None)
        self._show_others([one for one in years if one < year])

    def _show_others(self, years: Sequence[int]) -> None:
        """Offer the years to set the findings beside; one that can't be chosen any more is none."""
        offered = [0, *reversed(years)]
        if [self.against.itemData(at) for at in range(self.against.count())] != offered:
            self.against.clear()
            for one in offered:
                self.against.addItem(str(one) if one else tr("no other year"), one)
        if self._other not in offered:
            self._other = 0
        self.against.setCurrentIndex(self.against.findData(self._other))
        for widget in (self._beside, self.against):
            widget.setVisible(len(offered) > 1)

    def _set_beside(self, at: int) -> None:
        other = int(self.against.itemData(at))
        if other != self._other:
            self._other = other
            self.changed.emit()

    def _can_choose(self, level: str) -> bool:
        at = self.levels.findData(level)
        return at >= 0 and bool(self.levels.model().item(at).isEnabled())

    def _choose(self, at: int) -> None:
        level = str(self.levels.itemData(at))
        if level != self._level:
            self._level = level
            self._show_options()
            self.changed.emit()

    def _show_options(self) -> None:
        for widget in (self._sides, self.neighbours, self._fewest, self.least):
            widget.setVisible(self._level == CLUSTERS)


def _combo(parent: QWidget, name: str, about: str) -> QComboBox:
    combo = ElidedCombo(parent)
    combo.setObjectName(name)
    combo.setAccessibleName(about)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(4)
    return combo


def _label(parent: QWidget, text: str, buddy: QWidget) -> QLabel:
    label = ElidedLabel(parent)
    label.set_texts("", text)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    label.setBuddy(buddy)
    return label
