# SPDX-License-Identifier: GPL-2.0-or-later
"""The algorithms in models, and in `qgis_process` with the staged build, in Dutch and in English."""

from __future__ import annotations

import json
import os
import shutil
import subprocess

import pytest
from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
    QgsVectorLayer,
)

from .conftest import CBS_FILE, ROOT, SCHIEDAM, Recorder, areas_layer, official, rows

AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"
Source = QgsProcessingModelChildParameterSource


def _child(model, algorithm, sources, outputs=()):
    child = QgsProcessingModelChildAlgorithm(algorithm)
    for name, source in sources.items():
        child.addParameterSources(name, [source])
    kept = {}
    for name in outputs:
        output = QgsProcessingModelOutput(name, name)
        output.setChildOutputName(name)
        kept[name] = output
    child.setModelOutputs(kept)
    return model.addChildAlgorithm(child)


def _run(model, parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    result, well = model.run(parameters, context, Recorder())
    assert well
    return result, context


def test_import_then_aggregate_in_a_model(provider, tmp_path):
    model = QgsProcessingModelAlgorithm()
    model.addModelParameter(
        QgsProcessingParameterMultipleLayers("files", "", QgsProcessing.SourceType.TypeFile),
        QgsProcessingModelParameter("files"),
    )
    model.addModelParameter(QgsProcessingParameterFeatureSource("areas"), QgsProcessingModelParameter("areas"))
    first = _child(model, "leefbaarometer:importedition", {"INPUT": Source.fromModelParameter("files")})
    second = _child(
        model,
        "leefbaarometer:aggregateareas",
        {
            "PACK": Source.fromChildOutput(first, "PACK"),
            "AREAS": Source.fromModelParameter("areas"),
            "YEARS": Source.fromChildOutput(first, "YEARS"),
        },
        ["OUTPUT"],
    )
    ok, problems = model.validate()
    assert ok, problems
    path = tmp_path / "out.gpkg"
    layer = areas_layer(AREA)
    QgsProject.instance().addMapLayer(layer)
    parameters = {"files": [str(SCHIEDAM)], "areas": layer.id(), f"{second}:OUTPUT": str(path)}
    result, _ = _run(model, parameters)
    made = rows(QgsVectorLayer(str(path), "", "ogr"))
    assert [row["year"] for row in made] == [2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024]
    assert all(row["lbm"] and row["weight"] == "dwellings" for row in made)
    assert result["CHILD_RESULTS"][first]["SQUARES"] == 765
    QgsProject.instance().removeMapLayer(layer)


@pytest.mark.parametrize("maker", ["gridlayer", "recomputescores"])
def test_squares_into_another_algorithm(provider, schiedam_folder, tmp_path, maker):
    model = QgsProcessingModelAlgorithm()
    first = _child(model, f"leefbaarometer:{maker}", {"PACK": Source.fromStaticValue(str(schiedam_folder))})
    second = _child(
        model,
        "native:extractbyexpression",
        {"INPUT": Source.fromChildOutput(first, "OUTPUT"), "EXPRESSION": Source.fromStaticValue('"class" <= 4')},
        ["OUTPUT"],
    )
    path = tmp_path / "low.gpkg"
    _run(model, {f"{second}:OUTPUT": str(path)})
    low = QgsVectorLayer(str(path), "", "ogr")
    assert 0 < low.featureCount() < 765
    assert {feature["class"] for feature in low.getFeatures()} <= {1, 2, 3, 4}


def test_model_offers_the_grid_layer_as_input(provider, schiedam_folder):
    """In the model designer the output of gridlayer can be chosen where a vector layer is wanted."""
    model = QgsProcessingModelAlgorithm()
    first = _child(model, "leefbaarometer:gridlayer", {"PACK": Source.fromStaticValue(str(schiedam_folder))})
    child = QgsProcessingModelChildAlgorithm("native:buffer")
    second = model.addChildAlgorithm(child)
    outputs = ["outputVector", "outputMap", "outputLayer", "outputFile", "outputString"]
    offered = model.availableSourcesForChild(second, ["source", "vector"], outputs)
    assert (first, "OUTPUT") in {(one.outputChildId(), one.outputName()) for one in offered}


@pytest.fixture(scope="session")
def build(tmp_path_factory):
    """A fresh staged build, as it is in the zip."""
    output = tmp_path_factory.mktemp("build")
    subprocess.run(
        ["/usr/bin/python3", ROOT / ".ci" / "package.py", "--no-zip", "--output", output], check=True, timeout=120
    )
    return output


@pytest.fixture(params=["en", "nl"])
def qgis_process(request, build, tmp_path):
    """Call `qgis_process` with the staged plugin and JSON on stdin, in one of the languages."""
    program = shutil.which("qgis_process")
    assert program, "qgis_process is missing: run .ci/setup qgis"
    locale = {"en": "en_US.UTF-8", "nl": "nl_NL.UTF-8"}[request.param]
    environment = {name: text for name, text in os.environ.items() if not name.startswith(("LC_", "LEEFBAAR"))}
    environment |= {
        "QGIS_PLUGINPATH": str(build),
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path / "config é"),
        "QT_QPA_PLATFORM": "offscreen",
        "LANG": locale,
        "LANGUAGE": request.param,
    }

    def call(*arguments, given=None, well=True):
        text = None if given is None else json.dumps(given)
        done = subprocess.run(
            [program, *arguments], input=text, env=environment, capture_output=True, text=True, timeout=120, check=False
        )
        assert (done.returncode == 0) == well, done.stdout + done.stderr
        return done.stdout if well else done.stdout + done.stderr

    call("plugins", "enable", "leefbaar_plugin")
    call.language = request.param
    return call


def test_qgis_process(qgis_process, tmp_path):
    """The main job without a screen."""
    dutch = qgis_process.language == "nl"

    def run(name, **inputs):
        return json.loads(qgis_process("run", f"leefbaarometer:{name}", "-", given={"inputs": inputs}))["results"]

    listed = qgis_process("list")
    for name in ("importedition", "recomputescores", "aggregateareas", "gridlayer"):
        assert f"leefbaarometer:{name}" in listed
    assert "Traceback" not in listed
    title = "Cijfers van gebieden" if dutch else "Figures of areas"
    assert title in listed

    pack = tmp_path / "pack é"
    files = [str(path) for path in sorted(SCHIEDAM.glob("*.zip"))]
    done = run("importedition", INPUT=files, COUNTS=str(SCHIEDAM / CBS_FILE), PACK=str(pack))
    assert (done["SQUARES"], done["EDITION"], done["PACK"]) == (765, "2024", str(pack))

    done = run("recomputescores", PACK=str(pack), OUTPUT=str(tmp_path / "squares.gpkg"))
    assert done["MAX_DIFFERENCE"] < 1e-9 and done["CLASS_DIFFERENCES"] == 0

    output = tmp_path / "areas.gpkg"
    run(
        "aggregateareas",
        PACK=str(pack),
        AREAS=f"{pack}/areas.gpkg|layername=buurt",
        YEARS=[2022, 2024],
        RULE=1,
        OUTPUT=str(output),
    )
    made = rows(QgsVectorLayer(str(output), "", "ogr"))
    assert {row["year"] for row in made} == {2022, 2024}
    names = {row["class_name"] for row in made if row["class"] == 6}
    assert names == {"ruim voldoende" if dutch else "amply sufficient"}, names

    for kind, ending in enumerate(("gpkg", "tif")):
        path = tmp_path / f"grid.{ending}"
        assert run("gridlayer", PACK=str(pack), THEME=1, AS=kind, OUTPUT=str(path))["OUTPUT"] == str(path)
    style = (tmp_path / "grid.qml").read_text(encoding="utf-8")
    assert ("6 · ruim voldoende" in style) == dutch


def test_qgis_process_says_what_is_wrong(qgis_process, schiedam_folder, tmp_path):
    """One sentence in the user's language, a failing exit code, no output and no traceback."""
    path = tmp_path / "out.gpkg"
    inputs = {
        "PACK": str(schiedam_folder),
        "AREAS": f"{schiedam_folder}/areas.gpkg|layername=buurt",
        "OUTPUT": str(path),
    }
    said = qgis_process(
        "run", "leefbaarometer:aggregateareas", "-", given={"inputs": inputs | {"YEARS": "1999"}}, well=False
    )
    assert "Traceback" not in said and "1999" in said
    assert ("isn't in the data pack" in said) == (qgis_process.language == "en"), said
    assert not path.exists()


def test_qgis_process_help(qgis_process):
    said = qgis_process("help", "leefbaarometer:aggregateareas")
    for name in ("PACK", "AREAS", "YEARS", "WEIGHT", "RULE", "OUTPUT"):
        assert name in said
    assert ("geen causaal model" if qgis_process.language == "nl" else "not a causal model") in said


def test_qgis_process_by_arguments(build, schiedam_folder, tmp_path, qgis_process):
    if qgis_process.language == "nl":
        pytest.skip("once is enough")
    path = tmp_path / "out.gpkg"
    qgis_process(
        "run",
        "leefbaarometer:aggregateareas",
        f"--PACK={schiedam_folder}",
        f"--AREAS={schiedam_folder}/areas.gpkg|layername=buurt",
        "--YEARS=all",
        f"--OUTPUT={path}",
    )
    assert QgsVectorLayer(str(path), "", "ogr").featureCount() == 9 * official(schiedam_folder).featureCount()
