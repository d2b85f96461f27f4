"""Markdown: what stands where in the outline, and that texts are text."""

from __future__ import annotations

import pytest

from argmap import ArgumentMap, Claim, Passage, Place, Relation, RelationKind, Source, dumps
from argmap.formats import Losses


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("`code` and more`", r"\`code\` and more\`"),
        ("`", r"\`"),
        ("1. first", r"1\. first"),
        ("23) later", r"23\) later"),
        ("- a list", r"\- a list"),
        ("+ a list", r"\+ a list"),
        ("a - b + c 1. d", "a - b + c 1. d"),
        ("*bold* _slanted_ [link](x) <b> #1 ~no~ a|b $x$", None),
        ("www.example.org http://x.org", r"www\.example.org http\://x.org"),
        ("Note: this", "Note: this"),
        (":smile: it", r"\:smile: it"),
        ("Q&amp;A", r"Q\&amp;A"),
    ],
)
def test_texts_are_text(text: str, written: str | None) -> None:
    out = dumps(ArgumentMap([Claim("a", text)]), "markdown")
    if written is None:
        assert out.count("\\") == sum(out.count(sign) for sign in "*_[]<>#~|$")
    else:
        assert out == f"- {written}\n"


@pytest.mark.parametrize(
    ("kind", "verb"),
    [
        (RelationKind.SUPPORTS, "Supported by"),
        (RelationKind.ATTACKS, "Attacked by"),
        (RelationKind.RESTATES, "Restates"),
    ],
)
def test_each_kind_of_relation_has_its_words(kind: RelationKind, verb: str) -> None:
    claims = [Claim("a", "A holds."), Claim("b", "B holds.", kind="thesis")]
    out = dumps(ArgumentMap(claims, [Relation("r", kind, ("a",), "b")]), "markdown")
    assert f"- B holds.\n  - {verb}: A holds.\n" in out


def test_what_contradicts_is_said_at_both_ends() -> None:
    claims = [Claim("a", "A holds."), Claim("b", "B holds.", kind="thesis")]
    relations = [Relation("r", RelationKind.CONTRADICTS, ("a",), "b")]
    assert dumps(ArgumentMap(claims, relations), "markdown") == (
        "- B holds.\n  - Contradicts: A holds. (see elsewhere)\n"
        "- A holds.\n  - Contradicts: B holds. (see elsewhere)\n"
    )


def test_what_is_said_of_the_map_and_its_claims() -> None:
    source = Source(title="A letter", author="Us", date="2020")
    claims = [Claim("a", "A holds.", label="A", voice="us", implicit=True)]
    out = dumps(ArgumentMap(claims, title="# Title", source=source), "markdown")
    assert out == "# \\# Title\n\nSource: Us, A letter, 2020\n\n- **A.** A holds. (us, implicit)\n"


def test_a_unit_is_said_of_numbers_alone() -> None:
    claims = [Claim("a", "A.", at=(Passage(3, 3), "II.4")), Claim("b", "B.", at=("II.5",))]
    text = dumps(ArgumentMap(claims, source=Source(unit="line")), "markdown")
    assert text == "- A. (line 3, II.4)\n- B. (II.5)\n"


@pytest.mark.parametrize("at", [(), ("II.5",)])
def test_a_unit_that_no_place_has_is_counted(at: tuple[Place, ...]) -> None:
    losses = Losses()
    m = ArgumentMap([Claim("a", "A.", at=at)], source=Source(unit="line"))
    dumps(m, "markdown", losses)
    assert losses.counts["unit of source places"] == 1
