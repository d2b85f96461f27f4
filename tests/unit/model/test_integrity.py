"""The rules of a map: what is said where one is broken, and what to do."""

from __future__ import annotations

import pytest

from argmap import Claim, InvalidMapError, Relation, RelationKind, loads
from argmap.model.integrity import faults

S, A, U = RelationKind.SUPPORTS, RelationKind.ATTACKS, RelationKind.UNDERCUTS
C = RelationKind.CONTRADICTS
CLAIMS = {name: Claim(name, f"{name} holds.") for name in ("first", "second", "third")}
STEP = Relation("step", S, ("second",), "first")


@pytest.mark.parametrize(
    ("relation", "expected"),
    [
        (
            Relation("first", S, ("second",), "third"),
            (
                *("duplicate-id", "relation id 'first' is already the id of a claim"),
                *("id", None, "give this relation an id of its own: id: …"),
            ),
        ),
        (
            Relation("step", S, ("second",), "third"),
            (
                *("duplicate-id", "relation id 'step' is used twice"),
                *("id", None, "give this relation an id of its own: id: …"),
            ),
        ),
        (
            Relation("r", S, ("second", "frist"), "third"),
            ("dangling-id", "there is no claim 'frist'", "from", 1, "did you mean 'first'?"),
        ),
        (
            Relation("r", A, ("second",), "thrid"),
            ("dangling-id", "there is no claim 'thrid'", "target", None, "did you mean 'third'?"),
        ),
        (
            Relation("r", U, ("third",), "stepp"),
            ("dangling-id", "there is no relation 'stepp'", "target", None, "did you mean 'step'?"),
        ),
        (
            Relation("r", S, ("step",), "third"),
            (
                *("premise-is-relation", "'step' is a relation; a relation starts from claims"),
                *("from", 0, None),
            ),
        ),
        (
            Relation("r", U, ("third",), "first"),
            (
                *("undercuts-claim", "'first' is a claim; only a relation can be undercut"),
                *("target", None, "to deny a step, name its relation: 'step'"),
            ),
        ),
        (
            Relation("r", U, ("first",), "third"),
            (
                *("undercuts-claim", "'third' is a claim; only a relation can be undercut"),
                *("target", None, "use attacks"),
            ),
        ),
        (
            Relation("r", A, ("third",), "step"),
            (
                *("target-is-relation", "'step' is a relation; attacks needs a claim"),
                *("target", None, "to deny a step, use undercuts"),
            ),
        ),
        (
            Relation("r", C, ("third",), "step"),
            (
                *("target-is-relation", "'step' is a relation; contradicts needs a claim"),
                *("target", None, None),
            ),
        ),
        (
            Relation("r", S, ("second", "second"), "third"),
            ("duplicate-premise", "premise 'second' is named twice", "from", 1, None),
        ),
        (
            Relation("r", C, ("first", "second"), "third"),
            (
                "linked-symmetric",
                "contradicts holds between two claims, so it has one premise",
                *("from", None, None),
            ),
        ),
        (
            Relation("r", C, ("third",), "third"),
            ("self-relation", "'third' contradicts itself", "target", None, None),
        ),
    ],
)
def test_a_broken_rule_is_said_with_what_to_do(
    relation: Relation, expected: tuple[object, ...]
) -> None:
    found = [
        (each.code, each.message, each.field, each.part, each.hint)
        for each in faults(CLAIMS, [STEP, relation])
    ]
    assert found == [expected]


@pytest.mark.parametrize(
    "relation",
    [
        Relation("r", U, ("third",), "step"),
        Relation("r", S, ("third",), "step"),
        Relation("r", S, ("second", "third"), "first"),
        Relation("r", S, ("unread",), "first"),
        Relation("r", A, ("third",), "unread"),
        Relation("r", A, ("third",), "third"),
    ],
)
def test_what_is_right_or_could_not_be_read_breaks_none(relation: Relation) -> None:
    assert list(faults(CLAIMS, [STEP, relation], elsewhere={"unread"})) == []


def test_of_many_steps_into_a_claim_three_are_named() -> None:
    steps = [Relation(f"s{number}", S, ("second",), "first") for number in range(5)]
    (found,) = faults(CLAIMS, [*steps, Relation("u", U, ("third",), "first")])
    assert found.hint == "to deny a step, name its relation: 's0' or 's1' or 's2'"


@pytest.mark.parametrize(
    ("expect", "message", "hint"),
    [
        (
            "{in: [second/first]}",
            "'second/first' is a relation; name a claim",
            "it starts from 'second'",
        ),
        ("{in: [frist]}", "there is no claim 'frist'", "did you mean 'first'?"),
        ("{in: [first], out: [first]}", "what grounded makes of 'first' is expected twice", None),
    ],
)
def test_what_cannot_be_expected_is_said(expect: str, message: str, hint: str | None) -> None:
    text = (
        "argmap: 1\nclaims: {first: F., second: S.}\n"
        f"relations: [{{from: second, supports: first}}]\nexpect: {{grounded: {expect}}}\n"
    )
    with pytest.raises(InvalidMapError) as caught:
        loads(text)
    (found,) = caught.value.diagnostics
    assert (found.message, found.hint) == (message, hint)
