# SPDX-License-Identifier: GPL-2.0-or-later
"""The built zip in the real QGIS: it loads without network or right to write, and unloading leaves nothing behind.

QGIS runs on a screen nobody sees (Xvfb), as a user who may not write in the plugin's folder, from a profile whose path
has spaces and accents. What happens inside is in inside_qgis.py.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

NAME = "leefbaar_plugin"
REPOSITORY = Path(__file__).resolve().parents[2]
INSIDE = Path(__file__).with_name("inside_qgis.py")
NOBODY = 65534
SECONDS = 300
MOST_MODULES = 64
"""Modules of ours that QGIS's start waits for, rooms included; with 60 it waits for 0.15 to 0.2 s of processor time."""
INI = """[locale]
overrideFlag=true
userLocale=nl

[qgis]
checkVersion=false
showTips=false
showTips340=false

[core]
httpsfeedqgisorg\\disabled=true

[fonts]
downloadMissingFonts=false

[plugin-manager]
automatically-check-for-updates=false

[app]
projections\\unknownCrsBehavior=NoAction
"""
SHADOW = 'raise ModuleNotFoundError("No module named \'pandas\'", name="pandas")\n'


def as_user() -> dict[str, Any]:
    """Arguments for subprocess: root steps down, since root may write everywhere."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """A display of its own."""
    if shutil.which("Xvfb") is None or shutil.which("qgis") is None:
        pytest.fail("Xvfb or QGIS is missing: run .ci/setup test")
    reading, writing = os.pipe()
    command = [
        "Xvfb",
        "-displayfd",
        str(writing),
        "-screen",
        "0",
        "1366x768x24",
        "-dpi",
        "96",
        "-ac",
        "-nolisten",
        "tcp",
    ]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as number:
            display = number.readline().strip()
        try:
            assert display, "Xvfb doesn't start"
            yield f":{display}"
        finally:
            server.terminate()


def tree(folder: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder, with size and time of change."""
    found = {}
    for path in sorted([folder, *folder.rglob("*")]):
        status = path.lstat()
        found[str(path.relative_to(folder))] = (status.st_size if path.is_file() else 0, status.st_mtime_ns)
    return found


class Place:
    """A home, a profile and an installed plugin, all on paths with spaces and accents; gone afterwards."""

    def __init__(self, built: Path) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="leefbaar-load-"))
        self.root.chmod(0o755)
        self.home = self.root / "Gebruikers map é ü ß"  # no quotes: QGIS itself can't run a script from there
        self.profiles = self.home / "profielen van QGIS"
        self.plugin = self.profiles / "profiles" / "default" / "python" / "plugins" / NAME
        self.data = self.home / "gegevens (kopie) ñ"
        self.result = self.home / "result.json"
        ini = self.profiles / "profiles" / "default" / "QGIS" / "QGIS3.ini"
        for folder in (self.plugin.parent, self.data, ini.parent, self.home / "run"):
            folder.mkdir(parents=True)
        ini.write_text(INI, encoding="utf-8")
        shutil.copy(INSIDE, self.home / INSIDE.name)
        if os.geteuid() == 0:
            for path in [self.home, *self.home.rglob("*")]:
                os.chown(path, NOBODY, NOBODY)
        (self.home / "run").chmod(0o700)
        with zipfile.ZipFile(built) as archive:
            archive.extractall(self.plugin.parent)
        for path in [self.plugin, *self.plugin.rglob("*")]:
            path.chmod(0o555 if path.is_dir() else 0o444)

    def environment(self, **more: str) -> dict[str, str]:
        """Variables for QGIS: this home, this data folder, and nothing of ours from outside."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("LEEFBAAR", "QT_", "QGIS", "XDG"))
        }
        kept.pop("PYTHONDONTWRITEBYTECODE", None)
        return kept | {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "TMPDIR": str(self.home / "run"),  # that of who runs the tests may be closed to others
            "LEEFBAAROMETER_DATA_FOLDER": str(self.data),
            "LIBGL_ALWAYS_SOFTWARE": "1",
            **more,
        }

    def call(self, command: list[str], variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a program as a user who may not write in the plugin's folder."""
        with (self.home / "stdout").open("w+") as out, (self.home / "stderr").open("w+") as problems:
            about: dict[str, Any] = {"env": variables, "cwd": self.home, "stdout": out, "stderr": problems, **as_user()}
            try:
                done = subprocess.run(command, timeout=SECONDS, check=False, **about).returncode
            except subprocess.TimeoutExpired:
                done = -1
        said = ((self.home / name).read_text("utf-8", errors="replace") for name in ("stdout", "stderr"))
        return subprocess.CompletedProcess(command, done, *said)

    def run(self, scenario: str, **more: str) -> dict[str, Any]:
        """What a scenario saw within QGIS."""
        with screen() as display:
            variables = self.environment(
                DISPLAY=display,
                LEEFBAAR_LOAD_SCENARIO=scenario,
                LEEFBAAR_LOAD_RESULT=str(self.result),
                **more,
            )
            command = ["qgis", "--nologo", "--noversioncheck", "--profiles-path", str(self.profiles)]
            command += ["--profile", "default", "--code", str(self.home / INSIDE.name)]
            done = self.call(command, variables)
        said = f"{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
        assert self.result.is_file(), f"QGIS wrote nothing (ended with {done.returncode}):\n{said}"
        seen = json.loads(self.result.read_text("utf-8"))
        seen["returncode"], seen["said"] = done.returncode, said
        return seen

    def remove(self) -> None:
        """Take it all away."""
        for path in [self.plugin, *self.plugin.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        shutil.rmtree(self.root)


@pytest.fixture
def place(built):
    made = Place(built)
    yield made
    made.remove()


@pytest.fixture(scope="module")
def thrice(built):
    """What was seen when the plugin was loaded, used and unloaded three times; the plugin's folder before and after."""
    made = Place(built)
    try:
        before = tree(made.plugin)
        seen = made.run("thrice")
        seen["tree"] = before, tree(made.plugin)
        seen["place"] = str(made.home), str(made.data), str(made.plugin)
        seen["stored"] = sorted(path.name for path in made.data.rglob("*"))
        yield seen
    finally:
        made.remove()


@pytest.fixture(scope="module")
def often(built):
    """What was seen after many loads and unloads."""
    made = Place(built)
    try:
        yield made.run("often")
    finally:
        made.remove()


def test_no_error_and_a_clean_end(thrice):
    assert thrice["errors"] == []
    assert thrice["returncode"] == 0, thrice["said"]
    assert len(thrice["rounds"]) == 3


@pytest.mark.parametrize("number", range(3))
def test_loaded_plugin_is_seen(thrice, number):
    """Without this, equal snapshots would prove nothing."""
    before, loaded = thrice["before"], thrice["rounds"][number]["loaded"]
    assert set(loaded["providers"]) - set(before["providers"]) == {"leefbaarometer"}
    assert set(loaded["docks"]) - set(before["docks"]) == {"LeefbaarometerDock"}
    assert set(loaded["toolbars"]) - set(before["toolbars"]) == {"LeefbaarometerToolBar"}
    assert "submenus" in loaded and loaded["submenus"] == ["Leefbaarometer"]
    functions = {"lbm_score", "lbm_class", "lbm_share", "lbm_class_name", "lbm_few", "lbm_warning", "lbm_year"}
    assert set(loaded["functions"]) - set(before["functions"]) == functions
    for what in ("menus", "actions", "named", "modules"):
        assert len(loaded[what]) > len(before[what]), what
    assert loaded["listeners"]["project: readProject"] > before["listeners"].get("project: readProject", 0)
    assert before["translation"] == "Import data…" != loaded["translation"]


@pytest.mark.parametrize("number", range(2))
def test_what_works_on_data_comes_with_them(thrice, number):
    before, loaded, at_work = (thrice["before"], *(thrice["rounds"][number][name] for name in ("loaded", "at_work")))
    assert loaded["locators"] == before["locators"]
    assert set(at_work["locators"]) - set(before["locators"]) == {"leefbaarometer_areas"}
    assert len(at_work["modules"]) > 2 * len(loaded["modules"])
    assert sum(at_work["listeners"].values()) > sum(loaded["listeners"].values())


@pytest.mark.parametrize("number", range(3))
def test_unloading_leaves_nothing(thrice, number):
    before, after = thrice["before"], thrice["rounds"][number]["after"]
    different = {what: (before[what], after[what]) for what in before if before[what] != after[what]}
    assert different == {}


@pytest.mark.parametrize("number", range(3))
def test_every_registration_is_undone(thrice, number):
    """Drop handlers, option pages, locator filters, docks and menus: what was registered was unregistered."""
    assert thrice["rounds"][number]["unbalanced"] == []
    assert thrice["calls"]["registerCustomDropHandler"] == 3
    assert thrice["calls"]["addDockWidget"] == 3
    assert thrice["calls"]["registerLocatorFilter"] == 3
    assert thrice["calls"]["registerOptionsWidgetFactory"] == 3


def test_start_waits_for_few_modules(thrice):
    """What takes long is read when it is wanted: Processing lists the algorithms without them."""
    for one in thrice["rounds"]:
        libraries = {name.split(".")[0] for name in one["imported"]}
        assert not libraries & {"pandas", "osgeo", "scipy", "matplotlib", "sqlite3", "zipfile", "email", "platform"}
        ours = {name for name in one["imported"] if name.split(".")[0] == NAME}
        assert f"{NAME}.gui.dock" in ours and len(ours) <= MOST_MODULES
        rooms = {".".join(name.split(".")[1:3]) for name in ours}
        assert not rooms & {"gui.area", "gui.change", "gui.compare", "gui.find", "gui.relation", "pack.reading"}
        # QGIS's own book-keeping keeps empty packages from one round to the next
        assert {name for name in rooms if name.startswith("processing")} - {"processing"} == {"processing.announced"}


@pytest.mark.parametrize("what", ["after 20 starts", "after 20 starts with the parts that work on data"])
def test_twenty_times_leave_nothing(often, what):
    assert often["errors"] == [] and often["returncode"] == 0, often["said"]
    before, after = often["before"], often[what]
    assert {name: (before[name], after[name]) for name in before if before[name] != after[name]} == {}
    assert often[f"living {what}"] == []


@pytest.mark.parametrize("number", range(3))
def test_no_object_of_the_plugin_lives_on(thrice, number):
    assert thrice["rounds"][number]["living"] == []
    assert thrice["rounds"][number]["closures"] == []


@pytest.mark.parametrize("number", range(3))
def test_no_connection_at_start_import_or_drawing(thrice, number):
    assert thrice["rounds"][number]["at_start"] == []
    assert thrice["rounds"][number]["at_use"] == []


def test_the_watch_would_have_noticed(thrice):
    noticed = " ".join(thrice["control"])
    assert "Python: socket." in noticed
    assert "QGIS: http://127.0.0.1:9/" in noticed
    assert "beside.txt" in noticed
    assert "refused: PermissionError" in noticed


def test_nothing_is_written_beside_the_plugin(thrice):
    before, after = thrice["tree"]
    assert after == before
    assert thrice["written"] == []


def test_it_works_on_paths_with_spaces_and_accents(thrice):
    home, data, plugin = thrice["place"]
    assert " " in home and not home.isascii()
    assert thrice["plugin_file"] == plugin
    for one in thrice["rounds"][:2]:
        assert one["used"]["squares"] > 10 and 3 < one["used"]["total"] < 5
        assert one["used"]["pack"].startswith(data)
    assert "pack.json" in thrice["stored"]
    assert [name for name in thrice["stored"] if name.startswith("projectgebieden")]


def test_a_closed_pack_is_let_go_at_once(place):
    """Its arrays are mapped; whoever overwrites one that is mapped still takes QGIS down."""
    seen = place.run("closing")
    assert seen["errors"] == [] and seen["returncode"] == 0, seen["said"]
    assert len(seen["tabs"]) > 3 and {"values.npy", "total.npy", "contributions.npy"} <= set(seen["open"])
    assert seen["closed"] == []


def shadow(place: Place) -> str:
    """A folder for PYTHONPATH in which pandas is missing."""
    folder = place.home / "zonder pandas"
    (folder / "pandas").mkdir(parents=True)
    (folder / "pandas" / "__init__.py").write_text(SHADOW)
    (folder / "pandas" / "SHADOW").touch()
    return str(folder)


@pytest.fixture(scope="module")
def lacking(built):
    """What was seen in a QGIS without pandas, with a pack that was made elsewhere."""
    from leefbaar_plugin.pack.importing.importer import import_edition
    from leefbaar_plugin.pack.reading.inspection import inspect

    made = Place(built)
    try:
        pack = made.root / "gedeeld" / "schiedam é"
        pack.parent.mkdir()
        import_edition(inspect([REPOSITORY / "resources" / "demo" / "schiedam"]), pack)
        yield made.run("without_pandas", PYTHONPATH=shadow(made), LEEFBAAR_LOAD_PACK=str(pack))
    finally:
        made.remove()


def test_without_pandas_a_pack_opens_and_measures(lacking):
    assert lacking["errors"] == []
    assert lacking["returncode"] == 0, lacking["said"]
    assert lacking["kind"] == "LeefbaarometerPlugin" and not lacking["loaded"]
    assert 3 < lacking["total"] < 5


def test_importing_says_that_pandas_is_missing(lacking):
    assert "python3-pandas" in lacking["text"] and "Traceback" not in lacking["text"]
    assert lacking["copied"].startswith("Leefbaarometer plugin\nmissing: pandas")
    assert "QGIS 3." in lacking["copied"] and "Python 3." in lacking["copied"]


def test_importing_works_once_pandas_is_there(lacking):
    assert "demo" in lacking["then"] and "schiedam" in lacking["then"]


@pytest.fixture(scope="module")
def incomplete(built):
    """What was seen when a file of the plugin is missing."""
    made = Place(built)
    try:
        made.plugin.chmod(0o755)
        (made.plugin / "settings.py").unlink()
        made.plugin.chmod(0o555)
        yield made.run("incomplete")
    finally:
        made.remove()


def test_missing_part_is_told(incomplete):
    assert incomplete["errors"] == []
    assert incomplete["returncode"] == 0, incomplete["said"]
    assert incomplete["kind"] == "UnavailablePlugin"
    assert "leefbaar_plugin.settings" in incomplete["text"]
    assert incomplete["loaded"]["providers"] == incomplete["before"]["providers"]


def test_diagnostics_are_copied(incomplete):
    assert incomplete["copied"].startswith("Leefbaarometer plugin\nmissing: leefbaar_plugin.settings")
    assert "Traceback" in incomplete["copied"] and "numpy 1." in incomplete["copied"].replace("numpy 2.", "numpy 1.")


def test_stub_unloads_clean(incomplete):
    before, after = incomplete["before"], incomplete["after"]
    assert {what: (before[what], after[what]) for what in before if before[what] != after[what]} == {}
    assert incomplete["message_stays"] == []


def qgis_process(place: Place, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    plugins, profile = str(place.plugin.parent), str(place.profiles)
    headless = {"QT_QPA_PLATFORM": "offscreen", "QGIS_PLUGINPATH": plugins, "QGIS_CUSTOM_CONFIG_PATH": profile}
    return place.call(["qgis_process", *arguments], place.environment(**headless, **more))


def test_qgis_process_finds_the_algorithms(place):
    done = qgis_process(place, "plugins", "enable", NAME)
    assert done.returncode == 0, done.stderr
    done = qgis_process(place, "--json", "list")
    assert done.returncode == 0, done.stderr
    algorithms = json.loads(done.stdout)["providers"]["leefbaarometer"]["algorithms"]
    names = ("importedition", "recomputescores", "aggregateareas", "gridlayer")
    assert {f"leefbaarometer:{name}" for name in names} <= set(algorithms)


def test_qgis_process_says_that_pandas_is_missing(place):
    done = qgis_process(place, "plugins", "enable", NAME)
    assert done.returncode == 0, done.stderr
    data = sorted((REPOSITORY / "resources" / "demo" / "schiedam").glob("*.zip"))
    copies = [Path(shutil.copy(path, place.home)) for path in data]  # that user may not look where we do
    given = [f"--INPUT={path}" for path in copies]
    command = ["run", "leefbaarometer:importedition", *given, f"--PACK={place.home / 'pakket'}"]
    done = qgis_process(place, *command, PYTHONPATH=shadow(place))
    assert done.returncode and "python3-pandas" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (place.home / "pakket").exists()
