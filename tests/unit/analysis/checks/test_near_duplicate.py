"""Near duplicates are found without comparing any two claims twice."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from argmap import ArgumentMap, Claim, check_map
from argmap.analysis.checks import near_duplicate

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
