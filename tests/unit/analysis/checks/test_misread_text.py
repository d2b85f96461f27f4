"""Texts of valid YAML that are not what they look like are found at the sign that does it."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.checked import found
from support.laws import examples
from support.layouts import Page, pages
from support.traps import BLOCK, HEAD, RELATIONS, TAIL, Trap

from argmap import dumps, loads
from argmap.analysis.checks import check_map

CUT = [
    Trap("See issue «#12 for more", "cut at ' #'"),
    Trap("Trams win their «#1 prize.", "cut at ' #'"),
    Trap("Trams are dead. «#3", "cut at ' #'"),
    Trap("Trams are dead.   «#three", "cut at ' #'"),
    Trap("Trams win «# 1 prize", "cut at ' #'"),
    Trap("«&ref they say", "first word"),
    Trap("«! they say", "first sign"),
    Trap("Trams are dead.«,", "ends with a comma"),
]
ELSEWHERE = [
    Trap(HEAD + "  a: {\n    text: Apples fall «#1\n  }\n" + TAIL, "the text of 'a'"),
    Trap(HEAD + "  a: {text: Apples fall., tags: [x, y «#1\n  ]}\n" + TAIL, "a tag of 'a'"),
    Trap(HEAD + "  a: {text: «&ref Apples fall.}\n" + TAIL, "the text of 'a'"),
    Trap(HEAD + "  a: {text: Apples., kind: thesis «#1\n  }\n" + TAIL, "the kind of 'a'"),
    Trap(HEAD + "  a: Apples fall\n    by issue «#1\n" + TAIL, "the text of 'a'"),
    Trap(HEAD + '  a: «"Apples\n  d: "#fall"\n' + TAIL, "the entries below it"),
    Trap(HEAD + "  a: «'Apples\n  d: ' #fall'\n" + TAIL, "the entries below it"),
    Trap(HEAD + "  a:\n    «text Apples\n" + TAIL, "': ' after it"),
    Trap(HEAD + "  a:\n    «text:Apples\n" + TAIL, "': ' after it"),
    Trap(HEAD + "  a:\n    «text： Apples\n" + TAIL, "': ' after it"),
]
ELSEWHERE += [
    Trap(HEAD + "  a:\n    text: A.\n    tags: x«, y\n" + TAIL, "is one tag"),
    Trap(HEAD + "  a: «Three kinds\n    - red\n    - green\n" + TAIL, "begin with '- '"),
    Trap(HEAD + "  a:\n    text: A.\n  «note: Ask Ann.\n" + TAIL, "a claim of its own"),
]
NOT_CUT = [
    *("'See issue #12'", '"See issue #12"', "Issue#12 is open", "The sea is blue.  # a comment"),
    *("The sea is blue. # a comment", "The sea is blue   # a comment", "The sea is blue. #", "C#"),
    *(
        "|\n        See issue #12",
        "!!str Salt & pepper",
        "R&D! Really",
        ">-\n        See issue #12",
    ),
]


@pytest.mark.parametrize("place", BLOCK)
@pytest.mark.parametrize("cut", CUT, ids=lambda cut: cut.marked)
def test_a_text_that_is_cut_is_found_at_the_sign(place: str, cut: Trap) -> None:
    check(Trap(BLOCK[place].replace("%s", cut.marked), cut.words))


@pytest.mark.parametrize("trap", ELSEWHERE, ids=lambda trap: trap.words)
def test_a_misread_text_is_found_in_any_style(trap: Trap) -> None:
    check(trap)


def check(trap: Trap) -> None:
    (each,) = found("misread-text", loads(trap.text))
    assert each.location is not None
    assert each.location[1:] == trap.place
    assert trap.words in each.message


@pytest.mark.parametrize("place", BLOCK)
@pytest.mark.parametrize("text", NOT_CUT)
def test_a_comment_and_a_text_in_quotes_are_no_cut(place: str, text: str) -> None:
    assert found("misread-text", loads(BLOCK[place].replace("%s", text))) == []


def test_a_name_that_an_alias_uses_and_a_comment_on_an_id_are_no_cut() -> None:
    text = HEAD + "  a: {text: &same Apples., at: 3 # three\n  }\n  d: *same\n" + TAIL
    assert found("misread-text", loads(text)) == []
    relation = RELATIONS + "  - from: c # the cars\n    attacks: b # the benches\n"
    assert found("misread-text", loads(text.replace(RELATIONS, relation))) == []


@pytest.mark.parametrize(
    "claim",
    [
        "  a:\n    kind people help others\n",
        "  a:\n    weight loss is hard,\n    and slow\n",
        "  a: One kind\n    - the red one - is rare\n",
        "  a: {text: Apples., tags: [x, 'y, z']}\n",
        "  a: Apples.\n  note: Notes help.\n",
        "  a:\n    text: Apples.\n  c: Cars.\n  note: Notes help.\n",
        "  a: Apples.  #\n",
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_what_is_meant_is_not_misread(claim: str, line_end: str) -> None:
    text = HEAD + claim + RELATIONS.replace("supports: c", "supports: a")
    assert found("misread-text", loads(text.replace("\n", line_end))) == []


def test_a_claim_that_relations_name_is_no_key_of_another() -> None:
    text = HEAD + "  a:\n    text: Apples.\n  note: Notes help.\n" + RELATIONS
    assert found("misread-text", loads(text.replace("supports: c", "supports: note"))) == []


def test_a_cut_is_ignored_where_the_map_says_so() -> None:
    text = HEAD + "  a:\n    text: Apples #1\n    ignore: {misread-text: it is a comment}\n" + TAIL
    m = loads(text)
    checked = check_map(m, ["misread-text"])
    assert not checked.findings
    assert len(checked.ignored) == 1


@given(pages())
@examples(60)
def test_nothing_is_misread_in_a_map_that_argmap_writes(page: Page) -> None:
    assert found("misread-text", loads(dumps(page.argument_map))) == []
    assert found("misread-text", loads(page.text)) == []
