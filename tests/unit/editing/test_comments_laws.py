"""No comment is lost or moved by an edit, and no line that is not meant changes its end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise
from random import Random

from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from support.commented import Writer
from support.laws import examples

from argmap import ArgumentMap, Claim, Relation, RelationKind, loads
from argmap.editing.changes import (
    Change,
    with_claim,
    with_fields,
    with_name,
    with_relation,
    without,
)
from argmap.editing.rewriting import rewritten

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_REMARK = re.compile(r"# remark\d+\.")
_BRACKET = re.compile(r"(?:\b(c\d+): *)?([][{}])")
_WORD = re.compile(r"\b[A-Za-z]+\d+\w*")


class Line:
    """A line of a text: the words of its values, its remark, and all of it."""

    def __init__(self, whole: str, names: Mapping[str, str]) -> None:
        """Take a line, and what words are called in another text."""
        code, _, _ = whole.partition("#")
        found = _REMARK.search(whole)
        self.whole = whole
        self.code = code
        self.remark = found.group() if found else None
        self.order = [names.get(word, word) for word in _WORD.findall(code)]
        self.named = set(self.order)
        found_brackets = _BRACKET.findall(code)  # each with the claim that it is for, if it is
        self.brackets = [(names.get(claim, claim), sign) for claim, sign in found_brackets]
        self.own = self.named
        self.indent = len(code) - len(code.lstrip(" "))


def lines_of(text: str, names: Mapping[str, str] | None = None) -> list[Line]:
    lines, section = [], ""
    for whole in _LINE.findall(text):
        line = Line(whole, names or {})
        section = whole.partition(":")[0] if whole[:1].isalpha() else section
        if section == "relations":  # claims that are named there may be in other lines too
            line.own = {word for word in line.named if word[0] == "r" or word.startswith("note")}
        lines.append(line)
    for line, below in pairwise(lines):
        if re.search(r"[|>]\S*$", line.code.rstrip()):  # what it says is in the next line
            line.own = line.own | below.own
    return [line for line in lines if line.whole]


def words_of(lines: list[Line]) -> set[str]:
    return set().union(*(line.own for line in lines))


def check_remarks(before: list[Line], after: list[Line]) -> None:
    """Each remark stays with what it was with, or goes with all of it."""
    old, new = words_of(before), words_of(after)
    kept = {line.remark: line for line in after if line.remark}
    assert len(kept) == sum(line.remark is not None for line in after), "a remark is there twice"
    gone = Counter(line.code for line in before) - Counter(line.code for line in after)
    for number, line in enumerate(before):
        if line.remark is None:
            continue
        now = kept.get(line.remark)
        if now is None:
            assert _goes(before, number, new, gone), f"{line.remark} is lost"
        elif line.own & new:
            assert line.own & now.own, f"{line.remark} moved"
        elif line.own and not re.search(r"[\[\]{},]", line.code):
            assert not now.own & old, f"{line.remark} moved"
        elif not line.code.strip():
            assert not now.code.strip(), f"{line.remark} moved into a line"


def _goes(before: list[Line], number: int, new: set[str], gone: Counter[str]) -> bool:
    """Return whether a remark may go: in, between or under lines or brackets that go."""
    line = before[number]
    is_of_what_goes = bool(line.own) and not line.own & new
    if is_of_what_goes or _bracketed_for(before[:number]) - new:
        return True
    earlier = [word for each in before[: number + 1] for word in each.order if word in each.own]
    later = [word for each in before[number + 1 :] for word in each.order if word in each.own]
    is_gone_above = bool(earlier) and earlier[-1] not in new
    is_gone_below = bool(later) and later[0] not in new
    if line.code.strip():  # at the end of a line, perhaps of one with nothing but signs
        is_opened = line.code.rstrip()[-1] in "[{"
        return is_gone_above or (is_gone_below and (is_opened or not line.own))
    if is_gone_above and is_gone_below:
        return True
    opener = next((each for each in reversed(before[:number]) if each.code.strip()), None)
    if is_gone_below and opener is not None:
        is_sign = not opener.order and (opener.code.strip()[0] == "-" or opener.code in gone)
        if is_sign or opener.code.rstrip()[-1] in "{[":
            return True
    below = next((each for each in before[number + 1 :] if each.code.strip()), None)
    if is_gone_above and below is not None and below.code in gone:
        return True
    indents = []
    for each in reversed(before[:number]):
        if each.own & new or (each.code[:1].isalpha() and each.code not in gone):
            break
        if each.code.strip():
            indents.append(each.indent)
    return is_gone_above and line.indent > min(indents, default=99)


def _bracketed_for(lines: list[Line]) -> set[str]:
    """Return the claims whose brackets are open at the end of some lines."""
    opened: list[str | None] = []
    for line in lines:
        for name, sign in line.brackets:
            if sign in "{[":
                opened.append(name)
            else:
                opened.pop()
    return {name for name in opened if name}


def check_lines(before: list[Line], after: list[Line], meant: set[str]) -> None:
    """Each line with words none of which are meant is as it was, but perhaps for a comma."""
    text = "".join(line.whole for line in after)
    bare = [_bare(line.whole) for line in after]
    at = 0
    for line in before:
        if not line.own & line.named or line.named & meant:
            continue
        if line.whole in text[at:]:
            at = text.index(line.whole, at) + len(line.whole)
        elif _bare(line.whole) not in bare:
            # Brackets share their lines, and the last line of all may get an end.
            is_shared = re.search(r"[\[\]{},]", line.code) or line is before[-1]
            assert is_shared, f"{line.whole!r} is not as it was"
            assert any(line.own <= each.own for each in after), f"{line.whole!r} is not there"


def _bare(whole: str) -> str:
    return re.sub(r"[,\s]*(#|(?=[\r\n]|$))", r"\1", whole, count=1)


def edit(random: Random, argument_map: ArgumentMap) -> tuple[Change, dict[str, str], set[str]]:
    """Return an edit, the words it gives others, and what it is about."""
    claim = random.choice(list(argument_map.claims.values()))
    number = claim.id[1:]
    kind = random.choice(["add", "link", "set", "set", "remove", "rename", "unlink"])
    relation = random.choice([None, *argument_map.relations.values()])
    if kind == "add":
        after = random.choice([None, claim.id])
        new = Claim("new1", "New1 is so.", random.choice([None, "label"]))
        return with_claim(argument_map, new, after=after), {}, set()
    if kind == "link":
        ends = random.choices(list(argument_map.claims), k=2)
        new_one = Relation("rel1", RelationKind.ATTACKS, (ends[0],), ends[1])
        return with_relation(argument_map, new_one), {}, set()
    if kind == "set":
        tags = [tag for tag in claim.tags if random.random() < 0.7]
        for fresh in range(random.randint(0, 2)):
            tags.insert(random.randint(0, len(tags)), f"fresh{fresh}")
        fields = {
            "label": random.choice([None, claim.label, "label99", f"label{number}x too"]),
            "kind": random.choice([None, claim.kind, "kind99"]),
            "note": random.choice([claim.note, None, "A note99: it is."]),
            "tags": tuple(tags),
            "text": random.choice([claim.text, claim.text, f"Text{number}x is not: so."]),
        }
        chosen = random.sample(sorted(fields), random.randint(1, 3))
        change = with_fields(argument_map, claim.id, {name: fields[name] for name in chosen})
        return change, {}, {claim.id}
    if kind == "remove":
        return without(argument_map, {claim.id}), {}, {claim.id}
    if kind == "rename" or relation is None:
        return with_name(argument_map, claim.id, "name77"), {claim.id: "name77"}, {claim.id}
    return without(argument_map, {relation.id}), {}, set()


def check(writer_random: Random, edit_random: Random) -> None:
    text = Writer(writer_random).text
    argument_map = loads(text)
    change, names, about = edit(edit_random, argument_map)
    after = rewritten(text, argument_map, *change)
    assert loads(after) == change.argument_map
    before, now = lines_of(text, names), lines_of(after)
    check_remarks(before, now)
    meant = words_of(before) - words_of(now) | {name for each in names.items() for name in each}
    for claim in about:
        meant |= {word for word in words_of(before) if re.search(rf"[a-z]{claim[1:]}(x|$)", word)}
    fresh = words_of(now) - words_of(before)
    meant |= {word for line in now if line.own & fresh for word in line.named}
    check_lines(before, now, meant)


@examples(150, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.randoms(use_true_random=False))
def test_remarks_and_lines_stay(writing: Random, editing: Random) -> None:
    check(writing, editing)
