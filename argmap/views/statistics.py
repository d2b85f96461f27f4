"""Maps in numbers: one in full, or several as a table, tab-separated lines or plain data."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from argmap.analysis.statistics import Statistics, Tally
from argmap.model import RelationKind
from argmap.model.text import one_line
from argmap.views.phrases import counted, listed
from argmap.views.rows import BLANK, Row, table_with_head
from argmap.views.theme import STYLES, Glyphs

if TYPE_CHECKING:
    from rich.table import Table

_PAD = 15  # columns of the names of numbers
_NOUNS = {
    RelationKind.SUPPORTS: "support",
    RelationKind.ATTACKS: "attack",
    RelationKind.UNDERCUTS: "undercut",
    RelationKind.CONTRADICTS: "contradiction",
    RelationKind.RESTATES: "restatement",
    RelationKind.ANSWERS: "answer",
}
_NONE = "(none)"  # stands for no voice or kind


def statistics_data(found: Statistics) -> dict[str, Any]:
    """Return the numbers as plain data, with claims by id.

    ``by_voice`` and ``by_kind`` are arrays; the ``name`` is null for claims
    without a voice or kind.
    """
    return {
        "claims": found.claims,
        "relations": {str(kind): number for kind, number in found.relations.items()},
        "roots": found.roots,
        "grounds": found.grounds,
        "islands": found.islands,
        "cycles": found.cycles,
        "depth": found.depth,
        "longest_chain": found.longest_chain._asdict(),
        "placed": found.placed,
        "implicit": found.implicit,
        "by_voice": _tally_data(found.by_voice),
        "by_kind": _tally_data(found.by_kind),
        "questions": found.questions,
        "unanswered": found.unanswered,
        "leaned_on": [{"id": claim.id, "supports": number} for claim, number in found.leaned_on],
    }


def _tally_data(tallies: Mapping[str | None, Tally]) -> list[dict[str, Any]]:
    return [{"name": name, **tally._asdict()} for name, tally in tallies.items()]


def statistics_lines(found: Statistics) -> Iterator[str]:
    """Yield a line per number: its name, what it is about, if anything, and the number."""
    for name, number, _ in _numbers(found):
        yield f"{name}\t{number}"
    for kind, number in found.relations.items():
        yield f"relation\t{kind}\t{number}"
    for heading, tallies in (("voice", found.by_voice), ("kind", found.by_kind)):
        for group, tally in tallies.items():
            yield "\t".join((heading, one_line(group or _NONE), *map(str, tally)))
    for claim, number in found.leaned_on:
        yield f"leaned on\t{one_line(claim.id)}\t{number}"


def statistics_rows(found: Statistics) -> Iterator[Row]:
    """Yield the numbers of the whole map, each with what it means."""
    for name, number, meaning in _numbers(found):
        head = f"{name:{_PAD}}{number:>7,}   "
        yield Row([(one_line(meaning), "quiet")], head, " " * len(head))


def _numbers(found: Statistics) -> Iterator[tuple[str, int, str]]:
    kinds = [counted(n, _NOUNS[kind]) for kind, n in found.relations.items() if n]
    chain = found.longest_chain
    ends = f", from {chain.first} to {chain.last}" if chain.length else ""
    cycles = "; a cycle counts as one claim" if found.cycles else ""
    yield "claims", found.claims, f"{found.implicit:,} of them implicit"
    yield "relations", sum(found.relations.values()), listed(kinds)
    yield "roots", found.roots, "claims that bear on nothing further"
    yield "grounds", found.grounds, "claims that nothing supports"
    yield "islands", found.islands, "parts that no relation joins to the largest"
    yield "cycles", found.cycles, "sets of claims that all lead to one another"
    yield "depth", found.depth, "relations from the claim farthest from a root to the nearest root"
    yield "longest chain", chain.length, f"relations{ends}{cycles}"
    if found.questions:
        yield "questions", found.questions, f"{found.unanswered:,} of them that nothing answers"
    yield "placed", found.placed, f"claims with a place in the source: {share(found)}"


def share(found: Statistics) -> str:
    """Return the percentage of claims with a place in the source.

    It is rounded down, so that 100% means all, but to at least 1% if there is one.
    """
    if not found.claims:
        return "-"
    percent = 100 * found.placed // found.claims
    return f"{percent or int(found.placed > 0)}%"


def tally_table(heading: str, tallies: Mapping[str | None, Tally], glyphs: Glyphs) -> Table:
    """Return a Rich table of the numbers of relations from and to each voice or kind."""
    table = _table(glyphs, heading, ("Claims", "Supports", "Attacks", "Supported", "Attacked"))
    for name, tally in tallies.items():
        table.add_row(_name(name), *(f"{number:,}" for number in tally))
    return table


def leaned_on_rows(found: Statistics) -> Iterator[Row]:
    """Yield the claims that support the most."""
    yield BLANK
    if not found.leaned_on:
        yield Row([("Most leaned on  ", "heading"), ("no claim supports twice", "quiet")])
        return
    yield Row([("Most leaned on", "heading")])
    for claim, number in found.leaned_on:
        head = f"{counted(number, 'support'):>12}  "
        spans = [(one_line(claim.headline), ""), (f"  {one_line(claim.id)}", "id")]
        yield Row(spans, head, " " * len(head))


_COLUMNS = "Claims Relations Roots Grounds Islands Depth Chain Placed".split()  # noqa: SIM905


def many_table(found: Mapping[str, Statistics], whole: Statistics, glyphs: Glyphs) -> Table:
    """Return a Rich table with a row per map and a total.

    Names of files are shown relative to the folder that contains them all.
    """
    table = _table(glyphs, "Map", _COLUMNS)
    parents = {str(PurePath(name).parent) for name in found}
    shared = os.path.commonpath(parents) if len(parents) == 1 or _are_alike(parents) else ""
    for name, each in found.items():
        shown = PurePath(name).relative_to(shared) if shared else name
        table.add_row(_name(str(shown)), *_cells(each))
    table.add_section()
    table.add_row(f"total of {len(found):,}", *_cells(whole), style=STYLES["heading"])
    return table


def _are_alike(parents: Iterable[str]) -> bool:
    """Return whether folders are all absolute or all relative, so that one may contain them."""
    return len({PurePath(parent).anchor for parent in parents}) == 1


def many_lines(found: Mapping[str, Statistics], whole: Statistics) -> Iterator[str]:
    """Yield a line of column names, one per map, and a total, separated by tabs."""
    yield "\t".join(("map", *(name.lower() for name in _COLUMNS)))
    for name, each in (*found.items(), ("total", whole)):
        yield "\t".join((one_line(name), *(cell.replace(",", "") for cell in _cells(each))))


def _cells(found: Statistics) -> list[str]:
    numbers = (
        *(found.claims, sum(found.relations.values()), found.roots, found.grounds),
        *(found.islands, found.depth, found.longest_chain.length),
    )
    return [*(f"{number:,}" for number in numbers), share(found)]


def _table(glyphs: Glyphs, heading: str, columns: Iterable[str]) -> Table:
    table = table_with_head(glyphs, padding=(0, 1, 0, 0))
    table.add_column(heading, style=STYLES["id"], overflow="fold", min_width=12)
    for name in columns:
        table.add_column(name, justify="right", no_wrap=True)
    return table


def _name(name: str | None) -> Any:
    from rich.text import Text

    return Text(one_line(name or _NONE))
