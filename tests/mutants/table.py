# SPDX-License-Identifier: GPL-2.0-or-later
"""RESULTS.md: what the last run found, and why what no test notices is left so."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from .sites import Site

RESULTS = Path(__file__).with_name("RESULTS.md")
_WHY = Path(__file__).with_name("why.json")
"""Reasons by change, as the table names it, why it is left; and a `note` on the run as a whole."""
_VERDICTS = ("noticed", "UNNOTICED", "unreached")


def write_table(chosen: list[Site], verdicts: dict[str, dict[str, Any]], what: str) -> None:
    """Write RESULTS.md from what was tried of the chosen changes."""
    why = json.loads(_WHY.read_text(encoding="utf-8")) if _WHY.exists() else {}
    tried = [(site, verdicts[site.key]) for site in chosen if site.key in verdicts]
    by_room: dict[str, Counter[str]] = defaultdict(Counter)
    by_kind: dict[str, Counter[str]] = defaultdict(Counter)
    for site, one in tried:
        by_room[site.file.split("/")[1]][one["verdict"]] += 1
        by_kind[site.kind][one["verdict"]] += 1
    total: Counter[str] = sum(by_room.values(), Counter())
    lines = [
        "# Mutation run",
        "",
        f"Made by `make mutants`: {len(tried)} of {what} were tried, one at a time; {total['noticed']}",
        f"({total['noticed'] / max(len(tried), 1):.1%}) were noticed by a test that passes without the change.",
        *([why["note"]] if "note" in why else []),
        "",
        *_counted("room", by_room, total),
        "",
        *_counted("kind of change", by_kind, total),
        "",
        "## Not noticed",
        "",
        "| change | | why it is left |",
        "|---|---|---|",
    ]
    left = [(site, one) for site, one in tried if one["verdict"] != "noticed"]
    lines += [
        f"| `{site.key.removeprefix('leefbaar_plugin/')}` | {one['verdict'].lower()} | {why.get(site.key, '')} |"
        for site, one in left
    ]
    RESULTS.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print(f"{total['noticed']} of {len(tried)} noticed: {RESULTS}")


def _counted(title: str, counts: dict[str, Counter[str]], total: Counter[str]) -> list[str]:
    rows = [*sorted(counts.items()), ("all", total)]
    return [
        f"| {title} | noticed | not noticed | reached by no test |",
        "|---|---|---|---|",
        *(f"| {name} | {' | '.join(str(found[verdict]) for verdict in _VERDICTS)} |" for name, found in rows),
    ]
