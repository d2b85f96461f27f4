"""What becomes of a status when something is rejected, beside working it all out again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.small import ANY_KIND, MOSTLY_SUPPORT, Fixed, fixed_maps, names_of, small

from argmap import ArgumentMap, Status
from argmap.analysis.semantics import Framework, grounded
from argmap.analysis.solving.changes import Changes
from argmap.analysis.solving.grounded_labelling import UNDECIDED
from argmap.analysis.solving.verdict import STATUSES

laws = examples(60)
sizes = pytest.mark.parametrize(
    ("claims", "relations", "kinds"),
    [(6, 10, ANY_KIND), (50, 75, ANY_KIND), (12, 24, MOSTLY_SUPPORT)],
)


class Asked:
    """A claim of a map, and what may be rejected of the map."""

    def __init__(self, argument_map: ArgumentMap, fixed: Fixed, claim_id: str) -> None:
        """Work out the statuses as they are."""
        self.map = argument_map
        self.fixed = fixed
        self.claim_id = claim_id
        self.framework = Framework(argument_map, *fixed)
        (target,) = self.framework.numbers(claim_id)
        self.changes = Changes(self.framework, target)
        reach = [self.framework.names[node] for node in self.framework.reaching(target)]
        # What is assumed may not be rejected as well.
        self.near = [n for n in dict.fromkeys(reach) if n not in fixed.assume]

    def nodes(self, names: set[str]) -> list[int]:
        """Return those nodes of some things that can reach the claim."""
        reach = set(self.changes.reach)
        return [n for name in names for n in self.framework.numbers(name) if n in reach]

    def without(self, names: set[str]) -> Status:
        """Return the status with some things rejected, passing on the change."""
        return STATUSES[self.changes.status_without(self.nodes(names))]

    def anew(self, names: set[str]) -> Status:
        """Return the same, worked out from nothing."""
        reject = {*self.fixed.reject, *names}
        return grounded.verdict(Framework(self.map, self.fixed.assume, reject)).statuses[
            self.claim_id
        ]


def drawn_set(data: st.DataObject, names: list[str], most: int = 3) -> set[str]:
    """Draw some of the names; none where there are none."""
    if not names:
        return set()
    return data.draw(st.sets(st.sampled_from(names), max_size=most))


@sizes
@laws
@given(st.data())
def test_a_change_that_is_passed_on_gives_what_all_anew_gives(
    claims: int, relations: int, kinds: tuple[str, ...], data: st.DataObject
) -> None:
    argument_map, fixed = data.draw(fixed_maps(claims, relations, kinds=kinds))
    asked = Asked(argument_map, fixed, data.draw(st.sampled_from(list(argument_map.claims))))
    before = bytes(asked.changes.status)
    assert asked.without(set()) == asked.anew(set())
    # One after the other, since what one question has found out is used for the next.
    for _ in range(6):
        names = drawn_set(data, asked.near)
        assert asked.without(names) == asked.anew(names)
        assert bytes(asked.changes.status) == before
    for name in asked.near[:20]:
        assert asked.without({name}) == asked.anew({name})
    assert bytes(asked.changes.status) == before


@sizes
@laws
@given(st.data())
def test_only_something_of_a_proof_can_change_the_status(
    claims: int, relations: int, kinds: tuple[str, ...], data: st.DataObject
) -> None:
    argument_map, fixed = data.draw(fixed_maps(claims, relations, kinds=kinds))
    asked = Asked(argument_map, fixed, data.draw(st.sampled_from(list(argument_map.claims))))
    for _ in range(3):
        rejected = drawn_set(data, asked.near)
        status, proof = asked.changes.proof_without(asked.nodes(rejected))
        assert STATUSES[status] == asked.anew(rejected)
        assert proof == sorted(set(proof))
        kept = {asked.framework.names[node] for node in proof}
        others = [name for name in asked.near if name not in kept]
        for _ in range(3):
            assert asked.anew(rejected | drawn_set(data, others)) == STATUSES[status]


def test_what_is_fixed_is_no_part_of_what_is_worked_out() -> None:
    argument_map = small("a attacks b", "b attacks c", "x attacks a")
    fixed = Asked(argument_map, Fixed(("a",), ("r1",)), "c")
    assert fixed.without(set()) == fixed.without({"a"}) == "in"
    assert Asked(argument_map, Fixed(("a",)), "b").without({"r0"}) == "in"


def test_only_what_can_reach_the_target_is_looked_at() -> None:
    argument_map = small("a attacks b", "b supports c", "d attacks e", "b supports e")
    asked = Asked(argument_map, Fixed(), "c")
    assert asked.near == ["a", "b", "c", "r0", "r1"]
    (other,) = asked.framework.numbers("e")
    assert asked.changes.status[other] == UNDECIDED
    places = [asked.changes.place(asked.framework.numbers(n)[0]) for n in ("a", "r0", "b", "r1")]
    assert places == sorted(places)


def test_a_cycle_in_which_a_status_is_settled_twice() -> None:
    """The circle of b and c goes on with another support when the first is rejected."""
    sentences = ("a supports b", "b supports c", "c supports b", "d supports c", "c attacks e")
    asked = Asked(small(*sentences), Fixed(), "e")
    assert asked.without(set()) == "out"
    assert asked.without({"a"}) == asked.without({"r3"}) == "out"
    assert asked.without({"a", "d"}) == asked.without({"c"}) == "in"
    assert asked.without(set()) == "out"


def test_one_claim_through_which_all_passes_may_come_out_either_way() -> None:
    sentences = ("x supports b", "z supports d", "b contradicts d", "b supports c", "c supports t")
    asked = Asked(small(*sentences), Fixed(), "t")
    for _ in range(2):
        assert asked.without(set()) == "undecided"
        assert asked.without({"x"}) == "out"
        assert asked.without({"z"}) == "in"


def test_the_proof_of_something_in_is_what_carries_it() -> None:
    asked = Asked(small("a supports b", "c supports b", "d attacks c", "e attacks d"), Fixed(), "b")
    status, proof = asked.changes.proof_without([])
    assert STATUSES[status] == "in"
    assert [asked.framework.names[node] for node in proof] in (
        ["a", "b", "r0"],
        ["b", "c", "e", "r1", "r3"],
    )
    status, proof = asked.changes.proof_without(asked.nodes({"a"}))
    assert [asked.framework.names[node] for node in proof] == ["b", "c", "e", "r1", "r3"]


def test_the_names_rejected_may_be_anything_that_reaches_the_claim() -> None:
    argument_map = small("a contradicts b", "b contradicts a")
    asked = Asked(argument_map, Fixed(), "a")
    assert {name: asked.without({name}).value for name in names_of(argument_map)} == {
        "a": "out",
        "b": "in",
        "r0": "undecided",
        "r1": "undecided",
    }
    assert asked.without({"r0", "r1"}) == "in"
