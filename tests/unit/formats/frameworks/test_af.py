"""AF: numbers, and the names that comments give them."""

from __future__ import annotations

import pytest
from support.frameworks import pairs, read

from argmap import (
    ArgumentMap,
    Claim,
    dumps,
)
from argmap.formats import Losses


def test_numbers_may_have_zeros_before_them() -> None:
    assert pairs(read("p af 12\n01 012\n", "af")[0]) == [("1", "12")]


def test_ids_that_are_the_numbers_already_are_kept_by_af() -> None:
    losses = Losses()
    dumps(ArgumentMap([Claim("1", "1"), Claim("2", "2")]), "af", losses)
    assert not losses.counts


@pytest.mark.parametrize(
    ("text", "texts"),
    [
        ("p af 3\n# rain\n# sun\n#snow\n1 2\n", ["rain", "sun", "snow"]),
        ("# made for a test\np af 2\n\n# 2\n# 1\n1 2\n# done\n", ["2", "1"]),
        ("p af 2\n# 2 The sun shines. \n# 1 It rains, 3 days on\n1 2\n", None),
        ("# two of them\np af 2\n1 2\n# 1 It rains, 3 days on\n# 2 The sun shines.\n", None),
    ],
)
def test_comments_that_name_every_argument_are_texts(text: str, texts: list[str] | None) -> None:
    m, lost = read(text, "af")
    expected = texts or ["It rains, 3 days on", "The sun shines."]
    assert [claim.text for claim in m.claims.values()] == expected
    assert list(m.claims) == [f"{number}" for number in range(1, len(expected) + 1)]
    assert sum(lost.values()) == text.count("#") - len(expected)
    name = expected[1]
    place = m.locations["2"]
    assert text.splitlines()[place.line - 1][place.column - 1 :].startswith(name)


@pytest.mark.parametrize(
    "comments",
    [
        "# one\n",
        "# one\n# two\n# three\n",
        "# one\n# one\n",
        "# one\n# and two\n",
        "# 1 one\n# 1 two\n",
        "# 1 one\n# 3 two\n",
        "#\n#\n",
    ],
)
def test_other_comments_name_nothing(comments: str) -> None:
    m, lost = read(f"p af 2\n{comments}1 2\n", "af")
    assert [claim.text for claim in m.claims.values()] == ["1", "2"]
    assert lost == {"comment": comments.count("#")}
