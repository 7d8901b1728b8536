# SPDX-License-Identifier: GPL-2.0-or-later
"""`leefbaarometer:importedition`: official files in, a pack out, or nothing."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException

from leefbaar_plugin.pack.pack import open_pack

from .conftest import CBS_FILE, SCHIEDAM, WATERWEG, Recorder


def _files(folder=SCHIEDAM):
    return [str(path) for path in sorted(folder.glob("*.zip"))]


@pytest.fixture
def waterweg():
    if not WATERWEG.is_dir():
        pytest.skip("needs ../shared/data")
    return WATERWEG


def test_import(run, tmp_path):
    folder = tmp_path / "nieuw" / "pack é"
    result = run("importedition", INPUT=_files(), COUNTS=SCHIEDAM / CBS_FILE, PACK=folder)
    assert result == {
        "PACK": str(folder),
        "SQUARES": 765,
        "YEARS": "2002,2008,2012,2014,2016,2018,2020,2022,2024",
        "EDITION": "2024",
        "MAX_DIFFERENCE": pytest.approx(1.2e-6, abs=1e-7),  # of a buurt, published in six digits
        "CLASS_DIFFERENCES": 0,
        "REFUSED_ROWS": 0,
    }
    pack = open_pack(folder)
    assert pack.counts is not None and pack.edition == "2024"
    assert sorted(path.name for path in folder.parent.iterdir()) == ["pack é"]


def test_folder_as_input(run, tmp_path):
    result = run("importedition", INPUT=[str(SCHIEDAM)], PACK=tmp_path / "pack")
    assert result["SQUARES"] == 765
    assert open_pack(result["PACK"]).counts is not None


def test_temporary_folder(run):
    result = run("importedition", INPUT=[str(SCHIEDAM)], PACK="TEMPORARY_OUTPUT")
    assert open_pack(result["PACK"]).info["squares"] == 765
    assert "TEMPORARY_OUTPUT" not in result["PACK"]


def test_gemeenten_and_margin(run, waterweg, tmp_path):
    def squares(gemeenten, margin):
        folder = tmp_path / f"{gemeenten} {margin}".replace(";", "+")
        result = run("importedition", INPUT=[str(waterweg)], GEMEENTEN=gemeenten, MARGIN=margin, PACK=folder)
        return result["SQUARES"]

    one = squares("maassluis", 0)
    assert 200 < one < 700
    assert squares("GM0556", 0) == one
    wider = squares("Maassluis", 1000)
    assert one < wider < 2044
    assert squares("Maassluis; Schiedam ;Vlaardingen", 0) == 2044
    assert squares("Schiedam", 0) == pytest.approx(765, abs=5)


def test_gemeente_that_isnt_there(run, waterweg, tmp_path):
    with pytest.raises(QgsProcessingException, match="Gemeente Delft isn't in the files"):
        run("importedition", INPUT=[str(waterweg)], GEMEENTEN="Schiedam;Delft", PACK=tmp_path / "pack")
    assert not list(tmp_path.iterdir())


def test_second_time_says_already_there(run, tmp_path):
    first, second = Recorder(), Recorder()
    folder = tmp_path / "pack"
    before = run("importedition", first, INPUT=[str(SCHIEDAM)], PACK=folder)
    stamp = (folder / "pack.json").stat().st_mtime_ns
    assert run("importedition", second, INPUT=[str(SCHIEDAM)], PACK=folder) == before
    assert (folder / "pack.json").stat().st_mtime_ns == stamp
    assert not any("already there" in text for text in first.infos)
    assert any("already there" in text for text in second.infos)


def test_other_choice_in_the_same_folder(run, tmp_path):
    folder = tmp_path / "pack"
    run("importedition", INPUT=_files(), PACK=folder)
    with pytest.raises(QgsProcessingException, match="already holds a data pack of other files"):
        run("importedition", INPUT=[str(SCHIEDAM)], PACK=folder)
    assert open_pack(folder).counts is None


def test_folder_with_something_else(run, tmp_path):
    (tmp_path / "plan.docx").write_text("mine")
    with pytest.raises(QgsProcessingException, match="isn't empty and holds no data pack"):
        run("importedition", INPUT=_files(), PACK=tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["plan.docx"]


@pytest.mark.parametrize("cancel_at", [1, 5, 10, 40, 70, 90])
def test_cancel_leaves_nothing(run, tmp_path, cancel_at):
    feedback = Recorder(cancel_at)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("importedition", feedback, INPUT=[str(SCHIEDAM)], PACK=tmp_path / "pack")
    assert not list(tmp_path.iterdir())


def test_progress_runs_from_0_to_100(run, tmp_path):
    feedback = Recorder()
    run("importedition", feedback, INPUT=[str(SCHIEDAM)], PACK=tmp_path / "pack")
    assert feedback.progressed == sorted(feedback.progressed)
    assert feedback.progressed[-1] == 100 and len(feedback.progressed) > 10


def test_files_of_no_use_are_named(run, tmp_path):
    (tmp_path / "adressen.csv").write_text("straat,nummer\nDam,1\n")
    feedback = Recorder()
    run("importedition", feedback, INPUT=[*_files(), str(tmp_path / "adressen.csv")], PACK=tmp_path / "pack")
    assert any("adressen.csv isn't used" in text for text in feedback.infos)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.zip", b"", "is empty"),
        ("a.zip", b"PK\x03\x04 cut off", "no zip archive"),
        ("a.csv", b"", "is empty"),
        ("a.csv", b"grid_id,jaar\n", "scores"),
        ("a.docx", b"text", "is no zip"),
    ],
)
def test_bad_input_is_one_sentence(run, tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(QgsProcessingException, match=words) as caught:
        run("importedition", INPUT=[str(tmp_path / name)], PACK=tmp_path / "pack")
    assert "Traceback" not in str(caught.value)
    assert not (tmp_path / "pack").exists()


def test_file_that_isnt_there(run, tmp_path):
    with pytest.raises(QgsProcessingException):
        run("importedition", INPUT=[str(tmp_path / "nothing.zip")], PACK=tmp_path / "pack")
    assert not list(tmp_path.iterdir())


def test_rows_that_dont_add_up_are_warned_of(run, tmp_path):
    table = tmp_path / "grids.csv"
    table.write_text(
        "grid_id,jaar,lbm,afw,fys,onv,soc,vrz,won\n"
        "E0860N4360,2024,4.20226485114369,0.1,0.1,0,0,0,0\n"
        "E0861N4360,2024,4.20226485114369,0.1,0.3,0,0,0,0\n"
    )
    feedback = Recorder()
    result = run("importedition", feedback, INPUT=[str(table)], PACK=tmp_path / "pack")
    assert result["SQUARES"] == 2
    assert any("In 1 row the contributions" in text for text in feedback.warnings)
    assert result["MAX_DIFFERENCE"] == pytest.approx(0.2) and result["CLASS_DIFFERENCES"] == 1
    assert "differ more from the published ones than rounding explains" in feedback.warnings[-1]
    checked = run("recomputescores", PACK=tmp_path / "pack", OUTPUT="TEMPORARY_OUTPUT")
    assert checked["NOT_ADDING_UP"] == 1 and checked["MAX_DIFFERENCE"] == pytest.approx(0.2)
    assert checked["CLASS_DIFFERENCES"] == 1


def test_what_the_check_finds_is_told_of_every_level(run, tmp_path):
    feedback = Recorder()
    run("importedition", feedback, INPUT=[str(SCHIEDAM)], PACK=tmp_path / "pack")
    told = [text for text in feedback.infos if "scores recomputed" in text]
    levels = ("100 m squares", "Neighbourhoods (buurten)", "Districts (wijken)", "Municipalities (gemeenten)")
    for level, compared in zip(levels, (6733, 558, 108, 9), strict=True):
        (line,) = [text for text in told if text.startswith(level)]
        assert f"{compared:,} scores recomputed; largest difference from the published ones " in line
    fitting = [text for text in feedback.infos if "published scores beside the means" in text]
    assert fitting[0].startswith(
        "Neighbourhoods (buurten), 2024: 59 published scores beside the means of their squares"
    )
    assert "Weighed by dwellings they come closest: less than 0.0001 off" in fitting[0]
    assert "Weighed otherwise: households 0.0015, at most 0.0065; inhabitants 0.0037, at most 0.0132" in fitting[0]
    assert not feedback.warnings


def test_rows_without_a_score_are_counted(run, tmp_path):
    table = tmp_path / "grids.csv"
    table.write_text(
        "grid_id,jaar,lbm,afw,fys,onv,soc,vrz,won\n"
        "E0860N4360,2024,4.20226485114369,0.1,0.1,0,0,0,0\n"
        "E0860N4360,2022,NA,NA,NA,NA,NA,NA,NA\n"
        "E0861N4360,2024,NA,NA,NA,NA,NA,NA,NA\n"
    )
    feedback = Recorder()
    result = run("importedition", feedback, INPUT=[str(table)], PACK=tmp_path / "pack")
    assert result["REFUSED_ROWS"] == 2 and result["CLASS_DIFFERENCES"] == 0
    assert any("2 rows hold no score and were left out." in text for text in feedback.warnings)


def test_a_title_and_counts_that_lack_are_told(run, tmp_path):
    table = tmp_path / "grids.csv"
    table.write_text(
        "Scores van Schiedam\n\ngrid_id,jaar,lbm,afw,fys,onv,soc,vrz,won\n"
        "E0860N4360,2024,4.20226485114369,0.1,0.1,0,0,0,0\n"
    )
    feedback = Recorder()
    run("importedition", feedback, INPUT=[str(table)], PACK=tmp_path / "pack")
    assert any("stand on line 3. What is above them was passed over." in text for text in feedback.warnings)
