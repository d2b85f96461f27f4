"""AIF, the Argument Interchange Format, as JSON: that of AIFdb and OVA, and xAIF.

Follows the AIF core ontology (Chesñevar et al. 2006; Rahwan and Reed 2009) as
AIFdb writes it: ``nodes`` with ``nodeID``, ``text`` and ``type``, ``edges``
with ``fromID`` and ``toID``, and optionally ``locutions`` and ``participants``.
xAIF has the same under ``AIF``, or ``aif``; older files of OVA have ``id``, ``from`` and
``to``. Keys may differ in their capitals.

I-nodes are claims. Of the S-nodes, RA supports, CA attacks, MA restates; one that points
at another S-node backs or undercuts it. The preferences of PA nodes are kept as tags,
``preferred to …``. A speaker (L, YA) is the voice of a claim that is asserted, or of a
question that is only asked; what rephrases it, or is said in reply (TA), answers it. Words
that are marked in an annotated text are quotes of their claims. What a map cannot represent
is counted, and so are steps that would say something else without it, which are left out.
"""

from __future__ import annotations

from argmap.documents.fields import CLAIM_FIELDS
from argmap.documents.json_document import read_document
from argmap.documents.sample import Sample
from argmap.formats.aif.graph import TYPES, read_aif
from argmap.formats.aif.keys import spelled_usually, spellings, wrapper
from argmap.formats.aif.reader import map_of
from argmap.formats.aif.writer import aif_data
from argmap.model import ArgumentMap, FileText
from argmap.model.losses import Losses
from argmap.model.plain import json_text

SUMMARY = "AIF JSON, of AIFdb and OVA, and xAIF"
SUFFIXES = (".aif.json", ".aif")
SHARED_SUFFIXES = (".json", ".xaif.json", ".xaif")  # xAIF is read, not written


def parse_aif(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in an AIF text; raises InvalidMapError with its errors."""
    return map_of(read_aif(read_document(file), losses), file, losses)


def recognises_aif(sample: Sample) -> bool:
    """Return whether there are nodes of AIF, or the key that xAIF has them under."""
    keys = sample.json_keys
    if wrapper(keys) is not None:
        return True
    given = spellings(sorted(keys))
    if not {"nodes", "edges"} <= given.keys() or {"directed", "multigraph"} & keys:
        return False
    nodes = sample.json_member(given["nodes"])
    if not isinstance(nodes, list):
        return False
    if not nodes:
        return "locutions" in given or given.keys() == {"nodes", "edges"}
    types = (spelled_usually(node).get("type") for node in nodes if isinstance(node, dict))
    return any(isinstance(type_, str) and type_.strip().upper() in TYPES for type_ in types)


def generate_aif(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the map as AIF JSON; fields that AIF does not have are additional keys of nodes."""
    losses.add_fields(argument_map, _KEPT)
    return json_text(aif_data(argument_map, losses)) + "\n"


# All fields that the format has, by its own means or under keys of argmap.
_KEPT = frozenset(
    {*CLAIM_FIELDS, "id", "relation id", "relation weight", "scheme", "note"}
    | {"title", "source", "voices"}
)
