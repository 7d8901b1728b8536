# SPDX-License-Identifier: GPL-2.0-or-later
"""Algorithms as QGIS lists them at its start: no difference to the algorithms themselves, in either language."""

from __future__ import annotations

import importlib.util
import json
import shutil
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingException

from leefbaar_plugin import translation
from leefbaar_plugin.plugin import LeefbaarometerPlugin
from leefbaar_plugin.processing import announced
from leefbaar_plugin.processing.announced import AnnouncedProvider, are_announced, as_declared
from leefbaar_plugin.processing.provider import ALGORITHMS, LeefbaarometerProvider
from leefbaar_plugin.translation import Translator

from .conftest import system_of

ROOT = Path(__file__).resolve().parents[2]
OF_THE_BASE = {"displayName", "shortHelpString", "initAlgorithm", "createInstance", "processAlgorithm", "icon", "name"}
OF_THE_BASE |= {"svgIconPath"}


def package():
    """The script that makes the package, as a module."""
    spec = importlib.util.spec_from_file_location("ci_package", ROOT / ".ci" / "package.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """The plugin staged as `make package` does it, with the files that announce the algorithms."""
    return package().build(ROOT, tmp_path_factory.mktemp("staged"), zipped=False)


@pytest.fixture
def announce(qgis_app, qgis_processing, made, monkeypatch):
    """Puts the announced provider into the registry, in a language."""
    registry = QgsApplication.processingRegistry()
    monkeypatch.setattr(announced, "resource_path", lambda *parts: made.joinpath("resources", *parts))
    monkeypatch.setattr(
        announced, "read_json", lambda *parts: json.loads(made.joinpath("resources", *parts).read_text("utf-8"))
    )
    translator, added = Translator(), []

    def begin(language: str) -> AnnouncedProvider:
        if language != "en":
            monkeypatch.setattr(translation, "QLocale", system_of(language))
            compiled = made / "i18n" / f"leefbaar_plugin_{language}.qm"
            monkeypatch.setattr(translation, "translation_file", lambda _locale: compiled)
            assert translator.install()
        added.append(Listed())
        assert registry.addProvider(added[0])
        return added[0]

    yield begin
    translator.remove()
    for one in added:
        assert registry.removeProvider(one)


class Listed(AnnouncedProvider):
    """The announced provider beside the real one."""

    def id(self) -> str:
        return "announced"


def plain(value):
    return json.loads(json.dumps(value, default=lambda one: None if str(one) == "NULL" else int(one), sort_keys=True))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_all_are_listed_as_they_are(announce, language):
    """Names, groups, tips, tags, flags, parameters with their defaults, outputs: all that QGIS asks of its list."""
    found = {algorithm.name(): algorithm for algorithm in announce(language).algorithms()}
    assert sorted(found) == sorted(kind.id_ for kind in ALGORITHMS)
    for kind in ALGORITHMS:
        real, told = kind().create(), found[kind.id_]
        here, there = plain(as_declared(told)), plain(as_declared(real))
        assert (here.pop("class"), there.pop("class")) == ("AnnouncedAlgorithm", kind.__name__)
        assert (here.pop("module"), there.pop("module")) == (
            "announced",
            kind.__module__.removeprefix("leefbaar_plugin.processing."),
        )
        assert here == there and here["parameters"], kind.id_
        assert told.id() == f"announced:{kind.id_}" and told.helpUrl() == real.helpUrl()
        assert told.countVisibleParameters() == real.countVisibleParameters() > 0
        assert told.hasHtmlOutputs() == real.hasHtmlOutputs()
        scripts = [[one.asScriptCode() for one in about.parameterDefinitions()] for about in (told, real)]
        assert scripts[0] == scripts[1]
        kinds = [[type(one) for one in about.outputDefinitions()] for about in (told, real)]
        assert kinds[0] == kinds[1]


def test_dutch_is_dutch(announce):
    assert "Cijfers van gebieden" in {algorithm.displayName() for algorithm in announce("nl").algorithms()}


def test_no_algorithm_answers_what_the_list_doesnt_know():
    """Where this fails: an algorithm overrides something else of QGIS's; let `AnnouncedAlgorithm` answer that, too."""
    asked = {"group", "groupId", "tags", "flags", "shortDescription", "helpUrl", "helpString", "canExecute"}
    asked |= {"asPythonCommand", "supportInPlaceEdit", "validateInputCrs", "provider"}
    for kind in ALGORITHMS:
        own = {name for one in kind.__mro__ if issubclass(one, QgsProcessingAlgorithm) for name in vars(one)}
        of_qgis = set(vars(QgsProcessingAlgorithm))
        theirs = {name for one in kind.__mro__[: kind.__mro__.index(QgsProcessingAlgorithm)] for name in vars(one)}
        known = set(vars(announced.AnnouncedAlgorithm))
        assert own >= of_qgis and not (theirs & asked) - known, kind.id_


@pytest.mark.parametrize("language", ["en", "nl"])
def test_what_is_made_is_the_algorithm_itself(announce, language):
    announce(language)
    registry = QgsApplication.processingRegistry()
    for kind in ALGORITHMS:
        made_now = registry.createAlgorithmById(f"announced:{kind.id_}")
        assert type(made_now) is kind and made_now.provider().id() == "announced"
        listed = registry.algorithmById(f"announced:{kind.id_}")
        assert listed.shortHelpString() == made_now.shortHelpString() != ""
        assert not listed.icon().isNull()


def test_it_runs_by_name_in_a_model_and_its_help_is_printed(announce, schiedam_folder, capsys):
    import processing
    from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingModelChildAlgorithm

    announce("en")
    told = processing.run("announced:recomputescores", {"PACK": str(schiedam_folder), "OUTPUT": "TEMPORARY_OUTPUT"})
    assert told["SQUARES"] == 765 and told["CLASS_DIFFERENCES"] == 0
    child = QgsProcessingModelChildAlgorithm("announced:recomputescores")
    assert type(child.algorithm()).__name__ == "RecomputeScores"
    model = QgsProcessingModelAlgorithm("m", "g")
    model.addChildAlgorithm(child)
    assert model.canExecute()[0]
    processing.algorithmHelp("announced:recomputescores")
    printed = capsys.readouterr().out
    assert "PACK: Data pack (folder)" in printed and "CLASS_DIFFERENCES" in printed


def test_an_algorithm_that_cant_be_imported_says_why(announce, monkeypatch):
    def gone(*_arguments):
        raise ModuleNotFoundError("No module named 'osgeo'", name="osgeo")

    one = announce("en").algorithms()[0]
    monkeypatch.setattr(announced.importlib, "import_module", gone)
    with pytest.raises(QgsProcessingException, match="the Python library osgeo, which this QGIS lacks"):
        one.createInstance()


def test_who_gets_which_list(announce, monkeypatch):
    """`qgis_process` has no interface; the sources have no files."""
    assert are_announced()
    assert type(LeefbaarometerPlugin(object())._provider()) is AnnouncedProvider
    assert type(LeefbaarometerPlugin(None)._provider()) is LeefbaarometerProvider
    monkeypatch.setattr(announced, "resource_path", lambda *_parts: Path("/nowhere"))
    assert not are_announced()
    assert type(LeefbaarometerPlugin(object())._provider()) is LeefbaarometerProvider


def test_the_files_are_made_anew_when_the_sources_differ(tmp_path):
    root, output = tmp_path / "root", tmp_path / "output"
    for name in ("leefbaar_plugin", "resources/model", "resources/rules", "resources/icons"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    tool = package()
    first = tool.declared_algorithms(root, [], output)
    assert [path.name for path in first] == ["en.json"] and tool.declared_algorithms(root, [], output) == first
    source = root / "leefbaar_plugin" / "processing" / "areas" / "rings.py"
    source.write_text(source.read_text("utf-8").replace('id_ = "rings"', 'id_ = "circles"'), "utf-8")
    second = tool.declared_algorithms(root, [], output)
    assert '"name": "circles"' in second[0].read_text("utf-8") and not first[0].exists()
    source.write_text("broken", "utf-8")
    with pytest.raises(tool.PackageError, match="NameError"):
        tool.declared_algorithms(root, [], output)
    assert list((output / "algorithms").iterdir()) == []
