# SPDX-License-Identifier: GPL-2.0-or-later
"""The cache: what was used least recently goes first, and never what isn't ours."""

from __future__ import annotations

import os
import time
from pathlib import Path

from leefbaar_plugin.pack.files.cache import mark_used, prune

PACK = "schiedam-0a1b2c3d"


def made(folder: Path, name: str, days: float, size: int = 100) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x" * size)
    then = time.time() - days * 24 * 3600
    os.utime(path, (then, then))
    return path


def test_the_oldest_go_until_it_fits(tmp_path):
    old, newer, newest = (
        made(tmp_path, f"{PACK}/{name}", days)
        for name, days in (("change_lbm_2014-2024_0.tif", 9), ("small_10.gpkg", 5), ("gemeente_soc_2024_0.json", 1))
    )
    assert prune(tmp_path, most_bytes=300) == 0
    assert prune(tmp_path, most_bytes=250) == 1
    assert [path.exists() for path in (old, newer, newest)] == [False, True, True]
    assert prune(tmp_path, keep=(newer,), most_bytes=0) == 1
    assert newer.exists() and not newest.exists()


def test_what_isnt_ours_stays(tmp_path):
    others = [
        made(tmp_path, name, 99)
        for name in ("plan.gpkg", "archief/change_of_plan.tif", f"{PACK}/eigen.tif", f"{PACK}/map/change_x.tif")
    ]
    leftover = made(tmp_path, f"{PACK}/change_lbm_2014-2024_0~k3.tif", 99)
    assert prune(tmp_path, most_bytes=0) == 1
    assert all(path.exists() for path in others) and not leftover.exists()
    assert prune(tmp_path / "there is none", most_bytes=0) == 0


def test_what_was_used_is_kept_longer(tmp_path):
    first = made(tmp_path, f"{PACK}/change_a.tif", 9)
    second = made(tmp_path, f"{PACK}/change_b.tif", 5)
    mark_used(first, tmp_path / "gone.tif")
    prune(tmp_path, most_bytes=100)
    assert first.exists() and not second.exists()
    fresh = made(tmp_path, f"{PACK}/change_c.tif", 0.1)
    before = fresh.stat().st_mtime
    mark_used(fresh)
    assert fresh.stat().st_mtime == before, "looking at a map again writes nothing"
