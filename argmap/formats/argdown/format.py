"""Argdown (https://argdown.org), the language of argument maps closest to Markdown.

A statement becomes a claim, and so does an argument. An argument with a premise-conclusion
structure becomes relations instead, one for each step, with linked premises. The last of
them has the title of the argument for its id, and is the target of relations to the
argument. Headings are kept as tags, ``section: heading > heading below``.
"""

from __future__ import annotations

from argmap.documents.fields import CLAIM_FIELDS
from argmap.documents.sample import Sample
from argmap.formats.argdown.parser import read_argdown
from argmap.formats.argdown.reader import map_of
from argmap.formats.argdown.signs import looks_like_argdown
from argmap.formats.argdown.writer import text_of
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

SUMMARY = "Argdown"
SUFFIXES = (".argdown", ".ad")
SHARED_SUFFIXES = (".txt",)

IS_FREE_TEXT = True


def parse_argdown(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in an Argdown text; raises InvalidMapError with its errors."""
    return map_of(read_argdown(file), file, losses)


def generate_argdown(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as Argdown that the official tool can parse."""
    losses.add_fields(argument_map, _KEPT)
    return text_of(argument_map, losses)


def recognises_argdown(sample: Sample) -> bool:
    """Return whether a text has relations to and from titles, as no other text has by chance.

    A title alone is no sign: others put notes, names and times in brackets.
    """
    return looks_like_argdown(sample.text)


# All fields that the format has, by its own means or under keys of argmap.
_KEPT = frozenset(
    {*CLAIM_FIELDS, "id", "relation id", "relation weight", "scheme", "note"}
    | {"title", "source", "voices"}
)
