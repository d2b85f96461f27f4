"""The order of reading: theses, what is argued against them, questions, the rest, islands."""

from __future__ import annotations

from argmap.analysis.outline._placing import Placing
from argmap.analysis.outline._steps import Steps
from argmap.analysis.outline.values import Section
from argmap.analysis.standing import opposed, standings


class Sections:
    """The section ``of`` each head, and the ``heads`` in the order of reading.

    ``standing`` is how each claim stands to the theses, in a map without theses to the
    head that it is under.
    """

    def __init__(self, steps: Steps, placing: Placing, *, is_part: bool) -> None:
        """Take the places of claims; the outline of a part or an inverted one has one section."""
        self._steps = steps
        self._placing = placing
        claims = steps.map.claims
        tops = {name: placing.top.get(name, name) for name in claims}
        self._theses = [name for name in claims if claims[name].kind == "thesis"]
        if self._theses:
            self.standing = standings(steps.map, self._theses)
        else:
            self.standing = standings(steps.map, placing.heads, part_of=tops)
        self.of = dict.fromkeys(placing.heads, Section.REST)
        if not is_part and not steps.is_inverted:
            self._divide()
        order = list(Section)
        self.heads = sorted(placing.heads, key=lambda head: order.index(self.of[head]))

    def _divide(self) -> None:
        against = opposed(self._steps.map, self.standing) if self._theses else set()
        islands = self._islands()
        for head in self.of:
            if self._theses and self._steps.map.claims[head].kind == "thesis":
                self.of[head] = Section.THESES
            elif self._theses and self._steps.map.claims[head].is_question:
                self.of[head] = Section.QUESTIONS
            elif head in islands:
                self.of[head] = Section.ISLANDS
            elif head in against:
                self.of[head] = Section.AGAINST

    def _islands(self) -> set[str]:
        """Return the heads of parts without a thesis; without theses, lone claims beside others."""
        part_of = self._parts()
        if self._theses:
            main = {part_of[name] for name in self._theses}
            return {head for head in self.of if part_of[head] not in main}
        claims = self._steps.map.claims
        asserted = (head for head in self.of if not claims[head].is_question)
        lone = {head for head in asserted if not any(True for _ in self._steps.around(head))}
        return lone if len(lone) < len(self.of) else set()

    def _parts(self) -> dict[str, str]:
        """Return, for each claim, a claim that stands for all that relations join it to."""
        above = {name: name for name in self._steps.map.claims}

        def find(name: str) -> str:
            while above[name] != name:
                above[name] = above[above[name]]
                name = above[name]
            return name

        for relation in self._steps.map.relations.values():
            ends = [*relation.premises, self._base(relation.target)]
            for end in ends[1:]:
                above[find(end)] = find(ends[0])
        return {name: find(name) for name in above}

    def _base(self, target: str) -> str:
        """Return a claim at the far end of a relation: of a step, one of its premises."""
        step = self._steps.map.relations.get(target)
        return target if step is None else step.premises[0]
