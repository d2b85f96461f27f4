"""The rule ``circular-support``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from argmap.analysis.checks._finding import Found, Severity
from argmap.analysis.checks._reach import onward, restated
from argmap.model import ArgumentMap

SUMMARY = "claims that support themselves in a circle"
SEVERITY = Severity.WARNING
REASON = """
Whoever doubts one claim of the circle is given no reason that does not rest on that very
claim. Each circle is named claim by claim, the shortest first through each step that is in
none named before, so that every step of a circle is seen. Claims that restate one another
count as one. Where so many circles hang together
that no list would help, the first twenty are named.
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
_CYCLES_AT_MOST = 20  # of those that hang together
_NAMED_AT_MOST = 20  # claims, in a sentence

Graph = list[list[int]]


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield the circles of supports among claims and, for backing, relations."""
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
    """Return the nodes that reach one another and themselves, in the order of their first."""
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
            circle = _shortest(graph, members, step, claim)
            covered.update(zip(circle, [*circle[1:], circle[0]], strict=True))
            yield _told(circle, names, claims)


def _shortest(graph: Graph, members: set[int], start: int, end: int) -> list[int]:
    """Return the nodes of a shortest way within a knot, from ``end`` over ``start`` back."""
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


def _told(circle: list[int], names: list[str], claims: int) -> Found:
    first = circle.index(min(circle))
    turned = circle[first:] + circle[:first]
    start, *through = _stations(turned, names, claims)
    message = f"{start} supports itself"
    if through:
        told = through[:_NAMED_AT_MOST]
        more = len(through) - len(told)
        message += f" through {', then '.join(told)}"
        message += f" and {more:,} more" if more else ""
    related = tuple(names[node] for node in turned[1:])
    hint = "give one of them a reason from outside" if through else "take the relation out"
    return Found(names[turned[0]], message, hint, related)


def _stations(circle: list[int], names: list[str], claims: int) -> list[str]:
    """Return what a circle goes through: claims, and steps that are backed."""
    backed = (f"the step '{names[b]}'" for a, b in pairwise(circle) if a >= claims <= b)
    stations = [f"'{names[node]}'" for node in circle if node < claims]
    return stations if len(stations) > 1 else [*stations, *backed]


def _too_many(component: list[int], names: list[str], claims: int) -> Found:
    number = sum(node < claims for node in component)
    message = f"these circles hang together: {number:,} claims in all, in more circles than these"
    return Found(names[component[0]], message, "mend those above and check again")
