"""Premise-conclusion structures of Argdown."""

from __future__ import annotations

import pytest
from support.argdown import read, relations


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
    assert lost == {"tag of an argument with premises": 1, "data entry": 1}


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


def test_a_structure_after_a_whole_one_is_another_argument() -> None:
    text = "<A>\n\n(1) a\n----\n(2) b\n\n(1) c\n----\n(2) d\n\n(3) e\n----\n(4) f\n"
    m, _ = read(text)
    assert relations(text) == ["a supports b", "c supports d", "e supports f"]
    assert list(m.relations) == ["A", "c/d", "e/f"]
    apart = "(1) a\n\n(2) b\n----\n\n(3) c\n"
    assert relations(apart) == ["a+b supports c"]


@pytest.mark.parametrize("head", ["<A>", "<A>: A short form\nof it.", "<A>\n  +> [T]", "<A> #tag"])
@pytest.mark.parametrize("between", ["\n\n", "\n", "\n  ", "\n\n  "])
@pytest.mark.parametrize(
    "labels", [("(1)", "(2)", "(3)"), ("(P1)", "(P2)", "(C)"), ("P1.", "P2.", "C.")]
)
def test_a_structure_below_an_argument_is_its_own(
    head: str, between: str, labels: tuple[str, str, str]
) -> None:
    one, two, three = labels
    m, _ = read(f"{head}{between}{one} p\n{two} q\n----\n{three} c\n\n<B>\n(1) r\n----\n(2) s\n")
    assert not {"A", "B"} & m.claims.keys()
    assert (m.relations["A"].premises, m.relations["A"].target) == (("p", "q"), "c")
    assert (m.relations["B"].premises, m.relations["B"].target) == (("r",), "s")
