"""The spellings of the name of a scheme."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.analysis.schemes.catalogue import canonical_name, foreign_name, packaged, usual_name
from argmap.analysis.schemes.names import key
from argmap.model.scheme import Scheme

SPELLINGS = {
    "expert opinion": [
        "Argument From Expert Opinion",
        "argument from expert opinion",
        "expert-opinion",
        "expert_opinion",
        "ExpertOpinion",
        "EXPERT_OPINION",
        "expert opinions",
        "  Expert   Opinion ",
        "argument from an expert opinion scheme",
    ],
    "position to know": ["PositionToKnow", "Position to Know", "POSITION_TO_KNOW"],
    "cause to effect": ["CauseToEffect", "Argument From Cause To Effect"],
    "evidence to hypothesis": ["argument from evidence to a hypothesis", "EvidenceToHypothesis"],
    "abduction": ["abductive argument", "Inference to the Best Explanation"],
    "values": ["Argument from value", "PositiveValues"],
    "slippery slope": ["Causal Slippery Slope", "slippery slope argument"],
    "alternatives": ["From-alternatives", "Argument from Alternatives"],
}


@pytest.mark.parametrize("usual", SPELLINGS)
def test_spellings_are_one_name(usual: str) -> None:
    for spelling in SPELLINGS[usual]:
        assert canonical_name(spelling) == usual


def test_unknown_names_stay_as_they_are() -> None:
    for name in ("", "72", "Rule 9", "argument", "the", "from", "argument from"):
        assert canonical_name(name) == name
        assert foreign_name(name) == name


def test_near_names() -> None:
    assert packaged().near("exprt opinion")[0] == "expert opinion"
    assert packaged().near("expret")[0] == "expert opinion"
    assert packaged().near("xyzzy") == []


_WORDS = st.sampled_from(
    ["Argument", "from", "the", "a", "Expert", "opinions", "SCHEME", "ss", "values", "é", "ß", "1"]
)
_GAPS = st.sampled_from([" ", "-", "_", "  ", " - ", "/"])


@given(st.lists(_WORDS, max_size=5), st.lists(_GAPS, min_size=4, max_size=4))
def test_a_key_does_not_depend_on_case_and_gaps(words: list[str], gaps: list[str]) -> None:
    plain = " ".join(words)
    other = "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=False))
    assert key(other) == key(plain) == key(plain.upper()) == key(key(plain))


@given(st.text(max_size=20))
def test_a_key_is_its_own_key(name: str) -> None:
    assert key(key(name)) == key(name)


@pytest.mark.parametrize("scheme", [*packaged()], ids=usual_name)
def test_every_name_of_a_scheme_finds_it(scheme: Scheme) -> None:
    for name in (scheme.id, usual_name(scheme), *scheme.names):
        assert packaged().find(name) is scheme
    assert canonical_name(foreign_name(usual_name(scheme))) == usual_name(scheme)
