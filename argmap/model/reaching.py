"""What a graph of names leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def reached(onto: Mapping[str, Iterable[str]], start: str) -> set[str]:
    """Return a name and all that ``onto`` leads to from it, in one step or several."""
    seen, todo = {start}, [start]
    while todo:
        more = [name for name in onto[todo.pop()] if name not in seen]
        seen.update(more)
        todo += more
    return seen
