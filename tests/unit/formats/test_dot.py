"""DOT: each relation looks like its kind, and has one arrow head, at its target."""

from __future__ import annotations

import re

import pytest

from argmap import Claim, Relation, RelationKind, dumps
from argmap.model import ArgumentMap
from argmap.pictures.colours import LINES


def edges(*relations: Relation) -> dict[tuple[str, str], str]:
    """Return the attributes of each edge by its ends, in a map of a, b and c."""
    text = dumps(ArgumentMap([Claim(name, f"{name} holds.") for name in "abc"], relations), "dot")
    found = re.findall(r'^  "(.*?)" -> "(.*?)" \[(.*)\];$', text, re.MULTILINE)
    return {(source, target): attributes for source, target, attributes in found}


LOOKS = {
    RelationKind.SUPPORTS: "arrowhead=normal",
    RelationKind.ATTACKS: "arrowhead=vee, style=dashed",
    RelationKind.CONTRADICTS: "dir=both, arrowhead=vee, arrowtail=vee, style=dashed",
    RelationKind.RESTATES: "dir=none, style=bold",
}


@pytest.mark.parametrize("kind", LOOKS)
def test_a_relation_between_claims_is_one_edge(kind: RelationKind) -> None:
    expected = f'color="{LINES[kind]}", {LOOKS[kind]}, tooltip="{kind}: a/b"'
    assert edges(Relation("a/b", kind, ("a",), "b")) == {("a", "b"): expected}


def test_an_undercut_points_at_the_step() -> None:
    support = Relation("step", RelationKind.SUPPORTS, ("a",), "b")
    undercut = Relation("cut", RelationKind.UNDERCUTS, ("c",), "step", "exception")
    green, red = LINES[RelationKind.SUPPORTS], LINES[RelationKind.UNDERCUTS]
    assert edges(support, undercut) == {
        ("a", "step"): f'color="{green}", arrowhead=normal, dir=none, tooltip="supports: step"',
        ("step", "b"): f'color="{green}", arrowhead=normal, tooltip="supports: step"',
        ("c", "step"): (
            f'color="{red}", arrowhead=tee, style=dotted, tooltip="undercuts: exception"'
        ),
    }


@pytest.mark.parametrize("kind", [RelationKind.SUPPORTS, RelationKind.ATTACKS])
def test_linked_premises_meet_without_arrow_heads(kind: RelationKind) -> None:
    found = edges(Relation("both", kind, ("a", "b"), "c"))
    about = f'tooltip="{kind}: both"'
    look = f'color="{LINES[kind]}", {LOOKS[kind]}'
    assert found == {
        ("a", "both"): f"{look}, dir=none, {about}",
        ("b", "both"): f"{look}, dir=none, {about}",
        ("both", "c"): f"{look}, {about}",
    }


def test_claims_look_like_their_kinds() -> None:
    claims = [
        Claim("a", "A holds.", kind="thesis", voice="us"),
        Claim("b", "B holds.", implicit=True),
        Claim("c", "C holds.", kind="oddity"),
    ]
    text = dumps(ArgumentMap(claims), "dot")
    assert '"a" [label="A holds.\\nus", tooltip="A holds.", class="thesis", fillcolor=' in text
    assert re.search(r'"a" .*, penwidth=2\];', text)
    assert '"b" [label="B holds.", tooltip="B holds.", style="rounded,filled,dashed"];' in text
    assert '"c" [label="C holds.", tooltip="C holds.", class="oddity"];' in text


@pytest.mark.parametrize("premises", [("a",), ("a", "b")])
@pytest.mark.parametrize("length", [200, 201, 5000])
def test_what_a_relation_is_called_is_there_in_full(premises: tuple[str, ...], length: int) -> None:
    claims = [Claim(name, f"{name} holds.") for name in "abc"]
    scheme, name = "s " * (length // 2) + "end", "i" * length
    for relation in (
        Relation(name, RelationKind.SUPPORTS, premises, "c"),
        Relation("step", RelationKind.SUPPORTS, premises, "c", scheme),
    ):
        text = dumps(ArgumentMap(claims, [relation]), "dot")
        assert f"{scheme if relation.scheme else name}" in text.replace("\\", "")
