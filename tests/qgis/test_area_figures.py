# SPDX-License-Identifier: GPL-2.0-or-later
"""Own areas have their figures as computed fields: for tables and layouts, in no file, and drawing asks for none."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
    QgsVariantUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QSize
from qgis.PyQt.QtTest import QSignalSpy

from leefbaar_plugin.analysis.lookup import Lookup
from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers.areas.area_card import tell_scores
from leefbaar_plugin.layers.areas.area_store import AreaStore
from leefbaar_plugin.layers.areas.project_areas import add_areas_layer, create_areas_layer
from leefbaar_plugin.layers.attributes.figures import expressions_of
from leefbaar_plugin.layers.styles import load_palette
from leefbaar_plugin.pack.files.resources import load_model

from .conftest import official

AREA = "MultiPolygon (((87520 437330, 87960 437020, 88270 437300, 87860 437570, 87520 437330)))"
OTHER = "MultiPolygon (((87010 437010, 87490 437010, 87490 437490, 87010 437490, 87010 437010)))"
NAMES = ["year", "lbm", "afw", "fys", "onv", "soc", "vrz", "won", "class", "class_name", "share_1_4", "few", "warning"]


@pytest.fixture
def session(qgis_new_project, schiedam_folder):
    made = Session(QgsProject.instance())
    made.open_pack(schiedam_folder)
    yield made
    made.disconnect_project()
    QgsProject.instance().clear()


@pytest.fixture
def functions(session):
    made = Expressions(session)
    made.register()
    yield made
    made.unregister()


@pytest.fixture
def layer(session, tmp_path):
    """Two areas, told their figures."""
    made = create_areas_layer(tmp_path / "areas.gpkg")
    add_areas_layer(session.project, made)
    for name, wkt in (("Noord", AREA), ("Zuid", OTHER)):
        feature = QgsFeature(made.fields())
        feature["name"] = name
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        made.dataProvider().addFeatures([feature])
    tell_scores(made, session.model, load_palette("own"))
    return made


def by_name(layer):
    return {feature["name"]: feature for feature in layer.getFeatures()}


def test_the_figures_are_those_of_the_panel(session, functions, layer):
    session.set_year(2022)
    assert [field.name() for field in layer.fields()][-len(NAMES) :] == NAMES
    for name, feature in by_name(layer).items():
        wkb = bytes(feature.geometry().asWkb())
        scores = session.measurer.measure([wkb]).scores
        at = scores.years.index(2022)
        assert feature["year"] == 2022
        assert feature["lbm"] == pytest.approx(float(scores.total[0, at]), abs=1e-12), name
        assert feature["afw"] == pytest.approx(float(scores.deviation[0, at]), abs=1e-12)
        for place, theme in enumerate(("fys", "onv", "soc", "vrz", "won")):
            assert feature[theme] == pytest.approx(float(scores.dimensions[0, at, place]), abs=1e-12)
        number = int(scores.classes[0, at])
        assert feature["class"] == number
        assert feature["class_name"] == session.model.total_classification.name(number, "en")
        assert feature["share_1_4"] == pytest.approx(float(scores.class_shares[0, at, :4].sum()), abs=1e-12)
        assert feature["few"] in (False, True) and feature["warning"] == ""
    first = by_name(layer)["Noord"]["lbm"]
    session.set_year(2014)
    assert by_name(layer)["Noord"]["lbm"] != first and by_name(layer)["Noord"]["year"] == 2014


def test_a_layout_and_a_label_can_ask_for_them(session, functions, layer):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(by_name(layer)["Noord"])
    said = QgsExpression("\"name\" || ': ' || format_number(\"lbm\", 2) || ' (' || \"class_name\" || ')'").evaluate(
        context
    )
    assert said.startswith(("Noord: 3.", "Noord: 4."))
    assert layer.attributeAlias(layer.fields().indexOf("lbm")) == "Total score"
    assert layer.fields().at(layer.fields().indexOf("class")).alias()


def test_an_area_is_measured_once_for_all_its_fields(session, functions, layer, monkeypatch):
    """Computed texts aren't words that an area is called by: they don't have it measured anew."""
    asked = []
    measure = session.measurer.measure
    monkeypatch.setattr(session.measurer, "measure", lambda *given: (asked.append(given), measure(*given))[1])
    list(layer.getFeatures())
    list(layer.getFeatures())
    assert len(asked) == 2 and [given[2] for given in asked] == [[frozenset({"Noord"})], [frozenset({"Zuid"})]]


def test_drawing_asks_for_nothing(session, functions, layer, monkeypatch):
    asked = []
    for name in ("score", "class_number", "share", "few", "warning"):
        real = getattr(Lookup, name)
        monkeypatch.setattr(Lookup, name, lambda *given, real=real: (asked.append(1), real(*given))[1])
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsRectangle(86500, 436500, 89000, 438000))
    settings.setOutputSize(QSize(400, 300))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = {image.pixel(x, y) for x in range(0, 400, 2) for y in range(0, 300, 2)}
    assert len(colours) > 1, "nothing was drawn"
    assert asked == []
    list(layer.getFeatures())
    assert asked


def test_nothing_of_it_is_in_the_file(session, functions, layer, tmp_path):
    store = AreaStore(layer)
    (fid,) = store.add([("Oost", QgsGeometry.fromWkt(AREA))])
    store.rename(fid, "Oost 2")
    store.begin_edit()
    assert layer.commitChanges()
    store.disconnect_layer()
    with closing(sqlite3.connect(tmp_path / "areas.gpkg")) as file:
        columns = [row[1] for row in file.execute("PRAGMA table_info(projectgebieden)")]
        names = [name for (name,) in file.execute("SELECT name FROM projectgebieden ORDER BY fid")]
        styles = " ".join(text for (text,) in file.execute("SELECT styleQML FROM layer_styles"))
    assert columns == ["fid", "geom", "name", "created", "position"] and names == ["Noord", "Zuid", "Oost 2"]
    assert "lbm_" not in styles
    assert by_name(layer)["Oost 2"]["lbm"] == pytest.approx(by_name(layer)["Noord"]["lbm"])


def test_giving_them_is_no_edit_and_happens_once(session, functions, layer, qtbot):
    store = AreaStore(layer)
    edited, fields = QSignalSpy(store.edited), QSignalSpy(layer.updatedFields)
    session.project.setDirty(False)
    for palette in ("own", "legend20"):
        tell_scores(layer, session.model, load_palette(palette))
    qtbot.wait(100)
    assert len(edited) == len(fields) == 0
    store.disconnect_layer()


def test_what_the_user_did_with_them_stays(session, functions, layer):
    fields = layer.fields()
    layer.removeExpressionField(fields.indexOf("won"))
    layer.updateExpressionField(layer.fields().indexOf("afw"), "42")
    tell_scores(layer, load_model("lbm2"), load_palette("own"))
    tell_scores(layer, session.model, load_palette("own"))
    now = [field.name() for field in layer.fields()]
    assert layer.expressionField(layer.fields().indexOf("afw")) == "42"
    assert {"name", "created", "lbm", "class", "fys", "soc"} <= set(now)
    assert now.count("lbm") == 1 and len(now) == len(set(now))


def test_another_model_has_other_dimensions(session, functions, layer):
    other = load_model("lbm2")
    tell_scores(layer, other, load_palette("own"))
    computed = [
        field.name()
        for at, field in enumerate(layer.fields())
        if layer.fields().fieldOrigin(at) == Qgis.FieldOrigin.Expression
    ]
    assert sorted(computed) == sorted(expressions_of(other))
    assert "bev" in computed or set(computed) != set(NAMES)


def test_a_field_of_the_users_own_stays(session, functions, tmp_path):
    made = create_areas_layer(tmp_path / "own.gpkg")
    made.dataProvider().addAttributes([QgsField("lbm", QMetaType.Type.QString)])
    made.updateFields()
    tell_scores(made, session.model, load_palette("own"))
    at = made.fields().indexOf("lbm")
    assert made.fields().fieldOrigin(at) == Qgis.FieldOrigin.Provider and not made.attributeAlias(at)
    assert made.fields().indexOf("class") > 0


def test_without_the_plugin_they_are_empty(session, layer):
    """No function of ours is known: no error, no crash, the name is still there."""
    for name, feature in by_name(layer).items():
        assert feature["name"] == name
        assert all(QgsVariantUtils.isNull(feature[one]) for one in NAMES)


def test_they_come_back_with_the_project(session, functions, layer, tmp_path):
    path = tmp_path / "p.qgz"
    assert session.project.write(str(path))
    again = QgsProject()
    assert again.read(str(path))
    (read,) = (
        one for one in again.mapLayers().values() if isinstance(one, QgsVectorLayer) and one.name() == layer.name()
    )
    fields = QSignalSpy(read.updatedFields)
    tell_scores(read, session.model, load_palette("own"))
    assert len(fields) == 0 and by_name(read)["Noord"]["lbm"] == by_name(layer)["Noord"]["lbm"]
    again.clear()


def test_other_layers_get_none(session, functions, schiedam_folder):
    buurten = official(schiedam_folder)
    assert all(buurten.fields().fieldOrigin(at) == Qgis.FieldOrigin.Provider for at in range(buurten.fields().count()))
    for one in session.project.mapLayers().values():
        if isinstance(one, QgsVectorLayer):
            origins = {one.fields().fieldOrigin(at) for at in range(one.fields().count())}
            assert Qgis.FieldOrigin.Expression not in origins, one.name()
