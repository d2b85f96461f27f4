"""The outline of a map as nested plain data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from argmap.analysis.outline import Join, Outline
from argmap.analysis.tree import Mark
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
    # By relation of linked premises and the row that they hang under: unrolled, one has many.
    groups: dict[tuple[str, int | None], list[dict[str, Any]]] = {}
    given: set[str] = set()
    continued = {block.first for block in outlined.blocks if block.continued}
    for number, row in enumerate(outlined.rows):
        relation, parent = row.relation, row.parent
        siblings = trees if parent is None else children[parent]
        is_member = relation is not None and row.join is not Join.LONE
        if relation is not None:
            siblings = groups.get((relation.target, parent), siblings)
            if row.join is Join.FIRST:
                group = line_data(None, relation, given, on_step=row.on_step)
                group |= judge(relation) if judge else {}
                groups[relation.id, parent] = group["children"] = []
                siblings.append(group)
            if is_member:
                siblings = groups[relation.id, parent]
        data = line_data(
            row.node if isinstance(row.node, Claim) else None,
            None if is_member else relation,
            given,
            on_step=row.on_step and not is_member,
            mark=row.mark,
            continued=number in continued,
        )
        data |= judge(row.node) if judge else {}
        data["children"] = []
        children.append(data["children"])
        siblings.append(data)
    return trees


def line_data(
    claim: Claim | None,
    relation: Relation | None,
    given: set[str],
    *,
    on_step: bool,
    mark: Mark | None = None,
    continued: bool = False,
) -> dict[str, Any]:
    """Return a line of a tree as plain data, without what is under it.

    ``given`` has the ids of the claims and relations given so far, and gets those of this one.
    """
    text = claim.text if claim else None
    if claim and claim.id in given and len(claim.text) > _LONG:
        text = None
    plain = plain_relation(relation) if relation else None
    if relation and relation.id in given and len(str(plain)) > _LONG:
        plain = None
    given.update(part.id for part in (claim, relation) if part)
    return {
        "claim": claim.id if claim else None,
        "text": text,
        "relation": plain,
        "on_step": on_step,
        "mark": mark.value if mark else None,
        "continued": continued,
    }
