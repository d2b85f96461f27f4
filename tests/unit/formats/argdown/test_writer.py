"""Maps written as Argdown, and read back."""

from __future__ import annotations

from hypothesis import given
from support.laws import examples
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.formats import Losses
from argmap.model.text import one_line

laws = examples(80)


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


@given(argument_maps(expecting=False))
@laws
def test_what_argdown_can_represent_comes_back(m: ArgumentMap) -> None:
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


def test_an_empty_map_is_written_so_that_it_is_one() -> None:
    assert dumps(ArgumentMap(), "argdown") == "===\n===\n"
    assert loads("===\n===\n", "argdown") == ArgumentMap()


LINKED = ArgumentMap(
    [Claim("a", "A."), Claim("b", "B.", label="Bee"), Claim("t", "T.")],
    [
        Relation("both", RelationKind.ATTACKS, ("a", "b"), "t", "scheme"),
        Relation("a/both", RelationKind.UNDERCUTS, ("a",), "both"),
        Relation("b/t", RelationKind.SUPPORTS, ("b",), "t"),
    ],
)


def test_what_an_attack_by_several_looks_like() -> None:
    text = dumps(LINKED, "argdown")
    assert (
        text
        == """\
[a]: A.

[Bee]: B. {id: b, label: Bee}

[t]: T.

<both> {relation: attacks}

(1) [a]
(2) [Bee]
--
scheme
--
(3) This does not hold: T.
  -> [t]

<both>
  _ [a]

[t]
  + [Bee]
"""
    )
    assert loads(text, "argdown") == LINKED


def test_what_argdown_lacks_is_counted() -> None:
    m = ArgumentMap(
        [Claim("a", "A\nB"), Claim("b", "B.")],
        [
            Relation("r", RelationKind.RESTATES, ("a",), "b"),
            Relation("c", RelationKind.CONTRADICTS, ("a",), "b", "s", "n"),
            Relation("u", RelationKind.UNDERCUTS, ("a",), "r"),
            Relation("v", RelationKind.UNDERCUTS, ("a",), "u"),
        ],
    )
    losses = Losses()
    dumps(m, "argdown", losses)
    assert dict(losses.counts) == {
        "restatement": 1,
        "id of a contradiction": 1,
        "scheme of a contradiction": 1,
        "note on a contradiction": 1,
        "relation on a contradiction or restatement": 2,
        "text with double spaces, line ends or control characters, normalized or escaped": 1,
    }


def test_a_long_run_is_written_in_one_go() -> None:
    m = ArgumentMap([Claim("a", "." + "[" * 100_000)])
    assert loads(dumps(m, "argdown"), "argdown") == m
