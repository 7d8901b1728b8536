# SPDX-License-Identifier: GPL-2.0-or-later
"""What the benchmark ran on: processor, memory bandwidth, load, versions; and the memory of a process."""

from __future__ import annotations

import gc
import os
import platform
import time
from importlib.metadata import version
from pathlib import Path

import numpy as np

_PACKAGES = ("numpy", "pandas", "shapely", "geopandas", "exactextract", "duckdb", "psycopg2-binary")


def processor() -> str:
    """Name of the processor and the number of cores this process may use."""
    names = [line.split(":", 1)[1].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = next(int(line.split()[1]) for line in _lines("/proc/meminfo") if line.startswith("MemTotal"))
    name = names[0] if names else platform.processor()
    return f"{name}, {len(os.sched_getaffinity(0))} cores, {memory / 2**20:.0f} GB"


def load() -> str:
    """Load averages of 1, 5 and 15 minutes."""
    return " ".join(f"{value:.2f}" for value in os.getloadavg())


def versions() -> dict[str, str]:
    """Version by name of everything that takes part."""
    from osgeo import gdal
    from qgis.core import Qgis

    found = {"Python": platform.python_version(), "QGIS": Qgis.version(), "GDAL": gdal.__version__}
    return found | {name: version(name) for name in _PACKAGES}


def system() -> str:
    """Distribution and kernel."""
    pretty = next((li.split("=", 1)[1].strip('"') for li in _lines("/etc/os-release") if li.startswith("PRETTY")), "")
    return f"{pretty}, Linux {platform.release()}"


def bandwidth() -> float:
    """Bytes a second that one thread of numpy reads from memory at best."""
    data = np.ones(64 * 2**20)
    other = np.empty_like(data)
    best = 0.0
    for _ in range(5):
        for read, work in (
            (data.nbytes, data.sum),
            (data.nbytes, data.max),
            (2 * data.nbytes, lambda: np.copyto(other, data)),
        ):
            begin = time.perf_counter()
            work()
            best = max(best, read / (time.perf_counter() - begin))
    return best


def reset_peak() -> int:
    """Forget the peak of this process's memory and return its memory now, in bytes."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return memory("VmRSS")


def memory(field: str, process: int | str = "self") -> int:
    """VmRSS (now) or VmHWM (peak) of a process in bytes."""
    line = next(line for line in _lines(f"/proc/{process}/status") if line.startswith(field + ":"))
    return int(line.split()[1]) * 1024


def _lines(path: str) -> list[str]:
    return Path(path).read_text(encoding="utf-8", errors="replace").splitlines()
