# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in steps, for what belongs to the thread of the interface: between two steps, windows can be looked after.

A step yields the fraction of the work that is done (0-1); what was made is returned by the last one. To close steps
before their end is to cancel: nothing half-made stays.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from ..pack.files.progress import Progress, report, silent

Made = TypeVar("Made")
Steps = Generator[float, None, Made]


def all_steps(steps: Steps[Made], progress: Progress = silent) -> Made:
    """Take all steps at once; CancelledError when `progress` says so."""
    try:
        while True:
            report(progress, next(steps))
    except StopIteration as end:
        made: Made = end.value
        return made
    finally:
        steps.close()


def part_of(steps: Steps[Made], begin: float, end: float) -> Steps[Made]:
    """Steps that take the share begin .. end of the whole."""
    try:
        while True:
            yield begin + (end - begin) * next(steps)
    except StopIteration as over:
        made: Made = over.value
        return made
    finally:
        steps.close()
