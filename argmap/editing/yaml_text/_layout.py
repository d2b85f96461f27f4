"""Writing values: as JSON or YAML, on one line, on several or as a block scalar."""

from __future__ import annotations

import re
from collections.abc import Mapping
from textwrap import wrap
from typing import Any, NamedTuple

from argmap.documents.yaml_scalars import flow, is_long_key, scalar
from argmap.editing.yaml_text._gaps import LINE_END
from argmap.model.plain import json_text
from argmap.model.text import UNSEEN

_WIDTH = 100  # columns of the lines of a folded scalar
_FOLDABLE = re.compile(rf"[^\s\x00-\x1f{UNSEEN}]+(?: [^\s\x00-\x1f{UNSEEN}]+)*")


class Layout(NamedTuple):
    """How a text is laid out: as JSON or not, and by how many columns it indents further."""

    is_json: bool = False
    step: int = 2

    def inline(self, value: Any, style: str = "", *, in_flow: bool = True) -> str:
        """Return a value on one line; a scalar in the quotes of ``style`` if they can hold it.

        ``in_flow`` is false where the line is not in brackets.
        """
        if self.is_json:
            return json_text(value, indent=None)
        return scalar(value, style, in_flow=in_flow) if style else flow(value, in_flow=in_flow)

    def lines(self, fields: Mapping[str, Any]) -> list[str]:
        """Return fields as the lines of a block mapping."""
        return [f"{key}: {self.inline(value, in_flow=False)}" for key, value in fields.items()]


def pair_lines(
    key: str, value: Any, layout: Layout, *, in_flow: bool, in_braces: bool = False
) -> list[str]:
    """Return an entry of a mapping as lines; in brackets (``in_flow``) it is one.

    Fields, if its value has some, are ``in_braces`` or on lines of their own.
    """
    written = layout.inline(key)
    is_one_line = in_flow or in_braces or not isinstance(value, dict)
    inline = layout.inline(value, in_flow=in_flow) if is_one_line else ""
    if layout.is_json or not is_long_key(written):
        lines = [f"{written}: {inline}".rstrip()]
    elif in_flow:
        lines = [f"? {written} : {inline}"]
    else:
        lines = [f"? {written}", f": {inline}".rstrip()]
    fields = [] if is_one_line else layout.lines(value)
    return lines + [" " * layout.step + line for line in fields]


def block_scalar(value: str, header: str, indent: str) -> str | None:
    """Return a text as a block scalar whose lines begin with ``indent``; None if it cannot be one.

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
    """Return the indentation of the lines of a block scalar."""
    lines = LINE_END.split(written)[1:]
    return next((line[: len(line) - len(line.lstrip(" "))] for line in lines if line.strip()), "")


def indented(written: str, by: str) -> str:
    """Return a scalar of several lines with all but the first indented further."""
    first, *lines = LINE_END.split(written)
    return "\n".join([first, *(by + line if line.strip() else line for line in lines)])
