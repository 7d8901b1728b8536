# SPDX-License-Identifier: GPL-2.0-or-later
"""Pages of mapped files go back to the system, and nothing that is only in memory."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from leefbaar_plugin.pack.files.free_memory import give_back_pages

MEGABYTES = 64


def of_files():
    """Megabytes of mapped files that are in the memory of this process."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kinds = ("RssFile", "RssShmem")  # the latter of files on a memory disk
    return sum(int(line.split()[1]) for line in status.splitlines() if line.startswith(kinds)) / 1024


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_what_was_read_of_a_file_is_given_back_and_read_again(tmp_path):
    numbers = np.arange(MEGABYTES * 131_072, dtype=np.float64)
    np.save(tmp_path / "scores.npy", numbers)
    array = np.asarray(np.load(tmp_path / "scores.npy", mmap_mode="r")).reshape(-1, 8)
    before = of_files()
    total = float(array[:, 3].sum())
    assert of_files() - before > 0.9 * MEGABYTES, "a column keeps the whole file"
    give_back_pages(array[:, 3])
    assert of_files() - before < 0.1 * MEGABYTES
    assert float(array[:, 3].sum()) == total == float(numbers[3::8].sum())


def test_what_is_not_in_the_file_yet_stays(tmp_path):
    changed = np.lib.format.open_memmap(tmp_path / "new.npy", "w+", np.float64, (1000,))
    changed[:] = 7.0
    private = np.load(tmp_path / "new.npy", mmap_mode="c")
    private[:] = 8.0
    memory = np.full(1000, 9.0)
    for array, value in ((changed, 7.0), (private, 8.0), (memory, 9.0), (memory[::2], 9.0)):
        give_back_pages(array)
        assert np.all(array == value)
