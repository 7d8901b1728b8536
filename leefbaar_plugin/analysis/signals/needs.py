# SPDX-License-Identifier: GPL-2.0-or-later
"""What a rule needs of a pack before it can judge: counts, measurements, an earlier year, areas to rank among."""

from __future__ import annotations

from ...engine.errors import InputError, LeefbaarError
from ...engine.signals.judge import CHANGE, Condition, Signal
from ...engine.signals.square_conditions import CHANGE_CLASS
from ...engine.squares.weights import HOUSEHOLDS, INHABITANTS, POINTS
from ...pack.pack import Pack
from .rules import Rule

_COMPARING_SQUARES = frozenset({"change", CHANGE_CLASS})
_COMPARING_MEASURES = frozenset({"score_change", "score_fall"})
_RANKING, _AVERAGING, _COMPARING_SHARES = "rank", "above_average", "share_ratio"


def earlier_year(pack: Pack, year: int, since: int | None) -> int:
    """The year a change up to `year` starts at: `since`, else the measurement before.

    PackError for a year the pack doesn't have, InputError for one that isn't earlier, or when there is none.
    """
    if since is not None:
        if pack.require_year(since) >= year:
            raise InputError("The earlier year {since} has to lie before {year}.", since=since, year=year)
        return since
    earlier = [one for one in pack.years if one < year]
    if not earlier:
        raise InputError("A change needs an earlier measurement than {year}; there is none.", year=year)
    return earlier[-1]


def needs_since(signal: Signal) -> bool:
    """Whether a signal compares two years."""
    return (
        signal.explains == CHANGE
        or any(condition.kind in _COMPARING_SQUARES for condition in signal.squares.values())
        or any(condition.measure in _COMPARING_MEASURES for condition in signal.conditions)
    )


def needs_rank(signal: Signal) -> bool:
    """Whether a signal ranks areas among others."""
    return any(condition.measure == _RANKING for condition in signal.conditions)


def needs_average(signal: Signal) -> bool:
    """Whether a signal compares areas with the average."""
    return any(condition.measure == _AVERAGING for condition in signal.conditions)


def comparing_shares(signal: Signal) -> list[Condition]:
    """The conditions of a signal that compare a share with that of the country or the pack."""
    return [condition for condition in signal.conditions if condition.measure == _COMPARING_SHARES]


def require_measurements(rule: Rule, signal: Signal, year: int, present: int) -> int:
    """InputError when the pack has too few measurements (`present` up to `year`) for a rule that counts them.

    Returns the number of measurements the rule looks back on when that is more than there are, else 0.
    """
    wanted = 0
    for condition in signal.conditions:
        if "of_last" not in condition.arguments:
            continue
        back, times = int(condition.arguments["of_last"]), condition.at_least
        if times is not None and times > back:
            raise InputError(
                "Rule “{rule}” asks for {times} of the last {back} measurements; that can't be.",
                rule=rule.title,
                times=round(times),
                back=back,
            )
        if times is not None and times > present:
            raise InputError(
                "Rule “{rule}” needs {times} measurements; the data pack has {present} up to {year}.",
                rule=rule.title,
                times=round(times),
                present=present,
                year=year,
            )
        wanted = max(wanted, back)
    return wanted if wanted > present else 0


def missing_counts(kind: str, rule: Rule) -> LeefbaarError:
    """The error of a pack that lacks the counts a rule needs."""
    if kind == INHABITANTS:
        return InputError(
            "Rule “{rule}” counts inhabitants, and the data pack has none. Import it again with the squares of CBS.",
            rule=rule.title,
        )
    if kind == HOUSEHOLDS:
        return InputError(
            "Rule “{rule}” counts households, and the data pack has none. Import it again with the squares of CBS.",
            rule=rule.title,
        )
    if kind == POINTS:
        return InputError(
            "Rule “{rule}” counts the user's own dwellings, and the data pack has none. Import it again with a file of "
            "them.",
            rule=rule.title,
        )
    return InputError(
        "Rule “{rule}” counts dwellings, and the data pack has none. Import it again with the squares of CBS.",
        rule=rule.title,
    )
