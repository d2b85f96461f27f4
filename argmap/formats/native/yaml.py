"""The map format itself: YAML, meant to be written by hand and read in a diff."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from argmap.documents.sample import Sample
from argmap.documents.yaml_scalars import block_key, flow, scalar
from argmap.formats.native._expectations import check_expected
from argmap.formats.native._reader import read_map
from argmap.model import ArgumentMap, FileText, InvalidMapError, Relation
from argmap.model.losses import Losses
from argmap.model.plain import plain_map

SUMMARY = "the map itself"
SUFFIXES = (".yaml", ".yml")


def parse_yaml(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in a YAML text; raises InvalidMapError with its errors."""
    from argmap.documents.yaml_document import explain, read_document

    document = read_document(file)
    try:
        argument_map = read_map(document)
    except InvalidMapError as error:
        explain(file, error)
    argument_map.written = file
    return argument_map


def recognises_yaml(sample: Sample) -> bool:
    """Return whether the outermost mapping has the key of the format version.

    A text that quotes a map further down does not begin like a mapping.
    """
    return "argmap" in sample.yaml_keys and sample.begins_with_key


def generate_yaml(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as YAML in a fixed layout: a block a claim, a line a relation."""
    check_expected(argument_map)
    return "\n".join(_lines(argument_map)) + "\n"


def _lines(argument_map: ArgumentMap) -> Iterator[str]:
    plain = plain_map(argument_map)
    for key in ("argmap", "title"):
        if key in plain:
            yield f"{key}: {scalar(plain[key])}"
    for key in ("source", "voices", "schemes", "ignore"):
        if key in plain:
            yield f"{key}:"
            yield from _nested(plain[key], "  ")
    yield "claims:" if plain["claims"] else "claims: {}"
    for claim_id, fields in plain["claims"].items():
        yield f"  {block_key(claim_id)}"
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
        if key == "citations" and len(value) > 1:
            yield f"    {key}:"
            yield from (f"      - {flow(each)}" for each in value)
        elif isinstance(value, dict):
            yield f"    {key}:"
            yield from (f"      {block_key(k, '      ')} {scalar(v)}" for k, v in value.items())
        else:
            yield f"    {key}: {flow(value)}"


def _nested(body: dict[str, Any], indent: str) -> Iterator[str]:
    """Yield a mapping as a block whose innermost mappings are in braces, a line each."""
    for key, value in body.items():
        inner = value.values() if isinstance(value, dict) else ()
        is_block = any(isinstance(each, dict | list) for each in inner)
        if is_block:
            yield f"{indent}{block_key(key, indent)}"
            yield from _nested(value, indent + "  ")
        else:
            yield f"{indent}{block_key(key, indent)} {flow(value)}"


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
                yield from (f"{inner}{block_key(k, inner)} {scalar(v)}" for k, v in value.items())
            else:
                yield f"{start}{key}: {flow(value)}"
            start = indent


def _relation(relation: Relation, fields: dict[str, Any]) -> str:
    if relation.has_default_id:
        del fields["id"]
    else:
        # After the sentence that the relation is, before what is said of it.
        for key in ("id", "scheme", "note", "weight", "raises", "ignore"):
            if key in fields:
                fields[key] = fields.pop(key)
    return ", ".join(f"{key}: {flow(value)}" for key, value in fields.items())
