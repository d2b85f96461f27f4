"""The lines of a tree as plain data, and what an evaluation says of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from argmap.analysis.tree import TreeLine
from argmap.model import Claim
from argmap.model.plain import plain_relation
from argmap.views.rows import Span


class Judgement(NamedTuple):
    """The evaluation of a line: a sign before it, words after it.

    ``legend``, if the line needs one, is the rank of the entry, a sign and its
    meaning.
    """

    sign: Span | None = None
    after: tuple[Span, ...] = ()
    legend: tuple[int, str, str] | None = None


_LONG = 300  # characters, from which on plain data has a text or relation only once
NO_JUDGEMENT = Judgement()


def tree_data(
    lines: Iterable[TreeLine], judge: Callable[[TreeLine], dict[str, Any]] | None = None
) -> list[dict[str, Any]]:
    """Return the trees as nested plain data, one mapping a line.

    Each has ``claim`` (id, or null for a line of linked premises), ``relation``
    (as in a map file, or null), ``on_step``, ``mark`` (null, ``shown``,
    ``cycle``, ``cut``, ``continues`` or ``limit``), ``continued`` and
    ``children``; and what ``judge`` returns for the line. A long text or relation
    that was given further up already is null.
    """
    trees: list[dict[str, Any]] = []
    children = [trees]
    given: set[str] = set()  # ids of the relations given so far
    for line in lines:
        del children[line.depth + 1 :]
        data = _line_data(line, given) | (judge(line) if judge else {})
        data["children"] = data.pop("children")  # last, for readability
        children[-1].append(data)
        children.append(data["children"])
    return trees


def _line_data(line: TreeLine, given: set[str]) -> dict[str, Any]:
    claim = line.node if isinstance(line.node, Claim) else None
    text = claim.text if claim else None
    if line.again and text and len(text) > _LONG:
        text = None
    relation = plain_relation(line.relation) if line.relation else None
    if line.relation and line.relation.id in given and len(str(relation)) > _LONG:
        relation = None
    if line.relation:
        given.add(line.relation.id)
    return {
        "claim": claim.id if claim else None,
        "text": text,
        "relation": relation,
        "on_step": line.on_step,
        "mark": line.mark.value if line.mark else None,
        "continued": line.continued,
        "children": [],
    }
