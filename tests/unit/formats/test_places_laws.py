"""The places of claims in every format: read back as they were, shown, or counted as lost."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.laws import examples
from support.strategies import places

from argmap import ArgumentMap, Claim, Relation, RelationKind, dumps, loads
from argmap.formats import Losses, readable, writable
from argmap.model.claim import Place

BOTH = [name for name in writable() if name in readable()]
ONE_WAY = [name for name in writable() if name not in readable()]


def bees(at: tuple[Place, ...] = ()) -> ArgumentMap:
    """Return a map that any format takes, of a claim at these places and an attack on it."""
    claims = [Claim("a", "Bees are shy.", at=at), Claim("b", "They sting.")]
    return ArgumentMap(claims, [Relation("r", RelationKind.ATTACKS, ("b",), "a")])


@pytest.mark.parametrize("format", BOTH)
@given(at=st.lists(places, max_size=3).map(tuple))
@examples(40)
def test_places_are_read_back_or_counted_as_lost(format: str, at: tuple[Place, ...]) -> None:
    losses, without = Losses(), Losses()
    dumps(bees(), format, without)
    back = loads(dumps(bees(at), format, losses), format)
    found = [claim.at for claim in back.claims.values() if claim.at]
    if losses.counts["source place"]:
        assert found == []
    elif losses.counts == without.counts:
        assert found == ([at] if at else [])


@pytest.mark.parametrize("format", ONE_WAY)
@pytest.mark.parametrize("name", ["II.4", "p. 26", "fol. 3v"])
def test_the_name_of_a_place_is_shown_or_counted_as_lost(format: str, name: str) -> None:
    losses = Losses()
    text = html.unescape(re.sub(r"#(\d+);", r"&#\1;", dumps(bees((name,)), format, losses)))
    assert (name in text) is not bool(losses.counts["source place"])
