#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Keeps i18n/leefbaar_plugin_nl.ts in step with the source strings of the package.

    .ci/translations.py                  update the file: new strings unfinished, vanished ones dropped
    .ci/translations.py --set FILE.json  update, then take over the translations {"source": "translation"} of a file
    .ci/translations.py --missing        print {"source": ""} for what has no translation yet, to be filled in
    .ci/translations.py --check          change nothing; exit 1 when anything is amiss

A source string is the first argument of `tr("…")` and `mark("…")` and of our own errors, `InputError("{file} …", …)`:
always a constant, so that it can be found here. Of `trn("1 square", "{count} squares", n)` it is the second, and its
translation has two forms, `["1 vierkant", "{count} vierkanten"]`, in the file as Qt's numerus forms.
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
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "leefbaar_plugin"
TRANSLATION = ROOT / "i18n" / "leefbaar_plugin_nl.ts"
CONTEXT = "Leefbaarometer"
MARKERS = {"tr", "mark"}
COUNTED = "trn"
Translation = str | tuple[str, str]
"""Of a source string; of one that counts the form for one and the form for all other numbers."""
# Where the markers themselves are defined.
DEFINES = "translation.py"


@dataclass
class Sources:
    """Source strings of a package with the files they are in, those that count with their form for one, and what is
    wrong with the calls.
    """

    files: dict[str, set[str]] = field(default_factory=dict)
    counted: dict[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def called_name(call: ast.Call) -> str:
    """Last part of the name of what is called, or ''."""
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def is_error(name: str) -> bool:
    """Whether a name is that of an error of our own (its sentence is shown, so it is translated)."""
    return name.endswith("Error") and name[:1].isupper() and not hasattr(builtins, name)


def find_sources(package: Path) -> Sources:
    """Source strings of all modules below a folder; implicit concatenation counts as one string."""
    found, plain = Sources(), set()
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), place)):
            if not isinstance(node, ast.Call) or path.name == DEFINES:
                continue
            name = called_name(node)
            if name == COUNTED:
                add_counted(found, node, place)
                continue
            if name not in MARKERS and not is_error(name):
                continue
            argument = node.args[0] if node.args else None
            where = f"{place}:{node.lineno}"
            if is_text(argument):
                found.files.setdefault(argument.value, set()).add(place)
                plain.add(argument.value)
            elif isinstance(argument, ast.JoinedStr):
                found.problems.append(f"{where}: f-string inside {name}(); use {{places}} and values")
            elif argument is None and is_error(name) and not node.keywords:
                found.problems.append(f"{where}: {name}() without a sentence")
            else:
                found.problems.append(f"{where}: the text of {name}() isn't a string constant")
    found.problems += [f"both tr() and {COUNTED}(): {text!r}" for text in sorted(plain & found.counted.keys())]
    return found


def is_text(node: ast.expr | None) -> bool:
    """Whether an argument is a constant with something in it."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(node.value.strip())


def add_counted(found: Sources, call: ast.Call, place: str) -> None:
    """Add the two forms of a call of trn(), which stand there as constants."""
    where = f"{place}:{call.lineno}"
    if len(call.args) != 3 or not all(is_text(one) for one in call.args[:2]):
        found.problems.append(f"{where}: {COUNTED}() asks for two string constants and a number")
        return
    one, many = (argument.value for argument in call.args[:2])
    if found.counted.setdefault(many, one) != one:
        found.problems.append(f"{where}: {many!r} has another form for one elsewhere: {found.counted[many]!r}")
    if not set(places(one)) <= set(places(many)):
        found.problems.append(f"{where}: {one!r} has places that {many!r} lacks")
    found.files.setdefault(many, set()).add(place)


def read_translations(path: Path) -> dict[str, Translation]:
    """Source -> translation ('' when unfinished) of a .ts file; empty when there is no file."""
    if not path.exists():
        return {}
    result: dict[str, Translation] = {}
    for message in ElementTree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        finished = translation is not None and translation.get("type") is None
        forms = [form.text or "" for form in message.iter("numerusform")]
        text: Translation = (forms[0], forms[1]) if len(forms) == 2 else translation.text or "" if finished else ""
        result[message.findtext("source", "")] = text if finished else ""
    return result


def ts_text(
    files: dict[str, set[str]], translations: dict[str, Translation], counted: Collection[str] | None = None
) -> str:
    """Text of a .ts file; sorted, with files but no line numbers, so that differences stay small.

    Without the sources that count these are those whose translation has two forms.
    """
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        '<TS version="2.1" language="nl" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source in sorted(files, key=lambda text: (text.casefold(), text)):
        translation = translations.get(source, "")
        forms = isinstance(translation, tuple) if counted is None else source in counted
        lines.append('    <message numerus="yes">' if forms else "    <message>")
        lines += [f'        <location filename="../{place}"/>' for place in sorted(files[source])]
        lines.append(f"        <source>{escape(source)}</source>")
        if isinstance(translation, tuple):
            lines.append("        <translation>")
            lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in translation]
            lines.append("        </translation>")
        elif translation:
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


def wrong_places(source: str, translation: str, one: bool = False) -> str:
    """What is wrong with the places of a translation, or ''; a named place may be repeated, and left out of the form
    for one.
    """
    try:
        wanted = places(source)
    except ValueError:
        return ""  # braces that are no places: a source that is never formatted
    try:
        got = places(translation)
    except ValueError as error:
        return str(error)
    numbered = any(place.startswith(("{}", "{:", "{!")) for place in wanted)
    if one:
        wrong = not set(got) <= set(wanted)
    else:
        wrong = (got != wanted) if numbered else (set(got) != set(wanted))
    if wrong:
        return f"{' '.join(sorted(wanted.elements())) or 'none'} against {' '.join(sorted(got.elements())) or 'none'}"
    return ""


def differing_places(translations: dict[str, Translation], sources: Iterable[str]) -> list[str]:
    """One line for every translation whose places differ from those of its source."""
    found = []
    for source in sorted(sources):
        text = translations.get(source) or ()
        forms = [text] if isinstance(text, str) else list(text)
        for at, form in enumerate(forms):
            wrong = wrong_places(source, form, one=len(forms) == 2 and at == 0)
            if wrong:
                found.append(f"places differ ({wrong}): {source!r} = {form!r}")
    return found


def fitting(sources: Sources, translations: dict[str, Translation]) -> dict[str, Translation]:
    """The translations that have as many forms as their sources; the others are as good as missing."""
    return {
        text: found if not found or isinstance(found, tuple) == (text in sources.counted) else ""
        for text, found in translations.items()
    }


def check(sources: Sources, translations: dict[str, Translation]) -> list[str]:
    """Everything that is amiss between the package and its translations, one line each."""
    amiss, translations = list(sources.problems), fitting(sources, translations)
    amiss += [f"new, not in the file: {text!r}" for text in sorted(sources.files.keys() - translations.keys())]
    amiss += [f"unfinished: {text!r}" for text in sorted(sources.files) if translations.get(text) == ""]
    amiss += [f"vanished from the sources: {text!r}" for text in sorted(translations.keys() - sources.files.keys())]
    return amiss + differing_places(translations, sources.files)


def update(sources: Sources, path: Path, given: dict[str, str | list[str]]) -> None:
    """Write the file anew with the translations it had and the given ones."""
    old = read_translations(path)
    unknown = sorted(given.keys() - sources.files.keys())
    new: dict[str, Translation] = {
        text: got if isinstance(got, str) else (got[0], got[1]) for text, got in given.items()
    }
    translations = fitting(sources, old | {text: found for text, found in new.items() if text in sources.files})
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ts_text(sources.files, translations, sources.counted), encoding="utf-8", newline="\n")
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
        known = fitting(sources, translations)
        lacking = [text for text in sorted(sources.files) if not known.get(text)]
        missing = {text: ["", ""] if text in sources.counted else "" for text in lacking}
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
