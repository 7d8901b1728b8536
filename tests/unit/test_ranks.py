# SPDX-License-Identifier: GPL-2.0-or-later
"""References and ranks in a pack of one gemeente, against the pack of the whole country and against pandas."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis import ranks, whereabouts
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.ranks import group_of, prepared, rank_columns, rank_of
from leefbaar_plugin.analysis.references.reference_options import DATA, known_gemeenten, options
from leefbaar_plugin.analysis.references.references import References
from leefbaar_plugin.analysis.signals.finder import SignalFinder, own_areas
from leefbaar_plugin.analysis.signals.rule_set import load_rule
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.references.groups import COUNTRY, REST
from leefbaar_plugin.pack.references.kept_references import SQUARES
from leefbaar_plugin.pack.references.reference_sets import gemeente_id
from tests.builders import DIMENSIONS
from tests.unit.small_country import all_sets, expected, published, scores_in

pytest_plugins = ("tests.unit.small_country",)

YEAR = 2024


@pytest.fixture(scope="module")
def of_part(part):
    return References(Measurer(part)).prepare()


@pytest.fixture(scope="module")
def of_whole(whole):
    return References(Measurer(whole)).prepare()


def test_a_part_gives_the_references_of_the_whole(files, country, of_part, of_whole):
    """Every group, part and gemeente, in every year: score, dimensions, class shares."""
    own = gemeente_id(files.codes[4])
    for name in all_sets(files, country):
        if name == "east":
            continue  # the whole pack keeps that too, and doesn't measure it
        for year in (2002, 2014, YEAR):
            got, wanted = of_part.figures(name, year), of_whole.figures(name, year)
            assert got.total == pytest.approx(wanted.total, abs=1e-9 if name == own else 2e-6), name
            assert got.class_number == wanted.class_number
            assert got.shares == pytest.approx(wanted.shares, abs=5e-5)
            assert got.trend == pytest.approx(wanted.trend, abs=2e-6)
            for theme in DIMENSIONS:
                assert (got.dimensions[theme] is None) == (year == 2002)
                assert got.dimensions[theme] == pytest.approx(wanted.dimensions[theme], abs=2e-6)
            same, wanted = of_part.figures_on_same(name, year), of_whole.figures_on_same(name, year)
            assert same.trend == pytest.approx(wanted.trend, abs=2e-6)
    assert of_part.figures("nothing", YEAR) is None and not of_part.has("nothing") and of_part.has("g40")


def test_all_squares_of_a_part_are_not_the_country(files, part, of_part):
    mean = of_part.figures(DATA, YEAR)
    assert mean.squares < len(files.rows) / 9 / 2 and mean.total != of_part.figures(COUNTRY, YEAR).total
    found = options(part)
    assert [option.id for option in found] == [COUNTRY, DATA, "g4", "g40", REST, "east"]
    assert all(option.available for option in found)
    assert [option.basis for option in found] == [SQUARES, "", SQUARES, SQUARES, SQUARES, SQUARES]
    assert {code for code, _name in known_gemeenten(part)} == set(files.codes)
    assert [name for _code, name in known_gemeenten(part)] == sorted(
        (name for _code, name in known_gemeenten(part)), key=str.casefold
    )


def test_the_whole_measures_itself(whole):
    found = {option.id: option.basis for option in options(whole)}
    assert found == {COUNTRY: "", "g4": "", "g40": "", REST: "", "east": SQUARES}


def test_before_it_is_ready_there_is_nothing(part):
    waiting = References(Measurer(part))
    assert waiting.figures(COUNTRY, YEAR) is None and not waiting.has(COUNTRY)
    assert waiting.standing(DATA, "lbm", YEAR, np.zeros(1)) is None


def shares(frame, value):
    """Shares of the weight of a frame with a lower and a higher value."""
    whole = frame["weight"].sum()
    return tuple(frame.loc[which, "weight"].sum() / whole for which in (frame["value"] < value, frame["value"] > value))


@pytest.fixture(scope="module")
def areas(files, part):
    """Three areas in the gemeente of the part: a corner of it, a small one, and one of its buurten."""
    outline = files.outlines[files.codes[4]]
    x0, y0, _x1, y1 = outline.bounds
    grid, _, _ = part.require_squares()
    inside = shapely.contains_xy(outline, grid.column * 100.0 + 50, grid.row * 100.0 + 50)
    at = np.flatnonzero(inside)[len(np.flatnonzero(inside)) // 2]
    x, y = grid.column[at] * 100.0, grid.row[at] * 100.0
    half = shapely.intersection(outline, shapely.box(x0, y0, np.median(grid.column[inside]) * 100.0 + 30, y1))
    buurten = read_level(part, "buurt", ["inhabitants"])
    large = buurten.values["inhabitants"] >= 100
    assert 0 < np.count_nonzero(large) < len(buurten)
    rows = scores_in(files.made, "scores buurten")
    scored = set(rows.loc[rows["jaar"] == YEAR, "bu_code"])
    own = [
        at
        for at in np.flatnonzero(large).tolist()
        if buurten.gemeente[at] == files.codes[4] and buurten.code[at] in scored
    ]
    counted = Measurer(part).measure([buurten.wkb[at] for at in own]).scores.weight_sum[:, -1]
    own.insert(0, own.pop(int(np.argmax(counted))))
    return [shapely.to_wkb(half), shapely.to_wkb(shapely.box(x, y, x + 100, y + 100)), buurten.wkb[own[0]]], [
        buurten.code[place] for place in own
    ]


@pytest.mark.parametrize("theme", ["lbm", "onv"])
def test_a_rank_is_the_share_of_the_dwellings(files, country, squares, part, of_part, areas, theme):
    scores = of_part.measurer.measure(areas[0]).scores
    own = files.codes[4]
    for row in (0, 2):
        figures = figures_of(part.model, scores, row, YEAR)
        found = rank_of(of_part, figures, own, theme, 10)
        assert [rank.reference for rank in found.ranks] == [gemeente_id(own), REST, COUNTRY]
        value = figures.deviation if theme == "lbm" else figures.dimensions[theme]
        for rank, codes, off in zip(found.ranks, ([own], files.codes[3:], None), (1e-9, 0.0015, 0.0015)):
            lower, higher = shares(expected(files, squares, codes, YEAR, theme), value)
            assert rank.weight == "dwellings"
            assert rank.lower == pytest.approx(lower, abs=off) and rank.higher == pytest.approx(higher, abs=off)
            assert 0.02 < rank.lower < 0.98  # a mean is seldom at the end


def test_the_place_among_the_buurten(files, part, of_part, areas):
    rows = scores_in(files.made, "scores buurten")
    rows = rows[(rows["jaar"] == YEAR) & rows["bu_code"].isin(areas[1])].set_index("bu_code")
    scores = of_part.measurer.measure(areas[0]).scores
    own = files.codes[4]
    for theme, column in (("lbm", "lbm"), ("won", "won")):
        figures = figures_of(part.model, scores, 2, YEAR)
        assert figures.published
        found = rank_of(of_part, figures, own, theme, 10).among
        assert (found.place, found.count) == (int(rows[column].rank(ascending=False)[areas[1][0]]), len(rows))
        drawn = figures_of(part.model, scores, 0, YEAR)
        value = drawn.total if theme == "lbm" else drawn.dimensions[theme]
        assert rank_of(of_part, drawn, own, theme, 10).among.place == 1 + int((rows[column] > value).sum())


def test_places_in_every_year_without_reading_once_prepared(files, part, areas, monkeypatch):
    """What the first rank waits for is read before references are ready, for all years at once."""
    made = prepared(References(Measurer(open_pack(part.folder))))
    rows = scores_in(files.made, "scores buurten")
    own = made.gemeenten_of([areas[0][0]])
    for module, name in ((ranks, "read_level"), (ranks, "read_index"), (whereabouts, "read_gemeenten")):
        monkeypatch.setattr(module, name, lambda *_given, **_named: pytest.fail("read while it is shown"))
    assert made.is_ready and own[0][0].code == files.codes[4]
    assert made.gemeenten_of([areas[0][1]])[0][0].code == files.codes[4]
    scores = made.measurer.measure(areas[0]).scores
    for year in (2008, 2014, YEAR):
        drawn = figures_of(part.model, scores, 0, year)
        there = rows[(rows["jaar"] == year) & rows["bu_code"].isin(areas[1])]
        among = rank_of(made, drawn, files.codes[4], "lbm", 10).among
        assert (among.place, among.count) == (1 + int((there["lbm"] > drawn.total).sum()), len(there))


def test_which_buurten_are_too_small_is_a_setting(files, part, of_part, areas):
    """The limit of the settings, not a fixed 100, says which buurten an area is ranked among."""
    own, rows = files.codes[4], scores_in(files.made, "scores buurten")
    rows = rows[rows["jaar"] == YEAR].set_index("bu_code")["lbm"]
    buurten = read_level(part, "buurt", ["inhabitants"])
    of_own = {c: n for c, n in zip(buurten.code, buurten.values["inhabitants"].tolist()) if c[2:6] == own[2:6]}
    scores = of_part.measurer.measure(areas[0]).scores
    figures, counts = figures_of(part.model, scores, 0, YEAR), []
    for limit in (0.0, 100.0, 400.0, 1e9):
        there = rows[[code for code, living in of_own.items() if living >= limit and code in rows.index]]
        found = rank_of(of_part, figures, own, "lbm", 0, limit)
        columns = rank_columns(of_part, scores, [own] * 3, YEAR, 0, limit)
        counts.append(len(there))
        if not len(there):
            assert found.among is None and columns["buurten"][0] is columns["rank_buurten"][0] is None
            continue
        place = 1 + int((there > figures.total).sum())
        assert (found.among.place, found.among.count) == (place, len(there))
        assert (columns["rank_buurten"][0], columns["buurten"][0]) == (place, len(there))
    assert counts[0] > counts[1] > counts[2] > counts[3] == 0


def test_no_rank_of_few_dwellings_nor_without_a_score(files, part, of_part, areas):
    scores = of_part.measurer.measure([*areas[0], None]).scores
    small, nothing = (figures_of(part.model, scores, row, YEAR) for row in (1, 3))
    assert rank_of(of_part, small, files.codes[4], "lbm", small.weight_sum + 1) is None
    assert rank_of(of_part, small, files.codes[4], "lbm", small.weight_sum) is not None
    assert rank_of(of_part, nothing, files.codes[4], "lbm", 0) is None
    no_dimensions = figures_of(part.model, scores, 0, 2002)
    assert rank_of(of_part, no_dimensions, files.codes[4], "onv", 0) is None
    assert rank_of(of_part, no_dimensions, files.codes[4], "lbm", 0) is not None
    assert rank_of(References(of_part.measurer), small, files.codes[4], "lbm", 0) is None


def test_columns_are_the_ranks_of_one_by_one(files, part, of_part, areas):
    scores = of_part.measurer.measure([*areas[0], None]).scores
    own = files.codes[4]
    gemeenten = [own, own, own, ""]
    columns = rank_columns(of_part, scores, gemeenten, YEAR, 10)
    assert list(columns) == [
        "rank_gemeente",
        "rank_g4",
        "rank_g40",
        "rank_country",
        "rank_buurten",
        "buurten",
    ]
    for row in range(4):
        found = rank_of(of_part, figures_of(part.model, scores, row, YEAR), gemeenten[row], "lbm", 10)
        by_reference = {rank.reference: rank.higher for rank in found.ranks} if found else {}
        assert columns["rank_gemeente"][row] == by_reference.get(gemeente_id(own))
        assert columns["rank_country"][row] == by_reference.get(COUNTRY)
        assert columns["rank_buurten"][row] == (found.among.place if found else None)
        assert columns["buurten"][row] == (found.among.count if found else None)
    assert columns["rank_g4"][0] is not None


def test_a_piece_of_a_neighbour_is_not_ranked(files, part, of_part):
    """The margin holds slices of other gemeenten; an official area of which squares are lacking has no rank."""
    level = read_level(part, "gemeente")
    other = next(at for at, code in enumerate(level.code) if code != files.codes[4])
    measured = of_part.measurer.measure([level.wkb[other]])
    figures = figures_of(part.model, measured.scores, 0, YEAR)
    assert figures.total == pytest.approx(published(files, level.code[other], YEAR, "lbm"))
    assert rank_of(of_part, figures, level.code[other], "lbm", 0) is None
    assert rank_columns(of_part, measured.scores, [level.code[other]], YEAR, 0)["rank_country"] == [None]


def test_by_another_weight(files, country, squares, part, areas):
    """In the own gemeente by the weight of the recipe; of the others, what was kept is by dwellings."""
    references = References(Measurer(part, Recipe(weight="equal"))).prepare()
    figures = figures_of(part.model, references.measurer.measure(areas[0]).scores, 0, YEAR)
    own = files.codes[4]
    first, group, land = rank_of(references, figures, own, "lbm", 0).ranks
    assert (first.weight, group.weight, land.weight) == ("equal", "dwellings", "dwellings")
    lower, higher = shares(expected(files, squares.assign(weight=1.0), [own], YEAR, "lbm"), figures.deviation)
    assert (first.lower, first.higher) == (pytest.approx(lower, abs=1e-9), pytest.approx(higher, abs=1e-9))


def test_groups_of_gemeenten(files, country):
    assert [group_of(code) for code in files.codes] == ["g4", "g4", "g40", *[REST] * (len(files.codes) - 3)]


@pytest.mark.parametrize("rule", ["onveilig_laag", "aandachtsbuurt"])
def test_the_lowest_fifth_is_that_of_the_country(files, whole, part, rule):
    """A pack of one gemeente ranks its buurten as the pack of the country does."""
    one, all_ = (SignalFinder(Measurer(pack)).find(load_rule(rule), "buurt", YEAR) for pack in (part, whole))
    place = {code: at for at, code in enumerate(all_.areas.code)}
    own = [at for at, code in enumerate(one.areas.code) if code[2:6] == files.codes[4][2:6]]
    same = [place[one.areas.code[at]] for at in own]
    got, wanted = one.judgement.values["safety"][own], all_.judgement.values["safety"][same]
    assert len(own) > 10 and np.nanmax(np.abs(got - wanted)) <= 0.017  # two of 125 buurten in a step of a score
    assert np.nanmean(np.abs(got - wanted)) < 0.003
    assert (np.isnan(got) == np.isnan(wanted)).all() and np.ptp(got[~np.isnan(got)]) > 0.3
    rows = scores_in(files.made, "scores buurten")
    count = int((rows["jaar"] == YEAR).sum())
    for found in (one, all_):
        said = [note.text("nl") for note in found.notes]
        assert any(f"onder alle buurten van Nederland met een score (aantal: {count})" in text for text in said), said
        assert not any("niet heel Nederland" in note.text("nl") for note in found.notes)


def test_own_areas_are_ranked_among_the_buurten_of_the_country(files, part, areas):
    found = SignalFinder(Measurer(part)).find(load_rule("onveilig_laag"), own_areas(["a"], areas[0][:1]), YEAR)
    rows = scores_in(files.made, "scores buurten")
    values = rows.loc[rows["jaar"] == YEAR, "onv"]
    value = Measurer(part).measure(areas[0][:1]).scores.dimensions[0, -1, DIMENSIONS.index("onv")]
    assert found.judgement.values["safety"][0] == pytest.approx((values <= value).mean(), abs=0.017)
