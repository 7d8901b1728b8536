# SPDX-License-Identifier: GPL-2.0-or-later
"""The rules of the page "Find": presets with the values in use, and own rules; both are kept in the project."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...analysis.signals.rule_set import as_in_file, load_rules, read_rule, read_rule_file, rule_json, with_parameters
from ...analysis.signals.rules import Rule, Value
from ...engine.errors import InputError, LeefbaarError
from ...engine.model import in_language
from ...layers.areas.area_rows import free_name
from ...pack.files.disk import beside
from ...translation import language
from ..messages import log

_SCOPE, _KEY = "leefbaarometer", "rules"
_OWN = "own_"
_LONGEST_ID = 26


class RuleBook(QObject):
    """All rules by id: presets first, then own ones.

    `changed` is sent when rules came, went or have other values, `failed` with an error to show.
    """

    changed = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, project: QgsProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._rules: dict[str, Rule] = {}
        self._unread: list[str] = []
        project.readProject.connect(self.restore)
        project.cleared.connect(self.restore)
        self.restore()

    def disconnect_project(self) -> None:
        """Stop listening to the project."""
        self._project.readProject.disconnect(self.restore)
        self._project.cleared.disconnect(self.restore)

    def rules(self) -> dict[str, Rule]:
        """All rules by id, with the values in use."""
        return dict(self._rules)

    def is_own(self, rule_id: str) -> bool:
        """Whether a rule is the user's own."""
        return rule_id not in load_rules()

    def set_value(self, rule_id: str, parameter: str, value: Value) -> None:
        """Change one value of a rule; InputError when it can't be that."""
        self._put(with_parameters(self._rules[rule_id], {parameter: value}))

    def reset(self, rule_id: str) -> None:
        """Give a rule all values of its file again."""
        self._put(as_in_file(self._rules[rule_id]))

    def save_as(self, rule_id: str, name: str) -> Rule:
        """Keep a rule with its values as an own rule; one of that name is replaced. InputError without a name."""
        name = " ".join(name.split())
        if not name:
            raise InputError("An own rule needs a name.")
        same = [one.id for one in self._own() if self.title(one) == name]
        saved = _renamed(self._rules[rule_id], same[0] if same else self._free_id(name), name)
        if not self.is_own(rule_id):  # the values are in the own rule now
            self._rules[rule_id] = as_in_file(self._rules[rule_id])
        self._put(saved)
        return saved

    def delete(self, rule_id: str) -> Rule | None:
        """Forget an own rule; what `put_back` takes, None for a preset, which stays."""
        if not self.is_own(rule_id):
            return None
        rule = self._rules.pop(rule_id)
        self._store()
        return rule

    def put_back(self, rule: Rule) -> None:
        """Keep an own rule that was deleted again."""
        self._put(rule)

    def import_file(self, path: Path) -> Rule:
        """Take over a rule out of a JSON file as an own rule; InputError naming the file and what is wrong in it."""
        rule = read_rule_file(path)
        name = free_name(self.title(rule), [self.title(one) for one in self._own()])
        taken = _renamed(rule, self._free_id(name), name)
        self._put(taken)
        return taken

    def export_file(self, rule_id: str, path: Path) -> None:
        """Write a rule with its values as a JSON file; WriteError when that fails."""
        with beside(path) as written:
            written.write_text(rule_json(self._rules[rule_id]) + "\n", encoding="utf-8")

    def title(self, rule: Rule) -> str:
        """Title of a rule in the user's language."""
        return in_language(rule.title, language())

    def restore(self, *_what: object) -> None:
        """Come back with the project that is open; what it keeps and can't be read stays in it, and is told."""
        self._rules, self._unread = dict(load_rules()), []
        for text in self._project.readListEntry(_SCOPE, _KEY)[0]:
            try:
                stored = read_rule(text)
                self._rules[stored.id] = stored if self.is_own(stored.id) else _with_known(stored)
            except LeefbaarError as problem:
                self._unread.append(text)
                self.failed.emit(problem)
                log(str(problem))
        self.changed.emit()

    def _own(self) -> Iterable[Rule]:
        return [rule for rule in self._rules.values() if self.is_own(rule.id)]

    def _put(self, rule: Rule) -> None:
        self._rules[rule.id] = rule
        self._store()

    def _store(self) -> None:
        """Keep own rules and presets with changed values in the project."""
        kept = [
            rule_json(rule)
            for rule in self._rules.values()
            if self.is_own(rule.id) or any(one.is_changed for one in rule.parameters)
        ]
        if kept or self._unread:
            self._project.writeEntry(_SCOPE, _KEY, [*kept, *self._unread])
        else:
            self._project.removeEntry(_SCOPE, _KEY)
        self.changed.emit()

    def _free_id(self, name: str) -> str:
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        stem = (_OWN + re.sub(r"[^a-z0-9]+", "_", plain).strip("_"))[:_LONGEST_ID]
        number, free = 1, stem
        while free in self._rules:
            number += 1
            free = f"{stem}_{number}"
        return free


def _renamed(rule: Rule, rule_id: str, name: str) -> Rule:
    """The rule under another id and name, in every language."""
    return read_rule(json.dumps({**rule.document, "id": rule_id, "title": dict.fromkeys(rule.title, name)}))


def _with_known(stored: Rule) -> Rule:
    """The preset with the values that were stored; texts and ranges are those of this version of the plugin."""
    preset = load_rules()[stored.id]
    known = preset.values
    values: Mapping[str, Value] = {one.id: one.value for one in stored.parameters if one.is_changed and one.id in known}
    return with_parameters(preset, values)
