"""What stands in an XML file and is not of its format."""

from __future__ import annotations

from collections.abc import Mapping

from argmap.documents.xml_document import Element, Shape, unknown_parts
from argmap.model.losses import Losses

_KINDS = {
    "attribute": ("attribute that is not of this format", "attributes that are not of this format"),
    "element": ("element that is not of this format", "elements that are not of this format"),
    "text in": ("text where this format has none", "texts where this format has none"),
}


def count_unknown(root: Element, shapes: Mapping[str, Shape], losses: Losses) -> None:
    """Count elements, attributes and texts that are not of a format, by name."""
    for kind, name in unknown_parts(root, shapes):
        what, plural = _KINDS[kind]
        losses.add(what, 1, plural, name=name)
