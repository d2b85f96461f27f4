"""Who says what in an AIF graph: the chain from a locution over an illocution to a claim."""

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
    """Finds the speaker of each claim, and counts what a map does not tell of a dialogue.

    A locution that says just what its claim says, and an illocution that is a
    plain assertion, are told by the voice of the claim.
    """

    def __init__(self, graph: AifGraph) -> None:
        """Take a graph."""
        self._graph = graph
        self._told: set[Node] = set()
        self._further = 0  # speakers of a claim that has a voice already
        self._heard: set[str] = set()

    def of(self, claim: Node, *, is_known: bool) -> str | None:
        """Return who says a claim, or None; ``is_known`` where the claim has a voice of its own."""
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
                    self._told.add(locution)
                    if illocution.text.strip().casefold() in _DEFAULTS:
                        self._told.add(illocution)
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
        """Count what no voice tells."""
        spoken = Counter(n.type for n in self._graph.nodes if n not in self._told)
        for type_, what in SPOKEN.items():
            losses.add(what, spoken[type_])
        losses.add("further speaker of a claim", self._further, "further speakers of a claim")
        unheard = set(self._graph.participants.values()) - self._heard
        losses.add("participant who says no claim", len(unheard), "participants who say no claim")


def _locutions(illocution: Node) -> Iterator[Node]:
    """Yield the locutions of an illocution; one of a transition is made by what it leads to."""
    for source in illocution.sources:
        yield from source.targets if source.type == "TA" else (source,)


def _said(text: str, speaker: str) -> str:
    """Return what a locution says, without the speaker that its text may begin with."""
    said = text.strip().removeprefix(speaker).lstrip()
    return said[1:].strip() if said[:1] == ":" else text.strip()
