"""Relations in tables."""

from __future__ import annotations

import pytest
from support.csv_tables import links, read

from argmap import (
    Claim,
    RelationKind,
)

SUPPORTS, ATTACKS = RelationKind.SUPPORTS, RelationKind.ATTACKS


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((str(kind), kind) for kind in RelationKind if kind is not RelationKind.UNDERCUTS),
        *(("SUPPORT", SUPPORTS), ("Attack", ATTACKS), ("pro", SUPPORTS), ("Con", ATTACKS)),
        *(("contradict", RelationKind.CONTRADICTS), (" restate ", RelationKind.RESTATES)),
    ],
)
def test_a_relation_is_a_verb_or_a_side(word: str, kind: RelationKind) -> None:
    m, _ = read(f"id,text,relation,target\na,A,,\nb,B,{word},a\n")
    assert [r.kind for r in m.relations.values()] == [kind]


@pytest.mark.parametrize("targets", ["a b;x", "a;b x", '"a; b\nx"', " a ; b  x;"])
def test_several_targets_stand_in_one_cell(targets: str) -> None:
    table = f"id,text,relation,target\na,A,,\nb;x,B,,\nb,C,pro,{targets}\nx,X,,\n"
    m, _ = read(table)
    whole = "b;x" in targets
    assert [r.target for r in m.relations.values()] == (["a", "b;x"] if whole else ["a", "b", "x"])


def test_further_rows_of_a_claim_add_to_it() -> None:
    table = (
        "id,text,kind,target,relation\na,A,,,\nb,,,a,pro\nb,B,,c,con\nb,B,k,,\nb,,k,a,pro\nc,C,,,\n"
    )
    m, lost = read(table)
    assert m.claims["b"] == Claim("b", "B", kind="k")
    assert links(m) == [("b", "supports", "a"), ("b", "attacks", "c")]
    assert lost == {"row of a claim given twice": 1, "relation given twice": 1}


def test_two_verbs_for_one_target_are_two_relations() -> None:
    m, _ = read("id,text,target,relation\na,A,,\nb,B,a,pro\nb,,a,con\n")
    assert list(m.relations) == ["b/a", "b/a-2"]


def test_relations_alone_make_claims_of_their_ends() -> None:
    m, lost = read(
        "from,relation,target\na,supports,b\nc d,con,b\nd,undercuts,a/b\ne,supports,c+d/b\n"
    )
    assert list(m.claims.values()) == [Claim(name, name) for name in "abcde"]
    assert links(m) == [
        ("a", "supports", "b"),
        ("c d", "attacks", "b"),
        ("d", "undercuts", "a/b"),
        ("e", "supports", "c+d/b"),
    ]
    assert m.locations["d"][1:] == (3, 1)
    assert lost == {}


def test_relations_may_come_before_claims_and_without_a_blank_row() -> None:
    m, _ = read("from,target,relation\nb,a,pro\nid,text\na,A\nb,B\n")
    assert links(m) == [("b", "supports", "a")]
    assert m.claims["a"].text == "A"
    m, _ = read("id,text\na,A\nb,B\nfrom,target,relation\nb,a,pro\n")
    assert links(m) == [("b", "supports", "a")]
