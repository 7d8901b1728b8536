# SPDX-License-Identifier: GPL-2.0-or-later
"""One search at a time: what is kept between searches belongs to the newest one only."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Lock

from ...analysis.cautions import cautions_of
from ...analysis.measure import Measurer
from ...analysis.signals.finder import SignalFinder, Subjects
from ...analysis.signals.findings import Findings
from ...analysis.signals.found_summary import FoundSummary, summarise
from ...analysis.signals.found_totals import Against, against
from ...analysis.signals.rules import Rule
from ...engine.choices import CautionLimits
from ...pack.files.progress import Progress, part, report

_LOOK_EVERY = 0.05
"""Seconds between two looks whether the search before has ended."""


@dataclass(frozen=True, eq=False)
class SearchOutcome:
    """What was found, that summed up, and set beside another year where one is asked for."""

    findings: Findings
    summary: FoundSummary
    against: Against | None = None


class Searcher:
    """Searches by one measurer, in a background thread; a search waits for the one before, which was cancelled."""

    def __init__(self, measurer: Measurer) -> None:
        self.measurer = measurer
        self._finder: SignalFinder | None = None
        self._turn = Lock()

    def search(
        self,
        rule: Rule,
        subjects: Subjects,
        year: int,
        since: int | None,
        progress: Progress,
        other: int | None = None,
        limits: CautionLimits | None = None,
    ) -> SearchOutcome:
        """Judge areas by a rule and sum up, beside an `other` year if any; raises as `SignalFinder.find` does."""
        while not self._turn.acquire(timeout=_LOOK_EVERY):
            report(progress, 0.0)
        try:
            report(progress, 0.0)
            if self._finder is None:
                self._finder = SignalFinder(self.measurer)
            before = None
            if other is not None:
                before = self._finder.find(rule, subjects, other, None, part(progress, 0.0, 0.5))
            findings = self._finder.find(rule, subjects, year, since, part(progress, 0.5 if before else 0.0, 0.9))
            findings = _told(findings, limits or CautionLimits())
            beside = None if before is None else against(self.measurer, before, findings)
            return SearchOutcome(findings, summarise(self.measurer, findings), beside)
        finally:
            self._turn.release()


def _told(findings: Findings, limits: CautionLimits) -> Findings:
    """The same, with marks that say what has to be told of the figures of every area."""
    told = cautions_of(findings.figures, findings.figures.years.index(findings.year))
    return replace(findings, marks=findings.marks.told(told, limits))
