# SPDX-License-Identifier: GPL-2.0-or-later
"""`make demo` on the built zip: what it leaves, its figures reckoned again with shapely, and when it fails."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
import subprocess
import zipfile
from pathlib import Path

import pandas as pd
import pytest
import shapely

REPOSITORY = Path(__file__).resolve().parents[2]
DEMO = REPOSITORY / "resources" / "demo"
SCHIEDAM = DEMO / "schiedam"
EDITION = 2024
DIMENSIONS = ["fys", "onv", "soc", "vrz", "won"]
REFERENCE = 4.10226485114369
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def plugin(built, tmp_path_factory):
    """The plugin's folder as unpacked from the zip, on a path with spaces and accents."""
    folder = tmp_path_factory.mktemp("plug-in's één")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder)
    return folder / "leefbaar_plugin"


def demo(plugin: Path, output: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = ["/usr/bin/python3", REPOSITORY / ".ci" / "demo.py", "--plugin", plugin, "--output", output, *arguments]
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(scope="module")
def made(plugin, tmp_path_factory):
    """Output folder and printed text of the second of two runs into the same folder."""
    output = tmp_path_factory.mktemp("uitvoer") / "met spatie, ë"
    for _ in range(2):
        done = demo(plugin, output)
        assert done.returncode == 0, done.stdout + done.stderr
    return output, done.stdout


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def number(text: str) -> float:
    return float(text.replace(",", "."))


def test_everything_is_there_and_nothing_else(made):
    output, _ = made
    assert {path.name for path in output.iterdir()} == {
        *("pack", "results.gpkg", "squares.tif", "squares.tif.aux.xml", "squares.qml", "areas.csv", "map.png"),
        *("demo.qgz", "demo_projectgebieden.gpkg", "report.pdf", "figures.xlsx"),
    }


def test_table_is_printed(made):
    _, text = made
    assert "FAILED" not in text and text.count("  ok    ") >= 10
    for row in rows_of(made[0] / "areas.csv"):
        line = next(line for line in text.splitlines() if line.startswith(row["name"]))
        assert f"{number(row['lbm']):.2f}" in line and f"{row['class']} · {row['class_name']}" in line
    assert "synthetic squares on official scores of buurten" in text


def test_geopackage_has_three_styled_and_labelled_layers(made):
    with sqlite3.connect(made[0] / "results.gpkg") as database:
        tables = {
            name for (name,) in database.execute("select table_name from gpkg_contents where data_type='features'")
        }
        styles = dict(database.execute("select f_table_name, styleQML from layer_styles where useAsDefault"))
        labels = dict(
            database.execute(
                "select table_name, metadata from gpkg_metadata join gpkg_metadata_reference on id = md_file_id "
                "where md_standard_uri like '%qgis%'"
            )
        )
        counts = {name: database.execute(f'select count(*) from "{name}"').fetchone()[0] for name in tables}
    assert tables == {"squares", "buurten", "areas"} == set(styles)
    assert counts == {"squares": 765, "buurten": 62, "areas": 5}
    assert all("zeer onvoldoende" in style for style in styles.values())
    assert labels.keys() == tables
    assert all("synthetische vierkanten" in label and "ministerie van VRO" in label for label in labels.values())


def test_csv_is_dutch_and_says_what_it_is(made):
    data = (made[0] / "areas.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b";" in data.splitlines()[0]
    for row in rows_of(made[0] / "areas.csv"):
        assert "," in row["lbm"] and "." not in row["lbm"]
        assert row["edition"] == "2024" and row["weight"] == "dwellings" and row["rule"] == "share"
        assert row["source"].startswith("Bron: Leefbaarometer 3.0, meting 2024")
        assert "synthetische vierkanten" in row["data"] and "geen causaal model" in row["caveat"]


def test_map_is_a_picture_with_many_colours(made):
    data = (made[0] / "map.png").read_bytes()
    assert data.startswith(PNG) and len(data) > 50_000


def test_project_refers_to_what_lies_beside_it(made):
    with zipfile.ZipFile(made[0] / "demo.qgz") as archive:
        text = archive.read("demo.qgs").decode("utf-8")
    assert str(made[0]) not in text and str(REPOSITORY) not in text
    assert "./pack/areas.gpkg" in text and "./results.gpkg" in text and "./demo_projectgebieden.gpkg" in text


def squares() -> pd.DataFrame:
    """Scores and dwellings of the squares of the newest year, straight from the official files."""
    with zipfile.ZipFile(next(SCHIEDAM.glob("open-data*.zip"))) as archive:
        name = next(name for name in archive.namelist() if "scores grids" in name)
        scores = pd.read_csv(archive.open(name))
    scores = scores[scores["jaar"] == EDITION].set_index("grid_id")
    with sqlite3.connect(next(SCHIEDAM.glob("cbs*.gpkg"))) as database:
        table = database.execute("select table_name from gpkg_contents").fetchone()[0]
        counts = pd.read_sql(f'select * from "{table}"', database).set_index("crs28992res100m")
    wanted = ["aantal_woningen", "aantal_part_huishoudens", "aantal_inwoners"]
    counts = counts[wanted].where(counts[wanted] >= 0).reindex(scores.index)
    counts["aantal_inwoners"] /= 2.1
    scores["dwellings"] = counts.bfill(axis=1).iloc[:, 0].fillna(1.0)
    corners = scores.index.str.extract(r"E(\d{4})N(\d{4})").astype(float) * 100
    x, y = corners[0].to_numpy(), corners[1].to_numpy()
    scores["square"] = shapely.box(x, y, x + 100, y + 100)
    return scores


def test_figures_of_areas_agree_with_shapely(made):
    table = squares()
    shapes = {
        feature["properties"]["name"]: shapely.geometry.shape(feature["geometry"])
        for feature in json.loads((DEMO / "areas.geojson").read_text("utf-8"))["features"]
    }
    rows = {row["name"]: row for row in rows_of(made[0] / "areas.csv")}
    assert rows.keys() == shapes.keys() and len(rows) == 5
    assert any(len(part.interiors) for shape in shapes.values() for part in shape.geoms)
    assert any(len(shape.geoms) > 1 for shape in shapes.values())
    for name, shape in shapes.items():
        row = rows[name]
        inside = shapely.area(shapely.intersection(table["square"].to_numpy(), shape)) / 10_000
        weight = inside * table["dwellings"]
        for column in [*DIMENSIONS, "afw"]:
            assert number(row[column]) == pytest.approx((weight * table[column]).sum() / weight.sum(), abs=1e-9)
        assert number(row["lbm"]) == pytest.approx(REFERENCE + number(row["afw"]), abs=1e-9)
        assert number(row["weight_sum"]) == pytest.approx(weight.sum(), rel=1e-9)
        assert number(row["covered"]) == pytest.approx(inside.sum() * 10_000 / shape.area, abs=1e-9)
        assert int(row["squares"]) == (inside > 1e-12).sum()


def test_figures_that_do_not_add_up_end_with_failure(plugin, tmp_path):
    """A deviation of one square made wrong in the input is noticed, and named."""
    data = tmp_path / "data"
    shutil.copytree(SCHIEDAM, data)
    archive = next(data.glob("open-data*.zip"))
    with zipfile.ZipFile(archive) as source:
        contents = {name: source.read(name) for name in source.namelist()}
    name = next(name for name in contents if "scores grids" in name)
    lines = contents[name].decode("utf-8").splitlines()
    at = max(n for n, line in enumerate(lines) if f",{EDITION}," in line)
    cells = lines[at].split(",")
    cells[lines[0].replace('"', "").split(",").index("fys")] = "0.5"
    lines[at] = ",".join(cells)
    contents[name] = "\n".join(lines).encode()
    with zipfile.ZipFile(archive, "w") as target:
        for inner, content in contents.items():
            target.writestr(inner, content)
    done = demo(plugin, tmp_path / "out", "--data", data)
    assert done.returncode == 1
    assert "FAILED  1 rows don't add up" in done.stdout
    assert "checks failed" in done.stderr


def test_damaged_input_ends_with_a_sentence(plugin, tmp_path):
    data = tmp_path / "data"
    shutil.copytree(SCHIEDAM, data)
    archive = next(data.glob("open-data*.zip"))
    archive.write_bytes(archive.read_bytes()[:5000])
    done = demo(plugin, tmp_path / "out", "--data", data)
    assert done.returncode == 1
    assert archive.name in done.stderr and "Traceback" not in done.stderr
    assert list((tmp_path / "out").iterdir()) == []
