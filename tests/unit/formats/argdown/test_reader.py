"""Argdown, read and written."""

from __future__ import annotations

from support.argdown import read, relations

from argmap import Passage, loads
from argmap.formats import Losses


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
        "front matter entry": 1,
        "data entry": 1,
        "data entry that does not fit": 1,
    }


def test_emphasis_links_and_mentions_stay_text() -> None:
    line = "See **bold**, _slant_, [here](https://a.b/c#d), @[A], @<B> and http://e.f/g."
    m, lost = read(f"[A]: {line}\n\n<B>: b\n")
    assert (m.claims["A"].text, lost) == (line, {})
    assert read(r"[A]: \[x\] \#y \{z\} \* \\" + "\n")[0].claims["A"].text == r"[x] #y {z} * \ "[:-1]


def test_lists_and_paragraphs_are_statements() -> None:
    text = "A paragraph\nof two lines.\n\n* one\n* [Two]: two\n\n1. <Three>: 3\n2. four\n"
    assert [claim.text for claim in read(text)[0].claims.values()] == [
        "A paragraph of two lines.", "one", "two", "3", "four"
    ]  # fmt: skip


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
        "model entry": 1,
    }


def test_an_argument_whose_title_gives_no_id_can_be_borne_on() -> None:
    text = "[A]\n  +> <? ?>\n  _> <? ?>\n\n<? ?>\n\n(1) a\n----\n(2) b\n"
    assert relations(text) == [
        "A supports argument",
        "A undercuts argument",
        "a supports b",
    ]


def test_a_tag_of_nothing_is_text() -> None:
    assert read("[A]: a #( ) b\n")[0].claims["A"].text == "a #( ) b"
    assert read("[A]: a #\u2028 b\n")[0].claims["A"].tags == ()


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


def test_comments_are_counted() -> None:
    losses = Losses()
    loads("[A]: a // not so\n\n/* and\n  so on */\n", "argdown", losses=losses)
    assert str(losses) == "2 comments"
