# SPDX-License-Identifier: GPL-2.0-or-later
"""The painted charts: what they show, where, in which words, and how mouse and keyboard use them."""

from __future__ import annotations

import itertools
import json
import math
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import QEvent, QLocale, QPoint, QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo, QHelpEvent, QImage, QPainter, QPalette
from qgis.PyQt.QtSvg import QSvgRenderer
from qgis.PyQt.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from leefbaar_plugin.charts.class_bar import ClassBar, ClassBarData, ClassShare
from leefbaar_plugin.charts.class_chip import ClassChip, ClassChipData
from leefbaar_plugin.charts.direction_bar import DirectionBar, DirectionData
from leefbaar_plugin.charts.painting.chart import Chart
from leefbaar_plugin.charts.painting.colours import FALL, RISE, ChartColours, paper_palette
from leefbaar_plugin.charts.painting.contrast import contrast
from leefbaar_plugin.charts.painting.lettering import CENTRE, LEFT, RIGHT, FontMeasures
from leefbaar_plugin.charts.painting.scale import Scale, round_limit, round_step, round_ticks
from leefbaar_plugin.charts.painting.tinted_icon import INK, tinted_icon
from leefbaar_plugin.charts.profile import ProfileBar, ProfileBars, ProfileData
from leefbaar_plugin.charts.theme_bar import ThemeBar, ThemeChoice
from leefbaar_plugin.charts.trend import TrendBand, TrendChart, TrendData, TrendSeries
from leefbaar_plugin.charts.waterfall import Waterfall, WaterfallData, WaterfallStep
from leefbaar_plugin.charts.year_axis import YearAxis, YearTick
from leefbaar_plugin.words import formats

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
COLOURS = json.loads((RESOURCES / "model" / "palettes.json").read_text(encoding="utf-8"))["palettes"][0]["classes"]
THEMES = ("lbm", "fys", "onv", "soc", "vrz", "won")
YEARS = (2002, 2008, 2012, 2014, 2016, 2018, 2020, 2022, 2024)
NO_DIMENSIONS = (2002, 2008, 2012, 2016)
NAN = math.nan
SHARES = (0.0, 0.05, 0.1, 0.1, 0.1, 0.35, 0.15, 0.1, 0.05)
DARK = "#2B2B2B"
ICONS = sorted(path for path in (RESOURCES / "icons").glob("*.svg") if path.stem != "leefbaarometer")


@pytest.fixture(autouse=True)
def _english_numbers():
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def class_bar_data() -> ClassBarData:
    shares = tuple(
        ClassShare(number, f"name {number}", colour, share)
        for number, (colour, share) in enumerate(zip(COLOURS, SHARES), start=1)
    )
    return ClassBarData("Dwellings per class, 2024", shares, "weak or lower (1-4): 25.0 %")


def profile_data(reference: bool = True) -> ProfileData:
    values = (0.05, -0.12, -0.03, 0.1, NAN)
    bars = tuple(
        ProfileBar(
            theme,
            f"dimension {theme}",
            value,
            reference=-0.06 if reference else None,
            reference_label="gemeente <b>A</b>",
        )
        for theme, value in zip(THEMES[1:], values)
    )
    return ProfileData("Profile, 2024", bars, limit=0.15)


def waterfall_data(last: float = 0.0) -> WaterfallData:
    steps = tuple(WaterfallStep(f"step {i}", value) for i, value in enumerate((0.05, -0.15, 0.02, 0.1, last)))
    return WaterfallData("From reference to score, 2024", "reference", 4.1, steps, "score", 4.12 + last, COLOURS[6])


def trend_data() -> TrendData:
    with_gaps = tuple(NAN if year in NO_DIMENSIONS else -0.1 + 0.001 * (year - 2002) for year in YEARS)
    return TrendData(
        "Safety 2002-2024",
        (
            TrendSeries("own area", YEARS, with_gaps, "#FF0000"),
            TrendSeries("=country", YEARS, tuple(v + 0.02 for v in with_gaps), "#0000FF", dashed=True),
        ),
        missing_years=NO_DIMENSIONS,
        missing_note="no dimensions published",
        signed=True,
    )


def ticks(missing: tuple[int, ...] = ()) -> tuple[YearTick, ...]:
    return tuple(YearTick(year, year not in missing, "no dimensions" if year in missing else "") for year in YEARS)


def filled(kind: type[Chart]) -> Chart:
    chart = kind()
    if kind is ClassBar:
        chart.set_data(class_bar_data())
    elif kind is ClassChip:
        chart.set_data(ClassChipData(6, "ruim voldoende", COLOURS[5]))
    elif kind is ProfileBars:
        chart.set_data(profile_data())
    elif kind is Waterfall:
        chart.set_data(waterfall_data())
    elif kind is TrendChart:
        chart.set_data(trend_data())
    else:
        chart.set_ticks(ticks(), 2024)
    return chart


KINDS = (ClassBar, ClassChip, ProfileBars, Waterfall, TrendChart, YearAxis)


@pytest.fixture
def shown(qtbot):
    """Shows a widget at a width and waits until it is there."""

    def show(widget: QWidget, width: int = 356) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(width, widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height())
        widget.show()
        qtbot.waitExposed(widget)
        return widget

    return show


def inner(chart: Chart) -> QRectF:
    return chart._box()


def centre(chart: Chart, part: int) -> QPoint:
    return chart.parts(inner(chart))[part].box.center().toPoint()


def pixel(widget: QWidget, point: QPointF | QPoint) -> str:
    image = widget.grab().toImage()
    return image.pixelColor(round(point.x()), round(point.y())).name().upper()


def near(first: str, second: str, within: int = 12) -> bool:
    a, b = QColor(first), QColor(second)
    return max(abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())) <= within


def painted(chart: Chart) -> tuple[QImage, QSize]:
    """Picture on white paper at one pixel per unit, without pointer or focus."""
    image = chart.picture(356, 1.0)
    return image, image.size()


def count_near(image: QImage, colour: str, box: QRectF | None = None, within: int = 12) -> int:
    area = (box or QRectF(0, 0, image.width(), image.height())).toAlignedRect()
    return sum(
        near(image.pixelColor(x, y).name(), colour, within)
        for x in range(max(area.left(), 0), min(area.right() + 1, image.width()))
        for y in range(max(area.top(), 0), min(area.bottom() + 1, image.height()))
    )


def overlapping(places: list[QRectF]) -> list[tuple[QRectF, QRectF]]:
    return [(a, b) for a, b in itertools.combinations(places, 2) if a.left() < b.right() and b.left() < a.right()]


@pytest.fixture
def hover(qtbot):
    """Gives the tooltip at a point of a widget as it is set; '' when there is none."""

    def said(widget: QWidget, point: QPoint) -> str:
        QToolTip.hideText()
        qtbot.waitUntil(lambda: not QToolTip.isVisible())
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
        return QToolTip.text() if QToolTip.isVisible() else ""

    yield said
    QToolTip.hideText()


# Numbers


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (lambda nl: formats.score(4.1249, nl), "4,12"),
        (lambda nl: formats.signed_score(0.0812, nl), "+0,08"),
        (lambda nl: formats.signed_score(-0.0812, nl), "−0,08"),
        (lambda nl: formats.signed_score(-0.004, nl), "<\u00a00,01"),
        (lambda nl: formats.signed_score(0.0, nl), "0,00"),
        (lambda nl: formats.percentage(0.2344, nl), "23,4\u00a0%"),
        (lambda nl: formats.percentage(0, nl), "0,0\u00a0%"),
        (lambda nl: formats.count(1234567, nl), "1.234.567"),
        (lambda nl: formats.area(123_456, nl), "12,3\u00a0ha"),
        (lambda nl: formats.area(324.4, nl), "324\u00a0m²"),
        (lambda nl: formats.area(1_000, nl), "0,1\u00a0ha"),
        (lambda nl: formats.area(12_345_678, nl), "1.235\u00a0ha"),
        (lambda nl: formats.plain(-1234.5678, 2, nl), "-1234,57"),
        (lambda nl: formats.plain(NAN, 2, nl), ""),
    ],
)
def test_dutch_numbers(made, expected) -> None:
    assert made(QLocale("nl_NL")) == expected


@pytest.mark.parametrize("nothing", [None, NAN, math.inf])
def test_no_value_is_a_dash(nothing) -> None:
    functions = (formats.score, formats.signed_score, formats.percentage, formats.count, formats.area)
    assert [function(nothing) for function in functions] == ["–"] * len(functions)


def test_numbers_follow_the_locale_of_the_application() -> None:
    assert formats.score(4.1249) == "4.12"
    assert formats.count(1234567) == "1,234,567"


# Scales


def test_a_scale_puts_values_in_proportion() -> None:
    scale = Scale(2002, 2024, 10, 230)
    assert [scale.at(year) for year in (2002, 2008, 2024)] == [10, 70, 230]
    assert Scale(1, 1, 0, 10).at(1) == 5


def test_round_steps_and_limits() -> None:
    assert round_step(0.23, 5) == pytest.approx(0.05)
    assert round_step(0.0, 5) == 1
    assert round_ticks(3.87, 4.13, 5) == pytest.approx((3.9, 4.0, 4.1))
    assert round_limit(0.113, 0.1) == pytest.approx(0.15)
    assert round_limit(0.02, 0.1) == pytest.approx(0.1)


# What all charts do


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_says_what_it_shows(kind, shown) -> None:
    chart = shown(filled(kind))
    assert chart.accessibleName() == chart.name() != ""
    for part in chart.parts(inner(chart)):
        assert part.text.split("\n")[0] in chart.accessibleDescription()


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_can_be_empty(kind, shown) -> None:
    chart = shown(filled(kind))
    assert chart.table()
    if kind is YearAxis:
        chart.set_ticks(())
    else:
        chart.set_data(None)
    chart.grab()
    assert chart.table() == () and chart.table_text() == "" and chart.parts(inner(chart)) == ()
    assert chart.accessibleDescription() == chart.empty_text()
    assert not any(action.isEnabled() for action in chart.menu().actions())


@pytest.mark.parametrize("kind", KINDS)
def test_every_chart_fits_the_dock(kind, shown) -> None:
    chart = shown(filled(kind), 356)
    assert chart.sizeHint().width() <= 380
    assert chart.minimumSizeHint().width() <= 240
    for part in chart.parts(inner(chart)):
        assert QRectF(chart.rect()).contains(part.box), part.text


@pytest.mark.parametrize("kind", [k for k in KINDS if k is not ClassChip])
@pytest.mark.parametrize(("ground", "ink"), [("#EFEFEF", "#000000"), (DARK, "#F0F0F0")])
def test_charts_take_the_colours_of_the_window(kind, ground, ink, shown) -> None:
    chart = filled(kind)
    palette = QPalette(QColor(ground))
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
    chart.setPalette(palette)
    image = shown(chart).grab().toImage()
    assert image.pixelColor(0, 0).name().upper() == ground
    colours = ChartColours.of(palette)
    assert count_near(image, colours.text.name(), within=30) + count_near(image, colours.muted.name(), within=30) > 20
    assert contrast(colours.text.name(), ground) >= 7 and contrast(colours.muted.name(), ground) >= 4.5


@pytest.mark.parametrize("colour", ["#2F6DB5", "#000000", "#FFFFFF", "#4A1E00"])
@pytest.mark.parametrize("ground", ["#FFFFFF", "#EFEFEF", DARK])
def test_a_line_is_always_strong_enough(colour, ground) -> None:
    palette = QPalette(QColor(ground))
    palette.setColor(QPalette.ColorRole.Window, QColor(ground))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#F0F0F0" if ground == DARK else "#101010"))
    colours = ChartColours.of(palette)
    for index in range(7):
        assert contrast(colours.series(index, colour if index else "").name(), ground) >= 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_twice_as_fine_and_on_white(kind) -> None:
    chart = filled(kind)
    image = chart.picture(300)
    assert image.width() == 600 and image.devicePixelRatio() == 2
    assert image.height() == 2 * round(chart.preferred_height(300))
    assert image.pixelColor(0, 0).name() == "#ffffff"
    assert any(image.pixelColor(x, y).lightness() < 140 for x in range(600) for y in range(image.height()))


def test_paint_to_stays_within_its_rectangle() -> None:
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    painter = QPainter(image)
    painter.setPen(QColor("#00FF00"))
    chart = filled(ClassBar)
    chart.paint_to(painter, QRectF(100, 100, 300, chart.preferred_height(300)))
    assert painter.pen().color().name() == "#00ff00", "the painter is given back as it was"
    painter.end()
    assert count_near(image, COLOURS[5], QRectF(100, 100, 300, 120)) > 500
    outside = [QRectF(0, 0, 600, 99), QRectF(0, 100, 98, 300), QRectF(402, 100, 198, 300)]
    assert all(count_near(image, "#123456", box, 0) == box.toAlignedRect().width() * box.height() for box in outside)


def test_copying(shown) -> None:
    chart = shown(filled(ClassBar))
    clipboard = QApplication.clipboard()
    chart.menu().actions()[1].trigger()
    assert clipboard.text().splitlines()[:3] == ["Class\tName\tShare (%)", "1\tname 1\t0.00", "2\tname 2\t5.00"]
    QLocale.setDefault(QLocale("nl_NL"))
    chart.menu().actions()[1].trigger()
    assert clipboard.text().splitlines()[2] == "2\tname 2\t5,00"
    chart.menu().actions()[0].trigger()
    assert clipboard.image().width() == 2 * chart.width()


def test_the_copy_key_copies_the_table(shown, qtbot) -> None:
    chart = shown(filled(Waterfall))
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == chart.table_text() != ""


def test_cells_can_not_break_a_table() -> None:
    bar = ClassBar()
    bar.set_data(ClassBarData("t", (ClassShare(1, "two\tcells\nand lines", "#FFFFFF", 1.0),)))
    assert bar.table_text() == "Class\tName\tShare (%)\n1\ttwo cells and lines\t100.00\n"


@pytest.mark.parametrize("kind", [ClassBar, ProfileBars, Waterfall, TrendChart])
def test_arrow_keys_go_over_the_parts(kind, shown, qtbot) -> None:
    chart = shown(filled(kind))
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    parts = chart.parts(inner(chart))
    whole = chart.accessibleDescription()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert chart.current_part() == 0
    qtbot.keyClick(chart, Qt.Key.Key_Down)
    assert chart.current_part() == 1
    assert chart.accessibleDescription() == parts[1].text.replace("\n", ", ") != whole
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current_part() == 0
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.current_part() == 0
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert chart.current_part() == len(parts) - 1
    with qtbot.waitSignal(chart.part_activated) as signal:
        qtbot.keyClick(chart, Qt.Key.Key_Return)
    assert signal.args == [len(parts) - 1]
    chart.clearFocus()
    assert chart.current_part() == -1 and chart.accessibleDescription() == whole


def test_the_keyboard_shows_where_it_is(shown, qtbot) -> None:
    chart = shown(filled(ProfileBars))
    chart.setFocus()
    qtbot.waitUntil(chart.hasFocus)
    accent = chart.palette().color(QPalette.ColorRole.Highlight).name()

    def ringed(row: int) -> int:
        box = chart.parts(inner(chart))[row].box
        return count_near(chart.grab().toImage(), accent, box.adjusted(-2, -2, 2, 2))

    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert ringed(0) > 300 and ringed(3) == 0
    qtbot.keyClick(chart, Qt.Key.Key_End)
    assert ringed(4) > 300 and ringed(0) == 0


def test_a_click_activates_a_part(shown, qtbot) -> None:
    chart = shown(filled(ProfileBars))
    with qtbot.waitSignal(chart.part_activated) as signal:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=centre(chart, 3))
    assert signal.args == [3]
    with qtbot.assertNotEmitted(chart.part_activated):
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))


def test_tooltips_explain_and_never_run_markup(shown, hover) -> None:
    chart = shown(filled(ProfileBars))
    said = hover(chart, centre(chart, 1))
    assert "dimension onv: −0.12" in said
    assert "gemeente &lt;b&gt;A&lt;/b&gt;: −0.06" in said and "<b>" not in said
    assert hover(chart, QPoint(3, 3)) == ""


def test_a_larger_font_makes_a_higher_chart(shown) -> None:
    chart = filled(ProfileBars)
    before = chart.sizeHint().height()
    font = QFont(chart.font())
    font.setPixelSize(2 * QFontInfo(font).pixelSize())
    chart.setFont(font)
    assert chart.sizeHint().height() > 1.7 * before


def test_charts_take_their_height_in_a_layout(qtbot, shown) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    charts = [filled(kind) for kind in (ClassBar, ProfileBars, TrendChart)]
    for chart in charts:
        column.addWidget(chart)
    column.addStretch()
    qtbot.addWidget(window)
    window.resize(380, 900)
    window.show()
    qtbot.waitExposed(window)
    assert [chart.height() for chart in charts] == [chart.heightForWidth(chart.width()) for chart in charts]


# Class bar


def test_class_bar_shares_are_as_wide_as_they_are_large(shown) -> None:
    bar = shown(filled(ClassBar))
    box = inner(bar)
    parts = bar.parts(box)
    assert len(parts) == 8, "a class without dwellings takes no room"
    assert [round(part.box.width() / box.width(), 6) for part in parts] == [round(s, 6) for s in SHARES if s]
    assert parts[0].box.left() == box.left() and parts[-1].box.right() == pytest.approx(box.right())
    for part, colour in zip(parts, (c for c, s in zip(COLOURS, SHARES) if s)):
        assert pixel(bar, QPointF(part.box.left() + 4, part.box.top() + 3)) == colour


def test_class_bar_without_any_share(shown) -> None:
    bar = shown(ClassBar())
    bar.set_data(ClassBarData("t", tuple(ClassShare(n, "x", "#FFFFFF", NAN) for n in range(1, 10))))
    assert bar.parts(inner(bar)) == ()
    bar.grab()


def test_class_bar_writes_in_a_class_what_fits() -> None:
    bar = ClassBar()
    share = ClassShare(2, "x", COLOURS[1], 0.289)
    assert bar.written(share, 100) == "2 · 28.9\u00a0%"
    assert bar.written(share, 30) == "2" and bar.written(share, 9.9) == ""
    letter = bar.lettering().small
    for width in range(4, 120):
        assert letter.width(bar.written(share, width)) <= width, "nothing is written over the next class"


def test_class_bar_sets_the_reference_beside_its_own_figure(shown) -> None:
    bar = shown(ClassBar(), 344)
    shares = class_bar_data().shares
    bar.set_data(ClassBarData("t", shares, "weak or lower: 98.7 %", beside="Rotterdam 31.6 %"))
    height, image = bar.preferred_height(344), bar.grab().toImage()
    bar.set_data(ClassBarData("t", shares, "weak or lower: 98.7 %"))
    assert bar.preferred_height(344) == height
    without = bar.grab().toImage()
    changed = [x for x in range(344) for y in range(round(height)) if image.pixel(x, y) != without.pixel(x, y)]
    assert min(changed) > 150 and max(changed) > 330, "at the right end, and nowhere else"
    assert "Rotterdam" not in bar.name()


def test_class_bar_brackets_the_lowest_classes() -> None:
    bar = filled(ClassBar)
    image, size = painted(bar)
    parts = bar.parts(QRectF(2, 2, size.width() - 4, size.height() - 4))
    below = parts[0].box.bottom()
    ink = ChartColours.of(paper_palette()).text.name()
    lowest = QRectF(parts[0].box.left(), below + 2, parts[2].box.right() - parts[0].box.left(), 7)
    rest = QRectF(parts[2].box.right() + 6, below + 2, 150, 7)
    assert count_near(image, ink, lowest, 4) >= lowest.width() * 0.9
    assert count_near(image, ink, rest, 4) == 0


def test_class_bar_summary_wraps_instead_of_losing_words() -> None:
    bar = ClassBar()
    data = class_bar_data()
    bar.set_data(data)
    short = bar.preferred_height(356)
    bar.set_data(ClassBarData(data.title, data.shares, "weak or lower " * 8))
    assert bar.preferred_height(356) > short
    assert bar.preferred_height(3000) == short


# Profile


def test_profile_bars_stand_on_the_right_side_of_zero(shown) -> None:
    chart = filled(ProfileBars)
    image, size = painted(chart)
    box = QRectF(2, 2, size.width() - 4, size.height() - 4)
    plan = chart._plan(box)
    zero, rows = plan.scale.at(0), chart.parts(box)
    for index, colour in ((0, RISE), (1, FALL), (2, FALL), (3, RISE)):
        row = rows[index].box
        left = QRectF(plan.plot.left(), row.top(), zero - 2 - plan.plot.left(), row.height())
        right = QRectF(zero + 2, row.top(), plan.plot.right() - zero - 2, row.height())
        own, other = (right, left) if colour == RISE else (left, right)
        assert count_near(image, colour, own) > 50 and count_near(image, colour, other) == 0
    longest = [count_near(image, FALL, rows[i].box) for i in (1, 2)]
    assert longest[0] > 2.5 * longest[1]
    assert count_near(image, RISE, rows[4].box) == count_near(image, FALL, rows[4].box) == 0


def test_profile_reference_is_a_tick_with_a_legend() -> None:
    chart = filled(ProfileBars)
    ink = ChartColours.of(paper_palette()).text.name()

    def ticked(data: ProfileData) -> int:
        chart.set_data(data)
        image, size = painted(chart)
        box = QRectF(2, 2, size.width() - 4, size.height() - 4)
        x = chart._plan(box).scale.at(-0.06)
        return count_near(image, ink, QRectF(x - 1, chart.parts(box)[4].box.top(), 2, 22), 40)

    assert ticked(profile_data()) >= 15
    assert chart.reference_names() == ("gemeente <b>A</b>",)
    with_legend = chart.preferred_height(356)
    assert ticked(profile_data(reference=False)) == 0
    assert chart.reference_names() == () and chart.preferred_height(356) < with_legend


def test_profile_table() -> None:
    chart = filled(ProfileBars)
    rows = [row.split("\t") for row in chart.table_text().splitlines()]
    assert rows[0] == ["Dimension", "Contribution", "gemeente <b>A</b>"]
    assert rows[2] == ["dimension onv", "-0.1200", "-0.0600"]
    assert rows[5] == ["dimension won", "", "-0.0600"]


def test_profile_value_beyond_a_fixed_axis_stays_in_the_plot() -> None:
    chart = ProfileBars()
    chart.set_data(ProfileData("t", (ProfileBar("fys", "fys", 9.0, "#FF0000"),), limit=0.1))
    image, size = painted(chart)
    plan = chart._plan(QRectF(2, 2, size.width() - 4, size.height() - 4))
    beyond = QRectF(plan.plot.right() + 2, 0, size.width(), size.height())
    assert count_near(image, "#FF0000") > 100 and count_near(image, "#FF0000", beyond) == 0


# Waterfall


def test_waterfall_steps_join_and_end_at_the_score() -> None:
    chart = filled(Waterfall)
    image, size = painted(chart)
    box = QRectF(2, 2, size.width() - 4, size.height() - 4)
    plan = chart._plan(box, chart._data)
    rows = chart.parts(box)
    levels = plan.levels
    assert levels[-1] == pytest.approx(4.12)
    for index, colour in ((1, RISE), (2, FALL), (3, RISE), (4, RISE)):
        x = (plan.scale.at(levels[index - 1]) + plan.scale.at(levels[index])) / 2
        assert near(image.pixelColor(round(x), round(rows[index].box.center().y())).name(), colour)
    end = QRectF(plan.scale.at(4.12) - 3, rows[6].box.center().y() - 3, 6, 6)
    assert count_near(image, COLOURS[6], end) >= 25
    assert all(plan.plot.left() <= plan.scale.at(level) <= plan.plot.right() for level in levels)


def test_waterfall_table_adds_up() -> None:
    rows = [row.split("\t") for row in filled(Waterfall).table_text().splitlines()]
    assert rows[0] == ["Step", "Contribution", "Score"]
    assert rows[1] == ["reference", "", "4.1000"]
    assert rows[3] == ["step 1", "-0.1500", "4.0000"]
    assert rows[-2][2] == rows[-1][2] == "4.1200"


def test_the_axis_of_a_waterfall_has_round_scores_that_its_steps_lie_on() -> None:
    chart = filled(Waterfall)
    for width in (300, 356, 700):
        box = QRectF(2, 2, width - 4, chart.preferred_height(width) - 4)
        plan, ticks = chart._plan(box, chart._data), chart.ticks(box)
        assert len(ticks) >= 2
        for value, text in ticks:
            assert float(text) == pytest.approx(value, abs=1e-9), "no label is rounded away from its place"
            assert plan.plot.left() <= plan.scale.at(value) <= plan.plot.right()
        widths = [chart.lettering().small.width(text) for _value, text in ticks]
        places = [plan.scale.at(value) for value, _text in ticks]
        assert all(b - a > (wa + wb) / 2 for (a, wa), (b, wb) in itertools.pairwise(zip(places, widths)))
        assert plan.plot.bottom() + chart.lettering().small.height <= box.bottom() + 1


def test_waterfall_without_a_value_is_empty() -> None:
    chart = Waterfall()
    chart.set_data(waterfall_data(last=NAN))
    assert chart.table() == ()


# Trend


def test_trend_is_on_a_true_time_axis(shown) -> None:
    chart = shown(filled(TrendChart))
    plan = chart._plan(inner(chart))
    year = plan.x.at(2003) - plan.x.at(2002)
    gaps = [plan.x.at(b) - plan.x.at(a) for a, b in itertools.pairwise(YEARS)]
    assert gaps == pytest.approx([year * (b - a) for a, b in itertools.pairwise(YEARS)])


def test_trend_gaps_are_not_drawn_as_measurements() -> None:
    chart = filled(TrendChart)
    image, size = painted(chart)
    box = QRectF(2, 2, size.width() - 4, size.height() - 4)
    plan = chart._plan(box)
    for year, value in zip(YEARS, trend_data().series[0].values):
        column = QRectF(plan.x.at(year) - 3, plan.plot.top(), 6, plan.plot.height())
        if not math.isnan(value):
            place = QRectF(plan.x.at(year) - 2, plan.y.at(value) - 2, 4, 4)
            assert count_near(image, "#FF0000", place, 80) >= 12
        elif year != 2016:
            assert count_near(image, "#FF0000", column, 80) == 0

    def ink(first: float, last: float) -> float:
        across = QRectF(plan.x.at(first), plan.plot.top(), plan.x.at(last) - plan.x.at(first), plan.plot.height())
        return count_near(image, "#FF0000", across, 80) / across.width()

    assert 0 < ink(2014.6, 2017.4) < 0.5 * ink(2018.6, 2019.4), "dotted and thin over the year without a figure"


def test_trend_says_why_a_year_is_missing(shown, hover) -> None:
    chart = shown(filled(TrendChart))
    assert "no dimensions published" in hover(chart, centre(chart, 0))
    said = hover(chart, centre(chart, 3))
    assert "2014" in said and "own area: −0.09" in said and "=country: −0.07" in said and "published" not in said


def test_trend_table_has_empty_cells_for_gaps() -> None:
    rows = [row.split("\t") for row in filled(TrendChart).table_text().splitlines()]
    assert [row[0] for row in rows] == ["Year", *map(str, YEARS)]
    assert rows[1] == ["2002", "", ""] and rows[4] == ["2014", "-0.0880", "-0.0680"]


@pytest.mark.parametrize("width", [220, 280, 356, 600])
@pytest.mark.parametrize("size", [9, 12, 16, 22])
def test_trend_years_do_not_touch(width, size) -> None:
    chart = filled(TrendChart)
    font = QFont(chart.font())
    font.setPixelSize(size)
    chart.setFont(font)
    labels = chart.year_labels(QRectF(2, 2, width - 4, chart.preferred_height(width) - 4))
    assert overlapping([place for _, place in labels]) == []
    assert labels[0][0].endswith("24") or labels[-1][0].endswith("24")
    assert all(place.left() >= 2 and place.right() <= width - 2 for _, place in labels)


def test_trend_bands_are_behind_and_within_the_plot() -> None:
    chart = TrendChart()
    band = TrendBand("6", 4.0, math.inf, "#00FF00")
    chart.set_data(TrendData("t", (TrendSeries("a", (2020, 2024), (3.9, 4.1)),), (band,)))
    image, size = painted(chart)
    plan = chart._plan(QRectF(2, 2, size.width() - 4, size.height() - 4))
    above = image.pixelColor(round(plan.plot.left() + 6), round(plan.y.at(4.0)) - 4)
    below = image.pixelColor(round(plan.plot.left() + 6), round(plan.y.at(4.0)) + 4)
    assert above.green() > above.red() + 20, "a green tint"
    assert below.green() == below.red(), "none below the band"


def test_trend_legend_wraps() -> None:
    chart = filled(TrendChart)
    assert chart.preferred_height(220) > chart.preferred_height(900)


# Chip


@pytest.mark.parametrize("number", range(1, 10))
def test_chip_is_in_its_colour_with_text_that_reads(number, shown) -> None:
    chip = shown(ClassChip(), 200)
    chip.set_data(ClassChipData(number, "ruim voldoende", COLOURS[number - 1]))
    image = chip.grab().toImage()
    ground = image.pixelColor(100, 5).name().upper()
    assert ground == COLOURS[number - 1]
    inks = {image.pixelColor(x, y).name() for x in range(40, 160) for y in range(5, image.height() - 5)}
    assert max(contrast(ink, ground) for ink in inks) >= 4.5


def test_chip_is_as_wide_as_its_text_and_marks_doubt() -> None:
    chip = filled(ClassChip)
    assert chip.text() == "6 · ruim voldoende"
    certain = chip.sizeHint().width()
    assert certain > chip.lettering().normal.width(chip.text())
    chip.set_data(ClassChipData(6, "ruim voldoende", COLOURS[5], certain=False))
    assert chip.text() == "6 · ruim voldoende ?" and chip.sizeHint().width() > certain
    assert "bound" in chip.accessibleDescription()


# Years


def test_a_click_chooses_a_year(shown, qtbot) -> None:
    axis = shown(filled(YearAxis), 360)
    with qtbot.waitSignal(axis.year_changed) as signal:
        qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=centre(axis, 1))
    assert signal.args == [2008] and axis.year() == 2008
    assert axis.accessibleName() == "Year 2008"
    with qtbot.assertNotEmitted(axis.year_changed):
        qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=centre(axis, 1))
        axis.set_year(2020)
    with pytest.raises(ValueError):
        axis.set_year(2003)


def test_a_year_without_figures_can_not_be_chosen_and_says_why(shown, qtbot, hover) -> None:
    axis = shown(YearAxis(), 360)
    axis.set_ticks(ticks(NO_DIMENSIONS), 2024)
    with qtbot.assertNotEmitted(axis.year_changed):
        qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, pos=centre(axis, 4))
    assert axis.year() == 2024
    assert "no dimensions" in hover(axis, centre(axis, 4)) and "no dimensions" not in hover(axis, centre(axis, 5))
    assert axis.available_years() == (2014, 2018, 2020, 2022, 2024)


def test_unavailable_years_are_hollow(shown) -> None:
    axis = shown(YearAxis(), 360)
    axis.set_ticks(ticks(NO_DIMENSIONS), 2024)
    scale = axis._scale(inner(axis))
    y = inner(axis).top() + 8
    ground = axis.palette().color(QPalette.ColorRole.Window).name().upper()
    highlight = axis.palette().color(QPalette.ColorRole.Highlight).name().upper()
    seen = {year: pixel(axis, QPointF(math.floor(scale.at(year)), y)) for year in YEARS}
    for year in YEARS:
        if year == 2024:
            assert seen[year] == highlight
        elif year in NO_DIMENSIONS:
            assert near(seen[year], ground)
        else:
            assert not near(seen[year], ground, 60) and seen[year] != highlight


def test_arrow_keys_skip_years_without_figures(shown, qtbot) -> None:
    axis = shown(YearAxis(), 360)
    axis.set_ticks(ticks(NO_DIMENSIONS), 2018)
    axis.setFocus()
    chosen = []
    axis.year_changed.connect(chosen.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home):
        qtbot.keyClick(axis, key)
    assert chosen == [2014, 2018, 2024, 2014]


def test_years_stand_at_their_true_distance(shown) -> None:
    axis = shown(filled(YearAxis), 360)
    scale = axis._scale(inner(axis))
    assert (scale.at(2008) - scale.at(2002)) / (scale.at(2014) - scale.at(2012)) == pytest.approx(3)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("size", [9, 12, 15, 20])
@pytest.mark.parametrize("width", [220, 360])
def test_year_labels_do_not_touch_and_the_chosen_one_is_in_full(year, size, width) -> None:
    axis = YearAxis()
    font = QFont(axis.font())
    font.setPixelSize(size)
    axis.setFont(font)
    axis.set_ticks(ticks(), year)
    labels = axis.labels(QRectF(2, 2, width - 4, axis.preferred_height(width) - 4))
    assert overlapping([place for _, place in labels]) == []
    assert str(year) in [text for text, _ in labels]
    assert all(place.left() >= 2 and place.right() <= width - 2 for _, place in labels)
    if size <= 12 and width == 360:
        assert len(labels) == len(YEARS), "at the dock's width every year is named"


def test_the_chosen_year_stays_when_the_theme_has_no_figures_for_it() -> None:
    axis = filled(YearAxis)
    axis.set_year(2012)
    axis.set_ticks(ticks(NO_DIMENSIONS))
    assert axis.year() == 2012
    axis.set_ticks((YearTick(2014), YearTick(2024)))
    assert axis.year() is None


# Themes


def theme_bar() -> ThemeBar:
    """Six themes, full names twice as long as the short ones."""
    names = ("totaal", "fysiek", "veiligheid", "sociaal", "voorzien.", "woningen")
    bar = ThemeBar()
    bar.set_themes(
        tuple(
            ThemeChoice(theme, short, f"full {short}", "a note", RESOURCES / "icons" / f"{theme}.svg")
            for theme, short in zip(THEMES, names)
        )
    )
    return bar


def test_theme_bar_chooses_one(shown, qtbot) -> None:
    bar = shown(theme_bar(), 356)
    assert bar.theme() == "lbm"
    with qtbot.waitSignal(bar.theme_changed) as signal:
        qtbot.mouseClick(bar.button("soc"), Qt.MouseButton.LeftButton)
    assert signal.args == ["soc"] and bar.theme() == "soc"
    assert [theme for theme in THEMES if bar.button(theme).isChecked()] == ["soc"]
    with qtbot.assertNotEmitted(bar.theme_changed):
        bar.set_theme("won")
        qtbot.mouseClick(bar.button("won"), Qt.MouseButton.LeftButton)
    assert bar.theme() == "won"
    with pytest.raises(KeyError):
        bar.set_theme("bev")


def test_theme_bar_by_keyboard(shown, qtbot) -> None:
    bar = shown(theme_bar(), 356)
    bar.button("lbm").setFocus()
    qtbot.waitUntil(bar.button("lbm").hasFocus)
    with qtbot.waitSignal(bar.theme_changed) as signal:
        qtbot.keyClick(bar.button("lbm"), Qt.Key.Key_Right)
    assert signal.args == ["fys"]


def test_theme_bar_fits_the_dock(shown) -> None:
    bar = shown(theme_bar(), 356)
    assert bar.minimumSizeHint().width() <= 356
    edges = [bar.button(theme).geometry() for theme in THEMES]
    assert all(a.right() < b.left() for a, b in itertools.pairwise(edges))
    assert edges[-1].right() < bar.width() and edges[0].left() >= 0
    assert [bar.button(theme).accessibleName() for theme in THEMES][1] == "full fysiek"
    assert "a note" in bar.button("fys").toolTip() and not bar.button("fys").icon().isNull()


def test_theme_bar_names_the_chosen_one_and_moves_no_icon(shown, qtbot) -> None:
    bar = shown(theme_bar(), 500)
    before = [bar.button(theme).geometry() for theme in THEMES]
    assert all(place.width() >= 24 and place.height() >= 24 for place in before)
    for theme in THEMES:
        qtbot.mouseClick(bar.button(theme), Qt.MouseButton.LeftButton)
        assert bar.name.text() == bar.button(theme).accessibleName()
    assert [bar.button(theme).geometry() for theme in THEMES] == before
    taken = before[-1].right() + 8
    bar.resize(taken + bar.name.sizeHint().width() - 4, bar.height())
    assert bar.name.text() == "woningen" and "full woningen" in bar.name.toolTip()


def test_the_first_year_of_a_development_is_moved_with_shift(shown, qtbot) -> None:
    axis = shown(YearAxis(), 360)
    marks = [YearTick(year, year != 2002, begins=year != 2008) for year in YEARS]
    axis.set_ticks(tuple(marks), 2024, 2014)
    began, chosen = [], []
    axis.since_changed.connect(began.append)
    axis.year_changed.connect(chosen.append)
    axis.setFocus()
    qtbot.keyClick(axis, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    boxes = {tick.year: part.box for tick, part in zip(marks, axis.parts(inner(axis)))}
    for year in (2002, 2008):
        middle = boxes[year].center().toPoint()
        qtbot.mouseClick(axis, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, middle)
    assert began == [2012, 2002], "not to a year that has no figures"
    assert chosen == [] and "2014" in axis.name()
    texts = [text for text, _place in axis.labels(inner(axis))]
    assert "2014" in texts and "2024" in texts
    axis.set_ticks(tuple(marks), 2024)
    assert axis.since() is None
    qtbot.keyClick(axis, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chosen == [2022] and began == [2012, 2002]


# Icons


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_icons_read_on_light_and_on_dark(path) -> None:
    renderer = QSvgRenderer(str(path))
    assert renderer.isValid() and renderer.defaultSize() == QSize(24, 24)
    for ground in ("#FFFFFF", DARK):
        image = QImage(48, 48, QImage.Format.Format_RGB32)
        image.fill(QColor(ground))
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        strong = sum(contrast(image.pixelColor(x, y).name(), ground) >= 3 for x in range(48) for y in range(48))
        assert 150 <= strong <= 1200
        edge = [image.pixelColor(x, y).name().upper() for x in range(48) for y in (0, 47)]
        assert set(edge) == {ground}, "drawn within its box"


def test_every_theme_and_tool_has_an_icon() -> None:
    tools = {"import", "draw_area", "select_area", "settings", "report", "demo"}
    assert {path.stem for path in ICONS} >= set(THEMES) | tools


def test_a_tinted_icon_has_the_colour_of_the_text() -> None:
    palette = QPalette(QColor(DARK))
    palette.setColor(QPalette.ColorRole.Window, QColor(DARK))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#F0F0F0"))
    image = tinted_icon(RESOURCES / "icons" / "won.svg", palette).pixmap(64, 64).toImage()
    opaque = [image.pixelColor(x, y) for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255]
    assert opaque and all(contrast(colour.name(), DARK) >= 7 for colour in opaque)
    assert not any(near(colour.name(), INK) for colour in opaque)
    assert tinted_icon(RESOURCES / "icons" / "none.svg", palette).isNull()


@pytest.mark.parametrize(("pixels", "lines_below"), [(11, 1), (22, 2)])
def test_words_below_the_directions_do_not_overlap(qtbot, monkeypatch, pixels, lines_below):
    """In large letters the percentages stand below the words."""
    bar = DirectionBar()
    qtbot.addWidget(bar)
    font = bar.font()
    font.setPixelSize(pixels)
    bar.setFont(font)
    bar.set_data(DirectionData("Title", 0.123, 0.654, 0.223))
    drawn = []

    def note(letter, _painter, box, text, _ink, side=LEFT):
        width = letter.width(text)
        free = box.width() - width
        left = box.left() + {LEFT: 0.0, CENTRE: free / 2, RIGHT: free}[side]
        drawn.append((round(box.top()), left, left + width, text.replace("\u00a0", " ")))

    monkeypatch.setattr(FontMeasures, "draw", note)
    image = bar.picture(320)
    below = sorted(one for one in drawn if one[3] != "Title")
    assert [text for *_place, text in below] == (
        ["worse 12.3 %", "the same 65.4 %", "better 22.3 %"]
        if lines_below == 1
        else ["worse", "the same", "better", "12.3 %", "65.4 %", "22.3 %"]
    )
    assert len({top for top, *_rest in below}) == lines_below
    for before, after in itertools.pairwise(below):
        assert before[0] < after[0] or before[2] < after[1]
    assert below[-1][0] + bar.lettering().normal.height <= image.height() / image.devicePixelRatio()
