# SPDX-License-Identifier: GPL-2.0-or-later
"""The cache of what can be computed again: what was used least recently goes when it grows too large."""

from __future__ import annotations

import os
import re
import time
from contextlib import suppress
from pathlib import Path

from .disk import HALF_WRITTEN, remove_left_behind

MOST_BYTES = 300_000_000
"""What the cache may hold; some hundred maps of the whole country."""
_OURS = re.compile(r"[^/]+-[0-9a-f]{8}/(change|gemeente|small)[^/]*")
_FRESH = 24 * 3600
"""Seconds in which a file counts as just used, so that looking at a map writes nothing."""


def mark_used(*paths: Path) -> None:
    """Note that files are in use; what isn't there or can't be written is left as it is."""
    for path in paths:
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _FRESH:
                os.utime(path)


def prune(folder: Path, keep: tuple[Path, ...] = (), most_bytes: int = MOST_BYTES) -> int:
    """Delete the least recently used of our files in a cache until they take at most so much; returns how many went.

    `keep` stays whatever happens, and so do files that aren't ours (the folder is the user's to choose) and what can't
    be deleted, such as a file that is open on Windows.
    """
    found = []
    for one in folder.glob("*-????????"):
        remove_left_behind(one, ".*", HALF_WRITTEN)
    for path in folder.glob("*/*"):
        with suppress(OSError):
            if _OURS.fullmatch(f"{path.parent.name}/{path.name}") and path.is_file():
                state = path.stat()
                found.append((state.st_mtime, state.st_size, path))
    size = sum(entry[1] for entry in found)
    gone = 0
    for _, bytes_of_file, path in sorted(found):
        if size <= most_bytes:
            break
        if path in keep:
            continue
        with suppress(OSError):
            path.unlink()
            size -= bytes_of_file
            gone += 1
    return gone
