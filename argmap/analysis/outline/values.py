"""The values of an outline: rows, blocks, brackets and links between rows."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import NamedTuple

from argmap.analysis.standing import Standing
from argmap.analysis.tree import Mark
from argmap.model import Claim, Relation


class Form(Enum):
    """What a row is of."""

    FULL = "full"  # the one row of a claim
    SHORT = "short"  # a claim used again: its full row stands elsewhere
    MORE = "more"  # as many uses of claims as are left out here


class Join(Enum):
    """Where a row stands among the premises of its relation."""

    LONE = "lone"  # the relation has one premise, or the row is the head of a block
    FIRST = "first"
    MIDDLE = "middle"
    LAST = "last"


class Shape(Enum):
    """What passes a row in the column of a level above its own."""

    GAP = "gap"
    LINE = "line"  # to the next of what hangs under the same claim
    BRACKET = "bracket"  # the side of a bracket
    MEMBER = "member"  # a bracket, and the row bears on its step
    END = "end"  # the foot of a bracket, and the row bears on its step


class Guide(NamedTuple):
    """What passes a row in one column; ``relation`` is that of the bracket, else None."""

    shape: Shape
    relation: Relation | None = None


class Section(Enum):
    """The part of the reading order that a block is in."""

    THESES = "theses"
    AGAINST = "against"  # what is argued against them
    QUESTIONS = "questions"  # what is asked, in a map with theses; else it is with the rest
    REST = "rest"
    ISLANDS = "islands"  # what no relation joins to the theses


class Row(NamedTuple):
    """One row.

    ``node`` is a claim; inverted, it may be the relation that an undercut or
    backing is of. ``relation`` joins it to the row ``parent`` (an index in the rows),
    under which it hangs; both are None for the head of a block. ``depth`` counts
    indents from 0; ``guides`` has one entry for each level from 1 to ``depth`` - 1, and
    ``under``, with one more, is what passes in these columns and its own below the row.
    What hangs under the row are the rows up to, not including, ``end``.

    ``on_step`` says that the relation is on a step: that of the row ``parent`` where
    this is a lone premise, else that of the bracket which ``guides`` shows. ``mark``
    says why a row does not show all that is under its claim.

    A row of the form MORE has the node of ``parent``. It stands for ``left_out`` uses of
    claims that bear on it: those of the relations ``hidden``, or, as a member of a bracket,
    premises of the relation of that.
    """

    node: Claim | Relation
    relation: Relation | None
    depth: int
    parent: int | None
    end: int
    form: Form = Form.FULL
    join: Join = Join.LONE
    on_step: bool = False
    guides: tuple[Guide, ...] = ()
    under: tuple[Guide, ...] = ()
    mark: Mark | None = None
    hidden: tuple[Relation, ...] = ()
    left_out: int = 0


class Block(NamedTuple):
    """The rows from ``first`` up to, not including, ``end``; the first is that of the head.

    ``continued`` marks the block of a branch that began in another, for its depth.
    """

    first: int
    end: int
    section: Section
    continued: bool = False


class Bracket(NamedTuple):
    """Linked premises: the rows of all of them, and of what bears on their step.

    What hangs from them lies in the rows from ``members[0]`` up to, not including,
    ``end``. ``on_step`` has the rows of what bears on the step, after the members.
    """

    relation: Relation
    depth: int
    members: tuple[int, ...]
    on_step: tuple[int, ...]
    end: int


class Link(NamedTuple):
    """A use of a claim whose full row, ``source``, stands elsewhere than the short row ``at``.

    ``target`` is the row that ``at`` hangs under. A picture may draw it as an arc from
    ``source`` to ``target`` and leave out the row ``at``, if ``is_alone``: nothing
    hangs under it, and it is no member of a bracket.
    """

    relation: Relation
    source: int
    at: int
    target: int
    is_alone: bool


class Outline(NamedTuple):
    """The rows of a map, and what joins them.

    ``row_of`` gives, for the id of a claim, the index of its full row;
    ``standing`` how it stands to the theses.
    """

    rows: tuple[Row, ...]
    blocks: tuple[Block, ...]
    brackets: tuple[Bracket, ...]
    links: tuple[Link, ...]
    row_of: Mapping[str, int]
    standing: Mapping[str, Standing]
