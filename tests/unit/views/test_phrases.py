"""Claims and relations in words."""

from __future__ import annotations

import pytest

from argmap import Claim, Passage, Relation, RelationKind
from argmap.views.phrases import claim_spans, counted, glyph_span, listed, others
from argmap.views.theme import ASCII, UNICODE

CLAIM = Claim("id", "A text.", kind="thesis", voice="us", at=(Passage(1, 1), Passage(4, 5)))


def shown(claim: Claim, *, voice: bool = False, again: bool = False) -> str:
    """Return a claim as it stands on a line."""
    return "".join(text for text, _ in claim_spans(claim, voice=voice, again=again))


def test_a_claim_has_headline_id_place_and_voice() -> None:
    assert shown(CLAIM) == "A text.  id [1, 4-5]"
    assert shown(CLAIM, voice=True) == "A text.  id [1, 4-5] <us>"
    unsaid = CLAIM._replace(implicit=True, at=(), voice=None, label="Label")
    assert shown(unsaid, voice=True) == "Label  id (unsaid)"
    assert claim_spans(unsaid)[0][1] == "implicit"


def test_a_long_headline_is_cut_where_it_stands_again() -> None:
    long = CLAIM._replace(text="word " * 40, at=())
    assert shown(long) == f"{('word ' * 40).strip()}  id"
    assert shown(long, again=True) == f"{('word ' * 20).strip()}…  id"


def test_backing_has_a_sign_of_its_own() -> None:
    support = Relation("r", RelationKind.SUPPORTS, ("a",), "s")
    undercut = Relation("u", RelationKind.UNDERCUTS, ("a",), "s")
    for glyphs in (ASCII, UNICODE):
        assert glyph_span(support, glyphs) == (glyphs.relations[RelationKind.SUPPORTS], "supports")
        assert glyph_span(support, glyphs, on_step=True) == (glyphs.backing, "supports")
        assert glyph_span(undercut, glyphs, on_step=True)[0] not in {glyphs.backing, ""}


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists(names: list[str], expected: str) -> None:
    assert "".join(listed(names)) == expected
    assert "".join(listed(names, last="or")) == expected.replace("and", "or")


def test_what_a_premise_is_linked_with() -> None:
    alone = Relation("r", RelationKind.SUPPORTS, ("a",), "d")
    assert others(alone, "a") == ""
    assert others(alone._replace(premises=("a", "b")), "a") == "with b"
    assert others(alone._replace(premises=("a", "b", "c")), "b") == "with a and c"


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "0 chains"), (1, "1 chain"), (2, "2 chains"), (1000, "1,000 chains")],
)
def test_numbers(number: int, expected: str) -> None:
    assert counted(number, "chain") == expected
