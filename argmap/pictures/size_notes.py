"""Notes on pictures that are too big to be read, or to be sharp."""

from __future__ import annotations

from collections.abc import Iterator

from argmap.pictures.graphviz import LONGEST, MOST_PIXELS

# Points: 200 inches, the most that a PDF can have (ISO 32000-1, annex C).
_LONGEST_SIDE = 14_400
_METRE = 72 / 0.0254  # points
_USUAL = 1.99  # pixels for a point; a little is lost to whole pixels
_FULL = 0.99  # of what a bitmap may have, at least, in one that is less sharp for its size
_WIDTH, _HEIGHT = slice(16, 20), slice(20, 24)  # in a PNG (https://www.w3.org/TR/png/#11IHDR)


def size_notes(width: float, height: float, data: bytes, format: str) -> Iterator[str]:
    """Yield sentences on a picture of a width and a height in points, and a format."""
    if max(width, height) > _LONGEST_SIDE:
        yield (
            f"the picture is {width / _METRE:.1f} metres wide and {height / _METRE:.1f} high; "
            "the part around a claim is easier to read: argmap export CLAIM --depth 2"
        )
    if format == "png":
        yield from sharpness_notes(width, height, data)


def sharpness_notes(width: float, height: float, png: bytes) -> Iterator[str]:
    """Yield a sentence where a PNG has fewer pixels than usual for a width and a height."""
    across, down = (int.from_bytes(png[part]) for part in (_WIDTH, _HEIGHT))
    sharpness = max(across, down) / max(width, height)
    # Letters are measured anew when they are drawn, so the size alone says too little.
    is_full = max(max(across, down) / LONGEST, across * down / MOST_PIXELS) > _FULL
    if is_full and sharpness < _USUAL:
        yield (
            f"the png has {sharpness:.2f} pixels a point, where 2 are usual, as it would be "
            "too big; svg and pdf are sharp at any size"
        )
