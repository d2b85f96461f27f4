"""Which relations of a map can be written as Argdown, which of them as lines, and what is lost."""

from __future__ import annotations

from collections.abc import Sequence

from argmap.formats._builder import MapBuilder
from argmap.model import ArgumentMap, FileText, Relation, RelationKind
from argmap.model.losses import Losses


def representable(argument_map: ArgumentMap, losses: Losses) -> list[Relation]:
    """Return the relations that Argdown can represent, in order; count the others."""
    relations = argument_map.relations
    lost: dict[str, None] = {}
    said: set[frozenset[str]] = set()
    for relation in relations.values():
        ends = frozenset((*relation.premises, relation.target))
        if relation.kind is RelationKind.RESTATES:
            losses.add("restatement")
            lost[relation.id] = None
        elif relation.kind is RelationKind.CONTRADICTS and ends in said:
            losses.add("contradiction given twice", 1, "contradictions given twice")
            lost[relation.id] = None
        elif relation.kind is RelationKind.CONTRADICTS:
            said.add(ends)
            _count_losses(relation, losses)
    hit = [r.id for r in relations.values() if r.kind.is_symmetric]
    while hit:
        for other in argument_map.incoming(hit.pop()):
            if other.id not in lost:
                lost[other.id] = None
                hit.append(other.id)
                losses.add(
                    "relation on a contradiction or restatement",
                    1,
                    "relations on contradictions or restatements",
                )
    return [relation for relation in relations.values() if relation.id not in lost]


def _count_losses(contradiction: Relation, losses: Losses) -> None:
    """Count what is lost of a contradiction, which is only a sign between two claims."""
    has_scheme = contradiction.scheme is not None
    losses.add("scheme of a contradiction", int(has_scheme), "schemes of contradictions")
    has_note = contradiction.note is not None
    losses.add("note on a contradiction", int(has_note), "notes on contradictions")
    has_weight = contradiction.weight is not None
    losses.add("weight of a contradiction", int(has_weight), "weights of contradictions")


def structured(argument_map: ArgumentMap, relations: Sequence[Relation]) -> set[str]:
    """Return the ids of the relations for which a line is not enough, or is there already."""
    kept = {relation.id for relation in relations}
    found: set[str] = set()
    lines: set[tuple[RelationKind, tuple[str, ...], str]] = set()
    for relation in relations:
        if relation.kind.is_symmetric:
            continue
        says_more = any(each is not None for each in (relation.scheme, relation.note))
        says_more = says_more or relation.weight is not None
        on_it = any(other.id in kept for other in argument_map.incoming(relation.id))
        line = (relation.kind, relation.premises, relation.target)
        # A line would answer what is asked.
        is_asked = relation.target in argument_map.claims and (
            argument_map.claims[relation.target].is_question
        )
        is_reason = relation.kind is RelationKind.SUPPORTS and is_asked
        if relation.is_linked or says_more or on_it or is_reason or line in lines:
            found.add(relation.id)
        lines.add(line)
    return found


def count_ids(
    argument_map: ArgumentMap,
    relations: Sequence[Relation],
    structured: set[str],
    losses: Losses,
) -> None:
    """Count the ids of relations that are lines, where a reader makes others for them."""
    read = MapBuilder(FileText(""), Losses())
    read.claims.update(argument_map.claims)
    for relation in relations:
        if relation.id in structured:
            read.reserve(relation.id)
    for relation in relations:
        if relation.id not in structured:
            name = read.relation(relation.kind, relation.premises, relation.target)
            if name != relation.id:
                one, many = "id of a relation", "ids of relations"
                losses.add(one, 1, many, name=relation.id, is_minor=True)
