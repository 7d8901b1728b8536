# SPDX-License-Identifier: GPL-2.0-or-later
"""Recomputing scores from contributions, and the check against what was published."""

from __future__ import annotations

import numpy as np
import pytest

from leefbaar_plugin.engine.squares import scoring
from leefbaar_plugin.engine.squares.scoring import (
    PublishedScores,
    check,
    dimension_classes,
    farthest,
    recompute,
    total_classes,
)

REFERENCE = 4.10226485114369
NAN = np.nan


def published(parts, total=None, deviation=None, classes=None, years=(2024,)):
    """Scores of areas in one year; by default they add up."""
    parts = np.array(parts, float).reshape(-1, len(years), 5)
    summed = parts.sum(axis=-1)
    deviation = summed if deviation is None else np.array(deviation, float).reshape(summed.shape)
    total = REFERENCE + deviation if total is None else np.array(total, float).reshape(summed.shape)
    return PublishedScores(years, total, deviation, parts, classes or {})


PARTS = [0.01, 0.02, -0.03, 0.05, 0.1]
NOTHING = [NAN] * 5


def test_deviation_is_the_sum_and_total_the_reference_more(lbm3):
    scores = recompute(lbm3, published([PARTS]))
    assert scores.deviation[0, 0] == sum(PARTS) and scores.total[0, 0] == REFERENCE + sum(PARTS)


def test_a_year_without_dimensions_keeps_its_published_deviation(lbm3):
    scores = recompute(lbm3, published([NOTHING], deviation=[0.2]))
    assert scores.deviation.tolist() == [[0.2]] and np.isnan(scores.contributions).all()


def test_partly_missing_dimensions_fall_back_on_the_published_deviation(lbm3):
    scores = recompute(lbm3, published([[0.1, NAN, 0.1, 0.1, 0.1]], deviation=[0.7]))
    assert scores.deviation.tolist() == [[0.7]] and scores.contributions[0, 0, 0] == 0.1


def test_a_total_alone_gives_a_deviation(lbm3):
    scores = recompute(lbm3, published([NOTHING], total=[REFERENCE + 0.25], deviation=[NAN]))
    assert scores.deviation[0, 0] == pytest.approx(0.25, abs=1e-15)
    assert np.isnan(recompute(lbm3, published([NOTHING], total=[NAN], deviation=[NAN])).total).all()


def test_the_reference_is_that_of_the_year(lbm2):
    years = (2012, 2018)
    scores = recompute(lbm2, published([PARTS, PARTS], years=years))
    assert scores.total[0].tolist() == pytest.approx([4.1544 + sum(PARTS), 4.1940 + sum(PARTS)], abs=1e-15)


def test_check_of_what_adds_up(lbm3):
    given = published([PARTS, PARTS, NOTHING])
    found = check(lbm3, recompute(lbm3, given), given)
    assert (found.max_difference, found.class_differences, found.not_adding_up, found.compared) == (0, 0, 0, 2)


def test_check_counts_rows_that_do_not_add_up(lbm3):
    total = sum(PARTS)
    given = published([PARTS] * 4, deviation=[total, total + 0.9 * 5e-6, total + 2e-5, total - 0.3])
    found = check(lbm3, recompute(lbm3, given), given)
    assert found.not_adding_up == 2 and found.max_difference == pytest.approx(0.3)
    assert found.class_differences == 1


def test_check_sees_a_total_that_disagrees_with_its_deviation(lbm3):
    given = published([PARTS], total=[REFERENCE + sum(PARTS) + 0.01])
    assert check(lbm3, recompute(lbm3, given), given).max_difference == pytest.approx(0.01)


def test_check_piece_by_piece_is_that_of_all(lbm3, monkeypatch):
    """The one area that is far off lies in a piece of its own, and so do the first, the last and a missing one."""
    random = np.random.default_rng(8)
    parts = random.uniform(-0.1, 0.1, (23, 2, 5))
    total = 4.10226485114369 + parts.sum(axis=-1)
    total[17, 1] += 0.3
    total[[0, 22], 0] += 0.01
    parts[5], total[5] = np.nan, np.nan
    given = published(parts, total=total, deviation=parts.sum(axis=-1), years=(2022, 2024))
    scores = recompute(lbm3, given)
    whole = check(lbm3, scores, given), farthest(scores, given)
    assert whole[0].max_difference == pytest.approx(0.3) and whole[0].compared == 44 and whole[1] == (17, 1)
    monkeypatch.setattr(scoring, "_AT_ONCE", 4)
    monkeypatch.setattr(scoring, "_SUMMED_AT_ONCE", 3)
    again = recompute(lbm3, given)
    np.testing.assert_array_equal(again.total, scores.total)
    np.testing.assert_array_equal(again.deviation, scores.deviation)
    assert (check(lbm3, scores, given), farthest(scores, given)) == whole
    nothing = published(np.full((9, 2, 5), np.nan), years=(2022, 2024))
    assert farthest(recompute(lbm3, nothing), nothing) == (0, 0)


def test_check_of_nothing(lbm3):
    given = published([NOTHING, NOTHING], total=[NAN, NAN], deviation=[NAN, NAN])
    found = check(lbm3, recompute(lbm3, given), given)
    assert (found.max_difference, found.class_differences, found.not_adding_up, found.compared) == (0, 0, 0, 0)


def test_a_class_of_the_file_is_the_truth(lbm3):
    classes = {"kscore": np.array([[3], [0]], np.int8), "kvrz": np.array([[9], [0]], np.int8)}
    given = published([PARTS, PARTS], classes=classes)
    scores = recompute(lbm3, given)
    computed = int(lbm3.total_classification.classify(scores.total)[0, 0])
    assert total_classes(lbm3, scores, given).tolist() == [[3], [computed]]
    vrz = [theme.id for theme in lbm3.dimensions].index("vrz")
    assert dimension_classes(lbm3, scores, given)[:, 0, vrz].tolist() == [9, 6]
    assert check(lbm3, scores, given).class_differences == 2


def test_no_bounds_no_classes_of_dimensions(lbm2):
    scores = recompute(lbm2, published([PARTS], years=(2012,)))
    assert dimension_classes(lbm2, scores, published([PARTS], years=(2012,))).tolist() == [[[0] * 5]]


def test_parts_and_sums_of_scores():
    classes = {"kscore": np.array([[3, 4], [5, 6]], np.int8)}
    years = (2022, 2024)
    whole = published([PARTS] * 4, years=years, classes=classes)
    assert whole.of_year(2024).classes["kscore"].tolist() == [[4], [6]] and whole.of_year(2024).years == (2024,)
    assert whole.of_areas(np.array([1])).classes["kscore"].tolist() == [[5, 6]]
    bare = published([NOTHING] * 2, years=years)
    joined = whole.followed_by(bare)
    assert joined.total.shape == (3, 2) and joined.contributions.shape == (3, 2, 5)
    assert joined.classes["kscore"].tolist() == [[3, 4], [5, 6], [0, 0]]
    assert bare.followed_by(whole).classes["kscore"].tolist() == [[0, 0], [3, 4], [5, 6]]
