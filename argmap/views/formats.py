"""The formats there are, as a table, tab-separated lines or plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.views.theme import STYLES, Glyphs

if TYPE_CHECKING:
    from rich.table import Table


class Format(NamedTuple):
    """A format: whether argmap reads and writes it, and by which suffixes it is told."""

    name: str
    reads: bool
    writes: bool
    suffixes: tuple[str, ...]
    summary: str

    @property
    def way(self) -> str:
        """Return ``read``, ``write`` or ``read, write``."""
        ways = (("read", self.reads), ("write", self.writes))
        return ", ".join(way for way, is_there in ways if is_there)


def format_data(formats: Iterable[Format]) -> list[dict[str, Any]]:
    """Return formats as plain data: name, reads, writes, suffixes, summary."""
    return [{**each._asdict(), "suffixes": list(each.suffixes)} for each in formats]


def format_lines(formats: Iterable[Format]) -> Iterator[str]:
    """Yield name, ways, suffixes and summary of each format on a line, separated by tabs."""
    for each in formats:
        yield "\t".join((each.name, each.way, " ".join(each.suffixes), each.summary))


def format_table(formats: Iterable[Format], glyphs: Glyphs) -> Table:
    """Return a Rich table of formats."""
    from rich.box import ASCII, SIMPLE_HEAD
    from rich.table import Table

    table = Table(
        box=ASCII if glyphs.is_ascii else SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        header_style=STYLES["heading"],
    )
    table.add_column("Format", style=STYLES["id"], no_wrap=True)
    table.add_column("argmap can", no_wrap=True)
    table.add_column("Suffixes", style=STYLES["quiet"])
    table.add_column("What it is")
    for each in formats:
        table.add_row(each.name, each.way, " ".join(each.suffixes), each.summary)
    return table
