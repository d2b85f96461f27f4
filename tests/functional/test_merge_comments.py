"""The comments and the layout of what ``argmap merge`` writes."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest
from support import argmap
from support.merged_files import BASE, MERGED, merged

import argmap as package
from argmap import ArgumentMap
from argmap.analysis.comparing.difference import compare
from argmap.analysis.merging.merge import merge
from argmap.editing.merging.side import Side
from argmap.editing.merging.text import MergedText, merged_text
from argmap.formats import Losses


def test_changes_in_one_line_and_at_one_place_go_together(tmp_path: Path) -> None:
    ours = BASE.replace("earlier.}", "at six., voice: swimmers}").replace(
        "relations:", "  sleep: {text: People sleep late.}\nrelations:"
    )
    theirs = BASE.replace("{text: The pool", "{kind: thesis, text: The pool").replace(
        "relations:", "  rival: {text: The lake is open at five.}\nrelations:"
    )
    result = merged(tmp_path, ours, theirs)
    assert (result.status, result.err) == (0, "")
    assert result.out == ours.replace("six.,", "six., kind: thesis,").replace(
        "  sleep:", "  rival: {text: The lake is open at five.}\n  sleep:"
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "result"),
    [
        (BASE.replace("# asked every year", "# asked often"), BASE, None),
        (BASE, "# On top.\n" + BASE, "# On top.\n" + BASE),
        (BASE, BASE.replace("more.", "too much."), BASE.replace("more.", "too much.")),
        (
            BASE.replace("few, attacks", "few, contradicts"),
            BASE.replace("  cost: {text: Staff would cost more.}\n", "").replace(
                "  - {from: cost, attacks: open}\n", ""
            ),
            BASE.replace("few, attacks", "few, contradicts")
            .replace("  cost: {text: Staff would cost more.}\n", "")
            .replace("  - {from: cost, attacks: open}\n", ""),
        ),
    ],
)
def test_comments_and_layout_of_ours_stay(
    ours: str, theirs: str, result: str | None, tmp_path: Path
) -> None:
    found = merged(tmp_path, ours, theirs)
    assert (found.status, found.err) == (0, "")
    assert found.out == (ours if result is None else result)


def test_changes_within_one_line_go_together_with_git_or_without(tmp_path: Path) -> None:
    base = "argmap: 1\nclaims: {a: One thing., b: Another thing.}  # in short\n"
    ours, theirs = base.replace("Another", "Whatever other"), base.replace("One", "Some")
    by_word = merged(tmp_path, ours, theirs, base=base)
    assert (by_word.out, by_word.err) == (ours.replace("One", "Some"), "")
    assert argmap("merge", *MERGED, cwd=tmp_path, PATH=str(tmp_path)) == by_word


def renamed(text: str) -> str:
    """Return a version of the base in which a claim goes by another name."""
    return text.replace("  cost:", "  price:").replace("from: cost", "from: price")


def test_a_comment_beside_lines_that_conflict_is_kept_or_named(tmp_path: Path) -> None:
    """One renames what the other rewords, and lines beside it have another comment on each side."""
    ours = BASE.replace("more.}", "much more.}   # says the council")
    theirs = renamed(BASE).replace("# What it is", "# What all is")
    result = merged(tmp_path, ours, theirs)
    note = "note: 1 comment not kept; put back what is needed\n    theirs:3  "
    assert (result.status, result.err) == (0, f"{note}# What all is about.\n")
    assert result.out == renamed(ours)
    result = merged(tmp_path, theirs, ours)
    assert (result.status, result.err) == (
        *(0, f"{note.replace('theirs:3', 'theirs:5')}# says the council\n"),
    )
    assert result.out == theirs.replace("more.}", "much more.}")


Replacements = list[tuple[str, str]]
LAST = "few, attacks: open}"
OURS_HERE = ("more.}", "much more.}   # ours here")
THEIRS_AT_LAST = (LAST, f"{LAST}   # theirs")
SLEEP = "  sleep: {text: People sleep.}   # ours\nrelations:"
LAKE = "  lake: {text: The lake is open.}   # theirs\nrelations:"
CASES: dict[str, tuple[Replacements, Replacements, Replacements]] = {
    "lines that collide are ours": (
        [OURS_HERE],
        [("more.}", "little.}"), THEIRS_AT_LAST],
        [OURS_HERE, THEIRS_AT_LAST],
    ),
    "lines of both stand in one place": (
        [("relations:", SLEEP)],
        [("relations:", LAKE)],
        [("relations:", SLEEP), ("relations:", LAKE)],
    ),
    "lines that collide are theirs but for what they say": (
        [("more.}", "much more.}"), (LAST, f"{LAST}   # ours")],
        [("more.}", "little.}   # theirs here")],
        [("more.}", "much more.}   # theirs here"), (LAST, f"{LAST}   # ours")],
    ),
    "one line has fields of both": (
        [OURS_HERE],
        [("{text: Staff", "{kind: view, text: Staff"), THEIRS_AT_LAST],
        [("more.}", "much more., kind: view}   # ours here"), THEIRS_AT_LAST],
    ),
}


def replaced(changes: Replacements) -> str:
    """Return the base with some changes."""
    text = BASE
    for old, new in changes:
        text = text.replace(old, new)
    return text


def text_of_merge(*texts: str) -> tuple[MergedText, ArgumentMap]:
    """Return the text of a merge of base, ours and theirs, and the map that it has to be of."""
    sides = [Side(package.loads(text), text.encode(), "yaml") for text in texts]
    merged = merge(*(side.map for side in sides))
    found = merged_text(merged, "yaml", sides, Losses())
    assert compare(package.loads(found.text), merged.map).is_empty
    return found, merged.map


@pytest.mark.parametrize("name", CASES)
def test_comments_in_and_beside_lines_that_conflict_stay(name: str) -> None:
    ours, theirs, expected = map(replaced, CASES[name])
    assert text_of_merge(BASE, ours, theirs)[0] == (expected, [], False)


def test_without_git_a_side_is_edited(monkeypatch: pytest.MonkeyPatch) -> None:
    """That which has the comments, if it is one alone."""
    monkeypatch.setenv("PATH", "")
    plain, commented = replaced([("more.}", "much more.}")]), replaced([THEIRS_AT_LAST])
    expected = replaced([("more.}", "much more.}"), THEIRS_AT_LAST])
    assert text_of_merge(BASE, plain, commented)[0] == (expected, [], False)
    assert text_of_merge(BASE, commented, plain)[0] == (expected, [], False)


FACTS = """\
argmap: 1   # version
title: The pool
source: {title: Minutes, author: The club}   # where from
voices: {club: The club}  # speakers
ignore: {island: fine}   # so far
claims:
  # one
  open: {text: The pool should open earlier., voice: club}   # first
  cost:
    text: Staff would cost more.  # said
    ignore: {odd-id: so}   # why
  few: Few would come at that hour.
relations:
  - {from: cost, attacks: open}   # step
  - {from: [cost, few], attacks: open, ignore: {odd-id: hm}}
expect:   # all
  grounded: {out: open}   # expected
"""
CHANGES = [
    ("{out: open}", "{out: [open, cost]}"),
    ("{out: open}", "{out: open, in: few}"),
    ("{out: open}   #", "{out: open}\n  df-quad: {strengths: {few: 0.5}}   #"),
    ("The club}  #", "The club, town: The town}  #"),
    ("author: The club}", "author: The club, date: '2024'}"),
    ("{title: Minutes, ", "{"),
    ("{island: fine}", "{island: fine, odd-id: yes}"),
    ("ignore: {island: fine}   # so far\n", ""),
    ("title: The pool\n", "title: The pool at noon\n"),
    ("{odd-id: so}", "{odd-id: so, island: y}"),
    ("ignore: {odd-id: hm}", "ignore: {odd-id: hm, island: z}"),
    ("few: Few would come at that hour.", "few: {text: Few would come., ignore: {island: q}}"),
    ("from: [cost, few]", "from: [cost, few, open]"),
]


@pytest.mark.parametrize("ours", CHANGES, ids=lambda change: change[1][:24])
def test_what_is_said_besides_claims_is_merged_in_its_place(ours: tuple[str, str]) -> None:
    """Both change one line, or two; comments of neither are lost."""
    for theirs in CHANGES:
        found, whole = text_of_merge(FACTS, FACTS.replace(*ours), FACTS.replace(*theirs))
        assert package.loads(found.text) == whole
        assert (found.lost, found.is_layout_lost) == ([], False)


def test_comments_within_what_is_said_besides_claims_stay(tmp_path: Path) -> None:
    """Each side adds a voice at the end of a block, where lines clash."""
    voices = "voices:\n  # who asks\n  club: The club  # since 1980\n"
    base = BASE.replace("claims:", f"{voices}claims:")
    ours, theirs = (
        base.replace("since 1980\n", f"since 1980\n  {who}: Said by {who}\n")
        for who in ("town", "school")
    )
    theirs = theirs.replace("The club ", "The swimming club ")
    result = merged(tmp_path, ours, theirs.replace("more.", "less."), base=base)
    assert (result.status, result.err) == (0, "")
    expected = ours.replace("The club ", "The swimming club ").replace("more.", "less.")
    lines = expected.replace("claims:", "  school: Said by school\nclaims:").split("\n")
    assert sorted(result.out.split("\n")) == sorted(lines)


def test_comments_that_cannot_stay_are_named(tmp_path: Path) -> None:
    ours, theirs = (BASE.replace("every year", word) for word in ("often", "\u202enever"))
    result = merged(tmp_path, ours, theirs.replace("more", "less"))
    assert result.out == ours.replace("more", "less")
    reported = "note: 1 comment not kept; put back what is needed\n"
    assert (result.status, result.err) == (0, f"{reported}    theirs:4  # asked \\u202enever\n")


def test_a_layout_that_cannot_stay_is_reported(tmp_path: Path) -> None:
    """Argdown is not edited, so without git nothing is left but to write it anew."""
    base = "[a]: One thing.\n\n\n[b]: Another thing.\n"
    ours = base.replace("One", "Some")
    names = ["base.argdown", "ours.argdown", "theirs.argdown"]
    for name, text in zip(names, (base, ours, base.replace("Another", "No")), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert argmap("merge", *names, cwd=tmp_path).out == ours.replace("Another", "No")
    no_git = argmap("merge", *names, cwd=tmp_path, PATH=str(tmp_path))
    assert (no_git.status, no_git.err) == (0, "note: written in argmap's own layout\n")
    assert no_git.out.endswith("[a]: Some thing.\n\n[b]: No thing.\n")


def test_no_comment_is_mixed_of_two(tmp_path: Path) -> None:
    """Ours renames and remarks what stands beside a claim that theirs removes."""
    few = "  few: {text: Few would come then.}   # so it is\n"
    steps = "  - {from: few, attacks: cost}  # a step\n  - {from: open, attacks: few}\n"
    base = f"""argmap: 1
title: The pool
claims:
  open: {{text: The pool should open earlier.}}   # asked
  cost: {{text: Staff would cost more.}}
  # of the hour
{few}
relations:
{steps}  - {{from: open, supports: cost}}
  - {{from: cost, supports: open}}
"""
    ours = renamed(base).replace("s: cost", "s: price").replace("earlier.", "earlier yet.")
    ours = ours.replace("s: open}\n", "s: open}  # ours\n").replace("is\n", "is\n  # ours too\n")
    theirs = base.replace("pool\n", "pool  # theirs\n").replace("more.}", "more.}  # theirs too")
    theirs = theirs.replace(few, "").replace(steps, "")
    result = merged(tmp_path, ours, theirs, base=base)
    said = (line.partition("#")[2] for side in (ours, theirs) for line in side.split("\n"))
    assert {line.partition("#")[2] for line in result.out.split("\n")} <= set(said)
    assert result.status == 0


@pytest.mark.parametrize("seed", range(8))
def test_each_comment_is_in_the_result_or_named(seed: int, tmp_path: Path) -> None:
    """Comments at random lines, beside fields, names and relations that change."""
    chance = Random(seed)
    sides = [changed(BASE, who, chance) for who in ("ours", "theirs")]
    result = merged(tmp_path, *sides)
    assert result.status < 2
    reported = result.out + result.err
    lost = [
        word for side in sides for word in re.findall(r"# \w+ \d\.", side) if word not in reported
    ]
    assert not lost


def changed(text: str, who: str, chance: Random) -> str:
    """Return a text with comments, each of which says whose it is, and other things changed."""
    edits = [
        ("would", "will", 1),
        ("few, ", "few, note: so, ", 1),
        ("earlier.}", f"earlier., note: {who}}}", 1),
        ("claims:", f"claims:\n  {who}: {{text: Said by {who}.}}", 1),
        ("few", "crowd", -1),
        ("attacks", "supports", 1),
    ]
    for number, (old, new, times) in enumerate(chance.sample(edits, 3)):
        lines = text.replace(old, new, times).split("\n")
        at = chance.randrange(1, len(lines) - 1)
        comment = f"  # {who} {number}."
        if chance.random() < 0.5:
            lines.insert(at, comment)
        elif "#" not in lines[at]:
            lines[at] += comment
        text = "\n".join(lines)
    return text
