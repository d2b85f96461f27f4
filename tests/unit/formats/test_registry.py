"""What the modules of formats declare is what the registry looks for."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

from argmap import formats
from argmap.formats import _registry

REQUIRED = {"SUMMARY", "SUFFIXES"}
OPTIONAL = {"BESIDE", "SHARED_SUFFIXES", "IS_FREE_TEXT", "IS_BINARY", "IS_PAGE"}
VERBS = ("parse", "recognises", "generate", "draw")


@pytest.mark.parametrize("name", formats.names())
def test_a_format_declares_what_is_looked_for_and_misspells_nothing(name: str) -> None:
    module = _registry._module(name)
    text = Path(module.__file__).read_text(encoding="utf-8")
    constants = set(re.findall(r"^([A-Z][A-Z_]+)\b.* = ", text, re.MULTILINE))
    assert constants >= REQUIRED
    assert constants <= REQUIRED | OPTIONAL
    functions = {
        each
        for each, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and each[0] != "_"
    }
    assert functions
    assert functions <= {f"{verb}_{name.replace('-', '_')}" for verb in VERBS}
