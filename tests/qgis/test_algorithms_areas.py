# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:aggregateareas`: published figures come out, and what isn't there is NULL."""

from __future__ import annotations

import math
import shutil

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.references.references import References

from .conftest import Recorder, areas_layer, in_crs, official, rows
from .test_algorithms_promise import AREA, DIMENSIONS, MEASURED_FIELDS, RANK_FIELDS, algorithm

FIGURES = ("lbm", "afw", *DIMENSIONS)
NO_FIGURES = (*FIGURES, "class", "class_name", "class_certain", *(f"share_{n}" for n in range(1, 10)))
FAR = "POLYGON((200000 500000, 201000 500000, 201000 501000, 200000 501000, 200000 500000))"
BOW_TIE = "POLYGON((86000 436000, 88000 438000, 88000 436000, 86000 438000, 86000 436000))"
TEMPORARY = "TEMPORARY_OUTPUT"


@pytest.mark.parametrize("folder", ["schiedam_folder", "waterweg_folder"])
def test_official_buurten_give_their_published_figures(run, request, folder):
    pack = request.getfixturevalue(folder)
    buurten = official(pack)
    made = run("aggregateareas", PACK=pack, AREAS=buurten, RULE=1, OUTPUT=TEMPORARY)["OUTPUT"]
    scored = 0
    drawn = {feature["code"] for feature in buurten.getFeatures() if feature.hasGeometry()}
    for row in rows(made):
        if row["code"] not in drawn:  # a small buurt: published, and nowhere to measure
            assert row["lbm"] is None and row["squares"] == 0 and row["lbm_2024"] is not None
            continue
        scored += 1
        for name in ("lbm", "afw", *DIMENSIONS):
            assert row[name] == row[f"{name}_2024"], (row["code"], name)
        assert row["class"] == row["class_lbm_2024"] and row["published"] is True
        assert row["lbm_squares"] == pytest.approx(row["lbm_2024"], abs=1e-5)
        assert row["lbm_diff"] == pytest.approx(row["lbm_2024"] - row["lbm_squares"], abs=1e-12)
        assert row["rule"] == "centre" and row["weight"] == "dwellings" and row["year"] == 2024
    assert scored == len(drawn) >= 59


def test_ranks_are_counted_again_by_numpy(run, schiedam, schiedam_folder):
    """Of buurten of Schiedam: the dwellings in squares with a higher score, and the place among the buurten."""
    made = rows(
        run("aggregateareas", PACK=schiedam_folder, AREAS=official(schiedam_folder), OUTPUT=TEMPORARY)["OUTPUT"]
    )
    references = References(Measurer(schiedam)).prepare()
    inside = references.squares_of(["gemeente:GM0606"])
    _, published, _ = schiedam.require_squares()
    weight = inside.share * references.measurer.weights.value[inside.square]
    score = published.total[inside.square, -1]
    listed = sorted((row["lbm"] for row in made if row["lbm"] is not None), reverse=True)
    ranked = 0
    for row in made:
        if row["weight_sum"] < 10:
            assert all(row[name] is None for name, _kind in RANK_FIELDS)
            continue
        ranked += 1
        wanted = weight[score > row["lbm"] + 1e-9].sum() / weight.sum()
        assert row["rank_gemeente"] == pytest.approx(wanted, abs=1e-9)
        # the three that are too small to be drawn are no buurten to be ranked among
        assert (row["rank_buurten"], row["buurten"]) == (1 + listed.index(row["lbm"]), len(listed)), row["code"]
        # these files hold one gemeente: of the others nothing is known, and nothing is made up
        assert row["rank_g4"] is row["rank_g40"] is row["rank_country"] is None
    assert ranked > 50 and len({row["rank_gemeente"] for row in made}) > 50


def test_all_years_and_what_they_lack(run, schiedam, schiedam_folder):
    buurten = official(schiedam_folder)
    made = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=buurten, YEARS="all", OUTPUT=TEMPORARY)["OUTPUT"])
    assert len(made) == buurten.featureCount() * len(schiedam.years)
    assert [row["year"] for row in made[: len(schiedam.years)]] == list(schiedam.years)
    without = set(schiedam.years) - set(schiedam.info["years_with_dimensions"])
    assert without == {2002, 2008, 2012, 2016}
    checked = 0
    for row in made:
        assert row["lbm"] is None or 3 < row["lbm"] < 5
        for name in DIMENSIONS:
            assert (row[name] is None) == (row["lbm"] is None or row["year"] in without)
        if row["lbm"] is None:
            assert all(row[name] is None for name in NO_FIGURES)
            assert row["squares"] == 0 and row["weight_sum"] == 0
            continue
        checked += 1
        shares = [row[f"share_{number}"] for number in range(1, 10)]
        assert sum(shares) == pytest.approx(1, abs=1e-9) and all(0 <= share <= 1 for share in shares)
        assert 0 < row["covered"] <= 1
        assert 0 <= row["imputed"] <= row["squares"]
        if row["year"] not in without:
            rounding = 2e-6 if row["published"] else 1e-9  # six digits are published
            assert sum(row[name] for name in DIMENSIONS) == pytest.approx(row["afw"], abs=rounding)
    assert checked > 200


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857"])
def test_areas_in_another_crs(run, schiedam_folder, crs):
    buurten = official(schiedam_folder)
    here = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=buurten, OUTPUT=TEMPORARY)["OUTPUT"])
    elsewhere = run("aggregateareas", PACK=schiedam_folder, AREAS=in_crs(buurten, crs), OUTPUT=TEMPORARY)["OUTPUT"]
    assert elsewhere.crs().authid() == crs
    for one, other in zip(here, rows(elsewhere), strict=True):
        for name in (*FIGURES, "weight_sum", "covered", "squares", "share_6"):
            assert (one[name] is None) == (other[name] is None)
            if one[name] is not None and name != "squares":
                assert other[name] == pytest.approx(one[name], rel=2e-4, abs=2e-4), name


def test_geometry_of_the_input_is_kept(run, schiedam_folder):
    source = in_crs(official(schiedam_folder), "EPSG:4326")
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=source, OUTPUT=TEMPORARY)["OUTPUT"]
    for one, other in zip(source.getFeatures(), made.getFeatures(), strict=True):
        assert one.geometry().asWkb() == other.geometry().asWkb()


def test_fields_of_the_input_that_clash_are_renamed(run, schiedam_folder):
    fields = "&field=lbm_input:string&field=Year:integer&field=lbm:double&field=share_1:string"
    layer = areas_layer(AREA, fields=fields)
    layer.dataProvider().changeAttributeValues({1: {1: 1999, 2: 1.5, 3: "mine"}})
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT=TEMPORARY)["OUTPUT"]
    names = made.fields().names()
    assert names[4:] == [name for name, _ in MEASURED_FIELDS]
    assert names[:2] == ["lbm_input", "Year_input"] and names[3] == "share_1_input"
    assert len({name.casefold() for name in names}) == len(names)
    row = rows(made)[0]
    assert row["Year_input"] == 1999 and row["year"] == 2024
    assert row["lbm_input"] == "a1" and row[names[2]] == 1.5 and row["share_1_input"] == "mine"


def test_geopackage_to_geopackage_with_several_years(run, schiedam, schiedam_folder, tmp_path):
    """The fid of the input comes back for every year; the file makes its own."""
    path = tmp_path / "out.gpkg"
    buurten = official(schiedam_folder)
    run("aggregateareas", PACK=schiedam_folder, AREAS=buurten, YEARS="all", OUTPUT=path)
    layer = QgsVectorLayer(str(path), "", "ogr")
    assert layer.featureCount() == buurten.featureCount() * len(schiedam.years)
    found = {(row["code"], row["year"]) for row in rows(layer)}
    assert len(found) == layer.featureCount()


@pytest.mark.parametrize("ending", ["shp", "geojson", "csv", "fgb"])
def test_other_formats(run, schiedam_folder, tmp_path, ending):
    path = tmp_path / f"out.{ending}"
    run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA, FAR), YEARS="2022,2024", OUTPUT=path)
    layer = QgsVectorLayer(str(path), "", "ogr")
    assert layer.isValid() and layer.featureCount() == 4


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, [2024]),
        ("", [2024]),
        ("  ", [2024]),
        ("2014", [2014]),
        (2014, [2014]),
        ("2024, 2014", [2014, 2024]),
        ("2014;2024", [2014, 2024]),
        ("2014 2024 2014", [2014, 2024]),
        ([2014, 2024], [2014, 2024]),
        (["2014", "2024"], [2014, 2024]),
        ("all", [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024]),
        ("ALL ", [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024]),
    ],
)
def test_years(run, schiedam_folder, given, expected):
    extra = {} if given is None else {"YEARS": given}
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT=TEMPORARY, **extra)["OUTPUT"]
    assert [row["year"] for row in rows(made)] == expected


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("2014, twintig", "“twintig” is no year"),
        ("2014-2024", "“2014-2024” is no year"),
        ("²", "“²” is no year"),
        ("2013", "Year 2013 isn't in the data pack; it has 2002, 2008"),
        ("all 2024", "“all” is no year"),
        ("-2024", "“-2024” is no year"),
        ("99999999999999999999", "isn't in the data pack"),
    ],
)
def test_wrong_years(run, schiedam_folder, tmp_path, given, words):
    path = tmp_path / "out.gpkg"
    with pytest.raises(QgsProcessingException, match=words):
        run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), YEARS=given, OUTPUT=path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("number", "name"), enumerate(["dwellings", "households", "inhabitants", "equal"]))
def test_weights(run, schiedam, schiedam_folder, number, name):
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), WEIGHT=number, OUTPUT=TEMPORARY)
    (row,) = rows(made["OUTPUT"])
    assert row["weight"] == name and row["rule"] == "share"
    if name == "equal":
        assert row["weight_sum"] == pytest.approx(row["squares"]) and row["imputed"] == 0  # corners on whole squares
    elif name == "inhabitants":
        assert row["weight_sum"] > 1.5 * row["squares"]


def test_weights_make_a_difference(run, schiedam_folder):
    made = [
        rows(run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), WEIGHT=n, OUTPUT=TEMPORARY)["OUTPUT"])
        for n in range(4)
    ]
    assert len({one[0]["lbm"] for one in made}) == 4


def test_without_counts_the_weight_is_equal_and_says_so(run, without_counts):
    for number in range(4):
        made = run("aggregateareas", PACK=without_counts, AREAS=areas_layer(AREA), WEIGHT=number, OUTPUT=TEMPORARY)
        (row,) = rows(made["OUTPUT"])
        assert row["weight"] == "equal" and row["imputed"] == 0
        assert row["weight_sum"] == pytest.approx(row["squares"])


def test_a_weight_that_isnt_there_is_warned_of(run, without_counts, schiedam_folder):
    feedback = Recorder()
    run("aggregateareas", feedback, PACK=without_counts, AREAS=areas_layer(AREA), OUTPUT=TEMPORARY)
    assert any("equal" in text and "dwellings" in text for text in feedback.warnings), feedback.warnings
    for folder, weight in ((without_counts, 3), (schiedam_folder, 0)):
        feedback = Recorder()
        run("aggregateareas", feedback, PACK=folder, AREAS=areas_layer(AREA), WEIGHT=weight, OUTPUT=TEMPORARY)
        assert not feedback.warnings


def test_area_outside_the_data(run, schiedam_folder):
    feedback = Recorder()
    made = run("aggregateareas", feedback, PACK=schiedam_folder, AREAS=areas_layer(AREA, FAR), OUTPUT=TEMPORARY)
    inside, outside = rows(made["OUTPUT"])
    assert inside["lbm"] > 3 and outside["name"] == "a2"
    assert all(outside[name] is None for name in NO_FIGURES)
    assert outside["squares"] == outside["weight_sum"] == outside["imputed"] == outside["covered"] == 0
    assert any("Area 2" in text and "outside" in text for text in feedback.infos)


def test_area_without_geometry_and_empty_one(run, schiedam_folder):
    feedback = Recorder()
    layer = areas_layer(None, "POLYGON EMPTY", AREA)
    made = run("aggregateareas", feedback, PACK=schiedam_folder, AREAS=layer, OUTPUT=TEMPORARY)["OUTPUT"]
    first, second, third = rows(made)
    for row in (first, second):
        assert all(row[name] is None for name in (*NO_FIGURES, "covered"))
        assert row["squares"] == 0 and row["weight"] == "dwellings"
    assert third["lbm"] > 3
    assert sum("is empty" in text for text in feedback.infos) == 2


def test_empty_layer(run, schiedam_folder):
    feedback = Recorder()
    made = run("aggregateareas", feedback, PACK=schiedam_folder, AREAS=areas_layer(), OUTPUT=TEMPORARY)["OUTPUT"]
    assert made.featureCount() == 0 and "lbm" in made.fields().names()
    assert any("no areas" in text for text in feedback.warnings)


@pytest.mark.parametrize("shape", [BOW_TIE, "POLYGON((86000 436000, 87000 436000, 86500 436000, 86000 436000))"])
def test_invalid_polygon_is_repaired_with_a_warning(run, schiedam_folder, shape):
    feedback = Recorder()
    made = run("aggregateareas", feedback, PACK=schiedam_folder, AREAS=areas_layer(AREA, shape), OUTPUT=TEMPORARY)
    assert len(rows(made["OUTPUT"])) == 2
    assert any("Area 2" in text and "repaired" in text for text in feedback.warnings)


def test_repair_by_either_rule(run, schiedam_folder):
    twice = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000, 86500 436500, 87500 436500,"
    twice += " 87500 437500, 86500 437500, 86500 436500, 86000 436000))"
    sums = [
        rows(
            run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(twice), FILL_RULE=rule, OUTPUT=TEMPORARY)[
                "OUTPUT"
            ]
        )[0]["weight_sum"]
        for rule in (0, 1)
    ]
    whole = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT=TEMPORARY)["OUTPUT"])
    assert sums[0] < 0.9 * sums[1]
    assert sums[1] == pytest.approx(whole[0]["weight_sum"])


@pytest.mark.parametrize(
    ("kind", "shape"),
    [
        ("LineString", "LINESTRING(86000 436000, 88000 438000)"),
        ("Point", "POINT(86000 436000)"),
        ("LineString", None),
    ],
)
def test_layer_that_holds_no_polygons_is_refused(run, schiedam_folder, tmp_path, kind, shape):
    layer = areas_layer(*([shape] if shape else []), kind=kind)
    with pytest.raises(QgsProcessingException, match="polygon"):
        run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT=tmp_path / "out.gpkg")
    assert not list(tmp_path.iterdir())


def test_layer_without_crs(run, schiedam_folder, tmp_path):
    layer = QgsVectorLayer("Polygon?field=name:string", "no crs", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert not layer.crs().isValid()
    with pytest.raises(QgsProcessingException, match="has no coordinate system"):
        run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT=tmp_path / "out.gpkg")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "shape", ["POLYGON((4.3 95, 4.4 95, 4.4 96, 4.3 95))", "POLYGON((174 -41, 175 -41, 175 -42, 174 -41))"]
)
def test_area_that_cant_be_transformed(run, schiedam_folder, tmp_path, shape):
    """A latitude that doesn't exist, and New Zealand."""
    layer = areas_layer("POLYGON((4.4 51.9, 4.41 51.9, 4.41 51.91, 4.4 51.9))", shape, crs="EPSG:4326")
    with pytest.raises(QgsProcessingException, match="Feature 2 can't be brought to EPSG:28992"):
        run("aggregateareas", PACK=schiedam_folder, AREAS=layer, OUTPUT=tmp_path / "out.gpkg")
    assert not list(tmp_path.iterdir())


def test_curves_and_heights(run, schiedam_folder):
    circle = "CURVEPOLYGON(CIRCULARSTRING(86000 437000, 87000 438000, 88000 437000, 87000 436000, 86000 437000))"
    made = rows(
        run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(circle, kind="CurvePolygon"), OUTPUT=TEMPORARY)[
            "OUTPUT"
        ]
    )
    high = AREA.replace("POLYGON((", "POLYGONZ((").replace(",", " 5,").replace("))", " 5))")
    flat = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT=TEMPORARY)["OUTPUT"])
    raised = rows(
        run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(high, kind="PolygonZ"), OUTPUT=TEMPORARY)[
            "OUTPUT"
        ]
    )
    assert raised[0]["lbm"] == flat[0]["lbm"]
    assert math.pi / 4 == pytest.approx(made[0]["weight_sum"] / flat[0]["weight_sum"], abs=0.15)


def test_selected_features_only(run, schiedam_folder, qgis_new_project):
    buurten = official(schiedam_folder)
    QgsProject.instance().addMapLayer(buurten)
    buurten.selectByIds([3, 5])
    made = run(
        "aggregateareas",
        PACK=schiedam_folder,
        AREAS=QgsProcessingFeatureSourceDefinition(buurten.id(), True),
        OUTPUT=TEMPORARY,
    )["OUTPUT"]
    assert made.featureCount() == 2


def test_more_areas_than_go_in_one_batch(run, schiedam_folder, monkeypatch):
    from leefbaar_plugin.processing.areas import aggregate_areas

    whole = rows(
        run("aggregateareas", PACK=schiedam_folder, AREAS=official(schiedam_folder), OUTPUT=TEMPORARY)["OUTPUT"]
    )
    monkeypatch.setattr(aggregate_areas, "_AT_ONCE", 7)
    feedback = Recorder()
    parts = run("aggregateareas", feedback, PACK=schiedam_folder, AREAS=official(schiedam_folder), OUTPUT=TEMPORARY)
    for one, other in zip(whole, rows(parts["OUTPUT"]), strict=True):
        for name, value in one.items():  # sums in another order may differ in the last bit
            assert other[name] == (pytest.approx(value, rel=1e-12) if isinstance(value, float) else value)
    assert feedback.progressed == sorted(feedback.progressed) and feedback.progressed[-1] <= 100


@pytest.mark.parametrize("cancel_at", [0, 30, 60, 90])
@pytest.mark.parametrize("ending", ["gpkg", "shp"])
def test_cancel_leaves_nothing(run, schiedam_folder, tmp_path, monkeypatch, cancel_at, ending):
    from leefbaar_plugin.processing.areas import aggregate_areas

    monkeypatch.setattr(aggregate_areas, "_AT_ONCE", 7)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "aggregateareas",
            Recorder(cancel_at),
            PACK=schiedam_folder,
            AREAS=official(schiedam_folder),
            YEARS="all",
            OUTPUT=tmp_path / f"out.{ending}",
        )
    assert not list(tmp_path.iterdir())


def test_cancelled_before_it_begins(run, schiedam_folder, tmp_path):
    feedback = Recorder()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("aggregateareas", feedback, PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT=tmp_path / "out.gpkg")
    assert not list(tmp_path.iterdir())


def test_cancel_keeps_the_other_layers_of_a_geopackage(run, schiedam_folder, tmp_path):
    path = tmp_path / "project.gpkg"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "mine"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        areas_layer(AREA), str(path), QgsProject.instance().transformContext(), options
    )
    output = f'ogr:dbname="{path}" table="figures" (geom)'
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run(
            "aggregateareas",
            Recorder(90),
            PACK=schiedam_folder,
            AREAS=official(schiedam_folder),
            YEARS="all",
            OUTPUT=output,
        )
    layer = QgsVectorLayer(str(path), "", "ogr")
    assert [text.split("!!::!!")[1] for text in layer.dataProvider().subLayers()] == ["mine"]
    run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT=output)
    assert QgsVectorLayer(f"{path}|layername=figures", "", "ogr").featureCount() == 1
    assert QgsVectorLayer(f"{path}|layername=mine", "", "ogr").featureCount() == 1


def test_output_that_cant_be_written(run, schiedam_folder, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("no folder")
    with pytest.raises(QgsProcessingException):
        run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT=blocked / "out.gpkg")
    assert blocked.read_text() == "no folder"


def test_feature_that_isnt_stored_is_an_error(run, schiedam_folder, monkeypatch, tmp_path):
    """As on a full disk: the sink says no, and that isn't passed over."""
    from leefbaar_plugin.processing import output

    class Full:
        def addFeature(self, *_):
            return False

        def lastError(self):
            return "disk is full"

    monkeypatch.setattr(output, "opened", lambda *_: (Full(), "nowhere"))
    with pytest.raises(QgsProcessingException, match="disk is full"):
        run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT=tmp_path / "out.gpkg")


def test_pack_that_is_half_deleted(run, schiedam_folder, tmp_path):
    folder = tmp_path / "half"
    shutil.copytree(schiedam_folder, folder)
    (folder / "values.npy").unlink()
    for name, extra in (
        ("aggregateareas", {"AREAS": areas_layer(AREA)}),
        ("recomputescores", {}),
        ("gridlayer", {}),
    ):
        with pytest.raises(QgsProcessingException, match=r"incomplete: values\.npy is missing"):
            run(name, PACK=folder, OUTPUT=tmp_path / "out.gpkg", **extra)
    assert not (tmp_path / "out.gpkg").exists()


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda folder: (folder / "values.npy").write_bytes(b"\x93NUMPY"), "damaged"),
        (lambda folder: (folder / "pack.json").write_text("{"), "pack.json can't be read"),
        (lambda folder: (folder / "pack.json").write_text('{"format": 99}'), "newer version"),
        (lambda folder: (folder / "pack.json").unlink(), "no data pack"),
        (shutil.rmtree, "no data pack"),
    ],
)
def test_pack_that_cant_be_read(run, schiedam_folder, tmp_path, make, words):
    folder = tmp_path / "half"
    shutil.copytree(schiedam_folder, folder)
    make(folder)
    with pytest.raises(QgsProcessingException, match=words):
        run("aggregateareas", PACK=folder, AREAS=areas_layer(AREA), OUTPUT=TEMPORARY)


def test_dutch_class_names(run, dutch, schiedam, schiedam_folder):
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=official(schiedam_folder), OUTPUT=TEMPORARY)["OUTPUT"]
    names = {row["class"]: row["class_name"] for row in rows(made) if row["class"]}
    assert len(names) > 2
    assert names == {number: schiedam.model.total_classification.classes[number - 1].name["nl"] for number in names}


def test_algorithm_run_by_itself(provider, schiedam_folder):
    """Through `QgsProcessingAlgorithm.run`, as QGIS's own tasks do."""
    context = QgsProcessingContext()
    layer = areas_layer(AREA)
    context.temporaryLayerStore().addMapLayer(layer)
    parameters = {"PACK": str(schiedam_folder), "AREAS": layer.id(), "OUTPUT": "memory:"}
    result, well = algorithm("aggregateareas").create().run(parameters, context, Recorder())
    assert well
    made = context.getMapLayer(result["OUTPUT"])
    assert next(made.getFeatures())["lbm"] != NULL
    result, well = algorithm("aggregateareas").create().run({**parameters, "YEARS": "1900"}, context, Recorder())
    assert not well
