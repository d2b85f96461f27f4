"""Attacks that nothing answers."""

from __future__ import annotations

from support.checked import owners


def test_an_attack_on_a_step_and_one_behind_an_answered_one() -> None:
    text = "claims: {t: {text: T., kind: thesis}, a: A., b: B., c: C.}\nrelations:\n"
    steps = "- {from: a, supports: t}\n- {from: b, undercuts: a/t, id: u}\n"
    assert owners("unanswered-attack", text + steps) == ["u"]
    assert owners("unanswered-attack", f"{text}{steps}- {{from: c, undercuts: u}}\n") == []
    assert owners("unanswered-attack", f"{text}{steps}- {{from: c, contradicts: b}}\n") == []
