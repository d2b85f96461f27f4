"""What a speaker does with a proposition: the text of an illocution (YA) says.

After Inference Anchoring Theory (Budzynska and Reed 2011) and its account of questions
(Hautli-Janisz et al. 2022): who asks an *assertive* or a *rhetorical* question asserts
what is asked; who asks a *pure* one, or challenges, asserts nothing.
"""

from __future__ import annotations

import re
from enum import Enum

from argmap.formats.aif.graph import Node

DEFAULTS = frozenset({"", "ya", "asserting", "default illocuting"})
"""Texts of illocutions, in lower case, that say nothing but that something is asserted."""

_CONVEYED = re.compile(r"\b(?:assertive|rhetorical)\s+question", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:question|ask(?:s|ed|ing)?\b|enquir|inquir|query)", re.IGNORECASE)
_UNASSERTED = re.compile(
    r"\b(?:challeng|disagree|den(?:y|ied|ies|ial)|reject|doubt|refus|retract|withdr|iron(?:y|ic)"
    r"|suppos|hypothe|report|quot|attribut|order|command|request|directi(?:ng|ve)|offer|promis)",
    re.IGNORECASE,
)


class Force(Enum):
    """What an illocution does with what it leads to."""

    ASSERTS = "asserts"
    ASKS = "asks"
    NEITHER = "neither"  # asks for reasons, denies, reports, orders, …


def forces_on(node: Node) -> frozenset[Force]:
    """Return the forces of the illocutions that lead to a node; none where there are none."""
    return frozenset(force_of(source.text) for source in node.sources if source.type == "YA")


def force_of(text: str) -> Force:
    """Return the force of an illocution; one that is not known asserts."""
    if _CONVEYED.search(text):
        return Force.ASSERTS
    if _ASKED.search(text):
        return Force.ASKS
    return Force.NEITHER if _UNASSERTED.search(text) else Force.ASSERTS
