"""Whom a rule speaks of, and in which words: one claim or several, a map or a part of it."""

from __future__ import annotations

import pytest
from support.checked import found, owners

from argmap import loads

A_B_C = "claims: {a: A., b: B., c: C.}\nrelations:\n"
VOICES = "voices: {x: X}\nclaims: {a: {text: A., voice: y}, b: {text: B., voice: y}}\n"
LABEL = f"claims: {{a: {{text: {'A long text. ' * 9}, label: {'x' * 61}}}}}\n"
WEIGHT = "claims: {a: {text: A., weight: 1}, b: B., c: C.}\nrelations:\n- {from: b, supports: c}\n"
STRENGTH = f"{WEIGHT}expect: {{df-quad: {{strengths: {{a: 1}}}}}}\n"
WORDS = "claims: {a: Nuclear, b: Coal, c: Gas}\nrelations: [{from: a, attacks: b}]\n"
STOPS = "claims: {a: One is., b: Two is., c: Three is., d: Four, e: Five is}\n"
UNDERCUT = f"{A_B_C}- {{from: [a, b], supports: c, id: step}}\n"
BACKED = f"{A_B_C}- {{from: b, supports: a}}\n- {{from: a, supports: b/a, id: back}}\n"


NOT = (
    "claims: {aB: A b., bC: B., cD: C., dE: D., eF: E., fG: F., gH: G., hI: H., iJ: I., ¬aB: J.}\n"
)


PLACES = "source: {title: T}\nclaims: {a: A., b: {text: B., implicit: true}, c: C.}\n"
CHAINS = f"{A_B_C}- {{from: a, attacks: b}}\n- {{from: b, attacks: c}}\n- {{from: a, %s: c}}\n"


REPORTED = [
    ("not-a-sentence", WORDS, []),
    ("not-a-sentence", STOPS, ["d"]),
    ("not-a-sentence", STOPS.replace("Four", "Four is."), ["e"]),
    ("support-and-attack", f"{UNDERCUT}- {{from: b, undercuts: step}}\n", ["b/step"]),
    (
        "support-and-attack",
        f"{UNDERCUT}- {{from: c, supports: step, id: s}}\n- {{from: c, undercuts: step}}\n",
        ["c/step"],
    ),
    ("circular-support", BACKED, ["a"]),
    ("odd-id", NOT, []),
    ("ground-without-place", PLACES, [None]),
    ("ground-without-place", PLACES.replace("a: A., ", "").replace(", c: C.", ""), []),
    ("mixed-chains", CHAINS % "attacks", []),
    ("mixed-chains", f"{CHAINS % 'attacks'}- {{from: c, supports: a}}\n", ["a"]),
    ("bundled-claims", "claims: {a: It is late; we go.}\n", ["a"]),
    (
        "implicit-alone",  # a is a conclusion left unsaid, d is a premise left unsaid
        (
            "claims: {a: {text: A., implicit: true}, b: B., c: C., d: {text: D., implicit: true}}\n"
            "relations: [{from: b, supports: a}, {from: a, supports: c}, {from: d, supports: c}]\n"
        ),
        ["d/c"],
    ),
    ("ground-without-place", "claims: {a: {text: A., at: 1}, b: B.}\n", ["b"]),
    ("idle-weight", f"{WEIGHT}- {{from: a, supports: b/c}}\n", ["a"]),
    ("idle-weight", STRENGTH, []),
    ("implicit-grounds", "claims: {a: {text: A., implicit: true}, b: B.}\n", []),
    ("island", "claims: {a: A., b: B.}\n", [None]),
    ("long-label", LABEL, ["a"]),
    (
        "mixed-chains",
        (
            f"{A_B_C}- {{from: a, attacks: b}}\n"
            "- {from: b, attacks: c}\n- {from: a, supports: c}\n"
        ),
        [],
    ),
    (
        "mixed-chains",
        (
            f"{A_B_C}- {{from: a, attacks: b}}\n"
            "- {from: b, supports: c}\n- {from: a, supports: c}\n"
        ),
        ["a"],
    ),
    (
        "mixed-chains",
        (
            f"{A_B_C}- {{from: a, supports: b}}\n"
            "- {from: b, attacks: b}\n- {from: a, supports: c}\n"
        ),
        [],
    ),
    ("not-a-sentence", "claims: {a: Word, b: Why so?, c: 漢字, d: 'Two words.'}\n", ["a", "b"]),
    ("odd-id", "claims: {a-b: A., c-d: B., eF: C.}\n", []),
    (
        "support-and-attack",
        f"{A_B_C}- {{from: a, supports: b}}\n- {{from: b, contradicts: a}}\n",
        ["b/a"],
    ),
    ("unnamed-voice", VOICES, ["a"]),
]


@pytest.mark.parametrize(("code", "text", "expected"), REPORTED)
def test_whom_a_rule_speaks_of(code: str, text: str, expected: list[str | None]) -> None:
    assert owners(code, text) == expected


def said(code: str, text: str) -> list[str]:
    """Return what one rule says of a map without its first line."""
    return [each.message for each in found(code, loads(f"argmap: 1\n{text}"))]


def test_one_claim_and_several_are_spoken_of_in_their_number() -> None:
    implicit = "claims: {a: {text: A., implicit: true}, b: {text: B., implicit: true}, c: C.}\n"
    alone = f"{implicit}relations: [{{from: a, attacks: c}}, {{from: [a, b], supports: c}}]\n"
    assert said("implicit-alone", alone) == [
        "only the implicit claim 'a' attacks 'c'",
        "only the implicit claims 'a' and 'b' support 'c'",
    ]
    assert said("circular-support", f"{A_B_C}- {{from: a, supports: a}}\n") == [
        "'a' supports itself"
    ]
    assert said("circular-support", BACKED) == ["'a' supports itself through the step 'b/a'"]
