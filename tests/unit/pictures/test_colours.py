"""Colours of a picture: mixed, faded, and readable."""

from __future__ import annotations

import re

import pytest

from argmap.pictures.colours import COLOURS, FILLS, mixed
from argmap.pictures.picture import Theme, Tone


@pytest.mark.parametrize(
    ("share", "expected"), [(1, "#ff8000"), (0, "#0000ff"), (0.5, "#804080"), (0.25, "#4020bf")]
)
def test_a_mixture_is_between_two_colours(share: float, expected: str) -> None:
    assert mixed("#ff8000", "#0000ff", share) == expected


@pytest.mark.parametrize("theme", Theme)
def test_what_is_dimmed_fades_into_the_ground_and_nothing_else_does(theme: Theme) -> None:
    colours = COLOURS[theme]
    faded = mixed(colours.ink, colours.ground, 0.38)
    assert colours.toned(colours.ink, Tone.DIMMED) == faded != colours.ink
    assert colours.toned(colours.ink, Tone.LIT) == colours.ink
    assert colours.toned(colours.ink, Tone.PLAIN) == colours.ink


@pytest.mark.parametrize("theme", Theme)
def test_each_kind_has_its_band_and_others_share_one(theme: Theme) -> None:
    colours = COLOURS[theme]
    bands = [colours.band(kind) for kind in FILLS]
    assert len({*bands}) == len(FILLS)
    assert colours.band("oddity") == colours.band("another") == colours.bands[None]
    assert colours.band(None) is None


def test_cards_are_tinted_but_on_paper() -> None:
    light, paper = COLOURS[Theme.LIGHT], COLOURS[Theme.PRINT]
    assert light.fill(None) == light.card
    assert light.fill("thesis") == mixed(FILLS["thesis"], light.card, 0.35)
    assert light.fill("oddity") == mixed("#d9d9d9", light.card, 0.35)
    assert {paper.fill(kind) for kind in (*FILLS, "oddity", None)} == {paper.card}


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    low, high = sorted(map(luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", Theme)
def test_words_and_lines_can_be_read(theme: Theme) -> None:
    colours = COLOURS[theme]
    for kind in (None, *FILLS, "oddity"):
        assert contrast(colours.ink, colours.fill(kind)) >= 7
        for status in colours.statuses.values():
            assert contrast(status, colours.fill(kind)) >= 3
    assert contrast(colours.quiet, colours.ground) >= 4.5
    for line in colours.lines.values():
        assert contrast(line, colours.ground) >= 3


@pytest.mark.parametrize("theme", Theme)
def test_colours_are_colours_and_greys_differ(theme: Theme) -> None:
    colours = COLOURS[theme]
    mappings = (colours.lines, colours.statuses, colours.bands)
    found = [value for value in colours if isinstance(value, str)]
    found += [value for each in mappings for value in each.values()]
    assert [value for value in found if not re.fullmatch("#[0-9a-f]{6}", value)] == []
    assert len({*colours.bands.values()}) == len(colours.bands)
