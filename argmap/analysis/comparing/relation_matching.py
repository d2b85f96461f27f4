"""The relations that two maps have in common, given the claims that they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping

from argmap.model import ArgumentMap, Relation, RelationKind
from argmap.model.numbering import is_number

_COMPARED = 16  # the most relations between the same two claims that one is compared with
KEYS = 4  # by which a relation without an id can be recognised, see ``keys_of``
_GONE = "\0"  # begins a name that nothing in the new map has


def paired_relations(
    old: ArgumentMap, new: ArgumentMap, claims: Mapping[str, str]
) -> dict[str, str]:
    """Return the id in ``new`` of each relation of ``old`` that is in both, by its id in ``old``.

    ``claims`` has the same of the claims. Relations are the same by an id that
    the file gives them, unless it is a number, by their ends and kind, by their ends alone (then it
    has turned), or by their kind, target and some premise (then it has gained
    or lost premises), in this order, and last by a number that they share.
    """
    pairing = _Pairing(old, new, claims)
    pairing.by_given_id(numbers=False)
    for layer in layers(old):
        for number in range(KEYS):
            pairing.by_ends(layer, number)
        pairing.by_premise(layer)
    pairing.by_given_id(numbers=True)
    return pairing.pairs


def layers(argument_map: ArgumentMap) -> Iterator[list[Relation]]:
    """Yield relations on claims, then those on these relations, and so on."""
    left = dict(argument_map.relations)
    layer = [r for r in left.values() if r.target in argument_map.claims]
    while layer:
        yield layer
        for relation in layer:
            del left[relation.id]
        targets = [relation.id for relation in layer]
        layer = [r for name in targets for r in argument_map.incoming(name) if r.id in left]
    if left:
        yield list(left.values())  # relations whose targets are one another, in a cycle


def keys_of(
    kind: RelationKind, premises: Iterable[str], target: str, said: tuple[Hashable, ...]
) -> tuple[Hashable, ...]:
    """Return the keys by which a relation without an id is recognised, the surest first.

    They are its kind, its ends and what is ``said`` of it; its kind and ends; the
    same in either direction, where it is symmetric; its ends alone. The order of
    premises does not count.
    """
    start = tuple(sorted(premises))
    either = tuple(sorted((*start, target))) if kind.is_symmetric else None
    same_way = kind, start, target
    return (*same_way, *said), same_way, (kind, either or start, either or target), (start, target)


class _Pairing:
    """The pairs found so far, and the relations of the new map that are in none."""

    def __init__(self, old: ArgumentMap, new: ArgumentMap, claims: Mapping[str, str]) -> None:
        self.old, self.new, self.claims = old, new, claims
        self.pairs: dict[str, str] = {}
        self.taken: set[str] = set()
        self.offered: dict[Hashable, list[Relation]] = {}
        self.sharing: dict[Hashable, list[Relation]] = {}
        # Those offered first are taken from the end.
        for relation in reversed(new.relations.values()):
            for key in keys_of(relation.kind, relation.premises, relation.target, relation[4:]):
                self.offered.setdefault(key, []).append(relation)
            for premise in relation.premises:
                shared = (relation.kind, premise, relation.target)
                self.sharing.setdefault(shared, []).append(relation)

    def name(self, old_name: str) -> str:
        """Return the id in the new map of a claim or relation of the old one."""
        return self.claims.get(old_name) or self.pairs.get(old_name) or _GONE + old_name

    def _pair(self, old: Relation, new: Relation) -> None:
        self.pairs[old.id] = new.id
        self.taken.add(new.id)

    def by_given_id(self, *, numbers: bool) -> None:
        """Pair what has the same id in both files, other than a default id.

        Of ``numbers`` those that share an end, as others only happen to be the same.
        """
        for name, relation in self.old.relations.items():
            other = self.new.relations.get(name)
            if other is None or is_number(name) is not numbers or self._is_paired(relation, other):
                continue
            has_own = not (relation.has_default_id or other.has_default_id)
            if has_own and (not numbers or self._share_an_end(relation, other)):
                self._pair(relation, other)

    def _is_paired(self, old: Relation, new: Relation) -> bool:
        return old.id in self.pairs or new.id in self.taken

    def _share_an_end(self, old: Relation, new: Relation) -> bool:
        premises = {self.name(premise) for premise in old.premises}
        return self.name(old.target) == new.target or not premises.isdisjoint(new.premises)

    def by_ends(self, relations: list[Relation], number: int) -> None:
        """Pair what has the same key of this number, in the order of the files."""
        for relation in relations:
            if relation.id in self.pairs:
                continue
            premises = [self.name(premise) for premise in relation.premises]
            keys = keys_of(relation.kind, premises, self.name(relation.target), relation[4:])
            offered = self.offered.get(keys[number], [])
            while offered and offered[-1].id in self.taken:
                offered.pop()
            if offered:
                self._pair(relation, offered.pop())

    def by_premise(self, relations: list[Relation]) -> None:
        """Pair what has the same kind and target and the most premises in common."""
        for relation in relations:
            if relation.id in self.pairs:
                continue
            shared: Counter[str] = Counter()
            for premise in relation.premises:
                key = (relation.kind, self.name(premise), self.name(relation.target))
                offered = self.sharing.get(key, [])[-_COMPARED:]
                shared.update(each.id for each in reversed(offered) if each.id not in self.taken)
            if shared:
                best = max(shared, key=lambda name: shared[name])
                self._pair(relation, self.new.relations[best])
