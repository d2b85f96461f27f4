"""What plain scalars stand for in YAML 1.2."""

from __future__ import annotations

import json
import re

from argmap.documents.document import Literal
from argmap.model.text import UNSEEN

# YAML 1.2.2, section 10.3.2 (core schema).
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_NUMBER_START = frozenset("+-.0123456789")
LITERAL_START = _NUMBER_START | frozenset("~nNtTfF")


def literal(written: str) -> Literal | None:
    """Return what a plain scalar stands for under the YAML 1.2 core schema; None for text."""
    if written in _WORDS:
        return Literal(_WORDS[written], written)
    if written[0] not in _NUMBER_START:
        return None
    if _INTEGER.fullmatch(written):
        return Literal(_integer(written), written)
    if _FLOAT.fullmatch(written):
        # Python spells them without the dot.
        number = written.lower().replace(".inf", "inf").replace(".nan", "nan")
        return Literal(float(number), written)
    return None


def _integer(written: str) -> int | float:
    if written[:2] in {"0o", "0x"}:
        return int(written, 0)
    # Python refuses to convert some thousands of digits; no number in a map is as large.
    return int(written) if len(written) < 400 else float("inf")


_UNSEEN = re.compile(f"[{UNSEEN}]")


def quoted(text: str) -> str:
    """Return a text in the double quotes of YAML, with no character that nobody sees."""
    return _UNSEEN.sub(_yaml_escape, json.dumps(text, ensure_ascii=False))


def _yaml_escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
