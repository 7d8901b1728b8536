# SPDX-License-Identifier: GPL-2.0-or-later
"""The letters' arithmetic on a generated country: `python -m tests.letters` makes every figure of section 7 of the
domain file with one command, reckons it again with pandas from the files, and writes LETTERS.md.

Minutes; `--squares 50000` is quicker: the country then has all its buurten and gemeenten, but an eighth of its squares.
What was generated is kept in the folder.
"""

from __future__ import annotations

import argparse
import shutil
import time
from pathlib import Path

from qgis.core import QgsApplication

from leefbaar_plugin.pack.references.groups import REST, load_groups
from leefbaar_plugin.pack.references.partitions import load_partitions
from leefbaar_plugin.processing.provider import LeefbaarometerProvider
from tests.benchmarks.national import BUURTEN, NationalSet, generate
from tests.letters.figure import Given
from tests.letters.figures import figures
from tests.letters.own_figures import given_of
from tests.letters.page import HEAD, Outcome, row
from tests.letters.reckoning import Reckoning
from tests.letters.running import Runner

PAGE = Path(__file__).with_name("LETTERS.md")
SEED, SQUARES = 20241, 382_000


def replay(runner: Runner, files: NationalSet, pack: Path, tables: Path, only: str = "") -> list[Outcome]:
    """Import the files, make every figure (or those of a number of section 7) and reckon it again."""
    runner.run(
        "importedition", INPUT=[str(files.scores_zip), str(files.geometry_zip)], COUNTS=files.counts_gpkg, PACK=pack
    )
    reckoning = Reckoning(files.folder, groups())
    given: Given = given_of(reckoning, tables)
    found = []
    for figure in figures(given):
        if only and figure.number != only:
            continue
        begun = time.perf_counter()
        answer = runner.run(figure.algorithm, PACK=pack, OUTPUT="TEMPORARY_OUTPUT", **figure.parameters)
        found.append(Outcome(figure, figure.read(answer), figure.reckon(reckoning, given), time.perf_counter() - begun))
        print(row(found[-1]), flush=True)
    return found


def codes() -> list[str]:
    """The gemeenten of the country, ascending."""
    return sorted(code for part in load_partitions()["province"].parts for code in part.codes)


def groups() -> dict[str, frozenset[str]]:
    """G4, G40 and the other gemeenten."""
    found = {group.id: group.codes for group in load_groups().groups}
    return {**found, REST: frozenset(codes()) - frozenset().union(*found.values())}


def main() -> None:
    """Generate, replay, print; exit 1 when a figure differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("build/letters"))
    parser.add_argument("--squares", type=int, default=SQUARES)
    parser.add_argument("--only", default="", help="a number of section 7")
    given = parser.parse_args()
    folder = given.folder / str(given.squares)
    files = generate(folder / "files", given.squares, SEED, buurten=BUURTEN, gemeenten=codes(), log=print)
    shutil.rmtree(folder / "pack", ignore_errors=True)
    application = QgsApplication([], False)
    application.initQgis()
    provider = LeefbaarometerProvider()  # the registry doesn't keep its Python side
    QgsApplication.processingRegistry().addProvider(provider)
    found = replay(Runner(), files, folder / "pack", folder, given.only)
    wrong = [one for one in found if not one.same]
    if not wrong and not given.only and given.squares == SQUARES:
        lines = "\n".join(row(one) for one in found)
        PAGE.write_text(HEAD.format(squares=given.squares, count=len(found)) + lines + "\n", encoding="utf-8")
    raise SystemExit(f"{len(wrong)} figures differ" if wrong else 0)


if __name__ == "__main__":
    main()
