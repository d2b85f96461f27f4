"""The speakers in an AIF graph: locutions lead to illocutions, and these to claims."""

from __future__ import annotations

import re
from collections.abc import Iterator

from argmap.formats.aif.forces import DEFAULTS, Force, force_of
from argmap.formats.aif.graph import AifGraph, Node, scalar
from argmap.formats.aif.keys import ID_KEYS
from argmap.model.figure import LONGEST
from argmap.model.losses import Losses
from argmap.model.text import shortened

_SPEAKER = re.compile(r"\s*([^:\s][^:\r\n]{0,60}?)\s*:\s+(?=\S)")
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

    def of(self, claim: Node, *, is_known: bool, is_asked: bool) -> str | None:
        """Return who asserts a claim first, or asks it where it ``is_asked``; or None.

        With ``is_known`` the claim has a voice, as in what argmap writes, which has it
        ask a question.
        """
        found: str | None = None
        for illocution in (source for source in claim.sources if source.type == "YA"):
            force = force_of(illocution.text)
            is_plain = illocution.text.strip().casefold() in DEFAULTS
            asks = is_asked and force is Force.ASKS
            is_plain |= asks or (is_known and force is Force.ASKS)
            for locution, name in self._named(illocution):
                if force is not Force.ASSERTS and not is_known and not asks:
                    continue
                self._heard.add(name)
                if found is not None and name != found:
                    self._further += 1
                    continue
                found = name
                if _said(locution.text, name) == claim.text.strip():
                    self._represented.add(locution)
                    if is_plain and len(illocution.targets) == 1:
                        self._represented.add(illocution)
        return found

    def represent(self, node: Node) -> None:
        """Take it that the map represents a node of the dialogue, so that it is not counted."""
        self._represented.add(node)

    def _named(self, illocution: Node) -> Iterator[tuple[Node, str]]:
        """Yield the locutions of an illocution whose speakers are named, with the names.

        The illocution of a transition has the locutions that the transition leads to.
        """
        for source in illocution.sources:
            for locution in source.targets if source.type == "TA" else (source,):
                name = self._speaker(locution)
                if name is not None:
                    yield locution, name

    def _speaker(self, locution: Node) -> str | None:
        """Return the name of a speaker.

        It is that among the participants, at the start of the text, or instead of a person's id.
        """
        if locution.type != "L":
            return None
        name = self._graph.speakers.get(locution.id)
        if name is None:
            prefix = _SPEAKER.match(locution.text)
            name = prefix[1] if prefix else self._graph.said_by.get(locution.id)
        return name

    def count_losses(self, losses: Losses) -> None:
        """Count what is not represented by voices."""
        spoken = [node for node in self._graph.nodes if node not in self._represented]
        for type_, one in SPOKEN.items():
            for node in (node for node in spoken if node.type == type_):
                name = node.text.strip() if type_ == "YA" else ""
                losses.add(one, name=name or None)
        losses.add("further speaker of a claim", self._further, "further speakers of a claim")
        unheard = set(self._graph.participants.values()) - self._heard
        losses.add("participant who says no claim", len(unheard), "participants who say no claim")
        self._count_unnamed(losses)

    def _count_unnamed(self, losses: Losses) -> None:
        locutions = {node.id: node for node in self._graph.nodes if node.type == "L"}
        for body in self._graph.locutions:
            locution = locutions.get(scalar(body, ID_KEYS) or "")
            if locution is None:
                what = "speaker of a locution that is not there"
                losses.add(what, 1, "speakers of locutions that are not there")
            elif self._speaker(locution) is None:
                what = "locution of somebody who is not named"
                losses.add(what, 1, "locutions of somebody who is not named")


def _said(text: str, speaker: str) -> str:
    """Return the text of a locution without the name of its speaker, if it begins with that."""
    for name in (speaker, shortened(speaker, LONGEST)):  # the writer shortens a long one
        said = text.strip().removeprefix(name).lstrip()
        if said[:1] == ":":
            return said[1:].strip()
    return text.strip()
