# SPDX-License-Identifier: GPL-2.0-or-later
"""The fitted surrogate: known coefficients are found again, errors are honest, intervals cover what they promise."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.models.indicators import Figures, score
from leefbaar_plugin.engine.models.surrogate import Surrogate, fit_surrogate, spatial_blocks
from leefbaar_plugin.engine.relations.distributions import t_quantile

NAMES = ("a", "b", "c")


def places(count: int, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    values = random.normal((3.0, -1.0, 50.0), (1.0, 2.0, 10.0), (count, 3)).T
    return values, random.integers(1, 200, count).astype(float), np.arange(count) // 8


@pytest.mark.parametrize("degrees", [1.0, 3.0, 7.0, 30.0, 400.0])
def test_quantile_of_t_as_scipy(degrees: float):
    for share in (0.6, 0.9, 0.975, 0.995):
        assert t_quantile(share, degrees) == pytest.approx(stats.t.ppf(share, degrees), rel=1e-8)


def test_without_noise_the_coefficients_are_found_again():
    values, weight, block = places(400, 1)
    y = 0.3 + 0.05 * values[0] - 0.02 * values[1] + 0.001 * values[2]
    found = fit_surrogate(NAMES, values, y[:, None], ("fys",), weight, block)
    per_unit = [c.value / sd for c, sd in zip(found.fits[0].coefficients, found.sd, strict=True)]
    np.testing.assert_allclose(per_unit, (0.05, -0.02, 0.001), atol=1e-6)
    assert found.fits[0].r2 > 1 - 1e-9 and found.fits[0].error < 1e-6
    model = found.as_model("own fit")
    np.testing.assert_allclose(score(model, Figures(NAMES, values), ("fys",))[:, 0], y, atol=1e-6)


def test_the_plain_fit_is_weighted_least_squares():
    values, weight, block = places(300, 2)
    y = values[0] * 0.1 + np.random.default_rng(3).normal(0, 0.2, 300)
    found = fit_surrogate(NAMES, values, y[:, None], ("fys",), weight, block).fits[0]
    z = np.stack([(v - np.average(v, weights=weight)) for v in values])
    z = np.stack([row / np.sqrt(np.average(row**2, weights=weight)) for row in z])
    design = np.column_stack((np.ones(300), z.T)) * np.sqrt(weight)[:, None]
    expected = np.linalg.lstsq(design, y * np.sqrt(weight), rcond=None)[0]
    np.testing.assert_allclose([c.unshrunk for c in found.coefficients], expected[1:], atol=1e-9)


def test_held_out_error_by_hand():
    """Leave every block out once with plain least squares: as many blocks as folds, no penalty."""
    values, weight, _ = places(80, 4)
    block = np.arange(80) // 8
    y = values[0] * 0.1 + np.random.default_rng(5).normal(0, 0.3, 80)
    found = fit_surrogate(NAMES, values, y[:, None], ("fys",), weight, block, penalties=(0.0,)).fits[0]
    held, naive = np.empty(80), np.empty(80)
    design = np.column_stack((np.ones(80), values.T))
    for number in range(10):
        out = block == number
        root = np.sqrt(weight[~out])
        answer = np.linalg.lstsq(design[~out] * root[:, None], y[~out] * root, rcond=None)[0]
        held[out], naive[out] = design[out] @ answer, np.average(y[~out], weights=weight[~out])
    assert found.error == pytest.approx(np.sqrt(np.average((y - held) ** 2, weights=weight)), rel=1e-8)
    assert found.naive == pytest.approx(np.sqrt(np.average((y - naive) ** 2, weights=weight)), rel=1e-8)
    np.testing.assert_allclose(found.residual, y - held, atol=1e-9)


def test_noise_alone_is_no_better_than_guessing():
    values, weight, block = places(400, 6)
    y = np.random.default_rng(7).normal(size=(400, 1))
    found = fit_surrogate(NAMES, values, y, ("fys",), weight, block).fits[0]
    assert found.r2 < 0.03 and found.penalty > 0


def test_places_without_figures_are_left_out_and_marked():
    values, weight, block = places(200, 8)
    y = values[0] * 0.1
    values[1, 5] = np.nan
    y[9] = np.nan
    weight[11] = 0.0
    found = fit_surrogate(NAMES, values, y[:, None], ("fys",), weight, block).fits[0]
    assert found.places == 197
    assert np.flatnonzero(np.isnan(found.residual)).tolist() == [5, 9, 11]


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda v: np.stack((v[0], v[1], np.full(len(v[0]), 7.0))), "^c: the same figure everywhere"),
        (lambda v: np.stack((v[0], v[1], 2.0 * v[0] - v[1] + 4.0)), "c follows exactly from a, b"),
        (lambda v: np.stack((v[0], v[1], v[1] * 100.0)), "c follows exactly from b"),
    ],
)
def test_columns_that_say_nothing_are_refused_by_name(spoil: object, told: str):
    values, weight, block = places(200, 9)
    with pytest.raises(InputError, match=told):
        fit_surrogate(NAMES, spoil(values), values[:1].T, ("fys",), weight, block)


def test_too_few_places_or_blocks_are_refused_with_the_number():
    values, weight, block = places(200, 10)
    with pytest.raises(InputError, match=r"dimensions: 19; .* at least 20"):
        fit_surrogate(NAMES, values[:, :19], values[:1, :19].T, ("fys",), weight[:19], block[:19])
    with pytest.raises(InputError, match=r"Spatial blocks in which the places lie: 7; .* at least 8"):
        fit_surrogate(NAMES, values, values[:1].T, ("fys",), weight, np.arange(200) % 7)


def test_blocks_are_squares_of_their_size():
    x, y = np.array([0.0, 999.0, 1000.0, -1.0, 0.0]), np.array([0.0, 999.0, 0.0, 0.0, 1000.0])
    got = spatial_blocks(x, y, 1000.0)
    assert got[0] == got[1] and len(set(got.tolist())) == 4


@pytest.mark.slow
def test_intervals_cover_the_truth_as_often_as_they_say():
    """500 sets with errors that are alike inside a block; the whole table is tests/statistics/FITS.md."""
    hits = np.zeros(3)
    for run in range(500):
        random = np.random.default_rng(1000 + run)
        block = np.arange(400) // 10
        values = random.normal(size=(3, 40))[:, block] * 0.7 + random.normal(size=(3, 400)) * 0.7
        y = values.T @ (0.2, -0.1, 0.0) + random.normal(0, 0.2, 40)[block] + random.normal(0, 0.2, 400)
        found: Surrogate = fit_surrogate(NAMES, values, y[:, None], ("fys",), np.ones(400), block)
        truth = np.array((0.2, -0.1, 0.0)) * found.sd
        hits += [c.low <= t <= c.high for c, t in zip(found.fits[0].coefficients, truth, strict=True)]
    assert ((hits / 500 >= 0.93) & (hits / 500 <= 0.97)).all(), hits / 500
