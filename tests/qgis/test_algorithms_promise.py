# SPDX-License-Identifier: GPL-2.0-or-later
"""What users were promised: ids, parameters, outputs, fields with their order and types, help in both languages."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication, QgsProcessingParameterDefinition, QgsProcessingProvider
from qgis.PyQt.QtCore import QMetaType

from leefbaar_plugin.analysis.signals.rule_set import load_rules

from .conftest import ROOT, areas_layer

PARAMETERS = {
    "importedition": ["INPUT", "COUNTS", "GEMEENTEN", "MARGIN", "POINTS", "PACK"],
    "recomputescores": ["PACK", "YEAR", "OUTPUT"],
    "aggregateareas": ["PACK", "AREAS", "YEARS", "WEIGHT", "RULE", "OUTPUT"],
    "gridlayer": ["PACK", "THEME", "YEAR", "AS", "OUTPUT"],
    "rings": ["PACK", "AREAS", "DISTANCES", "YEARS", "BASE", "WEIGHT", "RULE", "OUTPUT"],
    "monitor": ["PACK", "AREAS", "LEVEL", "CODES", "YEARS", "BASE", "SQUARES", "WEIGHT", "RULE", "OUTPUT"],
    "relate": """
        PACK LEVEL YEAR THEME TABLE CODE_FIELD VALUE_FIELD WEIGHT WEIGHT_FIELD REGION OUTPUT CLASSES GEMEENTEN
        """.split(),
    "development": """
        PACK AREAS LEVEL SINCE UNTIL GROUP_FIELD WEIGHT_SINCE WEIGHT_UNTIL WEIGHT RULE OUTPUT GROUPS
        """.split(),
    "groupshares": ["PACK", "GROUPS", "OWN", "AREAS", "GROUP_FIELD", "YEARS", "BASE", "WEIGHT", "RULE", "OUTPUT"],
    "transitions": "PACK GROUPS OWN AREAS GROUP_FIELD SINCE UNTIL WEIGHT RULE OUTPUT PATHS".split(),
    "reported": "PACK FIGURE GROUPS OWN AREAS GROUP_FIELD YEAR SINCE WEIGHT RULE HIGHEST OUTPUT".split(),
    "findsignals": "PACK RULE PARAMETERS LEVEL AREAS YEAR SINCE NEIGHBOURS MIN_DWELLINGS ALL OUTPUT SUMMARY".split(),
    "clusters": """
        PACK YEAR CONDITION LOWEST HIGHEST TIMES MEASUREMENTS SINCE NEIGHBOURS MIN_DWELLINGS OUTPUT
        """.split(),
    "robustness": "PACK AREAS YEAR WEIGHT RULE SHIFT RUNS OUTPUT".split(),
    "export": "PACK AREAS NAME_FIELD YEARS OUTPUT".split(),
    "report": "PACK AREAS NAME_FIELD YEARS ORIENTATION OUTPUT".split(),
    "replay": "INPUT PACK OUTPUT AGAIN".split(),
    "packproject": "PROJECT REPORTS OUTPUT".split(),
    "scoremodel": "PACK LEVEL YEAR TABLE CODE_FIELD MODEL TOLERANCE SURROGATE OUTPUT".split(),
    "fitmodel": "PACK LEVEL YEAR TABLE CODE_FIELD INDICATORS BLOCK OUTPUT MODEL".split(),
    "scenario": "PACK AREAS YEAR SCENARIO NAME KIND DIMENSION AMOUNT WEIGHT RULE OUTPUT SQUARES RECIPE".split(),
}
OUTPUTS = {
    "importedition": {
        "PACK",
        "SQUARES",
        "YEARS",
        "EDITION",
        "MAX_DIFFERENCE",
        "CLASS_DIFFERENCES",
        "REFUSED_ROWS",
    },
    "recomputescores": {"OUTPUT", "SQUARES", "MAX_DIFFERENCE", "CLASS_DIFFERENCES", "NOT_ADDING_UP"},
    "aggregateareas": {"OUTPUT"},
    "gridlayer": {"OUTPUT"},
    "rings": {"OUTPUT"},
    "monitor": {"OUTPUT"},
    "relate": set(
        """
        OUTPUT CLASSES GEMEENTEN
        N N_EFFECTIVE PEARSON PEARSON_LOW PEARSON_HIGH SPEARMAN SPEARMAN_LOW SPEARMAN_HIGH PEARSON_WEIGHTED
        PEARSON_WEIGHTED_LOW PEARSON_WEIGHTED_HIGH SPEARMAN_WEIGHTED SPEARMAN_WEIGHTED_LOW SPEARMAN_WEIGHTED_HIGH
        TURNING_POINT TURNING_POINT_LOW TURNING_POINT_HIGH TURNING_POINT_P SLOPE SLOPE_BEFORE SLOPE_AFTER
        MORAN_SCORE MORAN_SCORE_P MORAN_VALUE MORAN_VALUE_P LOW_LOW LOW_HIGH HIGH_LOW HIGH_HIGH
        PEARSON_P SPEARMAN_P PEARSON_WEIGHTED_P SPEARMAN_WEIGHTED_P SLOPE_LOW SLOPE_HIGH N_SPATIAL PEARSON_SPATIAL_LOW
        PEARSON_SPATIAL_HIGH PEARSON_SPATIAL_P SPEARMAN_SPATIAL_LOW SPEARMAN_SPATIAL_HIGH SPEARMAN_SPATIAL_P
        SLOPE_SPATIAL_LOW SLOPE_SPATIAL_HIGH TURNING_POINT_SPATIAL_LOW TURNING_POINT_SPATIAL_HIGH
        TURNING_POINT_SPATIAL_P
        UNMATCHED UNMATCHED_CODES REPORT
        """.split()
    ),
    "development": {"OUTPUT", "GROUPS"},
    "groupshares": {"OUTPUT"},
    "transitions": {"OUTPUT", "PATHS"},
    "reported": {"OUTPUT"},
    "findsignals": {"OUTPUT", "FOUND", "SUMMARY"},
    "clusters": {"OUTPUT"},
    "robustness": {"OUTPUT"},
    "export": {"OUTPUT"},
    "report": {"OUTPUT"},
    "replay": {"OUTPUT", "AGAIN", "DIFFERENCES", "REPORT"},
    "packproject": {"OUTPUT", "FILES"},
    "scoremodel": {"OUTPUT", "MAX_DIFFERENCE", "PASSED", "REPORT"},
    "fitmodel": {
        *("OUTPUT", "MODEL", "REPORT"),
        *(f"{name}_{of}" for name in ("R2", "ERROR", "NAIVE") for of in ("FYS", "ONV", "SOC", "VRZ", "WON")),
    },
    "scenario": {"OUTPUT", "SQUARES", "RECIPE"},
}
REQUIRED = {
    "importedition": {"INPUT", "PACK"},
    "recomputescores": {"PACK", "OUTPUT"},
    "aggregateareas": {"PACK", "AREAS", "OUTPUT"},
    "gridlayer": {"PACK", "OUTPUT"},
    "rings": {"PACK", "AREAS", "OUTPUT"},
    "monitor": {"PACK", "OUTPUT"},
    "relate": {"PACK", "TABLE", "VALUE_FIELD", "OUTPUT"},
    "development": {"PACK", "SINCE", "OUTPUT"},
    "groupshares": {"PACK", "OUTPUT"},
    "transitions": {"PACK", "SINCE", "OUTPUT"},
    "reported": {"PACK", "OUTPUT"},
    "findsignals": {"PACK", "OUTPUT"},
    "clusters": {"PACK", "OUTPUT"},
    "robustness": {"PACK", "AREAS", "OUTPUT"},
    "export": {"PACK", "AREAS", "OUTPUT"},
    "report": {"PACK", "AREAS", "OUTPUT"},
    "replay": {"INPUT", "PACK", "OUTPUT"},
    "packproject": {"OUTPUT"},
    "scoremodel": {"PACK", "TABLE", "MODEL", "OUTPUT"},
    "fitmodel": {"PACK", "TABLE", "OUTPUT"},
    "scenario": {"PACK", "AREAS", "OUTPUT"},
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
BASIS_FIELDS = [("published", TRUTH), ("lbm_squares", REAL), ("lbm_diff", REAL)]
RANK_FIELDS = [
    *((f"rank_{name}", REAL) for name in ("gemeente", "g4", "g40", "country")),
    ("rank_buurten", WHOLE),
    ("buurten", WHOLE),
]
FEW_FIELDS = [("few", TRUTH), ("low_coverage", TRUTH), ("warning", TEXT)]
CAUTION_FIELDS = [
    *FEW_FIELDS,
    ("uncertain_weight", REAL),
    ("uncertain_share", REAL),
    ("without_dimensions", WHOLE),
]
MARK_FIELDS = [("part", TRUTH), ("inhabitants", REAL), ("small", TRUTH)]
MEASURED_FIELDS = [*AREA_FIELDS, *BASIS_FIELDS, *MARK_FIELDS, *RANK_FIELDS, *CAUTION_FIELDS]
PRESSURE_FIELDS = [*((f"weight_1_{number}", REAL) for number in (3, 4, 5)), ("share_1_4", REAL)]
RING_FIELDS = [
    ("zone", TEXT),
    ("inner", REAL),
    ("outer", REAL),
    ("gemeenten", TEXT),
    *AREA_FIELDS,
    *PRESSURE_FIELDS,
    ("since", WHOLE),
    ("change_1_4", REAL),
    ("expected_1_4", REAL),
    ("comparison", TEXT),
    ("association", TEXT),
    ("left_out", WHOLE),
    *BASIS_FIELDS,
    ("country_is", TEXT),
    ("country_weight", TEXT),
    *CAUTION_FIELDS,
]
MONITOR_FIELDS = [
    ("kind", TEXT),
    ("gemeente", TEXT),
    ("gemeente_name", TEXT),
    ("gemeente_part", REAL),
    *AREA_FIELDS,
    *PRESSURE_FIELDS,
    ("rank", WHOLE),
    ("base", WHOLE),
    ("change", REAL),
    ("change_class", WHOLE),
    *((f"change_{name}", REAL) for name in DIMENSIONS),
    *((f"{of}_{figure}", REAL) for of in ("gemeente", "country") for figure in ("lbm", "diff", "share_1_4")),
    ("square_set", TEXT),
    ("left_out", WHOLE),
    *BASIS_FIELDS,
    ("gemeente_surface", REAL),
    *MARK_FIELDS,
    ("country_is", TEXT),
    ("country_weight", TEXT),
    ("own_calculation", TRUTH),
    ("reference_name", TEXT),
    *((f"reference_{figure}", REAL) for figure in ("lbm", "diff", "share_1_4")),
    *CAUTION_FIELDS,
]
CHOICES = ("outline", "edge", "grid", "weight", "imputation", "secrecy", "rounding", "bound")
ROBUSTNESS_FIELDS = [
    *(field for field in AREA_FIELDS if field[0] in ("year", "lbm", "class", "class_name", "class_certain")),
    ("holds", REAL),
    ("lbm_low", REAL),
    ("lbm_high", REAL),
    *((f"runs_{number}", REAL) for number in range(1, 10)),
    ("runs", WHOLE),
    ("runs_without", WHOLE),
    ("matters_most", TEXT),
    *((f"{end}_{choice}", REAL) for choice in CHOICES for end in ("low", "high")),
    *((f"{part}_{choice}", REAL) for part in ("first", "total") for choice in CHOICES[:-1]),
    *(
        field
        for level in ("buurt", "wijk", "pc4")
        for field in ((f"{level}_instead", TEXT), (f"{level}_lbm", REAL), (f"{level}_class", WHOLE))
    ),
    ("weight", TEXT),
    ("rule", TEXT),
    ("seed", WHOLE),
    *FEW_FIELDS,
]
SCENARIO_FIELDS = [
    ("year", WHOLE),
    ("scenario", TEXT),
    *(
        field
        for end in ("base", "result")
        for field in (
            (f"lbm_{end}", REAL),
            (f"class_{end}", WHOLE),
            (f"class_name_{end}", TEXT),
            (f"class_certain_{end}", TRUTH),
            *((f"{name}_{end}", REAL) for name in DIMENSIONS),
            (f"weight_{end}", REAL),
            *((f"share_{number}_{end}", REAL) for number in range(1, 10)),
        )
    ),
    ("change", REAL),
    ("change_error", REAL),
    ("flipped", REAL),
    ("squares", WHOLE),
    ("met", WHOLE),
    ("measures", TEXT),
    ("weight", TEXT),
    ("rule", TEXT),
    *FEW_FIELDS,
]
CHANGE_CLASS = [("change_class", WHOLE), ("change_class_name", TEXT)]
PARTS_OF_CHANGE = [(name, REAL) for name in ("inside", "turnover", "shift")]
DEVELOPMENT_FIELDS = [
    *((name, WHOLE) for name in ("since", "until")),
    ("change", REAL),
    *((f"change_{name}", REAL) for name in (*DIMENSIONS, "reference")),
    *CHANGE_CLASS,
    ("own_calculation", TRUTH),
    *((name, REAL) for name in ("worse", "same", "better")),
    *((name, TEXT) for name in ("explains", "explains_name")),
    ("squares", WHOLE),
    ("weight_sum", REAL),
    *((name, TEXT) for name in ("basis", "weight", "rule", "group")),
    *PARTS_OF_CHANGE,
    *(
        (f"{name}_{end}", kind)
        for end in ("since", "until")
        for name, kind in (("lbm", REAL), ("class", WHOLE), ("class_name", TEXT), ("published", TRUTH))
    ),
    ("as_published", TRUTH),
    *MARK_FIELDS,
    *FEW_FIELDS,
    ("without_dimensions", WHOLE),
    ("class_certain_since", TRUTH),
    ("class_certain_until", TRUTH),
]
DEVELOPMENT_GROUP_FIELDS = [
    ("group", TEXT),
    *((name, WHOLE) for name in ("areas", "since", "until")),
    *((name, REAL) for name in ("lbm_since", "lbm_until", "change")),
    *CHANGE_CLASS,
    *PARTS_OF_CHANGE,
    *((f"change_{name}", REAL) for name in DIMENSIONS),
    *((name, WHOLE) for name in ("squares", "only_since", "only_until")),
    ("weight", TEXT),
    ("own_calculation", TRUTH),
    *FEW_FIELDS,
]
_SHARES = [(f"share_{number}", REAL) for number in range(1, 10)]
GROUP_FIELDS = [
    *((name, TEXT) for name in ("group", "group_name")),
    ("complete", TRUTH),
    *((name, WHOLE) for name in ("gemeente_count", "members", "year")),
    ("lbm", REAL),
    ("class", WHOLE),
    ("class_name", TEXT),
    ("squares", WHOLE),
    ("weight_sum", REAL),
    ("imputed", WHOLE),
    *_SHARES,
    *((name, REAL) for name in ("unfavourable", "insufficient")),
    *((f"sum_{number}", REAL) for number in range(1, 10)),
    ("base", WHOLE),
    *((f"change_{what}", REAL) for what in (*range(1, 10), "unfavourable", "insufficient")),
    *((name, TEXT) for name in ("weight", "rule")),
    *BASIS_FIELDS,
    ("known_by", TEXT),
    *CAUTION_FIELDS,
    ("class_certain", TRUTH),
]
TRANSITION_FIELDS = [
    *((name, TEXT) for name in ("group", "group_name")),
    *((name, WHOLE) for name in ("since", "until")),
    *(pair for end in ("from", "to") for pair in ((f"{end}_class", WHOLE), (f"{end}_name", TEXT))),
    ("squares", WHOLE),
    *((name, REAL) for name in ("weight_sum", "share")),
    ("weight", TEXT),
    *FEW_FIELDS,
]
PATH_FIELDS = [
    *((name, TEXT) for name in ("group", "group_name")),
    *((name, WHOLE) for name in ("until", "last_class")),
    ("last_class_name", TEXT),
    ("year", WHOLE),
    ("lbm", REAL),
    ("class", WHOLE),
    ("class_name", TEXT),
    ("squares", WHOLE),
    ("weight_sum", REAL),
    *_SHARES,
    ("weight", TEXT),
    *FEW_FIELDS,
    ("class_certain", TRUTH),
]
SIGNAL_FIELDS = [
    *((name, WHOLE) for name in ("year", "since")),
    ("signal", TEXT),
    ("found", TRUTH),
    ("size", REAL),
    ("size_met", TRUTH),
    ("explains", TEXT),
    ("explained", REAL),
    ("why", TEXT),
    ("lbm", REAL),
    ("class", WHOLE),
    ("class_name", TEXT),
    ("class_certain", TRUTH),
    ("squares", WHOLE),
    ("weight_sum", REAL),
    ("imputed", WHOLE),
    *((name, TEXT) for name in ("weight", "signal_text")),
    *BASIS_FIELDS,
    *MARK_FIELDS,
    *CAUTION_FIELDS,
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
        ("aggregateareas", "WEIGHT", ["dwellings", "households", "inhabitants", "equal", "own dwellings (points)"]),
        ("aggregateareas", "RULE", ["share of the surface inside", "centre inside", "own dwellings inside"]),
        ("gridlayer", "AS", ["vector (GeoPackage)", "raster (GeoTIFF)"]),
        ("clusters", "NEIGHBOURS", ["4: squares that share a side", "8: squares that share a corner too"]),
        ("relate", "WEIGHT", ["none", "dwellings", "households", "inhabitants"]),
        ("relate", "REGION", ["none", "by gemeente", "G4, G40 and the others"]),
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
    assert _named(made.fields()) == [*SQUARE_FIELDS, *FEW_FIELDS]


def test_fields_of_areas(run, schiedam_folder):
    made = run("aggregateareas", PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert _named(made.fields()) == [("name", TEXT), *MEASURED_FIELDS]


@pytest.mark.parametrize(("name", "ours"), [("rings", RING_FIELDS), ("monitor", MONITOR_FIELDS)])
def test_fields_of_surroundings_and_of_a_monitor(run, schiedam_folder, name, ours):
    made = run(name, PACK=schiedam_folder, AREAS=areas_layer(AREA), OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert _named(made.fields()) == [("name", TEXT), *ours]


def test_fields_of_signals_and_clusters(run, schiedam_folder):
    areas = areas_layer(AREA)
    made = run("findsignals", PACK=schiedam_folder, LEVEL=3, AREAS=areas, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert _named(made.fields()) == [("name", TEXT), *SIGNAL_FIELDS]
    made = run("findsignals", PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert _named(made.fields()) == [("code", TEXT), ("name", TEXT), *SIGNAL_FIELDS]
    made = run("clusters", PACK=schiedam_folder, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert _named(made.fields()) == [("cluster", WHOLE), *AREA_FIELDS, *CAUTION_FIELDS]


def test_order_of_the_rules_and_levels(provider):
    rules = """onvoldoende_buurt ongunstige_buurt structureel_onder_druk stijgers dalers kwetsbare_wijk aandachtsbuurt
        aandachtsregio onveilig_laag onveilig_centrum vroegsignaal dimensie_tegen""".split()
    assert list(load_rules()) == rules
    definition = algorithm("findsignals").parameterDefinition("RULE")
    assert definition.options() == [rule.title["en"] for rule in load_rules().values()]
    assert algorithm("findsignals").parameterDefinition("LEVEL").options() == [
        "gemeenten",
        "wijken",
        "buurten",
        "a layer of areas",
        "clusters of squares",
    ]


def test_fields_of_development_and_groups(run, schiedam_folder):
    given = {"PACK": schiedam_folder, "OUTPUT": "TEMPORARY_OUTPUT"}
    layer = areas_layer(AREA)
    made = run("development", AREAS=layer, SINCE=2014, GROUPS="TEMPORARY_OUTPUT", **given)
    assert _named(made["OUTPUT"].fields()) == [("name", TEXT), *DEVELOPMENT_FIELDS]
    assert _named(made["GROUPS"].fields()) == DEVELOPMENT_GROUP_FIELDS
    made = run("groupshares", OWN="Schiedam", **given)
    assert _named(made["OUTPUT"].fields()) == GROUP_FIELDS
    made = run("transitions", OWN="Schiedam", SINCE=2014, PATHS="TEMPORARY_OUTPUT", **given)
    assert _named(made["OUTPUT"].fields()) == TRANSITION_FIELDS and _named(made["PATHS"].fields()) == PATH_FIELDS


def test_fields_of_robustness(run, schiedam_folder):
    layer = areas_layer(AREA)
    made = run("robustness", PACK=schiedam_folder, AREAS=layer, RUNS=2, DESIGN=2, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert _named(made.fields()) == [("name", TEXT), *ROBUSTNESS_FIELDS]


def test_fields_of_a_scenario(run, schiedam_folder):
    made = run("scenario", PACK=schiedam_folder, AREAS=areas_layer(AREA), AMOUNT=0.1, OUTPUT="TEMPORARY_OUTPUT")
    assert _named(made["OUTPUT"].fields()) == [("name", TEXT), *SCENARIO_FIELDS]


@pytest.mark.parametrize("kind", ["recomputescores", "aggregateareas"])
def test_fields_in_a_geopackage(run, schiedam_folder, tmp_path, kind):
    from qgis.core import QgsVectorLayer

    extra = {"AREAS": areas_layer(AREA)} if kind == "aggregateareas" else {}
    path = tmp_path / "uit voer é.gpkg"
    run(kind, PACK=schiedam_folder, OUTPUT=path, **extra)
    layer = QgsVectorLayer(str(path), "", "ogr")
    own = [("name", TEXT)] if extra else []
    assert _named(layer.fields())[1:] == own + (MEASURED_FIELDS if extra else [*SQUARE_FIELDS, *FEW_FIELDS])


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("name", PARAMETERS)
def test_help_names_every_parameter_and_field(provider, monkeypatch, name, language):
    monkeypatch.setattr("leefbaar_plugin.processing.algorithm.language", lambda: language)
    text = algorithm(name).create().shortHelpString()
    assert (ROOT / "resources" / "help" / language / f"{name}.md").is_file()
    for parameter in [*PARAMETERS[name], *OUTPUTS[name]]:
        assert f"<b>{parameter}</b>" in text, parameter
    promised = {
        "recomputescores": [*SQUARE_FIELDS, *FEW_FIELDS],
        "gridlayer": FEW_FIELDS,
        "robustness": FEW_FIELDS,
        "relate": FEW_FIELDS,
        "reported": FEW_FIELDS,
        "scoremodel": FEW_FIELDS,
        "fitmodel": FEW_FIELDS,
        "aggregateareas": MEASURED_FIELDS,
    }
    promised |= {"rings": RING_FIELDS, "monitor": MONITOR_FIELDS}
    promised |= {"development": [*DEVELOPMENT_FIELDS, *DEVELOPMENT_GROUP_FIELDS], "groupshares": GROUP_FIELDS}
    promised |= {"clusters": [("cluster", WHOLE), *AREA_FIELDS, *CAUTION_FIELDS]}
    promised |= {"scenario": FEW_FIELDS}
    promised |= {"findsignals": [one for one in SIGNAL_FIELDS if not one[0].startswith("size")]}
    promised |= {"transitions": [*TRANSITION_FIELDS, *PATH_FIELDS]}
    for field, _ in promised.get(name, []):
        stem, _, number = field.partition("share_")
        shown = "share_1" if number and not stem else field
        if field[:-1] in ("sum_", "change_"):
            shown = field[:-1] + "1"
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
