"""Attacks that nothing answers."""

from __future__ import annotations

import pytest
from support.checked import found, owners

from argmap import loads


def test_an_attack_on_a_step_and_one_behind_an_answered_one() -> None:
    text = "claims: {t: {text: T., kind: thesis}, a: A., b: B., c: C.}\nrelations:\n"
    steps = "- {from: a, supports: t}\n- {from: b, undercuts: a/t, id: u}\n"
    assert owners("unanswered-attack", text + steps) == ["u"]
    assert owners("unanswered-attack", f"{text}{steps}- {{from: c, undercuts: u}}\n") == []
    assert owners("unanswered-attack", f"{text}{steps}- {{from: c, contradicts: b}}\n") == []


CLAIMS = "argmap: 1\nclaims: {t: {text: T., kind: thesis}, a: A., b: B., c: C.}\nrelations:\n"


@pytest.mark.parametrize(
    ("relation", "message"),
    [
        ("{from: b, attacks: t}", "nothing answers the attack of 'b' on 't'"),
        ("{from: b, attacks: a}", "nothing answers the attack of 'b' on 'a'"),
        ("{from: b, undercuts: a/t}", "nothing answers the undercut of 'b' on 'a/t'"),
        ("{from: [b, c], attacks: t}", "nothing answers the attack of 'b' and 'c' on 't'"),
    ],
)
def test_it_says_what_attacks_what(relation: str, message: str) -> None:
    text = f"{CLAIMS}- {{from: a, supports: t}}\n- {relation}\n"
    assert [each.message for each in found("unanswered-attack", loads(text))] == [message]
