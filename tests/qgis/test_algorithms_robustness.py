# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:robustness` against a reckoning with shapely, square by square."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from qgis.core import QgsProcessingException
from shapely.affinity import translate
from shapely.geometry import box

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.robustness import RobustnessQuestion, robustness_of
from leefbaar_plugin.engine.models.variants import Ranges
from leefbaar_plugin.engine.squares.weights import EQUAL
from leefbaar_plugin.pack.pack import open_pack

from .conftest import Recorder, areas_layer, official, rows

AREA = box(86_030, 436_020, 86_610, 436_570)
HERE = {"OUTPUT": "TEMPORARY_OUTPUT"}
SEA = box(0, 400_000, 500, 400_500)


def by_shapely(pack, area, weight):
    """Deviation of 2024 by intersections with every square; `weight` float64 [squares]."""
    x, y = pack.grid.column * 100.0, pack.grid.row * 100.0
    near = (x < area.bounds[2]) & (y < area.bounds[3]) & (x + 100 > area.bounds[0]) & (y + 100 > area.bounds[1])
    share = shapely.area(shapely.intersection(shapely.box(x[near], y[near], x[near] + 100, y[near] + 100), area))
    deviation = np.asarray(pack.published.deviation[near, pack.years.index(2024)])
    used = (share > 0) & np.isfinite(deviation)
    return float(np.average(deviation[used], weights=share[used] * weight[near][used]))


def other_weights(pack):
    """Households and inhabitants by the rule for missing counts, and equal weights."""
    of = pack.counts
    yield first_known(of.households, of.dwellings, of.inhabitants / 2.1, np.ones(len(pack.grid)))
    yield first_known(of.inhabitants, of.households * 2.1, of.dwellings * 2.1, np.full(len(pack.grid), 2.1))
    yield np.ones(len(pack.grid))


def first_known(*values):
    found = values[-1].copy()
    for known in reversed(values[:-1]):
        found = np.where(np.isnan(known), found, known)
    return found


def test_swings_of_a_real_area_by_brute_force(run, schiedam_folder):
    pack = open_pack(schiedam_folder)
    made = run("robustness", PACK=schiedam_folder, AREAS=areas_layer(AREA.wkt), RUNS=300, **HERE)
    (row,) = rows(made["OUTPUT"])
    reference, of = pack.model.reference(2024), pack.counts
    weight = first_known(of.dwellings, of.households, of.inhabitants / 2.1, np.ones(len(pack.grid)))
    itself = reference + by_shapely(pack, AREA, weight)
    assert row["lbm"] == pytest.approx(itself, abs=1e-9)
    steps = np.linspace(-100.0, 100.0, 9)
    shifted = [reference + by_shapely(pack, translate(AREA, x, y), weight) for x in steps for y in steps]
    assert (row["low_outline"], row["high_outline"]) == pytest.approx((min(shifted), max(shifted)), abs=1e-9)
    edges = [reference + by_shapely(pack, AREA.buffer(b, 8), weight) for b in (-100, -50, -25, 0, 25, 50, 100)]
    assert (row["low_edge"], row["high_edge"]) == pytest.approx((min(edges), max(edges)), abs=1e-6)
    for area in (box(x, 436_020, x + 580, 436_570) for x in range(85_000, 87_500, 100)):
        by_edge = [reference + by_shapely(pack, area.buffer(b, 8), weight) for b in (-100, -50, -25, 0, 25, 50, 100)]
        if max(by_edge) in (by_edge[0], by_edge[-1]) and min(by_edge) in (by_edge[0], by_edge[-1]):
            break
    else:
        pytest.fail("no area of which the widest and the narrowest edge are the extremes")
    (other,) = rows(run("robustness", PACK=schiedam_folder, AREAS=areas_layer(area.wkt), RUNS=1, **HERE)["OUTPUT"])
    assert (other["low_edge"], other["high_edge"]) == pytest.approx((min(by_edge), max(by_edge)), abs=1e-6)
    others = [by_shapely(pack, AREA, kind) for kind in (weight, *other_weights(pack))]
    assert (row["low_weight"], row["high_weight"]) == pytest.approx(
        (reference + min(others), reference + max(others)), abs=1e-9
    )
    assert sum(row[f"runs_{n}"] for n in range(1, 10)) == pytest.approx(1.0)
    assert row["holds"] == row[f"runs_{row['class']}"]
    assert row["lbm_low"] < row["lbm"] < row["lbm_high"]
    assert row["matters_most"] == max(
        ("outline", "edge", "grid", "weight", "imputation", "secrecy", "rounding"),
        key=lambda c: row[f"total_{c}"] or 0,
    )
    middle = AREA.representative_point()
    (there,) = [
        one
        for one in official(schiedam_folder).getFeatures()
        if one.hasGeometry() and shapely.from_wkb(bytes(one.geometry().asWkb())).contains(middle)
    ]
    assert row["buurt_instead"] == there["code"]
    assert row["buurt_lbm"] == pytest.approx(there["lbm_2024"], abs=1e-12), "as it is published"


def test_sobol_shares_of_a_real_area_by_brute_force(without_counts):
    """Without counts only shift and edge vary, so that a full table of both divides the variance, too."""
    pack = open_pack(without_counts)
    measurer = Measurer(pack, Recipe(weight=EQUAL))
    (found,) = robustness_of(
        measurer, [AREA.wkb], RobustnessQuestion(2024, Ranges(further=False), base=2048, runs=1)
    ).areas
    assert found.varied == ("outline", "edge")
    steps = (np.arange(9) + 0.5) / 9 * 200.0 - 100.0
    shapes = [AREA.buffer(edge, 8) for edge in (-100, -50, -25, 0, 25, 50, 100)]
    weight = np.ones(len(pack.grid))
    table = np.array(
        [[by_shapely(pack, translate(shape, x, y), weight) for x in steps for y in steps] for shape in shapes]
    )
    of_edge, of_outline = table.mean(axis=1).var() / table.var(), table.mean(axis=0).var() / table.var()
    np.testing.assert_allclose(found.shares.first, (of_outline, of_edge), atol=0.05)
    np.testing.assert_allclose(found.shares.total, (1.0 - of_edge, 1.0 - of_outline), atol=0.05)


def test_an_area_without_score_has_no_answer_and_is_told(run, schiedam_folder):
    recorder = Recorder()
    made = run(
        "robustness",
        recorder,
        PACK=schiedam_folder,
        AREAS=areas_layer(SEA.wkt, None, AREA.wkt),
        RUNS=5,
        DESIGN=2,
        **HERE,
    )
    sea, nothing, there = rows(made["OUTPUT"])
    for row in (sea, nothing):
        assert row["lbm"] is None and row["holds"] is None and row["runs"] is None and row["matters_most"] is None
    assert there["runs"] == 5
    assert any("outside the scored squares" in text for text in recorder.infos)


def test_the_seed_repeats_the_answer(run, schiedam_folder):
    def answer(seed):
        made = run(
            "robustness",
            PACK=schiedam_folder,
            AREAS=areas_layer(AREA.wkt),
            RUNS=20,
            DESIGN=4,
            SEED=seed,
            **HERE,
        )
        return rows(made["OUTPUT"])

    assert answer(3) == answer(3)
    assert answer(3)[0]["lbm_low"] != answer(4)[0]["lbm_low"]


def test_without_counts_only_place_and_edge_are_varied(run, without_counts):
    made = run("robustness", PACK=without_counts, AREAS=areas_layer(AREA.wkt), RUNS=20, DESIGN=4, **HERE)
    (row,) = rows(made["OUTPUT"])
    assert row["low_rounding"] is None and row["low_imputation"] is None and row["low_weight"] is None
    assert row["low_outline"] < row["high_outline"] and row["weight"] == "equal"


def test_no_design_is_refused(run, schiedam_folder):
    with pytest.raises(QgsProcessingException):
        run("robustness", PACK=schiedam_folder, AREAS=areas_layer(AREA.wkt), RUNS=0, **HERE)
