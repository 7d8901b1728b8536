# SPDX-License-Identifier: GPL-2.0-or-later
"""One place that tells the user something: a sentence in the message bar, details in the log tab."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtWidgets import QPushButton

from ..diagnostics import copy_diagnostics, diagnostics, explain
from ..engine.errors import CancelledError, LeefbaarError, LibraryError
from ..plain_text import escaped
from ..translation import tr, translated_error
from .work import ProjectClosedError

TITLE = "Leefbaarometer"
_SECONDS = 8
_SECONDS_WITH_BUTTON = 15
_MOST_WAITING = 20


@dataclass(frozen=True, eq=False)
class WaitingMessage:
    """A message with a choice that wasn't taken yet: its text, that of its button, and what that does."""

    text: str
    button: str
    action: Callable[[], object]


class Messages:
    """The message bar of the main window and the log tab.

    What holds a choice is shown once, and then stays in `waiting` until it is taken; `changed` is called when that
    list is another one.
    """

    def __init__(self, bar: Any) -> None:
        self._bar = bar
        self._items: list[Any] = []
        self.waiting: list[WaitingMessage] = []
        self.changed: Callable[[], object] = lambda: None

    def clear(self) -> None:
        """Take our messages away; their buttons would call what is gone."""
        for item in self._bar.items():
            if item in self._items:
                self._bar.popWidget(item)
        self._items.clear()
        self.forget()

    def forget(self) -> None:
        """Let go of all choices that wait."""
        self._wait([])

    def take(self, waiting: WaitingMessage) -> None:
        """Do what a choice that waits offers; it waits no longer."""
        self._wait([one for one in self.waiting if one is not waiting])
        waiting.action()

    def _wait(self, waiting: list[WaitingMessage]) -> None:
        if waiting != self.waiting:
            self.waiting = waiting[-_MOST_WAITING:]
            self.changed()

    def info(self, text: str, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Say something that went as it should."""
        self._show(text, Qgis.MessageLevel.Success, button, action)

    def warn(self, text: str, button: str = "", action: Callable[[], object] | None = None) -> None:
        """Say something the user should know or do."""
        self._show(text, Qgis.MessageLevel.Warning, button, action)

    def error(self, problem: BaseException) -> None:
        """Say what went wrong. What isn't an error of ours is a defect: its traceback goes to the log only.

        Work of a project that was closed isn't spoken of in the next one.
        """
        if isinstance(problem, ProjectClosedError):
            return
        text = sentence_of(problem)
        if isinstance(problem, CancelledError):
            self._show(text, Qgis.MessageLevel.Info, "", None)
        elif isinstance(problem, LibraryError | ImportError):
            log(diagnostics(problem), Qgis.MessageLevel.Critical)
            copy = partial(copy_diagnostics, problem)
            self._show(text, Qgis.MessageLevel.Critical, tr("Copy diagnostics"), copy)
        else:
            if not isinstance(problem, LeefbaarError):
                log("".join(traceback.format_exception(problem)), Qgis.MessageLevel.Critical)
            self._show(text, Qgis.MessageLevel.Critical, "", None)

    def _show(self, text: str, level: Qgis.MessageLevel, button: str, action: Callable[[], object] | None) -> None:
        log(text, level)
        item = self._bar.createMessage(TITLE, escaped(text))
        if button and action is not None:
            choice = WaitingMessage(text, button, action)
            push = QPushButton(button, item)
            push.clicked.connect(lambda: self._bar.popWidget(item))
            push.clicked.connect(lambda: self.take(choice))
            item.layout().addWidget(push)
            others = [one for one in self.waiting if (one.text, one.button) != (text, button)]
            self._wait([*others, choice])
        self._items = [*(shown for shown in self._bar.items() if shown in self._items), item]
        seconds = _SECONDS_WITH_BUTTON if button else _SECONDS
        if level in (Qgis.MessageLevel.Critical, Qgis.MessageLevel.Warning):
            seconds = 0  # stays until it is closed
        self._bar.pushWidget(item, level, seconds)


def sentence_of(problem: BaseException) -> str:
    """What went wrong, for the user."""
    if isinstance(problem, LibraryError | ImportError):
        return explain(problem)
    if isinstance(problem, LeefbaarError):
        return translated_error(problem)
    text = tr("Something unexpected went wrong ({problem}). Details are in the log tab “Leefbaarometer”.")
    return text.format(problem=type(problem).__name__)


def log(text: str, level: Qgis.MessageLevel = Qgis.MessageLevel.Info) -> None:
    """Write in the log tab, which takes what it is given for rich text."""
    QgsMessageLog.logMessage(escape(text, quote=False), TITLE, level, notifyUser=False)
