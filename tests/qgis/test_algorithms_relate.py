# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:relate`: files and layers as table, outputs as the engine gives them, what it says and refuses."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.relations.relations import RelationChoice, relate_table
from leefbaar_plugin.analysis.reported.own_figure import figure_by_class, quadrants_by_gemeente
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.tables.user_table import read_user_table

from .conftest import SHARED, Recorder, rows

RENT = "perc_huurwoningen_in_bezit_woningcorporaties"
FIELDS = "code name score class class_certain value weight_value region quadrant residual published part".split()
FIELDS += ["inhabitants", "small", "few", "low_coverage", "warning"]


@pytest.fixture(scope="session")
def table(schiedam, tmp_path_factory):
    """A CSV with a figure per buurt that falls with the score, and two codes that belong to no buurt."""
    areas = read_level(schiedam, "buurt", ["lbm_2024"], outlines=False)
    lines = ["buurt;aandeel;woningen"]
    for number, (code, score) in enumerate(zip(areas.code, areas.values["lbm_2024"].tolist(), strict=True)):
        share = -99997 if number == 3 or math.isnan(score) else 100 * (4.6 - score) + 3 * (number % 5)
        lines.append(f"{code};{str(round(share, 1)).replace('.', ',')};{100 + number}")
    lines += ["BU99990001;5;1", "BU99990002;6;1"]
    path = tmp_path_factory.mktemp("tabellen") / "eigen cijfers é.csv"
    path.write_bytes("\r\n".join(lines).encode("latin-1"))
    return path


@pytest.fixture(scope="session")
def official_folder(tmp_path_factory):
    if not (SHARED / "official" / "wfs").is_dir():
        pytest.skip("needs ../shared/data")
    return import_edition(inspect([SHARED / "official" / "wfs"]), tmp_path_factory.mktemp("packs") / "wfs").folder


def test_as_the_engine(run, schiedam, schiedam_folder, table):
    said = Recorder()
    made = run(
        "relate",
        said,
        PACK=schiedam_folder,
        TABLE=table,
        VALUE_FIELD="aandeel",
        WEIGHT=1,
        REGION=1,
        OUTPUT="TEMPORARY_OUTPUT",
    )
    choice = RelationChoice("buurt", "lbm", 2024, "aandeel", weight="dwellings", region="gemeente")
    wanted = relate_table(schiedam, read_user_table(table), choice, Measurer(schiedam))
    one = wanted.relation
    assert made["N"] == one.n and made["N_EFFECTIVE"] == one.weighted_pearson.effective
    assert (made["PEARSON"], made["PEARSON_LOW"]) == (one.pearson.value, one.pearson.low)
    assert made["SPEARMAN_WEIGHTED_HIGH"] == one.weighted_spearman.high
    assert (made["TURNING_POINT"], made["TURNING_POINT_P"]) == (one.turning_point.at, one.turning_point.p)
    line = one.line.interval(0.95)
    assert (made["SLOPE_LOW"], made["SLOPE_HIGH"], made["PEARSON_P"]) == (*line, one.pearson.p)
    near = one.spatial
    spatial = (near.pearson.effective, near.pearson.low, near.spearman.p) if near else (None, None, None)
    assert (made["N_SPATIAL"], made["PEARSON_SPATIAL_LOW"], made["SPEARMAN_SPATIAL_P"]) == spatial
    assert (made["MORAN_SCORE"], made["MORAN_VALUE_P"]) == (one.moran_score.value, one.moran_value.p)
    shares = [made[name] for name in ("LOW_LOW", "LOW_HIGH", "HIGH_LOW", "HIGH_HIGH")]
    assert shares == one.table.share.ravel().tolist() and sum(shares) == pytest.approx(1)
    assert (made["UNMATCHED"], made["UNMATCHED_CODES"]) == (2, "BU99990001,BU99990002")
    assert any("BU99990001, BU99990002" in line for line in said.infos)
    assert any("Association, no cause" in line for line in said.infos)
    assert any("not a causal model" in line for line in said.infos)
    assert any("Schiedam, Pearson" in line for line in said.infos)
    assert any("values that are secret" in line for line in said.infos)
    assert said.warnings and made["REPORT"].splitlines() == said.infos[: len(made["REPORT"].splitlines())]
    layer = made["OUTPUT"]
    assert layer.fields().names() == FIELDS and layer.crs().authid() == "EPSG:28992"
    assert [layer.fields().field(name).type() for name in ("code", "score", "class", "region", "quadrant")] == [
        QMetaType.Type.QString,
        QMetaType.Type.Double,
        QMetaType.Type.Int,
        QMetaType.Type.QString,
        QMetaType.Type.QString,
    ]
    found = {row["code"]: row for row in rows(layer)}
    assert len(found) == wanted.joined.matched == layer.featureCount()
    for at, code in enumerate(wanted.areas.code):
        row = found[code]
        value = wanted.value[at]
        assert row["value"] == (None if math.isnan(value) else value)
        assert row["region"] == "Schiedam"
        residual = wanted.relation.residual[at]
        assert row["residual"] == (None if math.isnan(residual) else residual)
        assert (row["quadrant"] is None) == (not wanted.relation.used[at])
    scale, classes = schiedam.model.total_classification, {row["code"]: row["class_certain"] for row in found.values()}
    bounds = list(zip(scale.low, scale.high, strict=True))
    for row in found.values():
        inside = any(low < row["score"] < high for low, high in bounds) if row["score"] is not None else None
        assert classes[row["code"]] == (None if inside is None else not inside), row["code"]
    small = {"BU06060202", "BU06060802", "BU06061101"}  # scores, and no outline
    assert {feature["code"] for feature in layer.getFeatures() if not feature.hasGeometry()} == small & set(found)


def test_a_class_near_a_bound_isn_t_certain(run, schiedam_folder, schiedam, table, monkeypatch):
    """Where the interval of a bound lies around the score of one buurt; of a dimension bounds are sharp."""
    given = {"PACK": schiedam_folder, "TABLE": table, "VALUE_FIELD": "aandeel", "OUTPUT": "TEMPORARY_OUTPUT"}
    plain = {row["code"]: row for row in rows(run("relate", **given)["OUTPUT"])}
    scored = [row for row in plain.values() if row["score"] is not None]
    assert any(row["class_certain"] for row in scored)
    dimension = rows(run("relate", THEME=2, **given)["OUTPUT"])
    assert all(row["class_certain"] is (True if row["class"] else None) for row in dimension)
    choice = RelationChoice("buurt", "lbm", 2024, "aandeel")
    code, score = scored[0]["code"], scored[0]["score"]
    scale = type(schiedam.model.total_classification)
    monkeypatch.setattr(scale, "certain", lambda self, values: ~np.isclose(values, score, atol=1e-9))
    found = relate_table(schiedam, read_user_table(table), choice, Measurer(schiedam))
    told = dict(zip(found.areas.code, found.certain.tolist(), strict=True))
    assert told[code] is False and sum(not one for one in told.values()) == 1


def test_the_class_of_a_measured_dimension_near_a_bound(schiedam, table, monkeypatch):
    """What is published is certain; what squares give isn't in the interval of a bound."""
    read, measurer = read_user_table(table), Measurer(schiedam)
    measured = RelationChoice("buurt", "onv", 2024, "aandeel", measured=True)
    scores = relate_table(schiedam, read, measured, measurer).score
    at = int(np.flatnonzero(np.isfinite(scores))[0])
    scale = type(schiedam.model.total_classification)
    monkeypatch.setattr(scale, "certain", lambda self, values: ~np.isclose(values, scores[at], atol=1e-12))
    found = relate_table(schiedam, read, measured, measurer)
    assert np.flatnonzero(~found.certain).tolist() == [at]
    assert relate_table(schiedam, read, replace(measured, measured=False), measurer).certain.all()


def test_a_layer_as_table(run, schiedam_folder, table):
    """The same from a layer of the project, whose texts QGIS has read."""
    layer = QgsVectorLayer(
        f"file://{table}?type=csv&delimiter=;&encoding=latin-1&detectTypes=no", "eigen", "delimitedtext"
    )
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    try:
        given = {"PACK": schiedam_folder, "VALUE_FIELD": "aandeel", "OUTPUT": "TEMPORARY_OUTPUT"}
        of_file, of_layer = (run("relate", TABLE=one, **given) for one in (table, layer))
        for name in ("N", "PEARSON", "SPEARMAN_LOW", "TURNING_POINT", "MORAN_VALUE", "UNMATCHED_CODES"):
            assert of_file[name] == of_layer[name], name
        assert run("relate", TABLE=layer.id(), **given)["PEARSON"] == of_file["PEARSON"]
    finally:
        QgsProject.instance().removeMapLayer(layer.id())


@pytest.mark.parametrize(("weight", "field"), [(0, None), (0, "woningen"), (3, None)])
def test_weights(run, schiedam_folder, table, weight, field):
    made = run(
        "relate",
        PACK=schiedam_folder,
        TABLE=table,
        CODE_FIELD="buurt",
        VALUE_FIELD="aandeel",
        WEIGHT=weight,
        WEIGHT_FIELD=field,
        OUTPUT="TEMPORARY_OUTPUT",
    )
    if not (weight or field):
        assert made["PEARSON_WEIGHTED"] is None and made["N_EFFECTIVE"] == made["N"]
    else:
        assert made["PEARSON_WEIGHTED_LOW"] < made["PEARSON_WEIGHTED"] < made["PEARSON_WEIGHTED_HIGH"]
        assert made["N_EFFECTIVE"] < made["N"]


def test_advanced_choices(run, schiedam_folder, table):
    given = {"PACK": schiedam_folder, "TABLE": table, "VALUE_FIELD": "aandeel", "OUTPUT": "TEMPORARY_OUTPUT"}
    plain = run("relate", **given)
    bound = run("relate", SCORE_CUT=3, VALUE_CUT=3, VALUE_BOUND=40, **given)
    low = [row for row in rows(bound["OUTPUT"]) if row["quadrant"] and row["quadrant"].startswith("low score")]
    assert low and {row["class"] for row in low} <= {1, 2, 3, 4}  # the bound is that of class 5
    assert bound["LOW_LOW"] + bound["LOW_HIGH"] == pytest.approx(len(low) / bound["N"])
    none = run("relate", NEIGHBOURS=2, **given)
    assert none["MORAN_SCORE"] is None and none["PEARSON"] == plain["PEARSON"]
    narrow = run("relate", CONFIDENCE=0.5, NEIGHBOURS=1, **given)
    assert narrow["PEARSON_HIGH"] < plain["PEARSON_HIGH"] and narrow["MORAN_SCORE"] != plain["MORAN_SCORE"]
    measured = run("relate", MEASURED=True, THEME=3, **given)
    assert "computed from the squares" in measured["REPORT"]
    with pytest.raises(QgsProcessingException, match="lacks its number"):
        run("relate", VALUE_CUT=3, **given)


def test_refusals(run, schiedam_folder, table, tmp_path):
    given = {"PACK": schiedam_folder, "OUTPUT": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException, match="has no column weg"):
        run("relate", TABLE=table, VALUE_FIELD="weg", **given)
    assert run("relate", TABLE=table, VALUE_FIELD="aandeel", LEVEL=3, **given)["N"] == 0, "no code is that of a PC4"
    empty = tmp_path / "leeg.csv"
    empty.write_text("a;b\n")
    with pytest.raises(QgsProcessingException, match=r"leeg\.csv"):
        run("relate", TABLE=empty, VALUE_FIELD="b", **given)
    path = tmp_path / "uit.gpkg"
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("relate", Recorder(cancel_at=30), PACK=schiedam_folder, TABLE=table, VALUE_FIELD="aandeel", OUTPUT=path)
    assert not path.exists()


def test_a_long_table_asks_which_year(run, schiedam_folder, table, tmp_path):
    header, *rows = table.read_text(encoding="latin-1").splitlines()
    long = tmp_path / "lang.csv"
    lines = [f"{row};{year}" for year in (2018, 2020) for row in rows]
    long.write_text("\n".join([f"{header};jaar", *lines]), encoding="utf-8")
    given = {"PACK": schiedam_folder, "VALUE_FIELD": "aandeel", "OUTPUT": "TEMPORARY_OUTPUT"}
    with pytest.raises(QgsProcessingException, match="several years per area, in column jaar: 2018, 2020"):
        run("relate", TABLE=str(long), **given)
    made = run("relate", TABLE=str(long), TABLE_YEAR=2020, **given)
    assert made["PEARSON"] == run("relate", TABLE=str(table), **given)["PEARSON"]


def test_official_data(run, official_folder):
    """Social rent and an old table, on buurten as published."""
    cbs = SHARED / "cbs"
    given = {"PACK": official_folder, "OUTPUT": "TEMPORARY_OUTPUT"}
    rent = run(
        "relate", TABLE=cbs / "kerncijfers_buurten_2024.csv", VALUE_FIELD=RENT, WEIGHT_FIELD="woningvoorraad", **given
    )
    assert rent["N"] == 178 and rent["UNMATCHED"] == 40
    assert rent["PEARSON"] == pytest.approx(-0.6127, abs=1e-4)
    old = cbs / "SES_WOA_scores_per_wijk_en_buurt_2019_amsterdam.csv"
    column = "SES-WOA/Totaalscore/Gemiddelde score (Getal)"
    made = run("relate", TABLE=old, VALUE_FIELD=column, **given)
    assert made["N"] == 0 and made["PEARSON"] is None and made["OUTPUT"].featureCount() == 0
    assert len(made["UNMATCHED_CODES"].split(",")) == made["UNMATCHED"] == 479


def test_in_dutch(run, schiedam_folder, table, dutch):
    made = run("relate", PACK=schiedam_folder, TABLE=table, VALUE_FIELD="aandeel", OUTPUT="TEMPORARY_OUTPUT")
    assert "geen causaal model" in made["REPORT"]


def test_tables_by_class_and_by_gemeente(run, schiedam, schiedam_folder, table):
    given = {"PACK": schiedam_folder, "TABLE": table, "VALUE_FIELD": "aandeel", "OUTPUT": "TEMPORARY_OUTPUT"}
    made = run("relate", WEIGHT=1, CLASSES="TEMPORARY_OUTPUT", GEMEENTEN="TEMPORARY_OUTPUT", **given)
    choice = RelationChoice("buurt", "lbm", 2024, "aandeel", weight="dwellings")
    found = relate_table(schiedam, read_user_table(table), choice, Measurer(schiedam))
    for name, expected in (
        ("CLASSES", figure_by_class(found, "en")),
        ("GEMEENTEN", quadrants_by_gemeente(found, dict(schiedam.info["gemeenten"]))),
    ):
        got = rows(made[name])
        assert got and list(got[0]) == list(expected)
        for column, values in expected.items():
            assert [row[column] for row in got] == pytest.approx(values), column
    means = [row["mean"] for row in rows(made["CLASSES"])]
    assert means == sorted(means, reverse=True)  # the figure falls with the score
    assert "CLASSES" not in run("relate", **given)


def test_the_change_of_the_score_and_of_the_figure(run, schiedam, schiedam_folder, table):
    said = Recorder()
    given = {"PACK": schiedam_folder, "TABLE": table, "VALUE_FIELD": "aandeel", "OUTPUT": "TEMPORARY_OUTPUT"}
    plain, changed = rows(run("relate", **given)["OUTPUT"]), rows(run("relate", said, SINCE=2014, **given)["OUTPUT"])
    before = rows(run("relate", YEAR=2014, **given)["OUTPUT"])
    for now, then, change in zip(plain, before, changed, strict=True):
        if now["score"] is not None and then["score"] is not None:
            assert change["score"] == pytest.approx(now["score"] - then["score"]) and change["class"] == now["class"]
    assert "The score is its change from 2014 to 2024; the class is that of 2024." in said.infos
    twice = rows(run("relate", said, SINCE=2014, VALUE_SINCE_FIELD="woningen", **given)["OUTPUT"])
    for number, (now, change) in enumerate(zip(plain, twice, strict=True)):
        if now["value"] is not None:
            assert change["value"] == pytest.approx(now["value"] - 100 - number)
    with pytest.raises(QgsProcessingException, match="has to lie before 2014"):
        run("relate", YEAR=2014, SINCE=2014, **given)
