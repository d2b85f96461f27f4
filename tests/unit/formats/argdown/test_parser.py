"""The syntax of Argdown: what it makes of any text, and its errors at their places."""

from __future__ import annotations

import pytest
from hypothesis import given
from support.argdown import read
from support.damage import damaged, survivor
from support.laws import examples

from argmap import (
    InvalidMapError,
    dumps,
    loads,
)


def test_windows_line_ends_and_tabs() -> None:
    text = "[A]: a\n\t+ [B]\n\t\t- [C]\n\n<S>\n\n(1) x\n--\nr\n--\n(2) y\n"
    assert read(text.replace("\n", "\r\n"))[0] == read(text)[0]
    assert len(read(text)[0].relations) == 3


@pytest.mark.parametrize("text", ["", "\n \n", "// nothing\n/* at all */\n\n", "# Heading\n"])
def test_a_text_without_a_statement_is_no_map(text: str) -> None:
    with pytest.raises(InvalidMapError, match="there is no statement in this text"):
        loads(text, "argdown")


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("[A]: a\n[B]: b\n", "2:1", "a new statement or argument needs a blank line above it"),
        ("[A]: a\n\n+ b\n", "3:1", "a paragraph cannot start with the relation +"),
        ("[A]: a\n+ b\n", "2:1", "the relation + is not indented"),
        ("[A]\n    + b\n  + c\n", "3:3", "is indented less than the one above it"),
        ("[A]\n  + \n", "2:3", "nothing follows +"),
        ("[A] is a thing\n", "1:4", "[A] refers to something defined elsewhere"),
        ("[A]\n  => [B]\n", "2:3", "'=> [B]' is no relation"),
        ("[A]\n  + <B>\n    (1) p\n", "3:5", "'(1) p' is no relation"),
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
        ("===\na: [1\n===\n", "2:4", "not valid YAML"),
        ("[A]: a {a: 1, a: 2}\n", "1:15", "the key 'a' is given twice"),
        ("[A]: a\n {\n  b: [\n  }\n", "3:6", "not valid YAML"),
    ],
)
def test_an_error_is_reported_at_its_place(text: str, place: str, words: str) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(text, "argdown", "debate.argdown")
    first = caught.value.diagnostics[0]
    assert words in first.message
    assert str(first.location) == f"debate.argdown:{place}"
    assert first.hint or "YAML" in first.message


def test_an_error_spoils_its_paragraph_alone() -> None:
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
@examples(100)
def test_a_damaged_text_is_a_map_or_an_error_of_ours(text: str) -> None:
    m = survivor(text, "argdown")
    if m is not None:
        assert loads(dumps(m, "argdown"), "argdown").claims.keys() == m.claims.keys()


@pytest.mark.slow
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
def test_what_only_looks_like_argdown_is_reported(text: str, place: str, words: str) -> None:
    with pytest.raises(InvalidMapError) as caught:
        loads(text, "argdown", "f")
    first = caught.value.diagnostics[0]
    assert words in first.message
    assert str(first.location) == f"f:{place}"
