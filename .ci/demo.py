#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job on the demonstration data, through the algorithms of the staged plugin: `make demo`.

    .ci/demo.py [--plugin FOLDER] [--data FOLDER] [--areas FILE] [--output FOLDER]

Leaves pack/, results.gpkg, squares.tif, areas.csv, report.pdf, figures.xlsx, map.png and demo.qgz in build/demo,
prints the table of areas and what was checked, and ends with 1 when a check fails. Results are in Dutch, as users make
them. Starts afresh each time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
DEMO = ROOT / "resources" / "demo"
MADE = (
    "pack",
    "results.gpkg",
    "squares.tif",
    "squares.qml",
    "areas.csv",
    "report.pdf",
    "figures.xlsx",
    "map.png",
    "demo.qgz",
    "demo_projectgebieden.gpkg",
)
SCORES = ("afw", "fys", "onv", "soc", "vrz", "won")
AS_PUBLISHED = 1e-5
"""Largest difference of the mean of a buurt's squares from its published score, in score units."""
RECOMPUTED = 1e-9
SHARES_SUM = 1e-9
AROUND = 600.0
"""Metres of map around the squares when the project opens."""
TOTAL, VECTOR, RASTER = 0, 0, 1
SHARE_INSIDE, CENTRE_INSIDE = 0, 1


class Checks:
    """What was checked, printed line by line."""

    def __init__(self) -> None:
        self.failed = 0

    def __call__(self, sentence: str, passed: bool) -> None:
        """Print and count."""
        self.failed += not passed
        print(f"  {'ok    ' if passed else 'FAILED'}  {sentence}")


@contextmanager
def qgis(plugin: Path) -> Iterator[None]:
    """QGIS without a screen, in a profile of its own, with the plugin's algorithms."""
    for name in [name for name in os.environ if name.startswith("LEEFBAAROMETER_")]:
        del os.environ[name]  # an administrator's settings would change the figures
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.dont_write_bytecode = True
    sys.path[:0] = [str(plugin.parent), "/usr/share/qgis/python/plugins"]
    with tempfile.TemporaryDirectory(prefix="leefbaar-demo-") as profile:
        os.environ["QGIS_CUSTOM_CONFIG_PATH"] = os.environ["XDG_DATA_HOME"] = profile
        os.environ.setdefault("XDG_RUNTIME_DIR", profile)
        from qgis.core import QgsApplication, QgsProject, QgsSettings

        application = QgsApplication([], False)
        application.initQgis()
        settings = QgsSettings()
        settings.setValue("locale/overrideFlag", True)
        settings.setValue("locale/userLocale", "nl")
        from processing.core.Processing import Processing

        Processing.initialize()
        import leefbaar_plugin

        instance = leefbaar_plugin.classFactory(None)
        instance.initProcessing()
        try:
            yield
        finally:
            instance.unload()
            QgsProject.instance().clear()
            application.exitQgis()


def run(algorithm: str, **parameters: Any) -> dict[str, Any]:
    """Run an algorithm of ours, and say how long it took."""
    import processing
    from qgis.core import QgsProcessingFeedback

    began = time.monotonic()
    given = {name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()}
    result = processing.run(f"leefbaarometer:{algorithm}", given, feedback=QgsProcessingFeedback(False))
    print(f"  leefbaarometer:{algorithm:<16} {time.monotonic() - began:5.2f} s")
    return result


def table_of(path: Path, name: str) -> str:
    """OUTPUT of an algorithm as one more table of a GeoPackage."""
    return f"ogr:dbname='{path}' table=\"{name}\" (geom)"


def opened(path: Path, name: str) -> Any:
    """A layer of a GeoPackage."""
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr")


def compute(output: Path, data: Path, areas: Path, check: Checks) -> None:
    """Import, recompute and aggregate; the figures are checked as they come."""
    pack, results = output / "pack", output / "results.gpkg"
    zips = [str(path) for path in sorted(data.glob("*.zip"))] + [str(data / "demonstration.json")]
    imported = run("importedition", INPUT=zips, COUNTS=next(data.glob("cbs_vk100*.gpkg")), PACK=pack)
    recomputed = run("recomputescores", PACK=pack, OUTPUT="TEMPORARY_OUTPUT")
    run("gridlayer", PACK=pack, THEME=TOTAL, AS=VECTOR, OUTPUT=results)
    run("gridlayer", PACK=pack, THEME=TOTAL, AS=RASTER, OUTPUT=output / "squares.tif")
    buurten = f"{pack / 'areas.gpkg'}|layername=buurt"
    run("aggregateareas", PACK=pack, AREAS=buurten, RULE=CENTRE_INSIDE, OUTPUT=table_of(results, "buurten"))
    run("aggregateareas", PACK=pack, AREAS=areas, RULE=SHARE_INSIDE, OUTPUT=table_of(results, "areas"))
    handed = [output / "report.pdf", output / "figures.xlsx"]
    run("report", PACK=pack, AREAS=areas, OUTPUT=handed[0])
    run("export", PACK=pack, AREAS=areas, OUTPUT=handed[1])

    print(f"\nEdition {imported['EDITION']}, {imported['SQUARES']} squares, years {imported['YEARS']}")
    print("\nChecks")
    squares, difference = recomputed["SQUARES"], recomputed["MAX_DIFFERENCE"]
    check(
        f"{squares} squares recomputed; largest difference {difference:.1e} (< {RECOMPUTED})", difference < RECOMPUTED
    )
    check(f"{recomputed['CLASS_DIFFERENCES']} classes differ", recomputed["CLASS_DIFFERENCES"] == 0)
    check(f"{recomputed['NOT_ADDING_UP']} rows don't add up", recomputed["NOT_ADDING_UP"] == 0)
    check_buurten(results, imported["EDITION"], check)
    check_areas(results, check)
    for path in handed:
        differences = run("replay", INPUT=path, PACK=pack, OUTPUT="TEMPORARY_OUTPUT")["DIFFERENCES"]
        check(f"{path.name} made again from its recipe: {differences} figures differ", differences == 0)


def check_buurten(results: Path, edition: str, check: Checks) -> None:
    """The mean of the squares of every scored buurt is what was published for it; small ones have no outline."""
    from qgis.core import NULL

    differences, small = [], 0
    for feature in opened(results, "buurten").getFeatures():
        if not feature.hasGeometry():
            small += 1
            continue
        published, computed = feature[f"lbm_{edition}"], feature["lbm_squares"]
        if published != NULL:
            differences.append(2.0 if computed == NULL else abs(computed - published))
    buurten, worst = len(differences), max(differences, default=2.0)
    check(
        f"{buurten} buurten from their squares ({small} small ones have no outline); largest difference {worst:.1e} "
        f"(< {AS_PUBLISHED})",
        worst < AS_PUBLISHED,
    )


def check_areas(results: Path, check: Checks) -> None:
    """The drawn areas have a score, and shares that add up."""
    from qgis.core import NULL

    layer = opened(results, "areas")
    rows = [dict(zip(layer.fields().names(), feature.attributes(), strict=True)) for feature in layer.getFeatures()]
    scored = [row for row in rows if row["lbm"] != NULL]
    check(f"{len(scored)} of {len(rows)} drawn areas have a score", bool(rows) and len(scored) == len(rows))
    off = max((abs(sum(row[f"share_{n}"] for n in range(1, 10)) - 1) for row in scored), default=1.0)
    check(f"shares of dwellings per class add up to 1 (off by {off:.1e})", off < SHARES_SUM)
    off = max((abs(sum(row[score] for score in SCORES[1:]) - row["afw"]) for row in scored), default=1.0)
    check(f"five dimensions add up to the deviation (off by {off:.1e})", off < RECOMPUTED)


def label(results: Path, about: dict[str, str]) -> None:
    """Give areas and buurten the class colours, and all tables their source and label; kept in the GeoPackage."""
    from qgis.core import QgsLayerMetadata, QgsProviderRegistry

    from leefbaar_plugin.layers.styles import THIN_OUTLINE, load_palette, style_vector
    from leefbaar_plugin.pack.files.resources import load_model

    for name in ("buurten", "areas"):
        layer = opened(results, name)
        style_vector(layer, load_model("lbm3"), load_palette("own"), "nl", "class", THIN_OUTLINE)
        layer.saveStyleToDatabase(name, "", True, "")
    metadata = QgsLayerMetadata()
    metadata.setTitle(about["data"])
    metadata.setAbstract(f"{about['source']}\n{about['caveat']}")
    metadata.setLicenses(["CC0", "CC BY 4.0"])
    for name in ("squares", "buurten", "areas"):
        QgsProviderRegistry.instance().saveLayerMetadata("ogr", f"{results}|layername={name}", metadata)


def make_project(output: Path, areas: Path, check: Checks) -> None:
    """demo.qgz with the pack and the drawn areas as the plugin leaves them, and the results."""
    from qgis.core import (
        Qgis,
        QgsCoordinateReferenceSystem,
        QgsProject,
        QgsRectangle,
        QgsReferencedRectangle,
        QgsVectorLayer,
    )

    from leefbaar_plugin.gui.session import Session
    from leefbaar_plugin.layers.areas.area_rows import add_areas
    from leefbaar_plugin.layers.areas.project_areas import add_areas_layer, create_areas_layer

    project, path = QgsProject.instance(), output / "demo.qgz"
    project.clear()
    project.setFileName(str(path))
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    project.setTitle("Leefbaarometer – demonstratie Schiedam")
    rd = QgsCoordinateReferenceSystem("EPSG:28992")
    project.setCrs(rd)
    group = project.layerTreeRoot().addGroup("Resultaten van make demo")
    for name, title in (("areas", "Voorbeeldgebieden met cijfers"), ("buurten", "Buurten uit hun vierkanten")):
        layer = opened(output / "results.gpkg", name)
        layer.setName(title)
        project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
    group.setItemVisibilityChecked(False)
    session = Session(project)
    session.open_pack(output / "pack")
    drawn = create_areas_layer(output / "demo_projectgebieden.gpkg")
    shapes = QgsVectorLayer(str(areas), "areas", "ogr")
    fids = add_areas(drawn, [(feature["name"], feature.geometry()) for feature in shapes.getFeatures()])
    add_areas_layer(project, drawn)
    project.writeEntry("leefbaarometer", "area", fids[0])
    extent = QgsReferencedRectangle(QgsRectangle(*session.pack.grid.extent).buffered(AROUND), rd)
    project.viewSettings().setDefaultViewExtent(extent)
    written = project.write()
    session.disconnect_project()
    check("demo.qgz is written", written)
    check_project(path, check)


def check_project(path: Path, check: Checks) -> None:
    """Opened again, the project has all its layers and the pack, by relative paths."""
    from qgis.core import QgsProject

    from leefbaar_plugin.gui.session import Session
    from leefbaar_plugin.layers.tree import our_layers

    again = QgsProject()
    session = Session(again)
    read = again.read(str(path))
    layers = again.mapLayers().values()
    names = sorted(our_layers(again))
    check(
        f"demo.qgz opens with {len(layers)} layers, of the pack {', '.join(names)}",
        read and all(layer.isValid() for layer in layers) and names == ["buurt", "gemeente", "grid", "wijk"],
    )
    check("the plugin finds its data again", session.pack is not None and session.year == session.pack.years[-1])
    session.disconnect_project()
    with zipfile.ZipFile(path) as archive:
        text = archive.read(next(name for name in archive.namelist() if name.endswith(".qgs"))).decode("utf-8")
    check("its paths are relative", str(path.parent) not in text)


def clean(output: Path) -> None:
    """Remove what an earlier run left, and only that."""
    output.mkdir(parents=True, exist_ok=True)
    for path in (output / name for name in MADE):
        if path.is_dir():
            shutil.rmtree(path)
        for file in output.glob(f"{path.name}*"):
            file.unlink()


def main() -> int:
    """Read the command line and do the main job."""
    parser = argparse.ArgumentParser(description="The main job on the demonstration data.")
    parser.add_argument("--plugin", type=Path, default=ROOT / "build" / "leefbaar_plugin", help="the staged plugin")
    parser.add_argument("--data", type=Path, default=DEMO / "schiedam", help="folder with an edition and CBS squares")
    parser.add_argument("--areas", type=Path, default=DEMO / "areas.geojson", help="areas with a field name")
    parser.add_argument("--output", type=Path, default=ROOT / "build" / "demo")
    given = parser.parse_args()
    output, check, began = given.output.resolve(), Checks(), time.monotonic()
    clean(output)
    with qgis(given.plugin.resolve()):
        from demo_map import draw_map
        from demo_tables import notes, print_areas, write_csv
        from qgis.core import QgsProcessingException

        from leefbaar_plugin.pack.pack import open_pack

        try:
            compute(output, given.data.resolve(), given.areas.resolve(), check)
        except QgsProcessingException as problem:
            print(f"demo: {problem}", file=sys.stderr)
            return 1
        results, pack = output / "results.gpkg", open_pack(output / "pack")
        about = notes(pack)
        label(results, dict(about))
        write_csv(opened(results, "areas"), output / "areas.csv", about)
        draw_map(results, output / "map.png", about)
        make_project(output, given.areas.resolve(), check)
        print_areas(opened(results, "areas"))
        print(f"\n{pack.info['demonstration']['en']}")
    print(
        f"{output}: demo.qgz, results.gpkg, squares.tif, areas.csv, report.pdf, figures.xlsx, "
        f"map.png; {time.monotonic() - began:.1f} s"
    )
    if check.failed:
        print(f"{check.failed} checks failed", file=sys.stderr)
    return 1 if check.failed else 0


if __name__ == "__main__":
    sys.exit(main())
