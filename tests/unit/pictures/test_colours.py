"""Colours of a picture: mixed, faded, and readable."""

from __future__ import annotations

import re

import pytest

from argmap.model import KINDS, Status
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
def test_each_kind_has_its_edge_and_others_share_one(theme: Theme) -> None:
    colours = COLOURS[theme]
    edges = [colours.edge(kind) for kind in (*KINDS, "oddity")]
    assert len({*edges}) == len(KINDS) + 1
    by_contrast = [contrast(edge, colours.card) for edge in edges if edge]
    assert by_contrast == sorted(by_contrast, reverse=True)  # a thesis stands out most
    assert colours.edge("oddity") == colours.edge("another")
    assert colours.edge(None) is None


@pytest.mark.parametrize("theme", Theme)
def test_a_card_is_tinted_by_its_status_alone(theme: Theme) -> None:
    colours = COLOURS[theme]
    assert colours.fill(None) == colours.fill(Status.IN) == colours.card
    steps = [
        contrast(colours.fill(status), colours.card) for status in (Status.UNDECIDED, Status.OUT)
    ]
    assert 1.05 < steps[0] < steps[1]


def hue(colour: str) -> float:
    """Return how far a colour is from a grey, from 0 to 1."""
    parts = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return (max(parts) - min(parts)) / 255


@pytest.mark.parametrize("theme", Theme)
def test_only_relations_have_a_hue(theme: Theme) -> None:
    colours = COLOURS[theme]
    greys = [colours.ground, colours.card, colours.ink, colours.quiet, colours.frame]
    greys += [*FILLS.values(), *colours.tints.values()]
    greys += [colours.edge(kind) or "" for kind in (*KINDS, "oddity")]
    assert max(map(hue, greys)) < 0.1


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
    for status in (None, *Status):
        assert contrast(colours.ink, colours.fill(status)) >= 7
        assert contrast(colours.quiet, colours.fill(status)) >= 4.5
    assert contrast(colours.quiet, colours.ground) >= 4.5
    for line in colours.lines.values():
        assert contrast(line, colours.ground) >= 3


@pytest.mark.parametrize("theme", Theme)
def test_colours_are_colours(theme: Theme) -> None:
    colours = COLOURS[theme]
    mappings = (colours.lines, colours.tints)
    found = [value for value in colours if isinstance(value, str)]
    found += [value for each in mappings for value in each.values()]
    assert [value for value in found if not re.fullmatch("#[0-9a-f]{6}", value)] == []
