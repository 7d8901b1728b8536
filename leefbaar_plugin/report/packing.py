# SPDX-License-Identifier: GPL-2.0-or-later
"""A saved project in one zip for a colleague: project, areas, other local layers, data packs and reports.

Of a data pack goes along what the project's own areas need: the gemeenten that they lie in or near (`cutting`). In the
zip everything lies below one folder, and the project points to it by relative paths: it opens wherever that folder is
put. What lies on a server stays there. `leefbaarometer_project.json`, the first member, says what it is.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..engine.errors import InputError, WriteError
from ..pack.files.disk import Staging, belongings, beside, is_file, is_folder
from ..pack.files.json_text import JsonError, parsed
from ..pack.files.progress import Progress, part, report, silent
from ..pack.files.resources import plugin_version
from ..pack.pack import read_info
from ..pack.schema import INFO_FILE
from ..translation import tr
from .cutting import Cutting, own_outlines

MARKER, FORMAT, PROGRAM = "leefbaarometer_project.json", 1, "leefbaar_plugin"
PROJECTS = (".qgz", ".qgs")
_DATA, _LAYERS, _REPORTS = "data", "lagen", "rapporten"
_SCOPE = "leefbaarometer"
_LARGEST_PROJECT = 500 * 1024**2
_NAMED = 8
_GATHERED = 0.3
"""Part of the time until all is found, and data packs are cut."""
_SHAPEFILE = (".dbf", ".shx", ".prj", ".cpg", ".qpj", ".sbn", ".sbx")
_DATABASES = (".gpkg", ".sqlite")


@dataclass
class Packed:
    """What was packed: files by their place in the zip; sources that aren't there, so that they couldn't be; and of
    every data pack that was cut, by its folder's name, the names of its gemeenten.
    """

    files: dict[str, Path] = field(default_factory=dict)
    lacking: list[str] = field(default_factory=list)
    cut: dict[str, list[str]] = field(default_factory=dict)


def pack_project(
    project: Path, target: Path, reports: Sequence[Path] = (), progress: Progress = silent, whole: bool = False
) -> Packed:
    """Write a project as it was saved, with all that it needs, into a zip; whole or not at all.

    Data packs are cut to what the own areas of the project need, or go along whole. InputError when the file is no
    project; PackError when a data pack can't be read; WriteError when the disk refuses; CancelledError when cancelled.
    """
    members = _members(project)
    name = next(one for one in members if one.endswith(".qgs"))
    document = QDomDocument()
    if not document.setContent(members[name])[0] or document.documentElement().tagName() != "qgis":
        raise _no_project(project)
    stem = project.stem
    with (
        beside(target) as written,
        Staging(written.parent, "copies", "") as copies,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        cutting = Cutting([] if whole else own_outlines(document, project.absolute().parent), copies.path)
        gathered = _Gathered(project.absolute().parent, cutting, part(progress, 0.0, _GATHERED))
        _rewrite(document, gathered.place)
        members[name] = bytes(document.toByteArray(-1))
        for path in reports:
            if is_file(path):
                gathered.add(path, _REPORTS)
            else:
                gathered.packed.lacking.append(str(path))
        archive.writestr(MARKER, json.dumps(_about(stem), ensure_ascii=False))
        archive.writestr(f"{stem}/{stem}.qgz", _zipped(members, f"{stem}.qgs", name))
        for at, (place, path) in enumerate(gathered.packed.files.items()):
            archive.write(_settled(path, copies.path), f"{stem}/{place}")
            report(progress, _GATHERED + (1 - _GATHERED) * (at + 1) / len(gathered.packed.files))
    return gathered.packed


def cut_lines(cut: Mapping[str, Sequence[str]]) -> list[str]:
    """What is said of data packs that were cut."""
    text = tr("Of data pack {pack} goes along what the own areas need: {gemeenten}.")
    return [
        text.format(pack=name, gemeenten=", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else ""))
        for name, names in cut.items()
    ]


def _about(stem: str) -> dict[str, object]:
    made = datetime.now().isoformat(timespec="seconds")
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "version": plugin_version(),
        "date": made,
        "folder": stem,
        "project": f"{stem}.qgz",
    }


def _no_project(project: Path) -> InputError:
    return InputError("{file} is no project of QGIS that can be read.", file=project.name)


def _members(project: Path) -> dict[str, bytes]:
    """The parts of a project file by name; one of them ends in .qgs."""
    try:
        if project.stat().st_size > _LARGEST_PROJECT:
            raise _no_project(project)
        if project.suffix.lower() == ".qgs":
            return {project.name: project.read_bytes()}
        with zipfile.ZipFile(project) as archive:
            if sum(one.file_size for one in archive.infolist()) > _LARGEST_PROJECT:
                raise _no_project(project)
            found = {name: archive.read(name) for name in archive.namelist()}
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError) as problem:
        raise _no_project(project) from problem
    if not any(name.endswith(".qgs") for name in found):
        raise _no_project(project)
    return found


def _zipped(members: dict[str, bytes], renamed: str, name: str) -> bytes:
    """The parts of a project as one .qgz; its .qgs (`name`) takes the name of the project."""
    import io

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, body in members.items():
            archive.writestr(renamed if member == name else member, body)
    return made.getvalue()


class _Gathered:
    """Finds the files that a project uses, and gives each a place in the zip."""

    def __init__(self, home: Path, cutting: Cutting, progress: Progress) -> None:
        self._home, self._cutting, self._progress = home, cutting, progress
        self._places: dict[str, str] = {}
        self.packed = Packed()

    def place(self, source: str) -> str:
        """A source with its file in the zip; the source itself when it is no local file."""
        path, bar, rest = source.partition("|")
        local = self._local(path)
        if local is None:
            return source
        if not (is_file(local) or is_folder(local)):
            if source not in self.packed.lacking:
                self.packed.lacking.append(source)
            return source
        return f"./{self._put(local)}{bar}{rest}"

    def add(self, path: Path, folder: str) -> str:
        """A file with what belongs to it, in a folder of the zip; returns its place."""
        place = self._free(folder, path.name)
        stem = Path(place).with_suffix("")
        self.packed.files[place] = path
        for one in _companions(path):
            other = one.name.removeprefix(path.name) if one.name.startswith(path.name) else ""
            named = place + other if other else f"{stem.as_posix()}{one.suffix}"
            self.packed.files[named] = one
        return place

    def _local(self, path: str) -> Path | None:
        if not path or "://" in path or path.startswith(("/vsi", "data:", "base64:", "dbname=", "localized:")):
            return None
        if "=" in path and not path.startswith((".", "/")) and not Path(path).is_absolute():
            return None  # a connection to a server
        try:
            found = Path(path) if Path(path).is_absolute() else self._home / path
            return Path(os.path.normpath(found))
        except ValueError:
            return None

    def _put(self, local: Path) -> str:
        key = os.path.normcase(str(local))
        if key not in self._places:
            pack = next((one for one in (local, local.parent) if is_file(one / INFO_FILE)), None)
            if pack is not None:
                place = self._add_pack(pack)
                self._places[key] = place if pack == local else f"{place}/{local.name}"
            elif is_folder(local):
                self.packed.lacking.append(str(local))
                self._places[key] = Path(os.path.relpath(local, self._home)).as_posix()
            else:
                near = local.parent == self._home
                self._places[key] = self.add(local, "" if near else _LAYERS)
        return self._places[key]

    def _add_pack(self, pack: Path) -> str:
        key = os.path.normcase(str(pack))
        if key not in self._places:
            place = self._free(_DATA, pack.name, pack)
            source = self._cutting.cut(pack, self._progress)
            info = read_info(source)
            if source != pack:
                self.packed.cut[pack.name] = [name or code for code, name in info["gemeenten"]]
            for name in (INFO_FILE, *info["files"]):
                self.packed.files[f"{place}/{name}"] = source / name
            self._places[key] = place
        return self._places[key]

    def _free(self, folder: str, name: str, pack: Path | None = None) -> str:
        """A place that nothing has yet."""
        start = f"{folder}/" if folder else ""
        stem, ending = (name, "") if pack is not None else (Path(name).stem, Path(name).suffix)
        taken = {one.casefold() for one in self.packed.files}
        taken |= {one.rpartition("/")[0].casefold() for one in self.packed.files}
        for number in range(1, 100_000):
            place = f"{start}{stem}{'' if number == 1 else f'-{number}'}{ending}"
            if place.casefold() not in taken:
                return place
        return place


def _companions(path: Path) -> Iterator[Path]:
    """Files without which a file isn't what it is; journals of a database are in its copy."""
    journals = ("-wal", "-shm", "-journal")
    yield from (one for one in belongings(path) if not one.name.endswith(journals))
    if path.suffix.lower() == ".shp":
        yield from (one for one in map(path.with_suffix, _SHAPEFILE) if is_file(one))


def _settled(path: Path, folder: Path) -> Path:
    """The file itself; of a database a copy with all that was stored in it, also while QGIS has it open."""
    if path.suffix.lower() not in _DATABASES:
        return path
    if folder in path.parents:
        return path  # made here, and open nowhere
    copy = folder / f"{len(list(folder.iterdir()))}{path.suffix}"
    try:
        address = f"{path.absolute().as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    except sqlite3.Error:
        try:
            shutil.copyfile(path, copy)  # no database, whatever its name
        except OSError as problem:
            raise WriteError("{file} can't be written: {problem}.", file=path.name, problem=problem) from problem
    return copy


def _rewrite(document: QDomDocument, placed: Callable[[str], str]) -> None:
    """Give every source of the project its place in the zip: of layers, in the tree, and of our packs."""
    root = document.documentElement()
    for element in _elements(root, "datasource"):
        if element.text():
            _set_text(document, element, placed(element.text()))
    for element in _elements(root, "layer-tree-layer"):
        if element.attribute("source"):
            element.setAttribute("source", placed(element.attribute("source")))
    for ours in _elements(root.firstChildElement("properties"), _SCOPE):
        for name in ("pack", "packs"):
            element = ours.firstChildElement(name)
            if not element.isNull() and element.text():
                _set_text(document, element, _packs(element.text(), placed))


def _packs(text: str, placed: Callable[[str], str]) -> str:
    """A folder, or folders by key as JSON."""
    try:
        found = parsed(text)
    except JsonError:
        return placed(text)
    if not isinstance(found, dict):
        return placed(text)
    return json.dumps({key: placed(str(path)) for key, path in found.items()}, ensure_ascii=False, sort_keys=True)


def _elements(element: QDomElement, name: str) -> Iterator[QDomElement]:
    found = element.elementsByTagName(name)
    for at in range(found.count()):
        yield found.at(at).toElement()


def _set_text(document: QDomDocument, element: QDomElement, text: str) -> None:
    while element.hasChildNodes():
        element.removeChild(element.firstChild())
    element.appendChild(document.createTextNode(text))
