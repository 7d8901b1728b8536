# SPDX-License-Identifier: GPL-2.0-or-later
"""A plugin of pytest that tries changes one after the other in one QGIS: the functions of a module get the code of the
changed source, the tests that reach the change run, and the functions get their own code back.

A test that fails is run once more without the change: only when it then passes did it notice anything. Starting QGIS
and making the packs of the tests is paid once for all changes, not once for each.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

JOBS = "LEEFBAAROMETER_TRIALS"
"""Environment variable: a JSON list of {key, file, source, tests}; source is null when the file itself is changed."""
POISONED = 9
"""How the process ends when a test fails without the change too: what comes after it can't be trusted."""


class Trials:
    """The plugin: tries every job and notes each step in a file beside the jobs, so that who waits sees a hang."""

    def __init__(self, jobs: Path) -> None:
        self._jobs: list[dict[str, Any]] = json.loads(jobs.read_text(encoding="utf-8"))
        self._notes = jobs.with_suffix(".notes")
        self._wanted = {test for job in self._jobs for test in job["tests"]}
        self._failed = False

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Only what some job wants."""
        items[:] = [item for item in items if item.nodeid in self._wanted]

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember a failure."""
        self._failed = self._failed or report.failed

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Instead of all tests once: the tests of each job, until one fails."""
        if session.testsfailed:  # the changed module can't even be read
            for job in self._jobs:
                self._note(key=job["key"], verdict="noticed", by="collection")
            return True
        items = {item.nodeid: item for item in session.items}
        for job in self._jobs:
            self._note(key=job["key"], state="began")
            tests = [items[test] for test in job["tests"] if test in items]
            with changed(job["file"], job["source"]):
                noticed = self._first_that_fails(job["key"], tests)
            if noticed is not None and job["source"] is not None and not self._passes(noticed, session):
                self._note(key=job["key"], verdict="poisoned", by=noticed.nodeid)
                os._exit(POISONED)
            verdict = "UNNOTICED" if noticed is None else "noticed"
            self._note(key=job["key"], verdict=verdict, by=noticed.nodeid if noticed else "", ran=len(tests))
        return True

    def _first_that_fails(self, key: str, tests: list[pytest.Item]) -> pytest.Item | None:
        for number, item in enumerate(tests, start=1):
            self._note(key=key, state="running", test=item.nodeid)
            if not self._passes(item, tests[number] if number < len(tests) else item.session):
                return item
        return None

    def _passes(self, item: pytest.Item, following: pytest.Item | pytest.Session) -> bool:
        """Run one test; what is shared with the following one, or by the whole session, stays as it is."""
        self._failed = False
        item.session._setupstate.teardown_exact(item)
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return not self._failed

    def _note(self, **note: object) -> None:
        with self._notes.open("a", encoding="utf-8") as file:
            file.write(json.dumps(note) + "\n")


@contextmanager
def changed(file: str, source: str | None) -> Iterator[None]:
    """All functions of a module with the code that a changed source gives them; their own again afterwards."""
    if source is None:
        yield
        return
    module = importlib.import_module(file.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    codes = codes_of(compile(source, str(module.__file__), "exec"))
    before = []
    for function in functions_of(str(module.__file__)):
        code = codes.get(_place(function.__code__))
        if code is not None and code != function.__code__:
            before.append((function, function.__code__))
            function.__code__ = code
    try:
        yield
    finally:
        for function, code in before:
            function.__code__ = code


def functions_of(file: str) -> list[FunctionType]:
    """All living functions that were defined in a file: methods, those behind decorators, and those within others."""
    return [one for one in gc.get_objects() if isinstance(one, FunctionType) and one.__code__.co_filename == file]


def codes_of(code: CodeType) -> dict[tuple[str, int], CodeType]:
    """The codes within a code by place; those that share a place with another are left out."""
    found: dict[tuple[str, int], CodeType] = {}
    twice = set()
    waiting = [code]
    while waiting:
        for one in waiting.pop().co_consts:
            if isinstance(one, CodeType):
                place = _place(one)
                twice |= {place} & found.keys()
                found[place] = one
                waiting.append(one)
    return {place: one for place, one in found.items() if place not in twice}


def _place(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def pytest_configure(config: pytest.Config) -> None:
    """Called by pytest as this module is a plugin of it."""
    if JOBS in os.environ:
        config.pluginmanager.register(Trials(Path(os.environ[JOBS])))
