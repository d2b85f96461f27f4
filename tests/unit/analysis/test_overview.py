"""A map at a glance."""

from __future__ import annotations

from hypothesis import given
from support.laws import examples
from support.small import small, small_maps

from argmap import ArgumentMap, Claim, evaluate
from argmap.analysis.overview import DETAILED, main_claims, overview
from argmap.model import Status


def with_theses(argument_map: ArgumentMap, *theses: str) -> ArgumentMap:
    """Return a map in which some claims are of the kind ``thesis``."""
    claims = [
        claim._replace(kind="thesis") if claim.id in theses else claim
        for claim in argument_map.claims.values()
    ]
    return ArgumentMap(claims, argument_map.relations.values())


def test_the_best_developed_is_first() -> None:
    """Among theses, reasons and objections; a shared ground counts once."""
    argument_map = with_theses(
        small(
            *("a supports t", "b+c supports t", "d supports c", "e supports c", "e supports d"),
            *("f supports u", "t supports u", "x attacks t", "y contradicts t", "z supports y"),
            *("v undercuts r0", "lone"),
        ),
        *("t", "u", "lone"),
    )
    found = overview(argument_map)
    assert found.has_theses
    assert [head.claim.id for head in found.heads] == ["u", "t", "lone"]
    of_u, of_t, _ = found.heads
    assert [(r.relation.id, r.under) for r in of_u.reasons] == [("r6", 5), ("r5", 0)]
    assert [(r.relation.id, r.under) for r in of_t.reasons] == [("r1", 2), ("r0", 0)]
    objections = [(o.relation.id, o.on_step, o.is_answered) for o in of_t.objections]
    assert objections == [("r8", False, False), ("r10", True, False), ("r7", False, False)]
    assert main_claims(argument_map) == ["u", "t", "lone"]


def test_rivals_are_what_is_argued_against() -> None:
    """Roots that opponents carry, and opponents that carry nothing; not what heads show."""
    sentences = (
        *("a supports t", "x contradicts t", "x supports rival", "c supports rival"),
        *("y attacks a", "b undercuts r6", "z supports attacked", "a attacks attacked"),
        *("c supports neutral", "n supports neutral"),
    )
    found = overview(with_theses(small(*sentences), "t"))
    assert {rival.claim.id for rival in found.rivals} == {"rival", "attacked", "y"}
    assert [rival.claim.id for rival in overview(small("a supports t")).rivals] == []


def test_without_theses_it_is_about_roots() -> None:
    """Those that most bears on, or one claim of a cycle; not those that nothing bears on."""
    found = overview(small("a attacks t", "b attacks a", "c supports u", "lone"))
    assert not found.has_theses
    assert [head.claim.id for head in found.heads] == ["t", "u"]
    assert [other.claim.id for other in found.others] == ["lone"]
    assert [h.claim.id for h in overview(small("a supports b", "b supports a")).heads] == ["a"]
    assert overview(ArgumentMap()).heads == ()


@given(small_maps())
@examples(60)
def test_heads_hang_on_what_changes_their_status(argument_map: ArgumentMap) -> None:
    """By evaluating the map without each claim in turn."""
    found = overview(argument_map)
    statuses = evaluate(argument_map).statuses
    heads = [head.claim.id for head in found.heads]
    assert 0 < len(heads) <= DETAILED
    assert [head.status for head in found.heads] == [statuses[name] for name in heads]
    changes = {
        (name, head, status)
        for name in argument_map.claims
        for head, status in evaluate(argument_map, reject=[name]).statuses.items()
        if head in heads and head != name and status != statuses[head]
    }
    assert found.hinges is not None
    assert changes == {
        (hinge.claim.id, change.head.id, change.status)
        for hinge in found.hinges
        for change in hinge.changes
    }
    order = list(Status)
    for hinge in found.hinges:
        for change in hinge.changes:
            assert change.status is not None
            before = order.index(statuses[change.head.id])
            is_fall = (change.status, order[before]) in {
                (Status.OUT, Status.IN),
                (Status.OUT, Status.UNDECIDED),
                (Status.UNDECIDED, Status.IN),
            }
            assert change.is_fall == is_fall


def test_what_is_near_a_head_is_first() -> None:
    """Of what is unbacked and of what is unsaid."""
    argument_map = small("far supports b", "b supports a", "a supports t", "near supports t")
    claims = [*argument_map.claims.values(), Claim("unsaid", "U.", implicit=True)]
    found = overview(ArgumentMap(claims, argument_map.relations.values()))
    assert [claim.id for claim in found.unbacked] == ["near", "far"]
    assert [claim.id for claim in found.unsaid] == ["unsaid"]
