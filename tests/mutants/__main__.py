# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes the program in small ways, one at a time, and says which change no test notices.

    python -m tests.mutants              300 seeded changes; goes on where it was stopped
    python -m tests.mutants --jobs 2     the same in two copies of the tree at once
    python -m tests.mutants --count 20 --seed 7 --rooms gui processing
    python -m tests.mutants --again      those that no test noticed once more, after tests were written
    python -m tests.mutants --table      only write tests/mutants/RESULTS.md anew

All tests run once in a copy of the tree, to learn which reach which line; after that only files of tests that were
changed. The changes are made in the functions of one running QGIS; those outside of functions, and those that no test
noticed there, each in the file and a QGIS of their own. Only a test that passes without the change can notice one.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from .driver import DOUBTFUL, Driver, tried_in
from .learning import learn
from .reach import Reach
from .sites import Site, sites_of
from .table import write_table

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "mutants"
ROOMS = ("gui", "words", "analysis", "layers", "processing")
TESTS = ("tests/unit", "tests/qgis")
_COPIED = (
    "leefbaar_plugin",
    "resources",
    "i18n",
    ".ci",
    "metadata.txt",
    "LICENSE",
    "CHANGELOG.md",
    "README.md",
    "pyproject.toml",
)


def main() -> int:
    """Read the command line and do it; 0."""
    parser = argparse.ArgumentParser(description="Which wrong program would no test notice?")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", nargs="+", default=list(ROOMS))
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--table", action="store_true")
    options = parser.parse_args()
    folder = BUILD / state_of_code()
    folder.mkdir(parents=True, exist_ok=True)
    chosen = choose(options.rooms, options.count, options.seed)
    if not options.table:
        learn(copied(folder.name), folder / "learned", list(TESTS))
        known = {} if options.again else verdicts(folder)
        noticed = {key for key, one in verdicts(folder).items() if one["verdict"] == "noticed"}
        waiting = [site for site in chosen if site.key not in known and site.key not in noticed]
        print(f"{len(chosen)} changes, {len(waiting)} to try", flush=True)
        with ThreadPoolExecutor(options.jobs) as beside:
            shares = [beside.submit(try_all, folder, job, waiting[job :: options.jobs]) for job in range(options.jobs)]
        for share in shares:
            share.result()
    write_table(chosen, verdicts(folder), f"{options.count} changes of seed {options.seed}")
    return 0


def try_all(folder: Path, job: int, sites: list[Site]) -> None:
    """Try changes in the copy of the tree that a job has for itself."""
    tree = copied(folder.name, job)
    Driver(tree, folder, Reach(tree, folder / "learned"), job).run(sites)


def state_of_code() -> str:
    """A mark of the package as it is now."""
    mark = hashlib.blake2b(digest_size=8)
    for path in sorted((ROOT / "leefbaar_plugin").rglob("*.py")):
        mark.update(path.read_bytes())
    return mark.hexdigest()


def choose(rooms: list[str], count: int, seed: int) -> list[Site]:
    """Seeded changes over the rooms, each module as likely as its number of places."""
    sites = []
    for room in rooms:
        for path in sorted((ROOT / "leefbaar_plugin" / room).rglob("*.py")):
            sites += sites_of(ROOT, path)
    return random.Random(seed).sample(sites, min(count, len(sites)))


def verdicts(folder: Path) -> dict[str, dict[str, Any]]:
    """The last verdict on each change of which there is one that stands."""
    return {key: one for key, one in tried_in(folder).items() if one["verdict"] != DOUBTFUL}


def copied(name: str, job: int = 0) -> Path:
    """A copy of the tree to change, on a memory disk where there is one; its tests are those of now."""
    memory = Path("/dev/shm")
    base = memory if os.access(memory, os.W_OK) else BUILD
    tree = base / f"leefbaar-mutants-{name}{f'-{job}' if job else ''}" / "main"
    is_new = not tree.exists()
    tree.mkdir(parents=True, exist_ok=True)
    for copy in (*_COPIED, "tests"):  # again each time: a run that was ended may have left a change
        source = ROOT / copy
        if source.is_dir():
            shutil.copytree(source, tree / copy, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        else:
            shutil.copy2(source, tree / copy)
    if is_new:
        (tree.parent / "shared").symlink_to(ROOT.parent / "shared")
        # the translations, and what else is compiled
        subprocess.run(["/usr/bin/python3", ".ci/package.py"], cwd=tree, check=True)
    # once for all processes: they write nothing, so that none finds what another one changed
    compiled = [sys.executable, "-m", "compileall", "-q", "leefbaar_plugin", "tests"]
    subprocess.run(compiled, cwd=tree, check=True)
    return tree


if __name__ == "__main__":
    sys.exit(main())
