"""What Graphviz is asked to lay out: edges by kind and role, their lengths and their heads."""

from __future__ import annotations

import re

import pytest

from argmap import ArgumentMap, Claim, Relation, RelationKind
from argmap.pictures.digraphs import digraphs
from argmap.pictures.picture import Direction, Picture

_EDGE = re.compile(r"^(\w+) -> (\w+) \[id=(e\d+) minlen=(\d+) (.*)\]$", re.MULTILINE)


def edges(*relations: Relation) -> list[tuple[str, str, int, dict[str, str]]]:
    """Return ends, length and look of each edge; c1, c2 and c3 are the claims a, b and c."""
    claims = [Claim(name, f"{name} holds.") for name in "abc"]
    text = digraphs(ArgumentMap(claims, relations), Picture()).texts[0]
    return [
        (upper, lower, int(length), dict(re.findall(r"(\w+)=(\S+)", look)))
        for upper, lower, _, length, look in _EDGE.findall(text)
    ]


HEADS = {
    RelationKind.SUPPORTS: {"dir": "back", "arrowtail": "normal"},
    RelationKind.ATTACKS: {"dir": "back", "arrowtail": "vee", "style": "dashed"},
    RelationKind.CONTRADICTS: {
        "dir": "both",
        "arrowtail": "vee",
        "arrowhead": "vee",
        "style": "dashed",
    },
    RelationKind.RESTATES: {"dir": "none"},
}


def looks(found: dict[str, str]) -> dict[str, str]:
    """Return what an edge looks like, but for its colour and width."""
    return {key: value for key, value in found.items() if key not in {"color", "penwidth"}}


@pytest.mark.parametrize("kind", HEADS)
def test_a_relation_runs_from_its_target_two_ranks_down(kind: RelationKind) -> None:
    # Something stands above the premise, so that it is no top.
    ends = Relation("b/c", RelationKind.SUPPORTS, ("b",), "c")
    found = edges(Relation("r", kind, ("b",), "a"), ends)[0]
    assert found[:3] == ("c1", "c2", 2)
    assert looks(found[3]) == HEADS[kind]


def test_a_symmetric_relation_of_a_top_is_turned() -> None:
    (found,) = edges(Relation("r", RelationKind.CONTRADICTS, ("b",), "a"))
    assert found[:3] == ("c2", "c1", 2)


def test_what_restates_a_root_is_below_it() -> None:
    (found,) = edges(Relation("r", RelationKind.RESTATES, ("b",), "a"))
    assert found[:3] == ("c1", "c2", 2)


def test_parts_of_a_step_are_one_rank_long_and_have_one_head() -> None:
    step = Relation("step", RelationKind.SUPPORTS, ("b", "c"), "a")
    premise, other, conclusion = edges(step)
    assert [each[:3] for each in (premise, other, conclusion)] == [
        *(("r1", "c2", 1), ("r1", "c3", 1), ("c1", "r1", 1))
    ]
    assert looks(premise[3]) == looks(other[3]) == {"dir": "none"}
    assert looks(conclusion[3]) == {"dir": "back", "arrowtail": "normal"}


def test_an_undercut_of_a_step_is_one_rank_long() -> None:
    step = Relation("step", RelationKind.SUPPORTS, ("b",), "a")
    cut = Relation("cut", RelationKind.UNDERCUTS, ("c",), "step")
    found = edges(step, cut)[-1]
    assert found[:3] == ("r1", "c3", 1)
    assert looks(found[3]) == {"dir": "back", "arrowtail": "tee", "style": "dotted"}


def test_a_relation_of_a_claim_with_itself_can_be_seen() -> None:
    (found,) = edges(Relation("r", RelationKind.ATTACKS, ("a",), "a"))
    assert found[3]["tailport"] == "ne"
    assert found[3]["headport"] == "se"


@pytest.mark.parametrize(
    ("direction", "rankdir"),
    [
        (Direction.UP, "TB"),
        (Direction.DOWN, "BT"),
        (Direction.LEFT, "LR"),
        (Direction.RIGHT, "RL"),
    ],
)
def test_ranks_run_against_the_arrows(direction: Direction, rankdir: str) -> None:
    text = digraphs(ArgumentMap([Claim("a", "A.")]), Picture(direction)).texts[0]
    assert f"rankdir={rankdir} " in text


def test_lit_lines_are_wider() -> None:
    step = Relation("step", RelationKind.SUPPORTS, ("b",), "a")
    argument_map = ArgumentMap([Claim("a", "A."), Claim("b", "B.")], [step])
    plain, lit = (
        digraphs(argument_map, picture).texts[0]
        for picture in (Picture(), Picture(highlighted=["b", "step", "a"]))
    )
    assert "penwidth=1.5" in _EDGE.findall(plain)[0][4]
    assert "penwidth=2.7" in _EDGE.findall(lit)[0][4]
