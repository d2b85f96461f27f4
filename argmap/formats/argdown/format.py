"""Argdown (https://argdown.org), the language of argument maps closest to Markdown.

A statement becomes a claim, and so does an argument. An argument with a premise-conclusion
structure becomes relations instead, one for each step, with linked premises. The last of
them has the title of the argument for its id, and is the target of relations to the
argument. Headings are kept as tags, ``section: heading > heading below``.
"""

from __future__ import annotations

import re

from argmap.documents.sample import Sample
from argmap.formats.argdown.lookalikes import IN_BRACKETS
from argmap.formats.argdown.parser import read_argdown
from argmap.formats.argdown.reader import map_of
from argmap.formats.argdown.writer import text_of
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

SUMMARY = "Argdown"
SUFFIXES = (".argdown", ".ad")
SHARED_SUFFIXES = (".txt",)

_SIGNS = re.compile(
    # A title alone on its line, or one that is defined; a relation to one; or a conclusion.
    r"(?:^|\r)(?:[ \t]*(?:\[[^\]\r\n]+\]|<[^>\r\n]+>)(?::(?=\s)|[ \t]*(?=[\r\n]|\Z))"
    r"|[ \t]+(?:\+>?|->|<\+|<-|<_|_>|><)[ \t]*[\[<]"
    rf"|[ \t]*-{{2,}}[ \t]*(?:\r\n|\n|\r)[ \t]*{IN_BRACKETS}[ \t])",
    re.MULTILINE,
)
# The start of JSON and XML, which may look like a title.
_OTHERS = re.compile(r"\s*(?:\{|\[\s*[{\[]|<(?:[?!]|.{0,2000}?(?:</|/>)))", re.DOTALL)
_HEAD = 100_000  # characters
IS_FREE_TEXT = True


def parse_argdown(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in an Argdown text; raises InvalidMapError with its errors."""
    return map_of(read_argdown(file), file, losses)


def generate_argdown(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as Argdown that the official tool can parse."""
    losses.add_expectations(argument_map)
    return text_of(argument_map, losses)


def recognises_argdown(sample: Sample) -> bool:
    """Return whether a text has titles in brackets, relations to them, or conclusions.

    A title may look like the start of JSON or XML, which are recognised by what follows.
    """
    head = sample.text[:_HEAD]
    if _OTHERS.match(head) or "argmap" in sample.yaml_keys:
        return False
    return bool(_SIGNS.search(head))
