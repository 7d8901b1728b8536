# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of which values are read when they're needed: whoever cuts one off meanwhile takes the whole program down."""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path

Stamp = tuple[int, int, int]
_LOOK_EVERY = 0.5
"""Seconds in which the files aren't looked at again: on a network every look is a message."""


def stamp(path: Path) -> Stamp:
    """Size, time of the last change and identity of a file: another, when anybody wrote it. OSError as it comes."""
    found = path.stat()
    return found.st_size, found.st_mtime_ns, found.st_ino


class MappedFiles:
    """Files as they were when they were mapped."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._stamps = {path: stamp(path) for path in paths}
        self._looked = 0.0

    def are_unchanged(self) -> bool:
        """Whether nobody wrote, cut off or replaced one of them; OSError when one is gone."""
        now = time.monotonic()
        if now - self._looked < _LOOK_EVERY:
            return True
        if any(stamp(path) != then for path, then in self._stamps.items()):
            return False
        self._looked = now
        return True
