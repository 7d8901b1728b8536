# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of a relation as named outputs of an algorithm; None for no value."""

from __future__ import annotations

import math

from qgis.core import QgsProcessingAlgorithm, QgsProcessingOutputNumber

from ...engine.relations.correlation import Correlation
from ...engine.relations.relation import AmongNeighbours, Relation
from ...translation import tr


def declare_numbers(algorithm: QgsProcessingAlgorithm) -> None:
    """Declare the outputs that `numbers_of` fills."""
    low, high = tr("{name}: lower end of the interval"), tr("{name}: upper end of the interval")
    coefficients = {
        "PEARSON": tr("Pearson"),
        "SPEARMAN": tr("Spearman"),
        "PEARSON_WEIGHTED": tr("Pearson, weighted"),
        "SPEARMAN_WEIGHTED": tr("Spearman, weighted"),
        "TURNING_POINT": tr("Turning point"),
    }
    texts = {"N": tr("Number of areas with both figures"), "N_EFFECTIVE": tr("Effective number of areas (Kish)")}
    for name, label in coefficients.items():
        texts[name] = label
        texts[f"{name}_LOW"], texts[f"{name}_HIGH"] = low.format(name=label), high.format(name=label)
    texts |= {
        "TURNING_POINT_P": tr("Turning point: p-value against a straight line"),
        "SLOPE": tr("Slope of the straight line"),
        "SLOPE_BEFORE": tr("Slope before the turning point"),
        "SLOPE_AFTER": tr("Slope after the turning point"),
        "MORAN_SCORE": tr("Moran's I of the score"),
        "MORAN_SCORE_P": tr("Moran's I of the score: p-value"),
        "MORAN_VALUE": tr("Moran's I of the figure"),
        "MORAN_VALUE_P": tr("Moran's I of the figure: p-value"),
        "LOW_LOW": tr("Share with a low score and a low figure"),
        "LOW_HIGH": tr("Share with a low score and a high figure"),
        "HIGH_LOW": tr("Share with a high score and a low figure"),
        "HIGH_HIGH": tr("Share with a high score and a high figure"),
    }
    texts |= _spatial_texts(coefficients, low, high)
    for name, label in texts.items():
        algorithm.addOutput(QgsProcessingOutputNumber(name, label))


def _spatial_texts(coefficients: dict[str, str], low: str, high: str) -> dict[str, str]:
    """Outputs with p-values, the interval of the slope, and what the areas know among their neighbours."""
    texts = {
        f"{name}_P": tr("{name}: p-value").format(name=label)
        for name, label in coefficients.items()
        if name != "TURNING_POINT"
    }
    slope = tr("Slope of the straight line")
    texts |= {"SLOPE_LOW": low.format(name=slope), "SLOPE_HIGH": high.format(name=slope)}
    texts["N_SPATIAL"] = tr("Effective number of areas among their neighbours (Dutilleul)")
    among = tr("{name}, among neighbours")
    for name, label in (
        ("PEARSON", coefficients["PEARSON"]),
        ("SPEARMAN", coefficients["SPEARMAN"]),
        ("SLOPE", slope),
        ("TURNING_POINT", coefficients["TURNING_POINT"]),
    ):
        said = among.format(name=label)
        texts |= {f"{name}_SPATIAL_LOW": low.format(name=said), f"{name}_SPATIAL_HIGH": high.format(name=said)}
        if name != "SLOPE":
            texts[f"{name}_SPATIAL_P"] = tr("{name}: p-value").format(name=said)
    return texts


def numbers_of(found: Relation) -> dict[str, float | int | None]:
    """The figures by output; shares are fractions from 0 to 1."""
    weighted = found.weighted_pearson
    values: dict[str, float | int | None] = {
        "N": found.n,
        "N_EFFECTIVE": _plain(weighted.effective if weighted is not None else float(found.n)),
    }
    for name, one in (
        ("PEARSON", found.pearson),
        ("SPEARMAN", found.spearman),
        ("PEARSON_WEIGHTED", weighted),
        ("SPEARMAN_WEIGHTED", found.weighted_spearman),
    ):
        values |= _interval(name, one) | {f"{name}_P": _plain(one.p if one else None)}
    point, line = found.turning_point, found.line
    values |= {
        "TURNING_POINT": _plain(point.at if point else None),
        "TURNING_POINT_LOW": _plain(point.low if point else None),
        "TURNING_POINT_HIGH": _plain(point.high if point else None),
        "TURNING_POINT_P": _plain(point.p if point else None),
        "SLOPE": _plain(line.slope if line else None),
        "SLOPE_BEFORE": _plain(point.slope_before if point else None),
        "SLOPE_AFTER": _plain(point.slope_after if point else None),
    }
    values |= _ends("SLOPE", line.interval(found.question.confidence) if line else None)
    values |= _spatial(found.spatial)
    for name, moran in (("MORAN_SCORE", found.moran_score), ("MORAN_VALUE", found.moran_value)):
        values |= {name: _plain(moran.value if moran else None), f"{name}_P": _plain(moran.p if moran else None)}
    shares = found.table.share.ravel().tolist() if found.table is not None else [None] * 4
    names = ("LOW_LOW", "LOW_HIGH", "HIGH_LOW", "HIGH_HIGH")
    return values | {name: _plain(share) for name, share in zip(names, shares, strict=True)}


def _spatial(spatial: AmongNeighbours | None) -> dict[str, float | None]:
    """What the areas know among their neighbours; None where neighbours don't resemble each other in both figures."""
    point = spatial.turning_point if spatial else None
    values = {"N_SPATIAL": _plain(spatial.pearson.effective if spatial else None)}
    for name, one in (("PEARSON", spatial and spatial.pearson), ("SPEARMAN", spatial and spatial.spearman)):
        values |= _ends(f"{name}_SPATIAL", (one.low, one.high) if one else None)
        values[f"{name}_SPATIAL_P"] = _plain(one.p if one else None)
    values |= _ends("SLOPE_SPATIAL", spatial.slope if spatial else None)
    values |= _ends("TURNING_POINT_SPATIAL", (point.low, point.high) if point else None)
    return values | {"TURNING_POINT_SPATIAL_P": _plain(point.p if point else None)}


def _ends(name: str, ends: tuple[float, float] | None) -> dict[str, float | None]:
    low, high = ends or (None, None)
    return {f"{name}_LOW": _plain(low), f"{name}_HIGH": _plain(high)}


def _interval(name: str, one: Correlation | None) -> dict[str, float | None]:
    if one is None:
        return {name: None, f"{name}_LOW": None, f"{name}_HIGH": None}
    return {name: _plain(one.value), f"{name}_LOW": _plain(one.low), f"{name}_HIGH": _plain(one.high)}


def _plain(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None
