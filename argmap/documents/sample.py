"""A text of unknown format, with what formats look at to recognise it as theirs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Any

_YAML_KEY = re.compile(
    r"^(?:\"([^\"\n]+)\"[ \t]*+|'([^'\n]+)'[ \t]*+|([^\s#'\"\[{-][^:\n]*+)):(?=\s|$)", re.MULTILINE
)
_YAML_START = re.compile(r"(?:[ \t]*+(?:#[^\n]*+|%[^\n]*+|---[ \t]*+(?:#[^\n]*+)?)?\n)*+")
# Atomic, or a row of comments could be read in exponentially many ways.
_XML_ROOT = re.compile(
    r"\s*(?>(?><\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)\s*)*+"
    r"<(?:[\w.-]+:)?([\w.-]+)",
    re.DOTALL,
)
_FLOW_TOKEN = re.compile(
    r'[]{}[]|"((?:[^"\\]|\\.)*+)"?(?:\s*+:)?|(?<=[{,\s])([^\s"\[\]{},:]++)\s*+:(?=\s)', re.DOTALL
)
# Comments of other languages, and marks of a merge, which neither JSON nor XML may begin with.
_LEAD = re.compile(r"(?:\s*+(?:(?:#|//|;|<{7}|---)[^\n]*+\n|\ufeff))++\s*+(?=[{<])")
_INDENT = re.compile(r"^ ++(?=[^\s#])", re.MULTILINE)
_AT_MARGIN = re.compile(r"^[^\s#%]", re.MULTILINE)
_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"?|([][{}])', re.DOTALL)
_HEAD = 100_000  # characters in which a YAML text shows its keys


class Sample:
    """A text, with what can be read of it without knowing its format.

    Each property is computed when it is first used.
    """

    def __init__(self, text: str) -> None:
        """Take the whole text."""
        self.text = text

    @cached_property
    def is_json(self) -> bool:
        """Whether it starts like a JSON object or array."""
        return self.text.lstrip()[:1] in {"{", "["}

    @cached_property
    def without_lead(self) -> Sample | None:
        """JSON or XML without what stands before it by an error, such as a comment; or None."""
        lead = _LEAD.match(self.text)
        return Sample(self.text[lead.end() :]) if lead else None

    @cached_property
    def json_keys(self) -> frozenset[str]:
        """The keys of the outermost JSON object, also of one with errors; otherwise none."""
        if self.json_value is None and self.text.lstrip()[:1] == "{":
            return frozenset(self.flow_keys())
        return frozenset(self._json_members)

    def json_member(self, key: str) -> Any:
        """Return what the outermost JSON object has under a key up to its first error, or None."""
        return self._json_members.get(key)

    @cached_property
    def _json_members(self) -> dict[str, Any]:
        value = self._json_begun if self.json_value is None else self.json_value
        return value if isinstance(value, dict) else {}

    @cached_property
    def _json_begun(self) -> Any:
        """What the text says as JSON up to its first error, or None."""
        if not self.is_json:
            return None
        try:
            return json.loads(self.text)
        except json.JSONDecodeError as error:
            return _closed(self.text, error.pos)
        except (ValueError, RecursionError):
            return None

    @cached_property
    def json_value(self) -> Any:
        """What the text says as JSON; None where it is not JSON."""
        if not self.is_json:
            return None
        try:
            return json.loads(self.text)
        except (ValueError, RecursionError):
            return None

    def flow_keys(self) -> Iterator[str]:
        """Yield the keys of the first outermost braces, of JSON or YAML, which may be broken."""
        depth = 0
        for found in _FLOW_TOKEN.finditer(self.text):
            depth += (found[0] in "[{") - (found[0] in "]}")
            if depth == 1 and found[0][-1] == ":":
                yield found[1] or found[2] or ""
            elif depth <= 0 and found[0] in "]}":
                return

    @cached_property
    def yaml_keys(self) -> AbstractSet[str]:
        """The keys of lines that look like those of the outermost YAML mapping, in order."""
        if self.is_json or self.xml_root:
            return frozenset()
        head = self.text[:_HEAD]
        indent = None if _AT_MARGIN.search(head) else _INDENT.search(head)
        if indent:
            head = re.sub(f"^{indent[0]}", "", head, flags=re.MULTILINE)
        found = _YAML_KEY.finditer(head)
        return dict.fromkeys(m[1] or m[2] or m[3].rstrip() for m in found).keys()

    @cached_property
    def begins_with_key(self) -> bool:
        """Whether the first line but for comments and directives has a key of a YAML mapping."""
        start = _YAML_START.match(self.text)
        return _YAML_KEY.match(self.text, start.end() if start else 0) is not None

    @cached_property
    def xml_root(self) -> str:
        """The name of the outermost XML element without its prefix; empty where there is none."""
        if self.text.lstrip()[:1] != "<":
            return ""
        found = _XML_ROOT.match(self.text[:_HEAD])
        return found[1] if found else ""

    @cached_property
    def first_line(self) -> str:
        """The first line that is not blank, without the white space around it."""
        return self.text.lstrip()[:1000].split("\n", 1)[0].strip()


def _closed(text: str, end: int) -> Any:
    """Return what a JSON text says before its error at ``end``; None where that is nothing."""
    open_: list[str] = []
    last = 0
    for found in _BRACKET.finditer(text, 0, end):
        if found[1] in {"{", "["}:
            open_.append("}" if found[1] == "{" else "]")
        elif found[1] and open_:
            open_.pop()
        last = found.end() if found[1] else last
    try:
        return json.loads(text[:last] + "".join(reversed(open_)))
    except (ValueError, RecursionError):
        return None
