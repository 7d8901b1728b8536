# SPDX-License-Identifier: GPL-2.0-or-later
"""From squares to areas, against sums written out with pandas."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leefbaar_plugin.engine.areas import aggregation as module
from leefbaar_plugin.engine.areas.aggregation import aggregate
from leefbaar_plugin.engine.areas.coverage import Coverage
from leefbaar_plugin.engine.squares.matrix import score_matrix
from leefbaar_plugin.engine.squares.scoring import PublishedScores, recompute, total_classes
from leefbaar_plugin.engine.squares.weights import Weights
from leefbaar_plugin.pack.files.resources import load_model

YEARS = (2018, 2020, 2022, 2024)
SQUARES = 40
MODEL = load_model("lbm3")
REFERENCE = 4.10226485114369
quick = settings(
    derandomize=True, deadline=None, database=None, max_examples=60, suppress_health_check=list(HealthCheck)
)


def published(random, gaps):
    """Scores of squares: `gaps` takes away dimensions of a year, of squares, or whole scores."""
    parts = random.normal(0, 0.08, (SQUARES, len(YEARS), 5))
    deviation = parts.sum(axis=-1)
    if "year" in gaps:
        parts[:, 0] = np.nan
    if "partly" in gaps:
        parts[random.random(parts.shape) < 0.1] = np.nan
    if "squares" in gaps:
        parts[random.random(parts.shape[:2]) < 0.2] = np.nan
    if "scores" in gaps:
        away = random.random(deviation.shape) < 0.2
        deviation[away], parts[away] = np.nan, np.nan
    classes = {}
    if "classes" in gaps:
        stated = random.integers(0, 10, deviation.shape).astype(np.int8)
        classes["kscore"] = stated
    return PublishedScores(YEARS, REFERENCE + deviation, deviation, parts, classes)


def coverage_of(random, areas):
    sizes = random.integers(0, 12, areas)
    sizes[random.random(areas) < 0.3] = 0
    chosen = [np.sort(random.choice(SQUARES, size, replace=False)) for size in sizes]
    square = np.concatenate([*chosen, np.zeros(0, np.int64)]).astype(np.int64)
    share = random.choice([1.0, 0.5, 0.25, 0.013], len(square))
    offset = np.concatenate(([0], np.cumsum(sizes))).astype(np.int64)
    surface = np.array([share[a:b].sum() * 1e4 * 1.25 for a, b in pairwise(offset)])
    return Coverage(offset, square, share, surface)


def expected(given_scores, coverage, weights):
    """One row per area and year, the slow way."""
    scores = recompute(MODEL, given_scores)
    classes = total_classes(MODEL, scores, given_scores)
    rows = []
    for area in range(len(coverage)):
        part = slice(coverage.offset[area], coverage.offset[area + 1])
        square, share = coverage.square[part], coverage.share[part]
        for at, _year in enumerate(YEARS):
            frame = pd.DataFrame(scores.contributions[square, at], columns=[d.id for d in MODEL.dimensions])
            frame["afw"], frame["class"] = scores.deviation[square, at], classes[square, at]
            frame["share"], frame["w"] = share, share * weights.value[square]
            frame["imputed"] = weights.imputed[square]
            frame = frame[frame["afw"].notna()]
            total = frame["w"].sum()
            row = {"squares": len(frame), "weight_sum": total, "imputed": int(frame["imputed"].sum())}
            row["covered"] = (
                min(frame["share"].sum() * 1e4 / coverage.surface[area], 1) if coverage.surface[area] else np.nan
            )
            row["afw"] = (frame["w"] * frame["afw"]).sum() / total if total else np.nan
            whole = frame.dropna()
            for theme in MODEL.dimensions:
                dimension_weight = whole["w"].sum()
                row[theme.id] = (whole["w"] * whole[theme.id]).sum() / dimension_weight if dimension_weight else np.nan
            for number in range(1, 10):
                row[f"share_{number}"] = frame.loc[frame["class"] == number, "w"].sum() / total if total else np.nan
            rows.append(row)
    return pd.DataFrame(rows)


def flattened(result):
    areas, years = result.total.shape
    columns = {
        "squares": result.squares, "weight_sum": result.weight_sum, "imputed": result.imputed,
        "covered": result.covered, "afw": result.deviation,
        **{d.id: result.dimensions[..., n] for n, d in enumerate(MODEL.dimensions)},
        **{f"share_{n + 1}": result.class_shares[..., n] for n in range(9)},
    }  # fmt: skip
    return pd.DataFrame({name: values.reshape(areas * years) for name, values in columns.items()})


@quick
@given(
    st.integers(0, 2**32 - 1),
    st.integers(0, 9),
    st.sets(st.sampled_from(["year", "partly", "squares", "scores", "classes", "no weight"])),
)
def test_figures_are_those_of_the_slow_way(seed, areas, gaps):
    random = np.random.default_rng(seed)
    given_scores = published(random, gaps)
    value = random.integers(1, 30, SQUARES).astype(float)
    if "no weight" in gaps:
        value[random.random(SQUARES) < 0.5] = 0
    weights = Weights("dwellings", value, random.random(SQUARES) < 0.3)
    coverage = coverage_of(random, areas)
    matrix = score_matrix(MODEL, given_scores)
    result = aggregate(MODEL, matrix, coverage, weights, "share")
    if areas:
        pd.testing.assert_frame_equal(
            flattened(result), expected(given_scores, coverage, weights), check_dtype=False, rtol=1e-12, atol=1e-13
        )
    assert np.array_equal(result.total, REFERENCE + result.deviation, equal_nan=True)
    assert np.array_equal(result.classes, MODEL.total_classification.classify(result.total))
    assert (result.weight, result.rule, result.years) == ("dwellings", "share", YEARS)
    # a selection of years, in any order, gives the same columns
    chosen = tuple(random.permutation(YEARS)[: int(random.integers(1, 5))].tolist())
    at = [YEARS.index(year) for year in chosen]
    some = aggregate(MODEL, matrix.of_years(chosen), coverage, weights, "share")
    assert some.years == chosen
    for name in ("total", "dimensions", "class_shares", "weight_sum", "squares", "imputed", "covered", "classes"):
        assert np.allclose(getattr(some, name), getattr(result, name)[:, at], rtol=1e-12, equal_nan=True), name
    # one by one, and in many small pieces
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_ENTRIES_AT_ONCE", 3)
        pieces = aggregate(MODEL, matrix, coverage, weights, "share")
    assert np.allclose(pieces.total, result.total, rtol=1e-13, equal_nan=True)
    for area in range(areas):
        part = slice(*coverage.offset[area : area + 2])
        one = Coverage(
            np.array([0, part.stop - part.start]),
            coverage.square[part],
            coverage.share[part],
            coverage.surface[area : area + 1],
        )
        alone = aggregate(MODEL, matrix, one, weights, "share")
        assert np.allclose(alone.dimensions[0], result.dimensions[area], rtol=1e-12, equal_nan=True)


def one_area(squares=SQUARES):
    return Coverage(np.array([0, squares]), np.arange(squares), np.ones(squares), np.array([squares * 1e4]))


def test_dimensions_add_up_to_the_deviation():
    random = np.random.default_rng(1)
    matrix = score_matrix(MODEL, published(random, set()))
    result = aggregate(MODEL, matrix, one_area(), Weights("equal", np.ones(SQUARES), np.zeros(SQUARES, bool)), "share")
    assert np.abs(result.dimensions.sum(axis=-1) - result.deviation).max() < 1e-15
    assert np.abs(result.class_shares.sum(axis=-1) - 1).max() < 1e-15
    assert matrix.with_dimensions.tolist() == [True] * len(YEARS)


def test_a_square_with_some_of_its_dimensions_counts_for_none():
    """Its deviation is known, so it keeps its place in the total."""
    random = np.random.default_rng(1)
    scores = published(random, set())
    scores.contributions[0, :, 2] = np.nan
    matrix = score_matrix(MODEL, scores)
    result = aggregate(MODEL, matrix, one_area(), Weights("equal", np.ones(SQUARES), np.zeros(SQUARES, bool)), "share")
    assert result.dimensions[0, 0] == pytest.approx(scores.contributions[1:, 0].mean(axis=0), rel=1e-12)
    assert result.deviation[0, 0] == pytest.approx(scores.deviation[:, 0].mean(), rel=1e-12)


def test_no_weight_is_no_value_and_not_zero():
    matrix = score_matrix(MODEL, published(np.random.default_rng(1), set()))
    result = aggregate(
        MODEL, matrix, one_area(), Weights("dwellings", np.zeros(SQUARES), np.zeros(SQUARES, bool)), "share"
    )
    assert np.isnan(result.total).all() and np.isnan(result.class_shares).all() and np.isnan(result.dimensions).all()
    assert (result.classes == 0).all() and (result.squares == SQUARES).all() and (result.weight_sum == 0).all()


def test_a_stated_class_without_a_score_is_no_score():
    """LBM 2.0 publishes classes for years without scores."""
    scores = published(np.random.default_rng(1), set())
    scores.deviation[0], scores.total[0], scores.contributions[0] = np.nan, np.nan, np.nan
    stated = replace(scores, classes={"kscore": np.full(scores.total.shape, 7, np.int8)})
    matrix = score_matrix(MODEL, stated)
    assert (matrix.classes[0] == 0).all() and (matrix.classes[1:] == 7).all()
    result = aggregate(MODEL, matrix, one_area(), Weights("equal", np.ones(SQUARES), np.zeros(SQUARES, bool)), "share")
    assert (result.squares == SQUARES - 1).all() and (result.class_shares[..., 6] == 1).all()


def test_covered_is_at_most_one_under_the_centre_rule():
    matrix = score_matrix(MODEL, published(np.random.default_rng(1), set()))
    narrow = replace(one_area(), surface=np.array([1e4]))
    result = aggregate(MODEL, matrix, narrow, Weights("equal", np.ones(SQUARES), np.zeros(SQUARES, bool)), "centre")
    assert (result.covered == 1).all() and result.rule == "centre"


def test_the_mean_of_an_uncertain_score_is_flagged():
    bound = MODEL.total_classification.bounds[4] - REFERENCE
    parts = np.full((SQUARES, len(YEARS), 5), bound / 5)
    scores = PublishedScores(YEARS, parts.sum(axis=-1) + REFERENCE, parts.sum(axis=-1), parts)
    result = aggregate(
        MODEL,
        score_matrix(MODEL, scores),
        one_area(),
        Weights("equal", np.ones(SQUARES), np.zeros(SQUARES, bool)),
        "share",
    )
    assert not result.certain.any()


def test_two_areas_that_begin_and_end_like_one_run():
    """Squares 10, 12 and then 5, 13: from 10 to 13 in four steps, yet no run."""
    scores = published(np.random.default_rng(2), set())
    square = np.array([10, 12, 5, 13])
    coverage = Coverage(np.array([0, 2, 4]), square, np.ones(4), np.full(2, 2e4))
    equal = Weights("equal", np.ones(SQUARES), np.zeros(SQUARES, bool))
    result = aggregate(MODEL, score_matrix(MODEL, scores), coverage, equal, "share")
    assert result.deviation == pytest.approx(scores.deviation[square].reshape(2, 2, -1).mean(axis=1), rel=1e-12)
