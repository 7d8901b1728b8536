# SPDX-License-Identifier: GPL-2.0-or-later
"""Values out of the outputs of algorithms, by name."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from tests.letters.figure import BEFORE, PLACE, YEAR, Answer
from tests.letters.reckoning import Values


def groups(column: str, *more: str) -> Callable[[Answer], Values]:
    """Values of a table with a row per group and year, called "group year"."""

    def read(answer: Answer) -> Values:
        return {f"{row['group']} {row['year']}": sum(row[name] for name in (column, *more)) for row in answer["OUTPUT"]}

    return read


def number_found(answer: Answer) -> Values:
    return {"areas": float(answer["FOUND"])}


def summary(answer: Answer) -> Values:
    """Numbers of the table of sums: buurten, gemeenten, households in the squares of classes 1 to 4 and 1 to 3."""
    (row,) = answer["SUMMARY"]
    names = ("areas_found", "gemeenten_count", "households", "households_1_4", "households_1_3")
    return {name: float(row[name]) for name in names}


def waterbed(answer: Answer) -> Values:
    change = next(row for row in answer["SUMMARY"] if row["row"] == "change")
    return {name: float(change[name]) for name in ("dwellings_1_4", "whole_dwellings_1_4")}


def sums(answer: Answer) -> Values:
    found = {}
    for row in answer["OUTPUT"]:
        if row["year"] in (BEFORE, YEAR):
            found |= {f"{kind} {row['year']}": row[f"{kind}_1_4"] for kind in ("households", "inhabitants")}
        if row["year"] == YEAR:
            found["change of households"] = row["change_households_1_4"]
    return found


def by_class(answer: Answer) -> Values:
    found = {}
    for row in answer["OUTPUT"]:
        if row["buurten"]:
            name = f"class {row['class']}"
            found |= {f"inhabitants of {name}": row["inhabitants"], f"buurten of {name}": float(row["buurten"])}
    return found


def movers(answer: Answer) -> Values:
    found = {}
    for row in answer["OUTPUT"]:
        pair = f"{row['since']}-{row['until']}"
        found |= {f"{pair} risen": row["risen"], f"{pair} fallen": row["fallen"]}
        for name in ("risen_by", "fallen_by"):
            if row[name]:
                found[f"{pair} {name}"] = PLACE[row[name]]
    return found


def paths(answer: Answer) -> Values:
    return {
        f"class {row['in_class']} in {row['year']}": row["lbm"]
        for row in answer["OUTPUT"]
        if row["in_class"] in (2, 3, 4, 7) and row["lbm"] is not None
    }


def against(answer: Answer) -> Values:
    found = {}
    for row in answer["OUTPUT"]:
        found |= {f"{row['dimension']} here": row["share"], f"{row['dimension']} country": row["reference_share"]}
    return found


def monitor(answer: Answer) -> Values:
    found = {}
    for row in answer["OUTPUT"]:
        if row["kind"] == "set":
            found |= {f"score {row['year']}": row["lbm"], f"country {row['year']}": row["country_lbm"]}
    return found


def concentration(answer: Answer) -> Values:
    return {str(row["year"]): row["part_1_3"] for row in answer["OUTPUT"] if row["part_1_3"] is not None}


def relation(answer: Answer) -> Values:
    names = ("N", "PEARSON", "SPEARMAN", "TURNING_POINT", "LOW_LOW", "LOW_HIGH")
    found = {name: float(answer[name]) for name in names}
    found |= {f"mean in class {row['class']}": row["mean"] for row in answer["CLASSES"]}
    found |= {f"areas of class {row['class']}": float(row["areas"]) for row in answer["CLASSES"]}
    found |= {f"low and low in {row['code']}": row["low_low"] for row in answer["GEMEENTEN"][:5]}
    return found


def of_change(answer: Answer) -> Values:
    return {name: float(answer[name]) for name in ("N", "PEARSON", "SPEARMAN")}


def by_region(answer: Answer) -> Values:
    """Pearson by group of gemeenten, from the areas that the algorithm writes."""
    table = pd.DataFrame(answer["OUTPUT"]).dropna(subset=["score", "value"])
    return {region: rows["score"].corr(rows["value"]) for region, rows in table.groupby("region")}


def themes(answer: Answer) -> Values:
    return {f"{row['kind']} {row['theme']} {row['other']}": row["pearson"] for row in answer["OUTPUT"]}


def spread(answer: Answer) -> Values:
    return {
        f"{row['year']} {name}": row[name] for row in answer["OUTPUT"] for name in ("mean", "spread", "low", "high")
    }


def part_of_change(answer: Answer) -> Values:
    return {f"{row['group']} {row['theme']}": row["change"] for row in answer["OUTPUT"]} | {
        f"{row['group']} {row['theme']} part": row["part_of_change"] for row in answer["OUTPUT"]
    }
