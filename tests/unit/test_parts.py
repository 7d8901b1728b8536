# SPDX-License-Identifier: GPL-2.0-or-later
"""A pack of one gemeente with a margin: nothing of a slice of a neighbour is judged, ranked, related or compared."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis.change.area_changes import changes_of, changes_of_level
from leefbaar_plugin.analysis.change.change_view import level_changes
from leefbaar_plugin.analysis.change.monitor import monitor_areas
from leefbaar_plugin.analysis.groups.area_groups import GEMEENTEN, groups_of
from leefbaar_plugin.analysis.lookup import Lookup
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.own_gemeente import gemeente_values
from leefbaar_plugin.analysis.references.references import References, gemeente_id
from leefbaar_plugin.analysis.relations.relations import PARTS, RelationChoice, relate_table
from leefbaar_plugin.analysis.scenarios.document import ScenarioStep, Target
from leefbaar_plugin.analysis.scenarios.effects import ScenarioMeasurer
from leefbaar_plugin.analysis.signals.finder import SignalFinder, own_areas
from leefbaar_plugin.analysis.signals.rule_set import load_rule
from leefbaar_plugin.analysis.whereabouts import locate
from leefbaar_plugin.engine.areas.figures import figures_of
from leefbaar_plugin.engine.signals.judge import UNKNOWN
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.parts import partial_codes, shortened, whole_areas
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.tables.user_table import table_of

MARGIN = 300.0
NEIGHBOURS = {"BU05560701", "BU06060309", "BU06060505", "BU06060701", "BU06060702", "BU06060705"}
NEIGHBOURS |= {"BU06060901", "BU06060902"}
"""Buurten of Maassluis and Schiedam that reach within the margin."""


@pytest.fixture(scope="module")
def waterweg(shared, tmp_path_factory) -> Pack:
    folder = tmp_path_factory.mktemp("packs") / "waterweg"
    return open_pack(import_edition(inspect([shared / "demo" / "waterweg"]), folder).folder)


@pytest.fixture(scope="module")
def part(shared, tmp_path_factory) -> Pack:
    """Vlaardingen with a margin of 300 m, out of the three gemeenten of waterweg."""
    folder, choice = tmp_path_factory.mktemp("packs") / "vlaardingen", {"gemeenten": ["Vlaardingen"], "margin": MARGIN}
    return open_pack(import_edition(inspect([shared / "demo" / "waterweg"]), folder, **choice).folder)


@pytest.fixture(scope="module")
def measurer(part) -> Measurer:
    return Measurer(part)


def neighbours(pack: Pack):
    """The buurten of the pack that lie in a neighbouring gemeente."""
    areas = read_level(pack, "buurt")
    return areas.where([at for at, code in enumerate(areas.code) if code in NEIGHBOURS])


def test_which_areas_are_parts(part, waterweg):
    """By their outlines: what isn't of Vlaardingen and doesn't lie within its margin with all squares it touches."""
    outline = shapely.from_wkb(next(w for c, w in gemeenten(waterweg) if c == "GM0622")).buffer(MARGIN)
    expected = set()
    areas = read_level(part, "buurt")
    for code, wkb in zip(areas.code, areas.wkb):
        if not code.startswith("BU0622"):
            shape = shapely.from_wkb(wkb)
            x, y = np.meshgrid(
                np.arange(shape.bounds[0] // 100, shape.bounds[2] // 100 + 1) * 100,
                np.arange(shape.bounds[1] // 100, shape.bounds[3] // 100 + 1) * 100,
            )
            squares = shapely.box(x, y, x + 100, y + 100).ravel()
            touched = squares[shapely.area(shapely.intersection(squares, shape)) > 1]
            if not shapely.contains(outline, shapely.centroid(touched)).all():
                expected.add(code)
    assert partial_codes(part, "buurt") == expected == NEIGHBOURS
    assert partial_codes(part, "gemeente") == {"GM0556", "GM0606"}
    assert partial_codes(waterweg, "buurt") == partial_codes(waterweg, "gemeente") == frozenset()
    whole, names = whole_areas(part, areas)
    assert not set(whole.code) & NEIGHBOURS and len(whole) + len(names) == len(areas)
    assert shortened(list("abcdefghij")) == "a, b, c, d, e, f, g, h …"


def gemeenten(pack: Pack):
    areas = read_level(pack, "gemeente")
    return list(zip(areas.code, areas.wkb, strict=True))


def test_find_judges_and_ranks_what_is_whole(part, measurer, waterweg):
    rule = load_rule("aandachtsbuurt")
    found = SignalFinder(measurer).find(rule, "buurt")
    everywhere = SignalFinder(Measurer(waterweg)).find(rule, "buurt")
    assert all(code.startswith("BU0622") for code in found.areas.code) and not found.marks.part.any()
    notes = [note for note in found.notes if note.id == "parts_left_out"]
    assert [note.values["areas"] for note in notes] == [8] and ": 8 (" in notes[0].text("nl")
    place = {code: at for at, code in enumerate(everywhere.areas.code)}
    rows = [place[code] for code in found.areas.code]
    np.testing.assert_array_equal(found.figures.total, everywhere.figures.total[rows])
    onv = found.figures.dimensions[:, -1, 1]
    np.testing.assert_allclose(found.judgement.values["safety"], (onv[:, None] >= onv).mean(axis=1), atol=1e-12)


def test_a_copied_part_has_its_published_score_and_nothing_else(part, measurer, waterweg):
    slices = neighbours(part)
    measured = measurer.measure(slices.wkb)
    assert all(one.is_part for one in measured.official) and len(slices) == len(NEIGHBOURS)
    whole = Measurer(waterweg).measure(slices.wkb)
    np.testing.assert_array_equal(measured.scores.total, whole.scores.total)
    np.testing.assert_array_equal(measured.scores.classes, whole.scores.classes)
    assert np.isnan(measured.scores.class_shares).all() and np.isnan(measured.scores.from_squares.total).all()
    lookup = Lookup(measurer, 2024)
    for row, wkb in enumerate(slices.wkb):
        figures = figures_of(part.model, measured.scores, row, 2024)
        assert figures.published and figures.measured is None and figures.unfavourable is None
        assert lookup.score(wkb) == whole.scores.total[row, -1] and lookup.share(wkb) is None
    found = SignalFinder(measurer).find(load_rule("onvoldoende_buurt"), own_areas(slices.name, slices.wkb))
    assert (found.judgement.state == UNKNOWN).all() and found.columns("nl")["part"] == [True] * len(slices)
    assert all(np.isnan(values).all() for values in found.judgement.values.values())
    assert [note.id for note in found.notes if note.id.startswith("parts")] == ["parts_not_judged"]
    changes = changes_of(measurer, slices.wkb, 2014, 2024)
    assert changes.published.all() and np.isnan(changes.found.shares).all()
    np.testing.assert_allclose(changes.found.change.total, whole.scores.total[:, -1] - whole.scores.total[:, 3])


def test_where_nothing_is_published_a_part_has_no_score(edition, make_pack):
    """The buurt beside the border is half there; in the year that lacks its row it has no score at all."""
    buurten = edition.folder / "buurten.csv"
    paths = edition.all()
    lines = buurten.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not (line.startswith('"BU00020000"') and ",2022," in line)]
    buurten.write_text("\n".join(kept) + "\n", encoding="utf-8")
    pack = make_pack(paths, gemeenten=["IJstad"], margin=150)
    areas = read_level(pack, "buurt")
    at = areas.code.index("BU00020000")
    assert partial_codes(pack, "buurt") == {"BU00020000"}
    measured = Measurer(pack).measure(areas.wkb)
    assert np.isnan(measured.scores.total[at, 0]) and measured.scores.classes[at, 0] == 0
    assert not np.isnan(measured.scores.total[at, 1]) and measured.scores.squares[at, 0] == 4
    changes = changes_of(Measurer(pack), areas.wkb, 2022, 2024)
    assert np.isnan(changes.found.change.total[at]) and changes.found.classes[at, 0] == 0
    assert not np.isnan(np.delete(changes.found.change.total, at)).any()


def test_an_area_well_within_the_margin_is_whole(edition, make_pack):
    pack = make_pack(edition.all(), gemeenten=["IJstad"], margin=400)
    assert partial_codes(pack, "buurt") == {"BU00020001"}, "Noord lies 300 m deep, Zuid 600"
    assert partial_codes(make_pack(edition.all(), "less", gemeenten=["IJstad"], margin=320), "buurt") == {
        "BU00020000",
        "BU00020001",
    }, "squares on its edge may be missing"


def test_relate_develop_and_monitor_leave_parts_out(part, measurer):
    areas = read_level(part, "buurt")
    table = table_of("t", {"bu_code": areas.code, "x": [float(at) for at in range(len(areas))]})
    related = relate_table(part, table, RelationChoice("buurt", "lbm", 2024, "x"), measurer)
    assert not set(related.areas.code) & NEIGHBOURS
    assert [note.values["count"] for note in related.notes if note.kind == PARTS] == [8]
    assert set(related.joined.unmatched) == NEIGHBOURS
    changes = changes_of_level(part, "buurt", 2014, 2024, measurer)
    assert not set(changes.areas.code) & NEIGHBOURS and len(changes.left_out) == 8
    view = level_changes(part, "buurt", 2014, 2024, measurer)
    again = level_changes(part, "buurt", 2020, 2024, measurer, view)
    assert not set(view.keys) & NEIGHBOURS and again.keys == view.keys and len(view) == len(view.outlines)
    assert len(again.changes) == len(view.marks.inhabitants) == len(view)
    whole, _names = whole_areas(part, areas)
    references = References(measurer).prepare()
    drawn = [wkb for wkb in whole.wkb if wkb]
    monitored = monitor_areas(references, drawn, part.years, 2014)
    assert {parts[0].name for parts in monitored.gemeenten} == {"Vlaardingen"}
    assert [group.id for group in groups_of(part, GEMEENTEN)] == ["GM0622"]
    assert not references.measures(gemeente_id("GM0606"))


def test_every_neighbouring_area_lies_in_its_own_gemeente(part, measurer, waterweg):
    slices, gemeenten = neighbours(part), read_level(waterweg, "gemeente", ["soc_2024"])
    soc = dict(zip(gemeenten.code, gemeenten.values["soc_2024"].tolist(), strict=True))
    for code, wkb, place in zip(slices.code, slices.wkb, locate(part, slices.wkb, measurer)):
        assert place.own.code == f"GM{code[2:6]}" and not place.own.whole
        for shrunk in locate(part, [shapely.from_wkb(wkb).buffer(-2).wkb], measurer):
            assert shrunk.own.code == f"GM{code[2:6]}", "and so does an own area that nearly is that buurt"
    squares = measurer.measure(slices.wkb).scores.squares[:, -1]
    met = [(code, wkb) for code, wkb, count in zip(slices.code, slices.wkb, squares.tolist()) if count]
    assert len(met) > 3
    for code, wkb in met:
        step = ScenarioStep("toward", Target("a", shapely.from_wkb(wkb).buffer(-2).wkb), 0.5, "soc", goal="gemeente")
        assert ScenarioMeasurer(measurer, 2024).bind(step).goal == soc[f"GM{code[2:6]}"], "the goal of a measure there"
    names = {place.own.name for place in locate(part, slices.wkb, measurer)}
    assert names == {"Maassluis", "Schiedam"}
    codes, _outlines, values = gemeente_values(measurer, "lbm", 2024)
    published = read_level(waterweg, "gemeente", ["lbm_2024"])
    assert dict(zip(codes, values)) == dict(zip(published.code, published.values["lbm_2024"].tolist()))


def test_neighbours_as_reference_are_what_they_are_in_the_whole_file(part, measurer, waterweg):
    """The pack of one gemeente gives its neighbours, from the same file, as the pack of all three does."""
    mine, theirs = References(measurer).prepare(), References(Measurer(waterweg)).prepare()
    for code in ("GM0556", "GM0606", "GM0622"):
        assert mine.measures(gemeente_id(code)) == (code == "GM0622")
        for year in waterweg.years:
            got, wanted = (refs.figures(gemeente_id(code), year) for refs in (mine, theirs))
            assert got.total == pytest.approx(wanted.total, abs=1e-6) and got.class_number == wanted.class_number
            assert got.shares == pytest.approx(wanted.shares, abs=3e-5)
            assert got.weight_sum == pytest.approx(wanted.weight_sum, rel=1e-5)
            assert got.trend == pytest.approx(wanted.trend, abs=1e-6)
            for theme, value in wanted.dimensions.items():
                assert got.dimensions[theme] == (None if value is None else pytest.approx(value, abs=1e-6))
