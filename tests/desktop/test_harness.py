# SPDX-License-Identifier: GPL-2.0-or-later
"""The desktop harness itself: a throw-away plugin, a polygon drawn by mouse, errors seen, a crash survived."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.desktop import Desktop
from tests.desktop.session import RemoteError

pytestmark = pytest.mark.desktop

METADATA = """[general]
name=Proefplugin
qgisMinimumVersion=3.40
description=Throw-away plugin of the harness test
version=1.0.0
author=test
email=test@example.org
about=test
"""
PLUGIN = """
from qgis.PyQt.QtWidgets import (QAction, QCheckBox, QComboBox, QDialog, QFileDialog, QLineEdit, QMenu, QPushButton,
                                 QVBoxLayout)
class Plugin:
    def __init__(self, iface):
        self.iface, self.answers = iface, {}
    def initGui(self):
        self.menu = QMenu("&Proefmenu")
        self.menu.addAction("&Formulier…", self.ask)
        self.menu.addAction("Mislukken", self.fail)
        self.iface.vectorMenu().addMenu(self.menu)
    def unload(self):
        self.menu.deleteLater()
    def fail(self):
        raise ValueError("mislukt met opzet")
    def ask(self):
        dialog = QDialog(self.iface.mainWindow())
        dialog.setWindowTitle("Proefvenster")
        rows = QVBoxLayout(dialog)
        name, year = QLineEdit(objectName="proefNaam"), QComboBox(objectName="proefJaar")
        sure = QCheckBox("Ook de rand")
        year.addItems(["2020", "2022", "2024"])
        browse, okay = QPushButton("Bladeren…"), QPushButton("&Importeren")
        for part in (name, year, sure, browse, okay):
            rows.addWidget(part)
        files = []
        browse.clicked.connect(lambda: files.extend(QFileDialog.getOpenFileNames(dialog, "Kies", "/")[0]))
        okay.clicked.connect(dialog.accept)
        dialog.resize(400, 200)
        if dialog.exec():
            self.answers = {"name": name.text(), "year": year.currentText(), "sure": sure.isChecked(), "files": files}
def classFactory(iface):
    return Plugin(iface)
"""
SQUARE = [(85000.0, 435000.0), (86000.0, 435000.0), (86000.0, 436000.0), (85000.0, 436000.0)]


@pytest.fixture
def plugin_zip(tmp_path: Path) -> Path:
    """A zip with the throw-away plugin, laid out as the real one."""
    path = tmp_path / "proefplugin.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("proefplugin/metadata.txt", METADATA)
        archive.writestr("proefplugin/__init__.py", PLUGIN)
    return path


def test_a_form_is_filled_in_by_mouse_and_keyboard(
    desktop_factory: Callable[..., Desktop], plugin_zip: Path, tmp_path: Path
) -> None:
    """Menu, field, list, tick box and file dialog in a modal dialog; a real error is seen; leaving is clean."""
    picked = [tmp_path / "een bestand.csv", tmp_path / "twee.csv"]
    for path in picked:
        path.write_text("leeg", encoding="utf-8")
    desktop = desktop_factory(plugin_zip=plugin_zip)
    assert desktop.eval("iface.mainWindow().menuBar().actions()[1].text()") == "&Bewerken"
    assert desktop.errors() == []

    desktop.menu("Vector", "Proefmenu", "Formulier")
    desktop.fill("proefNaam", "Coöperatie 't Wijkje")
    desktop.choose("proefJaar", "2022")
    desktop.click_text("Ook de rand")
    desktop.click_text("Bladeren")
    desktop.file_dialog(picked)
    with pytest.raises(RemoteError, match="LookupError"):  # a window behind a modal dialog cannot be clicked
        desktop.eval("locate('mActionSaveProject')")
    desktop.screenshot("harness-form")
    desktop.click_text("Importeren")
    answers = desktop.wait("plugins['proefplugin'].answers")
    assert answers == {"name": "Coöperatie 't Wijkje", "year": "2022", "sure": True, "files": [str(p) for p in picked]}
    assert desktop.errors() == []

    desktop.menu("Vector", "Proefmenu", "Mislukken")
    desktop.wait("iface.messageBar().currentItem() is not None")
    (error,) = desktop.errors()
    assert "ValueError: mislukt met opzet" in error
    assert desktop.close() == 0


def test_a_polygon_is_drawn_and_a_crash_survived(desktop_factory: Callable[..., Desktop]) -> None:
    """QGIS's own tool leaves the outline that was clicked, within a pixel; a plugin that cannot load is noticed."""
    desktop = desktop_factory()
    desktop.eval(
        "area = QgsVectorLayer('Polygon?crs=EPSG:28992&field=naam:string', 'Proefgebieden', 'memory')\n"
        "project.setCrs(area.crs()); project.addMapLayer(area); iface.setActiveLayer(area)"
    )
    desktop.set_extent(84500, 434500, 86500, 436500)
    desktop.click("mActionToggleEditing")
    desktop.wait("area.isEditable()")
    desktop.click("mActionAddFeature")
    with desktop.event_gap() as gap:
        desktop.draw_polygon(SQUARE)
    desktop.wait("QApplication.activeWindow().windowTitle().startswith('Proefgebieden')")
    desktop.key("ctrl+a")
    desktop.type("Nieuw-Mathenesse")
    desktop.screenshot("harness-attributes")
    desktop.key("Return")
    assert desktop.wait("area.featureCount()") == 1
    corners = desktop.eval("[(v.x(), v.y()) for v in next(area.getFeatures()).geometry().vertices()]")
    pixel = desktop.eval("canvas.mapUnitsPerPixel()")
    assert len(corners) == 5
    for drawn, meant in zip(corners, [*SQUARE, SQUARE[0]], strict=True):
        assert drawn == pytest.approx(meant, abs=pixel)
    assert desktop.eval("next(area.getFeatures())['naam']") == "Nieuw-Mathenesse"
    assert gap["beats"] > 50 and 4 < gap["longest_ms"] < 5000
    with desktop.event_gap() as gap:
        desktop.eval("import time; time.sleep(0.25)")
    assert gap["longest_ms"] >= 250

    desktop.screenshot("harness-polygon")
    assert desktop.errors() == []
    desktop.kill()
    broken = desktop.profile / "python" / "plugins" / "kapot"
    broken.mkdir(parents=True)
    (broken / "metadata.txt").write_text(METADATA, encoding="utf-8")
    (broken / "__init__.py").write_text("import bestaat_niet\n", encoding="utf-8")
    ini = desktop.profile / "QGIS" / "QGIS3.ini"
    ini.write_text(
        ini.read_text(encoding="utf-8").replace("[PythonPlugins]", "[PythonPlugins]\nkapot=true"), encoding="utf-8"
    )
    desktop.restart()
    assert desktop.eval("len(project.mapLayers())") == 0
    assert "No module named 'bestaat_niet'" in desktop.errors()[0]


def test_scaled_english_and_dark(desktop_factory: Callable[..., Desktop], plugin_zip: Path) -> None:
    """At another scale, language and theme clicks still land; files can be dragged in; unsaved work is discarded."""
    desktop = desktop_factory(size=(1920, 1080), locale="en", scale=1.5, dark=True, plugin_zip=plugin_zip)
    outline = plugin_zip.with_name("outline.geojson")
    outline.write_text('{"type":"Point","coordinates":[4.4,51.9]}', encoding="utf-8")
    desktop.drop(outline)
    desktop.wait("len(project.mapLayers()) == 1")
    desktop.menu("Vector", "Proefmenu", "Formulier")
    desktop.fill("proefNaam", "scaled")
    desktop.click_text("Importeren")
    assert desktop.wait("plugins['proefplugin'].answers")["name"] == "scaled"
    desktop.screenshot("harness-scaled-dark")
    assert desktop.eval("project.isDirty()")
    assert desktop.close() == 0
    assert desktop.errors() == []
