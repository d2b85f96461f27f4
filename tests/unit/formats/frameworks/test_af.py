"""AF: numbers."""

from __future__ import annotations

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
