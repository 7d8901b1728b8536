# SPDX-License-Identifier: GPL-2.0-or-later
"""What to relate: a table, its columns, the level, the weight and the regions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProject, QgsSettings, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...analysis.relations.relations import REGIONS
from ...engine.relations.cross_table import BOUND, CUTS
from ...engine.relations.neighbours import KINDS as NEIGHBOURS
from ...engine.squares.weights import DWELLINGS, HOUSEHOLDS, INHABITANTS
from ...layers.level_names import level_name
from ...layers.project.ownership import owned
from ...pack.pack import Pack
from ...pack.tables.area_codes import LEVELS
from ...pack.tables.user_table import UserTable
from ...plain_text import as_tip
from ...translation import tr
from ..widgets.elided import ElidedCombo
from ..widgets.sections import Section

_FOLDER = "leefbaarometer/relation_folder"
_COLUMN = "column:"
_LARGEST = 1e9

Source = Path | str
"""A file, or the id of a layer of the project."""


class RelationControls(QWidget):
    """Sends `source_chosen` with a `Source` when another table is wanted, `changed` when anything else is."""

    source_chosen = pyqtSignal(object)
    sheet_chosen = pyqtSignal(str)
    changed = pyqtSignal()

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._file: Path | None = None
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.source = self._combo("Source", tr("Table: a file or a layer of the project"))
        self.file = QToolButton(self)
        self.file.setObjectName("LeefbaarometerRelationFile")
        self.file.setText(tr("File…"))
        self.file.setToolTip(tr("Choose a table: CSV, XLSX, ODS or a map file"))
        self.sheet = self._combo("Sheet", tr("Sheet or layer of the file"))
        self.code = self._combo("Code", tr("Column with the codes of the areas"))
        self.value = self._combo("Value", tr("Column with the figures"))
        self.level = self._combo("Level", tr("Areas the table is about"))
        self.table_year = self._combo("TableYear", tr("Year of the figures, of a table with several years per area"))
        self.weight = self._combo("Weight", tr("What an area counts for"))
        self.region = self._combo("Region", tr("Correlations by region as well"))
        self._build()
        self.file.clicked.connect(lambda _checked: self.choose_file())
        self.source.activated.connect(lambda _index: self._choose_source())
        self.sheet.activated.connect(lambda _index: self.sheet_chosen.emit(self.sheet.currentText()))
        for combo in (self.code, self.value, self.table_year, self.level, self.weight, self.region):
            combo.activated.connect(lambda _index: self.changed.emit())

    def _build(self) -> None:
        source = QHBoxLayout()
        source.addWidget(self.source, 1)
        source.addWidget(self.file)
        of_table = QVBoxLayout()  # a row of its own would leave a gap while there is one sheet
        of_table.addLayout(source)
        of_table.addWidget(self.sheet)
        self._form.addRow(tr("Table"), of_table)
        rows = (
            (tr("Figure"), self.value),
            (tr("Year"), self.table_year),
            (tr("Codes"), self.code),
            (tr("Level"), self.level),
            (tr("Weight"), self.weight),
            (tr("Regions"), self.region),
        )
        for label, combo in rows:
            self._form.addRow(label, combo)
        self.sheet.setVisible(False)
        for name, kind in (
            (tr("none"), REGIONS[0]),
            (tr("by gemeente"), REGIONS[1]),
            (tr("G4, G40 and the others"), REGIONS[2]),
        ):
            self.region.addItem(name, kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        column.addWidget(self._more())
        self.show_table(None, (), None)
        self.list_sources(None)

    def _more(self) -> Section:
        """Choices for those who want them: how low and high are divided, and who is a neighbour."""
        box = Section("relation_cuts", tr("Low, high and neighbours"), self)
        box.clicked.connect(lambda: box.set_open(box.head.isChecked()))
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        box.body.addLayout(form)
        self.score_cut = self._combo("ScoreCut", tr("Where a low score ends"))
        self.value_cut = self._combo("ValueCut", tr("Where a low figure ends"))
        names = [tr("median"), tr("lowest fifth"), tr("highest fifth"), tr("lower bound of class 5")]
        for combo, last in ((self.score_cut, names[3]), (self.value_cut, tr("a bound"))):
            for name, kind in zip([*names[:3], last], CUTS, strict=True):
                combo.addItem(name, kind)
            combo.activated.connect(lambda _index: self.changed.emit())
        self.bound = QDoubleSpinBox(box)
        self.bound.setObjectName("LeefbaarometerRelationBound")
        self.bound.setAccessibleName(tr("Bound of the figure"))
        self.bound.setRange(-_LARGEST, _LARGEST)
        self.bound.setDecimals(3)
        self.bound.setKeyboardTracking(False)
        self.bound.setEnabled(False)
        self.bound.valueChanged.connect(lambda _value: self.changed.emit())
        self.value_cut.activated.connect(lambda _index: self.bound.setEnabled(self.value_cut.currentData() == BOUND))
        self.neighbours = self._combo("Neighbours", tr("Neighbours for Moran's I"))
        for name, kind in ((tr("the six nearest areas"), NEIGHBOURS[0]), (tr("touching areas"), NEIGHBOURS[1])):
            self.neighbours.addItem(name, kind)
        self.neighbours.activated.connect(lambda _index: self.changed.emit())
        self.since = self._combo("Since", tr("Relate the change of the score since this year"))
        self.value_since = self._combo("ValueSince", tr("Relate the change of the figure: minus this column"))
        for combo in (self.since, self.value_since):
            combo.activated.connect(lambda _index: self.changed.emit())
        form.addRow(tr("Score since"), self.since)
        form.addRow(tr("Figure minus"), self.value_since)
        form.addRow(tr("Score"), self.score_cut)
        form.addRow(tr("Figure"), self.value_cut)
        form.addRow(tr("Bound"), self.bound)
        form.addRow(tr("Neighbours"), self.neighbours)
        return box

    def _combo(self, name: str, explained: str) -> QComboBox:
        combo = ElidedCombo(self)
        combo.setObjectName(f"LeefbaarometerRelation{name}")
        combo.setAccessibleName(explained)
        combo.setToolTip(as_tip(explained))
        combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(8)
        return combo

    # The table

    def choose_file(self) -> None:
        """Ask for a file; the folder is remembered."""
        kinds = tr("Tables and map files") + " (*.csv *.txt *.tsv *.xlsx *.ods *.gpkg *.geojson *.shp *.dbf);;"
        folder = QgsSettings().value(_FOLDER, "", type=str)
        chosen, _ = QFileDialog.getOpenFileName(
            self, tr("Table with figures per area"), folder, kinds + tr("All files") + " (*)"
        )
        if chosen:
            QgsSettings().setValue(_FOLDER, str(Path(chosen).parent))
            self.take_file(Path(chosen))

    def take_file(self, path: Path) -> None:
        """Use a file, as if the user had chosen it."""
        self._file = path
        self.list_sources(path)
        self.source_chosen.emit(path)

    def list_sources(self, current: Source | None) -> None:
        """Fill the list of tables: the file that was chosen and the layers of the project that aren't ours."""
        ours = {layer.id() for _entry, layer in owned(self._project)}
        layers = [
            layer
            for layer in self._project.mapLayers().values()
            if isinstance(layer, QgsVectorLayer) and layer.isValid() and layer.id() not in ours
        ]
        self.source.clear()
        self.source.addItem(tr("choose a table"), None)
        if self._file is not None:
            self.source.addItem(self._file.name, self._file)
        for layer in sorted(layers, key=lambda one: one.name().casefold()):
            self.source.addItem(layer.name(), layer.id())
        found = [at for at in range(self.source.count()) if self.source.itemData(at) == current]
        self.source.setCurrentIndex(found[0] if found else 0)

    def _choose_source(self) -> None:
        chosen = self.source.currentData()
        if chosen is not None:
            self.source_chosen.emit(chosen)

    def show_sheets(self, names: Sequence[str], current: str) -> None:
        """Offer the sheets of a file when it has more than one."""
        self.sheet.clear()
        self.sheet.addItems(list(names))
        self.sheet.setCurrentText(current)
        self.sheet.setVisible(len(names) > 1)

    def show_table(
        self,
        table: UserTable | None,
        numbers: Sequence[str],
        pack: Pack | None,
        code: str = "",
        level: str = "",
        years: Sequence[int] = (),
    ) -> None:
        """Fill the lists with what the table and the pack have; `code` and `level` are what fits best.

        `years` are those of a table with several per area: one has to be chosen.
        """
        self.table_year.clear()
        self.table_year.setEnabled(len(years) > 0)
        if years:
            self.table_year.addItem(tr("choose a year"), 0)
        for year in years:
            self.table_year.addItem(str(year), year)
        for combo in (self.code, self.value, self.level, self.weight, self.since, self.value_since):
            combo.clear()
            combo.setEnabled(table is not None)
        self.region.setEnabled(table is not None)
        if table is None or pack is None:
            return
        self.code.addItems(list(table.columns))
        self.code.setCurrentIndex(self.code.findText(code))
        others = [name for name in numbers if name != code]
        self.value.addItems(others)
        for one in LEVELS:
            if one in pack.known_levels:
                self.level.addItem(level_name(pack, one), one)
        self.level.setCurrentIndex(max(self.level.findData(level), 0))
        self.since.addItem(tr("the score itself"), 0)
        for year in reversed(pack.years[:-1]):
            self.since.addItem(str(year), year)
        self.value_since.addItem(tr("the figure itself"), "")
        for name in others:
            self.value_since.addItem(name, name)
        self.weight.addItem(tr("all areas equally"), "")
        if pack.counts is not None:
            for kind, name in (
                (DWELLINGS, tr("dwellings")),
                (HOUSEHOLDS, tr("households")),
                (INHABITANTS, tr("inhabitants")),
            ):
                self.weight.addItem(name, kind)
        for name in others:
            self.weight.addItem(tr("column {name}").format(name=name), _COLUMN + name)

    @property
    def chosen_weight(self) -> tuple[str, str]:
        """Kind of count, and column of the table; one of them or both empty."""
        chosen = self.weight.currentData() or ""
        return ("", chosen.removeprefix(_COLUMN)) if chosen.startswith(_COLUMN) else (chosen, "")
