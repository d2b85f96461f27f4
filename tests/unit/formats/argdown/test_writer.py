"""Maps written as Argdown, and read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.argdown import SIGNS, signed_maps
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

_ID = "id of a relation"
_KINDS = [RelationKind.SUPPORTS, RelationKind.ATTACKS]


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


def numbered(m: ArgumentMap) -> ArgumentMap:
    """Return a map with numbers for the ids of its relations."""
    names = {name: f"№{number}" for number, name in enumerate(m.relations)}
    relations = [
        relation._replace(id=names[relation.id], target=names.get(relation.target, relation.target))
        for relation in m.relations.values()
    ]
    claims = m.claims.values()
    return ArgumentMap(claims, relations, title=m.title, source=m.source, voices=m.voices)


def check_round_trip(m: ArgumentMap) -> None:
    """Check that a map comes back; or with other ids of relations, each counted and minor."""
    losses, read = Losses(), Losses()
    back = loads(dumps(m, "argdown", losses), "argdown", losses=read)
    assert not read.counts
    assert losses.counts.keys() <= {_ID}
    before, after = ([*each.relations] for each in (m, back))
    assert numbered(back) == numbered(m)
    assert losses.counts[_ID] == sum(a != b for a, b in zip(before, after, strict=True))
    assert (back == m) == (not losses.counts)


@given(argument_maps(expecting=False))
@laws
def test_what_argdown_can_represent_comes_back(m: ArgumentMap) -> None:
    check_round_trip(carriable(m))


@given(argument_maps())
@laws
def test_what_is_lost_is_said_and_lost_once(m: ArgumentMap) -> None:
    losses = Losses()
    back = loads(dumps(m, "argdown", losses), "argdown")
    assert (back == m) == (not losses.counts)
    assert loads(dumps(back, "argdown"), "argdown") == back


@given(signed_maps())
@examples(200)
def test_what_begins_like_structure_comes_back(m: ArgumentMap) -> None:
    check_round_trip(m)


@pytest.mark.parametrize("sign", SIGNS)
def test_a_scheme_and_a_note_that_begin_like_structure_come_back(sign: str) -> None:
    claims = [Claim(name, f"{sign} {name}") for name in "abt"]
    scheme, note = f"{sign} x", f"{sign} y"
    steps = [Relation("r", kind, ("a", "b"), "t", scheme, note) for kind in _KINDS]
    for step in steps:
        check_round_trip(ArgumentMap(claims, [step]))
        check_round_trip(ArgumentMap(claims, [step._replace(scheme=sign, note=sign)]))


@pytest.mark.parametrize("kind", [RelationKind.SUPPORTS, RelationKind.ATTACKS])
def test_an_id_alone_makes_no_structure(kind: RelationKind) -> None:
    claims = [Claim("a", "A."), Claim("t", "T.")]
    losses = Losses()
    text = dumps(ArgumentMap(claims, [Relation("r1", kind, ("a",), "t")]), "argdown", losses)
    sign = "+" if kind is RelationKind.SUPPORTS else "-"
    assert text == f"[a]: A.\n\n[t]: T.\n\n[t]\n  {sign} [a]\n"
    assert (str(losses), losses.notes) == ("1 id of a relation (r1)", [])


def test_an_id_that_a_reader_makes_again_is_not_lost() -> None:
    claims = [Claim("a", "A."), Claim("t", "T.")]
    steps = [
        Relation("a/t", RelationKind.SUPPORTS, ("a",), "t"),
        Relation("a/t-2", RelationKind.ATTACKS, ("a",), "t"),
    ]
    check_round_trip(ArgumentMap(claims, steps))
    losses = Losses()
    dumps(ArgumentMap(claims, steps), "argdown", losses)
    assert not losses.counts


def test_a_sentence_is_added_only_where_it_is_needed_and_a_note_says_so() -> None:
    losses = Losses()
    dumps(LINKED, "argdown", losses)
    (note,) = losses.notes
    assert note.startswith("1 sentence is added, such as “This does not hold: T.”: Argdown has ")
    twice = [Relation(name, RelationKind.ATTACKS, ("a",), "t") for name in ("a/t", "again")]
    losses = Losses()
    text = dumps(ArgumentMap(LINKED.claims.values(), twice), "argdown", losses)
    assert len(loads(text, "argdown").relations) == 2
    assert len(losses.notes) == 1


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
        "id of a relation": 1,
        "scheme of a contradiction": 1,
        "note on a contradiction": 1,
        "relation on a contradiction or restatement": 2,
        "text with double spaces, line ends or control characters, normalized or escaped": 1,
    }


def test_a_long_run_is_written_in_one_go() -> None:
    m = ArgumentMap([Claim("a", "." + "[" * 100_000)])
    assert loads(dumps(m, "argdown"), "argdown") == m
