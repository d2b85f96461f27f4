"""The rule ``mixed-chains``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from argmap.analysis.checks._finding import Found, Severity
from argmap.model import ArgumentMap, RelationKind

SUMMARY = "a claim with one chain for a claim and another against it"
SEVERITY = Severity.HINT
REASON = """
Two chains of supports and attacks lead from the claim to one and the same other claim. An
even number of attacks makes a chain speak for it, an odd one against it; here there is one of
each. The source may have missed where its reason leads. Chains of up to six relations are
followed, and each claim is reported once, with the nearest claim where its chains meet. A map
of attacks alone is left out, for it has chains of both kinds everywhere.
"""
WRONG_WHEN = """
The claim attacks a bad reason for something and is a better reason for it itself; or the
source weighs both sides of one point.
"""
EXAMPLE = """
argmap: 1
claims:
  road: A new road should be built.
  traffic: A new road draws more traffic.
  shops: More traffic is good for the shops.
  noise: More traffic makes noise.
relations:
  - {from: traffic, supports: shops}
  - {from: traffic, supports: noise}
  - {from: shops, supports: road}
  - {from: noise, attacks: road}
"""
_RELATIONS_AT_MOST = 6  # of a chain
_LINKS_AT_MOST = 200  # looked at from one claim, beside its own

Links = dict[str, dict[str, tuple[bool, str]]]


class _Chain(NamedTuple):
    """A chain from a claim: its end, its sign, its last relation, and the chain before that."""

    node: str
    is_against: bool
    relation: str
    before: _Chain | None


def check(argument_map: ArgumentMap) -> Iterator[Found]:
    """Yield each claim with two chains of unlike sign that meet in their end alone."""
    if all(r.kind is not RelationKind.SUPPORTS for r in argument_map.relations.values()):
        return
    links = _links(argument_map)
    for name, onward in links.items():
        if len(onward) > 1:
            met = _meeting(name, links)
            if met is not None:
                yield _finding(name, *met)


def _links(argument_map: ArgumentMap) -> Links:
    """Return what each claim supports or attacks, without what it does both to."""
    links: Links = {}
    mixed = set()
    for relation in argument_map.relations.values():
        if relation.kind not in _FOLLOWED or relation.target not in argument_map.claims:
            continue
        is_against = relation.kind is RelationKind.ATTACKS
        for premise in relation.premises:
            link = links.setdefault(premise, {}).setdefault(
                relation.target, (is_against, relation.id)
            )
            if link[0] is not is_against:
                mixed.add((premise, relation.target))
    for premise, target in mixed:
        del links[premise][target]
    return links


_FOLLOWED = (RelationKind.SUPPORTS, RelationKind.ATTACKS)


def _meeting(start: str, links: Links) -> tuple[_Chain, _Chain] | None:
    """Return the nearest two chains that meet, the one for their end first."""
    reached: dict[tuple[str, bool], list[_Chain]] = {}
    layer = [_Chain(to, sign, by, None) for to, (sign, by) in links[start].items()]
    seen = 0
    for _ in range(_RELATIONS_AT_MOST):
        following: list[_Chain] = []
        for chain in layer:
            siblings = reached.setdefault((chain.node, chain.is_against), [])
            if chain.node == start or len(siblings) > 1:
                continue
            siblings.append(chain)
            unlike = reached.get((chain.node, not chain.is_against), ())
            for one, other in product(unlike, [chain]):
                if _are_apart(one, other):
                    return (other, one) if one.is_against else (one, other)
            onward = links.get(chain.node, {})
            seen += len(onward)
            if seen <= _LINKS_AT_MOST:
                following += [
                    _Chain(to, chain.is_against is not sign, by, chain)
                    for to, (sign, by) in onward.items()
                ]
        layer = following
    return None


def _way(chain: _Chain) -> list[_Chain]:
    way = [chain]
    while way[-1].before is not None:
        way.append(way[-1].before)
    return way[::-1]


def _are_apart(one: _Chain, other: _Chain) -> bool:
    """Return whether two chains to the same end share nothing before it and have no cycle."""
    between = [link.node for chain in (one, other) for link in _way(chain)[:-1]]
    return len({*between, one.node}) == len(between) + 1


def _finding(name: str, for_it: _Chain, against_it: _Chain) -> Found:
    end = for_it.node
    message = f"'{name}' speaks for '{end}'{_through(for_it)} and against it{_through(against_it)}"
    related = [link.relation for chain in (for_it, against_it) for link in _way(chain)]
    return Found(name, message, related=tuple(dict.fromkeys(related)))


def _through(chain: _Chain) -> str:
    between = "', '".join(link.node for link in _way(chain)[:-1])
    return f" (through '{between}')" if between else ""
