"""Answers as data."""

from __future__ import annotations

import json
from typing import Any

from support import argmap


def answer(*words: str, stdin: str = "", status: int = 0) -> Any:
    """Return what a command says with --json."""
    source = ("-m", "-", "--from", "tgf") if stdin else ()
    result = argmap(*words, "--json", *source, stdin=stdin)
    assert result.status == status, result.err
    return json.loads(result.out)
