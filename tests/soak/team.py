# SPDX-License-Identifier: GPL-2.0-or-later
"""Workers at attacks: each in a process of its own, so that one that hangs or dies doesn't end the run."""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.soak.outcome import CRASH, HANG, Outcome

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 60.0
"""Seconds an attack may take."""
_PREPARATION = 300.0
_AT_ONCE = 250
"""Attacks of one process: what leaks shouldn't add up to something that no user sees."""


def attacks(kind: str, seed: str, numbers: list[int], enough: Callable[[], bool]) -> Iterator[Outcome]:
    """Outcomes of some attacks of a kind, by a process after the other."""
    todo = list(numbers)
    while todo and not enough():
        with tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
            yield from _by_one(kind, seed, todo, Path(folder), enough)


def _by_one(kind: str, seed: str, todo: list[int], folder: Path, enough: Callable[[], bool]) -> Iterator[Outcome]:
    """Outcomes until the process has had enough, or dies; what was tried is taken from `todo`."""
    errors = folder / "errors"
    with errors.open("wb") as said:
        worker = subprocess.Popen(
            [sys.executable, "-m", "tests.soak.worker", kind, seed, str(folder)],
            cwd=ROOT,
            env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(folder), "CPL_LOG": os.devnull},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=said,
        )
    lines = Lines(worker)
    try:
        if lines.next(_PREPARATION) != "ready":
            raise RuntimeError(f"{kind} can't be prepared:\n{errors.read_text('utf-8', 'replace')[-3000:]}")
        for _ in range(_AT_ONCE):
            if not todo or enough():
                return
            number = todo.pop(0)
            assert worker.stdin is not None
            try:
                worker.stdin.write(f"{number}\n".encode())
                worker.stdin.flush()
                begun = lines.next(LONGEST)
            except BrokenPipeError:
                begun = ""
            line = lines.next(LONGEST) if begun == str(number) else begun
            if line.startswith("{"):
                yield Outcome(**json.loads(line))
                continue
            outcome = HANG if line is _NOTHING else CRASH
            yield Outcome(kind, number, outcome, errors.read_text("utf-8", "replace")[-1500:], LONGEST, 0.0)
            return
    finally:
        worker.kill()
        worker.wait()
        shutil.rmtree(folder / "attack", ignore_errors=True)


_NOTHING = ""
"""What is answered when the time is over; an end of the stream is "ended"."""


class Lines:
    """Lines that a process says, waited for with patience."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        self._handle = process.stdout.fileno()
        self._rest = b""

    def next(self, seconds: float) -> str:
        """The next line; `_NOTHING` when it doesn't come in time."""
        while b"\n" not in self._rest:
            ready, _, _ = select.select([self._handle], [], [], seconds)
            if not ready:
                return _NOTHING
            piece = os.read(self._handle, 65_536)
            if not piece:
                return "ended"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\n")
        return line.decode("utf-8", "replace")
