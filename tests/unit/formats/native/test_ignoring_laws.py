"""What a map says to ignore: where it may stand, and what becomes of it."""

from __future__ import annotations

import pytest
from support.damage import errors_in, marked

from argmap import ArgmapError, ArgumentMap, Claim, dumps, loads
from argmap.formats import Losses
from argmap.model import Ignored

TEXT = """argmap: 1
ignore:
  odd-id: These are the ids of the letter.
claims:
  a:
    text: A.
    ignore:
      island: "no"
      a-rule-of-tomorrow: Said by the way.
  b:
    text: B.
relations:
  - {from: a, supports: b, id: step, ignore: {repeated-relation: It is made twice.}}
"""
IGNORED = (
    Ignored("odd-id", "These are the ids of the letter."),
    Ignored("island", "no", "a"),
    Ignored("a-rule-of-tomorrow", "Said by the way.", "a"),
    Ignored("repeated-relation", "It is made twice.", "step"),
)


def test_it_is_read_where_it_stands_and_written_there_again() -> None:
    m = loads(TEXT)
    assert m.ignored == IGNORED
    assert dumps(m) == TEXT
    assert loads(dumps(m, "json"), "json") == m


def test_a_map_has_it_in_the_order_of_its_claims_and_relations_and_the_last_of_two() -> None:
    m = loads(TEXT)
    parts = (m.claims.values(), m.relations.values())
    twice = [*IGNORED[::-1], Ignored("island", "no", "a")]
    again = ArgumentMap(*parts, ignored=twice)
    assert set(again.ignored) == set(IGNORED)
    assert [each.owner for each in again.ignored] == [None, "a", "a", "step"]
    assert ArgumentMap(*parts) != again
    with pytest.raises(ArgmapError, match="'c'"):
        ArgumentMap(*parts, ignored=[Ignored("island", "a reason", "c")])


def test_a_part_keeps_what_is_ignored_of_it() -> None:
    assert loads(TEXT).restricted_to(["a"]).ignored == IGNORED[:3]
    assert loads(TEXT).restricted_to(["b"]).ignored == IGNORED[:1]


@pytest.mark.parametrize("format", ["aif", "argdown", "csv", "dot", "graphml", "kialo", "tgf"])
def test_other_formats_count_it_as_lost(format: str) -> None:
    m = ArgumentMap([Claim("a", "A.")], ignored=[Ignored("island", "alone", "a")])
    losses = Losses()
    try:
        dumps(m, format, losses)
    except ArgmapError as error:
        assert format in {"kialo", "tgf"}, error  # noqa: PT017 not written at all
        return
    assert (1, "rule ignored with a reason") in losses.items()


@pytest.mark.parametrize(
    "text",
    [
        "argmap: 1\nignore: «wrong-type»[island]\n",
        "argmap: 1\nignore: {island: «empty-text»''}\n",
        "argmap: 1\nignore: {island: «wrong-type», b: «wrong-type»1}\n",
        "argmap: 1\nclaims: {a: {text: A., ignore: «wrong-type»island}}\n",
        "argmap: 1\nclaims: {a: {text: A., ignore: {island: «wrong-type»true}}}\n",
        "argmap: 1\nclaims: {a: {text: A., «unknown-key»ignored: {island: x}}}\n",
    ],
)
def test_an_error_is_reported_at_its_place(text: str) -> None:
    plain, expected = marked(text)
    assert errors_in(plain) == expected
