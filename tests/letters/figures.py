# SPDX-License-Identifier: GPL-2.0-or-later
"""Every figure of section 7 of the domain file, in its order, with the command that makes it."""

from __future__ import annotations

from tests.letters.answers import (
    against,
    by_class,
    by_region,
    concentration,
    groups,
    monitor,
    movers,
    number_found,
    of_change,
    part_of_change,
    paths,
    relation,
    spread,
    summary,
    sums,
    themes,
    waterbed,
)
from tests.letters.figure import BEFORE, FIRST, YEAR, Figure, Given
from tests.letters.reckoned import (
    counted,
    reckon_against,
    reckon_by_class,
    reckon_by_region,
    reckon_concentration,
    reckon_monitor,
    reckon_movers,
    reckon_of_change,
    reckon_part_of_change,
    reckon_paths,
    reckon_region,
    reckon_relation,
    reckon_spread,
    reckon_structural,
    reckon_sums,
    reckon_themes,
    reckon_waterbed,
    shares,
    since_2014,
)

HOUSEHOLDS = 1
BUURT, GEMEENTE, MONITOR_BUURT = 2, 0, 0
"""Places in the parameters LEVEL of `findsignals` and of `monitor`."""


def _share_figure(number: str, what: str, published: str, years: tuple[int, ...], low: int, high: int) -> Figure:
    given = {"GROUPS": [0], "YEARS": ",".join(map(str, years)), "WEIGHT": HOUSEHOLDS}
    columns = [f"share_{one}" for one in range(low, high + 1)]
    letters = ("2022-04-14",)
    return Figure(number, what, published, letters, "groupshares", given, groups(*columns), shares(years, low, high))


def _rule_figure(number: str, what: str, published: str, letters: tuple[str, ...], rule: str) -> Figure:
    given = {"RULE_ID": rule, "LEVEL": BUURT, "YEAR": YEAR}
    return Figure(number, what, published, letters, "findsignals", given, number_found, counted(rule))


def figures(given: Given) -> list[Figure]:
    """All of them, in the order of section 7."""
    mark = "findsignals"
    one_year = {"LEVEL": BUURT}
    codes = ",".join(given.codes)
    table = {"TABLE": given.table, "CODE_FIELD": "buurtcode", "VALUE_FIELD": "ses", "YEAR": YEAR}
    structural = {"RULE_ID": "structureel_onder_druk", **one_year}
    return [
        _share_figure("1", "households in classes 1-3", "6 % (2014), 4 % (2020)", (2014, 2020), 1, 3),
        Figure(
            *("1", "households in classes 1-4, and their change since 2022", "963,000; +43,000", ("2026",)),
            *("reported", {"FIGURE": 1}, sums, reckon_sums),
            shown=("households 2024", "change of households"),
        ),
        Figure(
            *("1", "residents by the class of their buurt", "not told", ("2020-03-31",), "reported"),
            *({"FIGURE": 3, "YEAR": YEAR}, by_class, reckon_by_class),
        ),
        _share_figure("2", "classes 1-3 by group", "11 / 4 %", (2020,), 1, 3),
        _share_figure("2", "classes 1-4 by group", "24 / 16 %", (2020,), 1, 4),
        _share_figure("2", "classes 8-9 by group", "37 / 25 %", (2020,), 8, 9),
        _share_figure("2", "classes 6-7 by group", "30-39 / 50-59 %", (2020,), 6, 7),
        Figure(
            *("2", "change of every dimension by group, and its part in that of the country", "not told"),
            *(("2020-03-31", "2022-04-14", "2026"), "reported"),
            *({"FIGURE": 5, "GROUPS": [0], "SINCE": 2014, "YEAR": YEAR}, part_of_change, reckon_part_of_change),
        ),
        _share_figure("3", "classes 8-9", "22 % (2014), 30 % (2020)", (2014, 2020), 8, 9),
        Figure(
            *("4", "onvoldoende buurt", "436 buurten (2018)", ("2020-03-31",), mark),
            *({"RULE_ID": "onvoldoende_buurt", "YEAR": 2018, **one_year}, number_found),
            lambda made, _given: {"areas": float((made.buurten.count(2018, "inhabitants", 1, 3) >= 100).sum())},
        ),
        Figure(
            *("5", "ongunstige buurt", "1,413 buurten (2020)", ("2022-04-14",), mark),
            *({"RULE_ID": "ongunstige_buurt", "YEAR": 2020, **one_year}, number_found),
            lambda made, _given: {"areas": float((made.buurten.count(2020, "households", 1, 4) >= 100).sum())},
        ),
        Figure(
            *("6", "structureel onder druk, 2020", "426 buurten in 50 gemeenten", ("2022-04-14",), mark),
            *({**structural, "YEAR": 2020, "SUMMARY": "TEMPORARY_OUTPUT"}, summary, reckon_structural(2020)),
        ),
        Figure(
            *("6", "structureel onder druk, 2024", "431 in 46 gemeenten, 495,000 households", ("2026",), mark),
            *({**structural, "YEAR": YEAR, "SUMMARY": "TEMPORARY_OUTPUT"}, summary, reckon_structural(YEAR)),
        ),
        Figure(
            *("7", "stijgers and dalers per pair of measurements", "42,000 / 122,000 dwellings (2022-24)"),
            *(("2023-05-25", "2026"), "reported", {"FIGURE": 0}, movers, reckon_movers),
        ),
        *(
            Figure(
                *("7", f"buurten with {rule} since 2014, with lower limits", "not told", ("2023-05-25", "2026"), mark),
                {**one_year, "RULE_ID": rule, "PARAMETERS": limits, "YEAR": YEAR, "SINCE": 2014},
                *(number_found, since_2014(rule)),
            )
            for rule, limits in (("stijgers", "rise=0.02;dwellings=20"), ("dalers", "fall=0.02;dwellings=20"))
        ),
        Figure(
            *("8", "paths by the class in the last year", "a picture", ("2026",), "reported"),
            *({"FIGURE": 8}, paths, reckon_paths(YEAR)),
        ),
        Figure(
            *("8", "paths by the class in the first year", "class 1-3 in 2002 to class 4", ("2022-04-14",)),
            *("reported", {"FIGURE": 7}, paths, reckon_paths(FIRST)),
        ),
        Figure(
            *("9", "dwellings where a dimension counts against liveability", "won 8.17 % / 1.36 %", ("2026",)),
            *("reported", {"FIGURE": 4, "AREAS": given.areas, "YEAR": YEAR}, against, reckon_against),
            shown=("won here", "won country"),
        ),
        _rule_figure("10", "kwetsbare wijk", "not told", ("2020-03-31",), "kwetsbare_wijk"),
        _rule_figure("10", "aandachtsbuurt", "170 buurten (2018)", ("2020-03-31",), "aandachtsbuurt"),
        Figure(
            *("10", "aandachtsregio (gemeenten)", "not told", ("2020-03-31",), mark),
            *({"RULE_ID": "aandachtsregio", "LEVEL": GEMEENTE, "YEAR": YEAR}, number_found, reckon_region),
        ),
        _rule_figure("11", "unsafe with a low total", "not told", ("2020-03-31", "2026"), "onveilig_laag"),
        _rule_figure("11", "unsafe centre", "not told", ("2020-03-31", "2026"), "onveilig_centrum"),
        Figure(
            *("12", "dwellings in structureel onder druk, and of the same gemeenten", "-32,000; +46,000", ("2026",)),
            *(mark, {**structural, "YEAR": YEAR, "AGAINST": BEFORE, "SUMMARY": "TEMPORARY_OUTPUT"}),
            *(waterbed, reckon_waterbed),
        ),
        Figure(
            *("13", "twenty areas against the country over the years", "a monitor", ("2015-12", "2026"), "monitor"),
            *({"LEVEL": MONITOR_BUURT, "CODES": codes, "YEARS": "all"}, monitor, reckon_monitor),
        ),
        Figure(
            *("13", "part of all residents of classes 1-3 that lives in them", "half (2014)", ("2015-12",)),
            *("reported", {"FIGURE": 2, "AREAS": given.areas}, concentration, reckon_concentration),
        ),
        Figure(
            *("14", "own figure: correlation, low and low, by class, turning point", "pictures; 40-50 %"),
            *(("2020-03-31", "2023-05-25", "2026"), "relate"),
            {**table, "NEIGHBOURHOOD": 2, "CLASSES": "TEMPORARY_OUTPUT", "GEMEENTEN": "TEMPORARY_OUTPUT"},
            *(relation, reckon_relation, 1e-3),
        ),
        Figure(
            *("14", "own figure by region", "pictures", ("2020-03-31",), "relate"),
            *({**table, "NEIGHBOURHOOD": 2, "REGION": 2}, by_region, reckon_by_region),
        ),
        Figure(
            *("14", "change with change", "pictures", ("2026",), "relate"),
            {**table, "NEIGHBOURHOOD": 2, "SINCE": 2014, "VALUE_SINCE_FIELD": "ses_2014"},
            *(of_change, reckon_of_change),
        ),
        Figure(
            *("14", "dimension with dimension", "pictures", ("2020-03-31", "2026"), "reported"),
            *({"FIGURE": 9, "SINCE": 2014, "YEAR": YEAR}, themes, reckon_themes),
        ),
        Figure(
            *("14", "spread within the areas", "pictures", ("2022-04-14",), "reported"),
            *({"FIGURE": 6, "AREAS": given.areas}, spread, reckon_spread),
        ),
        _rule_figure("15", "early warning", "not told", ("2015-12",), "vroegsignaal"),
    ]
