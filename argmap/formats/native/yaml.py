"""The map format itself: YAML, meant to be written by hand and read in a diff."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from argmap.documents.sample import Sample
from argmap.documents.yaml_scalars import literal, quoted
from argmap.formats.native._reader import read_map
from argmap.model import ArgumentMap, FileText, Relation
from argmap.model.losses import Losses
from argmap.model.plain import json_text, plain_map
from argmap.model.text import UNSEEN

SUMMARY = "the map itself"
SUFFIXES = (".yaml", ".yml")


def parse_yaml(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in a YAML text; raises InvalidMapError with its errors."""
    from argmap.documents.yaml_document import read_document

    return read_map(read_document(file))


def recognises_yaml(sample: Sample) -> bool:
    """Return whether the outermost mapping has the key of the format version."""
    return "argmap" in sample.yaml_keys


def generate_yaml(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as YAML in a fixed layout: a block a claim, a line a relation."""
    return "\n".join(_lines(argument_map)) + "\n"


# What is left plain: words that no version of YAML reads as anything else, with
# no sign that could start or end something. Everything else goes in quotes.
_PLAIN = re.compile(rf"[^\W\d_][^\x00-\x1f{UNSEEN}\u200b-\u200f:#?,\[\]{{}}]*", re.ASCII)
_YAML_1_1_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


_KEY_AT_MOST = 1000


def _scalar(value: Any) -> str:
    if not isinstance(value, str):
        return json_text(value)
    if (
        _PLAIN.fullmatch(value)
        and not value.endswith(" ")
        and value.casefold() not in _YAML_1_1_WORDS
        and literal(value) is None
    ):
        return value
    return quoted(value)


def _key(text: str, indent: str = "  ") -> str:
    """Return a key of a block mapping with its colon; the mapping is indented so far."""
    key = _scalar(text)
    # YAML looks no further than 1,024 characters for the colon after a simple key.
    return f"{key}:" if len(key) < _KEY_AT_MOST else f"? {key}\n{indent}:"


def flow(value: Any) -> str:
    """Return a scalar, or a list or mapping of them, as it stands within a line of YAML."""
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_scalar(key)}: {_scalar(of)}' for key, of in value.items())}}}"
    if not isinstance(value, list):
        return _scalar(value)
    items = [_scalar(item) for item in value]
    return items[0] if len(items) == 1 else f"[{', '.join(items)}]"


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    plain = plain_map(argument_map)
    for key in ("argmap", "title"):
        if key in plain:
            yield f"{key}: {_scalar(plain[key])}"
    for key in ("source", "voices"):
        if key in plain:
            yield f"{key}:"
            yield from (f"  {_key(k)} {_scalar(v)}" for k, v in plain[key].items())
    if "ignore" in plain:
        yield "ignore:"
        yield from (f"  {_key(rule)} {_scalar(reason)}" for rule, reason in plain["ignore"].items())
    yield "claims:" if plain["claims"] else "claims: {}"
    for claim_id, fields in plain["claims"].items():
        yield f"  {_key(claim_id)}"
        yield from _claim(fields)
    yield "relations:" if plain["relations"] else "relations: []"
    for relation, fields in zip(argument_map.relations.values(), plain["relations"], strict=True):
        yield f"  - {{{_relation(relation, fields)}}}"
    if "expect" in plain:
        yield "expect:"
        for semantics, expected in plain["expect"].items():
            yield f"  {semantics}:"
            yield from _expected(expected)


def _claim(fields: dict[str, Any]) -> Iterator[str]:
    """Yield the lines of a claim, less its id."""
    for key, value in fields.items():
        if isinstance(value, dict):
            yield f"    {key}:"
            yield from (f"      {_key(k, '      ')} {_scalar(v)}" for k, v in value.items())
        else:
            yield f"    {key}: {flow(value)}"


def _expected(expected: dict[str, Any] | list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of what is expected of one semantics, or of each group of a list."""
    groups = expected if isinstance(expected, list) else [expected]
    indent = "      " if isinstance(expected, list) else "    "
    for group in groups:
        start = "    - " if isinstance(expected, list) else indent
        for key, value in group.items():
            if isinstance(value, dict):
                yield f"{start}{key}:"
                inner = f"{indent}  "
                yield from (f"{inner}{_key(k, inner)} {_scalar(v)}" for k, v in value.items())
            else:
                yield f"{start}{key}: {flow(value)}"
            start = indent


def _relation(relation: Relation, fields: dict[str, Any]) -> str:
    if relation.has_default_id:
        del fields["id"]
    else:
        # After the sentence that the relation is, before what is said of it.
        for key in ("id", "scheme", "note", "ignore"):
            if key in fields:
                fields[key] = fields.pop(key)
    return ", ".join(f"{key}: {flow(value)}" for key, value in fields.items())
