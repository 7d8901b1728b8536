# SPDX-License-Identifier: GPL-2.0-or-later
"""Sobol shares beside those of SALib, on three test functions; skips where SALib isn't installed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from leefbaar_plugin.engine.models.sensitivity import Design, saltelli, sobol_shares

sobol = pytest.importorskip("SALib.analyze.sobol")
sampler = pytest.importorskip("SALib.sample.sobol")

Function = Callable[[np.ndarray], np.ndarray]


def ishigami(x: np.ndarray) -> np.ndarray:
    angle = (x * 2.0 - 1.0) * np.pi
    return np.sin(angle[:, 0]) + 7.0 * np.sin(angle[:, 1]) ** 2 + 0.1 * angle[:, 2] ** 4 * np.sin(angle[:, 0])


def g_function(x: np.ndarray) -> np.ndarray:
    a = np.array((0.0, 1.0, 4.5, 9.0, 99.0))
    return ((np.abs(4.0 * x - 2.0) + a) / (1.0 + a)).prod(axis=1)


def with_interaction(x: np.ndarray) -> np.ndarray:
    return 2.0 * x[:, 0] + x[:, 1] + 6.0 * x[:, 0] * x[:, 1] * x[:, 2] + np.where(x[:, 3] > 0.7, 0.5, 0.0)


CASES = ((ishigami, 3), (g_function, 5), (with_interaction, 4))


def problem(choices: int) -> dict[str, object]:
    return {"num_vars": choices, "names": [f"x{at}" for at in range(choices)], "bounds": [[0.0, 1.0]] * choices}


@pytest.mark.parametrize(("function", "choices"), CASES)
def test_on_the_same_points_the_shares_are_those_of_salib(function: Function, choices: int):
    """SALib lays its points by rows (A, AB_1 .. AB_k, B); estimators are Saltelli 2010 and Jansen in both."""
    size = 1024
    points = sampler.sample(problem(choices), size, calc_second_order=False, seed=1)
    theirs = sobol.analyze(problem(choices), function(points), calc_second_order=False, seed=1)
    rows = points.reshape(size, choices + 2, choices)
    order = [0, choices + 1, *range(1, choices + 1)]
    laid = np.concatenate([rows[:, at] for at in order])
    ours = sobol_shares(Design(laid, size, choices), function(laid))
    np.testing.assert_allclose(ours.total, theirs["ST"], atol=1e-12)
    np.testing.assert_allclose(ours.first, theirs["S1"], atol=2e-3)  # the mean is taken off of other points


@pytest.mark.parametrize(("function", "choices"), CASES)
def test_by_our_own_points_too(function: Function, choices: int):
    points = sampler.sample(problem(choices), 8192, calc_second_order=False, seed=2)
    theirs = sobol.analyze(problem(choices), function(points), calc_second_order=False, seed=2)
    design = saltelli([[at] for at in range(choices)], 8192, 3)
    ours = sobol_shares(design, function(design.points), 3)
    for own, other, error in ((ours.first, "S1", ours.first_error), (ours.total, "ST", ours.total_error)):
        allowed = 3.0 * error + theirs[f"{other}_conf"] + 1e-3
        assert (np.abs(own - theirs[other]) < allowed).all(), (own, theirs[other], allowed)
