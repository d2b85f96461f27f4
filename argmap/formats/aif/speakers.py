"""The speakers in an AIF graph: locutions lead to illocutions, and these to claims."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from argmap.formats.aif.graph import AifGraph, Node
from argmap.model.losses import Losses

_SPEAKER = re.compile(r"\s*([^:\s][^:\r\n]{0,60}?)\s*:\s+(?=\S)")
_DEFAULTS = frozenset({"", "ya", "asserting", "default illocuting"})
SPOKEN = {"L": "locution", "YA": "illocution", "TA": "transition"}


class Speakers:
    """Finds the speaker of each claim, and counts what a map cannot represent of a dialogue.

    A locution with the text of its claim, and an illocution that is a plain assertion,
    are represented by the voice of the claim.
    """

    def __init__(self, graph: AifGraph) -> None:
        """Take a graph."""
        self._graph = graph
        self._represented: set[Node] = set()
        self._further = 0  # speakers of a claim that has a voice already
        self._heard: set[str] = set()

    def of(self, claim: Node, *, is_known: bool) -> str | None:
        """Return the speaker of a claim, or None, as with ``is_known``, if it has a voice."""
        found: str | None = None
        for illocution in claim.sources:
            if illocution.type != "YA":
                continue
            for locution in _locutions(illocution):
                name = self._speaker(locution)
                if name is None:
                    continue
                self._heard.add(name)
                if found is not None and name != found:
                    self._further += 1
                    continue
                found = name
                if _said(locution.text, name) == claim.text.strip():
                    self._represented.add(locution)
                    if illocution.text.strip().casefold() in _DEFAULTS:
                        self._represented.add(illocution)
        return None if is_known else found

    def _speaker(self, locution: Node) -> str | None:
        if locution.type != "L":
            return None
        name = self._graph.speakers.get(locution.id)
        if name is None:
            prefix = _SPEAKER.match(locution.text)
            name = prefix[1] if prefix else None
        return name

    def count_losses(self, losses: Losses) -> None:
        """Count what is not represented by voices."""
        spoken = Counter(n.type for n in self._graph.nodes if n not in self._represented)
        for type_, what in SPOKEN.items():
            losses.add(what, spoken[type_])
        losses.add("further speaker of a claim", self._further, "further speakers of a claim")
        unheard = set(self._graph.participants.values()) - self._heard
        losses.add("participant who says no claim", len(unheard), "participants who say no claim")


def _locutions(illocution: Node) -> Iterator[Node]:
    """Yield the locutions of an illocution; that of a transition has those it leads to."""
    for source in illocution.sources:
        yield from source.targets if source.type == "TA" else (source,)


def _said(text: str, speaker: str) -> str:
    """Return the text of a locution without the name of its speaker, if it begins with that."""
    said = text.strip().removeprefix(speaker).lstrip()
    return said[1:].strip() if said[:1] == ":" else text.strip()
