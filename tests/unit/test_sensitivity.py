# SPDX-License-Identifier: GPL-2.0-or-later
"""Sobol shares against functions of which they are known in closed form."""

from __future__ import annotations

import numpy as np

from leefbaar_plugin.engine.models.sensitivity import saltelli, sobol_shares


def single(choices: int) -> list[list[int]]:
    """Every choice a column of its own."""
    return [[at] for at in range(choices)]


def test_a_group_of_columns_is_one_choice():
    design = saltelli([[0, 2], [1]], 4096, 7)
    got = sobol_shares(design, design.points @ (3.0, 2.0, 1.0))
    np.testing.assert_allclose(got.total, (10 / 14, 4 / 14), atol=0.02)


def test_ishigami():
    """Ishigami and Homma (1990), a = 7, b = 0.1."""
    design = saltelli(single(3), 8192, 1)
    x = (design.points * 2.0 - 1.0) * np.pi
    got = sobol_shares(design, np.sin(x[:, 0]) + 7.0 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0]))
    np.testing.assert_allclose(got.first, (0.3139, 0.4424, 0.0), atol=0.03)
    np.testing.assert_allclose(got.total, (0.5576, 0.4424, 0.2437), atol=0.03)


def test_g_function():
    """Sobol's g with a = (0, 1, 4.5, 9): shares by V_i = 1 / (3 (1 + a_i)²)."""
    a = np.array((0.0, 1.0, 4.5, 9.0))
    design = saltelli(single(4), 8192, 2)
    outcome = ((np.abs(4.0 * design.points - 2.0) + a) / (1.0 + a)).prod(axis=1)
    alone = 1.0 / (3.0 * (1.0 + a) ** 2)
    variance = (1.0 + alone).prod() - 1.0
    total = np.array([alone[i] * np.delete(1.0 + alone, i).prod() for i in range(4)]) / variance
    got = sobol_shares(design, outcome)
    np.testing.assert_allclose(got.first, alone / variance, atol=0.03)
    np.testing.assert_allclose(got.total, total, atol=0.03)


def test_linear_without_interaction():
    design = saltelli(single(3), 4096, 3)
    got = sobol_shares(design, design.points @ (3.0, 2.0, 0.0))
    np.testing.assert_allclose(got.first, (9 / 13, 4 / 13, 0.0), atol=0.02)
    np.testing.assert_allclose(got.total, (9 / 13, 4 / 13, 0.0), atol=0.02)
    assert got.total[2] == 0.0


def test_errors_tell_how_far_the_shares_may_be_off():
    truth = np.array((9 / 13, 4 / 13))
    off, told = [], []
    for seed in range(60):
        design = saltelli(single(2), 128, seed)
        got = sobol_shares(design, design.points @ (3.0, 2.0), seed)
        off.append(got.total - truth)
        told.append(got.total_error)
    ratio = np.sqrt(np.mean(np.square(off), axis=0)) / np.mean(told, axis=0)
    assert (ratio > 0.4).all() and (ratio < 1.5).all()


def test_an_outcome_that_stays_has_no_shares_and_gaps_drop_out():
    design = saltelli(single(2), 16, 4)
    assert np.isnan(sobol_shares(design, np.full(64, 4.1)).total).all()
    outcome = design.points @ (1.0, 1.0)
    outcome[3] = np.nan
    assert np.isfinite(sobol_shares(design, outcome).total).all()


def test_the_same_seed_gives_the_same_points():
    np.testing.assert_array_equal(saltelli(single(3), 8, 5).points, saltelli(single(3), 8, 5).points)
    assert not np.array_equal(saltelli(single(3), 8, 5).points, saltelli(single(3), 8, 6).points)
