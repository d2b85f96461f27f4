"""What the formats of abstract argumentation frameworks have in common.

A framework (Dung, "On the acceptability of arguments", Artificial Intelligence 77,
1995) is a set of arguments and the attacks among them. As a map, each argument is a
claim and each attack a relation that attacks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from argmap.documents.diagnostics import Diagnostics
from argmap.errors import ArgmapError
from argmap.formats._builder import MapBuilder
from argmap.model import ArgumentMap, FileText, Relation, RelationKind
from argmap.model.losses import Losses
from argmap.model.relation import default_id

Attack = tuple[str, str]  # attacker and target, by their names in the file

BLANK = r"[^\S\r\n]"  # white space within a line
_LINE = re.compile(r"[^\r\n]++")


def lines(text: str, start: int = 0) -> Iterator[re.Match[str]]:
    """Yield the lines that are not blank, from ``start`` on."""
    return (line for line in _LINE.finditer(text, start) if not line[0].isspace())


class FrameworkReader:
    """Collects arguments and attacks, in any order, and their errors."""

    def __init__(self, file: FileText, losses: Losses) -> None:
        """Begin with nothing; ``losses`` counts what a map cannot represent."""
        self.losses = losses
        self.diagnostics = Diagnostics(file)
        self.hint = "declare it among the arguments"  # for an attack on an unknown argument
        self.is_set = False  # whether to give an argument twice is to give it once
        self._builder = MapBuilder(file, losses)
        self._ids: dict[str, str] = {}
        self._relations: list[tuple[RelationKind, str, str, int, int]] = []

    @property
    def is_empty(self) -> bool:
        """Whether there are no arguments and attacks so far."""
        return not self._ids and not self._relations

    def has_argument(self, name: str) -> bool:
        """Return whether there is an argument of this name so far."""
        return name in self._ids

    def argument(self, name: str, at: int, text: str = "") -> None:
        """Add an argument at the offset ``at``; an empty text is replaced by its name."""
        if name in self._ids and self.is_set:
            self.losses.add("argument given twice", plural="arguments given twice")
            return
        if name in self._ids:
            message = f"the argument '{name}' is given twice"
            hint = "give each argument once, under a name of its own"
            self.diagnostics.add(at, "duplicate-id", message, hint)
            return
        self._ids[name] = self._builder.claim(name, text or name, offset=at)
        if text and self._ids[name] != name:
            self.losses.add("name that is no id")

    def relation(
        self,
        premise: str,
        target: str,
        premise_at: int,
        target_at: int,
        kind: RelationKind = RelationKind.ATTACKS,
    ) -> None:
        """Add an attack (or another relation), with the offsets of its two names."""
        self._relations.append((kind, premise, target, premise_at, target_at))

    def read(self) -> ArgumentMap:
        """Return the map; raises InvalidMapError with the errors."""
        ids = self._ids
        seen: set[tuple[RelationKind, str, str]] = set()
        for kind, premise, target, premise_at, target_at in self._relations:
            if premise not in ids or target not in ids:
                self._undeclared(premise, premise_at)
                self._undeclared(target, target_at)
            elif (kind, premise, target) in seen:
                what, plural = _NOUNS[kind]
                self.losses.add(f"{what} given twice", plural=f"{plural} given twice")
            elif kind is RelationKind.UNDERCUTS:
                message = f"'{target}' is an argument, and an undercut points at a relation"
                self.diagnostics.add(target_at, "undercuts-claim", message, "say: attacks")
            else:
                seen.add((kind, premise, target))
                self._builder.relation(kind, (ids[premise],), ids[target], offset=premise_at)
        self.diagnostics.raise_any()
        return self._builder.build()

    def _undeclared(self, name: str, at: int) -> None:
        if name in self._ids:
            return
        near = self.diagnostics.near
        message = f"there is no argument '{name}'"
        self.diagnostics.add(at, "dangling-id", message, lambda: near(name, self._ids) or self.hint)


def names_for(
    argument_map: ArgumentMap,
    losses: Losses,
    fits: Callable[[str], bool],
    fitting: Callable[[str], str],
) -> dict[str, str]:
    """Return a name for each claim id: the id where it ``fits``, else one made ``fitting``.

    What had to be changed is counted. ``fitting`` may return the same name for
    several ids: then all but the first get a number.
    """
    taken = {claim_id for claim_id in argument_map.claims if fits(claim_id)}
    names: dict[str, str] = {}
    numbers: Counter[str] = Counter()
    for claim_id in argument_map.claims:
        if fits(claim_id):
            names[claim_id] = claim_id
            continue
        name = base = fitting(claim_id)
        while name in taken:
            numbers[base] += 1
            name = f"{base}_{numbers[base] + 1}"
        taken.add(name)
        names[claim_id] = name
    count_changed(names, losses)
    return names


def count_changed(names: dict[str, str], losses: Losses) -> None:
    """Count the claims whose name in the file is not their id."""
    changed = sum(claim_id != name for claim_id, name in names.items())
    losses.add("id changed to a name of the format", changed, "ids changed to names of the format")


def count_texts(argument_map: ArgumentMap, losses: Losses) -> None:
    """Count the texts other than the id, and the labels, for a format without both."""
    for claim in argument_map.claims.values():
        losses.add("text", int(claim.text != claim.id))
        losses.add("label", int(claim.label is not None))


def attacks(
    argument_map: ArgumentMap, names: dict[str, str], losses: Losses, format: str
) -> list[Attack]:
    """Return the attacks of a map, each once, and count what a framework cannot represent.

    ``contradicts`` is two attacks. The caller counts texts and labels. Raises
    ArgmapError for a map with other relations: without them the framework would mean
    something else.
    """
    _refuse_others(argument_map, format)
    losses.add_fields(argument_map, {"id", "relation id", "text", "label"})
    written: dict[Attack, Relation] = {}
    for relation in argument_map.relations.values():
        attack = (names[relation.premises[0]], names[relation.target])
        both = [attack, attack[::-1]] if relation.kind.is_symmetric else [attack]
        if len(both) > 1:
            what = "contradiction, written as two attacks"
            losses.add(what, plural="contradictions, written as two attacks")
        for each in both:
            if each in written:
                losses.add("attack given twice", plural="attacks given twice")
            written.setdefault(each, relation)
    _count_relation_ids(written, names, losses)
    return list(written)


def _refuse_others(argument_map: ArgumentMap, format: str) -> None:
    others: Counter[tuple[str, str]] = Counter()
    for relation in argument_map.relations.values():
        if relation.kind in _OTHERS:
            others[_NOUNS[relation.kind]] += 1
        elif relation.is_linked:
            others[_LINKED] += 1
    if others:
        parts = [f"{number:,} {words[number > 1]}" for words, number in others.items()]
        listed = " and ".join([", ".join(parts[:-1]), parts[-1]] if parts[1:] else parts)
        message = f"{format} has attacks of one claim on another alone; this map also has {listed}"
        hint = "write json, csv or graphml, which have them, or leave them out of the map"
        raise ArgmapError(message, hint)


_LINKED = ("attack from linked premises", "attacks from linked premises")
_OTHERS = (
    *(RelationKind.SUPPORTS, RelationKind.UNDERCUTS, RelationKind.RESTATES),
    RelationKind.ANSWERS,
)
_NOUNS = {
    RelationKind.SUPPORTS: ("support", "supports"),
    RelationKind.ATTACKS: ("attack", "attacks"),
    RelationKind.UNDERCUTS: ("undercut", "undercuts"),
    RelationKind.CONTRADICTS: ("contradiction", "contradictions"),
    RelationKind.RESTATES: ("restatement", "restatements"),
    RelationKind.ANSWERS: ("answer", "answers"),
}


def _count_relation_ids(
    written: dict[Attack, Relation], names: dict[str, str], losses: Losses
) -> None:
    """Count the relations whose ids are different when the file is read."""
    reader = MapBuilder(FileText(""), Losses())
    for name in names.values():
        reader.claim(name, name)
    lost = 0
    for (premise, target), relation in written.items():
        given = reader.relation(RelationKind.ATTACKS, (premise,), target)
        expected = default_id((premise,), target) if relation.has_default_id else relation.id
        lost += given != expected and not relation.kind.is_symmetric
    losses.add("id of a relation", lost, "ids of relations")
