# SPDX-License-Identifier: GPL-2.0-or-later
"""The chosen theme rules every page: its figures are those of the theme, and the total stands beside them."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsRectangle
from qgis.PyQt.QtCore import Qt

from leefbaar_plugin.words import formats
from tests.builders import area_development

from .test_room import Panel, dutch, font, panel  # noqa: F401  fixtures

DIMENSIONS = ("fys", "onv", "soc", "vrz", "won")


@pytest.mark.parametrize("theme", ["onv", "won"])
def test_comparing_follows_the_theme(panel, theme):  # noqa: F811
    session, areas = panel.plugin.session, panel.plugin.areas
    areas.add([("Ander", QgsGeometry.fromRect(QgsRectangle(86000, 436000, 86800, 436600)))])
    session.set_theme(theme)
    compare = panel.turn("compare").page
    table = compare.table
    columns = {column.id: column for column in table.model.columns}
    shapes = areas.geometries()
    for row in table.model.rows[:2]:
        scores = session.measurer.measure([bytes(shapes[row.fid].asWkb())]).scores
        value = float(scores.dimensions[0, -1, DIMENSIONS.index(theme)])
        assert table.model.text(row, columns["value"]) == formats.signed_score(value)
        assert table.model.text(row, columns["total"]) == formats.score(float(scores.total[0, -1]))
        number = int(session.model.deviation_classification.classify(np.array([value]))[0])
        assert table.model.text(row, columns["class"]).startswith(f"{number} · ")
        whole = compare._of_row[row.fid].figures.dimensions[theme]
        assert row.difference == pytest.approx(value - whole)
        assert 0 <= row.shown.unfavourable <= 1
    name = panel.dock.bar.themes.name.text()
    assert name.lower() in compare.theme.text().lower() and "2024" in compare.theme.text()
    assert "totaalscore" in compare.theme.text()
    session.set_theme("lbm")
    assert "value" not in {column.id for column in table.model.columns}
    assert compare.theme.text() == "Totaalscore 2024"


def test_the_share_of_a_theme_is_that_of_its_squares(panel):  # noqa: F811
    """An area of whole squares, reckoned square by square."""
    session, areas = panel.plugin.session, panel.plugin.areas
    box = 86000, 436000, 87000, 436800
    areas.add([("Blok", QgsGeometry.fromRect(QgsRectangle(*map(float, box))))])
    session.set_theme("onv")
    compare = panel.turn("compare").page
    (shown,) = [row.shown for row in compare.table.model.rows if row.name == "Blok"]
    grid, scores, _matrix = session.pack.require_squares()
    inside = (grid.column >= 860) & (grid.column < 870) & (grid.row >= 4360) & (grid.row < 4368)
    value = scores.contributions[:, -1, DIMENSIONS.index("onv")]
    weight = np.where(inside & ~np.isnan(value), session.measurer.weights.value, 0.0)
    bound = session.model.deviation_classification.bounds[3]
    assert shown.unfavourable == pytest.approx(weight[value < bound].sum() / weight.sum(), abs=1e-9)


@pytest.mark.parametrize("theme", ["lbm", "onv"])
def test_change_follows_the_theme(panel, theme):  # noqa: F811
    session = panel.plugin.session
    session.set_theme(theme)
    session.set_since(2014)
    change = panel.turn("change").page
    change.controls.choose("current")
    panel.settle()
    found = area_development(session.measurer, [panel.plugin.areas.outline()], 2014, 2024)
    place = ["lbm", *DIMENSIONS].index(theme)
    assert change.figure.value.text() == formats.signed_score(float(found.change.themes[0, place]))
    assert change.figure.chip.text().startswith(str(found.classes[0, place]))
    bar = change.figure.bar._data
    assert [bar.worse, bar.same, bar.better] == pytest.approx(found.shares[0, place].tolist())
    assert ("totaalscore" in change.figure.ends.text()) == (theme != "lbm")
    assert change.figure.theme.text() == ("totaalscore" if theme == "lbm" else "veiligheid")
    assert "totaalscore" in change.figure.waterfall._data.title
    change.controls.choose("buurt")
    panel.settle()
    columns = change.table.model.columns
    assert columns[1].values[0] == pytest.approx(change._view.changes.found.change.themes[0, place], nan_ok=True)
    assert (columns[3].title == "Totaal") == (theme != "lbm")


def test_finding_shows_the_theme_beside_the_total(panel):  # noqa: F811
    session = panel.plugin.session
    find = panel.turn("find").page
    table = find.list.table
    titles = [table.rows.columns[at].title for at in range(7) if not table.isColumnHidden(at)]
    assert titles[:3] == ["Gebied", "Score", "Klasse"]
    session.set_theme("onv")
    panel.settle()
    shown = [table.rows.columns[at].id for at in range(7) if not table.isColumnHidden(at)]
    assert shown[:4] == ["name", "theme", "score", "class"]
    findings, place = find.outcome.findings, table.rows.place(0)
    value = float(findings.figures.dimensions[place, findings.figures.years.index(2024), 1])
    assert table.rows.text(place, "theme") == formats.signed_score(value)
    assert "veiligheid" in find.list.theme.text() and "totaalscore" in find.list.theme.text()
    table.sortByColumn(2, Qt.SortOrder.AscendingOrder)
    values = [findings.figures.dimensions[at, -1, 1] for at in table.rows.places()]
    assert values == sorted(values)


def test_no_two_figures_of_the_theme_disagree(panel):  # noqa: F811
    """Card, table and trend of one area tell one value, in every theme."""
    session, page = panel.plugin.session, panel.dock.page
    for theme in ("lbm", *DIMENSIONS):
        session.set_theme(theme)
        panel.turn("area")
        told = page.score.text()
        last = page.pictures.trend._data.series[0].values[-1]
        assert told == (formats.score(last) if theme == "lbm" else formats.signed_score(last))
        compare = panel.turn("compare").page
        column = next(one for one in compare.table.model.columns if one.id in ("value", "total"))
        assert compare.table.model.text(compare.table.model.rows[0], column) == told
