# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:findsignals` and `leefbaarometer:clusters`: the figures of the data room, in layers."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from leefbaar_plugin.analysis.cautions import caution_columns
from leefbaar_plugin.analysis.measure import Measurer, area_columns
from leefbaar_plugin.analysis.signals.finder import ClusterChoice, SignalFinder, find
from leefbaar_plugin.analysis.signals.found_totals import against, against_columns
from leefbaar_plugin.analysis.signals.rule_set import load_rule, load_rules, with_parameters
from leefbaar_plugin.analysis.signals.square_clusters import measured_clusters
from leefbaar_plugin.engine.choices import CautionLimits
from leefbaar_plugin.engine.signals.square_conditions import SquareCondition
from leefbaar_plugin.pack.files.resources import read_json

from .conftest import Recorder, areas_layer, in_crs, official, rows
from .test_algorithms_areas import BOW_TIE, FAR
from .test_algorithms_promise import AREA, AREA_FIELDS, CAUTION_FIELDS

TEMPORARY = "TEMPORARY_OUTPUT"
RULES = list(load_rules())
GEMEENTE, WIJK, BUURT, AREAS, CLUSTERS = range(5)
PRESSED = RULES.index("structureel_onder_druk")


@pytest.fixture
def signals(run, schiedam_folder):
    """Run findsignals on the demonstration pack; rows, and the feedback as `recorder`."""

    def run_one(**parameters):
        feedback = parameters.pop("feedback", None) or Recorder()
        made = run("findsignals", feedback=feedback, PACK=schiedam_folder, OUTPUT=TEMPORARY, **parameters)
        run_one.layer, run_one.number, run_one.recorder = made["OUTPUT"], made["FOUND"], feedback
        return rows(made["OUTPUT"])

    return run_one


def error(run, name, **parameters) -> str:
    with pytest.raises(QgsProcessingException) as caught:
        run(name, OUTPUT=TEMPORARY, **parameters)
    return str(caught.value)


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_gives_what_the_data_room_gives(signals, schiedam, rule):
    made = signals(RULE=RULES.index(rule), ALL=True)
    found = find(Measurer(schiedam), load_rule(rule), "buurt")
    columns = {"code": found.areas.code, "name": found.areas.name, **found.columns("en")}
    assert list(made[0]) == list(columns)
    for name, values in columns.items():
        assert [row[name] for row in made] == values, name
    assert signals.number == found.count()


def test_only_those_found_in_order(signals, schiedam):
    made = signals(RULE=PRESSED)
    found = find(Measurer(schiedam), load_rule("structureel_onder_druk"), "buurt")
    assert [row["code"] for row in made] == [found.areas.code[at] for at in found.places()]
    assert 0 < len(made) == signals.number < len(found) and all(row["found"] is True for row in made)
    assert made[0]["why"].startswith("Found. Size: ") and made[0]["explains"] == "onv"
    assert found.rule_text("en") in signals.recorder.infos
    counts = f"Found: {found.count()}; not found: {found.count(0)}; can't be judged: {found.count(-1)}."
    assert counts in signals.recorder.infos
    assert all(feature.geometry().isGeosValid() for feature in signals.layer.getFeatures())
    assert signals.layer.crs().authid() == "EPSG:28992"


def test_values_change_the_outcome(signals, schiedam):
    rule = with_parameters(load_rule("structureel_onder_druk"), {"households": 1000, "share": 40})
    expected = find(Measurer(schiedam), rule, "buurt").count()
    assert len(signals(RULE=PRESSED, PARAMETERS="households=1000; share=40,0")) == expected
    assert len(signals(RULE=PRESSED, PARAMETERS={"households": 1000, "share": 40})) == expected
    assert expected < find(Measurer(schiedam), load_rule("structureel_onder_druk"), "buurt").count()
    assert (
        "Changed: households 1,000 (in the rule 250)"
        in signals(RULE=PRESSED, PARAMETERS="households=1000")[0]["signal_text"]
    )


def test_a_layer_of_areas_keeps_its_fields_and_its_crs(signals, schiedam_folder):
    here = signals(RULE=0, LEVEL=AREAS, AREAS=areas_layer(AREA, FAR, None), ALL=True)
    assert [row["name"] for row in here] == ["a1", "a2", "a3"]
    assert [row["found"] for row in here] == [True, None, None]
    assert here[1]["size"] is None and here[1]["size_met"] is None and here[1]["why"].startswith("Can't be judged")
    elsewhere = signals(RULE=0, LEVEL=AREAS, AREAS=in_crs(areas_layer(AREA, FAR), "EPSG:4326"), ALL=True)
    assert signals.layer.crs().authid() == "EPSG:4326"
    assert elsewhere[0]["size"] == pytest.approx(here[0]["size"], rel=1e-6)
    buurten = signals(RULE=0, LEVEL=AREAS, AREAS=official(schiedam_folder), ALL=True)
    alike = signals(RULE=0, LEVEL=BUURT, ALL=True)
    assert [row["found"] for row in buurten] == [row["found"] for row in alike]
    assert [row["size"] for row in buurten] == pytest.approx([row["size"] for row in alike], nan_ok=True)
    signals(RULE=0, LEVEL=AREAS, AREAS=areas_layer(BOW_TIE))
    assert "Areas repaired because of an invalid outline: 1." in signals.recorder.warnings


@pytest.mark.parametrize("neighbours", [0, 1])
def test_clusters_are_judged(signals, schiedam, neighbours):
    made = signals(RULE=PRESSED, LEVEL=CLUSTERS, NEIGHBOURS=neighbours, MIN_DWELLINGS=50, ALL=True)
    choice = ClusterChoice((4, 8)[neighbours], 50)
    found = find(Measurer(schiedam), load_rule("structureel_onder_druk"), choice)
    assert [row["cluster"] for row in made] == list(range(1, len(found) + 1))
    assert [row["size"] for row in made] == found.judgement.values["size"].tolist()
    assert all(feature.geometry().isGeosValid() for feature in signals.layer.getFeatures())
    assert signals.layer.fields()["cluster"].type() == QMetaType.Type.Int


def test_types_of_the_fields(signals):
    signals(RULE=RULES.index("vroegsignaal"))
    kinds = {field.name(): field.type() for field in signals.layer.fields()}
    assert kinds["found"] == kinds["total_met"] == kinds["fallen_met"] == QMetaType.Type.Bool
    assert kinds["total"] == kinds["fallen"] == kinds["explained"] == kinds["lbm"] == QMetaType.Type.Double
    assert kinds["since"] == kinds["year"] == kinds["class"] == QMetaType.Type.Int
    assert kinds["why"] == kinds["signal_text"] == kinds["explains"] == kinds["code"] == QMetaType.Type.QString


def test_years(signals):
    made = signals(RULE=RULES.index("vroegsignaal"), YEAR=2022, SINCE=2014, ALL=True)
    assert {(row["year"], row["since"]) for row in made} == {(2022, 2014)}
    assert signals(RULE=0, ALL=True)[0]["since"] is None


def test_in_dutch(signals, dutch):
    made = signals(RULE=PRESSED)
    assert made[0]["why"].startswith("Gevonden. Omvang: ") and made[0]["class_name"] in ("zwak", "onvoldoende")
    assert made[0]["signal_text"].startswith("Een gebied dat in 2024 aan drie eisen voldoet.")


def test_a_rule_by_its_id(signals, schiedam):
    made = signals(RULE=0, RULE_ID=" ongunstige_buurt ")
    assert {row["signal"] for row in made} == {"ongunstige_buurt"}
    assert len(made) == find(Measurer(schiedam), load_rule("ongunstige_buurt"), "buurt").count()


def test_the_sum_beside_another_year(run, schiedam, schiedam_folder):
    finder = SignalFinder(Measurer(schiedam))
    rule = with_parameters(load_rule("structureel_onder_druk"), {"households": 100})
    given = {"PACK": schiedam_folder, "RULE_ID": rule.id, "PARAMETERS": "households=100", "OUTPUT": TEMPORARY}
    made = run("findsignals", **given, SUMMARY=TEMPORARY, AGAINST=2020)
    expected = against_columns(against(finder.measurer, finder.find(rule, "buurt", 2020), finder.find(rule, "buurt")))
    table = rows(made["SUMMARY"])
    assert list(table[0]) == [*expected, "few", "low_coverage", "warning"]
    for name, values in expected.items():
        assert [row[name] for row in table] == values, name
    assert [row["few"] for row in table] == [expected["inhabitants"][0] < 10, expected["inhabitants"][1] < 10, None]
    assert [row["row"] for row in table] == ["then", "now", "change"]
    (alone,) = rows(run("findsignals", **given, SUMMARY=TEMPORARY)["SUMMARY"])
    assert alone["row"] == "now" and alone["areas_found"] == made["FOUND"] == table[1]["areas_found"]
    assert {name: alone[name] for name in alone if name != "row"}.items() <= table[1].items()
    assert "SUMMARY" not in run("findsignals", **given, AGAINST=2020)
    assert "The earlier year 2024 has to lie before 2024" in error(
        run, "findsignals", PACK=schiedam_folder, AGAINST=2024
    )


def test_a_rule_of_the_user(signals, tmp_path):
    document = read_json("rules", "ongunstige_buurt.json")
    document["id"], document["parameters"][0]["value"] = "class_of_mine", 1
    path = tmp_path / "eigen regel é.json"
    path.write_text("\ufeff" + json.dumps(document), encoding="utf-8")
    made = signals(RULE_FILE=path, RULE=0)
    assert {row["signal"] for row in made} == {"class_of_mine"}
    assert len(made) > len(signals(RULE=RULES.index("ongunstige_buurt")))


def test_to_a_geopackage(run, schiedam_folder, tmp_path):
    path = tmp_path / "gevonden.gpkg"
    run("findsignals", PACK=schiedam_folder, RULE=PRESSED, OUTPUT=path)
    layer = QgsVectorLayer(str(path), "", "ogr")
    assert layer.featureCount() > 0 and "why" in layer.fields().names()


def test_notes_and_nothing_found_are_warnings(signals):
    signals(RULE=RULES.index("onveilig_laag"))
    assert any("doesn't hold all of the Netherlands" in text for text in signals.recorder.warnings)
    assert signals(RULE=0, PARAMETERS="residents=999999") == [] and signals.number == 0
    assert "No area satisfies the rule." in signals.recorder.warnings


def test_bad_input(run, schiedam_folder, without_counts, tmp_path):
    pack = {"PACK": schiedam_folder}
    wijken = run("findsignals", **pack, LEVEL=WIJK, ALL=True, OUTPUT="TEMPORARY_OUTPUT")["OUTPUT"]
    assert wijken.featureCount() == 12
    assert "Choose the layer of areas" in error(run, "findsignals", **pack, LEVEL=AREAS)
    assert "There is no rule mooi; there are onvoldoende_buurt" in error(run, "findsignals", **pack, RULE_ID="mooi")
    assert "has no parameter people; it has residents" in error(run, "findsignals", **pack, PARAMETERS="people=3")
    assert "lies between 1 and 9" in error(run, "findsignals", **pack, PARAMETERS="highest=10")
    assert "expected is name=value" in error(run, "findsignals", **pack, PARAMETERS="residents")
    assert "counts inhabitants" in error(run, "findsignals", PACK=without_counts)
    assert "Year 2023 isn't" in error(run, "findsignals", **pack, YEAR=2023)
    assert "has to lie before" in error(run, "findsignals", **pack, RULE=RULES.index("dalers"), YEAR=2020, SINCE=2022)
    assert "needs 3 measurements; the data pack has 1 up to 2002" in error(
        run, "findsignals", **pack, RULE=PRESSED, YEAR=2002
    )
    assert "can't be read" in error(run, "findsignals", **pack, RULE_FILE=tmp_path / "none.json")
    wrong = tmp_path / "wrong.json"
    wrong.write_text('{"format": 1, "id": "mine"}', encoding="utf-8")
    assert "Rule mine: parameters is missing." in error(run, "findsignals", **pack, RULE_FILE=wrong)
    wrong.write_bytes(b"\xff\xfe\x00")
    assert "wrong.json is no rule: it is no text." in error(run, "findsignals", **pack, RULE_FILE=wrong)


@pytest.mark.parametrize("name", ["findsignals", "clusters"])
def test_cancelled(run, schiedam_folder, tmp_path, name):
    path = tmp_path / "out.gpkg"
    assert "Cancelled" in error(run, name, PACK=schiedam_folder, feedback=Recorder(cancel_at=20))
    with pytest.raises(QgsProcessingException):
        run(name, PACK=schiedam_folder, OUTPUT=path, feedback=Recorder(cancel_at=20))
    assert not path.exists()


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"TIMES": 2}, "TIMES"),
        ({"MEASUREMENTS": 5, "CONDITION": 2}, "MEASUREMENTS"),
        ({"SINCE": 2014}, "SINCE"),
        ({"SINCE": 2014, "CONDITION": 1}, "SINCE"),
        ({"SINCE": 2014, "TIMES": 1}, "TIMES, SINCE"),
        ({"LOWEST": 2, "CONDITION": 1}, "LOWEST"),
        ({"LOWEST": 9, "CONDITION": 1, "SINCE": 2014}, "LOWEST, SINCE"),
    ],
)
def test_clusters_refuse_what_plays_no_role(run, schiedam_folder, parameters, named):
    assert f"{named} plays no role in this condition" in error(run, "clusters", PACK=schiedam_folder, **parameters)
    run("clusters", PACK=schiedam_folder, OUTPUT=TEMPORARY, TIMES=3, MEASUREMENTS=4)  # as they are without being given
    run("clusters", PACK=schiedam_folder, OUTPUT=TEMPORARY, CONDITION=1, LOWEST=1, HIGHEST=4)


# --- clusters ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("parameters", "condition", "since"),
    [
        ({}, SquareCondition("class", {"lowest": 1, "highest": 4}), None),
        ({"LOWEST": 8, "HIGHEST": 9}, SquareCondition("class", {"lowest": 8, "highest": 9}), None),
        (
            {"CONDITION": 1, "HIGHEST": 3, "TIMES": 2, "MEASUREMENTS": 5},
            SquareCondition("duration", {"highest": 3, "times": 2, "of_last": 5}),
            None,
        ),
        (
            {"CONDITION": 2, "SINCE": 2014, "HIGHEST": 4},
            SquareCondition("change_class", {"lowest": 1, "highest": 4}),
            2014,
        ),
    ],
)
@pytest.mark.parametrize("neighbours", [0, 1])
def test_clusters_have_the_figures_of_areas(run, schiedam, schiedam_folder, parameters, condition, since, neighbours):
    made = run("clusters", PACK=schiedam_folder, NEIGHBOURS=neighbours, OUTPUT=TEMPORARY, **parameters)["OUTPUT"]
    choice = ClusterChoice((4, 8)[neighbours])
    areas, scores = measured_clusters(Measurer(schiedam), condition, choice, 2024, since)
    table = {"cluster": [int(code) for code in areas.code], **area_columns(schiedam.model, scores, 2024, "en")}
    table |= caution_columns(scores, scores.years.index(2024), CautionLimits(), "en")
    assert len(areas) > 1
    got = rows(made)
    assert list(got[0]) == ["cluster", *(name for name, _ in [*AREA_FIELDS, *CAUTION_FIELDS])]
    for name, values in table.items():
        assert [row[name] for row in got] == values
    again = rows(run("aggregateareas", PACK=schiedam_folder, AREAS=made, OUTPUT=TEMPORARY)["OUTPUT"])
    for one, other in zip(got, again):
        assert one["lbm"] == pytest.approx(other["lbm"], rel=1e-12) and one["squares"] == other["squares"]
        assert one["weight_sum"] == pytest.approx(other["weight_sum"]) and other["covered"] == 1


def test_clusters_that_cannot_be(run, schiedam_folder):
    pack = {"PACK": schiedam_folder}
    assert "lowest class 5 lies above the highest 4" in error(run, "clusters", **pack, LOWEST=5)
    text = error(run, "clusters", **pack, CONDITION=1, TIMES=4, MEASUREMENTS=3)
    assert "4 of the last 3 measurements were asked for" in text
    assert "there is none" in error(run, "clusters", **pack, CONDITION=2, YEAR=2002)
    recorder = Recorder()
    made = run("clusters", feedback=recorder, PACK=schiedam_folder, MIN_DWELLINGS=1e7, OUTPUT=TEMPORARY)["OUTPUT"]
    assert made.featureCount() == 0 and "No cluster satisfies the condition." in recorder.warnings
