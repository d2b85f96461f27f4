"""CSV (RFC 4180), for spreadsheets.

Two tables are written with a blank line between them, of claims and of relations, with
the columns that ``tables`` defines. Linked premises are in one cell, separated by blanks,
which no id contains; tags are separated by ``; ``. A cell that a spreadsheet would take
for a formula starts with ``'``, and so does one that starts with ``'`` itself; it is
removed in reading.

Either is written alone on request, for programs that take one table a file, as pandas
does. Such tables are read, in any order, and

- a table of claims alone, or of relations alone: the texts of claims are then their
  ids;
- one table of claims with the columns ``relation`` and ``target`` added: what the claim
  of the row does (a verb such as ``supports``, or ``pro`` and ``con``) to which claims.
  Several targets are in one cell, separated by blanks or semicolons, or in further rows
  of the same ``id``, in which other cells are empty or repeated.

Words for what is missing and whole numbers as fractions are understood, where a program of
data frames has written them. Cells are separated by commas, semicolons or tabs. Columns
are in any order, and their names in upper or lower case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from argmap.documents.diagnostics import Diagnostics
from argmap.documents.document import fail, refuse_empty
from argmap.documents.sample import Sample
from argmap.formats._builder import MapBuilder
from argmap.formats._table import Table
from argmap.formats.csv.claims import read_claims
from argmap.formats.csv.data_frames import are_fractions, undo
from argmap.formats.csv.relations import RelationReader
from argmap.formats.csv.tables import (
    CLAIM_COLUMNS,
    RELATION_COLUMNS,
    is_formula,
    known_columns,
    read_tables,
)
from argmap.model import ArgumentMap, Claim, FileText, Relation
from argmap.model.losses import Losses
from argmap.model.text import escaped

SUMMARY = "CSV, for spreadsheets: claims and relations"
SUFFIXES = (".csv",)
SHARED_SUFFIXES = (".tsv",)  # read, not written

_KEPT = frozenset({*CLAIM_COLUMNS, *RELATION_COLUMNS, "relation id", "relation weight"})
_FIRST_LINE = "begin with the names of the columns: id,text,relation,target"
_IDS = frozenset({"id", "voice", "from", "relation", "target"})
_OTHER_LINE_END = re.compile(r"\r\n?")
_IN_QUOTES = re.compile(r'[",\r\n]')


def parse_csv(file: FileText, losses: Losses) -> ArgumentMap:
    """Return the map in a CSV text; raises InvalidMapError with its errors."""
    refuse_empty(file, _FIRST_LINE)
    diagnostics = Diagnostics(file)
    builder = MapBuilder(file, losses)
    tables = read_tables(file, losses, diagnostics)
    if not tables:  # a text of delimiters is empty, too
        fail(file, 0, "empty-file", "the file is empty", _FIRST_LINE)
    for table in tables:
        undo(table, losses)
    read_claims(tables, builder, diagnostics)
    return RelationReader(builder, diagnostics).read(tables)


def recognises_csv(sample: Sample) -> bool:
    """Return whether the first line has the names of columns."""
    names = set(known_columns(sample.first_line))
    is_of_relations = names.issuperset({"from", "target"})
    return is_of_relations or ("id" in names and not names.isdisjoint({"text", "target", "from"}))


def generate_csv(argument_map: ArgumentMap, losses: Losses, table: Table | None = None) -> str:
    """Return the claims and relations of a map as two tables in one text, or one alone."""
    claims, relations = argument_map.claims.values(), argument_map.relations.values()
    losses.add_fields(argument_map, _KEPT)
    rows: list[Sequence[str]] = []
    if table is Table.RELATIONS:
        losses.add("claim left out", len(claims), "claims left out")
    else:
        _count_altered_tags([tag for claim in claims for tag in claim.tags], losses)
        if are_fractions(claim.place for claim in claims):
            names = sum(bool(claim.at) for claim in claims)
            losses.add("place with a name like a number", names, "places with names like numbers")
        rows += CLAIM_COLUMNS, *(_row(CLAIM_COLUMNS, _claim(claim), losses) for claim in claims)
    if table is Table.CLAIMS:
        losses.add("relation left out", len(relations), "relations left out")
    else:
        rows += [()] if rows else []
        rows.append(RELATION_COLUMNS)
        rows += (_row(RELATION_COLUMNS, _relation(each), losses) for each in relations)
    return "".join(f"{','.join(row)}\r\n" for row in rows)


def _count_altered_tags(tags: list[str], losses: Losses) -> None:
    split = sum(";" in tag for tag in tags)
    losses.add("tag with a semicolon, which splits it", split, _SPLIT)
    bare = sum(tag != tag.strip() or not tag for tag in tags)
    losses.add("tag with white space around it", bare, "tags with white space around them")


_SPLIT = "tags with a semicolon, which splits them"


def _claim(claim: Claim) -> tuple[object, ...]:
    written = claim._replace(
        at=claim.place,  # type: ignore[arg-type]
        implicit="true" if claim.implicit else None,  # type: ignore[arg-type]
        tags="; ".join(claim.tags),  # type: ignore[arg-type]
        assumed=None if claim.assumed is None else str(claim.assumed).lower(),  # type: ignore[arg-type]
    )
    return written[: len(CLAIM_COLUMNS)]


def _relation(relation: Relation) -> tuple[object, ...]:
    premises = " ".join(relation.premises)
    kind = str(relation.kind)
    said = relation.scheme, relation.note, relation.weight
    return relation.id, premises, kind, relation.target, *said


def _row(columns: tuple[str, ...], values: tuple[object, ...], losses: Losses) -> list[str]:
    return [
        "" if value is None else _cell(str(value), losses, is_exact=column in _IDS)
        for column, value in zip(columns, values, strict=True)
    ]


def _cell(text: str, losses: Losses, *, is_exact: bool) -> str:
    """Return a cell; one that ``is_exact`` has ids, in which nothing is to be escaped."""
    if not is_exact and not text.isprintable():
        text = _without_controls(text, losses)
    if is_formula(text):
        text = f"'{text}"
    if _IN_QUOTES.search(text) or text != text.strip():
        text = text.replace('"', '""')
        return f'"{text}"'
    return text


def _without_controls(text: str, losses: Losses) -> str:
    plain, altered = _OTHER_LINE_END.subn("\n", text)
    losses.add("line end written as a line feed", altered, "line ends written as line feeds")
    lines = plain.split("\n")
    result = [escaped(line) for line in lines]
    losses.add(
        "line with control characters, written as escapes",
        sum(line != shown for line, shown in zip(lines, result, strict=True)),
        "lines with control characters, written as escapes",
    )
    return "\n".join(result)
