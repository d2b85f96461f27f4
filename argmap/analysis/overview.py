"""A map at a glance: what it claims, what carries that, and what stands against it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.counting import Backed, Counter
from argmap.analysis.criticism import Criticism, against, other_ends, reached
from argmap.analysis.evaluation.cruxes import cruxes
from argmap.analysis.evaluation.evaluation import evaluate
from argmap.analysis.evaluation.resolution import Resolution, resolutions
from argmap.analysis.outline import heads
from argmap.analysis.standing import Standing, standings
from argmap.model import ArgumentMap, Claim, Relation, RelationKind, Status

DETAILED = 3
"""Heads that are described with what is for and against them."""

HINGES_AT_MOST = 300_000
"""The most claims and relations computed to find on what one head hangs."""


class Reason(NamedTuple):
    """A support of a head: its premises, and how many claims are under all of them together.

    The best developed premise is first, and what is unsaid before what is merely asserted.
    """

    relation: Relation
    premises: tuple[Backed, ...]
    under: int | None


class Objection(NamedTuple):
    """What speaks against a head or one of its supports, as ``Criticism.objections`` finds it."""

    relation: Relation
    claims: tuple[Backed, ...]
    on_step: bool
    is_answered: bool


class Head(NamedTuple):
    """A thesis or root, with its reasons and objections, the best developed first."""

    claim: Claim
    status: Status | None
    reasons: tuple[Reason, ...]
    objections: tuple[Objection, ...]


class Rival(NamedTuple):
    """A claim that the map argues against, or that argues against the heads."""

    claim: Claim
    status: Status | None
    under: int | None


class Change(NamedTuple):
    """The status that a head would have, and whether that is a worse one."""

    head: Claim
    status: Status | None
    is_fall: bool


class Hinge(NamedTuple):
    """A claim without which some heads have another status."""

    claim: Claim
    changes: tuple[Change, ...]


class Overview(NamedTuple):
    """A map at a glance.

    ``heads`` are the theses or, where there are none (``has_theses``), the roots and one
    claim of each part without a root: ``DETAILED`` of them at the most, those with the
    most under them; ``others`` are the rest. ``rivals`` are those with the most under
    them first. ``unbacked``, as ``Criticism`` defines it, and ``unsaid``, the implicit
    claims, have the nearest to the heads first. ``hinges`` have first those of most heads,
    then those without which a head falls; they are None where the map is too large to look
    for them. ``is_counted`` is False where counting was given up. ``questions`` are in
    file order.
    """

    has_theses: bool
    heads: tuple[Head, ...]
    others: tuple[Backed, ...]
    rivals: tuple[Rival, ...]
    unbacked: tuple[Claim, ...]
    unsaid: tuple[Claim, ...]
    hinges: tuple[Hinge, ...] | None
    is_counted: bool
    questions: tuple[Resolution, ...] = ()


def overview(argument_map: ArgumentMap) -> Overview:
    """Return a map at a glance, with its statuses under grounded semantics."""
    # Each kind of claims is counted for itself, so that one cannot use up all the work.
    counters = [Counter(argument_map) for _ in range(3)]
    ranked = _ranked(argument_map, counters[0])
    has_theses = any(claim.kind == "thesis" for claim in argument_map.claims.values())
    criticism = Criticism(argument_map)
    outcome = evaluate(argument_map)
    statuses = outcome.statuses
    heads = [
        _head(argument_map, each.claim, statuses.get(each.claim.id), criticism, counters[1])
        for each in ranked[: _described(ranked)]
    ]
    ends = [each.claim.id for each in ranked]
    shown = {each.claim.id for head in heads for o in head.objections for each in o.claims}
    rivals = counters[2].ranked(_rivals(argument_map, ends, shown) if has_theses else ())
    near = _nearest(argument_map, ends)
    return Overview(
        has_theses,
        tuple(heads),
        tuple(ranked[len(heads) :]),
        tuple(Rival(each.claim, statuses.get(each.claim.id), each.under) for each in rivals),
        tuple(claim for claim in near if criticism.is_unbacked(claim.id)),
        tuple(claim for claim in near if claim.implicit),
        _hinges(argument_map, [head.claim for head in heads], near),
        all(counter.is_complete for counter in counters),
        tuple(resolutions(argument_map, outcome)),
    )


def main_claims(argument_map: ArgumentMap) -> list[str]:
    """Return the ids of the heads that ``overview`` describes, in its order."""
    ranked = _ranked(argument_map, Counter(argument_map))
    return [each.claim.id for each in ranked[: _described(ranked)]]


def _described(ranked: Sequence[Backed]) -> int:
    """Return how many heads to describe: of roots only those that something bears on, if any."""
    wanted = [each for each in ranked[:DETAILED] if each.claim.kind == "thesis" or each.under != 0]
    return len(wanted) or min(DETAILED, len(ranked))


def _ranked(argument_map: ArgumentMap, counter: Counter) -> list[Backed]:
    """Return the theses with the most under them first, or roots with the most bearing on them."""
    theses = [claim for claim in argument_map.claims.values() if claim.kind == "thesis"]
    first = [claim for claim in theses if argument_map.same_as(claim.id)[0] == claim.id]
    if first:
        return counter.ranked(first)
    return counter.ranked(heads(argument_map), supports_alone=False)


def _head(
    argument_map: ArgumentMap,
    claim: Claim,
    status: Status | None,
    criticism: Criticism,
    counter: Counter,
) -> Head:
    def backed(names: Iterable[str]) -> tuple[Backed, ...]:
        claims = [argument_map.claims[name] for name in names]
        found = [Backed(each, counter.under([each.id])) for each in claims]
        return tuple(sorted(found, key=lambda one: (-(one.under or 0), not one.claim.implicit)))

    reasons = [
        Reason(relation, backed(relation.premises), counter.under(relation.premises))
        for name in argument_map.same_as(claim.id)
        for relation in argument_map.incoming(name)
        if relation.kind is RelationKind.SUPPORTS
    ]
    objections = [
        Objection(
            relation,
            backed(other_ends(relation, target)),
            target in argument_map.relations,
            criticism.answers(target, relation),
        )
        for target, relation in criticism.objections(claim.id)
    ]
    reasons.sort(key=lambda each: -(each.under or 0))
    objections.sort(key=lambda each: -max((end.under or 0 for end in each.claims), default=0))
    return Head(claim, status, tuple(reasons), tuple(objections))


def _rivals(
    argument_map: ArgumentMap, heads: Collection[str], shown: Collection[str]
) -> Iterator[Claim]:
    """Yield what is argued against, or argues against the heads: where a line of such claims ends.

    Such claims are the premises of attacks and contradictions that stand against the
    heads, and what is attacked by claims for the heads. Where supports lead from these to
    a root, other than a head, that is named; else they, if they support nothing further.
    """
    standing = standings(argument_map, heads)
    found: set[str] = set()
    for relation in argument_map.relations.values():
        if relation.kind.is_against:
            ends = (*relation.premises, *against(relation))
            found |= {name for name in ends if standing.get(name) is Standing.AGAINST}
            if any(standing[name] is Standing.FOR for name in relation.premises):
                found.add(relation.target)
    opposed = reached(argument_map, found)
    for claim in argument_map.claims.values():
        if claim.id not in opposed or claim.id in heads or claim.id in shown:
            continue
        is_last = all(r.kind is not RelationKind.SUPPORTS for r in argument_map.outgoing(claim.id))
        if is_last and (standing[claim.id] is Standing.AGAINST or argument_map.is_root(claim.id)):
            yield claim


def _nearest(argument_map: ArgumentMap, heads: Collection[str]) -> list[Claim]:
    """Return all claims, those that the fewest relations lead from to the heads first."""
    distance = dict.fromkeys(heads, 0)
    todo = list(heads)
    for node in todo:  # the list grows while it is walked
        for relation in argument_map.incoming(node):
            for name in (relation.id, *other_ends(relation, node)):
                if name not in distance:
                    distance[name] = distance[node] + 1
                    todo.append(name)
    claims = argument_map.claims.values()
    return sorted(claims, key=lambda claim: distance.get(claim.id, len(distance)))


def _hinges(
    argument_map: ArgumentMap, heads: Collection[Claim], near: Iterable[Claim]
) -> tuple[Hinge, ...] | None:
    """Return the claims that alone change the status of a head; None for too large a map."""
    if len(argument_map.claims) + len(argument_map.relations) > HINGES_AT_MOST // _LEAST:
        return None
    changes: dict[str, list[Change]] = {}
    for head in heads:
        found = cruxes(argument_map, head.id, size=1, work=HINGES_AT_MOST)
        for crux in found.found:
            is_fall = _RANKS.index(crux.status) > _RANKS.index(found.status)
            changes.setdefault(crux.rejected[0], []).append(Change(head, crux.status, is_fall))
    hinges = [Hinge(claim, tuple(changes[claim.id])) for claim in near if claim.id in changes]
    return tuple(sorted(hinges, key=lambda hinge: _hinge_rank(hinge, heads)))


_LEAST = 15  # things to reject, one by one, or a search says little
_RANKS = (Status.IN, Status.UNDECIDED, Status.OUT, None)


def _hinge_rank(hinge: Hinge, heads: Collection[Claim]) -> tuple[int, bool]:
    """Return what to sort hinges by; a head without which others change counts as one itself."""
    changed = len(hinge.changes) + (hinge.claim in heads)
    return -changed, not any(change.is_fall for change in hinge.changes)
