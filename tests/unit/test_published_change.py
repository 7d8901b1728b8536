# SPDX-License-Identifier: GPL-2.0-or-later
"""Published change of areas: read, kept, shown as published, and held against the difference of the scores."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from leefbaar_plugin.analysis.change.area_changes import changes_of_level
from leefbaar_plugin.analysis.change.change_view import level_changes
from leefbaar_plugin.analysis.change.development_tables import change_columns, source_columns
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.engine.change.development import check_changes
from leefbaar_plugin.engine.errors import InputError, PackError
from leefbaar_plugin.pack.importing.import_checks import overview
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official_changes import change_checks, published_changes
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.words.check import check_lines
from tests.builders import DIMENSIONS, REFERENCE, Edition, contributions, table
from tests.unit.test_layouts import CODE, changes_in


def write(value, decimals):
    return f"{value:.{decimals}f}"


HEADER = ("bu_code", "bu_naam", "jaar_van", "jaar_naar", "lbm", *DIMENSIONS)
EXACTLY = {"rtol": 1e-14, "atol": 1e-16}
"""How far reading a text as a number may be off."""
CODES = [code for code, _, _ in Edition.BUURTEN]


def own_change(start, since, until):
    """The change that follows from the made-up scores of a buurt."""
    parts = np.subtract(contributions(start + until), contributions(start + since))
    return [float(parts.sum()), *parts.tolist()]


def change_rows(periods=((2022, 2024),), moved=None):
    rows = []
    for code, name, start in Edition.BUURTEN:
        for since, until in periods:
            row = [code, name, since, until, *own_change(start, since, until)]
            if moved and code == CODES[1]:
                row[4] += moved
                row[5] += moved
            rows.append(row)
    return rows


def write_changes(edition, rows, name="ontwikkeling.csv", **style):
    path = edition.folder / name
    path.write_bytes(table(HEADER, rows, **style))
    return path


def test_what_rows_of_change_lack_is_told(edition, make_pack):
    rows = change_rows()
    rows[0][4] = None
    rows[1][6] = None
    rows += [["BU00999900", "Elders", 2022, 2024, *own_change(1, 2022, 2024)]]
    edition.all()
    write_changes(edition, rows)
    info = make_pack([edition.folder]).info
    assert info["changes"]["buurt"]["lost"] == {"without_change": 1, "partly_missing": 1, "unknown_areas": 1}
    (line,) = [line for line in check_lines(info) if "published changes" in line.text]
    assert line.warns and line.text.startswith("Neighbourhoods (buurten): 3 published changes held against ")
    assert line.text.endswith(
        "1 row holds no change of the total; there our own difference is taken. 1 row lacks a dimension. "
        "Of 1 area there are neither scores nor outlines; its change was left out."
    )
    write_changes(edition, change_rows())
    whole = make_pack([edition.folder], "whole", gemeenten=["IJstad"]).info
    assert whole["changes"]["buurt"]["lost"] == {"without_change": 0, "partly_missing": 0, "unknown_areas": 0}
    assert not any(line.warns for line in check_lines(whole))


def test_our_own_difference_is_taken_where_the_published_change_is_missing(edition, make_pack):
    rows = change_rows(moved=0.25)
    rows[0][4] = None
    edition.all()
    write_changes(edition, rows)
    found = changes_of_level(make_pack([edition.folder]), "buurt", 2022, 2024)
    start = Edition.BUURTEN[0][2]
    assert found.found.change.total[0] == pytest.approx(own_change(start, 2022, 2024)[0], abs=1e-12)


@pytest.mark.official
@pytest.mark.parametrize("name", ["demo/schiedam", "demo/waterweg", "layouts/2022"])
def test_every_published_change_is_kept_to_the_digit(shared, tmp_path, name):
    pack = open_pack(import_edition(inspect([shared / name]), tmp_path / "pack").folder)
    tables = changes_in(shared / name)
    assert set(pack.info["changes"]) == {"buurt", "wijk", "gemeente", "pc4"} == set(tables) - {"grid"}
    for level, about in pack.info["changes"].items():
        frame = tables[level].astype({CODE[level]: str}).set_index(["jaar_van", "jaar_naar", CODE[level]]).sort_index()
        assert about["periods"] == [list(period) for period in frame.index.droplevel(2).unique().sort_values()]
        codes = sorted(frame.index.unique(2))
        for since, until in about["periods"]:
            expected = frame.loc[since, until].reindex(codes)[["lbm", *DIMENSIONS]].to_numpy()
            np.testing.assert_allclose(published_changes(pack, level, since, until), expected, **EXACTLY)
            np.testing.assert_allclose(published_changes(pack, level, until, since), -expected, **EXACTLY)
        check = about["check"]
        assert (check["compared"], check["without_scores"]) == (int(frame["lbm"].notna().sum()), 0)
        assert check["differing"] == check["not_adding_up"] == 0 and 0 < check["max_difference"] < 1e-12
    assert change_checks(pack) == {level: about["check"] for level, about in pack.info["changes"].items()}
    assert not overview(pack.info).needs_word
    assert published_changes(pack, "buurt", 2002, 2003) is None and published_changes(pack, "grid", 2002, 2008) is None


def test_published_change_is_shown_as_published(edition, make_pack):
    """Where it differs from the difference of the scores, the published one counts, and the import says so."""
    edition.all()
    write_changes(edition, change_rows(moved=0.25))
    pack = make_pack([edition.folder])
    found = changes_of_level(pack, "buurt", 2022, 2024, Measurer(pack))
    expected = [row[4:] for row in change_rows(moved=0.25)]
    np.testing.assert_allclose(found.found.change.themes, expected, **EXACTLY)
    assert found.stated.all() and found.published.all()
    assert source_columns(found) == {"as_published": [True] * 4}
    assert change_columns(pack.model, found, "share", "en")["basis"] == ["published"] * 4
    check = pack.info["changes"]["buurt"]["check"]
    assert check["max_difference"] == pytest.approx(0.25) and check["differing"] == 1
    assert check["not_adding_up"] == 0 and check["compared"] == 4
    assert check["farthest"] == [CODES[1], 2022, 2024]
    assert overview(pack.info).changes_above == ("buurt",) and not overview(pack.info).above
    assert change_checks(pack) == {"buurt": check}
    with pytest.raises(InputError, match="2024 lies after"):
        changes_of_level(pack, "buurt", 2024, 2022, Measurer(pack))
    one = level_changes(pack, "buurt", 2022, 2024, Measurer(pack)).one(1)
    assert one.stated and one.total == pytest.approx(expected[1][0], abs=1e-15)


def test_published_change_without_one_of_the_scores(edition, make_pack):
    """Taken where scores of a year are missing; the missing score follows from it, not from the squares."""
    edition.all()
    rows = [row for row in edition.area_rows(Edition.BUURTEN) if (row[0], row[2]) != (CODES[1], 2022)]
    (edition.folder / "buurten.csv").write_bytes(table(("bu_code", "bu_naam", "jaar", "lbm", "afw", *DIMENSIONS), rows))
    bare = make_pack([edition.folder], "bare")
    without = changes_of_level(bare, "buurt", 2022, 2024, Measurer(bare))
    assert without.published.tolist() == [True, False, True, True] and not without.stated.any()
    write_changes(edition, [row for row in change_rows() if row[0] != CODES[3]])
    pack = make_pack([edition.folder], "whole")
    found = changes_of_level(pack, "buurt", 2022, 2024, Measurer(pack))
    assert found.stated.tolist() == [True, True, True, False] and found.published.all()
    assert found.found.change.total[1] == pytest.approx(change_rows()[1][4], abs=1e-15)
    assert pack.info["changes"]["buurt"]["check"]["without_scores"] == 1
    said = next(line.text for line in check_lines(pack.info) if "published changes" in line.text)
    assert "Of 1 the scores of a year are missing; there the published change is taken." in said
    one = level_changes(pack, "buurt", 2022, 2024, Measurer(pack)).one(1)
    after = REFERENCE + sum(contributions(Edition.BUURTEN[1][2] + 2024))
    assert one.after == pytest.approx(after, abs=1e-12) and one.before == pytest.approx(after - one.total, abs=1e-12)


def test_change_of_the_chosen_areas_only(edition, make_pack):
    edition.all()
    write_changes(edition, list(reversed(change_rows())))
    pack = make_pack([edition.folder], gemeenten=["Súdwest"])
    expected = [row[4:] for row in change_rows()[2:]]
    np.testing.assert_allclose(published_changes(pack, "buurt", 2022, 2024), expected, **EXACTLY)


def test_rows_in_any_order_and_missing_ones(edition, make_pack):
    edition.all()
    rows = change_rows(((2014, 2022), (2014, 2024), (2022, 2024)))
    del rows[4]
    order = np.random.default_rng(3).permutation(len(rows))
    write_changes(edition, [rows[at] for at in order], delimiter=";", decimal=",")
    pack = make_pack([edition.folder])
    found = published_changes(pack, "buurt", 2014, 2024)
    assert np.isnan(found[1]).all() and not np.isnan(found[[0, 2, 3]]).any()
    frame = pd.DataFrame(rows, columns=HEADER).set_index(["jaar_van", "jaar_naar", "bu_code"])
    np.testing.assert_allclose(found[0], frame.loc[2014, 2024, CODES[0]][["lbm", *DIMENSIONS]].astype(float))


@pytest.mark.parametrize(
    ("at", "cell", "sentence"),
    [
        (2, 2024, "line 3: “2024” and “2024” are no period; expected are two years, the first one first."),
        (3, 2020, "line 3: “2022” and “2020” are no period; expected are two years, the first one first."),
        (3, 2024.5, "line 3: “2022” and “2024.5” are no period; expected are two years, the first one first."),
        (0, "", "line 3: column bu_code is empty; expected is the code of an area."),
        (0, CODES[0], f"line 3: the change of {CODES[0]} from 2022 to 2024 stands there twice (first on line 2)."),
        (4, "stijgt", "line 3: column lbm holds “stijgt” where a number was expected."),
    ],
)
def test_bad_rows_are_refused(edition, refused, at, cell, sentence):
    edition.all()
    rows = change_rows()
    rows[1][at] = cell
    write_changes(edition, rows)
    assert refused([edition.folder]) == f"ontwikkeling.csv, {sentence}"


def test_damage_of_the_pack_is_noticed(edition, make_pack):
    edition.all()
    write_changes(edition, change_rows())
    pack = make_pack([edition.folder])
    path = pack.folder / "changes_buurt.npy"
    assert path.name in pack.info["files"]
    np.save(path, np.zeros((1, 3, 6)))
    with pytest.raises(PackError, match=r"is damaged \(sizes differ\)"):
        published_changes(pack, "buurt", 2022, 2024)


def test_a_pack_without_changes(edition, make_pack):
    pack = make_pack(edition.all())
    assert "changes" not in pack.info and published_changes(pack, "buurt", 2022, 2024) is None
    found = changes_of_level(pack, "buurt", 2022, 2024, Measurer(pack))
    assert found.published.all() and not found.stated.any()


def test_the_check_by_hand(lbm3):
    nan = np.nan
    stated = np.array([[[0.3, 0.1, 0.2], [0.3, 0.1, 0.1], [0.1, nan, nan], [nan, nan, nan]]])
    own = np.array([[[0.3, 0.1, 0.2], [0.3, 0.1, 0.2], [nan, nan, nan], [0.2, 0.1, 0.1]]])
    check = check_changes(lbm3, stated, own)
    assert (check.compared, check.differing, check.not_adding_up, check.without_scores) == (2, 1, 1, 1)
    assert check.max_difference == pytest.approx(0.1)
    nothing = check_changes(lbm3, np.full((1, 1, 2), nan), np.zeros((1, 1, 2)))
    assert (nothing.compared, nothing.max_difference, nothing.differing) == (0, 0.0, 0)
