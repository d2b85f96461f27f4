"""Texts of YAML that are not what they look like: ' #' cuts them, '&' or '!' begins them.

All of it is valid YAML, and may be meant; so it is for a check to ask.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from argmap.documents._yaml_values import (
    COLON,
    Trap,
    indentation,
    quoted_end,
    skip_properties,
    with_line_feeds,
)
from argmap.documents.document import Path
from argmap.documents.fields import CLAIM_KEYS, NO_SENTENCES
from argmap.documents.yaml_document import Parser
from argmap.model import FileText


class Part(NamedTuple):
    """A part of the value at a path, at an offset, that is not read as it looks.

    ``sign`` is '#', '&' or '!' for what is no text, ':' for a key that is text, ',' for
    a comma at its end that is, '-' for items of a list that are, '<' for a key of a claim
    that is a claim, '[' for several tags that are one, and a quote for entries in quotes.
    """

    path: Path
    offset: int
    sign: str


# Of the keys, 'text' is the one that a claim needs; a sentence may begin with the others.
_WORD = re.compile(r"(text\b|\w+\b(?!\s+[^\W\d_A-Z]))")
_POSSIBLE = re.compile(
    rf"^ *(?:{'|'.join(CLAIM_KEYS)})(?!:\s)"
    r"|[\s:,\[{-](?:\"[^\"\n]*|'[^'\n]*)$|\S[ \t]+#|[\s,:{\[-](?:&\S|![ \t])|,[ \t\r]*$"
    # Items that are indented more than a line which does not end with ':'.
    r"|\btags\"?:|^( *)(?![ #\r\n])[^\n]*[^:\s][ \t\r]*\n\1[ \t]+- .*\n[ \t]+- "
    rf"|^( +) +\S.*\n\s*?^\2(?:{'|'.join(CLAIM_KEYS)}):",
    re.MULTILINE,
)
_COMMENT = re.compile(r"([ \t]+)(#[^\r\n]*)")
_FINISHED = tuple(".!?…\"')»”’。！？")
_WORDS = frozenset({"kind", "tags", "scheme", "unit", "date"})  # a comment after it is likely


def misread(file: FileText) -> Iterator[Part]:
    """Yield the misread parts of the texts in a valid YAML text, in its order.

    A comment is one where two spaces are before the '#' and one after it, or where the
    text before it ends like a sentence.
    """
    text = with_line_feeds(file.text)
    if not _POSSIBLE.search(text):
        return
    aliases = _aliases(file.text)
    for path, event in _values(file.text):
        start = event.start_mark.index
        if event.style in {"'", '"'} and _has_entries(text, event):
            yield Part(path, start, event.style)
        if not event.style:
            yield from _of_lists(text, path, event)
        if path[:1] == ("expect",) or _field(path) in NO_SENTENCES:
            continue
        if _is_key(file.text, path, event):
            yield Part(path, start, ":")
        if event.anchor is not None and event.anchor not in aliases:
            yield Part(path, file.text.index("&", start), "&")
        if event.tag == "!" and not event.style:
            yield Part(path, file.text.index("!", start), "!")
        comment = _COMMENT.match(file.text, event.end_mark.index)
        if comment and not event.style and event.value and _is_cut(path, event.value, comment):
            yield Part(path, comment.start(2), "#")


def _aliases(text: str) -> set[str | None]:
    """Return the names by which a text refers to others of its values."""
    if "&" not in text:  # without a second look: there are none to refer to
        return set()
    return {event.anchor for event in _events(text) if type(event) is yaml.AliasEvent}


def _has_entries(text: str, event: Any) -> bool:
    """Return whether a text in quotes has entries in it, and so ends too late."""
    if event.start_mark.line == event.end_mark.line:
        return False
    try:
        quoted_end(text, skip_properties(text, event.start_mark.index))
    except Trap:
        return True
    return False


def _of_lists(text: str, path: Path, event: Any) -> Iterator[Part]:
    """Yield the parts of a plain text that look like items or entries, and are none."""
    start = event.start_mark.index
    if event.value.endswith(","):
        yield Part(path, event.end_mark.index - 1, ",")
    elif path[-1:] == ("tags",) and "," in event.value:
        yield Part(path, text.index(",", start), "[")
    if _has_items(text, event):
        yield Part(path, start, "-")
    if len(path) == 2 and path[0] == "claims" and path[1] in CLAIM_KEYS:
        begin = text.rfind("\n", 0, start) + 1
        above = text[:begin].rstrip()
        above = above[above.rfind("\n") + 1 :]
        key = begin + indentation(text[begin:])
        is_key_above = COLON.search(above) is not None
        if is_key_above and indentation(above) > key - begin > 0 and key < start:
            yield Part(path, key, "<")


def _has_items(text: str, event: Any) -> bool:
    """Return whether all further lines of a text look like the items of a list."""
    _, *lines = text[event.start_mark.index : event.end_mark.index].split("\n")
    return len(lines) > 1 and all(line.lstrip().startswith("- ") for line in lines if line.strip())


def _is_key(text: str, path: Path, event: Any) -> bool:
    """Return whether the short form of a claim, in a line of its own, begins like a key."""
    start = event.start_mark.index
    word = _WORD.match(event.value)
    is_short = path[:1] == ("claims",) and len(path) == 2 and not event.style
    is_alone = not text[text.rfind("\n", 0, start) + 1 : start].strip()
    return is_short and is_alone and word is not None and word[1] in CLAIM_KEYS


def _is_cut(path: Path, value: str, comment: re.Match[str]) -> bool:
    if comment[2][1:2] not in {" ", "\t", "#", ""}:
        return True
    is_close = comment[1] == " " and not value.endswith(_FINISHED)
    return is_close and _field(path) not in _WORDS


def _field(path: Path) -> str:
    """Return the key of a field, or what contains a text without one: ``claims``, ``voices``."""
    names = [step for step in path if isinstance(step, str)]
    if names[:1] in (["claims"], ["voices"]) and len(names) == 2:
        return names[0]
    return names[-1] if names else ""


def _events(text: str) -> Iterator[Any]:
    parser = Parser(text)
    while parser.check_event():
        yield parser.get_event()


class _Open:
    """A mapping or list that is open, and the step from it to what comes next."""

    def __init__(self, *, is_mapping: bool) -> None:
        self.is_mapping = is_mapping
        self.awaits_key = is_mapping
        self.step: str | int = "" if is_mapping else 0

    def advance(self) -> None:
        if isinstance(self.step, int):
            self.step += 1
        self.awaits_key = self.is_mapping


def _values(text: str) -> Iterator[tuple[Path, Any]]:
    """Yield the path and event of every scalar that is no key."""
    stack: list[_Open] = []
    for event in _events(text):
        if isinstance(event, yaml.CollectionStartEvent):
            stack.append(_Open(is_mapping=isinstance(event, yaml.MappingStartEvent)))
            continue
        if isinstance(event, yaml.CollectionEndEvent):
            stack.pop()
        elif isinstance(event, yaml.ScalarEvent):
            if stack and stack[-1].awaits_key:
                stack[-1].step, stack[-1].awaits_key = event.value, False
                continue
            yield tuple(each.step for each in stack), event
        if stack and isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            stack[-1].advance()
