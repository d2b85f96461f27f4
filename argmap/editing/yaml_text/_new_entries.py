"""New entries, laid out as those around them, or as the first of a collection."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from argmap.editing.yaml_text._entries import Entry, colon, edit_entries, end, head
from argmap.editing.yaml_text._gaps import LINE_END, has_comment
from argmap.editing.yaml_text._layout import Layout, pair_lines
from argmap.editing.yaml_text._nodes import Node, Shape
from argmap.editing.yaml_text._splices import Splices

Entries = Mapping[str, Any] | Sequence[Any]  # of a mapping, or mappings of a list


def like_others(
    splices: Splices, layout: Layout, node: Node, at: int, entries: Entries, short: str | None
) -> list[Entry]:
    """Return entries to stand after one of a collection that has some, laid out as it is.

    ``short`` is as for ``YamlText.edit``.
    """
    if not isinstance(entries, Mapping):
        return _items(splices, layout, node, entries)
    shapes = {item.shape for item in node.items}
    is_short = Shape.SCALAR in shapes or Shape.MAPPING not in shapes
    in_braces = are_in_braces(node, at)
    return [
        pair_lines(
            key,
            fields[short] if short and is_short and set(fields) == {short} else fields,
            layout,
            in_flow=node.is_flow,
            in_braces=in_braces,
        )
        for key, fields in entries.items()
    ]


def are_in_braces(node: Node, at: int) -> bool:
    """Return whether the mappings around an entry have their fields in braces."""
    around = [*reversed(node.items[: at + 1]), *node.items[at + 1 :]]
    return next((item.is_flow for item in around if item.shape is Shape.MAPPING), False)


def _items(
    splices: Splices, layout: Layout, node: Node, entries: Sequence[dict[str, Any]]
) -> list[Entry]:
    """Return mappings as items like the last of a list."""
    last = node.items[-1]
    if node.is_flow:
        return [[layout.inline(fields)] for fields in entries]
    if not last.is_block:
        return [[f"- {layout.inline(fields)}"] for fields in entries]
    before = splices.before(last.keys[0].start)
    dash = splices.before(head(splices, node, len(node.items) - 1))
    gap = " " * (len(before) - len(dash) - 1 if before.strip() == "-" else 1)
    lines = [layout.lines(fields) for fields in entries]
    return [[f"-{gap}{first}", *(f" {gap}{line}" for line in rest)] for first, *rest in lines]


def fill(
    splices: Splices, layout: Layout, root: Node, key: str, entries: Entries, above: str | None
) -> None:
    """Put entries under a key of the root that is not there, or that has nothing under it.

    ``above`` is as for ``YamlText.edit``.
    """
    at = root.index(key)
    in_flow = root.is_flow or (at is not None and _keeps_brackets(splices, root, at))
    dash = "" if in_flow else "- "
    if isinstance(entries, Mapping):
        lines = [pair_lines(*pair, layout, in_flow=in_flow) for pair in entries.items()]
    else:
        lines = [[dash + layout.inline(fields)] for fields in entries]
    inline = ", ".join(" ".join(each) for each in lines)
    body = f"{{{inline}}}" if isinstance(entries, Mapping) else f"[{inline}]"
    block = [line for each in lines for line in each]
    if at is not None:
        _fill_empty(splices, layout, root, at, body if in_flow else "", block)
        return
    last = [i for i, each in enumerate(root.keys) if root.is_flow or each.value != above][-1]
    entry = [f"{layout.inline(key)}: {body}"]
    if not root.is_flow:
        entry = [f"{key}:", *(f"  {line}" for line in block)]
    edit_entries(splices, root, added={last: [entry]})


def _keeps_brackets(splices: Splices, root: Node, at: int) -> bool:
    """Return whether what replaces an empty value has to be in brackets, as where it is."""
    return is_commented(splices, root.items[at]) or _has_own_line(splices, root, at)


def is_commented(splices: Splices, node: Node) -> bool:
    """Return whether there is a comment in brackets and nothing else."""
    text = splices.text
    return node.is_flow and has_comment(text, node.body(text), node.end)


def put_before_bracket(splices: Splices, layout: Layout, node: Node, inline: str) -> None:
    """Put entries in brackets that have nothing but a comment, on a line below it."""
    column = splices.column(node.end - 1) + " " * layout.step
    splices.add_lines_above(node.end - 1, [column + inline])


def _has_own_line(splices: Splices, root: Node, at: int) -> bool:
    """Return whether an empty value stands below its key."""
    start = colon(splices, root, at)
    return LINE_END.search(splices.text, start, root.items[at].start) is not None


def _fill_empty(
    splices: Splices, layout: Layout, root: Node, at: int, inline: str, block: list[str]
) -> None:
    """Put entries in place of an empty value: in brackets, or else as lines of a block."""
    item = root.items[at]
    start = colon(splices, root, at)
    if inline and is_commented(splices, item):
        put_before_bracket(splices, layout, item, inline[1:-1])
    elif inline:
        space = "" if item.start > start else " "
        splices.replace(max(item.start, start), max(item.end, start), space + inline)
    else:
        if item.end > start:
            splices.replace(start, item.end, "")
        column = splices.column(head(splices, root, at)) + "  "
        splices.add_lines(end(root, at), [column + line for line in block])
