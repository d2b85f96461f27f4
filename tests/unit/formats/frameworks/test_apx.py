"""APX: facts."""

from __future__ import annotations

import pytest
from support.frameworks import pairs, read

from argmap import (
    ArgumentMap,
    Claim,
    RelationKind,
    dumps,
    loads,
)
from argmap.formats._vocabulary import RELATION_WORDS


def test_many_kinds_of_facts_are_counted_without_naming_each() -> None:
    text = "arg(a)." + "".join(f"p{number}(a)." for number in range(1000))
    lost = read(text, "apx")[1]
    assert sum(lost.values()) == 1000
    assert len(lost) < 20


def test_apx_facts_stand_anywhere() -> None:
    text = (
        "att(b ,\n  a).arg( a ) . % arg(x).\n"
        'arg\n(b\n)\n.support(a,"c.d").\targ("c.d").att(a,% here too: )\nb).arg(1.5). arg(f(x, 1)).'
    )
    m, lost = read(text, "apx")
    assert list(m.claims) == ["a", "b", "c.d", "1.5", "f(x,1)"]
    kinds = [(r.kind, r.premises[0], r.target) for r in m.relations.values()]
    assert kinds == [
        (RelationKind.ATTACKS, "b", "a"),
        (RelationKind.SUPPORTS, "a", "c.d"),
        (RelationKind.ATTACKS, "a", "b"),
    ]
    assert lost == {"comment": 2}


@pytest.mark.parametrize("argument", ["arg", "argument"])
@pytest.mark.parametrize("word", ["att", "attack", "attacks", "sup", "support", "supports"])
def test_predicates_in_other_words_are_facts(argument: str, word: str) -> None:
    m, lost = read(f"arg(a). {argument}(b). {word}(a,b).", "apx")
    assert [(r.kind, r.premises, r.target) for r in m.relations.values()] == [
        (RELATION_WORDS[word], ("a",), "b")
    ]
    assert lost == {}


def test_a_relation_gives_way_to_a_claim_of_its_name() -> None:
    m, _ = read("a\na/a\n#\na a\na a/a\na/a a\n", "tgf")
    assert list(m.claims) == ["a", "a/a"]
    assert pairs(m) == [("a", "a"), ("a", "a/a"), ("a/a", "a")]
    assert loads(dumps(m)) == m


def test_ids_that_apx_would_give_one_name_stay_apart() -> None:
    wanted = {"A-b": "a_b_2", "a_b": "a_b", "a.b": "a_b_3", "论点": "c", "1-2": "c1_2", "X9": "X9"}
    m = ArgumentMap([Claim(name, name) for name in wanted])
    assert dumps(m, "apx").split() == [f"arg({name})." for name in wanted.values()]
