# SPDX-License-Identifier: GPL-2.0-or-later
"""Where our group first goes in the layer tree: below the user's own layers, above base maps."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsLayerTreeGroup, QgsProject, QgsRasterLayer, QgsVectorLayer

from leefbaar_plugin.layers import tree
from leefbaar_plugin.layers.project import found_layer

from .conftest import areas_layer

AREA = "POLYGON((86000 436000, 88000 436000, 88000 438000, 86000 438000, 86000 436000))"


def base_map(folder, name):
    path = folder / f"{name}.tif"
    made = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4)
    made.SetGeoTransform((80000, 5000, 0, 440000, 0, -5000))
    made.GetRasterBand(1).WriteArray(np.ones((4, 4), np.uint8))
    made = None
    return QgsRasterLayer(str(path), name)


def fill(group, content, folder):
    """Layers in a group as `content` tells: "v…" a polygon layer, "t…" a table, "r…" a base map, a tuple for a group.

    A name that ends in "-" is switched off.
    """
    for entry in content:
        if isinstance(entry, tuple):
            inner = group.addGroup(entry[0])
            if entry[0].startswith("exclusive"):
                inner.setIsMutuallyExclusive(True)
            fill(inner, entry[1:], folder)
            continue
        if entry.startswith("r"):
            layer = base_map(folder, entry)
        elif entry.startswith("t"):
            layer = QgsVectorLayer("NoGeometry?field=name:string", entry, "memory")
        else:
            layer = areas_layer(AREA)
            layer.setName(entry)
        QgsProject.instance().addMapLayer(layer, False)
        group.addLayer(layer).setItemVisibilityChecked(not entry.endswith("-"))


def names(group):
    """The tree as it was told, ours as "*"."""
    found = []
    for node in group.children():
        if node == tree.our_group(QgsProject.instance()):
            found.append("*")
        elif isinstance(node, QgsLayerTreeGroup):
            found.append((node.name(), *names(node)))
        else:
            found.append(node.name())
    return found


@pytest.mark.parametrize(
    "expected",
    [
        ["*"],
        ["v1", "v2", "*"],
        ["*", "r1"],
        ["v1", "*", "r1", "r2"],
        ["v1", "*", "r1-", "r2"],
        ["v1", "r1-", "v2", "*", "r2"],
        ["v1", "*", "r1", "v2", "r2"],
        [("plan", "v1", "v2"), "v3", "*", ("ground", "r1", "r2")],
        [("all", "v1", "*", "r1")],
        [("all", ("deep", "v1"), "*", ("deeper", "r1"))],
        ["v1", "*", ("exclusive", "v2", "r1")],
        ["v1", "*", "r1", "t1"],
        ["t1", "*", "r1", "t2"],
        [("empty",), "v1", "*"],
    ],
    ids=str,
)
def test_below_the_users_layers_and_above_base_maps(project, schiedam, tmp_path, expected):
    def without(entries):
        return tuple(without(one) if isinstance(one, tuple) else one for one in entries if one != "*")

    fill(project.layerTreeRoot(), without(expected), tmp_path)
    assert names(project.layerTreeRoot()) == list(without(expected))
    tree.add_pack(project, schiedam)
    assert names(project.layerTreeRoot()) == expected


def test_where_the_user_put_it_it_stays(project, schiedam, tmp_path):
    fill(project.layerTreeRoot(), ("v1", "r1"), tmp_path)
    tree.add_pack(project, schiedam)
    root, ours = project.layerTreeRoot(), tree.our_group(project)
    root.insertChildNode(0, ours.clone())
    root.removeChildNode(ours)
    tree.add_pack(project, schiedam)
    assert names(root) == ["*", "v1", "r1"]


def test_a_result_goes_right_above_our_group(project, schiedam, tmp_path):
    fill(project.layerTreeRoot(), ("v1", "r1"), tmp_path)
    tree.add_pack(project, schiedam)
    result = areas_layer(AREA)
    result.setName("result")
    found_layer.add_to_project(project, result)
    assert names(project.layerTreeRoot()) == ["v1", "result", "*", "r1"]
    tree.remove_pack(project)
    other = areas_layer(AREA)
    other.setName("other")
    found_layer.add_to_project(project, other)
    assert names(project.layerTreeRoot()) == ["v1", "result", "other", "r1"]
