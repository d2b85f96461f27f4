"""How a value, a claim or a relation is written in a map file, in the manner of the file."""

from __future__ import annotations

import re
from textwrap import wrap
from typing import Any, NamedTuple

from argmap.documents.yaml_scalars import is_long_key, scalar
from argmap.editing.yaml_text.gaps import LINE_END
from argmap.model import Relation
from argmap.model.plain import json_text, plain_relation
from argmap.model.text import UNSEEN

_WIDTH = 100  # columns of a folded text

_FOLDABLE = re.compile(rf"[^\s\x00-\x1f{UNSEEN}]+(?: [^\s\x00-\x1f{UNSEEN}]+)*")


class Manner(NamedTuple):
    """How a file is written: as JSON, and by how many columns a line is indented further."""

    is_json: bool = False
    step: int = 2

    def scalar(self, value: Any, style: str = "", *, in_flow: bool = True) -> str:
        """Return a value on one line, in the quotes of ``style`` where they will do."""
        if self.is_json:
            return json_text(value, indent=None)
        return scalar(value, style, in_flow=in_flow)

    def value(self, value: Any, *, in_flow: bool = True, as_list: bool = False) -> str:
        """Return a value on one line; a list of one scalar needs no brackets unless ``as_list``."""
        if isinstance(value, dict):
            return self.flow_mapping(value)
        if not isinstance(value, list):
            return self.scalar(value, in_flow=in_flow)
        if len(value) == 1 and not (as_list or self.is_json):
            return self.value(value[0], in_flow=in_flow)
        return f"[{', '.join(map(self.value, value))}]"

    def flow_mapping(self, fields: dict[str, Any]) -> str:
        """Return fields in braces, on one line."""
        pairs = (f"{self.scalar(key)}: {self.value(value)}" for key, value in fields.items())
        return "{" + ", ".join(pairs) + "}"

    def lines(self, fields: dict[str, Any]) -> list[str]:
        """Return fields as the lines of a block mapping."""
        return [f"{key}: {self.value(value, in_flow=False)}" for key, value in fields.items()]


def folded(value: str, header: str, indent: str) -> str | None:
    """Return a text as a block scalar with lines that begin so; None where it cannot be one.

    The header is its sign, ``|`` or ``>``, and what may follow that in its line.
    """
    if not _FOLDABLE.fullmatch(value):
        return None
    width = max(_WIDTH - len(indent), 20)
    lines = [value]
    if header[0] == ">":
        lines = wrap(value, width, break_long_words=False, break_on_hyphens=False)
    return header + "".join(f"\n{indent}{line}" for line in lines)


def header_comment(written: str) -> str:
    """Return the comment in the first line of a block scalar, with the space before it."""
    found = re.match(r"\S*(\s+#.*)", LINE_END.split(written)[0])
    return found[1] if found else ""


def block_indent(written: str) -> str:
    """Return what the lines of a block scalar begin with."""
    lines = LINE_END.split(written)[1:]
    return next((line[: len(line) - len(line.lstrip(" "))] for line in lines if line.strip()), "")


def reindented(written: str, by: str) -> str:
    """Return a scalar of several lines with all but the first further to the right."""
    first, *lines = LINE_END.split(written)
    return "\n".join([first, *(by + line if line.strip() else line for line in lines)])


def claim_lines(
    claim_id: str,
    fields: dict[str, Any],
    manner: Manner,
    *,
    in_flow: bool,
    in_braces: bool,
    is_short: bool,
) -> list[str]:
    """Return a claim as lines of the mapping ``claims``, which is itself ``in_flow`` or not.

    With its fields ``in_braces`` or on lines of their own; or as its text
    alone, where ``is_short`` and it has nothing else.
    """
    key = manner.scalar(claim_id)
    if is_short and len(fields) == 1:
        value = manner.scalar(fields["text"], in_flow=in_flow)
    elif in_flow or in_braces:
        value = manner.flow_mapping(fields)
    else:
        value = ""
    if is_long_key(key) and not manner.is_json:
        lines = [f"? {key} : {value}"] if in_flow else [f"? {key}", f": {value}".rstrip()]
    else:
        lines = [f"{key}: {value}".rstrip()]
    fields = {} if value else fields
    return lines + [" " * manner.step + line for line in manner.lines(fields)]


def relation_lines(
    relation: Relation, ignored: dict[str, Any], manner: Manner, *, in_flow: bool
) -> list[str]:
    """Return a relation as lines of the list ``relations``, without the dash.

    ``ignored`` is its field ``ignore``, or nothing.
    """
    fields = plain_relation(relation)
    if not manner.is_json:
        name = fields.pop("id")
        rest = {key: fields.pop(key) for key in ("scheme", "note") if key in fields}
        fields |= ({} if relation.has_default_id else {"id": name}) | rest
    fields |= ignored
    return [manner.flow_mapping(fields)] if in_flow else manner.lines(fields)
