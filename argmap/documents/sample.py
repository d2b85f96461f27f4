"""A text of unknown format, with what formats look at to recognise it as theirs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
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
    def json_keys(self) -> frozenset[str]:
        """The keys of the outermost JSON object; none where the text is not JSON."""
        return frozenset(self._json_members)

    def json_member(self, key: str) -> Any:
        """Return what the outermost JSON object has under a key, or None."""
        return self._json_members.get(key)

    @cached_property
    def _json_members(self) -> dict[str, Any]:
        return self.json_value if isinstance(self.json_value, dict) else {}

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
        """Yield the keys of the outermost braces, of JSON or YAML, which may be broken."""
        depth = 0
        for found in _FLOW_TOKEN.finditer(self.text):
            depth += (found[0] in "[{") - (found[0] in "]}")
            if depth == 1 and found[0][-1] == ":":
                yield found[1] or found[2] or ""

    @cached_property
    def yaml_keys(self) -> frozenset[str]:
        """The keys at the start of lines that look like those of a YAML mapping."""
        if self.is_json or self.xml_root:
            return frozenset()
        found = _YAML_KEY.finditer(self.text[:_HEAD])
        return frozenset(match[1] or match[2] or match[3].rstrip() for match in found)

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
