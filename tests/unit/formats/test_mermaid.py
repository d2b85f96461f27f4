"""Mermaid: each relation looks like its kind, and is named where arrows do not say enough."""

from __future__ import annotations

import pytest

from argmap import ArgumentMap, Claim, Relation, RelationKind, dumps
from argmap.model.losses import Losses
from argmap.pictures.colours import LINES

SUPPORTS = RelationKind.SUPPORTS


def lines(*relations: Relation) -> list[str]:
    """Return what stands below the claims c1, c2 and c3, which are a, b and c."""
    claims = [Claim(name, f"{name} holds.") for name in "abc"]
    text = dumps(ArgumentMap(claims, relations), "mermaid")
    return [line.strip() for line in text.splitlines()[4:]]


@pytest.mark.parametrize(
    ("kind", "edge"),
    [
        (RelationKind.SUPPORTS, "c1 --> c2"),
        (RelationKind.ATTACKS, "c1 -.->|attacks| c2"),
        (RelationKind.CONTRADICTS, "c1 <-.->|contradicts| c2"),
        (RelationKind.RESTATES, "c1 ---|restates| c2"),
    ],
)
def test_a_relation_between_claims_is_one_edge(kind: RelationKind, edge: str) -> None:
    found = lines(Relation("a/b", kind, ("a",), "b"))
    assert found == [edge, f"linkStyle 0 stroke:{LINES[kind]}"]


def test_an_undercut_points_at_the_step() -> None:
    support = Relation("step", RelationKind.SUPPORTS, ("a",), "b")
    assert lines(support, Relation("cut", RelationKind.UNDERCUTS, ("c",), "step")) == [
        "r1(( ))",
        *("c1 --- r1", "r1 --> c2", "c3 -.-x|undercuts| r1"),
        f"linkStyle 0,1 stroke:{LINES[RelationKind.SUPPORTS]}",
        f"linkStyle 2 stroke:{LINES[RelationKind.UNDERCUTS]}",
    ]


@pytest.mark.parametrize(
    ("kind", "arrow"), [(RelationKind.SUPPORTS, "-->"), (RelationKind.ATTACKS, "-.->|attacks|")]
)
def test_linked_premises_meet_without_arrow_heads(kind: RelationKind, arrow: str) -> None:
    assert lines(Relation("both", kind, ("a", "b"), "c")) == [
        "r1(( ))",
        *("c1 --- r1", "c2 --- r1", f"r1 {arrow} c3"),
        f"linkStyle 0,1,2 stroke:{LINES[kind]}",
    ]


def test_claims_look_like_their_kinds() -> None:
    claims = [Claim("a", "A holds.", kind="thesis"), Claim("b", "B holds.", kind="premise")]
    losses = Losses()
    odd = Claim("c", "C holds.", kind="oddity")
    text = dumps(ArgumentMap([*claims, odd]), "mermaid", losses)
    assert dict(losses.counts) == {"kind of a claim": 1, "id of a claim": 3}
    assert "  class c1 thesis\n" in text
    assert ",stroke:#333,stroke-width:2px\n" in text
    assert "  class c2 premise\n" in text
    assert text.count("stroke-width") == 1
    assert "oddity" not in text


def notes(m: ArgumentMap) -> tuple[str, list[str]]:
    """Return a map as a flowchart, and what else there is to know of it."""
    losses = Losses()
    return dumps(m, "mermaid", losses), losses.notes


@pytest.mark.parametrize(("number", "noted"), [(500, False), (501, True)])
@pytest.mark.parametrize("is_linked", [False, True])
def test_more_edges_than_are_drawn_are_noted(number: int, *, noted: bool, is_linked: bool) -> None:
    premises = [Claim(f"p{n}", ".") for n in range(number - is_linked)]
    relations = [Relation(f"{each.id}/c", SUPPORTS, (each.id,), "c") for each in premises]
    if is_linked:  # one edge more leads on from where they meet
        relations = [Relation("all", SUPPORTS, tuple(each.id for each in premises), "c")]
    text, found = notes(ArgumentMap([*premises, Claim("c", ".")], relations))
    assert text.count(" --") == number
    assert len(found) == noted
    assert all("501 edges of at most 500" in note for note in found)


@pytest.mark.parametrize(("sign", "size"), [("x", 1), ("é", 1), ("\U0001d400", 2)])
def test_a_longer_text_than_is_drawn_is_noted(sign: str, size: int) -> None:
    rest = len(notes(ArgumentMap([Claim("c", "x")]))[0]) - 1
    most = (50_000 - rest) // size
    assert notes(ArgumentMap([Claim("c", sign * most)]))[1] == []
    (note,) = notes(ArgumentMap([Claim("c", sign * (most + 1))]))[1]
    assert f"{rest + (most + 1) * size:,} characters of at most 50,000" in note
