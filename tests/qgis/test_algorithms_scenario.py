# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:scenario` against pandas and shapely, from plain columns of the pack."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest
import shapely
from qgis.core import QgsProcessingException
from shapely.geometry import box

from leefbaar_plugin.analysis.scenarios.document import Book, Scenario, ScenarioStep, Target, as_json
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.pack.pack import open_pack

from .conftest import Recorder, areas_layer, official, rows

AREA, OTHER, SEA = (
    box(86_030, 436_020, 86_610, 436_570),
    box(86_330, 436_020, 87_000, 436_570),
    box(0, 400_000, 9, 400_009),
)
HERE = {"OUTPUT": "TEMPORARY_OUTPUT"}
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")


@pytest.fixture
def table(schiedam_folder):
    """Squares of 2024 as a data frame: corner, five contributions, dwellings by the rule for missing counts."""
    pack = open_pack(schiedam_folder)
    at = pack.years.index(2024)
    frame = pd.DataFrame({"x": pack.grid.column * 100.0, "y": pack.grid.row * 100.0})
    for number, name in enumerate(DIMENSIONS):
        frame[name] = np.asarray(pack.published.contributions[:, at, number])
    of = pack.counts
    frame["homes"] = (
        pd.Series(of.dwellings).fillna(pd.Series(of.households)).fillna(pd.Series(of.inhabitants) / 2.1).fillna(1.0)
    )
    return frame.dropna()


def inside(table, area):
    """Squares in an area with the share of each inside."""
    shapes = shapely.box(table.x.values, table.y.values, table.x.values + 100, table.y.values + 100)
    part = table.assign(share=shapely.area(shapely.intersection(shapes, area)) / 10_000.0)
    return part[part.share > 1e-12]


def mean(part, name="total"):
    return np.average(part[name], weights=part.share * part.homes)


def with_total(part):
    return part.assign(total=4.10226485114369 + part[list(DIMENSIONS)].sum(axis=1))


def test_points_added_in_every_area(run, schiedam_folder, table):
    layer = areas_layer(AREA.wkt, OTHER.wkt)
    made = run("scenario", PACK=schiedam_folder, AREAS=layer, KIND=0, DIMENSION=1, AMOUNT=0.08, **HERE)
    for row, area in zip(rows(made["OUTPUT"]), (AREA, OTHER), strict=True):
        part = with_total(inside(table, area))
        assert row["lbm_base"] == pytest.approx(mean(part), abs=1e-9)
        assert row["lbm_result"] == pytest.approx(mean(part) + 0.08, abs=1e-9)
        assert row["change"] == pytest.approx(0.08, abs=1e-12)
        assert row["onv_result"] - row["onv_base"] == pytest.approx(0.08, abs=1e-12)
        assert row["soc_result"] == row["soc_base"]
        bounds = load_model("lbm3").total_classification.bounds
        before, after = (np.digitize(part.total + step, bounds) for step in (0.0, 0.08))
        assert row["flipped"] == pytest.approx((part.share * part.homes)[before != after].sum(), abs=1e-9)
        assert row["weight_result"] == pytest.approx((part.share * part.homes).sum(), abs=1e-9)
        assert row["class_base"] == np.digitize(mean(part), bounds) + 1
        for number in range(9):
            share = (part.share * part.homes)[after == number].sum() / (part.share * part.homes).sum()
            assert row[f"share_{number + 1}_result"] == pytest.approx(share, abs=1e-9)


def test_toward_the_mean_of_the_gemeente(run, schiedam_folder, table):
    made = run("scenario", PACK=schiedam_folder, AREAS=areas_layer(AREA.wkt), KIND=2, DIMENSION=2, AMOUNT=0.5, **HERE)
    (row,) = rows(made["OUTPUT"])
    (gemeente,) = [one for one in rows(official(schiedam_folder, "gemeente")) if one["code"] == "GM0606"]
    goal = gemeente["soc_2024"]  # as published
    part = inside(table, AREA)
    assert row["soc_result"] == pytest.approx(mean(part, "soc") + 0.5 * (goal - mean(part, "soc")), abs=1e-9)


def test_dwellings_added_and_multiplied(run, schiedam_folder, table):
    part = with_total(inside(table, AREA))
    homes = (part.share * part.homes).sum()
    for kind, amount, expected in ((3, 120.0, homes + 120.0), (4, 1.5, homes * 1.5)):
        made = run("scenario", PACK=schiedam_folder, AREAS=areas_layer(AREA.wkt), KIND=kind, AMOUNT=amount, **HERE)
        (row,) = rows(made["OUTPUT"])
        assert row["weight_base"] == pytest.approx(homes)
        assert row["weight_result"] == pytest.approx(expected)
        assert row["change"] == pytest.approx(0.0, abs=1e-12)  # divided as those that stand there


def write(path, *scenarios):
    path.write_text(json.dumps(as_json(Book(scenarios))), encoding="utf-8")
    return path


def test_a_file_with_a_branch_holds_for_all_areas(run, schiedam_folder, table, tmp_path):
    target = Target("plan", AREA.wkb)
    some = with_total(inside(table, box(86_100, 436_100, 86_299, 436_199)))
    ids = tuple(f"E{int(x) // 100:04d}N{int(y) // 100:04d}" for x, y in zip(some.x, some.y))
    first = Scenario("s1", "safe", (ScenarioStep("add", target, 0.06, "onv"),))
    second = Scenario("s2", "green", (ScenarioStep("set", Target(squares=ids), 0.1, "fys"),), "s1")
    path = write(tmp_path / "scenarios.json", first, second)
    made = run(
        "scenario",
        PACK=schiedam_folder,
        AREAS=areas_layer(AREA.wkt, OTHER.wkt),
        SCENARIO=path,
        NAME="green",
        SQUARES="TEMPORARY_OUTPUT",
        **HERE,
    )
    plan, other = rows(made["OUTPUT"])
    assert plan["scenario"] == "green"
    both = with_total(inside(table, AREA))
    changed = both.index.isin(some.index)
    green = np.where(changed, 0.1 - both.fys, 0.0)
    expected = np.average(0.06 + green, weights=both.share * both.homes)
    assert plan["change"] == pytest.approx(expected, abs=1e-9)
    beside = with_total(inside(table, OTHER))
    part = both.share.reindex(beside.index).fillna(0.0)  # of every square, how much lies in the plan
    there = beside.index.isin(some.index)
    expected = np.average(0.06 * part + np.where(there, 0.1 - beside.fys, 0.0), weights=beside.share * beside.homes)
    assert other["change"] == pytest.approx(expected, abs=1e-9)
    squares = {row["grid_id"]: row for row in rows(made["SQUARES"])}
    assert set(squares) == {f"E{int(x) // 100:04d}N{int(y) // 100:04d}" for x, y in zip(both.x, both.y)}
    for at, row in both.iterrows():
        name = f"E{int(row.x) // 100:04d}N{int(row.y) // 100:04d}"
        wanted = 0.06 * row.share + (0.1 - row.fys if at in some.index else 0.0)
        assert squares[name]["change"] == pytest.approx(wanted, abs=1e-9)
        number = int(load_model("lbm3").development_classification.classify(np.array([squares[name]["change"]]))[0])
        assert squares[name]["change_class"] == number and squares[name]["own_calculation"] is True
    assert len({row["change_class"] for row in squares.values()}) > 1


def test_the_pack_is_left_as_it_was(run, schiedam_folder):
    before = {path.name: path.read_bytes() for path in schiedam_folder.iterdir() if path.is_file()}
    run("scenario", PACK=schiedam_folder, AREAS=areas_layer(AREA.wkt), KIND=1, AMOUNT=0.5, **HERE)
    assert {path.name: path.read_bytes() for path in schiedam_folder.iterdir() if path.is_file()} == before


def test_outside_the_data_there_is_nothing_to_change(run, schiedam_folder):
    recorder = Recorder()
    made = run("scenario", recorder, PACK=schiedam_folder, AREAS=areas_layer(SEA.wkt, None), AMOUNT=0.1, **HERE)
    for row in rows(made["OUTPUT"]):
        assert row["lbm_base"] is None and row["lbm_result"] is None and row["change"] is None and row["met"] == 0
    assert any("worked example" in text for text in recorder.warnings)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda d: d | {"format": 2}, "format 2"),
        (lambda d: [], "document"),
        (lambda d: d["scenarios"][0]["steps"][0].update(kind="build") or d, "safe.*measure 1.*build"),
        (lambda d: d["scenarios"][0]["steps"][0].update(amount=3.0) or d, r"safe.*measure 1.*3\.0 can't be"),
        (lambda d: d["scenarios"][0]["steps"][0].update(amount=float("nan")) or d, "NaN is no number"),
        (lambda d: d["scenarios"][0]["steps"][0].update(dimension="groen") or d, "groen"),
        (lambda d: d["scenarios"][0]["steps"][0].update(target={"squares": ["E1"]}) or d, "E0974N4514"),
        (lambda d: d["scenarios"][0]["steps"][0].update(target={"outline": "zz"}) or d, "outline"),
        (lambda d: d["scenarios"][0].update(parent="s1") or d, "branches off from itself"),
        (lambda d: d["scenarios"][0].update(parent="s9") or d, "no scenario s9"),
        (lambda d: d["scenarios"].append(dict(d["scenarios"][0])) or d, "same id"),
        (lambda d: d["scenarios"][0].update(steps=[]) or d, "no measures"),
        (lambda d: d["scenarios"][0].update(name="x" * 300) or d, "name"),
    ],
)
def test_damaged_scenarios_are_refused_by_name(run, schiedam_folder, tmp_path, spoil, told):
    document = as_json(Book((Scenario("s1", "safe", (ScenarioStep("add", Target("plan", AREA.wkb), 0.06, "onv"),)),)))
    path = tmp_path / "scenarios.json"
    path.write_text(json.dumps(spoil(document)), encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=f"(?s){told}"):
        run("scenario", PACK=schiedam_folder, AREAS=areas_layer(AREA.wkt), SCENARIO=path, **HERE)


def test_a_year_without_dimensions_is_said(run, schiedam_folder):
    with pytest.raises(QgsProcessingException, match="dimensions of 2016 aren't published"):
        run("scenario", PACK=schiedam_folder, AREAS=areas_layer(AREA.wkt), YEAR=2016, AMOUNT=0.1, **HERE)
    made = run("scenario", PACK=schiedam_folder, AREAS=areas_layer(AREA.wkt), YEAR=2016, KIND=4, AMOUNT=2.0, **HERE)
    (row,) = rows(made["OUTPUT"])
    assert row["weight_result"] == pytest.approx(2 * row["weight_base"]) and row["onv_base"] is None
