# SPDX-License-Identifier: GPL-2.0-or-later
"""What areas are compared with: groups of gemeenten as data, and figures that pandas and shapely find as well."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely

from leefbaar_plugin.analysis.comparison import OwnArea, compare, difference, steps_to, union_of
from leefbaar_plugin.analysis.findings import find
from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.references import reference_options, references
from leefbaar_plugin.analysis.references.reference_options import options
from leefbaar_plugin.analysis.references.references import References, has_counts, is_whole_country
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.engine.choices import CENTRE, EVEN_ODD
from leefbaar_plugin.engine.errors import CancelledError
from leefbaar_plugin.engine.squares.weights import weigh
from leefbaar_plugin.pack import official
from leefbaar_plugin.pack.official import GEMEENTE
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.references.groups import COUNTRY, REST, Group, load_groups
from leefbaar_plugin.pack.references.reference_sets import gemeente_id
from tests.builders import DIMENSIONS, REFERENCE

X, Y = 85_000, 436_000
"""Lower left corner of the made-up edition; GM0001 is 600 by 400 m, GM0002 the same beside it."""


def box(x0, y0, x1, y1):
    return shapely.to_wkb(shapely.box(X + x0, Y + y0, X + x1, Y + y1))


@pytest.fixture
def pack(edition, make_pack):
    return make_pack(edition.all())


def use_groups(monkeypatch, groups):
    for module in (references, reference_options):
        monkeypatch.setattr(module, "load_groups", lambda: groups)


@pytest.fixture
def two_gemeenten(monkeypatch):
    """Groups of one gemeente each in a country of two."""
    groups = tuple(
        Group(name, {"en": name}, {"en": ""}, ((code, ""),), "", "", "S")
        for name, code in (("g4", "GM0001"), ("g40", "GM0003"))
    )
    made = replace(load_groups(), groups=groups[:1], least_gemeenten=2)
    use_groups(monkeypatch, made)
    return replace(made, groups=groups)


def expected(pack, outline, year, rule="share"):
    """Score, dimensions and share of classes 1-4 of an outline, by shapely and pandas."""
    grid, published, _ = pack.require_squares()
    corner = np.stack((grid.column, grid.row), axis=1) * 100.0
    squares = shapely.box(corner[:, 0], corner[:, 1], corner[:, 0] + 100, corner[:, 1] + 100)
    if outline is None:
        share = np.ones(len(squares))
    elif rule == CENTRE:
        share = shapely.contains(outline, shapely.centroid(squares)).astype(float)
    else:
        share = shapely.area(shapely.intersection(squares, outline)) / 10_000
    at = pack.years.index(year)
    frame = pd.DataFrame(published.contributions[:, at], columns=DIMENSIONS)
    frame["lbm"] = published.total[:, at]
    frame["low"] = pack.model.total_classification.classify(published.total[:, at]) <= 4
    frame["weight"] = share * weigh(pack.counts, len(grid)).value
    frame = frame[frame["weight"] > 0].dropna(subset="lbm")
    means = {name: np.average(frame[name], weights=frame["weight"]) for name in ("lbm", "low", *DIMENSIONS)}
    return means | {"weight": frame["weight"].sum()}


def check(figures, wanted, published=None):
    """Figures against those of the squares; of an official area the score that is published goes before them."""
    assert figures.published is (published is not None)
    assert figures.total == (published or pytest.approx(wanted["lbm"], abs=1e-12))
    assert figures.measured == (pytest.approx(wanted["lbm"], abs=1e-12) if published else None)
    assert figures.unfavourable == pytest.approx(wanted["low"], abs=1e-12)
    assert figures.weight_sum == pytest.approx(wanted["weight"], rel=1e-12)
    for name in [] if published else DIMENSIONS:
        assert figures.dimensions[name] == pytest.approx(wanted[name], abs=1e-12)


def published_of(pack, code, year):
    """The published total of a gemeente."""
    found = official.read_level(pack, GEMEENTE, [f"lbm_{year}"], outlines=False)
    return dict(zip(found.code, found.values[f"lbm_{year}"].tolist(), strict=True))[code]


# Groups as data


def test_groups_are_those_of_cbs(shared):
    table = pd.read_csv(shared / "cbs" / "kerncijfers_gemeenten_2024.csv", sep=";")
    known = set(zip(table["gemeentecode"], table["gemeentenaam"]))
    g4, g40 = load_groups().groups
    assert set(g4.members) | set(g40.members) <= known
    largest = table.nlargest(4, "aantal_inwoners")["gemeentecode"]
    assert g4.codes == set(largest)
    assert len(known) >= load_groups().least_gemeenten


def test_groups_say_what_they_rest_on():
    g4, g40 = load_groups().groups
    assert (g4.id, len(g4.codes), g40.id, len(g40.codes)) == ("g4", 4, "g40", 41)
    assert not g4.codes & g40.codes
    for group in (g4, g40):
        assert len(group.codes) == len(group.members)
        assert group.source and len(group.date) == 10 and group.certainty in "SI"
        assert set(group.name) == set(group.note) == {"nl", "en"}


# What a pack can give


def test_a_pack_of_two_gemeenten_can_give_no_group(pack):
    assert not is_whole_country(pack)
    found = {option.id: option for option in options(pack)}
    assert [option.available for option in found.values()] == [True, False, False, False]
    assert (found["g40"].present, found["g40"].members) == (0, 41)
    assert found[COUNTRY].present == 2 and not found[REST].members
    ready = References(Measurer(pack)).prepare()
    assert ready.figures("g40", 2024) is None and ready.figures(REST, 2024) is None


def test_a_selection_is_never_the_country(edition, make_pack, two_gemeenten):
    assert is_whole_country(make_pack(edition.all()))
    part = make_pack(edition.all(), "part", gemeenten=["IJstad"], margin=100)
    assert not is_whole_country(part)
    # squares of Súdwest came in with the margin, but not all: its figures are those that the pack keeps
    ready = References(Measurer(part)).prepare()
    other = ready.figures(gemeente_id("GM0002"), 2024)
    assert other.squares == 0 and other.unfavourable is None
    assert other.total == pytest.approx(edition.area_rows(edition.GEMEENTEN)[3][3], abs=1e-6)
    assert ready.figures(gemeente_id("GM0001"), 2024).squares == 24
    assert ready.figures(COUNTRY, 2024).squares == len(part.grid) > 24


def test_kinds_of_counts(edition, make_pack):
    counted = make_pack(edition.all())
    assert all(has_counts(counted, kind) for kind in ("dwellings", "households", "inhabitants", "equal"))
    bare = make_pack(edition.all()[:-1], "bare")
    assert [has_counts(bare, kind) for kind in ("dwellings", "households", "equal")] == [False, False, True]


# Figures


@pytest.mark.parametrize("rule", ["share", CENTRE])
def test_gemeente_and_country(pack, rule):
    ready = References(Measurer(pack, Recipe(rule=rule)))
    assert not ready.is_ready and ready.figures(COUNTRY, 2024) is None and ready.gemeenten_of([None]) == [()]
    assert ready.prepare() is ready and ready.is_ready
    for year in pack.years:
        check(ready.figures(COUNTRY, year), expected(pack, None, year))
        outline = shapely.box(X + 600, Y, X + 1200, Y + 400)
        wanted = expected(pack, outline, year, rule)
        check(ready.figures(gemeente_id("GM0002"), year), wanted, published_of(pack, "GM0002", year))
    assert ready.figures(COUNTRY, 2024).covered == 1 and ready.figures(COUNTRY, 2024).rule == rule


def test_group_and_the_others(pack, two_gemeenten):
    ready = References(Measurer(pack)).prepare()
    for name, code, west in (("g4", "GM0001", X), (REST, "GM0002", X + 600)):  # of one gemeente each
        wanted = expected(pack, shapely.box(west, Y, west + 600, Y + 400), 2024)
        check(ready.figures(name, 2024), wanted, published_of(pack, code, 2024))


def test_no_others_while_a_group_is_not_there(pack, two_gemeenten, monkeypatch):
    use_groups(monkeypatch, two_gemeenten)
    assert [option.available for option in options(pack)] == [True, True, False, False]


def test_a_gemeente_that_cuts_squares(waterweg):
    ready = References(Measurer(waterweg)).prepare()
    outlines = gemeenten_of(waterweg)
    for code, outline in outlines.items():
        check(
            ready.figures(gemeente_id(code), 2024),
            expected(waterweg, outline, 2024),
            published_of(waterweg, code, 2024),
        )
    check(ready.figures(COUNTRY, 2024), expected(waterweg, None, 2024))


def test_a_group_counts_a_square_on_an_inner_border_once(waterweg, monkeypatch):
    codes = tuple((code, "") for code in ("GM0606", "GM0622"))
    group = Group("g4", {"en": "G4"}, {"en": ""}, codes, "", "", "S")
    made = replace(load_groups(), groups=(group,))
    use_groups(monkeypatch, made)
    ready = References(Measurer(waterweg)).prepare()
    outlines = gemeenten_of(waterweg)
    both = shapely.union_all([outlines[code] for code, _ in codes])
    got, wanted = ready.figures("g4", 2024), expected(waterweg, both, 2024)
    # neighbours were simplified one by one, so that their sum and their union differ by slivers
    assert got.total == pytest.approx(wanted["lbm"], abs=2e-5)
    assert got.weight_sum == pytest.approx(wanted["weight"], rel=2e-4)


def test_which_gemeenten_an_area_lies_in(pack):
    ready = References(Measurer(pack)).prepare()
    areas = [box(0, 0, 300, 400), box(400, 0, 700, 100), box(5000, 0, 5100, 100), None]
    inside, across, outside, nothing = ready.gemeenten_of(areas)
    assert [(part.code, part.name, part.surface, part.weight) for part in inside] == [("GM0001", "IJstad", 1, 1)]
    weight = weigh(pack.counts, len(pack.grid)).value[4:7]
    assert [part.code for part in across] == ["GM0001", "GM0002"]
    assert across[0].weight == pytest.approx(weight[:2].sum() / weight.sum())
    assert across[0].surface == pytest.approx(2 / 3) and across[1].surface == pytest.approx(1 / 3)
    assert all(part.whole for part in across)
    assert outside == nothing == ()


def test_without_outlines_there_is_the_country_only(edition, make_pack):
    pack = make_pack([edition.grid_csv(), edition.counts_gpkg()])
    ready = References(Measurer(pack)).prepare()
    assert GEMEENTE not in pack.levels and ready.gemeenten_of([box(0, 0, 100, 100)]) == [()]
    check(ready.figures(COUNTRY, 2024), expected(pack, None, 2024))


def test_preparing_can_be_cancelled(pack):
    ready = References(Measurer(pack))
    with pytest.raises(CancelledError):
        ready.prepare(lambda _fraction: False)
    assert not ready.is_ready


# Areas beside each other


def test_union_is_counted_once(pack):
    shapes = [shapely.box(X, Y, X + 350, Y + 220), shapely.box(X + 250, Y + 50, X + 640, Y + 300)]
    areas = [OwnArea(at, f"a{at}", shapely.to_wkb(shape)) for at, shape in enumerate(shapes)]
    compared = compare(Measurer(pack), [*areas, OwnArea(9, "nothing", None)])
    for at, shape in enumerate(shapes):
        check(compared.figures(at, 2024), expected(pack, shape, 2024))
    check(compared.union(2024), expected(pack, shapely.union_all(shapes), 2024))
    assert compared.overlap == pytest.approx(shapely.area(shapely.intersection(*shapes)))
    assert not compared.figures(2, 2024).has_score
    twice = compare(Measurer(pack), [areas[0], areas[0]])
    assert twice.union(2022) == twice.figures(0, 2022)


def test_union_of_bow_ties_and_of_nothing():
    bow_tie = shapely.to_wkb(shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)]))
    union = shapely.from_wkb(union_of([bow_tie, shapely.to_wkb(shapely.box(0, 0, 100, 25))], EVEN_ODD))
    assert union.is_valid and union.area == pytest.approx(5_000 + 2_500 - 2 * 25 * 25 / 2)
    assert shapely.from_wkb(union_of([None], EVEN_ODD)).is_empty


def test_steps_add_up(pack):
    compared = compare(Measurer(pack), [OwnArea(1, "a", box(0, 0, 300, 400)), OwnArea(2, "b", box(300, 0, 600, 400))])
    one, other = compared.figures(0, 2024), compared.figures(1, 2024)
    for start, begin in ((None, REFERENCE), (other, other.total)):
        steps = steps_to(pack.model, one, start)
        assert steps.start == begin and [step.theme for step in steps.steps] == list(DIMENSIONS)
        assert steps.start + sum(step.value for step in steps.steps) == pytest.approx(steps.end, abs=1e-9)
    assert difference(one, other) == pytest.approx(one.total - other.total) and difference(one, None) is None
    lacking = replace(one, dimensions=dict.fromkeys(DIMENSIONS))
    assert steps_to(pack.model, lacking) is None and steps_to(pack.model, one, lacking) is None
    assert steps_to(pack.model, replace(one, total=None)) is None


def test_what_no_dimension_explains_is_a_step_of_its_own(pack):
    figures = figures_of(pack.model, Measurer(pack).measure([box(0, 0, 300, 400)]).scores, 0, 2024)
    steps = steps_to(pack.model, replace(figures, total=figures.total + 0.02))
    assert steps.steps[-1].theme == "" and steps.steps[-1].value == pytest.approx(0.02)


# What stands out


@pytest.fixture
def figures(pack):
    return figures_of(pack.model, Measurer(pack).measure([box(0, 0, 300, 400)]).scores, 0, 2024)


def test_findings(pack, figures):
    dimensions = dict(zip(DIMENSIONS, (0.01, -0.2, 0.05, 0.15, -0.02)))
    one = replace(figures, dimensions=dimensions, total=4.05, to_lower=0.05, to_higher=0.06, class_number=6)
    other = replace(one, total=4.15, unfavourable=0.5, dimensions=dict.fromkeys(DIMENSIONS, 0.0))
    found = find(pack.model, replace(one, unfavourable=0.2), other)
    assert found.best == ("vrz", 0.15) and found.worst == ("onv", -0.2)
    assert (found.bound_above, found.bound_distance, found.other_class) == (False, 0.05, 5)
    assert found.difference == pytest.approx(-0.1) and found.stands_out == ("onv", -0.2) and not found.is_equal
    assert find(pack.model, one, replace(one, total=4.054)).is_equal
    above = find(pack.model, replace(one, to_higher=0.01))
    assert (above.bound_above, above.other_class, above.difference, above.stands_out) == (True, 7, None, None)
    assert find(pack.model, replace(one, to_higher=None, to_lower=None)).bound_above is None
    nothing = find(pack.model, replace(one, dimensions=dict.fromkeys(DIMENSIONS)))
    assert nothing.best is nothing.worst is None


@pytest.mark.parametrize(
    ("years", "trend", "first", "is_none"),
    [
        ((2012, 2014, 2024), (3.9, 4.0, 4.05), 2014, False),
        ((2002, 2012, 2024), (3.9, 3.8, 4.05), 2002, False),
        ((2012, 2014, 2024), (4.04, None, 4.05), 2012, True),
        ((2012, 2014, 2024), (None, None, 4.05), None, None),
        ((2024, 2026), (4.05, 3.0), None, None),
    ],
)
def test_change(pack, figures, years, trend, first, is_none):
    series = {theme: (0.0,) * len(years) for theme in DIMENSIONS}
    given = {"years": years, "trend": trend, "total": 4.05, "dimension_trends": series, "published_years": years}
    change = find(pack.model, replace(figures, **given)).change
    if first is None:
        assert change is None
        return
    assert change.first == first and change.after == 4.05 and change.is_none == is_none
    largest = max(figures.dimensions, key=figures.dimensions.get)
    assert (change.theme, change.contribution) == (largest, figures.dimensions[largest])


@pytest.fixture(scope="session")
def waterweg(shared, tmp_path_factory):
    """The pack of three gemeenten whose outlines cut squares."""
    from leefbaar_plugin.pack.importing.importer import import_edition
    from leefbaar_plugin.pack.reading.inspection import inspect

    folder = tmp_path_factory.mktemp("packs") / "waterweg"
    return open_pack(import_edition(inspect([shared / "demo" / "waterweg"]), folder).folder)


def gemeenten_of(pack):
    """Outlines of the gemeenten of a pack by code."""
    from osgeo import ogr

    source = ogr.Open(str(pack.areas_path))
    return {
        feature.GetField("code"): shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb()))
        for feature in source.GetLayerByName("gemeente")
    }
