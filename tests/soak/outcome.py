# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of one attempt."""

from __future__ import annotations

from dataclasses import dataclass

REFUSED, HELD, TOLD = "refused", "held", "told"
"""Refused in a sentence; read, and right; read, and what was left out or guessed was said."""
TRACEBACK, WRONG, HANG, CRASH, LOST = "traceback", "wrong", "hang", "crash", "lost"
"""An error that isn't ours; other figures without a word; over a minute; a program that died; a thing lost or left."""
FINE, FAULTS = (REFUSED, HELD, TOLD), (TRACEBACK, WRONG, HANG, CRASH, LOST)


@dataclass(frozen=True)
class Outcome:
    """Outcome of attempt `number` of a kind, what was said or seen, and what it took."""

    kind: str
    number: int
    outcome: str
    detail: str = ""
    seconds: float = 0.0
    megabytes: float = 0.0
