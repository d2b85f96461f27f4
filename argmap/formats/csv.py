"""CSV (RFC 4180) in two sections, claims then relations, for spreadsheets.

A blank line separates the sections; each starts with its column names. Linked
premises stand in one cell, separated by blanks, which no id contains; tags by
``; ``. A cell that a spreadsheet would take for a formula starts with ``'``,
and so does one that starts with ``'`` itself.
"""

from __future__ import annotations

import csv
import io

from argmap.formats._losses import Losses
from argmap.model import ArgumentMap, Claim, Relation
from argmap.model.text import escaped

SUMMARY = "CSV, for spreadsheets: claims, then relations"
SUFFIXES = (".csv",)

_CLAIM_COLUMNS = (
    *("id", "text", "label", "kind", "voice"),
    *("at", "weight", "implicit", "tags", "note", "assumed"),
)
_RELATION_COLUMNS = ("id", "from", "relation", "target", "scheme", "note")
_SPLIT = "tags with a semicolon, which divides them"
_FORMULA_STARTS = tuple("=+-@\t\r\n'＝＋－＠")


def generate_csv(argument_map: ArgumentMap, losses: Losses) -> str:
    """Return the claims and relations of a map as two tables in one text."""
    claims, relations = argument_map.claims.values(), argument_map.relations.values()
    tags = [tag for claim in claims for tag in claim.tags]
    losses.add("tag with a semicolon, which divides it", sum(";" in tag for tag in tags), _SPLIT)
    losses.add_fields(argument_map, _CLAIM_COLUMNS + _RELATION_COLUMNS)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(_CLAIM_COLUMNS)
    writer.writerows([_cell(value, losses) for value in _claim_row(claim)] for claim in claims)
    writer.writerow([])
    writer.writerow(_RELATION_COLUMNS)
    writer.writerows([_cell(value, losses) for value in _relation_row(r)] for r in relations)
    return stream.getvalue()


def _claim_row(claim: Claim) -> tuple[object, ...]:
    return claim._replace(
        at=claim.place,  # type: ignore[arg-type]
        implicit="true" if claim.implicit else None,  # type: ignore[arg-type]
        tags="; ".join(claim.tags),  # type: ignore[arg-type]
        assumed=None if claim.assumed is None else str(claim.assumed).lower(),  # type: ignore[arg-type]
    )


def _relation_row(relation: Relation) -> tuple[object, ...]:
    premises = " ".join(relation.premises)
    kind = str(relation.kind)
    return relation.id, premises, kind, relation.target, relation.scheme, relation.note


def _cell(value: object, losses: Losses) -> str:
    text = "" if value is None else str(value)
    if not text.isprintable():
        lines = text.splitlines()
        text = "\n".join(map(escaped, lines))
        altered = sum(escaped(line) != line for line in lines)
        losses.add(
            "line with control characters, written as escapes",
            altered,
            "lines with control characters, written as escapes",
        )
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
