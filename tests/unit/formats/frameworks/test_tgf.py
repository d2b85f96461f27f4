"""TGF: names, and labels for texts."""

from __future__ import annotations

import pytest
from support.damage import errors_in
from support.frameworks import pairs, read

from argmap import RelationKind
from argmap.formats._vocabulary import RELATION_WORDS


def test_tgf_has_labels_for_texts() -> None:
    m, lost = read("  a   All men are mortal.  \nb\n\n\tc\tTwo\tparts\n # \n\n  b  a  \n", "tgf")
    assert [(c.id, c.text) for c in m.claims.values()] == [
        ("a", "All men are mortal."),
        ("b", "b"),
        ("c", "Two\tparts"),
    ]
    assert pairs(m) == [("b", "a")]
    assert m.locations["b/a"][1:] == (7, 3)
    assert lost == {}


@pytest.mark.parametrize("word", RELATION_WORDS)
def test_a_label_says_what_an_edge_is(word: str) -> None:
    kind = RELATION_WORDS[word]
    text = f"a\nb\n#\nb a {word.upper()}  \n"
    if kind is RelationKind.UNDERCUTS:
        assert errors_in(text, "tgf") == [(4, 3, "undercuts-claim")]
        return
    m, lost = read(text, "tgf")
    assert [relation[:4] for relation in m.relations.values()] == [("b/a", kind, ("b",), "a")]
    assert lost == {}


def test_an_edge_given_twice_is_counted_by_its_kind() -> None:
    m, lost = read("a\nb\n#\na b pro\na b support\nb a\na b restates\na b restates\n", "tgf")
    assert [str(relation.kind) for relation in m.relations.values()] == [
        "supports",
        "attacks",
        "restates",
    ]
    assert lost == {"support given twice": 1, "restatement given twice": 1}
