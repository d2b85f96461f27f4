"""How groups of options become parameters of a command."""

from __future__ import annotations

import inspect
from typing import Annotated, Any, NamedTuple

from argmap.cli._parsing import flattened

Size = Annotated[int, "an option"]


class Group(NamedTuple):
    """Two options."""

    size: Size = 3
    name: str | None = None


def test_a_group_has_each_of_its_fields_as_a_parameter_in_its_place() -> None:
    given: list[Any] = []

    def command(*, first: str, group: Group, last: bool = False) -> None:
        given.extend((first, group, last))

    flat = flattened(command)
    parameters = inspect.signature(flat).parameters
    assert list(parameters) == ["first", "size", "name", "last", "quiet"]
    assert (parameters["size"].annotation, parameters["size"].default) == (Size, 3)
    assert parameters["first"].default is inspect.Parameter.empty
    flat(first="f", size=4, name="n", last=True, quiet=False)
    assert given == ["f", Group(4, "n"), True]
