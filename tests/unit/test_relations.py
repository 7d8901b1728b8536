# SPDX-License-Identifier: GPL-2.0-or-later
"""Correlation, turning point, cross-table and Moran's I; scipy and plain loops are the judges."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage, optimize, stats

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.relations import effective_number as effective_number_module
from leefbaar_plugin.engine.relations.autocorrelation import moran
from leefbaar_plugin.engine.relations.correlation import among_neighbours, effective_number, pearson, ranks, spearman
from leefbaar_plugin.engine.relations.cross_table import BOUND, HIGHEST_FIFTH, LOWEST_FIFTH, MEDIAN, cross, cut_of
from leefbaar_plugin.engine.relations.distributions import beta_cdf, f_quantile, f_tail, normal_two_sided, t_two_sided
from leefbaar_plugin.engine.relations.effective_number import DistanceClasses
from leefbaar_plugin.engine.relations.neighbours import Neighbours, nearest, touching
from leefbaar_plugin.engine.relations.relation import RelationQuestion, relate
from leefbaar_plugin.engine.relations.straight_line import fit_line
from leefbaar_plugin.engine.relations.turning_point import find_turning_point
from tests.statistics.__main__ import PAGE, renewed

COVERAGE = PAGE.read_text("utf-8")
pytestmark = pytest.mark.filterwarnings("ignore:An input array is constant")
NUMBERS = st.integers(-20, 20).map(float) | st.floats(-1e3, 1e3, allow_subnormal=False)
PAIRS = st.lists(st.tuples(NUMBERS, NUMBERS, st.integers(1, 9)), min_size=5, max_size=40)


def random(seed: int, n: int = 80) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    chance = np.random.default_rng(seed)
    x = chance.gamma(2.0, 15.0, n).round(1)
    y = 4.1 - 0.004 * x + chance.normal(0, 0.1, n)
    return x, y, chance.integers(5, 900, n).astype(float)


# Distributions


@pytest.mark.parametrize("degrees", [1, 2, 2.7, 9, 60, 3000])
@pytest.mark.parametrize("t", [0.0, 0.01, 0.7, 2.0, 5.5, 40.0])
def test_t(t, degrees):
    assert t_two_sided(-t, degrees) == pytest.approx(2 * stats.t.sf(t, degrees), rel=1e-9)


@pytest.mark.parametrize(("between", "within"), [(1, 5), (2, 9), (3, 170), (2, 14_000)])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.9, 0.95, 0.999])
def test_f(between, within, share):
    quantile = f_quantile(share, between, within)
    assert quantile == pytest.approx(stats.f.ppf(share, between, within), rel=1e-8)
    assert f_tail(quantile, between, within) == pytest.approx(1 - share, rel=1e-8)


def test_ends_of_the_distributions():
    assert (beta_cdf(0, 2, 3), beta_cdf(1, 2, 3)) == (0, 1)
    assert (f_tail(0, 1, 5), f_tail(math.inf, 1, 5), t_two_sided(math.inf, 5)) == (1, 0, 0)
    assert math.isnan(t_two_sided(math.nan, 5)) and math.isnan(t_two_sided(1, 0))
    assert math.isnan(f_tail(1, 2, 0)) and math.isnan(f_quantile(0.5, 1, -1))
    assert normal_two_sided(-1.96) == pytest.approx(2 * stats.norm.sf(1.96), rel=1e-12)


# Correlation


@pytest.mark.parametrize("seed", range(4))
def test_pearson_as_scipy(seed):
    x, y, _ = random(seed)
    found, wanted = pearson(x, y), stats.pearsonr(x, y)
    interval = wanted.confidence_interval(0.95)
    assert (found.value, found.p) == pytest.approx((wanted.statistic, wanted.pvalue), rel=1e-9)
    assert (found.low, found.high) == pytest.approx((interval.low, interval.high), rel=1e-9)
    assert (found.n, found.effective) == (80, 80)


@pytest.mark.parametrize("seed", range(4))
def test_spearman_as_scipy(seed):
    x, y, _ = random(seed)
    x = x.round(-1)  # many ties
    found, wanted = spearman(x, y), stats.spearmanr(x, y)
    assert (found.value, found.p) == pytest.approx((wanted.correlation, wanted.pvalue), rel=1e-9)
    reach = stats.norm.ppf(0.975) * np.sqrt((1 + found.value**2 / 2) / (80 - 3))
    assert found.low == pytest.approx(np.tanh(np.arctanh(found.value) - reach), rel=1e-9)
    assert found.high == pytest.approx(np.tanh(np.arctanh(found.value) + reach), rel=1e-9)


def test_spearman_interval_covers():
    """The interval of Bonett and Wright holds the true value about as often as it says."""
    chance, truth, kept, runs = np.random.default_rng(5), 6 / math.pi * math.asin(0.6 / 2), 0, 1000
    for _ in range(runs):
        x, y = chance.multivariate_normal([0, 0], [[1, 0.6], [0.6, 1]], 60).T
        found = spearman(x, y)
        kept += found.low <= truth <= found.high
    assert 0.93 <= kept / runs <= 0.97


@pytest.mark.parametrize("seed", range(3))
def test_weighted_pearson_as_numpy(seed):
    x, y, weight = random(seed)
    covariance = np.cov(x, y, aweights=weight)
    wanted = covariance[0, 1] / math.sqrt(covariance[0, 0] * covariance[1, 1])
    found = pearson(x, y, weight)
    assert found.value == pytest.approx(wanted, rel=1e-9)
    assert found.effective == pytest.approx(weight.sum() ** 2 / (weight**2).sum()) and found.effective < 80
    # linearisation, by taking a little of the weight of every area away
    part = weight / weight.sum()
    influence = np.array([_moved(np.corrcoef, x, y, part, at) for at in range(80)])
    sandwich = math.sqrt((part**2 * influence**2).sum() * found.effective / (found.effective - 3)) / (1 - wanted**2)
    reach = stats.norm.ppf(0.975) * max(1 / math.sqrt(found.effective - 3), sandwich)
    assert found.high == pytest.approx(math.tanh(math.atanh(wanted) + reach), rel=1e-4)


def _moved(kind, x, y, part, at, step=1e-6):
    """How much a weighted coefficient moves per part of the weight that is added to one area."""
    one = pearson if kind is np.corrcoef else spearman
    more = part.copy()
    more[at] += step
    return (one(x, y, more).value - one(x, y, part).value) / step


@pytest.mark.parametrize("tied", [False, True])
def test_weighted_spearman_knows_that_its_ranks_move(tied):
    x, y, weight = random(5)
    x, weight = (x.round(-1) if tied else x), weight * x
    found = spearman(x, y, weight)
    part = weight / weight.sum()
    influence = np.array([_moved(stats.spearmanr, x, y, part, at) for at in range(80)])
    sandwich = math.sqrt((part**2 * influence**2).sum() * found.effective / (found.effective - 3))
    least = math.sqrt((1 + found.value**2 / 2) / (found.effective - 3))
    reach = stats.norm.ppf(0.975) * max(least, sandwich / (1 - found.value**2))
    assert found.high == pytest.approx(math.tanh(math.atanh(found.value) + reach), rel=1e-3)


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_weights_are_repetitions(pairs):
    """An area of weight 3 counts as three equal areas, in both coefficients."""
    x, y, weight = (np.array(column, float) for column in zip(*pairs, strict=True))
    times = weight.astype(int)
    for one in (pearson, spearman):
        weighted, repeated = one(x, y, weight), one(np.repeat(x, times), np.repeat(y, times))
        assert weighted.value == pytest.approx(repeated.value, abs=1e-9, nan_ok=True)


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_ranks_as_scipy(pairs):
    x, _, weight = (np.array(column, float) for column in zip(*pairs, strict=True))
    assert ranks(x) == pytest.approx(stats.rankdata(x))
    repeated = stats.rankdata(np.repeat(x, weight.astype(int)))
    ends = np.cumsum(weight.astype(int))
    assert ranks(x, weight) == pytest.approx([repeated[end - 1] for end in ends])


@settings(max_examples=60, deadline=None)
@given(PAIRS)
def test_coefficients_stay_within_bounds(pairs):
    x, y, weight = (np.array(column, float) for column in zip(*pairs, strict=True))
    for found in (pearson(x, y), spearman(x, y), pearson(x, y, weight), spearman(x, y, weight)):
        if not math.isnan(found.low):
            assert -1 <= found.low <= found.value <= found.high <= 1


def test_correlation_of_nothing():
    for x in ([], [1.0], [2.0, 2.0, 2.0, 2.0, 2.0]):
        found = pearson(np.array(x), np.arange(len(x), dtype=float))
        assert math.isnan(found.value) and math.isnan(found.low) and found.n == len(x)
    three = pearson(np.array([1.0, 2.0, 4.0]), np.array([1.0, 3.0, 2.0]))
    assert not math.isnan(three.value) and math.isnan(three.low)
    exact = pearson(np.arange(9.0), -np.arange(9.0))
    assert (exact.value, exact.low, exact.high) == pytest.approx((-1, -1, -1))
    assert effective_number(np.array([])) == 0


# Straight line and turning point


def stick(x, a, b, c, t):
    return a + b * x + c * np.maximum(x - t, 0)


def broken(seed: int, t: float = 45.0, n: int = 150, noise: float = 0.03):
    chance = np.random.default_rng(seed)
    x = chance.uniform(0, 100, n).round(0)
    return x, stick(x, 4.2, -0.001, -0.006, t) + chance.normal(0, noise, n), chance.integers(5, 900, n).astype(float)


def best_by_scipy(x, y, weight=None):
    """The turn with the smallest rest, by brute force on a fine grid and then scipy's minimiser."""
    root = np.ones(len(x)) if weight is None else np.sqrt(weight / weight.mean())

    def rest(t):
        design = np.stack((np.ones(len(x)), x, np.maximum(x - t, 0)), 1) * root[:, None]
        solution, *_ = np.linalg.lstsq(design, y * root, rcond=None)
        return float((((design @ solution) - y * root) ** 2).sum()), solution

    places = np.linspace(*np.quantile(x, [0.1, 0.9]), 2001)
    rests = [rest(t)[0] for t in places]
    near = places[int(np.argmin(rests))]
    step = places[1] - places[0]
    found = optimize.minimize_scalar(lambda t: rest(t)[0], bounds=(near - step, near + step), method="bounded")
    return found.x, rest(found.x), (places, np.array(rests))


@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_turning_point_as_scipy(seed, weighted):
    x, y, weight = broken(seed)
    weight = weight if weighted else None
    found = find_turning_point(x, y, weight, replicates=19)
    at, (left, solution), (places, rests) = best_by_scipy(x, y, weight)
    assert found.at == pytest.approx(at, abs=0.02)
    assert found.slope_before == pytest.approx(solution[1], abs=1e-5)
    assert found.slope_after == pytest.approx(solution[1] + solution[2], abs=1e-5)
    root = np.ones(len(x)) if weight is None else weight / weight.mean()
    ours = float((root * (found.stick(x) - y) ** 2).sum())
    assert ours <= left * (1 + 1e-9)
    limit = ours * (1 + stats.f.ppf(0.95, 1, len(x) - 4) / (len(x) - 4))
    inside = places[rests <= limit]
    step = places[1] - places[0]
    if weight is None:
        assert found.low == pytest.approx(inside.min(), abs=step)
        assert found.high == pytest.approx(inside.max(), abs=step)
    else:  # weights are sizes: wider than if they were precision
        assert found.low < inside.min() + step and inside.max() - step < found.high
    assert not found.low_open and not found.high_open


def test_turning_point_as_curve_fit():
    x, y, _ = broken(7)
    found = find_turning_point(x, y, replicates=19)
    solution, _ = optimize.curve_fit(stick, x, y, p0=[4, 0, -0.01, 50])
    assert found.at == pytest.approx(solution[3], abs=0.01)
    assert found.level == pytest.approx(solution[0] + solution[1] * solution[3], abs=1e-4)
    line = stats.linregress(x, y)
    left_line = float(((line.intercept + line.slope * x - y) ** 2).sum())
    left = float(((found.stick(x) - y) ** 2).sum())
    assert found.f == pytest.approx(((left_line - left) / 2) / (left / (len(x) - 4)), rel=1e-6)
    assert found.p == pytest.approx(1 / 20)


def test_interval_covers_the_true_turn():
    kept, runs = 0, 200
    for seed in range(runs):
        x, y, _ = broken(1000 + seed, t=41.3, noise=0.06)
        found = find_turning_point(x, y, replicates=0)
        kept += found.low <= 41.3 <= found.high
    assert 0.90 <= kept / runs <= 0.99


def test_a_straight_line_is_not_called_broken():
    """Under a straight line the p-value is uniform: about one in ten lies below 0.1."""
    small = 0
    for seed in range(100):
        x, y, _ = random(2000 + seed, 60)
        small += find_turning_point(x, y, replicates=99).p <= 0.1
    assert 3 <= small <= 19


def test_same_answer_every_time():
    x, y, weight = broken(3)
    assert find_turning_point(x, y, weight) == find_turning_point(x, y, weight)
    moved = find_turning_point(x * 1e6 + 1e9, y * 1e-3, weight)
    assert moved.at == pytest.approx(find_turning_point(x, y, weight).at * 1e6 + 1e9, rel=1e-9)


def test_no_turning_point():
    x, y, _ = broken(1)
    assert find_turning_point(x[:11], y[:11]) is None
    assert find_turning_point(np.full(40, 3.0), y[:40]) is None
    assert find_turning_point(np.repeat([1.0, 2.0, 3.0], 20), y[:60]) is None
    assert find_turning_point(x, 2 * x + 1) is None
    assert find_turning_point(np.repeat([0.0, 1.0, 2.0, 3.0], [50, 1, 1, 1]), y[:53]) is None


def test_line_as_scipy():
    x, y, weight = random(9)
    line, wanted = fit_line(x, y), stats.linregress(x, y)
    assert (line.slope, line.intercept) == pytest.approx((wanted.slope, wanted.intercept), rel=1e-9)
    assert line.explained == pytest.approx(wanted.rvalue**2, rel=1e-9)
    slope, intercept = np.polyfit(x, y, 1, w=np.sqrt(weight))
    weighted = fit_line(x, y, weight)
    assert (weighted.slope, weighted.intercept) == pytest.approx((slope, intercept), rel=1e-9)
    assert fit_line(np.full(5, 1.0), y[:5]) is None


# Cross-table


def test_cuts():
    values = np.array([0.0, 0.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 10.0])
    median = cut_of(values, MEDIAN)
    assert median.at == 2.5 and median.is_low(values).sum() == 5
    assert cut_of(values, LOWEST_FIFTH).is_low(values).sum() == 3  # the ties at 0 stay together
    assert (~cut_of(values, HIGHEST_FIFTH).is_low(values)).sum() == 2
    bound = cut_of(values, BOUND, 3.0)
    assert bound.is_low(values).tolist() == (values < 3).tolist()
    for kind in ("quartile", BOUND):
        with pytest.raises(InputError):
            cut_of(values, kind)


def test_cross_table_by_hand():
    score = np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    value = np.array([9.0, 1.0, 8.0, 2.0, 7.0])
    weight = np.array([10.0, 20.0, 30.0, 30.0, 10.0])
    table = cross(score, value, weight, cut_of(score, BOUND, 3.0), cut_of(value, BOUND, 5.0))
    assert table.areas.tolist() == [[1, 1], [1, 2]]
    assert table.share == pytest.approx(np.array([[0.2, 0.1], [0.3, 0.4]]))
    assert table.expected == pytest.approx(np.array([[0.15, 0.15], [0.35, 0.35]]))
    assert table.quadrant.tolist() == [2, 1, 4, 3, 4]


# Neighbours and Moran's I


def moran_by_loops(values, matrix):
    """Moran's I, its expectation and standard score under randomisation, as the formulas stand in the book."""
    n = len(values)
    z = values - values.mean()
    s0 = s1 = cross_product = 0.0
    for i in range(n):
        for j in range(n):
            s0 += matrix[i][j]
            s1 += 0.5 * (matrix[i][j] + matrix[j][i]) ** 2
            cross_product += matrix[i][j] * z[i] * z[j]
    s2 = sum((sum(matrix[i]) + sum(matrix[j][i] for j in range(n))) ** 2 for i in range(n))
    m2, m4 = sum(z**2) / n, sum(z**4) / n
    value = n / s0 * cross_product / sum(z**2)
    b2 = m4 / m2**2
    second = n * ((n**2 - 3 * n + 3) * s1 - n * s2 + 3 * s0**2) - b2 * ((n**2 - n) * s1 - 2 * n * s2 + 6 * s0**2)
    variance = second / ((n - 1) * (n - 2) * (n - 3) * s0**2) - 1 / (n - 1) ** 2
    return value, -1 / (n - 1), (value + 1 / (n - 1)) / math.sqrt(variance)


def as_matrix(neighbours: Neighbours):
    n = len(neighbours)
    matrix = [[0.0] * n for _ in range(n)]
    for i in range(n):
        mine = neighbours.index[neighbours.offset[i] : neighbours.offset[i + 1]]
        for j in mine:
            matrix[i][j] = 1 / len(mine)
    return matrix


@pytest.mark.parametrize("seed", range(3))
def test_moran_as_loops(seed):
    chance = np.random.default_rng(seed)
    points = chance.uniform(0, 1000, (40, 2))
    values = points[:, 0] / 1000 + chance.normal(0, 0.4, 40)
    near = nearest(points, 5)
    found = moran(values, near)
    assert (found.value, found.expected, found.z) == pytest.approx(moran_by_loops(values, as_matrix(near)), rel=1e-9)
    assert found.p == pytest.approx(2 * stats.norm.sf(abs(found.z)), rel=1e-9)


def test_moran_as_permutations():
    chance = np.random.default_rng(11)
    points = chance.uniform(0, 1000, (60, 2))
    values = chance.gamma(1.0, 2.0, 60)
    near = nearest(points, 4)
    drawn = np.array([moran(chance.permutation(values), near).value for _ in range(3000)])
    found = moran(values, near)
    assert drawn.mean() == pytest.approx(found.expected, abs=0.006)
    assert (found.value - found.expected) / found.z == pytest.approx(drawn.std(), rel=0.05)


def test_moran_without_neighbours():
    near = Neighbours(np.array([0, 0, 1, 2, 4, 5, 6]), np.array([2, 1, 4, 5, 3, 3]))
    values = np.array([100.0, 1.0, 2.0, 3.0, 4.0, 6.0])
    found = moran(values, near)
    assert (found.n, found.alone) == (5, 1)
    rest = Neighbours(near.offset[1:], near.index - 1)
    assert found.value == pytest.approx(moran_by_loops(values[1:], as_matrix(rest))[0])
    assert math.isnan(moran(np.full(6, 2.0), near).value)
    # 5 has none, and is the only neighbour of 6: without it 6 has none either
    chain = Neighbours(np.array([0, 1, 2, 4, 5, 6, 6, 7]), np.array([1, 0, 1, 3, 2, 0, 5]))
    found = moran(np.array([1.0, 2.0, 3.0, 4.0, 6.0, 50.0, 90.0]), chain)
    assert (found.n, found.alone) == (5, 2)
    first = moran(np.array([1.0, 2.0, 3.0, 4.0, 6.0]), Neighbours(chain.offset[:6], chain.index[:6]))
    assert (found.value, found.expected, found.z) == (first.value, first.expected, first.z)
    assert math.isnan(moran(values[:0], nearest(np.zeros((0, 2)))).value)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=2, max_size=30, unique=True), st.integers(1, 8)
)
def test_nearest_by_loops(places, count):
    points = np.array(places, float)
    near = nearest(points, count)
    for i in range(len(points)):
        distance = np.hypot(*(points - points[i]).T)
        mine = near.index[near.offset[i] : near.offset[i + 1]]
        assert i not in mine and len(set(mine)) == min(count, len(points) - 1)
        others = [distance[j] for j in range(len(points)) if j != i and j not in mine]
        assert not others or distance[mine].max() <= min(others) + 1e-9


def test_nearest_of_many_and_of_clusters():
    """As scipy's tree, also where strips have to be widened: far clusters, a line to the north, all in one place."""
    from scipy.spatial import cKDTree

    chance = np.random.default_rng(2)
    clusters = np.concatenate([chance.normal(at, 50, (300, 2)) for at in ((0, 0), (90_000, 400_000), (90_500, 0))])
    line = np.stack((np.full(700, 5.0), np.arange(700) ** 2.0), axis=1)
    for points in (chance.uniform(0, 200_000, (2000, 2)), clusters, line):
        for count in (1, 6):
            distance, _ = cKDTree(points).query(points, count + 1)
            near = nearest(points, count).index.reshape(-1, count)
            ours = np.sort(np.hypot(*np.moveaxis(points[near] - points[:, None], 2, 0)), axis=1)
            np.testing.assert_allclose(ours, distance[:, 1:], rtol=1e-9)
    assert nearest(np.zeros((9, 2)), 3).counts.tolist() == [3] * 9


def test_touching_of_squares():
    """Nine squares in a block and one apart: the middle touches all, corners count (queen)."""
    corners, area = [], []
    for number, (column, row) in enumerate([*((c, r) for r in range(3) for c in range(3)), (9, 9)]):
        for dx, dy in ((0, 0), (1, 0), (1, 1), (0, 1)):
            corners.append(((column + dx) * 100 + 0.01 * dx, (row + dy) * 100.0))
            area.append(number)
    found = touching(np.array(area), np.array(corners), 10)
    assert found.counts.tolist() == [3, 5, 3, 5, 8, 5, 3, 5, 3, 0]
    assert found.index[found.offset[4] : found.offset[5]].tolist() == [0, 1, 2, 3, 5, 6, 7, 8]
    assert len(touching(np.zeros(0, int), np.zeros((0, 2)), 3)) == 3


def test_neighbours_among():
    near = Neighbours(np.array([0, 2, 4, 6]), np.array([1, 2, 0, 2, 0, 1]))
    found = near.among(np.array([True, False, True]))
    assert found.offset.tolist() == [0, 1, 2] and found.index.tolist() == [1, 0]


# All together


def test_relate_uses_what_is_there():
    x, y, weight = random(4, 60)
    score, value = y.copy(), x.copy()
    score[3], value[7], weight[11], weight[12] = np.nan, np.nan, np.nan, 0.0
    region = ["", *["A"] * 40, *["B"] * 16, *["C"] * 3]
    points = np.random.default_rng(0).uniform(0, 999, (60, 2))
    near = nearest(points, 4)
    found = relate(score, value, weight, region, near, RelationQuestion(replicates=19))
    left_out = {3, 7, 11, 12}
    assert set(np.flatnonzero(~found.used)) == left_out and found.n == 56
    rows = [at for at in range(60) if at not in left_out]
    assert found.pearson == pearson(x[rows], y[rows])
    assert found.weighted_spearman == spearman(x[rows], y[rows], weight[rows])
    assert [(one.region, one.pearson.n) for one in found.regions] == [("A", 36), ("B", 16), ("C", 3)]
    assert math.isnan(found.regions[2].pearson.value)
    assert (found.quadrant == 0).nonzero()[0].tolist() == sorted(left_out)
    assert np.isnan(found.residual).nonzero()[0].tolist() == sorted(left_out)
    assert np.average(found.residual[rows], weights=weight[rows]) == pytest.approx(0, abs=1e-12)
    assert found.moran_score.n + found.moran_score.alone == 56
    plain = relate(score, value)
    assert plain.n == 58 and plain.weighted_pearson is None and plain.moran_score is None and plain.regions == ()


def test_relate_nothing():
    found = relate(np.full(5, np.nan), np.arange(5.0))
    assert found.n == 0 and found.table is None and found.line is None and found.turning_point is None
    assert math.isnan(found.pearson.value)


# Among neighbours


def grid(side: int) -> np.ndarray:
    return np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2) * 500.0


def smooth(seed: int, side: int, by: float = 2.0) -> np.ndarray:
    whole = ndimage.gaussian_filter(np.random.default_rng(seed).normal(size=(side + 40, side + 40)), by)
    return whole[20:-20, 20:-20].ravel()


@pytest.mark.parametrize("weighted", [False, True])
def test_effective_number_by_matrices(weighted):
    """tr(QΣxQΣy) / (tr(QΣx) tr(QΣy)) with whole matrices, Σ from the variogram by class of distance."""
    points, x, y = grid(9), smooth(1, 9), smooth(2, 9)
    weight = np.random.default_rng(3).lognormal(0, 0.5, 81) if weighted else None
    part = np.full(81, 1 / 81) if weight is None else weight / weight.sum()
    far = np.sqrt(((points[:, None] - points[None]) ** 2).sum(-1))
    kind = np.minimum((np.sqrt(far / (8 * 500 * math.sqrt(2))) * 30).astype(int), 29)
    np.fill_diagonal(kind, -1)
    q, both = np.diag(part) - np.outer(part, part), np.outer(part, part)

    def covariance(values):
        half = (values[:, None] - values[None]) ** 2 / 2
        gamma = np.zeros_like(half)
        for one in np.unique(kind):
            gamma[kind == one] = np.average(half[kind == one], weights=both[kind == one])
        return -gamma

    of_x, of_y = q @ covariance(x), q @ covariance(y)
    variance = np.trace(of_x @ of_y) / (np.trace(of_x) * np.trace(of_y))
    found = DistanceClasses(points, weight).effective(x, y)
    assert found == pytest.approx(1 + 1 / variance, rel=1e-9) and 3 < found < 50


def test_independent_areas_count_fully():
    chance = np.random.default_rng(8)
    found = [DistanceClasses(grid(20)).effective(*chance.normal(size=(2, 400))) for _ in range(10)]
    assert 350 < np.mean(found) <= 400 + 1e-9


def test_many_areas_from_some_pairs(monkeypatch):
    points, x, y = grid(30), smooth(5, 30, 1.5), smooth(6, 30, 1.5)
    whole = DistanceClasses(points).effective(x, y)
    monkeypatch.setattr(effective_number_module, "MOST_PAIRS", 900 * 300)
    assert DistanceClasses(points).effective(x, y) == pytest.approx(whole, rel=0.25)


def test_only_when_both_figures_are_smooth():
    points = grid(15)
    near, noise = nearest(points, 8), np.random.default_rng(4).normal(size=225)
    assert relate(smooth(1, 15), noise, None, None, near, RelationQuestion(replicates=9), points).spatial is None
    assert relate(smooth(1, 15), smooth(2, 15), None, None, near, RelationQuestion(replicates=9)).spatial is None
    found = relate(smooth(1, 15), smooth(2, 15), None, None, near, RelationQuestion(replicates=99), points)
    one = found.spatial.pearson
    assert one.value == found.pearson.value and one.effective < 60
    assert one.low < found.pearson.low and found.pearson.high < one.high and one.p > found.pearson.p
    assert one.high == pytest.approx(
        math.tanh(math.atanh(one.value) + 1.959964 / math.sqrt(one.effective - 3)), rel=1e-6
    )
    low, high = found.line.interval(0.95)
    assert found.spatial.slope[0] < low < high < found.spatial.slope[1]
    assert found.turning_point.among_neighbours.p >= found.turning_point.p


def test_three_independent_areas_know_nothing():
    x, y, _ = random(3)
    found = among_neighbours(pearson(x, y), 2.5)
    assert (found.low, found.high, found.p) == (-1, 1, 1)


def test_weights_are_no_precision():
    """Of an unrelated figure with sizes as weights a turning point is shown about one time in twenty, not 44 %."""
    small = 0
    for seed in range(100):
        chance = np.random.default_rng(300 + seed)
        x, y, weight = chance.normal(size=100), chance.normal(size=100), chance.lognormal(0, 1.2, 100)
        small += find_turning_point(x, y, weight, replicates=99).p < 0.05
    assert small <= 12


@pytest.mark.parametrize(("at_turn", "middle"), [(30.0, 20.0), (20.0, 30.0)])
def test_a_turn_counts_as_the_middle_one_where_its_own_number_is_larger(at_turn, middle):
    """p is that of what is seen times (number - 4) / (n - 4), with the smaller of both numbers."""
    x, y, _weight = random(21)

    class Numbers:
        def effective(self, _turning, _rest):
            return 25.0

        def effective_each(self, several, _rest):
            assert len(several) == 6
            return [at_turn, 3.0, middle, 80.0, 4.0, 79.0]

    alone = find_turning_point(x, y)
    near = find_turning_point(x, y, distances=Numbers()).among_neighbours
    expected = find_turning_point(x, y, distances=_Fixed(20.0)).among_neighbours
    assert near.p == expected.p > alone.p and near.at == alone.at
    assert find_turning_point(x, y, distances=_Fixed(30.0)).among_neighbours.p < near.p


class _Fixed:
    """The same number of every pair."""

    def __init__(self, number: float) -> None:
        self._number = number

    def effective(self, _turning, _rest):
        return 25.0

    def effective_each(self, several, _rest):
        return [self._number] * len(several)


def test_the_numbers_of_several_are_those_of_each():
    points, x, y = grid(9), smooth(1, 9), smooth(2, 9)
    one = DistanceClasses(points)
    assert one.effective_each([x, y, x], x) == [one.effective(x, x), one.effective(y, x), one.effective(x, x)]


def test_every_row_of_the_table_of_simulations_is_as_wanted():
    rows = [line.strip("| ").split(" | ") for line in COVERAGE.splitlines() if line.startswith("| ") and " % |" in line]
    wanted = [(what, about, float(found.rstrip(" %")), limit) for what, about, found, limit in map(_four, rows)]
    assert len(wanted) == 90 and {limit for *_rest, limit in wanted} == {"", "≥ 93 %", "≤ 8 %"}
    assert [one for one in wanted if (one[3] == "≥ 93 %" and one[2] < 93) or (one[3] == "≤ 8 %" and one[2] > 8)] == []


def _four(cells: list[str]) -> list[str]:
    return [*cells, ""][:4]


def test_a_section_that_is_made_again_renews_its_rows_only():
    old = ["| a | x | 1.0 % |  |", "| b | x | 9.0 % | ≤ 8 % |", "| a | y | 3.0 % |  |"]
    new = ["| b | x | 5.0 % | ≤ 8 % |", "| b | z | 4.0 % | ≤ 8 % |"]
    assert renewed(old, new) == [old[0], new[0], old[2], new[1]]


@pytest.mark.parametrize("weighted", [False, True])
def test_interval_of_the_slope(weighted):
    """HC3 with whole matrices."""
    x, y, weight = random(11)
    used = weight if weighted else np.ones(80)
    design = np.stack((np.ones(80), x), 1)
    inverse = np.linalg.inv(design.T @ (used[:, None] * design))
    solution = inverse @ design.T @ (used * y)
    free = 1 - used * np.einsum("ij,jk,ik->i", design, inverse, design)
    meat = design.T @ ((used * (y - design @ solution) / free)[:, None] ** 2 * design)
    known = used.sum() ** 2 / (used**2).sum()
    reach = stats.t.ppf(0.975, known - 2) * math.sqrt((inverse @ meat @ inverse)[1, 1])
    low, high = fit_line(x, y, weight if weighted else None).interval(0.95)
    assert (low, high) == pytest.approx((solution[1] - reach, solution[1] + reach), rel=1e-7)
