"""The parts of a Carneades argument graph, between its document and the map."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from argmap.model import Status


@dataclass(slots=True)
class Statement:
    """A statement, with everything that the file says of it in one place or another."""

    text: str
    offset: int
    label: str | None = None
    note: str | None = None
    assumed: bool | None = None
    tags: list[str] = field(default_factory=list)


class Argument(NamedTuple):
    """An argument; ``premises`` have a role, which may be empty, and undercutters a place."""

    name: str
    offset: int
    premises: list[tuple[str, str]]
    conclusion: str
    undercutters: list[tuple[str, int]]
    scheme: str | None
    note: str | None


class Issue(NamedTuple):
    """An issue and its positions, each once."""

    name: str
    offset: int
    positions: list[str]
    note: str | None


class Test(NamedTuple):
    """What a statement, by its name, should come to."""

    statement: str
    status: Status
    offset: int


class Graph(NamedTuple):
    """An argument graph; its statements are under the names that the others use for them."""

    title: str | None
    source: dict[str, str]
    statements: dict[str, Statement]
    arguments: list[Argument]
    issues: list[Issue]
    tests: list[Test]
