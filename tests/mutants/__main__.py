# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes the program in small ways, one at a time, and says which change no test notices.

    python -m tests.mutants              300 seeded changes; goes on where it was stopped
    python -m tests.mutants --count 20 --seed 7 --rooms gui processing
    python -m tests.mutants --table      only write tests/mutants/RESULTS.md anew

First all tests run once, to learn which reach which line (kept in build/mutants while the code stays the same). Then
only the tests that reach the changed line run, in a copy of the tree, quickest first, until one fails.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .sites import Site, sites_of

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "mutants"
RESULTS = Path(__file__).with_name("RESULTS.md")
ROOMS = ("gui", "words", "analysis", "layers", "processing")
TESTS = ("tests/unit", "tests/qgis")
_TIMEOUT = 240
_MOST_TESTS = 40
"""Tests that are run for a change, at the most: the quickest that reach it."""
_COPIED = ("leefbaar_plugin", "tests", "resources", "i18n", ".ci", "metadata.txt", "pyproject.toml", "README.md")


def main() -> int:
    """Read the command line and do it; 0."""
    parser = argparse.ArgumentParser(description="Which wrong program would no test notice?")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--rooms", nargs="+", default=list(ROOMS))
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    if not options.table:
        reach, seconds = reached()
        chosen = choose(options.rooms, options.count, options.seed)
        run(chosen, reach, seconds, options.workers)
    write_table(options.rooms, options.count, options.seed)
    return 0


def state_of_code() -> str:
    """A mark of the package and its tests as they are now."""
    mark = hashlib.blake2b(digest_size=8)
    for folder in ("leefbaar_plugin", "tests/unit", "tests/qgis"):
        for path in sorted((ROOT / folder).rglob("*.py")):
            mark.update(path.read_bytes())
    return mark.hexdigest()


def reached() -> tuple[dict[str, dict[int, list[str]]], dict[str, float]]:
    """Tests by file and line that they reach, and how long each takes; made anew when the code has changed."""
    kept = BUILD / f"reach-{state_of_code()}.json"
    if not kept.exists():
        print("running all tests once, to learn what they reach ...", flush=True)
        data = BUILD / "coverage"
        report = BUILD / "durations.xml"
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "COVERAGE_FILE": str(data)}
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={report}"]
        command += ["--cov=leefbaar_plugin", "--cov-context=test", "--cov-report=", *TESTS]
        subprocess.run(command, cwd=ROOT, env=environment, check=False, stdout=subprocess.DEVNULL)
        kept.write_text(json.dumps(_read_coverage(data)))
    found = json.loads(kept.read_text())
    reach = {file: {int(line): tests for line, tests in lines.items()} for file, lines in found["reach"].items()}
    return reach, found["seconds"]


def _read_coverage(path: Path) -> dict[str, object]:
    from coverage import CoverageData

    data = CoverageData(str(path))
    data.read()
    reach: dict[str, dict[int, list[str]]] = {}
    counts: Counter[str] = Counter()
    for file in data.measured_files():
        name = Path(file).relative_to(ROOT).as_posix()
        lines = {}
        for line, contexts in data.contexts_by_lineno(file).items():
            tests = sorted({context.split("|")[0] for context in contexts if context})
            lines[line] = tests
            counts.update(tests)
        reach[name] = lines
    # a test that reaches few lines is a quick one, and one about them
    return {"reach": reach, "seconds": {test: float(count) for test, count in counts.items()}}


def choose(rooms: list[str], count: int, seed: int) -> list[Site]:
    """Seeded changes over the rooms, each module as likely as its number of places."""
    sites = []
    for room in rooms:
        for path in sorted((ROOT / "leefbaar_plugin" / room).rglob("*.py")):
            sites += sites_of(ROOT, path)
    return random.Random(seed).sample(sites, min(count, len(sites)))


def run(chosen: list[Site], reach: dict[str, dict[int, list[str]]], seconds: dict[str, float], workers: int) -> None:
    """Try the changes that weren't tried yet, and note each at once."""
    kept = BUILD / "tried.jsonl"
    tried = {json.loads(line)["key"] for line in kept.read_text().splitlines()} if kept.exists() else set()
    waiting = [site for site in chosen if site.key not in tried]
    print(f"{len(chosen)} changes, {len(waiting)} to try", flush=True)
    trees = [_tree(number) for number in range(workers)]
    free = list(range(workers))
    began = time.monotonic()

    def one(site: Site) -> None:
        number = free.pop()
        try:
            result = _try(site, reach, seconds, trees[number])
        finally:
            free.append(number)
        with kept.open("a") as file:
            file.write(json.dumps({"key": site.key, "kind": site.kind, "file": site.file, **result}) + "\n")
        print(f"{time.monotonic() - began:7.0f} s  {result['verdict']:10} {site.key}", flush=True)

    with ThreadPoolExecutor(workers) as threads:
        list(threads.map(one, waiting))


def _tree(number: int) -> Path:
    """A copy of the tree to change; on a memory disk where there is one."""
    memory = Path("/dev/shm")
    base = memory if os.access(memory, os.W_OK) else BUILD
    tree = base / f"leefbaar-mutants-{number}" / "main"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    for name in _COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__", "pictures", "RESULTS*"))
        else:
            shutil.copy2(source, tree / name)
    shared = tree.parent / "shared"
    if not shared.exists():
        shared.symlink_to(ROOT.parent / "shared")
    return tree


def _try(
    site: Site, reach: dict[str, dict[int, list[str]]], seconds: dict[str, float], tree: Path
) -> dict[str, object]:
    """Make the change in the copy, run the tests that reach it, and take it back."""
    tests = sorted(reach.get(site.file, {}).get(site.line, []), key=lambda test: seconds.get(test, 0.0))
    if not tests:
        return {"verdict": "unreached", "tests": 0}
    path = tree / site.file
    before = path.read_text(encoding="utf-8")
    path.write_text(site.changed(before), encoding="utf-8")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "TMPDIR": str(tree.parent),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests[:_MOST_TESTS]]
    try:
        done = subprocess.run(
            command, cwd=tree, env=environment, timeout=_TIMEOUT, capture_output=True, text=True, check=False
        )
        # 1: a test failed; 2, 3: it can't be collected or broke down; below 0: it crashed
        verdict = "noticed" if done.returncode not in (0, 4, 5) else "UNNOTICED" if done.returncode == 0 else "unknown"
    except subprocess.TimeoutExpired:
        verdict = "noticed"  # it hangs
    finally:
        path.write_text(before, encoding="utf-8")
    return {"verdict": verdict, "tests": len(tests)}


def write_table(rooms: list[str], count: int, seed: int) -> None:
    """Write RESULTS.md from what was tried of these changes."""
    kept = BUILD / "tried.jsonl"
    all_tried = {one["key"]: one for one in map(json.loads, kept.read_text().splitlines())} if kept.exists() else {}
    tried = [all_tried[site.key] for site in choose(rooms, count, seed) if site.key in all_tried]
    by_room: dict[str, Counter[str]] = defaultdict(Counter)
    for one in tried:
        by_room[one["file"].split("/")[1]][one["verdict"]] += 1
    verdicts = ("noticed", "UNNOTICED", "unreached", "unknown")
    total = Counter(one["verdict"] for one in tried)
    lines = [
        "# Mutation run",
        "",
        f"Made by `make mutants` (seed {seed}): {len(tried)} of {count} small changes were tried, one at a time.",
        f"Noticed by a test: {total['noticed']} of {len(tried)} ({total['noticed'] / max(len(tried), 1):.0%}).",
        "",
        "| room | noticed | unnoticed | reached by no test | unknown |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {room} | {' | '.join(str(found[name]) for name in verdicts)} |" for room, found in sorted(by_room.items())
    ]
    lines += ["", "Not noticed:", ""]
    lines += [f"- `{one['key']}` ({one['kind']}, {one['verdict']})" for one in tried if one["verdict"] != "noticed"]
    RESULTS.write_text("\n".join([*lines, ""]), encoding="utf-8")
    print(f"{total['noticed']} of {len(tried)} noticed; {RESULTS.relative_to(ROOT)}")


if __name__ == "__main__":
    sys.exit(main())
