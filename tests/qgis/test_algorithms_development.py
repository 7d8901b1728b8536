# SPDX-License-Identifier: GPL-2.0-or-later
"""Development, class shares of groups and transitions as algorithms: outputs, figures of the data room, bad input."""

from __future__ import annotations

import zipfile

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer, QgsWkbTypes

from leefbaar_plugin.analysis.change.area_changes import changes_of, changes_of_level
from leefbaar_plugin.analysis.groups.area_groups import own_groups
from leefbaar_plugin.analysis.groups.group_figures import cover_groups, group_paths, group_scores, group_transitions
from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official_changes import published_changes
from leefbaar_plugin.pack.reading.inspection import inspect

from .conftest import SCHIEDAM, SHARED, WATERWEG, Recorder, areas_layer, in_crs, official, rows

AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"
SECOND = "POLYGON((87000 436000, 89000 436000, 89000 438000, 87000 438000, 87000 436000))"
FAR = "POLYGON((0 300000, 1000 300000, 1000 301000, 0 301000, 0 300000))"
TEMPORARY = "TEMPORARY_OUTPUT"
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")


def table(layer) -> pd.DataFrame:
    return pd.DataFrame(rows(layer))


def test_development_of_a_layer(run, schiedam, schiedam_folder):
    layer = areas_layer(AREA, SECOND, FAR, None)
    recorder = Recorder()
    made = run(
        "development",
        recorder,
        PACK=schiedam_folder,
        AREAS=layer,
        SINCE=2014,
        UNTIL=2024,
        OUTPUT=TEMPORARY,
        GROUPS=TEMPORARY,
    )
    found, groups = table(made["OUTPUT"]), table(made["GROUPS"])
    expected = changes_of(
        Measurer(schiedam), [bytes(f.geometry().asWkb()) or None for f in layer.getFeatures()][:3], 2014, 2024
    )
    np.testing.assert_allclose(found["change"][:3].astype(float), expected.found.change.total, atol=1e-12)
    assert found["change"].isna().tolist() == [False, False, True, True]
    assert found["name"].tolist() == ["a1", "a2", "a3", "a4"] and found["own_calculation"].tolist()[:2] == [True, True]
    parts = found[[f"change_{name}" for name in DIMENSIONS]].sum(axis=1)
    np.testing.assert_allclose(parts[:2], found["change"][:2].astype(float), atol=1e-9)
    np.testing.assert_allclose(found[["worse", "same", "better"]].sum(axis=1)[:2], 1)
    assert found["group"].tolist() == ["all areas"] * 4 and len(groups) == 1 and groups["areas"][0] == 4
    np.testing.assert_allclose(groups[["inside", "turnover", "shift"]].sum(axis=1), groups["change"], atol=1e-12)
    summed = found[["inside", "turnover", "shift"]].astype(float).sum()
    np.testing.assert_allclose(summed, groups[["inside", "turnover", "shift"]].iloc[0].astype(float), atol=1e-12)
    assert made["OUTPUT"].crs().authid() == "EPSG:28992"
    assert made["GROUPS"].wkbType() == QgsWkbTypes.Type.NoGeometry
    assert any("own calculation" in text for text in recorder.infos)
    assert any("outside the scored squares" in text for text in recorder.infos)


def test_development_in_degrees_is_the_same(run, schiedam_folder):
    layer = areas_layer(AREA, SECOND)
    given = {"PACK": schiedam_folder, "SINCE": 2018, "OUTPUT": TEMPORARY}
    flat = table(run("development", AREAS=layer, **given)["OUTPUT"])
    round_ = table(run("development", AREAS=in_crs(layer, "EPSG:4326"), **given)["OUTPUT"])
    np.testing.assert_allclose(flat["change"], round_["change"], atol=1e-6)
    assert flat["until"].tolist() == [2024, 2024]


def test_groups_and_weights_of_a_layer(run, schiedam_folder):
    layer = areas_layer(AREA, SECOND, fields="&field=name:string&field=dw14:integer&field=dw24:integer")
    layer.startEditing()
    for feature, values in zip(layer.getFeatures(), ((100, 300), (100, 100))):
        layer.changeAttributeValue(feature.id(), 1, values[0])
        layer.changeAttributeValue(feature.id(), 2, values[1])
    layer.commitChanges()
    given = {"PACK": schiedam_folder, "AREAS": layer, "SINCE": 2014, "OUTPUT": TEMPORARY, "GROUPS": TEMPORARY}
    by_name = table(run("development", GROUP_FIELD="name", **given)["GROUPS"])
    assert by_name["group"].tolist() == ["a1", "a2"] and by_name["weight"].tolist() == ["dwellings"] * 2
    weighted = run("development", WEIGHT_SINCE="dw14", WEIGHT_UNTIL="dw24", **given)
    groups = table(weighted["GROUPS"])
    assert groups["weight"].tolist() == ["given"] and abs(groups["shift"][0]) > 0
    np.testing.assert_allclose(groups[["inside", "turnover", "shift"]].sum(axis=1), groups["change"], atol=1e-12)
    with pytest.raises(QgsProcessingException, match="needed for both years, or for none"):
        run("development", WEIGHT_SINCE="dw14", **given)


@pytest.mark.parametrize(("level", "number"), [("buurt", 0), ("gemeente", 2)])
def test_development_of_a_level(run, schiedam, schiedam_folder, level, number):
    made = run("development", PACK=schiedam_folder, LEVEL=number, SINCE=2014, OUTPUT=TEMPORARY, GROUPS=TEMPORARY)
    found = table(made["OUTPUT"])
    expected = changes_of_level(schiedam, level, 2014, 2024, Measurer(schiedam))
    assert found["code"].tolist() == expected.areas.code and found["name"].tolist() == expected.areas.name
    np.testing.assert_allclose(found["change"].astype(float), expected.found.change.total, atol=1e-12)
    assert made["OUTPUT"].featureCount() == official(schiedam_folder, level).featureCount()
    wanted = {"all areas"} if level == "gemeente" else set(expected.areas.gemeente)
    assert set(found["group"]) == wanted == set(table(made["GROUPS"])["group"])


def test_a_year_without_dimensions_warns(run, schiedam_folder):
    recorder = Recorder()
    made = table(run("development", recorder, PACK=schiedam_folder, LEVEL=2, SINCE=2002, OUTPUT=TEMPORARY)["OUTPUT"])
    assert any("2002 has no dimensions" in text for text in recorder.warnings)
    assert made["change"].notna().any() and made["change_fys"].isna().all() and made["explains"].isna().all()


@pytest.mark.parametrize("name", ["development", "transitions"])
@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"SINCE": 2024}, "first and the last year are both 2024"),
        ({"SINCE": 2003}, "Year 2003 isn't in the data pack"),
        ({"SINCE": 2014, "UNTIL": 2030}, "Year 2030 isn't in the data pack"),
    ],
)
def test_bad_periods(run, schiedam_folder, name, given, sentence):
    with pytest.raises(QgsProcessingException, match=sentence):
        run(name, PACK=schiedam_folder, OWN="Schiedam", LEVEL=0, OUTPUT=TEMPORARY, **given)


def test_level_that_isnt_there(run, tmp_path):
    files = [path for path in SCHIEDAM.iterdir() if not path.name.startswith("open-data")]
    with zipfile.ZipFile(next(SCHIEDAM.glob("open-data*.zip"))) as archive:
        name = next(name for name in archive.namelist() if "scores grids" in name)
        files.append(tmp_path / "grids.csv")
        files[-1].write_bytes(archive.read(name))
    folder = import_edition(inspect(files), tmp_path / "pack").folder
    with pytest.raises(QgsProcessingException, match=r"no areas of level .*PC4"):
        run("development", PACK=folder, LEVEL=3, SINCE=2014, OUTPUT=TEMPORARY)


def test_level_without_outlines(run, schiedam_folder, schiedam):
    """Published change needs no place on the map."""
    said = Recorder()
    made = run("development", said, PACK=schiedam_folder, LEVEL=3, SINCE=2014, OUTPUT=TEMPORARY)["OUTPUT"]
    found = rows(made)
    stated = published_changes(schiedam, "pc4", 2014, 2024)
    assert len(found) == 13 and not any(feature.hasGeometry() for feature in made.getFeatures())
    assert [row["change"] for row in found] == stated[:, 0].tolist()
    assert all(row["as_published"] and row["basis"] == "published" and row["squares"] is None for row in found)
    assert any("no outlines of level" in line for line in said.infos)


def test_wijken_made_of_buurten(run, schiedam_folder, schiedam):
    said = Recorder()
    made = run("development", said, PACK=schiedam_folder, LEVEL=1, SINCE=2014, OUTPUT=TEMPORARY)["OUTPUT"]
    found = rows(made)
    stated = published_changes(schiedam, "wijk", 2014, 2024)
    assert len(found) == 12 and [row["change"] for row in found] == stated[:, 0].tolist()
    assert sum(feature.hasGeometry() for feature in made.getFeatures()) >= 10
    assert any("unions of level" in line for line in said.infos)


def test_development_without_counts_uses_equal_weights(run, without_counts):
    recorder = Recorder()
    made = table(run("development", recorder, PACK=without_counts, LEVEL=0, SINCE=2014, OUTPUT=TEMPORARY)["OUTPUT"])
    assert set(made["weight"]) == {"equal"} and any("no counts of dwellings" in text for text in recorder.warnings)


@pytest.mark.parametrize(("name", "extra"), [("groupshares", {}), ("transitions", {"SINCE": 2014})])
def test_groups_without_counts_are_refused(run, without_counts, name, extra):
    with pytest.raises(QgsProcessingException, match="no counts of dwellings"):
        run(name, PACK=without_counts, OWN="Schiedam", OUTPUT=TEMPORARY, **extra)
    made = table(run(name, PACK=without_counts, OWN="Schiedam", WEIGHT=3, OUTPUT=TEMPORARY, **extra)["OUTPUT"])
    assert set(made["weight"]) == {"equal"}


@pytest.mark.parametrize(("name", "extra"), [("groupshares", {}), ("transitions", {"SINCE": 2014})])
def test_bad_groups(run, schiedam_folder, name, extra):
    with pytest.raises(QgsProcessingException, match="aren't in the data pack: Nergens, GM9999"):
        run(name, PACK=schiedam_folder, OWN="A: Nergens; Schiedam | B: GM9999", OUTPUT=TEMPORARY, **extra)
    with pytest.raises(QgsProcessingException, match=r"holds no group of this kind with all its gemeenten, .*G40"):
        run(name, PACK=schiedam_folder, OUTPUT=TEMPORARY, **extra)


def test_group_shares(run, schiedam, schiedam_folder):
    made = run("groupshares", PACK=schiedam_folder, OWN="Stad: Schiedam", YEARS="2014, 2024", OUTPUT=TEMPORARY)[
        "OUTPUT"
    ]
    assert made.wkbType() == QgsWkbTypes.Type.NoGeometry
    found = table(made)
    scores = group_scores(cover_groups(Measurer(schiedam), own_groups(schiedam, "Stad: Schiedam")), (2014, 2024))
    assert found["group"].tolist() == ["Stad"] * 2 and found["year"].tolist() == [2014, 2024]
    shares = found[[f"share_{number}" for number in range(1, 10)]].to_numpy(float)
    np.testing.assert_allclose(shares, scores.class_shares[0], atol=1e-12)
    np.testing.assert_allclose(shares.sum(axis=1), 1)
    sums = found[[f"sum_{number}" for number in range(1, 10)]].to_numpy(float)
    np.testing.assert_allclose(sums.sum(axis=1), found["weight_sum"].astype(float))
    assert found["base"].tolist() == [2014, 2014] and found["change_5"].isna().tolist() == [True, False]
    assert found["change_5"][1] == pytest.approx(shares[1, 4] - shares[0, 4])
    with pytest.raises(QgsProcessingException, match="Base year 2002 isn't one of the years"):
        run("groupshares", PACK=schiedam_folder, OWN="Schiedam", YEARS="2014", BASE=2002, OUTPUT=TEMPORARY)


def test_groups_of_all_kinds_together(run, schiedam_folder):
    recorder = Recorder()
    found = table(
        run(
            "groupshares",
            recorder,
            PACK=schiedam_folder,
            GROUPS=[0, 1, 2, 3],
            OWN="Own: GM0606",
            AREAS=areas_layer(AREA, SECOND),
            GROUP_FIELD="name",
            YEARS="2024",
            INCOMPLETE=True,
            OUTPUT=TEMPORARY,
        )["OUTPUT"]
    )
    assert found["group"].tolist() == ["g40", "urbanity1", "zuid-holland", "GM0606", "Own", "a1", "a2"]
    assert found["complete"].tolist() == [False, False, False, True, True, True, True]
    assert found["members"].tolist()[:3] == [41, 23, 50] and found["gemeente_count"].tolist()[0] == 1
    part = run("groupshares", recorder, PACK=schiedam_folder, GROUPS=[0, 3], YEARS="2024", OUTPUT=TEMPORARY)["OUTPUT"]
    assert table(part)["group"].tolist() == ["GM0606"] and any("Left out" in text for text in recorder.warnings)


def test_transitions_and_paths(run, schiedam, schiedam_folder):
    made = run("transitions", PACK=schiedam_folder, OWN="Schiedam", SINCE=2014, OUTPUT=TEMPORARY, PATHS=TEMPORARY)
    found, paths = table(made["OUTPUT"]), table(made["PATHS"])
    covered = cover_groups(Measurer(schiedam), own_groups(schiedam, "Schiedam"))
    expected = group_transitions(covered, 2014, 2024)
    both = found.dropna(subset=["from_class", "to_class"])
    assert len(both) == 81
    for row in both.to_dict("records"):
        assert row["weight_sum"] == pytest.approx(expected.weight[0, int(row["from_class"]), int(row["to_class"])])
    assert set(found.loc[found["from_class"].isna(), "from_name"]) <= {"no score"}
    summed = found.groupby("from_name")["share"].sum(min_count=1).dropna()
    np.testing.assert_allclose(summed.astype(float), 1)
    scores = group_paths(covered, 2024).scores
    assert len(paths) == 9 * len(schiedam.years)
    np.testing.assert_allclose(paths["lbm"].astype(float), scores.total.ravel(), atol=1e-12)
    assert "PATHS" not in run("transitions", PACK=schiedam_folder, OWN="Schiedam", SINCE=2014, OUTPUT=TEMPORARY)


def test_cancel_leaves_neither_table(run, schiedam_folder, tmp_path):
    first, second = tmp_path / "a.gpkg", tmp_path / "b.gpkg"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "transitions",
            Recorder(cancel_at=60),
            PACK=schiedam_folder,
            OWN="Schiedam",
            SINCE=2014,
            OUTPUT=first,
            PATHS=second,
        )
    assert not first.exists() and not second.exists()


def test_tables_in_files(run, schiedam_folder, tmp_path):
    path = tmp_path / "groepen é.csv"
    run("groupshares", PACK=schiedam_folder, OWN="Schiedam", OUTPUT=path)
    assert len(pd.read_csv(path)) == 9
    geopackage = tmp_path / "overgangen.gpkg"
    run("transitions", PACK=schiedam_folder, OWN="Schiedam", SINCE=2014, OUTPUT=geopackage)
    assert QgsVectorLayer(str(geopackage), "", "ogr").featureCount() >= 81


@pytest.mark.official
def test_waterweg_gemeenten_of_buurten(run, waterweg_folder):
    made = run("development", PACK=waterweg_folder, LEVEL=0, RULE=1, SINCE=2014, OUTPUT=TEMPORARY, GROUPS=TEMPORARY)
    groups = table(made["GROUPS"]).set_index("group")
    assert set(groups.index) == {"GM0556", "GM0606", "GM0622"}
    found = table(made["OUTPUT"])
    for code, part in found.groupby("group"):
        for term in ("inside", "turnover", "shift"):
            assert part[term].astype(float).sum() == pytest.approx(groups[term][code], abs=1e-12)


@pytest.mark.official
def test_development_of_lbm2_has_a_sixth_term(run, tmp_path):
    if not (SHARED / "official").is_dir():
        pytest.skip("needs ../shared/data")
    files = [SHARED / "official" / "lbm2", SHARED / "official" / "PC4 2022.gpkg"]
    folder = import_edition(inspect(files), tmp_path / "lbm2").folder
    recorder = Recorder()
    given = {"PACK": folder, "LEVEL": 3, "OUTPUT": TEMPORARY}
    made = run("development", recorder, SINCE=2012, UNTIL=2018, GROUPS=TEMPORARY, **given)
    found = table(made["OUTPUT"]).dropna(subset=["change"])
    assert len(found) > 2000 and "GROUPS" not in made
    assert any("Without squares" in text for text in recorder.warnings)
    assert set(found["change_reference"].round(4)) == {0.0396} and not found["own_calculation"].any()
    assert set(found["basis"]) == {"published"} and found[["worse", "squares", "group"]].isna().all().all()
    explained = found.dropna(subset=["explains"])
    assert set(explained["explains"]) <= {"won", "bev", "vrz", "vei", "fys"} and len(explained) > 100
    before = table(run("development", SINCE=2002, UNTIL=2012, **given)["OUTPUT"])
    assert before["change"].isna().all() and before["change_class"].notna().sum() > 2000
    with pytest.raises(QgsProcessingException, match="holds no squares"):
        run("groupshares", PACK=folder, OWN="Schiedam", WEIGHT=3, OUTPUT=TEMPORARY)


@pytest.mark.official
def test_a_margin_of_a_gemeente_is_told(run, tmp_path):
    if not WATERWEG.is_dir():
        pytest.skip("needs ../shared/data")
    folder = import_edition(inspect([WATERWEG]), tmp_path / "margin", ["GM0606"], 300.0).folder
    recorder = Recorder()
    given = {"PACK": folder, "SINCE": 2014, "OUTPUT": TEMPORARY}
    run("development", recorder, LEVEL=2, **given)
    assert official(folder, "gemeente").featureCount() == 2
    assert [text for text in recorder.warnings if "hold a part of it only: 1 area (Vlaardingen)" in text]
    recorder, whole = Recorder(), import_edition(inspect([WATERWEG]), tmp_path / "whole").folder
    asked = {"GROUPS": [3], "YEARS": "2014,2024", "OUTPUT": TEMPORARY}
    found = table(run("groupshares", recorder, PACK=folder, **asked)["OUTPUT"]).set_index(["group", "year"])
    wanted = table(run("groupshares", PACK=whole, **asked)["OUTPUT"]).set_index(["group", "year"]).loc[found.index]
    assert found["known_by"].unstack().loc[["GM0556", "GM0606", "GM0622"]].to_numpy().tolist() == [
        ["squares"] * 2,
        ["pack"] * 2,
        ["squares"] * 2,
    ], "what is there in part is no group: its figures are those of all its squares"
    for name in ("lbm", "unfavourable", "change_unfavourable", *(f"share_{number}" for number in range(1, 10))):
        np.testing.assert_allclose(found[name].astype(float), wanted[name].astype(float), atol=5e-5, err_msg=name)
    np.testing.assert_allclose(found["weight_sum"], wanted["weight_sum"], rtol=1e-5)
    assert any("hold all squares of Maassluis, Vlaardingen" in text for text in recorder.infos)
    only = table(run("groupshares", PACK=folder, WEIGHT=1, **asked)["OUTPUT"])
    assert set(only["group"]) == {"GM0606"}, "what was kept is by dwellings"


def test_areas_without_a_group_have_one_name(run, schiedam_folder):
    layer = areas_layer(AREA, AREA, AREA)
    layer.startEditing()
    for feature, name in zip(list(layer.getFeatures()), (None, "", "east")):
        layer.changeAttributeValue(feature.id(), 0, name)
    layer.commitChanges()
    given = {"PACK": schiedam_folder, "AREAS": layer, "GROUP_FIELD": "name", "SINCE": 2014, "OUTPUT": TEMPORARY}
    made = run("development", GROUPS=TEMPORARY, **given)
    assert sorted(table(made["GROUPS"])["group"]) == ["east", "no group"]
    assert run("transitions", **given)["OUTPUT"].uniqueValues(1) == {"east", "no group"}
