"""The map format as JSON: the same keys and the same messages as YAML."""

from __future__ import annotations

from argmap.documents.json_document import read_document
from argmap.documents.sample import Sample
from argmap.formats.native._expectations import check_expected
from argmap.formats.native._reader import read_map
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses
from argmap.model.plain import json_text, plain_map

SUMMARY = "the map itself, as JSON"
SUFFIXES = (".json",)


def parse_json(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in a JSON text; raises InvalidMapError with its errors."""
    return read_map(read_document(file))


def recognises_json(sample: Sample) -> bool:
    """Return whether the outermost object has the key of the format version."""
    return "argmap" in sample.json_keys


def generate_json(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as indented JSON, ids explicit and ``from`` always a list."""
    check_expected(argument_map)
    return json_text(plain_map(argument_map)) + "\n"
