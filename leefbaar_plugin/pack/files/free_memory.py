# SPDX-License-Identifier: GPL-2.0-or-later
"""Memory that is free goes back to the system, where the C library would keep it for later."""

from __future__ import annotations

import ctypes
import mmap
import sys
from contextlib import suppress
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray


def give_back() -> None:
    """Give back what is free in this process, of all its threads; does nothing but with glibc, which takes a while."""
    trim = _trim()
    if trim is not None:
        trim(0)


def give_back_pages(array: NDArray[Any]) -> None:
    """Give back what was read of a file that is mapped to be read only; it is read again when it is asked for.

    Does nothing to an array of another kind, and where the system has no such call.
    """
    base: object = array
    while isinstance(base, np.ndarray) and not isinstance(base, np.memmap):
        base = base.base
    mapping: object = base.base if isinstance(base, np.memmap) and base.mode == "r" else None
    advice = getattr(mmap, "MADV_DONTNEED", None)
    if isinstance(mapping, mmap.mmap) and advice is not None:
        with suppress(OSError):
            mapping.madvise(advice)


@cache
def _trim() -> ctypes._NamedFuncPointer | None:
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL(None).malloc_trim
    except (AttributeError, OSError):
        return None
