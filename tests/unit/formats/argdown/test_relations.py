"""Relations of Argdown."""

from __future__ import annotations

import pytest
from support.argdown import read, relations

from argmap import (
    ArgumentMap,
    Claim,
    Relation,
    RelationKind,
    dumps,
    loads,
)
from argmap.formats import Losses


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


def test_in_strict_mode_statements_contradict() -> None:
    text = "===\nmodel:\n  mode: strict\n===\n\n[A]\n  - [B]\n  -> [B]\n  - <C>\n"
    assert relations(text) == ["B contradicts A", "C attacks A"]


def test_a_contradiction_said_both_ways_is_said_once() -> None:
    both = [Relation(f"{a}/{b}", RelationKind.CONTRADICTS, (a,), b) for a, b in ("ab", "ba")]
    losses = Losses()
    text = dumps(ArgumentMap([Claim("a", "A."), Claim("b", "B.")], both), "argdown", losses)
    assert dict(losses.counts) == {"contradiction given twice": 1}
    assert len(loads(text, "argdown").relations) == 1
