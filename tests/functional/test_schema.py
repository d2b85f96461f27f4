"""The command that prints the schema of the map format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from jsonschema import Draft202012Validator
from support import argmap, in_terminal
from support.semantics import GRADUAL, QUALITATIVE

from argmap.documents.json_schema import json_schema


def test_it_prints_the_schema(matches: Callable[[str, str], None]) -> None:
    result = argmap("schema")
    assert (result.status, result.err) == (0, "")
    assert json.loads(result.out) == json_schema(QUALITATIVE, GRADUAL)
    matches("schema", result.out)


def test_it_writes_a_file(tmp_path: Path) -> None:
    result = argmap("schema", "-o", "map.schema.json", cwd=tmp_path)
    assert result == (0, "", "")
    schema = json.loads((tmp_path / "map.schema.json").read_text(encoding="utf-8"))
    validator = Draft202012Validator(schema)
    assert validator.is_valid(json.loads(argmap("export", "-f", "json").out))
    assert not validator.is_valid({"argmap": 1, "claims": {"a b": "A"}})


def test_a_place_it_cannot_write_to_is_reported() -> None:
    result = argmap("schema", "-o", "/nowhere/map.schema.json")
    assert result.status == 2
    assert result.err.startswith("argmap: error: cannot write '/nowhere/map.schema.json'")


def test_the_help(matches: Callable[[str, str], None]) -> None:
    matches("schema-help", in_terminal("schema", "--help", NO_COLOR="1"))
