# SPDX-License-Identifier: GPL-2.0-or-later
"""Attacks on everything that comes from outside, `make soak`: seeded, and going on where it was stopped.

`python -m tests.soak --mutants 500 --only "pack.json" rules` for a quick look. Every attempt is a line of JSON in
build/soak; the table of the last run with `--write` is tests/soak/RESULTS.md.
"""

from __future__ import annotations

import argparse
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from functools import partial
from pathlib import Path

from tests.soak import growth, kills, kinds, pairs, report, team
from tests.soak.outcome import FAULTS, Outcome

RESULTS = Path(__file__).with_name("RESULTS.md")
FOLDER = team.ROOT / "build" / "soak"
Source = Callable[[str, list[int], Callable[[], bool]], Iterator[Outcome]]


class Ledger:
    """What was tried with a seed, on disk line by line, so that a run goes on where it was stopped."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self.outcomes: list[Outcome] = []
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_file():
            lines = path.read_text(encoding="utf-8").splitlines()
            self.outcomes = [Outcome(**json.loads(line)) for line in lines if line.endswith("}")]

    def missing(self, kind: str, count: int, again: bool = False) -> list[int]:
        """Numbers of the first `count` attempts of a kind that weren't made yet, or with `again` that found a fault."""
        done = {one.number for one in self.latest() if one.kind == kind and not (again and one.outcome in FAULTS)}
        return [number for number in range(count) if number not in done]

    def latest(self) -> list[Outcome]:
        """The outcome of every attempt; of one that was made again, the last."""
        return list({(one.kind, one.number): one for one in self.outcomes}.values())

    def mended(self) -> list[Outcome]:
        """Attempts that found a fault, and did not when they were made again."""
        now = {(one.kind, one.number): one for one in self.outcomes}
        found = {(one.kind, one.number): one for one in self.outcomes if one.outcome in FAULTS}
        return [one for key, one in found.items() if now[key].outcome not in FAULTS]

    def add(self, outcome: Outcome) -> None:
        """Note an outcome; a fault is told at once."""
        with self._lock:
            self.outcomes.append(outcome)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(outcome)) + "\n")
        if outcome.outcome in FAULTS:
            print(f"{outcome.kind} {outcome.number}: {outcome.outcome}\n{outcome.detail}\n", flush=True)


def sources(options: argparse.Namespace) -> list[tuple[str, int, Source]]:
    """Every kind that is wanted, how often, and who does it."""
    found: list[tuple[str, int, Source]] = []
    for attack, share in kinds.SHARES.items():
        count = max(options.mutants * share // 100, 1 if options.mutants else 0)
        found.append((attack.kind, count, partial(team.attacks, attack.kind)))
    found += [(kind, options.kills, source) for kind, source in kills.KINDS.items()]
    found.append((pairs.KIND, options.pairs, pairs.attempts))
    found += [(kind, count if options.growth else 0, source) for kind, count, source in growth.KINDS]
    return [one for one in found if one[1] and (not options.only or one[0] in options.only)]


def run(options: argparse.Namespace, ledger: Ledger) -> None:
    """Make the attempts that are still missing, by some workers, until the time is over."""
    end = time.monotonic() + options.minutes * 60
    todo = [(kind, ledger.missing(kind, count, options.again), source) for kind, count, source in sources(options)]
    todo = [one for one in todo if one[1]]
    lock = threading.Lock()

    def work() -> None:
        while time.monotonic() < end:
            with lock:
                if not todo:
                    return
                kind, numbers, source = todo.pop(0)
            begin = time.monotonic()
            for outcome in source(options.seed, numbers, lambda: time.monotonic() > end):
                ledger.add(outcome)
            print(f"{kind}: {len(numbers)} in {time.monotonic() - begin:.0f} s", flush=True)

    workers = [threading.Thread(target=work) for _ in range(options.workers)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()


def main() -> int:
    """Attack, print the table, and fail when there is any fault."""
    parser = argparse.ArgumentParser(prog="tests.soak", description=__doc__.splitlines()[0])
    parser.add_argument("--seed", default="1")
    parser.add_argument("--mutants", type=int, default=10_000, help="damaged files of all kinds together")
    parser.add_argument("--kills", type=int, default=100, help="of each kind: importing, drawing, saving")
    parser.add_argument("--pairs", type=int, default=100, help="of imports into one folder")
    parser.add_argument("--growth", type=int, default=1, help="0 leaves out the switches and areas")
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after so long; the next run goes on")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--only", nargs="+", default=[], metavar="KIND")
    parser.add_argument("--again", action="store_true", help="make attempts that found a fault once more")
    parser.add_argument("--write", action="store_true", help="write the table to tests/soak/RESULTS.md")
    options = parser.parse_args()
    ledger = Ledger(FOLDER / f"seed-{options.seed}.jsonl")
    run(options, ledger)
    wanted = {kind: count for kind, count, _ in sources(options)}
    made = [one for one in ledger.latest() if one.number < wanted.get(one.kind, 0)]
    mended = [one for one in ledger.mended() if one.number < wanted.get(one.kind, 0)]
    text = report.page(made, mended, wanted, options.seed)
    print(text)
    if options.write:
        RESULTS.write_text(text, encoding="utf-8")
    return int(any(one.outcome in FAULTS for one in made))


if __name__ == "__main__":
    sys.exit(main())
