# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages on a pack of Vlaardingen with 300 m of its neighbours, cell by cell, against those on the whole waterweg.

What a page says of an area is what it says with all the files, or nothing. Neighbours, of which the pack holds slices,
have no rank, no share and no row among others; the country, G4 and G40 are those of the whole file.
"""

from __future__ import annotations

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale

from leefbaar_plugin.analysis.signals.rule_set import load_rules
from leefbaar_plugin.gui.compare.model import UNION
from leefbaar_plugin.gui.work import Background
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.official import read_level
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect

from .conftest import WATERWEG, official
from .test_change_page import Rig as ChangeRig
from .test_compare import Rig as CompareRig
from .test_find_page import Rig as FindRig
from .test_find_page import _Late
from .test_relation_page import Rig as RelationRig

OWN = "0622"
NOTHING = {"", "–", "—", "-"}


@pytest.fixture(autouse=True)
def _settings(tmp_path, monkeypatch, qgis_app):
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)
    QgsSettings().remove("leefbaarometer")


@pytest.fixture(scope="module")
def part_folder(tmp_path_factory):
    if not WATERWEG.is_dir():
        pytest.skip("needs ../shared/data")
    folder = tmp_path_factory.mktemp("packs") / "vlaardingen"
    return import_edition(inspect([WATERWEG]), folder, ["Vlaardingen"], 300.0).folder


@pytest.fixture(scope="module")
def codes(waterweg_folder):
    """Codes by name, of all levels; a name that two areas have has several."""
    found = {}
    for level in ("buurt", "wijk", "gemeente"):
        areas = read_level(open_pack(waterweg_folder), level, outlines=False)
        for code, name in zip(areas.code, areas.name, strict=True):
            found.setdefault(name, set()).add(code)
    return found


def test_compare(qtbot, part_folder, waterweg_folder):
    """Official buurten as own areas: of Vlaardingen all cells are the same, of neighbours those that are filled."""
    layer = official(waterweg_folder)
    near = [one for one in official(part_folder).getFeatures() if one.hasGeometry()]
    names = {feature["code"]: feature["name"] for feature in near}
    assert sum(code[2:6] == OWN for code in names) > 20 < len(names) - 3
    seen = {}
    for folder in (part_folder, waterweg_folder):
        rig = CompareRig(qtbot, folder, Background())
        wanted = [one for one in layer.getFeatures() if one["code"] in names]
        before = set(rig.areas.names())
        rig.areas.add([(f"{one['code']}", one.geometry()) for one in wanted])
        rig.compare.resize(900, 700)
        rig.compare.show()
        model, count = rig.compare.table.model, len(wanted)
        qtbot.waitUntil(lambda model=model, count=count: model.rowCount() >= count, timeout=20_000)
        seen[folder] = {
            row.name.split("\xa0")[0]: {
                one.id: str(model.data(model.index(at, place)) or "") for place, one in enumerate(model.columns)
            }
            for at, row in enumerate(model.rows)
            if row.fid not in before and row.fid >= 0
        }
        (union,) = [row for row in model.rows if row.fid == UNION]
        assert union.note.startswith("Left out, because the data hold a part of them only: ") == (folder == part_folder)
        rig.background.cancel_all()
        rig.close()
    mine, theirs = seen[part_folder], seen[waterweg_folder]
    assert set(mine) == set(theirs) == set(names)
    filled = 0
    for code, cells in mine.items():
        for column, text in cells.items():
            if code[2:6] == OWN:
                assert text == theirs[code][column], (code, column)
            elif text not in NOTHING and column != "name":
                filled += 1
                assert column not in ("rank", "unfavourable", "weight_sum", "covered"), (code, column, text)
                assert text == theirs[code][column], (code, column)
    assert filled > 5, "a neighbour has its published score"


@pytest.mark.parametrize("level", ["buurt", "wijk"])
def test_change(qtbot, part_folder, waterweg_folder, codes, level):
    seen, heads = {}, []
    for folder in (part_folder, waterweg_folder):
        rig = ChangeRig(qtbot, folder)
        rig.session.set_since(2014)
        rig.show(level)
        head, *lines = rig.page.table.model.table_text().splitlines()
        seen[folder] = lines
        heads.append(head)
        rig.close()
    mine, theirs = seen[part_folder], seen[waterweg_folder]
    own = {code for known in codes.values() for code in known if code[:6] == ("BU" if level == "buurt" else "WK") + OWN}
    assert heads[0] == heads[1] and len(mine) == len(own) > 5
    assert set(mine) <= set(theirs), "rows are the same in all their cells"
    named = [codes[line.split("\t")[0].rstrip("?⚠ \xa0")] for line in mine]
    assert all(known & own for known in named)


@pytest.mark.parametrize("rule", load_rules())
def test_find(qtbot, part_folder, waterweg_folder, rule):
    seen = {}
    for folder in (part_folder, waterweg_folder):
        rig = FindRig(qtbot, folder, _Late())
        rig.settle()
        rig.choose_rule(rule)
        rig.choose_level("buurt")
        model = rig.model
        value = [one.id for one in model.columns].index("value")
        noted = {note.id for note in rig.findings.notes}
        seen[folder] = {
            rig.findings.areas.code[at]: [model.text(at, one.id) for one in model.columns] for at in model.places()
        }
        rig.close()
    mine, theirs = seen[part_folder], seen[waterweg_folder]
    assert all(code[2:6] == OWN for code in mine)
    theirs = {code: cells for code, cells in theirs.items() if code[2:6] == OWN}
    if "ranked_in_pack" in noted:  # by its note, among the areas that the pack holds: these files hold no country
        both = set(mine) & set(theirs)
        mine, theirs = ({code: one[code][:value] + one[code][value + 1 :] for code in both} for one in (mine, theirs))
    assert mine == theirs


def test_relate(qtbot, part_folder, waterweg_folder, tmp_path):
    """A figure for all buurten: neighbours are no points; those of Vlaardingen stand where they do with all files."""
    table = tmp_path / "cijfers.csv"
    layer = list(official(waterweg_folder).getFeatures())
    lines = [f"{one['code']};{at * 7 % 23}" for at, one in enumerate(layer)]
    table.write_text("buurt;aandeel\n" + "\n".join(lines))
    alone = tmp_path / "alleen.csv"
    alone.write_text("buurt;aandeel\n" + "\n".join(line for line in lines if line[2:6] == OWN))
    seen = {}
    for folder, path in ((part_folder, table), (waterweg_folder, alone)):
        rig = RelationRig(qtbot, folder)
        rig.controls.take_file(path)
        assert rig.said.errors == []
        results = rig.results
        found = results._found
        seen[folder] = (
            {
                code: (name, score, number, value)
                for code, name, score, number, value in zip(
                    found.areas.code,
                    found.areas.name,
                    found.score.tolist(),
                    found.classes.tolist(),
                    found.joined.values.tolist() if hasattr(found.joined, "values") else found.score.tolist(),
                    strict=True,
                )
                if code[2:6] == OWN and score == score
            },
            results.figures.text(),
            results.table.text(),
            results.classes.text(),
            results.gemeenten.text(),
            {code for code in found.areas.code if code[2:6] != OWN},
            results.notes.text(),
        )
        rig.session.disconnect_project()
        rig.project.clear()
    mine, theirs = seen[part_folder], seen[waterweg_folder]
    assert mine[0] == theirs[0] and len(mine[0]) > 20
    assert mine[1:5] == theirs[1:5], "coefficients, tables and lists are those of Vlaardingen alone"
    assert mine[5] == set() and "a part" in mine[6]
