"""The formats that argmap knows, as a table, tab-separated lines or plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from argmap.views.rows import table_with_head
from argmap.views.theme import STYLES, Glyphs

if TYPE_CHECKING:
    from rich.table import Table


class Format(NamedTuple):
    """A format: whether argmap reads and writes it, and the suffixes it is detected from."""

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
    table = table_with_head(glyphs)
    table.add_column("Format", style=STYLES["id"], no_wrap=True)
    table.add_column("argmap can", no_wrap=True)
    table.add_column("Suffixes", style=STYLES["quiet"])
    table.add_column("What it is")
    for each in formats:
        table.add_row(each.name, each.way, " ".join(each.suffixes), each.summary)
    return table
