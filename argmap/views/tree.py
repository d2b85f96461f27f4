"""The lines of a tree as plain data, and what an evaluation says of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from argmap.analysis.tree import TreeLine
from argmap.model import Claim
from argmap.views.outline_data import line_data
from argmap.views.rows import Span


class Judgement(NamedTuple):
    """The evaluation of a line: a sign before it, words after it.

    ``legend``, if the line needs one, is the rank of the entry, a sign and its
    meaning.
    """

    sign: Span | None = None
    after: tuple[Span, ...] = ()
    legend: tuple[int, str, str] | None = None


NO_JUDGEMENT = Judgement()


def tree_data(
    lines: Iterable[TreeLine], judge: Callable[[TreeLine], dict[str, Any]] | None = None
) -> list[dict[str, Any]]:
    """Return the trees as nested plain data, one mapping a line.

    Each has ``claim`` (id, or null for a line of linked premises), ``relation``
    (as in a map file, or null), ``on_step``, ``mark`` (null, ``shown``,
    ``cycle``, ``cut``, ``continues`` or ``limit``), ``continued`` and
    ``children``; and what ``judge`` returns for the line. A long text or relation
    that was given further up already is null.
    """
    trees: list[dict[str, Any]] = []
    children = [trees]
    given: set[str] = set()
    for line in lines:
        del children[line.depth + 1 :]
        data = line_data(
            line.node if isinstance(line.node, Claim) else None,
            line.relation,
            given,
            on_step=line.on_step,
            mark=line.mark,
            continued=line.continued,
        )
        data |= judge(line) if judge else {}
        data["children"] = []
        children[-1].append(data)
        children.append(data["children"])
    return trees
