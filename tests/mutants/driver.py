# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs the trials of changes, waits for them, and keeps each verdict at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .learning import is_stopped
from .reach import Reach
from .sites import Site
from .trial import JOBS

_SILENT = 90.0
"""Seconds a test may take beyond what it took when it was learned, until it is said to hang."""
_STARTING = 180.0
DOUBTFUL = "doubtful"
"""Verdict on what the first tests didn't notice; it is still to be tried alone."""


def tried_in(folder: Path) -> dict[str, dict[str, Any]]:
    """The last verdict on each change that was tried."""
    kept = folder / "tried.jsonl"
    if not kept.exists():
        return {}
    return {one["key"]: one for one in map(json.loads, kept.read_text(encoding="utf-8").splitlines())}


class Driver:
    """Tries changes in one tree with one process at a time; of several jobs, each has a tree and a driver."""

    def __init__(self, tree: Path, folder: Path, reach: Reach, job: int = 0) -> None:
        self._tree, self._folder, self._reach, self._number = tree, folder, reach, job
        self._began = time.monotonic()
        self._unreliable: set[str] = set()
        self._reliable: set[str] = set()

    def run(self, sites: list[Site]) -> None:
        """Try all: those within functions in one QGIS, as long as it lives; the others one by one."""
        waiting, alone = [], []
        tried = tried_in(self._folder)
        for site in sites:
            if not self._reach.reaching(site):
                self._keep(site, "unreached", "")
            elif self._reach.is_in_function(site):
                waiting.append(site)
            else:
                alone.append(site)
        doubtful = [site for site in waiting if tried.get(site.key, {}).get("verdict") == DOUBTFUL]
        waiting = [site for site in waiting if site not in doubtful]
        while waiting:
            waiting, left = self._together(waiting, self._reach.tests_for)
            doubtful += left
        while doubtful:
            doubtful, left = self._together(doubtful, self._reach.more_tests_for)
            alone += left
        for site in alone:
            self._alone(site)

    def _together(self, sites: list[Site], tests_for: Callable[[Site], list[str]]) -> tuple[list[Site], list[Site]]:
        """Try changes in one QGIS; returned are those still to be tried when it has ended, and those not noticed."""
        jobs = [self._job(site, tests_for(site)) for site in sites]
        left = {site.key: site for site in sites}
        doubtful: list[Site] = []
        last = ""
        for note in self._notes_of(jobs):
            last = note["key"]
            if note.get("verdict") == "noticed":
                self._keep(left.pop(last), "noticed", note["by"])
            elif note.get("verdict") == "UNNOTICED":
                self._keep(left[last], DOUBTFUL, "")
                doubtful.append(left.pop(last))
        if last in left:  # it crashed, hung, or spoiled the tests that follow
            doubtful.append(left.pop(last))
        elif left and len(left) == len(sites):
            raise SystemExit(f"the tests can't be run: see {self._folder / 'trials.txt'}")
        return list(left.values()), doubtful

    def _alone(self, site: Site) -> None:
        """Make the change in the file and try it in a QGIS of its own."""
        tests = self._reach.more_tests_for(site)
        path = self._tree / site.file
        before = path.read_text(encoding="utf-8")
        while True:
            tests = [test for test in tests if test not in self._unreliable]
            try:
                path.write_text(site.changed(before), encoding="utf-8")
                verdict, by = self._outcome(site, tests)
            finally:
                path.write_text(before, encoding="utf-8")
            if verdict != "noticed" or "::" not in by or self._passes_alone(site, by):
                self._keep(site, verdict, by)
                return
            self._unreliable.add(by)  # it needs those before it

    def _passes_alone(self, site: Site, test: str) -> bool:
        """Whether a test passes by itself without any change."""
        if test not in self._reliable and self._outcome(site, [test])[0] == "UNNOTICED":
            self._reliable.add(test)
        return test in self._reliable

    def _outcome(self, site: Site, tests: list[str]) -> tuple[str, str]:
        """Verdict of tests in a QGIS of their own, on the file as it is, and the test that failed."""
        running = ""
        for note in self._notes_of([{"key": site.key, "file": site.file, "source": None, "tests": tests}]):
            if "verdict" in note:
                return note["verdict"], note["by"]
            running = note.get("test", running)
        return "noticed", f"crash or hang in {running}" if running else "it doesn't start"

    def _job(self, site: Site, tests: list[str]) -> dict[str, Any]:
        source = (self._tree / site.file).read_text(encoding="utf-8")
        return {"key": site.key, "file": site.file, "source": site.changed(source), "tests": tests}

    def _notes_of(self, jobs: list[dict[str, Any]]) -> Any:
        """Run jobs in one process and yield what it notes, until it ends or hangs."""
        kind = "job" if len(jobs) == 1 and jobs[0]["source"] is None else "jobs"
        path = self._folder / f"{kind}-{self._number}.json"
        path.write_text(json.dumps(jobs), encoding="utf-8")
        notes = path.with_suffix(".notes")
        notes.write_text("", encoding="utf-8")
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
        environment |= {JOBS: str(path), "TMPDIR": str(self._tree.parent)}
        files = sorted({test.split("::")[0] for job in jobs for test in job["tests"]})
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.mutants.trial", *files]
        with (self._folder / "trials.txt").open("a", encoding="utf-8") as output, notes.open(encoding="utf-8") as read:
            running = subprocess.Popen(command, cwd=self._tree, env=environment, stdout=output, stderr=output)
            limit, heard = _STARTING, time.monotonic()
            try:
                while True:
                    over = running.poll() is not None
                    for line in read.read().splitlines():
                        note = json.loads(line)
                        limit = _SILENT + self._reach.seconds.get(note.get("test", ""), 0.0) * 3
                        yield note
                        heard = time.monotonic()
                    if is_stopped(running.pid):
                        heard = time.monotonic()
                    if over or time.monotonic() - heard > limit:
                        return
                    time.sleep(0.1)
            finally:
                running.kill()
                running.wait()

    def _keep(self, site: Site, verdict: str, by: str) -> None:
        with (self._folder / "tried.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": site.key, "verdict": verdict, "by": by}) + "\n")
        print(f"{time.monotonic() - self._began:7.0f} s  {verdict:10} {site.key}  {by}", flush=True)
