# SPDX-License-Identifier: GPL-2.0-or-later
"""A generated national data set in the official file layout, for benchmarks and tests at the scale of the country.

`/usr/bin/python3 -m tests.benchmarks.national --out build/national [--scale 1.0]`. Everything follows from the seed;
nothing in it is a real score. Needs numpy, scipy and osgeo.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import ogr

from tests.benchmarks import districts, drawn, edition, scores, squares, tiling
from tests.benchmarks.outline import COLUMNS, burn, land

SQUARES, BUURTEN, WIJKEN, GEMEENTEN, POSTCODES, AREAS = 382_000, 14_033, 3364, 342, 4056, 1000
FEWEST_INHABITANTS = 100  # of a buurt that the service shows; the file holds the smaller ones too
URBAN_SEEDS = 0.98  # share of the buurten whose seed is a populated square
CENTRAL = 0.3  # share of the populated squares, the most central ones, that those seeds are among
NEWER = 0.015  # share of the squares built since 2002: no lines for the years before
UNSCORED = 0.01  # squares that CBS counts and the ministry does not score, as a share of those it does
LEVELS = ("grid", "buurt", "wijk", "gemeente", "PC4")
UNPUBLISHED = ("wijk",)
"""Levels of which the geometry holds no outlines."""
_FORMAT = 3  # raise it when the same arguments come to mean other files
_MARKER = "complete.json"


@dataclass(frozen=True)
class NationalSet:
    """Paths of a generated set. The GeoPackages of `geometry_zip` also lie beside it, not zipped."""

    folder: Path
    squares: int
    buurten: int
    areas: int

    @property
    def scores_zip(self) -> Path:
        """Scores and changes of squares, buurten, wijken, gemeenten and PC4."""
        return self.folder / "open-data-leefbaarometer-meting-2024.zip"

    @property
    def geometry_zip(self) -> Path:
        """Outlines of the same, but for wijken."""
        return self.folder / "geometrie-lbm3-2024.zip"

    @property
    def counts_gpkg(self) -> Path:
        """CBS squares with inhabitants, households and dwellings."""
        return self.folder / "cbs_vk100_2024_v1.gpkg"

    @property
    def drawn_gpkg(self) -> Path:
        """Drawn areas: layer `areas`, fields `name` and `kind`; the last one is the country."""
        return self.folder / "drawn.gpkg"

    def exists(self) -> bool:
        """Whether all files are there."""
        files = [self.scores_zip, self.geometry_zip, self.counts_gpkg, self.drawn_gpkg]
        return all(file.exists() for file in files + [self.outlines(level) for level in LEVELS])

    def outlines(self, level: str) -> Path:
        """GeoPackage of the level `grid`, `buurt`, `wijk`, `gemeente` or `PC4`, layer `<level> 2024`."""
        folder = self.folder if level in UNPUBLISHED else self.folder / edition.GEOMETRY_FOLDER
        return folder / f"{level} 2024.gpkg"


def generate(
    out: Path,
    squares: int = SQUARES,
    seed: int = 20241,
    *,
    buurten: int | None = None,
    areas: int | None = None,
    gemeenten: Sequence[str] = (),
    log: Callable[[str], None] = lambda text: None,
) -> NationalSet:
    """Write the set to the folder `out`, unless it is there already, made with the same arguments.

    `gemeenten` are the codes to use, ascending, of as many gemeenten (no more than wijken); without them they are
    drawn by chance. The number
    of buurten follows that of the squares and is at least 20; there are 1,000 drawn areas, or fewer for few
    squares. `log` gets a line per step.
    """
    buurten = buurten or max(20, round(BUURTEN * squares / SQUARES))
    areas = areas or min(AREAS, max(50, squares // 10))
    wanted = {"format": _FORMAT, "squares": squares, "seed": seed, "buurten": buurten, "areas": areas}
    wanted |= {"gemeenten": list(gemeenten)} if gemeenten else {}
    result = NationalSet(Path(out), squares, buurten, areas)
    marker = result.folder / _MARKER
    if marker.exists() and json.loads(marker.read_text()) == wanted and result.exists():
        log(f"{result.folder} is complete.")
        return result
    marker.unlink(missing_ok=True)
    (result.folder / edition.GEOMETRY_FOLDER).mkdir(parents=True, exist_ok=True)
    _write(result, _Country(seed, squares, buurten, gemeenten, log), log)
    marker.write_text(json.dumps(wanted) + "\n")
    log("complete")
    return result


class _Country:
    """Everything about the generated country, in arrays.

    `inhabited` [m] are the squares CBS counts (flat indices, by column and then row, as the files have them), `counts`
    what it counts there, `scored` [m] which of them have a score, `places` [n] those; `buurt` [n] is the place of each
    of the latter in the order of the buurt codes, `values` [n, years, 6] and `present` [n, years] are their scores.
    """

    def __init__(
        self, seed: int, count: int, buurten: int, gemeenten: Sequence[str], log: Callable[[str], None]
    ) -> None:
        # A stream per subject: a change in one leaves the others as they were.
        streams = dict(
            zip(
                ("towns", "seeds", "tiling", "districts", "people", "scores", "drawn", "postcodes"),
                (np.random.default_rng(child) for child in np.random.SeedSequence(seed).spawn(8)),
            )
        )
        self.random = streams["drawn"]
        mask = land()
        settlement = squares.settle(streams["towns"], mask, count)
        log("towns")
        seeds = _seeds(streams["seeds"], mask, settlement.choose(mask, round(count * CENTRAL)), buurten)
        self.tiling = tiling.tile(streams["tiling"], mask, seeds)
        log("tiling")
        number, *self.levels = districts.divide(
            streams["districts"],
            self.tiling,
            settlement.towns,
            max(4, round(WIJKEN * buurten / BUURTEN)),
            len(gemeenten) or max(2, round(GEMEENTEN * buurten / BUURTEN)),
            gemeenten,
        )
        postcodes = max(3, round(POSTCODES * buurten / BUURTEN))
        self.levels.append(districts.postcodes(streams["postcodes"], self.tiling, postcodes))
        self.shapes = [
            [edition.area_shape(area) for area in self.tiling.dissolve(level.cells)] for level in self.levels
        ]
        self.outline = self.tiling.dissolve(np.zeros(buurten, dtype=np.int64))[0]
        log("buurten, wijken, gemeenten")
        of_square = burn(self.shapes[0])
        chosen = settlement.choose(of_square > 0, count + round(count * UNSCORED))
        chosen = chosen[np.lexsort((chosen // COLUMNS, chosen % COLUMNS))]
        counts = squares.populate(streams["people"], settlement, chosen)
        self._split(streams["people"], chosen, counts, count)
        self.buurt = of_square.ravel()[self.places].astype(np.int64) - 1
        self.cell = np.argsort(number)  # of each buurt, in the order of the codes
        self.values = scores.score(streams["scores"], self.places, self.counts.inhabitants[self.scored], self.weights())
        since = np.where(
            streams["scores"].random(count) < NEWER, streams["scores"].integers(1, len(scores.YEARS), count), 0
        )
        self.present = np.arange(len(scores.YEARS)) >= since[:, None]
        log("squares and their scores")

    def _split(self, random: np.random.Generator, chosen: np.ndarray, counts: squares.Counts, count: int) -> None:
        """Leave some thinly populated squares without a score."""
        order = np.argsort(counts.inhabitants + random.uniform(0, 40, chosen.size))
        self.scored = np.ones(chosen.size, dtype=bool)
        self.scored[order[: chosen.size - count]] = False
        self.inhabited, self.counts, self.places = chosen, counts, chosen[self.scored]

    def weights(self) -> np.ndarray:
        """Weights [n] of the scored squares."""
        return self.counts.weights()[self.scored]

    def rows(self) -> dict[str, edition.Rows]:
        """What the file of every level says. An area without scored squares has the scores of its gemeente."""
        codes = edition.identities(self.places)
        found = {"grids": edition.Rows('"grid_id"', [f'"{code}"' for code in codes], self.values, self.present)}
        gemeente = self.levels[2]
        whole, _ = self._means(gemeente)
        for name, level in zip(("buurten", "wijken", "gemeenten", "PC4"), self.levels):
            values, exists = self._means(level)
            empty = np.flatnonzero(~exists.any(axis=1))
            of = np.zeros(len(level.codes), np.int64)
            of[level.cells] = gemeente.cells
            values[empty], exists[empty] = whole[of[empty]], True
            if name == "PC4":
                found[name] = edition.Rows('"PC4"', level.codes, values, exists)
                continue
            keys = [f'"{code}","{text}"' for code, text in zip(level.codes, level.names)]
            head = level.codes[0][:2].lower()
            found[name] = edition.Rows(f'"{head}_code","{head}_naam"', keys, values, exists)
        return found

    def small(self) -> int:
        """Number of buurten that the service leaves out."""
        buurten = self.levels[0]
        labels = buurten.cells[self.cell[self.buurt]]
        people = np.bincount(labels, self.counts.inhabitants[self.scored], len(buurten.codes))
        return int(np.count_nonzero(people < FEWEST_INHABITANTS))

    def _means(self, level: districts.Level) -> tuple[np.ndarray, np.ndarray]:
        labels = level.cells[self.cell[self.buurt]]
        return scores.average(self.values, self.weights(), self.present, labels, len(level.codes))


def _seeds(random: np.random.Generator, mask: np.ndarray, populated: np.ndarray, count: int) -> np.ndarray:
    """Seeds of buurten [count, 2]: most among populated squares, the others anywhere on land, no two in one square."""
    urban = random.choice(populated, round(count * URBAN_SEEDS), replace=False)
    rural = random.choice(np.setdiff1d(np.flatnonzero(mask), urban), count - urban.size, replace=False)
    x, y = squares.centres(np.concatenate([urban, rural]))
    return np.column_stack([x, y]) + random.uniform(-45, 45, (count, 2))


def _write(result: NationalSet, country: _Country, log: Callable[[str], None]) -> None:
    """All files, the outlines first."""
    text, whole, real = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal
    for name, level, shapes in zip(LEVELS[1:], country.levels, country.shapes):
        head = level.codes[0][:2].lower()
        fields = [("PC4", text)] if name == "PC4" else [(f"{head}_code", text), (f"{head}_naam", text)]
        values = zip(level.codes) if name == "PC4" else zip(level.codes, level.names)
        edition.write_layer(result.outlines(name), f"{name} 2024", ogr.wkbMultiPolygon, fields, zip(shapes, values))
    codes = edition.identities(country.inhabited)
    shapes = edition.square_shapes(country.inhabited)
    grid = ((shape, (code,)) for shape, code, keep in zip(shapes, codes.tolist(), country.scored) if keep)
    edition.write_layer(result.outlines("grid"), "grid 2024", ogr.wkbPolygon, [("grid_id", text)], grid)
    edition.pack_geometry(result.geometry_zip, result.folder / edition.GEOMETRY_FOLDER)
    log(result.geometry_zip.name)
    counts = country.counts
    fields = [("crs28992res100m", text), ("aantal_inwoners", whole)]
    fields += [("aantal_part_huishoudens", real), ("aantal_woningen", real)]
    columns = (codes, counts.inhabitants, counts.households, counts.dwellings)
    table = zip(shapes, zip(*(column.tolist() for column in columns)))
    edition.write_layer(result.counts_gpkg, "vierkant_100m_2024", ogr.wkbPolygon, fields, table)
    log(result.counts_gpkg.name)
    x, y = squares.centres(country.places)
    edition.write_drawn(result.drawn_gpkg, drawn.draw(country.random, x, y, country.outline, result.areas))
    log(result.drawn_gpkg.name)
    edition.write_scores(result.scores_zip, country.rows())
    log(f"{result.scores_zip.name}; {country.small()} small buurten")


def main() -> None:
    """Generate from the command line."""
    parser = argparse.ArgumentParser(description="Generate a national data set in the official file layout.")
    parser.add_argument("--out", type=Path, default=Path("build/national"))
    parser.add_argument("--scale", type=float, default=1.0, help="share of the squares of the whole country")
    parser.add_argument("--seed", type=int, default=20241)
    options = parser.parse_args()
    begin = time.perf_counter()
    generate(
        options.out,
        round(SQUARES * options.scale),
        options.seed,
        log=lambda text: print(f"{time.perf_counter() - begin:6.1f} s  {text}", flush=True),
    )


if __name__ == "__main__":
    main()
