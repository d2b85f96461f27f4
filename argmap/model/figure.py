"""What a picture of a map, or a graph file, is made of.

A relation is an edge, unless it joins several premises or is itself a target: then
it is a small node, a junction, with an edge from each premise and one to its
target. That is decided here, for every writer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from argmap.model import ArgumentMap, Claim, Relation


class Role(StrEnum):
    """What part of a relation an edge stands for."""

    WHOLE = "whole"  # premise to target
    PREMISE = "premise"  # premise to junction
    CONCLUSION = "conclusion"  # junction to target


class Edge(NamedTuple):
    """An edge of a figure, between ids of claims and of relations that are junctions."""

    source: str
    target: str
    relation: Relation
    role: Role


class Figure(NamedTuple):
    """The nodes and edges of a picture.

    ``names`` has what to call each node at its edges: its id; or for a junction
    whose id is long, as one of many premises is, something short that is no id.
    """

    claims: list[Claim]
    junctions: list[Relation]
    edges: list[Edge]
    names: dict[str, str]


def figure(argument_map: ArgumentMap) -> Figure:
    """Return the figure of a map, in file order."""
    relations = argument_map.relations.values()
    junctions = {r.id: r for r in relations if r.is_linked or argument_map.incoming(r.id)}
    edges = [
        edge
        for relation in relations
        for edge in _edges(relation, is_junction=relation.id in junctions)
    ]
    claims = list(argument_map.claims.values())
    names = {claim.id: claim.id for claim in claims} | short_names(argument_map, junctions)
    return Figure(claims, list(junctions.values()), edges, names)


def short_names(argument_map: ArgumentMap, relation_ids: Iterable[str]) -> dict[str, str]:
    """Return what to call relations where each of their premises names them, see ``Figure``."""
    taken = {*argument_map.claims, *argument_map.relations}
    names = {}
    for number, name in enumerate(relation_ids, 1):
        short = name if len(name) <= LONGEST else f"relation-{number}"
        while short != name and short in taken:
            short += "-"
        names[name] = short
    return names


LONGEST = 200  # characters, of what is written at each edge of a relation


def _edges(relation: Relation, *, is_junction: bool) -> Iterator[Edge]:
    if not is_junction:
        yield Edge(relation.premises[0], relation.target, relation, Role.WHOLE)
        return
    for premise in relation.premises:
        yield Edge(premise, relation.id, relation, Role.PREMISE)
    yield Edge(relation.id, relation.target, relation, Role.CONCLUSION)
