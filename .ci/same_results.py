#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether all algorithms give in one checkout what they give in another, to the last bit: for a rebuilding.

    .ci/same_results.py BEFORE AFTER [--data FOLDER] [--rows N]

Imports the files of a folder (default: the demonstration data) in both, runs every algorithm on what comes of it, and
compares outlines, values, types, names and order. Prints what differs, and ends with 1. Images aren't compared, only
that they're made.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TEMPORARY = "TEMPORARY_OUTPUT"
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d|\d\d-\d\d-\d{4})[T ]\d\d:\d\d(:\d\d)?")
AREAS = (
    "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))",
    "POLYGON((84000 435000, 86500 434500, 87200 436700, 85000 437500, 84000 435000))",
)


def asked(files: list[str], folder: Path, areas: Any, table: Any) -> list[tuple[str, dict[str, Any]]]:
    """Every algorithm with what it's asked; `areas` and `table` are layers."""
    pack = str(folder / "pack")
    given = {"PACK": pack, "AREAS": areas}
    whole = [(level, {"PACK": pack, "LEVEL": level}) for level in range(3)]
    rules = {"PACK": pack, "ALL": True, "OUTPUT": TEMPORARY, "SUMMARY": TEMPORARY}
    return [
        ("importedition", {"INPUT": files, "PACK": pack}),
        ("recomputescores", {"PACK": pack}),
        ("aggregateareas", given),
        ("aggregateareas", {**given, "WEIGHT": 1, "RULE": 1}),
        ("gridlayer", {"PACK": pack, "AS": 0, "OUTPUT": str(folder / "squares.gpkg")}),
        ("rings", {**given, "DISTANCES": "200,500"}),
        ("monitor", given),
        *(("monitor", level) for _number, level in whole),
        ("development", {**given, "SINCE": 2014}),
        *(("development", {**level, "SINCE": 2018, "GROUPS": TEMPORARY}) for _number, level in whole),
        ("groupshares", {"PACK": pack, "INCOMPLETE": True}),
        ("groupshares", given),
        ("transitions", {**given, "SINCE": 2014, "PATHS": TEMPORARY}),
        *(("reported", {"PACK": pack, "FIGURE": figure, "INCOMPLETE": True}) for figure in range(8)),
        *(("findsignals", {**rules, "RULE": rule, "LEVEL": level}) for rule in range(12) for level in (0, 4)),
        ("findsignals", {**rules, "AREAS": areas, "LEVEL": 3}),
        ("clusters", {"PACK": pack}),
        ("relate", {"PACK": pack, "TABLE": table, "CODE_FIELD": "code", "VALUE_FIELD": "value"}),
        ("robustness", {**given, "RUNS": 50}),
        ("scenario", {**given, "KIND": 0, "DIMENSION": 0, "AMOUNT": 0.05, "SQUARES": TEMPORARY}),
        ("fitmodel", {"PACK": pack, "TABLE": table, "CODE_FIELD": "code", "MODEL": str(folder / "model.json")}),
        ("report", {**given, "OUTPUT": str(folder / "report.pdf")}),
        ("export", {**given, "OUTPUT": str(folder / "figures.csv")}),
    ]


def written(value: Any, context: Any) -> Any:
    """An output as JSON has it: layers by name, type and value of every field, with outlines; files by their text."""
    from qgis.core import QgsVectorLayer

    layer = value
    if isinstance(value, str):
        at_a_path = len(value) < 250 and value.endswith(".gpkg")
        layer = QgsVectorLayer(value, "", "ogr") if at_a_path else context.temporaryLayerStore().mapLayer(value)
    if isinstance(layer, QgsVectorLayer):
        fields = [(field.name(), field.typeName()) for field in layer.fields()]
        rows = []
        for feature in layer.getFeatures():
            outline = hashlib.sha256(bytes(feature.geometry().asWkb())).hexdigest()
            rows.append([outline, *(repr(one) for one in feature.attributes())])
        return {"fields": fields, "rows": rows}
    if isinstance(value, str) and len(value) < 250 and Path(value).is_file():
        path = Path(value)
        return path.read_text("utf-8") if path.suffix in (".csv", ".json", ".html") else f"{path.suffix} was made"
    return repr(value)


def run(files: list[Path], output: Path, work: Path) -> None:
    """Run all algorithms of the checkout that is the working folder, and write what they give."""
    sys.path[:0] = [str(Path.cwd()), "/usr/share/qgis/python/plugins"]
    sys.dont_write_bytecode = True
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QGIS_CUSTOM_CONFIG_PATH"] = os.environ["XDG_DATA_HOME"] = str(work)
    from qgis.core import (
        QgsApplication,
        QgsFeature,
        QgsGeometry,
        QgsProcessingContext,
        QgsProcessingException,
        QgsProject,
        QgsVectorLayer,
    )

    application = QgsApplication([], False)
    application.initQgis()
    import processing
    from processing.core.Processing import Processing

    Processing.initialize()
    import leefbaar_plugin

    plugin = leefbaar_plugin.classFactory(None)
    plugin.initProcessing()

    def memory(kind: str, features: list[tuple[str, list[Any]]]) -> Any:
        layer = QgsVectorLayer(kind, "given", "memory")
        for wkt, values in features:
            feature = QgsFeature(layer.fields())
            if wkt:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            feature.setAttributes(values)
            layer.dataProvider().addFeature(feature)
        QgsProject.instance().addMapLayer(layer)
        return layer

    areas = memory("Polygon?crs=EPSG:28992&field=name:string", [(wkt, [f"Area {n}"]) for n, wkt in enumerate(AREAS)])
    table = memory("None?field=code:string&field=value:double&field=other:double", [])
    found: list[Any] = []
    for algorithm, parameters in asked([str(file) for file in files], work, areas, table):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        given = {"OUTPUT": TEMPORARY, **parameters} if algorithm != "importedition" else parameters
        try:
            answer = processing.run(f"leefbaarometer:{algorithm}", given, context=context)
            told = {name: written(value, context) for name, value in sorted(answer.items()) if name != "PACK"}
        except QgsProcessingException as problem:
            told = {"refused": str(problem)}
        if algorithm == "importedition":
            level = QgsVectorLayer(f"{work / 'pack' / 'areas.gpkg'}|layername=buurt", "buurten", "ogr")
            codes = [feature["code"] for feature in level.getFeatures()]
            rows = [["", [code, (at * 37 % 101) / 10, (at * 53 % 89) / 7]] for at, code in enumerate(codes)]
            table.dataProvider().addFeatures([_row(table, values) for _wkt, values in rows])
        shown = {name: value for name, value in parameters.items() if isinstance(value, int | float | bool)}
        found.append([algorithm, shown, json.loads(_MOMENT.sub("WHEN", json.dumps(told).replace(str(work), "WORK")))])
    output.write_text(json.dumps(found), encoding="utf-8")
    plugin.unload()
    os._exit(0)  # QGIS's own end isn't what is compared


def _row(table: Any, values: list[Any]) -> Any:
    from qgis.core import QgsFeature

    feature = QgsFeature(table.fields())
    feature.setAttributes(values)
    return feature


def differences(before: Any, after: Any, place: str = "") -> list[str]:
    """Where two answers differ, as sentences."""
    if type(before) is not type(after):
        return [f"{place}: {str(before)[:90]} / {str(after)[:90]}"]
    if isinstance(before, dict):
        names = sorted(before.keys() | after.keys())
        return [one for name in names for one in differences(before.get(name), after.get(name), f"{place} {name}")]
    if isinstance(before, list):
        if len(before) != len(after):
            return [f"{place}: {len(before)} / {len(after)} entries"]
        pairs = enumerate(zip(before, after, strict=True))
        return [one for at, pair in pairs for one in differences(*pair, f"{place} {at}")]
    if isinstance(before, str) and "\n" in before + after:
        return differences(before.splitlines(), after.splitlines(), place)
    return [] if before == after else [f"{place}: {str(before)[:90]} / {str(after)[:90]}"]


def main() -> int:
    """Run both, and compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--data", type=Path, default=ROOT / "resources" / "demo" / "schiedam")
    parser.add_argument("--rows", type=int, default=20, help="differences to print at most")
    parser.add_argument("--run", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.run:
        run(sorted(path for path in given.data.iterdir() if path.is_file()), given.run, given.run.parent)
        return 0
    answers = []
    with tempfile.TemporaryDirectory(prefix="leefbaar-same-") as folder:
        for name, checkout in (("before", given.before), ("after", given.after)):
            work = Path(folder) / name
            work.mkdir()
            command = [sys.executable, __file__, "x", "x", "--data", given.data.resolve(), "--run", work / "all.json"]
            subprocess.run(command, cwd=checkout, check=True)
            answers.append(json.loads((work / "all.json").read_text("utf-8")))
    found = differences(*answers)
    refused = [f"{one[0]} {one[1]}: {one[2]['refused'][:150]}" for one in answers[0] if "refused" in one[2]]
    print(*(f"refused: {one}" for one in refused), sep="\n")
    print(*found[: given.rows], sep="\n")
    print(f"{len(answers[0])} runs, {len(refused)} of them refused, {len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
