"""An explanation as an outline: linked premises in brackets, every other reason a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from argmap.analysis.evaluation.explanation import Reason
from argmap.analysis.outline import Block, Form, Guide, Join, Outline, Row, Section, Shape
from argmap.analysis.tree import Mark
from argmap.model import Relation


class Reasoning(NamedTuple):
    """An outline, and the reason that each of its rows gives.

    The outline has no standings, and neither brackets nor links as values of their own.
    """

    outline: Outline
    reasons: tuple[Reason, ...]


class _Spot(NamedTuple):
    """A reason to come: its index, and what its row has from what is above it.

    ``rest`` are the guides of further rows beside it and of those under it, where ``after``
    passes in its own column.
    """

    reason: int
    relation: Relation | None = None
    depth: int = 0
    parent: int | None = None
    guides: tuple[Guide, ...] = ()
    rest: tuple[Guide, ...] = ()
    after: Guide = Guide(Shape.GAP)
    join: Join = Join.LONE
    on_step: bool = False


def reasoning(reasons: Sequence[Reason]) -> Reasoning:
    """Return the outline of the reasons of an explanation, a block for each of its trees."""
    return _Rows(reasons).finished()


class _Rows:
    def __init__(self, reasons: Sequence[Reason]) -> None:
        self._reasons = reasons
        self._under: list[list[int]] = [[] for _ in reasons]
        self._rows: list[Row] = []
        self._shown: list[Reason] = []
        above: list[int] = []
        for number, reason in enumerate(reasons):
            del above[reason.line.depth :]
            if above:
                self._under[above[-1]].append(number)
            above.append(number)

    def finished(self) -> Reasoning:
        """Return all rows, block by block."""
        blocks = []
        for number, reason in enumerate(self._reasons):
            if reason.line.depth == 0:
                first = len(self._rows)
                self._fill(_Spot(number))
                continued = reason.line.continued
                blocks.append(Block(first, len(self._rows), Section.THESES, continued))
        rows = self._with_ends()
        row_of = {row.node.id: n for n, row in enumerate(rows) if row.form is Form.FULL}
        return Reasoning(Outline(rows, tuple(blocks), (), (), row_of, {}), tuple(self._shown))

    def _with_ends(self) -> tuple[Row, ...]:
        ends = list(range(1, len(self._rows) + 1))
        for number in range(len(ends) - 1, -1, -1):
            parent = self._rows[number].parent
            if parent is not None:
                ends[parent] = max(ends[parent], ends[number])
        return tuple(r._replace(end=e) for r, e in zip(self._rows, ends, strict=True))

    def _fill(self, start: _Spot) -> None:
        pending = [start]
        while pending:
            spot = pending.pop()
            members, on_step = self._premises(spot.reason)
            relation = self._reasons[spot.reason].line.node
            if isinstance(relation, Relation) and spot.depth and members:
                if len(members) == len(relation.premises):
                    pending += reversed([*self._bracket(spot, members, on_step)])
                    continue
                if not on_step:  # the one premise for which the step fails
                    pending.append(spot._replace(reason=members[0]))
                    continue
            pending += reversed([*self._add(spot)])

    def _premises(self, number: int) -> tuple[list[int], list[int]]:
        """Return the linked premises under a reason, and what else is there."""
        members = [n for n in self._under[number] if self._reasons[n].line.relation is None]
        return members, [n for n in self._under[number] if n not in members]

    def _add(self, spot: _Spot) -> Iterator[_Spot]:
        """Add a row; yield what is under it."""
        index = len(self._rows)
        reason = self._reasons[spot.reason]
        line = reason.line
        is_short = line.mark in {Mark.SHOWN, Mark.CYCLE, Mark.CONTINUES}
        under = (*spot.rest, spot.after) if spot.depth else ()
        self._shown.append(reason)
        self._rows.append(
            Row(
                line.node,
                spot.relation,
                spot.depth,
                spot.parent,
                0,  # set at the end
                Form.SHORT if is_short else Form.FULL,
                spot.join,
                spot.on_step,
                spot.guides,
                under,
                line.mark,
            )
        )
        further = _Spot(0, None, spot.depth + 1, index, under, under)
        members, others = self._premises(spot.reason)
        if len(members) > 1:
            step = further._replace(relation=line.relation, after=_after(is_followed=bool(others)))
            yield from self._bracket(step, members, [])
            members = []
        kids = [*members, *others]
        for place, number in enumerate(kids, 1):
            under_line = self._reasons[number].line
            yield further._replace(
                reason=number,
                relation=under_line.relation or line.relation,
                after=_after(is_followed=place < len(kids)),
                on_step=under_line.on_step,
            )

    def _bracket(self, spot: _Spot, members: list[int], on_step: list[int]) -> Iterator[_Spot]:
        """Yield linked premises in the place of their step, and what bears on the step."""
        relation = spot.relation
        side = Guide(Shape.BRACKET, relation)
        for place, number in enumerate(members):
            is_last = place == len(members) - 1 and not on_step
            join = Join.FIRST if place == 0 else Join.LAST if is_last else Join.MIDDLE
            guides = spot.rest if place else spot.guides
            after = spot.after if is_last else side
            yield spot._replace(reason=number, guides=guides, after=after, join=join)
        for place, number in enumerate(on_step, 1):
            is_last = place == len(on_step)
            shape = Guide(Shape.END if is_last else Shape.MEMBER, relation)
            yield spot._replace(
                reason=number,
                relation=self._reasons[number].line.relation,
                depth=spot.depth + 1,
                guides=(*spot.rest, shape),
                rest=(*spot.rest, spot.after if is_last else side),
                after=Guide(Shape.GAP),
                on_step=True,
            )


def _after(*, is_followed: bool) -> Guide:
    return Guide(Shape.LINE if is_followed else Shape.GAP)
