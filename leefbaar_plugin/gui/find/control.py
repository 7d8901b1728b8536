# SPDX-License-Identifier: GPL-2.0-or-later
"""The control of the page "Find": the rule with its text and its values, own rules, and what it is held against."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAction,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...analysis.signals.rule_file import LONGEST_NAME
from ...analysis.signals.rule_words import fill, places_of
from ...analysis.signals.rules import Rule, Value
from ...engine.errors import LeefbaarError
from ...engine.model import in_language
from ...layers.styles import Palette
from ...plain_text import MarkupLabel, as_tip, escaped
from ...translation import language, tr
from ..widgets.elided import ElidedButton, ElidedCombo
from ..widgets.wheel_guard import WheelGuard
from .parameters import ParameterRows
from .rule_book import RuleBook
from .subject import SubjectChoice

_ENDING = ".json"
_NO_FILE_NAME = re.compile(r'[\\/:*?"<>|]+')

_RULE_SIZE = 0.92
"""Of the letters: with a rule of seven lines the list and the first reasons are in view on a small screen."""


class FindControl(QWidget):
    """Chooses a rule and changes its values.

    `rule_chosen` carries the id of another rule, `failed` an error to show, `deleted` an own rule that was deleted.
    """

    rule_chosen = pyqtSignal(str)
    failed = pyqtSignal(object)
    deleted = pyqtSignal(object)

    def __init__(self, book: RuleBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._rule_id = next(iter(book.rules()))
        self._palette: Palette | None = None
        self.rules = ElidedCombo(self)
        self.rules.setObjectName("LeefbaarometerFindRule")
        self.rules.setAccessibleName(tr("Rule"))
        WheelGuard(self).guard(self.rules)
        self.more = self._button("⋮", "LeefbaarometerFindOwn", tr("Own rules: keep, hand on or take over"))
        self.more.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.more.setAccessibleName(tr("Own rules"))
        self.text = MarkupLabel(self)
        self.text.setObjectName("LeefbaarometerFindText")
        small = self.text.font()
        small.setPointSizeF(small.pointSizeF() * _RULE_SIZE)
        self.text.setFont(small)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fold = self._button(tr("Change values"), "LeefbaarometerFindValues", "", ElidedButton)
        self.fold.setCheckable(True)
        self.reset = self._button(
            tr("As in the file"), "LeefbaarometerFindReset", tr("All values as the rule's file has them")
        )
        self.rows = ParameterRows(self)
        self.subject = SubjectChoice(self)
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setObjectName("LeefbaarometerFindName")
        self.keep = self._button(tr("Keep"), "LeefbaarometerFindKeep", tr("Keep it under this name in the project"))
        self._naming = QWidget(self)
        self._make_menu()
        self._build()
        self.rules.activated.connect(lambda at: self.rule_chosen.emit(self.rules.itemData(at)))
        self.rows.edited.connect(self._edit)
        self.reset.clicked.connect(lambda _checked: self._book.reset(self._rule_id))
        self.fold.toggled.connect(self._unfold)
        self.name.returnPressed.connect(self._keep)
        self.keep.clicked.connect(lambda _checked: self._keep())
        self._unfold(False)

    def _button(self, text: str, name: str, tip: str, kind: type[QToolButton] = QToolButton) -> QToolButton:
        button = kind(self)
        button.setObjectName(name)
        button.setText(text)
        button.setToolTip(as_tip(tip or text))
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        return button

    def _make_menu(self) -> None:
        menu = QMenu(self.more)
        self.actions_of: dict[str, QAction] = {}
        for name, text, slot in (
            ("save", tr("Keep as own rule…"), self._ask_name),
            ("delete", tr("Delete this own rule"), self._delete),
            ("export", tr("Write to a file…"), self._export),
            ("import", tr("Take over from a file…"), self._import),
        ):
            action = menu.addAction(text)
            action.setObjectName(f"LeefbaarometerFindRule_{name}")
            action.triggered.connect(lambda _checked=False, do=slot: do())
            self.actions_of[name] = action
        self.more.setMenu(menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _build(self) -> None:
        self.rules.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.rules.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.rules.setMinimumContentsLength(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = _row(self.rules, self.more, stretched=0)
        self._naming.setLayout(_row(self.name, self.keep, stretched=0))
        self._naming.hide()
        column.addLayout(top)
        column.addWidget(self._naming)
        self.subject.beside.addWidget(self.fold)
        column.addWidget(self.subject)
        column.addWidget(self.text)
        column.addWidget(self.reset, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.rows)

    @property
    def rule(self) -> Rule:
        """The chosen rule with its values; the first preset when it is gone."""
        rules = self._book.rules()
        return rules.get(self._rule_id) or next(iter(rules.values()))

    def choose(self, rule_id: str) -> None:
        """Choose a rule."""
        self._rule_id = rule_id
        self._rule_id = self.rule.id
        self._naming.hide()

    def show_rule(self, palette: Palette, year: int, since: int | None) -> None:
        """Show the chosen rule as it is now."""
        rule = self.rule
        self._fill_rules(list(self._book.rules().values()))
        self.rules.setCurrentIndex(self.rules.findData(rule.id))
        self.text.setText(marked_text(rule, year, since))
        self._palette = palette
        self._show_rows()
        changed = sum(one.is_changed for one in rule.parameters)
        self.reset.setVisible(bool(changed))
        self.fold.setText(
            tr("Values ({count} changed)").format(count=changed)
            if changed
            else tr("Values ({count})").format(count=len(rule.parameters))
        )
        self.actions_of["delete"].setEnabled(self._book.is_own(rule.id))

    def _show_rows(self) -> None:
        """The values to change, made when they are looked at."""
        if self._palette is not None and self.fold.isChecked():
            self.rows.show_rule(self.rule, self._palette)

    def _fill_rules(self, rules: Sequence[Rule]) -> None:
        titles = [(rule.id, self._titled(rule)) for rule in rules]
        shown = [(self.rules.itemData(at), self.rules.itemText(at)) for at in range(self.rules.count())]
        if titles == [one for one in shown if one[0]]:
            return
        self.rules.clear()
        for number, (rule_id, title) in enumerate(titles):
            if self._book.is_own(rule_id) and number and not self._book.is_own(titles[number - 1][0]):
                self.rules.insertSeparator(self.rules.count())
            self.rules.addItem(title, rule_id)
            self.rules.setItemData(self.rules.count() - 1, as_tip(title), Qt.ItemDataRole.ToolTipRole)
        self.rules.view().setMinimumWidth(self.rules.view().sizeHintForColumn(0) + 24)

    def _titled(self, rule: Rule) -> str:
        title = self._book.title(rule)
        if any(one.is_changed for one in rule.parameters) and not self._book.is_own(rule.id):
            return tr("{title} (changed)").format(title=title)
        return title

    def _edit(self, parameter: str, value: Value) -> None:
        self._try(lambda: self._book.set_value(self._rule_id, parameter, value))

    def _unfold(self, unfolded: bool) -> None:
        self.rows.setVisible(unfolded)
        self._show_rows()
        self.fold.setArrowType(Qt.ArrowType.DownArrow if unfolded else Qt.ArrowType.RightArrow)

    def _ask_name(self) -> None:
        rule = self.rule
        self.name.setText(self._book.title(rule) if self._book.is_own(rule.id) else "")
        self.name.setPlaceholderText(tr("Name of the own rule"))
        self._naming.show()
        self.name.setFocus()
        self.name.selectAll()

    def _keep(self) -> None:
        def keep() -> None:
            self.rule_chosen.emit(self._book.save_as(self._rule_id, self.name.text()).id)

        self._try(keep)

    def _delete(self) -> None:
        deleted = self._book.delete(self._rule_id)
        if deleted is not None:
            self.rule_chosen.emit(self.rule.id)
            self.deleted.emit(deleted)

    def _export(self) -> None:
        start = _NO_FILE_NAME.sub("-", self._book.title(self.rule)) + _ENDING
        path, _kind = QFileDialog.getSaveFileName(self, tr("Write the rule to a file"), start, tr("Rules (*.json)"))
        if path:
            named = Path(path if path.lower().endswith(_ENDING) else path + _ENDING)
            self._try(lambda: self._book.export_file(self._rule_id, named))

    def _import(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(self, tr("Take over a rule"), "", tr("Rules (*.json)"))
        if path:
            self._try(lambda: self.rule_chosen.emit(self._book.import_file(Path(path)).id))

    def _try(self, do: Callable[[], object]) -> None:
        try:
            do()
        except LeefbaarError as problem:
            self.failed.emit(problem)


def marked_text(rule: Rule, year: int, since: int | None) -> str:
    """The text of a rule with its values in bold, as rich text."""
    said = language()
    places = {name: f"<b>{escaped(value)}</b>" for name, value in places_of(rule, said, year, since).items()}
    return fill(escaped(in_language(rule.text, said)), places)


def _row(*widgets: QWidget, stretched: int | None) -> QHBoxLayout:
    """Widgets side by side; one of them, or else what is behind them, takes the room that is left."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for number, widget in enumerate(widgets):
        row.addWidget(widget, int(number == stretched))
    if stretched is None:
        row.addStretch(1)
    return row
