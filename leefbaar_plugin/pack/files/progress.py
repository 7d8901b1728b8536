# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress of long work, and the way to cancel it."""

from __future__ import annotations

from collections.abc import Callable

from ...engine.errors import CancelledError

Progress = Callable[[float], bool]
"""Takes the fraction done (0-1) and returns False when the user cancelled."""


def silent(_fraction: float) -> bool:
    """Progress that nobody watches."""
    return True


def report(progress: Progress, fraction: float) -> None:
    """Report `fraction` and raise CancelledError when the user cancelled."""
    if not progress(min(max(fraction, 0.0), 1.0)):
        raise CancelledError("Cancelled; nothing was left behind.")


def part(progress: Progress, begin: float, end: float) -> Progress:
    """Progress of one step that takes the share begin .. end of the whole."""
    return lambda fraction: progress(begin + (end - begin) * fraction)
