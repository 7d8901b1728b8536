# SPDX-License-Identifier: GPL-2.0-or-later
"""Attacks on files: each prepares what is right, damages it by a seed, and judges what the plugin makes of it.

An attack returns its outcome and a detail; an error of ours that it lets pass is a refusal, any other a traceback.
"""

from __future__ import annotations

import json
import random
import shutil
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.signals.finder import find
from leefbaar_plugin.analysis.signals.rule_set import load_rules, read_rule, rule_json
from leefbaar_plugin.analysis.signals.rule_words import full_text, rule_text
from leefbaar_plugin.engine.errors import LeefbaarError
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level, read_names
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import Edition, service_feature, square_wkt, write_vector, write_zip
from tests.soak import mutate, oracle
from tests.soak.outcome import HELD, REFUSED, TOLD, WRONG

Judged = tuple[str, str]
AREA = square_wkt(851.5, 4360.5, 8, 3)


def area() -> bytes:
    """A polygon over most of the squares, as WKB."""
    from osgeo import ogr

    return bytes(ogr.CreateGeometryFromWkt(AREA).ExportToWkb())


def figures(pack: Pack) -> np.ndarray:
    """All figures of that polygon, one after the other."""
    scores = Measurer(pack).measure([area()]).scores
    parts = (scores.total, scores.deviation, scores.dimensions, scores.class_shares, scores.weight_sum, scores.squares)
    return np.concatenate([np.asarray(part, float).ravel() for part in parts])


def official(pack: Pack) -> list[Any]:
    """Codes, names, scores and outlines of all official areas."""
    found: list[Any] = sorted((name.level, name.code, name.name) for name in read_names(pack))
    for level in sorted(pack.levels):
        fields = [f"{theme}_{year}" for theme in ("lbm", "afw", "soc", "class_lbm") for year in pack.years]
        areas = read_level(pack, level, fields)
        found += [areas.code, areas.name, areas.wkb]
        found += [np.nan_to_num(areas.values[name], nan=-9.0).tolist() for name in fields]
    return found


def same_references(one: Pack, other: Pack) -> bool:
    """Whether two packs keep the same of the whole country."""
    mine, yours = one.national, other.national
    if mine is None or yours is None:
        return mine is yours
    pairs = [(values, yours.arrays[name]) for name, values in mine.arrays.items()]
    arrays = all(np.array_equal(one, two, equal_nan=one.dtype.kind == "f") for one, two in pairs)
    return arrays and (mine.sets, mine.columns, mine.level_ids) == (yours.sets, yours.columns, yours.level_ids)


class Attack:
    """A kind of attack. `prepare` makes what is right in a folder; `once` damages a copy and judges the answer."""

    kind: ClassVar[str]

    def prepare(self, folder: Path) -> None:
        """Make the files of a small edition, and its pack."""
        folder.mkdir(parents=True)
        self.edition = Edition(folder)
        self.edition.all()
        self.pack_folder = import_edition(inspect([folder]), folder.with_name("pack")).folder
        self.pack = open_pack(self.pack_folder)
        self.right, self.official = figures(self.pack), official(self.pack)

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """One attack in an empty folder."""
        raise NotImplementedError

    def imported(self, files: Path, folder: Path) -> Pack:
        """The pack of some files, opened; errors as they come."""
        return open_pack(import_edition(inspect([files]), folder / "pack").folder)

    def copied(self, folder: Path) -> Path:
        """A copy of the files of the edition."""
        return Path(shutil.copytree(self.edition.folder, folder / "files"))


def is_told(pack: Pack) -> bool:
    """Whether the import said that something doesn't add up, was left out or guessed."""
    checks = [*(pack.info.get("checks") or {}).values(), pack.info.get("check") or {}]
    off = any(one.get("not_adding_up") or one.get("max_difference", 0.0) > 1e-6 for one in checks)
    return bool(off or pack.info.get("ignored") or pack.info.get("remarks"))


def by_file(pack: Pack, file: oracle.Scores) -> Judged:
    """Whether a pack has the scores of its file; what doesn't add up was told."""
    wrong = oracle.differences(oracle.squares_of(pack), file)
    told = is_told(pack)
    if wrong and not told:
        return WRONG, "; ".join(wrong[:3])
    return (TOLD, "; ".join(wrong[:1])) if told else (HELD, "")


class ScoreTable(Attack):
    """Tables with scores of squares, in all dialects."""

    kind = "score tables"
    _STYLES: ClassVar[tuple[dict[str, Any], ...]] = (
        {},
        {"delimiter": ";", "decimal": ","},
        {"quoted": False, "newline": "\r\n"},
        {"encoding": "utf-8-sig", "missing": ""},
    )

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """A damaged table, alone or among the others."""
        style = chance.choice(self._STYLES)
        made = Edition(folder)
        path = made.grid_csv(**style)
        path.write_bytes(mutate.text_table(path.read_bytes(), chance, style.get("delimiter", ",").encode()))
        content = path.read_bytes()
        files = folder / "files"
        files.mkdir()
        path.rename(files / "grids.csv")
        if chance.random() < 0.3:
            for name in ("buurt.gpkg", "gemeente.gpkg", "cbs_vk100.gpkg"):
                shutil.copy(self.edition.folder / name, files)
        return by_file(self.imported(files, folder), oracle.squares_in_text(content))


class Archive(Attack):
    """Zips with scores and outlines."""

    kind = "zips"

    def prepare(self, folder: Path) -> None:
        """A zip in the layout of the ministry beside that edition."""
        super().prepare(folder)
        names = [path.name for path in sorted(folder.iterdir())]
        members = {f"Leefbaarometer 3.0 - Meting 2024/{name}": (folder / name).read_bytes() for name in names}
        twins = {f"__MACOSX/Leefbaarometer 3.0 - Meting 2024/._{name}": b"\0\5\x16\7Mac OS X" for name in names}
        self.content = write_zip(folder.with_name("edition.zip"), members | twins).read_bytes()

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """A damaged archive."""
        files = folder / "files"
        files.mkdir()
        content = mutate.archive(self.content, chance)
        (files / "open-data.zip").write_bytes(content)
        return by_file(self.imported(files, folder), oracle.squares_in_archive(content))


class OutlineFile(Attack):
    """GeoPackages with outlines of gemeenten, buurten and squares."""

    kind = "outlines"

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """One of the files damaged; the scores of the squares come from another one."""
        files = self.copied(folder)
        path = files / chance.choice(("gemeente.gpkg", "buurt.gpkg", "grid.gpkg"))
        path.write_bytes(mutate.bytes_of(path.read_bytes(), chance))
        pack = self.imported(files, folder)
        if not np.array_equal(figures(pack), self.right, equal_nan=True):
            return WRONG, f"figures of the squares changed with {path.name}"
        official(pack)
        return HELD, ""


class CountFile(Attack):
    """The squares of CBS with their counts."""

    kind = "CBS squares"
    _NAMES = ("aantal_woningen", "aantal_part_huishoudens", "aantal_inwoners")

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """The file damaged; what is accepted is what SQLite reads."""
        files = self.copied(folder)
        path = files / "cbs_vk100.gpkg"
        path.write_bytes(mutate.bytes_of(path.read_bytes(), chance))
        pack = self.imported(files, folder)
        right = self.pack.counts
        if pack.counts is None or right is None:
            return (TOLD, "") if pack.counts is None else (WRONG, "")
        there = oracle.counts_in_database(path, self._NAMES)
        # a kind that no square has a number of is told by name
        there_at_all = [bool(number) or not is_told(pack) for number in pack.info["counts"]["known"].values()]
        grid, _, _ = pack.require_squares()
        wrong = []
        for at, (column, row) in enumerate(zip(grid.column.tolist(), grid.row.tolist())):
            mine = pack.counts.dwellings[at], pack.counts.households[at], pack.counts.inhabitants[at]
            before = right.dwellings[at], right.households[at], right.inhabitants[at]
            stated = (there or {}).get(f"E{column:04d}N{row:04d}", (np.nan,) * 3 if there is not None else before)
            pairs = [pair for pair, named in zip(zip(mine, stated), there_at_all) if named]
            if not oracle.same(*zip(*pairs)):
                wrong.append(f"{column} {row}: {mine}, in the file {stated}")
        return (WRONG, "; ".join(wrong[:3])) if wrong else (HELD if all(there_at_all) else TOLD, "")


class ServiceFile(Attack):
    """Features as the web service gives them, as GeoJSON."""

    kind = "service features"

    def prepare(self, folder: Path) -> None:
        """Scores of the buurten as features."""
        super().prepare(folder)
        features = [
            (service_feature("buurt", code, 2024, start), square_wkt(start, 4360, 3, 4))
            for code, _, start in Edition.BUURTEN
        ]
        path = folder.with_name("service.geojson")
        self.document = json.loads(write_vector(path, "service", features, driver="GeoJSON").read_text())

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """Values, or bytes, of the file changed."""
        document = mutate.json_value(self.document, chance)
        content = json.dumps(document).encode()
        if chance.random() < 0.3:
            content = mutate.bytes_of(content, chance)
        (folder / "files").mkdir()
        (folder / "files" / "buurtscore24.geojson").write_bytes(content)
        pack = self.imported(folder / "files", folder)
        if "buurt" not in pack.levels:
            return TOLD, ""
        areas = read_level(pack, "buurt", [f"afw_{year}" for year in pack.years])
        stated = _stated(content)
        for year in pack.years:
            for code, value in zip(areas.code, areas.values[f"afw_{year}"].tolist()):
                if not oracle.same([value], [stated.get((code, year), np.nan)]) and not is_told(pack):
                    return WRONG, f"{code} in {year}: {value}, in the file {stated.get((code, year))}"
        return TOLD if is_told(pack) else HELD, ""


def _stated(content: bytes) -> dict[tuple[str, int], float]:
    """Deviation by code and year that features state."""
    found = {}
    try:  # as patiently as GDAL: a sign that is none stops neither
        features = list(json.loads(content.decode("utf-8", "replace"), strict=False)["features"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return found
    for feature in features:
        try:
            about = feature["properties"]
            found[str(about["id"]).strip(), int(float(str(about["year"])))] = float(about["afw"])
        except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
            continue
    return found


class PackPart(Attack):
    """Files of a pack that was made well."""

    names: ClassVar[tuple[str, ...]]

    def damaged(self, content: bytes, chance: random.Random) -> bytes:
        """The content of a file, damaged."""
        return mutate.half_zero(content) if chance.random() < 0.1 else mutate.bytes_of(content, chance)

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """One file of a copy damaged."""
        copy = Path(shutil.copytree(self.pack_folder, folder / "pack"))
        path = copy / chance.choice(self.names)
        content = path.read_bytes()
        made = self.damaged(content, chance)
        path.write_bytes(made)
        pack = open_pack(copy)
        if pack.grid is None or not np.allclose(figures(pack), self.right, rtol=0.0, atol=oracle.CLOSE, equal_nan=True):
            return WRONG, f"other figures with {path.name}"
        if "digests" in pack.info and not same_references(pack, self.pack):
            return WRONG, f"other references with {path.name}"
        if official(pack) != self.official:
            return WRONG, f"other official areas with {path.name}"
        return HELD, "unchanged" if made == content else ""


class PackArray(PackPart):
    """Arrays of a pack."""

    kind = "arrays of a pack"
    names = tuple(
        f"{name}.npy"
        for name in "values total deviation contributions classes place with_dimensions column row rank counts".split()
    )


class PackAreas(PackPart):
    """Databases, raster and references of a pack."""

    kind = "areas.gpkg and other parts of a pack"
    names = ("areas.gpkg", "areas.gpkg", "squares.gpkg", "classes.tif", "references.npz", "references.json")


class PackInfo(PackPart):
    """pack.json, with digests and as older versions wrote it."""

    kind = "pack.json"
    names = ("pack.json",)

    def damaged(self, content: bytes, chance: random.Random) -> bytes:
        """Entries changed, in one of an older version as well; or bytes."""
        info = json.loads(content)
        if chance.random() < 0.5:
            del info["digests"]
        if chance.random() < 0.2:
            return mutate.bytes_of(content, chance)
        return json.dumps(mutate.json_value(info, chance)).encode()

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """What decides about figures is right, or the pack is refused."""
        outcome, detail = super().once(chance, folder)
        pack = open_pack(folder / "pack")
        if outcome == HELD and (pack.years != self.pack.years or pack.model.id != self.pack.model.id):
            return WRONG, f"years {pack.years}, model {pack.model.id}"
        return outcome, detail


class OlderPack(PackPart):
    """Arrays of a pack without digests, as versions before made them."""

    kind = "arrays of an older pack"
    names = tuple(name for name in PackArray.names if name != "counts.npy")

    def prepare(self, folder: Path) -> None:
        """That edition, its digests taken out."""
        super().prepare(folder)
        info = json.loads((self.pack_folder / "pack.json").read_text(encoding="utf-8"))
        del info["digests"]
        (self.pack_folder / "pack.json").write_text(json.dumps(info), encoding="utf-8")


class RuleFile(Attack):
    """Rules of users."""

    kind = "rules"

    def prepare(self, folder: Path) -> None:
        """The presets as text."""
        super().prepare(folder)
        self.documents = [json.loads(rule_json(rule)) for rule in load_rules().values()]
        self.measurer = Measurer(self.pack)

    def once(self, chance: random.Random, _folder: Path) -> Judged:
        """Read, written again, put in words and used."""
        text = json.dumps(mutate.json_value(chance.choice(self.documents), chance))
        if chance.random() < 0.2:
            text = mutate.bytes_of(text.encode(), chance).decode("utf-8", "replace")
        rule = read_rule(text)
        if rule_json(read_rule(rule_json(rule))) != rule_json(rule):
            return WRONG, "it comes back otherwise"
        for language in ("nl", "en"):
            said = rule_text(rule, language, 2024, 2022) + full_text(rule, language, 2024, 2022)
            if len(said) > 200_000:
                return WRONG, f"{len(said)} letters"
        try:
            find(self.measurer, rule, chance.choice(("buurt", "gemeente")), 2024)
        except LeefbaarError as problem:
            return REFUSED, str(problem)
        return HELD, ""
