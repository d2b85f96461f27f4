"""The outline of a map as nested plain data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.analysis.outline import Join, Outline, Row
from argmap.model import Claim, Relation
from argmap.model.plain import plain_relation

_LONG = 300  # characters, from which on plain data has a text or relation only once


def outline_data(
    outlined: Outline,
    judge: Callable[[Claim | Relation], dict[str, Any]] | None = None,
) -> list[dict[str, Any]]:
    """Return the blocks of an outline as nested mappings, one a row.

    Each has ``claim`` (id), ``text``, ``relation`` (as in a map file, or null at the top),
    ``on_step``, ``mark`` (null, ``shown``, ``cycle``, ``cut``, ``continues`` or ``limit``),
    ``continued`` and ``children``; and what ``judge`` returns for its claim or linked step.
    Linked premises stand under a mapping with their relation, whose claim is null, and after
    them what bears on their step. A long text or relation that was given further up already
    is null. The outline has no rows of the form MORE.
    """
    trees: list[dict[str, Any]] = []
    children: list[list[dict[str, Any]]] = []  # by row
    groups: dict[str, list[dict[str, Any]]] = {}  # by relation of linked premises
    given: set[str] = set()  # ids of the claims and relations given so far
    continued = {block.first for block in outlined.blocks if block.continued}
    for number, row in enumerate(outlined.rows):
        relation = row.relation
        siblings = trees if row.parent is None else children[row.parent]
        if relation is not None and relation.target in groups:
            siblings = groups[relation.target]
        if relation is not None and row.join is Join.FIRST:
            group = _data(None, row, given) | (judge(relation) if judge else {})
            siblings.append(group | {"children": groups.setdefault(relation.id, [])})
        if relation is not None and row.join is not Join.LONE:
            siblings = groups[relation.id]
        data = _data(row.node, row, given) | (judge(row.node) if judge else {})
        children.append([])
        siblings.append(data | {"continued": number in continued, "children": children[number]})
    return trees


def _data(node: Claim | Relation | None, row: Row, given: set[str]) -> dict[str, Any]:
    """Return a row as plain data, or with None for a node the relation of linked premises."""
    is_member = row.join is not Join.LONE and node is not None
    claim = node if isinstance(node, Claim) else None
    relation = None if is_member or row.relation is None else row.relation
    text = claim.text if claim else None
    plain = plain_relation(relation) if relation else None
    if text and claim and claim.id in given and len(text) > _LONG:
        text = None
    if relation and relation.id in given and len(str(plain)) > _LONG:
        plain = None
    given.update(part.id for part in (claim, relation) if part)
    return {
        "claim": claim.id if claim else None,
        "text": text,
        "relation": plain,
        "on_step": row.on_step and not is_member,
        "mark": row.mark.value if row.mark and node is not None else None,
        "continued": False,
    }
