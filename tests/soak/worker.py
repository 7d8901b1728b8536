# SPDX-License-Identifier: GPL-2.0-or-later
"""Does attacks in a process of its own, which may die: `python -m tests.soak.worker KIND SEED FOLDER`.

Reads numbers of attacks, a line each; answers each with a line of JSON: before it begins its number, then the outcome.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import random
import shutil
import sys
import time
import traceback
from dataclasses import asdict
from pathlib import Path

from leefbaar_plugin.engine.errors import LeefbaarError
from tests.soak import kinds
from tests.soak.outcome import REFUSED, TRACEBACK, Outcome

_LONGEST = 600


def main() -> None:
    """Prepare, and attack as often as asked."""
    kind, seed, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    answers = os.fdopen(os.dup(1), "w", buffering=1)
    os.dup2(2, 1)  # libraries print where they like
    faulthandler.enable()
    attack = kinds.ATTACKS[kind]()
    attack.prepare(folder / "right" / "files")
    answers.write("ready\n")
    for line in sys.stdin:
        number = int(line)
        answers.write(f"{number}\n")
        answers.write(json.dumps(asdict(attacked(attack, kind, seed, number, folder / "attack"))) + "\n")
    answers.flush()
    os._exit(0)  # what QGIS and GDAL do at their end isn't asked


def attacked(attack: kinds.Attack, kind: str, seed: str, number: int, folder: Path) -> Outcome:
    """One attack, judged; its folder is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    _forget_peak()
    begin = time.perf_counter()
    try:
        outcome, detail = attack.once(random.Random(f"{seed}/{kind}/{number}"), folder)
    except LeefbaarError as problem:
        outcome, detail = REFUSED, str(problem)
        if "{" in problem.template.format(**dict.fromkeys(problem.values, "")):
            outcome = TRACEBACK
    except Exception:
        outcome, detail = TRACEBACK, traceback.format_exc()[-_LONGEST * 3 :]
    seconds = time.perf_counter() - begin
    if outcome != TRACEBACK:
        detail = detail[:_LONGEST]
    return Outcome(kind, number, outcome, detail, round(seconds, 3), round(_peak(), 1))


def _forget_peak() -> None:
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> float:
    """Megabytes that this process took at most since the attack began."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main()
