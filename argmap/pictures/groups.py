"""Which claims, and which junctions among them, are framed together."""

from __future__ import annotations

from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.figure import Figure
from argmap.pictures.picture import Grouping

Groups = dict[str | None, list[Claim | Relation]]


def groups(argument_map: ArgumentMap, parts: Figure, grouping: Grouping | None) -> Groups:
    """Return claims and junctions by the title of their frame; None has those without one.

    A junction is in the frame of its target, if one of its premises is, too;
    else in that of its premises, if they share one.
    """
    found: Groups = {}
    unit = (argument_map.source.unit if argument_map.source else None) or "place"
    own = {claim.id: _title(claim, grouping, unit) for claim in parts.claims}
    for claim in parts.claims:
        found.setdefault(own[claim.id], []).append(claim)
    for relation in parts.junctions:
        around = {own[premise] for premise in relation.premises}
        target = own.get(_conclusion(argument_map, relation))
        if target not in around:
            target = around.pop() if len(around) == 1 else None
        found.setdefault(target, []).append(relation)
    return found


def _conclusion(argument_map: ArgumentMap, relation: Relation) -> str:
    """Return the claim that a relation bears on in the end; empty where it never comes to one."""
    seen: set[str] = set()
    target = relation.target
    while target in argument_map.relations and target not in seen:
        seen.add(target)
        target = argument_map.relations[target].target
    return target


def _title(claim: Claim, grouping: Grouping | None, unit: str) -> str | None:
    if grouping is Grouping.VOICE:
        return claim.voice
    if grouping is Grouping.KIND:
        return claim.kind
    if grouping is Grouping.SECTION and claim.at:
        return f"{unit} {claim.at[0].first}"
    return None
