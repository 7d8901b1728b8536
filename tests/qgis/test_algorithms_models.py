# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:fitmodel` and `leefbaarometer:scoremodel`: known coefficients, real key figures, refusals."""

from __future__ import annotations

import csv

import numpy as np
import pandas as pd
import pytest
from qgis.core import QgsProcessingException

from leefbaar_plugin.analysis.models.table import read_indicator_model
from leefbaar_plugin.pack.files.resources import load_model, resource_path
from leefbaar_plugin.pack.pack import open_pack

from .conftest import SHARED, Recorder, rows

HERE = {"OUTPUT": "TEMPORARY_OUTPUT"}
DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")
SQUARES = 4
"""Place of the squares among the levels."""
KEYS = (
    "gemiddelde_woningwaarde percentage_koopwoningen percentage_meergezinswoning omgevingsadressendichtheid "
    "percentage_personen_65_jaar_en_ouder personenautos_per_huishouden grote_supermarkt_gemiddelde_afstand_in_km"
).split()


@pytest.fixture
def squares(schiedam_folder):
    """Published contributions of 2024 by grid_id."""
    pack = open_pack(schiedam_folder)
    at = pack.years.index(2024)
    ids = [f"E{c:04d}N{r:04d}" for c, r in zip(pack.grid.column.tolist(), pack.grid.row.tolist())]
    return pd.DataFrame(np.asarray(pack.published.contributions[:, at]), index=ids, columns=list(DIMENSIONS))


def write(path, names, lines):
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        writer.writerows(lines)
    return path


def figures(tmp_path, squares, **columns):
    """A table of figures per square."""
    lines = zip(squares.index, *(map(repr, map(float, values)) for values in columns.values()))
    return write(tmp_path / "figures.csv", ["grid_id", *columns], lines)


def exact(tmp_path, squares):
    """Figures and coefficients that make the published dimensions, with an indicator too many."""
    random = np.random.default_rng(2)
    noise = {f"n{number}": random.normal(50.0, 10.0, len(squares)) for number in range(5)}
    # x = what is left of the dimension when the noise has had its part
    extra = {
        f"x{number}": (squares[name] - 0.01 * (noise[f"n{number}"] - 50.0) / 10.0) * 100.0 + 7.0
        for number, name in enumerate(DIMENSIONS)
    }
    table = [(f"n{n}", name, "", "none", 50.0, 10.0, 0.01, "made", "") for n, name in enumerate(DIMENSIONS)]
    table += [(f"x{n}", name, "", "", 7.0, 1.0, 0.01, "made", "") for n, name in enumerate(DIMENSIONS)]
    head = "indicator dimension unit transform mean sd coefficient source part".split()
    return figures(tmp_path, squares, **noise, **extra), write(tmp_path / "model.csv", head, table)


def test_a_table_that_reproduces_what_is_published_passes(run, schiedam_folder, squares, tmp_path):
    table, model = exact(tmp_path, squares)
    made = run("scoremodel", PACK=schiedam_folder, LEVEL=SQUARES, TABLE=table, MODEL=model, TOLERANCE=1e-9, **HERE)
    assert made["PASSED"] == 1 and made["MAX_DIFFERENCE"] < 1e-12
    found = {row["code"]: row for row in rows(made["OUTPUT"])}
    assert len(found) == len(squares)
    bounds = load_model("lbm3").total_classification.bounds
    for code, published in squares.dropna().iterrows():
        row = found[code]
        assert [row[name] for name in DIMENSIONS] == pytest.approx(list(published), abs=1e-9)
        assert row["lbm"] == pytest.approx(4.10226485114369 + published.sum(), abs=1e-9)
        assert row["class"] == np.digitize(row["lbm"], bounds) + 1
        assert row["lbm_published"] == pytest.approx(row["lbm"], abs=1e-6)
    assert 0 < sum(row["held_out"] for row in found.values()) < len(found)
    (shape,) = {round(feature.geometry().area()) for feature in made["OUTPUT"].getFeatures()}
    assert shape == 10_000


def test_a_table_that_does_not_is_refused_with_its_report(run, schiedam_folder, squares, tmp_path):
    table, model = exact(tmp_path, squares)
    text = model.read_text().replace("n1,onv,,none,50.0,10.0,0.01", "n1,onv,,none,50.0,10.0,0.02")
    model.write_text(text)
    given = {"PACK": schiedam_folder, "LEVEL": SQUARES, "TABLE": table, "MODEL": model, **HERE}
    with pytest.raises(
        QgsProcessingException, match=r"model\.csv doesn't reproduce .* within 0\.0005 .*fys: .*onv: .*"
    ):
        run("scoremodel", **given)
    recorder = Recorder()
    made = run("scoremodel", recorder, SURROGATE=True, **given)
    assert made["PASSED"] == 0 and made["MAX_DIFFERENCE"] > 0.01
    assert any("surrogate" in text for text in recorder.warnings)


def test_a_fit_finds_coefficients_again_and_its_table_scores_the_same(run, schiedam_folder, squares, tmp_path):
    random = np.random.default_rng(3)
    values = {name: random.normal(10.0, 2.0, len(squares)) for name in ("a", "b")}
    # figures of which every published dimension is a sum: two of them noise, five the dimensions
    table = figures(tmp_path, squares, **values, **{f"of_{name}": squares[name].fillna(0.0) for name in DIMENSIONS})
    path = tmp_path / "fitted.csv"
    made = run("fitmodel", PACK=schiedam_folder, LEVEL=SQUARES, TABLE=table, BLOCK=500.0, MODEL=path, **HERE)
    for name in DIMENSIONS:
        assert made[f"R2_{name.upper()}"] > 1 - 1e-9 and made[f"ERROR_{name.upper()}"] < 1e-6
    for row in read_indicator_model(path, load_model("lbm3")).indicators:
        if row.transform != "constant":
            expected = 1.0 if row.id == f"of_{row.dimension}" else 0.0
            assert row.coefficient / row.sd == pytest.approx(expected, abs=1e-6)
    again = run("scoremodel", PACK=schiedam_folder, LEVEL=SQUARES, TABLE=table, MODEL=path, TOLERANCE=1e-6, **HERE)
    assert again["PASSED"] == 1
    fitted = {row["code"]: row for row in rows(made["OUTPUT"])}
    for row in rows(again["OUTPUT"]):
        for name in DIMENSIONS:
            assert row[name] == pytest.approx(fitted[row["code"]][f"{name}_fitted"], abs=1e-9)


@pytest.mark.official
def test_real_key_figures_of_buurten_with_their_honest_error(run, waterweg_folder):
    table = SHARED / "cbs" / "kerncijfers_buurten_2024.csv"
    made = run("fitmodel", PACK=waterweg_folder, LEVEL=0, TABLE=table, INDICATORS=KEYS, BLOCK=1000.0, **HERE)
    for name in DIMENSIONS:
        of = name.upper()
        assert made[f"R2_{of}"] == pytest.approx(1.0 - made[f"ERROR_{of}"] ** 2 / made[f"NAIVE_{of}"] ** 2, abs=1e-9)
        assert made[f"NAIVE_{of}"] > 0.01  # real dimensions vary
    assert max(made[f"R2_{name.upper()}"] for name in DIMENSIONS) > 0.3  # and the key figures say something of them
    lines = made["REPORT"].splitlines()
    assert len(lines) == len(DIMENSIONS) * (1 + len(KEYS))
    residuals = [row for row in rows(made["OUTPUT"]) if row["won_residual"] is not None]
    error = [(row["won_published"] - row["won_held_out"]) ** 2 for row in residuals]
    weight = [row["weight_value"] for row in residuals]
    assert np.sqrt(np.average(error, weights=weight)) == pytest.approx(made["ERROR_WON"], rel=1e-9)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("fys,,none", "groen,,none", r"model\.csv, row 1 \(n0\): dimension “groen”"),
        ("n1,onv,,none", "n1,onv,,cube", r"row 2 \(n1\): transform “cube”"),
        ("n2,soc,,none,50.0,10.0,0.01", "n2,soc,,none,50.0,10.0,", r"row 3 \(n2\): mean, sd and coefficient"),
        ("n2,soc,,none,50.0,10.0,0.01", "n2,soc,,none,50.0,0,0.01", r"row 3 \(n2\): mean, sd and coefficient"),
        ("coefficient", "koefficient", r"lacks the column\(s\) coefficient"),
        ("n3,vrz", "n9,vrz", "no column n9|no figures of n9"),
    ],
)
def test_tables_with_a_fault_are_refused_by_file_and_row(run, schiedam_folder, squares, tmp_path, old, new, told):
    table, model = exact(tmp_path, squares)
    model.write_text(model.read_text().replace(old, new, 1))
    with pytest.raises(QgsProcessingException, match=told):
        run("scoremodel", PACK=schiedam_folder, LEVEL=SQUARES, TABLE=table, MODEL=model, **HERE)


def test_figures_that_can_not_be_fitted_are_refused_by_name(run, schiedam_folder, squares, tmp_path):
    random = np.random.default_rng(4)
    a = random.normal(size=len(squares))
    table = figures(tmp_path, squares, a=a, same=np.where(np.arange(len(a)) == 0, np.nan, 3.0), twice=2.0 * a)
    given = {"PACK": schiedam_folder, "LEVEL": SQUARES, "TABLE": table, **HERE}
    with pytest.raises(QgsProcessingException, match="same: the same figure everywhere"):
        run("fitmodel", INDICATORS=["a", "same"], **given)
    with pytest.raises(QgsProcessingException, match="twice follows exactly from a"):
        run("fitmodel", INDICATORS=["a", "twice"], **given)
    few = write(tmp_path / "few.csv", ["grid_id", "a"], list(zip(squares.index[:8], map(repr, a[:8].tolist()))))
    with pytest.raises(QgsProcessingException, match=r"with all indicators \(1\), a size and published dimensions: 8;"):
        run("fitmodel", **(given | {"TABLE": few}))
    strange = write(tmp_path / "strange.csv", ["grid_id", "a"], [("E0001N3000", 1.0), ("E0002N3000", 2.0)])
    told = "No code in column grid_id .* for example E0001N3000, E0002N3000"
    with pytest.raises(QgsProcessingException, match=told):
        run("fitmodel", **(given | {"TABLE": strange, "CODE_FIELD": "grid_id"}))
    with pytest.raises(QgsProcessingException, match="dimensions of 2016 aren't published"):
        run("fitmodel", YEAR=2016, **given)


def test_the_template_has_the_47_types_and_no_coefficient():
    with resource_path("model", "indicator_template.csv").open(encoding="utf-8") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == len({line["indicator"] for line in lines}) == 47
    assert pd.Series([line["dimension"] for line in lines]).value_counts().to_dict() == {
        "fys": 21,
        "won": 9,
        "vrz": 8,
        "soc": 5,
        "onv": 4,
    }
    assert all(not line["coefficient"] and not line["source"] for line in lines)
