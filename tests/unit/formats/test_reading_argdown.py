"""Argdown, read and written."""

from __future__ import annotations

from hypothesis import given, settings
from strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    dumps,
    loads,
)
from argmap.formats import Losses
from argmap.model.text import one_line

laws = settings(deadline=None, max_examples=150)


def folded(claim: Claim) -> Claim:
    """Return a claim with the only text that Argdown alters as it comes back."""
    return claim._replace(text=one_line(claim.text) or "x")


def carriable(m: ArgumentMap) -> ArgumentMap:
    """Return a map without what Argdown has no words for."""
    symmetric = {r.id for r in m.relations.values() if r.kind.is_symmetric}
    plain = [
        relation
        for relation in m.relations.values()
        if not relation.kind.is_symmetric and relation.target not in symmetric
    ]
    while True:
        kept = [r for r in plain if r.target in m.claims or r.target in {o.id for o in plain}]
        if len(kept) == len(plain):
            break
        plain = kept
    return ArgumentMap(
        map(folded, m.claims.values()), plain, title=m.title, source=m.source, voices=m.voices
    )


@given(argument_maps())
@laws
def test_what_argdown_can_carry_comes_back(m: ArgumentMap) -> None:
    m = carriable(m)
    losses = Losses()
    text = dumps(m, "argdown", losses)
    assert not losses.counts
    back = loads(text, "argdown", losses=losses)
    assert not losses.counts
    assert back == m


@given(argument_maps())
@laws
def test_what_is_lost_is_said_and_lost_once(m: ArgumentMap) -> None:
    losses = Losses()
    back = loads(dumps(m, "argdown", losses), "argdown")
    assert (back == m) == (not losses.counts)
    assert loads(dumps(back, "argdown"), "argdown") == back
