# SPDX-License-Identifier: GPL-2.0-or-later
"""Attacks on projects: what the plugin keeps in them, damaged; opened with the whole plugin, and worked with."""

from __future__ import annotations

import json
import random
import re
import shutil
from html import escape, unescape
from pathlib import Path

from leefbaar_plugin.analysis.signals.rule_set import load_rules, rule_json
from leefbaar_plugin.pack.importing.importer import import_edition
from leefbaar_plugin.pack.reading.inspection import inspect
from tests.builders import Edition, square_wkt, write_vector
from tests.soak import mutate
from tests.soak.headless import Headless
from tests.soak.inputs import AREA, Attack, Judged
from tests.soak.outcome import HELD, LOST, REFUSED, TRACEBACK, WRONG

_SCOPE = re.compile(r"(<leefbaarometer>)(.*?)(</leefbaarometer>)", re.DOTALL)
_ENTRY = re.compile(r"<(\w+) type=\"(\w+)\">(.*?)</\1>|<(\w+)/>", re.DOTALL)
_PROPERTY = re.compile(r"<Option [^>]*leefbaarometer[^>]*/>")
_SOURCE = re.compile(r"(<datasource>)([^<]*)(</datasource>)")
_LAYER = re.compile(r"<maplayer .*?</maplayer>", re.DOTALL)
MINE, PLANS = "plannen van mij", 3


class ProjectFile(Attack):
    """Projects with a pack, two areas, a rule and a layer of the user."""

    kind = "projects"

    def prepare(self, folder: Path) -> None:
        """Such a project, saved beside its data."""
        self.place = folder.with_name("project")
        self.place.mkdir(parents=True)
        files = folder
        files.mkdir(parents=True)
        Edition(files).all()
        import_edition(inspect([files]), self.place / "pack")
        plans = [({"naam": f"plan {n}"}, square_wkt(851 + n, 4361)) for n in range(PLANS)]
        write_vector(self.place / "plannen.gpkg", "plannen", plans)
        self.qgis = Headless(folder.with_name("qgis"))
        from qgis.core import QgsGeometry, QgsVectorLayer

        plugin, project = self.qgis.plugin, self.qgis.project
        mine = QgsVectorLayer(f"{self.place / 'plannen.gpkg'}|layername=plannen", MINE, "ogr")
        project.addMapLayer(mine)
        plugin.session.open_pack(self.place / "pack")
        project.write(str(self.place / "p.qgs"))
        plugin.areas.add([("gebied", QgsGeometry.fromWkt(AREA)), ("b", QgsGeometry.fromWkt(square_wkt(853, 4361)))])
        project.writeEntry("leefbaarometer", "rules", [rule_json(next(iter(load_rules().values())))])
        self.qgis.rest()
        project.write(str(self.place / "p.qgs"))
        self.qgis.rest()
        self.right = self._figure()
        self.text = (self.place / "p.qgs").read_text(encoding="utf-8")
        self.qgis.close()

    def _figure(self) -> float:
        from leefbaar_plugin.analysis.measure import Measurer
        from tests.soak.inputs import area

        pack = self.qgis.plugin.session.pack
        return float(Measurer(pack).measure([area()], (2024,)).scores.total[0, 0]) if pack and pack.grid else 0.0

    def once(self, chance: random.Random, folder: Path) -> Judged:
        """Opened, the year and theme switched, an area drawn, saved and closed."""
        place = Path(shutil.copytree(self.place, folder / "project"))
        (place / "p.qgs").write_text(damaged(self.text, chance), encoding="utf-8", errors="surrogateescape")
        self.qgis.problems.clear()
        try:
            return self._used(place, chance)
        finally:
            self.qgis.close()

    def _used(self, place: Path, chance: random.Random) -> Judged:
        from qgis.core import QgsGeometry

        plugin, project = self.qgis.plugin, self.qgis.project
        opened = project.read(str(place / "p.qgs"))
        self.qgis.rest(quiet=0.02)
        if not opened:
            return REFUSED, "QGIS itself doesn't read it"
        said = self.qgis.said()
        right = not plugin.session.pack or abs(self._figure() - self.right) < 1e-9
        if plugin.session.pack is not None:
            plugin.session.set_year(chance.choice(plugin.session.available_years()))
            plugin.session.set_theme(chance.choice(plugin.session.model.themes).id)
            plugin.areas.add([("nieuw", QgsGeometry.fromWkt(square_wkt(855, 4361)))])
        for page in range(plugin.dock.tabs.count() if hasattr(plugin.dock, "tabs") else 0):
            plugin.dock.tabs.setCurrentIndex(page)
        self.qgis.rest(quiet=0.02)
        mine = [layer for layer in project.mapLayers().values() if layer.name() == MINE]
        project.write(str(place / "q.qgs"))
        self.qgis.rest(quiet=0.02)
        if self.qgis.problems:
            return TRACEBACK, self.qgis.problems[-1][-1500:]
        if not right:
            return WRONG, "another figure for the same area"
        if len(mine) != 1 or mine[0].featureCount() != PLANS:
            return LOST, f"the user's layer: {mine}"
        return (HELD, "") if plugin.session.pack is not None else (REFUSED, "; ".join(said))


def damaged(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 2, 4))):
        kind = chance.random()
        if kind < 0.6:
            text = _SCOPE.sub(lambda found: found[1] + _entry_changed(found[2], chance) + found[3], text, count=1)
        elif kind < 0.75:
            text = _one_of(_PROPERTY, text, chance, _property_changed)
        elif kind < 0.85:
            text = _one_of(_SOURCE, text, chance, _source_changed)
        elif kind < 0.95:
            ours = [found for found in _LAYER.finditer(text) if MINE not in found[0]]
            if ours:
                gone = chance.choice(ours)
                text = text[: gone.start()] + text[gone.end() :]
        else:
            found = _SCOPE.search(text)
            if found:
                text = text[: found.start()] + text[found.end() :]
    return text


def _one_of(form: re.Pattern[str], text: str, chance: random.Random, change) -> str:
    found = [one for one in form.finditer(text) if "plannen.gpkg" not in one[0]]
    if not found:
        return text
    one = chance.choice(found)
    return text[: one.start()] + change(one, chance) + text[one.end() :]


def _entry_changed(entries: str, chance: random.Random) -> str:
    """One of the plugin's own entries with another value, type or name; or none."""
    found = list(_ENTRY.finditer(entries))
    if not found:
        return entries
    one = chance.choice(found)
    name, type_, value = one[1] or one[4], one[2] or "QString", unescape(one[3] or "")
    kind = chance.randrange(6)
    if kind == 0:
        return entries[: one.start()] + entries[one.end() :]
    if kind == 1:
        type_ = chance.choice(("int", "double", "QString", "bool", "QStringList", "x"))
    elif kind == 2 and value.strip().startswith(("{", "[")):
        try:
            value = json.dumps(mutate.json_value(json.loads(value), chance))
        except ValueError:
            value = "{"
    elif kind == 3:
        value = mutate.bytes_of(value.encode(), chance).decode("utf-8", "replace")
    elif kind == 4:
        value = chance.choice(
            ("-1", "99999999999", "1e9", "nan", "buurt", "soc", "RLBWON", "change", "2014", "gemeente")
        )
    else:
        value = chance.choice((*mutate.ODD_TEXTS, "./pack", "/" + "a" * 5000, "./plannen.gpkg", "postgres://x", "."))
    plain = "".join(sign for sign in value if sign.isprintable() or sign in "\n\t")
    if type_ == "QStringList":
        plain = f"<value>{escape(plain)}</value>"
        return f'{entries[: one.start()]}<{name} type="{type_}">{plain}</{name}>{entries[one.end() :]}'
    return f'{entries[: one.start()]}<{name} type="{type_}">{escape(plain)}</{name}>{entries[one.end() :]}'


def _property_changed(found: re.Match[str], chance: random.Random) -> str:
    value = chance.choice(("", "x", "areas", "pack", "buurt", "grid", "hatching", "GRID", "4", "a" * 300))
    return re.sub(r'value="[^"]*"', f'value="{value}"', found[0]) if chance.random() < 0.8 else ""


def _source_changed(found: re.Match[str], chance: random.Random) -> str:
    other = chance.choice(
        (
            "",
            "./weg.gpkg|layername=x",
            "./plannen.gpkg|layername=plannen",
            "./pack/areas.gpkg|layername=gemeente",
            "x" * 5000,
        )
    )
    return found[1] + escape(other) + found[3]
