"""A map in numbers: its size and shape, who supports and attacks what, and what is leaned on."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from argmap.model import ArgumentMap, Claim, Relation, RelationKind
from argmap.model.argument_map import NOT_FURTHER
from argmap.model.questions import answering, questions

if TYPE_CHECKING:
    import networkx as nx

MOST = 5  # claims that are named as the most leaned on


class Tally(NamedTuple):
    """What the claims of one voice or kind do: relations they are in, each counted once.

    ``supports`` and ``attacks`` start from them, ``supported`` and ``attacked``
    point at them. Attacks are attacks, undercuts and, at both ends, contradicts;
    restates and answers count as neither.
    """

    claims: int = 0
    supports: int = 0
    attacks: int = 0
    supported: int = 0
    attacked: int = 0


class Chain(NamedTuple):
    """The longest chain: how many relations, and its first and last claim (None: no claim)."""

    length: int
    first: str | None
    last: str | None


class Statistics(NamedTuple):
    """The numbers of one map; see ``statistics`` for what each of them counts."""

    claims: int
    relations: dict[RelationKind, int]
    roots: int
    grounds: int
    islands: int
    cycles: int
    depth: int
    longest_chain: Chain
    placed: int
    implicit: int
    by_voice: dict[str | None, Tally]
    by_kind: dict[str | None, Tally]
    leaned_on: list[tuple[Claim, int]]
    questions: int
    unanswered: int


def statistics(argument_map: ArgumentMap) -> Statistics:
    """Return a map in numbers.

    ``islands`` counts the parts of the map that no relation joins to the largest;
    a lone claim is a part. ``cycles`` counts the strongly connected components of
    more than one node. ``depth`` is the number of relations from the claim farthest
    from any root, or restatement of one, to the nearest. ``longest_chain`` counts each
    cycle as one claim, for the longest path through cycles cannot be found in reasonable
    time.
    Neither follows ``contradicts``, ``restates`` and ``answers``, which lead nowhere further.
    ``unanswered`` counts the ``questions`` that nothing answers.
    ``leaned_on`` has up to ``MOST`` claims that are premises of two supports or more,
    those of most supports first.
    """
    claims = argument_map.claims.values()
    flow = _flow(argument_map)
    components = _components(argument_map, flow)
    asked = [claim.id for claim in questions(argument_map)]
    return Statistics(
        claims=len(claims),
        relations=_by_kind(argument_map),
        roots=sum(1 for _ in argument_map.roots()),
        grounds=sum(1 for _ in argument_map.grounds()),
        islands=_islands(argument_map),
        cycles=sum(len(part) > 1 for part in components),
        depth=_depth(argument_map),
        longest_chain=_longest_chain(argument_map, flow, components),
        placed=sum(bool(claim.at) for claim in claims),
        implicit=sum(claim.implicit for claim in claims),
        by_voice=_tallies(argument_map, lambda claim: claim.voice),
        by_kind=_tallies(argument_map, lambda claim: claim.kind),
        leaned_on=_leaned_on(argument_map),
        questions=len(asked),
        unanswered=sum(not answering(argument_map, name) for name in asked),
    )


def _by_kind(argument_map: ArgumentMap) -> dict[RelationKind, int]:
    counts = Counter(relation.kind for relation in argument_map.relations.values())
    return {kind: counts[kind] for kind in RelationKind}


def _islands(argument_map: ArgumentMap) -> int:
    import networkx as nx

    parts = int(nx.number_weakly_connected_components(argument_map.graph))
    return max(parts - 1, 0)  # without the largest, which is the mainland


def _flow(argument_map: ArgumentMap) -> nx.DiGraph[str]:
    """Return the graph of what leads further: claims, and relations that are for or against."""
    import networkx as nx

    flow: nx.DiGraph[str] = nx.DiGraph()
    flow.add_nodes_from(argument_map.claims)
    for relation in argument_map.relations.values():
        if relation.kind not in NOT_FURTHER:
            flow.add_edges_from((premise, relation.id) for premise in relation.premises)
            flow.add_edge(relation.id, relation.target)
    return flow


def _components(argument_map: ArgumentMap, flow: nx.DiGraph[str]) -> list[list[str]]:
    """Return the strongly connected components in topological order, each in map order."""
    import networkx as nx

    order = {name: n for n, name in enumerate((*argument_map.claims, *argument_map.relations))}
    found = nx.strongly_connected_components(flow)
    # Tarjan's algorithm gives what is led to before what leads there.
    return [sorted(part, key=order.__getitem__) for part in found][::-1]


def _longest_chain(
    argument_map: ArgumentMap, flow: nx.DiGraph[str], components: Sequence[Sequence[str]]
) -> Chain:
    if not argument_map.claims:
        return Chain(0, None, None)
    part_of = {name: n for n, part in enumerate(components) for name in part}
    # The length so far and the first claim; a relation has none until a claim leads to it.
    best = [(0 if part[0] in argument_map.claims else -1, part[0]) for part in components]
    longest = Chain(-1, None, None)
    for number, part in enumerate(components):
        length, first = best[number]
        if part[0] in argument_map.claims and length > longest.length:
            longest = Chain(length, first, part[0])
        step = length + (part[0] in argument_map.relations)  # a cycle has a claim first
        for name in part:
            for after in flow[name]:
                ahead = part_of[after]
                if ahead != number and step > best[ahead][0]:
                    best[ahead] = step, first
    return longest


def _depth(argument_map: ArgumentMap) -> int:
    """Return how far the claims that lead no further are from the claim farthest from any."""
    ends = [name for name in argument_map.claims if not argument_map.leads_further(name)]
    distance = dict.fromkeys(ends, 0)
    todo = deque(ends)
    while todo:
        node = todo.popleft()
        for relation in argument_map.incoming(node):
            if relation.kind in NOT_FURTHER or relation.id in distance:
                continue
            # A relation is itself borne on, by undercuts and backing.
            for name in (relation.id, *relation.premises):
                if name not in distance:
                    distance[name] = distance[node] + 1
                    todo.append(name)
    return max((distance[name] for name in distance if name in argument_map.claims), default=0)


def _tallies(
    argument_map: ArgumentMap, group: Callable[[Claim], str | None]
) -> dict[str | None, Tally]:
    """Return a tally for each value of ``group``, in the order of the map."""
    claims = argument_map.claims
    groups = {name: group(claim) for name, claim in claims.items()}
    counts: Counter[tuple[str | None, str]] = Counter()
    for name in groups.values():
        counts[name, "claims"] += 1
    for relation in argument_map.relations.values():
        if relation.kind in {RelationKind.RESTATES, RelationKind.ANSWERS}:
            continue
        ways = ("attacks", "attacked") if relation.kind.is_against else ("supports", "supported")
        for way, ends in zip(ways, _ends(relation), strict=True):
            for name in {groups[end] for end in ends if end in claims}:
                counts[name, way] += 1
    found = dict.fromkeys(groups.values())
    return {name: Tally(*(counts[name, way] for way in Tally._fields)) for name in found}


def _ends(relation: Relation) -> tuple[Sequence[str], Sequence[str]]:
    """Return what a relation starts from and what it points at."""
    both = (*relation.premises, relation.target)
    return (both, both) if relation.kind.is_symmetric else (relation.premises, both[-1:])


def _leaned_on(argument_map: ArgumentMap) -> list[tuple[Claim, int]]:
    counts: Counter[str] = Counter()
    for relation in argument_map.relations.values():
        if relation.kind is RelationKind.SUPPORTS:
            counts.update(relation.premises)
    numbered = ((claim, counts[claim.id]) for claim in argument_map.claims.values())
    several = [each for each in numbered if each[1] > 1]
    return sorted(several, key=lambda each: -each[1])[:MOST]


def total(many: Iterable[Statistics]) -> Statistics:
    """Return the numbers of several maps together: sums, and the greatest depth and chain.

    Claims of different maps are different, so none is named.
    """
    found = list(many)
    voices: dict[str | None, Tally] = {}
    kinds: dict[str | None, Tally] = {}
    for each in found:
        voices, kinds = _added(voices, each.by_voice), _added(kinds, each.by_kind)
    longest = max((each.longest_chain.length for each in found), default=0)
    return Statistics(
        claims=sum(each.claims for each in found),
        relations={kind: sum(each.relations[kind] for each in found) for kind in RelationKind},
        roots=sum(each.roots for each in found),
        grounds=sum(each.grounds for each in found),
        islands=sum(each.islands for each in found),
        cycles=sum(each.cycles for each in found),
        depth=max((each.depth for each in found), default=0),
        longest_chain=Chain(longest, None, None),
        placed=sum(each.placed for each in found),
        implicit=sum(each.implicit for each in found),
        by_voice=voices,
        by_kind=kinds,
        leaned_on=[],
        questions=sum(each.questions for each in found),
        unanswered=sum(each.unanswered for each in found),
    )


def _added(
    first: dict[str | None, Tally], second: dict[str | None, Tally]
) -> dict[str | None, Tally]:
    names = dict.fromkeys((*first, *second))
    pairs = {name: (first.get(name, Tally()), second.get(name, Tally())) for name in names}
    return {name: Tally(*map(sum, zip(*pair, strict=True))) for name, pair in pairs.items()}
