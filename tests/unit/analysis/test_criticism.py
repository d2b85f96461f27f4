"""What is attacked, answered and unbacked."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.laws import examples
from support.small import small, small_maps

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.analysis.criticism import Criticism


@pytest.mark.parametrize(
    ("sentences", "attacked", "answered"),
    [
        (["a attacks t"], "t", ""),
        (["a attacks t", "b attacks a"], "t a", "t"),
        (["a attacks t", "b undercuts r0"], "t", "t"),
        (["a attacks t", "b supports a", "c attacks b"], "t b", "t"),
        (["a attacks t", "b supports a", "c undercuts r1"], "t a", "t"),
        (["a+b attacks t", "c attacks b"], "t b", "t"),
        (["a attacks t", "b attacks t", "c attacks a"], "t a", ""),
        (["a supports t", "b undercuts r0"], "t", ""),
        (["a supports t", "b undercuts r0", "c undercuts r1"], "t", "t"),
        (["a contradicts t"], "a t", ""),
        (["a contradicts t", "b attacks a"], "a t", "t"),
        (["a contradicts t", "b supports a", "c attacks b"], "a t b", "t"),
        (["s restates t", "a attacks s"], "s t", ""),
        (["a supports t", "b supports r0"], "", ""),
    ],
)
def test_what_is_attacked_and_answered(sentences: list[str], attacked: str, answered: str) -> None:
    argument_map = small(*sentences)
    criticism = Criticism(argument_map)
    assert {name for name in argument_map.claims if criticism.is_attacked(name)} == {
        *attacked.split()
    }
    assert {name for name in argument_map.claims if criticism.is_answered(name)} == {
        *answered.split()
    }


def test_what_is_unbacked() -> None:
    """Grounds that are used; not those that need no reason, nor in other words of what has one."""
    claims = [Claim("t", "T.", kind="thesis"), Claim("a", "A."), Claim("b", "B.", implicit=True)]
    claims += [Claim(kind, f"{kind}.", kind=kind) for kind in ("evidence", "reason", "context")]
    claims += [Claim("said", "S."), Claim("again", "S again."), Claim("lone", "L.")]
    supports = [("a", "t"), ("b", "t"), ("evidence", "a"), ("reason", "t"), ("context", "t")]
    supports += [("again", "t"), ("a", "said")]
    relations = [
        Relation(f"{one}/{other}", RelationKind.SUPPORTS, (one,), other) for one, other in supports
    ]
    relations.append(Relation("r", RelationKind.RESTATES, ("again",), "said"))
    relations.append(Relation("u", RelationKind.ATTACKS, ("lone",), "t"))
    criticism = Criticism(ArgumentMap(claims, relations))
    unbacked = [claim.id for claim in claims if criticism.is_unbacked(claim.id)]
    assert unbacked == ["reason", "lone"]


@given(small_maps())
@examples(100)
def test_what_is_attacked_has_an_attacker(argument_map: ArgumentMap) -> None:
    """By a search over all relations; and only what is attacked is answered."""
    criticism = Criticism(argument_map)
    relations = argument_map.relations.values()
    for name in argument_map.claims:
        same = {*argument_map.same_as(name)}
        carriers = {r.id for r in relations if r.kind == "supports" and r.target in same}
        is_attacked = any(
            r.target in same | carriers or (r.kind == "contradicts" and r.premises[0] in same)
            for r in relations
            if r.kind in {"attacks", "undercuts", "contradicts"}
        )
        assert criticism.is_attacked(name) == is_attacked
        assert is_attacked or not criticism.is_answered(name)
