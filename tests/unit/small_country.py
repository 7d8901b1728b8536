# SPDX-License-Identifier: GPL-2.0-or-later
"""A generated country of some seven gemeenten with groups of its own: fixtures, and figures of it by pandas."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import shapely
from osgeo import ogr

from leefbaar_plugin.analysis import ranks
from leefbaar_plugin.analysis.groups import area_groups
from leefbaar_plugin.analysis.references import reference_options, references
from leefbaar_plugin.pack.importing import reference_sums
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.references import reference_sets
from leefbaar_plugin.pack.references.groups import COUNTRY, REST, Group, load_groups
from leefbaar_plugin.pack.references.partitions import CountryPart, Partition
from leefbaar_plugin.pack.references.reference_sets import gemeente_id
from tests.benchmarks.national import generate


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    """A generated country of some seven gemeenten, all that is known of it by code, and groups of three of them."""
    made = generate(tmp_path_factory.mktemp("national"), 4000, 5, buurten=300, areas=50)
    rows, gemeenten = scores_in(made, "scores grids"), scores_in(made, "scores gemeenten")
    layer = ogr.Open(str(made.outlines("gemeente")))
    outlines = {one["gm_code"]: shapely.from_wkb(bytes(one.geometry().ExportToWkb())) for one in layer.GetLayer(0)}
    codes = sorted(outlines)
    assert len(codes) >= 6
    return SimpleNamespace(made=made, rows=rows, gemeenten=gemeenten, outlines=outlines, codes=codes)


def scores_in(made, part):
    """The table of the zip with this in its name."""
    with zipfile.ZipFile(made.scores_zip) as archive:
        names = [name for name in archive.namelist() if part in name and "__MACOSX" not in name]
        with archive.open(names[0]) as file:
            return pd.read_csv(file)


@pytest.fixture(scope="module")
def country(files):
    """Groups of this country in place of the real ones, for the module."""
    patch = pytest.MonkeyPatch()
    codes = files.codes
    groups = (
        Group("g4", {"en": "G4"}, {"en": ""}, tuple((code, "") for code in codes[:2]), "", "", "S"),
        Group("g40", {"en": "G40"}, {"en": ""}, ((codes[2], ""),), "", "", "S"),
    )
    made = replace(load_groups(), groups=groups, least_gemeenten=len(codes))
    parts = (
        CountryPart("east", {"en": "East"}, frozenset(codes[1:4])),
        CountryPart("away", {"en": "Away"}, frozenset(["GM9999"])),
    )
    partition = Partition("province", {"en": "province"}, {"en": ""}, parts, "", "", "S")
    for module in (reference_sets, reference_sums, references, reference_options, ranks, area_groups):
        patch.setattr(module, "load_groups", lambda: made)
    for module in (reference_sets, reference_options, area_groups):
        patch.setattr(module, "load_partitions", lambda: {"province": partition})
    counted = {code: 1000 * (at + 1) for at, code in enumerate(codes)}
    for module in (reference_sets, reference_sums):
        patch.setattr(module, "households", lambda: counted)
    yield SimpleNamespace(
        households=counted, sets={"g4": codes[:2], "g40": codes[2:3], REST: codes[3:], "east": codes[1:4]}
    )
    patch.undo()


def import_files(paths, folder, **choice):
    return open_pack(import_edition(inspect(paths), folder, **choice).folder)


@pytest.fixture(scope="module")
def whole(files, country, tmp_path_factory):
    """The pack of all squares."""
    paths = [files.made.scores_zip, files.made.geometry_zip, files.made.counts_gpkg]
    return import_files(paths, tmp_path_factory.mktemp("packs") / "whole")


@pytest.fixture(scope="module")
def part(files, country, tmp_path_factory):
    """The pack of one gemeente with a margin, from the same files."""
    paths = [files.made.scores_zip, files.made.geometry_zip, files.made.counts_gpkg]
    return import_files(paths, tmp_path_factory.mktemp("packs") / "part", gemeenten=[files.codes[4]], margin=300)


@pytest.fixture(scope="session")
def squares(files):
    """A row per square: dwellings as the rule of imputation gives them, and the part of it in every gemeente."""
    source = ogr.Open(str(files.made.counts_gpkg))
    frame = pd.DataFrame(
        [
            (one["crs28992res100m"], one["aantal_woningen"], one["aantal_part_huishoudens"], one["aantal_inwoners"])
            for one in source.GetLayer(0)
        ],
        columns=["grid_id", "dwellings", "households", "inhabitants"],
    ).set_index("grid_id")
    frame = frame.where(frame >= 0)
    weight = frame["dwellings"].fillna(frame["households"]).fillna(frame["inhabitants"] / 2.1).fillna(1.0)
    ids = files.rows["grid_id"].unique()
    x, y = (np.array([int(one[a:b]) for one in ids]) * 100.0 for a, b in ((1, 5), (6, 10)))
    shapes = shapely.box(x, y, x + 100, y + 100)
    found = pd.DataFrame({"weight": weight.reindex(ids).fillna(1.0).to_numpy()}, index=ids)
    for code, outline in files.outlines.items():
        found[code] = shapely.area(shapely.intersection(shapes, outline)) / 10_000
    return found


def expected(files, squares, codes, year, theme):
    """Values and weights of the squares of some gemeenten (None: all squares), ordered by value."""
    rows = files.rows[files.rows["jaar"] == year].set_index("grid_id")
    share = 1.0 if codes is None else squares[list(codes)].sum(axis=1)
    frame = pd.DataFrame({"value": rows["afw" if theme == "lbm" else theme], "weight": squares["weight"] * share})
    frame = frame.dropna()
    return frame[frame["weight"] > 1e-9].sort_values("value")


def published(files, code, year, column):
    """A value of the row of a gemeente."""
    rows = files.gemeenten
    return rows.loc[(rows["gm_code"] == code) & (rows["jaar"] == year), column].item()


def all_sets(files, country):
    return {COUNTRY: None, **country.sets, **{gemeente_id(code): [code] for code in files.codes}}
