"""Keys given twice: the values of both are read, though the file is refused.

So the same run reports all other errors of the file, and none that come only of
ignoring one of the two values. Lists are joined, mappings are merged key by key; of
two scalars the last counts.
"""

from __future__ import annotations

from typing import Any

_ENTRIES_AT_MOST = 1_000_000  # through aliases there may be any number


def joined(first: Any, last: Any) -> Any:
    """Return two plain values under one key as one; may change both."""
    whole = {"": first}
    todo = [(whole, {"": last})]
    while todo:
        one, other = todo.pop()
        for key, value in other.items():
            if isinstance(one.get(key), dict) and isinstance(value, dict):
                todo.append((one[key], value))
            elif isinstance(one.get(key), list) and isinstance(value, list):
                one[key] += value
            else:
                one[key] = value
    return whole[""]


def join_marked(pairs: list[tuple[Any, Any]]) -> None:
    """Merge the first of each pair of values of the YAML composer into the second.

    Values that are not containers of the same type stay as they are.
    """
    steps = 0
    while pairs and steps < _ENTRIES_AT_MOST:
        first, last = pairs.pop()
        if first is last or type(first) is not type(last):
            continue
        kind = type(first)
        if issubclass(kind, list | dict):
            steps += len(first)
        if issubclass(kind, list):
            last += first
            last.marks += first.marks
        elif issubclass(kind, dict):
            pairs += [(value, last[key]) for key, value in first.items() if key in last]
            for key in [key for key in first if key not in last]:
                last[key], last.marks[key] = first[key], first.marks[key]
