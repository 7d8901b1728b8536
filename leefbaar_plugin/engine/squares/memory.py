# SPDX-License-Identifier: GPL-2.0-or-later
"""Memory of arrays that come and go."""

from __future__ import annotations

from functools import cache

import numpy as np

_LARGEST = 30 * 1024**2
"""Bytes: glibc learns from blocks of up to 32 MB only."""


@cache
def keep_memory() -> None:
    """Let the C library keep the memory of arrays that are let go, for those that follow.

    glibc gives each block over 128 KB back to the system, and fetches it again page by page, until it has seen a larger
    one let go (mallopt(3), M_MMAP_THRESHOLD); that costs a third of the time of a large area. This lets one go that is
    never written to, so it costs nothing. Elsewhere it does nothing.
    """
    np.empty(_LARGEST, np.uint8)
