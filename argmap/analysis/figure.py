"""What a picture of a map, or a graph file, is made of.

A relation is an edge, unless it joins several premises or something bears on
it: then it is a small node, a junction, with an edge from each premise and one
to its target. That is decided here, for every writer.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    """The nodes and edges of a picture."""

    claims: list[Claim]
    junctions: list[Relation]
    edges: list[Edge]


def figure(argument_map: ArgumentMap) -> Figure:
    """Return the figure of a map, in file order."""
    relations = argument_map.relations.values()
    junctions = {r.id: r for r in relations if r.is_linked or argument_map.incoming(r.id)}
    edges = [
        edge
        for relation in relations
        for edge in _edges(relation, is_junction=relation.id in junctions)
    ]
    return Figure(list(argument_map.claims.values()), list(junctions.values()), edges)


def _edges(relation: Relation, *, is_junction: bool) -> Iterator[Edge]:
    if not is_junction:
        yield Edge(relation.premises[0], relation.target, relation, Role.WHOLE)
        return
    for premise in relation.premises:
        yield Edge(premise, relation.id, relation, Role.PREMISE)
    yield Edge(relation.id, relation.target, relation, Role.CONCLUSION)
