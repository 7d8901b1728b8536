# SPDX-License-Identifier: GPL-2.0-or-later
"""Memory that is free goes back to the system, where the C library would keep it for later."""

from __future__ import annotations

import ctypes
import sys
from functools import cache


def give_back() -> None:
    """Give back what is free in this process, of all its threads; does nothing but with glibc, which takes a while."""
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> ctypes._NamedFuncPointer | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError):
        return None
