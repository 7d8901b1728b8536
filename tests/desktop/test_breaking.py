# SPDX-License-Identifier: GPL-2.0-or-later
"""Bad things that users do: each ends in one clear sentence, with nothing lost and nothing left behind."""

from __future__ import annotations

import shutil
import time
import zipfile
from pathlib import Path

import pytest

from tests.benchmarks.national import NationalSet, generate
from tests.desktop import steps
from tests.desktop.desktop import REPOSITORY, Desktop

pytestmark = pytest.mark.desktop

AREA = [(86100, 437000), (87000, 436900), (87100, 436300), (86200, 436200)]
BOW_TIE = [(86100, 437000), (87000, 436300), (87000, 437000), (86100, 436300)]
OUTSIDE = [(84000, 435900), (84500, 435900), (84300, 436300)]
IN_VIEW = (83900, 435700, 87600, 437300)


@pytest.fixture(scope="module")
def large_set() -> NationalSet:
    """60,000 squares, which take some seconds to import."""
    return generate(REPOSITORY / "build" / "national-60000", squares=60_000)


# Files


def test_bad_files(desktop: Desktop, tmp_path: Path) -> None:
    """Dropped or chosen: a damaged zip, one that isn't ours, a text file; and the same import twice."""
    good = steps.copy_data(tmp_path)
    damaged = tmp_path / good[0].name
    damaged.write_bytes(good[0].read_bytes()[:40_000])
    foreign, text, empty = tmp_path / "vakantie.zip", tmp_path / "notitie.txt", tmp_path / "leeg.csv"
    with zipfile.ZipFile(foreign, "w") as archive:
        archive.writestr("foto.txt", "zon")
    text.write_text("Een brief aan de raad.\nMet twee regels.\n", encoding="utf-8")
    empty.touch()

    for other in (foreign, text):  # QGIS's own to deal with
        desktop.drop(other)
        time.sleep(0.8)
        desktop.key("Escape")
        assert desktop.eval("plugin.opening.dialog is None")
    steps.close_messages(desktop)
    desktop.drop(damaged)
    status = desktop.wait(
        "plugin.opening.dialog.status.text() and not plugin.background.is_running('import') "
        "and plugin.opening.dialog.status.text()"
    )
    assert damaged.name in status
    assert not desktop.eval("plugin.opening.dialog.start.isEnabled()")
    desktop.screenshot("breaking-damaged-zip")
    for path in (foreign, text, empty):
        desktop.click("plugin.opening.dialog.remove_button")
        desktop.click("LeefbaarometerAddFiles")
        desktop.file_dialog(path)
        desktop.wait(
            f"plugin.opening.dialog.files.item(0).text() == {str(path)!r} "
            "and not plugin.background.is_running('import')"
        )
        status = desktop.eval("plugin.opening.dialog.status.text()")
        assert path.name in status and "\n" not in status, status
        assert not desktop.eval("plugin.opening.dialog.start.isEnabled()")
    desktop.click("plugin.opening.dialog.remove_button")
    assert desktop.eval("plugin.opening.dialog.status.text()") == ""
    desktop.click("plugin.opening.dialog.cancel")
    desktop.wait("plugin.opening.dialog is None")

    pack = tmp_path / "pakket"
    steps.import_files(desktop, good, pack)
    before = (pack / "pack.json").stat().st_mtime_ns
    steps.close_messages(desktop)
    steps.choose_files(desktop, good)
    desktop.fill("LeefbaarometerTarget", str(pack))
    desktop.click("LeefbaarometerImportStart")
    desktop.wait("plugin.opening.dialog is None and iface.messageBar().items()")
    (sentence,) = steps.told(desktop)
    assert "765" not in sentence
    assert (pack / "pack.json").stat().st_mtime_ns == before
    assert desktop.eval("len(project.mapLayers())") == 7

    steps.choose_files(desktop, good[:1])  # another choice in a folder that is taken
    desktop.fill("LeefbaarometerTarget", str(pack))
    desktop.click("LeefbaarometerImportStart")
    desktop.wait(f"{str(pack)!r} in plugin.opening.dialog.status.text()")
    desktop.screenshot("breaking-folder-taken")
    desktop.click("plugin.opening.dialog.cancel")
    desktop.wait("plugin.opening.dialog is None")


def test_import_is_cut_off(desktop: Desktop, tmp_path: Path, large_set: NationalSet) -> None:
    """Cancelled, closed with QGIS, killed: no pack and nothing half; afterwards it imports as if nothing happened."""
    files = [large_set.scores_zip, large_set.geometry_zip, large_set.counts_gpkg]
    folder = tmp_path / "paketten"
    pack = folder / "groot"

    def begin() -> None:
        steps.choose_files(desktop, files)
        desktop.fill("LeefbaarometerTarget", str(pack))
        desktop.click("LeefbaarometerImportStart")
        desktop.wait("plugin.opening.dialog.progress.value() >= 12", 30)

    begin()
    desktop.screenshot("breaking-importing", settle=False)
    desktop.click("plugin.opening.dialog.cancel")
    desktop.wait("not plugin.background.is_running('import')", 20)
    desktop.screenshot("breaking-cancelled", settle=False)
    assert list(folder.iterdir()) == []
    assert desktop.eval("plugin.opening.dialog.start.isEnabled() and len(project.mapLayers()) == 0")

    desktop.click("LeefbaarometerImportStart")
    desktop.wait("plugin.opening.dialog.progress.value() >= 12", 30)
    desktop.eval("iface.mainWindow().activateWindow()")
    desktop.key("ctrl+q")  # QGIS asks whether to cancel what is running, and stays
    yes = desktop.wait("answer_button(['Yes'])")
    desktop.click(tuple(yes["point"]))
    desktop.wait("not plugin.background.is_running('import')", 20)
    assert desktop.close(timeout=60) == 0
    assert list(folder.iterdir()) == []

    desktop.start()
    begin()
    desktop.kill()
    assert not pack.exists()
    desktop.start()
    steps.choose_files(desktop, files)
    desktop.fill("LeefbaarometerTarget", str(pack))
    desktop.click("LeefbaarometerImportStart")
    steps.close_report(desktop, 60)
    assert [path.name for path in folder.iterdir()] == ["groot"]
    desktop.screenshot("breaking-imported-after-all")


# Packs


def test_pack_moves_and_goes(desktop: Desktop, tmp_path: Path) -> None:
    """A project whose pack was moved offers to point to it; a pack deleted while open doesn't break what is on screen;
    a new project starts empty."""
    pack, project = tmp_path / "pakket", tmp_path / "plan.qgz"
    steps.import_files(desktop, steps.copy_data(tmp_path), pack)
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, AREA)
    steps.choose_year(desktop, 2018)
    total = steps.shown(desktop)["figures"]["total"]
    desktop.key("ctrl+s")
    desktop.file_dialog(project)
    desktop.wait("not project.isDirty() and project.fileName()")
    desktop.close()
    moved = tmp_path / "elders"
    pack.rename(moved)

    desktop.start()
    desktop.key("ctrl+o")
    desktop.file_dialog(project)
    keep_unavailable_layers(desktop)
    desktop.wait("any(i.title() == 'Leefbaarometer' for i in iface.messageBar().items())")
    (sentence,) = steps.told(desktop)
    assert pack.name in sentence.replace(",", " ").split()
    assert desktop.eval("plugin.session.pack is None and len(plugin.areas.names()) == 1")
    desktop.screenshot("breaking-pack-moved")
    desktop.click(
        "[b for i in iface.messageBar().items() if i.title() == 'Leefbaarometer' "
        "for b in i.findChildren(QPushButton) if b.text()][0]"
    )
    desktop.file_dialog(moved)
    whole = "len(project.mapLayers()) == 8 and all(l.isValid() for l in project.mapLayers().values())"
    desktop.wait(f"plugin.session.pack is not None and {whole}")
    assert steps.shown(desktop)["figures"]["total"] == total
    assert desktop.eval("plugin.session.year") == 2018
    assert desktop.eval("project.layerTreeRoot().layerOrder()[0] == plugin.areas.layer")  # not under the squares
    assert desktop.eval("all(l.isValid() for l in project.mapLayers().values()) and len(project.mapLayers())") == 8
    desktop.key("ctrl+s")
    desktop.wait("not project.isDirty()")

    shutil.rmtree(moved)
    steps.choose_theme(desktop, "vrz")
    steps.choose_year(desktop, 2022)
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, OUTSIDE)
    assert desktop.eval("len(plugin.areas.names())") == 2
    desktop.menu("Vector", "Leefbaarometer", steps.action_text(desktop, "recompute"))
    desktop.wait("not plugin.background.is_running('check')")

    desktop.eval("plugin.areas.layer.commitChanges()")
    desktop.click("mActionNewProject")
    discard(desktop)
    desktop.wait("plugin.session.pack is None and plugin.areas.layer is None")
    assert desktop.eval("plugin.dock.start.isVisible() and not plugin.dock.page.isVisible()")
    rows = "[(row.title.text(), row.about.text(), row.button.text()) for row in plugin.dock.start.rows]"
    gone = [("Schiedam", f"niet gevonden · {moved}", "Wijs aan…")]  # once: the user pointed to where it had moved
    assert [tuple(row) for row in desktop.wait(f"len({rows}) == 1 and {rows}")] == gone
    desktop.screenshot("breaking-new-project")
    steps.open_demonstration(desktop)
    assert desktop.eval("[plugin.session.theme.id, plugin.session.year, plugin.session.level]") == ["lbm", 2024, "auto"]


def keep_unavailable_layers(desktop: Desktop) -> None:
    """Answer QGIS's own dialog about layers that aren't there."""
    desktop.wait("QApplication.activeModalWidget().findChild(QTableWidget)")
    buttons = "QApplication.activeModalWidget().findChild(QDialogButtonBox).buttons()"
    desktop.click(f"min({buttons}, key=lambda button: button.x())")
    desktop.wait("QApplication.activeModalWidget() is None")


def discard(desktop: Desktop) -> None:
    """Discard changes of the project and layers in the temporary folder, as far as QGIS asks."""
    for _ in range(20):
        button = desktop.eval("answer_button(['Discard', 'Yes'])")
        if button:
            desktop.click(tuple(button["point"]))
        time.sleep(0.1)


# The plugin itself


def test_switched_off_and_on(desktop: Desktop, tmp_path: Path) -> None:
    """Disabled with a project open nothing of it is left, and nothing fails; enabled again it is where it was."""
    files = steps.copy_data(tmp_path)
    # QGIS itself keeps the emptied submenu of a plugin, out of sight
    leftovers = (
        "[w.objectName() for w in iface.mainWindow().findChildren(QObject) "
        "if 'eefbaarometer' in w.objectName() and not (isinstance(w, QMenu) and not w.actions())] + "
        "[a.text() for m in iface.vectorMenu().actions() for a in [m] if 'eefbaarometer' in a.text()] + "
        "[p.id() for p in QgsApplication.processingRegistry().providers() if 'leefbaar' in p.id()] + "
        "[i.text() for i in iface.messageBar().items() if i.title() == 'Leefbaarometer']"
    )
    assert len(desktop.eval(leftovers)) > 10
    steps.open_demonstration(desktop)
    desktop.set_extent(*IN_VIEW)
    steps.draw_area(desktop, AREA)
    steps.choose_theme(desktop, "soc")
    steps.choose_year(desktop, 2020)
    before = steps.shown(desktop)
    for round_number in range(3):
        if round_number == 1:
            desktop.click("Leefbaarometer_import")  # with its dialog open
            desktop.wait("plugin.opening.dialog.isVisible()")
        desktop.eval("import qgis.utils, gc\nplugin = None\nqgis.utils.unloadPlugin('leefbaar_plugin')")
        time.sleep(0.3)
        desktop.eval("import gc; gc.collect()")
        assert desktop.eval(leftovers) == []
        assert desktop.eval("len(project.mapLayers())") == 8  # the layers are the user's
        desktop.eval("canvas.zoomByFactor(0.9); canvas.zoomByFactor(1 / 0.9)")
        desktop.eval(
            "iface.setActiveLayer([l for l in project.mapLayers().values() if 'rojectgebieden' in l.source()]"
            "[0]); l = iface.activeLayer(); l.isEditable() or l.startEditing(); "
            "l.changeAttributeValue(1, 1, l.getFeature(1)[1]); l.commitChanges()"
        )
        if round_number == 0:
            desktop.drop(files[0])
            time.sleep(0.6)
            desktop.key("Escape")
            assert desktop.eval(leftovers) == []
        if round_number == 2:
            desktop.screenshot("breaking-plugin-off")
        desktop.eval("qgis.utils.loadPlugin('leefbaar_plugin') and qgis.utils.startPlugin('leefbaar_plugin')")
        desktop.wait("plugin.session.pack is not None and plugin.areas.figures() is not None")
        after = steps.shown(desktop)
        assert after == before
        assert desktop.eval("[plugin.session.theme.id, plugin.session.year]") == ["soc", 2020]
    steps.draw_area(desktop, BOW_TIE)
    desktop.screenshot("breaking-plugin-on-again")
    desktop.eval("qgis.utils.unloadPlugin('leefbaar_plugin')\niface.newProject(False)\nNone")
    desktop.settle()
    desktop.eval("qgis.utils.loadPlugin('leefbaar_plugin') and qgis.utils.startPlugin('leefbaar_plugin')")
    desktop.wait("plugin.dock.start.isVisible()")
    assert desktop.close() == 0
