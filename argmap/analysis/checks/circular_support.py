"""The rule ``circular-support``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.checks._reach import restated
from argmap.analysis.criticism import onward
from argmap.model import ArgumentMap

SUMMARY = "claims that support one another in a cycle"
SEVERITY = Severity.WARNING
REASON = """
Whoever doubts one claim of the cycle is given no reason that does not rest on that very
claim. Each cycle is named claim by claim: for each step that is in none named so far, a
shortest one through it. Claims that restate one another count as one. Of cycles that share
claims, the first twenty are named.
"""
WRONG_WHEN = """
The source means a whole whose parts hold one another up, and says so.
"""
EXAMPLE = """
argmap: 1
claims:
  book: The book is true.
  author: The author is reliable.
relations:
  - {from: book, supports: author}
  - {from: author, supports: book}
"""
_CYCLES_AT_MOST = 20  # in one component
_NAMED_AT_MOST = 20  # claims, in a sentence

Graph = list[list[int]]


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield the cycles of support among claims and, for backing, relations."""
    names = [*argument_map.claims, *argument_map.relations]
    numbers = {name: number for number, name in enumerate(names)}
    # Claims that restate one another are one, under the name of the first.
    numbers |= {name: numbers[first] for name, first in restated(argument_map).items()}
    graph: Graph = [[] for _ in names]
    for name in names:
        graph[numbers[name]] += [numbers[other] for other in onward(argument_map, name)]
    for component in _components(graph):
        yield from _cycles_of(component, graph, names, argument_map)


def _components(graph: Graph) -> list[list[int]]:
    """Return the components that have a cycle, in the order of their first nodes."""
    from argmap.analysis.solving.order import in_order

    return sorted(in_order(graph).cycles.values())


def _cycles_of(
    component: list[int], graph: Graph, names: list[str], argument_map: ArgumentMap
) -> Iterator[Found]:
    claims = len(argument_map.claims)
    members = set(component)
    covered: set[tuple[int, int]] = set()
    number = 0
    for claim in (node for node in component if node < claims):
        for step in graph[claim]:
            if step not in members or (claim, step) in covered:
                continue
            if number == _CYCLES_AT_MOST:
                yield _too_many(component, names, claims)
                return
            number += 1
            cycle = _shortest(graph, members, step, claim)
            covered.update(zip(cycle, [*cycle[1:], cycle[0]], strict=True))
            yield _finding([names[node] for node in _from_first(cycle)], argument_map)


def _shortest(graph: Graph, members: set[int], start: int, end: int) -> list[int]:
    """Return a shortest cycle within a component, from ``end`` by way of ``start``."""
    before = {start: end}
    layer = [start]
    while end not in before:
        following = []
        for node in layer:
            for other in graph[node]:
                if other in members and other not in before:
                    before[other] = node
                    following.append(other)
        layer = following
    way, node = [end], before[end]
    while node != end:
        way.append(node)
        node = before[node]
    return [way[0], *reversed(way[1:])]


def _from_first(cycle: list[int]) -> list[int]:
    first = cycle.index(min(cycle))
    return cycle[first:] + cycle[:first]


def _finding(cycle: list[str], argument_map: ArgumentMap) -> Found:
    places = [at for at, name in enumerate(cycle) if name in argument_map.claims][1:]
    through = [_station(cycle, at, argument_map) for at in places]
    message = f"'{cycle[0]}' supports itself"
    stations = through or _backed(cycle, argument_map)
    if stations:
        named = stations[:_NAMED_AT_MOST]
        more = len(stations) - len(named)
        message += f" through {', then '.join(named)}"
        message += f" and {more:,} more" if more else ""
    hint = "give one of them a reason from outside" if stations else "take the relation out"
    others = [
        f"'{name}'" for name in dict.fromkeys(_ends(cycle, 0, argument_map)) if name != cycle[0]
    ]
    if others:
        message += f", as {' and '.join(others)} {'say' if others[1:] else 'says'} the same"
        hint = hint if stations else "take out what supports, or what restates"
    return Found(cycle[0], message, hint, tuple(cycle[1:]))


def _ends(cycle: list[str], at: int, argument_map: ArgumentMap) -> tuple[str, str]:
    """Return which of the claims that say the same a cycle leaves from, and which it leads to."""
    relations = argument_map.relations
    after, before = relations[cycle[(at + 1) % len(cycle)]], relations[cycle[at - 1]]
    target = before.target
    same = {cycle[at], *argument_map.same_as(cycle[at])}
    left = [premise for premise in after.premises if premise in same]
    return target if target in left else left[0], target


def _station(cycle: list[str], at: int, argument_map: ArgumentMap) -> str:
    premise, target = _ends(cycle, at, argument_map)
    return f"'{target}'" if premise == target else f"'{target}' (the same as '{premise}')"


def _backed(cycle: list[str], argument_map: ArgumentMap) -> list[str]:
    """Return the steps of a cycle that are backed."""
    steps = pairwise(name if name in argument_map.relations else None for name in cycle)
    return [f"the step '{backed}'" for step, backed in steps if step and backed]


def _too_many(component: list[int], names: list[str], claims: int) -> Found:
    number = sum(node < claims for node in component)
    message = f"there are more cycles than these among the same {number:,} claims"
    return Found(names[component[0]], message, "mend those above and check again")
