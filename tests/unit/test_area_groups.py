# SPDX-License-Identifier: GPL-2.0-or-later
"""Groups of gemeenten: their lists against the given data; shares, transitions and paths against pandas and by hand."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from leefbaar_plugin.analysis.groups import area_groups
from leefbaar_plugin.analysis.groups.area_groups import CITIES, GEMEENTEN, GROUP_KINDS, AreaGroup, groups_of, own_groups
from leefbaar_plugin.analysis.groups.group_figures import (
    complete_groups,
    cover_areas,
    cover_groups,
    group_paths,
    group_scores,
    group_transitions,
    require_counts,
    together,
)
from leefbaar_plugin.analysis.groups.group_tables import path_columns, share_columns, transition_columns
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.areas.coverings import everything
from leefbaar_plugin.engine.change.paths import split_by_class
from leefbaar_plugin.engine.change.transitions import transitions
from leefbaar_plugin.engine.choices import CENTRE
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.engine.squares.matrix import ScoreMatrix
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.references.groups import load_groups
from leefbaar_plugin.pack.references.partitions import PROVINCE, URBANITY, load_partitions
from tests.builders import SHARED

# --- the lists --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("partition", "parts"), [(PROVINCE, 12), (URBANITY, 5)])
def test_every_gemeente_is_in_one_part(partition, parts):
    found = load_partitions()[partition]
    codes = [code for part in found.parts for code in part.codes]
    assert len(found.parts) == parts and len(codes) == len(set(codes)) == 342
    assert found.source and found.date == "2024-01-01" and found.certainty in "CSI?"
    for part in found.parts:
        assert part.name["nl"] and part.name["en"]
    members = {code for group in load_groups().groups for code in group.codes}
    assert members <= set(codes), "every gemeente of G4 and G40 is one of 2024"


@pytest.mark.official
def test_urbanity_is_what_cbs_says(shared):
    table = pd.read_csv(SHARED / "cbs" / "kerncijfers_gemeenten_2024.csv", sep=";", decimal=",")
    for number, part in enumerate(load_partitions()[URBANITY].parts, start=1):
        stated = table.loc[table["stedelijkheid_adressen_per_km2"] == number, "gemeentecode"]
        assert part.codes == set(stated) and part.id == f"urbanity{number}"


@pytest.mark.official
@pytest.mark.parametrize("province", ["flevoland", "limburg", "zuid-holland"])
def test_provinces_of_which_the_buurten_are_known(shared, province):
    document = json.loads((SHARED / "official" / "wfs" / f"buurtscore24_{province}.geojson").read_text("utf-8"))
    stated = {f"GM{feature['properties']['id'][2:6]}" for feature in document["features"]}
    assert next(part.codes for part in load_partitions()[PROVINCE].parts if part.id == province) == stated


# --- by hand ----------------------------------------------------------------------------------------------------------


def matrix_of(*classes):
    """A matrix with nothing but classes: a row per square, a column per year."""
    array = np.array(classes, np.int8)
    years = tuple(2014 + 2 * at for at in range(array.shape[1]))
    empty = np.zeros((len(array), 0))
    return ScoreMatrix(years, empty, np.full((len(years), 1), -1), array, np.zeros(len(years), bool))


def test_transitions_by_hand():
    matrix = matrix_of([1, 2], [1, 1], [2, 2], [0, 2], [2, 0], [0, 0])
    weights = np.array([10.0, 30, 5, 7, 15, 99])
    found = transitions(matrix, everything(6), weights, 2014, 2016, 2)
    assert found.weight[0].tolist() == [[0, 0, 7], [0, 30, 10], [15, 0, 5]]
    assert found.squares[0].tolist() == [[0, 0, 1], [0, 1, 1], [1, 0, 1]]
    assert found.shares[0].tolist() == [[0, 0, 1], [0, 0.75, 0.25], [0.75, 0, 0.25]]
    assert found.moved().tolist() == [[0, 35, 10]]
    backwards = transitions(matrix, everything(6), weights, 2016, 2014, 2)
    assert backwards.weight[0].tolist() == found.weight[0].T.tolist()
    with pytest.raises(ValueError):
        transitions(matrix, everything(6), weights, 2014, 2024, 2)


def test_transitions_of_parts_of_squares_and_of_nothing():
    half = Coverage(np.array([0, 2, 2]), np.array([0, 1]), np.array([0.5, 1]), np.ones(2))
    found = transitions(matrix_of([1, 2], [1, 1]), half, np.array([10.0, 30]), 2014, 2016, 2)
    assert found.weight[0, 1].tolist() == [0, 30, 5] and found.squares[0, 1].tolist() == [0, 1, 1]
    assert found.weight[1].sum() == 0 and np.isnan(found.shares[1]).all()


def test_split_by_class_by_hand():
    coverage = Coverage(
        np.array([0, 3, 5]), np.array([0, 1, 2, 2, 3]), np.array([1, 0.5, 1, 0.25, 1]), np.array([9.0, 8])
    )
    found = split_by_class(coverage, np.array([2, 1, 2, 0]), 2)
    assert found.offset.tolist() == [0, 1, 3, 3, 4]
    assert found.square.tolist() == [1, 0, 2, 2] and found.share.tolist() == [0.5, 1, 1, 0.25]
    assert found.surface.tolist() == [9, 9, 8, 8]


# --- a small pack -----------------------------------------------------------------------------------------------------


@pytest.fixture
def pack(edition, make_pack):
    return make_pack(edition.all())


def test_own_groups(pack):
    assert own_groups(pack, "Beide: ijstad; GM0002") == [AreaGroup("Beide", {"en": "Beide"}, ("GM0001", "GM0002"))]
    two = own_groups(pack, " A: Sudwest | gm0001 |")
    assert [(group.id, group.codes) for group in two] == [("A", ("GM0002",)), ("gm0001", ("GM0001",))]
    assert own_groups(pack, "A: IJstad, Súdwest; IJstad")[0].codes == ("GM0001", "GM0002")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A: IJstad; Nergenshuizen | B: GM9999", r"aren't in the data pack: Nergenshuizen, GM9999\. .*IJstad, GM0001"),
        ("A: ; ", "Group “A: ;” has no gemeenten"),
        (" | ", "No group is given"),
        ("A: IJstad | A: Súdwest", "Two groups are called “A”"),
    ],
)
def test_bad_own_groups(pack, text, sentence):
    with pytest.raises(InputError, match=sentence):
        own_groups(pack, text)


def test_ready_made_groups(pack):
    assert [group.codes for group in groups_of(pack, GEMEENTEN)] == [("GM0001",), ("GM0002",)]
    cities = groups_of(pack, CITIES)
    assert [(group.id, group.complete) for group in cities] == [("rest", False)]
    assert groups_of(pack, PROVINCE) == [] and groups_of(pack, URBANITY) == []
    with pytest.raises(InputError, match="Groups nonsense isn't one of cities"):
        groups_of(pack, "nonsense")
    assert complete_groups(cities) == ([], cities)
    with pytest.raises(PackError, match="no gemeente with outlines"):
        groups_of(replace(pack, info=pack.info | {"levels": {}}), CITIES)


def test_counts_are_needed(pack):
    require_counts(pack, "dwellings")
    require_counts(replace(pack, counts=None), "equal")
    with pytest.raises(PackError, match="no counts of households"):
        require_counts(replace(pack, counts=None), "households")


def test_bad_requests(pack):
    measurer = Measurer(pack)
    with pytest.raises(InputError, match="no groups"):
        cover_groups(measurer, [])
    with pytest.raises(InputError, match="no groups"):
        together([])
    with pytest.raises(InputError, match="GM0009"):
        cover_groups(measurer, [AreaGroup("a", {"en": "a"}, ("GM0001", "GM0009"))])
    covered = cover_groups(measurer, groups_of(pack, GEMEENTEN))
    year = pack.years[-1]
    with pytest.raises(InputError, match="both"):
        group_transitions(covered, year, year)
    with pytest.raises(PackError, match="Year 1999"):
        group_transitions(covered, 1999, year)
    with pytest.raises(PackError, match="Year 1999"):
        group_paths(covered, 1999)


def test_the_same_g4_as_in_a_comparison(pack, monkeypatch):
    """Groups of gemeenten here and references there come from the same squares."""
    from leefbaar_plugin.analysis.references import references
    from leefbaar_plugin.pack.references.groups import Group

    made = replace(
        load_groups(),
        groups=(Group("g4", {"en": "g4"}, {"en": ""}, (("GM0001", ""),), "", "", "S"),),
        least_gemeenten=2,
    )
    for module in (references, area_groups):
        monkeypatch.setattr(module, "load_groups", lambda: made)
    measurer = Measurer(pack)
    groups = groups_of(pack, CITIES)
    assert [(group.id, group.complete) for group in groups] == [("country", True), ("g4", True), ("rest", True)]
    scores = group_scores(cover_groups(measurer, groups))
    compared = References(measurer).prepare()
    for row, group in enumerate(groups):
        figures = compared.figures(group.id, pack.years[-1])
        assert scores.total[row, -1] == figures.total and tuple(scores.class_shares[row, -1]) == figures.shares


# --- waterweg, counted again by pandas --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def waterweg(tmp_path_factory):
    from leefbaar_plugin.pack.importing.importer import import_edition
    from leefbaar_plugin.pack.pack import open_pack
    from leefbaar_plugin.pack.reading.inspection import inspect

    if not (SHARED / "demo").is_dir():
        pytest.skip("../shared/data isn't there")
    return open_pack(import_edition(inspect([SHARED / "demo" / "waterweg"]), tmp_path_factory.mktemp("d") / "p").folder)


@pytest.fixture(scope="module")
def frame(waterweg):
    """A row per square and year, with gemeente, weight and class; without our engine's sums."""
    import sqlite3

    with sqlite3.connect(f"file:{waterweg.squares_path}?mode=ro", uri=True) as connection:
        squares = pd.read_sql("SELECT * FROM squares", connection)
    weight = squares["dwellings"].fillna(squares["households"]).fillna(squares["inhabitants"] / 2.1).fillna(1.0)
    rows = []
    for year in waterweg.years:
        total = squares[f"lbm_{year}"]
        rows.append(
            pd.DataFrame(
                {
                    "square": squares["grid_id"],
                    "gemeente": squares["gemeente"],
                    "w": weight,
                    "year": year,
                    "lbm": total,
                    "class": squares[f"class_lbm_{year}"],
                }
            )
        )
    frame = pd.concat(rows)
    return frame[frame["lbm"].notna() & frame["gemeente"].ne("")]


@pytest.fixture(scope="module")
def covered(waterweg):
    measurer = Measurer(waterweg, Recipe(rule=CENTRE))
    return cover_groups(measurer, own_groups(waterweg, "Two: Schiedam; Vlaardingen | One: GM0556"))


GROUP = {"GM0606": "Two", "GM0622": "Two", "GM0556": "One"}


@pytest.mark.official
def test_shares_against_pandas(waterweg, frame, covered):
    scores = group_scores(covered)
    table = pd.DataFrame(share_columns(waterweg.model, covered, scores, 2014, "en"))
    mine = frame.assign(group=frame["gemeente"].map(GROUP)).dropna(subset="group")
    sums = mine.pivot_table("w", ["group", "year"], "class", "sum").fillna(0.0)
    assert len(table) == 2 * 9
    for row in table.to_dict("records"):
        stated = sums.loc[row["group"], row["year"]]
        base = sums.loc[row["group"], 2014]
        low = 0.0
        for number in range(1, 10):
            share = stated.get(number, 0.0) / stated.sum()
            assert row[f"sum_{number}"] == pytest.approx(stated.get(number, 0.0))
            assert row[f"share_{number}"] == pytest.approx(share)
            low += share if number <= 4 else 0.0
            change = share - base.get(number, 0.0) / base.sum()
            assert row["year"] == 2014 or row[f"change_{number}"] == pytest.approx(change)
        assert row["unfavourable"] == pytest.approx(low) and row["weight_sum"] == pytest.approx(stated.sum())
        assert row["complete"] and row["base"] == 2014
        assert np.isnan(row["change_unfavourable"]) == (row["year"] == 2014)
    assert table[[f"share_{n}" for n in range(1, 10)]].sum(axis=1).to_numpy() == pytest.approx(np.ones(18))


@pytest.mark.official
@pytest.mark.parametrize(("since", "until"), [(2014, 2024), (2002, 2024), (2022, 2024)])
def test_transitions_against_pandas(waterweg, frame, covered, since, until):
    found = group_transitions(covered, since, until)
    two = frame[frame["gemeente"].map(GROUP) == "Two"]
    wide = two.pivot(index="square", columns="year", values="class")
    weight = two.groupby("square")["w"].first()
    start, end = wide[since].fillna(0).astype(int), wide[until].fillna(0).astype(int)
    expected = pd.crosstab(start, end, weight.loc[wide.index], aggfunc="sum").fillna(0.0)
    for i in range(10):
        for j in range(10):
            stated = expected.get(j, pd.Series(dtype=float)).get(i, 0.0) if (i, j) != (0, 0) else 0.0
            assert found.weight[0, i, j] == pytest.approx(stated), (i, j)
            assert i == j == 0 or found.squares[0, i, j] == ((start == i) & (end == j)).sum()
    scores = group_scores(covered, (since, until))
    sums = scores.class_shares * scores.weight_sum[..., None]
    np.testing.assert_allclose(found.weight[:, 1:].sum(axis=2), sums[:, 0], atol=1e-9)
    np.testing.assert_allclose(found.weight[:, :, 1:].sum(axis=1), sums[:, 1], atol=1e-9)
    table = pd.DataFrame(transition_columns(waterweg.model, covered, found, "no score", "nl"))
    rows = table.groupby(["group", "from_name"])["share"].sum(min_count=1).dropna()
    assert rows.to_numpy() == pytest.approx(np.ones(len(rows)))
    assert (table["from_class"].isna() == (table["from_name"] == "no score")).all()
    assert not (table["from_class"].isna() & table["to_class"].isna()).any()
    assert (table.groupby("group")["to_class"].count() >= 81).all()


@pytest.mark.official
def test_paths_against_pandas(waterweg, frame, covered):
    paths = group_paths(covered)
    assert paths.until == 2024
    table = pd.DataFrame(path_columns(waterweg.model, covered, paths, "en"))
    assert len(table) == 2 * 9 * 9
    mine = frame.assign(group=frame["gemeente"].map(GROUP)).dropna(subset="group")
    last = mine[mine["year"] == 2024].set_index("square")["class"]
    mine = mine.assign(last=mine["square"].map(last)).dropna(subset="last")
    counted = 0
    for (group, last_class, year), rows in mine.groupby(["group", "last", "year"]):
        place = (table["group"] == group) & (table["last_class"] == last_class) & (table["year"] == year)
        row = table[place].iloc[0]
        assert row["lbm"] == pytest.approx(np.average(rows["lbm"], weights=rows["w"]), abs=1e-9)
        assert row["squares"] == len(rows) and row["weight_sum"] == pytest.approx(rows["w"].sum())
        for number in range(1, 10):
            share = rows.loc[rows["class"] == number, "w"].sum() / rows["w"].sum()
            assert row[f"share_{number}"] == pytest.approx(share, abs=1e-12)
        counted += 1
    assert counted == (table["squares"] > 0).sum() > 50
    at_last = table[(table["year"] == 2024) & (table["squares"] > 0)]
    for row in at_last.to_dict("records"):
        assert row[f"share_{row['last_class']}"] == 1.0
    first = table.iloc[paths.row(1, 6) * 9]
    assert (first["group"], first["last_class"], first["year"]) == ("One", 6, 2002)


@pytest.mark.official
def test_part_of_a_province_isnt_complete(waterweg):
    found = groups_of(waterweg, PROVINCE)
    assert [(g.id, len(g.codes), g.members, g.complete) for g in found] == [("zuid-holland", 3, 50, False)]
    urban = {group.id: group.codes for group in groups_of(waterweg, URBANITY)}
    assert urban == {"urbanity1": ("GM0606", "GM0622"), "urbanity2": ("GM0556",)}


@pytest.mark.official
def test_groups_of_a_layer_are_those_of_gemeenten(waterweg, covered):
    buurten = read_level(waterweg, "gemeente")
    keys = [GROUP.get(code, "other") for code in buurten.code]
    found = cover_areas(covered.measurer, buurten.wkb, keys)
    names = [group.id for group in found.groups]
    mine, theirs = group_scores(found), group_scores(covered)
    for row, group in enumerate(covered.groups):
        np.testing.assert_allclose(mine.class_shares[names.index(group.id)], theirs.class_shares[row], atol=1e-12)
    both = together([covered, found])
    assert len(both.coverage) == len(both.groups) == len(covered.groups) + len(found.groups)


def test_kinds_are_all_known(pack):
    for kind in GROUP_KINDS:
        assert isinstance(groups_of(pack, kind), list)
