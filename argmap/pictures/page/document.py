"""The SVG of a sheet, with what screen readers, search and highlighting need.

It has ``<title>``, ``<desc>`` and one ``<g>``, in which are the grounds; for each relation
``<g class="relation KIND" id="picture-relation-N" data-relation="ID" data-premises="ID ID…"
data-target="ID" role="graphics-symbol img">`` and for each claim ``<g class="claim KIND"
id="picture-claim-N" data-claim="ID" role="graphics-symbol img">``, each with a ``<title>``
first, ``N`` from 1 in the order of the file, as in a picture of cards; and title, legend and
notes: ``<g class="head">``. What is highlighted is ``lit``, all else ``dimmed``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from argmap.model.text import one_line
from argmap.pictures.captions import (
    claim_attributes,
    claim_caption,
    described,
    relation_attributes,
    relation_caption,
)
from argmap.pictures.page.canvas import Canvas
from argmap.pictures.page.shapes import number

_NAMESPACE = "http://www.w3.org/2000/svg"
_ROLES = (
    ' role="graphics-document document" aria-roledescription="argument map" '
    'aria-labelledby="picture-title picture-description"'
)


def document(canvas: Canvas, which: int) -> str:
    """Return a sheet that is painted as an ``<svg>`` element."""
    width, height = number(canvas.laid.frame.width), number(canvas.places.height(which))
    layers, is_bare = canvas.sheet(which), canvas.dialect.is_bare
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    ground = canvas.colours.ground
    front = layers.front if is_bare else ['<g class="head">', *layers.front, "</g>"]
    return "\n".join(
        (
            f'<svg xmlns="{_NAMESPACE}" class="argmap" {size}{"" if is_bare else _ROLES}>',
            *([] if is_bare else _title(canvas)),
            f'<g font-family="{canvas.dialect.fonts}">',
            f'<rect class="ground" width="{width}" height="{height}" fill="{ground}"/>',
            *layers.ground,
            *_relations(canvas, layers.relations),
            *_claims(canvas, layers.claims),
            *front,
            "</g>",
            "</svg>",
        )
    )


def _title(canvas: Canvas) -> Iterator[str]:
    title = one_line(canvas.laid.map.title or "An argument map")
    said = described(canvas.laid.map, canvas.picture, "rows of text")
    yield f'<title id="picture-title">{escape(title, quote=False)}</title>'
    yield f'<desc id="picture-description">{escape(said, quote=False)}</desc>'


def _relations(canvas: Canvas, drawn: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if canvas.dialect.is_bare:
        yield from (shape for some in drawn.values() for shape in some)
        return
    for count, relation in enumerate(canvas.laid.map.relations.values(), 1):
        if relation.id in drawn:
            attributes = relation_attributes(count, relation, canvas.picture)
            yield from _group(attributes, relation_caption(relation), drawn[relation.id])


def _claims(canvas: Canvas, drawn: Mapping[str, Sequence[str]]) -> Iterator[str]:
    if canvas.dialect.is_bare:
        yield from (shape for some in drawn.values() for shape in some)
        return
    for count, claim in enumerate(canvas.laid.map.claims.values(), 1):
        if claim.id in drawn:
            attributes = claim_attributes(count, claim, canvas.picture)
            yield from _group(attributes, claim_caption(claim), drawn[claim.id])


def _group(attributes: Mapping[str, str], title: str, drawn: Sequence[str]) -> Iterator[str]:
    given = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    yield f"<g{given}>"
    yield f"<title>{escape(title, quote=False)}</title>"
    yield from drawn
    yield "</g>"
