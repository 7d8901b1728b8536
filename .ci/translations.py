#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps i18n/leefbaar_plugin_nl.ts in step with the source strings of the package.

    .ci/translations.py                  update the file: new strings unfinished, vanished ones dropped
    .ci/translations.py --set FILE.json  update, then take over the translations {"source": "translation"} of a file
    .ci/translations.py --missing        print {"source": ""} for what has no translation yet, to be filled in
    .ci/translations.py --check          change nothing; exit 1 when anything is amiss

A source string is the first argument of `tr("…")` and `mark("…")` and of our own errors, `InputError("{file} …", …)`:
always a constant, so that it can be found here.
"""

from __future__ import annotations

import argparse
import ast
import builtins
import json
import string
import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "leefbaar_plugin"
TRANSLATION = ROOT / "i18n" / "leefbaar_plugin_nl.ts"
CONTEXT = "Leefbaarometer"
MARKERS = {"tr", "mark"}
# Where the markers themselves are defined.
DEFINES = "translation.py"


@dataclass
class Sources:
    """Source strings of a package with the files they are in, and what is wrong with the calls."""

    files: dict[str, set[str]] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def called_name(call: ast.Call) -> str:
    """Last part of the name of what is called, or ''."""
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def is_error(name: str) -> bool:
    """Whether a name is that of an error of our own (its sentence is shown, so it is translated)."""
    return name.endswith("Error") and name[:1].isupper() and not hasattr(builtins, name)


def find_sources(package: Path) -> Sources:
    """Source strings of all modules below a folder; implicit concatenation counts as one string."""
    found = Sources()
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), place)):
            if not isinstance(node, ast.Call) or path.name == DEFINES:
                continue
            name = called_name(node)
            if name not in MARKERS and not is_error(name):
                continue
            argument = node.args[0] if node.args else None
            where = f"{place}:{node.lineno}"
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value.strip():
                found.files.setdefault(argument.value, set()).add(place)
            elif isinstance(argument, ast.JoinedStr):
                found.problems.append(f"{where}: f-string inside {name}(); use {{places}} and values")
            elif argument is None and is_error(name) and not node.keywords:
                found.problems.append(f"{where}: {name}() without a sentence")
            else:
                found.problems.append(f"{where}: the text of {name}() isn't a string constant")
    return found


def read_translations(path: Path) -> dict[str, str]:
    """Source -> translation ('' when unfinished) of a .ts file; empty when there is no file."""
    if not path.exists():
        return {}
    result = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") is None
        result[message.findtext("source", "")] = translation.text or "" if finished else ""
    return result


def ts_text(files: dict[str, set[str]], translations: dict[str, str]) -> str:
    """Text of a .ts file; sorted, with files but no line numbers, so that differences stay small."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="nl" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source in sorted(files, key=lambda text: (text.casefold(), text)):
        translation = translations.get(source, "")
        lines.append("    <message>")
        lines += [f'        <location filename="../{place}"/>' for place in sorted(files[source])]
        lines.append(f"        <source>{escape(source)}</source>")
        if translation:
            lines.append(f"        <translation>{escape(translation)}</translation>")
        else:
            lines.append('        <translation type="unfinished"></translation>')
        lines.append("    </message>")
    return "\n".join([*lines, "</context>", "</TS>", ""])


def places(text: str) -> Counter[str]:
    """The {places} of a format string with their formats; raises ValueError when the braces don't match."""
    found: Counter[str] = Counter()
    for _, name, form, conversion in string.Formatter().parse(text):
        if name is not None:
            found["{" + name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "") + "}"] += 1
    return found


def wrong_places(source: str, translation: str) -> str:
    """What is wrong with the places of a translation, or ''; a named place may be repeated."""
    try:
        wanted = places(source)
    except ValueError:
        return ""  # braces that are no places: a source that is never formatted
    try:
        got = places(translation)
    except ValueError as error:
        return str(error)
    counted = any(place.startswith(("{}", "{:", "{!")) for place in wanted)
    if (got != wanted) if counted else (set(got) != set(wanted)):
        return f"{' '.join(sorted(wanted.elements())) or 'none'} against {' '.join(sorted(got.elements())) or 'none'}"
    return ""


def differing_places(translations: dict[str, str], sources: Iterable[str]) -> list[str]:
    """One line for every translation whose places differ from those of its source."""
    found = []
    for source in sorted(sources):
        wrong = wrong_places(source, translations[source]) if translations.get(source) else ""
        if wrong:
            found.append(f"places differ ({wrong}): {source!r} = {translations[source]!r}")
    return found


def check(sources: Sources, translations: dict[str, str]) -> list[str]:
    """Everything that is amiss between the package and its translations, one line each."""
    amiss = list(sources.problems)
    amiss += [f"new, not in the file: {text!r}" for text in sorted(sources.files.keys() - translations.keys())]
    amiss += [f"unfinished: {text!r}" for text in sorted(sources.files) if translations.get(text) == ""]
    amiss += [f"vanished from the sources: {text!r}" for text in sorted(translations.keys() - sources.files.keys())]
    return amiss + differing_places(translations, sources.files)


def update(sources: Sources, path: Path, given: dict[str, str]) -> None:
    """Write the file anew with the translations it had and the given ones."""
    old = read_translations(path)
    unknown = sorted(given.keys() - sources.files.keys())
    translations = old | {source: text for source, text in given.items() if source in sources.files}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ts_text(sources.files, translations), encoding="utf-8", newline="\n")
    unfinished = [text for text in sources.files if not translations.get(text)]
    vanished = old.keys() - sources.files.keys()
    print(f"{path.name}: {len(sources.files)} strings, {len(unfinished)} without translation, {len(vanished)} dropped")
    for text in unknown:
        print(f"no such source string: {text!r}", file=sys.stderr)
    for line in [*sources.problems, *differing_places(translations, sources.files)]:
        print(line, file=sys.stderr)


def main(arguments: list[str] | None = None) -> int:
    """Read the command line and do it; the exit code."""
    parser = argparse.ArgumentParser(description="Update or check the Dutch translation.")
    parser.add_argument("--check", action="store_true", help="change nothing, exit 1 when anything is amiss")
    parser.add_argument("--set", type=Path, metavar="FILE.json", help='merge {"source": "translation"}')
    parser.add_argument("--missing", action="store_true", help="print the strings without translation as JSON")
    parser.add_argument("--package", type=Path, default=PACKAGE, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, default=TRANSLATION, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    sources = find_sources(options.package)
    translations = read_translations(options.file)
    if options.missing:
        missing = {text: "" for text in sorted(sources.files) if not translations.get(text)}
        print(json.dumps(missing, ensure_ascii=False, indent=1))
        return 0
    if options.check:
        amiss = check(sources, translations)
        print("\n".join([*amiss, f"translations: {len(sources.files)} strings, {len(amiss)} problems"]))
        return 1 if amiss else 0
    update(sources, options.file, json.loads(options.set.read_text(encoding="utf-8")) if options.set else {})
    return 0


if __name__ == "__main__":
    sys.exit(main())
