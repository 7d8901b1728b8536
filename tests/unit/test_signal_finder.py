# SPDX-License-Identifier: GPL-2.0-or-later
"""Signals from a pack: levels, own polygons and clusters, what is refused, and what is said about the outcome."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from leefbaar_plugin.analysis.measure import Measurer, Recipe
from leefbaar_plugin.analysis.signals.finder import ClusterChoice, SignalFinder, find, own_areas
from leefbaar_plugin.analysis.signals.rule_set import load_rule, load_rules, with_parameters
from leefbaar_plugin.analysis.signals.square_clusters import measured_clusters
from leefbaar_plugin.engine.errors import CancelledError, InputError, PackError
from leefbaar_plugin.engine.signals.judge import FOUND, NOT_FOUND, UNKNOWN
from leefbaar_plugin.engine.signals.square_conditions import SquareCondition
from leefbaar_plugin.pack.files.resources import resource_path
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import Edition

FAR = shapely.to_wkb(shapely.box(0, 300_000, 100, 300_100))
CIRCLE = shapely.to_wkb(shapely.Point(87_000, 437_000).buffer(400))
BOW_TIE = shapely.to_wkb(shapely.Polygon([(86_000, 436_000), (88_000, 438_000), (88_000, 436_000), (86_000, 438_000)]))


@pytest.fixture(scope="module")
def schiedam(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs") / "schiedam"
    return open_pack(import_edition(inspect([resource_path("demo", "schiedam")]), folder).folder)


@pytest.fixture(scope="module")
def finder(schiedam):
    return SignalFinder(Measurer(schiedam))


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """A pack of two years without counts and without outlines of wijken."""
    folder = tmp_path_factory.mktemp("files")
    edition = Edition(folder)
    paths = [edition.grid_csv(), edition.buurt_csv(), edition.buurt_gpkg(), edition.grid_gpkg()]
    return open_pack(import_edition(inspect(paths), tmp_path_factory.mktemp("packs") / "bare").folder)


@pytest.mark.parametrize("rule", load_rules())
def test_own_polygons_are_judged_as_the_buurten_they_copy(finder, schiedam, rule):
    buurten = read_level(schiedam, "buurt")
    official = finder.find(load_rule(rule), "buurt")
    drawn = [at for at, wkb in enumerate(buurten.wkb) if wkb is not None]
    assert len(drawn) == len(buurten) - 3, "of three there is no outline to copy"
    copied = buurten.where(drawn)
    own = finder.find(load_rule(rule), own_areas(copied.name, copied.wkb))
    assert own.judgement.state.tolist() == official.judgement.state[drawn].tolist()
    assert own.judgement.explains.tolist() == official.judgement.explains[drawn].tolist()
    for name, value in official.judgement.values.items():
        np.testing.assert_allclose(own.judgement.values[name], value[drawn], rtol=1e-12, atol=1e-12)
    assert official.year == 2024 and official.since in (None, 2022)
    assert (official.since is not None) == finder.needs_since(load_rule(rule))
    figures = Measurer(schiedam).measure(copied.wkb).scores
    np.testing.assert_array_equal(official.figures.total[drawn], figures.total)
    assert official.figures.is_published.all() and not np.isnan(official.figures.total).any()


def test_what_was_found_can_be_read(finder):
    found = finder.find(load_rule("structureel_onder_druk"), "buurt")
    assert 0 < found.count(FOUND) < len(found) and found.count() + found.count(NOT_FOUND) + found.count(UNKNOWN) == len(
        found
    )
    places = found.places()
    sizes = found.judgement.values["size"][places]
    assert len(places) == found.count() and (np.diff(sizes) <= 0).all()
    why = found.why(places[0], "nl")
    assert why.startswith("Gevonden. Omvang: ") and "vereist ten minste 250: voldoet." in why
    assert why.endswith(").") and "De grootste bijdrage komt van overlast en onveiligheid (−" in why
    assert found.explains(places[0]) == "onv"
    other = found.places(NOT_FOUND)[-1]
    assert found.why(other, "en").startswith("Not found. ") and "not met." in found.why(other, "en")
    assert found.rule_text("nl").startswith("Een gebied dat in 2024 aan drie eisen voldoet.")
    assert [state for _, state in found.conditions(places[0], "en")] == [1, 1, 1]
    assert found.columns("nl")["imputed"] == found.figures.imputed[:, -1].tolist()


def test_the_strongest_case_comes_first(finder):
    """Of a rank that is the lowest; what is unknown comes last."""
    found = finder.find(with_parameters(load_rule("onveilig_laag"), {"rank": 50}), "buurt")
    places, rank = found.places(), found.judgement.values["safety"]
    assert len(places) > 2 and rank[places[0]] < rank[places[-1]] and (np.diff(rank[places]) >= 0).all()
    others = rank[found.places(NOT_FOUND)]
    assert not (np.diff(others) < 0).any()


def test_columns_have_none_for_what_is_unknown(finder):
    found = finder.find(load_rule("aandachtsbuurt"), own_areas(["far", "none"], [FAR, None]))
    columns = found.columns("nl")
    assert columns["found"] == [None, None] and columns["size"] == [None, None] and columns["size_met"] == [None, None]
    assert columns["lbm"] == [None, None] and columns["class"] == [None, None] and columns["explains"] == [None, None]
    assert columns["squares"] == [0, 0] and columns["why"][0].startswith("Niet te beoordelen")
    assert "onbekend inwoners; vereist ten minste 1.000: niet te beoordelen." in columns["why"][0]
    assert set(map(len, columns.values())) == {2} and found.columns("en", [1])["signal"] == ["aandachtsbuurt"]
    assert list(columns)[:4] == ["year", "since", "signal", "found"] and "signal_text" in columns
    assert list(columns)[-12:-6] == ["published", "lbm_squares", "lbm_diff", "part", "inhabitants", "small"]
    told = ["few", "low_coverage", "warning", "uncertain_weight", "uncertain_share", "without_dimensions"]
    assert list(columns)[-6:] == told and columns["few"] == [None, None] and None not in columns["warning"]


def test_a_parameter_changes_the_list(finder):
    rule = load_rule("ongunstige_buurt")
    numbers = [
        finder.find(with_parameters(rule, {"households": value}), "buurt").count() for value in (1, 100, 500, 2000)
    ]
    assert numbers == sorted(numbers, reverse=True) and numbers[0] > numbers[-1]


def test_years_are_chosen(finder, schiedam):
    rule = load_rule("dalers")
    recent, long = finder.find(rule, "buurt"), finder.find(rule, "buurt", 2024, 2014)
    assert (recent.since, long.since) == (2022, 2014)
    assert "2014 en 2024" in long.rule_text("nl")
    at = [schiedam.years.index(year) for year in (2014, 2024)]
    published = read_level(schiedam, "buurt", ["lbm_2014", "lbm_2024"], outlines=False).values
    change = published["lbm_2024"] - published["lbm_2014"]
    np.testing.assert_allclose(long.judgement.values["net"], change, atol=1e-12)
    own = finder.find(rule, own_areas(["circle"], [CIRCLE]), 2024, 2014)  # of no official area: the squares tell
    assert own.figures.squares[0, at[0]] == own.figures.squares[0, at[1]]
    squares = own.figures.total[0, at[1]] - own.figures.total[0, at[0]]
    assert own.judgement.values["net"][0] == pytest.approx(squares, abs=1e-12)
    earlier = finder.find(load_rule("onvoldoende_buurt"), "buurt", 2002)
    assert earlier.year == 2002 and earlier.explains(earlier.places()[0]) == ""  # 2002 has no dimensions


@pytest.mark.parametrize("neighbours", [4, 8])
@pytest.mark.parametrize("rule", ["structureel_onder_druk", "onveilig_laag", "dimensie_tegen", "vroegsignaal"])
def test_clusters_are_judged_as_their_outlines(finder, rule, neighbours):
    found = finder.find(load_rule(rule), ClusterChoice(neighbours, 20))
    assert len(found) and found.areas.level == "clusters"
    again = finder.find(load_rule(rule), own_areas(found.areas.name, found.areas.wkb))
    assert again.judgement.state.tolist() == found.judgement.state.tolist()
    for name, value in found.judgement.values.items():
        np.testing.assert_allclose(again.judgement.values[name], value, rtol=1e-12)
    np.testing.assert_allclose(again.figures.total, found.figures.total, rtol=1e-12)
    outlines = shapely.from_wkb(found.areas.wkb)
    assert shapely.is_valid(outlines).all()
    at = found.figures.years.index(2024)
    assert (found.figures.weight_sum[:, at] >= 20 * (1 - 1e-9)).all() and (found.figures.covered[:, at] == 1).all()


def test_measured_clusters(schiedam):
    measurer = Measurer(schiedam)
    areas, scores = measured_clusters(measurer, SquareCondition("class", {"highest": 4}), ClusterChoice(), 2024)
    at = scores.years.index(2024)
    assert areas.code == [str(n + 1) for n in range(len(areas))]
    assert scores.class_shares[:, at, :4].sum(axis=1) == pytest.approx(1)
    in_classes = schiedam.matrix.classes[:, at]
    assert scores.squares[:, at].sum() <= np.count_nonzero((in_classes > 0) & (in_classes <= 4))
    none, _ = measured_clusters(measurer, SquareCondition("class", {"highest": 4}), ClusterChoice(4, 1e9), 2024)
    assert len(none) == 0
    with pytest.raises(InputError, match="least number of dwellings can't be -1"):
        measured_clusters(measurer, SquareCondition("class", {"highest": 4}), ClusterChoice(4, -1), 2024)


def test_without_buurten_areas_are_ranked_among_themselves(tmp_path):
    edition = Edition(tmp_path)
    paths = [edition.grid_csv(), edition.grid_gpkg(), edition.counts_gpkg()]
    pack = open_pack(import_edition(inspect(paths), tmp_path / "pack").folder)
    x, y = float(pack.grid.column[0]) * 100, float(pack.grid.row[0]) * 100
    outlines = [shapely.to_wkb(shapely.box(x + 100 * at, y, x + 100 * at + 100, y + 100)) for at in range(3)]
    found = SignalFinder(Measurer(pack)).find(
        load_rule("onveilig_laag"), own_areas(["a", "b", "c"], [*outlines[:2], FAR])
    )
    said = "The rank is among these areas themselves (number: 2): the pack has no buurten."
    assert said in [note.text("en") for note in found.notes]
    assert sorted(found.judgement.values["safety"][:2]) == [0.5, 1.0]


def test_notes(finder, schiedam):
    ranked = finder.find(load_rule("onveilig_laag"), "buurt")
    scored = int((~np.isnan(ranked.figures.total[:, -1])).sum())
    note = ranked.notes[0]
    assert f"de buurten van dit gegevenspakket (aantal: {scored}), dat niet heel Nederland bevat." in note.text("nl")
    assert f"the neighbourhoods (buurten) of this data pack (number: {scored}), which doesn't" in note.text("en")
    gemeenten = finder.find(load_rule("onveilig_laag"), "gemeente")
    with_score = int((~np.isnan(gemeenten.figures.total[:, -1])).sum())
    assert f"(number: {with_score}" in gemeenten.notes[0].text("en") and with_score < scored
    assert np.nanmax(gemeenten.judgement.values["safety"]) == 1
    meant = finder.find(load_rule("aandachtsregio"), "buurt")
    assert meant.notes[0].text("nl") == "De regel is bedoeld voor: gemeenten, eigen gebieden."
    repaired = finder.find(load_rule("onvoldoende_buurt"), own_areas(["x"], [BOW_TIE]))
    assert repaired.notes[0].text("en") == "Areas repaired because of an invalid outline: 1."
    early = finder.find(load_rule("aandachtsbuurt"), "buurt", 2014)
    assert "the last 6 measurements; the pack has 4 up to 2014" in early.notes[0].text("en")
    assert finder.find(load_rule("onvoldoende_buurt"), "buurt").notes == ()


def test_what_cannot_be_judged_is_refused_with_a_sentence(finder, bare):
    rule = load_rule("onvoldoende_buurt")
    with pytest.raises(PackError, match="no areas of level pc4; it has buurt"):
        finder.find(rule, "pc4")
    with pytest.raises(PackError, match="Year 2023 isn't in the data pack"):
        finder.find(rule, "buurt", 2023)
    with pytest.raises(InputError, match="earlier year 2024 has to lie before 2022"):
        finder.find(load_rule("dalers"), "buurt", 2022, 2024)
    with pytest.raises(InputError, match="earlier measurement than 2002; there is none"):
        finder.find(load_rule("dalers"), "buurt", 2002)
    with pytest.raises(InputError, match="” needs 3 measurements; the data pack has 2 up to 2008"):
        finder.find(load_rule("structureel_onder_druk"), "buurt", 2008)
    with pytest.raises(InputError, match="asks for 5 of the last 4 measurements; that can't be"):
        finder.find(with_parameters(load_rule("structureel_onder_druk"), {"times": 5}), "buurt")
    with pytest.raises(InputError, match="There are no dimensions in 2016"):
        finder.find(load_rule("onveilig_laag"), "buurt", 2016)
    with pytest.raises(InputError, match="There are no dimensions in 2016"):
        finder.find(load_rule("dimensie_tegen"), "buurt", 2016)
    without = Measurer(bare)
    for rule_id, kind in (
        ("onvoldoende_buurt", "inhabitants"),
        ("ongunstige_buurt", "households"),
        ("dimensie_tegen", "dwellings"),
    ):
        with pytest.raises(InputError, match=f"” counts {kind}, and the data pack has none"):
            find(without, load_rule(rule_id), "buurt")
    assert len(find(without, load_rule("onveilig_laag"), "buurt")) == 4  # needs no counts


def test_the_recipe_of_the_measurer_is_used(schiedam):
    share = find(Measurer(schiedam), load_rule("onvoldoende_buurt"), "buurt")
    centre = find(Measurer(schiedam, Recipe("households", "centre")), load_rule("onvoldoende_buurt"), "buurt")
    assert centre.figures.weight == "households" and centre.figures.rule == "centre"
    values = centre.judgement.values["size"]
    assert not np.allclose(values, share.judgement.values["size"])


def test_progress_goes_up_and_cancels(schiedam):
    told = []

    def progress(fraction):
        told.append(fraction)
        return True

    find(Measurer(schiedam), load_rule("onveilig_laag"), ClusterChoice(), progress=progress)
    assert told == sorted(told) and told[0] == 0 and told[-1] == 1 and len(told) > 5
    with pytest.raises(CancelledError):
        find(Measurer(schiedam), load_rule("onveilig_laag"), "buurt", progress=lambda fraction: fraction < 0.3)
