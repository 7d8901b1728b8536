# SPDX-License-Identifier: GPL-2.0-or-later
"""The same values by pandas."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pandas as pd

from tests.letters.figure import BEFORE, PLACE, YEAR, Given
from tests.letters.reckoning import Reckoning, Values
from tests.unit.test_signals_official import LAST, expected


def shares(years: tuple[int, ...], low: int, high: int) -> Callable[[Reckoning, Given], Values]:
    def reckon(made: Reckoning, _given: Given) -> Values:
        return {
            f"{group} {year}": share
            for year in years
            for group, share in made.shares(year, "households", low, high).items()
        }

    return reckon


def counted(rule: str) -> Callable[[Reckoning, Given], Values]:
    """Buurten that satisfy every condition of a rule in 2024."""

    def reckon(made: Reckoning, _given: Given) -> Values:
        judged = expected(made.buurten, rule)
        return {"areas": float(np.logical_and.reduce([met.to_numpy() for _value, met in judged.values()]).sum())}

    return reckon


def since_2014(rule: str) -> Callable[[Reckoning, Given], Values]:
    """Buurten with 20 dwellings or more that rose or fell by 0.02 or more, and that didn't go the other way."""

    def reckon(made: Reckoning, _given: Given) -> Values:
        one = made.buurten
        moved, net = one.changes(2014, YEAR), made.change(2014, YEAR)
        if rule == "stijgers":
            rows = (moved["change"] >= 0.02) & (moved["class_0"] <= 3) & moved["class"].between(4, 5)
            met = net >= 0
        else:
            rows, met = (moved["change"] <= -0.02) & (moved["class_0"] <= 4), net <= 0
        return {"areas": float(((one.sums(moved, rows) >= 20) & met).sum())}

    return reckon


def reckon_structural(year: int) -> Callable[[Reckoning, Given], Values]:
    def reckon(made: Reckoning, _given: Given) -> Values:
        found = made.structural(year)
        codes = found.index[found].tolist()
        return {
            "areas_found": float(len(codes)),
            "gemeenten_count": float(len({code[2:6] for code in codes})),
            "households": made.within(codes, year, "households", 1, 9),
            "households_1_4": made.within(codes, year, "households", 1, 4),
            "households_1_3": made.within(codes, year, "households", 1, 3),
        }

    return reckon


def reckon_waterbed(made: Reckoning, _given: Given) -> Values:
    found = {year: made.structural(year) for year in (BEFORE, YEAR)}
    codes = {year: one.index[one].tolist() for year, one in found.items()}
    within = {year: made.within(codes[year], year, "dwellings", 1, 4) for year in codes}
    gemeenten = sorted({f"GM{code[2:6]}" for one in codes.values() for code in one})
    whole = {year: made.of_gemeenten(gemeenten, year, "dwellings", 1, 4) for year in codes}
    return {"dwellings_1_4": within[YEAR] - within[BEFORE], "whole_dwellings_1_4": whole[YEAR] - whole[BEFORE]}


def reckon_sums(made: Reckoning, _given: Given) -> Values:
    found = {
        f"{kind} {year}": made.sums(year, kind, 1, 4)
        for year in (BEFORE, YEAR)
        for kind in ("households", "inhabitants")
    }
    found["change of households"] = found[f"households {YEAR}"] - found[f"households {BEFORE}"]
    return found


def reckon_movers(made: Reckoning, _given: Given) -> Values:
    found = {}
    for since, until in made.consecutive():
        risen, fallen, risen_by, fallen_by = made.moved(since, until)
        pair = f"{since}-{until}"
        found |= {f"{pair} risen": risen, f"{pair} fallen": fallen}
        for name, one in (("risen_by", risen_by), ("fallen_by", fallen_by)):
            if one:
                found[f"{pair} {name}"] = PLACE[one]
    return found


def reckon_paths(in_year: int) -> Callable[[Reckoning, Given], Values]:
    def reckon(made: Reckoning, _given: Given) -> Values:
        found = {}
        for number in (2, 3, 4, 7):
            for year in made.years:
                if (made.squares(in_year)["class"] == number).any():
                    found[f"class {number} in {year}"] = made.path(in_year, number, year)
        return found

    return reckon


def reckon_by_class(made: Reckoning, _given: Given) -> Values:
    """Buurten by their published class, and who lives in the squares of them, wherever these have a score or not."""
    one = made.buurten
    classes = one.classes(YEAR).reindex(one.codes)
    parts = one.parts.assign(
        people=one.parts["share"] * made.weight["inhabitants"].reindex(one.parts["grid_id"]).to_numpy()
    )
    people = parts.groupby("code")["people"].sum().reindex(one.codes, fill_value=0.0)
    found = {}
    for number, rows in people.groupby(classes):
        name = f"class {number:.0f}"
        found |= {f"inhabitants of {name}": float(rows.sum()), f"buurten of {name}": float(len(rows))}
    return found


def reckon_against(made: Reckoning, given: Given) -> Values:
    found = {}
    for one in PLACE:
        here, country = made.against(given.codes, YEAR, one, 3)
        found |= {f"{one} here": here, f"{one} country": country}
    return found


def reckon_region(made: Reckoning, _given: Given) -> Values:
    one = made.gemeenten
    duration = one.times(LAST[6], lambda year: one.share(year, "inhabitants", 1, 5) >= 0.4)
    middling = one.share(YEAR, "inhabitants", 1, 5) >= 0.4
    return {"areas": float((middling & (duration >= 3) & (one.share(YEAR, "equal", 8, 9) <= 0.1)).sum())}


def reckon_monitor(made: Reckoning, given: Given) -> Values:
    """On the squares with a score in all years, as the monitor does."""
    always = set.intersection(*(set(made.squares(year).index) for year in made.years))
    parts = made.buurten.parts[made.buurten.parts["code"].isin(given.codes)]
    share = parts.groupby("grid_id")["share"].sum().clip(upper=1.0)
    found = {}
    for year in made.years:
        squares = made.squares(year)
        squares = squares[squares.index.isin(always)]
        inside = share.reindex(squares.index, fill_value=0.0) * squares["dwellings"]
        found[f"score {year}"] = float(np.average(squares["lbm"], weights=inside))
        found[f"country {year}"] = float(np.average(squares["lbm"], weights=squares["dwellings"]))
    return found


def reckon_concentration(made: Reckoning, given: Given) -> Values:
    return {
        str(year): made.within(given.codes, year, "inhabitants", 1, 3) / whole
        for year in made.years
        if (whole := made.sums(year, "inhabitants", 1, 3))
    }


def _joined(made: Reckoning, given: Given) -> pd.DataFrame:
    """Score, class and own figures of every buurt of the table."""
    score = made.buurten.score(YEAR)
    joined = given.own.set_index("buurtcode").join(score.rename("score"), how="inner").dropna(subset=["score", "ses"])
    joined["class"] = made.buurten.classes(YEAR).reindex(joined.index)
    return joined


def _turn(x: np.ndarray, y: np.ndarray) -> float:
    """Where a broken line fits best, by trying places, and then others nearer to the best."""
    low, high = np.quantile(x, (0.05, 0.95))
    place = low
    for _ in range(3):
        tried = np.linspace(low, high, 400)
        rests = [_rest(x, y, at) for at in tried]
        place, step = float(tried[int(np.argmin(rests))]), tried[1] - tried[0]
        low, high = place - step, place + step
    return place


def _rest(x: np.ndarray, y: np.ndarray, at: float) -> float:
    """Sum of squares that a line broken there leaves."""
    made = np.column_stack([np.ones_like(x), x, np.maximum(x - at, 0.0)])
    left = y - made @ np.linalg.lstsq(made, y, rcond=None)[0]
    return float(left @ left)


def reckon_relation(made: Reckoning, given: Given) -> Values:
    joined = _joined(made, given)
    low_score, low_ses = joined["score"] <= joined["score"].median(), joined["ses"] <= joined["ses"].median()
    found = {
        "N": float(len(joined)),
        "PEARSON": joined["score"].corr(joined["ses"]),
        "SPEARMAN": joined["score"].corr(joined["ses"], method="spearman"),
        "TURNING_POINT": _turn(joined["ses"].to_numpy(), joined["score"].to_numpy()),
        "LOW_LOW": float((low_score & low_ses).mean()),
        "LOW_HIGH": float((low_score & ~low_ses).mean()),
    }
    for number, rows in joined.groupby("class")["ses"]:
        found |= {f"mean in class {number:.0f}": rows.mean(), f"areas of class {number:.0f}": float(len(rows))}
    owner = "GM" + joined.index.str[2:6]
    for code in sorted(set(owner))[:5]:
        found[f"low and low in {code}"] = float((low_score & low_ses)[owner == code].mean())
    return found


def reckon_of_change(made: Reckoning, given: Given) -> Values:
    joined = _joined(made, given)
    score = made.change(2014, YEAR).reindex(joined.index)
    figure = joined["ses"] - joined["ses_2014"]
    return {
        "N": float((score.notna() & figure.notna()).sum()),
        "PEARSON": score.corr(figure),
        "SPEARMAN": score.corr(figure, method="spearman"),
    }


def reckon_by_region(made: Reckoning, given: Given) -> Values:
    joined = _joined(made, given)
    owner = "GM" + joined.index.str[2:6]
    of = {code: group for group, codes in made.groups.items() for code in codes}
    region = pd.Series(owner, joined.index).map(of)
    return {name: rows["score"].corr(rows["ses"]) for name, rows in joined.groupby(region)}


def reckon_themes(made: Reckoning, _given: Given) -> Values:
    now, then = (made.buurten.published.loc[year].reindex(made.buurten.codes) for year in (YEAR, 2014))
    themes = ["lbm", *PLACE]
    found = {}
    for kind, table in (("level", now), ("change", _difference(now, then))):
        for at, one in enumerate(themes):
            found |= {f"{kind} {one} {other}": table[one].corr(table[other]) for other in themes[at + 1 :]}
    return found


def _difference(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    columns = ["lbm", *PLACE]
    return now[columns] - then[columns]


def reckon_spread(made: Reckoning, given: Given) -> Values:
    parts = made.buurten.parts[made.buurten.parts["code"].isin(given.codes)]
    share = parts.groupby("grid_id")["share"].sum().clip(upper=1.0)
    found = {}
    for year in made.years:
        squares = made.squares(year)
        squares = squares[squares.index.isin(share.index)].sort_values("lbm")
        weight = share.reindex(squares.index) * squares["dwellings"]
        mean = float(np.average(squares["lbm"], weights=weight))
        running = (weight.cumsum() / weight.sum()).to_numpy()
        low, high = (float(squares["lbm"].iloc[np.searchsorted(running, part - 1e-12)]) for part in (0.1, 0.9))
        spread = float(np.sqrt(np.average((squares["lbm"] - mean) ** 2, weights=weight)))
        found |= {f"{year} mean": mean, f"{year} spread": spread, f"{year} low": low, f"{year} high": high}
    return found


def reckon_part_of_change(made: Reckoning, _given: Given) -> Values:
    last, first = made.squares(YEAR), made.squares(2014)
    both = last.join(first, rsuffix="_0", how="inner")
    parts, found = made.gemeenten.parts, {}
    members = {"country": None, **made.groups}
    for group, codes in members.items():
        share = pd.Series(1.0, both.index)
        if codes is not None:
            share = parts[parts["code"].isin(codes)].groupby("grid_id")["share"].sum().reindex(both.index, fill_value=0)
        weight = share * both["dwellings"]
        for theme in ("lbm", *PLACE):
            change = both[theme] - both[f"{theme}_0"]
            mean = float((change * weight).sum() / weight.sum())
            found |= {f"{group} {theme}": mean}
            found |= {f"{group} {theme} part": mean * float(weight.sum() / both["dwellings"].sum())}
    return found
