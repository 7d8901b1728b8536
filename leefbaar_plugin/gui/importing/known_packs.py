# SPDX-License-Identifier: GPL-2.0-or-later
"""The data packs of this user: those opened before (kept in the QGIS settings), and those in the data folders."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QLocale, QObject, pyqtSignal

from ... import settings
from ...engine.errors import LeefbaarError
from ...engine.names import in_language
from ...pack.files.disk import is_file
from ...pack.files.json_text import parsed
from ...pack.files.resources import load_model
from ...pack.references.groups import load_groups
from ...translation import language, tr
from ..messages import log
from ..work import Background

PACKS = "data"
"""Folder of packs within a data folder."""
_KEY = "leefbaarometer/packs"
_LAST = "leefbaarometer/last_pack"
"""Where the first version kept the one pack it remembered."""
INFO_FILE = "pack.json"
_MOST = 20
_NAMED = 3
_SUBJECT = "packs"


@dataclass(frozen=True)
class KnownPack:
    """What is told of a pack without opening it.

    `names` are its gemeenten, `label` the name of demonstration data by language, `opened` when it was opened here
    last (ISO date and time, empty when never). `there` is None until somebody looked.
    """

    folder: str
    model: str = ""
    edition: str = ""
    names: tuple[str, ...] = ()
    whole_country: bool = False
    label: Mapping[str, str] = field(default_factory=dict)
    opened: str = ""
    there: bool | None = None

    @property
    def path(self) -> Path:
        """The folder of the pack."""
        return Path(self.folder)

    def title(self) -> str:
        """What it is about: its gemeenten, the country, or what demonstration data are called."""
        if self.label:
            return in_language(self.label, language())
        if self.whole_country:
            return tr("Netherlands")
        if not self.names:
            return self.path.name
        if len(self.names) <= _NAMED:
            return ", ".join(self.names)
        return tr("{names} and {number} more").format(
            names=", ".join(self.names[: _NAMED - 1]), number=len(self.names) - _NAMED + 1
        )

    def about(self, today: date | None = None) -> str:
        """Model, edition and day: '3.0 · edition 2024 · yesterday'."""
        edition = tr("edition {edition}").format(edition=self.edition) if self.edition else ""
        return " · ".join(part for part in (self.model, edition, day(self.opened, today)) if part)


def day(moment: str, today: date | None = None) -> str:
    """A day as people say it; '' for none."""
    try:
        then = datetime.fromisoformat(moment).date()
    except ValueError:
        return ""
    now = today or date.today()
    if then == now:
        return tr("today")
    if (now - then).days == 1:
        return tr("yesterday")
    shown = QLocale().toString(then, "d MMM" if then.year == now.year else "d MMM yyyy")
    return str(shown).replace(".", "")


def read(folder: Path) -> KnownPack:
    """What pack.json of a folder says; ValueError or OSError when it isn't that of a pack. Opening looks closer."""
    text = (folder / INFO_FILE).read_text(encoding="utf-8")
    try:
        info = json.loads(text)
        named = in_language(load_model(info["model"]).name, "en")
        names = tuple(str(name or code) for code, name in info["gemeenten"])
        label = {str(key): str(text) for key, text in (info.get("demonstration") or {}).items()}
        whole = not info.get("selection") and len(names) >= load_groups().least_gemeenten
        about = named.rpartition(" ")[2], str(info["edition"]), () if whole else names, whole
    except (LeefbaarError, KeyError, TypeError, AttributeError, RecursionError) as problem:
        raise ValueError(f"{folder}: {problem!r}") from problem
    return KnownPack(str(folder), *about, label, there=True)


def pack_in(folder: Path) -> Path:
    """The folder itself when it is a pack, else the one pack right below it; the folder when there are more or none."""
    if is_file(folder / INFO_FILE):
        return folder
    below = [path.parent for path in folder.glob(f"*/{INFO_FILE}")]
    return below[0] if len(below) == 1 else folder


def stored() -> list[KnownPack]:
    """The packs that were opened here, the last one first; nothing is looked up."""
    try:
        rows = parsed(QgsSettings().value(_KEY, "[]", type=str))
        found = [_known(row) for row in rows]
    except (ValueError, TypeError, AttributeError):  # written by hand, or by a later version
        found = []
    last = QgsSettings().value(_LAST, "", type=str)
    if last and not any(_same(one.folder, last) for one in found):
        found.append(KnownPack(last))
    return sorted(found, key=lambda one: one.opened, reverse=True)


def _known(row: Mapping[str, Any]) -> KnownPack:
    label = {str(key): str(value) for key, value in dict(row.get("label") or {}).items()}
    names = tuple(str(name) for name in row.get("names", []))
    folder, model, edition, opened = (str(row.get(name, "")) for name in ("folder", "model", "edition", "opened"))
    return KnownPack(folder, model, edition, names, bool(row.get("whole_country")), label, opened)


def store(packs: Iterable[KnownPack]) -> None:
    """Keep these, the last opened ones when they are many."""
    rows = [{name: value for name, value in asdict(one).items() if name != "there"} for one in packs]
    QgsSettings().setValue(_KEY, json.dumps(rows[:_MOST]))
    QgsSettings().remove(_LAST)


def note(folder: str | Path) -> None:
    """A pack was opened now."""
    now = replace(read(Path(folder)), opened=datetime.now().isoformat(timespec="seconds"))
    store([now, *(one for one in stored() if not _same(one.folder, now.folder))])


def forget(folder: str | Path) -> None:
    """Leave a pack out of the list; its folder stays where it is."""
    store([one for one in stored() if not _same(one.folder, folder)])


def looked_up(known: list[KnownPack], folders: Iterable[Path]) -> list[KnownPack]:
    """Which of the packs are there, and behind them what else lies in the data folders; for the background.

    A share that doesn't answer takes long to say so.
    """
    found = []
    for one in known:
        try:
            found.append(replace(read(one.path), opened=one.opened))
        except (ValueError, OSError):
            found.append(replace(one, there=False))
    for folder in folders:
        try:
            places = sorted(path.parent for path in (folder / PACKS).glob(f"*/{INFO_FILE}"))
        except OSError as problem:
            log(f"{folder}: {problem}")
            continue
        for place in places:
            if any(_same(one.folder, place) for one in found):
                continue
            try:
                found.append(read(place))
            except (ValueError, OSError) as problem:
                log(str(problem))
    return found


def _same(one: str | Path, other: str | Path) -> bool:
    return Path(one) == Path(other)


class KnownPacks(QObject):
    """The list, for all who show it; `changed` is sent when it is another, and when it is known what is there."""

    changed = pyqtSignal()

    def __init__(self, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._background = background
        self._packs = stored()

    @property
    def packs(self) -> list[KnownPack]:
        """Packs opened before, the last one first, and behind them those that lie in the data folders."""
        return list(self._packs)

    def look(self) -> None:
        """Find out what is there, in the background."""
        self._packs = stored()
        known, folders = self.packs, settings.load().folders
        self._background.start(
            _SUBJECT,
            tr("Leefbaarometer: looking for data packs"),
            lambda _progress: looked_up(known, folders),
            self._take,
            lambda problem: log(f"{type(problem).__name__}: {problem}"),
        )

    def note(self, folder: str | Path) -> None:
        """A pack was opened now."""
        note(folder)
        self.look()

    def forget(self, folder: str | Path) -> None:
        """Leave a pack out of the list."""
        forget(folder)
        self._take([one for one in self._packs if not _same(one.folder, folder)])

    def _take(self, packs: list[KnownPack]) -> None:
        self._packs = packs
        self.changed.emit()
