# SPDX-License-Identifier: GPL-2.0-or-later
"""Which test reaches which line: a plugin of pytest, and the runs with it until every test had its turn.

What is learned is on disk after each test, so that a crash costs one test: the next run goes on behind it.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FOLDER = "LEEFBAAROMETER_LEARN_IN"
"""Environment variable: where the plugin keeps what it learns."""
_MOST_CASES = 4
_SILENT = 400
"""Seconds after which a test that doesn't end is given up."""


class Learning:
    """The plugin: one context of coverage per test, and a line in notes.jsonl when it begins and when it ends."""

    def __init__(self, folder: Path) -> None:
        from coverage import Coverage

        self._notes = folder / "notes.jsonl"
        self._known = {one["test"] for one in read_notes(folder)}
        self._outcome = "passed"
        self._coverage = Coverage(
            data_file=str(folder / f"lines-{os.getpid()}"), config_file=False, branch=False, source=["leefbaar_plugin"]
        )
        self._coverage.start()

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Only what had no turn yet; and what runs in other threads is traced there too."""
        items[:] = [item for item in few_of_each(items) if item.nodeid not in self._known]
        trace_tasks()

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """Learn what this test reaches."""
        self._note({"test": item.nodeid, "state": "began"})
        self._coverage.switch_context(item.nodeid)
        self._outcome, began = "passed", time.monotonic()
        yield
        seconds = round(time.monotonic() - began, 3)
        self._coverage.switch_context("")
        self._note({"test": item.nodeid, "state": self._outcome, "seconds": seconds})

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Remember whether it passed."""
        if report.outcome != "passed" and self._outcome != "failed":
            self._outcome = report.outcome

    def pytest_unconfigure(self) -> None:
        """The last lines."""
        self._coverage.stop()
        self._coverage.save()

    def _note(self, note: dict[str, Any]) -> None:
        with self._notes.open("a", encoding="utf-8") as file:
            file.write(json.dumps(note) + "\n")


def few_of_each(items: list[pytest.Item]) -> list[pytest.Item]:
    """At most so many cases of a test, the first and the last: the others reach the same lines or nearly so."""
    by_test: dict[str, list[pytest.Item]] = {}
    for item in items:
        by_test.setdefault(item.nodeid.partition("[")[0], []).append(item)
    half = _MOST_CASES // 2
    left_out = {item.nodeid for cases in by_test.values() for item in cases[half : max(half, len(cases) - half)]}
    return [item for item in items if item.nodeid not in left_out]


def trace_tasks() -> None:
    """QGIS's threads aren't Python's: who traces those must be told of every task."""
    from leefbaar_plugin.gui import work

    original = work._Task.run

    def run(task: Any) -> bool:
        sys.settrace(threading.gettrace())
        return original(task)

    work._Task.run = run  # type: ignore[method-assign]


def pytest_configure(config: pytest.Config) -> None:
    """Called by pytest as this module is a plugin of it."""
    if FOLDER in os.environ:
        config.pluginmanager.register(Learning(Path(os.environ[FOLDER])))


def read_notes(folder: Path) -> list[dict[str, Any]]:
    """What was noted of each test: one that only began crashed."""
    path = folder / "notes.jsonl"
    if not path.exists():
        return []
    return list({one["test"]: one for one in map(json.loads, path.read_text(encoding="utf-8").splitlines())}.values())


def is_stopped(process: int) -> bool:
    """Whether somebody made a process wait, as for a benchmark: it doesn't hang."""
    state = Path(f"/proc/{process}/stat")
    return state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "T"


def learn(tree: Path, folder: Path, tests: list[str]) -> None:
    """Run the tests of a tree that aren't known as they are now, as often as it takes until each had its turn."""
    folder.mkdir(parents=True, exist_ok=True)
    changed = forget_changed(tree, folder, tests)
    learned = folder / "learned"
    if not changed and learned.exists():
        return
    if learned.exists():
        learned.unlink()
        tests = changed
    print(f"running {' '.join(tests)} once, to learn what they reach ...", flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", FOLDER: str(folder), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.mutants.learning", *tests]
    while True:
        before = len(read_notes(folder))
        with (folder / "output.txt").open("a", encoding="utf-8") as output:
            running = subprocess.Popen(command, cwd=tree, env=environment, stdout=output, stderr=output)
            _watch(running, folder)
        if running.returncode in (0, 1, 5):  # to its end
            break
        if len(read_notes(folder)) == before:
            raise SystemExit(f"the tests can't be run: see {folder / 'output.txt'}")
        print(f"the tests ended with {running.returncode}; on with the rest", flush=True)
    learned.touch()


def forget_changed(tree: Path, folder: Path, tests: list[str]) -> list[str]:
    """Files of tests that aren't as they were; what was noted of their tests is forgotten."""
    kept = folder / "files.json"
    known = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    now = {
        path.relative_to(tree).as_posix(): hashlib.blake2b(path.read_bytes(), digest_size=8).hexdigest()
        for under in tests
        for path in sorted((tree / under).rglob("test_*.py"))
    }
    changed = [file for file, mark in now.items() if known.get(file) != mark]
    if changed:
        notes = [one for one in read_notes(folder) if one["test"].split("::")[0] not in changed]
        (folder / "notes.jsonl").write_text("".join(json.dumps(one) + "\n" for one in notes), encoding="utf-8")
        kept.write_text(json.dumps(now), encoding="utf-8")
    return changed


def _watch(running: subprocess.Popen[bytes], folder: Path) -> None:
    """Wait for the tests; end them when one of them never ends."""
    notes = folder / "notes.jsonl"
    heard = time.time()
    while running.poll() is None:
        time.sleep(1)
        heard = max(heard, notes.stat().st_mtime if notes.exists() else 0.0)
        if is_stopped(running.pid):
            heard = time.time()
        if time.time() - heard > _SILENT:
            running.kill()
            running.wait()
