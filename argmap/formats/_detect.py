"""Detecting the format of a text from the name of its file and from its content.

A suffix of one format alone decides. Others are shared by several formats (``.json``,
``.yaml``, ``.xml``, ``.txt``), and standard input has none: then the formats are asked
whether they recognise the text, those with the suffix first. What none of them does is
named for what it looks like, by ``_naming``; nothing of that is imported before.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import NoReturn

from argmap.documents.document import refuse_empty
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
from argmap.model import FileText

# Files of the map format itself are detected without importing every format.
_OWN_YAML = re.compile(r"^argmap[ \t]*:", re.MULTILINE)
_OWN_JSON = re.compile(r'\s*\{\s*"argmap"\s*:')
# How no words begin: what any words may be is not looked at more closely.
_NO_WORDS = re.compile(
    r"""\s*(?:[{%\\]|\[\s*[\[{"]|<[?!a-z])|[^\0-\x08\x0e-\x1a]{0,1000}[\0-\x08\x0e-\x1a]""",
    re.IGNORECASE,
)


def format_of(path: str | Path) -> str | None:
    """Return the format whose own suffix ends a file name, the longest first, or None."""
    name = Path(path).name.lower()
    if name.endswith((".yaml", ".yml")) and name.count(".") == 1:
        return "yaml"  # without importing every format
    return next(iter(_ending(name, names(), suffixes)), None)


def format_to_write(path: str | Path) -> str:
    """Return the format of a file name; raises ArgmapError for an unknown suffix or a folder."""
    refuse_folder(path)
    found = format_of(path)
    if found is None:
        known = ", ".join(suffixes(name)[0] for name in sorted((*writable(), *drawable())))
        raise ArgmapError(f"'{path}' does not have the suffix of a format", f"known: {known}")
    return found


def detect(text: str, path: str | Path) -> str:
    """Return the format of a text that was read from a file of this name.

    A text without a suffix that no format recognises is taken for YAML, or for JSON
    because of its first character. Raises ArgmapError where the suffix is unknown, or
    shared by several formats, and none of them recognises the text; that is an
    InvalidMapError where the text is evidently of another kind.
    """
    name = Path(path).name.lower()
    sample = Sample(text)
    if name.endswith((".yaml", ".yml", ".json")) or "." not in name:
        if _OWN_JSON.match(text):
            return "json"
        if not sample.is_json and _OWN_YAML.search(text):
            return "yaml"
    own = _ending(name, readable(), suffixes)
    sharing = _ending(name, readable(), shared_suffixes)
    if own and not sharing:
        if is_free_text(own[0]) and _NO_WORDS.match(text):
            _refuse_certain(text, path)
        return own[0]
    found = _recognised(sample, path, (*own, *sharing, *(() if own else readable())))
    if found or own or len(sharing) == 1:
        return found or (own or sharing)[0]
    if sharing or "." in name.strip("."):
        _refuse(text, path, is_shared=bool(sharing))
    return "json" if sample.is_json else "yaml"


def _recognised(sample: Sample, path: str | Path, candidates: Collection[str]) -> str | None:
    """Return the first format that recognises a text, one of free text last; None for none.

    Raises InvalidMapError before free text is made of what is certainly no words.
    """
    for candidate in sorted(dict.fromkeys(candidates), key=is_free_text):
        if is_free_text(candidate):
            _refuse_certain(sample.text, path)
        if recognises(candidate, sample):
            return candidate
    if sample.without_lead:  # which is an error for the reader of the format
        return next((c for c in candidates if recognises(c, sample.without_lead)), None)
    return None


def tried(path: str | Path) -> str:
    """Return which formats a file of this name may be in, in words."""
    name = Path(path).name.lower()
    own, sharing = (_ending(name, readable(), ends) for ends in (suffixes, shared_suffixes))
    *most, last = sorted({*own, *sharing}) or ["any format that argmap reads"]
    return f"{', '.join(most)} or {last}" if most else last


def _refuse_certain(text: str, path: str | Path) -> None:
    """Raise InvalidMapError for a text that is certainly of another kind."""
    from argmap.formats._naming import name_certain

    name_certain(text, str(path), tried(path))


def _refuse(text: str, path: str | Path, *, is_shared: bool) -> NoReturn:
    """Raise ArgmapError for a text that no format recognises, with what it looks like."""
    from argmap.formats._naming import name_any

    refuse_empty(FileText(text, str(path)))
    looks = name_any(text, str(path), tried(path))
    if is_shared:
        message = f"'{path}' is not {tried(path)} by its content"
        raise ArgmapError(message, f"{looks}; if it is a map, name its format with --from")
    message = f"neither the suffix nor the content of '{path}' is that of a format argmap reads"
    raise ArgmapError(
        message, f"{looks}; if it is a map, name its format with --from: argmap formats lists them"
    )


def _ending(
    name: str, formats: Iterable[str], endings: Callable[[str], Iterable[str]]
) -> list[str]:
    """Return the formats that share the longest suffix of a file name."""
    found = [(len(end), f) for f in formats for end in endings(f) if name.endswith(end)]
    longest = max(found, default=(0, ""))[0]
    return [f for length, f in found if length == longest]
