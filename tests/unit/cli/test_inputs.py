"""Which texts say that they are maps, however broken they are."""

from __future__ import annotations

import pytest

from argmap.cli._inputs import says_it_is_map


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nclaims: [",
        "# A comment.\n'argmap' : 1\n",
        "\ufeffargmap: 1\n",
        '{"title": "a } in a text", "argmap": 1, "claims": {"a": }}',
        '{"claims": {"argmap": {"text": "A."}}, "argmap":1',
        "{argmap: 1, claims: {",
        "argmap: 1\ntitle: \udcff\n",
    ],
)
def test_a_key_on_the_top_level_says_so(text: str) -> None:
    assert says_it_is_map(text.encode(errors="surrogateescape"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# argmap: 1\njobs: {}\n",
        "jobs:\n  argmap: 1\n",
        "run: argmap check\n",
        '{"dependencies": {"argmap": 1}}',
        '[{"argmap": 1}]',
        '{"x": "argmap: 1", "my-argmap": 1}',
        "{my-argmap: 1}",
        "\udcff",
    ],
)
def test_the_word_elsewhere_does_not(text: str) -> None:
    assert not says_it_is_map(text.encode(errors="surrogateescape"))


@pytest.mark.parametrize("text", ['{"a": "' + '\\"x' * 500_000, "{" * 1_000_000, "[{" * 500_000])
def test_a_big_text_is_looked_through_once(text: str) -> None:
    assert not says_it_is_map(text.encode())
