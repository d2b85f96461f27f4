"""Chains of both signs."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from support.checked import found
from support.laws import examples
from support.small import small, small_maps

from argmap import ArgumentMap, RelationKind
from argmap.analysis.chains import chains

KINDS = frozenset({RelationKind.SUPPORTS, RelationKind.ATTACKS})
DIAMOND = ("a supports b", "a supports c", "b supports d", "c attacks d")


@examples(60)
@given(small_maps(max_claims=5, max_relations=9, kinds=("supports", "attacks", "supports")))
@example(small(*DIAMOND))
@example(small("a attacks b", "b attacks c", "a attacks d", "d supports c", "c supports a"))
def test_chains_said_to_be_mixed_are_there_with_both_signs(m: ArgumentMap) -> None:
    for each in found("mixed-chains", m):
        assert each.owner is not None
        end = each.message.split("'")[3]
        assert {chain.sign for chain in chains(m, each.owner, end, kinds=KINDS)} == {1, -1}


@pytest.mark.parametrize(
    ("sentences", "messages"),
    [
        (DIAMOND, ["'a' speaks for 'd' (through 'b') and against it (through 'c')"]),
        # The shorter way is a relation alone.
        (
            ("a attacks c", "a supports b", "b supports c"),
            ["'a' speaks for 'c' (through 'b') and against it"],
        ),
        # Both a support and an attack of one claim are what another rule speaks of.
        (("a attacks c", "a supports c"), []),
        # Two attacks in a row are for what is behind them.
        (
            ("a attacks b", "b attacks d", "a supports c", "c attacks d"),
            ["'a' speaks for 'd' (through 'b') and against it (through 'c')"],
        ),
        # What both go through is where they part, not their start.
        (
            ("x supports a", *DIAMOND),
            ["'a' speaks for 'd' (through 'b') and against it (through 'c')"],
        ),
        (("a supports b", "b supports c", "a supports d", "d supports c"), []),
    ],
)
def test_it_says_through_what(sentences: tuple[str, ...], messages: list[str]) -> None:
    assert [each.message for each in found("mixed-chains", small(*sentences))] == messages
