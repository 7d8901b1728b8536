# SPDX-License-Identifier: GPL-2.0-or-later
"""Packs, the provider in the registry, and small helpers for the tests that need QGIS."""

from __future__ import annotations

import gc
import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QLocale

from leefbaar_plugin import settings, translation
from leefbaar_plugin.layers.project.ownership import owned
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.pack import open_pack
from leefbaar_plugin.pack.reading.inspection import inspect
from leefbaar_plugin.processing.provider import LeefbaarometerProvider

ROOT = Path(__file__).resolve().parents[2]
SCHIEDAM = ROOT / "resources" / "demo" / "schiedam"
SHARED = ROOT.parent / "shared" / "data"
WATERWEG = SHARED / "demo" / "waterweg"
CBS_FILE = "cbs_vk100_2024_v1.gpkg"


class Recorder(QgsProcessingFeedback):
    """Feedback that keeps what it is told, and cancels itself once the progress passes `cancel_at` (in percent)."""

    def __init__(self, cancel_at: float | None = None):
        super().__init__(False)
        self.cancel_at = cancel_at
        self.warnings: list[str] = []
        self.infos: list[str] = []
        self.progressed: list[float] = []
        self.progressChanged.connect(self._note)

    def _note(self, value):
        self.progressed.append(value)
        if self.cancel_at is not None and value >= self.cancel_at:
            self.cancel()

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def pushInfo(self, info):
        self.infos.append(info)


@pytest.fixture(scope="session", autouse=True)
def _layers_end_before_qgis(qgis_app):
    """An exception raised within an algorithm keeps its frames for ever (sip), and with them layers that were handed
    over; deleted after QGIS they'd crash the end of the run."""
    yield
    gc.collect()
    for one in gc.get_objects():
        if isinstance(one, QgsMapLayer) and not sip.isdeleted(one):
            sip.delete(one)


@pytest.fixture(scope="session")
def schiedam_folder(tmp_path_factory):
    """Folder of the imported demonstration pack."""
    folder = tmp_path_factory.mktemp("packs") / "schiedam"
    return import_edition(inspect([SCHIEDAM]), folder).folder


@pytest.fixture(scope="session")
def schiedam(schiedam_folder):
    """The demonstration pack, opened."""
    return open_pack(schiedam_folder)


@pytest.fixture(scope="session")
def without_counts(tmp_path_factory):
    """Folder of the demonstration pack imported without the CBS squares."""
    folder = tmp_path_factory.mktemp("packs") / "uncounted"
    return import_edition(inspect(sorted(SCHIEDAM.glob("*.zip"))), folder).folder


@pytest.fixture(scope="session")
def waterweg_folder(tmp_path_factory):
    """Folder of the pack of three gemeenten; skips without the shared data."""
    if not WATERWEG.is_dir():
        pytest.skip("needs ../shared/data")
    folder = tmp_path_factory.mktemp("packs") / "waterweg"
    return import_edition(inspect([WATERWEG]), folder).folder


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    """Our provider, registered for the whole run."""
    registry = QgsApplication.processingRegistry()
    found = registry.providerById("leefbaarometer")
    if found is None:
        found = LeefbaarometerProvider()
        assert registry.addProvider(found)
    return found


@pytest.fixture(scope="session")
def _local_data(tmp_path_factory):
    """Where data of the user belong in these tests; not where those of whoever runs them lie."""
    return tmp_path_factory.mktemp("local")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch, _local_data):
    """English class names and default settings, whatever machine this is."""
    monkeypatch.setenv("XDG_DATA_HOME", str(_local_data))
    for name in [name for name in os.environ if name.startswith(settings.ENVIRONMENT_PREFIX)]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(translation, "QLocale", system_of("en_US"))
    translation.language.cache_clear()


@pytest.fixture
def qtbot(qtbot):
    """Keeps what is added alive until it is closed: garbage collected while it paints itself, a widget ends Python."""
    kept, add = [], qtbot.addWidget

    def add_and_keep(widget, **options):
        kept.append(widget)
        add(widget, **options)

    qtbot.addWidget = add_and_keep
    return qtbot


def system_of(name: str) -> type[QLocale]:
    """QLocale on a machine with another locale."""
    return type("Locale", (QLocale,), {"system": staticmethod(lambda: QLocale(name))})


@pytest.fixture
def dutch_numbers():
    """Numbers as a Dutch system writes them."""
    before = QLocale()
    QLocale.setDefault(QLocale("nl_NL"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def project(qgis_new_project):
    """The project of the application, empty before and after."""
    project = QgsProject.instance()
    yield project
    project.clear()


@pytest.fixture
def dutch(monkeypatch):
    """Names out of data files in Dutch."""
    monkeypatch.setattr(translation, "QLocale", system_of("nl_NL"))
    translation.language.cache_clear()


@pytest.fixture
def run(provider):
    """Run an algorithm of ours by `processing.run`, layers as objects and errors as exceptions."""
    import processing

    def run_one(name, feedback=None, **parameters):
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        # as in the desktop, where an invalid geometry stops an algorithm unless it says it can do with it
        context.setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.AbortOnInvalid)
        given = {key: str(value) if isinstance(value, Path) else value for key, value in parameters.items()}
        return processing.run(f"leefbaarometer:{name}", given, feedback=feedback or Recorder(), context=context)

    return run_one


def areas_layer(*wkt: str | None, crs: str = "EPSG:28992", fields: str = "&field=name:string", kind: str = "Polygon"):
    """A memory layer with one feature per WKT, named a1, a2 ...; None for a feature without geometry."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}{fields}", "areas", "memory")
    assert layer.isValid()
    features = []
    for number, text in enumerate(wkt, start=1):
        feature = QgsFeature(layer.fields())
        feature.setAttribute(0, f"a{number}")
        if text is not None:
            feature.setGeometry(QgsGeometry.fromWkt(text))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def official(folder: Path, level: str = "buurt") -> QgsVectorLayer:
    """A layer of official areas of a pack."""
    layer = QgsVectorLayer(f"{folder}/areas.gpkg|layername={level}", level, "ogr")
    assert layer.isValid()
    return layer


def in_crs(layer: QgsVectorLayer, crs: str) -> QgsVectorLayer:
    """A memory copy of a layer, transformed."""
    target = QgsCoordinateReferenceSystem(crs)
    transform = QgsCoordinateTransform(layer.crs(), target, QgsProject.instance())
    wkt = []
    for feature in layer.getFeatures():
        geometry = QgsGeometry(feature.geometry())
        geometry.transform(transform)
        wkt.append(geometry.asWkt(17))
    return areas_layer(*wkt, crs=crs, kind="MultiPolygon")


def is_ours(project: QgsProject, layer: QgsMapLayer) -> bool:
    """Whether the plugin made a layer, and it still shows what the plugin gave it."""
    return any(one.id() == layer.id() for _entry, one in owned(project))


@contextmanager
def full_disk(room: int) -> Iterator[None]:
    """No file can grow beyond `room` bytes, as on a disk that gets full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def rows(layer: QgsVectorLayer) -> list[dict[str, object]]:
    """Attributes of all features, by name; NULL as None."""
    names = layer.fields().names()
    return [
        {name: None if value == NULL else value for name, value in zip(names, feature.attributes())}
        for feature in layer.getFeatures()
    ]
