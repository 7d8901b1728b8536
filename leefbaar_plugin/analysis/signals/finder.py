# SPDX-License-Identifier: GPL-2.0-or-later
"""Signals from a pack: judge official levels, own polygons or clusters of squares by a rule.

The squares of a set of areas are found once and kept, so that another rule, a changed parameter or another year costs
only the sums. Everything here may run in a background thread, one at a time for each `SignalFinder`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ...engine.areas.aggregation import AreaScores
from ...engine.errors import PackError
from ...engine.signals.evidence import Evidence
from ...engine.signals.judge import Signal, judge
from ...engine.signals.square_conditions import YearScores
from ...engine.squares.weights import EQUAL, KINDS, Weights, weigh
from ...pack.files.progress import Progress, part, report, silent
from ...pack.official import LevelAreas, read_level
from ...pack.official_scores import official_scores
from ...pack.parts import shortened, whole_areas
from ..marks import Marks, marks_of
from ..measure import Measurer
from ..references.references import has_counts, is_whole_country
from .averages import Average, average_of
from .findings import Findings, Note
from .needs import (
    comparing_shares,
    earlier_year,
    missing_counts,
    needs_average,
    needs_rank,
    needs_since,
    require_measurements,
)
from .rule_words import LANGUAGES, words
from .rules import Rule
from .shares import CountryShares, share_note
from .square_clusters import AREAS, ClusterChoice, cluster_areas, clusters_of, square_scores

Subjects = str | LevelAreas | ClusterChoice
"""What to judge: the id of an official level, own polygons (`own_areas`), or clusters of squares."""
_RANKED_AMONG = "buurt"


def own_areas(name: Sequence[str], wkb: Sequence[bytes | None]) -> LevelAreas:
    """Own polygons (WKB in EPSG:28992) as a set of areas to judge."""
    return LevelAreas(AREAS, [""] * len(name), list(name), list(wkb), {})


def find(
    measurer: Measurer,
    rule: Rule,
    subjects: Subjects,
    year: int | None = None,
    since: int | None = None,
    progress: Progress = silent,
) -> Findings:
    """Judge areas by a rule, once; see `SignalFinder.find`."""
    return SignalFinder(measurer).find(rule, subjects, year, since, progress)


@dataclass(frozen=True, eq=False)
class _Subject:
    """Areas to judge, what they're judged on, what has to be told of them, and of the whole."""

    areas: LevelAreas
    evidence: Evidence
    marks: Marks
    notes: tuple[Note, ...] = ()

    def looked_at(self, squares: YearScores) -> _Subject:
        """The same, looked at from another year."""
        return replace(self, evidence=self.evidence.looked_at(squares))


class SignalFinder:
    """Judges areas of one pack by one recipe; keeps the squares of every official level it looked at."""

    def __init__(self, measurer: Measurer) -> None:
        self.measurer = measurer
        self.pack = measurer.pack
        self._grid, _, _ = self.pack.require_squares()
        self._weights = _weights_of(measurer)
        self._levels: dict[str, _Subject] = {}
        self._squares: YearScores | None = None
        self._own: tuple[LevelAreas, _Subject] | None = None

    def needs_since(self, rule: Rule) -> bool:
        """Whether a rule compares two years, so that `since` plays a role."""
        return needs_since(rule.signal())

    def find(
        self,
        rule: Rule,
        subjects: Subjects,
        year: int | None = None,
        since: int | None = None,
        progress: Progress = silent,
    ) -> Findings:
        """Judge `subjects` by a rule in a year (default: the newest), against `since` where the rule compares two years
        (default: the measurement before).

        Raises PackError for a year or level the pack doesn't have; InputError for a pack without the counts the rule
        needs, too few measurements, a year without dimensions, or an area that is no polygon; CancelledError.
        """
        self.pack.require_unchanged()
        year = self.pack.require_year(year)
        signal = self._signal(rule)
        since = earlier_year(self.pack, year, since) if needs_since(signal) else None
        notes = self._measurement_notes(rule, signal, year)
        report(progress, 0.0)
        subject = self._subject(signal, subjects, year, since, part(progress, 0.0, 0.8))
        areas, evidence = subject.areas, subject.evidence
        if needs_rank(signal):
            evidence, note = self._ranked(areas.level, evidence, year, part(progress, 0.8, 0.9))
            notes.append(note)
        average = average_of(self.measurer, year) if needs_average(signal) else None
        if average is not None:
            evidence = replace(evidence, average=average.value)
            notes.append(_average_note(average, year))
        for condition in comparing_shares(signal):
            evidence = replace(evidence, country=CountryShares(self.pack, year).of)
            squares, weight = signal.squares[condition.arguments["squares"]], condition.arguments["weight"]
            notes.append(share_note(evidence, squares, weight, self.pack))
        if areas.level not in rule.levels:
            notes.append(Note("other_level", {"levels": _level_names(rule.levels)}))
        judgement = judge(evidence, signal).without(subject.marks.part)
        report(progress, 1.0)
        notes = [*subject.notes, *notes]
        return Findings(
            rule,
            self.pack.model,
            year,
            since,
            areas,
            judgement,
            evidence.scores,
            subject.marks,
            tuple(notes),
            None if average is None else average.named(),
        )

    def _signal(self, rule: Rule) -> Signal:
        """The rule with its values, weighed in what the pack has; InputError when a condition's counts are missing."""
        signal = rule.signal()
        for condition in signal.conditions:
            kind = condition.arguments.get("weight")
            if kind is not None and kind not in self._weights:
                raise missing_counts(str(kind), rule)
        return signal if signal.weight in self._weights else replace(signal, weight=self.measurer.weights.kind)

    def _squares_of(self, year: int, since: int | None) -> YearScores:
        """All squares, looked at from a year; the same as last time when it is the same year."""
        if self._squares is None or (self._squares.year, self._squares.since) != (year, since):
            self._squares = square_scores(self.pack, year, since)
        return self._squares

    def _measurement_notes(self, rule: Rule, signal: Signal, year: int) -> list[Note]:
        present = sum(one <= year for one in self.pack.years)
        wanted = require_measurements(rule, signal, year, present)
        return [Note("fewer_measurements", {"wanted": wanted, "present": present, "year": year})] if wanted else []

    def _subject(
        self, signal: Signal, subjects: Subjects, year: int, since: int | None, progress: Progress
    ) -> _Subject:
        """The areas to judge, and what they're judged on."""
        if isinstance(subjects, ClusterChoice):
            squares = self._squares_of(year, since)
            found = clusters_of(self.measurer, squares, next(iter(signal.squares.values())), subjects)
            report(progress, 0.4)
            areas, coverage = cluster_areas(self._grid, found), found.coverage()
            report(progress, 0.7)
            evidence = Evidence(squares, coverage, self.measurer.scores(coverage), self._weights)
            return _Subject(areas, evidence, marks_of(self.pack, [None] * len(areas)))
        if isinstance(subjects, LevelAreas):
            if self._own is None or self._own[0] is not subjects:
                self._own = (subjects, self._measured(subjects, year, since, progress))
            return self._own[1].looked_at(self._squares_of(year, since))
        return self._level(subjects, year, since, progress)

    def _level(self, level: str, year: int, since: int | None, progress: Progress) -> _Subject:
        """All areas of an official level that are whole in the pack; PackError when it lacks the level."""
        if level not in self._levels:
            if level not in self.pack.levels:
                raise PackError(
                    "The data pack {folder} has no areas of level {level}; it has {levels}.",
                    folder=self.pack.folder.name,
                    level=level,
                    levels=", ".join(self.pack.levels) or "–",
                )
            areas, left_out = whole_areas(self.pack, read_level(self.pack, level))
            report(progress, 0.2)
            measured = self._measured(areas, year, since, part(progress, 0.2, 1.0))
            notes = (
                (Note("parts_left_out", {"areas": len(left_out), "names": shortened(left_out)}),) if left_out else ()
            )
            self._levels[level] = replace(measured, notes=notes)
        return self._levels[level].looked_at(self._squares_of(year, since))

    def _measured(self, areas: LevelAreas, year: int, since: int | None, progress: Progress) -> _Subject:
        published, notes = official_scores(self.pack), []
        if areas.level == AREAS:
            valid, coverage = self.measurer.cover(areas.wkb)
            official = published.recognise(valid.wkb)
            notes += [Note("repaired", {"areas": len(valid.repaired)})] if valid.repaired else []
        else:
            coverage = self.measurer.cover_official(areas)
            official = published.of_codes(areas.level, areas.code)
        report(progress, 0.7)
        marks = marks_of(self.pack, official)
        if marks.part.any():
            notes.append(Note("parts_not_judged", {"areas": int(marks.part.sum())}))
        scores = published.over(self.measurer.scores(coverage), official)
        evidence = Evidence(self._squares_of(year, since), coverage, scores, self._weights)
        return _Subject(areas, evidence, marks, tuple(notes))

    def _ranked(self, level: str, evidence: Evidence, year: int, progress: Progress) -> tuple[Evidence, Note]:
        """The evidence with the areas it is ranked among, and a note of which those are."""
        among = level if level in self.pack.levels else _RANKED_AMONG
        country = self._country(among, year)
        if country is not None:
            quantiles, count = country
            values = {"areas": count, "level": dict(self.pack.model.level(among).name)}
            return replace(evidence, quantiles=quantiles), Note("ranked_in_country", values)
        if among not in self.pack.levels:
            return evidence, Note("ranked_among_themselves", {"areas": _scored(evidence.scores, year)})
        population = _published_only(self._level(among, year, None, progress).evidence.scores)
        kind = "ranked_in_country" if is_whole_country(self.pack) else "ranked_in_pack"
        values = {"areas": _scored(population, year), "level": dict(self.pack.model.level(among).name)}
        return replace(evidence, population=population), Note(kind, values)

    def _country(self, level: str, year: int) -> tuple[dict[str, NDArray[np.float64]], int] | None:
        """Quantiles by theme of all areas of a level of the country, and how many those are.

        None in a pack that holds the country itself, and where it isn't kept.
        """
        model, national = self.pack.model, self.pack.national
        if national is None or is_whole_country(self.pack):
            return None
        total = national.level_quantiles(level, model.total.id, year)
        if total is None:
            return None
        found = {model.total.id: total + model.reference(year)}
        for theme in model.dimensions:
            quantiles = national.level_quantiles(level, theme.id, year)
            if quantiles is not None:
                found[theme.id] = quantiles
        return found, national.areas_of_level(level, model.total.id, year)


def _weights_of(measurer: Measurer) -> dict[str, Weights]:
    """Weights of every kind that the pack has counts of, and the kind of the figures."""
    pack, recipe = measurer.pack, measurer.recipe
    squares = len(pack.require_squares()[0])
    kinds = [kind for kind in KINDS if kind == EQUAL or has_counts(pack, kind)]
    made = {kind: weigh(pack.require_counts(), squares, kind, recipe.imputation) for kind in kinds}
    return {**made, measurer.weights.kind: measurer.weights}


def _published_only(scores: AreaScores) -> AreaScores:
    """The same without the areas of which nothing is published, in a year in which others are.

    They are too small for a score of their own, and other packs can't rank among them.
    """
    left_out = ~scores.is_published & scores.is_published.any(axis=0)
    return replace(
        scores,
        total=np.where(left_out, np.nan, scores.total),
        dimensions=np.where(left_out[..., None], np.nan, scores.dimensions),
    )


def _scored(scores: AreaScores, year: int) -> int:
    return int(np.count_nonzero(~np.isnan(scores.total[:, scores.years.index(year)])))


def _average_note(average: Average, year: int) -> Note:
    kind = "average_of_country" if average.of_country else "average_of_pack"
    weight = {one: words(one)["weights"][average.weight] for one in LANGUAGES}
    return Note(kind, {"year": year, "average": average.said(), "weight": weight})


def _level_names(levels: Sequence[str]) -> dict[str, str]:
    return {one: ", ".join(words(one)["levels"][level] for level in levels) for one in LANGUAGES}
