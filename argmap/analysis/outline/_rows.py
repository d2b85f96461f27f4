"""The rows of an outline, block by block, from the places of claims."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from argmap.analysis.outline._placing import Placing
from argmap.analysis.outline._spots import Beside, Left, OpenBracket, Spot
from argmap.analysis.outline._steps import Group, Steps
from argmap.analysis.outline._uses import Uses
from argmap.analysis.outline.values import Bracket, Form, Guide, Join, Link, Row, Shape
from argmap.analysis.tree import Mark
from argmap.model import Relation

DEEPEST = 12
"""The indents past which a branch goes on in a block of its own."""

SHORT_AT_MOST = 8
"""The short rows under a claim after which further ones are counted."""

_GAP, _LINE, _SIDE = Guide(Shape.GAP), Guide(Shape.LINE), Shape.BRACKET


_Start = tuple[Spot, frozenset[str]]  # with the nodes above it in other blocks


class Rows:
    """The rows of the blocks that are asked for, in the order of asking.

    ``depth`` is how many relations deep to go, ``limit`` the most rows (None: to the end).
    ``is_unrolled`` repeats what is under a claim each time it is used. ``row_of`` has the
    index of the first full row of each node.
    """

    def __init__(
        self,
        steps: Steps,
        placing: Placing,
        *,
        depth: int | None,
        limit: int | None,
        is_unrolled: bool,
        deepest: int,
        short_at_most: int | None,
    ) -> None:
        """Take the places of claims, and the options."""
        self._steps = steps
        self._placing = placing
        self._depth = depth
        self._limit = limit
        self._is_unrolled = is_unrolled
        self._deepest = deepest
        most = None if is_unrolled else short_at_most
        self._uses = Uses(steps, placing, most, is_unrolled=is_unrolled)
        self._is_cut_off = False
        self._rows: list[Row] = []
        self._ends: list[int] = []
        self._brackets: list[OpenBracket] = []
        self._links: list[tuple[Relation, str, int]] = []
        self._linked: set[str] = set()  # symmetric relations that have a link
        self._begun: set[str] = set()  # nodes that have a block
        self._path: set[str] = set()
        self._after: list[_Start] = []
        self.row_of: dict[str, int] = {}

    def blocks(self, head: str) -> Iterator[tuple[int, int, bool]]:
        """Add the block of a head, and of what stands in it that has a block of its own.

        Yield the first row and the end of each, and whether it is of a branch too deep.
        """
        pending = deque([(self._head(head), frozenset[str]())])
        while pending:
            start, path = pending.popleft()
            if start.relation is None and start.node in self._begun:
                continue
            self._begun.add(start.node)
            first, self._after = len(self._rows), []
            self._fill(start, path)
            if len(self._rows) > first:
                yield first, len(self._rows), start.relation is not None
            pending.extendleft(reversed(self._after))

    def finished(self) -> tuple[tuple[Row, ...], tuple[Bracket, ...], tuple[Link, ...]]:
        """Return all rows, and the brackets and links between them."""
        if self._is_cut_off:
            self._rows[-1] = self._rows[-1]._replace(mark=Mark.LIMIT)
        ends = zip(self._rows, self._ends, strict=True)
        rows = tuple(row._replace(end=end) for row, end in ends)
        brackets = tuple(
            Bracket(b.relation, b.depth, tuple(b.members), tuple(b.on_step), b.end[0])
            for b in self._brackets
        )
        return rows, brackets, tuple(self._finished_links(rows))

    def _finished_links(self, rows: tuple[Row, ...]) -> Iterator[Link]:
        for relation, name, at in self._links:
            parent, source = rows[at].parent, self.row_of.get(name)
            if source is not None and parent is not None:
                yield Link(relation, source, at, parent, is_alone(rows, at))

    def _head(self, name: str) -> Spot:
        return Spot(name, None, 0, self._placing.level[name], None)

    def _fill(self, start: Spot, path: frozenset[str]) -> None:
        """Add the rows of a block."""
        self._path = set(path)
        items: list[Spot | Beside | Left] = [start]
        while items:
            item = items.pop()
            if isinstance(item, Left):
                self._leave(item)
            elif self._limit is not None and len(self._rows) >= self._limit:
                self._is_cut_off = True
            elif isinstance(item, Beside):
                items += reversed(list(self._members(item)))
            else:
                items += reversed(self._add(item))

    def _leave(self, left: Left) -> None:
        if left.is_bracket:
            self._brackets[left.number].end.append(len(self._rows))
        else:
            self._ends[left.number] = len(self._rows)
            if self._rows[left.number].form is Form.FULL:
                self._path.discard(self._rows[left.number].node.id)

    def _add(self, spot: Spot) -> list[Spot | Beside | Left]:
        """Add a row, and return what comes under it, with its end."""
        index = len(self._rows)
        below, is_cut = self._below(spot, index)
        mark = Mark.CUT if is_cut or spot.is_cut else None
        if below and spot.form is Form.FULL and spot.depth >= self._deepest:
            further = spot._replace(depth=0, parent=None, join=Join.LONE, guides=(), under=())
            self._after.append((further, frozenset(self._path) if self._is_unrolled else _NONE))
            spot, mark, below = spot._replace(form=Form.SHORT), Mark.CONTINUES, []
        elif spot.form is Form.SHORT:
            mark = Mark.CYCLE if spot.node in self._path else Mark.SHOWN
        self._rows.append(self._row(spot, mark))
        self._ends.append(index + 1)
        self._note(spot, index, mark)
        if not below:
            return []
        if spot.form is Form.FULL:
            self._path.add(spot.node)
        return [*below, Left(index)]

    def _row(self, spot: Spot, mark: Mark | None) -> Row:
        node = self._steps.map.claims.get(spot.node) or self._steps.map.relations[spot.node]
        relation = None if spot.parent is None else spot.relation
        return Row(
            node,
            relation,
            spot.depth,
            spot.parent,
            0,  # set at the end
            spot.form,
            spot.join,
            spot.on_step and relation is not None,
            spot.guides,
            spot.under,
            mark,
            spot.hidden,
            len(spot.names),
        )

    def _note(self, spot: Spot, index: int, mark: Mark | None) -> None:
        """Remember what a row is of, for brackets, links and blocks to come."""
        if spot.bracket is not None:
            self._brackets[spot.bracket].members.append(index)
        if spot.step is not None:
            self._brackets[spot.step].on_step.append(index)
        relation = spot.relation
        if spot.form is Form.FULL:
            self.row_of.setdefault(spot.node, index)
        elif spot.form is Form.SHORT and relation is not None and mark is not Mark.CONTINUES:
            if relation.id not in self._linked:
                self._links.append((relation, spot.node, index))
            self._follow_lemmas((spot.node,))
        else:
            self._follow_lemmas(spot.names)
        if relation is not None and relation.kind.is_symmetric:
            self._linked.add(relation.id)
            self._uses.note_step(relation)

    def _follow_lemmas(self, names: tuple[str, ...]) -> None:
        lemmas = () if self._is_unrolled else self._placing.lemmas
        self._after += [(self._head(n), _NONE) for n in names if n in lemmas]

    def _below(self, spot: Spot, index: int) -> tuple[list[Spot | Beside | Left], bool]:
        """Return what comes under a row, and whether that is deeper than asked for."""
        groups = self._uses.under(spot)
        if self._depth is not None and spot.level >= self._depth:
            return [], bool(groups)
        items: list[Spot | Beside | Left] = []
        kept, hidden, names = self._uses.planned(groups, spot.node)
        depth = min(spot.depth + 1, self._deepest + 1)
        guides = spot.under[: depth - 1]
        child = Spot(spot.node, None, depth, spot.level + 1, index, guides=guides)
        for number, (group, left_out) in enumerate(kept, 1):
            is_on_step = group.relation.target in self._steps.map.relations
            after = _LINE if number < len(kept) or hidden else _GAP
            first = child._replace(relation=group.relation, on_step=is_on_step)
            items.append(Beside(group, first, guides, after, left_out))
        if hidden:
            more = child._replace(form=Form.MORE, under=(*guides, _GAP))
            items.append(more._replace(hidden=tuple(hidden), names=tuple(names)))
        return items, False

    def _members(self, beside: Beside) -> Iterator[Spot | Beside | Left]:
        """Yield the rows of a relation; for linked premises, then what bears on their step."""
        relation, first = beside.group.relation, beside.spot
        is_linked = len(beside.group.members) > 1
        on_step = self._uses.on_step(relation) if is_linked else []
        is_cut = bool(on_step) and self._depth is not None and first.level >= self._depth
        on_step = [] if is_cut else on_step
        number = len(self._brackets) if is_linked else None
        if is_linked:
            self._brackets.append(OpenBracket(relation, first.depth, [], [], []))
        left_out = frozenset(beside.left_out)
        names = [name for name in beside.group.members if name not in left_out]
        count = len(names) + bool(left_out)
        for place in range(count):
            is_last = place == count - 1 and not on_step
            join = _join(place, is_last=is_last) if is_linked else Join.LONE
            column = Guide(_SIDE, relation) if is_linked and not is_last else beside.after
            spot = first._replace(
                join=join,
                guides=first.guides if place == 0 else beside.rest,
                under=(*beside.rest, column),
                bracket=number,
                step=first.step if place == 0 else None,
                is_cut=is_cut and is_last,
            )
            if place < len(names):
                yield spot._replace(node=names[place], form=self._form(names[place], first))
            else:
                yield spot._replace(form=Form.MORE, names=beside.left_out)
        yield from self._on_bracket(beside, on_step, number)

    def _form(self, name: str, first: Spot) -> Form:
        if self._is_unrolled:
            is_full = name not in self._path
        else:
            # Before it is given a node of its own, a spot has that of its parent.
            is_full = first.relation is not None and self._placing.is_home(
                name, first.relation, first.node
            )
        return Form.FULL if is_full else Form.SHORT

    def _on_bracket(
        self, beside: Beside, groups: list[Group], number: int | None
    ) -> Iterator[Spot | Beside | Left]:
        """Yield what bears on the step of linked premises, and the end of their bracket."""
        if number is None:
            return
        first, relation = beside.spot, beside.group.relation
        depth = min(first.depth + 1, self._deepest + 1)
        kept, hidden, names = self._uses.planned(groups, first.node)
        count = len(kept) + bool(hidden)
        for place in range(1, count + 1):
            is_last = place == count
            shape = Guide(Shape.END if is_last else Shape.MEMBER, relation)
            column = beside.after if is_last else Guide(_SIDE, relation)
            rest = (*beside.rest, column)[: depth - 1]
            spot = first._replace(
                depth=depth,
                level=first.level + 1,
                guides=(*beside.rest, shape)[: depth - 1],
                step=number,
            )
            if place > len(kept):
                more = spot._replace(relation=None, on_step=False, form=Form.MORE)
                more = more._replace(hidden=tuple(hidden), names=tuple(names))
                yield more._replace(under=(*rest, _GAP))
            else:
                group, left_out = kept[place - 1]
                spot = spot._replace(relation=group.relation, on_step=True)
                yield Beside(group, spot, rest, _GAP, left_out)
        yield Left(number, is_bracket=True)


_NONE: frozenset[str] = frozenset()


def is_alone(rows: tuple[Row, ...], index: int) -> bool:
    """Return whether a row is short, no member of a bracket, and nothing hangs under it."""
    row = rows[index]
    is_short = row.form is Form.SHORT and row.mark is not Mark.CONTINUES
    return is_short and row.join is Join.LONE and row.end == index + 1


def _join(place: int, *, is_last: bool) -> Join:
    if place == 0:
        return Join.FIRST
    return Join.LAST if is_last else Join.MIDDLE
