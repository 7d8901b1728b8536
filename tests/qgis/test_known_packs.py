# SPDX-License-Identifier: GPL-2.0-or-later
"""Packs as things that users handle: the list of known ones, start page, dialog, and folders that are dropped."""

from __future__ import annotations

import json
import shutil
from datetime import date
from types import SimpleNamespace

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QMimeData, Qt, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QFileDialog, QMainWindow

from leefbaar_plugin import settings
from leefbaar_plugin.gui.drawing.areas import Areas
from leefbaar_plugin.gui.importing import known_packs
from leefbaar_plugin.gui.importing.drop_handler import DropHandler
from leefbaar_plugin.gui.importing.known_packs import KnownPack, KnownPacks, day, pack_in, read, stored
from leefbaar_plugin.gui.importing.opening import Opening
from leefbaar_plugin.gui.importing.packs_dialog import PacksDialog
from leefbaar_plugin.gui.messages import Messages
from leefbaar_plugin.gui.session import Session
from leefbaar_plugin.gui.start.page import StartPage
from leefbaar_plugin.gui.work import Background

from .conftest import CBS_FILE, SCHIEDAM

KEYS = ("leefbaarometer/packs", "leefbaarometer/last_pack")


@pytest.fixture(autouse=True)
def _empty_list(qgis_app, tmp_path, monkeypatch):
    """No pack was opened before, and the data folder is empty."""
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data folder"))
    monkeypatch.setattr(settings, "earlier_folders", list)
    for key in KEYS:
        QgsSettings().remove(key)
    yield
    for key in KEYS:
        QgsSettings().remove(key)


def pack_folder(place, source, **entries):
    """A copy of a pack whose pack.json says something else; only told of, not opened."""
    place.mkdir(parents=True)
    info = json.loads((source / "pack.json").read_text())
    info = {key: value for key, value in (info | entries).items() if key != "digest"}
    (place / "pack.json").write_text(json.dumps(info))
    return place


@pytest.fixture
def real(schiedam_folder):
    """Makes a copy of a pack whose pack.json says something else."""
    return lambda place, **entries: pack_folder(place, schiedam_folder, **{"demonstration": None} | entries)


NAMES = [["GM0606", "Schiedam"], ["GM0622", "Vlaardingen"], ["GM0556", "Maassluis"], ["GM0599", "Rotterdam"]]


@pytest.mark.parametrize(
    ("gemeenten", "more", "title"),
    [
        (NAMES[:1], {}, "Schiedam"),
        (NAMES[:3], {}, "Schiedam, Vlaardingen, Maassluis"),
        (NAMES, {}, "Schiedam, Vlaardingen and 2 more"),
        ([["GM0606", ""]], {}, "GM0606"),
        ([], {}, "pakket"),
        ([[f"GM{at:04d}", str(at)] for at in range(342)], {}, "Netherlands"),
        ([[f"GM{at:04d}", str(at)] for at in range(342)], {"selection": ["x"]}, "0, 1 and 340 more"),
        (NAMES, {"demonstration": {"en": "Trial", "nl": "Proef"}}, "Trial"),
    ],
)
def test_title(real, tmp_path, gemeenten, more, title):
    known = read(
        real(tmp_path / "pakket", gemeenten=gemeenten, selection=[], edition="2022")
        if not more
        else real(tmp_path / "pakket", **{"gemeenten": gemeenten, "selection": [], "edition": "2022"} | more)
    )
    assert known.title() == title
    assert known.about() == "3.0 · edition 2022" and known.folder == str(tmp_path / "pakket")


def test_days():
    today = date(2026, 3, 2)
    assert day("2026-03-02T09:00:00", today) == "today"
    assert day("2026-03-01T23:59:00", today) == "yesterday"
    assert day("2026-02-28T00:00:00", today) == "28 Feb"
    assert day("2025-12-31T00:00:00", today) == "31 Dec 2025"
    assert day("", today) == day("nonsense", today) == ""


def test_opened_packs_are_kept_in_order_and_once(real, tmp_path, monkeypatch):
    folders = [real(tmp_path / name, gemeenten=NAMES[:1]) for name in ("a", "b", "c")]
    moments = iter(("2026-01-01T00:00:00", "2026-01-02T00:00:00", "2026-01-03T00:00:00", "2026-01-04T00:00:00"))

    class Clock(known_packs.datetime):
        @classmethod
        def now(cls):
            return cls.fromisoformat(next(moments))

    monkeypatch.setattr(known_packs, "datetime", Clock)
    for folder in (*folders, folders[0]):
        known_packs.note(folder)
    assert [one.path for one in stored()] == [folders[0], folders[2], folders[1]]
    assert stored()[0] == KnownPack(str(folders[0]), "3.0", "2024", ("Schiedam",), opened="2026-01-04T00:00:00")
    known_packs.forget(folders[2])
    assert [one.path for one in stored()] == [folders[0], folders[1]]


def test_long_list_is_cut(real, tmp_path):
    for number in range(25):
        known_packs.note(real(tmp_path / str(number)))
    assert len(stored()) == 20


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"a": 1}', "null", '[{"folder": "/x", "names": 5}]'])
def test_spoilt_list_is_no_list(text):
    QgsSettings().setValue(KEYS[0], text)
    assert stored() == []


def test_pack_of_the_first_version_is_known():
    QgsSettings().setValue(KEYS[1], "/somewhere/pack")
    assert [one.folder for one in stored()] == ["/somewhere/pack"]


def test_what_lies_in_the_data_folders_is_found(real, tmp_path, monkeypatch, qtbot):
    """In the folder that applies, and where the first version kept packs: in a QGIS profile."""
    here, old, gone = tmp_path / "data folder" / "data", tmp_path / "profile" / "leefbaarometer", tmp_path / "stick"
    monkeypatch.setattr(settings, "earlier_folders", lambda: [old])
    known_packs.note(real(gone / "zh"))
    known_packs.note(real(here / "opened"))
    shutil.rmtree(gone)
    real(here / "never opened")
    real(old / "data" / "in the profile")
    (here / "half.import").mkdir()
    (here / "damaged").mkdir()
    (here / "damaged" / "pack.json").write_text("{")
    known = KnownPacks(Background())
    with qtbot.waitSignal(known.changed):
        known.look()
    told = [(one.path.name, one.there, bool(one.opened)) for one in known.packs]
    assert told == [
        ("opened", True, True),
        ("zh", False, True),
        ("never opened", True, False),
        ("in the profile", True, False),
    ] or told[:2][::-1] == [("opened", True, True), ("zh", False, True)]


def test_pack_or_the_one_pack_in_a_folder(tmp_path):
    assert pack_in(tmp_path) == tmp_path
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "pack.json").touch()
    assert pack_in(tmp_path) == pack_in(tmp_path / "a") == tmp_path / "a"
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "pack.json").touch()
    assert pack_in(tmp_path) == tmp_path
    (tmp_path / "pack.json").touch()
    assert pack_in(tmp_path) == tmp_path


# Start page

ROTTERDAM = KnownPack("/gis/lbm", "3.0", "2024", ("Rotterdam",), opened=f"{date.today()}T09:00:00", there=True)
STICK = KnownPack("/stick/<b>zh</b>", "3.0", "2022", ("Delft",), opened="2025-01-02T09:00:00", there=False)


@pytest.fixture
def page(qtbot):
    made = StartPage()
    qtbot.addWidget(made)
    made.asked = []
    made.pack_wanted.connect(lambda folder: made.asked.append(("open", folder)))
    made.moved.connect(lambda folder: made.asked.append(("moved", folder)))
    made.demonstration_wanted.connect(lambda: made.asked.append(("demonstration", "")))
    made.resize(372, 560)
    return made


def texts(row):
    return row.title.text(), row.about.text(), row.button.text()


def test_rows_tell_name_edition_day_and_place(page):
    page.show_packs([ROTTERDAM, STICK])
    assert [texts(row) for row in page.rows] == [
        ("Rotterdam", "3.0 · edition 2024 · today · /gis/lbm", "Open"),
        ("Delft", "not found · /stick/<b>zh</b>", "Point to it…"),
    ]
    assert page.heading.isVisibleTo(page)
    page.rows[0].button.click()
    page.rows[1].button.click()
    assert page.asked == [("open", "/gis/lbm"), ("moved", "/stick/<b>zh</b>")]


def test_rows_in_dutch(page, dutch, monkeypatch):
    """Names out of packs, too."""
    page.show_packs([KnownPack("/a", "3.0", "2024", label={"en": "Trial", "nl": "Proef"}), ROTTERDAM])
    assert [texts(row)[0] for row in page.rows] == ["Rotterdam"]  # demonstration data have a row of their own
    assert KnownPack("/a", label={"en": "Trial", "nl": "Proef"}).title() == "Proef"


def test_at_most_four_and_they_change(page):
    many = [KnownPack(f"/{at}", "3.0", "2024", (str(at),), there=True) for at in range(6)]
    page.show_packs(many)
    assert [row.title.text() for row in page.rows] == ["0", "1", "2", "3"]
    page.show_packs(many[4:])
    assert [row.title.text() for row in page.rows] == ["4", "5"]
    page.rows[1].button.click()
    assert page.asked == [("open", "/5")]
    page.show_packs([])
    assert page.rows == [] and not page.heading.isVisibleTo(page)


def test_enter_opens_the_first_row_and_arrows_go_on(page, qtbot):
    page.show_packs([ROTTERDAM, STICK])
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    assert page.focusWidget() is page.rows[0]
    QTest.keyClick(page.rows[0], Qt.Key.Key_Return)
    QTest.keyClick(page.rows[0], Qt.Key.Key_Down)
    assert page.focusWidget() is page.rows[1]
    QTest.keyClick(page.rows[1], Qt.Key.Key_Down)
    assert page.focusWidget() is page.demonstration_row
    QTest.keyClick(page.demonstration_row, Qt.Key.Key_Space)
    QTest.mouseDClick(page.rows[0], Qt.MouseButton.LeftButton)
    assert page.asked == [("open", "/gis/lbm"), ("demonstration", ""), ("open", "/gis/lbm")]


def test_without_packs_enter_opens_the_demonstration(page, qtbot):
    with qtbot.waitExposed(page):
        page.show()
    assert page.focusWidget() is page.demonstration_row


def test_names_are_plain_text(page):
    """A folder may be called anything."""
    page.show_packs([STICK])
    row = page.rows[0]
    assert row.about.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;b&gt;zh" in row.toolTip() and "<b>" not in row.toolTip()


def test_nothing_is_wider_than_the_panel(page, qtbot):
    deep = KnownPack("/" + "een zeer lange map/" * 12 + "pakket", "3.0", "2024", ("Een gemeente " * 9,), there=True)
    page.setStyleSheet("font-size: 12px")  # 9 pt at 96 dpi, as on the screens it is made for
    page.show_packs([deep])
    page.help.ensurePolished()
    assert page.minimumSizeHint().width() <= 330 - 22


# Opening


@pytest.fixture
def place(qgis_app, qtbot):
    """Session, areas and opening, on a window with a canvas and a message bar."""
    QgsProject.instance().clear()
    window = QMainWindow()
    qtbot.addWidget(window)
    canvas = QgsMapCanvas(window)
    bar = QgsMessageBar(window)
    iface = SimpleNamespace(mainWindow=lambda: window, mapCanvas=lambda: canvas, messageBar=lambda: bar)
    session = Session(QgsProject.instance())
    areas = Areas(session, None)
    background, messages = Background(), Messages(bar)
    opening = Opening(iface, session, areas, background, messages)
    yield SimpleNamespace(session=session, areas=areas, opening=opening, bar=bar, canvas=canvas, background=background)
    opening.close_all()
    background.cancel_all()
    areas.disconnect_project()
    session.disconnect_project()
    QgsProject.instance().clear()


def opened(place, qtbot, folder, **choice):
    """Open a pack and wait until it is shown."""
    with qtbot.waitSignal(place.opening.opened, timeout=20_000):
        place.opening.open_pack(folder, **choice)


def message(place, word):
    return next(item for item in place.bar.items() if word in item.text())


def test_opened_packs_come_first_in_the_list(place, qtbot, schiedam_folder, without_counts):
    opened(place, qtbot, schiedam_folder)
    opened(place, qtbot, without_counts)
    found = [one.path for one in stored()]
    assert set(found[:2]) == {schiedam_folder, without_counts}


def test_folder_that_is_no_pack_gets_a_sentence(place, qtbot, tmp_path):
    place.opening.open_pack(tmp_path)
    qtbot.waitUntil(lambda: bool(place.bar.items()), timeout=20_000)
    assert "is no data pack" in place.bar.currentItem().text() and place.session.pack is None
    assert stored() == []


def test_missing_pack_is_pointed_to(place, qtbot, schiedam_folder, tmp_path, monkeypatch):
    gone = tmp_path / "stick" / "schiedam"
    shutil.copytree(schiedam_folder, gone)
    known_packs.note(gone)
    shutil.move(gone, tmp_path / "schiedam")
    asked = []

    def answer(_parent, title, start):
        asked.append((title, start))
        return str(tmp_path / "schiedam")

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    with qtbot.waitSignal(place.opening.opened, timeout=20_000):
        place.opening.locate_pack(str(gone))
    assert asked == [("Where is schiedam now?", str(tmp_path / "stick"))]
    qtbot.waitUntil(lambda: [one.path for one in stored()] == [tmp_path / "schiedam"], timeout=20_000)


def test_dialog_lists_packs_with_edition_gemeenten_and_place(place, qtbot, schiedam_folder, real, tmp_path):
    opened(place, qtbot, schiedam_folder)
    missing = real(tmp_path / "stick", gemeenten=NAMES, edition="2022")
    known_packs.note(missing)
    shutil.rmtree(missing)
    never = real(tmp_path / "data folder" / "data" / "nooit", gemeenten=NAMES[1:2], edition="2020")
    dialog = PacksDialog(place.opening.known, place.session)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.list.topLevelItemCount() == 3, timeout=20_000)

    def row(folder):
        items = [dialog.list.topLevelItem(at) for at in range(3)]
        return next(item for item in items if item.text(3) == str(folder))

    assert [row(missing).text(at) for at in range(3)] == ["Schiedam, Vlaardingen and 2 more", "3.0 · 2022", "not found"]
    assert row(missing).toolTip(0) == "Schiedam, Vlaardingen, Maassluis, Rotterdam"
    assert [row(never).text(at) for at in range(3)] == ["Vlaardingen", "3.0 · 2020", ""]
    assert row(schiedam_folder).text(2) == "open" and row(schiedam_folder).font(0).bold()

    asked = []
    dialog.wanted.connect(lambda folder, beside: asked.append((folder, beside)))
    dialog.moved.connect(asked.append)
    dialog.list.setCurrentItem(row(schiedam_folder))
    assert dialog.open.isEnabled() and not dialog.beside.isEnabled()
    dialog.list.setCurrentItem(row(never))
    assert dialog.beside.isEnabled() and not dialog.forget.isEnabled()
    dialog.beside.click()
    dialog.list.setCurrentItem(row(never))
    dialog.open.click()
    dialog.list.setCurrentItem(row(missing))
    assert dialog.open.text() == "Point to it…" and not dialog.beside.isEnabled()
    dialog.open.click()
    assert asked == [(str(never), True), (str(never), False), str(missing)]
    dialog.forget.click()
    assert dialog.list.topLevelItemCount() == 2 and missing not in [one.path for one in stored()]


def test_empty_list_says_what_to_do(place, qtbot):
    dialog = PacksDialog(place.opening.known, place.session)
    qtbot.addWidget(dialog)
    assert "No data packs are known here yet" in dialog.note.text()
    assert not dialog.open.isEnabled() and not dialog.beside.isEnabled()
    with qtbot.waitSignal(dialog.other_wanted):
        dialog.other.click()


# Dropping


def drop(handler, qtbot, *paths):
    """What QGIS does: tell of the whole drop, then ask file by file; what it would open itself, and what came out."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    files, packs = [], []
    handler.dropped.connect(files.extend)
    handler.packs_dropped.connect(packs.extend)
    assert handler.handleMimeDataV2(data) is False
    left = [path for path in paths if not handler.handleFileDrop(str(path))]
    qtbot.wait(20)
    handler.dropped.disconnect(files.extend)
    handler.packs_dropped.disconnect(packs.extend)
    return left, files, packs


@pytest.fixture
def handler(qgis_app):
    made = DropHandler()
    yield made
    made.deleteLater()


def test_folder_of_a_pack_or_its_json_is_opened(handler, qtbot, schiedam_folder, tmp_path):
    other = tmp_path / "note.txt"
    other.touch()
    assert drop(handler, qtbot, schiedam_folder, other) == ([other], [], [str(schiedam_folder)])
    assert drop(handler, qtbot, schiedam_folder / "pack.json") == ([], [], [str(schiedam_folder)])


@pytest.mark.parametrize("order", [1, -1])
def test_counts_dropped_with_the_zips_are_part_of_the_import(handler, qtbot, order):
    paths = [*sorted(SCHIEDAM.glob("*.zip")), SCHIEDAM / CBS_FILE][::order]
    left, files, packs = drop(handler, qtbot, *paths)
    assert left == [] and packs == [] and sorted(files) == sorted(map(str, paths))


def test_counts_alone_are_a_layer_unless_files_are_gathered(qtbot):
    gathering = []
    handler = DropHandler(lambda: bool(gathering))
    counts = SCHIEDAM / CBS_FILE
    assert drop(handler, qtbot, counts) == ([counts], [], [])
    gathering.append("dialog")
    assert drop(handler, qtbot, counts) == ([], [str(counts)], [])


def test_other_geopackages_stay_layers(handler, qtbot, schiedam_folder):
    areas = schiedam_folder / "areas.gpkg"
    zips = sorted(SCHIEDAM.glob("*.zip"))
    left, files, _packs = drop(handler, qtbot, *zips, areas)
    assert left == [areas] and files == [str(path) for path in zips]


def test_folder_of_official_files_is_imported_and_others_are_left(handler, qtbot, tmp_path):
    assert drop(handler, qtbot, SCHIEDAM) == ([], [str(SCHIEDAM)], [])
    (tmp_path / "photos").mkdir()
    assert drop(handler, qtbot, tmp_path / "photos") == ([tmp_path / "photos"], [], [])


def test_dropped_pack_is_shown(place, qtbot, schiedam_folder):
    with qtbot.waitSignal(place.opening.opened, timeout=20_000):
        place.opening.open_dropped([str(schiedam_folder), str(schiedam_folder)])
    assert place.session.pack.folder == schiedam_folder
