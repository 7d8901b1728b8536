# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of a run."""

from __future__ import annotations

import os
import platform
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import numpy
import pandas
from osgeo import gdal

from tests.soak.outcome import CRASH, FAULTS, HANG, HELD, LOST, REFUSED, TOLD, TRACEBACK, WRONG, Outcome

_COLUMNS = (REFUSED, HELD, TOLD, TRACEBACK, WRONG, HANG, CRASH, LOST)
_KILLED = re.compile(r"(\d+) stored, (\d+) in the project, (\d+) offered")
_HEAD = """# What attacks on the plugin found

`make soak` damages everything that comes from outside, kills imports, drawing and saving, lets imports meet, and works
for long. *Refused*: in a sentence. *Held*: read, with the right figures (judged by other readers). *Told*: read, and
what was left out or guessed is said. Faults: a *traceback*, a *wrong* figure without a word, a *hang* of over a minute,
a *crash*, and anything *lost* or left behind. Megabytes are the peak of a process, QGIS and the plugin among them.
"""


def page(outcomes: Sequence[Outcome], mended: Sequence[Outcome], wanted: Mapping[str, int], seed: str) -> str:
    """The page: what was run, a line per kind, faults, and those that were mended and didn't come again."""
    lines = [_HEAD, *about(outcomes, seed), ""]
    lines.append("| kind | attempts | " + " | ".join(_COLUMNS) + " | slowest, s | MB |")
    lines.append("|---|--:|" + "--:|" * (len(_COLUMNS) + 2))
    for kind, count in wanted.items():
        lines.append(_line(kind, [one for one in outcomes if one.kind == kind], count))
    lines.append(_line("**all**", list(outcomes), sum(wanted.values())))
    lines += ["", *_after_kills(outcomes, wanted)]
    faults = [one for one in outcomes if one.outcome in FAULTS]
    for title, found in (("Faults", faults), ("Found on the way, and made again without a fault", mended)):
        if found:
            lines += ["", f"## {title}", "", *map(_fault, found[:200])]
    return "\n".join(lines) + "\n"


def _after_kills(outcomes: Sequence[Outcome], wanted: Mapping[str, int]) -> list[str]:
    """Of every kind of kill with areas: how many areas were stored, and how many the next QGIS had or offered."""
    lines = []
    for kind in wanted:
        found = [match for one in outcomes if one.kind == kind and (match := _KILLED.fullmatch(one.detail))]
        if not found:
            continue
        stored, known, offered = (sum(int(one[at]) for one in found) for at in (1, 2, 3))
        none, before = sum(not int(one[1]) for one in found), sum(int(one[3]) > 0 for one in found)
        lines.append(
            f"- {kind}: of {len(found)}, {none} before the first area was stored; {stored} areas were stored in the "
            f"others. The next QGIS had {known} in their projects, and offered {offered} back ({before} files)."
        )
    return lines


def about(outcomes: Sequence[Outcome], seed: str) -> list[str]:
    """When, on what, and how long."""
    versions = f"Python {platform.python_version()}, numpy {numpy.__version__}, pandas {pandas.__version__}, "
    versions += f"GDAL {gdal.__version__}"
    return [
        f"- {datetime.now(UTC):%Y-%m-%d}, seed {seed}, {os.cpu_count()} processors; {versions}",
        f"- attempts took {sum(one.seconds for one in outcomes) / 60:.0f} minutes of work",
    ]


def _fault(one: Outcome) -> str:
    last = one.detail.strip().splitlines()[-1:] or [""]
    return f"- {one.kind} {one.number}: {one.outcome}: `{last[0][:160]}`"


def _line(kind: str, outcomes: list[Outcome], wanted: int) -> str:
    count = Counter(one.outcome for one in outcomes)
    made = str(len(outcomes)) if len(outcomes) == wanted else f"{len(outcomes)} of {wanted}"
    cells = [str(count[name] or "") for name in _COLUMNS]
    slowest = max((one.seconds for one in outcomes), default=0.0)
    peak = max((one.megabytes for one in outcomes), default=0.0)
    return f"| {kind} | {made} | " + " | ".join(cells) + f" | {slowest:.1f} | {peak:.0f} |"
