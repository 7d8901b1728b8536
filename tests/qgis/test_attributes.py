# SPDX-License-Identifier: GPL-2.0-or-later
"""What QGIS tells of a feature of ours: titles, decimals, words, hidden fields, cards with class and five bars."""

from __future__ import annotations

import re

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsAttributeForm, QgsGui
from qgis.PyQt.QtWidgets import QLabel

from leefbaar_plugin.gui.citizens.expressions import Expressions
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.layers import orientation, tree
from leefbaar_plugin.layers.areas.area_card import tell_scores
from leefbaar_plugin.layers.areas.area_order import NAME
from leefbaar_plugin.layers.areas.project_areas import create_areas_layer
from leefbaar_plugin.layers.attributes.titles import title_of
from leefbaar_plugin.layers.styles import load_palette

from .conftest import areas_layer, rows
from .test_algorithms_models import exact, squares  # noqa: F401  fixture
from .test_algorithms_relate import table  # noqa: F401  fixture
from .test_few_everywhere import AREA, HERE, RUNS

OWN = ("name", "found")
"""Fields of the user's own, of which the second is called as one of ours."""


@pytest.fixture(scope="module", autouse=True)
def _widgets(qgis_app):
    QgsGui.editorWidgetRegistry().initEditors()


def shown(layer, feature, name):
    """What table, form and identify tool show of a field."""
    at = layer.fields().indexOf(name)
    setup = layer.editorWidgetSetup(at)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    return formatter.representValue(layer, at, setup.config(), None, feature[name])


def card(layer, feature, template=None):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(template or layer.mapTipTemplate(), context)


def form_text(layer, feature):
    form = QgsAttributeForm(layer, feature)
    return " ".join(label.text() for label in form.findChildren(QLabel))


# Layers of a pack


@pytest.fixture
def project(qgis_app):
    made = QgsProject()
    yield made
    made.clear()


def test_every_field_of_a_pack_has_a_title(project, schiedam):
    for level, layer in tree.add_pack(project, schiedam).items():
        for at, field in enumerate(layer.fields()):
            hidden = layer.editorWidgetSetup(at).type() == "Hidden"
            title = layer.attributeDisplayName(at)
            assert hidden or (title != field.name() and "_" not in title), (level, field.name())
    buurten = tree.our_layers(project)["buurt"]
    at = buurten.fields().indexOf
    assert buurten.attributeDisplayName(at("class_onv_2014")) == "Class of nuisance and unsafety 2014"
    assert buurten.attributeDisplayName(at("lbm_2024")) == "Total score 2024"


def test_a_number_of_a_class_is_shown_with_the_name_of_its_own_kind(qgis_app, schiedam):
    model = schiedam.model
    for name, classes in (
        ("class", model.total_classification),
        ("class_onv_2024", model.total_classification),
        ("change_class", model.development_classification),
        ("class_change_2014_2024", model.development_classification),
    ):
        shown = [(f"{entry.number} · {entry.name['en']}", str(entry.number)) for entry in classes.classes]
        assert list(title_of(name).values) == shown, name
    assert title_of("class_name").values == title_of("class_certain").values == ()


def test_what_is_shown_of_a_buurt(project, schiedam):
    buurten = tree.add_pack(project, schiedam)["buurt"]
    one = next(f for f in buurten.getFeatures() if f["name"] == "Binnenstad")
    assert shown(buurten, one, "lbm_2024") == "3.98" and f"{one['lbm_2024']:.4f}" == "3.9780"
    number = one["class_lbm_2024"]
    name = schiedam.model.total_classification.name(number, "en")
    assert shown(buurten, one, "class_lbm_2024") == f"{number} · {name}"
    assert shown(buurten, one, "inhabitants") == f"{one['inhabitants']:,.0f}"
    tabs = [tab.name() for tab in buurten.editFormConfig().tabs()]
    assert tabs == ["Figures", *map(str, sorted(schiedam.years, reverse=True))]
    last = buurten.editFormConfig().tabs()[1]
    names = [child.name() for child in last.children()]
    assert names[0] == "lbm_2024" and all(name.endswith("_2024") for name in names)
    hidden = {column.name for column in buurten.attributeTableConfig().columns() if column.hidden and column.name}
    assert hidden == {"fid"}


def test_the_form_shows_the_card_of_what_the_map_shows(project, schiedam):
    tree.add_pack(project, schiedam)
    for theme, year in (("onv", 2024), ("lbm", 2014)):
        wanted = next(one for one in schiedam.model.themes if one.id == theme)
        tree.show(project, schiedam, wanted, year, tree.AUTOMATIC, load_palette("own"))
        buurten = tree.our_layers(project)["buurt"]
        one = next(f for f in buurten.getFeatures() if f["name"] == "Binnenstad")
        text = form_text(buurten, one)
        assert f"{wanted.name['en']}, {year}" in text and text.count("<tr>") == 5
        number = one[f"class_{theme}_{year}"]
        assert f"{number} · {schiedam.model.total_classification.name(number, 'en')}" in text
        assert card(buurten, one) in text


def test_a_form_of_the_user_stays(project, schiedam):
    buurten = tree.add_pack(project, schiedam)["buurt"]
    buurten.setFieldAlias(buurten.fields().indexOf("lbm_2024"), "mijn score")
    tree.show(project, schiedam, schiedam.model.total, 2014, tree.AUTOMATIC, load_palette("own"))
    assert buurten.attributeDisplayName(buurten.fields().indexOf("lbm_2024")) == "mijn score"


def test_layers_of_an_older_project_are_described(project, schiedam):
    buurten = tree.add_pack(project, schiedam)["buurt"]
    at = buurten.fields().indexOf("lbm_2024")
    buurten.removeFieldAlias(at)
    buurten.removeCustomProperty("leefbaarometer/described")
    tree.show(project, schiedam, schiedam.model.total, 2014, tree.AUTOMATIC, load_palette("own"))
    assert buurten.attributeDisplayName(at) == "Total score 2024"


def test_borders_and_names_are_not_identified_twice(project, schiedam):
    layers = tree.add_pack(project, schiedam)
    orientation.show(project, schiedam)
    identifiable = QgsMapLayer.LayerFlag.Identifiable
    assert all(layer.flags() & identifiable for layer in layers.values())
    names = orientation.orientation_layers(project)
    assert names and not any(layer.flags() & identifiable for layer in names)


# Own areas


def test_own_areas_show_their_score(qgis_app, schiedam_folder, tmp_path):
    session = Session(QgsProject())
    session.open_pack(schiedam_folder)
    layer = create_areas_layer(tmp_path / "areas.gpkg")
    tell_scores(layer, session.model, load_palette("own"))
    source = next(areas_layer(AREA).getFeatures())
    source.setFields(layer.fields(), True)
    source.setAttribute(NAME, "Plan <Noord>")
    source.setGeometry(source.geometry())
    layer.dataProvider().addFeatures([source])
    (one,) = layer.getFeatures()
    without = card(layer, one)
    assert "Plan &lt;Noord>" in without and "[%" not in without and "lbm_" not in without
    functions = Expressions(session)
    functions.register()
    try:
        text = card(layer, one)
        measured = session.measurer.measure([bytes(one.geometry().asWkb())], (session.year,)).scores
        number = int(measured.classes[0, 0])
        assert f"{number} · {session.model.total_classification.name(number, 'en')}" in text
        assert f"total score {measured.total[0, 0]:.2f}" in text
        for at, theme in enumerate(session.model.dimensions):
            value = measured.dimensions[0, 0, at]
            said = re.search(rf"<tr><td>{theme.name['en']}</td>.*?([+−]?\d\.\d\d)</td></tr>", text)
            assert said and said.group(1) == f"{value:+.2f}".replace("-", "−"), theme.id
        assert text in form_text(layer, one)
    finally:
        functions.unregister()
        session.disconnect_project()


def test_a_tip_and_form_of_the_user_stay(schiedam, tmp_path):
    layer = create_areas_layer(tmp_path / "areas.gpkg")
    tell_scores(layer, schiedam.model, load_palette("own"))
    given = layer.mapTipTemplate()
    tell_scores(layer, schiedam.model, load_palette("legend20"))
    assert layer.mapTipTemplate() not in ("", given)
    layer.setMapTipTemplate("[% name %]!")
    tell_scores(layer, schiedam.model, load_palette("own"))
    assert layer.mapTipTemplate() == "[% name %]!"


# Results of algorithms


@pytest.fixture
def results(run, schiedam_folder, table, squares, tmp_path):  # noqa: F811
    """Run an algorithm; every layer that it writes, by output."""
    figures, model = exact(tmp_path, squares)
    files = {"table": table, "figures": figures, "model": model}

    def ask(name, given):
        given = {key: files.get(value, value) if isinstance(value, str) else value for key, value in given.items()}
        if "AREAS" in given:
            given["AREAS"] = areas_layer(given["AREAS"], fields="&field=name:string&field=found:int")
        output = tmp_path / "squares.gpkg" if name == "gridlayer" else HERE
        made = run(name, PACK=schiedam_folder, OUTPUT=output, **given)
        if name == "gridlayer":
            made = {"OUTPUT": QgsVectorLayer(made["OUTPUT"], "", "ogr")}
        return {key: made[key] for key in ("OUTPUT", *(key for key, value in given.items() if value == HERE))}

    return ask


@pytest.mark.parametrize("name", RUNS)
def test_every_result_is_told_in_words(results, name):
    """Every field of ours has a title without its name in it; what isn't ours has none."""
    for given in RUNS[name]:
        for output, layer in results(name, given).items():
            where = (output, given)
            for at, field in enumerate(layer.fields()):
                own = "AREAS" in given and output == "OUTPUT" and name != "reported" and at < len(OWN)
                title = layer.attributeDisplayName(at)
                hidden = layer.editorWidgetSetup(at).type() == "Hidden"
                if own:
                    assert title == field.name() == (OWN[at] if name != "findsignals" else field.name()), where
                elif not hidden:
                    assert title != field.name() and "_" not in title, (field.name(), *where)
            if not layer.isSpatial():
                continue
            feature = next(layer.getFeatures())
            text = card(layer, feature)
            assert "[%" not in text, where
            if name != "fitmodel":
                assert layer.renderer().type() == "categorizedSymbol", where
                assert next(one.label() for one in layer.renderer().categories()).startswith("1 · "), where
            assert layer.metadata().rights()[0].startswith("Source: Leefbaarometer"), where
            assert "not a causal model" in layer.metadata().abstract(), where
            tabs = layer.editFormConfig().tabs()
            assert layer.editFormConfig().layout() == Qgis.AttributeFormLayout.DragAndDrop and len(tabs) == 1


def test_a_result_of_several_years(run, schiedam_folder, tmp_path):
    made = run(
        "aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), YEARS="2014,2024", OUTPUT="TEMPORARY_OUTPUT"
    )["OUTPUT"]
    time = made.temporalProperties()
    assert time.isActive() and time.mode() == Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions
    context = QgsExpressionContext()
    for feature in made.getFeatures():
        context.setFeature(feature)
        begin, end = (QgsExpression(one).evaluate(context) for one in (time.startExpression(), time.endExpression()))
        assert (begin.date().year(), end.date().year()) == (feature["year"], feature["year"] + 1)
    assert made.renderer().orderByEnabled() and made.renderer().orderBy().list()[0].ascending()
    first, last = (row["lbm"] for row in rows(made))
    texts = [card(made, feature) for feature in made.getFeatures()]
    assert "2014<br>" in texts[0] and f"total score {first:.2f}" in texts[0] and texts[0].count("<tr>") == 5
    assert "2024<br>" in texts[1] and f"total score {last:.2f}" in texts[1]


def test_a_file_keeps_how_it_looks(run, schiedam_folder, tmp_path):
    path = tmp_path / "cijfers.gpkg"
    run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT=path)
    again = QgsVectorLayer(str(path), "again", "ogr")
    assert again.renderer().type() == "categorizedSymbol" and len(again.renderer().categories()) == 10
    assert again.attributeDisplayName(again.fields().indexOf("lbm")) == "Total score"
    assert "1 · " in again.mapTipTemplate() and again.metadata().rights()


class Step(QgsProcessingMultiStepFeedback):
    def __init__(self):
        self.told = QgsProcessingFeedback()
        super().__init__(1, self.told)


@pytest.mark.parametrize(
    ("step", "name"),
    [(False, "Areas found – Neighbourhood with households in weak surroundings – 2024"), (True, "mine")],
)
def test_the_name_of_a_result(provider, schiedam_folder, step, name):
    """A rule and a year in the dialog; in a model, what its maker called it."""
    context, project = QgsProcessingContext(), QgsProject()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().algorithmById("leefbaarometer:findsignals").create()
    given = {"PACK": str(schiedam_folder), "RULE_ID": "ongunstige_buurt", "OUTPUT": "TEMPORARY_OUTPUT"}
    output = QgsProcessingOutputLayerDefinition("TEMPORARY_OUTPUT", project)
    output.destinationName = "mine"
    feedback = Step() if step else QgsProcessingFeedback()
    results, done = algorithm.run({**given, "OUTPUT": output}, context, feedback)
    assert done
    details = context.layersToLoadOnCompletion()[results["OUTPUT"]]
    assert details.name == name


def test_titles_by_hand(dutch):
    assert title_of("share_4").text == "Deel in klasse 4 (0–1)" and title_of("share_4").decimals == 3
    assert title_of("class_onv_2014").text == "Klasse overlast en onveiligheid 2014"
    assert title_of("lbm_base").text == "Totaalscore nu"
    assert title_of("size_met").text == "Voldoet: voorwaarde omvang"
    assert title_of("mijn_veld") is None
    assert ("zeer onvoldoende" in title_of("class").values[0][0]) and title_of("class").values[0][1] == "1"
