"""Chains of both signs."""

from __future__ import annotations

from hypothesis import given
from support.checked import found
from support.laws import examples
from support.strategies import shapes

from argmap import ArgumentMap, RelationKind
from argmap.analysis.chains import chains

laws = examples(30)


@given(shapes(max_claims=5, max_relations=9))
@laws
def test_chains_said_to_be_mixed_are_there_with_both_signs(m: ArgumentMap) -> None:
    kinds = frozenset({RelationKind.SUPPORTS, RelationKind.ATTACKS})
    for each in found("mixed-chains", m):
        assert each.owner is not None
        end = each.message.split("'")[3]
        assert {chain.sign for chain in chains(m, each.owner, end, kinds=kinds)} == {
            1,
            -1,
        }
