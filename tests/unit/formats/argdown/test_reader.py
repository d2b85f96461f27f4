"""Argdown, read and written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from support.damage import damaged, survivor
from support.strategies import argument_maps

from argmap import (
    ArgumentMap,
    Claim,
    InvalidMapError,
    Passage,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.formats import Losses
from argmap.model.text import one_line

laws = settings(deadline=None, max_examples=80)


def folded(claim: Claim) -> Claim:
    """Return a claim with the only text that Argdown alters as it comes back."""
    return claim._replace(text=one_line(claim.text) or "x")


def carriable(m: ArgumentMap) -> ArgumentMap:
    """Return a map without what Argdown has no words for."""
    symmetric = {r.id for r in m.relations.values() if r.kind.is_symmetric}
    plain = [
        relation
        for relation in m.relations.values()
        if not relation.kind.is_symmetric and relation.target not in symmetric
    ]
    while True:
        kept = [r for r in plain if r.target in m.claims or r.target in {o.id for o in plain}]
        if len(kept) == len(plain):
            break
        plain = kept
    return ArgumentMap(
        map(folded, m.claims.values()), plain, title=m.title, source=m.source, voices=m.voices
    )


@given(argument_maps(expecting=False))
@laws
def test_what_argdown_can_carry_comes_back(m: ArgumentMap) -> None:
    m = carriable(m)
    losses = Losses()
    text = dumps(m, "argdown", losses)
    assert not losses.counts
    back = loads(text, "argdown", losses=losses)
    assert not losses.counts
    assert back == m


@given(argument_maps())
@laws
def test_what_is_lost_is_said_and_lost_once(m: ArgumentMap) -> None:
    losses = Losses()
    back = loads(dumps(m, "argdown", losses), "argdown")
    assert (back == m) == (not losses.counts)
    assert loads(dumps(back, "argdown"), "argdown") == back


def read(text: str) -> tuple[ArgumentMap, dict[str, int]]:
    """Return the map of an Argdown text, and what was lost."""
    losses = Losses()
    argument_map = loads(text, "argdown", "debate.argdown", losses)
    assert loads(dumps(argument_map)) == argument_map
    return argument_map, dict(losses.counts)


def relations(text: str) -> list[str]:
    """Return the relations of a text, each as a sentence of ids."""
    m = read(text)[0]
    return [f"{'+'.join(r.premises)} {r.kind} {r.target}" for r in m.relations.values()]


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        ("+", "B supports A"),
        ("<+", "B supports A"),
        ("+>", "A supports B"),
        ("-", "B attacks A"),
        ("<-", "B attacks A"),
        ("->", "A attacks B"),
        ("><", "A contradicts B"),
    ],
)
def test_each_relation_both_ways(sign: str, expected: str) -> None:
    assert relations(f"[A]: a\n  {sign} [B]: b\n") == [expected]
    assert relations(f"[A]\n\t{sign}[B]\n") == [expected]


def test_relations_nest_by_their_indents() -> None:
    text = """\
[T]: t
 + <A>: a
    - [B]
      + c is
        so
    + <D>
 - [E]
"""
    assert relations(text) == [
        "A supports T",
        "B attacks A",
        "c-is-so supports B",
        "D supports A",
        "E attacks T",
    ]
    between = "[T]\n  + [A]\n      - [B]\n    + [C]\n"
    assert relations(between) == ["A supports T", "B attacks A", "C supports T"]


def test_a_hundred_thousand_levels() -> None:
    text = "[c0]: x\n" + "".join(f"{' ' * (n // 40 + 1)}+ [c{n}]\n" for n in range(1, 4000))
    assert len(read(text)[0].relations) == 3999
    deep = "\n".join(f"{' ' * n}{'+ ' if n else ''}[c{n}]" for n in range(1500))
    assert relations(deep)[-1] == "c1499 supports c1498"


def test_one_title_is_one_statement_and_one_argument() -> None:
    text = """\
[A]: First wording.

<A>: An argument.
  + [A]

[A]: Another wording.

[A]: First wording. #later
"""
    m, lost = read(text)
    statement, argument = m.claims.values()
    assert (statement.text, statement.note) == ("First wording.", "Also: Another wording.")
    assert statement.tags == ("later",)
    assert (argument.id, argument.kind) == ("A-2", "argument")
    assert lost == {}


def test_a_premise_conclusion_structure_is_one_relation() -> None:
    text = """\
<From harm>: A short form of it. #tag {source: here}

(1) [Harm]: It does harm.
  - [No harm]: It does none.
(2) What does harm is wrong.
--
Modus ponens, for once {uses: [1,2]}
--
  <_ [Exception]: Not always.
(3) [Wrong]: It is wrong.
  +> [Ban]: Ban it.
"""
    m, lost = read(text)
    step = m.relations["From-harm"]
    assert step.premises == ("Harm", "what-does-harm-is-wrong")
    assert (step.target, step.scheme) == ("Wrong", "Modus ponens, for once")
    assert step.note == "A short form of it."
    assert [f"{r.premises[0]} {r.kind} {r.target}" for r in m.relations.values() if r != step] == [
        "No-harm attacks Harm",
        "Exception undercuts From-harm",
        "Wrong supports Ban",
    ]
    assert lost == {"tag of an argument with premises": 1, "data entry “source”": 1}


def test_intermediary_conclusions_are_premises_of_what_follows() -> None:
    text = """\
(1) a
(2) b
----
(3) c
(4) d
--
{uses: [1, 4]}
--
(5) e
----
(6) f
"""
    assert relations(text) == ["a+b supports c", "a+d supports e", "e supports f"]
    odd = text.replace("[1, 4]", "[1, 9, {x: y}, no, [4]]")
    assert relations(odd) == ["a+b supports c", "a supports e", "e supports f"]


def test_what_bears_on_an_argument_with_premises_bears_on_its_last_step() -> None:
    text = """\
<A>

(1) p
----
(2) q

<A>
  - [attack]
  _ [undercut]
  + [back]
  -> [T]
  +> [q is there]
"""
    m, lost = read(text)
    assert relations(text) == [
        "p supports q",
        "attack undercuts A",
        "undercut undercuts A",
        "back supports A",
        "q attacks T",
        "q supports q-is-there",
    ]
    key = "attack on an argument with premises, read as an undercut of its last step"
    assert lost == {key: 1}
    assert "A" not in m.claims


def test_an_argument_without_premises_is_undercut_in_what_it_does() -> None:
    text = """\
<A>: a
  +> [T]
  -> [U]
  _ [X]
     _ [Y]
"""
    assert relations(text) == [
        "A supports T",
        "A attacks U",
        "X undercuts A/T",
        "X undercuts A/U",
        "Y undercuts X/A/T",
        "Y undercuts X/A/U",
    ]
    assert relations("<A>: a\n  _> <B>: b\n    _> <C>: c\n      +> [T]\n") == [
        "A undercuts B/C/T",
        "B undercuts C/T",
        "C supports T",
    ]
    assert relations("<A>: a\n  _> <B>: b\n    _> <A>\n")[:1] == ["A attacks B"]


def test_in_strict_mode_statements_contradict() -> None:
    text = "===\nmodel:\n  mode: strict\n===\n\n[A]\n  - [B]\n  -> [B]\n  - <C>\n"
    assert relations(text) == ["B contradicts A", "C attacks A"]


def test_tags_data_headings_and_comments() -> None:
    text = """\
===
title: A debate
author: somebody
source: {title: The letter, unit: page}
voices: {mayor: "The mayor"}
===
# Part one

/* not
 said */
[A b]: #early Text with #inner tag, <!-- no --> and the end. #last #(two words)
{kind: thesis, voice: mayor, at: [1, "3-4"], weight: 0.5, mystery: 3, implicit: maybe}

## Part two {isGroup: false}

[C]: c // a remark
  {
  note: |
    A block
    of text
  }
"""
    m, lost = read(text)
    first, second = m.claims.values()
    assert (first.id, first.label, first.kind) == ("A-b", "A b", "thesis")
    assert first.text == "Text with #inner tag, and the end."
    assert first.tags == ("early", "inner", "last", "two words", "section: Part one")
    assert (first.voice, first.at, first.weight) == ("mayor", (Passage(1, 1), Passage(3, 4)), 0.5)
    assert second.tags == ("section: Part one > Part two",)
    assert second.note == "A block\nof text\n"
    assert (m.title, m.voices) == ("A debate", {"mayor": "The mayor"})
    assert m.source is not None
    assert (m.source.title, m.source.unit) == ("The letter", "page")
    assert lost == {
        "comment": 3,
        "heading with data": 1,
        "front matter entry “author”": 1,
        "data entry “mystery”": 1,
        "data entry “implicit” that does not fit": 1,
    }


def test_emphasis_links_mentions_and_braces_stay_text() -> None:
    line = "See **bold**, _slant_, [here](https://a.b/c#d), @[A], @<B>, {x} and http://e.f/g."
    m, lost = read(f"[A]: {line}\n\n<B>: b\n")
    assert (m.claims["A"].text, lost) == (line, {})
    assert read(r"[A]: \[x\] \#y \{z\} \* \\" + "\n")[0].claims["A"].text == r"[x] #y {z} * \ "[:-1]


def test_lists_and_paragraphs_are_statements() -> None:
    text = "A paragraph\nof two lines.\n\n* one\n* [Two]: two\n\n1. <Three>: 3\n2. four\n"
    assert [claim.text for claim in read(text)[0].claims.values()] == [
        "A paragraph of two lines.", "one", "two", "3", "four"
    ]  # fmt: skip


def test_windows_line_ends_and_tabs() -> None:
    text = "[A]: a\n\t+ [B]\n\t\t- [C]\n\n<S>\n\n(1) x\n--\nr\n--\n(2) y\n"
    assert read(text.replace("\n", "\r\n"))[0] == read(text)[0]
    assert len(read(text)[0].relations) == 3


@pytest.mark.parametrize("text", ["", "\n \n", "// nothing\n/* at all */\n\n", "# Heading\n"])
def test_a_text_without_a_statement_is_no_map(text: str) -> None:
    with pytest.raises(InvalidMapError, match="there is no statement in this text"):
        loads(text, "argdown")


def test_an_empty_map_is_written_so_that_it_is_one() -> None:
    assert dumps(ArgumentMap(), "argdown") == "===\n===\n"
    assert loads("===\n===\n", "argdown") == ArgumentMap()


def test_what_is_said_anew_or_of_nothing_is_counted() -> None:
    text = """\
===
model: {mode: loose, removeTagsFromText: true}
voices: {a b: One, a-b: Two}
===

# Empty

# Full

## Inner

[A]: a {weight: 0.2, kind: x}

## Other

[A]: a {weight: 0.9, kind: x}

(1) p
--
{uses: [1, 7]}
--
(2) q

(1) r
--
{uses: 1}
--
(2) s
"""
    m, lost = read(text)
    assert m.claims["A"].weight == 0.9
    assert lost == {
        "data entry given anew": 1,
        "further section of a statement": 1,
        "use of what is no premise": 1,
        "heading with no statement under it": 1,
        "voice of the same id": 1,
        "model entry “removeTagsFromText”": 1,
    }


def test_an_argument_whose_title_gives_no_id_can_be_borne_on() -> None:
    text = "[A]\n  +> <? ?>\n  _> <? ?>\n\n<? ?>\n\n(1) a\n----\n(2) b\n"
    assert relations(text) == [
        "A supports argument",
        "A undercuts argument",
        "a supports b",
    ]


def test_a_contradiction_said_both_ways_is_said_once() -> None:
    both = [Relation(f"{a}/{b}", RelationKind.CONTRADICTS, (a,), b) for a, b in ("ab", "ba")]
    losses = Losses()
    text = dumps(ArgumentMap([Claim("a", "A."), Claim("b", "B.")], both), "argdown", losses)
    assert dict(losses.counts) == {"contradiction given twice": 1}
    assert len(loads(text, "argdown").relations) == 1


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[A]: a\n[B]: b\n", "2:1", "a new statement or argument needs a blank line above it"),
        ("[A]: a\n\n+ b\n", "3:1", "a paragraph cannot start with the relation +"),
        ("[A]: a\n+ b\n", "2:1", "the relation + is not indented"),
        ("[A]\n    + b\n  + c\n", "3:3", "is indented less than the one above it"),
        ("[A]\n  + \n", "2:3", "nothing follows +"),
        ("[A] is a thing\n", "1:4", "[A] refers to something defined elsewhere"),
        ("<A>\n\n(1) p\n(2) q\n", "4:1", "has no conclusion at its end"),
        ("<A>\n\n(1) p\n----\n", "4:1", "has no conclusion at its end"),
        ("(1) p\n----\n----\n(2) q", "3:1", "an inference must be between premises"),
        ("----\n(1) p\n", "1:1", "an inference must be between premises"),
        ("(1) p\n--\nrule\n(2) q\n", "2:1", "this inference is opened by -- and never closed"),
        ("(1) <A>\n----\n(2) q", "1:1", "is a statement, not an argument"),
        ("(1) p\n----\n  + [X]\n(2) q", "3:3", "an inference can be undercut, but not"),
        ("<A>\n\n(1) p\n----\n(2) q\n\n<A>\n\n(1) p\n----\n(2) q", "9:1", "has a premise-concl"),
        ("[A]: a\n/* oops\n", "2:1", "this comment is never closed"),
        ("[A]: a\n# Heading\n", "2:1", "a heading needs a blank line above it"),
        ("# Heading\n[A]: a\n", "2:1", "needs a blank line between it and a heading"),
        ("===\n- 1\n===\n", "1:4", "data must be a mapping of keys"),
        ("===\ntitle: x\n", "1:1", "this front matter is never closed"),
        ("===\na: [1\n===\n", "3:1", "not valid YAML"),
        ("[A]: a {a: 1, a: 2}\n", "1:15", "the key 'a' is given twice"),
        ("[A]: a\n {\n  b: [\n  }\n", "4:4", "not valid YAML"),
    ],
)
def test_a_mistake_is_told_at_its_place(text: str, place: str, words: str) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(text, "argdown", "debate.argdown")
    first = caught.value.diagnostics[0]
    assert words in first.message
    assert str(first.location) == f"debate.argdown:{place}"
    assert first.hint or "YAML" in first.message


def test_a_mistake_spoils_its_paragraph_alone() -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads("[A]: a\n+ b\n\n[C]: c\n\n[D] x\n\n- e\n", "argdown")
    assert [d.location.line for d in caught.value.diagnostics] == [2, 6, 8]


def test_places_are_where_things_are_first_said() -> None:
    m, _ = read("[A]: a\n  + [B]: b\n\n<S>\n\n(1) [B]\n----\n(2) [A]\n")
    assert {name: str(place) for name, place in m.locations.items()} == {
        "A": "debate.argdown:1:1",
        "B": "debate.argdown:2:5",
        "B/A": "debate.argdown:2:3",
        "S": "debate.argdown:7:1",
    }


LINKED = ArgumentMap(
    [Claim("a", "A."), Claim("b", "B.", label="Bee"), Claim("t", "T.")],
    [
        Relation("both", RelationKind.ATTACKS, ("a", "b"), "t", "scheme"),
        Relation("a/both", RelationKind.UNDERCUTS, ("a",), "both"),
        Relation("b/t", RelationKind.SUPPORTS, ("b",), "t"),
    ],
)


def test_what_an_attack_by_several_looks_like() -> None:
    text = dumps(LINKED, "argdown")
    assert (
        text
        == """\
[a]: A.

[Bee]: B. {id: b, label: Bee}

[t]: T.

<both> {relation: attacks}

(1) [a]
(2) [Bee]
--
scheme
--
(3) This does not hold: T.
  -> [t]

<both>
  _ [a]

[t]
  + [Bee]
"""
    )
    assert loads(text, "argdown") == LINKED


def test_what_argdown_lacks_is_counted() -> None:
    m = ArgumentMap(
        [Claim("a", "A\nB"), Claim("b", "B.")],
        [
            Relation("r", RelationKind.RESTATES, ("a",), "b"),
            Relation("c", RelationKind.CONTRADICTS, ("a",), "b", "s", "n"),
            Relation("u", RelationKind.UNDERCUTS, ("a",), "r"),
            Relation("v", RelationKind.UNDERCUTS, ("a",), "u"),
        ],
    )
    losses = Losses()
    dumps(m, "argdown", losses)
    assert dict(losses.counts) == {
        "restatement": 1,
        "id of a contradiction": 1,
        "scheme of a contradiction": 1,
        "note on a contradiction": 1,
        "relation on a contradiction or restatement": 2,
        "text with double spaces, line ends or control characters, normalized or escaped": 1,
    }


DEBATE = """\
===
title: On night trains
===

# Should they run?

[Run them]: Night trains should run again. #demand
  + <Climate>: They emit less than flights do. // per head
    - [Coal]: Some of their power comes from coal. {source: "report"}
    _ Nobody flies at night anyway.
  -> [Stop]: Stop them.

<Climate>

(1) [Less]: A tenth of a flight.
  - [Coal]
(2) Emissions count.
--
Practical syllogism {uses: [1, 2]}
--
  <_ [Rail strike]
(3) [Lower]: They lower emissions.
----
(4) [Run them]

* one
* <Two> /* a
  comment */

<Two>
\t_> <Climate>
"""

_PIECES = [
    *("[", "]", "<", ">", "{", "}", "(1)", "(2) ", "--", "----", "\n", "\n\n", "  ", "\t", "#"),
    *("\\", "===", "/*", "*/", "//", "<!--", "-->", "+ ", "-> ", "_ ", "><", "* ", "1. ", "'", '"'),
    *("@[", "{a: ", ": ", "\r", "\x00", "\ufeff", "\u2028", "𝔞"),
]


@given(damaged(DEBATE, _PIECES))
@settings(deadline=None, max_examples=100)
def test_a_damaged_text_is_a_map_or_an_error_of_ours(text: str) -> None:
    m = survivor(text, "argdown")
    if m is not None:
        assert loads(dumps(m, "argdown"), "argdown").claims.keys() == m.claims.keys()


@pytest.mark.parametrize(
    "text",
    [
        "[A]: x {a: " + '\\"' * 150_000,
        "[A]: a" + " " * 300_000 + "b",
        "[A]: " + "[" * 300_000,
        "[A]: " + "[a](" * 100_000,
        "[A]: " + "#(a" * 100_000,
        "[A]: " + "@<" * 150_000,
    ],
    ids=["quotes", "blanks", "brackets", "links", "tags", "mentions"],
)
def test_a_long_run_of_anything_is_gone_through_once(text: str) -> None:
    assert len(loads(text, "argdown").claims) == 1


def test_a_long_run_is_written_in_one_go() -> None:
    m = ArgumentMap([Claim("a", "." + "[" * 100_000)])
    assert loads(dumps(m, "argdown"), "argdown") == m


def test_a_tag_of_nothing_is_text() -> None:
    assert read("[A]: a #( ) b\n")[0].claims["A"].text == "a #( ) b"
    assert read("[A]: a #\u2028 b\n")[0].claims["A"].tags == ()


def test_a_structure_after_a_whole_one_is_another_argument() -> None:
    text = "<A>\n\n(1) a\n----\n(2) b\n\n(1) c\n----\n(2) d\n\n(3) e\n----\n(4) f\n"
    m, _ = read(text)
    assert relations(text) == ["a supports b", "c supports d", "e supports f"]
    assert list(m.relations) == ["A", "c/d", "e/f"]
    apart = "(1) a\n\n(2) b\n----\n\n(3) c\n"
    assert relations(apart) == ["a+b supports c"]


def test_the_last_wording_counts_or_the_one_that_says_so() -> None:
    text = (
        "[A]: one\n\n[A]: two\n\n[A]: one\n\n[A]: three\n\n[B]: x {isCanonical: true}\n\n[B]: y\n"
    )
    first, second = read(text)[0].claims.values()
    assert (first.text, first.note) == ("three", "Also: two\nAlso: one")
    assert (second.text, second.note) == ("x", "Also: y")


def test_an_included_file_is_counted_and_no_claim() -> None:
    m, lost = read("@include(other.argdown)\n\n[A]: a\n")
    assert (list(m.claims), lost) == (["A"], {"other file to include": 1})


def test_the_tags_of_a_heading_stay_in_its_title() -> None:
    assert read("# One #tag\n\n[A]: a\n")[0].claims["A"].tags == ("section: One #tag",)


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("(P1) [A]: a\n", "1:6", "the title [A] is in the middle of a text"),
        ("[A]: a, <B>: b\n", "1:9", "the title <B> is in the middle of a text"),
        ("(1) p\n--\n(2) q\n(3) r\n--\n(4) s\n", "2:1", "opened by -- and never closed"),
        ("```argdown\n[A]: a\n```\n", "1:1", "a Markdown fence is no part of Argdown"),
        ("===\nparser: {syntax: argdown+}\n===\n", "1:1", "in another syntax, argdown+"),
    ],
)
def test_what_only_looks_like_argdown_is_told_so(text: str, place: str, words: str) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(text, "argdown", "f")
    first = caught.value.diagnostics[0]
    assert words in first.message
    assert str(first.location) == f"f:{place}"
