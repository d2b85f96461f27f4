"""Pictures: every claim and relation once, distinct, and nothing but text."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from support import MAPS, argmap
from support.pictured import (
    CARDS,
    EVERYTHING,
    LIBRARY,
    SVG,
    everything,
    groups,
    parsed,
    title,
    without_spaces,
    words,
)

from argmap import ArgumentMap, load, loads
from argmap.analysis.evaluation.evaluation import evaluate
from argmap.formats import draw
from argmap.model import KINDS, RelationKind, Status
from argmap.model.text import one_line
from argmap.pictures.colours import COLOURS, LINES
from argmap.pictures.drawing import svg_element
from argmap.pictures.picture import Grouping, Picture, Theme

ELEMENTS = {"svg", "title", "desc", "g", "path", "polygon", "polyline", "ellipse", "text"}

ATTRIBUTES = {
    *("class", "id", "role", "viewBox", "width", "height", "transform", "font-family"),
    *("aria-roledescription", "aria-labelledby"),
    *("data-claim", "data-relation", "data-premises", "data-target"),
    *("fill", "stroke", "stroke-width", "stroke-dasharray"),
    *("d", "points", "cx", "cy", "rx", "ry", "x", "y"),
    *("text-anchor", "font-size", "font-weight", "font-style", "direction"),
}


@pytest.mark.parametrize("name", ["bundled", "everything", "library", "cyclic", "hostile"])
def test_every_claim_and_relation_is_there_once(name: str) -> None:
    if name == "everything":
        argument_map = everything()
    else:
        argument_map = load(None if name == "bundled" else MAPS / f"{name}.yaml")
    root = parsed(draw(argument_map, picture=CARDS))
    claims = groups(root, "claim")
    assert [g.get("data-claim") for g in claims] == list(argument_map.claims)
    for group, claim in zip(claims, argument_map.claims.values(), strict=True):
        assert title(group) == f"{claim.id}: {one_line(claim.text)}"
        shown = words(group)
        assert without_spaces(claim.text) in shown
        assert without_spaces(claim.headline) in shown
        assert without_spaces(claim.voice or "") in shown
        assert ("implicit" in group.get("class", "")) is claim.implicit
    relations = groups(root, "relation")
    assert [g.get("data-relation") for g in relations] == list(argument_map.relations)
    for group, relation in zip(relations, argument_map.relations.values(), strict=True):
        assert group.get("class") == f"relation {relation.kind}"
        assert group.get("data-premises") == " ".join(relation.premises)
        assert group.get("data-target") == relation.target
        assert all(part in title(group) for part in (*relation.premises, relation.target))
        lines = len(group.findall(f"{SVG}path"))
        is_junction = relation.is_linked or bool(argument_map.incoming(relation.id))
        assert lines == (len(relation.premises) + 1 if is_junction else 1)
        is_answer = relation.kind == "answers"  # whose arrow ends in a ring
        assert len(group.findall(f"{SVG}ellipse")) == is_junction + is_answer
        assert {p.get("stroke") for p in group.findall(f"{SVG}path")} == {LINES[relation.kind]}
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_relations_are_reported_apart_without_colour() -> None:
    """By dash pattern, by width, by arrow head: no two kinds look alike, in any theme."""
    for theme in Theme:
        root = parsed(draw(everything(), picture=Picture(theme=theme)))
        looks: dict[str, set[object]] = {}
        for group in groups(root, "relation"):
            if group.get("data-relation") in {"both", "cut"}:
                continue  # more than one line
            (path,) = group.findall(f"{SVG}path")
            heads = Counter(
                (len(shape.get("points", "").split()), shape.tag)
                for shape in group
                if shape.tag in {f"{SVG}polygon", f"{SVG}polyline"}
            )
            look = (
                path.get("stroke-dasharray"),
                path.get("stroke-width"),
                str(sorted(heads.items())),
            )
            looks.setdefault(group.get("class", ""), set()).add(look)
        assert set(looks) == {f"relation {kind}" for kind in RelationKind}
        for one, other in itertools.combinations(looks.values(), 2):
            assert not one & other


def test_kinds_are_reported_apart_by_their_edges_and_in_words() -> None:
    root = parsed(draw(everything()))
    cards, edges = set(), []
    for group, claim in zip(groups(root, "claim"), everything().claims.values(), strict=True):
        assert claim.kind
        assert claim.kind in words(group)
        polygons = group.findall(f"{SVG}polygon")
        cards.add(polygons[0].get("fill"))
        edges.append(polygons[1].get("fill"))
        is_styled = claim.kind != "oddity"
        assert (claim.kind in group.get("class", "").split()) is is_styled
    assert len(set(edges)) == len(edges)
    assert cards == {"#ffffff"}


def test_a_card_is_tinted_by_its_status() -> None:
    argument_map = load()
    outcome = evaluate(argument_map)
    root = parsed(draw(argument_map, picture=CARDS._replace(outcome=outcome)))
    tints: dict[object, set[str | None]] = {}
    for group in groups(root, "claim"):
        status = outcome.statuses.get(group.get("data-claim", ""))
        tints.setdefault(status, set()).add(group.findall(f"{SVG}polygon")[0].get("fill"))
    del tints[None]  # those of questions
    assert tints == {status: {COLOURS[Theme.LIGHT].fill(status)} for status in Status}


def test_on_paper_there_is_black_and_grey_edges_alone() -> None:
    root = parsed(draw(everything(), picture=Picture(theme=Theme.PRINT)))
    colours = {e.get(name) for e in root.iter() for name in ("fill", "stroke")} - {None, "none"}
    greys = colours - {"#000000", "#ffffff", "black", "white"}
    assert all(grey and grey[1:3] == grey[3:5] == grey[5:7] for grey in greys)
    kinds = {claim.kind for claim in everything().claims.values()}
    assert len(greys) == len(kinds) - 1  # a thesis has a black one


def test_the_legend_has_what_occurs_and_nothing_else() -> None:
    (head,) = groups(parsed(draw(everything())), "head")
    shown = words(head)
    reported = [*RelationKind, "implicit", "pageofthesource", "linkedpremises"]
    assert all(word in shown for word in reported)
    assert not any(kind in shown for kind in set(KINDS) - {"premise"})  # each card says its own
    (head,) = groups(parsed(draw(load(LIBRARY))), "head")
    assert "contradicts" not in words(head)


def test_a_chain_is_lit_and_the_rest_is_dimmed(tmp_path: Path) -> None:
    path = tmp_path / "map.svg"
    ends = "phone-call..cognitive-community"
    assert argmap("export", "-o", str(path), "--highlight", ends).status == 0
    root = parsed(path.read_bytes())
    parts = [*groups(root, "claim"), *groups(root, "relation")]
    lit = {
        g.get("data-claim") or g.get("data-relation")
        for g in parts
        if "lit" in g.get("class", "").split()
    }
    assert {"phone-call", "cognitive-community"} < lit
    assert len(lit) % 2 == 1  # claims and relations in turn
    assert all({"lit", "dimmed"} & set(g.get("class", "").split()) for g in parts)


def test_statuses_are_on_the_cards_in_words() -> None:
    result = argmap("export", "-f", "svg", "--evaluate", "--layout", "cards")
    root = parsed(result.out.encode())
    reported = {g.get("data-claim"): words(g) for g in groups(root, "claim")}
    assert reported["phone-call"].endswith("●in")
    assert reported["end-of-history"].endswith("○out")
    assert reported["no-split"].endswith("◐undecided")
    (head,) = groups(root, "head")
    assert "(grounded)" in words(head)


def test_what_is_small_on_a_card_is_wrapped_between_its_parts() -> None:
    argument_map = loads(
        "argmap: 1\nclaims:\n"
        "  a: {text: A., kind: concession, voice: speakers-for-the-council, at: [1, 3-5]}\n"
        "  b: {text: B., kind: evidence, voice: friends-of-the-library, at: [2, 6]}\n"
    )
    picture = Picture(outcome=evaluate(argument_map, "grounded"))
    small = [
        "".join(text.itertext()).strip()
        for group in groups(parsed(draw(argument_map, picture=picture)), "claim")
        for text in group.iter(f"{SVG}text")
        if text.get("font-size") == "8.00"
    ]
    assert len(small) > len(argument_map.claims)  # some are wrapped
    assert not [line for line in small if line.startswith("·") or line.endswith("·")]
    voices = {claim.voice for claim in argument_map.claims.values()}
    reported = {part for line in small for part in line.split(" · ")}
    assert voices <= reported
    assert not [
        part for part in reported if part.endswith("-") or part.count("[") != part.count("]")
    ]


def test_strengths_are_on_the_cards_in_numbers() -> None:
    words_of = ["export", "-f", "svg", "--semantics", "df-quad", "--around", "no-split"]
    root = parsed(argmap(*words_of).out.encode())
    reported = {g.get("data-claim", ""): words(g) for g in groups(root, "claim")}
    # What the whole map comes to, not the part that is drawn.
    for line in argmap("evaluate", "--semantics", "df-quad", *reported).out.splitlines():
        name, strength, _ = line.split("\t")
        assert reported[name].endswith(strength) or strength.startswith("strongest: ")
    fixed = argmap(*words_of, "--reject", "eventual-split").out.encode()
    other = {g.get("data-claim"): words(g) for g in groups(parsed(fixed), "claim")}
    assert other["eventual-split"].endswith("0.0000")


HOSTILE = [
    "</text></svg><script>alert(1)</script>",
    "<a href='javascript:alert(1)' onclick=\"x\">&amp; &lt; ]]> <!--",
    "\\N \\G \\E \\l \\ %s %N",
    "\x00\x1b[31m \u202e \ufffe <b>bold</b>\\",
    'x" fill="red',
    "one\ntwo\u2028three",
]


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    name = re.sub(r"[\s\x00-\x1f\u2028]", "", text)
    claim = next(iter(loads("argmap: 1\nclaims: {a: b}").claims.values()))
    hostile = claim._replace(id=name, text=text, label=text, kind=text, voice=text)
    link = everything().relations["low/left"]
    argument_map = ArgumentMap(
        [hostile, claim, claim._replace(id="c")],
        [
            link._replace(id="x", premises=(name, "c"), target="a", scheme=text),
            link._replace(id="u", kind=RelationKind.UNDERCUTS, premises=("c",), target="x"),
        ],
        title=text,
    )
    for grouping in (None, Grouping.VOICE):
        root = parsed(draw(argument_map, picture=Picture(group=grouping)))
        check_safe(root)
        group = groups(root, "claim")[0]
        assert group.get("data-claim") == one_line(name)
        assert title(group) == f"{one_line(name)}: {one_line(text)}"
        assert words(group).count(without_spaces(text)) >= 1
        (head,) = groups(root, "head")
        assert without_spaces(text) in words(head)


def check_safe(root: ET.Element) -> None:
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
        for key, value in element.attrib.items():
            if not key.startswith("data-"):
                assert "alert" not in value
                assert "url(" not in value


@pytest.mark.parametrize("name", ["hostile", "empty", "cyclic", "no-labels"])
def test_nothing_but_shapes_and_text_is_in_it(name: str) -> None:
    check_safe(parsed(draw(load(MAPS / f"{name}.yaml"))))


def test_an_empty_map_says_that_it_is_empty() -> None:
    assert "Thismaphasnoclaims." in words(parsed(draw(load(MAPS / "empty.yaml"))))


def test_the_picture_has_a_name_and_a_description() -> None:
    root = parsed(draw(load()))
    assert root.get("role") == "graphics-document document"
    named = [root.find(f"{SVG}{tag}") for tag in ("title", "desc")]
    ids = [element.get("id", "") for element in named if element is not None]
    assert " ".join(ids) == root.get("aria-labelledby")
    assert title(root) == "What holds China and Russia together?"
    assert all(g.get("role") == "graphics-symbol img" for g in groups(root, "claim"))


def test_an_element_for_a_page_has_no_size_and_no_declaration() -> None:
    element = svg_element(load(LIBRARY), Picture(theme=Theme.DARK))
    assert element.startswith("<svg ")
    root = parsed(element)
    assert root.get("viewBox")
    assert root.get("width") is None
    assert [g.get("id") for g in groups(root, "claim")] == [
        f"picture-claim-{number}" for number in range(1, 7)
    ]


def test_a_part_says_that_it_is_one_and_what_is_left_out() -> None:
    root = parsed(argmap("export", "-f", "svg", "--around", "quasi-alliance").out.encode())
    (head,) = groups(root, "head")
    reported = {g.get("data-claim", ""): words(g) for g in groups(root, "claim")}
    whole = load()
    assert f"apartofthemap:{len(reported)}of{len(whole.claims)}claims" in words(head)
    assert f"a part of a map of {len(whole.claims)} claims" in (root.findtext(f"{SVG}desc") or "")
    drawn = {g.get("data-relation") for g in groups(root, "relation")}
    for name, shown in reported.items():
        left_out = sum(relation.id not in drawn for relation in whole.incoming(name))
        assert (f"+{left_out}" in shown) is bool(left_out)
    assert "+1" in reported["power-only"]
    (head,) = groups(parsed(draw(whole)), "head")
    assert "apartofthemap" not in words(head)


def test_what_was_assumed_and_rejected_is_reported() -> None:
    fixed = ["--assume", "no-alliance", "--reject", "quasi-alliance", "--reject", "phone-call"]
    for options in ([], ["--semantics", "df-quad"]):
        root = parsed(argmap("export", "-f", "svg", *fixed, *options).out.encode())
        (head,) = groups(root, "head")
        assert "assumed,whateverbearsonit:no-alliance" in words(head)
        assert "rejected,whateverbearsonit:quasi-alliance,phone-call" in words(head)
        reported = {g.get("data-claim", ""): words(g) for g in groups(root, "claim")}
        assert "assumed" in reported.pop("no-alliance")
        assert "rejected" in reported.pop("quasi-alliance")
        assert "rejected" in reported.pop("phone-call")
        assert not any("assumed" in each or "rejected" in each for each in reported.values())


def test_of_linked_premises_those_in_the_chain_alone_are_lit() -> None:
    argument_map = loads(EVERYTHING)
    lit = frozenset({"left", "both", "top"})
    root = parsed(draw(argument_map, picture=Picture(highlighted=lit)))
    (group,) = [g for g in groups(root, "relation") if g.get("data-relation") == "both"]
    colours = Counter(line.get("stroke") for line in group.findall(f"{SVG}path"))
    assert colours.pop(LINES[RelationKind.SUPPORTS]) == 2
    assert sum(colours.values()) == 1


def test_the_legend_explains_a_step_that_something_bears_on() -> None:
    sign = "astepthatisitselfsupportedorundercut"
    start = "argmap: 1\nclaims: {a: A, b: B, c: C}\nrelations: [{from: a, supports: b, id: r}"
    for end, is_told in ((", {from: c, supports: r}]", True), (", {from: c, supports: b}]", False)):
        (head,) = groups(parsed(draw(loads(start + end))), "head")
        assert (sign in words(head)) is is_told
