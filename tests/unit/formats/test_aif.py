"""AIF JSON, read and written."""

from __future__ import annotations

from hypothesis import given, settings
from strategies import argument_maps

from argmap import ArgumentMap, dumps, loads
from argmap.formats import Losses

laws = settings(deadline=None, max_examples=150)


@given(argument_maps())
@laws
def test_what_is_written_is_read_back_with_nothing_lost(m: ArgumentMap) -> None:
    losses = Losses()
    text = dumps(m, "aif", losses)
    assert loads(text, "aif", losses=losses) == m
    assert not losses.counts
