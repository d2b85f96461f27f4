"""Where each claim has its row: as the head of a block, or under something it bears on."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.analysis.outline._steps import Group, Steps
from argmap.analysis.standing import step_bases
from argmap.model import Relation, RelationKind
from argmap.model.reaching import reached

_Offer = tuple[str, Relation | None, str]  # a node, what it would stand by, and under what

USES_OF_LEMMA = 2
CLAIMS_UNDER_LEMMA = 8


class Placing:
    """The place of each node that is shown, found breadth first from the heads.

    ``heads`` are the claims that blocks begin with, except lemmas; ``home`` gives each
    other node the relation that it stands under its place by; ``level`` how many relations
    deep it is; ``top`` the head that it is under; ``lemmas`` are nodes that have a block of
    their own although they bear on something.
    """

    def __init__(
        self, steps: Steps, starts: Sequence[str], depth: int | None, *, has_lemmas: bool
    ) -> None:
        """Place what is under ``starts``, or the whole map; ``depth`` limits the lemmas."""
        self._steps = steps
        self._is_part = bool(starts)
        self._parent: dict[str, str] = {}
        self._bases = step_bases(steps.map) if starts else {}
        self.home: dict[str, Relation] = {}
        self.level: dict[str, int] = {}
        self.top: dict[str, str] = {}
        self.heads: list[str] = []
        self._place(starts or self._roots())
        if not starts:
            self._place(self._of_cycles())
        self.lemmas = frozenset(self._lemmas(depth) if has_lemmas else ())
        self._full = self._relations_with_rows()

    def is_home(self, name: str, relation: Relation, parent: str) -> bool:
        """Return whether a node has its full row where a relation leads to it from ``parent``."""
        if self.home.get(name) is not relation or name in self.lemmas:
            return False
        # Inverted, linked premises lead there by one relation from several claims.
        return not self._steps.is_inverted or self._parent[name] == parent

    def holds_rows(self, relation: Relation) -> bool:
        """Return whether the full row of some claim stands with a relation, or on its step."""
        return relation.id in self._full

    def _place(self, heads: Iterable[str]) -> None:
        levels: list[list[_Offer]] = [[(head, None, head) for head in heads]]
        while levels:  # what is left when all else has its place
            levels = self._spread(levels)

    def _spread(self, levels: list[list[_Offer]]) -> list[list[_Offer]]:
        """Place what is offered, level by level, and what is under it; return what can wait."""
        waiting: list[list[_Offer]] = []
        for level, offers in enumerate(levels):  # the list grows while it is walked
            for name, relation, parent in offers:
                if name in self.level:
                    continue
                self.level[name] = level
                self.top[name] = self.top.get(parent, name)
                if relation is None:
                    self.heads.append(name)
                else:
                    self.home[name] = relation
                    self._parent[name] = parent
                for under, group in self._offers(name, relation):
                    further = waiting if self._can_wait(group) else levels
                    while len(further) <= level + under:
                        further.append([])
                    members = group.members
                    further[level + under] += [(m, group.relation, name) for m in members]
        return waiting

    def _can_wait(self, group: Group) -> bool:
        """Return whether it is an answer that bears on something, and stands there rather."""
        if group.relation.kind is not RelationKind.ANSWERS or self._steps.is_inverted:
            return False
        onward = self._steps.onward(group.members[0])
        return any(relation.kind is not RelationKind.ANSWERS for relation in onward)

    def _offers(self, name: str, joining: Relation | None) -> Iterator[tuple[int, Group]]:
        """Yield what stands under a node, also on the steps to it, with how much deeper it is."""
        todo = deque((1, group) for group in self._steps.under(name))
        seen: set[str] = set()  # steps may undercut one another in a ring
        while todo:
            deeper, group = todo.popleft()
            if group.relation.id in seen:
                continue
            seen.add(group.relation.id)
            if group.relation is not joining and self._may_follow(group):
                yield deeper, group
            todo += [(deeper + 1, each) for each in self._steps.on_step(group.relation)]

    def _may_follow(self, group: Group) -> bool:
        """Return whether the other end of a symmetric relation may have its row under this one."""
        kind = group.relation.kind
        if not kind.is_symmetric or self._is_part or self._steps.is_inverted:
            return True
        is_restated = kind is RelationKind.RESTATES
        return is_restated and not any(True for _ in self._steps.onward(group.members[0]))

    def _roots(self) -> list[str]:
        """Return the theses and what bears on nothing further: theses first, then questions."""
        steps = self._steps
        claims = list(steps.map.claims.values())
        if not steps.is_whole:
            claims = [c for c in claims if any(True for _ in steps.around(c.id))]
        roots = {claim.id for claim in claims if self._is_root(claim.id)}
        theses = [] if steps.is_inverted else [c.id for c in claims if c.kind == "thesis"]
        theses.sort(key=self._bears_on_something)
        is_thesis = set(theses).__contains__
        rest = [c.id for c in claims if c.id in roots and not is_thesis(c.id)]
        is_asked = {claim.id for claim in claims if claim.is_question}.__contains__
        return theses + sorted(rest, key=lambda name: (not is_asked(name), not steps.under(name)))

    def _is_root(self, name: str) -> bool:
        same = self._same_as(name)
        leads = (any(True for _ in self._steps.onward(each)) for each in same)
        return name == same[0] and not any(leads)

    def _bears_on_something(self, name: str) -> bool:
        """Return whether a claim is for or against another, or for the one that it restates.

        To answer a question is neither.
        """
        same = self._same_as(name)
        onward = (relation for each in same for relation in self._steps.onward(each))
        leads = any(relation.kind is not RelationKind.ANSWERS for relation in onward)
        return leads or name != same[0]

    def _same_as(self, name: str) -> Sequence[str]:
        """Return a claim with those that restate it, the first of them first."""
        is_restating = RelationKind.RESTATES in self._steps.kinds
        return self._steps.map.same_as(name) if is_restating else (name,)

    def _of_cycles(self) -> list[str]:
        """Return one claim of each cycle that nothing leaves, the first in the file."""
        steps = self._steps
        left = [name for name in steps.map.claims if name not in self.level]
        if not steps.is_whole:
            left = [name for name in left if any(True for _ in steps.around(name))]
        if not left:
            return []
        onto = self._leading_onto(left)
        place = {name: number for number, name in enumerate(left)}
        marked: set[str] = set()
        found: list[str] = []
        for name in left:
            if name not in marked:
                cycle = reached(onto, _dead_end(onto, name))
                head = min(cycle & place.keys(), key=place.__getitem__)
                found.append(head)
                marked |= self._under_all(head)
        return sorted(found, key=place.__getitem__)

    def _leading_onto(self, names: Sequence[str]) -> dict[str, list[str]]:
        """Return, for claims that are not placed, what each may stand under."""
        onto: dict[str, list[str]] = {name: [] for name in names}
        todo = list(names)
        for name in todo:  # inverted, steps are added while it is walked
            for _, group in self._offers(name, None):
                for member in group.members:
                    if member not in self.level:
                        if member not in onto:
                            onto[member] = []
                            todo.append(member)
                        onto[member].append(name)
        return onto

    def _under_all(self, head: str) -> set[str]:
        """Return a node with all that may stand under it."""
        seen, todo = {head}, [head]
        for name in todo:  # the list grows while it is walked
            members = {m for _, group in self._offers(name, None) for m in group.members}
            todo += members - seen
            seen |= members
        return seen

    def _lemmas(self, depth: int | None) -> Iterator[str]:
        """Yield the nodes that have a block of their own for how much is under them."""
        under: Counter[str] = Counter()
        for name in reversed(self.level):  # what is under a node was placed after it
            if name in self.home and (depth is None or self.level[name] <= depth):
                is_claim = name in self._steps.map.claims
                under[self._parent[name]] += under[name] + is_claim
        for name, number in under.items():
            is_big = number >= CLAIMS_UNDER_LEMMA and name in self.home
            if is_big and self._number_of_uses(name) >= USES_OF_LEMMA:
                yield name

    def _number_of_uses(self, name: str) -> int:
        if name in self._steps.map.relations:
            return 1
        return sum(self._leads_to_placed(relation) for relation in self._steps.onward(name))

    def _leads_to_placed(self, relation: Relation) -> bool:
        if not self._is_part:
            return True
        if self._steps.is_inverted:
            return any(name in self.level for name in relation.premises)
        return self._bases.get(relation.id) in self.level

    def _relations_with_rows(self) -> set[str]:
        """Return the relations with which a full row stands, or on whose step one does."""
        found: set[str] = set()
        for name, relation in self.home.items():
            step = None if name in self.lemmas else relation
            while step is not None and step.id not in found:
                found.add(step.id)
                step = self._steps.map.relations.get(step.target)
        return found


def _dead_end(onto: Mapping[str, Sequence[str]], start: str) -> str:
    """Return a node of a cycle that nothing leaves, or that leads nowhere.

    The first node that a search in depth is done with is one: all that it leads to is on the
    way to it.
    """
    on_way = {start}
    ways = [(start, iter(onto[start]))]
    while True:
        name, further = ways[-1]
        following = next((other for other in further if other not in on_way), None)
        if following is None:
            return name
        on_way.add(following)
        ways.append((following, iter(onto[following])))
