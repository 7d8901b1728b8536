# SPDX-License-Identifier: GPL-2.0-or-later
"""Text from files is text: with hostile names everywhere, every widget shows them whole and reads none of them.

The whole plugin in a window: pages, dialogs, menus, tips, messages, search box, map tips, layers.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeedback,
    QgsLayerTreeModel,
    QgsLocatorContext,
    QgsLocatorModel,
    QgsProject,
    QgsSettings,
    QgsTemporalNavigationObject,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QComboBox, QMainWindow, QMenu, QPushButton, QTextBrowser, QWidget

from leefbaar_plugin.engine.errors import InputError
from leefbaar_plugin.gui.citizens.options import OptionsPage
from leefbaar_plugin.layers import tree
from leefbaar_plugin.pack.files.resources import read_json
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.plugin import LeefbaarometerPlugin

from .conftest import SCHIEDAM, areas_layer
from .hostile import (
    BEGIN,
    END,
    ENDLESS,
    EVERYTHING,
    KINDS,
    as_seen,
    mangled,
    name_of,
    rendered,
    texts_of,
    texts_of_model,
)
from .test_areas_tools import square

CARD = len(KINDS)
"""Areas and buurten that bear a hostile name, one of each kind."""
FOLDER = f"{BEGIN}<b & {{0}}{END}"
"""What a folder can be called at worst on any file system."""
WHO = (
    "label rule sourceline layer column cell told gemeente "
    + " ".join(f"{who}{number}" for who in ("area", "buurt") for number in range(CARD))
).split()


class Iface(QObject):
    """As much of QGIS's interface as the plugin uses, with real widgets."""

    initializationCompleted = pyqtSignal()  # noqa: N815  as in QGIS

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.window.resize(1366, 768)
        self.bar = QgsMessageBar(self.window)
        self.canvas = QgsMapCanvas(self.window)
        self.canvas.setTemporalController(QgsTemporalNavigationObject(self.canvas))
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
        self.window.setCentralWidget(self.canvas)
        self.menu = QMenu(self.window)
        self.active = None
        self.filters = []
        self.add_feature, self.select = QAction(self.window), QAction(self.window)

    def mainWindow(self):
        return self.window

    def messageBar(self):
        return self.bar

    def mapCanvas(self):
        return self.canvas

    def activeLayer(self):
        return self.active

    def setActiveLayer(self, layer):
        self.active = layer

    def actionAddFeature(self):
        return self.add_feature

    def actionSelect(self):
        return self.select

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def addToolBar(self, name):
        return self.window.addToolBar(name)

    def addPluginToVectorMenu(self, _name, action):
        self.menu.addAction(action)

    def removePluginVectorMenu(self, _name, action):
        self.menu.removeAction(action)

    def registerLocatorFilter(self, made):
        self.filters.append(made)

    def deregisterLocatorFilter(self, made):
        self.filters.remove(made)

    def __getattr__(self, name):
        if name.startswith(("register", "unregister", "locatorSearch", "showOptions")):
            return lambda *_values: True
        raise AttributeError(name)


def hostile_files(folder: Path, kind: str) -> list[Path]:
    """The demonstration files with hostile names of gemeente and buurten, in a folder that has one as well."""
    outer = folder / FOLDER
    outer.mkdir()
    made = [Path(shutil.copy(path, outer)) for path in SCHIEDAM.iterdir() if path.suffix == ".gpkg"]
    for archive in SCHIEDAM.glob("*.zip"):
        made.append(outer / archive.name)
        with zipfile.ZipFile(archive) as source, zipfile.ZipFile(made[-1], "w", zipfile.ZIP_DEFLATED) as target:
            for member in source.namelist():
                target.writestr(member, renamed(source.read(member), member, kind, folder))
    made.append(outer / "demonstration.json")
    made[-1].write_text(json.dumps(dict.fromkeys(("nl", "en"), name_of(kind, "label"))), encoding="utf-8")
    return made


def renamed(content: bytes, member: str, kind: str, folder: Path) -> bytes:
    """A table or GeoPackage with hostile names of the gemeente and of the first buurten; another file as it is."""
    level = next((one for one in ("gemeente", "buurt") if one in Path(member).name), None)
    names: dict[str, str] = {}

    def name(code: str, before: str) -> str:
        known = len(names)
        if code not in names and known < (CARD if level == "buurt" else 1):
            names[code] = name_of(kind, f"buurt{known}" if level == "buurt" else level)
        return names.get(code, before)

    if level is not None and member.endswith(".csv") and "MACOSX" not in member:
        rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
        for row in rows[1:]:
            row[1] = name(row[0], row[1])
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\n").writerows(rows)
        return text.getvalue().encode()
    if level is not None and member.endswith(".gpkg"):
        path = folder / "geometry.gpkg"
        path.write_bytes(content)
        dataset = ogr.Open(str(path), 1)
        layer = dataset.GetLayer(0)
        for feature in layer:
            feature.SetField(1, name(feature.GetField(0), feature.GetField(1)))
            layer.SetFeature(feature)
        dataset = layer = None
        return path.read_bytes()
    return content


def hostile_rule(kind: str) -> str:
    """A rule of the user's with hostile texts, as JSON."""
    document = json.loads(json.dumps(read_json("rules", "onvoldoende_buurt.json")))
    document["id"] = "own_hostile"
    texts = dict.fromkeys(("nl", "en"), name_of(kind, "rule"))
    as_template = {key: text.replace("{", "{{").replace("}", "}}") for key, text in texts.items()}
    short = dict.fromkeys(texts, short_rule(kind))
    document["title"] = short
    if kind != ENDLESS:  # longer than a rule's texts may be
        document["note"] = document["source"] = texts
        document["text"] = as_template
        document["conditions"][0]["text"] = {key: text + " {value}" for key, text in as_template.items()}
    for parameter in document["parameters"]:
        parameter["label"], parameter["source"] = short, short
    return json.dumps(document)


def short_rule(kind: str) -> str:
    """A hostile title of a rule, which has a limit."""
    return BEGIN + "rule" + (KINDS["image"] if kind == ENDLESS else "{0} <b & " + KINDS["image"]) + END


class Rig:
    """The plugin, with everything named by one kind of hostile name."""

    def __init__(self, kind, files, pack, folder, qtbot):
        self.kind, self.files, self.pack, self.folder, self.qtbot = kind, files, pack, folder, qtbot
        self.project = QgsProject.instance()
        self.names = [FOLDER, *(name_of(kind, who) for who in WHO), short_rule(kind)]
        self.project.writeEntry("leefbaarometer", "rules", [hostile_rule(kind)])
        self.iface = Iface()
        self.plugin = LeefbaarometerPlugin(self.iface)
        self.plugin.initGui()
        self.iface.window.show()
        self.plugin.dock.show()

    def open(self):
        """Open the pack, all its levels."""
        with self.qtbot.waitSignal(self.plugin.opening.opened, timeout=60_000):
            self.plugin.opening.open_pack(self.pack)
        self.settle()

    def name(self, who):
        """The hostile name of something."""
        return name_of(self.kind, who)

    def settle(self):
        """Wait until all work is done, and what it leads to."""
        for pause in (20, 120, 20):
            self.qtbot.wait(pause)
            self.qtbot.waitUntil(lambda: not self.plugin.background._running, timeout=60_000)

    def turn(self, page):
        """Turn to a page of the dock."""
        tabs = self.plugin.dock.tabs
        (at,) = [at for at in range(tabs.count()) if tabs.widget(at).objectName() == f"LeefbaarometerPage_{page}"]
        tabs.setCurrentIndex(at)
        self.settle()

    def find(self, name, kind=QWidget):
        """A widget of the window by its name."""
        found = self.iface.window.findChild(kind, f"Leefbaarometer{name}")
        assert found is not None, name
        return found

    def choose(self, name, data):
        """Choose an entry of a list by its data, as the user does."""
        combo = self.find(name, QComboBox)
        combo.setCurrentIndex(combo.findData(data))
        combo.activated.emit(combo.currentIndex())
        self.settle()

    def shown(self, *dialogs):
        """Everything that is shown or told, with where."""
        for widget in widgets_of(self.iface.window, *dialogs):
            for what, text in texts_of(widget):
                if text:
                    yield f"{type(widget).__name__} {widget.objectName()} {what}", text

    def look(self, *dialogs):
        """Look at every widget, and return all that is shown; nothing may be mangled."""
        found = list(self.shown(*dialogs))
        problems = [f"{where}: {one}" for where, text in found for one in mangled(text, self.names)]
        assert problems == [], "\n".join(dict.fromkeys(problems))
        return [text for _where, text in found]


def widgets_of(*tops: QWidget):
    for top in tops:
        yield top
        yield from top.findChildren(QWidget)


def has(texts, name):
    """Whether a name is shown whole somewhere."""
    wanted = as_seen(name)
    return any(wanted in as_seen(text) for text in texts)


@pytest.fixture(scope="module", params=[EVERYTHING, ENDLESS])
def made(request, tmp_path_factory):
    """What names are like, the files with such names, and the pack that was imported from them."""
    folder = tmp_path_factory.mktemp("hostile")
    files = hostile_files(folder, request.param)
    return request.param, files, import_edition(inspect([str(path) for path in files]), folder / FOLDER / "pack").folder


@pytest.fixture
def rig(qgis_new_project, made, tmp_path, monkeypatch, qtbot):
    kind = made[0]
    QgsSettings().remove("leefbaarometer")  # packs that other tests opened
    monkeypatch.setenv("LEEFBAAROMETER_DATA_FOLDER", str(tmp_path / "data"))
    monkeypatch.setenv("LEEFBAAROMETER_SOURCE_LINE", name_of(kind, "sourceline"))
    rig = Rig(*made, tmp_path, qtbot)
    yield rig
    rig.settle()
    rig.plugin.unload()
    rig.iface.window.close()
    rig.iface.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QgsProject.instance().clear()


def with_areas(rig):
    rig.open()
    names = [rig.name(f"area{number}") for number in range(CARD)]
    rig.plugin.areas.add([(name, square(250 * number, 500, 900)) for number, name in enumerate(names)])
    rig.settle()
    return names


def test_pages(rig):
    """Areas, buurten, gemeente and data with hostile names, on the pages of areas, comparison and change."""
    names = with_areas(rig)
    seen = rig.look()
    assert all(has(seen, name) for name in names)
    assert has(seen, rig.name("gemeente")), "the gemeente is what areas are compared with"
    rig.find("How").click()
    rig.turn("compare")
    assert all(has(rig.look(), name) for name in names)
    rig.turn("change")
    subject = rig.find("ChangeSubject", QComboBox)
    for data in [subject.itemData(at) for at in range(subject.count())]:
        rig.choose("ChangeSubject", data)
        seen += rig.look()
    assert has(seen, rig.name("buurt0")) and has(seen, rig.name("label"))
    width = rig.plugin.dock.minimumSizeHint().width()
    assert width <= 380, f"a name makes the dock {width} wide"


def test_rules(rig):
    """A rule of the user's with hostile title, text, labels and sources: chosen, changed, searched with, kept."""
    with_areas(rig)
    rig.turn("find")
    rig.choose("FindRule", "own_hostile")
    rig.find("FindValues").click()
    rig.choose("FindLevel", "buurt")
    rig.choose("FindStates", rig.find("FindStates", QComboBox).itemData(rig.find("FindStates", QComboBox).count() - 1))
    seen = rig.look()
    rule = short_rule(rig.kind)
    assert has(seen, rule) and has(seen, rig.name("buurt0"))
    rig.choose("FindLevel", "areas")
    assert has(rig.look(), rig.name("area0"))
    rig.find("FindLayer").click()
    rig.settle()
    (made,) = [one for one in rig.project.mapLayers().values() if "layername=gevonden" in one.source()]
    about = rendered(made.metadata().abstract())  # QGIS takes an abstract for HTML
    assert has([made.name()], rule) and not mangled(about, rig.names) and has([about], rig.name("sourceline"))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(made))
    feature = next(made.getFeatures())
    context.setFeature(feature)
    card = rendered(QgsExpression.replaceExpressionText(made.mapTipTemplate(), context))
    assert has([card], feature["name"]) and not mangled(card, rig.names)
    rig.names.append(Path(made.source().split("|")[0]).name)  # a name for a file, made of it
    page = rig.find("FindRule").parent()
    page._book.save_as("own_hostile", "<b>kept {0}")
    page._book.delete("own_hostile")
    page.deleted.emit(page._book.rules()["onvoldoende_buurt"])
    rig.settle()
    rig.look()


def test_tables(rig):
    """A table of the user's whose file and column have hostile names, beside a layer that has."""
    rig.open()
    layer = areas_layer("POLYGON((86000 436000, 87000 436000, 87000 437000, 86000 436000))")
    layer.setName(rig.name("layer"))
    rig.project.addMapLayer(layer)
    buurten = list(tree.our_layers(rig.project)["buurt"].getFeatures())
    path = rig.folder / f"{FOLDER}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["buurtcode", rig.name("column"), rig.name("cell")])
        for number, buurt in enumerate(buurten):
            rows.writerow([buurt["code"], number * 7 % 50, rig.name("cell")])
        rows.writerow(["BU09990000", 3, rig.name("cell")])
    rig.turn("relate")
    controls = rig.find("RelationSource", QComboBox).parent()
    controls.take_file(path)
    rig.settle()
    seen = rig.look()
    assert has(seen, rig.name("column")) and has(seen, FOLDER)
    controls.list_sources(None)
    assert has(
        [text for _what, text in texts_of_model(rig.find("RelationSource", QComboBox).model())], rig.name("layer")
    )
    rig.choose("RelationSource", layer.id())
    rig.look()


def test_dialogs(rig):
    """Combining, surroundings, importing, the list of packs, options."""
    names = with_areas(rig)
    dialogs = rig.plugin.area_dialogs
    dialogs.open_combine()
    rig.settle()
    seen = rig.look(dialogs._combine)
    assert has(seen, rig.name("buurt0"))
    dialogs.open_surroundings()
    rig.settle()
    assert has(rig.look(dialogs._surroundings), names[-1])
    rig.plugin.opening.open_import([str(path) for path in rig.files])
    rig.settle()
    seen = rig.look(rig.plugin.opening.dialog)
    assert has(seen, FOLDER) and has(seen, rig.name("gemeente")) and has(seen, rig.name("label"))
    rig.plugin.opening.choose_pack()
    rig.settle()
    assert has(rig.look(rig.plugin.opening.packs_dialog), FOLDER)
    options = OptionsPage(rig.plugin.session, rig.iface.window)
    assert has(rig.look(options), rig.name("sourceline"))
    for dialog in (dialogs._combine, dialogs._surroundings, rig.plugin.opening.dialog):
        assert dialog.minimumSizeHint().width() < 1000, "a name makes a dialog wider than a screen"


def test_messages_and_log(rig):
    """What is told has the whole name, with its button; the log keeps it letter by letter."""
    logged = []
    QgsApplication.messageLog().messageReceived.connect(lambda text, tag, _level: logged.append(text))
    names = with_areas(rig)
    rig.plugin.areas.delete_current()
    rig.plugin.messages.warn(f"{rig.name('told')} &amp; <i>more</i>")
    problem = InputError("{file} can't be read: {problem}.", file=rig.name("layer"), problem=rig.name("cell"))
    rig.plugin.messages.error(problem)
    layer = areas_layer("POLYGON((86000 436000, 87000 436000, 87000 437000, 86000 436000))")
    layer.setName(rig.name("column"))
    rig.project.addMapLayer(layer)
    rig.iface.active = layer
    rig.plugin.workbench.ways.take_selected()
    bar = [browser.toPlainText() for browser in rig.iface.bar.findChildren(QTextBrowser)]
    log = [rendered(text) for text in logged]
    whole = () if rig.kind == ENDLESS else (rig.name("layer"), rig.name("cell"))  # errors shorten what has no end
    for name in (names[-1], rig.name("told"), rig.name("column"), *whole):
        assert has(bar, name) and has(log, name), name
    assert has(bar, "&amp; <i>more</i>") and all(not mangled(text, rig.names) for text in bar)
    undo = [one for item in rig.iface.bar.items() for one in item.findChildren(QPushButton) if one.text() == "Undo"]
    undo[0].click()
    assert names[-1] in rig.plugin.areas.names().values()


def test_search_box(rig):
    """Results have the names as they are; the model of the search box shows them so."""
    with_areas(rig)
    (made,) = rig.iface.filters
    found = []
    clone = made.clone()
    clone.prepare("", QgsLocatorContext())
    clone.resultFetched.connect(found.append)
    for word in ("Qqarea0", "Qqbuurt0", "Qqgemeente"):
        clone.fetchResults(word, QgsLocatorContext(), QgsFeedback())
    shown = [one.displayString for one in found]
    assert has(shown, rig.name("area0")) and has(shown, rig.name("buurt0")) and has(shown, rig.name("gemeente"))
    model = QgsLocatorModel()
    for one in found:
        one.filter = made
        model.addResult(one)
    assert not any(mangled(text, rig.names) for _what, text in texts_of_model(model))


def test_layers(rig):
    """Map tips read nothing of a name; titles in the tree and legend are the names."""
    rig.open()
    cards = []
    for layer in tree.our_layers(rig.project).values():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        for feature in layer.getFeatures():
            context.setFeature(feature)
            cards.append(rendered(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)))
    assert not any(mangled(card, rig.names) for card in cards)
    assert has(cards, rig.name("buurt0")) and has(cards, rig.name("gemeente"))
    model = QgsLayerTreeModel(rig.project.layerTreeRoot())
    texts = [text for _what, text in texts_of_model(model)]
    assert has(texts, rig.name("label")) and not any(mangled(text, rig.names) for text in texts)
    rig.plugin.maps.open_second_map()
    rig.settle()
    rig.look()
