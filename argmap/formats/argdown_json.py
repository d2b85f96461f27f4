"""The JSON that Argdown's own tool writes (``argdown json``); read, not written.

Follows the model of Argdown 1.7 (https://argdown.org). Statements and arguments have the
wordings of their ``members``; the ``pcs`` of an argument is its premise-conclusion
structure. They are read as those of an Argdown text are. ``contrary`` and ``contradictory``
contradict, ``entails`` supports. Colours, places in the Argdown text and the drawing under
``map`` are counted as lost.
"""

from __future__ import annotations

from argmap.documents.json_document import read_document
from argmap.documents.sample import Sample
from argmap.formats.argdown.exported import read_exported
from argmap.formats.argdown.exported_parts import KEYS
from argmap.formats.argdown.reader import map_of
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses

SUMMARY = "the JSON of Argdown's own tool"
SUFFIXES = (".argdown.json",)
SHARED_SUFFIXES = (".json",)


def parse_argdown_json(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in an export; raises InvalidMapError with its errors."""
    return map_of(read_exported(read_document(file), losses), file, losses)


def recognises_argdown_json(sample: Sample) -> bool:
    """Return whether there are statements, arguments and a list of relations."""
    has_all = sample.json_keys >= KEYS and "argmap" not in sample.json_keys
    return has_all and isinstance(sample.json_member("relations"), list | None)
