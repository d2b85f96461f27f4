"""The rule ``circular-support``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.checks._reach import onward, restated
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
        yield from _cycles_of(component, graph, names, len(argument_map.claims))


def _components(graph: Graph) -> list[list[int]]:
    """Return the components that have a cycle, in the order of their first nodes."""
    from argmap.analysis.solving.order import in_order

    return sorted(in_order(graph).cycles.values())


def _cycles_of(
    component: list[int], graph: Graph, names: list[str], claims: int
) -> Iterator[Found]:
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
            yield _finding(cycle, names, claims)


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


def _finding(cycle: list[int], names: list[str], claims: int) -> Found:
    first = cycle.index(min(cycle))
    turned = cycle[first:] + cycle[:first]
    start, *through = _stations(turned, names, claims)
    message = f"{start} supports itself"
    if through:
        named = through[:_NAMED_AT_MOST]
        more = len(through) - len(named)
        message += f" through {', then '.join(named)}"
        message += f" and {more:,} more" if more else ""
    related = tuple(names[node] for node in turned[1:])
    hint = "give one of them a reason from outside" if through else "take the relation out"
    return Found(names[turned[0]], message, hint, related)


def _stations(cycle: list[int], names: list[str], claims: int) -> list[str]:
    """Return the claims of a cycle, and the steps that are backed where it has but one."""
    backed = (f"the step '{names[b]}'" for a, b in pairwise(cycle) if a >= claims <= b)
    stations = [f"'{names[node]}'" for node in cycle if node < claims]
    return stations if len(stations) > 1 else [*stations, *backed]


def _too_many(component: list[int], names: list[str], claims: int) -> Found:
    number = sum(node < claims for node in component)
    message = f"there are more cycles than these among the same {number:,} claims"
    return Found(names[component[0]], message, "mend those above and check again")
