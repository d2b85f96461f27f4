"""Argdown (https://argdown.org), the language of argument maps closest to Markdown.

A statement becomes a claim, and so does an argument; an argument that has a
premise-conclusion structure becomes relations instead, one a step, whose
premises are linked. The last of them has the title of the argument for its id,
and stands for the argument wherever something bears on it. Headings are kept
as tags, ``section: heading > heading below``.
"""

from __future__ import annotations

import re

from argmap.documents.sample import Sample
from argmap.formats.argdown.parser import read_argdown
from argmap.formats.argdown.reader import map_of
from argmap.formats.argdown.writer import text_of
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

SUMMARY = "Argdown"
SUFFIXES = (".argdown", ".ad")
SHARED_SUFFIXES = (".txt",)

_SIGNS = re.compile(
    # A title alone on its line, or one that is defined; or a relation to one.
    r"(?:^|\r)(?:[ \t]*(?:\[[^\]\r\n]+\]|<[^>\r\n]+>)(?::(?=\s)|[ \t]*(?=[\r\n]|\Z))"
    r"|[ \t]+(?:\+>?|->|<\+|<-|<_|_>|><)[ \t]*[\[<])",
    re.MULTILINE,
)
# How JSON and XML start, which may look like a title.
_OTHERS = re.compile(r"\s*(?:\{|\[\s*[{\[]|<(?:[?!]|.{0,2000}?(?:</|/>)))", re.DOTALL)
_HEAD = 100_000  # characters
IS_FREE_TEXT = True


def parse_argdown(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map of an Argdown text, or raise InvalidMapError with its errors."""
    return map_of(read_argdown(file), file, losses)


def generate_argdown(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as Argdown that the official tool parses, too."""
    losses.add_expectations(argument_map)
    return text_of(argument_map, losses)


def recognises_argdown(sample: Sample) -> bool:
    """Tell Argdown by its titles in brackets or by a relation to one.

    A title may look as JSON or XML begin: those are what is closed as they are.
    """
    head = sample.text[:_HEAD]
    if _OTHERS.match(head) or "argmap" in sample.yaml_keys:
        return False
    return bool(_SIGNS.search(head))
