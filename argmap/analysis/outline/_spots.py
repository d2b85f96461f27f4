"""What is to come in an outline, while its rows are laid one after another."""

from __future__ import annotations

from typing import NamedTuple

from argmap.analysis.outline._steps import Group
from argmap.analysis.outline.values import Form, Guide, Join
from argmap.model import Relation


class Spot(NamedTuple):
    """A row to come. ``under`` are the guides of the rows under it, one a level.

    ``bracket`` is that of its relation, ``step`` that whose step the relation is on; both
    are numbers of brackets. ``names`` are the uses that a row of the form MORE stands for.
    """

    node: str
    relation: Relation | None
    depth: int
    level: int
    parent: int | None
    form: Form = Form.FULL
    join: Join = Join.LONE
    on_step: bool = False
    guides: tuple[Guide, ...] = ()
    under: tuple[Guide, ...] = ()
    bracket: int | None = None
    step: int | None = None
    names: tuple[str, ...] = ()
    hidden: tuple[Relation, ...] = ()
    is_cut: bool = False


class Beside(NamedTuple):
    """The rows to come of one relation, at one depth: ``spot`` is the first without its node.

    ``rest`` are the guides of the others and of what is under all, ``after`` what passes in
    their own column below them; ``left_out`` are members without a row.
    """

    group: Group
    spot: Spot
    rest: tuple[Guide, ...]
    after: Guide
    left_out: tuple[str, ...] = ()


class Left(NamedTuple):
    """The end of what hangs under a row, or within a bracket."""

    number: int  # of the row or bracket
    is_bracket: bool = False


class OpenBracket(NamedTuple):
    """A bracket that is not finished; ``end`` has its end once it is known."""

    relation: Relation
    depth: int
    members: list[int]
    on_step: list[int]
    end: list[int]
