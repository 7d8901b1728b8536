# SPDX-License-Identifier: GPL-2.0-or-later
"""What holding published change against published scores finds is told: in Processing, in the dialog, by the check."""

from __future__ import annotations

import pytest

from leefbaar_plugin.gui.importing.import_report import needs_word
from leefbaar_plugin.pack.files.resources import load_model
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.words.check import fit_words
from tests.builders import Edition
from tests.unit.test_published_change import CODES, change_rows, write_changes

from . import test_import_dialog as dialogs
from .conftest import SCHIEDAM, Recorder

no_words, opening, place = dialogs.no_words, dialogs.opening, dialogs.place

TOLD = (
    "Neighbourhoods (buurten): 4 published changes held against the difference of the published scores; largest "
    f"difference 0.250000 ({CODES[1]}, 2022–2024). 1 change differs. "
    "The published change is shown, not our own difference."
)
ASKED = "The published change of neighbourhoods (buurten) contradicts the published scores. Look at the files first."


@pytest.fixture
def contradicting(tmp_path):
    """Files in which the published change of one buurt isn't the difference of its published scores."""
    folder = tmp_path / "files"
    folder.mkdir()
    edition = Edition(folder)
    edition.all()
    write_changes(edition, change_rows(moved=0.25))
    return folder


def test_the_algorithm_warns(run, contradicting, tmp_path):
    feedback = Recorder()
    found = run("importedition", feedback, INPUT=[str(contradicting)], PACK=tmp_path / "pack")
    assert TOLD in feedback.warnings and feedback.warnings[-1] == ASKED
    assert found["MAX_DIFFERENCE"] < 1e-6  # that is of scores


def test_the_algorithm_tells_of_changes_that_agree(run, tmp_path):
    feedback = Recorder()
    run("importedition", feedback, INPUT=[str(SCHIEDAM)], PACK=tmp_path / "pack")
    told = [text for text in feedback.infos if "published changes held against" in text]
    assert [text.split(":")[0] for text in told] == [
        "Neighbourhoods (buurten)",
        "Districts (wijken)",
        "Municipalities (gemeenten)",
        "Postcode areas (PC4)",
    ]
    assert told[0].startswith("Neighbourhoods (buurten): 2,232 published changes")  # 62 buurten, 36 periods
    assert all(text.endswith("largest difference less than 0.000001.") for text in told) and not feedback.warnings


def test_the_dialog_tells_and_asks(place, qtbot, contradicting):
    dialog, _background, _said, handed = place
    dialogs.choose(place, qtbot, [contradicting])
    dialogs.run(place, qtbot)
    assert f"⚠ {TOLD}" in dialogs.lines_of(dialog) and not handed
    assert dialog.status.text() == f"{ASKED} The data aren't opened yet."
    assert dialog.start.isVisible() and dialog.start.text() == "Open anyway"


def test_recompute_and_check_tells(opening, qtbot, contradicting, tmp_path):
    made, session, background, said = opening
    result = import_edition(inspect([contradicting]), tmp_path / "pack")
    assert needs_word(result.folder, result.info)
    session.open_pack(result.folder)
    with qtbot.waitSignal(background.ended, check_params_cb=lambda subject: subject == "check", timeout=30_000):
        made.check_scores()
    assert not said.problems and len(said.warnings) == 1
    assert TOLD in said.warnings[0][0]


def test_one_score_beside_its_squares_is_one():
    fit = {"year": 2024, "areas": 1, "best": "dwellings", "weights": {}}
    fit["weights"] = {"dwellings": {"rms": 0.0013, "largest": -0.0013, "area": ["GM0622", "Vlaardingen"]}}
    told = fit_words(load_model("lbm3"), "gemeente", fit)
    assert told.startswith(
        "Municipalities (gemeenten), 2024: 1 published score (Vlaardingen, GM0622) beside the mean of its squares. "
        "Weighed by dwellings that comes closest: 0.0013 off."
    )
