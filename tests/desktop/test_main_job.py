# SPDX-License-Identifier: GPL-2.0-or-later
"""The main job by mouse and keyboard, in the built zip: import, switch, draw, read, name, recompute, save, reopen."""

from __future__ import annotations

import re
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop import steps
from tests.desktop.desktop import Desktop
from tests.desktop.reference import Reference

pytestmark = pytest.mark.desktop

# corners of squares, to be clicked a little beside them: snapping has to find them
CORNERS = [(86100, 437000), (87000, 436900), (87100, 436300), (86200, 436200)]
HOLE = [(86400, 436700), (86700, 436700), (86600, 436500)]
GROUP = "Leefbaarometer 3.0 – 2024 – Schiedam"
LATER = [(85300, 436900), (85800, 436950), (85700, 436400)]


class Job:
    """One user at work: a desktop, the files, and what the dock should say of them."""

    def __init__(self, desktop: Desktop, locale: str, folder: Path) -> None:
        self.desktop, self.locale, self.folder = desktop, locale, folder
        self.files = steps.copy_data(folder)
        self.reference = Reference(*self.files)
        self.number = 0

    def picture(self, name: str) -> None:
        self.number += 1
        self.desktop.screenshot(f"job-{self.locale}-{self.number:02}-{name}")

    def written(self, value: float, decimals: int) -> str:
        """A number as the interface writes it."""
        text = f"{value:,.{decimals}f}"
        return text.translate(str.maketrans(",.", ".,")) if self.locale == "nl" else text

    def check_figures(self, year: int) -> None:
        """The dock says what shapely and pandas make of the outline that is stored."""
        shown = steps.shown(self.desktop)
        wkt = self.desktop.eval("plugin.areas.geometry().asWkt(9)")
        expected = self.reference.figures(wkt, year)
        assert shown["figures"]["total"] == pytest.approx(expected["total"], abs=1e-9)
        assert shown["score"] == self.written(expected["total"], 2)
        assert shown["chip"].split()[0] == str(expected["class_number"])
        assert shown["method"].startswith(f"{year}: {self.written(expected['squares'], 0)} ")
        assert f"· {self.written(expected['dwellings'], 0)} " in shown["method"]
        summary = self.desktop.eval("plugin.dock.page.shares._data.summary")
        assert summary.endswith(f"{self.written(100 * expected['unfavourable'], 1)}\u00a0%")

    def layer_facts(self) -> dict[str, tuple[str, str, bool]]:
        """Name, field of the style and visibility of the pack's layers by level."""
        return self.desktop.eval(
            "{level: (l.name(), l.renderer().classAttribute(), project.layerTreeRoot().findLayer(l.id()).isVisible()) "
            f"for level, l in {steps.OURS}.items()}}"
        )


@pytest.mark.parametrize(("locale", "size"), [("nl", (1366, 768)), ("en", (1920, 1080))])
def test_main_job(desktop_factory: Callable[..., Desktop], tmp_path: Path, locale: str, size: tuple[int, int]) -> None:
    """From the downloaded files to an area's figures, saved and reopened, also after a crash."""
    desktop = desktop_factory(plugin_zip=steps.PLUGIN_ZIP, locale=locale, size=size)
    job = Job(desktop, locale, tmp_path)
    desktop.wait("iface.mainWindow().findChild(QDockWidget, 'Layers').width() >= 240")
    job.picture("start")
    import_with_preview(job)
    switch(job)
    draw_and_read(job)
    project = save_and_reopen(job)
    survive_a_crash(job, project)
    assert desktop.errors() == []


def import_with_preview(job: Job) -> None:
    desktop = job.desktop
    steps.choose_files(desktop, job.files)
    preview = desktop.eval("plugin.opening.dialog.preview.text()")
    for text in ("Leefbaarometer 3.0", "2024", "2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024", "765", "CBS"):
        assert text in preview
    assert preview.count("2024") >= 4  # edition, squares, buurten, gemeenten
    listed = "[plugin.opening.dialog.gemeenten.item(n).text() for n in range(plugin.opening.dialog.gemeenten.count())]"
    assert desktop.eval(listed) == ["Schiedam"]
    job.picture("preview")
    desktop.fill("LeefbaarometerTarget", str(job.folder / "gegevenspakket één"))
    desktop.click("LeefbaarometerImportStart")
    told = steps.close_report(desktop)
    assert "6.733" in told or "6,733" in told
    steps.wait_for_map(desktop)
    job.picture("imported")
    assert (
        desktop.eval(
            "all(l.isValid() for l in project.mapLayers().values()) and project.layerTreeRoot().children()[0].name()"
        )
        == GROUP
    )
    assert 370 <= desktop.eval("plugin.dock.width()") <= 400
    assert desktop.eval("iface.mainWindow().findChild(QDockWidget, 'Layers').width()") >= 240


def switch(job: Job) -> None:
    desktop = job.desktop
    before = job.layer_facts()
    assert {level: facts[1] for level, facts in before.items()} == dict.fromkeys(
        ("gemeente", "wijk", "buurt", "grid"), '"class_lbm_2024"'
    )
    steps.choose_theme(desktop, "onv")
    steps.choose_year(desktop, 2002)  # has no dimensions: stays where it was
    assert desktop.eval("plugin.session.year") == 2024
    steps.choose_year(desktop, 2014)
    desktop.wait("plugin.session.year == 2014")
    job.picture("theme-and-year")
    after = job.layer_facts()
    for level, (name, field, _) in after.items():
        assert field == '"class_onv_2014"'
        assert " – 2014 – " in name and name != before[level][0]
    assert "⚠" not in desktop.eval("plugin.dock.bar.map_button.text()")  # all levels have scores of all years
    legend = desktop.eval(
        "[n.data(0) for n in iface.layerTreeView().layerTreeModel().layerLegendNodes("
        "project.layerTreeRoot().findLayers()[-1])]"
    )
    assert [text.split(" · ")[0] for text in legend[:-1]] == list("123456789")
    assert " 10 " in legend[-1]  # squares of few dwellings are hatched

    steps.choose_theme(desktop, "lbm")
    steps.choose_year(desktop, 2024)
    steps.choose_in_map_panel(desktop, "LeefbaarometerLevel", desktop.eval("plugin.dock.bar.levels.itemText(3)"))
    assert {level for level, facts in job.layer_facts().items() if facts[2]} == {"buurt"}
    job.picture("buurten")


def draw_and_read(job: Job) -> None:
    desktop = job.desktop
    use_two_buurten(job)
    steps.choose_in_map_panel(desktop, "LeefbaarometerLevel", desktop.eval("plugin.dock.bar.levels.itemText(0)"))
    desktop.eval(
        "config = project.snappingConfig(); config.setEnabled(True); config.setTolerance(14); "
        "config.setMode(Qgis.SnappingMode.AllLayers); config.setTypeFlag(Qgis.SnappingType.Vertex); "
        "config.setUnits(QgsTolerance.Pixels); project.setSnappingConfig(config)"
    )
    desktop.set_extent(85000, 435900, 87600, 437300)
    off = desktop.eval("canvas.mapUnitsPerPixel()") * 4
    desktop.eval(f"canvas.snappingUtils().snapToMap(QgsPointXY{CORNERS[0]}).isValid()")  # QGIS indexes in its own time
    steps.draw_area(desktop, [(x + off, y - off) for x, y in CORNERS])
    corners = desktop.eval("outline = plugin.areas.geometry()\n[(v.x(), v.y()) for v in outline.vertices()]")
    assert {tuple(corner) for corner in corners} == {(float(x), float(y)) for x, y in CORNERS}
    job.picture("drawn")
    job.check_figures(2024)

    name = "Nieuw-Mathenesse é" if job.locale == "nl" else "Harbour & quays"
    desktop.fill("LeefbaarometerAreaName", name)
    desktop.key("Return")
    desktop.wait(f"plugin.areas.names()[plugin.areas.current] == {name!r}")
    assert steps.stored_areas(steps.areas_file(desktop))[desktop.eval("plugin.areas.current")] == name
    cut_a_hole(job)
    job.check_figures(2024)
    steps.choose_year(desktop, 2008)
    desktop.wait("plugin.session.year == 2008")
    job.check_figures(2008)
    steps.choose_theme(desktop, "vrz")  # 2008 has no dimensions, so the newest year comes
    desktop.wait("plugin.session.year == 2024")
    job.picture("named-with-hole")
    desktop.eval("[bar.setValue(9999) for bar in plugin.dock.tabs.findChildren(QScrollBar)]")
    job.picture("dock-below")
    recompute(job)


def use_two_buurten(job: Job) -> None:
    """Select two buurten with QGIS's own tool and take them over."""
    desktop = job.desktop
    desktop.eval(f"iface.setActiveLayer({steps.OURS}['buurt'])")
    places = desktop.eval(
        "[(p.x(), p.y()) for f in iface.activeLayer().getFeatures(QgsFeatureRequest().setFilterExpression("
        "\"code in ('BU06060001', 'BU06060002')\")) for p in [f.geometry().pointOnSurface().asPoint()]] or "
        "[(p.x(), p.y()) for f in list(iface.activeLayer().getFeatures())[:2] "
        "for p in [f.geometry().pointOnSurface().asPoint()]]"
    )
    names = desktop.eval("[f['name'] for f in iface.activeLayer().getFeatures()]")
    desktop.click("mActionSelectFeatures")
    for number, (x, y) in enumerate(places):
        desktop.map_click(x, y, modifiers="shift" if number else "")
        desktop.wait(f"iface.activeLayer().selectedFeatureCount() == {number + 1}")
    desktop.click("LeefbaarometerUseSelection")
    desktop.wait("len(plugin.areas.names()) == 2")
    assert set(desktop.eval("list(plugin.areas.names().values())")) <= set(names)
    job.picture("two-buurten")
    job.check_figures(2024)


def cut_a_hole(job: Job) -> None:
    """Cut a ring with QGIS's own tool; the dock follows the edit before it is saved."""
    desktop = job.desktop
    before = steps.shown(desktop)["figures"]["weight_sum"]
    desktop.eval("config = project.snappingConfig(); config.setEnabled(False); project.setSnappingConfig(config)")
    desktop.eval("iface.setActiveLayer(plugin.areas.layer); plugin.areas.layer.removeSelection()")
    desktop.eval("iface.mainWindow().findChild(QAction, 'mActionAddRing').trigger()")
    desktop.draw_polygon(HOLE)
    desktop.wait("len(plugin.areas.geometry().asMultiPolygon()[0]) == 2")
    assert steps.shown(desktop)["figures"]["weight_sum"] < before


def recompute(job: Job) -> None:
    """The check against the published numbers is told in the message bar."""
    desktop = job.desktop
    desktop.menu("Vector", "Leefbaarometer", steps.action_text(desktop, "recompute"))
    number = job.written(6733, 0)
    shown = "iface.messageBar().currentItem() is not None and iface.messageBar().currentItem().text()"
    told = desktop.wait(f"(text := {shown}) and {number!r} in text and text")
    assert re.findall(r"\d[\d.,]*\d|\d", told)[:2] == [number, job.written(1e-6, 6)], told
    logged = [row["text"] for row in desktop.messages() if row["kind"] == "log" and row["text"].count(number) == 1]
    numbers = [re.findall(r"\d[\d.,]*\d|\d", text) for text in logged]
    (largest,) = [found[1] for found in numbers if len(found) == 4 and found[0] == number and found[2:] == ["0", "0"]]
    assert float(largest.replace(",", ".")) < 1e-6
    job.picture("recomputed")


def save_and_reopen(job: Job) -> Path:
    desktop = job.desktop
    desktop.eval("plugin.areas.layer.commitChanges()")
    state = (
        "[plugin.session.theme.id, plugin.session.year, plugin.session.level, plugin.areas.names(), "
        "plugin.areas.current, plugin.areas.figures().total]"
    )
    steps.choose_theme(desktop, "soc")
    steps.choose_year(desktop, 2018)
    steps.choose_in_map_panel(desktop, "LeefbaarometerLevel", desktop.eval("plugin.dock.bar.levels.itemText(3)"))
    desktop.choose("LeefbaarometerAreaName", desktop.eval("plugin.areas.names()[1]"))
    desktop.wait("plugin.areas.current == 1")
    before = desktop.eval(state)
    project = job.folder / "plan Noord é.qgz"
    desktop.key("ctrl+s")
    desktop.file_dialog(project)
    desktop.wait("not project.isDirty() and project.fileName()")
    with zipfile.ZipFile(project) as archive:
        (document,) = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".qgs")]
    assert '<pack type="QString">./gegevenspakket één</pack>' in document
    assert not re.findall(r"<datasource>/", document)
    desktop.restart(project)
    desktop.wait("plugin.session.pack is not None and plugin.areas.figures() is not None")
    assert desktop.eval(state) == before
    assert desktop.eval("all(l.isValid() for l in project.mapLayers().values())")
    assert len(job.layer_facts()) == 4
    desktop.wait("iface.mainWindow().findChild(QDockWidget, 'Layers').width() >= 240")
    desktop.wait("370 <= plugin.dock.width() <= 400")  # as it was left
    assert not desktop.eval("project.isDirty()")
    job.picture("reopened")
    steps.choose_theme(desktop, "lbm")
    desktop.wait("plugin.session.theme.id == 'lbm'")
    job.check_figures(2018)
    return project


def survive_a_crash(job: Job, project: Path) -> None:
    """Killed straight after the right click that closes an area, with the project unsaved: the area is there."""
    desktop = job.desktop
    file = steps.areas_file(desktop)
    before = steps.stored_areas(file)
    steps.choose_theme(desktop, "lbm")
    steps.draw_area(desktop, LATER)
    desktop.kill()
    assert len(steps.stored_areas(file)) == len(before) + 1
    desktop.restart(project)
    desktop.wait(f"len(plugin.areas.names()) == {len(before) + 1}")
    desktop.choose("LeefbaarometerAreaName", max(steps.stored_areas(file).items())[1])
    steps.choose_theme(desktop, "lbm")
    desktop.wait("plugin.session.theme.id == 'lbm'")
    time.sleep(0.2)
    job.check_figures(2018)
    job.picture("after-a-crash")
