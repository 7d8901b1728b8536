# SPDX-License-Identifier: GPL-2.0-or-later
"""Goals of the benchmarks can fail: by the figure itself, by one that was reached and is lost, never by a slow day."""

from __future__ import annotations

import json
import time

import numpy as np
import pytest

from tests.benchmarks import drawing, goals, kernel, ours, report, stages
from tests.benchmarks.arena import Entry, Timing, race
from tests.benchmarks.country import BUURTEN, COUNTRY, DRAWN, ONE
from tests.benchmarks.report import Measured

OFFICIAL = f"{BUURTEN}, official, after opening"


def timing(*seconds):
    return Timing(1.0, list(seconds))


def run(slow=1.0, official=0.1, peer=3.0):
    """A run on a machine so many times slower than an idle one."""
    found = Measured()
    for over, seconds in ((ONE, 0.19e-3), (DRAWN, 14e-3), (BUURTEN, 0.39), (COUNTRY, 17e-3)):
        found.areas[ours.FULL, over] = timing(slow * seconds)
        for rival in goals._PEERS[over]:
            found.areas[rival, over] = timing(slow * seconds * peer)
    found.areas[ours.OFFICIAL, BUURTEN] = timing(slow * official)
    found.areas[ours.REWEIGH, BUURTEN] = timing(slow * 0.1)
    found.areas[ours.RESCORE, ours.SQUARES] = timing(slow * 0.1)
    found.areas[kernel.NAME, kernel.OVER] = timing(slow * kernel.NOMINAL)
    return found


def verdicts(found):
    return {goal.text: goal.verdict for goal in goals.goals(found)}


@pytest.mark.parametrize("slow", [0.5, 1.0, 3.0])
def test_a_slow_day_is_no_miss_and_a_fast_one_no_pass(slow):
    reached, missed = verdicts(run(slow)), verdicts(run(slow, official=0.2))
    assert reached[OFFICIAL] == "reached" and "1.67 × off" in missed[OFFICIAL]
    assert all(reached[f"{over}, full"] == "reached" for over in (ONE, DRAWN, BUURTEN, COUNTRY))
    (judged,) = (goal.judged for goal in goals.goals(run(slow)) if goal.text == OFFICIAL)
    assert judged == pytest.approx(0.1)


def test_a_peer_with_the_same_output_may_not_be_quicker():
    losing = verdicts(run(peer=0.8))
    assert sum("not reached" in said for text, said in losing.items() if "/ ours" in text) == 16
    assert not any("not reached" in said for text, said in verdicts(run()).items() if "/ ours" in text)


def test_what_was_reached_and_is_lost(tmp_path):
    path = tmp_path / "reached.json"
    assert goals.lost(run(), path) == []
    goals.write_reached(run(), path)
    assert OFFICIAL in json.loads(path.read_text()) and goals.lost(run(), path) == []
    assert goals.lost(run(official=0.125), path) == [], "the same code differs so much from run to run"
    (gone,) = goals.lost(run(official=0.2), path)
    assert gone.text == OFFICIAL
    assert goals.summary(run(official=0.2), path)[0].startswith(f"LOST  {OFFICIAL}")
    goals.write_reached(run(official=0.2), path)
    assert [goal.text for goal in goals.lost(run(official=0.2), path)] == [OFFICIAL], "it stays lost"
    without = run()
    del without.areas[ours.OFFICIAL, BUURTEN]
    assert [goal.text for goal in goals.lost(without, path)] == [OFFICIAL], "what isn't measured can't be kept"
    assert not any(line.startswith("LOST") for line in goals.summary(run(), path))


def test_no_cold_call_counts():
    """A contender that takes long is called again: its first call pays for what is made once."""
    calls = []

    def slow_at_first():
        calls.append(None)
        time.sleep(0.2 if len(calls) == 1 else 0.01)

    found = race([Entry("slow", "one", slow_at_first)], budget=0.05)["slow", "one"]
    assert found.once and len(found.seconds) == 1 and found.median < 0.1


def test_the_kernel_is_the_same_work_every_time():
    assert kernel.Kernel()() == kernel.Kernel()()
    assert kernel.on_idle_machine(2.0, 2 * kernel.NOMINAL) == pytest.approx(1.0)
    assert kernel.on_idle_machine(2.0, float("nan")) == 2.0
    assert 0 < kernel.seconds(kernel.Kernel(), 3) < 10 and np.isfinite(kernel.NOMINAL)


def test_a_goal_that_is_missed_says_where_the_time_goes():
    found = run(slow=1.0)
    found.areas[ours.FULL, ONE] = timing(0.5e-3)
    for number, step in enumerate(stages.OF_AREAS):
        found.areas[stages.PREFIX + step, ONE] = timing(0.05e-3 * (number + 1))
    said = verdicts(found)[f"{ONE}, full"]
    assert said.startswith("**not reached**, 2.5 × off: validity by GEOS (make_valid) 0.05 ms, WKB")
    assert said.endswith("official outlines (recognise) 0.25 ms")
    for step, seconds in zip(stages.OF_PICTURES, (0.1, 0.2, 0.45), strict=True):
        found.pictures[stages.PREFIX + step, drawing.BUURTEN] = timing(seconds)
    found.pictures[drawing.BUURTEN, drawing.NATIONAL] = timing(0.6)
    found.pictures[kernel.NAME, kernel.OVER] = timing(kernel.NOMINAL)
    said = verdicts(found)[f"repaint of {drawing.NATIONAL}: {drawing.BUURTEN}"]
    assert "2 × off: QGIS reads the polygons +100 ms, fills them +100 ms, a colour per class +250 ms" in said
    assert said.endswith("all else of the panel's style +150 ms")
    found.areas[ours.RESCORE, ours.SQUARES] = timing(0.2)
    for step, seconds in zip(stages.OF_SQUARES, (0.1, 0.02, 0.08), strict=True):
        found.areas[stages.PREFIX + step, ours.SQUARES] = timing(seconds)
    said = verdicts(found)[f"{ours.RESCORE}, {ours.SQUARES}"]
    assert said.endswith("sums (recompute) 100 ms, classes of the total 20 ms, classes of the dimensions 80 ms")
    page = "\n".join(report.pictures_section(found))
    assert drawing.BUURTEN in page and stages.PREFIX not in page
