"""The colours of pictures, as a style sheet for the page.

The picture in a page is drawn once, in light colours. Rules that select elements by
these colours replace them on a dark screen.
"""

from __future__ import annotations

from collections.abc import Iterator

from argmap.model import KINDS, RelationKind, Status
from argmap.pictures.colours import COLOURS, Colours
from argmap.pictures.picture import Theme

_LIGHT, _DARK = COLOURS[Theme.LIGHT], COLOURS[Theme.DARK]


def colour_rules() -> str:
    """Return rules for the hue of each kind of relation, for what is pale, and for the picture."""
    return "".join(f"{rule}\n" for rule in (*_rules_of_relations(), *_rules_of_picture()))


def _rules_of_relations() -> Iterator[str]:
    yield f":root {{ --pale: {_both(_LIGHT.pale, _DARK.pale)}; }}"
    for relation in RelationKind:
        colour = _both(_LIGHT.lines[relation], _DARK.lines[relation])
        yield f".{relation} {{ --hue: {colour}; }}"


def _rules_of_picture() -> Iterator[str]:
    pairs = dict(zip(_painted(_LIGHT), _painted(_DARK), strict=True))
    for light, dark in pairs.items():
        for attribute in ("fill", "stroke"):
            yield f'.stage [{attribute}="{light}"] {{ {attribute}: {_both(light, dark)}; }}'


def _painted(colours: Colours) -> Iterator[str]:
    """Yield the colours of a theme, in the same order for each theme."""
    yield from (colours.card, colours.ink, colours.quiet, colours.frame)
    yield from (colours.edge(kind) or colours.card for kind in (*KINDS, "another"))
    yield from (colours.lines[kind] for kind in RelationKind)
    yield from (colours.fill(status) for status in Status)


def _both(light: str | None, dark: str | None) -> str:
    return f"light-dark({light}, {dark})"
