"""JSON text to a document.

The standard library parses. Only when a place is needed is the text scanned again,
by ``_Places``, which relies on the text being valid JSON.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from json import decoder
from typing import Any

from argmap.documents._duplicate_keys import joined
from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import (
    MAX_DEPTH,
    Document,
    Literal,
    Path,
    SpelledFloat,
    fail,
    refuse_empty,
    too_deep,
)
from argmap.model import FileText

# The scanner of string literals that json itself uses: (text, start) to (value, end).
_scan_string: Callable[[str, int], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]

_SPACE = re.compile(r"[ \t\n\r]*")
_ENDLESS = re.compile("[0-9]{4000}")
_PLAIN = re.compile(r"[^\s,\]}]+")  # a number, true, false or null
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_document(file: FileText) -> Document:
    """Parse a JSON text; raises InvalidMapError for what is not JSON."""
    reader = _Reader()
    refuse_empty(file, 'a map begins with: {"argmap": 1, …}')
    try:
        value = json.loads(
            file.text,
            object_pairs_hook=reader.mapping,
            parse_constant=reader.constant,
            parse_float=SpelledFloat,
        )
    except json.JSONDecodeError as error:
        from argmap.documents.json_causes import cause

        found = cause(file.text, error.pos, error.msg)
        if found:
            fail(file, found.offset, "syntax", f"not valid JSON: {found.message}", found.hint)
        message = f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        fail(file, error.pos, "syntax", message)
    except RecursionError:
        too_deep(file, 0)
    except ValueError:  # Python refuses whole numbers of thousands of digits
        digits = _ENDLESS.search(file.text)
        message = "a number of thousands of digits"
        fail(file, digits.start() if digits else 0, "out-of-range", message)
    places, diagnostics = _Places(file), Diagnostics(file)
    if reader.is_suspicious or "\\ud" in file.text or "\\uD" in file.text:
        places.check(diagnostics)
    return Document(value, file, places, diagnostics)


class _Reader:
    """Notices, while the standard library parses, what it accepts and JSON does not."""

    def __init__(self) -> None:
        self.is_suspicious = False

    def mapping(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        result = dict(pairs)
        if len(result) != len(pairs):
            self.is_suspicious = True
            found: dict[str, Any] = {}
            for key, value in pairs:
                found[key] = joined(found[key], value) if key in found else value
            return found
        return result

    def constant(self, written: str) -> Literal:
        self.is_suspicious = True
        return Literal(float(written.replace("Infinity", "inf")), written)


class _Places:
    """Where every value of a valid JSON text is."""

    are_known = False

    def __init__(self, file: FileText) -> None:
        self.file = file

    def offset(self, path: Path, *, key: bool) -> int:
        """Return where the value at ``path``, or its key, starts in the text."""
        value_at, key_at = self._offsets[path]
        return key_at if key else value_at

    def entries(self, top_key: str) -> list[int]:
        """Return where each key or item of the collection under ``top_key`` starts."""
        entry = (2, top_key)
        found = (key_at for path, _, key_at, _ in self._values() if (len(path), *path[:1]) == entry)
        return list(found)

    def check(self, diagnostics: Diagnostics) -> None:
        """Add an error for each key given twice and each thing that JSON does not allow."""
        starts: dict[Path, int] = {}  # of what is open
        seen: dict[tuple[int, str | int], int] = {}
        for path, value_at, key_at, written in self._values():
            starts[path] = value_at
            first = seen.setdefault((starts[path[:-1]], path[-1]), key_at) if path else key_at
            if first != key_at:
                message = f"the key '{path[-1]}' is given twice"
                hint = f"the first is in line {self.file.location(first).line}"
                diagnostics.add(key_at, "duplicate-key", message, hint)
            if written in {"NaN", "Infinity", "-Infinity"}:
                diagnostics.add(value_at, "syntax", f"JSON has no number {written}")
            text = _scan_string(written, 1)[0] if written[:1] == '"' else ""
            key = path[-1] if path and isinstance(path[-1], str) else ""
            for part, offset in ((key, key_at), (text, value_at)):
                if _SURROGATE.search(part):
                    message = "half of a surrogate pair is not a character"
                    diagnostics.add(offset, "syntax", message)

    @cached_property
    def _offsets(self) -> dict[Path, tuple[int, int]]:
        return {path: (value_at, key_at) for path, value_at, key_at, _ in self._values()}

    def _values(self) -> Iterator[tuple[Path, int, int, str]]:
        """Yield path, offset and key offset of every value, and the spelling of a leaf."""
        text = self.file.text
        at = _skip(text, 0)
        path: list[str | int] = []
        closers: list[str] = []
        lengths: dict[Path, int] = {}  # of lists: a second one under the same key continues it
        key_at = at
        while at < len(text):
            start, character = at, text[at]
            if character in "[{":
                yield tuple(path), start, key_at, ""
                at = _skip(text, at + 1)
                closers.append("]" if character == "[" else "}")
                path.append(lengths.get(tuple(path), 0) - 1 if character == "[" else -1)
                if len(path) > MAX_DEPTH:
                    too_deep(self.file, start)
                if text[at] not in "]}":
                    key_at, at = self._enter(path, closers, at)
                    continue
            else:
                at = _leaf_end(text, at)
                yield tuple(path), start, key_at, text[start:at]
                at = _skip(text, at)
            # Leave the containers that end here, then go on to the next value.
            while closers and text[at] == closers[-1]:
                last = path.pop()
                if closers.pop() == "]":
                    lengths[tuple(path)] = int(last) + 1
                at = _skip(text, at + 1)
            if not closers:
                return
            key_at, at = self._enter(path, closers, _skip(text, at + 1))

    def _enter(self, path: list[str | int], closers: list[str], at: int) -> tuple[int, int]:
        """Set the last step of ``path`` to the entry at ``at``; return both offsets."""
        if closers[-1] == "]":
            path[-1] = int(path[-1]) + 1
            return at, at
        text = self.file.text
        path[-1], end = _scan_string(text, at + 1)
        return at, _skip(text, _skip(text, end) + 1)


def _leaf_end(text: str, at: int) -> int:
    if text[at] == '"':
        return _scan_string(text, at + 1)[1]
    return _PLAIN.match(text, at).end()  # type: ignore[union-attr]


def _skip(text: str, at: int) -> int:
    return _SPACE.match(text, at).end()  # type: ignore[union-attr]
