# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of users: any dialect, codes in any form, what isn't a number, and what belongs to no area."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from osgeo import ogr
from scipy import optimize, stats

from leefbaar_plugin.analysis.measure import Measurer
from leefbaar_plugin.analysis.relations import joined_table, relations
from leefbaar_plugin.analysis.relations.joined_table import guess_code_column, join
from leefbaar_plugin.analysis.relations.relations import RelationChoice, columns_of, relate_table
from leefbaar_plugin.engine.areas.rings import decode_polygons
from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.engine.relations.neighbours import centres, neighbours_of
from leefbaar_plugin.engine.relations.relation import RelationQuestion
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import Pack, open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.pack.tables import user_table
from leefbaar_plugin.pack.tables.area_codes import read_code
from leefbaar_plugin.pack.tables.user_table import layers_of, read_user_table, table_of

RENT = "perc_huurwoningen_in_bezit_woningcorporaties"
SES = "SES-WOA/Totaalscore/Gemiddelde score (Getal)"
CODES = ["BU03630000", "BU00340101", "BU05560101", "BU0363AD08"]


def kinds(notes) -> list[str]:
    return [note.kind for note in notes]


@pytest.fixture(scope="session")
def official(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """Buurten and gemeenten as the ministry's service gives them; no squares."""
    return open_pack(
        import_edition(inspect([shared / "official" / "wfs"]), tmp_path_factory.mktemp("p") / "wfs").folder
    )


@pytest.fixture(scope="session")
def figures(shared: Path) -> Path:
    return shared / "cbs" / "kerncijfers_buurten_2024.csv"


@pytest.fixture(scope="session")
def judged(shared: Path, figures: Path) -> pd.DataFrame:
    """The same rows, joined by pandas from the files themselves."""
    scores = []
    for path in (shared / "official" / "wfs").glob("buurtscore24_*.geojson"):
        scores += [one["properties"] for one in json.loads(path.read_text())["features"]]
    scored = pd.DataFrame(scores)
    scored["score"] = 4.10226485114369 + scored["afw"]
    table = pd.read_csv(figures, sep=";", decimal=",")
    return table.merge(scored, left_on="buurtcode", right_on="id", validate="1:1")


# Codes


@pytest.mark.parametrize(
    ("cell", "level", "code"),
    [
        ("BU03630000", "buurt", "BU03630000"),
        ("  bu03630000 ", "buurt", "BU03630000"),
        ("'03630000", "buurt", "BU03630000"),
        (3630000.0, "buurt", "BU03630000"),
        ("3630000", "buurt", "BU03630000"),
        ("3630000.0", "buurt", "BU03630000"),
        ("BU3630000", "buurt", "BU03630000"),
        ("0363AD08", "buurt", "BU0363AD08"),
        ("WK036300  ", "wijk", "WK036300"),
        (36300.0, "wijk", "WK036300"),
        (363, "gemeente", "GM0363"),
        ("GM 363", "gemeente", "GM0363"),
        (3111, "pc4", "3111"),
    ],
)
def test_codes(cell, level, code):
    found = read_code(cell, level)
    assert (found.code, found.level) == (code, level)


def test_codes_that_are_none():
    for cell in (None, "", "   ", "NA", "."):
        assert read_code(cell, "buurt") is None
    assert read_code("WK036300", "buurt").level == "wijk"
    assert read_code("Totaal (Nederland)", "buurt").code == "TOTAAL (NEDERLAND)"
    padded = read_code("3630000", "buurt")
    assert padded.padded and padded.prefixed and not padded.explicit


# Reading


ROWS = [["buurtcode", "naam", "aandeel"], ["BU03630000", "Kop, Zeedijk; é", "12,5"], ["BU00340101", "Ha\tven", "-0,5"]]


def written(rows, delimiter=";", quote='"', newline="\r\n"):
    def cell(text):
        return quote + text.replace(quote, quote * 2) + quote if any(c in text for c in f"{delimiter}{quote}") else text

    return newline.join(delimiter.join(cell(text) for text in row) for row in rows) + newline


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_any_dialect(tmp_path, delimiter, encoding, newline):
    path = tmp_path / "tabel é.csv"
    path.write_bytes(written(ROWS, delimiter, newline=newline).encode(encoding))
    table = read_user_table(path)
    assert list(table.columns) == ROWS[0]
    assert table.column("Naam")[0] == "Kop, Zeedijk; é"
    numbers = table.numbers("aandeel")
    assert numbers.values.tolist() == [12.5, -0.5] and kinds(numbers.notes) == [user_table.COMMA]
    assert table.number_columns() == ["aandeel"]
    assert layers_of(path) == ["tabel é"]


def test_title_above_and_uneven_rows(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text("Kerncijfers wijken en buurten\n\ncode;naam;x\nBU1;a;1\nBU2;b\nBU3;c;3\nBron: CBS\n")
    table = read_user_table(path)
    assert list(table.columns) == ["code", "naam", "x"] and len(table) == 4
    assert [(note.kind, note.values["count"]) for note in table.notes] == [
        (user_table.SKIPPED, 1),
        (user_table.UNEVEN, 2),
    ]


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (["1.234,5", "12,25", "985"], [1234.5, 12.25, 985]),
        (["1,234.5", "12.25"], [1234.5, 12.25]),
        (["1.234", "12.500", "985"], [1234, 12500, 985]),  # thousands: 985 has no decimals
        (["-0.100", "1.010"], [-0.1, 1.01]),  # decimals: no group of three begins with 0
        (["1.010", "2.250"], [1.01, 2.25]),
        (["12 %", "8,5%", " 9,0 "], [12, 8.5, 9]),
        (["\u22125", "1e3", "007"], [-5, 1000, 7]),
        ([".", "x", "-", "n.v.t.", "#N/B", "5"], [None, None, None, None, None, 5]),
        (["-99997", "-99995", "-99996.5", "4"], [None, None, -99996.5, 4]),
        ([-99997.0, None, 3.5], [None, None, 3.5]),
        (["meer dan 5", "5", "1_000"], [None, 5, None]),
    ],
)
def test_numbers(cells, values):
    found = table_of("t", {"x": cells}).numbers("x")
    assert [None if math.isnan(one) else one for one in found.values.tolist()] == values
    assert found.found == sum(value is not None for value in values)


def test_notes_about_numbers():
    found = table_of("t", {"x": ["-99997", "-99997", "-99995", "veel", "1,5"]}).numbers("x")
    notes = {note.kind: note.values for note in found.notes}
    assert notes[user_table.SECRET] == {"column": "x", "count": 3, "codes": "-99995, -99997"}
    assert notes[user_table.NOT_A_NUMBER]["examples"] == "“veel”"
    assert user_table.COMMA in notes
    thousands = table_of("t", {"x": ["1.234", "5"]}).numbers("x")
    assert kinds(thousands.notes) == [user_table.THOUSANDS]


@pytest.mark.parametrize("ending", [".xlsx", ".ods", ".gpkg", ".shp", ".dbf"])
def test_through_gdal(tmp_path, ending):
    path = tmp_path / f"tabel{ending}"
    driver = {".xlsx": "XLSX", ".ods": "ODS", ".gpkg": "GPKG"}.get(ending, "ESRI Shapefile")
    dataset = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    spatial = ending in {".gpkg", ".shp"}
    layer = dataset.CreateLayer("tabel", geom_type=ogr.wkbPoint if spatial else ogr.wkbNone)
    layer.CreateField(ogr.FieldDefn("buurtcode", ogr.OFTInteger))
    layer.CreateField(ogr.FieldDefn("waarde", ogr.OFTReal))
    for code, value in ((3630000, 1.5), (340101, -99997.0)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("buurtcode", code)
        feature.SetField("waarde", value)
        if spatial:
            feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT (1 2)"))
        layer.CreateFeature(feature)
    del feature, layer, dataset
    table = read_user_table(path)
    assert list(table.columns) == ["buurtcode", "waarde"]
    joined = join(table, None, "buurt", CODES, "waarde")
    assert joined.row.tolist() == [0, 1, -1, -1]
    values, _ = joined.numbers("waarde")
    assert values[0] == 1.5 and np.isnan(values[1:]).all()


def test_sheet_of_texts_has_its_header(tmp_path):
    pandas_made = tmp_path / "teksten.xlsx"
    with pd.ExcelWriter(pandas_made) as writer:
        pd.DataFrame({"leeg": []}).to_excel(writer, sheet_name="uitleg", index=False)
        pd.DataFrame({"code": ["BU03630000"], "x": ["12,5"]}).to_excel(writer, sheet_name="data", index=False)
    assert layers_of(pandas_made) == ["uitleg", "data"]
    table = read_user_table(pandas_made, "data")
    assert list(table.columns) == ["code", "x"] and table.numbers("x").values.tolist() == [12.5]
    assert len(read_user_table(pandas_made)) == 1  # the sheet that has rows
    with pytest.raises(InputError, match="no sheet or layer"):
        read_user_table(pandas_made, "weg")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.csv", b""),
        ("een.csv", b"code\n1\n"),
        ("kop.csv", b"a;b\n"),
        ("bin.csv", b"a;b\n\0\1;2\n"),
        ("x.xlsx", b"PK"),
    ],
)
def test_files_that_are_no_table(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_user_table(path)
    assert name in str(caught.value)
    with pytest.raises(InputError, match="isn't there"):
        read_user_table(tmp_path / "weg.csv")


def test_columns_without_or_with_the_same_name(tmp_path):
    path = tmp_path / "dubbel.csv"
    path.write_text("code;x;x;\nBU1;1;2;3\nBU2;1;2;3\n")
    assert list(read_user_table(path).columns) == ["code", "x", "x (3)", "column 4"]
    with pytest.raises(InputError, match="has no column y"):
        read_user_table(path).numbers("y")


# Joining


def test_join_says_what_it_does():
    codes = [" BU03630000", "340101", "BU03630000", "WK036300", "", "BU99990000", "BU99990000", "Amsterdam", None]
    table = table_of("t", {"gebied": codes, "x": [None, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]})
    joined = join(table, "gebied", "buurt", CODES, "x")
    assert joined.row.tolist() == [2, 1, -1, -1]  # of the two rows the one that has a number
    assert joined.unmatched == ("BU99990000", "AMSTERDAM")
    assert joined.other_level == ("WK036300",)
    counts = {note.kind: note.values["count"] for note in joined.notes}
    assert counts == {
        joined_table.NO_CODE: 2,
        joined_table.PREFIXED: 1,
        joined_table.PADDED: 1,
        joined_table.NO_ROW: 2,
        joined_table.OTHER_LEVEL: 1,
        joined_table.DUPLICATE: 2,
    }
    assert join(table, "gebied", "buurt", CODES).row[0] == 0


def test_code_column_is_found():
    levels = {"buurt": CODES, "wijk": ["WK036300"], "gemeente": ["GM0363", "GM0034", "GM0500"]}
    table = table_of(
        "t",
        {
            "aantal": [500.0, 34.0, 1200.0, 700.0],  # two of these look like a gemeente
            "wijkcode": ["WK036300", "WK003401", "WK055601", "WK777777"],
            "regio": ["BU03630000", "BU00340101", "BU05560101", "BU77777777"],
        },
    )
    assert guess_code_column(table, levels) == ("buurt", "regio", 3)
    assert guess_code_column(table_of("t", {"aantal": [500.0, 2.0, 7.0]}), levels) == ("", "", 0)
    assert guess_code_column(table_of("t", {"gm": [363.0, 34.0, 7.0]}), levels) == ("gemeente", "gm", 2)
    with pytest.raises(InputError, match="no column with codes"):
        join(table_of("t", {"x": [1.5, 2.5]}), None, "buurt", CODES)


# On the official data


def test_old_codes_of_amsterdam_are_listed(shared, official):
    path = shared / "cbs" / "SES_WOA_scores_per_wijk_en_buurt_2019_amsterdam.csv"
    table = read_user_table(path)
    raw = pd.read_csv(path, sep=";", dtype=str)
    codes = raw.iloc[:, 2].str.strip()
    assert raw.iloc[:, 2].str.len().eq(10).all() and (codes.str.len() < 10).any()  # padded indeed
    assert len(table) == len(raw)
    wanted = pd.to_numeric(raw[SES].str.strip(), errors="coerce")
    np.testing.assert_array_equal(table.numbers(SES).values, wanted.to_numpy())
    found = relate_table(official, table, RelationChoice("buurt", "lbm", 2024, SES))
    assert found.joined.code_column == raw.columns[2]
    scored = set(found.areas.code)
    assert list(found.joined.unmatched) == [c for c in codes if c.startswith("BU") and c not in scored]
    assert list(found.joined.other_level) == [code for code in codes if not code.startswith("BU")]
    assert len(found.joined.unmatched) + len(found.joined.other_level) == len(raw) == 579
    assert found.relation.n == 0 and found.joined.matched == 0
    city = relate_table(official, table, RelationChoice("gemeente", "lbm", 2024, SES))
    assert city.joined.matched == 1 and city.value[city.areas.code.index("GM0363")] == -0.1
    assert len(city.joined.other_level) == 578 and not city.joined.unmatched


def test_social_rent(official, figures, judged):
    """Coefficient, interval, Spearman and turning point of the score with social rent, as scipy gives them."""
    found = relate_table(
        official, read_user_table(figures), RelationChoice("buurt", "lbm", 2024, RENT, region="gemeente")
    )
    kept = judged[judged[RENT] >= 0]
    x, y = kept[RENT].to_numpy(float), kept["score"].to_numpy()
    relation = found.relation
    assert relation.n == len(kept) == 178
    wanted = stats.pearsonr(x, y)
    interval = wanted.confidence_interval(0.95)
    assert relation.pearson.value == pytest.approx(wanted.statistic, abs=1e-9)
    assert (relation.pearson.low, relation.pearson.high) == pytest.approx((interval.low, interval.high), abs=1e-9)
    assert relation.pearson.p == pytest.approx(wanted.pvalue, rel=1e-6)
    assert relation.spearman.value == pytest.approx(stats.spearmanr(x, y).correlation, abs=1e-9)
    line = stats.linregress(x, y)
    assert (relation.line.slope, relation.line.intercept) == pytest.approx((line.slope, line.intercept), abs=1e-9)
    for one in relation.regions:
        rows = kept[kept["gemeentenaam"] == one.region]
        assert one.pearson.value == pytest.approx(stats.pearsonr(rows[RENT], rows["score"]).statistic, abs=1e-9)
    assert [one.region for one in relation.regions] == sorted(set(kept["gemeentenaam"]))
    _turning_point_is_best(relation.turning_point, x, y)
    unmatched = set(pd.read_csv(figures, sep=";")["buurtcode"]) - set(judged["buurtcode"])
    assert set(found.joined.unmatched) == unmatched and len(unmatched) == 40


def test_social_rent_weighted(official, figures, judged):
    choice = RelationChoice("buurt", "lbm", 2024, RENT, weight_column="woningvoorraad")
    found = relate_table(official, read_user_table(figures), choice).relation
    kept = judged[(judged[RENT] >= 0) & (judged["woningvoorraad"] > 0)]
    x, y, weight = (kept[name].to_numpy(float) for name in (RENT, "score", "woningvoorraad"))
    covariance = np.cov(x, y, aweights=weight)
    wanted = covariance[0, 1] / math.sqrt(covariance[0, 0] * covariance[1, 1])
    assert found.weighted_pearson.value == pytest.approx(wanted, abs=1e-9)
    effective = weight.sum() ** 2 / (weight**2).sum()
    reach = stats.norm.ppf(0.975) / math.sqrt(effective - 3)
    ends = np.tanh(np.arctanh(wanted) + np.array([-reach, reach]))
    assert found.weighted_pearson.low <= ends[0] + 1e-9 and ends[1] - 1e-9 <= found.weighted_pearson.high
    times = weight.astype(int)
    ranked = stats.spearmanr(np.repeat(x, times), np.repeat(y, times)).correlation
    assert found.weighted_spearman.value == pytest.approx(ranked, abs=1e-9)
    assert found.pearson.value == pytest.approx(stats.pearsonr(x, y).statistic, abs=1e-9)
    _turning_point_is_best(found.turning_point, x, y, weight)


def _turning_point_is_best(found, x, y, weight=None):
    root = np.ones(len(x)) if weight is None else np.sqrt(weight / weight.mean())

    def rest(t):
        design = np.stack((np.ones(len(x)), x, np.maximum(x - t, 0)), 1) * root[:, None]
        solution, *_ = np.linalg.lstsq(design, y * root, rcond=None)
        return float((((design @ solution) - y * root) ** 2).sum())

    ordered = np.sort(x)
    need = math.ceil(0.1 * len(x))
    low, high = max(np.unique(x)[1], ordered[need - 1]), ordered[len(x) - need]
    places = np.linspace(low, high, 4001)
    rests = np.array([rest(t) for t in places])
    near = places[rests.argmin()]
    step = places[1] - places[0]
    best = optimize.minimize_scalar(rest, bounds=(max(near - step, low), min(near + step, high)), method="bounded")
    assert rest(found.at) <= best.fun * (1 + 1e-9)
    assert found.at == pytest.approx(best.x, abs=2 * step)
    ours = rest(found.at)
    inside = places[rests <= ours * (1 + stats.f.ppf(0.95, 1, len(x) - 4) / (len(x) - 4))]
    if weight is not None:  # sizes are no precision: wider
        assert found.low < inside.min() + step and inside.max() - step < found.high
        return
    assert (found.low, found.high) == pytest.approx((inside.min(), inside.max()), abs=step)
    assert found.low_open == (inside.min() == low) and found.high_open == (inside.max() == high)


def test_morans_i_of_social_rent(official, figures, judged):
    """Against shapely's centres and touching outlines, and plain sums."""
    import shapely

    for kind in ("nearest", "touching"):
        found = relate_table(
            official, read_user_table(figures), RelationChoice("buurt", "lbm", 2024, RENT, neighbours=kind)
        )
        used = np.flatnonzero(found.relation.used)
        shapes = [shapely.from_wkb(found.areas.wkb[at]) for at in used]
        if kind == "nearest":
            # the six nearest of all buurten, of which those count that have both figures
            middle = shapely.get_coordinates(shapely.centroid([shapely.from_wkb(wkb) for wkb in found.areas.wkb]))
            near = [np.argsort(np.hypot(*(middle - middle[at]).T))[1:7] for at in used]
            place = {at: number for number, at in enumerate(used)}
            mine = [[place[j] for j in one if j in place] for one in near]
        else:
            points = [{tuple(p) for p in (shapely.get_coordinates(one) + 0.25).round(1)} for one in shapes]
            mine = [[j for j in range(len(used)) if j != i and points[i] & points[j]] for i in range(len(used))]
        for values, moran in ((found.score, found.relation.moran_score), (found.value, found.relation.moran_value)):
            rows = [at for at, others in enumerate(mine) if others]
            z = values[used][rows] - values[used][rows].mean()
            of = dict(zip(rows, z, strict=True))
            shared = sum(of[i] * np.mean([of[j] for j in mine[i] if j in of]) for i in rows)
            tolerance = 1e-9 if kind == "nearest" else 0.03  # rounding puts a few points elsewhere
            assert moran.value == pytest.approx(shared / (z**2).sum(), abs=tolerance)
            assert moran.n == pytest.approx(len(rows), abs=0 if kind == "nearest" else 5)


def test_gemeenten_from_their_buurten(official, figures, judged):
    """Weighted by dwellings, the buurten give the published scores of the four gemeenten to 0.002."""
    gemeenten = _gemeenten(official)
    published = dict(zip(gemeenten.code, gemeenten.values["lbm_2024"].tolist(), strict=True))
    found = relate_table(
        official,
        read_user_table(figures),
        RelationChoice("buurt", "lbm", 2024, "woningvoorraad", weight_column="woningvoorraad"),
    )
    code = np.array(found.areas.gemeente)
    used = found.relation.used
    rebuilt = {
        one: float(np.average(found.score[used & (code == one)], weights=found.weight[used & (code == one)]))
        for one in sorted(set(code[used]))
    }
    assert set(rebuilt) == {"GM0556", "GM0606", "GM0622", "GM1930"}
    for one, value in rebuilt.items():
        assert value == pytest.approx(published[one], abs=0.002), one


def _gemeenten(pack):
    from leefbaar_plugin.pack.official import read_level

    return read_level(pack, "gemeente", ["lbm_2024"], outlines=False)


# The whole, on a small pack


@pytest.fixture(scope="session")
def schiedam(tmp_path_factory) -> Pack:
    folder = Path(__file__).resolve().parents[2] / "resources" / "demo" / "schiedam"
    return open_pack(import_edition(inspect([folder]), tmp_path_factory.mktemp("p") / "schiedam").folder)


def demo_table(pack: Pack):
    from leefbaar_plugin.pack.official import read_level

    areas = read_level(pack, "buurt", ["lbm_2024"], outlines=False)
    value = (100 * (4.3 - areas.values["lbm_2024"])).round(1)
    return table_of("t", {"code": areas.code, "x": value.tolist(), "w": list(range(1, len(areas) + 1))})


def test_weights_from_the_squares(schiedam):
    table = demo_table(schiedam)
    choice = RelationChoice("buurt", "soc", 2024, "x", weight="households", region="group", neighbours="")
    found = relate_table(schiedam, table, choice)
    measurer = Measurer(schiedam, type(Measurer(schiedam).recipe)("households"))
    wanted = measurer.measure(found.areas.wkb, (2024,)).scores.weight_sum[:, 0]
    np.testing.assert_array_equal(found.weight, wanted)
    assert set(found.region) == {"g40"} and found.relation.moran_score is None
    assert found.theme.id == "soc" and set(found.classes[~np.isnan(found.score)]) <= set(range(1, 10))


def test_measured_scores(schiedam):
    found = relate_table(schiedam, demo_table(schiedam), RelationChoice("buurt", "lbm", 2024, "x", measured=True))
    measurer = Measurer(schiedam)
    wanted = measurer.scores(measurer.cover(found.areas.wkb)[1], (2024,)).total[:, 0]
    np.testing.assert_array_equal(found.score, wanted)
    assert relations.MEASURED in kinds(found.notes)
    published = relate_table(schiedam, demo_table(schiedam), RelationChoice("buurt", "lbm", 2024, "x"))
    there = ~np.isnan(published.score)
    assert np.nanmax(np.abs(published.score - found.score)[there]) < 0.1 and relations.MEASURED not in kinds(
        published.notes
    )
    assert published.relation.pearson.value == pytest.approx(-1, abs=1e-3)


def test_columns_of_the_result(schiedam):
    names = ["LL", "LH", "HL", "HH"]
    question = RelationQuestion(score_cut="bound", score_bound=3.9993)
    choice = RelationChoice("buurt", "lbm", 2024, "x", weight_column="w", question=question)
    found = relate_table(schiedam, demo_table(schiedam), choice)
    rows, columns = columns_of(found, names)
    assert len(rows) == found.joined.matched and all(len(column) == len(rows) for column in columns.values())
    assert list(columns) == [
        "code",
        "name",
        "score",
        "class",
        "class_certain",
        "value",
        "weight_value",
        "region",
        "quadrant",
        "residual",
        "published",
        "part",
        "inhabitants",
        "small",
        "few",
        "low_coverage",
        "warning",
    ]
    low = [quadrant for score, quadrant in zip(columns["score"], columns["quadrant"]) if score and score < 3.9993]
    assert low and set(low) <= {"LL", "LH"}
    unscored = [at for at, score in enumerate(columns["score"]) if score is None]
    assert all(columns["quadrant"][at] is None and columns["class"][at] is None for at in unscored)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"level": "grid"}, "no areas of the level"),
        ({"theme": "bev"}, "no theme"),
        ({"value_column": "y"}, "has no column y"),
        ({"value_column": "code"}, "holds no numbers"),
        ({"weight_column": "code"}, "holds no numbers"),
        ({"region": "province"}, "Region province"),
        ({"neighbours": "far"}, "Neighbours far"),
        ({"year": 1999}, "1999"),
    ],
)
def test_what_is_refused(schiedam, change, sentence):
    choice = {"level": "buurt", "theme": "lbm", "year": 2024, "value_column": "x"} | change
    with pytest.raises(Exception, match=sentence) as caught:
        relate_table(schiedam, demo_table(schiedam), RelationChoice(**choice))
    assert caught.type.__name__ in ("InputError", "PackError")


def test_no_counts_no_weights(official, figures):
    with pytest.raises(InputError, match="no counts per square"):
        relate_table(official, read_user_table(figures), RelationChoice("buurt", "lbm", 2024, RENT, weight="dwellings"))


def test_centres_as_shapely(official):
    import shapely

    from leefbaar_plugin.pack.official import read_level

    areas = read_level(official, "gemeente")
    rings = decode_polygons(areas.wkb)
    wanted = shapely.get_coordinates(shapely.centroid(shapely.from_wkb(areas.wkb)))
    np.testing.assert_allclose(centres(rings), wanted, atol=1e-4)
    assert neighbours_of(rings).counts.tolist() == [6] * len(areas)
    hollow = shapely.Point(0, 0).buffer(9).difference(shapely.Point(2, 0).buffer(3))
    got = centres(decode_polygons([shapely.to_wkb(hollow), shapely.to_wkb(shapely.Polygon())]))
    np.testing.assert_allclose(got[0], [hollow.centroid.x, hollow.centroid.y], atol=1e-9)
    assert np.isnan(got[1]).all()
