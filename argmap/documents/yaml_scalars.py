"""Scalars of YAML 1.2: what a plain one stands for, and how a value is written as one."""

from __future__ import annotations

import json
import re
from typing import Any

from argmap.documents.document import Literal
from argmap.model.plain import json_text
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


# What may stand plain: words that no version of YAML reads as anything else, with no sign
# that could start or end something, in a block or in brackets.
_WORDS_OF_YAML_1_1 = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_BARRED = rf"\x00-\x1f{UNSEEN}\u200b-\u200f"
_PLAIN_IN_FLOW = re.compile(rf"[^\W\d_][^{_BARRED}:#?,\[\]{{}}]*", re.ASCII)
_PLAIN_IN_BLOCK = re.compile(rf"[^\W\d_](?:[^{_BARRED}:#]|:(?=\S)|(?<=\S)#)*")
_SINGLE_QUOTABLE = re.compile(rf"[^{_BARRED}]+")
_LONG_KEY = 1000  # characters; YAML looks no further than 1,024 for the colon after a key


def scalar(value: Any, style: str = "", *, in_flow: bool = True) -> str:
    """Return a text, number, boolean or None as a scalar on one line.

    A text is in the quotes of ``style`` where they can hold it. Without a style
    it is plain where that is safe, which is more often outside of brackets
    (``in_flow`` false), and in double quotes elsewhere.
    """
    if not isinstance(value, str):
        return json_text(value)
    if style == "'" and _SINGLE_QUOTABLE.fullmatch(value):
        return "'" + value.replace("'", "''") + "'"
    return value if style != '"' and _is_plain(value, in_flow=in_flow) else quoted(value)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    plain = _PLAIN_IN_FLOW if in_flow else _PLAIN_IN_BLOCK
    return (
        plain.fullmatch(text) is not None
        and not text.endswith((" ", ":"))
        and text.casefold() not in _WORDS_OF_YAML_1_1
        and literal(text) is None
    )


def flow(value: Any, *, in_flow: bool = True) -> str:
    """Return a scalar, a list or a mapping on one line; a list of one is that one.

    ``in_flow`` is false where the line is not in brackets itself.
    """
    if isinstance(value, dict):
        return f"{{{', '.join(f'{scalar(key)}: {flow(of)}' for key, of in value.items())}}}"
    if not isinstance(value, list):
        return scalar(value, in_flow=in_flow)
    if len(value) == 1:
        return flow(value[0], in_flow=in_flow)
    return f"[{', '.join(map(flow, value))}]"


def is_long_key(written: str) -> bool:
    """Return whether a key needs a question mark before it for its colon to be found."""
    return len(written) >= _LONG_KEY


def block_key(text: str, indent: str = "  ") -> str:
    """Return a key of a block mapping that is indented by ``indent``, with its colon."""
    key = scalar(text)
    return f"? {key}\n{indent}:" if is_long_key(key) else f"{key}:"
