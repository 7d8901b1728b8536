# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of the drawn areas of `make demo`: as a CSV file, and as a table on the terminal."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from qgis.core import NULL, QgsVectorLayer

_SCORES = ("afw", "fys", "onv", "soc", "vrz", "won")
_UNFAVOURABLE = range(1, 5)
_FEW = 10
"""Dwellings below which a figure is marked; the plugin's own default."""


def notes(pack: Any) -> list[tuple[str, str]]:
    """What every output says about itself: (column, text)."""
    model, label = pack.model, pack.info["demonstration"]
    return [
        ("edition", pack.edition),
        ("data", label["nl"]),
        ("source", model.source_line["nl"].format(edition=pack.edition) + " (CC0); CBS (CC BY 4.0)"),
        ("caveat", model.caveat["nl"]),
    ]


def write_csv(layer: QgsVectorLayer, target: Path, about: list[tuple[str, str]]) -> None:
    """The figures of the areas as Dutch Excel opens them: semicolon, decimal comma, BOM; no value stays empty."""

    def text(value: Any) -> str:
        if value == NULL:
            return ""
        if isinstance(value, bool):
            return "ja" if value else "nee"
        return repr(value).replace(".", ",") if isinstance(value, float) else str(value)

    columns = [name for name in layer.fields().names() if name != "fid"]
    with target.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(columns + [name for name, _ in about])
        for feature in layer.getFeatures():
            writer.writerow([text(feature[name]) for name in columns] + [value for _, value in about])


def print_areas(layer: QgsVectorLayer) -> None:
    """The table of the drawn areas."""
    head = ("area", "score", "class", "deviation", *_SCORES[1:], "zwak or lower", "squares", "dwellings", "covered")
    rows = [head]
    for feature in layer.getFeatures():
        if feature["lbm"] == NULL:
            rows.append((feature["name"], *("–" for _ in head[1:])))
            continue
        unfavourable = sum(feature[f"share_{number}"] for number in _UNFAVOURABLE)
        mark = "" if feature["class_certain"] else " (?)"
        rows.append(
            (
                feature["name"],
                f"{feature['lbm']:.2f}",
                f"{feature['class']} · {feature['class_name']}{mark}",
                *(f"{feature[score]:+.2f}".replace("-0.00", "+0.00") for score in _SCORES),
                f"{unfavourable:.1%}",
                f"{feature['squares']}",
                f"{feature['weight_sum']:,.0f}{'' if feature['weight_sum'] >= _FEW else ' (few)'}",
                f"{feature['covered']:.1%}",
            )
        )
    widths = [max(len(row[at]) for row in rows) for at in range(len(head))]
    left = {0, 2}
    print()
    for number, row in enumerate(rows):
        cells = [
            cell.ljust(width) if at in left else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
