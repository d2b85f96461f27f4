"""Near duplicates are found without comparing any two claims twice."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.checked import found
from support.laws import examples

from argmap import ArgumentMap, Claim
from argmap.analysis.checks import check_map, near_duplicate

WORDS = [f"word{number}x" for number in range(600)]


def test_no_two_claims_are_compared_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many rare words they share; and that is no more than is needed."""
    real, compared = near_duplicate._are_alike, Counter[frozenset[frozenset[str]]]()

    def counting(one: frozenset[str], other: frozenset[str]) -> bool:
        compared[frozenset({one, other})] += 1
        return real(one, other)

    monkeypatch.setattr(near_duplicate, "_are_alike", counting)
    random = Random(1)
    texts = [" ".join(random.sample(WORDS[:400], 300)) for _ in range(20)]  # none is like another
    argument_map = ArgumentMap([Claim(f"c{at}", text) for at, text in enumerate(texts)], [])
    assert check_map(argument_map, ["near-duplicate"]).findings == ()
    assert set(compared.values()) == {1}


def test_the_nearest_of_many_is_among_those_compared() -> None:
    """Though many more share some rare word with it."""
    twin = " ".join(WORDS[:100])
    others = [" ".join([*WORDS[at : at + 3], *WORDS[200 + at :: 7]]) for at in range(90)]
    claims = [Claim("twin", f"{twin} one"), *(Claim(f"c{n}", t) for n, t in enumerate(others))]
    argument_map = ArgumentMap([*claims, Claim("other", f"{twin} two")], [])
    found = check_map(argument_map, ["near-duplicate"]).findings
    assert ("other", ("twin",)) in [(each.found.owner, each.found.related) for each in found]


laws = examples(30)

_texts = st.lists(st.sampled_from("abcdefgh"), min_size=4, max_size=8).map(" ".join)


@given(st.lists(_texts, max_size=8))
@laws
def test_near_duplicates_are_those_that_comparing_all_pairs_gives(texts: list[str]) -> None:
    m = ArgumentMap(Claim(f"c{number}", text) for number, text in enumerate(texts))
    expected = []
    for number, text in enumerate(texts):
        one = set(text.split())
        others = (set(other.split()) for other in texts[:number])
        alike = [other for other in others if 0.8 <= len(one & other) / len(one | other) < 1]
        if alike and len(one) >= 5 and max(map(len, alike)) >= 5:
            expected.append(f"c{number}")
    assert [each.owner for each in found("near-duplicate", m)] == expected
