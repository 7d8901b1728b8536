# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer that gets another style while a map is drawn, as by clicking on through themes and years."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.package.test_conventions import MODULES, place

RESTYLE = """
import sys, time
from qgis.core import *
from qgis.PyQt.QtCore import QSize
from leefbaar_plugin.layers.styles import THIN_OUTLINE, ClassStyle, fill_classes
application = QgsApplication([], False)
application.initQgis()
layer = QgsVectorLayer("Polygon?crs=EPSG:28992&field=class:integer&field=n:double", "areas", "memory")
features = []
for at in range(40):
    feature = QgsFeature(layer.fields())
    feature.setAttributes([at % 9 + 1, float(at)])
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(at * 100, 0, at * 100 + 100, 100)))
    features.append(feature)
layer.dataProvider().addFeatures(features)
layer.updateExtents()
classes = [ClassStyle(number, str(number), f"#{number * 20:02x}8080") for number in range(1, 10)]
def restyle():
    fill_classes(layer, classes, '"class"', THIN_OUTLINE, '"n" < 5', "few")
restyle()
read = QgsMapLayerStyle()
read.readFromLayer(layer)
settings = QgsMapSettings()
settings.setLayers([layer])
settings.setOutputSize(QSize(100, 20))
settings.setExtent(layer.extent())
settings.setDestinationCrs(layer.crs())
maps, end = 0, time.monotonic() + 4
while time.monotonic() < end:
    if sys.argv[1] == "read":
        read.writeToLayer(layer)
    job = QgsMapRendererParallelJob(settings) if maps % 2 else QgsMapRendererSequentialJob(settings)
    job.start()
    for _time in range(1 if sys.argv[1] == "read" else maps % 4):
        restyle()
    job.waitForFinished()
    maps += 1
print("maps", maps)
"""


@pytest.mark.parametrize("style", ["made", "read"])
def test_a_style_replaced_while_it_is_drawn_does_not_end_qgis(style):
    """Ours, and one that was read from a project: without `lasting`, QGIS ended within two seconds."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", RESTYLE, style], capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout.split()[-1]) > 40


def test_symbols_have_no_other_expressions():
    """Items of a layout are filled in on the main thread."""
    found = [place(path) for path in MODULES if "QgsProperty.fromExpression(" in path.read_text("utf-8")]
    assert sorted(found) == ["leefbaar_plugin/layers/styles.py", "leefbaar_plugin/report/printing/pages.py"]
