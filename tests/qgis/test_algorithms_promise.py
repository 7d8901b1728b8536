# SPDX-License-Identifier: GPL-2.0-or-later
"""What users were promised: ids, parameters, outputs, fields with their order and types, help in both languages."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingParameterDefinition, QgsProcessingProvider
from qgis.PyQt.QtCore import QMetaType

from .conftest import ROOT, areas_layer

PARAMETERS = {
    "importedition": ["INPUT", "COUNTS", "GEMEENTEN", "MARGIN", "PACK"],
    "recomputescores": ["PACK", "YEAR", "OUTPUT"],
    "aggregateareas": ["PACK", "AREAS", "YEARS", "WEIGHT", "RULE", "OUTPUT"],
    "gridlayer": ["PACK", "THEME", "YEAR", "AS", "OUTPUT"],
}
OUTPUTS = {
    "importedition": {"PACK", "SQUARES", "YEARS", "EDITION"},
    "recomputescores": {"OUTPUT", "SQUARES", "MAX_DIFFERENCE", "CLASS_DIFFERENCES", "NOT_ADDING_UP"},
    "aggregateareas": {"OUTPUT"},
    "gridlayer": {"OUTPUT"},
}
REQUIRED = {
    "importedition": {"INPUT", "PACK"},
    "recomputescores": {"PACK", "OUTPUT"},
    "aggregateareas": {"PACK", "AREAS", "OUTPUT"},
    "gridlayer": {"PACK", "OUTPUT"},
}
TEXT, REAL, WHOLE, TRUTH = (
    QMetaType.Type.QString,
    QMetaType.Type.Double,
    QMetaType.Type.Int,
    QMetaType.Type.Bool,
)
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")
SQUARE_FIELDS = [
    ("grid_id", TEXT),
    ("year", WHOLE),
    *((name, REAL) for name in ("lbm", "afw", *DIMENSIONS)),
    ("class", WHOLE),
    ("class_name", TEXT),
    ("class_certain", TRUTH),
    *((f"class_{name}", WHOLE) for name in DIMENSIONS),
    ("dwellings", REAL),
]
AREA_FIELDS = [
    ("year", WHOLE),
    *((name, REAL) for name in ("lbm", "afw", *DIMENSIONS)),
    ("class", WHOLE),
    ("class_name", TEXT),
    ("class_certain", TRUTH),
    *((f"share_{number}", REAL) for number in range(1, 10)),
    ("squares", WHOLE),
    ("weight_sum", REAL),
    ("imputed", WHOLE),
    ("covered", REAL),
    ("weight", TEXT),
    ("rule", TEXT),
]
AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"


def algorithm(name):
    found = QgsApplication.processingRegistry().algorithmById(f"leefbaarometer:{name}")
    assert found is not None, name
    return found


def test_provider(provider):
    assert isinstance(provider, QgsProcessingProvider)
    assert provider.id() == "leefbaarometer"
    assert sorted(one.name() for one in provider.algorithms()) == sorted(PARAMETERS)
    assert not provider.icon().isNull()


@pytest.mark.parametrize("name", PARAMETERS)
def test_parameters(provider, name):
    made = algorithm(name)
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    plain = [one.name() for one in made.parameterDefinitions() if not one.flags() & advanced]
    assert plain == PARAMETERS[name]
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    needed = {
        one.name() for one in made.parameterDefinitions() if not one.flags() & optional and one.defaultValue() is None
    }
    assert needed == REQUIRED[name]


@pytest.mark.parametrize("name", OUTPUTS)
def test_outputs(provider, name):
    assert {one.name() for one in algorithm(name).outputDefinitions()} == OUTPUTS[name]


@pytest.mark.parametrize(
    ("name", "parameter", "options"),
    [
        ("aggregateareas", "WEIGHT", ["dwellings", "households", "inhabitants", "equal"]),
        ("aggregateareas", "RULE", ["share of the surface inside", "centre inside"]),
        ("gridlayer", "AS", ["vector (GeoPackage)", "raster (GeoTIFF)"]),
    ],
)
def test_order_of_the_choices(provider, name, parameter, options):
    definition = algorithm(name).parameterDefinition(parameter)
    assert definition.options() == options
    assert definition.defaultValue() == 0


def test_order_of_the_themes(provider, schiedam):
    definition = algorithm("gridlayer").parameterDefinition("THEME")
    assert definition.options() == [theme.name["en"] for theme in schiedam.model.themes]
    assert [theme.id for theme in schiedam.model.themes] == ["lbm", *DIMENSIONS]


def _named(fields):
    return [(field.name(), field.type()) for field in fields]


def test_fields_of_squares(run, schiedam_folder):
    made = run("recomputescores", PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert _named(made.fields()) == SQUARE_FIELDS


def test_fields_of_areas(run, schiedam_folder):
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert _named(made.fields()) == [("name", TEXT), *AREA_FIELDS]


@pytest.mark.parametrize("kind", ["recomputescores", "aggregateareas"])
def test_fields_in_a_geopackage(run, schiedam_folder, tmp_path, kind):
    from qgis.core import QgsVectorLayer

    extra = {"AREAS": areas_layer(AREA)} if kind == "aggregateareas" else {}
    path = tmp_path / "uit voer é.gpkg"
    run(kind, PACK=schiedam_folder, OUTPUT=path, **extra)
    layer = QgsVectorLayer(str(path), "", "ogr")
    own = [("name", TEXT)] if extra else []
    assert _named(layer.fields())[1:] == own + (AREA_FIELDS if extra else SQUARE_FIELDS)


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", PARAMETERS)
def test_help_names_every_parameter_and_field(provider, monkeypatch, name, language):
    monkeypatch.setattr("leefbaar_plugin.processing.algorithm.language", lambda: language)
    text = algorithm(name).create().shortHelpString()
    assert (ROOT / "resources" / "help" / language / f"{name}.md").is_file()
    for parameter in [*PARAMETERS[name], *OUTPUTS[name]]:
        assert f"<b>{parameter}</b>" in text, parameter
    promised = {"recomputescores": SQUARE_FIELDS, "aggregateareas": AREA_FIELDS}.get(name, [])
    for field, _ in promised:
        stem, _, number = field.partition("share_")
        shown = "share_1" if number and not stem else field
        if field.startswith("class_") and field[6:] in DIMENSIONS:
            shown = "class_fys"
        assert f"<b>{shown}" in text, field
    assert "**" not in text and "#" not in text


def test_help_warns_and_names_the_source(provider, monkeypatch):
    for language, caveat in (("en", "not a causal model"), ("nl", "geen causaal model")):
        monkeypatch.setattr("leefbaar_plugin.processing.algorithm.language", lambda chosen=language: chosen)
        for name in PARAMETERS:
            text = algorithm(name).create().shortHelpString()
            assert caveat in text, (language, name)
            assert "Bron: Leefbaarometer" in text, (language, name)
