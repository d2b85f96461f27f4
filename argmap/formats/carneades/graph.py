"""The parts of a Carneades argument graph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple

from argmap.formats.carneades.schemes import Schemes
from argmap.model import Standard, Status


@dataclass(slots=True)
class Statement:
    """A statement, with all that different parts of the file say of it."""

    text: str
    offset: int
    label: str | None = None
    note: str | None = None
    assumed: bool | None = None
    tags: list[str] = field(default_factory=list)


class Argument(NamedTuple):
    """An argument.

    ``premises`` are roles, which may be empty, and names of statements; ``undercutters``
    are names and offsets. ``meta`` is what else is said of it.
    """

    name: str
    offset: int
    premises: list[tuple[str, str]]
    conclusion: str
    undercutters: list[tuple[str, int]]
    scheme: str | None
    note: str | None
    weight: float | None
    meta: dict[str, Any]


class Issue(NamedTuple):
    """An issue and its positions, each once."""

    name: str
    offset: int
    positions: list[str]
    title: str | None
    note: str | None
    standard: Standard | None


class Test(NamedTuple):
    """The expected status of a statement."""

    statement: str
    status: Status
    offset: int


class Graph(NamedTuple):
    """An argument graph, with its statements by name."""

    title: str | None
    source: dict[str, str]
    statements: dict[str, Statement]
    arguments: list[Argument]
    issues: list[Issue]
    tests: list[Test]
    schemes: Schemes
