# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as a document: its headings, tables, pictures and recipe, as OpenDocument has them."""

from __future__ import annotations

import zipfile

import pytest
from lxml import etree
from qgis.core import QgsProcessingException
from shapely.geometry import box

from leefbaar_plugin.report.odt import attached
from leefbaar_plugin.report.recipe import read_recipe

from .conftest import areas_layer, rows

PLAN, PARK = box(86_030, 436_020, 86_610, 436_570), box(86_330, 436_020, 87_000, 436_570)
SEA = box(0, 400_000, 9, 400_009)
NAMES = {1: "Plan <één> & \ue001twee", 2: "Park", 3: "Zee"}
SPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
}


@pytest.fixture
def layer():
    found = areas_layer(PLAN.wkt, PARK.wkt, SEA.wkt)
    found.dataProvider().changeAttributeValues({fid: {0: name} for fid, name in NAMES.items()})
    return found


@pytest.fixture
def document(run, schiedam_folder, layer, tmp_path, dutch):
    path = tmp_path / "rapport.odt"
    run("report", PACK=schiedam_folder, AREAS=layer, RINGS="250", OUTPUT=path)
    return path


def tree(path, name="content.xml"):
    with zipfile.ZipFile(path) as archive:
        return etree.fromstring(archive.read(name))


def found(root, query):
    return root.xpath(query, namespaces=SPACES)


def text(node):
    return "".join(node.itertext()).strip()


def test_headings_are_headings(document):
    heads = [(node.get(f"{{{SPACES['text']}}}outline-level"), text(node)) for node in found(tree(document), "//text:h")]
    assert heads[0] == ("1", "Leefbaarometer of 3 areas, 2024")
    assert [name for level, name in heads if level == "2"] == ["Plan <één> & twee", "Park", "Zee"]
    assert [name for level, name in heads if level == "3"].count("Map") == 3
    styles = {node.get(f"{{{SPACES['style']}}}name") for node in found(tree(document, "styles.xml"), "//style:style")}
    assert {f"Heading_20_{level}" for level, _ in heads} <= styles
    assert not any(sign in text(tree(document)) for sign in "\ue000\ue001\ue002\ue003\ue004")


def test_tables_hold_the_figures_of_the_algorithm(run, document, schiedam_folder, layer):
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=layer, YEARS="all", OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    figures = {(row["name"], row["year"]): row for row in rows(made)}
    tables = found(tree(document), "//table:table")
    assert len(tables) == 4  # all years and rings, of the two areas with a score
    for table, name in zip(tables[::2], (NAMES[1], NAMES[2]), strict=True):
        (head,) = found(table, "table:table-header-rows/table:table-row")
        years = [int(text(cell)) for cell in found(head, "table:table-cell")[1:]]
        cells = {}
        for row in found(table, "table:table-row"):
            first, *others = [text(cell) for cell in found(row, "table:table-cell")]
            cells[first] = dict(zip(years, others, strict=True))
        for year in years:
            of = figures[name, year]
            assert cells["Totaalscore"][year] == f"{of['lbm']:.2f}"
            assert cells["Class"][year] == str(of["class"])
            low = sum(of[f"share_{number}"] for number in range(1, 5))
            assert cells["Class 1 to 4"][year].split() == [f"{100 * low:.1f}", "%"]
    assert len(found(tables[1], "table:table-row")) == 3  # area, ring, rest


def test_pictures_are_there_and_described(document):
    root = tree(document)
    frames = found(root, "//draw:frame")
    # class bar, map, legend, profile, steps and trend of two areas; the map of the third
    assert len(frames) == 2 * 6 + 1
    titles = [text(found(frame, "svg:title")[0]) for frame in frames]
    assert all(titles) and titles[1] == "Map of Plan <één> & twee with the classes"
    with zipfile.ZipFile(document) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype" and archive.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
        listed = found(tree(document, "META-INF/manifest.xml"), "//@manifest:full-path")
        assert set(listed) - {"/"} == set(names) - {"mimetype", "META-INF/manifest.xml"}
        for frame in frames:
            (place,) = frame.xpath(
                "draw:image/@xlink:href", namespaces={**SPACES, "xlink": "http://www.w3.org/1999/xlink"}
            )
            assert archive.read(place)[:4] == b"\x89PNG"


def test_language_method_and_recipe(run, document, schiedam_folder):
    (style,) = found(tree(document, "styles.xml"), "//style:default-style/style:text-properties")
    assert style.get(f"{{{SPACES['fo']}}}language") == "nl"
    words = text(tree(document))
    assert "Weight: Dwellings" in words and "geen causaal model" in words and "Bron: Leefbaarometer 3.0" in words
    recipe = read_recipe(attached(document), document.name)
    assert [area.name for area in recipe.areas] == list(NAMES.values()) and recipe.rings == ((0.0, 250.0),)
    assert run("replay", INPUT=document, PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")["DIFFERENCES"] == 0


@pytest.mark.parametrize(("rings", "told"), [("zo ver", "zo ver"), ("500, 250", "250")])
def test_rings_that_are_none_are_refused(run, schiedam_folder, layer, tmp_path, rings, told):
    with pytest.raises(QgsProcessingException, match=told):
        run("report", PACK=schiedam_folder, AREAS=layer, RINGS=rings, OUTPUT=tmp_path / "rapport.odt")
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_document_holds_no_recipe(tmp_path):
    for name, content in (("leeg.odt", b""), ("geen.odt", b"PK\x03\x04 stuk"), ("weg.odt", None)):
        path = tmp_path / name
        if content is not None:
            path.write_bytes(content)
        assert attached(path) == ""
