"""Answers as data, and the bundled map as its file has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from support import argmap


def answer(*words: str, stdin: str = "", status: int = 0) -> Any:
    """Return what a command says with --json."""
    source = ("-m", "-", "--from", "tgf") if stdin else ()
    result = argmap(*words, "--json", *source, stdin=stdin)
    assert result.status == status, result.err
    return json.loads(result.out)


SYMMETRIC = {"contradicts", "restates"}
VERBS = {"supports", "attacks", "undercuts", "answers", *SYMMETRIC}


def as_list(value: Any) -> list[Any]:
    """Return a list for a value that may stand alone."""
    return value if isinstance(value, list) else [value]


def links(plain: Any) -> Iterator[tuple[list[str], str, str]]:
    """Yield the premises, verb and target of each relation."""
    for relation in plain["relations"]:
        (verb,) = VERBS & set(relation)
        yield as_list(relation["from"]), verb, relation[verb]
