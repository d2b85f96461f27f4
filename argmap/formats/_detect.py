"""Telling what format a text is in, by the name of its file and by what it says.

A suffix that belongs to one format settles it. Several formats share others
(``.json``, ``.yaml``, ``.xml``, ``.txt``), and standard input has none: then each
format is asked whether it knows the text as its own, those with the suffix first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from argmap.documents.sample import Sample
from argmap.documents.writing import refuse_folder
from argmap.errors import ArgmapError
from argmap.formats._registry import (
    drawable,
    is_free_text,
    names,
    readable,
    recognises,
    shared_suffixes,
    suffixes,
    writable,
)

# Our own files are told at once, without importing every format.
_OWN_YAML = re.compile(r"^argmap[ \t]*:", re.MULTILINE)
_OWN_JSON = re.compile(r'\s*\{\s*"argmap"\s*:')


def format_of(path: str | Path) -> str | None:
    """Return the format whose own suffix ends a file name, the longest first, or None."""
    name = Path(path).name.lower()
    if name.endswith((".yaml", ".yml")) and name.count(".") == 1:
        return "yaml"  # told without looking at every format
    return next(iter(_ending(name, names(), suffixes)), None)


def format_to_write(path: str | Path) -> str:
    """Return the format that a file name asks for.

    Raises ArgmapError where it tells none, and for a folder.
    """
    refuse_folder(path)
    told = format_of(path)
    if told is None:
        known = ", ".join(suffixes(name)[0] for name in sorted((*writable(), *drawable())))
        raise ArgmapError(f"'{path}' has no suffix that tells a format", f"known: {known}")
    return told


def detect(text: str, path: str | Path) -> str:
    """Return the format of a text that was read from a file of this name.

    What has no suffix and is no other format is taken for YAML, or JSON by its
    first character. Raises ArgmapError where a suffix is unknown, or that of
    several formats, and the text is none of them.
    """
    name = Path(path).name.lower()
    is_json = text.lstrip()[:1] in {"{", "["}
    if name.endswith((".yaml", ".yml", ".json")) or "." not in name:
        if _OWN_JSON.match(text):
            return "json"
        if not is_json and _OWN_YAML.search(text):
            return "yaml"
    own = _ending(name, readable(), suffixes)
    sharing = _ending(name, readable(), shared_suffixes)
    if own and not sharing:
        return own[0]
    sample = Sample(text)
    candidates = dict.fromkeys((*own, *sharing, *(() if own else readable())))
    for candidate in sorted(candidates, key=is_free_text):
        if recognises(candidate, sample):
            return candidate
    if own or len(sharing) == 1:
        return own[0] if own else sharing[0]
    if sharing:
        some = f"{', '.join(sharing[:-1])} or {sharing[-1]}"
        message = f"'{path}' is not {some} by its content"
        raise ArgmapError(message, "name its format with --from")
    if "." in name.strip("."):
        message = f"neither suffix nor content of '{path}' tell a format that argmap reads"
        raise ArgmapError(message, "name it with --from; argmap formats lists them")
    return "json" if is_json else "yaml"


def _ending(
    name: str, formats: Iterable[str], endings: Callable[[str], Iterable[str]]
) -> list[str]:
    """Return the formats with the longest of the endings that a file name has."""
    found = [(len(end), f) for f in formats for end in endings(f) if name.endswith(end)]
    longest = max(found, default=(0, ""))[0]
    return [f for length, f in found if length == longest]
